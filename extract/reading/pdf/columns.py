"""Columns: whether a page is set in two, and which characters stand in which."""

import statistics
from collections.abc import Sequence
from typing import Final

from extract.reading.pdf.glyphs import Glyph

ACROSS: Final = 0
"""The column of what stands across the page."""
_NARROWEST: Final[float] = 8.0
_FEWEST_LINES: Final[int] = 8
_LEAST_SHARE: Final[float] = 0.4
_LEAST_FILLED: Final[float] = 0.7
_MIDDLE: Final[tuple[float, float]] = (0.35, 0.65)
_WIDTH: Final[float] = _MIDDLE[1] - _MIDDLE[0]
_STEPS: Final[int] = 40


def find_gutter(
    lines: Sequence[Sequence[Glyph]], glyphs: Sequence[Glyph], *, leftward: bool
) -> list[tuple[int, Sequence[Glyph]]]:
    """The zones of a page in reading order.

    A page is set in two columns where a strip in its middle stays empty through many lines that are filled on both
    sides of it, as the rows of a table are not. Lines across the strip part the columns above them from those below.

    Args:
        lines: the page's characters by lines.
        glyphs: all of them; given back as the only zone where there are no columns.
        leftward: whether the document as a whole runs from right to left.

    Returns:
        The characters of each zone with its column: 0 across the page, 1 and 2 for the columns as they are read.
    """
    seen = [[glyph for glyph in line if not glyph.text.isspace()] for line in lines]
    seen = [line for line in seen if line]
    if len(seen) < _FEWEST_LINES:
        return [(ACROSS, glyphs)]
    left = min(glyph.left for line in seen for glyph in line)
    right = max(glyph.right for line in seen for glyph in line)
    gaps = [_gaps(line) for line in seen]
    places = [left + (right - left) * (_MIDDLE[0] + _WIDTH * step / _STEPS) for step in range(_STEPS + 1)]
    best = max(places, key=lambda x: (sum(_is_parted(spaces, x) for spaces in gaps), -abs(x - (left + right) / 2)))
    parted = [line for line, spaces in zip(seen, gaps, strict=True) if _is_parted(spaces, best)]
    if len(parted) < max(_FEWEST_LINES, _LEAST_SHARE * len(seen)) or not _filled(parted, best, left, right):
        return [(ACROSS, glyphs)]
    return _zones(lines, best, leftward=leftward)


def _gaps(line: Sequence[Glyph]) -> list[tuple[float, float]]:
    """Where a line has no characters, from its first to its last, as wide as a strip between columns at least."""
    gaps: list[tuple[float, float]] = []
    end = None
    for glyph in sorted(line, key=lambda glyph: glyph.left):
        if end is not None and glyph.left - end >= _NARROWEST:
            gaps.append((end, glyph.left))
        end = glyph.right if end is None else max(end, glyph.right)
    return gaps


def _is_parted(gaps: Sequence[tuple[float, float]], x: float) -> bool:
    """Whether one of a line's gaps lies at a place."""
    return any(start <= x <= end for start, end in gaps)


def _filled(parted: Sequence[Sequence[Glyph]], x: float, left: float, right: float) -> bool:
    """Whether most lines fill both columns."""
    shares = [
        (
            sum(glyph.right - glyph.left for glyph in line if glyph.left < x) / (x - left),
            sum(glyph.right - glyph.left for glyph in line if glyph.left >= x) / (right - x),
        )
        for line in parted
    ]
    return all(statistics.median(side) >= _LEAST_FILLED for side in zip(*shares, strict=True))


def _zones(lines: Sequence[Sequence[Glyph]], x: float, *, leftward: bool) -> list[tuple[int, Sequence[Glyph]]]:
    zones: list[tuple[int, Sequence[Glyph]]] = []
    columns: tuple[list[Glyph], list[Glyph]] = ([], [])
    across: list[Glyph] = []

    def close() -> None:
        sides = columns[::-1] if leftward else columns
        zones.extend((number, side) for number, side in enumerate(sides, 1) if side)

    for line in lines:
        if any(glyph.left < x < glyph.right and not glyph.text.isspace() for glyph in line):
            close()
            columns = ([], [])
            across = [*across, *line]
            continue
        if across:
            zones.append((ACROSS, across))
            across = []
        for glyph in line:
            columns[glyph.left >= x].append(glyph)
    if across:
        zones.append((ACROSS, across))
    close()
    return zones
