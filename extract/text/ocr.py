"""Repairs of what optical character recognition did to old records; every repair is told in the row's note."""

from dataclasses import dataclass
from typing import Final

import regex

ROMAN_ERA: Final = 1976
"""Sessions were written in roman numerals until 1975; later a "(1)" behind a number is no misread session."""

_SESSION: Final = regex.compile(r"(?<=\p{L}\s|,\s|\(\s?)(?<number>\d{1,3}|[Il])\s\((?<roman>[1Il]{1,3})\)(?!\d)")
_SYMBOL: Final = regex.compile(r"(?<![\w/.-])(?<sign>5)(?=/(?:(?:19|20)\d\d/\d{1,4}|PV\.\d{1,4}|\d{4,5})(?![\w/]))")
_DOLLAR: Final = regex.compile(r"(?<![\w/.-])S?\$(?=/\d{3,5}(?!\w))")
SCANNED_UNTIL: Final = 1995
"""Later records were never on paper only."""
_DIGITS: Final = {"$": "5", "S": "5", "l": "1", "I": "1", "O": "0", "o": "0", "B": "8"}
_NUMBER: Final = regex.compile(
    r"(?<![\p{L}\d/.-])(?=[$SlIOoB\d]{0,3}\d)(?=\d{0,3}[$SlIOoB])[$SlIOoB\d]{2,3}+(?=\s?\(19[4-9]\d\))"
)
_REVISION: Final = regex.compile(r"(?<=\d/Re)(?<sign>y)(?=\.\s?\d)")
_SLASH: Final = regex.compile(r"(?<![\w/.-])(?<=\s|\()S(?<sign>[lI|])(?=\d{4,5}(?!\w))")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text of the same length with its misread characters put right.

    Attributes:
        text: the text, every code point at its old place.
        places: where a character was changed.
    """

    text: str
    places: tuple[int, ...]

    def note(self, start: int, end: int, written: str) -> str | None:
        """What a row must say when one of its characters was put right; None when none was."""
        return (
            f"misread by optical character recognition: printed {written!r}"
            if any(start <= at < end for at in self.places)
            else None
        )


def repair(text: str, *, year: int | None) -> Repaired:
    """Put right what is surely misread: `41 (1)` for 41 (I), `S11 (1982)` for 511 (1982), `5/25` for S/25.

    Args:
        text: flowing text of a block.
        year: the year of the document; sessions are only read as roman before 1976, letters as digits before 1995.
    """
    put = _misread(text, year)
    if not put:  # as in nearly every text
        return Repaired(text, ())
    piece = [put.get(at, sign) for at, sign in enumerate(text)]
    return Repaired("".join(piece), tuple(sorted(at for at, sign in put.items() if text[at] != sign)))


def _misread(text: str, year: int | None) -> dict[int, str]:
    """What should stand at the places of misread characters."""
    put: dict[int, str] = {}
    if year is not None and year < ROMAN_ERA:
        for match in _SESSION.finditer(text):
            if match["roman"] == "I" * len(match["roman"]) and match["number"].isdigit():
                continue  # as it should be
            put |= dict.fromkeys(range(*match.span("roman")), "I")
            if not match["number"].isdigit():
                put[match.start("number")] = "1"
    if year is not None and year < SCANNED_UNTIL:
        for match in _NUMBER.finditer(text):
            put |= {at: _DIGITS.get(text[at], text[at]) for at in range(*match.span())}
        for match in _DOLLAR.finditer(text):
            put |= dict(zip(range(*match.span()), " S"[-len(match.group()) :], strict=True))
    scanned = ((_SLASH, "/"), (_REVISION, "v")) if year is not None and year < SCANNED_UNTIL else ()
    for pattern, meant in (*scanned, (_SYMBOL, "S")):
        put |= {match.start("sign"): meant for match in pattern.finditer(text)}
    return put
