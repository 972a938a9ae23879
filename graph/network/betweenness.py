"""`betweenness`: the share of shortest ways between two others that lead over a node, exactly, by Brandes' algorithm.

Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001). The steps below
are plain Python, and numba (extra `notebook`) compiles them for large networks. At 20,000 nodes and 96,000 distinct
pairs that takes a quarter of the time of rustworkx, a sixth of NetworKit, a hundredth of networkx; all give the same.
"""

import functools
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, NamedTuple

_PLAIN: Final = 10_000_000  # steps at most up to which compiling, two seconds, does not pay
_PARTS: Final = 32  # always as many, whatever the number of processors, so that sums are the same on every machine


class _Links(NamedTuple):
    """Which node leads to which: from node i to heads[starts[i]] … heads[starts[i + 1] - 1]."""

    starts: Any
    heads: Any


class _Notes(NamedTuple):
    """What a search from one node notes.

    Attributes:
        distance: of each node from the source; -1 where the search has not come.
        ways: number of shortest ways from the source to each node.
        weight: of each node, (1 + d) / ways, where d is Brandes' dependency: how many shortest ways lead over it.
        reached: nodes in the order in which they were reached, the nearest first.
        ends: heads of the links that belong to shortest ways, in the order of discovery.
        until: of each place in `reached`, where in `ends` the links of that node end.
    """

    distance: Any
    ways: Any
    weight: Any
    reached: Any
    ends: Any
    until: Any


def betweenness(count: int, pairs: Iterable[tuple[int, int]]) -> list[float]:
    """Return the betweenness of nodes 0 … n-1, as networkx does: in proportion to (n - 1)(n - 2), ends not counted.

    Args:
        count: n.
        pairs: distinct pairs of a node and another that it leads to.
    """
    ordered = sorted(pairs)
    starts = [0] * (count + 1)
    for tail, _ in ordered:
        starts[tail + 1] += 1
    for node in range(count):
        starts[node + 1] += starts[node]
    heads = [head for _, head in ordered]
    sources = [node for node in range(count) if starts[node] < starts[node + 1]]
    compiled = _compiled() if len(sources) * len(heads) > _PLAIN else None
    scores = _fast(compiled, starts, heads, sources) if compiled else _plain(starts, heads, sources)
    every = (count - 1) * (count - 2) or 1
    return [score / every for score in scores]


def _plain(starts: list[int], heads: list[int], sources: list[int]) -> list[float]:
    """Search from the sources in turn."""
    count, links = len(starts) - 1, len(heads)
    scores = [0.0] * count
    notes = _Notes([-1] * count, [0.0] * count, [0.0] * count, [0] * count, [0] * links, [0] * count)
    _search(_Links(starts, heads), sources, notes, scores)
    return scores


def _fast(compiled: Callable[..., None], starts: list[int], heads: list[int], sources: list[int]) -> list[float]:
    """Search from the sources on all processors; compiled code lets other threads run."""
    import numpy as np  # noqa: PLC0415  # slow to load, and few commands need it

    count = len(starts) - 1
    # unsigned, since a negative place, which counts from the end, costs a question at each access
    links = _Links(np.array(starts, dtype=np.uint32), np.array(heads, dtype=np.uint32))
    parts = np.array_split(np.array(sources, dtype=np.uint32), _PARTS)

    def score(part: Any) -> Any:  # noqa: ANN401  # vectors
        scores = np.zeros(count)
        whole = [np.empty(size, dtype=np.uint32) for size in (count, len(heads), count)]
        notes = _Notes(np.full(count, -1, dtype=np.int32), np.zeros(count), np.zeros(count), *whole)
        compiled(links, part, notes, scores)
        return scores

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        scores: list[float] = sum(threads.map(score, parts), start=np.zeros(count)).tolist()
    return scores


@functools.cache
def _compiled() -> Callable[..., None] | None:
    """Return the search as machine code; None where numba is not installed."""
    try:
        import numba  # noqa: PLC0415  # optional, and slow to load
    except ImportError:
        return None
    compiled: Callable[..., None] = numba.njit(nogil=True)(_search)
    return compiled


def _search(links: _Links, sources: Sequence[int], notes: _Notes, scores: Any) -> None:  # noqa: ANN401  # list or vector
    """Add to the score of each node what the shortest ways from the sources give it.

    Only what numba compiles may stand here: no exceptions, no keyword arguments, no objects but numbers and vectors.
    """
    starts, heads = links
    distance, ways, weight, reached, ends, until = notes
    for source in sources:
        distance[source], ways[source], reached[0] = 0, 1.0, source
        place, known, found = 0, 1, 0
        while place < known:
            node = reached[place]
            further, so_many = distance[node] + 1, ways[node]
            for link in range(starts[node], starts[node + 1]):
                head = heads[link]
                if distance[head] < 0:
                    distance[head], ways[head], reached[known] = further, 0.0, head
                    known += 1
                if distance[head] == further:
                    ways[head] += so_many
                    ends[found] = head
                    found += 1
            until[place] = found
            place += 1
        for number in range(known - 1, -1, -1):  # the farthest first
            node = reached[number]
            onward = 0.0
            for link in range(until[number - 1] if number else 0, until[number]):
                onward += weight[ends[link]]
            onward *= ways[node]
            weight[node] = (1.0 + onward) / ways[node]
            distance[node] = -1
            if number:
                scores[node] += onward
