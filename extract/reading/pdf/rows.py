"""`Row`: a line of a page in reading order, assembled from the page's characters, column after column."""

import bisect
import statistics
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.reading.bidi import mirror, read_order
from extract.reading.pdf.columns import find_gutter, without_spaces
from extract.reading.pdf.glyphs import Glyph, Sheet
from extract.reading.pdf.margin import Margin
from extract.reading.pdf.spacing import word_gaps
from extract.text.raised import DIGITS

_SAME_LINE: Final[float] = 0.42  # of a character's size: how far another may stand from its baseline
_RAISED_MOST: Final[float] = 0.7  # the same for what stands in a gap of the line
_MOST_RAISED: Final[int] = 40
_OVERLAP: Final[float] = 0.2
_BLANK: Final[float] = 0.18  # of a character's size: the least width of a space

_LOWEST: Final[float] = -0.3
_HIGHEST: Final[float] = 0.6
_MOST_MARKS: Final[int] = 200
_WIDE_BLANK: Final[float] = 2.0
_RAISED: Final[float] = 0.1
_SMALLER: Final[float] = 0.84
_MARK: Final = regex.compile(rf"[\d*†‡()\[\], {DIGITS}]+")
_COMBINING: Final = "Mn"
_HAN: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_GAP: Final[str] = "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a page, in reading order.

    Attributes:
        text: what it says; four spaces stand for a wide gap.
        raised: start and end in `text` of what is set like note marks: small, and above the baseline.
        left: where it begins, in points from the side of the page that reading starts from.
        right: where it ends, from the same side.
        y: its baseline, in points from the foot of the page.
        size: type size of most of its characters, in points.
        word: width of its first word in points; of its first character where words are not separated by spaces.
        bold: whether most of its characters are.
        page: number of its page, from 1.
        column: 1 or 2 where the page is set in columns; 0 across the page.
        place: how many lines of the page are read before it. No two lines of a document are equal.
    """

    text: str
    raised: tuple[tuple[int, int], ...]
    left: float
    right: float
    y: float
    size: float
    word: float
    bold: bool
    page: int
    column: int = 0
    place: int = 0

    @property
    def cells(self) -> list[str]:
        """The pieces of text between wide gaps."""
        return [cell for cell in self.text.split(_GAP) if cell.strip()]


def read_rows(sheet: Sheet, *, page: int, leftward: bool, margin: Margin | None = None) -> list[Row]:
    """Read the lines of a page: down each column, the columns in the direction of the script.

    Args:
        sheet: the page.
        page: its number, from 1.
        leftward: whether the document as a whole runs from right to left.
        margin: what is known of line numbers in the margin, which are left out.
    """
    marks: list[Glyph] = []
    glyphs: list[Glyph] = []
    for glyph in sheet.glyphs:
        (marks if unicodedata.category(glyph.text[0]) == _COMBINING else glyphs).append(glyph)
    marks.sort(key=lambda mark: mark.y)
    rows: list[Row] = []
    lines = _lines(glyphs)
    if numbers := margin.numbers([without_spaces(line) for line in lines]) if margin else None:
        glyphs = [glyph for glyph in glyphs if glyph.place not in numbers]
        lines = _lines(glyphs)
    for column, line in _lines_in_order(lines, glyphs, leftward=leftward):
        if not (seen := without_spaces(line)):
            continue
        base, size = _baseline(seen)
        shown = _in_reading_order(line, size, leftward=leftward)
        if marks:
            shown = _with_marks(shown, _marks_near(marks, base, size))
        characters = [glyph.text for glyph in shown]
        left, right = _extent(seen, sheet.width, leftward=leftward)
        rows.append(
            Row(
                text="".join(mirror(characters) if leftward else characters),
                raised=tuple(_raised(shown, base, size)),
                left=left,
                right=right,
                y=base,
                size=size,
                word=_first_word_width(shown),
                bold=2 * sum(glyph.bold for glyph in seen) > len(seen),
                page=page,
                column=column,
                place=len(rows),
            )
        )
    return rows


def _lines_in_order(
    lines: list[list[Glyph]], glyphs: Sequence[Glyph], *, leftward: bool
) -> Iterator[tuple[int, list[Glyph]]]:
    """The lines of each zone of a page, with the zone's column."""
    for column, zone in find_gutter(lines, glyphs, leftward=leftward):
        for line in _lines(zone) if zone is not glyphs else lines:
            yield column, line


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Group characters into lines, raised ones included, from the top of the page."""
    lines: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.y, glyph.left)):
        if lines and base - glyph.y <= _SAME_LINE * min(max(size, glyph.size), 2 * min(size, glyph.size)):
            if glyph.size > size:
                base, size = glyph.y, glyph.size
            lines[-1].append(glyph)
            continue
        if len(lines) > 1 and _fits(lines[-2], lines[-1]):
            lines[-2:] = [lines[-2] + lines[-1]]
        lines.append([glyph])
        base, size = glyph.y, glyph.size
    if len(lines) > 1 and _fits(lines[-2], lines[-1]):
        lines[-2:] = [lines[-2] + lines[-1]]
    return lines


def _fits(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> bool:
    """Whether what stands a little higher than a line is a raised part of it, for which the line leaves room."""
    if upper[-1].y - lower[0].y > _RAISED_MOST * max(upper[-1].size, lower[0].size):
        return False
    fewer, more = sorted((without_spaces(line) for line in (upper, lower)), key=len)
    return not any(
        glyph.left + _OVERLAP * glyph.size < other.right and other.left < glyph.right - _OVERLAP * glyph.size
        for glyph in fewer[:_MOST_RAISED]
        for other in more
    )


def _baseline(seen: Sequence[Glyph]) -> tuple[float, float]:
    """The baseline and the type size of most of a line's visible characters, in points."""
    size = statistics.mode(round(glyph.size, 1) for glyph in seen)
    return statistics.mode(round(glyph.y, 1) for glyph in seen if abs(glyph.size - size) < 1), size


