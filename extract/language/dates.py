"""Dates as a language writes them, found in a text."""

import datetime as dt
import functools
import re
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.date_pattern import CENTURIES
from extract.language.finders import finders
from extract.language.references import References

SENTENCE: Final = regex.compile(r"[;；。؛]|(?<=\p{L}{5}|[\d)\]”»\"])[.?!](?=\s++[\p{Lu}\p{Lo}(])")
"""Strong breaks: an abbreviation (chap., párr., разд.) has at most four letters, so its full stop ends no sentence."""

_CENTURY: Final = re.compile("|".join(CENTURIES))


@dataclass(frozen=True, slots=True)
class DateToken:
    """The place of a date in a text, and the date in ISO form."""

    start: int
    end: int
    iso: str


@functools.lru_cache(maxsize=4)  # several readers of one paragraph ask for its dates
def find_dates(text: str, references: References) -> tuple[DateToken, ...]:
    """Find every full date; impossible ones (31 February) are skipped."""
    if not _CENTURY.search(text):
        return ()
    matches = finders(references).date.finditer(text)
    found = ((match, iso_date(match["day"], references.month(match["month"]), match["year"])) for match in matches)
    return tuple(DateToken(match.start(), match.end(), iso) for match, iso in found if iso)


def iso_date(day: str, month: int, year: str) -> str | None:
    """The date in ISO form; None if the calendar has no such day."""
    try:
        return dt.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
