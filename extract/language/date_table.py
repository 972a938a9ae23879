"""The section of `references.toml` about dates: how they are written, where they stand, and what happened on them."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from extract.language.pinpoint_table import Forms
from extract.model.citation import DateOf
from extract.model.tables import Table, Texts

Side = Literal["before", "after"]

_TWELVE: Final = Field(min_length=12, max_length=12)


class Events(Table):
    """Words of what happens to a text on a date: verbs behind its title, and nouns before it."""

    adoption: Forms
    signature: Forms
    document: Forms
    force: Forms
    meeting: Forms

    def of(self, event: str) -> Forms:
        """The words of an event, by the name of its key."""
        forms: Forms = getattr(self, event)
        return forms


EVENTS: Final[Mapping[str, DateOf]] = {
    "adoption": "adoption",
    "signature": "signature",
    "document": "document",
    "force": "entry-into-force",
    "meeting": "meeting",
}
"""Key of `Events` to what rows call it."""


class Dates(Table):
    """How dates are written and where they are placed.

    Attributes:
        months: the names of each month, January first; `months_in_headings`: further names that occur at the head of
            a document only (abbreviations, nominatives); `months_in_text`: further ones of running text only
            (misreadings of scanned pages, spellings with vowel marks).
        patterns: forms of a date, of `{day}`, `{month}` and `{year}`.
        numeric: forms of a date in figures, of `{day}`, `{number}` and `{year}`.
        side: whether a date precedes or follows what it dates.
        links: words between a text and its date.
        shared: words that give several texts one date.
        adopted: nouns and verbs that give the date of adoption of the text that follows.
        force: words that give the date of its entry into force, which is another one.
        reviewed: words before a title under which a year behind it is that of the conference that reviews it.
        period, period_end: words before and after a day that begins or ends a period; it is no date of a text.
        year_precedes: whether a year precedes the title that it dates ("the 1951 Convention").
        events: words of what happened on a date; `on` those between them and the date.
    """

    months: Annotated[tuple[Texts, ...], _TWELVE]
    months_in_headings: Annotated[tuple[Forms, ...], _TWELVE]
    months_in_text: Annotated[tuple[Forms, ...], _TWELVE]
    patterns: Texts
    numeric: Texts
    side: Side
    links: Forms
    shared: Forms
    adopted: Forms
    force: Forms
    reviewed: Forms
    period: Forms
    period_end: Forms
    on: Forms
    year_precedes: bool
    events: Events

    @property
    def names(self) -> tuple[Forms, ...]:
        """The names of each month in running text."""
        return tuple((*names, *more) for names, more in zip(self.months, self.months_in_text, strict=True))
