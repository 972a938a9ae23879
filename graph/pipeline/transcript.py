"""Transcripts: a document's paragraphs with the places of its references, small enough to travel between processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.model.cell import Cell
from extract.model.citation import Reference
from extract.model.document import Block, Document
from extract.model.label import Label

LONGEST: Final = 2_000_000
"""Code points of the longest text that a transcript is made of."""


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
    labelled: dict[str, list[int]] = {}
    for number, block in enumerate(document.blocks):
        labelled.setdefault(block.label, []).append(number)
    for place, reference in enumerate(references):
        start, end = reference.evidence.start, reference.evidence.end
        for number in labelled.get(reference.evidence.paragraph, ()):
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
