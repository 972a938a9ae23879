"""Paths to the files they stand for: folders walked in a fixed order, every file once, nothing opened."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from extract.errors import UnreadableError

SUFFIXES: Final = (".txt",)
"""Extensions of the files that a folder is walked for; a file given by name is read whatever its name."""


def list_files(paths: Iterable[Path]) -> Iterator[Path | UnreadableError]:
    """Give the files that paths stand for, or why there is none.

    Folders are walked in sorted order with their folders; hidden files and folders are passed over, links to folders
    are not followed. A file that two paths lead to is given once; devices, pipes and sockets are refused.
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
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found = True
                yield Path(folder, name)
    yield from faults
    if not found and not faults:
        yield UnreadableError(str(path), f"holds no {' or '.join(SUFFIXES)} file")


def _fault(error: OSError) -> UnreadableError:
    return UnreadableError(str(error.filename), error.strerror or "cannot be read")
