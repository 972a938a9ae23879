"""Ten questions a bibliometrician asks, each answered in at most three lines of the guide for data scientists."""

import contextlib
from pathlib import Path
from typing import Any, Final

import pytest
import regex

ROOT: Final = Path(__file__).parents[1]
GUIDE: Final = ROOT / "docs" / "guide-data-scientist.md"
_QUESTION: Final = regex.compile(
    r"^### (?P<question>[^\n]+\?)\n\n```python\n(?P<lines>.*?)^```$", regex.MULTILINE | regex.DOTALL
)
_BLOCK: Final = regex.compile(r"^```python\n(?P<lines>.*?)^```$", regex.MULTILINE | regex.DOTALL)
_LONGEST: Final = 3
QUESTIONS: Final = {
    found["question"]: found["lines"] for found in _QUESTION.finditer(GUIDE.read_text(encoding="utf-8"))
}


BLOCKS: Final = [found["lines"] for found in _BLOCK.finditer(GUIDE.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """What the first block of the guide defines, run in the folder of the project as a reader runs it."""
    defined: dict[str, Any] = {}
    with contextlib.chdir(ROOT):
        exec(BLOCKS[0], defined)  # noqa: S102  # the code of our own guide
    return defined


def answer(names: dict[str, Any], question: str) -> Any:  # noqa: ANN401  # a frame, a series, a number
    """The value of the last line."""
    *before, last = QUESTIONS[question].strip().splitlines()
    given = dict(names)
    exec("\n".join(before), given)  # noqa: S102  # the code of our own guide
    return eval(last, given)  # noqa: S307  # as above


def test_the_guide_loads_the_resolutions_of_2020_and_later(names: dict[str, Any]) -> None:
    assert len(names["graph"].documents()) > 200


def test_every_block_of_the_guide_runs(names: dict[str, Any]) -> None:
    with contextlib.chdir(ROOT):
        for block in BLOCKS[1:]:
            exec(block, dict(names))  # noqa: S102  # as above


def test_there_are_ten_and_each_has_at_most_three_lines() -> None:
    assert len(QUESTIONS) == 10
    assert {
        question: lines for question, lines in QUESTIONS.items() if len(lines.strip().splitlines()) > _LONGEST
    } == {}


def test_which_texts_are_most_central(names: dict[str, Any]) -> None:
    found = answer(names, "Which works are the most central?")
    assert list(found["symbol"])[:2] == ["treaty:un-charter", "A/RES/70/1"]


def test_how_fast_attention_fades(names: dict[str, Any]) -> None:
    found = answer(names, "How fast does attention fade, and does it differ between bodies?").set_index("citing_body")
    assert 1 < found.loc["Security Council", "half_life"] < found.loc["General Assembly", "half_life"] < 20


def test_which_bodies_cite_which(names: dict[str, Any]) -> None:
    found = answer(names, "Which bodies cite which?")
    assert found.loc["Security Council", "Security Council"] > found.loc["Security Council", "General Assembly"] > 0


def test_preamble_or_operative(names: dict[str, Any]) -> None:
    found = answer(names, "Are treaties cited in the preamble or in the operative part?")
    assert found["operative"] > found["preamble"] > found["note"] > 0
    assert found.sum() == pytest.approx(1)


def test_what_is_cited_together(names: dict[str, Any]) -> None:
    found = answer(names, "Which works are cited together?")
    assert found.iloc[0]["together"] >= 20


def test_which_texts_have_the_same_foundations(names: dict[str, Any]) -> None:
    found = answer(names, "Which texts have the same foundations?")
    assert ("A/RES/75/33", "A/RES/78/17") in set(zip(found["one"], found["other"], strict=True))


def test_what_the_main_line_is(names: dict[str, Any]) -> None:
    found = answer(names, "What is the main line of development?")
    assert len(found) > 3
    assert found["year"].is_monotonic_increasing


def test_what_is_suddenly_cited(names: dict[str, Any]) -> None:
    found = answer(names, "What was suddenly cited, and when?")
    assert list(found.columns) == ["symbol", "title", "start", "end", "citing", "weight"]


def test_how_deeply_a_text_is_treated(names: dict[str, Any]) -> None:
    found = answer(names, "How deeply is Security Council resolution 1325 (2000) treated, and by whom?")
    assert found.iloc[0]["times"] >= 2
    assert (found["operative"] > 0).any()


def test_which_groups_there_are(names: dict[str, Any]) -> None:
    found = answer(names, "Which groups of texts are there, and what are they about?")
    assert found["works"].is_monotonic_decreasing
    assert found["most_cited"].str.contains("NPT").any()
