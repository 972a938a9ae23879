"""The pattern of every numbering of resolutions and decisions: 61/74, 2005/20, S-10/2, 1718 (2006), 217 A (III)."""

from collections.abc import Mapping
from typing import Any, Final

import regex

from extract.text.characters import TATWEEL, lookalikes
from extract.text.numerals import ENCLOSED, HAN_DIGITS, HAN_ONES, HAN_TEN, ROMAN_CHARACTERS

_LETTERS: Final = f"A-Z{lookalikes('ABCEHKMOPTX')}"
"""Class of the capitals that a resolution is lettered with; I and S number and prefix sessions."""
_ROMAN: Final = f"IVXLC{lookalikes('IX')}{ROMAN_CHARACTERS}"
_SMALL_ROMAN: Final = f"ivxlc{lookalikes('ix')}"


def letter_pattern(section: Mapping[str, Any]) -> str:
    """The pattern of the letter of a resolution, in the language's own letters or in Latin (or look-alike) ones."""
    own = "|".join(sorted((regex.escape(written) for written, _ in section["letters"]), key=len, reverse=True))
    return (rf"(?:{own})(?!\p{{L}})|" if own else "") + rf"[{_LETTERS}]{{1,2}}(?![[\p{{L}}--\p{{Han}}]\d])(?!-\d)"


def number_pattern(section: Mapping[str, Any], further: str) -> str:
    """The pattern of every numbering, for one language's prefixes and letters.

    Args:
        section: the table `numbers` of a lexicon.
        further: pattern of what stands before a further letter.
    """
    special = "|".join(regex.escape(p, special_only=True) for p in section["special"])
    emergency = "|".join(regex.escape(p, special_only=True) for p in section["emergency"])
    letter = letter_pattern(section)
    open_ = regex.escape(section["roman_open"])
    small = rf"(?<=\d{{3}}\s?\(\s?)[{_SMALL_ROMAN}]{{1,8}}+"  # after a long number only
    numeral = rf"(?:[{_ROMAN}]{{1,8}}+|{small})"
    roman = (
        rf"(?:S-|ES-|{open_}\s?إ?\s?ط?\s?[-{TATWEEL}–\s]\s?)?+(?:{numeral}|(?<=[-{TATWEEL}–\s])\d{{1,2}}(?!\d))"
        if open_
        else rf"(?:S-|ES-)?+(?:{numeral}|(?<=S-)\d)"
    )
    han, circled = (
        (rf"|(?<=第)[{HAN_DIGITS}]{{1,4}}+", rf"|\s?(?<roman>[{ENCLOSED}])") if "第" in section["lead"] else ("", "")
    )
    roman += rf"|[{HAN_ONES}{HAN_TEN}]{{1,3}}" if han else ""
    session = rf"\s?\(\s?(?:(?<year>(?:19[4-9]|20\d)\d)|(?<roman>{roman}))\s?\){circled}"
    return (
        r"(?:(?<![[\p{L}--[\p{Han}\p{Arabic}]]\d/-])(?<!\d[.,])|(?<=\d/\d{1,3}-)(?=\d{1,3}/)"
        + (r"|(?<=(?<!\p{L})[وفبلك])" if open_ else "")
        + ")"
        rf"(?:(?<prefix>(?<emergency>{emergency})|(?<special>{special}))\s?)?+"
        r"(?:"
        r"(?<session>\d{1,4}+)\s?/\s?(?<item>\d{1,4}+)(?![\d/])(?!\.\d)"
        rf"(?:\s?(?<letter>{letter}))?+"
        r"|(?<meeting>(?:SS\.\s?)?[IVX]{1,7}+)/(?<item>\d{1,3}+)(?![[\p{L}--\p{Han}]\d/])(?!\.\d)"
        rf"|(?<number>\d{{1,4}}+{han})"
        rf"(?:\s?(?<rletter>{letter})(?<more>(?:{further}(?:{letter})){{0,8}}+))?+(?:{session})"
        rf"(?:\s?(?<after>{letter}))?+"
        r")"
    )