def _extent(seen: Sequence[Glyph], width: float, *, leftward: bool) -> tuple[float, float]:
    """Where a line begins and ends, from the side of the page that reading starts from."""
    left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
    return (width - right, width - left) if leftward else (left, right)


def _in_reading_order(line: Sequence[Glyph], size: float, *, leftward: bool) -> list[Glyph]:
    """A line's characters with spaces at its gaps, in the order in which they are read."""
    across = sorted(line, key=lambda glyph: (glyph.left + glyph.right, glyph.place))
    shown = list(_spaced(across, size))
    order = read_order([glyph.text for glyph in shown], leftward=leftward)
    return _ligatures([shown[place] for place in order])


def _marks_near(marks: Sequence[Glyph], base: float, size: float) -> Sequence[Glyph]:
    """The combining marks that stand at the height of a line; `marks` are sorted by their baselines."""
    first = bisect.bisect_left(marks, base + _LOWEST * size, key=lambda mark: mark.y)
    last = bisect.bisect_right(marks, base + _HIGHEST * size, key=lambda mark: mark.y)
    return marks[first : min(last, first + _MOST_MARKS)]


def _first_word_width(shown: Sequence[Glyph]) -> float:
    """Width of a line's first word in points, or of its first character where words are not separated by spaces."""
    word = shown[:1]
    for glyph in shown[1:]:
        if glyph.text.isspace() or _HAN.match(glyph.text) or _HAN.match(word[-1].text):
            break
        word = [*word, glyph]
    return max(glyph.right for glyph in word) - min(glyph.left for glyph in word)


def _spaced(line: Sequence[Glyph], size: float) -> Iterator[Glyph]:
    """A line's characters from left to right, with a space at each gap and four spaces at each wide one."""
    seen = without_spaces(line)
    ends = word_gaps(seen, size, least=_BLANK * size)
    last: Glyph | None = None
    blank = False
    at = 0
    for glyph in line:
        if glyph.text.isspace():
            blank = True
            continue
        if last is not None:
            gap = glyph.left - last.right
            if (blank or gap > _BLANK * size) and (ends is None or ends[at]):
                yield glyph._replace(text=_GAP if gap > _WIDE_BLANK * size else " ", left=last.right, right=glyph.left)
        yield glyph
        if last is None or glyph.right > last.right:
            last = glyph
        blank = False
        at += 1


def _ligatures(glyphs: list[Glyph]) -> list[Glyph]:
    """Put the letters of one drawn ligature back into the order of the file, which is the reading order."""
    start = 0
    while start < len(glyphs):
        end = start + 1
        while end < len(glyphs) and glyphs[end].left == glyphs[start].left and glyphs[end].y == glyphs[start].y:
            end += 1
        if end - start > 1:
            glyphs[start:end] = sorted(glyphs[start:end], key=lambda glyph: glyph.place)
        start = end
    return glyphs


def _with_marks(glyphs: list[Glyph], marks: Sequence[Glyph]) -> list[Glyph]:
    """Insert vowel signs and accents after the letters that carry them."""
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        below = [at for at, glyph in enumerate(glyphs) if glyph.left <= middle <= glyph.right]
        if below:
            glyphs.insert(below[0] + 1, mark._replace(left=glyphs[below[0]].left, right=glyphs[below[0]].right))
    return glyphs


def _raised(shown: Sequence[Glyph], base: float, size: float) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of the text that is set like a note mark."""
    start, begin, end = 0, -1, -1
    for glyph in shown:
        high = glyph.size <= _SMALLER * size and glyph.y >= base + _RAISED * size
        if not glyph.text.isspace():
            if (high or glyph.text in DIGITS) and _MARK.fullmatch(glyph.text):
                begin = start if begin < 0 else begin
                end = start + len(glyph.text)
            elif begin >= 0:
                yield begin, end
                begin = -1
        start += len(glyph.text)
    if begin >= 0:
        yield begin, end
