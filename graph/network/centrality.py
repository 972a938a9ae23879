"""Measures of the citation network: degree, PageRank, hubs and authorities, betweenness, k-core, communities.

networkx is the interface, and scipy does its work. For betweenness networkx takes 16 processor minutes at 20,000 texts
and 100,000 citations, so that it is computed in `graph.network.betweenness`.
"""

from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from graph.network.betweenness import betweenness
from graph.network.clusters import find_clusters

_PRECISE: Final = 1e-10  # PageRank is computed until it changes by less, in all works together
_ROUNDS: Final = 500
_MOST_ROUNDS: Final = 5000  # of HITS, which settles slowly where two groups of texts are equally central
_DIGITS: Final = 12  # to which shares are rounded, so that every machine has the same


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
    """How central a work is; each pair of works counts once, however often the one cites the other.

    Attributes:
        symbol: its key in the network.
        cited: number of distinct works that cite it.
        cites: number of distinct works that it cites.
        pagerank: the share of time that a reader who follows citations at random spends on it; all shares add up to 1.
        hub: how much it cites what is much cited (HITS); all add up to 1.
        authority: how much it is cited by what cites widely (HITS); all add up to 1.
        betweenness: the share of shortest ways between two other works that lead over it.
        core: the largest k such that it is in a group of works each of which has k neighbours in the group.
        community: number of the group of works that it cites and that cite it, 0 for the largest; -1 for none.
    """

    symbol: str
    cited: int
    cites: int
    pagerank: float
    hub: float
    authority: float
    betweenness: float
    core: int
    community: int


def measures(network: "nx.MultiDiGraph[str]") -> list[Measure]:
    """Return the measures of every work, highest PageRank first; a work's citations of itself do not count."""
    symbols = list(network)
    numbered = _numbered(network, symbols)
    ranks = nx.pagerank(numbered, weight=None, tol=_PRECISE / max(len(symbols), 1), max_iter=_ROUNDS) if symbols else {}
    hubs, authorities = _hits(numbered)
    between = betweenness(len(symbols), numbered.edges)
    cores = nx.core_number(nx.Graph(numbered))
    groups = find_clusters(len(symbols), ((citing, cited, 1.0) for citing, cited in numbered.edges))
    found = [
        Measure(
            symbol=symbol,
            cited=int(numbered.in_degree(place)),
            cites=int(numbered.out_degree(place)),
            pagerank=round(ranks[place], _DIGITS),
            hub=round(hubs[place], _DIGITS),
            authority=round(authorities[place], _DIGITS),
            betweenness=round(between[place], _DIGITS),
            core=cores[place],
            community=groups[place],
        )
        for place, symbol in enumerate(symbols)
    ]
    return sorted(found, key=lambda measure: (-measure.pagerank, -measure.cited, measure.symbol))


def communities(network: "nx.MultiDiGraph[str]") -> list[tuple[str, ...]]:
    """Return groups of works that cite each other more than others (Leiden), the largest first, members sorted.

    Works in no group, or in one of fewer than four, are left out.
    """
    symbols = sorted(network)
    numbered = _numbered(network, symbols)
    groups: dict[int, list[str]] = {}
    edges = sorted((citing, cited, 1.0) for citing, cited in numbered.edges)
    for symbol, group in zip(symbols, find_clusters(len(symbols), edges), strict=True):
        groups.setdefault(group, []).append(symbol)
    return [tuple(groups[group]) for group in sorted(groups) if group >= 0]


def _numbered(network: "nx.MultiDiGraph[str]", symbols: list[str]) -> "nx.DiGraph[int]":
    """Return the pairs of works, numbered in the order of the symbols, without loops."""
    number = {symbol: place for place, symbol in enumerate(symbols)}
    plain: nx.DiGraph[int] = nx.DiGraph()
    plain.add_nodes_from(range(len(symbols)))
    plain.add_edges_from((number[citing], number[cited]) for citing, cited in network.edges() if citing != cited)
    return plain


def _hits(numbered: "nx.DiGraph[int]") -> tuple[dict[int, float], dict[int, float]]:
    """Return hub and authority of each node; all 0 where nothing is cited."""
    if not numbered.number_of_edges():
        return dict.fromkeys(numbered, 0.0), dict.fromkeys(numbered, 0.0)
    from scipy import sparse  # noqa: PLC0415  # slow to load, and few commands need it

    links: Any = nx.to_scipy_sparse_array(numbered, format="csr").astype(float)
    hubs = _leading(sparse.csr_array(links))
    authorities = links.T @ hubs
    return _shares(hubs), _shares(authorities)


def _leading(links: Any) -> Any:  # noqa: ANN401  # a sparse array, and the vector of hubs
    """Return the leading left singular vector by power iteration from equal values, which decides between ties."""
    import numpy as np  # noqa: PLC0415  # slow to load, and few commands need it

    hubs = np.full(links.shape[0], 1.0 / links.shape[0])
    for _ in range(_MOST_ROUNDS):
        before = hubs
        hubs = links @ (links.T @ hubs)
        hubs /= hubs.sum()
        if float(np.abs(hubs - before).sum()) < _PRECISE:
            break
    return hubs


def _shares(values: Any) -> dict[int, float]:  # noqa: ANN401  # a vector
    total = float(values.sum()) or 1.0
    return {place: float(value) / total for place, value in enumerate(values)}
