"""What the catalogue knows of a work and the texts read do not say, to triples: each statement with its sources."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from extract.catalogue.catalogue import Catalogue
from extract.catalogue.entry import Entry
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, day, is_day, number, text

_ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a work without the catalogue, which adds only the rest.

    Attributes:
        languages: languages of its titles and names.
        date: whether its own date is known.
        said: properties that records state of it.
    """

    languages: Container[str] = ()
    date: bool = False
    said: Container[str] = ()


@dataclass(slots=True)
class Catalogued:
    """Statements of the catalogue on the works of a graph; take `works` of each one, then `sources` once."""

    catalogue: Catalogue
    used: set[str] = field(default_factory=set)

    def work(self, key: str, known: Known) -> Iterator[Triple]:
        """Yield what the catalogue adds to a work: title, date, agenda item, vote, record, and that it cannot exist."""
        work = iri.work_iri(key)
        existence = self.catalogue.exists(key)
        if existence.answer == "no":
            yield work, v.CANNOT_EXIST, text(existence.reason, _ENGLISH)
        titles, codes = self.catalogue.titles(key)
        for language, title in titles.items():
            if language not in known.languages:
                yield from self._stated(work, v.TITLE, text(title, language), codes)
        if entry := self.catalogue.find(key):
            yield from self._facts(work, entry, known)
        if v.AGENDA_ITEM not in known.said and (heading := self.catalogue.heading(key)):
            yield from self._stated(work, v.AGENDA_ITEM, text(heading.text, _ENGLISH), heading.sources)

    def _facts(self, work: str, entry: Entry, known: Known) -> Iterator[Triple]:
        """Yield date, vote and record."""
        if entry.date and is_day(entry.date) and not known.date:
            yield from self._stated(work, v.DATE, day(entry.date), entry.sources.get("date", ()))
        if entry.vote and v.VOTED not in known.said:
            vote = v.VOTE + iri.digest(work, *entry.vote)
            yield from self._stated(work, v.VOTED, vote, entry.sources.get("adoption", ()))
            yield vote, v.TYPE, v.VOTE_CLASS
            for predicate, count in zip(v.VOTE_COUNTS.values(), entry.vote, strict=True):
                yield vote, predicate, number(count)
        if entry.record and entry.record.isdecimal():
            yield from self._stated(work, v.SEE_ALSO, v.LIBRARY + entry.record, entry.sources.get("record", ()))

    def _stated(self, work: str, predicate: str, said: str, codes: Iterable[str]) -> Iterator[Triple]:
        """Yield a statement and the node that says from which sources of the catalogue it is."""
        yield work, predicate, said
        stated = iri.derivation_iri(work, predicate, said)
        yield stated, v.TYPE, v.CATALOGUE_STATEMENT
        yield stated, v.SAID_OF, work
        yield stated, v.SAID_HOW, predicate
        yield stated, v.SAID_WHAT, said
        for code in codes:
            self.used.add(code)
            yield stated, v.DERIVED_FROM, v.CATALOGUE_SOURCE + code

    def sources(self) -> Iterator[Triple]:
        """Yield the sources that statements were taken from."""
        for code in sorted(self.used):
            source = self.catalogue.sources.get(code)
            named = v.CATALOGUE_SOURCE + code
            yield named, v.TYPE, v.ENTITY
            yield named, v.TITLE, text(source.name if source else code, _ENGLISH)
            if source and source.terms:
                yield named, v.RIGHTS, text(source.terms, _ENGLISH)
