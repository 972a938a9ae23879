"""What sources other than the registry say of treaties: confirmed facts, further dates, and records elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal, cast, get_args

from extract.model.errors import DataError
from extract.model.tables import read_remarked
from extract.text.numerals import from_roman

Field = Literal[
    "title", "date", "place", "depositary", "unts", "volume", "adoption", "opening", "entry-into-force", "record"
]
State = Literal["confirmed", "year-confirmed", "variant", "disputed", "added"]

FACTS: Final[tuple[Field, ...]] = ("title", "date", "place", "depositary", "unts", "volume")
"""Fields that the registry itself has."""
DATES: Final[tuple[Field, ...]] = ("date", "adoption", "opening", "entry-into-force")
"""Fields whose values are dates that a text may print with the treaty."""

_FIELDS: Final = frozenset(get_args(Field))
_STATES: Final = frozenset(get_args(State))
_COLLECTION: Final = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={}&chapter={}"
"""Of the UN Treaty Collection, by chapter and number of a treaty in *Multilateral Treaties Deposited with the
Secretary-General*, as that collection's own tables of contents link to it."""
_LINKS: Final[Mapping[str, str]] = {
    "ECOLEX": "https://www.ecolex.org/result/?q={}",
    "ILO": "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:{}",
}
"""Of a search for a treaty's number in ECOLEX, and of a convention by its code in NORMLEX; `checked.tsv` has both."""


@dataclass(frozen=True, slots=True)
class Check:
    """What sources say of one field of a treaty.

    Attributes:
        field: the field.
        state: `confirmed` (they have the registry's value), `year-confirmed` (only the year), `variant` (the same title
            in a slightly other form), `disputed` (they have another value, and neither is proven), `added` (the
            registry has no such fact).
        by: codes of the sources, as in `checked_sources.tsv`.
        value: what they have; empty where it is the registry's value or a variant of it.
    """

    field: Field
    state: State
    by: tuple[str, ...]
    value: str = ""

    @property
    def link(self) -> str | None:
        """The address of a record; None for other fields and for a database whose records have no lasting address."""
        database, _, number = self.value.partition(":")
        if self.field != "record":
            return None
        if database == "UNTC":
            return _COLLECTION.format(number, from_roman(number.partition("-")[0]))
        return _LINKS[database].format(number) if database in _LINKS else None


@dataclass(frozen=True, slots=True)
class CheckSource:
    """A source that facts of treaties were held against."""

    name: str
    terms: str


@cache
def load_checks() -> Mapping[str, tuple[Check, ...]]:
    """What is known of each treaty beside the registry, by slug; read once per process.

    Raises:
        DataError: a row names a field, a state or a source that does not exist.
    """
    sources = load_check_sources()
    found: defaultdict[str, list[Check]] = defaultdict(list)
    problems = []
    for row in _rows("checked.tsv"):
        check = Check(cast("Field", row["field"]), cast("State", row["state"]), tuple(row["by"].split()), row["value"])
        if check.field in _FIELDS and check.state in _STATES and check.by and sources.keys() >= set(check.by):
            found[row["slug"]].append(check)
        else:
            problems.append(f"{row['slug']}: {check}")
    if problems:
        raise DataError("registry/data/checked.tsv", problems)
    return MappingProxyType({slug: tuple(checks) for slug, checks in found.items()})


@cache
def load_check_sources() -> Mapping[str, CheckSource]:
    """The sources of `load_checks` by their codes."""
    return MappingProxyType(
        {row["code"]: CheckSource(row["name"], row["terms"]) for row in _rows("checked_sources.tsv")}
    )


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table of the registry."""
    return read_remarked(files("extract.registry") / "data" / name)
