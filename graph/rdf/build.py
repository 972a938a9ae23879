"""Citations to RDF: works, expressions, citation things and the direct edges between works (`docs/ontology.md`)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

import pyoxigraph as ox

from extract.catalogue.catalogue import Catalogue, load_catalogue
from extract.model.citation import Citation, Evidence, Reference, Unresolved
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
from graph.rdf.said import Said, as_triples, by_subject
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
    said = _statements(records, references, registry=registry, continues=continues, catalogue=catalogue)
    return Descriptions.of(said).graph


def described(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    continues: Mapping[tuple[str, str], str] | Iterable[tuple[str, str]] = (),
) -> Descriptions:
    """Return what `build_graph` says, without a store."""
    return Descriptions.of(_statements(records, references, registry=None, continues=continues, catalogue=None))


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
    said = _statements(records, references, registry=registry, continues=continues, catalogue=catalogue)
    return with_standard(as_triples(said))


def _statements(
    records: Iterable[DocumentRecord],
    references: Iterable[Reference],
    *,
    registry: Registry | None,
    continues: Mapping[tuple[str, str], str] | Iterable[tuple[str, str]],
    catalogue: Catalogue | None,
) -> Iterator[Said]:
    """Yield what we say in our own words, and in those of the standards where we have none."""
    works = Works(registry or load_registry(), catalogue or load_catalogue())
    pairs = dict(continues) if isinstance(continues, Mapping) else dict.fromkeys(continues, _CONTINUED)
    files: dict[tuple[str | None, str], set[str]] = {}
    concepts, citations = Concepts(), Pairs()
    for record in records:
        files.setdefault((record.symbol, record.file), set()).update([record.sha256] if record.sha256 else [])
        works.read(record, iri.document_key(record.symbol, record.file))
        yield from by_subject(_expression(record))
    shown: dict[tuple[str | None, str, str | None], _Version] = {}
    paragraphs: set[str] = set()  # those whose statements were yielded
    for reference in references:
        evidence = reference.evidence
        read = evidence.source, evidence.file, evidence.language
        if (version := shown.get(read)) is None:
            version = shown[read] = _version(evidence, files)
            works.cited_in(version.key)
            yield from by_subject(_file(version.file, evidence.file))
            yield from by_subject(_realization(version.key, evidence.language, version.expression))
        concepts.use(evidence)
        if evidence.linked:
            works.linked(evidence.linked)
        if isinstance(reference, Citation):
            works.cite(reference)
            citations.cite(version.key, reference.target, evidence, version.expression)
            if evidence.relation == "supersedes":
                yield from by_subject(_superseded(reference.target, version.key))
        paragraph = iri.paragraph_iri(version.expression, evidence.paragraph)
        if paragraph not in paragraphs:
            paragraphs.add(paragraph)
            yield places.paragraph_said(paragraph, evidence.paragraph, version.expression)
        place = places.Place(version.file, version.expression, paragraph)
        yield from places.evidence_said(*_own(reference, version.key, works), place)
    for (later, earlier), reason in pairs.items():
        works.series(later, earlier)
        yield from by_subject(_continues(later, earlier, reason, cites=(later, earlier) in citations))
    yield from _described(works, citations, concepts)


class _Version(NamedTuple):
    """The language version that references stand in.

    Attributes:
        key: of its work.
        file: IRI of the file it was read from.
        expression: its own IRI.
    """

    key: str
    file: str
    expression: str


def _version(evidence: Evidence, files: Mapping[tuple[str | None, str], set[str]]) -> _Version:
    """Return the language version that a reference stands in; `files` has the digests of the files that were read."""
    digests = files.get((evidence.source, evidence.file), set())
    key = iri.document_key(evidence.source, evidence.file)
    file = iri.file_iri(evidence.file, next(iter(digests)) if len(digests) == 1 else None)
    return _Version(key, file, iri.expression_iri(key, evidence.language))


def _continues(later: str, earlier: str, reason: str, *, cites: bool) -> Iterator[Triple]:
    """Yield that a text continues another, and the citation that shows it, if it cites it."""
    one, other = iri.work_iri(later), iri.work_iri(earlier)
    yield from _derived(one, v.CONTINUES, other, reason)
    if cites:
        yield iri.derivation_iri(one, v.CONTINUES, other), v.DERIVED_FROM, iri.citation_iri(later, earlier)


def _described(works: Works, citations: Pairs, concepts: Concepts) -> Iterator[Said]:
    """Yield what is known of the works once all is read, the citations between them, and the concepts used."""
    dates: dict[str, str] = {}
    for subject, properties, objects in by_subject(works.triples()):
        for predicate, value in zip(properties, objects, strict=True):
            if predicate == v.DATE:
                dates.update(dated((subject, predicate, value)))
            elif predicate == v.DOCUMENT_TYPE:
                concepts.use_kind(value)
        yield subject, properties, objects
    yield from citations.said(dates)
    yield from by_subject(concepts.triples())


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
    yield expression, v.LANGUAGE, places.language_code(language)
    if reader := iri.reader_url(key, language):
        yield expression, v.SEE_ALSO, reader
    if address := eli_language(language):
        yield expression, ELI_LANGUAGE, address
        yield expression, v.DCTERMS + "language", address


def _file(file: str, name: str) -> Iterator[Triple]:
    """Yield a file that was read."""
    yield file, v.TYPE, v.FILE_CLASS
    yield file, v.FILE_NAME, text(name)


def _own(reference: Reference, key: str, works: Works) -> tuple[str, Evidence, list[str]]:
    """Return the hash of a reference in a work, its evidence, and what is said of it beside: properties and objects."""
    evidence = reference.evidence
    if isinstance(reference, Unresolved):
        thing = places.identity(evidence, None, reference.kind, reference.reason)
        return thing, evidence, _unresolved(reference)
    thing = places.identity(evidence, reference.target, reference.kind, None)
    said = [
        *(v.TYPE, v.ANNOTATION, v.MOTIVATION, v.LINKING),
        *(v.HAS_BODY, iri.citation_iri(key, reference.target)),
    ]
    if reference.kind != kind_of(reference.target):
        said += v.EXPECTED_KIND, v.KIND_CLASSES[reference.kind]
    if reference.title and not works.is_registered(reference.target, reference.title):
        said += v.TITLE, text(reference.title, works.title_language(reference))
    return thing, evidence, said


def _superseded(target: str, key: str) -> Iterator[Triple]:
    """Yield what is derived from a citation by which a work supersedes another."""
    cited, citing = iri.work_iri(target), iri.work_iri(key)
    yield from _derived(cited, v.SUPERSEDED_BY, citing, _SUPERSEDED)
    yield iri.derivation_iri(cited, v.SUPERSEDED_BY, citing), v.DERIVED_FROM, iri.citation_iri(key, target)


def _derived(subject: str, predicate: str, said: str, reason: str) -> Iterator[Triple]:
    """Yield a derived statement and its derivation node; callers attach the citations it is derived from."""
    derived = iri.derivation_iri(subject, predicate, said)
    yield subject, predicate, said
    yield derived, v.TYPE, v.DERIVATION_CLASS
    yield derived, v.SAID_OF, subject
    yield derived, v.SAID_HOW, predicate
    yield derived, v.SAID_WHAT, said
    yield derived, v.DESCRIPTION, text(reason, "en")


def _unresolved(reference: Unresolved) -> list[str]:
    """Return what an unresolved reference is and why, as properties and objects in turn; it makes no edge."""
    said = [
        *(v.TYPE, v.UNRESOLVED_CLASS, v.MOTIVATION, v.QUESTIONING),
        *(v.EXPECTED_KIND, v.KIND_CLASSES[reference.kind]),
        *(v.REASON, text(reference.reason, "en")),
    ]
    return [*said, v.TITLE, text(reference.title, reference.evidence.language)] if reference.title else said
