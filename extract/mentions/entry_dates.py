"""Which date printed with a title is that of the text it names: the registry's date decides where it is known."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.mentions.title_dates import Printed
from extract.model.citation import DateOf
from extract.registry.registry import Instrument, Treaty

_ADOPTED: Final = frozenset({"resolution", "decision"})
_CONTRADICTS: Final = "the registry dates it {date}"
_YEAR: Final = slice(4)


class EntryDate(NamedTuple):
    """The date of a title as a row has it, what it is of, and what a reader must know of it; each may be None."""

    date: str | None = None
    of: DateOf | None = None
    note: str | None = None


def date_of_entry(entry: Treaty | Instrument, printed: Sequence[Printed], *, passing: bool) -> EntryDate:
    """Choose the date of an entry of the registry.

    Args:
        entry: what the title names.
        printed: the dates that the text may give to the title, the surest first.
        passing: whether the title is named in passing, so that a date beside it belongs to what it is a part of.
    """
    if known := next((each for each in _by_precision(printed) if is_of(entry, each)), None):
        return EntryDate(known.date, known.of)
    if passing:
        return EntryDate()
    firm = next((each for each in printed if each.firm), None)
    if firm is None or (entry.date and _is_another_event(entry, firm)):
        return EntryDate()
    if entry.date is None or firm.of == "entry-into-force" or firm.date[_YEAR] == entry.date[_YEAR]:
        return EntryDate(firm.date, firm.of)
    return EntryDate(firm.date, firm.of, _CONTRADICTS.format(date=entry.date))


def is_of(entry: Treaty | Instrument, printed: Printed) -> bool:
    """Whether a printed date is the one that the registry has; a year or a month may be part of it."""
    return entry.date is not None and printed.of != "entry-into-force" and entry.date.startswith(printed.date)


def meant_by(
    entries: tuple[Treaty | Instrument, ...], namesakes: Sequence[Treaty | Instrument], printed: Sequence[Printed]
) -> tuple[Treaty | Instrument, ...]:
    """The texts that a title means: its usual ones, or the namesake that has the printed date, or else its year."""
    for exactly in (True, False):
        for date in printed:
            for each in (*entries, *namesakes):
                if is_of(each, date) or (not exactly and _same_year(each, date)):
                    return entries if each in entries else (each,)
    return entries


def _same_year(entry: Treaty | Instrument, printed: Printed) -> bool:
    return (entry.date or "")[_YEAR] == printed.date[_YEAR]


def _by_precision(printed: Sequence[Printed]) -> list[Printed]:
    """Full dates before months, months before years."""
    return sorted(printed, key=lambda each: -len(each.date))


def _is_another_event(entry: Treaty | Instrument, firm: Printed) -> bool:
    """Whether a date is that of the meeting which agreed on an outcome, not of its adoption as a resolution."""
    return isinstance(entry, Instrument) and (entry.kind in _ADOPTED or not _same_year(entry, firm))
