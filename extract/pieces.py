"""Pieces of blocks longer than any paragraph is: what looks at a paragraph as a whole stays bounded."""

from collections.abc import Iterator
from typing import Final

import regex

from extract.model.document import Block, Flow, Mark

LONGEST: Final = 20_000
"""Code points; the longest paragraphs of real documents have about 4,000."""
_BREAK: Final = regex.compile(r"(?r)[;；。.，, ]")


def pieces(block: Block) -> Iterator[Block]:
    """Give a block whole, or, when it is too long to be a paragraph, in pieces that end at a mark or a blank."""
    start, text = 0, block.text
    while len(text) - start > LONGEST:
        found = _BREAK.search(text, start + LONGEST // 2, start + LONGEST)
        end = found.end() if found else start + LONGEST
        yield _piece(block, start, end)
        start = end
    yield _piece(block, start, len(text)) if start else block


def _piece(block: Block, start: int, end: int) -> Block:
    marks = (Mark(mark.position - start, mark.number) for mark in block.marks if start < mark.position <= end)
    return Block(block.label, Flow(block.text[start:end], block.flow.origin[start:end]), tuple(marks), block.page)
