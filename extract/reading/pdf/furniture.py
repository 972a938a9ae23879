"""What a page adds to a text: running heads, page numbers, job numbers, bar codes, told by place and repetition."""

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
    """What of a document's lines is furniture."""

    def __init__(self, pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> None:
        """Learn from all pages.

        Args:
            pages: their lines.
            heights: their heights, in points.
        """
        self.heights = heights
        repeated = Counter(
            key
            for page in pages
            for key in {self._key(row) for row in page if self._is_near_edge(row) and not _starts_note(row)}
        )
        fewest = max(_TWICE, _LEAST_SHARE * len(pages)) if len(pages) >= _FEWEST_PAGES else len(pages) + 1
        self._repeated = {key for key, count in repeated.items() if count >= fewest}
        self.names: list[str] = []
        self._members: set[int] = set()
        for page in pages:
            self._learn(page)

    def holds(self, row: Row) -> bool:
        """Whether a line is furniture."""
        return id(row) in self._members

    def _is_near_edge(self, row: Row) -> bool:
        return self._is_at_top(row) or self._is_at_bottom(row)

    def _is_at_top(self, row: Row) -> bool:
        return row.y > _TOP * self.heights[row.page - 1]

    def _is_at_bottom(self, row: Row) -> bool:
        return row.y < _BOTTOM * self.heights[row.page - 1]

    def _key(self, row: Row) -> tuple[int, str]:
        place = row.y - self.heights[row.page - 1] if row.y > self.heights[row.page - 1] / 2 else row.y
        return round(place / _SLACK), _DIGITS.sub("#", row.text)

    def _learn(self, page: Sequence[Row]) -> None:
        """Take lines from the edges of a page inwards for as long as they are furniture, or stand beyond some."""
        rows = sorted(page, key=lambda row: row.y)
        foot = self._reach([row for row in rows if self._is_at_bottom(row)], self._is_foot)
        head = self._reach([row for row in rows[::-1] if self._is_at_top(row)], self._is_head)
        self._members.update(id(row) for row in (*rows[:foot], *rows[len(rows) - head :]))
        for row in reversed(rows[len(rows) - head :]):
            if row.page > 1:
                self.names += [cell for cell in row.cells if SYMBOL.fullmatch(cell)]

    def _reach(self, rows: Sequence[Row], is_furniture: Callable[[Row], bool]) -> int:
        """How many lines, those near an edge from there on, are furniture: up to the last of those that surely are."""
        reach = 0
        for at, row in enumerate(rows[:_MOST_LINES], 1):
            if is_furniture(row):
                reach = at
        level = rows[reach - 1].y if reach else None  # what stands beside a page number goes with it
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
    """Whether a line is a note's, or the rule above it."""
    return is_drawn_rule(row) or bool(row.raised and row.raised[0][0] == 0)


def _all(pattern: "regex.Pattern[str]", cells: Iterable[str]) -> bool:
    return all(pattern.fullmatch(cell) or _JOB.fullmatch(cell) for cell in cells)
