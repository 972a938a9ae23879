"""`render_atlas_page`: the whole graph as a map, for networks of up to many thousands of texts."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from graph.network.clusters import find_clusters
from graph.pages.parts.content import Content, radii
from graph.pages.parts.shell import bundle, data_block, render_explorer
from graph.pages.parts.topics import name_clusters
from graph.pages.placing.islands import place_islands

if TYPE_CHECKING:
    import networkx as nx

LIMIT: Final = 20_000
"""Texts that the page shows at most where nothing else is said."""

_CHAIN: Final = 3.0  # weight between a text and the one it continues
_STAGE: Final = '<div id="stage" role="application" tabindex="0" data-t-label="canvas.label"></div>'


def render_atlas_page(
    network: "nx.MultiDiGraph[str]",
    *,
    title: str | None = None,
    limit: int = LIMIT,
    pages: Sequence[str] = (),
    texts: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Render the page: a map of all texts, grouped by what they cite and named by what they are about.

    Args:
        network: as for `render_network_page`.
        title: heading of the page; its name in the reader's language when None.
        limit: beyond so many texts the page keeps the most cited and their neighbourhood, and says so.
        pages: names of the pages beside it to link to.
        texts: relative address of the page that holds its whole text, for the symbols that have one.

    Raises:
        ValueError: `limit` is below one.
    """
    content = Content.of(network, limit=limit, texts=texts)
    sizes = radii([each.get("cited", 0) for each in content.documents], smallest=2.5, largest=22.0)
    lines = [(a, b, float(bits.bit_count()) ** 0.5) for a, b, bits in content.pairs]
    clusters = find_clusters(len(sizes), lines, series=content.series)
    places = place_islands(clusters, [*lines, *((a, b, _CHAIN) for a, b in content.series)], sizes)
    columns = {
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "r": sizes,
        "cluster": clusters,
        "names": name_clusters(content.documents, clusters),
    }
    return render_explorer(
        kind="atlas",
        title=title,
        drawing=_STAGE,
        pages=pages,
        blocks=content.blocks() + data_block("places", columns),
        scripts=(bundle("atlas"),),
        later=content.evidence(),
    )
