"""`body`: whose text a node is, as far as pages tell bodies apart by colour."""

from collections.abc import Mapping
from typing import Any, Final

from extract.model.errors import SymbolError
from extract.symbols.symbol import parse

BODIES: Final = ("assembly", "council", "rights", "economic", "treaty", "elsewhere")
"""The groups, in the order of the legend; each has a colour in `page.css` and a name in `strings.toml`."""

_NAMES: Final = {
    "General Assembly": "assembly",
    "Security Council": "council",
    "Human Rights Council": "rights",
    "Commission on Human Rights": "rights",
    "Economic and Social Council": "economic",
}
_HEADS: Final = (
    (("A", "HRC"), "rights"), (("E", "CN.4"), "rights"), (("A",), "assembly"), (("S",), "council"),
    (("E",), "economic"),
)  # fmt: skip


def body(symbol: str, attributes: Mapping[str, Any]) -> str:
    """Give a node's group: by the organ that passed it, else by the body that its symbol begins with."""
    if attributes.get("kind") == "treaty":
        return "treaty"
    if organ := attributes.get("organ"):
        return _NAMES.get(organ, "elsewhere")
    try:
        components = parse(symbol).components
    except SymbolError:
        return "elsewhere"
    return next((group for head, group in _HEADS if components[: len(head)] == head), "elsewhere")
