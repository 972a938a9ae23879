"""Columns: whether a page is set in two, and which characters belong to which."""

import statistics
from collections.abc import Sequence
from typing import Final

import regex

from extract.reading.pdf.glyphs import Glyph

ACROSS: Final = 0
"""The column number of what runs across the whole page."""

Zone = tuple[int, Sequence[Glyph]]
"""A part of a page: its column, and its characters."""

_NARROWEST: Final[float] = 8.0  # points that a gutter measures at least
_FEWEST_LINES: Final[int] = 8
_LEAST_SHARE: Final[float] = 0.4
_LEAST_FILLED: Final[float] = 0.7
_LEAST_FILLED_APART: Final[float] = 0.35  # where the sides are in different scripts, as versions of one text are
_FEWEST_LINES_APART: Final[int] = 4
_SCRIPTS: Final = tuple(regex.compile(rf"\p{{{name}}}") for name in ("Latin", "Cyrillic", "Arabic", "Han"))
_MIDDLE: Final[tuple[float, float]] = (0.35, 0.65)
_WIDTH: Final[float] = _MIDDLE[1] - _MIDDLE[0]
_STEPS: Final[int] = 40


def find_gutter(lines: Sequence[Sequence[Glyph]], glyphs: Sequence[Glyph], *, leftward: bool) -> list[Zone]:
    """Divide a page into zones, in reading order.

    A page is set in two columns where a strip in its middle stays empty through many lines that fill both sides of it,
    as the rows of a table do not. Lines that cross the strip separate the columns above them from those below.

    Args:
        lines: the page's characters by line.
        glyphs: all of them; returned as the only zone where there are no columns.
        leftward: whether the document as a whole runs from right to left.

    Returns:
        The zones: column 0 across the page, 1 and 2 for the columns in the order in which they are read.
    """
    visible = (without_spaces(line) for line in lines)
    seen = [line for line in visible if line]
    if len(seen) < _FEWEST_LINES_APART:
        return [(ACROSS, glyphs)]
    left = min(glyph.left for line in seen for glyph in line)
    right = max(glyph.right for line in seen for glyph in line)
    x, parted = _emptiest_strip(seen, left, right)
    fewest, filled = _FEWEST_LINES, _LEAST_FILLED
    if _differ(parted, x):
        fewest, filled = _FEWEST_LINES_APART, _LEAST_FILLED_APART
    if len(parted) < max(fewest, _LEAST_SHARE * len(seen)) or not _fills_both(parted, x, left, right, filled):
        return [(ACROSS, glyphs)]
    return _zones(lines, x, leftward=leftward)


def without_spaces(line: Sequence[Glyph]) -> list[Glyph]:
    """The characters of a line that are visible."""
    return [glyph for glyph in line if not glyph.text.isspace()]


def _emptiest_strip(seen: Sequence[Sequence[Glyph]], left: float, right: float) -> tuple[float, list[Sequence[Glyph]]]:
    """The place near the middle at which most lines have a gap, and those lines."""
    gaps = [_gaps(line) for line in seen]
    places = [left + (right - left) * (_MIDDLE[0] + _WIDTH * step / _STEPS) for step in range(_STEPS + 1)]
    best = max(places, key=lambda x: (sum(_is_parted(spaces, x) for spaces in gaps), -abs(x - (left + right) / 2)))
    return best, [line for line, spaces in zip(seen, gaps, strict=True) if _is_parted(spaces, best)]


def _gaps(line: Sequence[Glyph]) -> list[tuple[float, float]]:
    """The gaps of a line, from its first to its last character, that are at least as wide as a gutter."""
    gaps: list[tuple[float, float]] = []
    end = None
    for glyph in sorted(line, key=lambda glyph: glyph.left):
        if end is not None and glyph.left - end >= _NARROWEST:
            gaps.append((end, glyph.left))
        end = glyph.right if end is None else max(end, glyph.right)
    return gaps


def _is_parted(gaps: Sequence[tuple[float, float]], x: float) -> bool:
    """Whether a line has a gap at a place."""
    return any(start <= x <= end for start, end in gaps)


def _differ(parted: Sequence[Sequence[Glyph]], x: float) -> bool:
    """Whether the two sides of a strip are in different scripts."""
    sides = [[glyph for line in parted for glyph in line if (glyph.left < x) == is_left] for is_left in (True, False)]
    one, other = (_script(side) for side in sides)
    return one != other and None not in {one, other}


def _script(glyphs: Sequence[Glyph]) -> int | None:
    """Which script most letters are in; None where most are in none that the UN writes."""
    letters = [glyph.text for glyph in glyphs if glyph.text.isalpha()]
    counts = [sum(script.match(letter) is not None for letter in letters) for script in _SCRIPTS]
    return counts.index(max(counts)) if 2 * max(counts) > len(letters) > 0 else None


def _fills_both(parted: Sequence[Sequence[Glyph]], x: float, left: float, right: float, filled: float) -> bool:
    """Whether the lines fill both columns: more than a table's cells would."""
    shares = [
        (
            sum(glyph.right - glyph.left for glyph in line if glyph.left < x) / (x - left),
            sum(glyph.right - glyph.left for glyph in line if glyph.left >= x) / (right - x),
        )
        for line in parted
    ]
    return all(statistics.median(side) >= filled for side in zip(*shares, strict=True))


def _zones(lines: Sequence[Sequence[Glyph]], x: float, *, leftward: bool) -> list[Zone]:
    """The zones above, between and below the lines that cross the gutter."""
    zones: list[Zone] = []
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
