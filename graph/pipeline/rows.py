"""`row_lines`: the lines of a file of rows, plain or packed with gzip, within bounds that no honest file reaches."""

import gzip
import io
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from extract.model.errors import UnreadableError

PACKED: Final = ".gz"
"""Extension of a file compressed with gzip."""

_LONGEST_LINE: Final = 4 * 2**20  # bytes; the longest row is a document with the names of two hundred states
_FIRST_LINE: Final = 2**20  # bytes
_ROW: Final = frozenset({"target", "quote", "paragraph"})
_UNPACKED: Final = 2 * 2**30  # bytes
_FREE: Final = 16 * 2**20  # bytes that a file of any size may decompress to
_RATIO: Final = 200  # rows compress ten- to thirtyfold; what compresses far better is not rows


def is_rows(path: Path) -> bool:
    """Return whether a path is a file of rows, by its name: `.jsonl`, or `.jsonl.gz`."""
    return path.name.endswith((".jsonl", ".jsonl" + PACKED)) and path.is_file()


def holds_texts(path: Path) -> bool:
    """Return whether a file of JSON lines holds records of texts and no rows, by the keys of its first object."""
    if path.name.endswith(PACKED):
        return False
    try:
        with path.open("rb") as file:
            first = json.loads(file.readline(_FIRST_LINE))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(first, dict) and not first.keys() & _ROW


def find_rows(folder: Path, name: str) -> Path | None:
    """Return the file of rows with a name in a folder, plain before compressed; None if there is none."""
    return next((path for path in (folder / name, folder / (name + PACKED)) if path.is_file()), None)


def packed_rows(folder: Path, name: str) -> Iterator[Path]:
    """Yield the folders below a folder that hold compressed rows, sorted; hidden ones are skipped.

    Uncompressed rows are ignored: they are the output of a run, perhaps in the folder of the texts that it read.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if name + PACKED in names and name not in names:
            yield Path(place)


def row_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file of rows, each with its line ending.

    Raises:
        UnreadableError: the file is not UTF-8 or gzip, a line is too long, or it decompresses to far too much.
        OSError: the file cannot be opened or read.
    """
    size = path.stat().st_size
    most = min(_UNPACKED, max(_FREE, _RATIO * size)) if path.name.endswith(PACKED) else None
    read, number = 0, 0
    try:
        with _open(path) as file:
            while line := file.readline(_LONGEST_LINE + 1):
                read, number = read + len(line), number + 1
                if len(line) > _LONGEST_LINE:
                    raise UnreadableError(str(path), f"line {number}: is longer than {_LONGEST_LINE // 2**20} MiB")
                if most is not None and read > most:
                    raise UnreadableError(str(path), f"unpacks to more than {most // 2**20} MiB; split it")
                yield line.decode("utf-8")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableError(str(path), f"is no whole gzip file ({error})") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(str(path), f"line {number}: is no UTF-8 text") from error


def _open(path: Path) -> BinaryIO:
    if path.name.endswith(PACKED):
        return io.BufferedReader(gzip.open(path, "rb"), buffer_size=2**17)  # reads whole lines in C, not in Python
    return path.open("rb")
