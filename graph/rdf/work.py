"""What is known of each work, gathered over all records and references: kind, titles, dates, registration, parts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeVar

import regex

from extract.catalogue.catalogue import Catalogue
from extract.model.citation import OWN_DATES, Citation
from extract.model.record import DocumentRecord
from extract.registry.registry import Registry, Treaty
from extract.symbols.spelling import as_printed
from extract.symbols.symbol import Symbol
from extract.text.numerals import from_roman
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.adoption import Adoptions
from graph.rdf.catalogued import Catalogued, Known
from graph.rdf.literal import Triple, boolean, day, is_day, number, text, typed
from graph.rdf.organs import organ_triples
from graph.rdf.registered import Registered
from graph.rdf.symbols import akn_address, is_date_of, symbol_of

_ENGLISH: Final = "en"
_ADOPTED: Final = frozenset({"resolution", "decision", "statement"})
_SYMBOL: Final = regex.compile(r"\b[A-Z]{1,9}+/[A-Z0-9./\-]++(?:\([^()\s]++\))?+")

Value = TypeVar("Value", str, int)


@dataclass(slots=True)
class _Facts:
    """What records and references say about one work; counted, so that the order of reading does not matter."""

    read: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    titles: set[tuple[str, str | None]] = field(default_factory=set)
    names: set[tuple[str, str | None]] = field(default_factory=set)
    dates: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    organs: Counter[str] = field(default_factory=Counter)
    meetings: set[tuple[str, str | None]] = field(default_factory=set)
    unts: Counter[int] = field(default_factory=Counter)
    akn: Counter[str] = field(default_factory=Counter)


class Works:
    """The works of a graph: fill it with `read`, `cited_in`, `cite` and `series`, then take its `triples`."""

    def __init__(self, registry: Registry, catalogue: Catalogue) -> None:
        """Start without works.

        Args:
            registry: treaties and named instruments that enrich the nodes.
            catalogue: fills what is empty of resolutions, decisions and statements.
        """
        self._catalogued = Catalogued(catalogue)
        self._registered = Registered()
        self._registry = registry
        self._named = frozenset((each.target, each.title) for each in registry.instruments.values())
        self._facts: dict[str, _Facts] = {}
        self._adoptions = Adoptions()

    def read(self, record: DocumentRecord, key: str) -> None:
        """Note a document that was read."""
        facts = self._of(key)
        facts.read = True
        if record.title and is_title(record.title):
            facts.titles.add((record.title, record.language))
        if record.date:
            facts.dates[record.date] += 1
        if record.organ:
            facts.organs[record.organ] += 1
        if record.meeting:
            facts.meetings.add((record.meeting, record.language))
        if record.akn:
            facts.akn[record.akn] += 1
        if record.draft:
            self._of(record.draft)
        self._adoptions.read(record, iri.work_iri(key))

    def cited_in(self, key: str) -> None:
        """Note a document that a reference was found in."""
        self._of(key).read = True

    def cite(self, citation: Citation) -> None:
        """Note what a citation says of its target."""
        facts = self._of(citation.target)
        facts.kinds[citation.kind] += 1
        date = citation.evidence.date
        if date and is_day(date) and citation.evidence.date_of in OWN_DATES and is_date_of(citation.target, date):
            facts.stated[date] += 1
        if citation.unts is not None:
            facts.unts[citation.unts] += 1
        if citation.title:
            known = facts.titles if citation.target.startswith(iri.TREATY_KEY) else facts.names
            known.add((citation.title, self.title_language(citation)))

    def title_language(self, citation: Citation) -> str | None:
        """Return the language of a title: English for one of the registry's, else that of the citing text."""
        return "en" if (citation.target, citation.title) in self._named else citation.evidence.language

    def is_registered(self, key: str, title: str | None) -> bool:
        """Return whether a title is the one that the registry has for a treaty."""
        treaty = self._treaty(key)
        return treaty is not None and treaty.title == title

    def linked(self, key: str) -> None:
        """Note a work that a hyperlink of a source leads to."""
        self._of(key)

    def series(self, later: str, earlier: str) -> None:
        """Note two members of a series."""
        self._of(later)
        self._of(earlier)

    def triples(self) -> Iterator[Triple]:
        """Yield the triples of every work."""
        for instrument in self._registry.instruments.values():
            if facts := self._facts.get(instrument.target):
                facts.names |= {(name, language) for language, names in instrument.titles.items() for name in names[:1]}
        for key in list(self._facts):
            self._add_parents(key)
        for key, facts in self._facts.items():
            yield from self._work(key, facts)
        yield from self._adoptions.triples()
        yield from self._catalogued.sources()
        yield from self._registered.sources()

    def _of(self, key: str) -> _Facts:
        """Return the facts of a work, new ones if it is new."""
        if (facts := self._facts.get(key)) is None:
            facts = self._facts[key] = _Facts()
        return facts

    def _treaty(self, key: str) -> Treaty | None:
        """Return the registry's treaty for a key; None if the key names no treaty or an unknown one."""
        return self._registry.treaties.get(key.removeprefix(iri.TREATY_KEY)) if key.startswith(iri.TREATY_KEY) else None

    def _add_parents(self, key: str) -> None:
        """Add the works that a work is part of, so that every edge has a target."""
        treaty, symbol = self._treaty(key), symbol_of(key)
        parents = [str(parent) for parent in symbol.parents()] if symbol else []
        parents += [iri.TREATY_KEY + treaty.parent] if treaty and treaty.parent else []
        for parent in parents:
            if parent not in self._facts:
                self._of(parent)
                self._add_parents(parent)

    def _work(self, key: str, facts: _Facts) -> Iterator[Triple]:
        """Yield the triples of one work."""
        work = iri.work_iri(key)
        symbol = symbol_of(key)
        kind = _kind(key, symbol, facts)
        yield work, v.TYPE, v.WORK
        yield work, v.TYPE, v.KIND_CLASSES[kind]
        yield work, v.DOCUMENT_TYPE, v.KIND_CLASSES[kind]
        yield work, v.IDENTIFIER, text(key)
        yield work, v.LABEL, self._label(key, facts)
        if kind == "treaty":
            yield from self._treaty_triples(key, facts)
        else:
            yield from _texts(work, v.TITLE, facts.titles)
            yield from _dates(work, most(facts.dates), most(facts.stated))
        if symbol:
            yield from _symbol_triples(work, symbol)
        yield from _texts(work, v.ALTERNATIVE, facts.names)
        if kind in _ADOPTED:
            named = {language for _, language in facts.titles | facts.names if language}
            yield from self._catalogued.work(key, Known(named, bool(facts.dates), self._adoptions.stated(work)))
        organ = most(facts.organs) or (symbol.body if symbol and kind in _ADOPTED else None)
        if organ:
            yield from organ_triples(work, organ)
        address = most(facts.akn)
        if symbol and kind == "resolution":
            address = address or akn_address(symbol, organ, most(facts.dates))
        if address:
            yield work, v.NOTATION, typed(address, v.AKN_IRI)
        yield from _texts(work, v.MEETING, facts.meetings)

    def _label(self, key: str, facts: _Facts) -> str:
        """Return what a person calls a work: its symbol as it is printed, or the title of a treaty."""
        if treaty := self._treaty(key):
            return text(treaty.title, _ENGLISH)
        if key.startswith(iri.TREATY_KEY) and facts.titles:
            return text(*min(facts.titles, key=lambda title: (title[1] != _ENGLISH, title[1] or "", title[0])))
        return text(as_printed(key.removeprefix(iri.FILE_KEY).removeprefix(iri.TREATY_KEY)))

    def _treaty_triples(self, key: str, facts: _Facts) -> Iterator[Triple]:
        """Yield the triples that only a treaty has."""
        work = iri.work_iri(key)
        treaty = self._treaty(key)
        yield work, v.REGISTERED, boolean(treaty is not None)
        unts = treaty.unts if treaty else most(facts.unts)
        if unts is not None:
            yield work, v.UNTS_NUMBER, number(unts)
        yield from _dates(work, treaty.date if treaty else most(facts.dates), most(facts.stated))
        if treaty is None:
            yield from _texts(work, v.TITLE, facts.titles)
        else:
            yield from self._registered.treaty(work, treaty)
            yield from _sources(work, treaty.source)


