"""Dates as a language writes them, found in a text."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.finders import finders
from extract.language.references import References

SENTENCE: Final = regex.compile(r"[;；。؛]|(?<=\p{L}{5}|[\d)\]”»\"])[.?!](?=\s++[\p{Lu}\p{Lo}(])")
"""Strong breaks: an abbreviation (chap., párr., разд.) has four letters at most, so its point ends no sentence."""


@dataclass(frozen=True, slots=True)
class DateToken:
    """A date as written, and as ISO text."""

    start: int
    end: int
    iso: str


def find_dates(text: str, lexicon: References) -> tuple[DateToken, ...]:
    """Find every full date; impossible ones (31 February) are passed over."""
    matches = finders(lexicon).date.finditer(text)
    found = ((match, iso_date(match["day"], match["month"], match["year"], lexicon)) for match in matches)
    return tuple(DateToken(match.start(), match.end(), iso) for match, iso in found if iso)


def iso_date(day: str, month: str, year: str, lexicon: References) -> str | None:
    """The ISO text of a date as written; None for an impossible one."""
    written = month.replace("/ ", "/")
    forms = (written, written.lower(), written.capitalize())
    number = next((lexicon.months[w] for w in forms if w in lexicon.months), 0)
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
