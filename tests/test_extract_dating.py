"""Dates of cited texts: a date of another year than the symbol's is not its own."""

import pytest

from extract.find import find_citations
from extract.reading.readers import read_document
from extract.resolve.dating import fitting_date


@pytest.mark.parametrize(
    ("target", "date"),
    [
        ("S/RES/1718(2006)", "2006-10-14"),
        ("S/RES/2140(2015)", "2014-02-26"),  # a misprinted year keeps the date that the text gives
        ("E/RES/2005/20", "2005-07-22"),
        ("S/2013/131", "2012-12-28"),
        ("S/1906/2020", "2020-10-06"),
        ("A/RES/62/37", "2007-12-05"),
        ("A/RES/62/37", "2008-09-11"),
        ("A/RES/217A(III)", "1948-12-10"),
        ("A/RES/1(I)", "1946-01-24"),
        ("A/RES/S-10/2", "1978-06-30"),
        ("A/HRC/RES/5/1", "2007-06-18"),
        ("treaty:npt", "1968-07-01"),
        ("1/CP.21", "2015-12-12"),
        (None, "2015-12-12"),
        ("A/RES/62/37", None),
    ],
)
def test_a_date_of_the_symbol_s_own_year_is_kept(target: str | None, date: str | None) -> None:
    assert fitting_date(target, date) == date


@pytest.mark.parametrize(
    ("target", "date"),
    [("S/RES/2244(2015)", "2022-02-01"), ("A/RES/69/15", "2019-09-27"), ("S/PRST/1999/6", "2013-02-12")],
)
def test_a_date_of_another_year_is_dropped(target: str, date: str) -> None:
    assert fitting_date(target, date) is None


def test_the_end_of_a_mandate_is_no_date_of_its_resolution() -> None:
    text = (
        "The Security Council,\n\n1. Decides to extend until 1 February 2022 the mandate of resolution 2244 (2015);\n"
    )
    (row,) = find_citations(read_document(text.encode(), file="a.txt"))
    assert row.evidence.date is None
