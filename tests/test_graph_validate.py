"""The shapes: a sound graph conforms, and each fault is found where it is."""

from collections.abc import Callable

import pytest
import rdflib
from graph_sample import RECORDS, REFERENCES, REGISTRY, cite, record, sample
from hypothesis import given, settings
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD
from test_graph_build import some_references

from extract.citation import Reference
from graph import vocabulary as v
from graph.build import build_graph
from graph.iri import work_iri
from graph.validate import Finding, validate

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
    faulty = {str(emptied.value(URIRef(found.focus), RDF.type)) for found in validate(emptied).findings}
    silent = {RC.Relation, URIRef(v.ORGAN_CLASS), RC.Work, *map(URIRef, v.KIND_CLASSES.values())}
    assert kinds - faulty <= {str(each) for each in silent}
    assert str(TEXT) in {found.focus for found in validate(emptied).findings}


Fault = tuple[Callable[[rdflib.Graph], URIRef], str]


def no_identifier(graph: rdflib.Graph) -> URIRef:
    graph.remove((TEXT, DCTERMS.identifier, None))
    return TEXT


def no_cited_work(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, RC.Citation)
    graph.remove((citation, CITO.hasCitedEntity, None))
    return citation


def foreign_cited_work(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, RC.Citation)
    graph.set((citation, CITO.hasCitedEntity, URIRef("https://example.org/")))
    return citation


def two_citing_works(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, RC.Citation)
    for symbol in ("A/RES/61/74", "A/RES/63/73"):
        graph.add((citation, CITO.hasCitingEntity, URIRef(work_iri(symbol))))
    return citation


def bad_relation(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, RC.Citation)
    graph.set((citation, RC.relation, RC.adores))
    return citation


def unknown_certainty(graph: rdflib.Graph) -> URIRef:
    citation = subject(graph, RC.Citation)
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
    citation = subject(graph, RC.Citation)
    for selector in list(graph.objects(citation, OA.hasSelector)):
        if (selector, RDF.type, OA.TextQuoteSelector) in graph:
            graph.remove((citation, OA.hasSelector, selector))
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
    graph.add((reference, CITO.hasCitedEntity, TEXT))
    return reference


def no_language(graph: rdflib.Graph) -> URIRef:
    expression = subject(graph, URIRef(v.EXPRESSION_CLASS))
    graph.remove((expression, DCTERMS.language, None))
    return expression


def no_label(graph: rdflib.Graph) -> URIRef:
    paragraph = subject(graph, RC.Footnote)
    graph.remove((paragraph, RC.label, None))
    return paragraph


def bad_digest(graph: rdflib.Graph) -> URIRef:
    file = subject(graph, RC.File)
    graph.set((file, RC.sha256, Literal("abc")))
    return file


@pytest.mark.parametrize(
    ("plant", "message"),
    [
        (no_identifier, "exactly one identifier"),
        (no_cited_work, "exactly one cited work"),
        (foreign_cited_work, "exactly one cited work"),
        (two_citing_works, "exactly one citing work"),
        (bad_relation, "one of the relations"),
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
        (resolved_after_all, "must not have a cited work"),
        (no_language, "exactly one language"),
        (no_label, "exactly one label"),
        (bad_digest, "64 hexadecimal digits"),
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
    assert validate(build_graph([record("A/RES/62/37")], [known_by_number], registry=REGISTRY)).conforms


ALLOWED = ("date of the calendar", "zero or more", "end behind its start", "must not be empty", "must have a title")


@settings(max_examples=15, deadline=None)
@given(some_references)
def test_whatever_is_built_breaks_no_rule_but_what_the_input_itself_breaks(references: list[Reference]) -> None:
    graph = build_graph(RECORDS, [*REFERENCES, *references], registry=REGISTRY)
    offences = [finding for finding in validate(graph).findings if not any(each in finding.message for each in ALLOWED)]
    assert offences == []
