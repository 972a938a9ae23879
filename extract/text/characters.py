"""Characters that look alike, look wide or are invisible: one table and one function for each.

Classes (`INVISIBLE`, `IDEOGRAPHS`, …) are the inside of a regular expression's set, to be written between brackets.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Final

import regex

from extract.model.tables import Table, Text, Texts, load_table


class _Chinese(Table):
    """Traditional characters and the simplified ones for them, place by place."""

    traditional: Texts
    simplified: Texts


class _Characters(Table):
    """Shape of `data/characters.toml`.

    Attributes:
        single_quotes: characters that are set for an apostrophe.
        tatweel: the stroke that lengthens an Arabic word.
        zeros: zero of other scripts; the digits 1 to 9 follow it in Unicode.
        lookalikes: Cyrillic capital -> the Latin one it looks like.
        chinese: traditional characters and the simplified ones for them.
    """

    single_quotes: Text
    tatweel: Text
    zeros: Text
    lookalikes: Mapping[Text, Text]
    chinese: _Chinese


_TABLE: Final = load_table(
    _Characters, resources.files("extract.text") / "data" / "characters.toml", name="text/data/characters.toml"
)
SIMPLIFIED: Final[Mapping[str, str]] = dict(
    zip("".join(_TABLE.chinese.traditional), "".join(_TABLE.chinese.simplified), strict=True)
)
"""Traditional Chinese character -> the simplified one."""
LOOKALIKES: Final[Mapping[str, str]] = _TABLE.lookalikes
"""Cyrillic capital -> the Latin capital it looks like."""

HYPHENS: Final[str] = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
"""Characters that are hyphens wherever they occur; the hyphen-minus itself is not among them."""
DASHES: Final[str] = "\u2013\u2014\u2015"
"""Dashes, which join or separate depending on what is on either side."""
SINGLE_QUOTES: Final[str] = _TABLE.single_quotes
BLANKS: Final[str] = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Spaces other than U+0020."""
BREAKS: Final[str] = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Line breaks other than U+000A."""
TATWEEL: Final[str] = _TABLE.tatweel
"""The stroke that lengthens an Arabic word and means nothing; some typists use it as a hyphen."""
INVISIBLE: Final[str] = r"\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF"
"""Class of soft hyphen, joiners, marks of direction and byte order mark."""
CONTROLS: Final[str] = r"\x00-\x08\x0E-\x1B\x1F\x7F"
"""Class of the control characters that are neither spaces nor line breaks."""
VOWELS: Final[str] = r"\u064B-\u0652\u0670"
"""Class of the signs that Arabic writes above and below its letters, and mostly leaves out."""
IDEOGRAPHS: Final[str] = r"\p{Han}\p{Hiragana}\p{Katakana}"
"""Class of the characters of scripts that put no spaces between words."""
WIDE: Final[str] = IDEOGRAPHS + r"\u3001-\u303F\uFE30-\uFE4F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65"
"""Class of ideographs, kana, and the wide punctuation that goes with them."""

_FULL_WIDTH_OFFSET: Final = 0xFEE0
DIGITS: Final[Mapping[str, str]] = {chr(ord(zero) + value): str(value) for zero in _TABLE.zeros for value in range(10)}
"""Decimal digit of another script -> the European one."""
PRINTABLE: Final[str] = string.digits + string.ascii_letters + string.punctuation


_ASTRAL_DIGIT: Final = regex.compile(r"(?V1)[\U00010000-\U0010FFFF&&\d]")


def readable(text: str) -> str:
    """Put U+FFFD for digits that are newer than Python's Unicode tables; offsets stay.

    `regex` has tables of its own: a digit of Unicode 16 is one to its patterns, and `int` refuses it.
    """
    return _ASTRAL_DIGIT.sub(lambda found: found[0] if found[0].isdecimal() else "\ufffd", text)


def full_width(characters: Iterable[str]) -> Mapping[str, str]:
    """Map the full-width forms of printable ASCII characters to the characters."""
    return {chr(ord(character) + _FULL_WIDTH_OFFSET): character for character in characters}


def _shapes() -> dict[str, str]:
    """The letters that a shape of Arabic letters stands for: at the end of a word, between others, two joined."""
    shapes = (chr(code) for first, last in ((0xFB50, 0xFBFF), (0xFE80, 0xFEFC)) for code in range(first, last + 1))
    return {shape: letters for shape in shapes if (letters := unicodedata.normalize("NFKC", shape)) != shape}


_SHAPES: Final = _shapes()
SHAPES: Final[Mapping[str, str]] = {shape: letters for shape, letters in _SHAPES.items() if len(letters) == 1}
"""Shape of one Arabic letter -> the letter."""
LIGATURES: Final[Mapping[str, str]] = {shape: letters for shape, letters in _SHAPES.items() if len(letters) > 1}
"""Shape of two Arabic letters that are written as one -> the letters."""


def _unmarked() -> dict[str, str]:
    """Letters without the marks that are often left out: accents, umlauts, the hamza of an alif, the dots of a yo."""
    latin = [chr(code) for code in range(0xC0, 0x180)]
    alifs = [chr(code) for code in (0x622, 0x623, 0x625)]
    marked = (*latin, *alifs, chr(0x401), chr(0x451))
    return {letter: bare for letter in marked if (bare := unicodedata.normalize("NFD", letter)[0]) != letter}


UNMARKED: Final[Mapping[str, str]] = _unmarked()
"""Letter with a mark that texts often leave out -> the letter without it."""
_MARKED: Final = re.compile(f"[{''.join(UNMARKED)}]")


def unmarked(text: str) -> str:
    """Leave out the marks that are often left out; every character keeps its place."""
    if text.isascii():
        return text
    return _MARKED.sub(lambda found: UNMARKED[found[0]], text)  # `str.translate` takes several times as long


def is_marked(text: str) -> bool:
    """Whether a text has any of the marks that are often left out."""
    return _MARKED.search(text) is not None


def to_latin(text: str) -> str:
    """Replace Cyrillic capitals by the Latin ones that they look like; every character keeps its place."""
    if not text.isascii():
        for cyrillic, latin in LOOKALIKES.items():  # `str.translate` takes ten times as long
            text = text.replace(cyrillic, latin)
    return text


def lookalikes(latin: str) -> str:
    """The Cyrillic letters that look like any of the Latin ones, in the case of those."""
    return "".join(
        form
        for cyrillic, capital in LOOKALIKES.items()
        for form, shape in ((cyrillic, capital), (cyrillic.lower(), capital.lower()))
        if shape in latin
    )
