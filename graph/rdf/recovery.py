"""Recover from a graph the records and references that it was built from, so that graphs can be merged like rows.

What the graph holds of a work as a whole (date, organ, vote, subjects) is given to each of its language versions; rows
that start at the same offset may be in a different order. A graph built from the result has the same triples. Triples
of kinds that `docs/ontology.md` does not name are ignored.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from extract.model.adoption import Subject, Vote
from extract.model.citation import Citation, Evidence, Reference, Unresolved
from extract.model.part import UNITS, Part, numbered
from extract.model.record import DocumentRecord
from extract.registry.registry import Registry, load_registry
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.graphs import native
from graph.rdf.media import form_of
from graph.rdf.statements import Statements
from graph.rdf.store import load_graph
from graph.rdf.work import kind_of

_RELATIONS: Final = {name: relation for relation, name in v.RELATION_PROPERTIES.items()}
_BASES: Final[dict[str, Any]] = {name: basis for basis, name in v.BASIS_CONCEPTS.items()}
_CERTAINTIES: Final = {name: certainty for certainty, name in v.CERTAINTY_CONCEPTS.items()}
_DATES_OF: Final = {concept: name for name, concept in v.DATE_OF_CONCEPTS.items()}
_STATED: Final = (v.STATED_DATE, v.STATED_MONTH, v.STATED_YEAR)
_ROLES: Final[dict[str, Any]] = {name: role for role, name in v.ROLE_CONCEPTS.items()}
_KINDS: Final = {name: kind for kind, name in v.KIND_CLASSES.items()}


def recover(path: Path) -> tuple[list[DocumentRecord], list[Reference]]:
    """Read a graph and return the records and references that it was built from, in a fixed order.

    Raises:
        UnreadableError: the file cannot be read, or breaks its syntax.
    """
    store, name = native(load_graph(path))
    said = Statements(store, name)
    known = _catalogued(said)
    records = [record for expression in sorted(said.first(v.REALIZES)) for record in _records(said, expression, known)]
    registry = load_registry()
    references = [
        reference for thing in sorted(said.first(v.HAS_TARGET)) if (reference := _reference(said, thing, registry))
    ]
    return records, sorted(references, key=lambda each: (each.evidence.start, -each.evidence.end))


def _catalogued(said: Statements) -> frozenset[tuple[str, str]]:
    """Return the works and properties whose values are from the catalogue, which no record stated."""
    works, predicates = said.first(v.SAID_OF), said.first(v.SAID_HOW)
    stated = said.instances(v.CATALOGUE_STATEMENT)
    return frozenset((works.get(each, ""), predicates.get(each, "")) for each in stated)


def _records(said: Statements, expression: str, known: Container[tuple[str, str]]) -> Iterator[DocumentRecord]:
    """Yield the records of one language version, one per file.

    Args:
        said: the statements of the graph.
        expression: IRI of the language version.
        known: works and properties whose values no record stated.
    """
    work = said.first(v.REALIZES)[expression]
    key = said.keys.get(work, "")
    language = _language(said.text(expression, v.LANGUAGE))
    titles = said.texts(expression, v.TITLE)
    meetings, items = (_in_language(said, work, name, language) for name in (v.MEETING, v.AGENDA_ITEM))
    notations = said.values(v.NOTATION).get(work, ())
    akn = next((each.value for each in notations if _datatype(each) == v.AKN_IRI), None)
    organ, draft = said.text(work, v.PASSED_BY), said.text(work, v.DRAFT)
    for place, file in enumerate(said.texts(expression, v.DERIVED_FROM)):
        yield DocumentRecord(
            symbol=None if key.startswith(iri.FILE_KEY) else key,
            file=said.text(file, v.FILE_NAME) or "",
            language=language,
            organ=said.text(organ, v.NAME) if organ else None,
            title=_dealt(titles, place),
            date=None if (work, v.DATE) in known else said.text(work, v.DATE),
            meeting=_dealt(meetings, place),
            sha256=said.text(file, v.SHA256),
            form=form_of(said.text(file, v.FORMAT)),
            akn=akn,
            draft=said.keys.get(draft) if draft else None,
            agenda_item=None if (work, v.AGENDA_ITEM) in known else _dealt(items, place),
            vote=None if (work, v.VOTED) in known else _vote(said, work),
            sponsors=tuple(sorted(_names(said, said.texts(work, v.SPONSOR)))),
            subjects=tuple(_subjects(said, work)),
            sdgs=tuple(sorted(goal for about in said.texts(work, v.ABOUT) if (goal := _goal(about)) is not None)),
            invented=said.text(work, v.INVENTED) == "true",
            warnings=tuple(said.texts(file, v.NOTE)),
        )


def _dealt(values: Sequence[str], place: int) -> str | None:
    """Return the value for the file at an index; the last value if there are fewer values than files."""
    return values[min(place, len(values) - 1)] if values else None


def _language(code: str | None) -> str | None:
    return None if code in {None, iri.UNDETERMINED} else code


def _datatype(said: Any) -> str:  # noqa: ANN401  # pyoxigraph has no common base of terms
    return str(said.datatype.value) if isinstance(said, ox.Literal) else ""


def _in_language(said: Statements, work: str, predicate: str, language: str | None) -> list[str]:
    """Return the values of a work's property in one language, for the records in that language."""
    found = said.values(predicate).get(work, ())
    return [str(each.value) for each in found if (each.language or None) == language]


