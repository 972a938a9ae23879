"""Files of records to documents: which files they are, and a document per record."""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.encoding import decode
from extract.reading.records.objects import read_objects
from extract.reading.records.record import Record, choose_columns, document_of
from extract.reading.records.tabular import read_table

TABLES: Final = (".csv", ".tsv")
OBJECTS: Final = (".jsonl", ".ndjson", ".json")

MOST_RECORDS: Final = 20_000
"""Records that are read of one file."""
_MOST_FAULTS: Final = 20
"""Faults that are told one by one."""
_TOO_MANY: Final = f"has more than {MOST_RECORDS:,} records; the rest was not read: split it"


def holds_records(file: str) -> bool:
    """Whether a file of text is one of records, by its name: nothing in its bytes tells a table from prose."""
    return file.lower().endswith((*TABLES, *OBJECTS))


def read_records(data: bytes, *, file: str, columns: Sequence[str] = ()) -> Iterator[Document | UnreadableError]:
    """Read a file of records.

    Args:
        data: the file's bytes.
        file: base name of the file; the ending tells a table from JSON.
        columns: names of the columns or fields with the citing text; where none is named, the one called "text" or the
            like.

    Yields:
        A document per record that has text; an error for what cannot be read, and the rest goes on.
    """
    try:
        text = decode(data, file=file)
        records = read_table(text, file=file) if file.lower().endswith(TABLES) else read_objects(text, file=file)
        yield from _documents(records, file=file, columns=columns)
    except UnreadableError as error:
        yield error


def _documents(
    records: Iterator[Record | UnreadableError], *, file: str, columns: Sequence[str]
) -> Iterator[Document | UnreadableError]:
    unread: UnreadableError | None = None
    faults = found = 0
    for record in records:
        if isinstance(record, UnreadableError):
            faults += 1
            if faults <= _MOST_FAULTS:
                yield record
            continue
        if record.number > MOST_RECORDS:
            yield UnreadableError(file, _TOO_MANY)
            break
        try:
            document = document_of(record, choose_columns(tuple(record.values), columns, file=file), file=file)
        except UnreadableError as error:
            unread = unread or error
            continue
        if document:
            found += 1
            yield document
    yield from _summed_up(found, faults, unread, file=file)


def _summed_up(found: int, faults: int, unread: UnreadableError | None, *, file: str) -> Iterator[UnreadableError]:
    """What is to be said of a whole file: faults that were not told, and why nothing was read."""
    if faults > _MOST_FAULTS:
        yield UnreadableError(file, f"{faults - _MOST_FAULTS} more lines are no JSON objects")
    if not found and not faults:
        yield unread or UnreadableError(file, "holds no record with text")
