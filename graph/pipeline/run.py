"""`Run`: everything that one call of the command read, in an order that depends only on what was read."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from extract.model.citation import Citation, Reference, Unresolved, dump_lines
from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from graph.defaults import MEMORY_LIMIT, TIME_LIMIT
from graph.pipeline.inputs import Inputs, list_inputs
from graph.pipeline.merge import Replaced, merge
from graph.pipeline.packed import Packed, read_packed
from graph.pipeline.reading import Reading, ScatteredError, is_large, read_earlier, read_file, stream_earlier
from graph.pipeline.readings import StoredReadings
from graph.pipeline.spool import Spool
from graph.pipeline.stub import Stub
from graph.pipeline.workers import Read, read_files

_LOG: Final = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Called with the number of files done and the total."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was read and what was not.

    Attributes:
        readings: each document once, in the order in which the UN counts them.
        skipped: what could not be read, under the name that the user gave.
        repeated: pairs of files (left out, kept): the same text of the same document twice.
        replaced: readings of earlier runs that were replaced by a newer reading of the same document.
        found_input: whether there was anything to read.
        is_final: whether reading the same again would give the same: nothing was given up.
    """

    readings: Sequence[Reading]
    skipped: tuple[UnreadableError, ...]
    repeated: tuple[tuple[str, str], ...]
    replaced: tuple[Replaced, ...]
    found_input: bool
    is_final: bool = True

    @property
    def records(self) -> Iterator[DocumentRecord]:
        """The documents."""
        if isinstance(self.readings, StoredReadings):
            return self.readings.records()
        return (reading.record for reading in self.readings)

    @property
    def references(self) -> Iterator[Reference]:
        """The references, document by document."""
        if isinstance(self.readings, StoredReadings):
            return self.readings.references()
        return chain.from_iterable(reading.references for reading in self.readings)

    @property
    def lines(self) -> Iterator[str]:
        """The lines of `citations.jsonl`."""
        return self.readings.lines() if isinstance(self.readings, StoredReadings) else dump_lines(self.references)

    @property
    def document_lines(self) -> Iterator[str]:
        """The lines of `documents.jsonl`."""
        return (json.dumps(record.to_row(), ensure_ascii=False) for record in self.records)

    @property
    def symbols(self) -> set[str]:
        """The keys of the texts that were read or are cited."""
        cited = {reference.target for reference in self.references if isinstance(reference, Citation)}
        return {record.symbol for record in self.records if record.symbol} | cited

    @property
    def citations(self) -> list[Citation]:
        """The references whose target is known."""
        return [reference for reference in self.references if isinstance(reference, Citation)]

    @property
    def unresolved(self) -> list[Unresolved]:
        """The references whose target is not known."""
        return [reference for reference in self.references if isinstance(reference, Unresolved)]


def read_all(  # noqa: PLR0913  # the inputs are positional, the rest are options
    inputs: Iterable[Path] | Inputs,
    *,
    jobs: int | None = None,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    progress: Progress | None = None,
    keep_texts: bool = False,
    columns: Sequence[str] = (),
    spool: Spool | None = None,
) -> Run:
    """Read inputs: files, folders, and the rows of earlier runs.

    Args:
        inputs: paths of files, folders and archives; a `.jsonl` file of rows, or a folder with a `citations.jsonl`, is
            an earlier run, packed with gzip or not, and so is a graph in RDF; a folder of texts is looked through for
            packed ones. Of several earlier runs the one that is named last is the newest; a text is newer than all.
        jobs: number of worker processes; None for one per processor.
        time_limit: seconds of processor time per document.
        memory_limit: MiB of memory per document.
        progress: called after each file, and each member of an archive.
        keep_texts: whether to keep the text of each document.
        columns: of files of records, the columns or fields with the citing text.
        spool: where readings are kept, made with the last two options; what it knows is not read again. It must stay
            open as long as the run is used. None keeps all in memory.
    """
    listed = inputs if isinstance(inputs, Inputs) else list_inputs(inputs)
    earlier, errors = _read_earlier_runs(listed.rows, spool)
    errors += listed.errors
    fresh: list[Reading | Stub] = []
    total, is_final = len(listed.sources), True
    options = {"keep_text": keep_texts, "columns": tuple(columns)}
    limits = {"jobs": jobs, "time_limit": time_limit, "memory_limit": memory_limit}
    for done, finished in enumerate(_read(listed, spool, options, limits), 1):
        fresh += finished.readings
        errors += finished.errors
        total += finished.members
        is_final &= finished.is_final
        if progress:
            progress(done, total)
    sources: list[Sequence[Reading | Stub]] = [fresh, *reversed(earlier)]
    merged = merge(sources)
    _LOG.info("%d documents, %d faults, %d read twice", len(merged.readings), len(errors), len(merged.repeated))
    skipped = {str(error): error for error in errors}
    return Run(
        _kept(merged.readings, spool),
        tuple(skipped[line] for line in sorted(skipped)),
        merged.repeated,
        merged.replaced,
        found_input=bool(listed.sources or listed.rows),
        is_final=is_final,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What one source gave."""

    readings: Sequence[Reading | Stub]
    errors: Sequence[UnreadableError]
    members: int
    is_final: bool


def _read(
    listed: Inputs, spool: Spool | None, options: Mapping[str, Any], limits: Mapping[str, Any]
) -> Iterator[_Part]:
    """Read the sources, into the spool where there is one."""
    _LOG.info("%d files to read, %d earlier runs", len(listed.sources), len(listed.rows))
    if spool is None:
        for finished in read_files(listed.sources, read=partial(read_file, **options), **limits):
            readings = [outcome for outcome in finished.outcomes if isinstance(outcome, Reading)]
            yield _Part(readings, _errors(finished.outcomes), len(finished.members), finished.is_final)
        return
    read: Read[Packed | Stub] = partial(read_packed, **options)
    for done in read_files(listed.sources, read=read, known=spool.known, **limits):
        yield _Part(spool.keep(done), _errors(done.outcomes), len(done.members), done.is_final)


def _read_earlier_runs(
    rows: Iterable[Path], spool: Spool | None
) -> tuple[list[Sequence[Reading | Stub]], list[UnreadableError]]:
    """Return the readings of each earlier run that can be read, and the errors of the others."""
    earlier: list[Sequence[Reading | Stub]] = []
    errors: list[UnreadableError] = []
    for path in rows:
        try:
            earlier.append(_read_earlier(path, spool))
        except UnreadableError as error:
            errors.append(error)
    return earlier, errors


def _read_earlier(path: Path, spool: Spool | None) -> Sequence[Reading | Stub]:
    """Read an earlier run, a large one into the spool where there is one."""
    if spool and is_large(path):
        try:
            return spool.hold(stream_earlier(path))
        except ScatteredError:
            pass  # rows that another tool has put in another order are held in memory
    return read_earlier(path)


def _errors(outcomes: Iterable[object]) -> list[UnreadableError]:
    return [outcome for outcome in outcomes if isinstance(outcome, UnreadableError)]


def _kept(items: Sequence[Reading | Stub], spool: Spool | None) -> Sequence[Reading]:
    """Return readings that can be gone through, wherever they are."""
    if spool:
        return StoredReadings(spool, items)
    return tuple(item for item in items if isinstance(item, Reading))
