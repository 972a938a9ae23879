"""From paths to files: folders are walked in a fixed order, every file is listed once, only pages are looked into."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from extract.model.errors import UnreadableError

SUFFIXES: Final = (
    ".txt", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".xml",
    ".mht", ".mhtml", ".docm", ".dotx", ".md", ".markdown", ".csv", ".tsv", ".json", ".jsonl", ".ndjson",
    ".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz",
    ".doc", ".rtf", ".odt", ".epub", ".wpd", ".7z", ".rar",
)  # fmt: skip
"""Extensions of the files that are looked for in folders and archives. Those of the last line are documents that cannot
be read, which the user is told. A file given by name is read whatever its name."""

HOLDS_NONE: Final = (
    "holds no document: no file whose name ends in .txt, .pdf, .docx, .html, .xml, .md, .csv, .zip, .tar or the like"
)

_ROWS: Final = (
    "citations.jsonl"  # a folder with this file was written by an earlier run: its pages and tables are no documents
)
_WRITTEN: Final = (".html", ".csv", ".json", ".jsonl")
_PAGES: Final = "documents"
PAGE_MARK: Final = '<meta name="generator" content="Recalling">'
"""Stands at the beginning of each page that this program writes, which is no document in a folder of documents."""
_HEAD: Final = 512  # bytes of a page in which the mark stands, if it does
_PASSED: Final = (".", "~$")  # hidden files, and the lock files of Word
_PACKED_ROWS: Final = ".jsonl.gz"  # output of an earlier run, kept beside the texts


def is_document(name: str) -> bool:
    """Whether a file in a folder or an archive is to be read, judged by its base name."""
    return name.lower().endswith(SUFFIXES) and not name.lower().endswith(_PACKED_ROWS) and not name.startswith(_PASSED)


def list_files(paths: Iterable[Path]) -> Iterator[Path | UnreadableError]:
    """List the files that paths stand for, or why there is none.

    Folders are walked in sorted order with their folders; hidden files and folders and the pages of this program are
    passed over, links to folders are not followed. A file that two paths lead to is listed once; devices, pipes and
    sockets are refused.
    """
    seen: set[tuple[int, int]] = set()
    for file in (file for path in paths for file in _files(path)):
        if isinstance(file, UnreadableError):
            yield file
            continue
        try:
            status = file.stat()
        except OSError as error:
            yield UnreadableError(str(file), error.strerror or "cannot be read")
            continue
        key = (status.st_dev, status.st_ino)
        if not stat.S_ISREG(status.st_mode):
            yield UnreadableError(str(file), "is a device, a pipe or a socket; save it as a file first")
        elif key not in seen:
            seen.add(key)
            yield file


def _files(path: Path) -> Iterator[Path | UnreadableError]:
    """The files a path stands for, in sorted order."""
    if not path.is_dir():
        yield path if path.exists() else UnreadableError(str(path), "no such file or folder")
        return
    faults: list[UnreadableError] = []
    found = False
    for folder, folders, names in os.walk(path, onerror=lambda error: faults.append(_fault(error))):
        is_run = _ROWS in names
        folders[:] = sorted(name for name in folders if _is_walked(name, is_run=is_run))
        for name in sorted(names):
            if _is_read(file := Path(folder, name), is_run=is_run):
                found = True
                yield file
    yield from faults
    if not found and not faults:
        yield UnreadableError(str(path), HOLDS_NONE)


def _is_walked(name: str, *, is_run: bool) -> bool:
    """Whether a folder is walked: not a hidden one, nor that of the pages that an earlier run wrote."""
    return not name.startswith(".") and not (is_run and name == _PAGES)


def _is_read(file: Path, *, is_run: bool) -> bool:
    """Whether a file of a folder is a document, and not what this program wrote."""
    return is_document(file.name) and not (is_run and file.name.endswith(_WRITTEN)) and not _is_ours(file)


def _is_ours(file: Path) -> bool:
    """Whether a file is a page that this program wrote, such as that of a draft that was checked."""
    if file.suffix.lower() != ".html" or not file.is_file():  # a pipe would be waited for
        return False
    try:
        with file.open("rb") as page:
            return PAGE_MARK.encode("ascii") in page.read(_HEAD)
    except OSError:  # told where it is read
        return False


def _fault(error: OSError) -> UnreadableError:
    return UnreadableError(str(error.filename), error.strerror or "cannot be read")
