"""`Packed`: a reading as bytes that travel between processes and are kept; they are data, and nothing in them runs."""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from extract.model.cell import Cell
from extract.model.citation import Reference, dump_lines, from_row
from extract.model.errors import UnreadableError
from extract.model.label import Label
from extract.model.record import DocumentRecord
from extract.reading.containers.source import Source
from graph.pipeline.reading import Reading, read_file
from graph.pipeline.transcript import Passage

_LEVEL: Final = 1  # of compression: to a fourth; better levels cost more time than reading the bytes again
_SPELLED: Final = ("utf-8", "surrogatepass")  # lone halves of surrogate pairs, as broken PDFs have, must survive


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as bytes.

    Attributes:
        record: its line of `documents.jsonl`.
        lines: its lines of `citations.jsonl`, compressed.
        passages: its paragraphs as JSON, compressed.
        identities: hashes, separated by spaces; readings that share one are the same text.
        text: the text that the offsets point into, compressed; None where it was not asked for.
    """

    record: bytes
    lines: bytes
    passages: bytes
    identities: str
    text: bytes | None = None


def read_packed(
    source: Source, *, keep_text: bool = False, columns: Sequence[str] = ()
) -> Iterator[Packed | Source | UnreadableError]:
    """Read what stands at a source as `read_file` does, each document packed."""
    for read in read_file(source, keep_text=keep_text, columns=columns):
        yield pack(read) if isinstance(read, Reading) else read


def pack(reading: Reading) -> Packed:
    """Turn a reading into bytes."""
    passages = [
        [each.label, each.text, each.page, each.marks, each.spans, _places(each.cell)] for each in reading.passages
    ]
    return Packed(
        json.dumps(reading.record.to_row(), ensure_ascii=False).encode(*_SPELLED),
        _compressed("".join(f"{line}\n" for line in dump_lines(reading.references))),
        _compressed(json.dumps(passages, ensure_ascii=False)),
        reading.hashes,
        None if reading.text is None else _compressed(reading.text),
    )


def unpack(packed: Packed) -> Reading:
    """Turn bytes into the reading that they were.

    Raises:
        DataError: a row breaks the contract.
        ValueError: the bytes are not what `pack` makes.
    """
    return Reading(
        unpack_record(packed.record),
        tuple(unpack_references(packed.lines)),
        frozenset(packed.identities.split()),
        tuple(_passages(json.loads(_expanded(packed.passages)))),
        None if packed.text is None else _expanded(packed.text),
    )


def unpack_record(record: bytes) -> DocumentRecord:
    """Return the record of a line of `documents.jsonl`."""
    return DocumentRecord.from_row(json.loads(record.decode(*_SPELLED)))


def unpack_lines(lines: bytes) -> Iterator[str]:
    """Yield the lines of `citations.jsonl`, without line ends."""
    yield from _expanded(lines).split("\n")[:-1]  # not splitlines: a row may hold other ends of lines


def unpack_references(lines: bytes) -> Iterator[Reference]:
    """Yield the references of lines of `citations.jsonl`.

    Raises:
        DataError: a row breaks the contract.
    """
    return (from_row(json.loads(line)) for line in unpack_lines(lines))


def _passages(rows: Iterable[Sequence[Any]]) -> Iterator[Passage]:
    for label, text, page, marks, spans, places in rows:
        cell = Cell(*map(int, places)) if places else None
        yield Passage(
            Label(label),
            str(text),
            page,
            tuple((int(position), str(number)) for position, number in marks),
            tuple((int(start), int(end), int(place)) for start, end, place in spans),
            cell,
        )


def _places(cell: Cell | None) -> list[int] | None:
    return [cell.table, cell.row, cell.column, cell.rows, cell.columns] if cell else None


def _compressed(text: str) -> bytes:
    return zlib.compress(text.encode(*_SPELLED), _LEVEL)


def _expanded(data: bytes) -> str:
    return zlib.decompress(data).decode(*_SPELLED)