def _names(said: Statements, agents: Iterable[str]) -> list[str]:
    return [name for agent in agents if (name := said.text(agent, v.NAME)) is not None]


def _vote(said: Statements, work: str) -> Vote | None:
    """Return the vote on a work; None if there is none."""
    vote = said.text(work, v.VOTED)
    if vote is None:
        return None
    counted: dict[str, Any] = {
        name: max(said.number(vote, predicate) or 0, 0) for name, predicate in v.VOTE_COUNTS.items()
    }
    for name, predicate in v.VOTE_STATES.items():
        counted[name] = tuple(sorted(_names(said, said.texts(vote, predicate))))
    return Vote(**counted)


def _goal(about: str) -> int | None:
    """Return the number of the Sustainable Development Goal that an IRI names; None if it names none."""
    number = about.removeprefix(v.SDG)
    return int(number) if number != about and number.isascii() and number.isdecimal() else None


def _subjects(said: Statements, work: str) -> Iterator[Subject]:
    """Yield the subjects of a work; labels of goals with a language are our names, not subjects from a source."""
    for about in said.texts(work, v.ABOUT):
        ours = _goal(about) is not None
        labels = (each for each in said.values(v.PREF_LABEL).get(about, ()) if not (each.language and ours))
        label = next((str(each.value) for each in labels), None)
        if label is None:
            continue
        address = None if about.startswith(v.SUBJECT) else about
        for scheme in _schemes(said, about):
            yield Subject(label=label, scheme=scheme, iri=address)


def _schemes(said: Statements, about: str) -> list[str | None]:
    """Return the names of the vocabularies of a subject; of goals, none of our own."""
    named = (scheme for scheme in said.texts(about, v.IN_SCHEME) if scheme != iri.SDG_SCHEME)
    return [said.text(scheme, v.PREF_LABEL) for scheme in named] or [None]


def _reference(said: Statements, thing: str, registry: Registry) -> Reference | None:
    """Return a citation or an unresolved reference; None when what makes it one is missing."""
    evidence = _evidence(said, thing)
    cited = said.text_or_empty(said.text_or_empty(thing, v.HAS_BODY), v.HAS_CITED)
    reason = said.text(thing, v.REASON)
    target = said.keys.get(cited)
    if evidence is None or (target is None and reason is None):
        return None
    title = said.text(thing, v.TITLE)
    kind = _kind(said, thing, target)
    if target is None:
        return Unresolved(evidence=evidence, kind=kind, reason=reason or "", title=title)
    title = title or _registered_title(registry, target)
    return Citation(evidence=evidence, target=target, kind=kind, title=title, unts=said.number(cited, v.UNTS_NUMBER))


