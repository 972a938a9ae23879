"""RDF to networkx: the citation network, its simple form, measures, communities and lineages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx
import pyoxigraph as ox
import rdflib
import regex

from graph.rdf import vocabulary as v
from graph.rdf.iri import FILE_KEY, TREATY_KEY, UNDETERMINED, work_url
from graph.rdf.store import GraphName, native
from graph.rdf.work import order

SEED: Final = 1946
"""Seed of everything that draws lots; a constant, so that the same graph gives the same communities."""

_KIND_OF: Final = {v.RC + "Work": ""} | {name: kind for kind, name in v.KIND_CLASSES.items()}
_RELATION_OF: Final = {iri: relation for relation, iri in v.RELATION_PROPERTIES.items()}
_CERTAINTY_OF: Final = {iri: certainty for certainty, iri in v.CERTAINTY_CONCEPTS.items()}
_LINE_BREAK: Final = regex.compile(r"[ \t\xa0\u3000]{0,9}+[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*+")
_NO_XML: Final = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PRINTED: Final = regex.compile(r"(?<=[0-9A-Z])\((?=[0-9XIVLS])")


def citation_network(graph: rdflib.Graph) -> "nx.MultiDiGraph[str]":
    """Make the network of works.

    Args:
        graph: a graph as `graph.build` makes it.

    Returns:
        Nodes (what was read, cites or is cited) keyed by UN symbol, `treaty:SLUG` or `file:NAME`, sorted, with kind,
        label, title (English, else the first), title_zh … (one a language), date (ISO; as cited where nothing better is
        known), organ, url, read (its text was read), cited and cites (distinct works), unts (0 when none), continues
        (the text that it continues). One edge a citation, its hash as key, with relation, verb, paragraph, pinpoint,
        quote, certainty, language, date (that the text gives to the target), via and page (of the citing text; 0 when
        none). No attribute is None, and line breaks in texts are folded to a blank.
    """
    store, name = native(graph)
    reader = _Reader(store, name)
    keys = {iri: str(_scalar(values[0].value)) for iri, values in reader.values(v.IDENTIFIER).items()}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges = sorted(_edges(reader, keys), key=lambda edge: edge[:3])
    ends = {end for edge in edges for end in edge[:2]}
    nodes = (node for node in _nodes(reader, keys) if node[1]["read"] or node[0] in ends)
    network.add_nodes_from(sorted(nodes, key=lambda node: order(node[0])))
    for citing, cited, key, attributes in edges:
        network.add_edge(citing, cited, key=key, **attributes)
    for symbol, attributes in network.nodes(data=True):
        attributes["cited"] = len(network.pred[symbol])
        attributes["cites"] = len(network.succ[symbol])
    return network


def simple_network(network: "nx.MultiDiGraph[str]") -> "nx.DiGraph[str]":
    """Merge parallel citations into one edge with `weight`, their number; nodes and their attributes stay."""
    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from((node, dict(attributes)) for node, attributes in network.nodes(data=True))
    for citing, cited in network.edges():
        if simple.has_edge(citing, cited):
            simple.edges[citing, cited]["weight"] += 1
        else:
            simple.add_edge(citing, cited, weight=1)
    return simple


@dataclass(frozen=True, slots=True)
class Measure:
    """How central a work is.

    Attributes:
        symbol: its key in the network.
        cited: number of distinct works that cite it.
        cites: number of distinct works that it cites.
        pagerank: its share of a reader's time who follows citations at random; all shares add up to 1.
    """

    symbol: str
    cited: int
    cites: int
    pagerank: float


def measures(network: "nx.MultiDiGraph[str]") -> list[Measure]:
    """Give the measures of every work, highest PageRank first."""
    simple = simple_network(network)
    ranks = nx.pagerank(simple, weight=None) if simple else {}
    found = [
        Measure(symbol, int(simple.in_degree(symbol)), int(simple.out_degree(symbol)), round(ranks[symbol], 9))
        for symbol in simple
    ]
    return sorted(found, key=lambda measure: (-measure.pagerank, -measure.cited, measure.symbol))


def communities(network: "nx.MultiDiGraph[str]") -> list[tuple[str, ...]]:
    """Give groups of works that cite each other more than others (Louvain), the largest first, members sorted."""
    symbols = sorted(network)
    number = {symbol: position for position, symbol in enumerate(symbols)}
    plain: nx.Graph[int] = nx.Graph()  # numbers, because the order of a set of strings changes with every process
    plain.add_nodes_from(range(len(symbols)))
    pairs = {(min(a, b), max(a, b)) for a, b in ((number[a], number[b]) for a, b in network.edges()) if a != b}
    plain.add_edges_from(sorted(pairs))
    groups = nx.community.louvain_communities(plain, seed=SEED) if plain else []
    named = [tuple(symbols[member] for member in sorted(group)) for group in groups]
    return sorted(named, key=lambda group: (-len(group), group))


def series(network: "nx.MultiDiGraph[str]") -> list[tuple[str, str]]:
    """Give pairs (later, earlier) of one series: the later cites the earlier, and a title of both is the same.

    Only texts that were read have a title to compare. Of several candidates the latest counts, and a text is continued
    by the first that continues it, so that a series is a line.
    """
    pairs: list[tuple[str, str]] = []
    for later in network:
        known = network.nodes[later].get("continues") or ""
        earlier = [known] if known in network else [text for text in network.succ[later] if _same(network, later, text)]
        if earlier:
            pairs.append((later, max(earlier, key=lambda text: (network.nodes[text]["date"], text))))
    first: dict[str, str] = {}
    for later, text in sorted(pairs, key=lambda pair: (network.nodes[pair[0]]["date"], pair[0])):
        first.setdefault(text, later)
    return sorted((later, text) for text, later in first.items())


def lineages(network: "nx.MultiDiGraph[str]") -> list[tuple[str, ...]]:
    """Give the series of texts that continue each other, the earliest text first, the longest series first."""
    after = {earlier: later for later, earlier in series(network)}
    lines = []
    for start in sorted(set(after) - set(after.values())):
        line = [start]
        while line[-1] in after:
            line.append(after[line[-1]])
        lines.append(tuple(line))
    return sorted(lines, key=lambda line: (-len(line), line))


def _same(network: "nx.MultiDiGraph[str]", later: str, earlier: str) -> bool:
    """Whether two works are of one kind, bear one title in some language, and stand in this order in time."""
    one, other = network.nodes[later], network.nodes[earlier]
    if one["kind"] != other["kind"] or one["kind"] == "treaty" or not other["date"] or one["date"] <= other["date"]:
        return False
    return bool(_titles(one) & _titles(other))


def _titles(attributes: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Titles by language, without case and double blanks."""
    return {(key, " ".join(attributes[key].casefold().split())) for key in attributes if key.startswith("title_")}


