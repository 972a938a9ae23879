"""`render_index_page`: an overview of what was read and found, with a link to every file beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from extract.model.citation import CERTAINTIES, KINDS, RELATIONS
from graph.pages.accuracy import Accuracy
from graph.pages.front import EXPLORER, Series, in_explorer, longest_series, questions, suggestions, tools
from graph.pages.parts.content import SHAPES
from graph.pages.parts.escape import https_address, page_address
from graph.pages.parts.groups import body as body_of
from graph.pages.parts.selection import times_cited, times_citing
from graph.pages.parts.shell import bundle, data_block, mark_of, render_frame
from graph.pages.parts.strings import languages
from graph.pages.parts.templates import render
from graph.rdf.iri import UNDETERMINED, document_key

if TYPE_CHECKING:
    import networkx as nx

    from extract.model.citation import Unresolved

FIGURES: Final = ("read", "files", "cited", "found", "unresolved", "skipped")
_MOST_CITED: Final = 20
_ROWS: Final = 50  # rows of a table; the page names what has the rest
_ABOUT: Final = {
    "explore.html": "explore",
    "network.html": "network",
    "timeline.html": "timeline",
    "atlas.html": "atlas",
    "documents.jsonl": "documents",
    "citations.jsonl": "citations",
    "graph.ttl": "graph",
    "graph.graphml": "graphml",
    "nodes.csv": "nodes",
    "edges.csv": "edges",
    "report.json": "report",
    "audit.html": "audit",
    "dataset.ttl": "dataset",
    "provenance.ttl": "provenance",
    "manifest.json": "manifest",
    "graph.gexf": "graphml",
    "citations.csv": "edges",
    "tables.xlsx": "workbook",
    "datapackage.json": "columns",
    "cited.bib": "cited",
    "cited.csl.json": "cited",
    "cited.ris": "cited",
}


def render_index_page(  # noqa: PLR0913  # all but the network are named at the call
    network: "nx.MultiDiGraph[str]",
    *,
    figures: Mapping[str, int],
    unresolved: Sequence["Unresolved"] = (),
    files: Sequence[str] = (),
    accuracy: Sequence[Accuracy] = (),
    skipped: Sequence[tuple[str, str]] = (),
    texts: Mapping[str, str] = MappingProxyType({}),
    collections: Sequence[str] = (),
    title: str = "Recalling",
) -> str:
    """Render the page: a search first, then ways into the explorer; it stands without its scripts.

    Args:
        network: as for `render_explorer_page`.
        figures: counts, those of `FIGURES`; those missing are not shown.
        unresolved: references whose target is not known.
        files: names of the files beside the page.
        accuracy: measured on known texts; nothing is shown without.
        skipped: files that could not be read, each with the reason.
        texts: relative address of the page that holds its whole text, for the symbols that have one.
        collections: names of folders beside the page that hold a collection of their own, with an `index.html`.
        title: heading of the page.
    """
    read = _read(network)
    explored = EXPLORER in files
    body = render(
        "index.html",
        title=title,
        figures=[(name, figures[name]) for name in FIGURES if name in figures],
        explored=explored,
        tools=tools(files),
        questions=questions(),
        series=_followed(network) if explored else [],
        collections=[(_relative(name), name, "specimens" if name == "specimens" else "other") for name in collections],
        cited=[_text(network, symbol, {}, explored=explored) for symbol in _most_cited(network)],
        kinds=_ranked(_kinds(network), KINDS),
        relations=_ranked(_relations(network), RELATIONS),
        read=[_text(network, symbol, texts, explored=explored) for symbol in read[:_ROWS]],
        read_beyond=len(read) - _ROWS,
        unresolved=[(each, _place(each, texts)) for each in unresolved[:_ROWS]],
        unresolved_beyond=len(unresolved) - _ROWS,
        skipped=skipped[:_ROWS],
        certainties=_certainties(network),
        accuracy=accuracy,
        files=[(_relative(name), name, _ABOUT.get(name, "other")) for name in files],
    )
    blocks = data_block("suggestions", suggestions(network)) if explored else ""
    script = bundle("index" if explored else "document")
    return render_frame(title=title, kind="index", body=body, blocks=blocks, scripts=(script,))


def _followed(network: "nx.MultiDiGraph[str]") -> list[tuple[Series, dict[str, Any]]]:
    """The series to show, each with its latest text."""
    return [(each, _text(network, each.last, {}, explored=True)) for each in longest_series(network)]


def _place(each: "Unresolved", texts: Mapping[str, str]) -> str:
    """The address of the paragraph of a reference on the page of its text; empty if that has none."""
    evidence = each.evidence
    page = texts.get(document_key(evidence.source, evidence.file))
    return page_address(f"{page}#{evidence.language or UNDETERMINED}/{evidence.paragraph}") or "" if page else ""


def _text(network: "nx.MultiDiGraph[str]", symbol: str, pages: Mapping[str, str], *, explored: bool) -> dict[str, Any]:
    """Return a text of the network as the template shows it; `pages` has the addresses of the pages of whole texts."""
    node = network.nodes[symbol]
    return {
        "label": node.get("label") or symbol,
        "explore": in_explorer(symbol) if explored else "",
        "series": in_explorer(symbol, view="series") if explored else "",
        "page": page_address(pages.get(symbol, "")),
        "address": https_address(str(node.get("url") or "")),
        "mark": mark_of(node),
        "stands_in": "" if node.get("title") else str(node.get("name_from") or ""),
        "titles": list(_titles(node)),
        "date": node.get("date") or "",
        "cites": times_citing(network, symbol),
        "cited": times_cited(network, symbol),
        "body": body_of(symbol, node),
    }


def _titles(node: Mapping[str, Any]) -> Iterable[tuple[str | None, str]]:
    """Language and title: what readers see whose language has none (its language may be unknown), then the others."""
    own = {each.code: node.get(f"title_{each.code}") or node.get(f"name_{each.code}") for each in languages()}
    first, *others = own
    yield first if own[first] else None, own[first] or node.get("name") or node.get("title") or ""
    yield from ((code, words) for code in others if (words := own[code]))


def _most_cited(network: "nx.MultiDiGraph[str]") -> list[str]:
    ranked = sorted(network, key=lambda symbol: (-times_cited(network, symbol), symbol))[:_MOST_CITED]
    return [symbol for symbol in ranked if times_cited(network, symbol) > 0]


def _read(network: "nx.MultiDiGraph[str]") -> list[str]:
    """Return the texts that were themselves read, the newest first."""
    read = sorted(symbol for symbol in network if network.nodes[symbol].get("read"))
    return sorted(read, key=lambda symbol: str(network.nodes[symbol].get("date") or ""), reverse=True)


def _certainties(network: "nx.MultiDiGraph[str]") -> list[tuple[str, int]]:
    counts = Counter(str(data.get("certainty")) for _, _, data in network.edges(data=True))
    return [(each, counts[each]) for each in CERTAINTIES if counts[each]]


def _kinds(network: "nx.MultiDiGraph[str]") -> Counter[str]:
    given = (network.nodes[symbol].get("kind") for symbol in network)
    return Counter(kind if kind in SHAPES else "document" for kind in given)


def _relations(network: "nx.MultiDiGraph[str]") -> Counter[str]:
    known = frozenset(RELATIONS)
    given = (str(data.get("relation")) for _, _, data in network.edges(data=True))
    return Counter(relation if relation in known else "other" for relation in given)


def _ranked(counts: Counter[str], order: Sequence[str]) -> list[tuple[str, int]]:
    """Return the counted keys, the most frequent first, ties in the given order."""
    return sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))


def _relative(name: str) -> str:
    """Return an address that can only be a file beside the page, whatever the name contains."""
    return "./" + "".join(
        character if character.isascii() and (character.isalnum() or character in "-._") else _percent(character)
        for character in name
    )


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
