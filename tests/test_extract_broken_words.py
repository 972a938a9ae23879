"""Lines that a tool broke at their vowel signs are whole again, in reading order; the text keeps its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find import find_citations
from extract.reading.plain.broken_words import mend
from extract.reading.readers import read_document

HIGH, LOW = "        \u064b", "        \u064d"
FULL = "في كل مكان وكل ما يتصل بها من أمور ومسائل أخرى تهم جميع الدول والموانئ والسفن التي تنقل البضائع"


def copied(*lines: str) -> str:
    """Lines as such a tool writes them: set apart by empty ones, with marks of direction at their ends."""
    return "\n\n".join(f"{line}\u200f\u200f" for line in (FULL, *lines, FULL, FULL, FULL))


def seen(text: str) -> list[str]:
    """The lines that show letters, without the three full ones behind."""
    lines = [line.strip("\u200f ") for line in text.split("\n")]
    return [line for line in lines if any(sign.isalpha() for sign in line)][1:-3]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ((HIGH, "مسرحا للسفن", "وإذ تلاحظ أن الميناء كان"), ["وإذ تلاحظ أن الميناء كان مسرحا للسفن"]),
        ((HIGH, HIGH, "جيم", "باء", "ألف وما يليه"), ["ألف وما يليه باء جيم"]),
        (("خال من السفن", "99/71. - الضرورات لإيجاد ميناء", LOW), ["99/71. - الضرورات لإيجاد ميناء خال من السفن"]),
        ((HIGH, "الثاني", "الأول", "الذي يليه في السطر"), ["الأول الثاني", "الذي يليه في السطر"]),
        ((HIGH, FULL, "الموانئ كلها"), [FULL, "الموانئ كلها"]),
        ((HIGH, "الموانئ كلها؛", "(22) القرار 61/74."), ["الموانئ كلها؛", "(22) القرار 61/74."]),
        ((HIGH, "8 - تهيب بجميع الدول", "الميناء"), ["8 - تهيب بجميع الدول", "الميناء"]),
        ((HIGH, "الموانئ كلها", "A/RES/99/71"), ["الموانئ كلها", "A/RES/99/71"]),
        (("الموانئ", "الميناء"), ["الموانئ", "الميناء"]),
    ],
    ids=["two", "three", "below", "no-more-than-the-signs", "full", "note", "item", "symbol", "whole"],
)  # fmt: skip
def test_pieces_of_a_line_come_together(lines: tuple[str, ...], whole: list[str]) -> None:
    text = copied(*lines)
    mended = mend(text)
    assert seen(mended) == whole
    assert len(mended) == len(text)


def test_a_paragraph_that_begins_in_a_broken_line_begins_with_its_first_word() -> None:
    text = "إن الجمعية العامة،\n\n" + copied(
        "إذ تشير إلى قرارها 61/74 المؤرخ 6 كانون الأول/ديسمبر 2006،",
        HIGH,
        "أمرا لا غنى عنه كما جاء في القرار 60/251،",
        "وإذ تؤكد أن الموانئ تظل",
    )
    document = read_document(text.encode(), file="a.txt")
    rows = [(row.target, row.evidence.paragraph) for row in find_citations(document) if hasattr(row, "target")]
    assert rows == [("A/RES/61/74", "pp1"), ("A/RES/60/251", "pp2")]


@given(st.text(alphabet="اب ،.\u064b\u064d\u0651\u200f\n\f1(/-", max_size=400))
def test_no_letter_is_lost_and_the_length_stays(text: str) -> None:
    text = f"{FULL}\n\n{text}\n\n{FULL}"
    mended = mend(text)
    assert len(mended) == len(text)
    assert sorted(sign for sign in mended if sign.isalnum()) == sorted(sign for sign in text if sign.isalnum())
    assert mended.count("\f") == text.count("\f")
