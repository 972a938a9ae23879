"""`render_explorer_page`: the one page on which a collection is explored: a list, and drawings of the same texts."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from graph.network.clusters import find_clusters
from graph.pages.drawing import draw, read_library
from graph.pages.parts.content import SHAPES, Content, radii
from graph.pages.parts.escape import escape_text
from graph.pages.parts.shell import (
    bundle,
    data_block,
    language_switch,
    read_asset,
    render_frame,
    spoken,
    ways,
    word,
    worker,
)
from graph.pages.parts.strings import languages
from graph.pages.parts.topics import name_clusters
from graph.pages.placing.islands import place_islands
from graph.pages.placing.lanes import lanes
from graph.pages.series import series_of

if TYPE_CHECKING:
    import networkx as nx

LIMIT: Final = 20_000
"""Texts that the page shows at most where nothing else is said."""

FEW: Final = 300
"""Up to so many texts pyvis draws what is around a text, so that a reader can move texts by hand."""

_NAME: Final = "explore.html"
_CHAIN: Final = 3.0  # weight between a text and the one it continues
_RADII: Final = (2.5, 22.0)  # of the discs of the least and the most cited text
_WORDS: Final = {
    "search_label": "search.label", "search_hint": "search.hint", "legend": "legend", "close": "close",
    "closer": "zoom.in", "farther": "zoom.out", "whole": "zoom.fit", "canvas": "canvas.label", "png": "save.png",
    "svg": "save.svg", "take": "take", "copy": "take.copy", "figure": "figure", "figure_title": "figure.title",
    "figure_width": "figure.width", "figure_height": "figure.height", "figure_bare": "figure.bare",
    "figure_legend": "figure.legend", "figure_embed": "figure.embed", "address_copy": "address.copy", "keep": "keep",
    "forget": "forget", "leave": "leave", "keys": "keys", "reset": "reset", "views": "views", "list": "list",
    "find": "list.find", "together": "list.together", "unselect": "list.unselect",
    "text": "column.text", "date": "column.date", "body": "legend.bodies", "cited": "column.cited",
    "cites": "column.cites",
}  # fmt: skip


def render_explorer_page(  # noqa: PLR0913  # all but the network are named at the call
    network: "nx.MultiDiGraph[str]",
    *,
    title: str | None = None,
    limit: int = LIMIT,
    pages: Sequence[str] = (),
    texts: Mapping[str, str] = MappingProxyType({}),
    view: str = "",
    around: str = "",
) -> str:
    """Render the page; its address says what it shows (`explore.html#A/RES/62/37&view=map&from=2010`).

    Args:
        network: nodes keyed by symbol, edges by the citation's hash, both with the attributes `graph.network` sets.
        title: heading of the page; its name in the reader's language when None.
        limit: beyond so many texts the page keeps the most cited and their neighbourhood, and says so.
        pages: names of the pages beside it to link to.
        texts: relative address of the page that holds its whole text, for the symbols that have one.
        view: what it opens with where its address names no view: `list`, `ego`, `map`, `timeline`; empty for what
            suits the collection.
        around: symbol of the text that the view `ego` begins with; empty for those that were read.

    Raises:
        ValueError: `limit` is below one.
    """
    content = Content.of(network, limit=limit, texts=texts)
    few = len(content.documents) <= FEW
    numbers = {symbol: row for row, symbol in enumerate(content.symbols)}
    body = read_asset("explorer.body.html").format(
        title=escape_text(title) if title else spoken("page.explore"),
        ways=ways(pages, current=_NAME),
        switch=language_switch(),
        needs_script=spoken("needs-script", tag="p"),
        **{name: word(key) for name, key in _WORDS.items()},
    )
    return render_frame(
        title=title or languages()[0].text["page.explore"],
        kind="explorer",
        body=body,
        view=view,
        blocks=content.blocks()
        + data_block("places-map", _map(content))
        + data_block("places-timeline", lanes(content))
        + ("" if few else worker("painter"))
        + (draw(_marks(content)) if few else "")
        + (data_block("around", [content.symbols.index(around)]) if around in content.symbols else ""),
        scripts=(read_library(), bundle("explorer")) if few else (bundle("explorer"),),
        works=not few,
        later=content.evidence() + data_block("places-series", series_of(network, numbers)),
    )


def _map(content: Content) -> dict[str, Any]:
    """Columns x, y and cluster, the radii of the least and the most cited text, and the names of each cluster."""
    sizes = radii([each.get("cited", 0) for each in content.documents], smallest=_RADII[0], largest=_RADII[1])
    lines = [(a, b, float(bits.bit_count()) ** 0.5) for a, b, bits in content.pairs]
    clusters = find_clusters(len(sizes), lines, series=content.series)
    places = place_islands(clusters, [*lines, *((a, b, _CHAIN) for a, b in content.series)], sizes)
    columns = {"x": [x for x, _ in places], "y": [y for _, y in places], "cluster": clusters}
    return columns | {"sizes": _RADII, "names": name_clusters(content.documents, clusters)}


def _marks(content: Content) -> list[dict[str, Any]]:
    """The texts as pyvis is given them; the page places them, since it depends on the texts that a reader chooses."""
    return [
        {"id": row, "kind": each["kind"], "shape": SHAPES[each["kind"]]} for row, each in enumerate(content.documents)
    ]
