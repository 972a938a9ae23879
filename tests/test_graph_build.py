"""Records and references to RDF."""

import random
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from graph_sample import NO_CATALOGUE, NPT, RECORDS, REFERENCES, REGISTRY, cite, evidence, record, sample
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from extract.model.citation import (
    BASES,
    CERTAINTIES,
    KINDS,
    RELATIONS,
    Citation,
    Evidence,
    Kind,
    Reference,
    Relation,
    Unresolved,
)
from extract.model.label import Label
from extract.registry.registry import Instrument, Registry
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.evidence import paragraph_class
from graph.rdf.graphs import native_triples
from graph.rdf.iri import work_iri

RC = rdflib.Namespace(v.RC)
CITO = rdflib.Namespace(v.CITO)
OA = rdflib.Namespace(v.OA)
ELI = rdflib.Namespace(v.ELI)


def node(key: str) -> URIRef:
    return URIRef(work_iri(key))


def plain(graph: rdflib.Graph, subject: URIRef, predicate: URIRef) -> set[str]:
    return {str(value) for value in graph.objects(subject, predicate)}


def the_citation(*references: Reference) -> tuple[rdflib.Graph, URIRef]:
    graph = build_graph((), references, registry=REGISTRY, catalogue=NO_CATALOGUE)
    (found,) = graph.subjects(RDF.type, OA.Annotation)
    assert isinstance(found, URIRef)
    return graph, found


def test_both_direct_edges_stand_between_works() -> None:
    graph = sample()
    assert (node("A/RES/62/37"), CITO.cites, node("S/RES/1718(2006)")) in graph
    assert (node("A/RES/62/37"), RC.recognizes, node("S/RES/1718(2006)")) in graph
    assert (node("A/RES/62/37"), RC.recalls, node("S/RES/1718(2006)")) not in graph


def test_two_languages_make_one_citation_and_two_mentions() -> None:
    graph = sample()
    (citation,) = [
        URIRef(str(citation))
        for citation in graph.subjects(CITO.hasCitedEntity, node("A/RES/61/74"))
        if (citation, CITO.hasCitingEntity, node("A/RES/62/37")) in graph
    ]
    assert str(citation) == "https://w3id.org/recalling/citation/A/RES/62/37/cites=A/RES/61/74"
    assert (citation, RDF.type, CITO.Citation) in graph
    mentions = list(graph.subjects(OA.hasBody, citation))
    assert all(graph.value(mention, OA.motivatedBy) == OA.linking for mention in mentions)
    assert len(mentions) == 2
    sources = {str(graph.value(graph.value(mention, OA.hasTarget), OA.hasSource)) for mention in mentions}
    assert plain(graph, citation, URIRef(v.DERIVED_FROM)) == sources
    assert sources == {"https://undocs.org/en/A/RES/62/37", "https://undocs.org/zh/A/RES/62/37"}
    assert plain(graph, node("A/RES/62/37"), ELI.is_realized_by) == sources


