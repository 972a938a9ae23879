"""`render_network_page`: the citation network as one HTML file that a browser opens without a network."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import regex

from extract.citation import KINDS
from graph.pages.drawing import ARROWS_UP_TO, draw, read_library
from graph.pages.escape import escape_text, https_address, shorten
from graph.pages.frame import bundle, data_block, language_switch, read_asset, render_frame, spoken, word
from graph.pages.layout import layout
from graph.pages.selection import select, times_cited, times_citing
from graph.pages.strings import languages

if TYPE_CHECKING:
    import networkx as nx

SHAPES: Final = {
    "resolution": "dot",
    "decision": "hexagon",
    "statement": "triangle",
    "treaty": "diamond",
    "conference-document": "triangleDown",
    "document": "square",
}
_WEIGHT: Final = {"square": 0.85, "diamond": 1.15}  # a square of one radius looks larger than a disc, a diamond smaller
_SCRIPTS: Final = ("language.js", "model.js", "canvas.js", "panel.js", "search.js", "legend.js", "network.js")
_SMALLEST: Final = 6.0  # radius of a text that is never cited
_LARGEST: Final = 34.0  # radius of the most cited text
_LONGEST: Final = 2000  # code points of a text shown in the panel; the whole of it stands in citations.jsonl
_TITLE_KEY: Final = regex.compile(r"title_([a-z]{2,3})")
_NUMBER: Final = regex.compile(r"\d{1,9}")


def render_network_page(
    network: "nx.MultiDiGraph[str]", *, title: str | None = None, limit: int = 2000, index: str | None = None
) -> str:
    """Give the page: the drawing, a search, a legend that filters, and a panel with every citation and its quote.

    Args:
        network: nodes keyed by symbol, edges by the citation's hash, both with the attributes `graph.network` sets.
        title: heading of the page; `Citation network`, in the reader's language, when None.
        limit: beyond so many nodes the page keeps the most cited and their neighbourhood, and says so.
        index: relative address of the overview page to link to; no link when None.

    Raises:
        ValueError: `limit` is below one.
    """
    symbols = select(network, limit=limit)
    number = {symbol: position for position, symbol in enumerate(symbols)}
    citations, missing = _citations(network, number)
    pairs = Counter((row[0], row[1]) for row in citations if row[0] != row[1])
    radii = _radii([times_cited(network, symbol) for symbol in symbols])
    places = layout([(a, b, float(times)) for (a, b), times in pairs.items()], radii)
    documents = [_document(network, symbol, missing) for symbol in symbols]
    nodes = [
        {"id": row, "kind": each["kind"], "x": x, "y": y} | _disc(SHAPES[each["kind"]], radii[row])
        for row, (each, (x, y)) in enumerate(zip(documents, places, strict=True))
    ]
    edges = [{"id": row, "from": a, "to": b} for row, (a, b) in enumerate(sorted(pairs))]
    about = {
        "arrows": len(edges) <= ARROWS_UP_TO,
        "kinds": [kind for kind in KINDS if any(each["kind"] == kind for each in documents)],
        "shapes": SHAPES,
        "texts": {"all": len(network), "shown": len(documents)},
        "citations": {"all": network.number_of_edges(), "shown": len(citations)},
    }
    blocks = data_block("about", about) + data_block("documents", documents) + data_block("citations", citations)
    return render_frame(
        title=title or languages()[0].text["network"],
        kind="network",
        body=_body(title, draw(nodes, edges), index),
        blocks=blocks,
        scripts=(read_library(), bundle(_SCRIPTS)),
    )


def _radii(cited: list[int]) -> list[float]:
    """Make areas grow with how often a text is cited, the largest of them bounded."""
    most = max(cited, default=0)
    step = min(3.0, (_LARGEST - _SMALLEST) / math.sqrt(most)) if most > 0 else 0.0
    return [round(_SMALLEST + step * math.sqrt(max(0, times)), 1) for times in cited]


def _disc(shape: str, radius: float) -> dict[str, Any]:
    return {"shape": shape, "size": round(radius * _WEIGHT.get(shape, 1.0), 1)}


def _document(network: "nx.MultiDiGraph[str]", symbol: str, missing: Counter[tuple[str, int]]) -> dict[str, Any]:
    node = network.nodes[symbol]
    kind = node.get("kind")
    entry = {
        "symbol": symbol,
        "label": shorten(_text(node, "label") or symbol, limit=200),
        "kind": kind if kind in SHAPES else "document",
        "titles": _titles(node),
        "date": _text(node, "date"),
        "organ": _text(node, "organ"),
        "url": https_address(_text(node, "url")),
        "unts": _text(node, "unts").removeprefix("0"),  # no number is written as 0
        "continues": _text(node, "continues"),
        "read": bool(node.get("read", False)),
        "cited": times_cited(network, symbol),
        "cites": times_citing(network, symbol),
        "citedElsewhere": missing[symbol, 1],
        "citesElsewhere": missing[symbol, 0],
    }
    return {key: value for key, value in entry.items() if value not in (None, "", 0, False)}


def _titles(node: Mapping[str, Any]) -> dict[str, str]:
    """Give titles by language; one whose language is not said stands under the empty code."""
    titles = {found[1]: _text(node, key) for key in sorted(node) if (found := _TITLE_KEY.fullmatch(key))}
    titles = {code: title for code, title in titles.items() if title}
    main = _text(node, "title")
    return titles if not main or main in titles.values() else {"": main} | titles


def _text(attributes: Mapping[str, Any], key: str) -> str:
    value = attributes.get(key)
    return "" if value is None else shorten(str(value), limit=_LONGEST)


def _citations(
    network: "nx.MultiDiGraph[str]", number: Mapping[str, int]
) -> tuple[list[tuple[Any, ...]], Counter[tuple[str, int]]]:
    """Give a row a citation between shown texts, and how many each text has with texts that are not shown."""
    rows: list[tuple[Any, ...]] = []
    missing: Counter[tuple[str, int]] = Counter()
    fields = ("relation", "verb", "paragraph", "pinpoint", "quote", "certainty", "language", "date", "via")
    for citing, cited, data in network.edges(data=True):
        if citing in number and cited in number:
            rows.append((number[citing], number[cited], *(_text(data, field) for field in fields)))
        else:
            missing[citing, 0] += 1
            missing[cited, 1] += 1
    return sorted(rows, key=lambda row: (row[0], row[1], _reading_order(row[4]), row)), missing


def _reading_order(paragraph: str) -> tuple[int, int, str]:
    """Order preambular before operative paragraphs, notes and annexes after, each by number."""
    place = next((rank for rank, start in enumerate(("title", "pp", "op", "fn")) if paragraph.startswith(start)), 9)
    found = _NUMBER.search(paragraph)
    return place, int(found[0]) if found else 0, paragraph


def _body(title: str | None, drawing: str, index: str | None) -> str:
    link = f'class="overview" href="{escape_text(index)}"' if index else ""
    return read_asset("network.body.html").format(
        title=escape_text(title) if title else spoken("network"),
        overview=spoken("overview", tag="a", attributes=link) if link else "",
        switch=language_switch(),
        drawing=drawing,
        **{
            name: word(key)
            for name, key in (
                ("search_label", "search.label"),
                ("search_hint", "search.hint"),
                ("legend", "legend"),
                ("close", "close"),
                ("closer", "zoom.in"),
                ("farther", "zoom.out"),
                ("whole", "zoom.fit"),
                ("canvas", "canvas.label"),
            )
        },
        needs_script=spoken("needs-script", tag="p"),
    )
