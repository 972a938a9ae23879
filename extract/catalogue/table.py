"""The tables of the catalogue: lines of tab-separated values, compressed, taken apart only when asked for.

A table of 18,000 texts is decompressed and indexed in some 40 ms, so it needs no index file that could be out of date.
"""

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Final

import regex

from extract.model.errors import DataError

LARGEST: Final = 256 * 2**20
"""Bytes that a table may unpack to."""

_BLANK: Final = regex.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]++")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by their key, which is the first column.

    Attributes:
        columns: names of the columns, the key's first.
        lines: key → its line, still in one piece.
    """

    columns: tuple[str, ...]
    lines: Mapping[str, str]

    def row(self, key: str) -> dict[str, str] | None:
        """Return the row of a key by column, without empty columns; None if there is none."""
        line = self.lines.get(key)
        if line is None:
            return None
        return {name: value for name, value in zip(self.columns, line.split("\t"), strict=False) if value}

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Give every row in the order of the file."""
        return (row for key in self.lines if (row := self.row(key)))


def read_table(file: Traversable, *, key: str, name: str) -> Table:
    """Read a table whose first column is unique.

    Args:
        file: where it is; compressed with gzip if its name ends with `.gz`.
        key: name that the first column must have.
        name: what error messages call it.

    Raises:
        DataError: it cannot be read, unpacks to more than `LARGEST` bytes, or is no table with that key.
    """
    lines = _text(file, name).split("\n")
    columns = tuple(lines[0].rstrip("\r").split("\t"))
    if columns[0] != key:
        raise DataError(name, [f"the first column must be {key!r}"])
    return Table(columns, {line.partition("\t")[0]: line for line in lines[1:] if line})


def read_rows(file: Traversable, *, name: str) -> list[dict[str, str]]:
    """Read a table whose rows have no key, empty columns left out.

    Raises:
        DataError: as for `read_table`.
    """
    first, *lines = _text(file, name).split("\n")
    columns = first.rstrip("\r").split("\t")
    return [
        {column: value for column, value in zip(columns, line.split("\t"), strict=False) if value}
        for line in lines
        if line
    ]


def _text(file: Traversable, name: str) -> str:
    """Return the text of a table."""
    try:
        data = file.read_bytes()
        if file.name.endswith(".gz"):
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
                data = packed.read(LARGEST + 1)
        text = data.decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise DataError(name, [f"cannot be read: {error}"]) from error
    if len(data) > LARGEST:
        raise DataError(name, [f"unpacks to more than {LARGEST // 2**20} MiB"])
    return text


def packed_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return a table as the bytes of a gzip file without time stamp or name: the same rows give the same bytes."""
    lines = ["\t".join(columns), *("\t".join(cell(row.get(column, "")) for column in columns) for row in rows)]
    file = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=9) as out:
        out.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
    return file.getvalue()


def cell(value: str) -> str:
    """Return a value as one cell: tabs, line breaks and control characters are one space."""
    return _BLANK.sub(" ", value).strip()
