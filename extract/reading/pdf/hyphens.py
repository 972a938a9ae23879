"""Hyphens at line ends: those that only divide a word, told by how the document writes the word elsewhere."""

from collections.abc import Sequence
from typing import Final

import regex

from extract.reading.pdf.rows import Row

_WORD: Final = regex.compile(r"\p{L}++(?:[-\u2010]\p{L}++)*+")
_HEAD: Final = regex.compile(r"\p{L}++")
_TAIL: Final = regex.compile(r"(?P<word>\p{L}{1,40})(?P<hyphen>[-\u2010\u00ad])\Z")
_FEWEST: Final[int] = 2
SOFT: Final = "\u00ad"
"""What is written for a hyphen that divides a word: no reader sees it, and no blank follows it."""


class Hyphens:
    """Which line ends of a document divide a word."""

    def __init__(self, groups: Sequence[Sequence[Row]]) -> None:
        """Learn from the lines of its paragraphs and notes."""
        words: set[str] = set()
        ends: list[tuple[Row, str, str]] = []
        for rows in groups:
            for row, after in zip(rows, [*rows[1:], None], strict=True):
                words.update(word.casefold() for word in _WORD.findall(row.text))
                tail = _TAIL.search(row.text[-48:])
                head = _HEAD.match(after.text) if after is not None else None
                if tail and head and head.group()[0].islower():
                    ends.append((row, tail["word"].casefold(), head.group().casefold()))
        whole = [first + second in words for _, first, second in ends]
        joined = [f"{first}-{second}" in words for _, first, second in ends]
        divides = sum(whole) >= _FEWEST and sum(whole) > sum(joined)
        self._divided = {
            id(row)
            for (row, *_), is_whole, is_joined in zip(ends, whole, joined, strict=True)
            if not is_joined and (is_whole or divides)
        }

    def written(self, row: Row) -> str:
        """A line as it is written down."""
        return row.text[:-1] + SOFT if id(row) in self._divided else row.text
