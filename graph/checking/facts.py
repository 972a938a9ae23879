"""`Facts`: what is known of the texts that can be cited: the registry, the catalogue, the texts that were read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import regex

from extract.catalogue.catalogue import Catalogue
from extract.catalogue.entry import Entry
from extract.model.record import DocumentRecord
from extract.registry.checks import DATES, load_checks
from extract.registry.registry import Instrument, Treaty, load_registry
from graph.checking.likeness import folded
from graph.rdf.iri import TREATY_KEY

_COUNCIL: Final = regex.compile(r"S/RES/(\d{1,4}+)\(((?:19|20)\d\d)\)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a text and where it is from."""

    date: str
    source: str


@dataclass(slots=True)
class Known:
    """What is known of one text.

    Attributes:
        exists: whether anything shows that it exists.
        dates: its dates, the most trusted first.
        titles: language code to titles, with the source of each.
    """

    exists: bool = False
    dates: list[Dated] = field(default_factory=list)
    titles: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def add_titles(self, titles: Mapping[str, Iterable[str]], source: str) -> None:
        """Add titles of one source."""
        for language, each in titles.items():
            self.titles[language] += [(title, source) for title in each]


REGISTRY: Final = "the registry of treaties and instruments"
CATALOGUE: Final = "the catalogue"


class Facts:
    """What is known, looked up by target and by title."""

    def __init__(self, catalogue: Catalogue, *, read: Mapping[str, Dated] | None = None) -> None:
        """Start with the sources.

        Args:
            catalogue: of resolutions, decisions and statements.
            read: key of a text that was read to its own date; what a text says of itself comes first.
        """
        self.catalogue = catalogue
        self.registry = load_registry()
        self._read = read or {}
        self._known: dict[str, Known] = {}

    def known(self, target: str) -> Known:
        """What is known of a target; empty if nothing is."""
        if (known := self._known.get(target)) is None:
            known = self._known[target] = self._gather(target)
        return known

    def treaty(self, target: str) -> Treaty | None:
        """The treaty of the registry that a target names; None for other targets."""
        return self.registry.treaties.get(target.removeprefix(TREATY_KEY)) if target.startswith(TREATY_KEY) else None

    def instruments(self, target: str) -> tuple[Instrument, ...]:
        """The named instruments that a target is."""
        return self._instruments.get(target, ())

    def right_year(self, target: str) -> str | None:
        """The symbol that a Security Council resolution has in truth; None where the year is right or not known."""
        found = _COUNCIL.fullmatch(target)
        years = self._council.get(found[1], ()) if found else ()
        return years[0] if years and target not in years else None

    def disputed(self, target: str, date: str) -> bool:
        """Whether some source has this date of a text, though others disagree."""
        return any(each.field == "date" and date in each.values for each in self.catalogue.conflicts(target))

    def titled(self, title: str) -> frozenset[str]:
        """The targets that bear a title in any language."""
        return self._by_title.get(folded(title), frozenset())

    def _source(self, entry: Entry, field: str) -> str:
        """Name the sources from which the catalogue has a field of a text."""
        known = self.catalogue.sources
        names = [known[code].name for code in entry.sources.get(field, ()) if code in known]
        return f"{CATALOGUE}: {'; '.join(names)}" if names else CATALOGUE

    def _gather(self, target: str) -> Known:
        known = Known()
        if (own := self._read.get(target)) is not None:
            known.exists = True
            if own.date:
                known.dates.append(own)
        known.exists |= self.catalogue.exists(target).answer == "yes"
        if (entry := self.catalogue.find(target)) is not None:
            if entry.date and not known.dates:
                known.dates.append(Dated(entry.date, self._source(entry, "date")))
            source = self._source(entry, "title")
            known.add_titles({language: [title] for language, title in entry.titles.items()}, source)
        for named in (*self.instruments(target), self.treaty(target)):
            if named is not None:
                known.exists = True
                known.dates += [Dated(date, REGISTRY) for date in _dates(named)]
                for titles in (named.titles, named.short):
                    known.add_titles(titles, REGISTRY)
        return known

    @cached_property
    def _instruments(self) -> Mapping[str, tuple[Instrument, ...]]:
        found: defaultdict[str, tuple[Instrument, ...]] = defaultdict(tuple)
        for instrument in self.registry.instruments.values():
            for target in (instrument.target, *instrument.alternatives):
                found[target] += (instrument,)
        return found

    @cached_property
    def _council(self) -> Mapping[str, list[str]]:
        """Number of a Security Council resolution to its symbols: one, unless sources disagree."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for symbol in self.catalogue:
            if parts := _COUNCIL.fullmatch(symbol):
                found[parts[1]].append(symbol)
        return found

    @cached_property
    def _by_title(self) -> Mapping[str, frozenset[str]]:
        """Folded title to the targets that bear it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for symbol in self.catalogue:
            entry = self.catalogue.find(symbol)
            for title in entry.titles.values() if entry else ():
                found[folded(title)].add(symbol)
        for instrument in self.registry.instruments.values():
            for titles in (*instrument.titles.values(), *instrument.short.values()):
                for title in titles:
                    found[folded(title)] |= {instrument.target, *instrument.alternatives}
        return {title: frozenset(targets) for title, targets in found.items() if title}


def _dates(named: Treaty | Instrument) -> list[str]:
    """The dates of a treaty or instrument that a text may print: its own, of adoption and opening, and in force."""
    checks = load_checks().get(named.slug, ()) if isinstance(named, Treaty) else ()
    further = (check.value for kind in DATES for check in checks if check.field == kind)
    return list(dict.fromkeys(date for date in (named.date, *further) if date))


def facts_of(records: Iterable[DocumentRecord], catalogue: Catalogue) -> Facts:
    """What is known where texts are read: the catalogue, the registry, and the date that each text gives itself."""
    read = {record.symbol: Dated(record.date or "", record.symbol) for record in records if record.symbol}
    return Facts(catalogue, read=read)
