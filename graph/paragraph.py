"""Labels of paragraphs in the order in which a reader meets them."""

from typing import Final

import regex

_NUMBER: Final = regex.compile(r"\d{1,9}")
_PARTS: Final = ("title", "lead", "pp", "op", "p", "fn")


def reading_order(label: str) -> tuple[int, int, str]:
    """Give a sort key: preambular before operative paragraphs, notes and annexes after, each by number."""
    place = next((rank for rank, start in enumerate(_PARTS) if label.startswith(start)), 9)
    found = _NUMBER.search(label)
    return place, int(found[0]) if found else 0, label
