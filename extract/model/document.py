"""`Document` and its parts: the text as read, and blocks of flowing text that map back to offsets in it."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import regex

from extract.model.cell import Cell
from extract.model.label import Label
from extract.model.record import DocumentRecord

LONGEST: Final = 20_000
"""Code points; the longest paragraphs of real documents have about 4,000."""


_BREAK: Final = regex.compile(r"(?r)[;；。.，, ]")


@dataclass(frozen=True, slots=True)
class Flow:
    """Text as a reader reads it: lines joined, note marks lifted out, unusual hyphens, spaces and digits normalised.

    Attributes:
        text: the flowing text.
        origin: for every code point of `text`, its offset in the document's text as read; strictly increasing. A range
            where nothing was left out, an array of integers otherwise.
    """

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as read of `text[start:end]`, which must not be empty."""
        return self.origin[start], self.origin[end - 1] + 1

    def at(self, offset: int) -> int:
        """Position in `text` of the first code point at or after `offset` of the text as read."""
        return bisect.bisect_left(self.origin, offset)


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: the note's number and the position in the block's flowing text that it follows."""

    position: int
    number: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a note or a heading.

    Attributes:
        label: which one it is; several blocks may share a label.
        flow: its text without note marks, with offsets.
        marks: the footnote marks in it, in order.
        page: number of the page that it begins on, from 1; None where the form has no pages.
        cell: the cell of a table that it stands in; None outside tables.
    """

    label: Label
    flow: Flow
    marks: tuple[Mark, ...] = ()
    page: int | None = None
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """The flowing text."""
        return self.flow.text


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink in the source to a document: evidence to compare a citation with, never the citation itself.

    Attributes:
        start: offset in the text as read of its first code point.
        end: one past its last.
        symbol: the UN symbol that it leads to, without spaces.
    """

    start: int
    end: int
    symbol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as read.

    Attributes:
        record: symbol, organ, title, date, language, file.
        text: the text as read; all offsets point into it.
        blocks: its paragraphs and notes in reading order, notes after the body.
        links: the source's own hyperlinks to documents, in the order of the text.
    """

    record: DocumentRecord
    text: str
    blocks: tuple[Block, ...] = field(default=())
    links: tuple[Link, ...] = field(default=())


def pieces(block: Block) -> Iterator[Block]:
    """The block itself or, when it is too long for a paragraph, pieces that end at punctuation or a space."""
    start, text = 0, block.text
    while len(text) - start > LONGEST:
        found = _BREAK.search(text, start + LONGEST // 2, start + LONGEST)
        end = found.end() if found else start + LONGEST
        yield _piece(block, start, end)
        start = end
    yield _piece(block, start, len(text)) if start else block


def _piece(block: Block, start: int, end: int) -> Block:
    marks = (Mark(mark.position - start, mark.number) for mark in block.marks if start < mark.position <= end)
    flow = Flow(block.text[start:end], block.flow.origin[start:end])
    return replace(block, flow=flow, marks=tuple(marks))
