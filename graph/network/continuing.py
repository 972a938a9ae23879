"""`find_series`: the series of a graph, found without a network of it in memory."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.network.lineage import is_later_of_series, series
from graph.network.names import Names
from graph.rdf import vocabulary as v
from graph.rdf.graphs import GraphName, native
from graph.rdf.literal import node
from graph.rdf.statements import Statements

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


def find_series(graph: "rdflib.Graph") -> list[tuple[str, str]]:
    """Return the series of a graph as `lineage.series` finds them in its network.

    Only the works are held in memory and, of what they cite, what may be the earlier text of a series.

    Args:
        graph: a graph as `build_graph` makes it, perhaps on disk; without the series that are to be found.

    Returns:
        Pairs of keys (later, earlier), sorted.
    """
    store, name = native(graph)
    statements = Statements(store, name)
    network = _possible(store, name, statements)
    keys = statements.keys
    before = {keys[later]: keys[earlier] for later, earlier in statements.first(v.CONTINUES).items()}
    for symbol, attributes in network.nodes(data=True):
        attributes["continues"] = nearest(network, before, symbol)
    return series(network)


def _possible(store: ox.Store, name: GraphName, statements: Statements) -> "nx.MultiDiGraph[str]":
    """Return the texts that were read, cite or are cited; with an edge where one may continue the other."""
    import networkx as nx  # noqa: PLC0415  # slow to load

    keys, works = statements.keys, dict(_works(store, name, statements))
    at_hand = works.keys() & statements.values(v.REALIZED_BY).keys()
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for citing, cited in _cited(store, name):
        if citing in works and cited in works:
            at_hand |= {citing, cited}
            if is_later_of_series(works[citing], works[cited]):
                network.add_edge(keys[citing], keys[cited])
    network.add_nodes_from((keys[iri], works[iri]) for iri in sorted(at_hand))
    return network


def nearest(network: "nx.MultiDiGraph[str]", before: Mapping[str, str], symbol: str) -> str:
    """Return the nearest earlier text of a series that is in the network; empty if there is none."""
    seen = {symbol}
    while (symbol := before.get(symbol, "")) and symbol not in network and symbol not in seen:
        seen.add(symbol)
    return symbol if symbol in network and symbol not in seen else ""


def _works(store: ox.Store, name: GraphName, statements: Statements) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the IRI of each work that has a kind, with what tells whether it is of a series with another."""
    names = Names(statements)
    kinds: dict[str, str] = {}
    for kind, of_kind in sorted(v.KIND_CLASSES.items(), key=lambda item: item[1]):
        for iri in statements.instances(of_kind):
            kinds.setdefault(iri, kind)
    for iri in statements.keys:
        if stated := kinds.get(iri):
            date = _text(store, name, iri, v.DATE) or _text(store, name, iri, v.STATED_DATE)
            titles = {f"title_{language}": title for language, title in names.titles(iri).items() if language}
            yield iri, {"kind": stated, "date": date} | titles


def _text(store: ox.Store, name: GraphName, iri: str, predicate: str) -> str:
    """Return the first object of a subject; looked up, for citations have dates too, and are many."""
    found = [quad.object for quad in store.quads_for_pattern(node(iri), node(predicate), None, name)]
    return str(getattr(min(found, key=str), "value", "")) if found else ""


def _cited(store: ox.Store, name: GraphName) -> Iterator[tuple[str, str]]:
    """Yield the IRIs of citing and cited works."""
    for quad in store.quads_for_pattern(None, node(v.CITES), None, name):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            yield quad.subject.value, quad.object.value
