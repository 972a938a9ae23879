"""The forces that place texts: masses repel, citations attract, gravity holds the parts together.

After ForceAtlas2 (Jacomy et al., PLoS ONE 2014). Only additions, products, quotients and roots in a fixed order are
used, so that the result is the same on every machine.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Floats = NDArray[np.float32]
Links = NDArray[np.intp]

MARGIN: Final = 12.0
"""Free space around a disc."""

_BLOCK: Final = 256  # columns processed together, so that a block stays in the processor's cache
_REPULSION: Final = 10.0
_GRAVITY: Final = 7.0
_REACH: Final = (
    40.0  # distance beyond which attraction stops growing, so that long citations do not crush the communities
)


def repel(position: Floats, mass: Floats) -> Floats:
    """Return the repulsion of every node by every other, computed pair by pair."""
    return repel_from(position, position, mass)


def repel_from(position: Floats, others: Floats, mass: Floats, *, soft: float = 0.01) -> Floats:
    """Return the repulsion of every node by masses elsewhere; `soft` weakens it below a distance of √soft."""
    force = np.empty_like(position)
    x, y = position[:, 0], position[:, 1]
    for low in range(0, len(position), _BLOCK):
        part = slice(low, low + _BLOCK)
        across = x[None, part] - others[:, 0][:, None]
        down = y[None, part] - others[:, 1][:, None]
        share = mass[:, None] / (across * across + down * down + np.float32(soft))
        # numpy adds row by row along the first axis: the order, and so the sum, is the same on every processor.
        force[part, 0] = (across * share).sum(axis=0)
        force[part, 1] = (down * share).sum(axis=0)
    return force


def move(  # noqa: PLR0913  # the last is named at the call
    position: Floats,
    links: Links,
    weight: Floats,
    mass: Floats,
    rounds: int,
    *,
    repulsion: Callable[[Floats, Floats], Floats] = repel,
) -> Floats:
    """Apply the forces.

    Args:
        position: x and y of each node.
        links: pairs of nodes that attract each other, one row per pair.
        weight: strength of the attraction, one per link.
        mass: one per node.
        rounds: number of iterations.
        repulsion: function from positions and masses to the force on each node.
    """
    pulls, masses = weight[:, None], mass[:, None]
    before = np.zeros_like(position)
    speed = np.float32(1)
    for _ in range(rounds):
        force = np.float32(_REPULSION) * masses * repulsion(position, mass)
        gap = position[links[:, 1]] - position[links[:, 0]]
        length = _lengths(gap)[:, None]
        pull = pulls * gap / (1 + length / np.float32(_REACH))
        np.add.at(force, links[:, 0], pull)
        np.subtract.at(force, links[:, 1], pull)
        away = _lengths(position)[:, None] + np.float32(1)
        force -= np.float32(_GRAVITY) * masses * position / away * np.asarray([0.8, 1.2], dtype=np.float32)
        swing = _lengths(force - before)[:, None]
        traction = _lengths(force + before)[:, None] / 2
        total = np.cumsum(masses * swing)[-1] + np.float32(1e-6)
        speed = min(np.cumsum(masses * traction)[-1] / total, np.float32(1.5) * speed)
        position = position + force * (speed / (1 + speed * np.sqrt(swing)))
        before = force
    return position


def _lengths(vectors: Floats) -> Floats:
    """Return the length of each vector; numpy's own sum over an axis of two costs several times as much."""
    squares = vectors * vectors
    lengths: Floats = np.sqrt(squares[:, 0] + squares[:, 1])
    return lengths


def near_pairs(position: Floats, distance: float) -> Links:
    """Return the pairs of nodes within the distance, sorted: sums depend on the order, and the tree's is arbitrary."""
    pairs: Links = cKDTree(position).query_pairs(distance, output_type="ndarray")
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def push_apart(position: Floats, radius: Floats, *, rounds: int = 60, margin: float = MARGIN) -> Floats:
    """Push overlapping discs apart, each by half the overlap, for a bounded number of rounds."""
    reach = radius + np.float32(margin / 2)
    farthest = 2 * float(reach.max())
    for _ in range(rounds):
        pairs = near_pairs(position, farthest)
        one, two = pairs[:, 0], pairs[:, 1]
        gap = position[two] - position[one]
        gap[(gap == 0).all(axis=1), 0] = np.float32(0.01)  # two at the same position move apart sideways
        far = _lengths(gap)
        lack = reach[one] + reach[two] - far
        close = lack > 0
        if not close.any():
            break
        shift = gap[close] * (lack[close] / far[close] / 2)[:, None]
        position = position.copy()
        np.subtract.at(position, one[close], shift)
        np.add.at(position, two[close], shift)
    return position
