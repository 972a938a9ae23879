"""Titles as references, each with its date and told by it from others of the same name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.mentions.candidate import Candidate, Open, Passing, Resolved, of_entry
from extract.mentions.entry_dates import date_of_entry, meant_by
from extract.mentions.title_dates import TitleDates
from extract.registry.gazetteer import NamedHit
from extract.registry.registry import Registry

_NAMESAKE: Final = "no text of that name and date is in the registry"


def dated_titles(hit: NamedHit, passing: Passing | None, dates: TitleDates, registry: Registry) -> Iterator[Candidate]:
    """Yield what a title means, once for each text that it names.

    Args:
        hit: the title.
        passing: why it is named only in passing; None where it is not.
        dates: the dates of its paragraph.
        registry: knows the texts that share a title.
    """
    printed = dates.of(hit.start, hit.end, form=hit.form)
    namesakes = registry.namesakes(hit.form)
    for entry in meant_by(hit.entries, namesakes, printed):
        made = of_entry(entry, hit.start, hit.end, certainty="named", passing=passing)
        date = date_of_entry(entry, printed, passing=passing is not None)
        dated = replace(made, date=date.date, date_of=date.of, note=made.note or date.note)
        yield _unknown_namesake(dated) if namesakes and date.note else dated


def with_date(found: Resolved, dates: TitleDates) -> Resolved:
    """A treaty that the registry does not know with the date that stands by its title."""
    firm = next((date for date in dates.of(found.start, found.end) if date.firm), None)
    return replace(found, date=firm.date, date_of=firm.of) if firm else found


def _unknown_namesake(found: Resolved) -> Open:
    """A title that several texts share, with a date that none of them has."""
    return Open(
        start=found.start, end=found.end, kind=found.kind, certainty=found.certainty, date=found.date,
        date_of=found.date_of, reason=_NAMESAKE,
    )  # fmt: skip
