"""`find_cells`: row and column of every cell of a table in Word, and how many of both it spans."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from extract.model.cell import Cell
from extract.reading.markup.grid import MOST_COLUMNS
from extract.reading.word.numbering import W

_DIGITS: Final = 5


def find_cells(table: etree._Element, number: int) -> Mapping[etree._Element, Cell]:
    """The cells of a table, each with its place; none where the table holds another one, as layout does.

    Args:
        table: the element `w:tbl`.
        number: which table of the document it is, from 1.
    """
    if sum(1 for _ in table.iter(f"{W}tbl")) > 1:
        return {}
    rows = [list(_row(row)) for row in table.iter(f"{W}tr")]
    cells: dict[etree._Element, Cell] = {}
    reaches: dict[int, int] = {}  # column to the number of rows below that continue its cell
    for index in range(len(rows), 0, -1):
        below, reaches = reaches, {}
        for element, column, columns, continues in rows[index - 1]:
            cells[element] = Cell(number, index, column, 1 + below.get(column, 0), columns)
            if continues:
                reaches[column] = 1 + below.get(column, 0)
    return cells


def _row(row: etree._Element) -> Iterator[tuple[etree._Element, int, int, bool]]:
    """The cells of a row: element, column, columns that it spans, and whether it continues the cell above."""
    column = 1 + _value(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in row.iter(f"{W}tc"):
        columns = max(1, _value(cell.find(f"{W}tcPr/{W}gridSpan"), 1))
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        yield cell, column, columns, merged is not None and merged.get(f"{W}val", "continue") == "continue"
        column += columns


def _value(element: etree._Element | None, otherwise: int) -> int:
    said = element.get(f"{W}val", "") if element is not None else ""
    return min(int(said), MOST_COLUMNS) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else otherwise
