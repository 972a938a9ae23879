"""The figures draw real facts, say in words what they show, and are the same every time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import regex
from matplotlib.figure import Figure

from graph.citation_graph import CitationGraph
from graph.study.chart import short
from graph.study.labels import Box, place_labels

if TYPE_CHECKING:
    from graph.study.chart import Chart

FIGURES: dict[str, Callable[[CitationGraph], "Chart"]] = {
    "over time": lambda graph: graph.plot.over_time(),
    "one text over time": lambda graph: graph.plot.over_time("NPT", by="place"),
    "ageing": lambda graph: graph.plot.ageing(by="cited_kind"),
    "bodies": lambda graph: graph.plot.bodies(),
    "acts": lambda graph: graph.plot.acts(),
    "treaties": lambda graph: graph.plot.treaties(),
    "series": lambda graph: graph.plot.series("62/37"),
    "co-citation": lambda graph: graph.plot.co_citation(),
}


@pytest.fixture(scope="module")
def series() -> CitationGraph:
    return CitationGraph.load(Path(__file__).parents[1] / "data" / "series")


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_is_drawn_and_described(series: CitationGraph, name: str) -> None:
    chart = FIGURES[name](series)
    assert isinstance(chart, Figure)
    assert 40 < len(chart.alternative) < 600
    picture = chart.png()
    assert picture.startswith(b"\x89PNG")
    assert 5_000 < len(picture) < 250_000
    shown = chart._repr_html_()  # what Jupyter calls
    assert shown.startswith('<img alt="')
    assert shown.count("<") == 1


def test_figures_say_what_is_so(series: CitationGraph) -> None:
    assert "A/RES/62/37, A/RES/69/52" in series.plot.series("62/37").alternative
    assert "10 are cited by all" in series.plot.series("62/37").alternative
    assert "Treaty on the Non-Proliferation of Nuclear Weapons, 3" in series.plot.treaties().alternative


def test_the_same_figure_has_the_same_bytes(series: CitationGraph) -> None:
    assert series.plot.acts().png() == series.plot.acts().png()


def test_nothing_to_draw_is_drawn(series: CitationGraph) -> None:
    assert "nothing" in series.plot.over_time("69/52").alternative
    assert series.plot.acts("69/52").png()
    assert series.plot.ageing("69/52").png()


def test_a_title_is_no_formula(series: CitationGraph) -> None:
    network = series.network()
    network.nodes["treaty:npt"]["title"] = r"$\frac{"
    frame = series.treaties()
    frame["title"] = "$x_{"
    from graph.study.figures import treaties  # noqa: PLC0415  # matplotlib loads slowly

    assert treaties(frame, most=3).png()


def test_no_label_of_the_picture_covers_another() -> None:
    facts = Path(__file__).parents[1] / "data" / "facts"
    graph = CitationGraph.load(facts, languages=["en"], where=lambda document: (document.date or "") >= "2021-06")
    drawn = graph.view(inline=True).picture
    (frame,) = regex.findall(r'viewBox="(-?\d+) (-?\d+) (\d+) (\d+)"', drawn)
    left, top, width, height = map(int, frame)
    (size,) = regex.findall(r'<g font-size="(\d+)" text-anchor="middle"', drawn)
    labels = regex.findall(r'<text x="(-?\d+)" y="(-?\d+)">([^<]+)<', drawn.partition('text-anchor="middle"')[2])
    assert 12 <= len(labels) <= 24
    boxes = [Box(int(x), int(y), 0.55 * int(size) * len(label), int(size)) for x, y, label in labels]
    assert not [(one, other) for number, one in enumerate(boxes) for other in boxes[:number] if one.meets(other)]
    for box in boxes:
        assert left <= box.x - box.width / 2
        assert box.x + box.width / 2 <= left + width
        assert top <= box.y <= top + height


def test_a_label_stands_where_it_covers_nothing() -> None:
    discs = [Box(0, 0, 10, 10), Box(0, 12, 10, 10), Box(0, -12, 10, 10)]
    above = Box(0, 10, 8, 10)
    (beside,) = place_labels([(8, 10)], discs)
    assert beside == Box(9, 0, 8, 10), "above and below there are discs"
    walled = [*discs, Box(12, 0, 10, 10), Box(-12, 0, 10, 10)]
    assert place_labels([(8, 10)], walled) == [None]
    assert place_labels([(8, 10)], walled, surest=1) == [above], "over a lesser disc"
    assert place_labels([(8, 10)], walled, surest=5) == [None], "never over one whose label is sure"
    assert place_labels([(8, 10)] * 3, [discs[0], Box(99, 0, 1, 1), Box(50, 50, 1, 1)], most=1)[1:] == [None, None]


def test_labels_that_differ_at_the_end_stay_different() -> None:
    start = "Protocol on the Protection of Victims of the Floods of the Green River and of its Tributaries"
    one, two = (short(f"{start} (Protocol {number})", longest=60, ending=20) for number in ("I", "II"))
    assert one.endswith("(Protocol I)")
    assert two.endswith("(Protocol II)")
    assert max(len(one), len(two)) <= 62
