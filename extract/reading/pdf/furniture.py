"""What a page adds to the text: running heads, page numbers, job numbers, bar codes, known by place and repetition."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import regex

from extract.layout.landmarks import SYMBOL
from extract.reading.pdf.foot import is_drawn_rule
from extract.reading.pdf.rows import Row

_PAGE_NUMBER: Final = regex.compile(
    r"[-–—\s]{0,3}\d{1,4}(?:\s?/\s?\d{1,4})?[-–—\s]{0,3}|[-–— ]{0,3}[ivxlc]{1,7}[-–— ]{0,3}"
)
_JOB: Final = regex.compile(
    r"\*?(?:V\.|GE\.|N)?\d{2}-?\d{5}\*?(?:\s*\(\p{L}{1,3}\))?(?:\s*[\d.]{6,8}){0,4}\*?|\*\w{5,12}\*"
)
_DIGITS: Final = regex.compile(r"\d++")
_TOP: Final[float] = 0.88
_BOTTOM: Final[float] = 0.115
_SLACK: Final[float] = 3.0
_MOST_LINES: Final[int] = 6
_LEAST_SHARE: Final[float] = 0.4  # heads of left and right pages may differ
_TWICE: Final[int] = 2
_FEWEST_PAGES: Final[int] = 3


class Furniture:
    """The lines of a document that are furniture.

    Attributes:
        names: symbols in the running heads after the first page, in reading order.
    """

    def __init__(self, pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> None:
        """Learn from all pages.

        Args:
            pages: their lines.
            heights: the pages' heights, in points.
        """
        self._heights = heights
        repeated = Counter(
            key
            for page in pages
            for key in {self._key(row) for row in page if self._is_near_edge(row) and not _starts_note(row)}
        )
        fewest = max(_TWICE, _LEAST_SHARE * len(pages)) if len(pages) >= _FEWEST_PAGES else len(pages) + 1
        self._repeated = {key for key, count in repeated.items() if count >= fewest}
        self.names: list[str] = []
        self._members: set[Row] = set()
        for page in pages:
            self._learn(page)

    def holds(self, row: Row) -> bool:
        """Whether a line is furniture."""
        return row in self._members

    def _is_near_edge(self, row: Row) -> bool:
        return self._is_at_top(row) or self._is_at_bottom(row)

    def _is_at_top(self, row: Row) -> bool:
        return row.y > _TOP * self._heights[row.page - 1]

    def _is_at_bottom(self, row: Row) -> bool:
        return row.y < _BOTTOM * self._heights[row.page - 1]

    def _key(self, row: Row) -> tuple[int, str]:
        """What repeated lines share: the distance from the nearer edge, and the text apart from its digits."""
        height = self._heights[row.page - 1]
        place = row.y - height if row.y > height / 2 else row.y
        return round(place / _SLACK), _DIGITS.sub("#", row.text)

    def _learn(self, page: Sequence[Row]) -> None:
        """Take lines from the edges of a page inwards, up to the last that is furniture."""
        rows = sorted(page, key=lambda row: row.y)
        foot = self._reach([row for row in rows if self._is_at_bottom(row)], self._is_foot)
        head = self._reach([row for row in rows[::-1] if self._is_at_top(row)], self._is_head)
        self._members.update(rows[:foot], rows[len(rows) - head :])
        for row in reversed(rows[len(rows) - head :]):
            if row.page > 1:
                self.names += [cell for cell in row.cells if SYMBOL.fullmatch(cell)]

    def _reach(self, rows: Sequence[Row], is_furniture: Callable[[Row], bool]) -> int:
        """How many lines from an edge inwards are furniture: up to the last that certainly is."""
        reach = 0
        for at, row in enumerate(rows[:_MOST_LINES], 1):
            if is_furniture(row):
                reach = at
        level = rows[reach - 1].y if reach else None  # what stands beside a page number belongs to it
        while reach < len(rows) and level is not None and abs(rows[reach].y - level) <= _SLACK:
            reach += 1
        return reach

    def _is_head(self, row: Row) -> bool:
        if self._key(row) in self._repeated:
            return True
        if row.page == 1:
            return False
        return any(SYMBOL.fullmatch(cell) for cell in row.cells) or _all(_PAGE_NUMBER, row.cells)

    def _is_foot(self, row: Row) -> bool:
        if _starts_note(row):
            return False
        if self._key(row) in self._repeated or _all(_PAGE_NUMBER, row.cells):
            return True
        return any(_JOB.match(cell) for cell in row.cells)


def _starts_note(row: Row) -> bool:
    """Whether a line begins a note, or is the rule above the notes."""
    return is_drawn_rule(row) or bool(row.raised and row.raised[0][0] == 0)


def _all(pattern: "regex.Pattern[str]", cells: Iterable[str]) -> bool:
    return all(pattern.fullmatch(cell) or _JOB.fullmatch(cell) for cell in cells)
