"""The paragraphs that carry the marks of notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.mentions.scan import BlockScan
from extract.model.document import Block
from extract.registry.gazetteer import NamedHit

_THERETO: Final = 40
"""Characters ("and the Protocols thereto") between a title and the mark whose note has its registration."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """The place of the mark of a note.

    Attributes:
        index: position of the block in the document.
        block: the block.
        mark: position of the mark in its flowing text.
    """

    index: int
    block: Block
    mark: int


def find_carriers(blocks: Sequence[Block]) -> Mapping[str, Carrier]:
    """Return note number -> the place of its first mark."""
    carriers: dict[str, Carrier] = {}
    for index, block in enumerate(blocks):
        for mark in block.marks:
            carriers.setdefault(mark.number, Carrier(index, block, mark.position))
    return carriers


def marked_titles(carriers: Mapping[str, Carrier], scans: Sequence[BlockScan]) -> Mapping[str, list[NamedHit]]:
    """Return note number -> the titles that end at its mark.

    Args:
        carriers: places of the marks.
        scans: the scan of each block of the document.
    """
    return {
        number: [h for h in scans[at.index].names if h.inside is None and 0 <= at.mark - h.end <= _THERETO]
        for number, at in carriers.items()
    }
