"""Evidence to RDF: where a reference stands in a language version, and what its sentence says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from extract.model.citation import Evidence
from extract.model.label import Label
from extract.model.part import Part
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import number, stated, text
from graph.rdf.said import Said, in_turn

_PARAGRAPHS: Final = {"pp": v.PREAMBULAR, "op": v.OPERATIVE, "fn": v.FOOTNOTE, "p": v.BODY_PARAGRAPH}
_APART: Final = frozenset({"prefix", "suffix", "parts", "role", "called"})
_SEGMENT: Final = (v.TYPE, v.HAS_SOURCE, v.IS_PART_OF, v.HAS_SELECTOR, v.HAS_SELECTOR)
_POSITION: Final = (v.TYPE, v.START, v.END)
_PARAGRAPH: Final = (v.TYPE, v.LABEL, v.IS_PART_OF)
_NUMBERED: Final = (*_PARAGRAPH, v.NUMBER)
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


def evidence_said(thing: str, evidence: Evidence, own: Sequence[str], place: Place) -> Iterator[Said]:
    """Yield what a reference is, where it stands and what its sentence says of it.

    Args:
        thing: hash of the reference.
        evidence: what is known of it.
        own: what else is said of it: properties and objects in turn.
        place: where it stands; `paragraph_said` describes its paragraph.
    """
    segment, quote, position = v.SEGMENT + thing, v.QUOTE + thing, v.POSITION + thing
    said = [
        *(v.DERIVED_FROM, place.file),
        *(v.LANGUAGE, language_code(evidence.language)),
        *(v.RELATION, v.RELATION_PROPERTIES[evidence.relation]),
        *(v.CERTAINTY, v.CERTAINTY_CONCEPTS[evidence.certainty]),
        *(v.HAS_TARGET, segment),
        *own,
    ]
    if evidence.basis:
        said += v.BASIS, v.BASIS_CONCEPTS[evidence.basis]
    if evidence.role:
        said += v.ROLE, v.ROLE_CONCEPTS[evidence.role]
    yield in_turn(v.MENTION + thing, said + _further(evidence))
    yield segment, _SEGMENT, (v.SEGMENT_CLASS, place.expression, place.paragraph, quote, position)
    words = [v.TYPE, v.QUOTE_SELECTOR, v.EXACT, text(evidence.quote)]
    for predicate, around in ((v.PREFIX, evidence.prefix), (v.SUFFIX, evidence.suffix)):
        if around:
            words += predicate, text(around)
    yield in_turn(quote, words)
    yield position, _POSITION, (v.POSITION_SELECTOR, number(evidence.start), number(evidence.end))


@lru_cache(maxsize=256)
def language_code(language: str | None) -> str:
    """Return the code of a language as a literal."""
    return text((language or iri.UNDETERMINED).lower())


def _further(evidence: Evidence) -> list[str]:
    """Return the properties that only some references have, and their objects, in turn."""
    said: list[str] = []
    worded = ((v.VERB, evidence.verb), (v.PINPOINT, evidence.pinpoint), (v.CALLED, evidence.called))
    for predicate, words in worded:
        if words:
            said += predicate, text(words, evidence.language)
    for part in evidence.parts:
        said += _part(part)
    if evidence.date:
        said += stated(evidence.date)
    if evidence.date_of:
        said += v.DATE_OF, v.DATE_OF_CONCEPTS[evidence.date_of]
    if evidence.via:
        said += v.VIA, text(evidence.via)
    if evidence.note:
        said += v.NOTE, text(evidence.note, "en")
    if evidence.page is not None:
        said += v.PAGE, number(evidence.page)
    if evidence.linked:
        said += v.LINKED, iri.work_iri(evidence.linked)
    return said


def _part(part: Part) -> list[str]:
    """Return a part of the cited text: its number as written in rows, and as a number where it begins with one."""
    if not part.number:
        return [v.UNNUMBERED, text(part.unit)]
    said = [v.PART_PROPERTIES[part.unit], text(part.number)]
    if part.value.isascii() and part.value.isdecimal():
        said += v.PART_NUMBERS[part.unit], number(int(part.value))
    return said


def paragraph_said(paragraph: str, label: str, expression: str) -> Said:
    """Return what is said of a paragraph of a language version: its class, its label, its number.

    Args:
        paragraph: its IRI.
        label: as `extract.model.label` spells it.
        expression: IRI of the language version.
    """
    kind, place = paragraph_class(label)
    said = kind, text(label), expression
    return (paragraph, _PARAGRAPH, said) if place is None else (paragraph, _NUMBERED, (*said, number(place)))
