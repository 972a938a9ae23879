"""Weights of possible note marks: how likely a run of digits is the mark of a note rather than a number.

A run of digits can be read in two ways: the whole run is a mark ("the villages3"), or only its last digits are, after a
number ("resolution 61/1433"). Each reading has its table of rules. The first rule that has an opinion decides; a
weight of 0 rules the reading out, 10 is as good as certain.
"""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.script import load_script
from extract.language.structure import load_structures
from extract.text.characters import IDEOGRAPHS

_HIGHEST_NUMBER: Final[int] = 350
"""No session adopts so many resolutions; a higher number after its session has a mark at its end."""
_UNDIVIDED: Final = regex.compile(r"[AEST]/")
"""What precedes the number of a document that has neither session nor year: S/5575."""
_SESSION: Final = regex.compile(r"(?:E?S-)?\d{1,3}/")
_NUMBER_BEFORE: Final = regex.compile(r"(?:(?P<joined>[/.])|(?<!\d))\d++\Z")
_LONG_WORD: Final = regex.compile(r"(?:\p{L}{6}|\p{L}[)\]”»\"'])\.\Z")
"""The end of a sentence for certain: a word too long for an abbreviation, or a closing bracket or quote."""
_SHORT_WORD: Final = regex.compile(
    r"(?:(?<![\w/.\-])\p{L}\p{Ll}{2,4}|\d[)\]]|(?<![\d/.])(?:19|20)\d\d|(?<!\d)\d{1,3}/\d{1,4})\.\Z"
)
"""Other things that a sentence may end with: a short word, a bracket, a year, the number of a resolution."""
_YEAR: Final = regex.compile(r"(?:19|20)\d\d")
_IDEOGRAPH: Final = regex.compile(f"[{IDEOGRAPHS}]")
_TOKEN_BEFORE: Final = regex.compile(r"(?r)[\w/.\-]++")  # read backwards, from where it ends
_WIDE_CLOSING: Final[str] = "，、；。："
_CLOSING: Final[str] = "》」』”\"'»)]，、；。：,;،؛!?"
_LOOK_BACK: Final[int] = 40  # code points, for a token
_LOOK_BACK_NUMBER: Final[int] = 12

_CERTAIN: Final[float] = 10.0
_LIKELY: Final[float] = 6.0
_PRINTED_ALONE: Final[float] = 5.5
_FAIR: Final[float] = 4.0
_POSSIBLE: Final[float] = 3.0
_AS_GOOD_WHOLE: Final[float] = 0.3
"""Weight of a split of a number that is as good undivided: it counts only where the note has no mark elsewhere."""


@dataclass(slots=True)
class Run:  # not frozen: a frozen one takes three times as long to make
    """A run of digits, and what surrounds it.

    Attributes:
        piece: normalised text around the digits; they are never its first character.
        start: position of the first digit in `piece`.
        end: position after the last.
        dated: whether a month and a year follow, so that the digits may be a day.
        size: how many of the last digits are read as a mark; all of them where 0.
        printed: how often each token with a stroke occurs in the document.
        known_prefix: what `prefix` has found, for which several rules ask.
    """

    piece: str
    start: int
    end: int
    dated: bool
    size: int
    printed: Mapping[str, int]
    known_prefix: str | None = None

    @property
    def before(self) -> str:
        """The character before the digits."""
        return self.piece[self.start - 1]

    @property
    def second(self) -> str:
        """The character before that; empty at the beginning of the piece."""
        return self.piece[self.start - 2] if self.start > 1 else ""

    @property
    def after(self) -> str:
        """The character after the digits; empty at the end of the piece."""
        return self.piece[self.end : self.end + 1]

    @property
    def digits(self) -> str:
        """The digits."""
        return self.piece[self.start : self.end]

    @property
    def number(self) -> str:
        """The digits that are left when the mark is cut off."""
        return self.piece[self.start : self.end - self.size]

    @property
    def prefix(self) -> str:
        """The rest of the token that the digits end: "61/" of 61/143."""
        if self.known_prefix is None:
            found = _TOKEN_BEFORE.match(self.piece, max(0, self.start - _LOOK_BACK), self.start)
            self.known_prefix = found.group() if found else ""
        return self.known_prefix


Rule = Callable[[Run], float | None]
"""Weighs a run, or returns None where it does not apply."""


def weigh(run: Run) -> float:
    """The weight of a run as a mark: of all its digits, or of the last `run.size`."""
    rules = SPLIT_RULES if run.size else WHOLE_RULES
    for rule in rules:
        if (weight := rule(run)) is not None:
            return weight
    return 0.0


def after_long_word_and_stop(run: Run) -> float | None:
    """A mark in "the villages.3"."""
    begin = max(0, run.start - _LOOK_BACK)
    return _CERTAIN if run.before == "." and _LONG_WORD.search(run.piece, begin, run.start) else None


