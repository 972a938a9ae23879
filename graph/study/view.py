"""`View`: the explorer as a page beside the notebook, and in the notebook a small static picture with a link to it."""

import base64
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from graph.files import write_text
from graph.output.document_pages import page_name
from graph.pages.explorer import render_explorer_page
from graph.pages.parts.escape import escape_text
from graph.pages.placing.clusters import layout
from graph.study.frames import body_of
from graph.study.labels import Box, place_labels

if TYPE_CHECKING:
    import networkx as nx

# Scripts run, pictures may be saved, and official documents open in a window of their own; nothing else.
_SANDBOX: Final = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
_MOST_TEXTS: Final = 70
_MOST_LINES: Final = 300
_NAMED: Final = 24  # labels at most
_SURE: Final = 12  # labels that are written even over small discs
_LETTER: Final = 0.62  # width of a letter of a label, in sizes of its font: sans-serif fonts differ, and none is wider
_LINE: Final = 1.3  # height of a label, likewise
_SMALLEST: Final = 6.0  # radius of a disc
_LARGEST: Final = 26.0
_ROOM: Final = 9.0  # around a disc, for labels
_FRAME: Final = 70
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
_COLOURS: Final = {**COLOURS, "treaties": TREATY, "others": ELSEWHERE}


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
    places = layout([(a, b, 1.0) for a, b in lines], [radius + _ROOM for radius in radii])
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
    low, high = _corners(places)
    size = max(14, (high[0] - low[0] + 2 * _FRAME) / 62)
    shown = [_label(str(network.nodes[key]["label"])) for key in chosen]
    discs = [Box(x, -y, 2 * radius, 2 * radius) for (x, y), radius in zip(places, radii, strict=True)]
    boxes = place_labels(
        [(len(label) * size * _LETTER, size * _LINE) for label in shown], discs, most=_NAMED, surest=_SURE
    )
    standing = [(label, box) for label, box in zip(shown, boxes, strict=True) if box]
    left = min([low[0] - _FRAME, *(box.x - box.width / 2 for _, box in standing)])
    width = max([high[0] + _FRAME, *(box.x + box.width / 2 for _, box in standing)]) - left
    top, bottom = low[1] - _FRAME, high[1] + _FRAME
    groups = list(dict.fromkeys(_group(key, network.nodes[key]) for key in chosen))
    legend = _legend(groups, left, bottom, size)
    height = bottom - top + (size * 2 if groups else 0)
    width = max(width, size + sum(map(_wide, groups)) * size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}"'
        f' font-family="sans-serif">'
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}" fill="#fff"/>'
        f'<g stroke="#aeb4ba" stroke-width="1" opacity=".6">{_paths(places, lines)}</g>'
        f'<g stroke="#fff" stroke-width="1.5">{_circles(network, chosen, places, radii)}</g>{legend}'
        f'<g font-size="{size:.0f}" text-anchor="middle" fill="#1b242e" stroke="#fff" stroke-width="3"'
        f' paint-order="stroke">{_names(standing, size)}</g></svg>'
    )


def _corners(places: list[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the least and the greatest coordinates."""
    across, down = ([place[axis] for place in places] or [0] for axis in (0, 1))
    return (min(across), min(down)), (max(across), max(down))


def _paths(places: list[tuple[int, int]], lines: list[tuple[int, int]]) -> str:
    ends = ((places[one], places[other]) for one, other in sorted(set(lines)))
    return "".join(f'<path d="M{x} {y}L{across} {down}"/>' for (x, y), (across, down) in ends)


def _names(labels: list[tuple[str, Box]], size: float) -> str:
    """Return the labels as text in their boxes."""
    return "".join(
        f'<text x="{box.x:.0f}" y="{-box.y + size * 0.35:.0f}">{escape_text(label)}</text>' for label, box in labels
    )


def _circles(
    network: "nx.MultiDiGraph[str]", chosen: list[str], places: list[tuple[int, int]], radii: list[float]
) -> str:
    """Return the texts as discs in the colours of their bodies."""
    return "".join(
        f'<circle cx="{x}" cy="{y}" r="{radius:.0f}" fill="{_colour(key, network.nodes[key])}"/>'
        for key, (x, y), radius in zip(chosen, places, radii, strict=True)
    )


def _legend(groups: list[str], left: float, bottom: float, size: float) -> str:
    """Return what the colours mean, in a line below the drawing; nothing where nothing is drawn."""
    parts, across = [], left + size
    for group in groups:
        parts.append(
            f'<circle cx="{across:.0f}" cy="{bottom + size * 0.65:.0f}" r="{size * 0.4:.0f}" fill="{_COLOURS[group]}"/>'
            f'<text x="{across + size * 0.8:.0f}" y="{bottom + size:.0f}">{escape_text(group)}</text>'
        )
        across += size * _wide(group)
    return f'<g font-size="{size:.0f}" fill="#1b242e">{"".join(parts)}</g>' if parts else ""


def _wide(group: str) -> float:
    """Return how wide the entry of a group is in the legend, in sizes of its font."""
    return 2 + len(group) * 0.56


def _label(label: str) -> str:
    return label if len(label) <= _WORDS else label[: _WORDS - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _group(key: str, node: dict[str, Any]) -> str:
    """Return what the colour of a text means: its body, `treaties`, or `others`."""
    body = body_of(key, node) or ""
    return "treaties" if node["kind"] == "treaty" else body if body in COLOURS else "others"


def _colour(key: str, node: dict[str, Any]) -> str:
    return _COLOURS[_group(key, node)]
