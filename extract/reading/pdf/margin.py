"""Line numbers in the margin of a page, as drafts and records have them: they are no part of what the lines say."""

import itertools
import statistics
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex

from extract.reading.pdf.glyphs import Glyph

_DIGITS: Final = 4
_APART: Final = 0.4  # of the type size: the least gap between a number and its line
_ALIGNED: Final = 2.5  # points by which the edges of the numbers may differ
_RAISED: Final = 0.1  # of the type size
_FEWEST: Final = {1: 5, 5: 3, 10: 3, 2: 5}
"""Step from number to number -> how many must be seen."""
_FITTING: Final = 0.8
_MOST_OUTSIDE: Final = 0.2  # share of the lines that may reach into the margin, as running heads do
_FEWEST_CASELESS: Final = 8
_LOWER: Final = regex.compile(r"\p{Ll}")
_CASELESS: Final = regex.compile(r"\p{Lo}")


class _Number(NamedTuple):
    """A number at the side of a line.

    Attributes:
        line: which line of the page.
        value: the number.
        glyphs: its digits.
        edges: where it begins and ends, in points.
        text: the first character of the line itself, or any where its script has no capitals; empty for none.
    """

    line: int
    value: int
    glyphs: tuple[Glyph, ...]
    edges: tuple[float, float]
    text: str


class Margin:
    """Finds the line numbers page by page; where one page has them, the others have them at the same place."""

    def __init__(self) -> None:
        """Start without knowing of any."""
        self._known: dict[tuple[bool, int], tuple[float, int]] = {}  # side, edge that is aligned -> its place, step

    def numbers(self, lines: Sequence[Sequence[Glyph]]) -> frozenset[int]:
        """The places (`Glyph.place`) of the digits that number the lines of a page.

        Args:
            lines: the visible characters of each line, from the top.
        """
        for rightmost in (False, True):
            seen = [number for at, line in enumerate(lines) if (number := _at_side(at, line, rightmost=rightmost))]
            found = max((self._aligned(seen, lines, rightmost=rightmost, edge=edge) for edge in (1, 0)), key=len)
            if found:
                return frozenset(glyph.place for number in found for glyph in number.glyphs)
        return frozenset()

    def _aligned(
        self, seen: Sequence[_Number], lines: Sequence[Sequence[Glyph]], *, rightmost: bool, edge: int
    ) -> list[_Number]:
        """The numbers whose edges are aligned, if they count the lines."""
        if not seen:
            return []
        known = self._known.get((rightmost, edge))
        place = known[0] if known else statistics.mode(round(each.edges[edge]) for each in seen)
        found = [each for each in seen if abs(each.edges[edge] - place) <= _ALIGNED]
        if not found or not _is_margin(found, lines, rightmost=rightmost):
            return []
        step = known[1] if known else _step(found)
        if not step or not _counts(found, step):
            return []
        self._known[rightmost, edge] = float(place), step
        return found


def _step(found: Sequence[_Number]) -> int:
    """The step from number to number, if there are enough of them; 0 where there are not, or where they number rows."""
    step = next((step for step, fewest in _FEWEST.items() if len(found) >= fewest and _counts(found, step)), 0)
    return 0 if step == 1 and not _is_prose(found) else step


def _at_side(at: int, line: Sequence[Glyph], *, rightmost: bool) -> _Number | None:
    """The number at one side of a line, set apart from it; None where there is none."""
    across = sorted(line, key=lambda glyph: glyph.left, reverse=rightmost)
    digits = _together(across, rightmost=rightmost)
    if not 0 < len(digits) <= _DIGITS or not all(glyph.text.isdecimal() for glyph in digits):
        return None
    rest = across[len(digits) :]
    if rest:
        base, size = statistics.median(glyph.y for glyph in rest), statistics.median(glyph.size for glyph in rest)
        if digits[0].y > base + _RAISED * size:
            return None
    shown = digits[::-1] if rightmost else digits
    value = int("".join(glyph.text for glyph in shown))
    return _Number(at, value, tuple(digits), (shown[0].left, shown[-1].right), _first_letter(rest))


def _first_letter(rest: Sequence[Glyph]) -> str:
    """What shows whether a line goes on from the one before."""
    caseless = [glyph.text[0] for glyph in rest if _CASELESS.match(glyph.text)]
    if 2 * len(caseless) > len(rest):
        return caseless[0]
    return min(rest, key=lambda glyph: glyph.left).text[0] if rest else ""


def _together(across: Sequence[Glyph], *, rightmost: bool) -> list[Glyph]:
    """The first characters of a line from one side, up to the first gap."""
    found = [*across[:1]]
    for last, glyph in itertools.pairwise(across[: _DIGITS + 2]):
        gap = last.left - glyph.right if rightmost else glyph.left - last.right
        if gap >= _APART * max(last.size, glyph.size):
            break
        found.append(glyph)
    return found


def _is_margin(found: Sequence[_Number], lines: Sequence[Sequence[Glyph]], *, rightmost: bool) -> bool:
    """Whether hardly anything else stands where the numbers do."""
    numbered = {number.line for number in found}
    inner = min(number.edges[0] for number in found) if rightmost else max(number.edges[1] for number in found)
    others = [line for at, line in enumerate(lines) if at not in numbered]
    outside = sum(any(glyph.right > inner if rightmost else glyph.left < inner for glyph in line) for line in others)
    return outside <= _MOST_OUTSIDE * len(lines)


def _counts(found: Sequence[_Number], step: int) -> bool:
    """Whether numbers count lines: from one to the next by as much as there are lines between them."""
    if any(number.value % step for number in found):
        return False
    pairs = list(_pairs(found))
    fitting = sum(0 < later.value - number.value == later.line - number.line for number, later in pairs)
    return fitting >= _FITTING * len(pairs)


def _pairs(found: Sequence[_Number]) -> Iterator[tuple[_Number, _Number]]:
    """Numbers next to one another, but for where the count starts again."""
    return ((number, later) for number, later in itertools.pairwise(found) if later.value > 1 or number.value < 1)


def _is_prose(found: Sequence[_Number]) -> bool:
    """Whether lines go on from one to the next, as the rows of a table or the items of a list do not."""
    texts = "".join(number.text for number in found)
    if _LOWER.search(texts):
        return True
    return len(_CASELESS.findall(texts)) > len(found) / 2 and len(found) >= _FEWEST_CASELESS
