"""`table_csv`: any table as CSV that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable
from typing import Any, Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> Any:  # noqa: ANN401  # text, number, truth, or a list of texts
    """Put an apostrophe before text that a spreadsheet would run as a formula: it starts with `=`, `+`, `-`, `@`.

    The texts of a list are joined with semicolons.

    A reader that must have the exact text takes `edges.csv` for the overview and `citations.jsonl` for the quotes.
    """
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell("; ".join(map(str, value))) if isinstance(value, list) else value


def table_csv(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Return any table as CSV: UTF-8, commas, line feeds, formulas neutralised, None empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