def is_title(title: str) -> bool:
    """Return whether a title has a letter: "75/265." is the number of a resolution, not what it is called."""
    return any(map(str.isalpha, title))


def _texts(work: str, predicate: str, said: Iterable[tuple[str, str | None]]) -> Iterator[Triple]:
    """Yield texts about a work, each in its language."""
    for words, language in said:
        yield work, predicate, text(words, language)


def _sources(work: str, note: str) -> Iterator[Triple]:
    """Yield the sources of the registry's facts on a treaty: its note, and the UN documents that the note names."""
    yield work, v.SOURCE_NOTE, text(note, "en")
    for printed in _SYMBOL.findall(note):
        if symbol := symbol_of(printed):
            yield work, v.SOURCE, iri.work_iri(str(symbol))


def _dates(work: str, known: str | None, stated: str | None) -> Iterator[Triple]:
    """Yield the date of a work; marked as such if only citing texts state it."""
    if known:
        yield work, v.DATE, day(known)
    elif stated:
        yield work, v.STATED_DATE, day(stated)


def _regular(session: str) -> int | None:
    """Return the number of a regular session, in whichever numerals; None for a special one, which counts apart."""
    return int(session) if session.isascii() and session.isdecimal() else from_roman(session)


def _symbol_triples(work: str, symbol: Symbol) -> Iterator[Triple]:
    """Yield what a symbol itself shows: its session, what it is part of, its other symbol."""
    if symbol.session:
        yield work, v.SESSION, text(symbol.session)
        if (session := _regular(symbol.session)) is not None:
            yield work, v.SESSION_NUMBER, number(session)
    if symbol.part_of:
        yield work, v.IS_PART_OF, iri.work_iri(str(symbol.part_of))
    if symbol.twin:
        for half in symbol.parents():
            other = iri.work_iri(str(half))
            same = ((work, other), (other, work))
            yield from ((one, name, two) for one, two in same for name in (v.SAME_DOCUMENT, v.SAME_AS))


@lru_cache(maxsize=1 << 14)
def kind_of(key: str) -> str:
    """Return the kind of a work as its key alone shows it."""
    return _kind(key, symbol_of(key), _Facts())


def _kind(key: str, symbol: Symbol | None, facts: _Facts) -> str:
    """Return the kind of a work: the one that most references state, else the one that its symbol shows."""
    if key.startswith(iri.TREATY_KEY):
        return "treaty"
    kinds = Counter({kind: count for kind, count in facts.kinds.items() if kind != "treaty"})
    return most(kinds) or (symbol.kind if symbol else "document")


def most(counted: Counter[Value]) -> Value | None:
    """Return the value counted most often, the smallest on a tie; None if nothing was counted."""
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
