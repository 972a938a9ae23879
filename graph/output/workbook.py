"""The tables of a build as one workbook, which spreadsheet programs open with every script and type in place."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from graph.output.columns import kind_of

_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, the heading included."""
_CHARACTERS: Final = 32_767
"""UTF-16 units that a cell can hold."""
_WIDEST: Final = 50  # characters
_FILTER: Final = 3  # characters that the button of the filter takes from a heading
_MEASURED: Final = 500  # rows
_SAME_TIME: Final = dt.datetime(1980, 1, 1)  # noqa: DTZ001  # a workbook has a time of writing; ours has none


def workbook(sheets: Mapping[str, tuple[Sequence[str], Iterable[Mapping[str, Any]]]]) -> bytes:
    """Return an `.xlsx` file with a sheet per table: numbers as numbers, texts as texts, never as formulas.

    Args:
        sheets: table (`nodes`, `edges`, `citations`) -> its columns, and its rows by column. A table with more rows
            than a sheet holds goes on in the next one (`citations 2`); a longer text is cut, and ends in an ellipsis.
    """
    import xlsxwriter  # noqa: PLC0415  # needed by this format alone

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": _SAME_TIME})
        heading = book.add_format({"bold": True})
        for name, (columns, rows) in sheets.items():
            for number, part in enumerate(_parts(rows), start=1):
                sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
                sheet.write_row(0, 0, columns, heading)
                sheet.freeze_panes(1, 1)
                for place, column in enumerate(columns):
                    sheet.set_column(place, place, _width(column, part))
                sheet.autofilter(0, 0, max(1, len(part)), len(columns) - 1)
                for at, row in enumerate(part, start=1):
                    _write(sheet, at, name, columns, row)
    return file.getvalue()


def _parts(rows: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    """The rows, as many at a time as a sheet holds; one part at least."""
    everything = list(rows)
    for start in range(0, max(1, len(everything)), _ROWS - 1):
        yield everything[start : start + _ROWS - 1]


def _width(column: str, rows: Sequence[Mapping[str, Any]]) -> int:
    """The width of a column in characters: that of its longest text among the first rows, within limits."""
    longest = max((len(str(row.get(column) or "")) for row in rows[:_MEASURED]), default=0)
    return min(_WIDEST, max(len(column) + _FILTER, longest + 1))


def _write(sheet: Any, at: int, table: str, columns: Sequence[str], row: Mapping[str, Any]) -> None:  # noqa: ANN401  # a class of the library
    for place, column in enumerate(columns):
        value = row.get(column)
        if value is None or value == "":
            continue
        kind = kind_of(table, column)
        if kind == "integer":
            sheet.write_number(at, place, value)
        elif kind == "boolean":
            sheet.write_boolean(at, place, value)
        else:
            sheet.write_string(at, place, _fitting(str(value)))


def _fitting(text: str) -> str:
    """A text that a cell can hold, without characters that XML forbids."""
    clean = "".join(character if character >= " " or character in "\t\n\r" else "\ufffd" for character in text)
    clean = clean.encode("utf-16-le", "replace").decode("utf-16-le", "replace")
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * _CHARACTERS:
        return clean
    return units[: 2 * (_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "\u2026"
