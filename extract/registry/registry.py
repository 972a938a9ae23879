"""The gazetteer: treaties (`data/*.toml`) and named outcomes (`data/instruments.toml`), read, checked and indexed."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, get_args

from extract.model.citation import KINDS, Kind
from extract.model.errors import DataError
from extract.registry.row_checks import is_symbol, row_offences

Role = Literal["protocol", "amendment", "annex", "supplement", "member"]
Titles = Mapping[str, tuple[str, ...]]

ROLES: Final[tuple[str, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty, with what identifies it.

    Attributes:
        slug: its name in `treaty:SLUG`.
        title: official English title.
        date: ISO date of signature or adoption; None when not sure.
        place: place of signature or adoption.
        unts: registration number in the *United Nations Treaty Series*; None when not registered or not sure.
        volume: main volume there.
        volumes: other volumes that hold this very instrument; a convention and its protocols share a number, so that
            the pair (number, volume) is the key.
        parent: slug of the treaty that this one belongs to.
        role: what it is to its parent; `member` of a group cited as one (the four Geneva Conventions).
        depositary: who keeps the original.
        source: where the facts come from.
        titles: language code to full titles, nominative, the official one first.
        short: language code to short titles that can mean no other treaty.
    """

    slug: str
    title: str
    source: str
    date: str | None = None
    place: str | None = None
    unts: int | None = None
    volume: int | None = None
    volumes: tuple[int, ...] = ()
    parent: str | None = None
    role: Role | None = None
    depositary: str | None = None
    titles: Titles = field(default_factory=dict, hash=False)
    short: Titles = field(default_factory=dict, hash=False)

    @property
    def registrations(self) -> tuple[tuple[int, int], ...]:
        """Every pair (registration number, volume) that means this treaty, the main one first."""
        if self.unts is None or self.volume is None:
            return ()
        return tuple((self.unts, volume) for volume in (self.volume, *self.volumes))

    @property
    def target(self) -> str:
        """The treaty as the target of a citation."""
        return f"treaty:{self.slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A named outcome that is a resolution or a document (2005 World Summit Outcome = A/RES/60/1).

    Attributes:
        slug: its name in the data file.
        title: official English title.
        target: UN symbol without blanks.
        kind: what the target is.
        pinpoint: the part of the target that it is (`annex I`); None when it is the whole.
        date: ISO date of adoption; None when not sure.
        alternatives: other symbols that mean the same.
        source: where the facts come from.
        titles: language code to full titles, nominative, the official one first.
        short: language code to short titles that can mean no other instrument.
    """

    slug: str
    title: str
    target: str
    kind: Kind
    source: str
    pinpoint: str | None = None
    date: str | None = None
    alternatives: tuple[str, ...] = ()
    titles: Titles = field(default_factory=dict, hash=False)
    short: Titles = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Registry:
    """Treaties and named instruments by slug, treaties by registration.

    Attributes:
        treaties: slug to treaty, in the order of the files.
        instruments: slug to named instrument.
    """

    treaties: Mapping[str, Treaty]
    instruments: Mapping[str, Instrument]
    _by_unts: Mapping[int, tuple[Treaty, ...]]

    def by_registration(self, unts: int, volume: int | None = None) -> tuple[Treaty, ...]:
        """Give the treaties that a registration may mean, a convention before its protocols.

        Args:
            unts: registration number.
            volume: volume of the *Treaty Series*; it tells a convention from its protocols. None takes every volume.

        Returns:
            The treaties; none when the number is unknown or none of its treaties stands in that volume.
        """
        found = self._by_unts.get(unts, ())
        if volume is None:
            return found
        return tuple(treaty for treaty in found if (unts, volume) in treaty.registrations)

    def family(self, slug: str) -> tuple[Treaty, ...]:
        """Give a treaty's root and all that belongs to it, the root first.

        Raises:
            KeyError: no treaty has that slug.
        """
        root = _line(self.treaties, slug)[-1]
        lines = [_line(self.treaties, member) for member in self.treaties]
        return tuple(self.treaties[line[0]] for line in sorted(lines, key=len) if line[-1] == root)


_INSTRUMENTS: Final = "instruments.toml"


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """Read the registry that ships; cached.

    Raises:
        DataError: a row breaks the rules; every offence is named.
    """
    folder = files("extract.registry") / "data"
    return read_registry(folder, folder / _INSTRUMENTS)


def read_registry(treaties: Traversable, instruments: Traversable | None = None) -> Registry:
    """Read a registry from a folder of treaty files and a file of named instruments.

    Args:
        treaties: folder of `*.toml` files with `[[treaty]]` tables.
        instruments: file with `[[instrument]]` tables; none when there is no such file.

    Raises:
        DataError: a file is no TOML or a row breaks the rules; all offences of all files are in the one error.
    """
    offences: list[str] = []
    paths = sorted(
        (path for path in treaties.iterdir() if path.name.endswith(".toml") and path.name != _INSTRUMENTS),
        key=lambda path: path.name,
    )
    treaty_rows = [row for path in paths for row in _rows(path, "treaty", offences)]
    found = _unique([_treaty(where, row, offences) for where, row in treaty_rows], offences)
    _check_families(found, offences)
    instrument_rows = _rows(instruments, "instrument", offences) if instruments and instruments.is_file() else ()
    named = _unique([_instrument(where, row, offences) for where, row in instrument_rows], offences)
    _check_titles([*found.values(), *named.values()], offences)
    if offences:
        raise DataError("registry", offences)
    by_unts: defaultdict[int, list[Treaty]] = defaultdict(list)
    for treaty in sorted(found.values(), key=lambda treaty: len(_line(found, treaty.slug))):
        if treaty.unts is not None:
            by_unts[treaty.unts].append(treaty)
    index = {number: tuple(members) for number, members in by_unts.items()}
    return Registry(MappingProxyType(found), MappingProxyType(named), MappingProxyType(index))


Row = TypeVar("Row", "Treaty", "Instrument")

_TREATY_KEYS: Final[Mapping[str, type]] = {
    "slug": str, "title": str, "source": str, "date": str, "place": str, "unts": int, "volume": int, "volumes": list,
    "parent": str, "role": str, "depositary": str, "titles": dict, "short": dict,
}  # fmt: skip
_INSTRUMENT_KEYS: Final[Mapping[str, type]] = {
    "slug": str, "title": str, "target": str, "kind": str, "source": str, "pinpoint": str, "date": str,
    "alternatives": list, "titles": dict, "short": dict,
}  # fmt: skip


def _rows(path: Traversable, table: str, offences: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """The tables of one file, each with `file:slug` to name it by."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        offences.append(f"{path.name}: not TOML: {error}")
        return []
    offences += [f"{path.name}: unknown key {key!r}" for key in content if key != table]
    rows = content.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        offences.append(f"{path.name}: {table!r} must be an array of tables")
        return []
    return [(f"{path.name}:{row.get('slug', f'row {number}')}", row) for number, row in enumerate(rows, 1)]


