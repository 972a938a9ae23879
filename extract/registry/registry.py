"""`Registry`: treaties (`data/*.toml`) and named instruments (`data/instruments.toml`), read, checked and indexed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Final, TypeVar

from extract.model.citation import Kind
from extract.model.errors import DataError
from extract.model.tables import Table, load_table
from extract.registry.rows import InstrumentFile, InstrumentRow, Role, TreatyFile, TreatyRow

Titles = Mapping[str, tuple[str, ...]]
File = TypeVar("File", bound=Table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty and what identifies it.

    Attributes:
        slug: identifier in `treaty:SLUG`.
        title: official English title.
        date: ISO date of signature or adoption; None if uncertain.
        place: place of signature or adoption.
        unts: registration number in the *United Nations Treaty Series*; None if not registered or uncertain.
        part: of the series: 2 for what was filed and recorded, which has numbers of its own.
        volume: main volume there.
        volumes: further volumes that contain it; a convention and its protocols share a number, so the pair (number,
            volume) is the key.
        parent: slug of the treaty that this one belongs to.
        role: its relation to its parent; `member` of a group cited as one (the four Geneva Conventions).
        depositary: who holds the original.
        source: where these facts come from.
        titles: language code to full titles, nominative, the official one first.
        short: language code to short titles that can mean no other treaty.
        namesakes: language code to titles that usually mean another treaty, and this one where its date stands by them.
    """

    slug: str
    title: str
    source: str
    date: str | None = None
    place: str | None = None
    unts: int | None = None
    part: int = 1
    volume: int | None = None
    volumes: tuple[int, ...] = ()
    parent: str | None = None
    role: Role | None = None
    depositary: str | None = None
    titles: Titles = field(default_factory=dict, hash=False)
    short: Titles = field(default_factory=dict, hash=False)
    namesakes: Titles = field(default_factory=dict, hash=False)

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
        slug: identifier in the data file.
        title: official English title.
        target: UN symbol without spaces.
        kind: what the target is.
        pinpoint: the part of the target that it is (`annex I`); None for the whole.
        date: ISO date of adoption; None if uncertain.
        alternatives: other symbols that mean the same.
        source: where these facts come from.
        titles: language code to full titles, nominative, the official one first.
        short: language code to short titles that can mean no other instrument.
        namesakes: language code to titles that usually mean another text, and this one where its date stands by them.
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
    namesakes: Titles = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Registry:
    """Treaties and named instruments by slug, treaties by registration.

    Attributes:
        treaties: slug to treaty, in the order of the files.
        instruments: slug to named instrument.
        indexes: what is built from the registry once per language, kept with it.
    """

    treaties: Mapping[str, Treaty]
    instruments: Mapping[str, Instrument]
    _by_unts: Mapping[int, tuple[Treaty, ...]]
    _shared: Mapping[str, tuple[Treaty | Instrument, ...]] = field(default_factory=dict)
    indexes: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def by_registration(self, unts: int, volume: int | None = None) -> tuple[Treaty, ...]:
        """The treaties that a registration may mean, a convention before its protocols.

        Args:
            unts: registration number.
            volume: volume of the *Treaty Series*; it distinguishes a convention from its protocols. None: any volume.

        Returns:
            The treaties; empty if the number is unknown or none of its treaties is in that volume.
        """
        found = self._by_unts.get(unts, ())
        if volume is None:
            return found
        return tuple(treaty for treaty in found if (unts, volume) in treaty.registrations)

    def namesakes(self, title: str) -> tuple[Treaty | Instrument, ...]:
        """The texts that a title means only where their date is printed with it: it is the usual name of another."""
        return self._shared.get(title.casefold(), ())

    def family(self, slug: str) -> tuple[Treaty, ...]:
        """The root of a treaty and all that belongs to it, the root first.

        Raises:
            KeyError: no treaty has that slug.
        """
        root = _line(self.treaties, slug)[-1]
        lines = [_line(self.treaties, member) for member in self.treaties]
        return tuple(self.treaties[line[0]] for line in sorted(lines, key=len) if line[-1] == root)


_INSTRUMENTS: Final = "instruments.toml"


@cache
def load_registry() -> Registry:
    """The registry that ships, read once per process.

    Raises:
        DataError: a file does not fit its model, or rows contradict one another; every problem is listed.
    """
    folder = files("extract.registry") / "data"
    return read_registry(folder, folder / _INSTRUMENTS)


