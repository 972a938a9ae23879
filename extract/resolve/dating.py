"""Dates of cited texts: whether a date near a reference can be the cited text's own.

"To continue until 1 February 2022 the mandate of resolution 2244 (2015)" does not date the resolution, though
the date stands where its date could stand.
"""

from typing import Final

import regex

from extract.model.errors import SymbolError
from extract.symbols.symbol import parse
from extract.text.numerals import from_roman

_YEAR: Final = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ASSEMBLY_ZERO: Final = 1945  # session 1 of the General Assembly met in 1946
_SLACK: Final = 1  # years: a report may be dated the year before it is issued, and years are misprinted by one


def fitting_date(target: str | None, date: str | None) -> str | None:
    """Return the date if it can be that of the target; None if the target's own number shows another year.

    Args:
        target: symbol of the cited text, or `treaty:SLUG`, which shows no year; None when it is not known.
        date: ISO date that the citing text seems to give to it.
    """
    if not date or not target:
        return date
    try:
        symbol = parse(target)
    except SymbolError:
        return date
    given = int(date[:4])
    fits = _fits_years(target, given) if symbol.year else _fits_session(target, symbol.session or "", given)
    return date if fits else None


def _fits_years(target: str, given: int) -> bool:
    """Whether any number of a symbol that may be a year is the given one: S/1906/2020 is document 1906 of 2020."""
    return any(abs(given - int(year)) <= _SLACK for year in _YEAR.findall(target))


def _fits_session(target: str, session: str, given: int) -> bool:
    """Whether a session of the General Assembly met in a year; other bodies' sessions fit any year."""
    number = int(session) if session.isdigit() else from_roman(session)
    if not number or not target.startswith("A/") or target.startswith("A/HRC/"):
        return True
    first = _ASSEMBLY_ZERO + number
    return first - _SLACK <= given <= first + 1 + _SLACK
