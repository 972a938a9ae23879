"""The words around a reference: the title that a text prints with a number, and a name that stands beside one."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.dates import find_dates
from extract.language.forms import words
from extract.language.references import load_references
from extract.language.titles import load_titles
from extract.mentions.block_dates import BlockDates
from graph.pipeline.transcript import Passage

_BEFORE: Final = 260
_AFTER: Final = 520
"""Characters around a reference in which its title may stand."""
_DATED: Final = 90
"""Characters of a date and the like between a number and the word "entitled"."""
_BETWEEN: Final = 80
"""Characters between a number and the name of what it contains."""
_OPENING: Final = r"[“”\"«《„‘]"
_CLOSING: Final = r"[”“\"»》’]"
_QUOTED: Final = rf"{_OPENING}\s*(?P<title>[^“”«»《》„\"]{{3,400}}+)\s*{_CLOSING}"
_STOP: Final = r"[^.;:“”«»《》„\"\n]"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language.

    Attributes:
        titled_after: a title after a number: “, entitled "…"”.
        titled_before: a title before a number, in a script of characters: 题为“…”的第70/1号决议; None elsewhere.
        joined: what joins a quoted title to the number after it.
        containing: what may stand between a number and the name of what it contains.
    """

    titled_after: regex.Pattern[str]
    titled_before: regex.Pattern[str] | None
    joined: regex.Pattern[str]
    containing: regex.Pattern[str]


@functools.cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language."""
    titles = load_titles(language)
    entitled, containing = words(titles.stated.entitled), words(titles.stated.containing)
    before = None
    if titles.unit == "character":
        before = regex.compile(rf"{entitled}\s*{_QUOTED}[^“”«»《》„\",，。;；]{{0,30}}+\Z", regex.V1)
    return Patterns(
        regex.compile(rf"{_STOP}{{0,{_DATED}}}?{entitled}[\s:]*+{_QUOTED}", regex.V1 | regex.IGNORECASE),
        before,
        regex.compile(words(titles.stated.joined), regex.V1),
        regex.compile(
            rf"{_STOP}{{0,{_DATED}}}?{containing}{_STOP}{{0,30}}?[\s{_OPENING[1:-1]}]*+", regex.V1 | regex.IGNORECASE
        ),
    )


def printed_title(
    passage: Passage, start: int, end: int, language: str, others: Sequence[tuple[int, int]]
) -> str | None:
    """The title that a text prints in quotation marks with a number.

    Args:
        passage: the paragraph.
        start: of the number in its text.
        end: of the number.
        language: of the text.
        others: spans of the other numbers of the paragraph; a title beyond one of these belongs to it.

    Returns:
        The title as written; None where none is printed.
    """
    patterns = patterns_of(language)
    after = passage.text[end : min([end + _AFTER, *(first for first, _ in others if first >= end)])]
    found = patterns.titled_after.match(after)
    if found and not patterns.joined.match(after, found.end()):
        return " ".join(found["title"].split())
    if patterns.titled_before:
        before = passage.text[max([0, start - _BEFORE, *(last for _, last in others if last <= start)]) : start]
        if found := patterns.titled_before.search(before):
            return " ".join(found["title"].split())
    return None


def printed_date(passage: Passage, span: tuple[int, int], language: str) -> str | None:
    """The ISO date that stands beside a number, whatever it is; None where none does.

    Args:
        passage: the paragraph.
        span: of the number.
        language: of the text.
    """
    lexicon = load_references(language)
    if lexicon.date_before:
        return None  # what stands before a number may end a period: only the engine tells
    return BlockDates(passage.text, list(find_dates(passage.text, lexicon)), lexicon).of(*span)


def contains(passage: Passage, number: tuple[int, int], name: tuple[int, int], language: str) -> bool:
    """Whether a text says that what bears a number is, or contains, what bears a name.

    "resolution 217 A (III), containing the Universal Declaration", "the 2005 World Summit Outcome (resolution 60/1)".

    Args:
        passage: the paragraph.
        number: span of the number.
        name: span of the name.
        language: of the text.
    """
    if number[1] <= name[0] <= number[1] + _DATED + _BETWEEN:
        between = passage.text[number[1] : name[0]]
        return bool(patterns_of(language).containing.fullmatch(between))
    if name[1] <= number[0] <= name[1] + _BETWEEN:
        between, after = passage.text[name[1] : number[0]], passage.text[number[1] : number[1] + 1]
        return bool(_BRACKET.fullmatch(between)) and after in _ENDS
    return False


_BRACKET: Final = regex.compile(rf"{_CLOSING}?\s*+[(（]\s*+(?:\p{{L}}++[\s]*+){{0,6}}")
_ENDS: Final = frozenset(")）,;，；")
