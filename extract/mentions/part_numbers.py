"""Numbers of parts of a text as they are printed ("VI", 六, "81 (a)", "ج"), and what each is in Latin script."""

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

import regex

from extract.language.forms import any_of, words
from extract.language.references import References
from extract.model.cache import compiled
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
_LETTERED: Final = r"(?:[.-][A-Z](?![\p{L}\d]))?"
"""The capital of a section within a part (I.A) or of an annex in several volumes (1-A)."""
_HEAD: Final = (
    rf"(?:{_TEXT_NUMBER}|[{ROMAN_CHARACTERS}]{{1,3}}|[IVXLC]{{1,7}}(?!\p{{Latin}}){_LETTERED}"
    rf"|\d{{1,4}}(?:\.\d{{1,3}})*(?![\d)])(?:[a-z](?![\p{{L}})])|{_LETTERED})|[{HAN_NUMERAL}]{{1,6}}{_LETTERED}"
    r"|\p{Lu}(?![\p{Latin}\p{Cyrillic}]))"
)
_INSIDE: Final = rf"(?:\p{{L}}{{1,4}}|\d{{1,3}}|[{HAN_NUMERAL}]{{1,3}}|[{HAN_LETTERS}])"
_MARK: Final = (
    rf"(?:[(（]\s?(?:\p{{L}}{{1,12}}\.?\s)?{_INSIDE}\s?[)）]|(?<!\p{{L}})(?:\p{{Ll}}{{1,3}}|\d{{1,2}})\)|[{ENCLOSED}])"
)
"""A member in brackets, also with its unit ("(par. 4)"), or before a closing one."""


def list_pattern(lexicon: References, *, ordinal: bool = True) -> str:
    """The pattern of numbers with their members: "3 (a) to (c), 5 and 7".

    Args:
        lexicon: the words of the language.
        ordinal: whether what makes a number an ordinal may precede the first one.
    """
    number = rf"(?:{_letters(lexicon)}|{_HEAD}|{_MARK})"
    lead, joint = f"(?:{any_of(lexicon.script.before_number)})?", _joint(lexicon)
    first = lead if ordinal else ""
    return rf"(?:{ordinal_list(lexicon)}|{first}{number}(?:\s?{_MARK}|{joint}{lead}{number})*+)"


def ordinal_list(lexicon: References) -> str:
    """The pattern of numbers that are written as words: "eighth to twelfth"."""
    word = _ordinals(lexicon)
    return rf"{word}(?:{_joint(lexicon)}{word})*+"


def _joint(lexicon: References) -> str:
    """What joins two numbers, spaces included."""
    return rf"(?:\s?[,،，、]?\s?(?:{_joints(lexicon)}|{_ranges(lexicon)})\s?|\s?[,،，、–—-]\s?)"


def token_pattern(lexicon: References) -> regex.Pattern[str]:
    """The pattern of one piece of such a list, as the group `range`, `joint`, `mark` or `head`."""
    return compiled(
        rf"(?<mark>{_MARK})|(?<range>{_ranges(lexicon)}|[–—-])|(?<joint>{_joints(lexicon)}|[,،，、])"
        rf"|(?<head>{_ordinals(lexicon)}|{_letters(lexicon)}|{_HEAD})",
        regex.V1,
    )


def _ranges(lexicon: References) -> str:
    return words(lexicon.joints.range)


def _joints(lexicon: References) -> str:
    conjunctions = "".join(lexicon.script.conjunctions)
    glued = rf"|(?<!\p{{L}})[{conjunctions}](?=\s?[\d(]|\p{{L}}{{3}})" if conjunctions else ""
    return rf"(?:{words([*lexicon.joints.words, *lexicon.pinpoints.joints])}{glued})"


def _ordinals(lexicon: References) -> str:
    """Numbers that are written as words."""
    ordinals = words(chain.from_iterable(lexicon.parts.ordinals), prefixes=lexicon.particles)
    return rf"{ordinals}(?:(?:\s?[–-]\s?|\s){_letter_words(lexicon)})?"


def _letter_words(lexicon: References) -> str:
    return words([form for form, _ in lexicon.numbers.letters if len(form) > 1], prefixes=lexicon.particles)


def _letters(lexicon: References) -> str:
    """Letters that are written as words, also behind a number."""
    return rf"(?:\d{{1,3}}-)?{_letter_words(lexicon)}"


@functools.cache
def _values(lexicon: References) -> Mapping[str, str]:
    """Word for a number or a letter to it."""
    ordinals = {form: str(place) for place, forms in enumerate(lexicon.parts.ordinals, 1) for form in forms}
    return dict(lexicon.numbers.letters) | ordinals


def value_of(written: str, lexicon: References) -> str:
    """A number in Arabic digits, a letter as it is: `VI` and 六 are 6, `A` and the Arabic word for it are A."""
    if word := _values(lexicon).get(written.lower()) or _values(lexicon).get(written):
        return word
    head, mark, letter = _first_letter(written)
    if letter:
        return value_of(head, lexicon) + mark + value_of(letter, lexicon)
    if (number := from_han(written)) is not None:
        return str(number)
    plain = unicodedata.normalize("NFKC", written)  # the numerals that are characters of their own
    plain = to_latin(plain) if plain.isupper() else plain
    roman = from_roman(plain)
    return str(roman) if roman and (len(plain) > 1 or plain in "IVX") else plain


def _first_letter(written: str) -> tuple[str, str, str]:
    """A number, what separates it from its letter, and the letter; no letter where it has none (3.2, 6)."""
    for mark in (".", "-", "–", " "):
        head, found, letter = written.rpartition(mark)
        if found and letter.strip().isalpha():
            return head.strip(), "-" if head.isdecimal() else ".", letter.strip()
    return written, "", ""


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
    elif regex.fullmatch("[a-z]{2}|[A-Z]{2}", first + last) and len(first) == 1:
        yield from map(chr, range(ord(first) + 1, ord(last)))
