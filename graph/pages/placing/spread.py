"""`spread`: positions for the nodes of a network of many thousands; deterministic.

A multilevel algorithm (Walshaw, 2003): nodes are merged with their nearest neighbours until some hundreds are left,
these are placed by the forces of `graph.pages.placing.forces`, and each level then places the next finer one, where a
few rounds suffice, with distant masses aggregated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from graph.pages.placing.clusters import sunflower
from graph.pages.placing.forces import Floats, Links, move, near_pairs, push_apart, repel, repel_from

_FEW: Final = 500  # number of nodes of the coarsest level
_SHRINK: Final = 0.9  # coarsening stops at a level that keeps more than this share of its nodes
_LARGEST: Final = 8  # most nodes merged into one per level: the neighbours of a text that everyone cites stay apart
_PAIRWISE: Final = 4000  # up to so many nodes, repulsion is computed pair by pair
_CELLS: Final = 24  # grid squares per side, each of which is treated as one mass
_ROUNDS: Final = 24
_MARGIN: Final = 2.0
_PUSHES: Final = 20


@dataclass(frozen=True, slots=True)
class _Level:
    """A network at one degree of detail.

    Attributes:
        links: pairs of nodes, each pair once.
        weight: of each link.
        mass: of each node.
    """

    links: Links
    weight: Floats
    mass: Floats


def spread(edges: Sequence[tuple[int, int, float]], radii: Sequence[float]) -> list[tuple[int, int]]:
    """Place nodes 0 … n-1; arguments and result are those of `graph.pages.placing.clusters.layout`."""
    if not radii:
        return []
    level = _level(np.asarray(edges, dtype=np.float64).reshape(-1, 3), np.zeros(len(radii), dtype=np.float32))
    levels, parents = [level], []
    while len(level.mass) > _FEW:
        parent = _join(level)
        count = int(parent.max()) + 1
        if count > _SHRINK * len(parent):
            break
        rows = np.column_stack([parent[level.links[:, 0]], parent[level.links[:, 1]], level.weight])
        level = _level(rows, np.bincount(parent, weights=level.mass, minlength=count).astype(np.float32))
        levels.append(level)
        parents.append(parent)
    count = len(level.mass)
    heaviest = np.lexsort((np.arange(count), -level.mass))
    position = np.zeros((count, 2), dtype=np.float32)
    position[heaviest] = [sunflower(rank, 30.0 * rank**0.5) for rank in range(count)]
    position = _refine(position, level, 300 if count <= _PAIRWISE else _ROUNDS)
    for finer, parent in zip(reversed(levels[:-1]), reversed(parents), strict=True):
        position = _refine(_unfold(position, parent), finer, _ROUNDS)
    size = np.asarray(radii, dtype=np.float32)
    extent = np.sqrt((position * position).sum(axis=1).mean() * 2) or np.float32(1)
    wanted = 1.5 * float(((size + np.float32(_MARGIN)) ** 2).sum()) ** 0.5
    position = push_apart(position * np.float32(wanted / extent), size, rounds=_PUSHES, margin=_MARGIN)
    return [(round(float(x)), round(float(y))) for x, y in position]


def _level(rows: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", mass: Floats) -> _Level:
    """Merge parallel links, drop loops; nodes without a mass get their number of links plus one."""
    rows = rows[rows[:, 0] != rows[:, 1]]
    ends = np.sort(rows[:, :2].astype(np.intp), axis=1)
    links, place = np.unique(ends, axis=0, return_inverse=True)
    weight = np.bincount(place.ravel(), weights=rows[:, 2], minlength=len(links)).astype(np.float32)
    if not mass.any():
        mass = np.bincount(links.ravel(), minlength=len(mass)).astype(np.float32) + np.float32(1)
    return _Level(links.reshape(-1, 2), weight, mass)


def _join(level: _Level) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """Return the group of each node: nodes with few links choose first, each the neighbour that it matters most to."""
    count = len(level.mass)
    near: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    for (a, b), weight in zip(level.links.tolist(), level.weight.tolist(), strict=True):
        near[a].append((-weight / float(level.mass[b]), b))
        near[b].append((-weight / float(level.mass[a]), a))
    group = np.full(count, -1, dtype=np.intp)
    sizes: list[int] = []
    for node in sorted(range(count), key=lambda each: (len(near[each]), each)):
        if group[node] >= 0:
            continue
        for _, other in sorted(near[node]):
            if group[other] < 0:
                group[node] = group[other] = len(sizes)
                sizes.append(2)
                break
            if sizes[group[other]] < _LARGEST:
                group[node] = group[other]
                sizes[group[other]] += 1
                break
        else:
            group[node] = len(sizes)
            sizes.append(1)
    return group


def _unfold(position: Floats, parent: "np.ndarray[tuple[int], np.dtype[np.intp]]") -> Floats:
    """Place the nodes of a finer level around the position of the node that they were merged into."""
    finer = position[parent]
    seen = np.zeros(len(position), dtype=np.intp)
    for node, group in enumerate(parent.tolist()):
        finer[node] += sunflower(int(seen[group]), 6.0 * float(seen[group]) ** 0.5)
        seen[group] += 1
    return finer


def _refine(position: Floats, level: _Level, rounds: int) -> Floats:
    repulsion = repel if len(position) <= _PAIRWISE else _repel_near_and_far
    return move(position, level.links, np.sqrt(level.weight), level.mass, rounds, repulsion=repulsion)


def _repel_near_and_far(position: Floats, mass: Floats) -> Floats:
    """Return the repulsion of every node by its neighbours and by grid squares of nodes, each treated as one mass."""
    low, high = position.min(axis=0), position.max(axis=0)
    cell = ((position - low) / (high - low + np.float32(1e-3)) * np.float32(_CELLS)).astype(np.intp)
    _, square = np.unique(cell[:, 0] * _CELLS + cell[:, 1], return_inverse=True)
    square = square.ravel()
    total = np.bincount(square, weights=mass)
    middle = [np.bincount(square, weights=mass * position[:, axis]) / total for axis in (0, 1)]
    area = float(np.prod(high - low))
    soft = area / _CELLS**2 / 4
    far = repel_from(position, np.column_stack(middle).astype(np.float32), total.astype(np.float32), soft=soft)
    pairs = near_pairs(position, 0.6 * (area / len(position)) ** 0.5)
    one, two = pairs[:, 0], pairs[:, 1]
    gap = position[one] - position[two]
    push = gap / ((gap * gap).sum(axis=1, keepdims=True) + np.float32(0.01))
    np.add.at(far, one, push * mass[two][:, None])
    np.subtract.at(far, two, push * mass[one][:, None])
    return far
