"""The number of a resolution or decision in its title, and the symbol that it makes with the series of its body."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.references import References, load_references
from extract.language.structure import Structure
from extract.layout.own_symbol import is_agency
from extract.mentions.conference_numbers import find_conference_numbers
from extract.model.errors import SymbolError
from extract.numbers.designators import find_designators
from extract.symbols.bodies import Body, Noun, by_name
from extract.symbols.number import Designator
from extract.symbols.symbol import parse

_NUMBER: Final = regex.compile(
    r"(?:-\s?\.\s?)?(?P<number>(?:(?:ES|S)-)?\d{1,4}/\d{1,4}"
    r"|\d{1,4} ?(?:[A-Z](?:-[A-Z])? ?)?\((?:ES-|S-)?[IVXLC]+\))(?: ?[A-Z](?:[\-,–] ?[A-Z])*(?=\.))?\s?\.?"
)
_LAST_WORD: Final = regex.compile(
    r"(?:(?<=\s)|(?<=\p{Han}))[\p{L}--\p{Han}]{1,6}\Z|(?<=\s)\p{L}{1,6}\Z", flags=regex.V1
)
_LONGEST_PART: Final[int] = 8  # code points at the end of a title that may name a part, separator included
_HEAD: Final = 120  # code points of a title among which its number stands
_LETTERS: Final = 12  # code points between a number and its full stop that may hold letters: "99/953 A and B."
_EMPTY: Final = regex.compile(r"[\s.,:;()\-–—]*")
_DELIMITED: Final = regex.compile(r"\s*+[.:–—-]\s*+\p{L}{2}")
_YEAR: Final = regex.compile(r"\s?\(\d{4}\)")
_LETTER: Final = regex.compile(r"\p{L}")
_OWN: Final = "own_"


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """The number that a title begins with.

    Attributes:
        designators: the number, once for each letter that it bears.
        noun: what the title calls it; None where it does not say.
        end: one past its last code point in the title.
    """

    designators: Sequence[Designator]
    noun: Noun | None
    end: int

    def symbol(self, body: Body, noun: Noun, letters: str) -> str | None:
        """The symbol in the series of a body; None when the body has no series of that form.

        Args:
            body: the body that adopted it.
            noun: what it is where its title does not say.
            letters: those of its parts, where the number itself bears none.
        """
        first, last = self.designators[0], self.designators[-1]
        printed = first.letter if first.letter == last.letter else f"{first.letter}-{last.letter}"
        number = Designator(
            first.start, last.end, first.outer, first.form, first.session, first.number, printed or letters
        )
        symbol = body.symbol(number, self.noun or noun)
        if symbol is None and (self.noun or noun) == "decision":  # numbered among the body's resolutions
            symbol = body.symbol(number, "resolution")
        return symbol


def number_of(title: str, frame: Structure) -> OwnNumber | None:
    """The number that a title begins with: "62/37. Wells", "Resolution 62/37", "第62/37号决议"; None without one.

    Args:
        title: the title as printed.
        frame: what frames a document in its language.
    """
    lexicon = load_references(frame.language)
    if found := _NUMBER.match(title):
        return _numbered(found, lexicon)
    designators = find_designators(title[:_HEAD], lexicon) or _by_form(title, frame)
    if not designators:
        return None
    first = designators[0]
    members = [each for each in designators if (each.session, each.number) == (first.session, first.number)]
    before, after = title[: first.outer[0]], title[members[-1].outer[1] :]
    left = lexicon.light.sub(" ", lexicon.body.sub(" ", lexicon.noun.sub(" ", before)))
    following = lexicon.noun.match(after.lstrip(" ."))
    if following and _LETTER.match(after.lstrip(" ."), following.end()):  # what a resolution is about comes first
        following = None
    noun = lexicon.noun.search(before) or following
    if noun is None or not _EMPTY.fullmatch(left):
        return None
    return OwnNumber(members, _noun(noun), members[-1].outer[1])


def conference_number(text: str, lexicon: References) -> str | None:
    """The symbol of a decision of parties or of an agency that a line or title begins with, its noun aside."""
    found = next(iter(find_conference_numbers(text, lexicon, (), recent=())), None)
    if found is None:
        return None
    noun = lexicon.noun.match(text)
    begins = found.start == 0 or not text[: found.start].strip() or (noun is not None and noun.end() >= found.start - 1)
    return found.target if begins else None


def _by_form(title: str, frame: Structure) -> Sequence[Designator]:
    """The number and year of a title of the Security Council: "Resolution 9 (1946)", which may be short."""
    for form in frame.resolution_titles:
        if (found := form.match(title)) and "year" in found.groupdict():
            start, end = found.start("number"), found.end("number")
            year = _YEAR.match(title, end)
            span = (start, year.end() if year else end)
            return [Designator(*span, span, "year", found["year"], int(found["number"]))]
    return []


def _numbered(found: "regex.Match[str]", lexicon: References) -> OwnNumber | None:
    """The number of a title that begins with it, with the letters before its full stop."""
    start, stop = found.start("number"), found.string.find(".", found.end("number"), found.end("number") + _LETTERS)
    printed = find_designators(found.string[start : stop if stop >= 0 else found.end("number")], lexicon)
    if not printed:
        return None
    first = printed[0]
    members = [each for each in printed if (each.session, each.number) == (first.session, first.number)]
    return OwnNumber(members, None, max(found.end(), start + members[-1].end))


def _noun(found: "regex.Match[str]") -> Noun:
    name = (found.lastgroup or "").removeprefix(_OWN)
    return "decision" if name == "decision" else "resolution"


def own_symbol(title: str | None, organ: str | None, frame: Structure, *, parts: int, decides: bool) -> str | None:
    """The symbol that the number of a title makes with the series of its body.

    Args:
        title: the title as printed.
        organ: the adopting body, in English.
        frame: what frames a document in its language.
        parts: how many parts the body enacted one by one.
        decides: whether the text says elsewhere that it is a decision.
    """
    conference = conference_number(title, load_references(frame.language)) if title else None
    if conference and parse(conference).body == organ:
        return conference
    body = by_name(organ)
    number = number_of(title, frame) if title and body else None
    if title is None or body is None or number is None:
        return None
    return number.symbol(body, "decision" if decides else "resolution", part_letters(title, frame, parts))


def is_decision(symbol: str | None) -> bool:
    """Whether a printed symbol is that of a decision."""
    try:
        return symbol is not None and parse(symbol).kind == "decision"
    except SymbolError:
        return False


def part_letters(title: str, frame: Structure, parts: int) -> str:
    """Letters of the parts that the text holds: all of several, or the one that the title ends with."""
    if parts > 1:
        return f"A-{chr(ord('A') + parts - 1)}"
    last = _last_part(title, frame)
    return chr(ord("A") + frame.parts.index(last)) if last else ""


def bare_title(title: str | None, frame: Structure) -> str | None:
    """The title without the number at its start and the letter of the part at its end."""
    if title and is_agency(title.partition(" ")[0]):
        return title.partition(" ")[2] or title
    number = number_of(title, frame) if title else None
    if not title or number is None or (number.noun and not _DELIMITED.match(title, number.end)):
        return title
    bare = title[number.end :].strip(" -–.:")
    if number.noun and load_references(frame.language).noun.match(bare):
        return title
    return bare.removesuffix(_last_part(bare, frame)).strip() or title


def _last_part(title: str, frame: Structure) -> str:
    """The name of a part that a title ends with; after a Han character no space is needed."""
    found = _LAST_WORD.search(title, max(0, len(title) - _LONGEST_PART))
    return found.group() if found and found.group() in frame.parts else ""
