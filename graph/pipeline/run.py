"""`Run`: everything that one call of the command read, in an order that depends only on what was read."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from extract.model.citation import Citation, Reference, Unresolved
from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from extract.reading.containers.files import list_files
from extract.reading.containers.source import Source
from graph.defaults import CITATIONS, TIME_LIMIT
from graph.pipeline.merge import Replaced, merge
from graph.pipeline.reading import Reading, is_earlier, read_earlier, read_file
from graph.pipeline.rows import packed_rows
from graph.pipeline.workers import read_files

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
    """

    readings: tuple[Reading, ...]
    skipped: tuple[UnreadableError, ...]
    repeated: tuple[tuple[str, str], ...]
    replaced: tuple[Replaced, ...]
    found_input: bool

    @property
    def records(self) -> Iterator[DocumentRecord]:
        """The documents."""
        return (reading.record for reading in self.readings)

    @property
    def references(self) -> Iterator[Reference]:
        """The references, document by document."""
        return chain.from_iterable(reading.references for reading in self.readings)

    @property
    def document_lines(self) -> Iterator[str]:
        """The lines of `documents.jsonl`."""
        return (json.dumps(record.to_row(), ensure_ascii=False) for record in self.records)

    @property
    def citations(self) -> list[Citation]:
        """The references whose target is known."""
        return [reference for reference in self.references if isinstance(reference, Citation)]

    @property
    def unresolved(self) -> list[Unresolved]:
        """The references whose target is not known."""
        return [reference for reference in self.references if isinstance(reference, Unresolved)]


def read_all(  # noqa: PLR0913  # the inputs are positional, the rest are options
    inputs: Iterable[Path],
    *,
    jobs: int | None = None,
    time_limit: float = TIME_LIMIT,
    progress: Progress | None = None,
    keep_texts: bool = False,
    columns: Sequence[str] = (),
) -> Run:
    """Read inputs: files, folders, and the rows of earlier runs.

    Args:
        inputs: paths of files, folders and archives; a `.jsonl` file of rows, or a folder with a `citations.jsonl`, is
            an earlier run, packed with gzip or not, and so is a graph in RDF; a folder of texts is looked through for
            packed ones. Of several earlier runs the one that is named last is the newest; a text is newer than all.
        jobs: number of worker processes; None for one per processor.
        time_limit: seconds per document.
        progress: called after each file, and each member of an archive.
        keep_texts: whether to keep the text of each document.
        columns: of files of records, the columns or fields with the citing text.
    """
    paths, rows = _sorted_out(inputs)
    earlier, errors = _read_earlier_runs(rows)
    files, missing = _list_sources(paths, rows)
    errors += missing
    fresh: list[Reading] = []
    total = len(files)
    read = partial(read_file, keep_text=keep_texts, columns=tuple(columns))
    for done, finished in enumerate(read_files(files, jobs=jobs, time_limit=time_limit, read=read), 1):
        fresh += [outcome for outcome in finished.outcomes if isinstance(outcome, Reading)]
        errors += [outcome for outcome in finished.outcomes if isinstance(outcome, UnreadableError)]
        total += finished.members
        if progress:
            progress(done, total)
    merged = merge([fresh, *reversed(earlier)])
    skipped = {str(error): error for error in errors}
    return Run(
        merged.readings,
        tuple(skipped[line] for line in sorted(skipped)),
        merged.repeated,
        merged.replaced,
        found_input=bool(files or rows),
    )


def _read_earlier_runs(rows: Iterable[Path]) -> tuple[list[list[Reading]], list[UnreadableError]]:
    """Return the readings of each earlier run that can be read, and the errors of the others."""
    earlier: list[list[Reading]] = []
    errors: list[UnreadableError] = []
    for path in rows:
        try:
            earlier.append(read_earlier(path))
        except UnreadableError as error:
            errors.append(error)
    return earlier, errors


def _list_sources(paths: Iterable[Path], rows: Sequence[Path]) -> tuple[list[Source], list[UnreadableError]]:
    """Return the files to read, and the errors of paths without any; a folder that holds only rows is no error."""
    sources: list[Source] = []
    errors: list[UnreadableError] = []
    for file in list_files(paths):
        if not isinstance(file, UnreadableError):
            sources.append(Source(file))
        elif not any(path.is_relative_to(file.file) for path in rows):
            errors.append(file)
    return sources, errors


def _sorted_out(inputs: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the inputs to read as texts, and the rows of earlier runs, also compressed ones in folders of texts."""
    paths: list[Path] = []
    rows: list[Path] = []
    for path in inputs:
        if is_earlier(path):
            rows.append(path)
        else:
            paths.append(path)
            rows += packed_rows(path, CITATIONS)
    return list(dict.fromkeys(paths)), list(dict.fromkeys(rows))
