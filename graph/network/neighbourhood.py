"""The neighbourhood of a text: all works within a few citations of it, in either direction."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from extract.model.errors import RecallingError, SymbolError
from extract.symbols.symbol import parse
from graph.rdf.iri import FILE_KEY, TREATY_KEY

if TYPE_CHECKING:
    import networkx as nx


class NotInGraphError(RecallingError):
    """A text is not in the graph.

    Attributes:
        symbol: what was asked for.
        near: similar keys.
    """

    def __init__(self, symbol: str, near: tuple[str, ...]) -> None:
        """Compose the message, with similar keys as suggestions."""
        self.symbol = symbol
        self.near = near
        hint = f"; is one of these meant: {', '.join(near)}?" if near else ""
        super().__init__(f"{symbol[:200]} is not in the graph{hint}")


def find_key(network: "nx.MultiDiGraph[str]", symbol: str) -> str:
    """Return the node that the user means: a symbol as printed, `treaty:SLUG`, or `file:NAME`.

    Raises:
        NotInGraphError: there is no such node.
    """
    key = symbol.strip()
    if not key.startswith((TREATY_KEY, FILE_KEY)):
        try:
            key = str(parse(key))
        except SymbolError:
            key = "".join(key.split())
    if key not in network:
        raise NotInGraphError(symbol, tuple(get_close_matches(key, list(network), n=5, cutoff=0.7)))
    return key


def neighbourhood(network: "nx.MultiDiGraph[str]", symbol: str, *, depth: int) -> "nx.MultiDiGraph[str]":
    """Return the part of a network within `depth` citations of a text, and all citations inside it.

    Raises:
        NotInGraphError: the text is not in the network.
    """
    near = reached = {find_key(network, symbol)}
    for _ in range(depth):
        further = {end for text in reached for end in (*network.pred[text], *network.succ[text])}
        reached = further - near
        if not reached:
            break
        near = near | reached
    part = network.copy()  # a copy keeps the order of the nodes; a subgraph of a set would not
    part.remove_nodes_from([text for text in network if text not in near])
    return part
