"""RDF to networkx: the citation network, its simple form, measures, communities and lineages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
import regex

from extract.symbols.spelling import as_printed
from graph.network.continuing import nearest
from graph.network.lineage import series
from graph.network.names import Names
from graph.rdf import vocabulary as v
from graph.rdf.graphs import native
from graph.rdf.iri import FILE_KEY, TREATY_KEY, UNDETERMINED, work_url
from graph.rdf.statements import Column, Statements
from graph.rdf.symbols import order

if TYPE_CHECKING:
    import rdflib

_KIND_OF: Final = {v.RC + "Work": ""} | {name: kind for kind, name in v.KIND_CLASSES.items()}
_RELATION_OF: Final[Mapping[str | None, str]] = {iri: relation for relation, iri in v.RELATION_PROPERTIES.items()}
_BASIS_OF: Final[Mapping[str | None, str]] = {iri: basis for basis, iri in v.BASIS_CONCEPTS.items()}
_CERTAINTY_OF: Final[Mapping[str | None, str]] = {iri: certainty for certainty, iri in v.CERTAINTY_CONCEPTS.items()}
_DATE_OF: Final[Mapping[str | None, str]] = {iri: name for name, iri in v.DATE_OF_CONCEPTS.items()}
_STATED: Final = (v.STATED_DATE, v.STATED_MONTH, v.STATED_YEAR)
_ROLE_OF: Final[Mapping[str | None, str]] = {iri: role for role, iri in v.ROLE_CONCEPTS.items()}
_CITATION_TEXTS: Final = {"verb": v.VERB, "pinpoint": v.PINPOINT, "via": v.VIA}
_CITATION_CONCEPTS: Final[Mapping[str, tuple[str, Mapping[str | None, str], str]]] = {
    "relation": (v.RELATION, _RELATION_OF, "other"),
    "basis": (v.BASIS, _BASIS_OF, ""),
    "certainty": (v.CERTAINTY, _CERTAINTY_OF, ""),
    "role": (v.ROLE, _ROLE_OF, ""),
    "date_of": (v.DATE_OF, _DATE_OF, ""),
}
"""Attribute to the property, what its concepts are called, and what stands where there is none."""
_CITATION_LINKS: Final = {"paragraph": (v.IS_PART_OF, v.LABEL), "quote": (v.HAS_SELECTOR, v.EXACT)}
"""Attribute to the property that leads from the cited words to a node, and that of the node's text."""
_CITATION_PROPERTIES: Final = (
    *(v.HAS_BODY, v.HAS_TARGET, v.LANGUAGE, v.PAGE),
    *_CITATION_TEXTS.values(),
    *(predicate for predicate, _, _ in _CITATION_CONCEPTS.values()),
    *_STATED,
)
_LINE_BREAK: Final = regex.compile(r"[ \t\xa0\u3000]{0,9}+[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*+")
_NO_XML: Final = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def citation_network(graph: "rdflib.Graph") -> "nx.MultiDiGraph[str]":
    """Build the citation network.

    Args:
        graph: a graph from `graph.build`.

    Returns:
        Nodes (works that were read, cite or are cited) keyed by UN symbol, `treaty:SLUG` or `file:NAME`, sorted, with
        kind, label, title (English, else the first), title_zh … (one per language), name and name_from (the title, else
        what stands for it, and where that comes from: `names.ORIGINS`), impossible (why it cannot exist), date (ISO; as
        cited if nothing better is known), organ, url, read (whether its text was read), cited and cites (distinct
        works), unts (0 for none), continues (the nearest earlier text of its series in the network, stated in the graph
        or found by `lineage.series`; members that no text cites are in the graph only). One edge per citation, keyed by
        its hash, with relation, verb, basis, paragraph, pinpoint, quote, certainty, language, date (that the text
        states for the target; a year or a month where it states no day), date_of, via, role (of a citation in a note)
        and page (of the citing text; 0 for none). No attribute is None; line breaks in text are folded to a space.
    """
    store, name = native(graph)
    return network_of(lambda: Statements(store, name))


def network_of(read: Callable[[], Statements]) -> "nx.MultiDiGraph[str]":
    """Build the citation network, as `citation_network` does.

    Args:
        read: returns a reader of the graph; several are used in turn, so that none keeps all that the graph says.
    """
    keys = {iri: str(_scalar(key)) for iri, key in read().keys.items()}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges = sorted(_edges(read(), keys), key=itemgetter(0, 1, 2))
    ends = {end for edge in edges for end in edge[:2]}
    nodes = (node for node in _nodes(read(), keys) if node[1]["read"] or node[0] in ends)
    network.add_nodes_from(sorted(nodes, key=lambda node: order(node[0])))
    for citing, cited, key, attributes in edges:
        network.add_edge(citing, cited, key=key, **attributes)
    before = {keys[later]: keys[earlier] for later, earlier in read().first(v.CONTINUES).items()}
    for symbol, attributes in network.nodes(data=True):
        attributes["continues"] = nearest(network, before, symbol)
        attributes["cited"] = len(network.pred[symbol])
        attributes["cites"] = len(network.succ[symbol])
    for later, earlier in series(network):
        network.nodes[later]["continues"] = earlier
    return network


