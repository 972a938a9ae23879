"""`Catalogue`: find what is known of a text by its symbol, whether it exists, and the series it is in.

>>> catalogue = load_catalogue()
>>> entry = catalogue.find("A/RES/60/1")
>>> entry.date, entry.title
('2005-09-16', '2005 World Summit Outcome')
>>> catalogue.exists("S/RES/2140(2015)").answer
'no'
"""

import functools
import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import regex

from extract.catalogue.entry import Entry, from_row
from extract.catalogue.existence import Calendar, Existence, symbol_key
from extract.catalogue.table import Table, read_rows, read_table

OWN: Final = "RECALLING_CATALOGUE"
"""Environment variable: where the user's own catalogue is; empty for none."""
IMPORTED: Final = "imported"
"""Code of the source of what a user imported."""

_PACKED: Final = "texts.tsv.gz"
_LETTERS: Final = regex.compile(r"(?<=/(?:RES|DEC)/(?:[^/]{1,9}/)?\d{1,4})[A-Z]{1,2}(?:-[A-Z])?(?=\(|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts of the catalogue come from.

    Attributes:
        code: as in `Entry.sources`.
        name: what it is called, for a person.
        taken: what was taken from it.
        terms: terms of use.
    """

    code: str
    name: str
    taken: str
    terms: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which sources disagree.

    Attributes:
        symbol: of the text.
        field: which one: `date`, `title_en`, `adoption`, or `existence`.
        values: what the sources say.
        decision: what was decided.
    """

    symbol: str
    field: str
    values: str
    decision: str


@dataclass(frozen=True, slots=True)
class OwnCatalogue:
    """A user's own catalogue.

    Attributes:
        file: where it is.
        sha256: hex digest of its bytes.
        table: its rows.
    """

    file: Path
    sha256: str
    table: Table


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an agenda item.

    Attributes:
        text: in English.
        sources: codes of the sources that have it.
    """

    text: str
    sources: tuple[str, ...]


class Catalogue:
    """Facts of resolutions, decisions and statements by symbol: those that ship, completed by the user's own."""

    def __init__(self, folder: Traversable | None, own: OwnCatalogue | None = None) -> None:
        """Take the catalogue in a folder; its files are read when they are first needed.

        Args:
            folder: holds `texts.tsv.gz`, `calendar.tsv`, `series.tsv`, `sources.tsv`, `conflicts.tsv`; None for a
                catalogue that knows nothing besides the user's own.
            own: the user's own.
        """
        self._folder = folder
        self.own = own

    def find(self, symbol: str) -> Entry | None:
        """Return what is known of a text; None if it is in no source.

        Args:
            symbol: in any form that `extract.parse` reads.
        """
        shipped = self.shipped(symbol)
        row = self.own.table.row(symbol_key(symbol)) if self.own else None
        if row is None:
            return shipped
        return shipped.filled(from_row(row)) if shipped else from_row(row)

    def shipped(self, symbol: str) -> Entry | None:
        """Return what is known of a text without the user's own facts; None if it is in no source."""
        row = self._texts.row(symbol_key(symbol))
        return from_row(row) if row else None

    def heading(self, symbol: str) -> Heading | None:
        """Return the heading of the agenda item of a text, which all parts of one number share; None if it is unknown.

        A part without a heading has that of the whole or, where all other parts that have one agree, theirs; where they
        stand under sub-items of one item, the item's.
        """
        key = symbol_key(symbol)
        whole = whole_of(key)
        for entry in map(self.find, (key, whole)):
            if entry and entry.agenda:
                return Heading(entry.agenda, entry.sources.get("agenda", ()))
        parts = [entry for part in self._parts.get(whole, ()) if (entry := self.find(part)) and entry.agenda]
        for ends in ("", ":"):
            same = {_until(entry.agenda or "", ends) for entry in parts}
            if len(same) == 1:
                return Heading(same.pop(), parts[0].sources.get("agenda", ()))
        return None

    def titles(self, symbol: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
        """Return the titles of a text by language, and their sources; a part without a title has that of the whole."""
        key = symbol_key(symbol)
        for entry in map(self.find, (key, whole_of(key))):
            if entry and entry.titles:
                return entry.titles, entry.sources.get("title", ())
        return {}, ()

    def exists(self, symbol: str) -> Existence:
        """Return whether a text exists: `yes`, `no` (it cannot, with the reason), or `unknown`."""
        key = symbol_key(symbol)
        if key in self._texts.lines or (self.own and key in self.own.table.lines):
            return Existence("yes", "it is in the catalogue")
        return self._calendar.exists(key)

    def series(self, symbol: str) -> tuple[str, ...]:
        """Return the texts of one title that a text is one of, the oldest first; empty if it is in no known series."""
        return self._series.get(symbol_key(symbol), ())

    def conflicts(self, symbol: str) -> tuple[Conflict, ...]:
        """Return the fields of a text in which sources disagree."""
        return self._conflicts.get(symbol_key(symbol), ())

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by code."""
        rows = self._rows("sources")
        named = [Source(row["code"], row["name"], row.get("taken", ""), row.get("terms", "")) for row in rows]
        own = Source(IMPORTED, "imported by the user from files of the United Nations Digital Library", "", "")
        return {source.code: source for source in (*named, own)}

    def __iter__(self) -> Iterator[str]:
        """Give the symbols of the texts that it has facts of."""
        further = self.own.table.lines if self.own else {}
        return iter(dict.fromkeys([*self._texts.lines, *further]))

    @cached_property
    def _texts(self) -> Table:
        if self._folder is None:
            return Table(("symbol",), {})
        return read_table(self._folder / _PACKED, key="symbol", name=f"catalogue/{_PACKED}")

    def _rows(self, name: str) -> list[dict[str, str]]:
        """Return the rows of a table without a key."""
        return read_rows(self._folder / f"{name}.tsv", name=f"catalogue/{name}.tsv") if self._folder else []

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        """Symbol of a whole → its parts with letters."""
        found: dict[str, list[str]] = {}
        for symbol in self:
            if (whole := whole_of(symbol)) != symbol:
                found.setdefault(whole, []).append(symbol)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._rows("calendar"))

    @cached_property
    def _series(self) -> Mapping[str, tuple[str, ...]]:
        rows = self._rows("series")
        chains = [tuple(row["symbols"].split()) for row in rows]
        return {symbol: chain for chain in chains for symbol in chain}

    @cached_property
    def _conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        found: dict[str, tuple[Conflict, ...]] = {}
        for row in self._rows("conflicts"):
            conflict = Conflict(row["symbol"], row["field"], row.get("values", ""), row.get("decision", ""))
            found[conflict.symbol] = (*found.get(conflict.symbol, ()), conflict)
        return found


def _until(text: str, mark: str) -> str:
    """Return a text up to a mark; the whole text for an empty one."""
    return text.partition(mark)[0].strip() if mark else text


def whole_of(symbol: str) -> str:
    """Return the symbol of a resolution without the letters of its part: A/RES/54/54 of A/RES/54/54A."""
    return _LETTERS.sub("", symbol)


def own_path() -> Path | None:
    """Return where the user's own catalogue is, or would be; None if the environment says that there is none."""
    named = os.environ.get(OWN)
    if named is not None:
        return Path(named) if named else None
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "recalling" / "catalogue.tsv.gz"


def read_own(file: Path | None) -> OwnCatalogue | None:
    """Read a user's own catalogue; None if there is none.

    Raises:
        DataError: the file is no catalogue.
    """
    if file is None or not file.is_file():
        return None
    table = read_table(file, key="symbol", name=str(file))
    return OwnCatalogue(file, hashlib.sha256(file.read_bytes()).hexdigest(), table)


@functools.cache
def load_catalogue() -> Catalogue:
    """Return the catalogue that ships with the program, completed by the user's own, read once per process.

    Raises:
        DataError: the user's own file is no catalogue.
    """
    return Catalogue(shipped(), read_own(own_path()))


def shipped() -> Traversable:
    """Return the folder of the catalogue: inside the installed package, or `data/catalogue` of a checkout."""
    installed = files("extract.catalogue") / "data"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "data" / "catalogue"
