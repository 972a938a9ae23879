"""`Entry`: what the catalogue says of one resolution, decision or statement, each field with its sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import regex

Adoption = Literal["consensus", "unanimously", "vote"]

FIELDS: Final = ("date", "title", "agenda", "adoption", "draft", "record")
"""What has sources of its own: names as in `Entry.sources`."""
TITLE: Final = "title_"
"""What the name of a column of titles begins with; a language code follows."""

_COUNTS: Final = regex.compile(r"(\d{1,3})-(\d{1,3})-(\d{1,3})")
_ADOPTIONS: Final[Mapping[str, Adoption]] = {"consensus": "consensus", "unanimously": "unanimously"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the catalogue says of one text.

    Attributes:
        symbol: its UN symbol without spaces.
        date: ISO date of adoption; None if no source has it.
        titles: language code → title, English first. In square brackets: what the Dag Hammarskjöld Library says a text
            is about that has no title of its own, as those of the Security Council.
        agenda: heading of the agenda item, in English.
        adoption: how it was adopted.
        vote: votes in favour, against, and abstentions; None where they were not counted or are not known.
        draft: symbol of the draft, or the report and paragraph that recommend the text, as the source writes it.
        record: number of its record in the United Nations Digital Library.
        sources: field → codes of the sources that have this value (`Catalogue.sources`).
    """

    symbol: str
    date: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    agenda: str | None = None
    adoption: Adoption | None = None
    vote: tuple[int, int, int] | None = None
    draft: str | None = None
    record: str | None = None
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str | None:
        """The English title, or the first one if there is none in English."""
        return next(iter(self.titles.values()), None)

    def filled(self, further: "Entry") -> "Entry":
        """Return this entry with what it lacks from a further one of the same text."""
        lacking = [name for name in FIELDS if not self.sources.get(name) and further.sources.get(name)]
        if not lacking:
            return self
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        for name in lacking:
            values |= {key: getattr(further, key) for key in _OF_FIELD.get(name, (name,))}
        values["sources"] = {**self.sources, **{name: further.sources[name] for name in lacking}}
        return Entry(**values)

    def to_row(self) -> dict[str, str]:
        """The entry as a row of the table; columns without a value are left out."""
        counts = "-".join(map(str, self.vote)) if self.vote else None
        named = (f"{name}:{','.join(codes)}" for name, codes in self.sources.items())
        row = {
            "symbol": self.symbol,
            "date": self.date,
            **{TITLE + language: title for language, title in self.titles.items()},
            "agenda": self.agenda,
            "adoption": counts or self.adoption,
            "draft": self.draft,
            "record": self.record,
            "sources": " ".join(named),
        }
        return {name: value for name, value in row.items() if value}


_OF_FIELD: Final[Mapping[str, Sequence[str]]] = {"title": ("titles",), "adoption": ("adoption", "vote")}
"""Field with sources → the attributes it stands for, where they are not the one of its name."""


def from_row(row: Mapping[str, str]) -> Entry:
    """Build the entry that a row of the table describes; empty columns are the same as missing ones."""
    written = row.get("adoption", "")
    counted = _COUNTS.fullmatch(written)
    vote = (int(counted[1]), int(counted[2]), int(counted[3])) if counted else None
    adoption = _ADOPTIONS.get(written) or ("vote" if written else None)
    named = (each.partition(":") for each in row.get("sources", "").split())
    return Entry(
        symbol=row["symbol"],
        date=row.get("date") or None,
        titles={name.removeprefix(TITLE): value for name, value in row.items() if value and name.startswith(TITLE)},
        agenda=row.get("agenda") or None,
        adoption=adoption,
        vote=vote,
        draft=row.get("draft") or None,
        record=row.get("record") or None,
        sources={name: tuple(codes.split(",")) for name, _, codes in named},
    )
