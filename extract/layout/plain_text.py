"""Plain text to paragraphs, notes and furniture, whichever way its lines are broken.

The text itself shows which of three settings it has: one paragraph per line; broken lines that are all separated by
empty lines, as text copied out of a PDF often is; broken lines with empty lines between paragraphs only.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import regex

from extract.layout.lines import FIRST_LINES, Layout, Line, Paragraph, lines
from extract.layout.listing import Listing
from extract.layout.pages import Pages

_SPACED_SHARE: Final[float] = 0.5
_NARROWEST: Final[int] = 30
_WIDEST: Final[int] = 200
_FULL_SHARE: Final[float] = 0.7
_FEWEST_FULL: Final[int] = 4
_FULL_SHARE_MARKED: Final[float] = 0.85
_FEWEST_FULL_MARKED: Final[int] = 2
_SLACK: Final[float] = 1.1
_FEWEST_BROKEN: Final[int] = 4
_BROKEN_SHARE: Final[float] = 0.5
_RIGHT_TO_LEFT: Final = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
_MAYBE_LEFTWARD: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010e60-\U0001eeff]")
"""Blocks of Unicode that hold all of these; several times as fast."""
_MOST: Final[float] = 0.5
_SOME: Final[float] = 0.2
_INDENTED: Final[int] = 3
_FEWEST_RUNNING: Final[int] = 3
_SHORT_RECORD: Final[int] = 60  # lines
_STOPS: Final = frozenset(".;:。；：")
_YEAR: Final = regex.compile(r"\((?:19|20)\d\d\)")
_CELL: Final = "|"  # begins the row of a table, which is no broken line
_NUMBER: Final = regex.compile(r"\d{1,3}")
_CONTINUES: Final = regex.compile(r"[\p{Ll}\p{Lo}]")


def lay_out(text: str) -> Layout:
    """Divide a text into paragraphs, notes and furniture, according to the setting that it shows."""
    rows = _from_the_right(list(lines(text)))
    listing, first = Listing(rows), tuple(rows[:FIRST_LINES])
    running = [row for at, row in enumerate(rows) if at not in listing.lines]  # lists say nothing of broken lines
    if not _is_broken(running):
        return Layout(tuple(Paragraph(((row.start, row.end),)) for row in rows), first=first)
    pages = Pages(text, spaced=_is_spaced(running), width=_usual_width(running), listing=listing)
    return replace(pages.read(rows), first=first)


def _from_the_right(rows: list[Line]) -> list[Line]:
    """Measure lines from the right in scripts that run leftward: the spaces before a line are those after its end."""
    leftward = (row for row in rows if _MAYBE_LEFTWARD.search(row.text))
    if sum(_RIGHT_TO_LEFT.search(row.text) is not None for row in leftward) <= _MOST * len(rows):
        return rows
    if sum(row.indent > _INDENTED for row in rows) <= _SOME * len(rows):
        return rows  # the tool lost the indents
    made: list[Line] = []
    for page in _by_page(rows):
        edge = max(row.indent + len(row.text) for row in page)
        made += [replace(row, indent=0, extent=edge - row.indent) for row in page]
    return made


def _by_page(rows: list[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for row in rows:
        if row.page and page:
            yield page
            page = []
        page.append(row)
    if page:
        yield page


def _is_spaced(rows: list[Line]) -> bool:
    """Whether empty lines separate even the lines of a paragraph: those after full lines without a stop."""
    full = _FULL_SHARE * _usual_width(rows)
    inside = [after for row, after in itertools.pairwise(rows) if row.width >= full and not row.is_terminal]
    inside = [row for row in inside if not _NUMBER.fullmatch(row.text)]
    if sum(_CONTINUES.match(row.text) is not None for row in inside) <= _SOME * len(inside):
        return False  # titles, headings and lines of lists end in no stop either, and none continues them
    return sum(row.gap > 0 for row in inside) > _SPACED_SHARE * len(inside)


def _usual_width(rows: list[Line]) -> int:
    """Width of a full line: the one that a tenth of lines reach; note marks and what follows them do not count."""
    widths = [rows[0].width] + [
        row.width
        for before, row in itertools.pairwise(rows)
        if not _NUMBER.fullmatch(row.text) and (row.gap or not _NUMBER.fullmatch(before.text))
    ]
    return sorted(widths)[len(widths) * 9 // 10]


def _is_broken(rows: list[Line]) -> bool:
    """Whether lines end at the edge of the page rather than at the end of paragraphs.

    Then full lines are no wider than a page, and most do not end in a stop. Few such lines are enough where a note mark
    is on a line of its own, which happens in copied pages only.
    """
    if _is_part_joined(rows) or _is_paragraphed(rows) or _is_short_record(rows):
        return True
    if not rows or not _NARROWEST < (widest := _usual_width(rows)) < _WIDEST:
        return False
    marked = any(_NUMBER.fullmatch(row.text) and not after.gap for row, after in itertools.pairwise(rows))
    share, fewest = (_FULL_SHARE_MARKED, _FEWEST_FULL_MARKED) if marked else (_FULL_SHARE, _FEWEST_FULL)
    full = [last for last, width in _printed_lines(rows, widest) if width >= share * widest and last.text[0] != _CELL]
    return sum(not row.is_terminal for row in full) > _BROKEN_SHARE * max(len(full), fewest)


def _is_part_joined(rows: list[Line]) -> bool:
    """Whether lines without a stop continue in lower case, as in records whose lines were joined only in part."""
    open_lines = [after for row, after in itertools.pairwise(rows) if not after.gap and not row.is_terminal]
    lower = sum(row.text[:1].islower() or _YEAR.match(row.text) is not None for row in open_lines)
    return lower >= _FEWEST_RUNNING and lower > _BROKEN_SHARE * len(open_lines)


def _is_short_record(rows: list[Line]) -> bool:
    """Whether a few lines continue in lower case where empty lines separate paragraphs, and none ends one without."""
    pairs = [(row, after) for row, after in itertools.pairwise(rows) if not after.gap]
    lower = sum(not row.is_terminal and after.text[0].islower() for row, after in pairs)
    closed = sum(row.text[-1] in _STOPS and after.text[0].isupper() for row, after in pairs)
    return len(rows) <= _SHORT_RECORD and lower >= _FEWEST_FULL_MARKED and lower > closed


def _is_paragraphed(rows: list[Line]) -> bool:
    """Whether empty lines separate the paragraphs and only them, as in a short record.

    Then long lines break off in the middle of a sentence, and hardly any ends one without an empty line after it.
    """
    gaps = sum(row.gap > 0 for row in rows)
    pairs = [(row, after) for row, after in itertools.pairwise(rows) if not after.gap]
    broken = sum(len(row.text) >= _NARROWEST and not row.is_terminal for row, _ in pairs)
    closed = sum(row.is_terminal and not after.text[0].islower() for row, after in pairs)
    return gaps >= _FEWEST_FULL and broken >= max(_FEWEST_FULL_MARKED, _FEWEST_BROKEN * closed)


def _printed_lines(rows: list[Line], widest: int) -> Iterator[tuple[Line, int]]:
    """Last piece and width of each printed line; note marks on lines of their own divide some into pieces."""
    last, width, divided = rows[0], rows[0].width, False
    for row in rows[1:]:
        if not row.gap and _NUMBER.fullmatch(row.text):
            divided = True
        elif divided and not row.gap and width + row.width <= _SLACK * widest:
            last, width, divided = row, width + row.width, False
        else:
            yield last, width
            last, width, divided = row, row.width, False
    yield last, width
