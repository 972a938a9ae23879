"""Reading and writing of files: every file whole or not at all, in UTF-8, the same bytes for the same content."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from extract.model.errors import RecallingError, UnreadableError
from graph.output import tables as export
from graph.rdf import serialization
from graph.rdf import vocabulary as v

if TYPE_CHECKING:
    import networkx as nx

FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""File name extension to RDF syntax: Turtle, N-Triples, N-Quads, JSON-LD."""

_SUBJECTS: Final = 4096
_PROVENANCE: Final = ox.NamedNode(v.PROVENANCE)
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class UnwritableError(RecallingError):
    """A file that cannot be written.

    Attributes:
        file: the path as the user gave it.
        reason: what is wrong.
    """

    def __init__(self, file: str, reason: str) -> None:
        """Write the message once: `file: reason`."""
        self.file = file
        self.reason = reason
        super().__init__(f"{file}: cannot be written: {reason}")


def new_graph() -> rdflib.Graph:
    """Make an empty graph over an Oxigraph store in memory, our prefixes bound."""
    graph = rdflib.Graph(store=OxigraphStore(store=ox.Store()), identifier=DATASET_DEFAULT_GRAPH_ID)
    for prefix, namespace in v.PREFIXES.items():
        graph.bind(prefix, namespace, override=True)
    return graph


def native(graph: rdflib.Graph) -> tuple[ox.Store, GraphName]:
    """Give the Oxigraph store behind a graph and the graph's name in it; a copy when another store is behind it."""
    if not isinstance(graph.store, OxigraphStore):
        copy = new_graph()
        copy.addN((*triple, copy) for triple in graph)
        graph = copy
    backend: Any = graph.store  # oxrdflib shows the store behind it under no public name
    inner: ox.Store = backend._inner  # noqa: SLF001  # as above
    if graph.identifier == DATASET_DEFAULT_GRAPH_ID:
        return inner, ox.DefaultGraph()
    name = str(graph.identifier)
    return inner, ox.BlankNode(name) if isinstance(graph.identifier, rdflib.BNode) else ox.NamedNode(name)


def native_triples(graph: rdflib.Graph) -> Iterator[ox.Triple]:
    """Give the triples of a graph as Oxigraph's terms, in no order."""
    store, name = native(graph)
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, name))


def lines(graph: rdflib.Graph) -> list[bytes]:
    """Give the triples of a graph as lines of N-Triples without their ends, sorted."""
    store, name = native(graph)
    found = (store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b"").split(b"\n")[:-1]
    found.sort()  # in place: a second list of a million lines would be the most that writing holds
    return found


def batches(graph: rdflib.Graph) -> Iterator[list[ox.Triple]]:
    """Give the triples of a graph in batches, sorted by subject, so that no more than a batch is held at a time."""
    store, name = native(graph)
    ordered = iter(sorted({quad.subject for quad in store.quads_for_pattern(None, None, None, name)}, key=str))
    while chosen := list(islice(ordered, _SUBJECTS)):
        yield [quad.triple for one in chosen for quad in store.quads_for_pattern(one, None, None, name)]


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


def write_graphml(network: "nx.MultiDiGraph[str]", path: str | os.PathLike[str]) -> None:
    """Write a network as GraphML.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_bytes(path, export.graphml(network))


def write_tables(network: "nx.MultiDiGraph[str]", nodes: str | os.PathLike[str], edges: str | os.PathLike[str]) -> None:
    """Write the nodes and the edges of a network as two CSV files.

    Raises:
        UnwritableError: a file cannot be written.
    """
    write_bytes(nodes, export.nodes_csv(network))
    write_bytes(edges, export.edges_csv(network))


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write text as UTF-8, line ends as they are, lone surrogates as U+FFFD.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_bytes(path, text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode())


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that whoever looks sees the old content or the new, never a part.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, (data,))


def write_chunks(path: str | os.PathLike[str], chunks: Iterable[bytes]) -> None:
    """Write a file from pieces, as `write_bytes` does.

    Raises:
        UnwritableError: the file cannot be written.
    """
    with replacing(path) as file:
        file.writelines(chunks)


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a new file beside the path that takes its place when the block ends well, and vanishes when it does not.

    Raises:
        UnwritableError: the file cannot be written.
    """
    target = Path(path)
    fresh = target.with_name(f".recalling-{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as file:  # plain open, so that the user's umask holds
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError as error:
        raise UnwritableError(os.fspath(path), error.strerror or str(error)) from error
    finally:
        with suppress(FileNotFoundError):  # it took its place
            fresh.unlink()
