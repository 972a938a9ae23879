"""Ten questions a bibliometrician asks, each answered in at most three lines of the guide for data scientists."""

from pathlib import Path
from typing import Any, Final

import pandas as pd  # mypy takes it as it is: pandas ships no types
import pytest
import regex

from graph.citation_graph import CitationGraph

ROOT: Final = Path(__file__).parents[1]
GUIDE: Final = ROOT / "docs" / "guide-data-scientist.md"
_QUESTION: Final = regex.compile(
    r"^### (?P<question>[^\n]+\?)\n\n```python\n(?P<lines>.*?)^```$", regex.MULTILINE | regex.DOTALL
)
_LONGEST: Final = 3
QUESTIONS: Final = {
    found["question"]: found["lines"] for found in _QUESTION.finditer(GUIDE.read_text(encoding="utf-8"))
}


@pytest.fixture(scope="module")
def graph() -> CitationGraph:
    """The graph of the guide: English resolutions of the Security Council and the General Assembly, 2020 and later."""
    recent = CitationGraph.load(
        ROOT / "data" / "facts", languages=["en"], where=lambda document: (document.date or "") >= "2020"
    )
    assert len(recent.documents()) > 200
    return recent


def answer(graph: CitationGraph, question: str) -> Any:  # noqa: ANN401  # a frame, a series, a number
    """The value of the last line."""
    *before, last = QUESTIONS[question].strip().splitlines()
    names: dict[str, Any] = {"graph": graph, "pd": pd}
    exec("\n".join(before), names)  # noqa: S102  # the code of our own guide
    return eval(last, names)  # noqa: S307  # as above


def test_there_are_ten_and_each_has_at_most_three_lines() -> None:
    assert len(QUESTIONS) == 10
    assert {
        question: lines for question, lines in QUESTIONS.items() if len(lines.strip().splitlines()) > _LONGEST
    } == {}


def test_which_texts_are_most_central(graph: CitationGraph) -> None:
    found = answer(graph, "Which works are the most central?")
    assert list(found["symbol"])[:2] == ["treaty:un-charter", "A/RES/70/1"]


def test_how_fast_attention_fades(graph: CitationGraph) -> None:
    found = answer(graph, "How fast does attention fade, and does it differ between bodies?").set_index("citing_body")
    assert 1 < found.loc["Security Council", "half_life"] < found.loc["General Assembly", "half_life"] < 20


def test_which_bodies_cite_which(graph: CitationGraph) -> None:
    found = answer(graph, "Which bodies cite which?")
    assert found.loc["Security Council", "Security Council"] > found.loc["Security Council", "General Assembly"] > 0


def test_preamble_or_operative(graph: CitationGraph) -> None:
    found = answer(graph, "Are treaties cited in the preamble or in the operative part?")
    assert found["operative"] > found["preamble"] > found["note"] > 0
    assert found.sum() == pytest.approx(1)


def test_what_is_cited_together(graph: CitationGraph) -> None:
    found = answer(graph, "Which works are cited together?")
    assert found.iloc[0]["together"] >= 20


def test_which_texts_have_the_same_foundations(graph: CitationGraph) -> None:
    found = answer(graph, "Which texts have the same foundations?")
    assert ("A/RES/75/33", "A/RES/78/17") in set(zip(found["one"], found["other"], strict=True))


def test_what_the_main_line_is(graph: CitationGraph) -> None:
    found = answer(graph, "What is the main line of development?")
    assert len(found) > 3
    assert found["year"].is_monotonic_increasing


def test_what_is_suddenly_cited(graph: CitationGraph) -> None:
    found = answer(graph, "What was suddenly cited, and when?")
    assert list(found.columns) == ["symbol", "title", "start", "end", "citing", "weight"]


def test_how_deeply_a_text_is_treated(graph: CitationGraph) -> None:
    found = answer(graph, "How deeply is Security Council resolution 1325 (2000) treated, and by whom?")
    assert found.iloc[0]["times"] >= 2
    assert (found["operative"] > 0).any()


def test_which_groups_there_are(graph: CitationGraph) -> None:
    found = answer(graph, "Which groups of texts are there, and what are they about?")
    assert found["works"].is_monotonic_decreasing
    assert found["most_cited"].str.contains("NPT").any()
