"""`StoredReadings`: the readings of a run, taken from the disk one by one, so that memory does not grow with them."""

from collections.abc import Iterator, Sequence
from typing import Final, overload

from extract.model.citation import Reference, dump_lines
from extract.model.record import DocumentRecord
from graph.pipeline.packed import unpack, unpack_lines, unpack_record, unpack_references
from graph.pipeline.reading import Reading
from graph.pipeline.spool import Spool
from graph.pipeline.stub import Stub

_HELD: Final = 60_000
"""References and paragraphs that are held in memory, some 60 MB: a small run unpacks each document once."""


class StoredReadings(Sequence[Reading]):
    """Readings in order; those that are on disk are unpacked each time that they are asked for."""

    def __init__(self, spool: Spool, items: Sequence[Reading | Stub]) -> None:
        """Keep the order.

        Args:
            spool: where the readings behind the stubs are.
            items: readings, and stubs of readings.
        """
        self._spool, self._items = spool, items
        self._held: dict[int, Reading] = {}
        self._room = _HELD

    def __len__(self) -> int:
        """Return the number of readings."""
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Reading: ...

    @overload
    def __getitem__(self, place: slice) -> "StoredReadings": ...

    def __getitem__(self, place: int | slice) -> "Reading | StoredReadings":
        """Return a reading, or some of them."""
        if isinstance(place, slice):
            return StoredReadings(self._spool, self._items[place])
        return self._reading(self._items[place])

    def __iter__(self) -> Iterator[Reading]:
        """Yield the readings in order."""
        return map(self._reading, self._items)

    def records(self) -> Iterator[DocumentRecord]:
        """Yield the records of the documents, without unpacking the rest."""
        for item in self._items:
            held = self._in_memory(item)
            yield held.record if held else unpack_record(self._spool.load(_stub(item)).record)

    def references(self) -> Iterator[Reference]:
        """Yield the references, without unpacking the paragraphs."""
        for item in self._items:
            held = self._in_memory(item)
            yield from held.references if held else unpack_references(self._spool.load(_stub(item)).lines)

    def rows(self) -> Iterator[tuple[Stub, str, list[str]]]:
        """Yield what is on disk: what stands for it, its line of `documents.jsonl`, its lines of `citations.jsonl`."""
        for item in self._items:
            if isinstance(item, Stub):
                packed = self._spool.load(item)
                yield item, packed.record.decode("utf-8", "surrogatepass"), list(unpack_lines(packed.lines))

    def lines(self) -> Iterator[str]:
        """Yield the lines of `citations.jsonl`, as they were written when the documents were read."""
        for item in self._items:
            if isinstance(item, Reading):
                yield from dump_lines(item.references)
            else:
                yield from unpack_lines(self._spool.load(item).lines)

    def _in_memory(self, item: Reading | Stub) -> Reading | None:
        return item if isinstance(item, Reading) else self._held.get(item.number)

    def _reading(self, item: Reading | Stub) -> Reading:
        if held := self._in_memory(item):
            return held
        reading = unpack(self._spool.load(_stub(item)))
        weight = len(reading.references) + len(reading.passages)
        if weight <= self._room:
            self._room -= weight
            self._held[_stub(item).number] = reading
        return reading


def _stub(item: Reading | Stub) -> Stub:
    """Return what is no reading in memory."""
    if isinstance(item, Reading):
        raise TypeError(item)
    return item
