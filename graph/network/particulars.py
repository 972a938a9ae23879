"""`add_particulars`: how texts were adopted and what they are about, put beside the nodes of a network for pages."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
import rdflib

from graph.rdf import vocabulary as v
from graph.rdf.graphs import native
from graph.rdf.iri import work_key

if TYPE_CHECKING:
    import networkx as nx

_LABELLED: Final[Mapping[str, tuple[str, str]]] = {
    "subjects": (v.ABOUT, v.PREF_LABEL),
    "sponsors": (v.SPONSOR, v.NAME),
}
"""Attribute of a node → the property of the work, and the property that names what it leads to."""


def add_particulars(network: "nx.MultiDiGraph[str]", graph: rdflib.Graph) -> None:
    """Set `vote` (in favour-against-abstaining), `subjects`, `sponsors`, `draft`, `agenda_item` where they are known.

    A document that was made up gets `invented`, true, which no other has, and loses its `url`.

    Args:
        network: from `graph.network.citation_network`; its nodes are changed.
        graph: what it was made from.
    """
    store, name = native(graph)

    def quads(subject: Any, predicate: str) -> list[tuple[Any, Any]]:  # noqa: ANN401  # nodes of the store
        pattern = store.quads_for_pattern(subject, ox.NamedNode(predicate), None, name)
        return [(quad.subject, quad.object) for quad in pattern]

    found: dict[tuple[str, str], set[str]] = {}
    for attribute, (predicate, label) in _LABELLED.items():
        for work, node in quads(None, predicate):
            found.setdefault((work.value, attribute), set()).update(named.value for _, named in quads(node, label))
    for attribute, predicate in (("agenda_item", v.AGENDA_ITEM), ("draft", v.DRAFT)):
        for work, node in quads(None, predicate):
            found.setdefault((work.value, attribute), set()).add(work_key(node.value) or node.value)
    for work, node in quads(None, v.VOTED):
        counts = [quads(node, predicate) for predicate in v.VOTE_COUNTS.values()]
        if all(counts):
            said = "-".join(str(count[0][1].value) for count in counts)
            found.setdefault((work.value, "vote"), set()).add(said)
    for (iri, attribute), words in found.items():
        key = work_key(iri) or ""
        if key in network and words:
            network.nodes[key][attribute] = "; ".join(sorted(words))
    _mark_invented(network, {work.value for work, _ in quads(None, v.INVENTED)})


def _mark_invented(network: "nx.MultiDiGraph[str]", works: Iterable[str]) -> None:
    """Mark documents that were made up; no official document stands at their address."""
    for work in works:
        if (key := work_key(work) or "") in network:
            network.nodes[key].update(invented=True, url="")
