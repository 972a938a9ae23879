"""The tables that a run was made with, and their digests: words of languages, registry, catalogue, symbols, acts."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from extract.catalogue.catalogue import load_catalogue, shipped

_TABLES: Final = {
    "registry": "registry/data",
    "symbols": "symbols",
    "acts": "model",
    "committees": "registry",
}
_SUFFIXES: Final = (".toml", ".tsv", ".gz")


@lru_cache(maxsize=1)
def table_digests() -> dict[str, str]:
    """Return the name of each set of tables and the SHA-256 of its files, a user's own catalogue included."""
    package = files("extract")
    folders = {name: package / folder for name, folder in _TABLES.items()}
    folders |= {f"language/{each.name}": each for each in (package / "language" / "data").iterdir() if each.is_dir()}
    folders["catalogue"] = shipped()
    found = {name: _digest(folder) for name, folder in folders.items()}
    if own := load_catalogue().own:
        found["own catalogue"] = own.sha256
    return dict(sorted(found.items()))


def _digest(folder: Traversable) -> str:
    """Return the SHA-256 of the names and contents of the tables of a folder, in the order of their names."""
    digest = hashlib.sha256()
    for name, content in _contents(folder):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _contents(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents of the tables of a folder."""
    for each in sorted(folder.iterdir(), key=lambda item: item.name):
        if each.is_file() and each.name.endswith(_SUFFIXES):
            yield each.name, each.read_bytes()
