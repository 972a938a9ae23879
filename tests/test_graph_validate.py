"""The shapes: a sound graph conforms, and each fault is found where it is."""

from collections.abc import Callable

import pytest
import rdflib
from graph_sample import NO_CATALOGUE, RECORDS, REFERENCES, REGISTRY, cite, record, sample
from hypothesis import given, settings
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD
from test_graph_build import some_references

from extract.model.citation import Reference
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.iri import work_iri
from graph.rdf.validate import Finding, validate

RC = rdflib.Namespace(v.RC)
CITO = rdflib.Namespace(v.CITO)
OA = rdflib.Namespace(v.OA)
NPT = URIRef(work_iri("treaty:npt"))
TEXT = URIRef(work_iri("A/RES/62/37"))


def subject(graph: rdflib.Graph, kind: URIRef) -> URIRef:
    return min(found for found in graph.subjects(RDF.type, kind) if isinstance(found, URIRef))


def test_the_sample_conforms() -> None:
    report = validate(sample())
    assert report.findings == ()
    assert report.conforms


def test_the_shapes_speak_about_every_class_of_the_sample() -> None:
    emptied = rdflib.Graph()
    for one, predicate, kind in sample().triples((None, RDF.type, None)):
        emptied.add((one, predicate, kind))
    kinds = {str(kind) for kind in emptied.objects(None, RDF.type)}
    findings = validate(emptied).findings
    faulty = {str(kind) for found in findings for kind in emptied.objects(URIRef(found.focus), RDF.type)}
    assert kinds == faulty
    assert str(TEXT) in {found.focus for found in findings}


Fault = tuple[Callable[[rdflib.Graph], URIRef], str]


def no_identifier(graph: rdflib.Graph) -> URIRef:
    graph.remove((TEXT, DCTERMS.identifier, None))
    return TEXT


def no_source(graph: rdflib.Graph) -> URIRef:
    graph.remove((NPT, RC.sourceNote, None))
    return NPT


def no_cited_work(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, CITO.Citation)
    graph.remove((citation, CITO.hasCitedEntity, None))
    return citation


def foreign_cited_work(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, CITO.Citation)
    graph.set((citation, CITO.hasCitedEntity, URIRef("https://example.org/")))
    return citation


def two_citing_works(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, CITO.Citation)
    for symbol in ("A/RES/61/74", "A/RES/63/73"):
        graph.add((citation, CITO.hasCitingEntity, URIRef(work_iri(symbol))))
    return citation


def bad_relation(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, OA.Annotation)
    graph.set((citation, RC.relation, RC.adores))
    return citation


def bad_basis(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, OA.Annotation)
    graph.set((citation, RC.basis, RC.pursuant))
    return citation


def unknown_certainty(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, OA.Annotation)
    graph.set((citation, RC.certainty, RC.guessed))
    return citation


def end_at_start(graph: rdflib.Graph) -> URIRef:
    position = subject(graph, OA.TextPositionSelector)
    graph.set((position, OA.end, graph.value(position, OA.start) or Literal(0)))
    return position


def negative_start(graph: rdflib.Graph) -> URIRef:
    position = subject(graph, OA.TextPositionSelector)
    graph.set((position, OA.start, Literal(-1)))
    return position


def empty_quote(graph: rdflib.Graph) -> URIRef:
    quote = subject(graph, OA.TextQuoteSelector)
    graph.set((quote, OA.exact, Literal("")))
    return quote


def no_quote(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, OA.Annotation)
    segment = graph.value(citation, OA.hasTarget)
    for selector in list(graph.objects(segment, OA.hasSelector)):
        if (selector, RDF.type, OA.TextQuoteSelector) in graph:
            graph.remove((segment, OA.hasSelector, selector))
    return citation


def no_title(graph: rdflib.Graph) -> URIRef:
    graph.remove((NPT, DCTERMS.title, None))
    return NPT


def two_kinds(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, RDF.type, RC.Decision))
    return TEXT


def no_calendar_date(graph: rdflib.Graph) -> URIRef:
    graph.set((TEXT, URIRef(v.DATE), Literal("2007-13-45", datatype=XSD.string)))
    return TEXT


def edge_to_nothing(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, CITO.cites, URIRef("https://example.org/nothing")))
    return TEXT


def no_reason(graph: rdflib.Graph) -> URIRef:
    reference = subject(graph, RC.UnresolvedReference)
    graph.remove((reference, RC.reason, None))
    return reference