def _treaty(where: str, row: dict[str, Any], offences: list[str]) -> Treaty | None:
    """One treaty; None, with its offences noted, where the row breaks the rules."""
    mine = list(row_offences(row, _TREATY_KEYS, ("slug", "title", "source", "titles")))
    if not mine:
        mine += (
            [f"role {row['role']!r} is none of {', '.join(ROLES)}"] if row.get("role", ROLES[0]) not in ROLES else []
        )
        mine += ["parent and role go together"] if ("parent" in row) != ("role" in row) else []
        mine += ["a volume needs a registration number"] if "volume" in row and "unts" not in row else []
        mine += ["other volumes need a main volume"] if "volumes" in row and "volume" not in row else []
        numbers = (row.get("unts", 1), row.get("volume", 1), *row.get("volumes", ()))
        mine += [f"{number!r} is no positive number" for number in numbers if type(number) is not int or number < 1]
    offences += [f"{where}: {offence}" for offence in mine]
    return None if mine else Treaty(**row | {"volumes": tuple(row.get("volumes", ()))} | _titles(row))


def _instrument(where: str, row: dict[str, Any], offences: list[str]) -> Instrument | None:
    """One named instrument; None, with its offences noted, where the row breaks the rules."""
    mine = list(row_offences(row, _INSTRUMENT_KEYS, ("slug", "title", "target", "kind", "source", "titles")))
    if not mine:
        mine += [f"kind {row['kind']!r} is not of the contract"] if row["kind"] not in KINDS else []
        symbols = (row["target"], *row.get("alternatives", ()))
        mine += [f"{symbol!r} is no symbol" for symbol in symbols if not is_symbol(symbol)]
    offences += [f"{where}: {offence}" for offence in mine]
    return None if mine else Instrument(**row | {"alternatives": tuple(row.get("alternatives", ()))} | _titles(row))


def _titles(row: dict[str, Any]) -> dict[str, Titles]:
    """The two tables of titles, frozen."""
    tables = {key: row.get(key, {}) for key in ("titles", "short")}
    return {
        key: MappingProxyType({language: tuple(texts) for language, texts in table.items()})
        for key, table in tables.items()
    }


def _unique(rows: list[Row | None], offences: list[str]) -> dict[str, Row]:
    """Rows by slug; a slug given twice is an offence."""
    sound = [row for row in rows if row is not None]
    found = {row.slug: row for row in sound}
    offences += [f"slug {row.slug!r} is given twice" for row in sound if found[row.slug] is not row]
    return found


def _line(treaties: Mapping[str, Treaty], slug: str) -> list[str]:
    """A treaty, its parent, and so on to the root; it stops where a parent is unknown or comes again."""
    line = [slug]
    while (parent := treaties[line[-1]].parent) is not None and parent in treaties and parent not in line:
        line.append(parent)
    return line


def _check_families(treaties: Mapping[str, Treaty], offences: list[str]) -> None:
    """Parents exist and form no ring; a registration is shared within a family only."""
    holders: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for slug, treaty in treaties.items():
        line = _line(treaties, slug)
        end = treaties[line[-1]].parent
        if end is not None and line[-1] == slug and end not in treaties:
            offences.append(f"{slug}: parent {end!r} is no treaty")
        elif end in line:
            offences.append(f"{slug}: its parents form a ring")
        for pair in treaty.registrations:
            holders[pair].add(line[-1])
        if len(set(treaty.registrations)) < len(treaty.registrations):
            offences.append(f"{slug}: a volume is given twice")
    for (unts, volume), roots in holders.items():
        if len(roots) > 1:
            offences.append(f"No. {unts} in volume {volume} is given to unrelated treaties: {', '.join(sorted(roots))}")


def _check_titles(rows: list[Treaty | Instrument], offences: list[str]) -> None:
    """A title means one thing in its language: none is given twice, whatever its case."""
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for table in (row.titles, row.short):
            for language, texts in table.items():
                for text in texts:
                    holders[language, text.casefold()].append(row.slug)
    for (language, text), slugs in holders.items():
        if len(slugs) > 1:
            offences.append(f"{language} title {text!r} is given more than once: {', '.join(slugs)}")
