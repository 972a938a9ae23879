"""`render_network_page`: the citation network as one HTML file that works offline."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from graph.pages.drawing import draw, read_library
from graph.pages.parts.content import SHAPES, Content, radii
from graph.pages.parts.shell import bundle, render_explorer
from graph.pages.placing.clusters import layout

if TYPE_CHECKING:
    import networkx as nx

LIMIT: Final = 2000
"""Texts that the page shows at most where nothing else is said."""

_WEIGHT: Final = {
    "square": 0.85,
    "diamond": 1.15,
}  # at equal radius a square looks larger than a disc, a diamond smaller
_CHAIN: Final = 12.0  # weight between a text and the one it continues, which keeps them side by side


def render_network_page(
    network: "nx.MultiDiGraph[str]",
    *,
    title: str | None = None,
    limit: int = LIMIT,
    pages: Sequence[str] = (),
    texts: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Render the page: the drawing, a search, a legend that filters, and a panel with every citation and its quote.

    Args:
        network: nodes keyed by symbol, edges by the citation's hash, both with the attributes `graph.network` sets.
        title: heading of the page; `Citation network`, in the reader's language, when None.
        limit: beyond so many nodes the page keeps the most cited and their neighbourhood, and says so.
        pages: names of the pages beside it to link to.
        texts: relative address of the page that holds its whole text, for the symbols that have one.

    Raises:
        ValueError: `limit` is below one.
    """
    content = Content.of(network, limit=limit, texts=texts)
    sizes = radii([each.get("cited", 0) for each in content.documents])
    lines = [(a, b, float(bits.bit_count())) for a, b, bits in content.pairs]
    places = layout([*lines, *((a, b, _CHAIN) for a, b in content.series)], sizes, chains=content.series)
    nodes = [
        {"id": row, "kind": each["kind"], "x": x, "y": y} | _disc(SHAPES[each["kind"]], sizes[row])
        for row, (each, (x, y)) in enumerate(zip(content.documents, places, strict=True))
    ]
    return render_explorer(
        kind="network",
        title=title,
        drawing=draw(nodes),
        pages=pages,
        blocks=content.blocks() + content.evidence(),
        scripts=(read_library(), bundle("network")),
    )


def _disc(shape: str, radius: float) -> dict[str, Any]:
    return {"shape": shape, "size": round(radius * _WEIGHT.get(shape, 1.0), 1)}
