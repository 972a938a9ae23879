"""Labels of paragraphs (pp3, op13, fn7, annex/op2): what kind they are, and their reading order."""

from typing import Final

import regex

from extract.model.document import Block

_NUMBER: Final = regex.compile(r"\d{1,9}")


_PARTS: Final = ("title", "lead", "pp", "op", "p", "fn")


def reading_order(label: str) -> tuple[int, int, str]:
    """Give a sort key: preambular before operative paragraphs, notes and annexes after, each by number."""
    place = next((rank for rank, start in enumerate(_PARTS) if label.startswith(start)), 9)
    found = _NUMBER.search(label)
    return place, int(found[0]) if found else 0, label


def is_note(block: Block) -> bool:
    """Tell whether a block is a footnote or endnote."""
    return block.label.startswith("fn")
