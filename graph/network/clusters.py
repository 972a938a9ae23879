"""`find_clusters`: groups of texts that cite one another more than others, such as those on one question."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

_SEED: Final = 62  # arbitrary but fixed
_ROUNDS: Final = 3  # of the algorithm; later ones move hardly any text
_SMALLEST: Final = 4  # fewer texts are no group
_SERIES: Final = 2.0  # weight of following one another in a series: as much as two citations


def find_clusters(
    count: int,
    citations: Iterable[tuple[int, int, float]],
    *,
    series: Iterable[tuple[int, int]] = (),
    resolution: float = 1.0,
) -> list[int]:
    """Divide texts 0 … n-1 by the Leiden algorithm (Traag et al., Scientific Reports 2019) with modularity.

    A citation of a text that very many cite says little of what the citing one is about, and counts less, with the
    logarithm of how often it is cited.

    Args:
        count: n.
        citations: citing text, cited text, weight; loops are ignored.
        series: pairs of texts that follow each other.
        resolution: above 1 gives smaller clusters.

    Returns:
        The number of each text's cluster, 0 for the largest; -1 for texts in none.
    """
    from graspologic_native import leiden  # noqa: PLC0415  # compiled code that only pages with a map need

    rows = [(citing, cited, weight) for citing, cited, weight in citations if citing != cited]
    cited_by = Counter(cited for _, cited, _ in rows)
    weights: Counter[tuple[int, int]] = Counter()
    for citing, cited, weight in rows:
        weights[min(citing, cited), max(citing, cited)] += weight / (1 + math.log(cited_by[cited]))  # type: ignore[assignment]  # counts may be fractions
    for later, earlier in series:
        if later != earlier:
            weights[min(later, earlier), max(later, earlier)] += _SERIES  # type: ignore[assignment]  # the same
    if not weights:
        return [-1] * count
    edges = [(str(one), str(other), weight) for (one, other), weight in sorted(weights.items())]
    _, found = leiden(edges, resolution=resolution, iterations=_ROUNDS, seed=_SEED)
    return _numbered(count, [(int(node), cluster) for node, cluster in found.items()])


def _numbered(count: int, found: Iterable[tuple[int, int]]) -> list[int]:
    """Number the clusters by size, then by their first text."""
    members: dict[int, list[int]] = {}
    for node, cluster in sorted(found):
        members.setdefault(cluster, []).append(node)
    groups: Sequence[list[int]] = sorted(
        (group for group in members.values() if len(group) >= _SMALLEST), key=lambda group: (-len(group), group)
    )
    numbers = [-1] * count
    for number, group in enumerate(groups):
        for node in group:
            numbers[node] = number
    return numbers
