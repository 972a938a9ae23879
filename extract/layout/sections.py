"""Sections of a resolution or an annex: headings with a letter or a numeral, after which numbering restarts."""

import itertools
from collections.abc import Collection, Sequence
from typing import Final

import regex

from extract.language.structure import Structure
from extract.text.numerals import to_roman

_SIGN: Final = regex.compile(r"(?P<sign>[IVXLC]{1,6}|[A-Z])(?:\.? |\.?\Z)")
_ROMAN: Final = frozenset("IVXLC")
_VOWELS: Final = regex.compile(r"\p{M}")
_ARABIC: Final = regex.compile(r"\p{Arabic}")  # where words are written with spaces; Han characters follow directly
_LONGEST_NUMERAL: Final = 24
_FEWEST: Final = 2
_STOPS: Final = regex.compile(r"[.;:。；：؛]['\"”»)\]》」’]*\Z")


def is_sectional(text: str) -> bool:
    """Whether a heading begins with the sign of a section."""
    return _SIGN.match(text) is not None


def find_sections(  # noqa: PLR0913  # whether a heading opens a section depends on all of these
    texts: Sequence[str],
    numbers: Sequence[int | None],
    headings: Sequence[bool],
    *,
    enacting: Collection[int],
    annexes: Collection[int],
    frame: Structure,
) -> dict[int, str]:
    """Places and signs of section headings, in those parts and annexes where a number would otherwise occur twice.

    Args:
        texts: the paragraphs' flowing texts.
        numbers: the number each begins with, None where it begins with none.
        headings: whether each is a heading.
        enacting: places of enacting formulas.
        annexes: places of annexes' headings.
        frame: what frames a document in the language of the texts.

    Returns:
        `II`, `B`, or `II/B` where lettered sections belong to numbered ones, by place.
    """
    found: dict[int, str] = {}
    for start, end in itertools.pairwise(sorted({0, *enacting, *annexes, len(texts)})):
        signs = _signs(texts, [index for index in range(start, end) if headings[index]], frame)
        if len(signs) < _FEWEST:
            continue
        firsts = [index for index in range(start, end) if numbers[index] == 1]
        before = range(start + 1, min(signs))
        speaks = start in enacting and any(_STOPS.search(texts[index]) for index in before)
        if _number_again(firsts, min(signs), speaks=speaks):
            found |= signs
    return found


def _number_again(firsts: Sequence[int], section: int, *, speaks: bool) -> bool:
    """Whether paragraphs are numbered again after the first section's heading.

    Args:
        firsts: places of paragraphs that are number 1.
        section: place of the first section's heading.
        speaks: whether operative paragraphs without numbers come before it.
    """
    return bool(firsts) and firsts[-1] > section and (len(firsts) > 1 or speaks)


def _signs(texts: Sequence[str], headings: Sequence[int], frame: Structure) -> dict[int, str]:
    """The sign of every heading that has one, by place; the numerals of other scripts as Roman ones."""
    signs: dict[int, str] = {}
    outer = last = ""
    numerals = [numeral for numeral in frame.sections if not numeral.isascii()]
    for index in headings:
        text, count = texts[index], len(signs)
        if count < len(numerals) and _begins_with(text, numerals[count]):
            signs[index] = outer = last = to_roman(count + 1)
        elif found := _SIGN.match(text):
            sign = found["sign"]
            inside = _is_next_letter(sign, last)
            if not inside:
                outer = sign if set(sign) <= _ROMAN else ""
            signs[index] = f"{outer}/{sign}" if inside and outer else sign
            last = sign
    return signs


def _begins_with(text: str, numeral: str) -> bool:
    """Whether a heading begins with a numeral of another script, vowel marks aside, and no longer word."""
    written = _VOWELS.sub("", text[:_LONGEST_NUMERAL])
    return written.startswith(numeral) and not _ARABIC.match(written, len(numeral))


def _is_next_letter(sign: str, last: str) -> bool:
    """Whether a sign is A, or the letter after the last sign, and so may belong under a numbered section."""
    return len(sign) == 1 and (sign == "A" or (len(last) == 1 and ord(sign) == ord(last) + 1))
