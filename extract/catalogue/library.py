"""The CSV files of the United Nations Digital Library: voting data and outcomes, a row per text or per state and text.

The columns differ from file to file (`undl_id`, `resolution`, `title` or `description`, `date`, `agenda_title`,
`total_yes` …); those that are known are read in any order, and the others are ignored. Input is hostile: lines,
fields, rows and texts are bounded.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

import regex

from extract.catalogue.catalogue import IMPORTED
from extract.catalogue.entry import TITLE, Entry, from_row
from extract.catalogue.table import cell
from extract.model.errors import DataError, SymbolError
from extract.symbols.symbol import LONGEST, parse

MOST_ROWS: Final = 5_000_000
"""Rows of a file; the Assembly's votes since 1946 are fewer than two million."""
MOST_TEXTS: Final = 200_000
"""Texts that one file may speak of."""

_LINE: Final = 2**20
_LONGEST: Final = 1000  # characters of a title; the longest known has 744
_KNOWN: Final[Mapping[str, str]] = {
    "resolution": "symbol", "symbol": "symbol", "title": "title", "description": "title", "date": "date",
    "agenda_title": "agenda", "agenda": "agenda", "draft": "draft", "undl_id": "record", "total_yes": "yes",
    "total_no": "no", "total_abstentions": "abstentions", "modality": "modality", "vote_note": "modality",
}  # fmt: skip
"""Name of a column → what it holds."""
_SEPARATORS: Final = ",;\t|"
_LIST: Final = "|"
_RESPONSIBILITY: Final = regex.compile(r"\s*+[:/]\s*+(?:resolution|decision)\s?+/\s?+adopted\b.*+", regex.IGNORECASE)
_ASSIGNED: Final = regex.compile(r"Security Council resolution [^\[\]]{1,40}(\[[^\[\]]++\])")
_WITHOUT_VOTE: Final = regex.compile(r"without (?:a )?vote|consensus", regex.IGNORECASE)
_MARKS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(slots=True)
class Import:
    """What a file of the Library says.

    Attributes:
        entries: symbol → entry.
        rows: number of rows read.
        unread: number of rows that name no text, or none with a symbol.
    """

    entries: dict[str, Entry]
    rows: int = 0
    unread: int = 0


def read_library(file: Path, *, language: str) -> Import:
    """Read a CSV file of the Digital Library.

    Args:
        file: where it is; UTF-8 or UTF-16, with or without byte order mark.
        language: code of the language of its titles.

    Raises:
        DataError: it cannot be read, is no such file, or exceeds a limit.
    """
    try:
        with file.open("rb") as binary:
            return _imported(csv.reader(_lines(binary), delimiter=_separator(file)), str(file), language)
    except (OSError, csv.Error, UnicodeError) as error:
        raise DataError(str(file), [f"cannot be read: {error}"]) from error


def _imported(rows: "Iterator[list[str]]", name: str, language: str) -> Import:
    """Take the entries from the rows, of which the first names the columns."""
    columns = [_KNOWN.get(_plain(column), "") for column in next(rows, [])]
    if "symbol" not in columns:
        raise DataError(name, ["no column 'resolution': not a file of the Digital Library that this program knows"])
    found = Import({})
    for row in rows:
        found.rows += 1
        if found.rows > MOST_ROWS or len(found.entries) > MOST_TEXTS:
            raise DataError(name, [f"more than {MOST_ROWS:,} rows or {MOST_TEXTS:,} texts"])
        values = {column: cell(value) for column, value in zip(columns, row, strict=False) if column and value.strip()}
        symbols = [symbol for each in values.get("symbol", "").split(_LIST) if (symbol := _symbol(each))]
        found.unread += not symbols
        for symbol in symbols:
            entry = _entry(symbol, values, language)
            known = found.entries.get(symbol)
            found.entries[symbol] = known.filled(entry) if known else entry
    return found


def _entry(symbol: str, values: Mapping[str, str], language: str) -> Entry:
    """Return what a row says of a text."""
    row = {
        "symbol": symbol,
        "date": _date(values.get("date", "")),
        TITLE + language: _title(values.get("title", "")),
        "agenda": _first(values.get("agenda", "")),
        "adoption": _adoption(values),
        "draft": _first(values.get("draft", "")),
        "record": values.get("record", "") if values.get("record", "").isdecimal() else "",
    }
    named = ("title" if name.startswith(TITLE) else name for name, value in row.items() if value and name != "symbol")
    return from_row(row | {"sources": " ".join(f"{name}:{IMPORTED}" for name in named)})


def _symbol(written: str) -> str | None:
    """Return a symbol in the form of keys; None for anything else, and for what no body adopts."""
    try:
        symbol = parse(written[: LONGEST + 1])
    except SymbolError:
        return None
    return str(symbol) if symbol.kind in {"resolution", "decision", "statement"} else None


def _date(written: str) -> str:
    """Return an ISO date, with or without a time behind it; empty for anything else."""
    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        return ""


def _title(written: str) -> str:
    """Return a title without the statement of responsibility that the Library adds, or what it assigns in brackets."""
    plain = _RESPONSIBILITY.sub("", written[: 2 * _LONGEST]).strip()
    assigned = _ASSIGNED.match(plain)
    return (assigned[1] if assigned else plain)[:_LONGEST]


def _first(written: str) -> str:
    return written.partition(_LIST)[0].strip()[:_LONGEST]


def _adoption(values: Mapping[str, str]) -> str:
    """Return how a text was adopted, as a row of the table says it; empty if the row does not tell."""
    counts = [values.get(name, "") for name in ("yes", "no", "abstentions")]
    if all(count.isdecimal() and len(count) <= 3 for count in counts) and any(map(int, counts)):  # noqa: PLR2004  # 193 states
        return "-".join(str(int(count)) for count in counts)
    return "consensus" if _WITHOUT_VOTE.search(values.get("modality", "")[:200]) else ""


def _lines(binary: BinaryIO) -> Iterator[str]:
    """Yield the lines of a file, none longer than a bound, without NUL."""
    with io.TextIOWrapper(binary, encoding=_encoding(binary), errors="replace", newline="") as text:
        while line := text.readline(_LINE):
            yield line.replace("\0", "")


def _encoding(binary: BinaryIO) -> str:
    """Return the encoding that the byte order mark tells; UTF-8 without one."""
    start = binary.read(2)
    binary.seek(0)
    return next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8-sig")


def _separator(file: Path) -> str:
    """Return the separator by which the first line has the most known columns."""
    with file.open("rb") as binary:
        first = next(_lines(binary), "")
    return max(_SEPARATORS, key=lambda mark: sum(_plain(name) in _KNOWN for name in _split(first, mark)))


def _split(line: str, mark: str) -> Sequence[str]:
    return next(csv.reader([line], delimiter=mark), [])


def _plain(column: str) -> str:
    return "_".join(column.strip().lower().split())
