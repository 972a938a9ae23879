"""The rows of the registry's TOML files, and what each must be."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Annotated, Final, Literal, Self

import regex
from pydantic import AfterValidator, Field, model_validator

from extract.model.citation import Kind
from extract.model.tables import Table

Role = Literal["protocol", "amendment", "annex", "supplement", "member"]

_SLUG: Final[regex.Pattern[str]] = regex.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+")
_LANGUAGE: Final[regex.Pattern[str]] = regex.compile(r"[a-z]{2}")
_SYMBOL: Final[regex.Pattern[str]] = regex.compile(r"[A-Z][A-Za-z0-9()./,\[\]_-]++")
_UNCLEAN: Final[regex.Pattern[str]] = regex.compile(r"[\p{C}\p{Zl}\p{Zp}《》«»“”\"\xa0\u202f]|\A\s|\s\Z|\s\s")


def _clean(value: str) -> str:
    if not value or _UNCLEAN.search(value):
        raise ValueError(
            f"{value!r} must be text without outer spaces, line breaks, no-break spaces or quotation marks"
        )
    return value


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f"{value!r} must be lower-case words joined by hyphens")
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} must be a language code of two letters")
    return value


def _symbol(value: str) -> str:
    if not _SYMBOL.fullmatch(value):
        raise ValueError(f"{value!r} is not a document symbol without spaces")
    return value


def _date(value: str) -> str:
    try:
        written = dt.date.fromisoformat(value).isoformat()
    except ValueError:
        written = ""
    if written != value:
        raise ValueError(f"{value!r} must be an ISO date")
    return value


Clean = Annotated[str, AfterValidator(_clean)]
Slug = Annotated[str, AfterValidator(_slug)]
Symbol = Annotated[str, AfterValidator(_symbol)]
Date = Annotated[str, AfterValidator(_date)]
Positive = Annotated[int, Field(ge=1)]
Titles = Mapping[Annotated[str, AfterValidator(_language)], Annotated[tuple[Clean, ...], Field(min_length=1)]]


class _Row(Table):
    """What rows of both kinds have: see `Treaty` and `Instrument` for the meanings."""

    slug: Slug
    title: Clean
    source: Clean
    date: Date | None = None
    titles: Titles
    short: Titles = Field(default_factory=dict)
    namesakes: Titles = Field(default_factory=dict)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if found := list(self.contradictions()):
            raise ValueError("; ".join(found))
        return self

    def contradictions(self) -> Iterator[str]:
        """What is wrong with keys that are right one by one."""
        if self.title not in {texts[0] for texts in self.titles.values()}:
            yield "title must be the first title of a language"
        if self.namesakes and self.date is None:
            yield "a text that is told from its namesakes needs a date"


class TreatyRow(_Row):
    """A `[[treaty]]` table."""

    place: Clean | None = None
    unts: Positive | None = None
    part: Literal[1, 2] = 1
    volume: Positive | None = None
    volumes: tuple[Positive, ...] = ()
    parent: Clean | None = None
    role: Role | None = None
    depositary: Clean | None = None

    def contradictions(self) -> Iterator[str]:
        """Keys that need one another are given together."""
        yield from super().contradictions()
        if (self.parent is None) != (self.role is None):
            yield "parent and role go together"
        if self.part == 2 and self.unts is None:  # noqa: PLR2004  # the second part of the series
            yield "a part needs a registration number"
        if self.volume is not None and self.unts is None:
            yield "a volume needs a registration number"
        if self.volumes and self.volume is None:
            yield "other volumes need a main volume"
        if len({self.volume, *self.volumes}) <= len(self.volumes):
            yield "a volume is given twice"


class InstrumentRow(_Row):
    """An `[[instrument]]` table."""

    target: Symbol
    kind: Kind
    pinpoint: Clean | None = None
    alternatives: tuple[Symbol, ...] = ()


class TreatyFile(Table):
    """A file of treaties."""

    treaty: tuple[TreatyRow, ...] = ()


class InstrumentFile(Table):
    """The file of named instruments."""

    instrument: tuple[InstrumentRow, ...] = ()