def after_short_word_and_stop(run: Run) -> float | None:
    """A mark in "the lake.3", but not in "No.3" or "lake.3f"."""
    if run.before != "." or run.after not in {"", " "}:
        return None
    return _POSSIBLE if _SHORT_WORD.search(run.piece, max(0, run.start - _LOOK_BACK), run.start) else None


def after_space_as_day(run: Run) -> float | None:
    """A day in "of 3 May 2041", and no mark."""
    return 0.0 if run.before == " " and (run.dated or not run.second) else None


def after_space_and_year(run: Run) -> float | None:
    """Perhaps a mark in "of 9 April 2044 18 and", where the note has no better one."""
    if run.before != " ":
        return None
    year = _YEAR.fullmatch(run.piece, run.start - 5, run.start - 1)
    if not year or run.piece[run.start - 6 : run.start - 5].isalnum():
        return None
    return 0.15 if run.after else 0.05


def after_space_and_word(run: Run) -> float | None:
    """Perhaps a mark in "the Secretary-General 11 recommends"."""
    if run.before != " ":
        return None
    if run.second not in _CLOSING and not run.second.isalpha():
        return 0.0
    return 0.2 if run.after else 0.05


def after_number_and_comma(run: Run) -> float | None:
    """A mark in "in 2041,3" and "98/12,3"; sooner decimals in "12,300", and surely in "12.300"."""
    if run.before not in ",.、" or not run.second.isdigit():
        return None
    number = _NUMBER_BEFORE.search(run.piece, max(0, run.start - _LOOK_BACK_NUMBER), run.start - 1)
    if run.before == "." or not number:
        return 0.0
    if _YEAR.fullmatch(number.group()):
        return _LIKELY
    return 5.0 if number["joined"] else 0.4


def among_ideographs(run: Run) -> float | None:
    """A mark after an ideograph where none follows; sooner a number between two, all the more before a unit."""
    followed = run.after != "" and _IDEOGRAPH.match(run.after) is not None
    if not _IDEOGRAPH.match(run.before) and not (run.before in _WIDE_CLOSING and followed):
        return None
    if not followed:
        return _LIKELY
    before, units = _number_affixes()
    return 0.1 if run.before in before or run.after in units else 0.5


def after_word(run: Run) -> float | None:
    """A mark in "the villages3" and "the villages,3"; a capital may belong to a number, as in "E3"."""
    if run.before not in _CLOSING and not run.before.isalpha():
        return None
    return _FAIR if run.before.isupper() else _CERTAIN


def printed_without_mark(run: Run) -> float | None:
    """A mark in "74/71" where the document also cites 74/7."""
    return _PRINTED_ALONE if "/" in run.prefix and run.prefix + run.number in run.printed else None


def printed_again(run: Run) -> float | None:
    """No mark in "74/71" where the document has 74/71 again."""
    return 0.0 if "/" in run.prefix and run.printed.get(run.prefix + run.digits, 0) > 1 else None


def undivided(run: Run) -> float | None:
    """No mark in a year after a space, nor in "S/5575"."""
    year = _YEAR.fullmatch(run.digits) and run.before == " "
    return 0.0 if year or _UNDIVIDED.fullmatch(run.prefix) else None


def year_and_mark(run: Run) -> float | None:
    """A mark in "of 9 April 204418"."""
    return _LIKELY if _YEAR.fullmatch(run.number) else None


def after_stroke(run: Run) -> float | None:
    """A mark in "61/1433", as no session adopts that many resolutions; "61/143" is as good as "61/14" and a mark."""
    if run.before != "/":
        return None
    return _FAIR if _SESSION.fullmatch(run.prefix) and int(run.digits) > _HIGHEST_NUMBER else _AS_GOOD_WHOLE


def number_and_mark(run: Run) -> float | None:
    """Perhaps a mark in "paragraph 123"."""
    return _AS_GOOD_WHOLE if len(run.number) > 1 and run.before in " ." else None


WHOLE_RULES: Final[tuple[Rule, ...]] = (
    after_long_word_and_stop,
    after_short_word_and_stop,
    after_space_as_day,
    after_space_and_year,
    after_space_and_word,
    after_number_and_comma,
    among_ideographs,
    after_word,
)
"""Rules for a run all of whose digits are read as a mark, in this order."""
SPLIT_RULES: Final[tuple[Rule, ...]] = (
    printed_without_mark,
    printed_again,
    undivided,
    year_and_mark,
    after_stroke,
    number_and_mark,
)
"""Rules for a run whose last digits are read as a mark after a number, in this order."""


@functools.cache
def _number_affixes() -> tuple[frozenset[str], frozenset[str]]:
    """What precedes and what follows a number without a space, in any language."""
    scripts = [load_script(language) for language in load_structures()]
    before = frozenset(affix for script in scripts for affix in script.before_number)
    return before, frozenset(unit for script in scripts for unit in script.units_after_number)
