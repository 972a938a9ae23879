"""Numerals: each small grammar tried in full, in both directions."""

import itertools

import pytest

from extract.text.numerals import HAN_DIGITS, LARGEST, SHOWN, from_enclosed, from_han, from_roman, to_han, to_roman
from extract.text.numerals import write_number as write

_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LISTS = {
    "lowerLetter": "a z aa", "upperLetter": "A Z AA", "russianLower": "а я аа", "russianUpper": "А Я АА",
    "arabicAbjad": "أ غ أأ", "arabicAlpha": "أ ي أأ",
}  # fmt: skip


def test_every_roman_numeral_to_one_hundred_is_tens_and_ones() -> None:
    for tens, ones in itertools.product(range(10), range(10)):
        if number := 10 * tens + ones:
            written = _ROMAN_TENS[tens] + _ROMAN_ONES[ones]
            assert (to_roman(number), from_roman(written)) == (written, number)
    assert to_roman(100) == "C"
    assert from_roman("C") == 100


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_a_number_without_roman_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no roman numeral"):
        to_roman(number)


@pytest.mark.parametrize("written", ["IIII", "VX", "xi", "", "IC"])
def test_what_only_resembles_a_roman_numeral_is_none(written: str) -> None:
    assert from_roman(written) is None


def test_every_chinese_numeral_to_999_is_read_back() -> None:
    assert [from_han(to_han(number)) for number in range(1000)] == list(range(1000))
    assert len({to_han(number) for number in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("written", "number"),
    [("〇", 0), ("一〇五", 105), ("一○五", 105), ("二一七", 217), ("十", 10), ("十一", 11), ("九十九", 99), ("百", 100),
     ("一百零五", 105), ("一百〇五", 105), ("百一十五", 115), ("百十五", 115), ("一百九十九", 199)],
)  # fmt: skip
def test_a_chinese_numeral_is_read_counted_or_digit_by_digit(written: str, number: int) -> None:
    assert from_han(written) == number


@pytest.mark.parametrize("written", ["", "十十", "一二十", "5", "第五", "III", "百百"])
def test_what_is_no_chinese_numeral_is_none(written: str) -> None:
    assert from_han(written) is None


@pytest.mark.parametrize("number", [-1, 1000])
def test_a_number_without_chinese_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        to_han(number)


def test_every_digit_has_its_own_value() -> None:
    assert [from_han(digit) for digit in HAN_DIGITS] == [0, 0, 0, *range(1, 10)]


def test_every_enclosed_numeral_is_read() -> None:
    assert [from_enclosed(chr(0x3220 + at)) for at in range(10)] == list(range(1, 11))
    assert [from_enclosed(chr(0x2474 + at)) for at in range(20)] == list(range(1, 21))
    assert from_enclosed("5") is None
    assert from_enclosed("") is None


@pytest.mark.parametrize("form", _LISTS)
def test_every_alphabet_of_a_list_runs_from_its_first_letter_to_its_last_and_doubles(form: str) -> None:
    size = next(number for number in itertools.count(1) if len(write(number + 1, form)) > 1)
    letters = [write(number, form) for number in range(1, size + 1)]
    assert [letters[0], letters[-1], write(size + 1, form)] == _LISTS[form].split()
    assert len(set(letters)) == size
    assert [write(number + size, form) for number in range(1, size + 1)] == [letter * 2 for letter in letters]


def test_every_shown_numbering_writes_no_two_items_alike() -> None:
    for form in SHOWN:
        assert len({write(number, form) for number in range(1, 151)}) == 150, form


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [(4, "lowerRoman", "iv"), (4, "upperRoman", "IV"), (400, "upperRoman", "400"), (21, "chineseCounting", "二十一"),
     (100, "chineseCounting", "100"), (0, "lowerLetter", "0"), (7, "numberInDash", "- 7 -"), (7, "unheardOf", "7")],
)  # fmt: skip
def test_the_number_of_an_item_is_written_in_its_form_or_in_digits(number: int, form: str, written: str) -> None:
    assert write(number, form) == written
