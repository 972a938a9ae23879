"""`co_citation_map`: works that are cited together, drawn near one another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.pages.placing.clusters import layout
from graph.study.chart import Chart, charted, colour_of, short

if TYPE_CHECKING:
    import pandas as pd


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
        labels = [short(str(nodes[key]["label"]), key) for key in keys[:named]]
        _name(axes, list(zip(labels, places, radii, strict=False)))
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
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=2, markerscale=0.6)


def _name(axes: Any, labels: Sequence[tuple[str, tuple[int, int], float]]) -> None:  # noqa: ANN401  # of matplotlib
    """Write labels above discs; one that would cover another is left out."""
    taken: list[tuple[float, float, float]] = []
    span = max((abs(x) + abs(y) for _, (x, y), _ in labels), default=1) or 1
    for label, (x, y), radius in labels:
        width, height = len(label) * span * 0.013, span * 0.045
        top = y + radius * 0.6
        if any(abs(x - left) < (width + other) / 2 and abs(top - low) < height for left, low, other in taken):
            continue
        taken.append((x, top, width))
        text = axes.annotate(label, (x, top), ha="center", va="bottom", fontsize=7.5, zorder=3)
        text.set_bbox({"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.6})