def _nodes(statements: Statements, keys: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the key and the attributes of each work that has a kind."""
    names = Names(statements)
    kinds: dict[str, str] = {}
    for kind_of in sorted(_KIND_OF):
        for iri in statements.instances(kind_of) if _KIND_OF[kind_of] else ():
            kinds.setdefault(iri, _KIND_OF[kind_of])
    for iri, key in keys.items():
        if iri in kinds:
            attributes = {"kind": kinds[iri]} | _work_attributes(statements, keys, iri, names)
            yield key, {name: _scalar(value) for name, value in attributes.items()}


def _work_attributes(statements: Statements, keys: Mapping[str, str], iri: str, names: Names) -> dict[str, Any]:
    """Return the attributes of a work, its kind apart."""
    key = keys[iri]
    titles = [title for predicate in (v.TITLE, v.ALTERNATIVE) for title in statements.values(predicate).get(iri, [])]
    named = names.of(iri)
    return (
        {
            "label": _label(key, titles),
            "title": named.name if named.titles else "",
            "name": named.name,
            "name_from": named.origin,
            "impossible": statements.text_or_empty(iri, v.CANNOT_EXIST),
            "date": statements.text(iri, v.DATE) or statements.text_or_empty(iri, v.STATED_DATE),
            "organ": _linked_text(statements, iri, v.PASSED_BY, v.NAME),
            "url": work_url(key),
            "read": iri in statements.values(v.REALIZED_BY),
            "cited": 0,
            "cites": 0,
            "unts": int(statements.text(iri, v.UNTS_NUMBER) or 0),
            "continues": "",
        }
        | {f"title_{language}": title for language, title in named.titles.items() if language}
        | {f"name_{language}": name for language, name in named.called.items() if language}
    )


def _edges(statements: Statements, keys: Mapping[str, str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield citing work, cited work, hash and attributes of each citation between works of the graph."""
    ends: list[dict[str | None, str]] = [
        {citation: keys[work] for citation, work in statements.first(predicate).items() if work in keys}
        for predicate in (v.HAS_CITING, v.HAS_CITED)
    ]
    linked = {name: _linked(statements, *path) for name, path in _CITATION_LINKS.items()}
    for iris, columns in statements.tables(v.HAS_BODY, _CITATION_PROPERTIES):
        said = dict(zip(_CITATION_PROPERTIES, columns, strict=True))
        works = [[of.get(citation) for citation in said[v.HAS_BODY]] for of in ends]
        attributes = dict(sorted(_citation_columns(said, linked).items()))
        for iri, citing, cited, *row in zip(iris, *works, *attributes.values(), strict=True):
            if citing is not None and cited is not None:
                yield citing, cited, iri.removeprefix(v.MENTION), dict(zip(attributes, row, strict=True))


def _citation_columns(
    said: Mapping[str, Column], linked: Mapping[str, Mapping[str | None, str]]
) -> dict[str, Iterable[Any]]:
    """Return the attributes of citations, each with its value for each citation.

    Args:
        said: property to the first object of each citation.
        linked: attribute to the text that the words of a citation lead to.
    """
    columns: dict[str, Iterable[Any]] = {name: _texts(said[predicate]) for name, predicate in _CITATION_TEXTS.items()}
    for name, (predicate, concepts, otherwise) in _CITATION_CONCEPTS.items():
        columns[name] = map(concepts.get, said[predicate], repeat(otherwise))
    for name, texts in linked.items():
        columns[name] = _texts([texts.get(segment) for segment in said[v.HAS_TARGET]])
    columns["date"] = _texts(_first_stated(said))
    columns["language"] = ("" if code == UNDETERMINED else code for code in _texts(said[v.LANGUAGE]))
    columns["page"] = (int(page or 0) for page in said[v.PAGE])
    return columns


def _first_stated(said: Mapping[str, Column]) -> Iterator[str | None]:
    """Yield the day that is stated of each citation, else the month, else the year; None where nothing is."""
    for dates in zip(*(said[predicate] for predicate in _STATED), strict=True):
        yield next((date for date in dates if date is not None), None)


def _texts(column: Iterable[str | None]) -> Iterator[str]:
    """Yield texts as GraphML can hold them, an empty one where there is none."""
    return (_scalar(value) if value else "" for value in column)


def _linked(statements: Statements, predicate: str, further: str) -> Mapping[str | None, str]:
    """Follow a property, then a further one; return the first text found of each subject that has one."""
    texts, found = statements.first(further), dict[str | None, str]()
    for iri, node in statements.links(predicate):
        if node in texts:
            found.setdefault(iri, texts[node])
    return found


def _linked_text(statements: Statements, iri: str, predicate: str, further: str) -> str:
    """Follow a property, then a further one; return the first text found, empty if there is none."""
    nodes = statements.texts(iri, predicate)
    return next((text for node in nodes if (text := statements.text(node, further)) is not None), "")


def _label(key: str, titles: list[Any]) -> str:
    """Return a node's label: a treaty's shortest English title, or a symbol with the blanks that it is printed with."""
    if key.startswith(TREATY_KEY):
        english = [title.value for title in titles if title.language == "en"] or [title.value for title in titles]
        return min(english, key=lambda title: (len(title), title), default=key.removeprefix(TREATY_KEY))
    return key.removeprefix(FILE_KEY) if key.startswith(FILE_KEY) else as_printed(key)


def _scalar(value: Any) -> Any:  # noqa: ANN401  # text, number or truth
    """Return an attribute as GraphML can hold it: text on one line, without characters that XML forbids."""
    if not isinstance(value, str) or value.isprintable():
        return value
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", _LINE_BREAK.sub(" ", value))
