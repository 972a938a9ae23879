"""The figures draw real facts, say in words what they show, and are the same every time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from matplotlib.figure import Figure

from graph.citation_graph import CitationGraph

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
