"""Hyphens at line ends: those that only divide a word, judged by how the document writes the word elsewhere."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from extract.reading.pdf.rows import Row

_WORD: Final = regex.compile(r"\p{L}++(?:[-\u2010]\p{L}++)*+")
_HEAD: Final = regex.compile(r"\p{L}++")
_TAIL: Final = regex.compile(r"(?P<word>\p{L}{1,40})(?P<hyphen>[-\u2010\u00ad])\Z")
_FEWEST: Final[int] = 2
_LONGEST_TAIL: Final[int] = 48
SOFT: Final = "\u00ad"
"""What replaces a hyphen that divides a word: it is invisible, and no space follows it."""


class Hyphens:
    """Which line ends of a document divide a word."""

    def __init__(self, groups: Sequence[Sequence[Row]]) -> None:
        """Learn from the lines of its paragraphs and notes."""
        words = {word.casefold() for rows in groups for row in rows for word in _WORD.findall(row.text)}
        ends = {row: (head, tail) for rows in groups for row, head, tail in _hyphenated(rows)}
        whole = {row for row, (head, tail) in ends.items() if head + tail in words}
        joined = {row for row, (head, tail) in ends.items() if f"{head}-{tail}" in words}
        divides = len(whole) >= _FEWEST and len(whole) > len(joined)
        self._divided = frozenset((ends.keys() if divides else whole) - joined)

    def written(self, row: Row) -> str:
        """The text of a line, with a soft hyphen at its end where the hyphen only divides a word."""
        return row.text[:-1] + SOFT if row in self._divided else row.text


def _hyphenated(rows: Sequence[Row]) -> Iterator[tuple[Row, str, str]]:
    """Lines that end in a hyphen before a small letter, with what stands before and after it."""
    for row, following in itertools.pairwise(rows):
        tail = _TAIL.search(row.text[-_LONGEST_TAIL:])
        head = _HEAD.match(following.text) if tail else None
        if tail and head and head.group()[0].islower():
            yield row, tail["word"].casefold(), head.group().casefold()
