"""The files that other triple stores load: N-Triples or N-Quads, packed with gzip, in one part or several."""

import gzip
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.files import UnwritableError, replacing
from graph.rdf import serialization
from graph.rdf import vocabulary as v
from graph.rdf.graphs import lines, native, native_triples
from graph.rdf.opening import is_store
from graph.rdf.provenance import provenance
from graph.rdf.statements import Statements
from graph.rdf.store import load_graph

FORMS: Final = ("nt", "nq")
"""What can be written, by extension: the graph alone, or with its provenance, each in a named graph."""

_BATCH: Final = 10_000  # triples that are written at a time
_LEVEL: Final = 6  # of compression


def write_dump(place: Path, folder: Path, *, form: str = "nt", part: int | None = None) -> list[str]:
    """Write a graph as files to load; the same graph has the same bytes.

    A graph in memory is written in the order of its lines. One on disk comes in the order of its index, which depends
    on the triples alone, and is not held in memory.

    Args:
        place: an RDF file, or a store on disk.
        folder: where to write; made if missing.
        form: one of `FORMS`.
        part: triples of a file at most; None for one file.

    Returns:
        The names of the files.

    Raises:
        UnreadableError: the graph cannot be read.
        UnwritableError: a file cannot be written.
    """
    graph = load_graph(place)
    found = _streamed(native_triples(graph)) if is_store(place) else lines(graph)
    written = serialization.ntriples(found)
    if form == "nq":
        said = provenance(Statements(*native(graph)))
        written = chain(serialization.nquads(found, v.GRAPH), serialization.nquads(said, v.PROVENANCE))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableError(str(folder), error.strerror or str(error)) from error
    return _write_parts(folder, form, written, part) if part else [_write(folder / f"graph.{form}.gz", written)]


def _write_parts(folder: Path, form: str, written: Iterator[bytes], part: int) -> list[str]:
    """Write files with so many lines at most, and return their names."""
    names: list[str] = []
    while first := list(islice(written, 1)):
        name = f"graph-{len(names) + 1:04d}.{form}.gz"
        names.append(_write(folder / name, chain(first, islice(written, part - 1))))
    return names


def _write(path: Path, content: Iterable[bytes]) -> str:
    """Write a file and return its name; without a time or a path in it."""
    with replacing(path) as file, gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed:
        rest = iter(content)
        while batch := b"".join(islice(rest, _BATCH)):
            packed.write(batch)
    return path.name


def _streamed(triples: Iterable[ox.Triple]) -> Iterator[bytes]:
    """Yield the lines of triples in N-Triples, without line ends."""
    rest = iter(triples)
    while batch := list(islice(rest, _BATCH)):
        yield from (ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b"").split(b"\n")[:-1]
