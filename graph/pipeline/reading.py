"""`Reading`: a document and what was found in it; from a file, or from the rows of an earlier run."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from extract.find import find_citations
from extract.model.citation import Citation, Evidence, Reference, Unresolved, from_row, load_lines, with_context
from extract.model.document import Document
from extract.model.errors import DataError, UnreadableError
from extract.model.record import DocumentRecord
from extract.model.rows import load_objects
from extract.reading.containers.source import Source
from extract.reading.readers import read_source
from extract.reading.records.record import FORM
from extract.symbols.invented import is_invented
from graph.defaults import CITATIONS, DOCUMENTS, GRAPHS
from graph.pipeline.parts import PARQUET, parquet_rows, parts_of, records_beside
from graph.pipeline.rows import PACKED, find_rows, holds_texts, is_rows, row_lines
from graph.pipeline.transcript import Passage, transcribe

_LARGE: Final = 32 * 2**20  # bytes of rows; in memory they take five times as much
_RATIO: Final = 12  # how far gzip compresses rows, about
_NO_DOCUMENT: Final = "no United Nations document: no symbol, organ, title or reference was found in it"


_about_evidence: Final = attrgetter(*(field.name for field in fields(Evidence) if field.name != "file"))
_about_citation, _about_unresolved = (
    attrgetter(*(field.name for field in fields(kind) if field.name != "evidence")) for kind in (Citation, Unresolved)
)


class ScatteredError(UnreadableError):
    """Rows that cannot be read one document at a time."""


class ProcessingError(UnreadableError):
    """A file that was given up for what reading it took, or for a defect of the program; the next run tries again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was found in it.

    Attributes:
        record: what is known of the document.
        references: what was found, in the order of its text.
        hashed: its identities, as they were known when it was read; None where the rows alone tell them.
        passages: the text, paragraph by paragraph; empty if it is not available, as in the rows of an earlier run.
        text: the text that the offsets point into, where it was asked for.
    """

    record: DocumentRecord
    references: tuple[Reference, ...]
    hashed: frozenset[str] | None
    passages: tuple[Passage, ...] = ()
    text: str | None = None

    @property
    def identities(self) -> frozenset[str]:
        """Hashes; two readings that share one are the same text read twice. Those of rows are made when asked for."""
        return _identities(self.record, self.references) if self.hashed is None else self.hashed

    @property
    def hashes(self) -> str:
        """The identities, sorted, separated by spaces."""
        return " ".join(sorted(self.identities))


def read_file(
    source: Source, *, keep_text: bool = False, columns: Sequence[str] = ()
) -> Iterator[Reading | Source | UnreadableError]:
    """Read what stands at a source, and find the references of each document.

    Nothing but MemoryError is raised: a defect of the program is yielded as an error too, so that only this source is
    lost.

    Args:
        source: a file, or a member of an archive.
        keep_text: whether each document is to come with its text.
        columns: of a file of records, the columns or fields with the citing text.

    Yields:
        Documents with what was found in them; of an archive, its members as sources, each to be read on its own.
    """
    try:
        for read in read_source(source, columns=columns):
            yield _found(read, source, keep_text=keep_text) if isinstance(read, Document) else read
    except MemoryError:
        raise  # what is left is for the caller to judge
    except Exception as error:  # noqa: BLE001  # whatever a hostile file breaks, the other files are still to be read
        fault = source.fault(f"could not be processed ({type(error).__name__}: {error}); please report it")
        yield ProcessingError(fault.file, fault.reason, fault.member)


def _found(document: Document, source: Source, *, keep_text: bool) -> Reading | UnreadableError:
    """Return a document with its references; an error if nothing shows that it is a UN document."""
    references = tuple(with_context(reference, document.text) for reference in find_citations(document))
    record = document.record
    if not (references or record.symbol or record.organ or record.title or record.form == FORM):
        return source.fault(_NO_DOCUMENT, record.file if record.file != source.base else None)
    identities = _identities(record, references, text=document.text)
    text = document.text if keep_text else None
    return Reading(record, references, identities, transcribe(document, references), text)


def is_earlier(path: Path) -> bool:
    """Return whether a path is an earlier run: a file of rows, a graph in RDF, or a folder with a `citations.jsonl`.

    So is a folder that a cluster wrote, or a part of it. The rows may be packed with gzip (`.jsonl.gz`). In a folder
    with both, the rows count. A `.jsonl` file whose first object is no row holds texts.
    """
    if path.is_dir():
        return bool(files_of_rows(path))
    return (is_rows(path) and not holds_texts(path)) or _is_graph(path) or (path.suffix == PARQUET and path.is_file())


def files_of_rows(path: Path) -> list[tuple[Path, Path | None]]:
    """Return the files of rows at a path, each with the one that has the records of its documents, if there is one."""
    if path.is_file():
        return [(path, records_beside(path) or find_rows(path.parent, DOCUMENTS))]
    if rows := find_rows(path, CITATIONS):
        return [(rows, find_rows(path, DOCUMENTS))]
    return [(part, records_beside(part)) for part in parts_of(path)]


def read_earlier(path: Path) -> list[Reading]:
    """Read an earlier run: its rows, with the registry of documents beside them where there is one, or its graph.

    Raises:
        UnreadableError: a file cannot be opened, or breaks the contract; the line is named.
    """
    if _is_graph(path):
        return _recovered(path)
    found = [_read_rows(*files) for files in files_of_rows(path)]
    return _readings(chain.from_iterable(each for each, _ in found), chain.from_iterable(each for _, each in found))


def is_large(path: Path) -> bool:
    """Return whether an earlier run has more rows than should be held in memory at a time."""
    if _is_graph(path):
        return False
    return sum(_size(rows) for rows, _ in files_of_rows(path)) > _LARGE


def _size(rows: Path) -> int:
    """Return about how many bytes of text the rows of a file are."""
    return rows.stat().st_size * (_RATIO if rows.name.endswith((PACKED, PARQUET)) else 1)


def stream_earlier(path: Path) -> Iterator[Reading]:
    """Yield what `read_earlier` returns for rows, one document at a time.

    Raises:
        UnreadableError: see `read_earlier`.
        ScatteredError: the rows of a document do not stand together, as those that `build` writes do.
    """
    done: set[tuple[str | None, ...]] = set()
    for rows, registry in files_of_rows(path):
        yield from _streamed(*_read_rows(rows, registry), done, path)


def _streamed(
    records: Iterable[DocumentRecord], references: Iterable[Reference], done: set[tuple[str | None, ...]], path: Path
) -> Iterator[Reading]:
    """Yield the readings of a file; `done` learns which documents these are."""
    known: dict[tuple[str | None, ...], list[DocumentRecord]] = {}
    for record in records:
        known.setdefault((record.symbol, record.file, record.language), []).append(record)
    for key, rows in groupby(references, key=_document):
        if key in done:
            raise ScatteredError(str(path), "the rows of a document do not stand together")
        done.add(key)
        yield from _readings(known.pop(key, ()), rows)
    for rest in known.values():
        yield from _readings(rest, ())


def _read_rows(rows: Path, registry: Path | None) -> tuple[list[DocumentRecord], Iterator[Reference]]:
    """Return the records of a file of rows, and its references, which are read as they are taken."""
    in_lines = rows.suffix != PARQUET
    references = _rows(rows, lambda lines: load_lines(lines, file=rows.name) if in_lines else _from_parquet(rows))
    records = list(_rows(registry, lambda lines: _records(lines, file=DOCUMENTS))) if registry else []
    return records, references


def _from_parquet(path: Path) -> Iterator[Reference]:
    """Yield the references of a file in Parquet."""
    for number, row in enumerate(parquet_rows(path), 1):
        try:
            yield from_row(row)
        except DataError as error:
            raise DataError(f"{path.name}:{number}", error.problems) from error


def _document(reference: Reference) -> tuple[str | None, ...]:
    """Return what tells the document of a reference from others."""
    evidence = reference.evidence
    return evidence.source, evidence.file, evidence.language


def _is_graph(path: Path) -> bool:
    return path.suffix.lower() in GRAPHS and path.is_file()


def _recovered(path: Path) -> list[Reading]:
    """Return what a graph was built from."""
    from graph.rdf.recovery import recover  # noqa: PLC0415  # workers import this module and read no graph

    records, references = recover(path)
    if not records and not references:
        raise UnreadableError(str(path), "holds no graph of citations")
    return _readings(records, references)


def _readings(records: Iterable[DocumentRecord], references: Iterable[Reference]) -> list[Reading]:
    """References with the records of their documents; a document without a record gets a minimal one."""
    by_document: dict[tuple[str | None, ...], list[Reference]] = {}
    for reference in references:
        by_document.setdefault(_document(reference), []).append(reference)
    readings = []
    for record in records:
        found = _each_once(by_document.pop((record.symbol, record.file, record.language), ()))
        readings.append(Reading(record, found, None))
    for (symbol, file, language), rows in by_document.items():
        record = DocumentRecord(symbol=symbol, file=str(file), language=language, invented=is_invented(symbol))
        readings.append(Reading(record, _each_once(rows), None))
    return readings


def _each_once(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Return references without repetitions, which are looked for only where several stand at one place."""
    places = {(each.evidence.start, each.evidence.end) for each in references}
    return tuple(references if len(places) == len(references) else dict.fromkeys(references))


