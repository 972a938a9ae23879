"""Sub-paragraphs and sections: letters and numerals told apart by their order."""

import pytest

from extract.language.structure import load_structures
from extract.layout.outline import Outline
from extract.layout.sections import find_sections
from extract.model.label import Label


def items(*signs: str, language: str = "en") -> list[str | None]:
    outline = Outline(load_structures()[language])
    outline.restart(Label.operative(1))
    return [outline.read(sign, after) for sign, after in zip(signs, [*signs[1:], ""], strict=True)]


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (["(a) x", "(b) x", "(c) x"], ["op1(a)", "op1(b)", "op1(c)"]),
        (["(a) x", "(i) x", "(ii) x", "(b) x"], ["op1(a)", "op1(a)(i)", "op1(a)(ii)", "op1(b)"]),
        (["(i) x", "(a) x", "(b) x", "(ii) x"], ["op1(i)", "op1(i)(a)", "op1(i)(b)", "op1(ii)"]),
        (["(g) x", "(h) x", "(i) x", "(j) x"], ["op1(g)", "op1(h)", "op1(i)", "op1(j)"]),
        (["(h) x", "(i) x", "(ii) x"], ["op1(h)", "op1(h)(i)", "op1(h)(ii)"]),
        (["(z) x", "(aa) x", "(bb) x"], ["op1(z)", "op1(aa)", "op1(bb)"]),
        (["a) x", "x (a)", "(water) x", "2044"], ["op1(a)", None, None, None]),
    ],
    ids=str,
)
def test_letters_and_numerals_in_brackets(signs: list[str], expected: list[str | None]) -> None:
    assert items(*signs) == expected


def sections(*texts: str, numbers: dict[int, int], formula: int | None = None) -> dict[int, str]:
    return find_sections(
        texts,
        [numbers.get(index) for index in range(len(texts))],
        [len(text) < 9 and not text.endswith((".", ",")) for text in texts],
        enacting=[] if formula is None else [formula],
        annexes=[],
        frame=load_structures()["en"],
    )


def test_headings_open_sections_where_numbers_start_again() -> None:
    assert sections("I", "1. Digs.", "II", "1. Swims.", numbers={1: 1, 3: 1}) == {0: "I", 2: "II"}


def test_letters_belong_to_the_numbered_section_before_them() -> None:
    found = sections("I", "A", "1. Digs.", "B", "1. Swims.", "II", "1. Rests.", numbers={2: 1, 4: 1, 6: 1})
    assert found == {0: "I", 1: "I/A", 3: "I/B", 5: "II"}


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["I", "1. Digs.", "II", "2. Swims."], {1: 1, 3: 2}),  # numbered through
        (["I", "1. Digs.", "1. Swims."], {1: 1, 2: 1}),  # one heading alone
        (["I", "Digs.", "II", "Swims."], {}),  # nothing is numbered
    ],
)
def test_headings_open_no_sections_where_numbers_go_on(texts: list[str], numbers: dict[int, int]) -> None:
    assert sections(*texts, numbers=numbers) == {}


def test_operative_paragraphs_without_numbers_before_the_first_section_count() -> None:
    texts = ["The Assembly,", "It digs wells.", "I", "1. Digs.", "II", "2. Swims."]
    assert sections(*texts, numbers={3: 1, 5: 2}, formula=0) == {2: "I", 4: "II"}
    assert sections(texts[0], "Noting wells,", *texts[2:], numbers={3: 1, 5: 2}, formula=0) == {}
