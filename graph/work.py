"""What is known of each work, gathered over all records and references: kind, titles, dates, registration, parts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from extract.citation import Citation, Kind
from extract.document import DocumentRecord
from extract.registry import Registry, Treaty
from graph import iri
from graph import vocabulary as v
from graph.literal import Triple, boolean, day, number, text

_SHAPES: Final[tuple[tuple[str, Kind], ...]] = (
    ("/PRST/", "statement"),
    ("/DEC/", "decision"),
    ("/RES/", "resolution"),
    ("/CONF.", "conference-document"),
)

Value = TypeVar("Value", str, int)


@dataclass(slots=True)
class _Facts:
    """What records and references say of one work; counted, so that the order of reading does not matter."""

    read: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    titles: set[tuple[str, str | None]] = field(default_factory=set)
    names: set[tuple[str, str | None]] = field(default_factory=set)
    dates: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    organs: Counter[str] = field(default_factory=Counter)
    meetings: set[tuple[str, str | None]] = field(default_factory=set)
    unts: Counter[int] = field(default_factory=Counter)


class Works:
    """The works of a graph: fill it with `read`, `cited_in`, `cite` and `series`, then take its `triples`."""

    def __init__(self, registry: Registry) -> None:
        """Start without works.

        Args:
            registry: treaties and named instruments that enrich the nodes.
        """
        self._registry = registry
        self._facts: dict[str, _Facts] = {}

    def read(self, record: DocumentRecord, key: str) -> None:
        """Note a document that was read."""
        facts = self._of(key)
        facts.read = True
        if record.title:
            facts.titles.add((record.title, record.language))
        if record.date:
            facts.dates[record.date] += 1
        if record.organ:
            facts.organs[record.organ] += 1
        if record.meeting:
            facts.meetings.add((record.meeting, record.language))

    def cited_in(self, key: str) -> None:
        """Note a document that a reference was found in."""
        self._of(key).read = True

    def cite(self, citation: Citation) -> None:
        """Note what a citation says of its target."""
        facts = self._of(citation.target)
        facts.kinds[citation.kind] += 1
        if citation.evidence.date:
            facts.stated[citation.evidence.date] += 1
        if citation.unts is not None:
            facts.unts[citation.unts] += 1
        if citation.title and not citation.target.startswith(iri.TREATY_KEY):
            facts.names.add((citation.title, "en"))
        elif citation.title:
            facts.titles.add((citation.title, citation.evidence.language))

    def series(self, later: str, earlier: str) -> None:
        """Note two members of a series."""
        self._of(later)
        self._of(earlier)

    def triples(self) -> Iterator[Triple]:
        """Give the triples of every work."""
        for instrument in self._registry.instruments.values():
            if facts := self._facts.get(instrument.target):
                facts.names |= {(name, language) for language, names in instrument.titles.items() for name in names[:1]}
        for key in [key for key in self._facts if key.startswith(iri.TREATY_KEY)]:
            self._parents(key)
        for key, facts in self._facts.items():
            yield from self._work(key, facts)

    def _of(self, key: str) -> _Facts:
        """The facts of a work, new where it is."""
        if (facts := self._facts.get(key)) is None:
            facts = self._facts[key] = _Facts()
        return facts

    def _treaty(self, key: str) -> Treaty | None:
        """The registry's treaty of that key; None when the key is no treaty or unknown."""
        return self._registry.treaties.get(key.removeprefix(iri.TREATY_KEY)) if key.startswith(iri.TREATY_KEY) else None

    def _parents(self, key: str) -> None:
        """Add the treaties that a treaty belongs to, so that no edge leads to nothing."""
        while (treaty := self._treaty(key)) and treaty.parent:
            key = iri.TREATY_KEY + treaty.parent
            if key in self._facts:
                return
            self._of(key)

    def _work(self, key: str, facts: _Facts) -> Iterator[Triple]:
        """One work."""
        work = iri.work_iri(key)
        kind = _kind(key, facts)
        yield work, v.TYPE, v.WORK
        yield work, v.TYPE, v.KIND_CLASSES[kind]
        yield work, v.IDENTIFIER, text(key)
        if kind == "treaty":
            yield from self._treaty_triples(key, facts)
        else:
            for title, language in facts.titles:
                yield work, v.TITLE, text(title, language)
            yield from _dates(work, _most(facts.dates), _most(facts.stated))
        for name, language in facts.names:
            yield work, v.ALTERNATIVE, text(name, language)
        if organ := _most(facts.organs):
            yield work, v.PASSED_BY, iri.organ_iri(organ)
            yield iri.organ_iri(organ), v.TYPE, v.ORGAN_CLASS
            yield iri.organ_iri(organ), v.NAME, text(organ, "en")
        for meeting, language in facts.meetings:
            yield work, v.MEETING, text(meeting, language)

    def _treaty_triples(self, key: str, facts: _Facts) -> Iterator[Triple]:
        """What only a treaty has."""
        work = iri.work_iri(key)
        treaty = self._treaty(key)
        yield work, v.REGISTERED, boolean(treaty is not None)
        unts = treaty.unts if treaty else _most(facts.unts)
        if unts is not None:
            yield work, v.UNTS_NUMBER, number(unts)
        yield from _dates(work, treaty.date if treaty else _most(facts.dates), _most(facts.stated))
        if treaty is None:
            for title, language in facts.titles:
                yield work, v.TITLE, text(title, language)
        else:
            yield from _registered(work, treaty)


def _registered(work: str, treaty: Treaty) -> Iterator[Triple]:
    """What the registry knows of a treaty."""
    for language, titles in {"en": (treaty.title,), **treaty.titles}.items():
        yield work, v.TITLE, text(titles[0], language)
    further = [(language, titles[1:]) for language, titles in treaty.titles.items()]
    for language, names in (*further, *treaty.short.items()):
        for name in names:
            yield work, v.ALTERNATIVE, text(name, language)
    if treaty.volume is not None:
        yield work, v.UNTS_VOLUME, number(treaty.volume)
    if treaty.place:
        yield work, v.PLACE, text(treaty.place, "en")
    if treaty.parent:
        yield work, v.IS_PART_OF, iri.work_iri(iri.TREATY_KEY + treaty.parent)


def _dates(work: str, known: str | None, stated: str | None) -> Iterator[Triple]:
    """The date of a work; where only texts that cite it give one, marked as such."""
    if known:
        yield work, v.DATE, day(known)
    elif stated:
        yield work, v.STATED_DATE, day(stated)


def _kind(key: str, facts: _Facts) -> str:
    """Kind of a work: what most references call it, else what its symbol shows."""
    if key.startswith(iri.TREATY_KEY):
        return "treaty"
    kinds = Counter({kind: count for kind, count in facts.kinds.items() if kind != "treaty"})
    return _most(kinds) or next((kind for mark, kind in _SHAPES if mark in key), "document")


def _most(counted: Counter[Value]) -> Value | None:
    """The value counted most often, the smallest of equals; None when nothing was counted."""
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
