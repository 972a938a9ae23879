"""`place_islands`: positions for a map: a group of texts is an island, and groups that cite one another are neighbours.

A single force layout of thousands of texts ends with all of them in one heap, since the texts that everyone cites pull
everything to the middle. Here the texts of a group are placed among themselves; then the groups, as discs.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from graph.pages.placing.clusters import sunflower
from graph.pages.placing.forces import Floats, move, push_apart

_MARGIN: Final = 3.0  # free space around a text
_SHORE: Final = 14.0  # free space around an island
_ROUNDS: Final = 80
_LARGE: Final = 700  # beyond so many texts an island gets fewer rounds
_WIDE: Final = 1.45  # width of the map over its height, as on most screens
_SQUEEZES: Final = 40  # rounds in which islands move inwards and push one another away
_PULL: Final = 0.08  # share of the way to the middle per round


def place_islands(
    clusters: Sequence[int], edges: Iterable[tuple[int, int, float]], radii: Sequence[float]
) -> list[tuple[int, int]]:
    """Place texts 0 … n-1.

    Args:
        clusters: number of each text's group, -1 for none.
        edges: text, text, weight; directions and loops are ignored.
        radii: radius of each text's disc.

    Returns:
        x and y of each text, in the unit of the radii, around the origin.
    """
    if not radii:
        return []
    size = np.asarray(radii, dtype=np.float32)
    group = np.asarray(clusters, dtype=np.intp)
    group[group < 0] = group.max() + 1  # texts of no group share an island, which has no neighbours
    rows = np.asarray([each for each in edges if each[0] != each[1]], dtype=np.float64).reshape(-1, 3)
    ends = rows[:, :2].astype(np.intp)
    position = np.zeros((len(size), 2), dtype=np.float32)
    reach = []
    inside = group[ends[:, 0]] == group[ends[:, 1]]
    by_group = _split(group[ends[inside, 0]], np.flatnonzero(inside))
    for number in range(int(group.max()) + 1):
        members = np.flatnonzero(group == number)
        links = by_group.get(number, np.zeros(0, dtype=np.intp))
        position[members] = _place_island(members, ends[links], rows[links, 2], size)
        away = np.sqrt((position[members] ** 2).sum(axis=1)) + size[members]
        reach.append(float(away.max()))
    centres = _place_centres(group, ends, rows[:, 2], np.asarray(reach, dtype=np.float32))
    position += centres[group]
    return [(round(float(x)), round(float(y))) for x, y in position]


def _split(
    keys: "np.ndarray[tuple[int], np.dtype[np.intp]]", values: "np.ndarray[tuple[int], np.dtype[np.intp]]"
) -> "dict[int, np.ndarray[tuple[int], np.dtype[np.intp]]]":
    order = np.argsort(keys, kind="stable")
    cuts = np.flatnonzero(np.diff(keys[order])) + 1
    parts = np.split(values[order], cuts)
    return {int(keys[order][start]): part for start, part in zip([0, *cuts.tolist()], parts, strict=True) if len(part)}


def _place_island(
    members: "np.ndarray[tuple[int], np.dtype[np.intp]]",
    ends: "np.ndarray[tuple[int, int], np.dtype[np.intp]]",
    weights: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    size: Floats,
) -> Floats:
    """Positions of the texts of one group around the origin, scaled so that their discs just find room."""
    count = len(members)
    links = np.searchsorted(members, ends)
    degree = np.bincount(links.ravel(), minlength=count).astype(np.float32)
    position = np.zeros((count, 2), dtype=np.float32)
    position[np.lexsort((np.arange(count), -degree))] = [sunflower(rank, 12.0 * rank**0.5) for rank in range(count)]
    if len(links):
        rounds = _ROUNDS if count <= _LARGE else max(10, _ROUNDS * _LARGE**2 // count**2)
        position = move(position, links, np.sqrt(weights).astype(np.float32), degree + 1, rounds)
    position -= position.mean(axis=0)
    away = np.sqrt((position * position).sum(axis=1))
    # Distances from the middle are evened out: a disc is filled, and no text far outside makes its island large.
    order = np.lexsort((np.arange(count), away))
    discs = (size[members][order] + _MARGIN) ** 2
    wanted = np.sqrt(np.cumsum(discs) - discs / 2) * np.float32(1.15)
    factor = np.zeros(count, dtype=np.float32)
    factor[order] = wanted / np.maximum(away[order], np.float32(1e-3))
    placed: Floats = push_apart(position * factor[:, None], size[members], rounds=40, margin=_MARGIN)
    placed -= placed.mean(axis=0)
    return placed


def _place_centres(
    group: "np.ndarray[tuple[int], np.dtype[np.intp]]",
    ends: "np.ndarray[tuple[int, int], np.dtype[np.intp]]",
    weights: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    reach: Floats,
) -> Floats:
    """Positions of the islands, as discs that do not overlap."""
    count = len(reach)
    pairs = np.sort(group[ends], axis=1)
    outside = pairs[:, 0] != pairs[:, 1]
    links, place = np.unique(pairs[outside], axis=0, return_inverse=True)
    strength = np.bincount(place.ravel(), weights=weights[outside], minlength=len(links))
    # What two large groups cite of each other anyway counts for nothing: strength is relative to their sizes.
    scale = reach[links[:, 0]] * reach[links[:, 1]] if len(links) else np.zeros(0, dtype=np.float32)
    pull = (strength / np.maximum(scale, 1)).astype(np.float32)
    pull = pull / max(float(pull.max(initial=0)), 1e-6) * np.float32(12)
    position = np.asarray([sunflower(rank, 60.0 * rank**0.5) for rank in range(count)], dtype=np.float32)
    position = move(position, links.reshape(-1, 2), pull, np.full(count, 3, dtype=np.float32), 300)
    extent = float(np.sqrt((position * position).sum(axis=1).mean() * 2)) or 1.0
    wanted = float(np.sqrt(((reach + _SHORE) ** 2).sum()))
    position = position * np.float32(wanted / extent) * np.asarray([_WIDE**0.5, _WIDE**-0.5], dtype=np.float32)
    return _squeeze(position, reach)


def _squeeze(position: Floats, reach: Floats) -> Floats:
    """Move the islands inwards, round by round, so that little sea is left between them."""
    flat = np.asarray([1.0, _WIDE**2], dtype=np.float32)
    for _ in range(_SQUEEZES):
        position = position - position * np.float32(_PULL) * flat
        position = push_apart(position, reach, rounds=6, margin=_SHORE)
    return push_apart(position, reach, rounds=300, margin=_SHORE)
