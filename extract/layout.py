"""What a page adds to a text and a reader takes away: broken lines, running heads, page numbers, notes at page feet.

Three manners of setting are told apart by the text itself: one paragraph a line; lines broken and set apart by blank
lines, as text copied out of a PDF often is; lines broken and paragraphs set apart by blank lines.
"""

import itertools
from typing import Final

from extract.lines import Layout, Line, Paragraph, lines
from extract.pages import Pages

_SPACED_SHARE: Final[float] = 0.5
_NARROWEST: Final[int] = 30
_WIDEST: Final[int] = 200
_FULL_SHARE: Final[float] = 0.7
_FEWEST_FULL: Final[int] = 4
_BROKEN_SHARE: Final[float] = 0.5


def lay_out(text: str) -> Layout:
    """Take a text apart into paragraphs, notes and furniture, in the manner that the text shows."""
    rows = list(lines(text))
    if not _is_broken(rows):
        return Layout(tuple(Paragraph(((row.start, row.end),)) for row in rows))
    return Pages(spaced=_is_spaced(rows), width=_usual_width(rows)).read(rows)


def _is_spaced(rows: list[Line]) -> bool:
    """Whether empty lines stand even between the lines of a paragraph: behind full lines that end in no stop."""
    full = _FULL_SHARE * _usual_width(rows)
    inside = [after for row, after in itertools.pairwise(rows) if row.width >= full and not row.is_terminal]
    return sum(row.gap > 0 for row in inside) > _SPACED_SHARE * len(inside)


def _usual_width(rows: list[Line]) -> int:
    """Width that one line in ten exceeds: that of a full line."""
    return sorted(row.width for row in rows)[len(rows) * 9 // 10]


def _is_broken(rows: list[Line]) -> bool:
    """Whether lines end where the page ends rather than where paragraphs do.

    Then the full lines, those nearly as wide as lines get, are no wider than a page, and most do not end in a stop.
    """
    if not rows or not _NARROWEST < (widest := _usual_width(rows)) < _WIDEST:
        return False
    full = [row for row in rows if row.width >= _FULL_SHARE * widest]
    return sum(not row.is_terminal for row in full) > _BROKEN_SHARE * max(len(full), _FEWEST_FULL)