def resolved_after_all(graph: rdflib.Graph) -> URIRef:
    reference = subject(graph, RC.UnresolvedReference)
    graph.add((reference, OA.hasBody, subject(graph, CITO.Citation)))
    return reference


def no_language(graph: rdflib.Graph) -> URIRef:
    expression = subject(graph, URIRef(v.EXPRESSION_CLASS))
    graph.remove((expression, URIRef(v.LANGUAGE), None))
    return expression


def no_label(graph: rdflib.Graph) -> URIRef:
    paragraph = subject(graph, RC.Footnote)
    graph.remove((paragraph, RDFS.label, None))
    return paragraph


def bad_digest(graph: rdflib.Graph) -> URIRef:
    file = subject(graph, RC.File)
    graph.set((file, RC.sha256, Literal("abc")))
    return file


def undescribed_vote(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, RC.vote, URIRef("https://example.org/vote")))
    return TEXT


def no_count(graph: rdflib.Graph) -> URIRef:
    vote = subject(graph, RC.Vote)
    graph.remove((vote, RC.against, None))
    return vote


def negative_count(graph: rdflib.Graph) -> URIRef:
    vote = subject(graph, RC.Vote)
    graph.set((vote, RC.abstaining, Literal(-2)))
    return vote


def unknown_voter(graph: rdflib.Graph) -> URIRef:
    vote = subject(graph, RC.Vote)
    graph.add((vote, RC.votedAgainst, URIRef("https://example.org/atlantis")))
    return vote


def unknown_sponsor(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, RC.sponsor, URIRef("https://example.org/atlantis")))
    return TEXT


def unknown_draft(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, RC.draft, URIRef("https://example.org/draft")))
    return TEXT


def unknown_subject(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, DCTERMS.subject, URIRef("https://example.org/subject")))
    return TEXT


def nameless_agent(graph: rdflib.Graph) -> URIRef:
    agent = subject(graph, URIRef(v.AGENT_CLASS))
    graph.remove((agent, URIRef(v.NAME), None))
    return agent


def two_names(graph: rdflib.Graph) -> URIRef:
    organ = subject(graph, URIRef(v.ORGAN_CLASS))
    graph.add((organ, URIRef(v.NAME), Literal("another")))
    return organ


def no_subject_label(graph: rdflib.Graph) -> URIRef:
    concept = subject(graph, URIRef(v.CONCEPT))
    graph.remove((concept, URIRef(v.PREF_LABEL), None))
    return concept


def two_organs(graph: rdflib.Graph) -> URIRef:
    for organ in graph.subjects(RDF.type, URIRef(v.ORGAN_CLASS)):
        graph.add((TEXT, URIRef(v.PASSED_BY), organ))
    return TEXT


def part_of_nothing(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, DCTERMS.isPartOf, URIRef("https://example.org/whole")))
    return TEXT


def two_predecessors(graph: rdflib.Graph) -> URIRef:
    graph.add((TEXT, RC.continues, NPT))
    return TEXT


def unmarked_derivation(graph: rdflib.Graph) -> URIRef:
    newer = URIRef(work_iri("A/RES/71/63"))
    graph.add((newer, RC.continues, TEXT))
    return newer


def derived_from_nothing(graph: rdflib.Graph) -> URIRef:
    derivation = subject(graph, RC.Derivation)
    graph.add((derivation, URIRef(v.DERIVED_FROM), TEXT))
    return derivation


def derivation_of_something_else(graph: rdflib.Graph) -> URIRef:
    derivation = subject(graph, RC.Derivation)
    graph.set((derivation, RDF.predicate, CITO.cites))
    return derivation


def page_zero(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, OA.Annotation)
    graph.set((citation, RC.page, Literal(0)))
    return citation


def link_to_nothing(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, OA.Annotation)
    graph.set((citation, RC.linkedTo, URIRef("https://example.org/")))
    return citation


def long_context(graph: rdflib.Graph) -> URIRef:
    quote = subject(graph, OA.TextQuoteSelector)
    graph.set((quote, OA.prefix, Literal("x" * 33)))
    return quote


def from_nothing(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, CITO.Citation)
    graph.set((citation, URIRef(v.DERIVED_FROM), URIRef("https://example.org/")))
    return citation


def no_character(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, CITO.Citation)
    graph.remove((citation, CITO.hasCitationCharacterisation, None))
    return citation


