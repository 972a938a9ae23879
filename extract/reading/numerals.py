"""Numerals of lists: a number as a word processor or a browser shows it before a paragraph."""

from typing import Final

from extract.text.numerals import LARGEST, to_roman

_TIMES: Final = 9  # how often a letter is repeated at the most
_TEN: Final = 10
_HAN: Final = "〇一二三四五六七八九"
_LETTERS: Final = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
"""Alphabets of lists, by the names of Office Open XML (ECMA-376-1, 17.18.59 ST_NumberFormat)."""
_HAN_FORMS: Final = frozenset(
    ["chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
     "ideographDigital", "taiwaneseDigital"]
)  # fmt: skip
_DIGITS: Final = frozenset(
    ["decimal", "decimalZero", "ordinal", "decimalFullWidth", "decimalHalfWidth", "decimalFullWidth2", "hindiNumbers"]
)
SHOWN: Final = frozenset([*_LETTERS, *_HAN_FORMS, *_DIGITS, "lowerRoman", "upperRoman", "numberInDash"])
"""Forms of numerals that are written; those of others, bullets among them, are left out."""


def write_number(number: int, form: str) -> str:
    """Write a number as a list shows it.

    Args:
        number: the number.
        form: one of `SHOWN`; any other, and a number that the form cannot write, is written in digits.
    """
    if form in _LETTERS and number > 0:
        times, place = divmod(number - 1, len(_LETTERS[form]))
        return _LETTERS[form][place] * (min(times, _TIMES) + 1)
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= LARGEST:
        numeral = to_roman(number)
        return numeral if form == "upperRoman" else numeral.lower()
    if form in _HAN_FORMS and 0 < number < _TEN * _TEN:
        tens, ones = divmod(number, _TEN)
        return ((_HAN[tens] if tens > 1 else "") + "十" if tens else "") + (_HAN[ones] if ones or not tens else "")
    return f"- {number} -" if form == "numberInDash" else str(number)
