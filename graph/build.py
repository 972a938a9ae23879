"""Citations to RDF: works, expressions, citation things and the direct edges between works (`docs/ontology.md`)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import pyoxigraph as ox
import rdflib
import regex

from extract.citation import Citation, Evidence, Reference, Unresolved
from extract.record import DocumentRecord
from extract.registry import Registry, load_registry
from graph import iri
from graph import vocabulary as v
from graph.literal import Triple, day, node, number, text
from graph.store import GraphName, native, new_graph
from graph.work import Works

_LABEL: Final = regex.compile(r"(?P<kind>pp|op|fn)(?P<number>[0-9]{1,9}+)")
_PARAGRAPHS: Final = {"pp": v.PREAMBULAR, "op": v.OPERATIVE, "fn": v.FOOTNOTE}
_BATCH: Final = 100_000


def build_graph(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    registry: Registry | None = None,
    continues: Iterable[tuple[str, str]] = (),
) -> rdflib.Graph:
    """Build the citation graph.

    Args:
        records: what was read; several languages of one symbol are several records.
        references: what was found in them, in any order.
        registry: treaties and named instruments that enrich the nodes; None takes the one that ships.
        continues: pairs of keys (later, earlier) of a series whose later text continues the earlier one.

    Returns:
        A graph without blank nodes over an Oxigraph store; the same input in any order gives the same triples.
    """
    graph = new_graph()
    store, name = native(graph)
    said = triples(records, references, registry=registry, continues=continues)
    while batch := set(islice(said, _BATCH)):  # a set: citations share paragraphs, files and relations
        store.extend([_quad(triple, name) for triple in batch])
    return graph


def add_series(graph: rdflib.Graph, pairs: Iterable[tuple[str, str]]) -> None:
    """Write into a graph which of its works continues which; `graph.network.series` tells them by title and citation.

    Args:
        graph: a graph as `build_graph` makes it.
        pairs: keys (later, earlier) of works that are in it.
    """
    store, name = native(graph)
    store.extend([_quad((iri.work_iri(later), v.CONTINUES, iri.work_iri(earlier)), name) for later, earlier in pairs])


def triples(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    registry: Registry | None = None,
    continues: Iterable[tuple[str, str]] = (),
) -> Iterator[Triple]:
    """Give the triples of the graph, some of them more than once; an object that is text is an IRI."""
    works = Works(registry or load_registry())
    files: dict[tuple[str | None, str], set[str]] = {}
    for record in records:
        if record.sha256:
            files.setdefault((record.symbol, record.file), set()).add(record.sha256)
        works.read(record, _key(record.symbol, record.file))
        yield from _expression(record)
    for reference in references:
        evidence = reference.evidence
        digests = files.get((evidence.source, evidence.file), set())
        file = iri.file_iri(evidence.file, next(iter(digests)) if len(digests) == 1 else None)
        key = _key(evidence.source, evidence.file)
        works.cited_in(key)
        expression = iri.expression_iri(key, evidence.language)
        yield from _file(file, evidence.file)
        yield from _realization(key, evidence.language, expression)
        if isinstance(reference, Citation):
            works.cite(reference)
            yield from _citation(reference, iri.work_iri(key), expression, file)
        else:
            yield from _unresolved(reference, expression, file)
    for later, earlier in continues:
        works.series(later, earlier)
        yield iri.work_iri(later), v.CONTINUES, iri.work_iri(earlier)
    yield from works.triples()


def _quad(triple: Triple, name: GraphName) -> ox.Quad:
    """A triple in Oxigraph's terms."""
    subject, predicate, said = triple
    return ox.Quad(node(subject), node(predicate), node(said) if isinstance(said, str) else said, name)


def paragraph_class(label: str) -> tuple[str, int | None]:
    """Class and number of the paragraph of a label: `op13(a)` is operative 13, `annex/op2` stands in an annex."""
    if label.startswith("annex"):
        last = _LABEL.match(label.rpartition("/")[2])
        return v.ANNEX, int(last["number"]) if last else None
    if found := _LABEL.match(label):
        return _PARAGRAPHS[found["kind"]], int(found["number"])
    return v.OTHER_PARAGRAPH, None


def _key(symbol: str | None, file: str) -> str:
    """Key of a document: its symbol, or its file's name where it shows none."""
    return symbol or iri.FILE_KEY + file


def _expression(record: DocumentRecord) -> Iterator[Triple]:
    """One language version of a document, and the file it was read from."""
    key = _key(record.symbol, record.file)
    expression = iri.expression_iri(key, record.language)
    file = iri.file_iri(record.file, record.sha256)
    yield from _realization(key, record.language, expression)
    yield expression, v.DERIVED_FROM, file
    if record.title:
        yield expression, v.TITLE, text(record.title, record.language)
    yield from _file(file, record.file)
    if record.sha256:
        yield file, v.SHA256, text(record.sha256)
    for warning in record.warnings:
        yield file, v.NOTE, text(warning, "en")


