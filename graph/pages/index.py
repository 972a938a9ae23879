"""`render_index_page`: what was read and found, at a glance, with a way to every file beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from extract.model.citation import CERTAINTIES, KINDS, RELATIONS
from graph.pages.accuracy import Accuracy
from graph.pages.parts.content import SHAPES
from graph.pages.parts.escape import escape_text, https_address, page_address, shorten
from graph.pages.parts.groups import body
from graph.pages.parts.selection import times_cited, times_citing
from graph.pages.parts.shell import PAGES, badge, bundle, language_switch, render_frame, spoken, word
from graph.pages.parts.strings import languages

if TYPE_CHECKING:
    import networkx as nx

    from extract.model.citation import Unresolved

FIGURES: Final = ("read", "found", "unresolved", "skipped")
_MOST_CITED: Final = 20
_ROWS: Final = 200  # rows of a table; what is beyond stands in the file the page names
_QUIET: Final = 'class="quiet"'
_LONGEST: Final = 300  # code points of a cell
_ABOUT: Final = {
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
    """Give the page; it is complete without its script, which only changes the language.

    Args:
        network: as for `render_network_page`.
        figures: `read`, `found`, `unresolved`, `skipped`; those missing are not shown.
        unresolved: references whose target could not be told.
        files: names of the files beside the page.
        accuracy: measured on known texts; nothing is shown without.
        skipped: files that could not be read, each with the reason.
        texts: relative address of the page that holds its whole text, for the symbols that have one.
        collections: names of folders beside the page that hold a collection of their own, with an `index.html`.
        title: heading of the page.
    """
    parts = (
        f'<header><h1 dir="auto">{escape_text(title)}</h1><div class="tools">{language_switch()}</div></header>\n',
        "<main>\n",
        spoken("index.lead", tag="p", attributes='class="lead"'),
        _figures(figures),
        _ways(files),
        _collections(collections),
        _section("index.cited", _most_cited(network)),
        '<div class="pair">',
        _section("index.kinds", _bars(Counter(_kind(network, each) for each in network), "kind", KINDS)),
        _section("index.relations", _bars(_relations(network), "relation", RELATIONS)),
        "</div>\n",
        _section("index.read", _read(network, texts), note="index.newest"),
        _section("index.unresolved", _unresolved(unresolved)),
        _section("index.skipped", _table(("file", "reason"), [[_cell(a), _cell(b)] for a, b in skipped[:_ROWS]])),
        _section("index.accuracy", _accuracy(network, accuracy)),
        _section("index.files", _files(files)),
        "</main>",
    )
    return render_frame(title=title, kind="index", body="".join(parts), scripts=(bundle(("language.js", "index.js")),))


def _ways(files: Sequence[str]) -> str:
    """Give the ways in: a link a page, with what it shows."""
    shown = [name.removesuffix(".html") for name in PAGES if name in files]
    items = "".join(
        f'<li><a href="{name}.html">{spoken(f"page.{name}", tag="strong")}'
        f"{spoken(f'about.{name}', attributes=_QUIET)}</a></li>"
        for name in shown
    )
    return f'<ul class="go">{items}</ul>\n' if items else ""


def _collections(names: Sequence[str]) -> str:
    """Links to the first pages of the collections in folders beside this page."""
    items = "".join(
        f'<li><a href="{escape_text(_relative(name))}/index.html">{_cell(name)}</a> '
        f"{spoken('collection.' + ('specimens' if name == 'specimens' else 'other'), attributes=_QUIET)}</li>\n"
        for name in names
    )
    return _section("index.collections", f'<ul class="files">\n{items}</ul>\n') if items else ""


def _section(key: str, content: str, *, note: str = "") -> str:
    if not content:
        return ""
    small = spoken(note, attributes=_QUIET) if note else ""
    return f"<section>\n<h2>{spoken(key)} {small}</h2>\n{content}</section>\n"


def _number(value: int) -> str:
    return f'<span class="number" data-number="{value}">{value:,}</span>'


def _cell(value: object, *, language: str | None = None) -> str:
    marked = f' lang="{escape_text(language)}"' if language else ""
    return f'<span dir="auto"{marked}>{escape_text(shorten(str(value), limit=_LONGEST))}</span>'


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join(spoken(f"column.{name}", tag="th", attributes='scope="col"') for name in columns)
    body = "".join(
        "<tr>" + "".join(f'<td class="{name}">{cell}</td>' for name, cell in zip(columns, row, strict=True)) + "</tr>\n"
        for row in rows
    )
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table></div>\n'


def _figures(figures: Mapping[str, int]) -> str:
    shown = [name for name in FIGURES if name in figures]
    items = "".join(
        f"<div><dd>{_number(figures[name])}</dd>{spoken(f'figure.{name}', tag='dt')}</div>" for name in shown
    )
    return f'<dl class="figures" data-t-label="index.figures" aria-label="{word("index.figures")}">{items}</dl>\n'


def _kind(network: "nx.MultiDiGraph[str]", symbol: str) -> str:
    kind = network.nodes[symbol].get("kind")
    return kind if kind in SHAPES else "document"


def _relations(network: "nx.MultiDiGraph[str]") -> Counter[str]:
    known = frozenset(RELATIONS)
    given = (str(data.get("relation")) for _, _, data in network.edges(data=True))
    return Counter(relation if relation in known else "other" for relation in given)


def _name(network: "nx.MultiDiGraph[str]", symbol: str, *, page: str | None = None) -> str:
    """Give a text's label, a link to the page of its text, or to the official document where it has a safe address."""
    node = network.nodes[symbol]
    name = _cell(node.get("label") or symbol)
    marked = badge(invented=bool(node.get("invented")))
    if page and (beside := page_address(page)):
        return f'<a href="{escape_text(beside)}">{name}</a>{marked}'
    address = https_address(str(node.get("url") or ""))
    return (f'<a href="{escape_text(address)}" rel="noopener noreferrer">{name}</a>' if address else name) + marked


