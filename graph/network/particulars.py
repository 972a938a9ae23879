"""`add_particulars`: how texts were adopted and what they are about, and the words around quotes, for the pages."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final

from graph.rdf import vocabulary as v
from graph.rdf.graphs import native
from graph.rdf.iri import work_key
from graph.rdf.statements import Statements

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

_LABELLED: Final[Mapping[str, tuple[str, str]]] = {
    "subjects": (v.ABOUT, v.PREF_LABEL),
    "sponsors": (v.SPONSOR, v.NAME),
}
"""Attribute of a node → the property of the work, and the property that names what it leads to."""

_PLAIN: Final[Mapping[str, str]] = {"agenda_item": v.AGENDA_ITEM, "draft": v.DRAFT}
"""Attribute of a node → the property of the work whose value is the text, or a work, which is named by its key."""

_AROUND: Final[Mapping[str, str]] = {"prefix": v.PREFIX, "suffix": v.SUFFIX}
"""Attribute of a citation → the property of its selector."""


def add_particulars(network: "nx.MultiDiGraph[str]", graph: "rdflib.Graph") -> None:
    """Set `vote` (in favour-against-abstaining), `subjects`, `sponsors`, `draft`, `agenda_item` where they are known.

    An invented document also gets `invented`, which is true, and loses its `url`. Citations get `prefix` and
    `suffix`, the text just before and after their quote, where it is known.

    Args:
        network: from `graph.network.citation_network`; its nodes and edges are changed.
        graph: the graph that the network was built from.
    """
    add_said(network, Statements(*native(graph)))


def add_said(network: "nx.MultiDiGraph[str]", statements: Statements) -> None:
    """Set the same from a reader of the graph."""
    for attribute, iri, values in chain(_labelled(statements), _plain(statements), _votes(statements)):
        key = work_key(iri) or ""
        if key in network and values:
            network.nodes[key][attribute] = "; ".join(sorted(values))
    _mark_invented(network, statements.values(v.INVENTED))
    around = {name: statements.first(predicate) for name, predicate in _AROUND.items()}
    said: dict[str, dict[str, str]] = {}
    for segment, selector in statements.links(v.HAS_SELECTOR):  # that of its words, and that of its place
        for name, words in around.items():
            if selector in words:
                said.setdefault(segment, {})[name] = words[selector]
    for _, _, key, attributes in network.edges(keys=True, data=True):
        attributes.update(said.get(v.SEGMENT + key, {}))


def _labelled(statements: Statements) -> Iterator[tuple[str, str, set[str]]]:
    """Yield attribute, work and the names of what the work's property leads to."""
    for attribute, (predicate, name) in _LABELLED.items():
        for iri, nodes in statements.values(predicate).items():
            yield attribute, iri, {label for node in nodes for label in statements.texts(node.value, name)}


def _plain(statements: Statements) -> Iterator[tuple[str, str, set[str]]]:
    """Yield attribute, work and the values of the work's property."""
    for attribute, predicate in _PLAIN.items():
        for iri, nodes in statements.values(predicate).items():
            yield attribute, iri, {work_key(node.value) or node.value for node in nodes}


def _votes(statements: Statements) -> Iterator[tuple[str, str, set[str]]]:
    """Yield attribute, work and its complete votes."""
    for iri in statements.values(v.VOTED):
        votes = [
            [statements.texts(vote, predicate)[:1] for predicate in v.VOTE_COUNTS.values()]
            for vote in statements.texts(iri, v.VOTED)
        ]
        yield "vote", iri, {"-".join(chain.from_iterable(counts)) for counts in votes if all(counts)}


def _mark_invented(network: "nx.MultiDiGraph[str]", works: Iterable[str]) -> None:
    """Mark invented documents; there is no official document at their address."""
    for work in works:
        if (key := work_key(work) or "") in network:
            network.nodes[key].update(invented=True, url="")
