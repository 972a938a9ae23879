"""Tables in text: comma-, semicolon- or tab-separated values with a line of names."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from extract.model.errors import UnreadableError
from extract.reading.records.record import Record

_DELIMITERS: Final = ",;\t|"
_HEADER: Final = 64 * 1024
"""Characters in which the line of names ends."""
_COLUMNS: Final = 1000


def read_table(text: str, *, file: str) -> Iterator[Record | UnreadableError]:
    """Read the rows below the line of names.

    Yields:
        A record per row; an error, and nothing more, where the rest cannot be read.

    Raises:
        UnreadableError: the first line is no line of names.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text))
    try:
        names = next(rows, [])
    except csv.Error as error:
        raise UnreadableError(file, f"is no table ({error})") from error
    if not any(name.strip() for name in names) or len(names) > _COLUMNS:
        raise UnreadableError(file, "is no table with names of columns in its first line")
    number = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield UnreadableError(file, f"line {rows.line_num}: {error}; the rest was not read")
            return
        if any(row):
            number += 1
            yield Record(number, dict(zip(names, [*row, *[""] * len(names)], strict=False)))


def _delimiter(text: str) -> str:
    """The character that parts the names in the first line."""
    first = text[:_HEADER].partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