def _realization(key: str, language: str | None, expression: str) -> Iterator[Triple]:
    """That a work is realized by an expression in a language."""
    yield expression, v.TYPE, v.EXPRESSION_CLASS
    yield expression, v.REALIZES, iri.work_iri(key)
    yield iri.work_iri(key), v.REALIZED_BY, expression
    yield expression, v.LANGUAGE, text((language or iri.UNDETERMINED).lower())


def _file(file: str, name: str) -> Iterator[Triple]:
    """A file that was read."""
    yield file, v.TYPE, v.FILE_CLASS
    yield file, v.FILE_NAME, text(name)


def _citation(citation: Citation, citing: str, expression: str, file: str) -> Iterator[Triple]:
    """The direct edges and the citation as a thing."""
    cited = iri.work_iri(citation.target)
    relation = v.RELATION_PROPERTIES[citation.evidence.relation]
    yield citing, v.CITES, cited
    yield citing, relation, cited
    if relation == v.SUPERSEDES:
        yield cited, v.SUPERSEDED_BY, citing
    thing = _identity(citation.evidence, citation.target, citation.kind, None)
    yield v.CITATION + thing, v.TYPE, v.CITATION_CLASS
    yield v.CITATION + thing, v.HAS_CITING, citing
    yield v.CITATION + thing, v.HAS_CITED, cited
    yield from _evidence(thing, citation.evidence, expression, file)


def _unresolved(reference: Unresolved, expression: str, file: str) -> Iterator[Triple]:
    """A reference without a target: evidence and reason, no edge."""
    thing = _identity(reference.evidence, None, reference.kind, reference.reason)
    subject = v.CITATION + thing
    yield subject, v.TYPE, v.UNRESOLVED_CLASS
    yield subject, v.EXPECTED_KIND, v.KIND_CLASSES[reference.kind]
    yield subject, v.REASON, text(reference.reason, "en")
    if reference.title:
        yield subject, v.TITLE, text(reference.title, reference.evidence.language)
    yield from _evidence(thing, reference.evidence, expression, file)


def _relation(name: str) -> Iterator[Triple]:
    """What a reader of the graph alone must know of a relation; its labels are in `ontology.ttl`."""
    relation = v.RELATION_PROPERTIES[name]
    yield relation, v.TYPE, v.RELATION_CLASS
    yield relation, v.SUBPROPERTY, v.CITES
    yield relation, v.NOTATION, text(name)


def _identity(evidence: Evidence, *said: str | None) -> str:
    """Hash of all that a reference says; whoever reads the same text finds the same IRI."""
    parts = [getattr(evidence, name) for name in evidence.__slots__]
    return iri.digest(*(iri.clean(part) if isinstance(part, str) else part for part in (*parts, *said)))


def _evidence(thing: str, evidence: Evidence, expression: str, file: str) -> Iterator[Triple]:
    """Where a reference stands and what its sentence says of it."""
    reference, quote, position = v.CITATION + thing, v.QUOTE + thing, v.POSITION + thing
    paragraph = iri.paragraph_iri(expression, evidence.paragraph)
    paragraph_type, paragraph_number = paragraph_class(evidence.paragraph)
    yield reference, v.HAS_SOURCE, expression
    yield reference, v.DERIVED_FROM, file
    yield reference, v.LANGUAGE, text((evidence.language or iri.UNDETERMINED).lower())
    yield reference, v.RELATION, v.RELATION_PROPERTIES[evidence.relation]
    yield from _relation(evidence.relation)
    yield reference, v.CERTAINTY, v.CERTAINTY_CONCEPTS[evidence.certainty]
    yield reference, v.PARAGRAPH, paragraph
    for predicate, said in ((v.VERB, evidence.verb), (v.PINPOINT, evidence.pinpoint)):
        if said:
            yield reference, predicate, text(said, evidence.language)
    for unit, numbered in evidence.parts:
        yield reference, v.PART_PROPERTIES[unit], text(numbered)
    if evidence.date:
        yield reference, v.STATED_DATE, day(evidence.date)
    if evidence.via:
        yield reference, v.VIA, text(evidence.via)
    if evidence.note:
        yield reference, v.NOTE, text(evidence.note, "en")
    yield paragraph, v.TYPE, paragraph_type
    yield paragraph, v.LABEL, text(evidence.paragraph)
    yield paragraph, v.IS_PART_OF, expression
    if paragraph_number is not None:
        yield paragraph, v.NUMBER, number(paragraph_number)
    yield reference, v.HAS_SELECTOR, quote
    yield quote, v.TYPE, v.QUOTE_SELECTOR
    yield quote, v.EXACT, text(evidence.quote)
    yield reference, v.HAS_SELECTOR, position
    yield position, v.TYPE, v.POSITION_SELECTOR
    yield position, v.START, number(evidence.start)
    yield position, v.END, number(evidence.end)
