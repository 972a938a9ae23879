"""`body`: the colour group of a node, by the body whose text it is."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, get_args

from extract.model.errors import SymbolError
from extract.symbols.body_table import Group, load_rows
from extract.symbols.symbol import parse

BODIES: Final[tuple[str, ...]] = (*get_args(Group), "treaty", "elsewhere")
"""The groups, in the order of the legend; each has a colour in `page.css` and a name in `strings/`."""


def body(symbol: str, attributes: Mapping[str, Any]) -> str:
    """Return a node's group: by the organ that adopted it, else by the body that begins its symbol."""
    if attributes.get("kind") == "treaty":
        return "treaty"
    if organ := attributes.get("organ"):
        return _by_name().get(organ, "elsewhere")
    try:
        components = parse(symbol).components
    except SymbolError:
        return "elsewhere"
    heads = ("/".join(components[:size]) for size in (2, 1))
    return next((group for head in heads if (group := _by_series().get(head))), "elsewhere")


@cache
def _by_name() -> Mapping[str, str]:
    """English name of a body to its group."""
    return {row.name: row.group for row in load_rows().values() if row.group}


@cache
def _by_series() -> Mapping[str, str]:
    """Beginning of a symbol (`A`, `A/HRC`) to the group of the body whose series it is."""
    return {head: row.group for row in load_rows().values() if row.group for head in row.series}
