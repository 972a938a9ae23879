"""Flowing text: a paragraph as a reader reads it, made from pieces of the text as read, with every offset kept.

Normalisation goes by character class alone: spaces, hyphens, digits, quotation marks, invisible characters.
"""

import re
import string
import unicodedata
from array import array
from collections.abc import Iterable
from functools import cache
from typing import Final

import regex

from extract.model.document import Flow
from extract.text.characters import (
    BLANKS,
    BREAKS,
    CONTROLS,
    DIGITS,
    HYPHENS,
    INVISIBLE,
    LIGATURES,
    SHAPES,
    SIMPLIFIED,
    SINGLE_QUOTES,
    TATWEEL,
    VOWELS,
    WIDE,
    full_width,
)

Segment = tuple[int, int]
"""A piece of the text as read: offset of its first code point, and one past its last."""

_FULL_WIDTH: Final[str] = "()/.[]*+" + string.digits + string.ascii_letters
_PLAIN: Final[dict[str, str]] = (
    dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(SINGLE_QUOTES, "'")
    | dict(full_width(_FULL_WIDTH))
    | dict(DIGITS)
    | dict(SHAPES)
    | dict(SIMPLIFIED)
    | dict.fromkeys(BLANKS, " ")
    | dict.fromkeys(BREAKS, "\n")
)
_FANCY: Final = re.compile(f"[{re.escape(''.join(_PLAIN))}]")  # ten times as fast as `regex` with a set of characters
_OFTEN: Final[str] = "\u2019\u00a0\u2011"  # the most frequent of them: French has one in every line

_UNSEEN: Final[str] = INVISIBLE + TATWEEL + VOWELS + CONTROLS  # left out of the line
_LIGATURES: Final[str] = "".join(LIGATURES)  # written as their letters

_SPECIAL: Final = regex.compile(
    rf"(?:(?<=[{WIDE}{_UNSEEN}]|^) | (?=[ \n{WIDE}{_UNSEEN}]|$)|\n)[ \n{_UNSEEN}]*+"  # blanks that may have to go
    rf"|[{_UNSEEN}][ \n{_UNSEEN}]*+"
    rf"|[\u2013\u2014{_LIGATURES}]"
)
# Where plain text shows none of these, no two blanks and none at its ends, nothing in it is special.
_MAYBE_SPECIAL: Final = re.compile(f"[\n\u2013\u2014\u2e80-\U0010ffff{_UNSEEN}]")
_MAYBE_SPECIAL_UNSPACED: Final = re.compile(
    f"[\n\u2013\u2014{_UNSEEN}{_LIGATURES}]"
)  # wide characters matter beside spaces only
_WIDE_OR_UNSEEN: Final = re.compile(f"[\u2e80-\U0010ffff{_UNSEEN}]")
# The same as `_SPECIAL` where nothing is wide or unseen, several times as fast; and where no blank has to go, too.
_SPECIAL_NARROW: Final = re.compile(r"(?:^ | (?=[ \n]|\Z)|\n)[ \n]*+|[\u2013\u2014]")
_DASHES: Final = re.compile(r"[\u2013\u2014]")
# All but what usual texts in Latin, Cyrillic or Arabic letters are made of: what is made plain, wide, unseen, or rare.
_ODD: Final = re.compile(
    r"[^\n -~\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u02bb\u0400-\u052f\u060c\u061b\u061f\u0621-\u063f\u0641-\u064a"
    r"\u2013\u2014\u201c-\u201e\u2026\u2116]"
)
_IS_WIDE: Final = regex.compile(rf"[{WIDE}]")
_DIVIDES: Final = regex.compile(r"\u00AD[ \n]*+\Z")  # a hyphen that shows only where it divides a word over lines
_IS_BLANK: Final = regex.compile(r"[ \n]")
# A dash is a hyphen where it joins the parts of one token: digits, or letters of a script that spaces its words.
_JOINED: Final = regex.compile(rf"[\p{{L}}\p{{N}}--[{WIDE}]]", flags=regex.V1)
_JOINED_NEXT: Final = regex.compile(rf"[{_UNSEEN}]*+[\p{{L}}\p{{N}}--[{WIDE}]]", flags=regex.V1)
_OPEN_ENDS: Final[str] = "/-("
_OPEN_SYMBOL: Final = regex.compile(r"/[A-Za-z]{2,8}\.\Z")  # A/CONF. or A/69/53/Add., whose number is on the next line
_LONGEST_END: Final[int] = 10


def plain(text: str) -> str:
    """Normalise spaces, breaks, hyphens, digits and single quotes, one code point to one, so that offsets stay."""
    return _made_plain(text)[0]


def _made_plain(text: str) -> tuple[str, bool]:
    """The normalised text, and whether any of its characters may be odd; most texts need a single search."""
    for character in _OFTEN:
        text = text.replace(character, _PLAIN[character])
    if not _ODD.search(text):
        return text, False
    return _FANCY.sub(lambda found: _PLAIN[found.group()], text), True


def is_seen(text: str) -> bool:
    """Whether a text has more than spaces and invisible characters."""
    return any(not character.isspace() and unicodedata.category(character) not in {"Cf", "Cc"} for character in text)


def _is_even(piece: str) -> bool:
    """Whether a text neither begins nor ends with a space and has no two in a row."""
    return piece[:1] not in {"", " "} and piece[-1] != " " and "  " not in piece


