"""`find_cells`: row and column of every cell of a table in HTML or XML, where a cell may span several of both."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from extract.model.cell import Cell
from extract.reading.markup.tree import bare

MOST_COLUMNS: Final = 200
MOST_ROWS: Final = 10_000
_CELLS: Final = frozenset(["td", "th"])
_DIGITS: Final = 5


class Grid:
    """The rows of a table, top down, and which columns cells of rows above reach into."""

    def __init__(self, table: int) -> None:
        """Start a table by its number in the document."""
        self._table = table
        self._row = 0
        self._column = 1
        self._taken: dict[int, int] = {}  # column to the last row that a cell above spans

    def begin_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._column = 1

    def place(self, *, rows: int = 1, columns: int = 1) -> Cell:
        """Place the next cell of the row in the first free column."""
        while self._taken.get(self._column, 0) >= self._row:
            self._column += 1
        cell = Cell(self._table, self._row, self._column, rows, columns)
        if rows > 1:
            self._taken.update(dict.fromkeys(range(cell.column, cell.column + columns), self._row + rows - 1))
        self.skip(columns)
        return cell

    def skip(self, columns: int) -> None:
        """Pass over columns in which the row has no cell of its own."""
        self._column += columns


def find_cells(table: etree._Element, number: int) -> Mapping[etree._Element, Cell]:
    """The cells of a table, each with its place; none where the table holds another one, as layout does.

    Args:
        table: the element.
        number: which table of the document it is, from 1.
    """
    if sum(1 for each in table.iter("{*}table")) > 1:
        return {}
    grid, cells = Grid(number), {}
    for row in table.iter("{*}tr"):
        grid.begin_row()
        for cell in _cells(row):
            cells[cell] = grid.place(
                rows=_span(cell.get("rowspan"), MOST_ROWS), columns=_span(cell.get("colspan"), MOST_COLUMNS)
            )
    return cells


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row.iterchildren(etree.Element) if bare(cell.tag) in _CELLS)


def _span(written: str | None, most: int) -> int:
    """How many rows or columns a cell spans, as an attribute says it."""
    said = (written or "").strip()
    whole = int(said) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else 1
    return max(1, min(whole, most))
