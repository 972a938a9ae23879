"""Graphs that are there already: which file or folder holds one, and opening it as a store."""

import json
import os
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from extract.model.errors import UnreadableError
from graph.defaults import GRAPH, STORE, STORE_SUMMARY
from graph.rdf.namespaces import PROVENANCE, RC

_SIGN: Final = "CURRENT"  # in every folder of RocksDB, in which Oxigraph keeps a store
_PROVENANCE: Final = ox.NamedNode(PROVENANCE)
_FORMER: Final = ox.NamedNode(RC + "paragraph")
"""A property that each citation had until version 0.2.0 of the ontology, when mentions were no annotations yet."""


def graph_place(path: Path) -> Path:
    """Return what holds the graph of a path: in a folder, the store on disk or else `graph.ttl`; of a file, itself."""
    if not path.is_dir():
        return path
    return next((each for each in (path / STORE, path) if is_store(each)), path / GRAPH)


def is_store(path: Path) -> bool:
    """Return whether a path is a folder that Oxigraph keeps a store in."""
    return (path / _SIGN).is_file()


def open_store(path: Path) -> ox.Store:
    """Open a store on disk to read.

    Raises:
        UnreadableError: it is damaged, or not of this version of Oxigraph.
    """
    try:
        return ox.Store.read_only(os.fspath(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise UnreadableError(os.fspath(path), f"no readable store: {' '.join(str(error).split())}") from error


def count_triples(store: ox.Store, path: Path) -> int:
    """Return the number of triples of a store: as noted when it was written, else counted.

    Args:
        store: what was opened.
        path: from where.
    """
    try:
        said = json.loads((path.parent / STORE_SUMMARY).read_text(encoding="utf-8"))["triples"]
    except (OSError, ValueError, KeyError, TypeError):
        return len(store)
    return said if is_store(path) and isinstance(said, int) else len(store)


def load_store(path: str | os.PathLike[str]) -> ox.Store:
    """Read an RDF file into the default graph of a new store; a store on disk is opened to read.

    The extension determines the syntax; an unknown one means Turtle. The named graphs of a dataset become one, except
    `namespaces.PROVENANCE`: queries have the same answers whether the graph was written with its provenance or without.

    Raises:
        UnreadableError: the file is missing or breaks its syntax, and the message names the place; or an earlier
            version of this software wrote it, with a vocabulary that would leave most questions without an answer.
    """
    store = open_store(Path(path)) if is_store(Path(path)) else _read(path)
    if next(store.quads_for_pattern(None, _FORMER, None), None):
        raise UnreadableError(os.fspath(path), "an earlier version of Recalling wrote this graph; build it anew")
    return store


def _read(path: str | os.PathLike[str]) -> ox.Store:
    """Read an RDF file, as `load_store` does."""
    store = ox.Store()
    file = os.fspath(path)
    syntax = ox.RdfFormat.from_extension(Path(path).suffix.removeprefix(".").lower()) or ox.RdfFormat.TURTLE
    try:
        if syntax.supports_datasets:
            quads = (quad for quad in ox.parse(path=file, format=syntax) if quad.graph_name != _PROVENANCE)
            store.extend(ox.Quad(*quad.triple) for quad in quads)
        else:
            store.bulk_load(path=file, format=syntax)
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableError(file, f"no readable {syntax.name}: {error}") from error
    return store