def _is_simple(piece: str, *, odd: bool) -> bool:
    """Whether normalised text needs no change: no space at its ends, and none inside that may have to go.

    Args:
        piece: the text.
        odd: whether any of its characters may be odd.
    """
    if not _is_even(piece):
        return False
    if not odd:
        return not ("\n" in piece or "\u2013" in piece or "\u2014" in piece)
    if piece.isascii() and piece.isprintable():
        return True
    return not (_MAYBE_SPECIAL if " " in piece else _MAYBE_SPECIAL_UNSPACED).search(piece)


def flow(text: str, segments: Iterable[Segment]) -> Flow:
    """Join pieces of a text to one line of flowing text.

    Args:
        text: the text as read.
        segments: pieces of it, in order, not overlapping; what is between two of them belongs elsewhere.

    Returns:
        The line. A run of spaces becomes one, at the offset of the first; none is left at the ends, beside characters
        that are written without spaces, where a line was broken after `/`, `-` or `(`, or in a symbol after a full
        stop.
    """
    return flows(text, [segments])[0]


def flows(text: str, lines: Iterable[Iterable[Segment]]) -> list[Flow]:
    """Join pieces of a text to lines, each as `flow` does; the text is normalised once for all of them."""
    text, odd = _made_plain(text)
    return [_joined(text, tuple(segments), odd=odd) for segments in lines]


def _joined(text: str, segments: tuple[Segment, ...], *, odd: bool) -> Flow:
    """The line that pieces of a normalised text make."""
    if len(segments) == 1:
        start, end = segments[0]
        if _is_simple(piece := text[start:end], odd=odd):
            return Flow(piece, range(start, end))
    line = _Line(odd=odd)
    last = None
    for start, end in segments:
        divided = last is not None and text[last - 1] == "\u00ad"
        if last is not None and not divided and (broken := text.find("\n", last, start)) >= 0:
            line.blank(broken, broken=True)
        line.add(text[start:end], start)
        last = end
    return Flow("".join(line.pieces), line.origin)


class _Line:
    """The line while it is being built."""

    def __init__(self, *, odd: bool) -> None:
        self._odd = odd  # whether any character may be
        self.pieces: list[str] = []
        self.origin: array[int] = array("q")
        self._tail = ""  # the last two code points, to look back at
        self._pending: int | None = None  # offset of a blank that is written once a word follows
        self._broken = False  # whether the pending blank is a broken line

    def add(self, piece: str, start: int) -> None:
        """Add a piece whose first code point is at `start`."""
        if _is_simple(piece, odd=self._odd):
            self._write(piece, start)
            return
        position = 0
        for special in _special(piece).finditer(piece):
            found, where = special.group(), special.start()
            if where > position:
                self._write(piece[position:where], start + position)
            position = special.end()
            if found in "\u2013\u2014":
                joins = self._pending is None and _JOINED.match(self._tail[-1:]) and _JOINED_NEXT.match(piece, position)
                self._write("-" if joins else found, start + where)
            elif found in LIGATURES:
                for letter in LIGATURES[found]:
                    self._write(letter, start + where)
            elif (blank := _IS_BLANK.search(found)) and not _DIVIDES.match(found):
                self.blank(start + where + blank.start(), broken="\n" in found)
        if position < len(piece):
            self._write(piece[position:], start + position)

    def blank(self, offset: int, *, broken: bool) -> None:
        """Note a space or a line break at the offset."""
        if self._pending is None:
            self._pending = offset
        self._broken = self._broken or broken

    def _write(self, words: str, offset: int) -> None:
        if self._pending is not None:
            if self._needs_blank(words):
                self.pieces.append(" ")
                self.origin.append(self._pending)
                self._tail = (self._tail + " ")[-2:]
            self._pending, self._broken = None, False
        self.pieces.append(words)
        self.origin.extend(_count(offset, offset + len(words)))
        self._tail = (self._tail + words[-2:])[-2:]

    def _needs_blank(self, words: str) -> bool:
        if not self._tail or _IS_WIDE.match(self._tail[-1]) or _IS_WIDE.match(words[0]):
            return False
        if self._broken and self._tail[-1] == "." and words[0].isdigit():
            end = "".join(piece[-_LONGEST_END:] for piece in self.pieces[-_LONGEST_END:])
            return _OPEN_SYMBOL.search(end[-_LONGEST_END:]) is None
        inside = self._tail[-1] == "(" or (len(self._tail) > 1 and self._tail[-2] != " ")
        return not (self._broken and self._tail[-1] in _OPEN_ENDS and inside)


def _special(piece: str) -> "re.Pattern[str] | regex.Pattern[str]":
    """The pattern of what is special in a piece."""
    if _WIDE_OR_UNSEEN.search(piece):
        return _SPECIAL
    return _DASHES if _is_even(piece) and "\n" not in piece else _SPECIAL_NARROW


def _count(start: int, end: int) -> "array[int]":
    """The whole numbers from `start` up to `end`; copied from a list of them, which is much faster than counting."""
    return _naturals(1 << end.bit_length())[start:end] if end < _COUNTED else array("q", range(start, end))


_COUNTED: Final = 1 << 20


@cache
def _naturals(size: int) -> "array[int]":
    return array("q", range(size))
