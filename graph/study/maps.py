"""`co_citation_map`: works that are cited together, drawn near one another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from graph.pages.placing.clusters import layout
from graph.study.chart import Chart, charted, colour_of, short
from graph.study.labels import Box, place_labels

if TYPE_CHECKING:
    import pandas as pd

_WIDTH: Final = 540  # of the map, in points of print
_HEIGHT: Final = 380
_LETTER: Final = 4.3  # width of a letter of a label, on average
_LINE: Final = 10.0  # height of a label
_LABEL: Final = 30  # letters of a label


def co_citation_map(
    pairs: "pd.DataFrame", nodes: Mapping[str, Mapping[str, Any]], bodies: Mapping[str, str], *, named: int
) -> Chart:
    """Draw the works of pairs that are cited together as discs, the thicker the line the more often together.

    Args:
        pairs: from `CitationGraph.co_citation`.
        nodes: key of a work → its attributes.
        bodies: key of a work → its body, or `treaty`.
        named: number of works whose labels are written, the most cited first.
    """
    keys = sorted({*pairs["one"], *pairs["other"]}, key=lambda key: (-nodes[key]["cited"], key))
    number = {key: place for place, key in enumerate(keys)}
    most = max((nodes[key]["cited"] for key in keys), default=1) or 1
    radii = [8 + 22 * (nodes[key]["cited"] / most) ** 0.5 for key in keys]
    ends = zip(pairs["one"], pairs["other"], pairs["cosine"], strict=True)
    lines = [(number[one], number[other], float(cosine)) for one, other, cosine in ends]
    places = [(x, -y) for x, y in layout(lines, radii)]
    with charted(8, 6.5, "Works that texts cite together") as (chart, axes):
        axes.set_axis_off()
        axes.set_aspect("equal")
        for one, other, cosine in lines:
            across, down = zip(places[one], places[other], strict=True)
            axes.plot(across, down, color="#8a929a", linewidth=0.4 + 2.5 * cosine, alpha=0.5, zorder=1)
        _discs(axes, [bodies[key] for key in keys], places, radii)
        labels = [short(str(nodes[key]["label"]), key, longest=_LABEL) for key in keys[:named]]
        _name(axes, labels, places, radii)
    first = pairs.head(1).to_dict("records")
    best = "".join(f"{row['one']} and {row['other']}, by {row['together']} texts" for row in first)
    chart.alternative = f"Map of {len(keys)} works that texts cite together. Most often together: {best or 'none'}."
    return chart


def _discs(axes: Any, groups: Sequence[str], places: Sequence[tuple[int, int]], radii: Sequence[float]) -> None:  # noqa: ANN401  # of matplotlib
    """Draw the works of each group as discs of one colour, with a legend."""
    for place, group in enumerate(dict.fromkeys(groups)):
        chosen = [number for number, each in enumerate(groups) if each == group]
        across, down = zip(*(places[each] for each in chosen), strict=True)
        axes.scatter(
            across, down, s=[radii[each] ** 2 / 2 for each in chosen], color=colour_of(group, place),
            edgecolor="white", linewidth=0.8, zorder=2, label=short(group, longest=60),
        )  # fmt: skip
    if groups:
        legend = axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=2)
        for handle in legend.legend_handles:
            handle.set_sizes([40])  # of one size, since size says how often a work is cited


def _name(axes: Any, labels: Sequence[str], places: Sequence[tuple[int, int]], radii: Sequence[float]) -> None:  # noqa: ANN401  # of matplotlib
    """Write labels above, below or beside their discs; one that would cover a disc or another label is left out."""
    across, down = zip(*places, strict=True) if places else ((0,), (0,))
    point = max((max(across) - min(across)) / _WIDTH, (max(down) - min(down)) / _HEIGHT) or 1.0
    discs = [Box(x, y, radius * point, radius * point) for (x, y), radius in zip(places, radii, strict=True)]
    sizes = [(len(label) * _LETTER * point, _LINE * point) for label in labels]
    for label, box in zip(labels, place_labels(sizes, discs), strict=True):
        if box:
            axes.annotate(label, (box.x, box.y), ha="center", va="center", fontsize=7.5, zorder=3)
