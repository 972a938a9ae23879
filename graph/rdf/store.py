"""Reading and writing of files: every file whole or not at all, in UTF-8, the same bytes for the same content."""

import os
from itertools import chain
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import rdflib

from extract.model.errors import UnreadableError
from graph.files import UnwritableError, write_chunks
from graph.rdf import serialization
from graph.rdf import vocabulary as v
from graph.rdf.graphs import batches, lines, native, new_graph

FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""File name extension to RDF syntax: Turtle, N-Triples, N-Quads, JSON-LD."""

_PROVENANCE: Final = ox.NamedNode(v.PROVENANCE)


def load_graph(path: str | os.PathLike[str]) -> rdflib.Graph:
    """Read an RDF file into a graph over an Oxigraph store; the syntax is told by the extension, Turtle when unknown.

    Of a file with several named graphs all become one, but that of the provenance is left out.

    Raises:
        UnreadableError: there is no such file, or it breaks its syntax; the place is named.
    """
    graph = new_graph()
    store, name = native(graph)
    syntax = FORMATS.get(Path(path).suffix.lower(), ox.RdfFormat.TURTLE)
    try:
        if syntax.supports_datasets:
            quads = (quad for quad in ox.parse(path=os.fspath(path), format=syntax) if quad.graph_name != _PROVENANCE)
            store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads)
        else:
            store.load(path=os.fspath(path), format=syntax, to_graph=name)
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableError(os.fspath(path), f"no readable {syntax.name}: {error}") from error
    return graph


def write_graph(graph: rdflib.Graph, path: str | os.PathLike[str]) -> None:
    """Write a graph in the syntax that the extension of the path names.

    Raises:
        UnwritableError: the extension names no syntax, or the file cannot be written.
    """
    writers = {".ttl": write_turtle, ".nt": write_ntriples, ".nq": write_nquads, ".jsonld": write_jsonld}
    suffix = Path(path).suffix.lower()
    if suffix not in writers:
        raise UnwritableError(os.fspath(path), f"give it one of the extensions {' '.join(writers)}")
    writers[suffix](graph, path)


def write_turtle(graph: rdflib.Graph, path: str | os.PathLike[str]) -> None:
    """Write a graph as Turtle, sorted; IRIs whose local part is not plain stand in full.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.turtle(lines(graph)))


def write_ntriples(graph: rdflib.Graph, path: str | os.PathLike[str]) -> None:
    """Write a graph as sorted N-Triples.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.ntriples(lines(graph)))


def write_nquads(graph: rdflib.Graph, path: str | os.PathLike[str]) -> None:
    """Write a graph as sorted N-Quads in the graph named `vocabulary.GRAPH`, and its provenance in one of its own.

    Raises:
        UnwritableError: the file cannot be written.
    """
    from graph.rdf.provenance import provenance  # noqa: PLC0415  # it asks a store, as this module gives one

    said = ox.serialize(provenance(*native(graph)), format=ox.RdfFormat.N_TRIPLES) or b""
    chunks = serialization.nquads(lines(graph), v.GRAPH)
    write_chunks(path, chain(chunks, serialization.nquads(sorted(said.split(b"\n")[:-1]), v.PROVENANCE)))


def write_jsonld(graph: rdflib.Graph, path: str | os.PathLike[str]) -> None:
    """Write a graph as JSON-LD, one node a line, sorted.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, serialization.jsonld(batches(graph)))
