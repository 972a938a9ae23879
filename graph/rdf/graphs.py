"""Graphs over an Oxigraph store, and their triples in a fixed order."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.rdf import vocabulary as v

if TYPE_CHECKING:
    import rdflib

_SUBJECTS: Final = 4096


GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


def new_graph(store: ox.Store | None = None) -> "rdflib.Graph":
    """Make a graph over the default graph of an Oxigraph store, with our prefixes bound.

    Args:
        store: None for a new one in memory.
    """
    import rdflib  # noqa: PLC0415  # it is slow to load, and a build needs none of it
    from oxrdflib import OxigraphStore  # noqa: PLC0415  # as above
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415  # as above

    backend = OxigraphStore(store=ox.Store() if store is None else store)
    graph = rdflib.Graph(store=backend, identifier=DATASET_DEFAULT_GRAPH_ID)
    for prefix, namespace in v.PREFIXES.items():
        graph.bind(prefix, namespace, override=True)
    return graph


def native(graph: "rdflib.Graph") -> tuple[ox.Store, GraphName]:
    """Return the Oxigraph store of a graph and the graph's name in it; a copy if it has another kind of store."""
    import rdflib  # noqa: PLC0415  # as above
    from oxrdflib import OxigraphStore  # noqa: PLC0415  # as above
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415  # as above

    if not isinstance(graph.store, OxigraphStore):
        copy = new_graph()
        copy.addN((*triple, copy) for triple in graph)
        graph = copy
    backend: Any = graph.store  # oxrdflib has no public name for its store
    inner: ox.Store = backend._inner  # noqa: SLF001  # as above
    if graph.identifier == DATASET_DEFAULT_GRAPH_ID:
        return inner, ox.DefaultGraph()
    name = str(graph.identifier)
    return inner, ox.BlankNode(name) if isinstance(graph.identifier, rdflib.BNode) else ox.NamedNode(name)


def native_triples(graph: "rdflib.Graph") -> Iterator[ox.Triple]:
    """Yield the triples of a graph as Oxigraph terms, in no particular order."""
    store, name = native(graph)
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, name))


def lines(graph: "rdflib.Graph") -> list[bytes]:
    """Return the triples of a graph as sorted lines of N-Triples without line ends."""
    store, name = native(graph)
    found = (store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b"").split(b"\n")[:-1]
    found.sort()  # in place: a second list of a million lines would double the peak memory of writing
    return found


def batches(graph: "rdflib.Graph") -> Iterator[list[ox.Triple]]:
    """Yield the triples of a graph in batches, sorted by subject, so that no more than a batch is held at a time."""
    store, name = native(graph)
    ordered = iter(sorted({quad.subject for quad in store.quads_for_pattern(None, None, None, name)}, key=str))
    while chosen := list(islice(ordered, _SUBJECTS)):
        yield [quad.triple for one in chosen for quad in store.quads_for_pattern(one, None, None, name)]
