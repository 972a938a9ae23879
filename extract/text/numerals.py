"""Numerals: roman, Chinese, enclosed, and those that number the items of a list."""

import unicodedata
from collections.abc import Mapping
from importlib import resources
from typing import Final

import regex

from extract.model.tables import Table, Text, load_table
from extract.text.characters import TATWEEL, lookalikes

LARGEST: Final = 399
"""The largest roman numeral in use: the UN numbers sessions, parts and volumes with them."""
_PIECES: Final[tuple[tuple[int, str], ...]] = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
ROMAN_CHARACTERS: Final[str] = r"\u2160-\u216f"
"""Class of the roman numerals that are characters of their own, I to M."""
ENCLOSED: Final[str] = r"\u3220-\u3229\u2474-\u2487"
"""Class of Chinese numerals 1 to 10 and European ones 1 to 20, each in brackets as one character."""


class _Han(Table):
    """Chinese numerals: their characters.

    Attributes:
        zeros: forms of zero; the first is the usual one.
        digits: 1 to 9.
        ten, hundred: what follows the digit of the tens, of the hundreds.
        zero_between: what stands for missing tens after hundreds.
        letters: branches and stems, which number subparagraphs.
    """

    zeros: Text
    digits: Text
    ten: Text
    hundred: Text
    zero_between: Text
    letters: Text


class _Numerals(Table):
    """Shape of `data/numerals.toml`; `alphabets` has the letters that number lists, by the name of the numbering."""

    han: _Han
    alphabets: Mapping[Text, Text]


_TABLE: Final = load_table(
    _Numerals, resources.files("extract.text") / "data" / "numerals.toml", name="text/data/numerals.toml"
)
_HAN: Final = _TABLE.han
HAN_DIGITS: Final[str] = _HAN.zeros + _HAN.digits
"""Chinese digits, all forms of zero included."""
HAN_TEN: Final[str] = _HAN.ten
HAN_LETTERS: Final[str] = _HAN.letters
"""Characters that number subparagraphs in Chinese as letters do elsewhere."""
HAN_ONES: Final[str] = _HAN.digits
"""Chinese digits 1 to 9."""
_BY_VALUE: Final[str] = _HAN.zeros[0] + _HAN.digits
HAN_NUMERAL: Final[str] = HAN_DIGITS + _HAN.ten + _HAN.hundred
"""Characters of Chinese numerals below 1,000."""
HAN_SIMPLE: Final[str] = _BY_VALUE + _HAN.ten + _HAN.hundred + _HAN.zero_between
"""The same with the usual zeros only."""
_HAN_VALUES: Final[Mapping[str, int]] = dict.fromkeys(_HAN.zeros, 0) | {
    digit: value for value, digit in enumerate(_HAN.digits, 1)
}
_COUNTED: Final = regex.compile(
    rf"(?=.{{0,4}}[{_HAN.ten}{_HAN.hundred}])(?:(?<hundreds>[{_HAN.digits}]?){_HAN.hundred}[{_HAN.zeros}]?)?"
    rf"(?:(?<tens>[{_HAN.digits}]?){_HAN.ten})?(?<ones>[{_HAN.digits}]?)"
)
_MOST_HAN: Final = 999

_TIMES: Final = 9  # repetitions of a letter at most
_LETTERS: Final[Mapping[str, str]] = _TABLE.alphabets
_LISTED: Final = ("lowerLetter", "russianLower", "arabicAbjad")
"""The alphabets that number subparagraphs."""
_LATIN: Final = str.maketrans({shape: latin for latin in "acei" for shape in lookalikes(latin)} | {TATWEEL: ""})
_HAN_LISTED: Final = 99  # larger numbers are written in European digits
_HAN_FORMS: Final = frozenset(
    ["chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
     "ideographDigital", "taiwaneseDigital"]
)  # fmt: skip
_DIGITS: Final = frozenset(
    ["decimal", "decimalZero", "ordinal", "decimalFullWidth", "decimalHalfWidth", "decimalFullWidth2", "hindiNumbers"]
)
SHOWN: Final = frozenset([*_LETTERS, *_HAN_FORMS, *_DIGITS, "lowerRoman", "upperRoman", "numberInDash"])
"""Numberings of lists that are written out; others, bullets among them, are left out."""


def to_roman(number: int) -> str:
    """Write a number in roman numerals.

    Raises:
        ValueError: the number is not within 1 to 399.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no roman numeral within 1 to {LARGEST}: {number}")
    written = ""
    for value, piece in _PIECES:
        count, number = divmod(number, value)
        written += piece * count
    return written


_NUMBERS: Final[dict[str, int]] = {to_roman(number): number for number in range(1, LARGEST + 1)}


def from_roman(written: str) -> int | None:
    """Read a roman numeral in capitals; None for anything else, `IIII` and `VX` included."""
    return _NUMBERS.get(written)


def to_han(number: int) -> str:
    """Write a number in Chinese numerals.

    Raises:
        ValueError: the number is not within 0 to 999.
    """
    if not 0 <= number <= _MOST_HAN:
        raise ValueError(f"no Chinese numeral within 0 to {_MOST_HAN}: {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = _BY_VALUE[hundreds] + _HAN.hundred if hundreds else ""
    if tens:
        written += (_BY_VALUE[tens] if tens > 1 or hundreds else "") + _HAN.ten
    elif hundreds and ones:
        written += _HAN.zero_between
    return written + (_BY_VALUE[ones] if ones or not number else "")


def from_han(written: str) -> int | None:
    """Read a Chinese numeral, counted (with tens and hundreds) or digit by digit; None for anything else."""
    if counted := _COUNTED.fullmatch(written):
        hundreds = _HAN_VALUES.get(counted["hundreds"], 1) if _HAN.hundred in written else 0
        tens = _HAN_VALUES.get(counted["tens"], 1) if _HAN.ten in written else 0
        return hundreds * 100 + tens * 10 + _HAN_VALUES.get(counted["ones"], 0)
    if not written or not _HAN_VALUES.keys() >= set(written):
        return None
    return int("".join(str(_HAN_VALUES[digit]) for digit in written))


def from_enclosed(written: str) -> int | None:
    """Read a numeral that is one character in brackets or in a circle; None for anything else."""
    if len(written) != 1 or unicodedata.category(written) != "No":
        return None
    return int(unicodedata.numeric(written))


def list_letter(written: str) -> str:
    """The Latin letter of an item that a letter of another alphabet numbers; anything else as it is.

    Cyrillic letters that look like Latin ones are those: most texts are typed so.
    """
    latin = written.translate(_LATIN)
    if len(latin) == 1:
        place = next((alphabet.find(latin) for name in _LISTED if latin in (alphabet := _LETTERS[name])), -1)
        if 0 <= place < len(_LETTERS["lowerLetter"]):
            return _LETTERS["lowerLetter"][place]
    return latin


def write_number(number: int, form: str) -> str:
    """Write the number of a list's item as a word processor or a browser shows it.

    Args:
        number: the number.
        form: one of `SHOWN`; any other, and a number that the form cannot write, is written in digits.
    """
    if form in _LETTERS and number > 0:
        return _lettered(number, _LETTERS[form])
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= LARGEST:
        numeral = to_roman(number)
        return numeral if form == "upperRoman" else numeral.lower()
    if form in _HAN_FORMS and 0 < number <= _HAN_LISTED:
        return to_han(number)
    return f"- {number} -" if form == "numberInDash" else str(number)


def _lettered(number: int, alphabet: str) -> str:
    """The letter of a number; after the last letter come doubled ones."""
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (min(times, _TIMES) + 1)