def _title(network: "nx.MultiDiGraph[str]", symbol: str) -> str:
    """Give a text's titles, each marked with its language: the script shows the one of the reader's language."""
    node = network.nodes[symbol]
    main = _cell(node.get("title") or "")
    shown = []
    for each in languages():
        own = node.get(f"title_{each.code}")
        words = _cell(own, language=each.code) if own else main
        hidden = "" if each is languages()[0] else " hidden"
        shown.append(f'<span class="titled" data-for="{escape_text(each.code)}"{hidden}>{words}</span>')
    return "".join(shown)


def _bar(value: int, most: int, *, kind: str) -> str:
    """Give a bar as SVG: its length is an attribute, for which the policy needs no inline style."""
    width = max(1, round(1000 * value / most)) if most else 0
    return (
        '<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="{escape_text(kind)}" width="{width}" height="10"/></svg>'
    )


def _most_cited(network: "nx.MultiDiGraph[str]") -> str:
    ranked = sorted(network, key=lambda symbol: (-times_cited(network, symbol), symbol))[:_MOST_CITED]
    ranked = [symbol for symbol in ranked if times_cited(network, symbol) > 0]
    most = times_cited(network, ranked[0]) if ranked else 0
    rows = "".join(
        f'<li><div class="name">{_name(network, symbol)} {_title(network, symbol)}</div>'
        f"{_bar(times, most, kind=body(symbol, network.nodes[symbol]))}{_number(times)}</li>\n"
        for symbol in ranked
        for times in (times_cited(network, symbol),)
    )
    return f'<ol class="bars">\n{rows}</ol>\n' if rows else ""


def _bars(counts: Counter[str], prefix: str, order: Sequence[str]) -> str:
    shown = sorted((key for key in counts if counts[key]), key=lambda key: (-counts[key], order.index(key)))
    rows = "".join(
        f'<li><div class="name">{spoken(f"{prefix}.{key}")}</div>'
        f"{_bar(counts[key], counts[shown[0]], kind='plain')}{_number(counts[key])}</li>\n"
        for key in shown
    )
    return f'<ul class="bars">\n{rows}</ul>\n' if rows else ""


def _read(network: "nx.MultiDiGraph[str]", texts: Mapping[str, str]) -> str:
    read = sorted(symbol for symbol in network if network.nodes[symbol].get("read"))
    read.sort(key=lambda symbol: str(network.nodes[symbol].get("date") or ""), reverse=True)
    rows = [
        [
            _name(network, symbol, page=texts.get(symbol)),
            _title(network, symbol),
            _cell(network.nodes[symbol].get("date") or ""),
            _number(times_citing(network, symbol)),
            _number(times_cited(network, symbol)),
        ]
        for symbol in read[:_ROWS]
    ]
    return _table(("text", "title", "date", "cites", "cited"), rows) + _rest(len(read), "nodes.csv")


def _unresolved(unresolved: Sequence["Unresolved"]) -> str:
    if not unresolved:
        return f"<p>{spoken('index.unresolved.none')}</p>\n"
    rows = [
        [
            _cell(each.evidence.source or each.evidence.file),
            _cell(each.evidence.quote, language=each.evidence.language),
            _cell(each.reason),
        ]
        for each in unresolved[:_ROWS]
    ]
    return _table(("source", "quote", "reason"), rows) + _rest(len(unresolved), "citations.jsonl")


def _rest(count: int, file: str) -> str:
    if count <= _ROWS:
        return ""
    more = f"{count - _ROWS:,}"
    return (
        f'<p class="quiet" data-t="index.rest" data-count="{more}" data-file="{file}">'
        f"{word('index.rest', count=more, file=file)}</p>\n"
    )


def _accuracy(network: "nx.MultiDiGraph[str]", accuracy: Sequence[Accuracy]) -> str:
    """Give what a reader must know of errors, how sure these citations are, and what was measured on known texts."""
    sure = Counter(str(data.get("certainty")) for _, _, data in network.edges(data=True))
    counts = " · ".join(f"{_number(sure[each])} {spoken(f'certainty.{each}')}" for each in CERTAINTIES if sure[each])
    rows = [
        [_cell(each.language), f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}"] for each in accuracy
    ]
    note = spoken("index.accuracy.note", tag="p")
    measured = spoken("index.accuracy.measured", tag="p", attributes=_QUIET) if rows else ""
    table = _table(("language", "precision", "recall", "f1"), rows)
    return f"{note}\n<p>{counts}</p>\n{measured}{table}"


def _files(files: Sequence[str]) -> str:
    items = "".join(
        f'<li><a href="{escape_text(_relative(name))}">{_cell(name)}</a> '
        f"{spoken('file.' + _ABOUT.get(name, 'other'), attributes=_QUIET)}</li>\n"
        for name in files
    )
    return f'<ul class="files">\n{items}</ul>\n' if items else ""


def _relative(name: str) -> str:
    """Give an address that can only be a file beside the page, whatever the name holds."""
    return "./" + "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in "-._") else _percent(sign) for sign in name
    )


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
