"""Raised digits: as characters of their own, and those that are powers of a unit instead of marks of notes."""

import unicodedata
from typing import Final

import regex

DIGITS: Final = "".join(map(chr, (0xB9, 0xB2, 0xB3, 0x2070, *range(0x2074, 0x207A))))
"""Raised digits that are characters of their own: 1, 2, 3, 0, 4 to 9."""
_POWERS: Final = frozenset(["2", "3"])
_UNIT: Final = regex.compile(r"\d\s?\p{L}{1,3}\Z")
_LONGEST: Final = 12


def makes_power(raised: str, before: str) -> bool:
    """Whether raised digits make the unit at the end of a text square or cubic.

    >>> makes_power("2", "islands of 12 km"), makes_power("2", "resolution 61/74"), makes_power("5", "12 km")
    (True, False, False)
    """
    return level(raised) in _POWERS and _UNIT.search(before[-_LONGEST:]) is not None


def level(raised: str) -> str:
    """Raised text with ordinary digits for those that are raised as characters."""
    return raised if raised.isascii() else unicodedata.normalize("NFKC", raised)
