"""Pinpoints taken apart: "article VI, paragraph 4" is article 6, paragraph 4, in every language alike."""

import functools
from collections.abc import Mapping
from typing import Final

import regex

from extract.language.references import Lexicon, words
from extract.text.numerals import from_roman

UNITS: Final = ("article", "paragraph", "section", "chapter", "annex", "part", "volume")
"""The parts of a text that a pinpoint is asked for by."""

_HAN_DIGITS: Final[Mapping[str, int]] = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS: Final = regex.compile(r"(?<tens>[一二三四五六七八九]?)十(?<ones>[一二三四五六七八九]?)")
_NUMBER: Final = (
    r"(?:[Ⅰ-Ⅿ]{1,3}|[IVXLC]{1,7}(?![A-Za-z])|\d{1,4}(?:\.\d{1,3})?|[〇零一二三四五六七八九十百]{1,6}|[A-Z](?![A-Za-z]))"
    r"(?:\s?\(\p{L}{1,4}\))*"
)


@functools.cache
def _patterns(lexicon: Lexicon) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """For each unit its pattern: the unit before its numbers, or behind them where the language has it so."""
    section = lexicon.table["parts"]
    ordinals = words(section["ordinals"], prefixes=lexicon.particles)
    number = rf"(?:{_NUMBER}|{ordinals})"
    joint = words([*lexicon.table["joints"]["words"], *lexicon.table["joints"]["range"]])
    more = rf"(?:\s?(?:[,،、–-]|{joint}|[{lexicon.particles or '、'}])\s?第?(?<number>{number}))*"
    out = []
    for unit in UNITS:
        form = f"(?i:{words(section[unit], prefixes=lexicon.particles)})"
        behind = rf"第?(?<number>{number}){more}{form}"
        before = rf"{form}\s?(?<number>{number}){more}"
        out.append((unit, regex.compile(f"{behind}|{before}" if section["behind"] else before, regex.V1)))
    return tuple(out)


@functools.cache
def _annex(lexicon: Lexicon) -> regex.Pattern[str]:
    """An annex without a number."""
    return regex.compile(
        words(lexicon.table["parts"]["annex"], prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE
    )


def parts_of(pinpoint: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Take a pinpoint apart.

    Args:
        pinpoint: as written.
        lexicon: the words of its language.

    Returns:
        Pairs of unit (one of `UNITS`) and number, in the order of the units; numbers in Arabic digits, with their
        letters: `("article", "6")`, `("paragraph", "81(a)")`. An unnumbered annex is `("annex", "")`.
    """
    ordinals = {form: str(index) for index, form in enumerate(lexicon.table["parts"]["ordinals"], 1)}
    found: list[tuple[str, str]] = []
    for unit, pattern in _patterns(lexicon):
        numbers = [n for match in pattern.finditer(pinpoint) for n in match.captures("number")]
        found += [(unit, _plain(n, ordinals)) for n in numbers]
        if not numbers and unit == "annex" and _annex(lexicon).search(pinpoint):
            found.append((unit, ""))
    return tuple(dict.fromkeys(found))


def _plain(written: str, ordinals: Mapping[str, str]) -> str:
    """A number in Arabic digits, its letter kept: `VI` is 6, 六 is 6, `81 (a)` is 81(a)."""
    head, bracket, letters = written.replace(" ", "").partition("(")
    if head in ordinals:
        return ordinals[head] + bracket + letters
    if 0x2160 <= ord(head[0]) <= 0x216B:  # noqa: PLR2004  # the Unicode numerals I to XII
        return str(ord(head[0]) - 0x215F) + bracket + letters
    if head[0] in "〇零一二三四五六七八九十百":
        return str(_han(head)) + bracket + letters
    roman = from_roman(head) if head.isupper() else None
    return (str(roman) if roman and (len(head) > 1 or head in "IVX") else head) + bracket + letters


def _han(written: str) -> int:
    """A Chinese numeral below one thousand."""
    hundreds, mark, rest = written.partition("百")
    total = (_HAN_DIGITS.get(hundreds, 1) if hundreds else 1) * 100 if mark else 0
    rest = rest if mark else written
    if match := _TENS.fullmatch(rest.lstrip("零")):
        return total + _HAN_DIGITS.get(match["tens"], 1) * 10 + _HAN_DIGITS.get(match["ones"], 0)
    return total + int("".join(str(_HAN_DIGITS.get(c, 0)) for c in rest) or 0)
