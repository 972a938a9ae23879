"""`Found`: a reference seen in a block, decided or not, on its way to becoming a row."""

from dataclasses import dataclass

from extract.model.citation import Certainty, Kind
from extract.model.span import Span
from extract.registry.registry import Instrument, Treaty


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reference seen.

    Attributes:
        start, end: its place in the block's flowing text.
        kind: what is cited.
        target: symbol or `treaty:SLUG`; None with a reason when it cannot be told.
        reason: why not; empty when it can.
        title, unts: of the target, where the registry or the text gives them.
        certainty, via, pinpoint, date, note: as in the row.
        entry: the registry's entry, for short forms and notes that follow.
        weak: whether it is named only in passing: inside a longer title, or inside the name of a body.
        spans: places between the reference and a pinpoint behind it that a reader passes over (its date, its body).
    """

    start: int
    end: int
    kind: Kind
    target: str | None
    reason: str = ""
    title: str | None = None
    unts: int | None = None
    certainty: Certainty = "explicit"
    via: str | None = None
    pinpoint: str | None = None
    date: str | None = None
    note: str | None = None
    entry: Treaty | Instrument | None = None
    weak: bool = False
    spans: tuple[Span, ...] = ()


def of_entry(  # noqa: PLR0913  # a place and its entry are positional, the rest are options
    entry: Treaty | Instrument,
    start: int,
    end: int,
    *,
    certainty: Certainty,
    via: str | None = None,
    note: str | None = None,
) -> Found:
    """A reference to a treaty or a named instrument of the registry; one that needs a note is weak."""
    return Found(
        start=start,
        end=end,
        kind="treaty" if isinstance(entry, Treaty) else entry.kind,
        target=entry.target,
        title=entry.title,
        unts=entry.unts if isinstance(entry, Treaty) else None,
        certainty=certainty,
        via=via,
        note=note,
        weak=note is not None,
        entry=entry,
    )
