"""Repairs of what optical character recognition misread: only what is surely misread, and never in silence."""

import pytest

from extract.symbols.bodies import load_bodies
from extract.text.ocr import repair


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("Recalling resolution 41 (1) of the Assembly", "Recalling resolution 41 (I) of the Assembly"),
        ("its resolutions 508 (1982), S11 (1982)", "its resolutions 508 (1982), 511 (1982)"),
        ("its resolutions 4O4 (1977), 42S (1978)", "its resolutions 404 (1977), 425 (1978)"),
        ("its resolutions 545 (1983) and $46 (1984)", "its resolutions 545 (1983) and 546 (1984)"),
        ("its resolution I81 (1963)", "its resolution 181 (1963)"),
        ("the letter (Sl14506)", "the letter (S/14506)"),
        ("the letters ($/24810 and S$/24870)", "the letters (S/24810 and  S/24870)"),
        ("the letter (S/14506/Rey.1)", "the letter (S/14506/Rev.1)"),
        ("the letter (5/14506)", "the letter (S/14506)"),
    ],
)
def test_a_misread_sign_is_put_right_in_its_place(misread: str, meant: str) -> None:
    repaired = repair(misread, year=1965)
    assert repaired.text == meant
    assert repaired.places == tuple(i for i, (a, b) in enumerate(zip(misread, meant, strict=True)) if a != b)
    assert repaired.note(0, len(misread), "as printed") is not None


@pytest.mark.parametrize(
    "text",
    [
        "IS (1978)",
        "a Bill (1978)",
        "resolution 41 (I)",
        "S/14506",
        "S11 mills",
        "SOS (1982)",
        "Sl145",
        "room B12 (east)",
    ],
)
def test_what_may_be_meant_so_is_left_alone(text: str) -> None:
    assert repair(text, year=1965).text == text


def test_a_record_that_was_never_scanned_keeps_its_letters() -> None:
    assert repair("S11 (1982)", year=2005).text == repair("S11 (1982)", year=None).text == "S11 (1982)"


@pytest.mark.parametrize(
    ("number", "year", "whole"),
    [(20, 1982, 520), (46, 1984, 546), (84, 1993, None), (20, 1947, None), (20, 1900, None)],
)
def test_a_number_that_lost_a_digit_is_the_only_one_of_its_year_that_it_can_be(
    number: int, year: int, whole: int | None
) -> None:
    assert load_bodies()["security-council"].whole(number, year) == whole