class _Reader:
    """What one graph of a store says, a property at a time."""

    def __init__(self, store: ox.Store, name: GraphName) -> None:
        """Read from one graph of a store."""
        self._store = store
        self._name = name

    def values(self, predicate: str) -> dict[str, list[Any]]:
        """Objects by subject, sorted; an IRI is a NamedNode."""
        found: dict[str, list[Any]] = {}
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, self._name):
            if isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.subject.value, []).append(quad.object)
        for values in found.values():
            if len(values) > 1:
                values.sort(key=str)
        return found


def _nodes(reader: _Reader, keys: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A work and its attributes."""
    types, titles, names = reader.values(v.TYPE), reader.values(v.TITLE), reader.values(v.ALTERNATIVE)
    dates, stated, organs = reader.values(v.DATE), reader.values(v.STATED_DATE), reader.values(v.PASSED_BY)
    organ_names, unts = reader.values(v.NAME), reader.values(v.UNTS_NUMBER)
    read, continues = reader.values(v.REALIZED_BY), reader.values(v.CONTINUES)
    for iri, key in keys.items():
        kinds = [_KIND_OF[node.value] for node in types.get(iri, ()) if _KIND_OF.get(node.value)]
        if not kinds:
            continue
        by_language = _by_language(titles.get(iri, ())) or _by_language(names.get(iri, ()))
        organ = [name for node in organs.get(iri, ()) for name in organ_names.get(node.value, ())]
        attributes: dict[str, Any] = {
            "kind": kinds[0],
            "label": _label(key, titles.get(iri, []) + names.get(iri, [])),
            "title": by_language.get("en") or next(iter(by_language.values()), ""),
            "date": _first(dates.get(iri)) or _first(stated.get(iri)),
            "organ": _first(organ),
            "url": work_url(key),
            "read": iri in read,
            "cited": 0,
            "cites": 0,
            "unts": int(_first(unts.get(iri)) or 0),
            "continues": next((keys.get(node.value, "") for node in continues.get(iri, ())), ""),
        }
        attributes |= {f"title_{language}": title for language, title in by_language.items() if language}
        yield key, {name: _scalar(value) for name, value in attributes.items()}


def _edges(reader: _Reader, keys: Mapping[str, str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """A citation: citing, cited, its hash, its attributes."""
    cited, labels, exact = reader.values(v.HAS_CITED), reader.values(v.LABEL), reader.values(v.EXACT)
    relations, certainties = reader.values(v.RELATION), reader.values(v.CERTAINTY)
    paragraphs, selectors, languages = (reader.values(name) for name in (v.PARAGRAPH, v.HAS_SELECTOR, v.LANGUAGE))
    plain = {"verb": v.VERB, "pinpoint": v.PINPOINT, "date": v.STATED_DATE, "via": v.VIA}
    texts = {name: reader.values(predicate) for name, predicate in plain.items()}
    pages = reader.values(v.PAGE)
    for iri, citing in reader.values(v.HAS_CITING).items():
        if citing[0].value not in keys or iri not in cited or cited[iri][0].value not in keys:
            continue
        quotes = [quote for selector in selectors.get(iri, ()) for quote in exact.get(selector.value, ())]
        places = [label for paragraph in paragraphs.get(iri, ()) for label in labels.get(paragraph.value, ())]
        language = _first(languages.get(iri))
        attributes = {
            "relation": _RELATION_OF.get(_first(relations.get(iri)), "other"),
            "paragraph": _first(places),
            "quote": _first(quotes),
            "certainty": _CERTAINTY_OF.get(_first(certainties.get(iri)), ""),
            "language": "" if language == UNDETERMINED else language,
            "page": int(_first(pages.get(iri)) or 0),
        } | {name: _first(values.get(iri)) for name, values in texts.items()}
        row = {name: _scalar(attributes[name]) for name in sorted(attributes)}
        yield keys[citing[0].value], keys[cited[iri][0].value], iri.removeprefix(v.CITATION), row


def _by_language(titles: Iterable[Any]) -> dict[str, str]:
    """The first title of each language, languages sorted."""
    found: dict[str, str] = {}
    for title in titles:
        found.setdefault(title.language or "", title.value)
    return dict(sorted(found.items()))


def _label(key: str, titles: list[Any]) -> str:
    """What to write beside a node: a treaty's shortest English title, a symbol with the blank it is printed with."""
    if key.startswith(TREATY_KEY):
        english = [title.value for title in titles if title.language == "en"] or [title.value for title in titles]
        return min(english, key=lambda title: (len(title), title), default=key.removeprefix(TREATY_KEY))
    return key.removeprefix(FILE_KEY) if key.startswith(FILE_KEY) else _PRINTED.sub(" (", key)


def _first(values: list[Any] | None) -> str:
    """The first value as text; empty when there is none."""
    return str(values[0].value) if values else ""


def _scalar(value: Any) -> Any:  # noqa: ANN401  # text, number or truth
    """An attribute as GraphML can hold it: text on one line, without what XML forbids."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", _LINE_BREAK.sub(" ", value)) if isinstance(value, str) else value
