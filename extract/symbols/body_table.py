"""What `bodies.toml` holds: a row per body, from which every other table of bodies is derived."""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, StringConstraints

from extract.model.tables import Problem, Table, Text, load_table

FORMS: Final = ("slash", "annual", "special", "year", "roman", "meeting")
"""The forms in which bodies number what they adopt."""


Group = Literal["assembly", "council", "rights", "economic"]
"""Groups of bodies that pages tell apart by colour, in the order of their legend."""
Series = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(/[A-Z]+(\.[0-9]+)?)?$")]
"""How the symbols of a body's documents begin: `A`, `A/HRC`, `E/CN.4`."""


class Names(Table):
    """A body's name in the official languages other than English."""

    ar: Text
    zh: Text
    fr: Text
    ru: Text
    es: Text


class BodyRow(Table):
    """A table of `bodies.toml`; see `Body` for the meanings.

    The keys named after a form of number (`slash`, `slash_decision` …) are symbols with the placeholders `{session}`,
    `{number}` and `{letter}`.
    """

    name: Text
    names: Names | None = None
    series: tuple[Series, ...] = ()
    akn: Text | None = None
    group: Group | None = None
    slash: Text | None = None
    slash_decision: Text | None = None
    annual: Text | None = None
    annual_decision: Text | None = None
    special: Text | None = None
    special_decision: Text | None = None
    year: Text | None = None
    roman: Text | None = None
    roman_decision: Text | None = None
    meeting: Text | None = None
    meeting_decision: Text | None = None
    sessions: Annotated[tuple[int, ...], Field(min_length=2, max_length=2)] | None = None
    year_of_session_zero: int = 0
    years: int = 1
    per_year: int = 1
    roman_last: int = 0
    last_of_year: tuple[int, ...] = ()
    first_year: int = 1946
    reports: str = ""
    before: str = ""
    invented_from: int = 0
    most: int = 0
    decision_from: int = 0
    decision_last: int = 0
    composed: bool = False
    only_named: bool = False


class BodyTable(Table):
    """The whole of `bodies.toml`: identifier of a body to its row."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, BodyRow] = Field(init=False)

    def problems(self) -> Iterator[Problem]:
        """Bodies that share a name or a series."""
        names = Counter(row.name for row in self.rows.values())
        series = Counter(head for row in self.rows.values() for head in row.series)
        for key, row in self.rows.items():
            if names[row.name] > 1:
                yield (key, "name"), "another body has this name"
            for place, head in enumerate(row.series):
                if series[head] > 1:
                    yield (key, "series", place), "another body has this series"

    @property
    def rows(self) -> Mapping[str, BodyRow]:
        """The rows by identifier."""
        return self.__pydantic_extra__


@functools.cache
def load_rows() -> Mapping[str, BodyRow]:
    """The rows of `bodies.toml` by identifier, read once per process.

    Raises:
        DataError: the file does not fit its model; every problem is listed.
    """
    return load_table(BodyTable, resources.files("extract.symbols") / "bodies.toml", name="symbols/bodies.toml").rows
