"""Citations to RDF: works, expressions, citation things and the direct edges between works (`docs/ontology.md`)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from extract.catalogue.catalogue import Catalogue, load_catalogue
from extract.model.citation import Citation, Reference, Unresolved
from extract.model.record import DocumentRecord
from extract.registry.registry import Registry, load_registry
from graph.rdf import evidence as places
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.concepts import Concepts
from graph.rdf.descriptions import Descriptions
from graph.rdf.graphs import native
from graph.rdf.literal import Triple, boolean, ntriples, text
from graph.rdf.media import media_iri
from graph.rdf.pairs import Pairs, dated
from graph.rdf.standard import ELI_LANGUAGE, ELI_TITLE, EMBODIED_BY, eli_language, with_standard
from graph.rdf.statements import Statements
from graph.rdf.work import Works, is_title, kind_of

if TYPE_CHECKING:
    import rdflib

_CONTINUED: Final = "The later text cites the earlier one, and both bear the same title."
_SUPERSEDED: Final = "The citing text says that it replaces, repeals or terminates the cited one."


def build_graph(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    registry: Registry | None = None,
    continues: Mapping[tuple[str, str], str] | Iterable[tuple[str, str]] = (),
    catalogue: Catalogue | None = None,
) -> "rdflib.Graph":
    """Build the citation graph.

    Args:
        records: what was read; several languages of one symbol are several records.
        references: the references found in them, in any order.
        registry: treaties and named instruments that enrich the nodes; None takes the one that ships.
        continues: pairs of keys (later, earlier) of a series whose later text continues the earlier one; a mapping says
            why each does.
        catalogue: fills what is empty of resolutions, decisions and statements; None takes the one that ships with what
            the user imported.

    Returns:
        A graph without blank nodes over an Oxigraph store; the same input in any order gives the same triples.
    """
    said = _triples(records, references, registry=registry, continues=continues, catalogue=catalogue)
    return Descriptions(said).graph


def described(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    continues: Mapping[tuple[str, str], str] | Iterable[tuple[str, str]] = (),
) -> Descriptions:
    """Return what `build_graph` says, without a store."""
    return Descriptions(_triples(records, references, registry=None, continues=continues, catalogue=None))


def add_series(graph: "rdflib.Graph", pairs: Iterable[tuple[str, str]]) -> None:
    """Add to a graph which of its works continues which, as `graph.network.lineage.series` finds it.

    Args:
        graph: a graph as `build_graph` makes it.
        pairs: keys (later, earlier) of works that are in it.
    """
    store, name = native(graph)
    said = ntriples(series_triples(Statements(store, name), pairs))
    store.load(said, format=ox.RdfFormat.N_TRIPLES, to_graph=name)


def series_triples(statements: Statements, pairs: Iterable[tuple[str, str]]) -> list[Triple]:
    """Return what says of the works of a graph which continues which, and the citations that show it.

    Args:
        statements: what the graph says.
        pairs: keys (later, earlier) of works that are in it.
    """
    said: list[Triple] = []
    known = statements.first(v.HAS_CITED)
    for later, earlier in pairs:
        citing, cited = iri.work_iri(later), iri.work_iri(earlier)
        said += with_standard(_derived(citing, v.CONTINUES, cited, _CONTINUED))
        if (citation := iri.citation_iri(later, earlier)) in known:
            said.append((iri.derivation_iri(citing, v.CONTINUES, cited), v.DERIVED_FROM, citation))
    return said


def triples(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    registry: Registry | None = None,
    continues: Mapping[tuple[str, str], str] | Iterable[tuple[str, str]] = (),
    catalogue: Catalogue | None = None,
) -> Iterator[Triple]:
    """Yield the triples of the graph, some of them more than once; in no particular order."""
    said = _triples(records, references, registry=registry, continues=continues, catalogue=catalogue)
    return with_standard(said)


def _triples(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    registry: Registry | None,
    continues: Mapping[tuple[str, str], str] | Iterable[tuple[str, str]],
    catalogue: Catalogue | None,
) -> Iterator[Triple]:
    """Yield what we say in our own words, and in those of the standards where we have none."""
    works = Works(registry or load_registry(), catalogue or load_catalogue())
    pairs = dict(continues) if isinstance(continues, Mapping) else dict.fromkeys(continues, _CONTINUED)
    files: dict[tuple[str | None, str], set[str]] = {}
    concepts, citations = Concepts(), Pairs()
    shown: set[tuple[str, str]] = set()  # files and language versions whose triples were yielded
    paragraphs: set[str] = set()  # the same of paragraphs
    for record in records:
        files.setdefault((record.symbol, record.file), set()).update([record.sha256] if record.sha256 else [])
        works.read(record, iri.document_key(record.symbol, record.file))
        yield from _expression(record)
    for reference in references:
        evidence = reference.evidence
        digests = files.get((evidence.source, evidence.file), set())
        file = iri.file_iri(evidence.file, next(iter(digests)) if len(digests) == 1 else None)
        key = iri.document_key(evidence.source, evidence.file)
        works.cited_in(key)
        concepts.use(evidence)
        expression = iri.expression_iri(key, evidence.language)
        if (file, expression) not in shown:
            shown.add((file, expression))
            yield from _file(file, evidence.file)
            yield from _realization(key, evidence.language, expression)
        if evidence.linked:
            works.linked(evidence.linked)
        if isinstance(reference, Citation):
            works.cite(reference)
            thing = places.identity(evidence, reference.target, reference.kind, None)
            registered = works.is_registered(reference.target, reference.title)
            title = None if registered else reference.title
            said = text(title, works.title_language(reference)) if title else None
            yield from citations.cite(key, reference.target, evidence, expression)
            yield from _mention(reference, key, v.MENTION + thing, said)
        else:
            thing = places.identity(evidence, None, reference.kind, reference.reason)
            yield from _unresolved(reference, v.MENTION + thing)
        paragraph = iri.paragraph_iri(expression, evidence.paragraph)
        if paragraph not in paragraphs:
            paragraphs.add(paragraph)
            yield from places.paragraph_triples(paragraph, evidence.paragraph, expression)
        yield from places.evidence_triples(thing, evidence, places.Place(file, expression, paragraph))
    for (later, earlier), reason in pairs.items():
        works.series(later, earlier)
        yield from _continues(later, earlier, reason, cites=(later, earlier) in citations)
    yield from _described(works, citations, concepts)


def _continues(later: str, earlier: str, reason: str, *, cites: bool) -> Iterator[Triple]:
    """Yield that a text continues another, and the citation that shows it, if it cites it."""
    one, other = iri.work_iri(later), iri.work_iri(earlier)
    yield from _derived(one, v.CONTINUES, other, reason)
    if cites:
        yield iri.derivation_iri(one, v.CONTINUES, other), v.DERIVED_FROM, iri.citation_iri(later, earlier)


def _described(works: Works, citations: Pairs, concepts: Concepts) -> Iterator[Triple]:
    """Yield what is known of the works once all is read, the time that citations span, and the concepts used."""
    dates: dict[str, str] = {}
    for triple in works.triples():
        if triple[1] == v.DATE:
            dates.update(dated(triple))
        elif triple[1] == v.DOCUMENT_TYPE:
            concepts.use_kind(triple[2])
        yield triple
    yield from citations.spans(dates)
    yield from concepts.triples()


def _expression(record: DocumentRecord) -> Iterator[Triple]:
    """Yield one language version of a document and the file it was read from."""
    key = iri.document_key(record.symbol, record.file)
    expression = iri.expression_iri(key, record.language)
    file = iri.file_iri(record.file, record.sha256)
    yield from _realization(key, record.language, expression)
    yield expression, v.DERIVED_FROM, file
    yield expression, EMBODIED_BY, file
    if record.invented:
        yield iri.work_iri(key), v.INVENTED, boolean(record.invented)
    if record.title and is_title(record.title):
        yield expression, v.TITLE, text(record.title, record.language)
        yield expression, ELI_TITLE, text(record.title, record.language)
    yield from _file(file, record.file)
    if record.sha256:
        yield file, v.SHA256, text(record.sha256)
    if media := media_iri(record.form, record.file):
        yield file, v.FORMAT, media
    for warning in record.warnings:
        yield file, v.NOTE, text(warning, "en")


def _realization(key: str, language: str | None, expression: str) -> Iterator[Triple]:
    """Yield the link between a work and an expression of it in a language."""
    yield expression, v.TYPE, v.EXPRESSION_CLASS
    yield expression, v.REALIZES, iri.work_iri(key)
    yield iri.work_iri(key), v.REALIZED_BY, expression
    yield expression, v.LANGUAGE, text((language or iri.UNDETERMINED).lower())
    if reader := iri.reader_url(key, language):
        yield expression, v.SEE_ALSO, reader
    if address := eli_language(language):
        yield expression, ELI_LANGUAGE, address
        yield expression, v.DCTERMS + "language", address


def _file(file: str, name: str) -> Iterator[Triple]:
    """Yield a file that was read."""
    yield file, v.TYPE, v.FILE_CLASS
    yield file, v.FILE_NAME, text(name)


def _mention(citation: Citation, key: str, mention: str, title: str | None) -> Iterator[Triple]:
    """Yield what only an annotation that leads to a citation has, and what is derived from it."""
    body = iri.citation_iri(key, citation.target)
    if citation.evidence.relation == "supersedes":
        cited, citing = iri.work_iri(citation.target), iri.work_iri(key)
        yield from _derived(cited, v.SUPERSEDED_BY, citing, _SUPERSEDED)
        yield iri.derivation_iri(cited, v.SUPERSEDED_BY, citing), v.DERIVED_FROM, body
    yield mention, v.TYPE, v.ANNOTATION
    yield mention, v.MOTIVATION, v.LINKING
    yield mention, v.HAS_BODY, body
    if citation.kind != kind_of(citation.target):
        yield mention, v.EXPECTED_KIND, v.KIND_CLASSES[citation.kind]
    if title is not None:
        yield mention, v.TITLE, title


def _derived(subject: str, predicate: str, said: str, reason: str) -> Iterator[Triple]:
    """Yield a derived statement and its derivation node; callers attach the citations it is derived from."""
    derived = iri.derivation_iri(subject, predicate, said)
    yield subject, predicate, said
    yield derived, v.TYPE, v.DERIVATION_CLASS
    yield derived, v.SAID_OF, subject
    yield derived, v.SAID_HOW, predicate
    yield derived, v.SAID_WHAT, said
    yield derived, v.DESCRIPTION, text(reason, "en")


def _unresolved(reference: Unresolved, subject: str) -> Iterator[Triple]:
    """Yield an unresolved reference: evidence and reason, no edge."""
    yield subject, v.TYPE, v.UNRESOLVED_CLASS
    yield subject, v.MOTIVATION, v.QUESTIONING
    yield subject, v.EXPECTED_KIND, v.KIND_CLASSES[reference.kind]
    yield subject, v.REASON, text(reference.reason, "en")
    if reference.title:
        yield subject, v.TITLE, text(reference.title, reference.evidence.language)
