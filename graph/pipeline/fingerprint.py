"""`fingerprint`: what the same bytes are read the same with: code, tables, libraries, and the user's own catalogue."""

import functools
import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import resources
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final

from extract.catalogue.catalogue import own_path, shipped

_READING: Final = frozenset(
    {"ahocorasick-rs", "lxml", "numpy", "pydantic", "pypdfium2", "rapidfuzz", "regex", "tinycss2"}
)
"""Libraries that reading a document depends on, also where what is installed does not tell what it requires."""
_EXTRA: Final = "extra =="
_NAME: Final = re.compile(r"[\w.\-]+")  # of a library, at the beginning of what is required of it
_PASSED: Final = frozenset({"__pycache__", "node_modules"})  # what tools leave among the sources


def fingerprint() -> str:
    """Return a hash that changes with whatever may change what is read or written, except the inputs.

    A change of a comment changes it as well: too much is read again rather than too little.
    """
    own = own_path()
    digest = hashlib.sha256(_program())
    digest.update(own.read_bytes() if own and own.is_file() else b"")  # it may change between two builds of a process
    return digest.hexdigest()


@functools.cache
def _program() -> bytes:
    digest = hashlib.sha256()
    for name, content in _contents():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _contents() -> Iterator[tuple[str, bytes]]:
    """Yield names and contents of all that counts, in an order that is always the same."""
    yield "python", f"{sys.version} {unicodedata.unidata_version}".encode()
    for name in sorted(_READING | set(_required())):
        with suppress(PackageNotFoundError):  # some are optional
            yield name, version(name).encode()
    folders = [Path(str(resources.files(name))) for name in ("extract", "graph")]
    for folder in (*folders, Path(str(shipped()))):
        for path in _files(folder):
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _required() -> Iterator[str]:
    """Yield the names of the libraries that every installation has."""
    for line in requires("recalling") or ():
        if (found := _NAME.match(line)) and _EXTRA not in line:
            yield found[0].lower()


def _files(folder: Path) -> Iterable[Path]:
    """Return the files of a package, sorted; compiled copies of its sources are left out."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _PASSED]
        found += [Path(place, name) for name in names]
    return sorted(found)
