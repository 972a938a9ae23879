"""Hyphens at line ends: a word that the document writes whole elsewhere was divided; one that it hyphenates was not."""

from extract.reading.pdf.hyphens import SOFT, Hyphens
from extract.reading.pdf.rows import Row


def paragraph(*texts: str) -> list[Row]:
    return [
        Row(text=text, raised=(), left=0, right=1, y=-place, size=10, word=1, bold=False, page=1, place=place)
        for place, text in enumerate(texts)
    ]


def test_a_divided_word_loses_its_hyphen_and_a_compound_keeps_it() -> None:
    rows = paragraph("the har-", "bours and the long-", "term use of harbours,", "a long-term one")
    hyphens = Hyphens([rows])
    assert [hyphens.written(row) for row in rows] == [
        f"the har{SOFT}", "bours and the long-", "term use of harbours,", "a long-term one",
    ]  # fmt: skip


def test_a_document_that_divides_words_divides_unknown_ones_too() -> None:
    known = ("the har-", "bours and pi-", "lots of harbours, pilots,", "and of light-", "houses")
    hyphens = Hyphens([rows := paragraph(*known)])
    assert hyphens.written(rows[3]) == f"and of light{SOFT}"
    alone = Hyphens([rows := paragraph("the har-", "bours of harbours", "and of light-", "houses")])
    assert alone.written(rows[2]) == "and of light-"


def test_a_hyphen_before_a_capital_or_at_the_end_stays() -> None:
    hyphens = Hyphens([rows := paragraph("the har-", "Bours harbours harbour-")])
    assert [hyphens.written(row) for row in rows] == ["the har-", "Bours harbours harbour-"]
