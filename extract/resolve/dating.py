"""Dates of cited texts: whether a date that stands near a reference can be the cited text's own.

"To continue until 1 February 2022 the mandate of resolution 2244 (2015)" gives no date of the resolution, though the
date stands where one may stand.
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
    """Give the date when it can be that of the target; None when the target's own number shows another year.

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
    if symbol.year:  # any number that may be a year: S/1906/2020 is document 1906 of 2020
        return date if any(abs(given - int(year)) <= _SLACK for year in _YEAR.findall(target)) else None
    session = symbol.session or ""
    number = int(session) if session.isdigit() else from_roman(session)
    if not target.startswith("A/") or target.startswith("A/HRC/") or not number:
        return date
    first = _ASSEMBLY_ZERO + number
    return date if first - _SLACK <= given <= first + 1 + _SLACK else None
