"""Characters that look alike, look wide, or are invisible."""

import unicodedata

import pytest
import regex

from extract.text.characters import (
    BLANKS,
    DASHES,
    DIGITS,
    HYPHENS,
    INVISIBLE,
    LOOKALIKES,
    PRINTABLE,
    full_width,
    lookalikes,
    to_latin,
)


def test_lookalikes_are_cyrillic_capitals_and_latin_ones() -> None:
    assert all(unicodedata.name(letter).startswith("CYRILLIC CAPITAL LETTER") for letter in LOOKALIKES)
    assert all(letter.isascii() and letter.isupper() for letter in LOOKALIKES.values())
    assert len(set(LOOKALIKES.values())) == len(LOOKALIKES)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("\N{CYRILLIC CAPITAL LETTER A}/61/9", "A/61/9", id="a capital typed in Cyrillic"),
        pytest.param("\N{CYRILLIC CAPITAL LETTER ZHE} III", "\N{CYRILLIC CAPITAL LETTER ZHE} III", id="no Latin twin"),
        pytest.param("\N{CYRILLIC SMALL LETTER A}", "\N{CYRILLIC SMALL LETTER A}", id="small letters stay"),
    ],
)
def test_lookalikes_become_latin_in_place(written: str, meant: str) -> None:
    assert to_latin(written) == meant


def test_lookalikes_are_asked_for_by_the_latin_letter_in_its_case() -> None:
    assert [to_latin(letter) for letter in sorted(lookalikes("IX"))] == ["I", "X"]
    assert lookalikes("ix") == lookalikes("IX").lower()
    assert lookalikes("QZ9") == ""


def test_every_full_width_form_is_the_compatibility_twin_of_its_character() -> None:
    forms = full_width(PRINTABLE)
    assert len(forms) == len(PRINTABLE) == 94
    assert all(unicodedata.normalize("NFKC", form) == character for form, character in forms.items())


def test_digits_of_other_scripts_have_their_decimal_value() -> None:
    assert {form: int(digit) for form, digit in DIGITS.items()} == {form: unicodedata.decimal(form) for form in DIGITS}
    assert len(DIGITS) == 30


def test_a_dash_is_no_hyphen_and_an_invisible_character_no_space() -> None:
    assert not set(DASHES) & set(HYPHENS)
    assert not regex.search(f"[{INVISIBLE}]", BLANKS + DASHES + HYPHENS)
    assert regex.fullmatch(f"[{INVISIBLE}]+", "\u00ad\u200b\u200f\u2060\ufeff")
