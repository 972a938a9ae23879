"""Readings from several sources made one: each text once, and of each document the newest reading."""

import heapq
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from typing import Any, Final, Generic, TypeVar

from graph.pipeline.stub import Placed
from graph.rdf.symbols import order

_TOGETHER: Final = 1000
"""Readings that are sorted at a time."""

Item = TypeVar("Item", bound=Placed)
"""A reading, or what stands for it."""


@dataclass(frozen=True, slots=True, order=True)
class Replaced:
    """A reading that was replaced by a newer one of the same document.

    Attributes:
        symbol: of the document.
        language: of the version.
        file: the source of the older reading.
        newer: the source of the newer one.
    """

    symbol: str
    language: str
    file: str
    newer: str


@dataclass(frozen=True, slots=True)
class Merged(Generic[Item]):
    """The readings of several sources, merged.

    Attributes:
        readings: each text once.
        repeated: pairs of files (left out, kept): the same text of the same document twice.
        replaced: what was left out because a newer source has another text of the same document and language.
    """

    readings: tuple[Item, ...]
    repeated: tuple[tuple[str, str], ...]
    replaced: tuple[Replaced, ...]


def merge(sources: Iterable[Sequence[Item]]) -> Merged[Item]:
    """Merge sources, the newest first.

    Two texts of one document in the same source, such as its PDF and its web page, are both kept: neither is newer.
    An older source keeps them, too, where the newer one has one of them.
    """
    sources = list(sources)
    several = _repeated(map(_known_by, chain.from_iterable(sources)))
    identities = chain.from_iterable(_identities(reading, several) for reading in chain.from_iterable(sources))
    shared = _repeated(map(hash, identities))
    kept: list[Item] = []
    repeated: list[tuple[str, str]] = []
    replaced: list[Replaced] = []
    known: dict[str, str] = {}
    newer: dict[tuple[str, str], str] = {}
    for source in sources:
        ordered = in_order(source, several)
        again = {_document(reading) for reading in ordered if _same(reading, known, several)}
        fresh: list[Item] = []
        for reading in ordered:
            document = _document(reading)
            if same := _same(reading, known, several):
                repeated.append((reading.record.file, same))
            elif document in newer and document not in again:
                replaced.append(Replaced(*document, reading.record.file, newer[document]))
                continue
            else:
                fresh.append(reading)
            for identity in filter(lambda each: hash(each) in shared, _identities(reading, several)):
                known.setdefault(identity, same or reading.record.file)
        newer = _named(fresh) | newer if source is not sources[-1] else {}
        kept += fresh
    ordered = in_order(kept, several) if len(sources) > 1 else kept
    return Merged(tuple(ordered), tuple(sorted(repeated)), tuple(sorted(replaced)))


def in_order(readings: Sequence[Item], several: frozenset[int] = frozenset()) -> list[Item]:
    """Return readings in their order; few sort keys are in memory at a time, each of which is larger than a reading.

    Args:
        readings: to be sorted.
        several: see `reading_order`.
    """
    place = partial(reading_order, several=several)
    parts = (readings[start : start + _TOGETHER] for start in range(0, len(readings), _TOGETHER))
    return list(heapq.merge(*(sorted(part, key=place) for part in parts), key=place))


def reading_order(reading: Placed, several: frozenset[int]) -> tuple[Any, ...]:
    """Return a sort key: symbols in UN order, then documents without symbols; by language and file.

    Args:
        reading: to be sorted.
        several: hashes of the documents of which there are several readings; only of these the identities matter.
    """
    record = reading.record
    hashes = reading.hashes if _known_by(reading) in several else ""
    last = (record.language or "", record.file, record.sha256 or "", hashes)
    return (0, order(record.symbol), *last) if record.symbol else (1, *last)


def _named(readings: Sequence[Placed]) -> dict[tuple[str, str], str]:
    """Return the file of each document that shows its symbol, the first of several."""
    return {_document(reading): reading.record.file for reading in reversed(readings) if reading.record.symbol}


def _repeated(hashes: Iterable[int]) -> frozenset[int]:
    """Return those of Python's own hashes that occur several times; the others need no memory."""
    return frozenset(one for one, other in pairwise(sorted(array("q", hashes))) if one == other)


def _known_by(reading: Placed) -> int:
    """Return a hash of the document of a reading; two readings of the same text are of one document."""
    return hash(_document(reading))


def _document(reading: Placed) -> tuple[str, str]:
    return reading.record.symbol or "", reading.record.language or ""


def _identities(reading: Placed, several: frozenset[int]) -> frozenset[str]:
    """Return the identities of a reading of a document of which there are several; none of another, which is new."""
    return reading.identities if _known_by(reading) in several else frozenset()


def _same(reading: Placed, known: dict[str, str], several: frozenset[int]) -> str | None:
    """Return the file that the same text was read from before; None if it is new."""
    return next((known[identity] for identity in sorted(_identities(reading, several)) if identity in known), None)
