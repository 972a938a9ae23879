"""`View`: the explorer as a page beside the notebook, and in the notebook a small static picture with a link to it."""

import base64
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from graph.files import write_text
from graph.output.document_pages import page_name
from graph.pages.explorer import render_explorer_page
from graph.pages.parts.escape import escape_text
from graph.pages.placing.clusters import layout
from graph.study.frames import body_of

if TYPE_CHECKING:
    import networkx as nx

# Scripts run, pictures may be saved, and official documents open in a window of their own; nothing else.
_SANDBOX: Final = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
_MOST_TEXTS: Final = 70
_MOST_LINES: Final = 300
_NAMED: Final = 14
_SMALLEST: Final = 6.0  # radius of a disc
_LARGEST: Final = 26.0
_FRAME: Final = 90
_WORDS: Final = 26

COLOURS: Final = {
    "General Assembly": "#144da8",
    "Security Council": "#882811",
    "Human Rights Council": "#a44b93",
    "Economic and Social Council": "#0e7960",
}
"""Body → its colour, which is that of the pages; told apart by readers with any colour vision."""
TREATY: Final = "#9e6703"
ELSEWHERE: Final = "#353b45"


@dataclass(frozen=True, slots=True)
class View:
    """A page that a notebook shows: a small picture with a link, or the page itself in a frame that is shut off.

    Attributes:
        page: the whole HTML page.
        picture: SVG of the most cited texts.
        words: what the page shows, in a sentence.
        file: where the page was written; None for one shown inline.
        height: pixels of the frame.
    """

    page: str
    picture: str
    words: str
    file: Path | None
    height: int

    @classmethod
    def of(  # noqa: PLR0913  # all but the first are named
        cls,
        network: "nx.MultiDiGraph[str]",
        *,
        key: str,
        title: str | None,
        height: int,
        to: str | os.PathLike[str] | None,
        inline: bool,
    ) -> "View":
        """Draw a network, and write its page unless it is to be shown inline; see `CitationGraph.view`."""
        page = render_explorer_page(network, title=title or key or "Citation network")
        file = None if inline else Path(to or f"recalling-{page_name(key) if key else 'network.html'}")
        if file:
            write_text(file, page)
        words = f"{key or 'Citation network'}: {len(network):,} texts, {network.number_of_edges():,} citations"
        return cls(page, picture(network), words, file, height)

    def __repr__(self) -> str:
        """What it shows, and where the page is."""
        return f"<View: {self.words}{f'; {self.file}' if self.file else ''}>"

    def _repr_html_(self) -> str:
        """The picture with a link to the page; or the page in a frame, whose scripts reach nothing outside."""
        if self.file is None:
            return (
                f'<iframe sandbox="{_SANDBOX}" srcdoc="{escape_text(self.page)}" title="{escape_text(self.words)}"'
                f' style="width:100%;height:{self.height}px;border:0"></iframe>'
            )
        address = escape_text(quote(self.file.as_posix(), safe="/:"))
        size = len(self.page.encode("utf-8", "replace")) / 1e6
        data = base64.b64encode(self.picture.encode("utf-8", "replace")).decode()
        return (
            f'<figure style="margin:0"><a href="{address}" target="_blank">'
            f'<img alt="{escape_text(self.words)}" style="max-width:100%;max-height:{self.height}px"'
            f' src="data:image/svg+xml;base64,{data}"></a>'
            f'<figcaption>{escape_text(self.words)}. <a href="{address}" target="_blank">Open the interactive page</a>'
            f" ({escape_text(str(self.file))}, {size:.1f} MB, works offline).</figcaption></figure>"
        )


def picture(network: "nx.MultiDiGraph[str]") -> str:
    """Draw the texts of a network that most others cite, or that cite most, as SVG of at most 75 kB: an overview."""
    chosen = sorted(network, key=lambda key: (-_neighbours(network, key), key))[:_MOST_TEXTS]
    number = {key: place for place, key in enumerate(chosen)}
    pairs: dict[tuple[int, int], int] = {}
    for citing, cited in network.edges(chosen):
        if citing in number and cited in number and citing != cited:
            pair = number[citing], number[cited]
            pairs[pair] = pairs.get(pair, 0) + 1
    lines = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_MOST_LINES]
    most = max((_neighbours(network, key) for key in chosen), default=1) or 1
    radii = [_SMALLEST + (_LARGEST - _SMALLEST) * (_neighbours(network, key) / most) ** 0.5 for key in chosen]
    places = layout([(a, b, 1.0) for a, b in lines], radii)
    return _drawn(network, chosen, radii, places, lines)


def _neighbours(network: "nx.MultiDiGraph[str]", key: str) -> int:
    return len(network.succ[key]) + len(network.pred[key])


def _drawn(
    network: "nx.MultiDiGraph[str]",
    chosen: list[str],
    radii: list[float],
    places: list[tuple[int, int]],
    lines: list[tuple[int, int]],
) -> str:
    """Return the SVG of texts at their places."""
    left, top = (min((each[axis] for each in places), default=0) - _FRAME for axis in (0, 1))
    width, height = (
        max((each[axis] for each in places), default=0) + _FRAME - low for axis, low in enumerate((left, top))
    )
    drawn = [f'<path d="M{places[a][0]} {places[a][1]}L{places[b][0]} {places[b][1]}"/>' for a, b in sorted(set(lines))]
    discs, names = [], []
    for place, key in enumerate(chosen):
        node, (x, y) = network.nodes[key], places[place]
        label = str(node["label"])
        colour = TREATY if node["kind"] == "treaty" else COLOURS.get(body_of(key, node) or "", ELSEWHERE)
        discs.append(f'<circle cx="{x}" cy="{y}" r="{radii[place]:.0f}" fill="{colour}"/>')
        if place < _NAMED:
            short = label if len(label) <= _WORDS else label[: _WORDS - 1] + "\N{HORIZONTAL ELLIPSIS}"
            names.append(f'<text x="{x}" y="{y - radii[place] - 6:.0f}">{escape_text(short)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" font-family="sans-serif">'
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#fff"/>'
        f'<g stroke="#aeb4ba" stroke-width="1" opacity=".6">{"".join(drawn)}</g>'
        f'<g stroke="#fff" stroke-width="1.5">{"".join(discs)}</g>'
        f'<g font-size="{max(14, width / 62):.0f}" text-anchor="middle" fill="#1b242e" stroke="#fff" stroke-width="3"'
        f' paint-order="stroke">{"".join(names)}</g></svg>'
    )
