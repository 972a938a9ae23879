"""Patterns of word forms: how a list of words of a language becomes a regular expression."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import regex

from extract.text.characters import UNMARKED, unmarked

NOTHING: Final = r"(?!)"
"""A pattern that matches nowhere: of an empty list of words."""
LETTERWISE: Final = r"(?-f)"
"""Begins a pattern without regard to case that repeats a class of letters, so that letters equal single letters.

Else the "ss" of a text equals an eszett, which is in the class, and a repetition may take one letter of it or two: of a
word in which an s is repeated all divisions are tried, and each further letter makes that half as much again.
"""
_SHORT: Final = 4
"""A form of fewer letters is another word without its marks ("a" and "à")."""
_HAN: Final = regex.compile(r"\p{Han}")
_DASH: Final = regex.compile(r"\s?[-–—]\s?")
_DASHES: Final = (" – ", " — ", "–", "—")


def fold(form: str) -> str:
    """The key under which a name is looked up: case folded, without accents, dashes as hyphens without spaces."""
    return _DASH.sub("-", unmarked(form)).casefold()


def dashed(forms: Iterable[str]) -> list[str]:
    """The forms that contain a hyphen, as they are set with a dash."""
    return [form.replace("-", dash) for form in forms if "-" in form for dash in _DASHES]


_LATE: Final = r"(?:(?<=')|(?![\p{L}\d]))"  # an elided article (l') is written together with its noun


def words(forms: Iterable[str], *, prefixes: str = "", late: str = _LATE) -> str:
    """The alternation of forms, longest first, each bounded as a word unless it is written in Chinese characters.

    Args:
        forms: the forms; empty ones are left out. A `~` stands for any ending of an inflected word.
        prefixes: letters of one-letter words that the script writes together with the next word.
        late: pattern of what may follow a form, where the script has no such letters.
    """
    chosen = sorted({form for form in forms if form.strip("~")}, key=lambda form: (-len(form), form))
    han = [literal(form) for form in chosen if _HAN.search(form)]  # also 《…公约》缔约方大会
    others = [literal(form) for form in chosen if not _HAN.search(form)]
    parts = [_bounded("|".join(others), prefixes, late)] if others else []
    parts += [rf"(?:{'|'.join(han)})"] if han else []
    return "(?:" + "|".join(parts) + ")" if parts else NOTHING


def _bounded(alternation: str, prefixes: str, late: str) -> str:
    """An alternation bounded by what is no letter; after a prefix it may begin within a word."""
    if prefixes:
        return rf"(?:(?:(?<=(?<![\p{{L}}])[{prefixes}]{{1,2}})|(?<![\p{{L}}]))(?:{alternation})(?![\p{{L}}]))"
    return rf"(?:(?<![\p{{L}}\d])(?:{alternation}){late})"


def literal(form: str) -> str:
    """The pattern of one form, `~` being up to four letters; a longer form also without its accents."""
    written = r"\p{L}{0,4}+".join(regex.escape(piece, special_only=True) for piece in form.split("~"))
    if sum(map(str.isalpha, form)) < _SHORT or written.isascii():
        return written
    return "".join(f"[{letter}{UNMARKED[letter]}]" if letter in UNMARKED else letter for letter in written)


def any_of(forms: Iterable[str]) -> str:
    """The alternation of strings exactly as they are, in the given order."""
    return "|".join(regex.escape(form) for form in forms) or NOTHING


def named(groups: Mapping[str, Sequence[str]], *, prefixes: str, late: str = _LATE) -> str:
    """The alternation of lists of forms, each in a group with the name of its key (hyphens as underscores)."""
    parts = (
        f"(?<{key.replace('-', '_')}>{words(forms, prefixes=prefixes, late=late)})"
        for key, forms in groups.items()
        if forms
    )
    return "|".join(parts) or NOTHING
