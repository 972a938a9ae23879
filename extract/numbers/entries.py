"""`read_entry`: a line or a cell of a list that holds numbers and little else ("57/300; 58/269", "70/1 Our world")."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.dates import find_dates
from extract.language.finders import finders
from extract.language.forms import words
from extract.language.references import References
from extract.numbers.designators import find_designators
from extract.symbols.number import Designator

_LONGEST: Final = 2_000
_SIGN: Final = regex.compile(
    r"\s*+(?:[-–—•·*]|\((?:\d{1,3}|\p{L}|[ivxIVX]{1,6})\)|(?:\d{1,3}|\p{L}|[ivxIVX]{1,6})[.)])\s++"
)
_UNSEEN: Final = regex.compile(r"[*†‡\s.;；。]++")
_OPENS_TITLE: Final = regex.compile(r"[\s:：.\-–—,]{0,4}+(?=[\p{Lu}\p{Lo}\"“«《\[])")
_OPENS_PART: Final = regex.compile(r",\s|\s?\(")
_BRACKETED: Final = regex.compile(
    r"[(（\[](?P<inner>[^()（）\[\]]{2,120}(?:\([^()]{1,8}\))?[^()（）\[\]]{0,80})[)）\]]\W{0,3}\Z"
)
_SHORTEST_TITLE: Final = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of a list holds.

    Attributes:
        start, end: where its numbers stand.
        title: what it says besides; empty where it says nothing else.
    """

    start: int
    end: int
    title: str = ""


@functools.cache
def _parts(lexicon: References) -> regex.Pattern[str]:
    """The pattern of pinpoints and of the words that join them: "sect. IX", "paras. 3-7", "annex"."""
    section = lexicon.pinpoints
    unit = words([*section.units, *section.articles, *section.units_after, *section.alone], prefixes=lexicon.particles)
    number = r"(?:[IVXLC]{1,7}|\d{1,3}(?:\.\d{1,3})?|\p{Lu})(?!\p{L})(?:\s?\(\p{L}{1,4}\))?"
    before = "".join(lexicon.script.before_number)
    ordinal = rf"[{before}]?" if before else ""
    joint = rf"(?:\s?(?:[,،、–-]|{words([*lexicon.joints.words, *lexicon.joints.range])})\s?)"
    return regex.compile(
        rf"(?:{ordinal}{number}\s?(?i:{unit})|(?i:{unit})(?:\s?{number}(?:{joint}{number}){{0,6}}+)?)",
        regex.V1,
    )


def read_entry(text: str, lexicon: References) -> Entry | None:
    """Read a line or a cell as an entry of a list; None where it is none.

    Args:
        text: its flowing text.
        lexicon: the words of its language.
    """
    if len(text) > _LONGEST:
        return None
    numbers = find_designators(text, lexicon)
    if not numbers:
        return None
    start = sign.end() if (sign := _SIGN.match(text)) and sign.end() <= numbers[0].outer[0] else 0
    if _is_bare(text[start:], lexicon):
        return Entry(start, len(text))
    return _leading(text, numbers, start, lexicon) or _bracketed(text, lexicon)


def _leading(text: str, numbers: Sequence[Designator], start: int, lexicon: References) -> Entry | None:
    """Numbers before a title."""
    end = start
    rest = _blanked(text, numbers, lexicon)
    for each in numbers:
        if not _says_nothing(rest[end : each.outer[1]], lexicon):
            break
        end = each.outer[1]
    opened = _OPENS_PART.match(text, end)
    part = _parts(lexicon).match(text, opened.end()) if opened else None
    end = part.end() if part else end
    end += 1 if part and opened and "(" in opened[0] and text[end : end + 1] == ")" else 0
    opens = _OPENS_TITLE.match(text, end) if end > start else None
    if opens is None or len(text) - opens.end() < _SHORTEST_TITLE:
        return None
    return Entry(start, end, text[opens.end() :])


def _bracketed(text: str, lexicon: References) -> Entry | None:
    """Numbers in brackets behind a title."""
    found = _BRACKETED.search(text)
    if not found or not _is_bare(found["inner"], lexicon):
        return None
    return Entry(*found.span("inner"), text[: found.start()].rstrip())


def _is_bare(text: str, lexicon: References) -> bool:
    """Whether a text holds numbers and nothing besides, but for their nouns, parts and dates."""
    numbers = find_designators(text, lexicon)
    return bool(numbers) and _says_nothing(_blanked(text, numbers, lexicon), lexicon)


def _blanked(text: str, numbers: Sequence[Designator], lexicon: References) -> str:
    """A text with blanks for its numbers, their nouns and their dates."""
    rest = list(text)
    nouns = finders(lexicon).noun.finditer(text)
    dates = {token.start: token.end for token in find_dates(text, lexicon)}
    spans = [*(d.outer for d in numbers), *dates.items()]
    links = ((d.outer[1], lexicon.date_link.match(text, d.outer[1])) for d in numbers)
    spans += [(end, link.end()) for end, link in links if link and link.end() in dates]
    for a, b in (*spans, *(m.span() for m in nouns)):
        rest[a:b] = " " * (b - a)
    return "".join(rest)


def _says_nothing(rest: str, lexicon: References) -> bool:
    """Whether nothing is left but parts, joints and light words."""
    left = _parts(lexicon).sub(" ", rest)
    left = lexicon.light.sub(" ", lexicon.joint.sub(" ", left))
    return not _UNSEEN.sub("", left)
