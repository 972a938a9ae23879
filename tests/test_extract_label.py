"""Labels of paragraphs: what they are made of, and what they say."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model.label import HEAD, HEADING, LEAD, OPENING, TAIL, TITLE, Label

numbers = st.integers(1, 999_999)
signs = st.sampled_from(["a", "aa", "z'", "i", "iv", "xx", "1"])
sections = st.sampled_from(["", "A", "B", "II", "XIV"])
annexes = st.just("") | st.integers(1, 40).map(Label.of_annex)
marks = st.sampled_from(["*", "**", "1.2"]) | numbers.map(str)


@st.composite
def numbered(draw: st.DrawFn) -> Label:
    """Any label of a numbered paragraph, in any annex or section, with any sub-paragraphs."""
    label = draw(numbers.map(draw(st.sampled_from([Label.preambular, Label.operative, Label.of_prose]))))
    for sign in draw(st.lists(signs, max_size=2)):
        label = label.item(sign)
    return label.under(draw(annexes), draw(sections))


labels = (
    numbered() | marks.map(Label.of_note) | annexes.map(Label) | st.sampled_from([HEAD, TITLE, LEAD, HEADING, TAIL])
)


@given(labels)
def test_a_label_is_the_text_that_it_is(label: Label) -> None:
    again = pickle.loads(pickle.dumps(label))  # noqa: S301  # made one line above
    assert again == str(label) == Label(str(label))
    assert isinstance(again, Label)
    assert len({label, str(label), again}) == 1


@given(numbered())
def test_a_label_is_put_together_from_its_parts(label: Label) -> None:
    *above, name = label.split("/")
    assert label.name == name
    assert label == Label(name).under(*above)
    assert label.annex == (above[0] if above and above[0].startswith("annex") else "")
    assert name.startswith(f"{label.kind}{label.number}")


@given(numbered(), signs)
def test_the_parent_of_an_item_is_what_it_was_made_of(label: Label, sign: str) -> None:
    assert label.item(sign).parent == label


@given(marks)
def test_a_note_gives_back_its_mark(mark: str) -> None:
    label = Label.of_note(mark)
    assert (label.kind, label.is_note, label.note, label.parent) == ("fn", True, mark, None)


@pytest.mark.parametrize(
    ("label", "parent"),
    [
        ("op1(a)(ii)", "op1(a)"), ("op1(a)", "op1"), ("op1", "op"), ("annex/B/op12", "annex/B/op"), ("op", None),
        ("pp3", None), ("p4", None), ("annex2", None), ("title", None), ("", None), (")", None),
    ],
)  # fmt: skip
def test_a_label_names_what_introduces_its_paragraph(label: str, parent: str | None) -> None:
    assert Label(label).parent == parent


@pytest.mark.parametrize(
    ("label", "kind", "number"),
    [
        ("pp3", "pp", 3), ("op13(a)", "op", 13), ("annex/op2", "op", 2), ("p12", "p", 12), ("fn7", "fn", 7),
        ("fn1.2", "fn", 1), ("fn*", "fn", None), ("op", "op", None), ("annex2", None, None), ("title", None, None),
        ("oops1", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_a_label_tells_the_kind_and_the_number_of_its_paragraph(
    label: str, kind: str | None, number: int | None
) -> None:
    assert (Label(label).kind, Label(label).number) == (kind, number)


@given(st.text())
def test_a_label_outside_the_grammar_raises_nothing(text: str) -> None:
    label = Label(text)
    assert label.reading_order[2] == text
    assert label.note is None or Label.of_note(label.note) == label
    assert label.kind is not None or label.number is None


def test_labels_sort_as_a_document_is_read() -> None:
    order = ["title", "lead", "pp1", "pp2", "pp10", "op1", "op1(a)", "op2", "p3", "fn2", "fn10", "annex", "annex/op1"]
    read = {Label(text).reading_order: text for text in reversed(order)}
    assert [read[key] for key in sorted(read)] == order


def test_what_leads_to_the_operative_paragraphs_introduces_the_first() -> None:
    assert Label.operative(1).parent == OPENING


def test_cells_are_read_row_by_row() -> None:
    labels = [Label.of_cell(2, 10, 1), Label.of_cell(2, 2, 11), Label.of_cell(2, 2, 2), Label.of_cell(1, 30, 1)]
    assert sorted(labels, key=lambda label: label.reading_order) == [
        "table1/r30c1",
        "table2/r2c2",
        "table2/r2c11",
        "table2/r10c1",
    ]
    assert [label.kind for label in labels] == [None] * len(labels)
