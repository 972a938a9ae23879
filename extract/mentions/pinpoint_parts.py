"""Pinpoints taken apart: "article VI, paragraph 4" is article 6, paragraph 4, in every language alike."""

import functools
import unicodedata
from collections.abc import Mapping
from typing import Final

import regex

from extract.language.forms import any_of, words
from extract.language.references import References
from extract.text.numerals import HAN_NUMERAL, ROMAN_CHARACTERS, from_han, from_roman

UNITS: Final = ("article", "paragraph", "section", "chapter", "annex", "part", "volume")
"""The parts of a text that a pinpoint is asked for by."""

_NUMBER: Final = (
    rf"(?:[{ROMAN_CHARACTERS}]{{1,3}}|[IVXLC]{{1,7}}(?![A-Za-z])|\d{{1,4}}(?:\.\d{{1,3}})?|[{HAN_NUMERAL}]{{1,6}}"
    r"|[A-Z](?![A-Za-z]))"
    r"(?:\s?\(\p{L}{1,4}\))*"
)


@functools.cache
def _patterns(lexicon: References) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """For each unit its pattern: the unit before its numbers, or after them where the language allows it."""
    section = lexicon.parts
    ordinals = words(section.ordinals, prefixes=lexicon.particles)
    number = rf"(?:{_NUMBER}|{ordinals})"
    joint = words([*lexicon.joints.words, *lexicon.joints.range])
    lead = f"(?:{any_of(lexicon.script.before_number)})?"
    more = rf"(?:\s?(?:[,،、–-]|{joint}|[{lexicon.particles or '、'}])\s?{lead}(?<number>{number}))*"
    out = []
    for unit in UNITS:
        form = f"(?i:{words(section.of(unit), prefixes=lexicon.particles)})"
        after = rf"{lead}(?<number>{number}){more}{form}"
        before = rf"{form}\s?(?<number>{number}){more}"
        out.append((unit, regex.compile(f"{after}|{before}" if section.after else before, regex.V1)))
    return tuple(out)


@functools.cache
def _annex(lexicon: References) -> regex.Pattern[str]:
    """An annex without a number."""
    return regex.compile(words(lexicon.parts.annex, prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE)


def parts_of(pinpoint: str, lexicon: References) -> tuple[tuple[str, str], ...]:
    """Take a pinpoint apart.

    Args:
        pinpoint: as written.
        lexicon: the words of its language.

    Returns:
        Pairs of unit (one of `UNITS`) and number, in the order of the units; numbers in Arabic digits, with their
        letters: `("article", "6")`, `("paragraph", "81(a)")`. An unnumbered annex is `("annex", "")`.
    """
    ordinals = {form: str(index) for index, form in enumerate(lexicon.parts.ordinals, 1)}
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
    if (number := from_han(head)) is not None:
        return str(number) + bracket + letters
    head = unicodedata.normalize("NFKC", head)  # the numerals that are characters of their own
    roman = from_roman(head) if head.isupper() else None
    return (str(roman) if roman and (len(head) > 1 or head in "IVX") else head) + bracket + letters
