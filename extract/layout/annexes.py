"""The headings of annexes, and the tables of contents that list them without being any."""

from collections.abc import Sequence
from typing import Final

import regex

from extract.language.structure import Structure

_STOPS: Final = frozenset(".;:。；：؛")
_CLOSING: Final = "'\"”»)]》」’"
_LONGEST_HEADING: Final = 160
_HEAD: Final = 60  # paragraphs among which a table of contents begins
_NEAR: Final = 3
_CLAUSE: Final = 60
_MARKS: Final = " *†‡"
_LONGEST_CONTENTS: Final = 400  # paragraphs
_PAGE: Final = regex.compile(r"(?<![\s.…])[\s.…]*+\d{1,4}\Z")
_LETTER: Final = regex.compile(r"\p{L}")


def find_annexes(
    texts: Sequence[str], numbers: Sequence[int | None], headings: Sequence[bool], frame: Structure
) -> list[int]:
    """Places of the headings of annexes; those that a table of contents lists are not."""
    listed = _find_contents(texts, headings, frame)
    return [
        at
        for at, text in enumerate(texts)
        if len(text) <= _LONGEST_HEADING
        and at not in listed
        and (frame.annex.match(text) or (frame.titled_annex.match(text) and _number_restarts(at, numbers, headings)))
    ]


def _number_restarts(at: int, numbers: Sequence[int | None], headings: Sequence[bool]) -> bool:
    """Whether the paragraphs after a heading are numbered from one, and those before it are numbered, too."""
    if not headings[at] or not any(numbers[:at]):
        return False
    return next((number for number in numbers[at + 1 : at + 1 + _NEAR] if number is not None), None) == 1


def _find_contents(texts: Sequence[str], headings: Sequence[bool], frame: Structure) -> range:
    """Places of what a table of contents lists: up to the line that repeats one of it, or the first clause."""
    start = next((at for at, text in enumerate(texts[:_HEAD]) if frame.contents.fullmatch(text)), None)
    if start is None:
        return range(0)
    listed: set[str] = set()
    for at in range(start + 1, min(len(texts), start + 1 + _LONGEST_CONTENTS)):
        entry = _PAGE.sub("", texts[at].rstrip(_MARKS))
        repeats = entry in listed and _LETTER.search(entry) is not None
        if repeats or (not headings[at] and _stops(texts[at]) and len(texts[at]) >= _CLAUSE):
            return range(start, at)
        listed.add(entry)
    return range(start, start + 1)


def _stops(text: str) -> bool:
    """Whether a text ends as a clause does, closing quotation marks and brackets aside."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS
