"""Repairs of characters that optical character recognition misread in old records; each is noted in the row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import regex

ROMAN_ERA: Final = 1976
"""Sessions were written in roman numerals until 1975; in later texts "(1)" after a number is no misread session."""
SCANNED_UNTIL: Final = 1995
"""Later records were never on paper only."""

_SESSION: Final = regex.compile(r"(?<=\p{L}\s|,\s|\(\s?)(?<number>\d{1,3}|[Il])\s\((?<roman>[1Il]{1,3})\)(?!\d)")
_SYMBOL: Final = regex.compile(
    r"(?<![\w/.-])5(?=/(?:(?:19|20)\d\d/\d{1,4}|PV\.\d{1,4}|(?!(?:19|20)\d\d(?!\d))\d{4,5})(?![\w/]))"
)
_DOLLAR: Final = regex.compile(r"(?<![\w/.-])S?\$(?=/\d{3,5}(?!\w))")
_DIGITS: Final = {"$": "5", "S": "5", "l": "1", "I": "1", "O": "0", "o": "0", "B": "8"}
_NUMBER: Final = regex.compile(
    r"(?<![\p{L}\d/.-])(?=[$SlIOoB\d]{0,3}\d)(?=\d{0,3}[$SlIOoB])[$SlIOoB\d]{2,3}+(?=\s?\(19[4-9]\d\))"
)
_ADDENDUM: Final = regex.compile(r"(?<=\b(?:Add|Corr|Rev)\.\s?)[lI](?![\p{L}\d])")
_REVISION: Final = regex.compile(r"(?<=\d/Re)y(?=\.\s?\d)")
_SLASH: Final = regex.compile(r"(?<=[\s(]S)[lI|](?=\d{4,5}(?!\w))")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with its misread characters corrected; its length stays the same.

    Attributes:
        text: the text, with every character at its old place.
        places: offsets of the characters that changed.
    """

    text: str
    places: tuple[int, ...]

    def note(self, start: int, end: int, written: str) -> str | None:
        """The note of a row that has a corrected character; None when it has none."""
        return (
            f"misread by optical character recognition: printed {written!r}"
            if any(start <= at < end for at in self.places)
            else None
        )


def repair(text: str, *, year: int | None) -> Repaired:
    """Correct what is certainly misread: `41 (1)` for 41 (I), `S11 (1982)` for 511 (1982), `5/25` for S/25.

    Args:
        text: flowing text of a block.
        year: the year of the document; sessions are only read as roman before 1976, letters as digits before 1995.
    """
    put = _misread(text, year)
    if not put:  # as in nearly every text
        return Repaired(text, ())
    piece = [put.get(at, character) for at, character in enumerate(text)]
    return Repaired("".join(piece), tuple(sorted(at for at, character in put.items() if text[at] != character)))


def _misread(text: str, year: int | None) -> dict[int, str]:
    """What should stand at the places of misread characters; where two rules differ, the later one decides."""
    put: dict[int, str] = {}
    for until, needed, rule in _RULES:
        timely = until is None or (year is not None and year < until)
        if timely and any(each in text for each in needed):
            put |= rule(text)
    return put


def _session(text: str) -> dict[int, str]:
    """`41 (1)` is 41 (I), and `l (I)` is 1 (I)."""
    put: dict[int, str] = {}
    for match in _SESSION.finditer(text):
        misread = not match["number"].isdigit()
        if misread or set(match["roman"]) != {"I"}:
            put |= dict.fromkeys(range(*match.span("roman")), "I")
        if misread:
            put[match.start("number")] = "1"
    return put


def _number(text: str) -> dict[int, str]:
    """`S11 (1982)` is 511 (1982)."""
    places = (at for match in _NUMBER.finditer(text) for at in range(*match.span()))
    return {at: _DIGITS.get(text[at], text[at]) for at in places}


def _dollar(text: str) -> dict[int, str]:
    """`S$/1234` is S/1234, and so is `$/1234`."""
    return dict(
        pair
        for match in _DOLLAR.finditer(text)
        for pair in zip(range(*match.span()), " S"[-len(match.group()) :], strict=True)
    )


def _single(pattern: regex.Pattern[str], meant: str) -> Callable[[str], dict[int, str]]:
    """The rule that a match of the pattern is one misread character."""
    return lambda text: {match.start(): meant for match in pattern.finditer(text)}


_RULES: Final[tuple[tuple[int | None, tuple[str, ...], Callable[[str], dict[int, str]]], ...]] = (
    (ROMAN_ERA, ("(",), _session),
    (SCANNED_UNTIL, ("(19",), _number),
    (SCANNED_UNTIL, ("$/",), _dollar),
    (SCANNED_UNTIL, ("Sl", "SI", "S|"), _single(_SLASH, "/")),  # Sl1234 is S/1234
    (SCANNED_UNTIL, ("/Rey",), _single(_REVISION, "v")),  # A/1/Rey.1 is A/1/Rev.1
    (None, ("5/",), _single(_SYMBOL, "S")),  # 5/1995/25 is S/1995/25
    (None, ("Add.", "Corr.", "Rev."), _single(_ADDENDUM, "1")),  # Add.l is Add.1
)
"""Rules with the year from which each no longer applies, None where it always does, and what it needs in a text."""
