"""`Answer`: a table that shows itself in a notebook; and the libraries that only a notebook needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from extract.model.errors import RecallingError
from graph.pages.parts.escape import escape_text
from graph.query import ask as asking

if TYPE_CHECKING:
    import pandas as pd

_ROWS_SHOWN: Final = 200


class MissingLibraryError(RecallingError):
    """A library that only some uses need and that is not installed.

    Attributes:
        library: its name.
    """

    def __init__(self, library: str) -> None:
        """Write the message once, with the way to install it."""
        self.library = library
        super().__init__(f"this needs {library}: pip install 'recalling[notebook]'")


def load_pandas() -> Any:  # noqa: ANN401  # a module
    """Return pandas, which comes with the extra `notebook`.

    Raises:
        MissingLibraryError: it is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415  # optional
    except ImportError as error:
        raise MissingLibraryError("pandas") from error
    return pd


@dataclass(frozen=True, slots=True)
class Answer:
    """A table that shows itself in a notebook.

    Attributes:
        table: columns and rows.
    """

    table: asking.Table

    def __iter__(self) -> Iterator[dict[str, asking.Cell]]:
        """Give the rows, each a dictionary by column."""
        return (dict(zip(self.table.columns, row, strict=True)) for row in self.table.rows)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.table.rows)

    def __repr__(self) -> str:
        """Number of rows and names of columns."""
        return f"<Answer: {len(self)} rows of {', '.join(self.table.columns)}>"

    def to_pandas(self) -> "pd.DataFrame":
        """Give a pandas frame; whole numbers and truths stay so where cells are empty.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        frame = load_pandas().DataFrame(list(self.table.rows), columns=list(self.table.columns))
        return frame.convert_dtypes()

    def _repr_html_(self) -> str:
        """The table as HTML, every value escaped, the first rows only."""
        head = "".join(f"<th>{escape_text(column)}</th>" for column in self.table.columns)
        rows = (
            "".join(f'<td dir="auto">{_shown(value)}</td>' for value in row) for row in self.table.rows[:_ROWS_SHOWN]
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        more = len(self.table.rows) - _ROWS_SHOWN
        note = f"<p>… and {more} more rows</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def _shown(value: asking.Cell) -> str:
    """A value in a cell of an HTML table."""
    return "" if value is None else escape_text(str(value))
