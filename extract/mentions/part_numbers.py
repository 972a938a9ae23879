"""Numbers of parts of a text as they are printed ("VI", 六, "81 (a)", "ج"), and what each is in Latin script."""

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

import regex

from extract.language.forms import any_of, words
from extract.language.references import References
from extract.text.characters import to_latin
from extract.text.numerals import (
    ENCLOSED,
    HAN_LETTERS,
    HAN_NUMERAL,
    ROMAN_CHARACTERS,
    from_enclosed,
    from_han,
    from_roman,
    list_letter,
)

_LONGEST_RANGE: Final = 60
"""Numbers of a range that are named one by one; of a longer one, the ends."""
_TEXT_NUMBER: Final = r"(?:\d{1,3}|[IVXLC]{1,7})/[A-Z0-9]{1,5}(?:\.\d{1,3})?"
"""The number of a decision that a report prints: 5/2, X/1, 3/COP.9."""
_HEAD: Final = (
    rf"(?:{_TEXT_NUMBER}|[{ROMAN_CHARACTERS}]{{1,3}}|[IVXLC]{{1,7}}(?!\p{{Latin}})"
    rf"|\d{{1,4}}(?:\.\d{{1,3}})*(?![\d)])(?:[a-z](?![\p{{L}})]))?|[{HAN_NUMERAL}]{{1,6}}"
    r"|\p{Lu}(?![\p{Latin}\p{Cyrillic}]))"
)
_INSIDE: Final = rf"(?:\p{{L}}{{1,4}}|\d{{1,3}}|[{HAN_NUMERAL}]{{1,3}}|[{HAN_LETTERS}])"
_MARK: Final = (
    rf"(?:[(（]\s?(?:\p{{L}}{{1,12}}\.?\s)?{_INSIDE}\s?[)）]|(?<!\p{{L}})(?:\p{{Ll}}{{1,3}}|\d{{1,2}})\)|[{ENCLOSED}])"
)
"""A member in brackets, also with its unit ("(par. 4)"), or before a closing one."""


def list_pattern(lexicon: References) -> str:
    """The pattern of numbers with their members: "3 (a) to (c), 5 and 7"."""
    number = rf"(?:{_words(lexicon)}|{_HEAD}|{_MARK})"
    lead = f"(?:{any_of(lexicon.script.before_number)})?"
    joint = rf"(?:\s?[,،、]?\s?(?:{_joints(lexicon)}|{_ranges(lexicon)})\s?|\s?[,،、–-]\s?)"
    return rf"{lead}{number}(?:\s?{_MARK}|{joint}{lead}{number})*+"


def token_pattern(lexicon: References) -> regex.Pattern[str]:
    """The pattern of one piece of such a list, as the group `range`, `joint`, `mark` or `head`."""
    return regex.compile(
        rf"(?<range>{_ranges(lexicon)}|[–-])|(?<joint>{_joints(lexicon)}|[,،、])"
        rf"|(?<mark>{_MARK})|(?<head>{_words(lexicon)}|{_HEAD})",
        regex.V1,
    )


def _ranges(lexicon: References) -> str:
    return words(lexicon.joints.range)


def _joints(lexicon: References) -> str:
    glued = rf"|[{''.join(lexicon.script.conjunctions)}](?=\s?[\d(])" if lexicon.script.conjunctions else ""
    return rf"(?:{words([*lexicon.joints.words, *lexicon.pinpoints.joints])}{glued})"


def _words(lexicon: References) -> str:
    """Numbers and letters that are written as words."""
    letters = [form for form, _ in lexicon.numbers.letters if len(form) > 1]
    return words([*chain.from_iterable(lexicon.parts.ordinals), *letters], prefixes=lexicon.particles)


@functools.cache
def _values(lexicon: References) -> Mapping[str, str]:
    """Word for a number or a letter to it."""
    ordinals = {form: str(place) for place, forms in enumerate(lexicon.parts.ordinals, 1) for form in forms}
    return dict(lexicon.numbers.letters) | ordinals


def value_of(written: str, lexicon: References) -> str:
    """A number in Arabic digits, a letter as it is: `VI` and 六 are 6, `A` and the Arabic word for it are A."""
    if word := _values(lexicon).get(written.lower()) or _values(lexicon).get(written):
        return word
    if (number := from_han(written)) is not None:
        return str(number)
    plain = unicodedata.normalize("NFKC", written)  # the numerals that are characters of their own
    plain = to_latin(plain) if plain.isupper() else plain
    roman = from_roman(plain)
    return str(roman) if roman and (len(plain) > 1 or plain in "IVX") else plain


def letter_of(written: str, lexicon: References) -> str:
    """A member as its Latin letter or its digits: `(a)`, `a)` and the first letter of another alphabet are a."""
    if (number := from_enclosed(written)) is not None:
        return str(number)
    inside = written.strip("()（） ").rpartition(" ")[2]
    if (number := from_han(inside)) is not None:
        return str(number)
    if inside in lexicon.letters:
        return lexicon.letters[inside].lower()
    return list_letter(inside)


def between(first: str, last: str) -> Iterator[str]:
    """The numbers or single letters between the two ends of a short range."""
    if first.isdecimal() and last.isdecimal():
        if 0 < int(last) - int(first) <= _LONGEST_RANGE:
            yield from map(str, range(int(first) + 1, int(last)))
    elif len(first) == len(last) == 1 and first.isascii() and last.isascii():
        yield from map(chr, range(ord(first) + 1, ord(last)))
