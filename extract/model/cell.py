"""`Cell`: where a paragraph stands in a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; one that spans several rows or columns stands at the first of them.

    Attributes:
        table: number of its table in the document, from 1.
        row: from 1.
        column: from 1, counted in the columns of the whole table.
        rows: how many rows it spans.
        columns: how many columns it spans.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    def shares_row(self, other: "Cell") -> bool:
        """Whether the other cell begins in one of its rows."""
        return self.row <= other.row < self.row + self.rows

    def shares_column(self, other: "Cell") -> bool:
        """Whether the two have a column in common."""
        return self.column < other.column + other.columns and other.column < self.column + self.columns