def read_registry(treaties: Traversable, instruments: Traversable | None = None) -> Registry:
    """Read a registry from a folder of treaty files and a file of named instruments.

    Args:
        treaties: folder of `*.toml` files with `[[treaty]]` tables.
        instruments: file with `[[instrument]]` tables; None if there is no such file.

    Raises:
        DataError: a file does not fit its model, or rows contradict one another; all problems of all files are listed.
    """
    problems: list[str] = []
    named_paths = [instruments] if instruments and instruments.is_file() else []
    treaty_rows = [row for file in _read(TreatyFile, _treaty_files(treaties), problems) for row in file.treaty]
    named_rows = [row for file in _read(InstrumentFile, named_paths, problems) for row in file.instrument]
    if problems:  # rows that could not be read would be reported as missing
        raise DataError("registry", problems)
    found = {row.slug: Treaty(**_fields(row)) for row in treaty_rows}
    named = {row.slug: Instrument(**_fields(row)) for row in named_rows}
    problems += _repeated(row.slug for row in treaty_rows) + _repeated(row.slug for row in named_rows)
    _check_families(found, problems)
    _check_titles([*treaty_rows, *named_rows], problems)
    if problems:
        raise DataError("registry", problems)
    return Registry(
        MappingProxyType(found),
        MappingProxyType(named),
        MappingProxyType(_by_registration(found)),
        MappingProxyType(_by_shared_title(found, named)),
    )


def _treaty_files(folder: Traversable) -> list[Traversable]:
    """The files of treaties in a folder, by name."""
    paths = [path for path in folder.iterdir() if path.name.endswith(".toml") and path.name != _INSTRUMENTS]
    return sorted(paths, key=lambda path: path.name)


def _by_registration(treaties: Mapping[str, Treaty]) -> dict[int, tuple[Treaty, ...]]:
    """Registration number to its treaties, a convention before its protocols."""
    by_unts: defaultdict[int, list[Treaty]] = defaultdict(list)
    for treaty in sorted(treaties.values(), key=lambda treaty: len(_line(treaties, treaty.slug))):
        if treaty.unts is not None:
            by_unts[treaty.unts].append(treaty)
    return {number: tuple(members) for number, members in by_unts.items()}


def _by_shared_title(
    treaties: Mapping[str, Treaty], instruments: Mapping[str, Instrument]
) -> dict[str, tuple[Treaty | Instrument, ...]]:
    """Title, its case folded, to the texts that share it with the one that it usually means."""
    shared: defaultdict[str, list[Treaty | Instrument]] = defaultdict(list)
    entries: list[Treaty | Instrument] = [*treaties.values(), *instruments.values()]
    for entry in entries:
        for title in {title.casefold() for titles in entry.namesakes.values() for title in titles}:
            shared[title].append(entry)
    return {title: tuple(entries) for title, entries in shared.items()}


def _read(model: type[File], paths: Iterable[Traversable], problems: list[str]) -> Iterator[File]:
    """The files that fit their model; what is wrong with the others is added to `problems`."""
    for path in paths:
        try:
            yield load_table(model, path, name=path.name)
        except DataError as error:
            problems += [f"{path.name}: {problem}" for problem in error.problems]


def _fields(row: TreatyRow | InstrumentRow) -> dict[str, Any]:
    """The values of a row, its tables of titles read-only."""
    tables = {"titles": row.titles, "short": row.short, "namesakes": row.namesakes}
    return dict(row) | {name: MappingProxyType(titles) for name, titles in tables.items()}


def _repeated(slugs: Iterable[str]) -> list[str]:
    return [f"slug {slug!r} is given twice" for slug, count in Counter(slugs).items() if count > 1]


def _line(treaties: Mapping[str, Treaty], slug: str) -> list[str]:
    """A treaty, its parent, and so on to the root; ends where a parent is unknown or repeats."""
    line = [slug]
    while (parent := treaties[line[-1]].parent) is not None and parent in treaties and parent not in line:
        line.append(parent)
    return line


def _check_families(treaties: Mapping[str, Treaty], problems: list[str]) -> None:
    """Parents exist and form no circle; a registration is shared within a family only."""
    holders: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for slug, treaty in treaties.items():
        line = _line(treaties, slug)
        end = treaties[line[-1]].parent
        if end is not None and line[-1] == slug and end not in treaties:
            problems.append(f"{slug}: parent {end!r} is not a treaty")
        elif end in line:
            problems.append(f"{slug}: its parents form a circle")
        for pair in treaty.registrations:
            holders[pair].add(line[-1])
    for (unts, volume), roots in holders.items():
        if len(roots) > 1:
            problems.append(f"No. {unts} in volume {volume} is given to unrelated treaties: {', '.join(sorted(roots))}")


def _check_titles(rows: Sequence[TreatyRow | InstrumentRow], problems: list[str]) -> None:
    """A title means one thing in its language, whatever its case."""
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for table in (row.titles, row.short):
            for language, texts in table.items():
                for text in texts:
                    holders[language, text.casefold()].append(row.slug)
    for (language, text), slugs in holders.items():
        if len(slugs) > 1:
            problems.append(f"{language} title {text!r} is given more than once: {', '.join(slugs)}")