def no_span(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, CITO.Citation)
    graph.set((citation, CITO.hasCitationTimeSpan, Literal("three years")))
    return citation


def no_motivation(graph: rdflib.Graph) -> URIRef:
    mention = subject(graph, OA.Annotation)
    graph.remove((mention, OA.motivatedBy, None))
    return mention


def bad_number(graph: rdflib.Graph) -> URIRef:
    paragraph = subject(graph, RC.Footnote)
    graph.set((paragraph, RC.number, Literal("two")))
    return paragraph


@pytest.mark.parametrize(
    ("plant", "message"),
    [
        (no_identifier, "exactly one identifier"),
        (no_source, "where its facts come from"),
        (no_cited_work, "exactly one cited work"),
        (foreign_cited_work, "exactly one cited work"),
        (two_citing_works, "exactly one citing work"),
        (bad_relation, "one of the relations"),
        (bad_basis, "one of the bases"),
        (unknown_certainty, "explicit, named or inferred"),
        (end_at_start, "end behind its start"),
        (negative_start, "zero or more"),
        (empty_quote, "must not be empty"),
        (no_quote, "exactly one quote"),
        (no_title, "must have a title"),
        (two_kinds, "exactly one kind"),
        (no_calendar_date, "date of the calendar"),
        (edge_to_nothing, "work of the graph"),
        (no_reason, "exactly one reason"),
        (resolved_after_all, "must not make a citation"),
        (no_language, "exactly one language"),
        (no_label, "exactly one label"),
        (bad_digest, "64 hexadecimal digits"),
        (undescribed_vote, "no more than one vote"),
        (no_count, "exactly one number of votes against"),
        (negative_count, "number of abstentions"),
        (unknown_voter, "Who voted must be a state"),
        (unknown_sponsor, "sponsor must be a state or group"),
        (unknown_draft, "draft of a work must be a work"),
        (unknown_subject, "must be a concept"),
        (nameless_agent, "state or group must have exactly one name"),
        (two_names, "organ must have exactly one name"),
        (no_subject_label, "subject must have a label"),
        (two_organs, "no more than one organ"),
        (part_of_nothing, "is part of must be a work"),
        (two_predecessors, "continue no more than one work"),
        (unmarked_derivation, "must be marked as one"),
        (derived_from_nothing, "must be a citation of the graph"),
        (derivation_of_something_else, "continues another or is superseded"),
        (page_zero, "one whole number from 1"),
        (link_to_nothing, "must be one work of the graph"),
        (long_context, "no more than 32 characters"),
        (from_nothing, "derived from a language version"),
        (no_character, "must say how"),
        (no_span, "must be one duration"),
        (no_motivation, "link words to a citation"),
        (bad_number, "number of a paragraph must be one whole number"),
    ],
)
def test_a_planted_fault_is_found_at_its_node(plant: Callable[[rdflib.Graph], URIRef], message: str) -> None:
    graph = sample()
    focus = plant(graph)
    report = validate(graph)
    assert not report.conforms
    found = [finding for finding in report.findings if finding.focus == str(focus) and message in finding.message]
    assert found, report.findings
    assert all(finding.message.endswith(".") for finding in report.findings)
    assert validate(graph) == report


def test_a_finding_is_a_line_for_a_person() -> None:
    finding = Finding(focus=str(TEXT), message="A work must be of exactly one kind.", value="x")
    assert str(finding) == "A/RES/62/37: A work must be of exactly one kind. (found x)"


def test_a_treaty_that_is_known_by_its_number_alone_conforms() -> None:
    known_by_number = cite("treaty:unts-24592", "treaty", unts=24592)
    assert validate(
        build_graph([record("A/RES/62/37")], [known_by_number], registry=REGISTRY, catalogue=NO_CATALOGUE)
    ).conforms


ALLOWED = ("date of the calendar", "zero or more", "end behind its start", "must not be empty", "must have a title")


@settings(max_examples=15, deadline=None)
@given(some_references)
def test_whatever_is_built_breaks_no_rule_but_what_the_input_itself_breaks(references: list[Reference]) -> None:
    graph = build_graph(RECORDS, [*REFERENCES, *references], registry=REGISTRY, catalogue=NO_CATALOGUE)
    violations = [
        finding for finding in validate(graph).findings if not any(each in finding.message for each in ALLOWED)
    ]
    assert violations == []
