"""References on their way to a row: `Resolved` where the target is known, `Open` where only the reason why not is.

Both are a `Mention`, which holds what the text itself shows.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from extract.model.citation import Certainty, DateOf, Kind, Role
from extract.model.span import Span
from extract.registry.registry import Instrument, Treaty


class Passing(StrEnum):
    """Why a title weighs less than one that is cited for its own sake; the value is the note of its row."""

    IN_TITLE = "part of a longer title"
    IN_BODY = "inside the name of a body"
    IN_SOURCE = "title of the source"


NO_CITATION: Final = frozenset({Passing.IN_TITLE, Passing.IN_BODY})
"""What is named only as a part of another name: later short forms may mean it, but nothing is cited by it."""


@dataclass(slots=True, kw_only=True)
class Mention:  # not frozen: a frozen one takes three times as long to make, and thousands are made a second
    """A reference as the text shows it; nothing changes it once it is made.

    Attributes:
        start, end: its place in the block's flowing text.
        kind: what is cited.
        certainty: how the text cites it.
        pinpoint: the part that is meant, as written; None for the whole.
        date: ISO date that the text gives to what is cited; None where it gives none.
        date_of: what happened on that date, where the text says it.
        note: what a reader of the row must know; for people only, nothing is decided by it.
        passing: why it is named only in passing; None where it is cited for its own sake.
        skipped: spans after it (its date, its body) that may stand between it and its pinpoint.
        role: what a reference in a note is to the text at its mark; None elsewhere.
        called: what the text calls it beside its number; None where it calls it nothing.
    """

    start: int
    end: int
    kind: Kind
    certainty: Certainty = "explicit"
    pinpoint: str | None = None
    date: str | None = None
    date_of: DateOf | None = None
    note: str | None = None
    passing: Passing | None = None
    skipped: tuple[Span, ...] = ()
    role: Role | None = None
    called: str | None = None


@dataclass(slots=True, kw_only=True)
class Resolved(Mention):
    """A reference whose target is known.

    Attributes:
        target: symbol or `treaty:SLUG`.
        title: of the target, from the registry or as written; None for a plain symbol.
        unts: registration number in the *United Nations Treaty Series*; None where there is none.
        via: label of the note or paragraph that identifies the target; None where the quote itself does.
        entry: the registry's entry; None for a target that is not in the registry.
    """

    target: str
    title: str | None = None
    unts: int | None = None
    via: str | None = None
    entry: Treaty | Instrument | None = None

    def meant_at(
        self, place: Span, *, certainty: Certainty, via: str, pinpoint: str | None = None, date: str | None = None
    ) -> "Resolved":
        """Return a reference to the same target at another place, with the pinpoint and date given there."""
        return replace(
            self, start=place.start, end=place.end, certainty=certainty, via=via, pinpoint=pinpoint, date=date,
            date_of=None, note=None, skipped=(), role=None, called=None,
        )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Open(Mention):
    """A reference whose target stays unknown.

    Attributes:
        reason: why, in English, for a person.
        title: what it is called, as written; None where the text does not say.
        via: label of the paragraph that says whose it is; None where the quote does.
    """

    reason: str
    title: str | None = None
    via: str | None = None


Candidate = Resolved | Open


def of_entry(  # noqa: PLR0913  # a place and its entry are positional, the rest are options
    entry: Treaty | Instrument,
    start: int,
    end: int,
    *,
    certainty: Certainty,
    via: str | None = None,
    passing: Passing | None = None,
) -> Resolved:
    """Return a reference to a treaty or a named instrument of the registry."""
    return Resolved(
        start=start,
        end=end,
        kind="treaty" if isinstance(entry, Treaty) else entry.kind,
        target=entry.target,
        title=entry.title,
        unts=entry.unts if isinstance(entry, Treaty) else None,
        certainty=certainty,
        via=via,
        note=passing.value if passing else None,
        passing=passing,
        entry=entry,
    )


def treaty_of(candidate: Candidate) -> Treaty | None:
    """Return the registry's treaty that a reference means; None for anything else."""
    entry = candidate.entry if isinstance(candidate, Resolved) else None
    return entry if isinstance(entry, Treaty) else None


def is_unknown(candidate: Candidate) -> bool:
    """Return whether a reference is the title of a treaty that the registry does not know."""
    return (
        isinstance(candidate, Resolved)
        and candidate.kind == "treaty"
        and candidate.entry is None
        and candidate.certainty == "named"
    )


def instrument_of(candidate: Candidate) -> Instrument | None:
    """Return the registry's named instrument that a reference means; None for anything else."""
    entry = candidate.entry if isinstance(candidate, Resolved) else None
    return entry if isinstance(entry, Instrument) else None


def reading_order(candidate: Candidate) -> tuple[int, int]:
    """Sort key of references: by place, a longer one before those inside it."""
    return candidate.start, -candidate.end
