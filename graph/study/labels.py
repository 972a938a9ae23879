"""`place_labels`: where the labels of discs can stand without covering a disc or another label."""

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle around a point, in the units of a drawing."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share ground."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


def place_labels(
    sizes: Sequence[tuple[float, float]], discs: Sequence[Box], *, most: int | None = None, surest: int = 0
) -> list[Box | None]:
    """Return where each label stands, above, below or beside its disc; None where it would cover something.

    Args:
        sizes: width and height of the labels, the most important first; the first belongs to the first disc.
        discs: of the drawing, also those without a label, in the same order.
        most: number of labels that may stand; None for all that find room.
        surest: number of labels, the first, that may cover discs of less importance where there is no other room.
    """
    placed: list[Box | None] = []
    taken: list[Box] = []
    for number, (width, height) in enumerate(sizes):
        sure = [disc for place, disc in enumerate(discs[: max(number, surest)]) if place != number]
        free = [box for box in _around(discs[number], width, height) if not _meets_any(box, [*taken, *sure])]
        covered, found = _clearest(free, discs[max(number + 1, surest) :])
        is_full = most is not None and len(taken) >= most
        kept = found if not is_full and (not covered or number < surest) else None
        placed.append(kept)
        taken += [kept] if kept else []
    return placed


def _clearest(boxes: Sequence[Box], discs: Sequence[Box]) -> tuple[int, Box | None]:
    """Return the first of the boxes that cover fewest discs, with how many these are."""
    found = ((sum(map(box.meets, discs)), box) for box in boxes)
    return min(found, key=lambda each: each[0], default=(0, None))


def _meets_any(box: Box, others: Sequence[Box]) -> bool:
    return any(map(box.meets, others))


def _around(disc: Box, width: float, height: float) -> list[Box]:
    """Return the places of a label at a disc, the best first."""
    aside, above = (disc.width + width) / 2, (disc.height + height) / 2
    moves = [(0.0, above), (0.0, -above), (aside, 0.0), (-aside, 0.0)]
    return [Box(disc.x + right, disc.y + up, width, height) for right, up in moves]
