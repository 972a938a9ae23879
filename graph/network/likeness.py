"""Likeness: texts that others cite together (co-citation), and texts that cite the same (bibliographic coupling).

Small, "Co-citation in the scientific literature", JASIS 24 (1973); Kessler, "Bibliographic coupling between scientific
papers", American Documentation 14 (1963); the strength is Salton's cosine.
"""

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import networkx as nx

_BLOCK: Final = 256
"""Texts that are compared with all others at a time, so that memory stays small however often one text is cited."""


@dataclass(frozen=True, slots=True, order=True)
class Alike:
    """Two texts that are alike.

    Attributes:
        one: key of the first, in the order of the network.
        other: key of the second.
        together: number of texts that cite both (co-citation), or that both cite (coupling).
        cosine: that number in proportion to how often each is cited, or cites: 1 where the same texts cite both.
    """

    one: str
    other: str
    together: int
    cosine: float


def co_citation(
    network: "nx.MultiDiGraph[str]", symbol: str | None = None, *, most: int = 100, least: int = 2
) -> list[Alike]:
    """Return the pairs of texts that most texts cite together, the most frequent first.

    Args:
        network: from `graph.network.citation_network`.
        symbol: key of a text whose pairs alone to return; None for all.
        most: number of pairs at most.
        least: number of texts that must cite both.
    """
    return _alike(network, symbol, most, least, transpose=True)


def coupling(
    network: "nx.MultiDiGraph[str]", symbol: str | None = None, *, most: int = 100, least: int = 2
) -> list[Alike]:
    """Return the pairs of texts that cite most texts in common, the most frequent first.

    Args:
        network: from `graph.network.citation_network`.
        symbol: key of a text whose pairs alone to return; None for all.
        most: number of pairs at most.
        least: number of texts that both must cite.
    """
    return _alike(network, symbol, most, least, transpose=False)


def _alike(
    network: "nx.MultiDiGraph[str]", symbol: str | None, most: int, least: int, *, transpose: bool
) -> list[Alike]:
    symbols = list(network)
    chosen = None if symbol is None else symbols.index(symbol)
    links = _links(network, symbols)
    rows = links.T.tocsr() if transpose else links
    columns = rows.T.tocsc()
    sizes = rows.sum(axis=1)
    best: list[tuple[int, int, int]] = []  # a heap of (together, -one, -other): the least of the best is first
    for start in range(0, rows.shape[0], _BLOCK):
        found = (rows[start : start + _BLOCK] @ columns).tocoo()
        is_wanted = (found.row + start < found.col) & (found.data >= least)
        if chosen is not None:
            is_wanted &= (found.row + start == chosen) | (found.col == chosen)
        if len(best) == most:
            is_wanted &= found.data >= best[0][0]
        pairs = zip(found.data[is_wanted], found.row[is_wanted] + start, found.col[is_wanted], strict=True)
        best = heapq.nlargest(most, [*best, *((int(data), -int(one), -int(other)) for data, one, other in pairs)])
        best.reverse()  # the least first, as in a heap
    return [
        Alike(symbols[-one], symbols[-other], together, together / math.sqrt(int(sizes[-one]) * int(sizes[-other])))
        for together, one, other in reversed(best)
    ]


def _links(network: "nx.MultiDiGraph[str]", symbols: list[str]) -> Any:  # noqa: ANN401  # a sparse array
    """Return which text cites which, as a matrix of zeros and ones without a diagonal."""
    import numpy as np  # noqa: PLC0415  # slow to load, and few commands need it
    from scipy import sparse  # noqa: PLC0415  # as above

    number = {symbol: place for place, symbol in enumerate(symbols)}
    pairs = sorted({(number[citing], number[cited]) for citing, cited in network.edges() if citing != cited})
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(pairs), dtype=np.int64)
    return sparse.csr_array((ones, (ends[:, 0], ends[:, 1])), shape=(len(symbols), len(symbols)))
