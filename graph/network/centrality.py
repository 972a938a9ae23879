"""Measures of the citation network: degree, PageRank, communities."""

from dataclasses import dataclass
from typing import Final

import networkx as nx

SEED: Final = 1946
"""Seed of all random choices; a constant, so that the same graph always has the same communities."""


def simple_network(network: "nx.MultiDiGraph[str]") -> "nx.DiGraph[str]":
    """Merge parallel citations into one edge with `weight`, their number; nodes and their attributes stay."""
    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from((node, dict(attributes)) for node, attributes in network.nodes(data=True))
    for citing, cited in network.edges():
        if simple.has_edge(citing, cited):
            simple.edges[citing, cited]["weight"] += 1
        else:
            simple.add_edge(citing, cited, weight=1)
    return simple


@dataclass(frozen=True, slots=True)
class Measure:
    """How central a work is.

    Attributes:
        symbol: its key in the network.
        cited: number of distinct works that cite it.
        cites: number of distinct works that it cites.
        pagerank: the share of time that a reader who follows citations at random spends on it; all shares add up to 1.
    """

    symbol: str
    cited: int
    cites: int
    pagerank: float


def measures(network: "nx.MultiDiGraph[str]") -> list[Measure]:
    """Return the measures of every work, highest PageRank first."""
    simple = simple_network(network)
    ranks = nx.pagerank(simple, weight=None) if simple else {}
    found = [
        Measure(symbol, int(simple.in_degree(symbol)), int(simple.out_degree(symbol)), round(ranks[symbol], 9))
        for symbol in simple
    ]
    return sorted(found, key=lambda measure: (-measure.pagerank, -measure.cited, measure.symbol))


def communities(network: "nx.MultiDiGraph[str]") -> list[tuple[str, ...]]:
    """Return groups of works that cite each other more than others (Louvain), the largest first, members sorted."""
    symbols = sorted(network)
    number = {symbol: position for position, symbol in enumerate(symbols)}
    plain: nx.Graph[int] = nx.Graph()  # numbers, because the order of a set of strings differs between processes
    plain.add_nodes_from(range(len(symbols)))
    pairs = {(min(a, b), max(a, b)) for a, b in ((number[a], number[b]) for a, b in network.edges()) if a != b}
    plain.add_edges_from(sorted(pairs))
    groups = nx.community.louvain_communities(plain, seed=SEED) if plain else []
    named = [tuple(symbols[member] for member in sorted(group)) for group in groups]
    return sorted(named, key=lambda group: (-len(group), group))
