"""What `recalling extract --scheduler` wrote: `citations/part-00000.jsonl` or `.parquet`, and the records of a part."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import regex

from extract.model.errors import UnreadableError

PARQUET: Final = ".parquet"

_ROWS: Final = "citations"
_RECORDS: Final = "documents"
_PART: Final = regex.compile(r"(?P<stem>part-\d{5,9})\.(?:jsonl(?:\.gz)?|parquet)")
_LARGEST: Final = 2 * 2**30  # bytes that a file may unpack to
_BATCH: Final = 1000  # rows that are in memory at a time


def parts_of(folder: Path) -> list[Path]:
    """Return the files of rows that a cluster wrote into a folder, in order; none where it is no such folder.

    Of a part in both forms the JSON lines count.
    """
    place = folder / _ROWS
    found: dict[str, Path] = {}
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if match := _PART.fullmatch(path.name):
            found.setdefault(match["stem"], path)
    return list(found.values())


def records_beside(part: Path) -> Path | None:
    """Return the file with the records of the documents of a part; None where a file is no part, or has none."""
    match = _PART.fullmatch(part.name)
    if match is None or part.parent.name != _ROWS:
        return None
    place = part.parent.parent / _RECORDS / f"{match['stem']}.jsonl"
    return place if place.is_file() else None


def parquet_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file in Parquet.

    Raises:
        UnreadableError: it is none, it unpacks to more than 2 GiB, or the library that reads it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  # optional, and large
        import pyarrow.parquet  # noqa: PLC0415  # as above
    except ImportError as error:
        raise UnreadableError(str(path), "needs pyarrow: pip install 'recalling[parquet]'") from error
    try:
        with pa.parquet.ParquetFile(path) as file:
            groups = range(file.metadata.num_row_groups)
            if sum(file.metadata.row_group(group).total_byte_size for group in groups) > _LARGEST:
                raise UnreadableError(str(path), f"unpacks to more than {_LARGEST // 2**20} MiB; split it")
            for batch in file.iter_batches(batch_size=_BATCH):
                yield from batch.to_pylist()
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise UnreadableError(str(path), f"is no Parquet file of rows ({str(error).partition(chr(10))[0]})") from error
