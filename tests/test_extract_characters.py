"""Characters that look alike, look wide, or are invisible."""

import unicodedata

import pytest
import regex

from extract.find import find_citations
from extract.reading.readers import read_document
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
    readable,
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


_NEW_DIGIT = "\U0001ccf2"  # outlined digit two: of Unicode 16, which `regex` knows and Python 3.11 to 3.13 do not


def test_digits_newer_than_pythons_tables_are_no_digits() -> None:
    newest = [chr(code) for code in range(0x10000, 0x20000) if regex.match(r"\d", chr(code))]
    assert all(character.isdecimal() or readable(character) == "\ufffd" for character in newest)
    assert readable("62/37 \U0001d7da") == "62/37 \U0001d7da"


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly,\n\nRecalling its resolutions 61/74 and 6@/7@ of @ May 200@,\n\n@. Decides on A/RES/@/@;",
        "1. Recalls article @ of the Charter, paragraph @.\n\n@ See A/6@/1@, No. @, vol. @.",
        "@|@\n---|---\nresolution|@/@",
    ],
)
def test_a_text_with_such_digits_is_read(text: str) -> None:
    document = read_document(text.replace("@", _NEW_DIGIT).encode(), file=f"A_RES_{_NEW_DIGIT}_1.en.md")
    assert document.record.symbol is None
    found = {getattr(each, "target", None) for each in find_citations(document)}
    assert found <= {"A/RES/61/74", "treaty:un-charter", None}
