"""`Layout`: where the nodes of a network stand; computed once, the same for the same network.

Communities are found first and set apart, then all nodes move under the forces of ForceAtlas2 (Jacomy et al., PLoS ONE
2014): masses repel, citations attract, gravity holds the parts together; at last discs that overlap are pushed apart.
Only additions, products, quotients and roots in a fixed order are used, so that machines agree on the outcome.
"""

import math
from collections.abc import Sequence
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Floats = NDArray[np.float32]

_SEED: Final = 62  # any number, but always the same
_BLOCK: Final = 256  # columns looked at together, so that a block stays in the processor's cache
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))  # the angle of a sunflower's seeds: even spread at any number
_REPULSION: Final = 10.0
_GRAVITY: Final = 7.0
_REACH: Final = 40.0  # distance beyond which a citation pulls no harder: long ones do not crush the communities
_PAIRWISE_BUDGET: Final = 4.0e8  # pairs looked at over all rounds: about two seconds
_PUSHES: Final = 60  # rounds of pushing discs apart
_SMALLEST_EXTENT: Final = 700.0  # width or height that even a small network takes
_WIDEST_GAP: Final = 3.0  # so many times a small network is drawn out for that, at most
_MARGIN: Final = 12.0  # free space around a disc


def layout(
    edges: Sequence[tuple[int, int, float]], radii: Sequence[float], *, chains: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Place nodes 0 … n-1.

    Args:
        edges: node, node, weight; directions and loops do not matter.
        radii: radius of each node's disc; its length is n.
        chains: pairs of nodes that follow each other in a series; each series is drawn out to a line.

    Returns:
        x and y of each node, in the unit of the radii, around the origin.
    """
    count = len(radii)
    if count == 0:
        return []
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    for a, b, weight in sorted((a, b, weight) for a, b, weight in edges if a != b):
        known = graph.edges[a, b]["weight"] if graph.has_edge(a, b) else 0.0
        graph.add_edge(a, b, weight=known + weight)
    size = np.asarray(radii, dtype=np.float32)
    position = _move(_start(graph), graph)
    spread = math.sqrt(float(np.mean(position * position)) * 2) or 1.0
    wanted = 0.9 * math.sqrt(sum((float(each) + _MARGIN) ** 2 for each in radii))
    position = _push_apart(_straighten(position * np.float32(wanted / spread), chains), size)
    # A network of a few texts would be a small heap in the middle of a large screen.
    room = min(_WIDEST_GAP, _SMALLEST_EXTENT / max(1.0, float(np.ptp(position, axis=0).max())))
    position = position * np.float32(max(1.0, room))
    return [(round(float(x)), round(float(y))) for x, y in position]


def _start(graph: "nx.Graph[int]") -> Floats:
    """Set communities on a sunflower, the largest inside, and the nodes of each on a smaller one of its own."""
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part))
    position = np.zeros((graph.number_of_nodes(), 2), dtype=np.float32)
    placed = 0
    for index, part in enumerate(ordered):
        centre = _seed_place(index, 12.0 * math.sqrt(placed + len(part) / 2))
        by_degree = sorted(part, key=lambda node: (-graph.degree(node), node))
        for rank, node in enumerate(by_degree):
            offset = _seed_place(rank, 8.0 * math.sqrt(rank))
            position[node] = centre[0] + offset[0], centre[1] + offset[1]
        placed += len(part)
    return position


def _seed_place(index: int, radius: float) -> tuple[float, float]:
    # Rounded: the sine of two mathematical libraries may differ in the last digit.
    return round(radius * math.cos(index * _GOLDEN), 3), round(radius * math.sin(index * _GOLDEN), 3)


def _move(position: Floats, graph: "nx.Graph[int]") -> Floats:
    """Let the forces act until the rounds are used up; fewer rounds for large networks, which start well placed."""
    count = len(position)
    rounds = int(min(500, max(40, _PAIRWISE_BUDGET / max(1, count * count))))
    links = np.asarray([(a, b) for a, b in graph.edges()], dtype=np.intp).reshape(-1, 2)
    weights = [math.sqrt(float(data["weight"])) for _, _, data in graph.edges(data=True)]
    weight = np.asarray(weights, dtype=np.float32)[:, None]
    degree = np.bincount(links.ravel(), minlength=count).astype(np.float32)
    mass = (degree + 1)[:, None]
    before = np.zeros_like(position)
    speed = np.float32(1)
    for _ in range(rounds):
        force = np.float32(_REPULSION) * mass * _repulsion(position, mass[:, 0])
        gap = position[links[:, 1]] - position[links[:, 0]]
        length = np.sqrt((gap * gap).sum(axis=1, keepdims=True))
        pull = weight * gap / (1 + length / np.float32(_REACH))
        np.add.at(force, links[:, 0], pull)
        np.subtract.at(force, links[:, 1], pull)
        away = np.sqrt((position * position).sum(axis=1, keepdims=True)) + np.float32(1)
        force -= np.float32(_GRAVITY) * mass * position / away * np.asarray([0.8, 1.2], dtype=np.float32)
        swing = np.sqrt(((force - before) ** 2).sum(axis=1, keepdims=True))
        traction = np.sqrt(((force + before) ** 2).sum(axis=1, keepdims=True)) / 2
        total = np.cumsum(mass * swing)[-1] + np.float32(1e-6)
        speed = min(np.cumsum(mass * traction)[-1] / total, np.float32(1.5) * speed)
        position = position + force * (speed / (1 + speed * np.sqrt(swing)))
        before = force
    return position


def _straighten(position: Floats, chains: Sequence[tuple[int, int]]) -> Floats:
    """Draw each series towards the line between its ends: a dozen times half the way to the neighbours' middle."""
    before, after = dict(chains), {earlier: later for later, earlier in chains}
    inner = sorted(node for node in before if node in after and before[node] != after[node])
    if not inner:
        return position
    position = position.copy()
    one, other = [before[node] for node in inner], [after[node] for node in inner]
    for _ in range(12):
        position[inner] = (position[inner] + (position[one] + position[other]) / 2) / 2
    return position


def _repulsion(position: Floats, mass: Floats) -> Floats:
    force = np.empty_like(position)
    x, y = position[:, 0], position[:, 1]
    for low in range(0, len(position), _BLOCK):
        part = slice(low, low + _BLOCK)
        across = x[None, part] - x[:, None]
        down = y[None, part] - y[:, None]
        share = mass[:, None] / (across * across + down * down + np.float32(0.01))
        # Along the first axis numpy adds row by row: the order, and so the sum, is the same on every processor.
        force[part, 0] = (across * share).sum(axis=0)
        force[part, 1] = (down * share).sum(axis=0)
    return force


def _push_apart(position: Floats, radius: Floats) -> Floats:
    """Move discs that overlap away from each other, each by half, a few dozen times."""
    reach = radius + np.float32(_MARGIN / 2)
    farthest = 2 * float(reach.max())
    for _ in range(_PUSHES):
        pairs = cKDTree(position).query_pairs(farthest, output_type="ndarray")
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]  # sums depend on the order, the tree's is its own
        one, two = pairs[:, 0], pairs[:, 1]
        gap = position[two] - position[one]
        gap[(gap == 0).all(axis=1), 0] = np.float32(0.01)  # two at one place part sideways
        far = np.sqrt((gap * gap).sum(axis=1))
        lack = reach[one] + reach[two] - far
        close = lack > 0
        if not close.any():
            break
        shift = gap[close] * (lack[close] / far[close] / 2)[:, None]
        position = position.copy()
        np.subtract.at(position, one[close], shift)
        np.add.at(position, two[close], shift)
    return position
