"""`layout`: positions for the nodes of a network; deterministic, computed when the page is made.

Communities are detected first and set apart, then all nodes move under the forces of `graph.pages.placing.forces`.
Series are drawn out into lines, and finally overlapping discs are pushed apart. `graph.pages.placing.islands` places
maps of many thousands of nodes.
"""

import math
from collections.abc import Sequence
from typing import Final

import networkx as nx
import numpy as np

from graph.pages.placing.forces import MARGIN, Floats, move, push_apart

_SEED: Final = 62  # arbitrary but fixed
_GOLDEN: Final = math.pi * (
    3 - math.sqrt(5)
)  # the golden angle, as in a sunflower: an even spread for any number of seeds
_PAIRWISE_BUDGET: Final = 4.0e8  # budget of pairs compared over all rounds: about two seconds
_SMALLEST_EXTENT: Final = 700.0  # minimum width and height, even for a small network
_WIDEST_GAP: Final = 3.0  # upper bound on the factor that enlarges a small network


def layout(
    edges: Sequence[tuple[int, int, float]], radii: Sequence[float], *, chains: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Place nodes 0 … n-1.

    Args:
        edges: node, node, weight; directions and loops are ignored.
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
    position = _settle(_start(graph), graph)
    spread = math.sqrt(float(np.mean(position * position)) * 2) or 1.0
    wanted = 0.9 * math.sqrt(sum((float(each) + MARGIN) ** 2 for each in radii))
    position = push_apart(_straighten(position * np.float32(wanted / spread), chains), size)
    # Without this, a network of a few texts would be a small clump in the middle of a large screen.
    room = min(_WIDEST_GAP, _SMALLEST_EXTENT / max(1.0, float(np.ptp(position, axis=0).max())))
    position = position * np.float32(max(1.0, room))
    return [(round(float(x)), round(float(y))) for x, y in position]


def _start(graph: "nx.Graph[int]") -> Floats:
    """Place communities in a sunflower pattern, the largest at the centre, and the nodes of each in a smaller one."""
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part))
    position = np.zeros((graph.number_of_nodes(), 2), dtype=np.float32)
    placed = 0
    for index, part in enumerate(ordered):
        centre = sunflower(index, 12.0 * math.sqrt(placed + len(part) / 2))
        by_degree = sorted(part, key=lambda node: (-graph.degree(node), node))
        for rank, node in enumerate(by_degree):
            offset = sunflower(rank, 8.0 * math.sqrt(rank))
            position[node] = centre[0] + offset[0], centre[1] + offset[1]
        placed += len(part)
    return position


def sunflower(index: int, radius: float) -> tuple[float, float]:
    """Return the position of a sunflower seed at the given distance from the centre."""
    # Rounded, because the sines of two mathematical libraries may differ in the last digit.
    return round(radius * math.cos(index * _GOLDEN), 3), round(radius * math.sin(index * _GOLDEN), 3)


def _settle(position: Floats, graph: "nx.Graph[int]") -> Floats:
    """Apply the forces for a number of rounds; large networks, which start well placed, get fewer."""
    count = len(position)
    rounds = int(min(500, max(40, _PAIRWISE_BUDGET / max(1, count * count))))
    links = np.asarray([(a, b) for a, b in graph.edges()], dtype=np.intp).reshape(-1, 2)
    weights = [math.sqrt(float(data["weight"])) for _, _, data in graph.edges(data=True)]
    degree = np.bincount(links.ravel(), minlength=count).astype(np.float32)
    return move(position, links, np.asarray(weights, dtype=np.float32), degree + 1, rounds)


def _straighten(position: Floats, chains: Sequence[tuple[int, int]]) -> Floats:
    """Straighten each series: a dozen times, move each node halfway to the midpoint of its neighbours."""
    before, after = dict(chains), {earlier: later for later, earlier in chains}
    inner = sorted(node for node in before if node in after and before[node] != after[node])
    if not inner:
        return position
    position = position.copy()
    one, other = [before[node] for node in inner], [after[node] for node in inner]
    for _ in range(12):
        position[inner] = (position[inner] + (position[one] + position[other]) / 2) / 2
    return position
