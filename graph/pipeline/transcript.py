"""Transcripts: a document's paragraphs with the places of its references, small enough to travel between processes."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from extract.model.cell import Cell
from extract.model.citation import Reference
from extract.model.document import Block, Document
from extract.model.label import Label

LONGEST: Final = 2_000_000
"""Code points of the longest text that a transcript is made of."""

_OVERLAPPING: Final = 8
"""Blocks of one label that may begin before a place and still hold it: the columns of a page, read one by one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a note as a reader reads it.

    Attributes:
        label: that of its block.
        text: its flowing text, without note marks.
        page: number of the page that it begins on; None where the form has no pages.
        marks: position in the text and number of each note mark, in order.
        spans: start and end in the text of each reference, and its index among the document's references.
        cell: the cell of a table that it stands in; None outside tables.
    """

    label: Label
    text: str
    page: int | None = None
    marks: tuple[tuple[int, str], ...] = ()
    spans: tuple[tuple[int, int, int], ...] = ()
    cell: Cell | None = None


def transcribe(document: Document, references: Sequence[Reference]) -> tuple[Passage, ...]:
    """Return the paragraphs of a document in reading order, each with the references that stand in it.

    Args:
        document: as read.
        references: what was found in it.

    Returns:
        Nothing for a document of more than `LONGEST` code points.
    """
    if len(document.text) > LONGEST:
        return ()
    spans: dict[int, list[tuple[int, int, int]]] = {}
    labelled: dict[str, list[tuple[int, int]]] = {}  # where each block with the label begins, and its number
    for number, block in enumerate(document.blocks):
        if len(block.flow.origin):
            labelled.setdefault(block.label, []).append((block.flow.origin[0], number))
    for begins in labelled.values():
        begins.sort()
    for place, reference in enumerate(references):
        start, end = reference.evidence.start, reference.evidence.end
        begins = labelled.get(reference.evidence.paragraph, [])
        last = bisect.bisect_right(begins, start, key=itemgetter(0))
        for _, number in reversed(begins[max(0, last - _OVERLAPPING) : last]):
            if (span := _span(document.blocks[number], start, end)) is not None:
                spans.setdefault(number, []).append((*span, place))
                break
    return tuple(
        Passage(
            block.label,
            block.text,
            block.page,
            tuple((mark.position, mark.number) for mark in block.marks),
            tuple(sorted(spans.get(number, ()))),
            block.cell,
        )
        for number, block in enumerate(document.blocks)
    )


def _span(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Map offsets in the text as read to the flowing text of a block; None if they are not in it."""
    origin = block.flow.origin
    if not len(origin) or not origin[0] <= start <= end - 1 <= origin[-1]:
        return None
    first, last = block.flow.at(start), block.flow.at(end)
    return (first, last) if first < last and origin[first] == start else None
