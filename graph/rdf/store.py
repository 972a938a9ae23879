"""RDF files, read and written: written completely or not at all, in UTF-8, with the same bytes for the same graph."""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.files import UnwritableError, replacing, write_chunks
from graph.rdf import serialization
from graph.rdf import vocabulary as v
from graph.rdf.dataset import dataset_turtle
from graph.rdf.descriptions import Descriptions
from graph.rdf.figures import Figures
from graph.rdf.graphs import batches, lines, native, new_graph
from graph.rdf.opening import load_store
from graph.rdf.provenance import provenance
from graph.rdf.statements import Statements

if TYPE_CHECKING:
    import rdflib


def load_graph(path: str | os.PathLike[str]) -> "rdflib.Graph":
    """Read an RDF file into a graph, as `load_store` does.

    Raises:
        UnreadableError: the file is missing or breaks its syntax; the message names the place.
    """
    return new_graph(load_store(path))


def write_turtle(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph as Turtle, sorted; an IRI whose local part is not plain is written in full.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.turtle(serialization.described(lines(graph))))


def write_descriptions(descriptions: Descriptions, path: str | os.PathLike[str]) -> None:
    """Write what `write_turtle` writes for the same graph.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, descriptions.turtle())


def write_ntriples(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph as sorted N-Triples.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.ntriples(lines(graph)))


def write_nquads(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph as sorted N-Quads: the graph as `vocabulary.GRAPH`, its provenance as `vocabulary.PROVENANCE`.

    Raises:
        UnwritableError: the file cannot be written.
    """
    said = serialization.nquads(provenance(Statements(*native(graph))), v.PROVENANCE)
    write_chunks(path, chain(serialization.nquads(lines(graph), v.GRAPH), said))


def write_trig(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph as TriG: what `write_nquads` writes, laid out as Turtle.

    Raises:
        UnwritableError: the file cannot be written.
    """
    said = provenance(Statements(*native(graph)))
    write_chunks(path, serialization.trig({v.GRAPH: lines(graph), v.PROVENANCE: said}))


def write_provenance(statements: Statements, path: str | os.PathLike[str]) -> None:
    """Write where a graph comes from as Turtle: the software, its tables, and the files read with their digests.

    Args:
        statements: what the graph says.
        path: of the file.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.turtle(serialization.described(provenance(statements))))


def write_dataset(figures: Figures, run: str, path: str | os.PathLike[str], files: Sequence[str]) -> None:
    """Write what a graph says of itself (VoID, DCAT) as Turtle.

    Args:
        figures: of the graph.
        run: IRI of the activity that made it, from `run_iri`.
        path: of the file.
        files: names of the files beside it in which the graph can be had; the sizes of those that are there are given.

    Raises:
        UnwritableError: the file cannot be written.
    """
    beside = {name: Path(path).with_name(name) for name in files}
    sizes = {name: file.stat().st_size if file.is_file() else None for name, file in beside.items()}
    write_chunks(path, [dataset_turtle(figures, run, sizes)])


def write_jsonld(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph as JSON-LD, one node per line, sorted.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.jsonld(batches(graph)))


def write_rdfxml(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph as RDF/XML, sorted; a character that no XML can hold becomes U+FFFD.

    Raises:
        UnwritableError: the file cannot be written.
    """
    with replacing(path) as file:
        output: Any = serialization.XmlOutput(file)  # binary and open to write, which is all that is asked of it
        said = serialization.for_xml(batches(graph))
        ox.serialize(said, output, ox.RdfFormat.RDF_XML, prefixes=dict(v.PREFIXES))


WRITERS: Final[Mapping[str, "Callable[[rdflib.Graph, str | os.PathLike[str]], None]"]] = {
    ".ttl": write_turtle,
    ".nt": write_ntriples,
    ".nq": write_nquads,
    ".trig": write_trig,
    ".jsonld": write_jsonld,
    ".rdf": write_rdfxml,
}
"""File extension to the writer of its syntax: Turtle, N-Triples, N-Quads, TriG, JSON-LD, RDF/XML."""


def write_graph(graph: "rdflib.Graph", path: str | os.PathLike[str]) -> None:
    """Write a graph in the syntax that the extension of the path names.

    Raises:
        UnwritableError: no syntax has that extension, or the file cannot be written.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in WRITERS:
        raise UnwritableError(os.fspath(path), f"give it one of the extensions {' '.join(WRITERS)}")
    WRITERS[suffix](graph, path)
