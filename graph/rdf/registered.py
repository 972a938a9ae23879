"""What the registry knows of a treaty, to triples: its facts, who confirmed each of them, and its records elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from extract.registry.checks import FACTS, Check, Field, load_check_sources, load_checks
from extract.registry.registry import Treaty
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, day, is_day, number, text, value_of

_ENGLISH: Final = "en"
_FURTHER_DATES: Final[Mapping[Field, str]] = MappingProxyType(
    {"adoption": v.ADOPTED_ON, "opening": v.OPENED_ON, "entry-into-force": v.IN_FORCE_FROM}
)
_NOT_CHECKED: Final = "not-checked"


@dataclass(slots=True)
class Registered:
    """Statements of the registry on the treaties of a graph; take `treaty` of each one, then `sources` once."""

    used: set[str] = field(default_factory=set)

    def treaty(self, work: str, treaty: Treaty) -> Iterator[Triple]:
        """Yield the facts of a treaty, and of each fact whether and by whom it was confirmed."""
        yield from _titles(work, treaty)
        if treaty.parent:
            yield work, v.IS_PART_OF, iri.work_iri(iri.TREATY_KEY + treaty.parent)
        if treaty.unts is not None:
            yield work, v.UNTS_PART, number(treaty.part)
        checks = load_checks().get(treaty.slug, ())
        for name in FACTS:
            if (stated := _fact(treaty, name)) is not None:
                of_field = [check for check in checks if check.field == name]
                yield work, stated[0], stated[1]
                yield from self._checked(work, *stated, of_field)
        for check in checks:
            yield from self._further(work, check)

    def _further(self, work: str, check: Check) -> Iterator[Triple]:
        """Yield a date or a record that the registry itself does not have; a disputed date stays a remark."""
        predicate = _FURTHER_DATES.get(check.field)
        if predicate and is_day(check.value):
            if check.state == "added":
                yield work, predicate, day(check.value)
            yield from self._checked(work, predicate, day(check.value), [check])
        elif check.field == "record":
            yield work, v.RECORD, text(check.value)
            if check.link:
                yield work, v.SEE_ALSO, check.link
        elif check.state == "disputed" and check.field == "date" and is_day(check.value):
            yield from self._checked(work, v.DATE, day(check.value), [check])

    def _checked(self, work: str, predicate: str, said: str, checks: list[Check]) -> Iterator[Triple]:
        """Yield the node that says in which state a fact is, and from which sources."""
        confirming = [check for check in checks if check.state != "disputed" or check.value == value_of(said).value]
        stated = iri.derivation_iri(work, predicate, said)
        yield stated, v.TYPE, v.REGISTRY_STATEMENT
        yield stated, v.SAID_OF, work
        yield stated, v.SAID_HOW, predicate
        yield stated, v.SAID_WHAT, said
        yield stated, v.CHECK_STATE, text(confirming[0].state if confirming else _NOT_CHECKED)
        for code in {code for check in confirming for code in check.by}:
            self.used.add(code)
            yield stated, v.DERIVED_FROM, v.CATALOGUE_SOURCE + code

    def sources(self) -> Iterator[Triple]:
        """Yield the sources that facts were held against."""
        for code in sorted(self.used):
            source = load_check_sources()[code]
            yield v.CATALOGUE_SOURCE + code, v.TYPE, v.FACT_SOURCE
            yield v.CATALOGUE_SOURCE + code, v.TITLE, text(source.name, _ENGLISH)
            yield v.CATALOGUE_SOURCE + code, v.RIGHTS, text(source.terms, _ENGLISH)


def _titles(work: str, treaty: Treaty) -> Iterator[Triple]:
    """Yield the titles and names of a treaty in each language."""
    for language, titles in treaty.titles.items():
        yield work, v.TITLE, text(titles[0], language)
    further = [(language, titles[1:]) for language, titles in treaty.titles.items()]
    for language, names in (*further, *treaty.short.items()):
        for name in names:
            yield work, v.ALTERNATIVE, text(name, language)


def _fact(treaty: Treaty, name: Field) -> tuple[str, str] | None:
    """Return the property and the value of a field of the registry; None where it is empty."""
    facts: Mapping[str, tuple[str, str | None]] = {
        "title": (v.TITLE, text(treaty.title, _ENGLISH)),
        "date": (v.DATE, day(treaty.date) if treaty.date else None),
        "place": (v.PLACE, text(treaty.place, _ENGLISH) if treaty.place else None),
        "depositary": (v.DEPOSITARY, text(treaty.depositary, _ENGLISH) if treaty.depositary else None),
        "unts": (v.UNTS_NUMBER, number(treaty.unts) if treaty.unts is not None else None),
        "volume": (v.UNTS_VOLUME, number(treaty.volume) if treaty.volume is not None else None),
    }
    predicate, said = facts[name]
    return None if said is None else (predicate, said)
