"""The pattern of every numbering of resolutions and decisions: 61/74, 2005/20, S-10/2, 1718 (2006), 217 A (III)."""

from typing import Final

import regex

from extract.language.forms import NOTHING
from extract.language.reference_table import Numbers
from extract.language.script import Script
from extract.text.characters import TATWEEL, lookalikes
from extract.text.numerals import ENCLOSED, HAN_DIGITS, HAN_ONES, HAN_TEN, ROMAN_CHARACTERS

_LETTERS: Final = f"A-Z{lookalikes('ABCEHKMOPTX')}"
"""Class of the capitals that a resolution is lettered with; I and S number and prefix sessions."""
_ROMAN: Final = f"IVXLC{lookalikes('IX')}{ROMAN_CHARACTERS}"
_SMALL_ROMAN: Final = f"ivxlc{lookalikes('ix')}"
_NUMERAL: Final = rf"(?:[{_ROMAN}]{{1,8}}+|(?<=\d{{3}}\s?\(\s?)[{_SMALL_ROMAN}]{{1,8}}+)"
"""A roman numeral; in lower case after a long number only."""
_YEAR: Final = r"(?<year>(?:19[4-9]|20\d)\d)"
_LISTED: Final = r"(?<=(?<!\d)(?:\d{4}|\d{1,4}/\d{1,4})[,،])(?=E?S-\d|\d{1,4}/\d)"
_BEGINS: Final = r"(?<![[\p{L}--[\p{Han}\p{Arabic}]]\d/-])(?<!\d[.,])|(?<=\d/\d{1,3}-)(?=\d{1,3}/)"
_APART: Final = rf"{_BEGINS}|{_LISTED}"
"""Where a number may begin: after no letter or digit, after the hyphen of a range of numbers of one session, or in a
list after the comma behind a year or a number (2019,75/276)."""


def letter_pattern(numbers: Numbers) -> str:
    """The pattern of the letter of a resolution, in the language's own letters or in Latin (or look-alike) ones."""
    own = "|".join(sorted((regex.escape(written) for written, _ in numbers.letters), key=len, reverse=True))
    return (rf"(?:{own})(?!\p{{L}})|" if own else "") + rf"[{_LETTERS}]{{1,2}}(?![[\p{{L}}--\p{{Han}}]\d])(?!-\d)"


def number_beginnings(numbers: Numbers, script: Script) -> str:
    """The pattern, for the module `re`, of where a number may begin that begins with no word.

    It begins with a numeral of a meeting, or with figures before a stroke, a bracket or a letter.
    """
    letters = _LETTERS + "".join(sorted({regex.escape(written[0]) for written, _ in numbers.letters}))
    signs = HAN_DIGITS if script.han_numerals else ""
    figures = rf"(?<=\d)(?<!\d\d)\d{{0,3}}(?!\d)(?=\s?[/({ENCLOSED}{letters}])"
    meeting = r"(?<=[IVX])[IVX]{0,6}/|(?<=S)S\."
    return rf"[\dIVXS{signs}](?:{figures}|{meeting}{f'|(?<=[{signs}])' if signs else ''})"


def number_pattern(numbers: Numbers, script: Script, further: str, *, glued: str) -> str:
    """The pattern of every numbering, for one language's prefixes and letters.

    Args:
        numbers: what belongs to a number in the language.
        script: the traits of its script.
        further: pattern of what comes before a further letter.
        glued: pattern of the nouns that a number may be written together with.
    """
    letter = letter_pattern(numbers)
    particles = "".join(script.particles)
    han = rf"|(?<=[{''.join(script.before_number)}])[{HAN_DIGITS}]{{1,4}}+" if script.han_numerals else ""
    return (
        rf"(?:{_APART}" + (rf"|(?<=(?<!\p{{L}})[{particles}])" if particles else "") + rf"|(?<=(?i:{glued})))"
        rf"(?:(?<prefix>(?<emergency>{_any(numbers.emergency)})|(?<special>{_any(numbers.special)}))\s?)?+"
        r"(?:"
        r"(?<session>\d{1,4}+)\s?/\s?(?<item>\d{1,4}+)(?![\d/])(?!\.\d)"
        rf"(?:\s?(?<letter>{letter}))?+"
        r"|(?<meeting>(?:SS\.\s?)?[IVX]{1,7}+)/(?<item>\d{1,3}+)(?![[\p{L}--\p{Han}]\d/])(?!\.\d)"
        rf"|(?<number>\d{{1,4}}+{han})"
        rf"(?:\s?(?<rletter>{letter})(?<more>(?:{further}(?:{letter})){{0,8}}+))?+(?:{_session(numbers, script)})"
        rf"(?:\s?(?<after>{letter}))?+"
        r")"
    )


def _session(numbers: Numbers, script: Script) -> str:
    """The pattern of the year or the session in brackets that follows a number: (2006), (III), ㈢."""
    roman = rf"(?:S-|ES-)?+(?:{_NUMERAL}|(?<=S-)\d)"
    if numbers.roman_open:
        marks = "".join(rf"{regex.escape(mark)}?\s?" for mark in numbers.roman_marks)
        hyphen = rf"[-{TATWEEL}–\s]"
        prefix = rf"(?:S-|ES-|{regex.escape(numbers.roman_open)}\s?{marks}{hyphen}\s?)?+"
        roman = rf"{prefix}(?:{_NUMERAL}|(?<={hyphen})\d{{1,2}}(?!\d))"
    if not script.han_numerals:
        return rf"\s?\(\s?(?:{_YEAR}|(?<roman>{roman}))\s?\)"
    return rf"\s?\(\s?(?:{_YEAR}|(?<roman>{roman}|[{HAN_ONES}{HAN_TEN}]{{1,3}}))\s?\)|\s?(?<roman>[{ENCLOSED}])"


def _any(prefixes: tuple[str, ...]) -> str:
    return "|".join(regex.escape(prefix, special_only=True) for prefix in prefixes) or NOTHING