def _kind(said: Statements, thing: str, target: str | None) -> Any:  # noqa: ANN401  # one of the model's literals
    """Return the kind that the reference expects, else the kind that its target's key shows."""
    expected = _KINDS.get(said.text_or_empty(thing, v.EXPECTED_KIND))
    return expected or (kind_of(target) if target else "document")


def _registered_title(registry: Registry, target: str) -> str | None:
    """Return the registry's title of a treaty; None when the target is no treaty or unknown."""
    treaty = registry.treaties.get(target.removeprefix(iri.TREATY_KEY)) if target.startswith(iri.TREATY_KEY) else None
    return treaty.title if treaty else None


def _evidence(said: Statements, thing: str) -> Evidence | None:
    """Return where a reference stands; None when its document, its words or its position is missing."""
    segment = said.text_or_empty(thing, v.HAS_TARGET)
    key = said.keys.get(said.text_or_empty(said.text_or_empty(segment, v.HAS_SOURCE), v.REALIZES))
    words, position = _selector(said, segment, v.EXACT), _selector(said, segment, v.START)
    if key is None or words is None or position is None:
        return None
    file, linked = (said.text_or_empty(thing, name) for name in (v.DERIVED_FROM, v.LINKED))
    relation: Any = _RELATIONS.get(said.text_or_empty(thing, v.RELATION), "other")
    date_of: Any = _DATES_OF.get(said.text_or_empty(thing, v.DATE_OF))
    certainty: Any = _CERTAINTIES.get(said.text_or_empty(thing, v.CERTAINTY), "inferred")
    role: Any = _ROLES.get(said.text_or_empty(thing, v.ROLE))
    return Evidence(
        source=None if key.startswith(iri.FILE_KEY) else key,
        file=said.text_or_empty(file, v.FILE_NAME),
        language=_language(said.text(thing, v.LANGUAGE)),
        quote=said.text_or_empty(words, v.EXACT),
        start=said.number(position, v.START) or 0,
        end=said.number(position, v.END) or 0,
        paragraph=said.text_or_empty(said.text_or_empty(segment, v.IS_PART_OF), v.LABEL),
        relation=relation,
        verb=said.text(thing, v.VERB),
        basis=_BASES.get(said.text_or_empty(thing, v.BASIS)),
        pinpoint=said.text(thing, v.PINPOINT),
        date=next((date for name in _STATED if (date := said.text(thing, name))), None),
        date_of=date_of,
        role=role,
        certainty=certainty,
        via=said.text(thing, v.VIA),
        parts=tuple(part for unit in UNITS for part in _parts(said, thing, unit)),
        note=said.text(thing, v.NOTE),
        page=said.number(thing, v.PAGE),
        linked=said.keys.get(linked),
        prefix=said.text(words, v.PREFIX),
        suffix=said.text(words, v.SUFFIX),
        called=said.text(thing, v.CALLED),
    )


def _selector(said: Statements, segment: str, predicate: str) -> str | None:
    """Return the first selector of a segment that has the predicate; None when there is none."""
    selectors, described = said.texts(segment, v.HAS_SELECTOR), said.values(predicate)
    return next((selector for selector in selectors if selector in described), None)


def _parts(said: Statements, thing: str, unit: str) -> list[Part]:
    """Return the parts of a unit that a pinpoint names, the smallest first."""
    numbers = said.texts(thing, v.PART_PROPERTIES[unit])
    numbers += [""] if unit in said.texts(thing, v.UNNUMBERED) else []
    found = (numbered(unit, number) for number in numbers)
    return sorted(found, key=lambda part: (len(part.value), part.value, len(part.member), part.member))
