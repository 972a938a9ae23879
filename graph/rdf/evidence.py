"""Evidence to RDF: where a reference stands in a language version, and what its sentence says of it."""

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from extract.model.citation import Evidence
from extract.model.label import Label
from extract.model.part import Part
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, number, stated, text

_PARAGRAPHS: Final = {"pp": v.PREAMBULAR, "op": v.OPERATIVE, "fn": v.FOOTNOTE, "p": v.BODY_PARAGRAPH}
_APART: Final = frozenset({"prefix", "suffix", "parts", "role", "called"})
_identified_by: Final = attrgetter(*(field.name for field in fields(Evidence) if field.name not in _APART))


@lru_cache(maxsize=1 << 12)
def paragraph_class(label: str) -> tuple[str, int | None]:
    """Class and number of the paragraph of a label: `op13(a)` is operative 13, `annex/op2` stands in an annex.

    Parts and sections come first (`B/pp2`, `II/op1`) and do not determine the class; `fn*` and `op` have no number.
    """
    read = Label(label)
    return v.ANNEX if read.annex else _PARAGRAPHS.get(read.kind or "", v.OTHER_PARAGRAPH), read.number


def identity(evidence: Evidence, *said: str | None) -> str:
    """Return the hash of all that a reference says, so that everyone who reads the same text gets the same IRI.

    Its context and its role are left out, because rows may have been kept without them; the order of its parts says
    nothing.
    """
    said_so = (*_identified_by(evidence), *said)
    if "" in said_so:
        said_so = tuple(None if part == "" else part for part in said_so)
    return iri.digest(*said_so, sorted(evidence.parts))


class Place(NamedTuple):
    """Where a reference stands, by IRIs.

    Attributes:
        file: that was read.
        expression: language version of a work.
        paragraph: of the expression.
    """

    file: str
    expression: str
    paragraph: str


def evidence_triples(thing: str, evidence: Evidence, place: Place) -> Iterator[Triple]:
    """Yield where a reference stands and what its sentence says of it.

    Args:
        thing: hash of the reference.
        evidence: what is known of it.
        place: where it stands; `paragraph_triples` describes its paragraph.
    """
    reference, segment, quote, position = (name + thing for name in (v.MENTION, v.SEGMENT, v.QUOTE, v.POSITION))
    yield reference, v.DERIVED_FROM, place.file
    yield reference, v.LANGUAGE, text((evidence.language or iri.UNDETERMINED).lower())
    yield reference, v.RELATION, v.RELATION_PROPERTIES[evidence.relation]
    if evidence.basis:
        yield reference, v.BASIS, v.BASIS_CONCEPTS[evidence.basis]
    yield reference, v.CERTAINTY, v.CERTAINTY_CONCEPTS[evidence.certainty]
    if evidence.role:
        yield reference, v.ROLE, v.ROLE_CONCEPTS[evidence.role]
    yield from _further(reference, evidence)
    yield reference, v.HAS_TARGET, segment
    yield segment, v.TYPE, v.SEGMENT_CLASS
    yield segment, v.HAS_SOURCE, place.expression
    yield segment, v.IS_PART_OF, place.paragraph
    yield segment, v.HAS_SELECTOR, quote
    yield quote, v.TYPE, v.QUOTE_SELECTOR
    yield quote, v.EXACT, text(evidence.quote)
    for predicate, around in ((v.PREFIX, evidence.prefix), (v.SUFFIX, evidence.suffix)):
        if around:
            yield quote, predicate, text(around)
    yield segment, v.HAS_SELECTOR, position
    yield position, v.TYPE, v.POSITION_SELECTOR
    yield position, v.START, number(evidence.start)
    yield position, v.END, number(evidence.end)


def _further(reference: str, evidence: Evidence) -> Iterator[Triple]:
    """Yield the properties that only some references have."""
    worded = ((v.VERB, evidence.verb), (v.PINPOINT, evidence.pinpoint), (v.CALLED, evidence.called))
    for predicate, said in worded:
        if said:
            yield reference, predicate, text(said, evidence.language)
    for part in evidence.parts:
        yield from _part(reference, part)
    if evidence.date:
        yield reference, *stated(evidence.date)
    if evidence.date_of:
        yield reference, v.DATE_OF, v.DATE_OF_CONCEPTS[evidence.date_of]
    if evidence.via:
        yield reference, v.VIA, text(evidence.via)
    if evidence.note:
        yield reference, v.NOTE, text(evidence.note, "en")
    if evidence.page is not None:
        yield reference, v.PAGE, number(evidence.page)
    if evidence.linked:
        yield reference, v.LINKED, iri.work_iri(evidence.linked)


def _part(reference: str, part: Part) -> Iterator[Triple]:
    """Yield a part of the cited text: its number as written in rows, and as a number where it begins with one."""
    if not part.number:
        yield reference, v.UNNUMBERED, text(part.unit)
        return
    yield reference, v.PART_PROPERTIES[part.unit], text(part.number)
    if part.value.isascii() and part.value.isdecimal():
        yield reference, v.PART_NUMBERS[part.unit], number(int(part.value))


def paragraph_triples(paragraph: str, label: str, expression: str) -> Iterator[Triple]:
    """Yield a paragraph of a language version: its class, its label, its number.

    Args:
        paragraph: its IRI.
        label: as `extract.model.label` spells it.
        expression: IRI of the language version.
    """
    kind, place = paragraph_class(label)
    yield paragraph, v.TYPE, kind
    yield paragraph, v.LABEL, text(label)
    yield paragraph, v.IS_PART_OF, expression
    if place is not None:
        yield paragraph, v.NUMBER, number(place)
