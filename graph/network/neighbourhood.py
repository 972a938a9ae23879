"""The neighbourhood of a text: all works within a few citations of it, in either direction."""

from typing import TYPE_CHECKING

from graph.network.lookup import find_key

if TYPE_CHECKING:
    import networkx as nx


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