def _rows(path: Path, load: Any) -> Iterator[Any]:  # noqa: ANN401  # references or records, as `load` makes them
    """Yield what `load` makes of a file's lines; every problem is one kind of error that names the path."""
    try:
        yield from load(row_lines(path))
    except DataError as error:
        place = error.file.partition(":")[2]
        reason = "; ".join(error.problems)
        raise UnreadableError(str(path), f"line {place}: {reason}" if place else reason) from error
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be read") from error
    except RecursionError as error:
        raise UnreadableError(str(path), "is no text with one JSON object a line") from error


def _records(lines: Iterable[str], *, file: str) -> Iterator[DocumentRecord]:
    """Yield the records that the lines of a `documents.jsonl` describe."""
    for place, row in load_objects(lines, file=file):
        try:
            yield DocumentRecord.from_row(row)
        except DataError as error:
            raise DataError(place, error.problems) from error


def _identities(
    record: DocumentRecord, references: tuple[Reference, ...], *, text: str | None = None
) -> frozenset[str]:
    """Return hashes of symbol and language together with the file's bytes, the text, and the references found."""
    rows = "\n".join(map(_said_by, references))
    said = {"bytes": record.sha256, "text": text, "rows": rows}
    return frozenset(
        hashlib.blake2b(repr((record.symbol, record.language, name, what)).encode(), digest_size=16).hexdigest()
        for name, what in said.items()
        if what
    )


def _said_by(reference: Reference) -> str:
    """Return all that a reference says, but for the name of the file: a text may be kept under several."""
    about = _about_citation if isinstance(reference, Citation) else _about_unresolved
    return repr((_about_evidence(reference.evidence), about(reference)))
