"""`select`: which nodes of a large network a page shows."""

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def select(network: "nx.MultiDiGraph[str]", *, limit: int) -> list[str]:
    """Return at most `limit` symbols, the most cited first.

    Half of the places go to the most cited; the others to the texts that have most citations with these, so that a
    reader sees what cites the important texts rather than a crowd of unconnected points.

    Raises:
        ValueError: `limit` is below one.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    ranked = sorted(network, key=lambda symbol: (-times_cited(network, symbol), symbol))
    if len(ranked) <= limit:
        return ranked
    chosen = set(ranked[: (limit + 1) // 2])
    links: Counter[str] = Counter()
    for citing, cited in network.edges():
        if citing in chosen and cited not in chosen:
            links[cited] += 1
        elif cited in chosen and citing not in chosen:
            links[citing] += 1
    others = sorted(
        (symbol for symbol in ranked if symbol not in chosen),
        key=lambda symbol: (-links[symbol], -times_cited(network, symbol), symbol),
    )
    chosen.update(others[: limit - len(chosen)])
    return [symbol for symbol in ranked if symbol in chosen]


def times_cited(network: "nx.MultiDiGraph[str]", symbol: str) -> int:
    """Return how many texts cite a node: its attribute, or those in the network where it has none."""
    value = network.nodes[symbol].get("cited")
    return value if isinstance(value, int) else len(network.pred[symbol])


def times_citing(network: "nx.MultiDiGraph[str]", symbol: str) -> int:
    """Return how many texts a node cites: its attribute, or those in the network where it has none."""
    value = network.nodes[symbol].get("cites")
    return value if isinstance(value, int) else len(network.succ[symbol])
