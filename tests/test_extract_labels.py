"""Labels of a resolution's paragraphs: every rule on a text that it takes and on one that it leaves."""

import pytest

from extract.language.structure import load_structures
from extract.layout.labels import label
from extract.layout.survey import is_heading, read_numbers

HEAD = ["99/901. Wells of small islands", "The General Assembly,"]
HEAD_LABELS = ["title", "head"]


def labels(*texts: str) -> list[str]:
    return [*label(texts, load_structures()["en"])]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Recalling the wells,", "Noting the water,", "1. Decides to dig;"], ["pp1", "pp2", "op1"]),
        (["Recalling the wells,", "Decides to dig."], ["pp1", "op1"]),
        (["Recalling the wells,", "Resolves as follows:", "1. Wells are dug."], ["pp1", "op", "op1"]),
        (["1. Decides:", "(a) To dig;", "(b) To drink;", "(i) Water;"], ["op1", "op1(a)", "op1(b)", "op1(b)(i)"]),
        (["1. (a) Decides to dig;", "(b) Decides to drink;"], ["op1(a)", "op1(b)"]),
        (["Recalling:", "(a) The wells;", "(b) The water,", "Noting this,", "1. Digs."],
         ["pp1", "pp1(a)", "pp1(b)", "pp2", "op1"]),
        (["Recalling the wells,", "(a) Noting the water,", "1. Digs."], ["pp1", "pp2", "op1"]),  # items follow a colon
        (["1. Decides to dig;", "And to drink;", "2. Asks for water."], ["op1", "op1", "op2"]),
        (["1. Decides:", "1. To dig;", "2. Asks for water."], ["op1", "op1", "op2"]),  # a list in it starts over
        (["1. Decides to dig;", "9. To drink;", "2. Asks for water."], ["op1", "op1", "op2"]),
        (["1. Digs;", "2 Drinks;", "3. Rests."], ["op1", "op2", "op3"]),  # the stop after 2 was lost
        (["1. Digs;", "2 wells are dug;", "2. Rests."], ["op1", "op1", "op2"]),
        (["Recalling the wells,", "Water", "Noting the water,", "1. Digs."], ["pp1", "heading", "pp2", "op1"]),
        (["1. Digs;", "Water", "2. Rests."], ["op1", "heading", "op2"]),
        (["1. Digs;", "Water", "Well", "Sea", "Lake"], ["op1", "op1", "op1", "op1", "op1"]),  # rows of a table
        (["1. Digs.", "64th plenary meeting", "5 December 2044"], ["op1", "tail", "tail"]),
        (["1. Digs.", "Annex", "Rules for wells", "1. Wells are deep."], ["op1", "annex", "annex", "annex/op1"]),
        (["1. Digs.", "Annex I", "1. Wells.", "Annex II", "1. Seas."],
         ["op1", "annex", "annex/op1", "annex2", "annex2/op1"]),
        (["I", "Noting the wells,", "1. Digs;", "II", "Noting the sea,", "1. Swims."],
         ["heading", "I/pp1", "I/op1", "heading", "II/pp1", "II/op1"]),
        (["Noting the wells,", "1. Digs.", "The General Assembly,", "Noting the sea,", "1. Swims."],
         ["A/pp1", "A/op1", "head", "B/pp1", "B/op1"]),
    ],
    ids=" | ".join,
)  # fmt: skip
def test_paragraphs_of_a_resolution_are_labelled(texts: list[str], expected: list[str]) -> None:
    assert labels(*HEAD, *texts) == [*HEAD_LABELS, *expected]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (["United Nations", "99/901. Wells", "[on the report of the Committee]", "The General Assembly,"],
         ["head", "title", "title", "head"]),
        (["United Nations", "99/901 Wells", "The General Assembly,"], ["head", "title", "head"]),
        (["Wells", "The General Assembly,"], ["title", "head"]),
    ],
)  # fmt: skip
def test_the_title_is_numbered_or_right_before_the_formula(head: list[str], expected: list[str]) -> None:
    assert labels(*head, "1. Digs.") == [*expected, "op1"]


def test_a_text_without_formula_or_title_is_labelled_as_prose() -> None:
    read = labels("Report on wells", "1. The first well is deep.", "2. The second is not.")
    assert read[1:] == ["p1", "p2"]


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["1. Digs;"], [1]), (["12.Digs;"], [12]), (["3) Digs;"], [3]), (["1.5 million"], [None]),
        (["2044 was"], [None]),
        (["1. a", "2 b", "3. c"], [1, 2, 3]), (["1. a", "4 b", "3. c"], [1, None, 3]), (["2 b"], [None]),
    ],
    ids=str,
)  # fmt: skip
def test_numbers_at_the_start_of_paragraphs(texts: list[str], numbers: list[int | None]) -> None:
    assert read_numbers(texts) == numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Water", True),
        ("Water.", False),
        ("“Water.”", False),
        ("w" * 160, True),
        ("w" * 161, False),
        ("水" * 54, False),
    ],
)
def test_a_heading_is_short_and_ends_without_punctuation(text: str, expected: object) -> None:
    assert is_heading(text) is expected