def test_a_citation_says_where_and_how_it_stands() -> None:
    known: dict[str, Any] = {
        "paragraph": "op13(a)",
        "pinpoint": "article VI",
        "date": "1968-07-01",
        "via": "fn2",
        "note": "a note",
    }
    graph, citation = the_citation(
        cite("treaty:npt", "treaty", quote="the\nTreaty", start=7, relation="calls-upon", verb="Calls upon", **known)
    )
    assert graph.value(citation, RC.relation) == RC.callsUpon
    assert graph.value(citation, RC.certainty) == RC.explicit
    assert graph.value(citation, RC.verb) == Literal("Calls upon", lang="en")
    assert graph.value(citation, RC.pinpoint) == Literal("article VI", lang="en")
    assert graph.value(citation, RC.statedDate) == Literal("1968-07-01", datatype=XSD.date)
    assert plain(graph, citation, RC.via) == {"fn2"}
    assert plain(graph, citation, RC.note) == {"a note"}
    segment = graph.value(citation, OA.hasTarget)
    assert isinstance(segment, URIRef)
    paragraph = graph.value(segment, DCTERMS.isPartOf)
    assert paragraph == URIRef("https://undocs.org/en/A/RES/62/37#op13(a)")
    assert (paragraph, RDF.type, RC.OperativeParagraph) in graph
    assert graph.value(paragraph, RC.number) == Literal(13)
    assert str(graph.value(paragraph, RDFS.label)) == "op13(a)"
    quotes = [graph.value(selector, URIRef(v.EXACT)) for selector in graph.objects(segment, URIRef(v.HAS_SELECTOR))]
    assert sorted(str(quote) for quote in quotes if quote) == ["the\nTreaty"]
    places = [
        (graph.value(selector, URIRef(v.START)), graph.value(selector, URIRef(v.END)))
        for selector in graph.objects(segment, URIRef(v.HAS_SELECTOR))
    ]
    assert (Literal(7), Literal(17)) in places


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("pp3", (v.PREAMBULAR, 3)),
        ("op13", (v.OPERATIVE, 13)),
        ("op13(a)", (v.OPERATIVE, 13)),
        ("fn7", (v.FOOTNOTE, 7)),
        ("annex/op2", (v.ANNEX, 2)),
        ("annex", (v.ANNEX, None)),
        ("title", (v.OTHER_PARAGRAPH, None)),
        ("tail", (v.OTHER_PARAGRAPH, None)),
        ("oops1", (v.OTHER_PARAGRAPH, None)),
        ("", (v.OTHER_PARAGRAPH, None)),
    ],
)
def test_a_label_tells_the_kind_of_its_paragraph(label: str, expected: tuple[str, int | None]) -> None:
    assert paragraph_class(Label(label)) == expected


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_of_the_contract_has_its_property(relation: Relation) -> None:
    graph, citation = the_citation(cite("A/RES/61/74", relation=relation))
    concept = graph.value(citation, RC.relation)
    assert (node("A/RES/62/37"), concept, node("A/RES/61/74")) in graph
    assert str(graph.value(concept, SKOS.notation)) == relation


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_contract_has_its_class(kind: Kind) -> None:
    target = "treaty:x" if kind == "treaty" else "X/2020/1"
    graph = build_graph((), [cite(target, kind)], registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert (node(target), RDF.type, URIRef(v.KIND_CLASSES[kind])) in graph
    assert (node(target), RDF.type, RC.Work) in graph


def test_the_kind_is_what_most_references_say() -> None:
    references = [
        cite("X/2020/1", "decision"),
        cite("X/2020/1", "document", start=1),
        cite("X/2020/1", "document", start=2),
    ]
    for order in (references, references[::-1]):
        graph = build_graph((), order, registry=REGISTRY, catalogue=NO_CATALOGUE)
        assert (node("X/2020/1"), RDF.type, RC.Document) in graph
        assert (node("X/2020/1"), RDF.type, RC.Decision) not in graph


def test_an_unresolved_reference_has_a_reason_and_makes_no_edge() -> None:
    graph, reference = the_citation(
        Unresolved(evidence=evidence(), kind="decision", reason="no body", title="That one")
    )
    assert graph.value(reference, RC.reason) == Literal("no body", lang="en")
    assert graph.value(reference, RC.expectedKind) == RC.Decision
    assert graph.value(reference, DCTERMS.title) == Literal("That one", lang="en")
    assert graph.value(graph.value(reference, OA.hasTarget), OA.hasSource) == URIRef(
        "https://undocs.org/en/A/RES/62/37"
    )
    assert graph.value(reference, OA.motivatedBy) == OA.questioning
    assert not list(graph.objects(reference, OA.hasBody))
    assert not list(graph.subject_objects(CITO.cites))


def test_a_document_without_symbol_is_a_work_named_after_its_file() -> None:
    graph = sample()
    assert (node("file:draft.None.txt"), CITO.cites, node("A/RES/71/63")) in graph
    assert (node("file:draft.None.txt"), RDF.type, RC.Document) in graph
    assert plain(graph, URIRef(work_iri("file:draft.None.txt") + "#und"), URIRef(v.LANGUAGE)) == {"und"}


def test_the_registry_enriches_a_treaty() -> None:
    graph = sample()
    npt = node("treaty:npt")
    assert plain(graph, npt, RC.untsNumber) == {"10485"}
    assert plain(graph, npt, RC.untsVolume) == {"729"}
    assert graph.value(npt, ELI.date_document) == Literal("1968-07-01", datatype=XSD.date)
    assert plain(graph, npt, DCTERMS.title) == {titles[0] for titles in NPT.titles.values()}
    assert plain(graph, npt, DCTERMS.alternative) == {"Non-Proliferation Treaty"}
    assert plain(graph, npt, RC.inRegistry) == {"true"}


@pytest.mark.parametrize(
    ("note", "documents"),
    [
        ("general knowledge of the UN Treaty Collection; not checked against a printed source", []),
        ("number and volume as S/RES/186(1964) prints them; the rest from general knowledge", ["S/RES/186(1964)"]),
        ("general knowledge (S/RES/1493(2003), A/RES/75/64)", ["A/RES/75/64", "S/RES/1493(2003)"]),
        ("registration number and/or volume from general knowledge", []),
    ],
)
def test_a_registered_treaty_says_where_its_facts_come_from(note: str, documents: list[str]) -> None:
    registry = Registry({NPT.slug: replace(NPT, source=note)}, {}, {})
    graph = build_graph([], [cite("treaty:npt", "treaty")], registry=registry)
    treaty = node("treaty:npt")
    assert list(graph.objects(treaty, URIRef(v.SOURCE_NOTE))) == [Literal(note, lang="en")]
    assert sorted(map(str, graph.objects(treaty, DCTERMS.source))) == [work_iri(each) for each in documents]


def test_a_treaty_unknown_to_the_registry_has_no_source() -> None:
    graph = build_graph(
        [], [cite("treaty:moon-pact", "treaty", title="Moon Pact")], registry=REGISTRY, catalogue=NO_CATALOGUE
    )
    assert not list(graph.subject_objects(URIRef(v.SOURCE_NOTE)))
    assert not list(graph.subject_objects(DCTERMS.source))


def test_a_treaty_unknown_to_the_registry_is_marked_and_keeps_its_title_as_written() -> None:
    graph = build_graph(
        (), [cite("treaty:x", "treaty", title="某条约", language="zh")], registry=REGISTRY, catalogue=NO_CATALOGUE
    )
    assert plain(graph, node("treaty:x"), RC.inRegistry) == {"false"}
    assert graph.value(node("treaty:x"), DCTERMS.title) == Literal("某条约", lang="zh")


def test_a_protocol_leads_to_its_treaty_although_nothing_cites_that() -> None:
    graph = sample()
    assert (node("treaty:geneva-protocol-i"), DCTERMS.isPartOf, node("treaty:geneva-conventions")) in graph
    assert (node("treaty:geneva-conventions"), RDF.type, RC.Treaty) in graph


def test_a_named_instrument_gives_its_names_to_the_resolution() -> None:
    outcome = Instrument(
        slug="world-summit-outcome",
        title="2005 World Summit Outcome",
        target="A/RES/60/1",
        kind="resolution",
        source="A/RES/60/1",
        titles={"en": ("2005 World Summit Outcome",), "zh": ("2005年世界首脑会议成果",)},
    )
    registry = Registry({}, {outcome.slug: outcome}, {})
    graph = build_graph((), [cite("A/RES/60/1", title="2005 World Summit Outcome")], registry=registry)
    assert plain(graph, node("A/RES/60/1"), DCTERMS.alternative) == {
        "2005 World Summit Outcome",
        "2005年世界首脑会议成果",
    }


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("A/RES/57/283B", "A/RES/57/283"),
        ("NPT/CONF.1995/32(PartI)", "NPT/CONF.1995/32"),
        ("A/CONF.151/26/Rev.1(Vol.I)", "A/CONF.151/26/Rev.1"),
        ("A/69/53/Add.1", "A/69/53"),
        ("A/69/53/Add.1/Corr.1", "A/69/53/Add.1"),
    ],
)
def test_a_part_leads_to_its_whole(part: str, whole: str) -> None:
    graph = build_graph((), [cite(part, "document")], registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert (node(part), DCTERMS.isPartOf, node(whole)) in graph
    assert plain(graph, node(whole), DCTERMS.identifier) == {whole}


def test_a_joint_symbol_and_its_halves_lead_to_each_other() -> None:
    graph = sample()
    joint = node("A/67/828-S/2013/210")
    for half in (node("A/67/828"), node("S/2013/210")):
        assert (joint, RC.sameDocumentAs, half) in graph
        assert (half, RC.sameDocumentAs, joint) in graph
        assert (half, RDF.type, RC.Document) in graph


def test_a_date_that_only_citing_texts_give_is_marked_as_such() -> None:
    graph = sample()
    assert plain(graph, node("S/RES/1718(2006)"), RC.statedDate) == {"2006-10-14"}
    assert not plain(graph, node("S/RES/1718(2006)"), ELI.date_document)
    assert plain(graph, node("A/RES/61/74"), ELI.date_document) == {"2006-12-06"}
    assert not plain(graph, node("A/RES/61/74"), RC.statedDate)


@pytest.mark.parametrize("written", ["2006-02-30", "2006-13", "next year", "２００６-10-14", "2006-10-14T00:00:00"])
def test_what_is_no_date_stays_text(written: str) -> None:
    graph, citation = the_citation(cite("S/RES/1718(2006)", date=written))
    assert graph.value(citation, RC.statedDate) == Literal(written, datatype=XSD.string)


@pytest.mark.parametrize(
    ("written", "predicate", "datatype"),
    [
        ("2006-10-14", RC.statedDate, XSD.date),
        ("2006-10", RC.statedMonth, XSD.gYearMonth),
        ("2006", RC.statedYear, XSD.gYear),
    ],
)
def test_days_months_and_years_are_typed_and_share_no_property(
    written: str, predicate: URIRef, datatype: URIRef
) -> None:
    graph, citation = the_citation(cite("S/RES/1718(2006)", date=written, date_of="document"))
    dated = {RC.statedDate, RC.statedMonth, RC.statedYear}
    assert {p: o for p, o in graph.predicate_objects(citation) if p in dated} == {
        predicate: Literal(written, datatype=datatype)
    }
    assert graph.value(citation, RC.dateOf) == RC.onDocument


def test_a_date_of_another_event_is_not_the_date_of_a_work() -> None:
    graph, _ = the_citation(cite("S/RES/1718(2006)", date="2009-01-01", date_of="entry-into-force"))
    assert not plain(graph, node("S/RES/1718(2006)"), RC.statedDate)


def test_session_organ_and_akn_iri_come_with_the_symbol() -> None:
    graph = sample()
    assert plain(graph, node("A/RES/62/37"), RC.session) == {"62"}
    akn = graph.value(node("A/RES/62/37"), SKOS.notation)
    assert akn == Literal("/akn/un/statement/deliberation/unga/2007-12-05/62-37/", datatype=RC.AknIri)
    akn = graph.value(node("S/RES/2231(2015)"), SKOS.notation)
    assert akn == Literal("/akn/un/statement/deliberation/unsc/2015-07-20/2231-2015/", datatype=RC.AknIri)
    organ = graph.value(node("S/RES/1718(2006)"), ELI.passed_by)
    assert plain(graph, URIRef(str(organ)), URIRef(v.NAME)) == {"Security Council"}


def test_a_series_and_what_is_superseded_are_written_out() -> None:
    graph = sample()
    assert (node("A/RES/63/73"), RC.continues, node("A/RES/62/37")) in graph
    assert (node("S/RES/1929(2010)"), RC.supersededBy, node("S/RES/2231(2015)")) in graph


def test_evidence_leads_to_the_file_by_its_digest() -> None:
    graph = sample()
    english = URIRef("https://undocs.org/en/A/RES/62/37")
    file = URIRef(v.FILE + "5e" * 32)
    assert (english, URIRef(v.DERIVED_FROM), file) in graph
    mentions = [graph.value(None, OA.hasTarget, segment) for segment in graph.subjects(OA.hasSource, english)]
    sources = {graph.value(each, URIRef(v.DERIVED_FROM)) for each in mentions}
    assert sources == {file}


def test_a_warning_of_reading_is_kept() -> None:
    assert "no title was found" in {str(note) for note in sample().objects(None, RC.note)}


def test_there_are_no_blank_nodes() -> None:
    assert not [
        triple for triple in native_triples(sample()) if "_:" in (str(triple.subject)[:2], str(triple.object)[:2])
    ]


def test_input_that_is_read_twice_adds_nothing() -> None:
    once = build_graph(RECORDS, REFERENCES, registry=REGISTRY, catalogue=NO_CATALOGUE)
    twice = build_graph(RECORDS * 2, REFERENCES * 2, registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert set(map(str, native_triples(once))) == set(map(str, native_triples(twice)))


def test_mentions_that_differ_in_one_field_are_two() -> None:
    base = cite("A/RES/61/74")
    changes: list[dict[str, object]] = [
        {"start": 1}, {"end": 999}, {"paragraph": "pp2"}, {"relation": "notes"}, {"verb": None}, {"pinpoint": "annex"},
        {"basis": "entitled"},
        {"date": "2006-12-06"}, {"certainty": "named"}, {"via": "fn1"}, {"note": "n"}, {"quote": "q"}, {"file": "f"},
    ]  # fmt: skip
    for change in changes:
        other = replace(base, evidence=replace(base.evidence, **change))  # type: ignore[arg-type]  # fields by name
        graph = build_graph((), [base, other], registry=REGISTRY, catalogue=NO_CATALOGUE)
        assert len(list(graph.subjects(OA.hasBody))) == 2, change


texts = st.text(st.characters(), max_size=12)  # lone surrogates too: JSON can carry them
maybe = st.none() | texts
some_evidence = st.builds(
    Evidence,
    source=st.sampled_from(["A/RES/62/37", "A/RES/63/73", None]) | texts,
    file=texts,
    language=st.sampled_from(["en", "zh", None, "not a language"]),
    quote=texts,
    start=st.integers(-5, 10**20),
    end=st.integers(0, 10**6),
    paragraph=st.sampled_from(["pp1", "op2(a)", "annex/op2"]) | texts,
    relation=st.sampled_from(RELATIONS),
    verb=maybe,
    basis=st.none() | st.sampled_from(BASES),
    pinpoint=maybe,
    date=st.sampled_from([None, "2006-12-06", "1968-07-01"]) | texts,
    certainty=st.sampled_from(CERTAINTIES),
    via=maybe,
    note=maybe,
)
some_references = st.lists(
    st.builds(
        Citation,
        evidence=some_evidence,
        target=st.sampled_from(["A/RES/61/74", "treaty:npt", "treaty:x", "A/67/828-S/2013/210"])
        | st.text(st.characters(), min_size=1),
        kind=st.sampled_from(KINDS),
        title=maybe,
        unts=st.none() | st.integers(1, 60000),
    )
    | st.builds(Unresolved, evidence=some_evidence, kind=st.sampled_from(KINDS), reason=texts, title=maybe),
    max_size=6,
)


@given(some_references, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter_and_any_text_is_carried(
    references: list[Reference], dice: random.Random
) -> None:
    shuffled, records = [*references], [*RECORDS]
    dice.shuffle(shuffled)
    dice.shuffle(records)
    one = build_graph(RECORDS, references, registry=REGISTRY, catalogue=NO_CATALOGUE)
    other = build_graph(records, shuffled, registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert set(map(str, native_triples(one))) == set(map(str, native_triples(other)))


@given(some_references)
def test_every_reference_is_in_the_graph(references: list[Reference]) -> None:
    graph = build_graph((), references, registry=REGISTRY, catalogue=NO_CATALOGUE)
    found = {str(triple.subject) for triple in native_triples(graph) if triple.predicate.value == v.HAS_SOURCE}
    assert len(found) <= len(references)
    assert bool(found) == bool(references)
    targets = {reference.target for reference in references if isinstance(reference, Citation)}
    edges = {triple.object for triple in native_triples(graph) if triple.predicate.value == v.CITES}
    assert edges == {ox.NamedNode(work_iri(target)) for target in targets}


def test_records_alone_make_works() -> None:
    graph = build_graph([record("A/RES/61/74", title="A title")], (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert plain(graph, node("A/RES/61/74"), DCTERMS.title) == {"A title"}
