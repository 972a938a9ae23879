"""`Inputs`: what a command was told to read, sorted out: texts, rows of earlier runs, and what is missing."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.model.errors import UnreadableError
from extract.reading.containers.files import list_files
from extract.reading.containers.source import Source
from graph.defaults import CITATIONS
from graph.pipeline.reading import files_of_rows, is_earlier
from graph.pipeline.rows import packed_rows


@dataclass(frozen=True, slots=True)
class Inputs:
    """What there is to read.

    Attributes:
        sources: files with texts, and archives.
        rows: earlier runs: files of rows, graphs, and folders with a `citations.jsonl`.
        errors: paths without anything to read.
    """

    sources: tuple[Source, ...]
    rows: tuple[Path, ...]
    errors: tuple[UnreadableError, ...]

    def digest(self, digest_of: Callable[[Path], str | None]) -> str | None:
        """Return a hash of names and contents of all inputs; None where a file cannot be read.

        Args:
            digest_of: the hash of a file's content.
        """
        digest = hashlib.sha256("\n".join(map(str, self.errors)).encode("utf-8", "replace"))
        for path in (*(source.path for source in self.sources), *self._files_of_rows()):
            if (held := digest_of(path)) is None:
                return None
            digest.update(json.dumps([str(path), held]).encode())
        return digest.hexdigest()

    def _files_of_rows(self) -> Iterator[Path]:
        """Yield the files that earlier runs are read from."""
        for path in self.rows:
            yield from (file for files in files_of_rows(path) for file in files if file)


def list_inputs(inputs: Iterable[Path]) -> Inputs:
    """Sort out paths; no text is opened.

    Args:
        inputs: files, folders and archives of texts, and the rows of earlier runs; compressed ones in folders count.
    """
    paths: list[Path] = []
    rows: list[Path] = []
    for path in inputs:
        if is_earlier(path):
            rows.append(path)
        else:
            paths.append(path)
            rows += packed_rows(path, CITATIONS)
    rows = list(dict.fromkeys(rows))
    sources, errors = _list_sources(dict.fromkeys(paths), rows)
    return Inputs(tuple(sources), tuple(rows), tuple(errors))


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
