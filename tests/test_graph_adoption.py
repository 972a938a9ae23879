"""Votes, sponsors, drafts, subjects and derived statements in the graph."""

from dataclasses import replace

import pytest
import rdflib
from graph_sample import NO_CATALOGUE, RECORDS, REGISTRY, TITLE, VOTE, cite, record, sample
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS, XSD

from extract.model.adoption import Subject
from extract.model.record import DocumentRecord
from extract.symbols.bodies import load_bodies
from graph.rdf import vocabulary as v
from graph.rdf.build import add_series, build_graph
from graph.rdf.iri import derivation_iri, subject_iri, work_iri
from graph.rdf.media import MEDIA

RC = rdflib.Namespace(v.RC)
ADOPTED = URIRef(work_iri("A/RES/63/73"))
OFFICIAL = {"ar", "en", "es", "fr", "ru", "zh"}


def names(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: URIRef) -> set[str]:
    return {str(graph.value(agent, URIRef(v.NAME))) for agent in graph.objects(subject, predicate)}


def the_vote(*records: DocumentRecord) -> tuple[rdflib.Graph, rdflib.term.Node]:
    graph = build_graph(records, (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    (vote,) = graph.objects(None, RC.vote)
    return graph, vote


def test_a_vote_has_its_counts_and_its_states() -> None:
    graph = sample()
    vote = graph.value(ADOPTED, RC.vote)
    assert vote is not None
    counts = [graph.value(vote, RC[name]) for name in ("inFavour", "against", "abstaining")]
    assert counts == [Literal(173), Literal(1), Literal(2)]
    assert names(graph, vote, RC.votedInFavour) == {"Australia", "Japan"}
    assert names(graph, vote, RC.votedAgainst) == {"Freedonia"}
    assert names(graph, vote, RC.abstained) == {"Ruritania", "Syldavia"}


def test_a_state_is_one_however_its_name_is_capitalized() -> None:
    graph = sample()
    assert names(graph, ADOPTED, RC.sponsor) == {"Japan", "Australia"}
    sponsors = set(graph.objects(ADOPTED, RC.sponsor))
    assert sponsors == set(graph.objects(graph.value(ADOPTED, RC.vote), RC.votedInFavour))


def test_the_english_version_names_the_states() -> None:
    foreign = replace(VOTE, states_in_favour=("Australie", "Japon"), states_against=(), states_abstaining=())
    others = [record("A/RES/62/37", language, vote=foreign, sponsors=("Japon",)) for language in ("fr", "es", "ar")]
    graph, vote = the_vote(*others, record("A/RES/62/37", "en", vote=VOTE, sponsors=("Japan",)))
    assert names(graph, vote, RC.votedInFavour) == {"Australia", "Japan"}
    assert names(graph, URIRef(work_iri("A/RES/62/37")), RC.sponsor) == {"Japan"}
    graph, vote = the_vote(*others)
    assert names(graph, vote, RC.votedInFavour) == {"Australie", "Japon"}


def test_the_numbers_that_most_versions_give_count() -> None:
    wrong = replace(VOTE, in_favour=17)
    records = [record("A/RES/62/37", "en", vote=wrong), *(record("A/RES/62/37", code, vote=VOTE) for code in "ab")]
    graph, vote = the_vote(*records)
    assert graph.value(vote, RC.inFavour) == Literal(173)


def test_subjects_and_goals_are_concepts_with_their_own_addresses() -> None:
    graph = sample()
    subjects = {str(subject) for subject in graph.objects(ADOPTED, DCTERMS.subject)}
    assert subjects == {
        "http://metadata.un.org/thesaurus/1001776",
        "http://metadata.un.org/sdg/16",
        "http://metadata.un.org/sdg/17",
        v.SUBJECT + "sunken-lighthouses",
    }
    concept = URIRef("http://metadata.un.org/thesaurus/1001776")
    assert str(graph.value(concept, SKOS.prefLabel)) == "disarmament"
    assert str(graph.value(graph.value(concept, SKOS.inScheme), SKOS.prefLabel)) == "UNBIS Thesaurus"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://a b/", "https://x/\u003e", "file:///etc/passwd", "", "http://"]
)
def test_an_address_that_is_none_gives_a_name_of_ours(address: str) -> None:
    assert subject_iri("Peace", "A Scheme", address) == v.SUBJECT + "a-scheme/peace"
    said = record("A/RES/62/37", subjects=(Subject(label="Peace", scheme="A Scheme", iri=address),))
    assert (None, DCTERMS.subject, URIRef(v.SUBJECT + "a-scheme/peace")) in build_graph(
        [said], (), registry=REGISTRY, catalogue=NO_CATALOGUE
    )


def test_the_draft_is_a_work_and_the_item_has_its_language() -> None:
    graph = sample()
    draft = graph.value(ADOPTED, RC.draft)
    assert draft == URIRef(work_iri("A/C.1/63/L.58"))
    assert (draft, RDF.type, RC.Document) in graph
    assert graph.value(ADOPTED, RC.agendaItem) == Literal("Agenda item 89", lang="en")


def test_the_address_in_the_machine_readable_edition_is_the_one_that_the_file_tells() -> None:
    given = "/akn/un/statement/deliberation/unga/2008-12-02/63-73/"
    assert (ADOPTED, SKOS.notation, Literal(given, datatype=URIRef(v.AKN_IRI))) in sample()
    other = record("A/RES/63/73", date="2008-12-02", organ="General Assembly", akn="/akn/un/another/")
    graph = build_graph([other], (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert [str(said) for said in graph.objects(ADOPTED, SKOS.notation)] == ["/akn/un/another/"]


def test_the_form_of_a_file_is_its_media_type() -> None:
    graph = sample()
    (expression,) = graph.objects(ADOPTED, URIRef(v.REALIZED_BY))
    assert (
        str(graph.value(graph.value(expression, URIRef(v.DERIVED_FROM)), DCTERMS["format"]))
        == MEDIA + "application/akn+xml"
    )


def test_organs_have_names_in_every_official_language() -> None:
    assert all(set(body.names) == OFFICIAL for body in load_bodies().values() if body.names)
    organ = sample().value(ADOPTED, URIRef(v.PASSED_BY))
    labels = {said.language: str(said) for said in sample().objects(organ, SKOS.prefLabel) if isinstance(said, Literal)}
    assert set(labels) == OFFICIAL
    assert labels["zh"] == "大会"


def test_page_link_and_context_of_a_citation() -> None:
    graph = sample()
    (citation,) = graph.subjects(RC.linkedTo, URIRef(work_iri("A/RES/62/73")))
    assert graph.value(citation, RC.page) == Literal(2)
    quotes = [
        each
        for each in graph.objects(graph.value(citation, URIRef(v.HAS_TARGET)), URIRef(v.HAS_SELECTOR))
        if (each, URIRef(v.EXACT), None) in graph
    ]
    around = [str(graph.value(quotes[0], URIRef(name))) for name in (v.PREFIX, v.SUFFIX)]
    assert around == ["Recalling its ", " of 5 December 2007,\n"]


def test_the_context_of_a_citation_does_not_change_its_name() -> None:
    around = cite("A/RES/61/74", prefix="its ", suffix=",")
    graph = build_graph((), [cite("A/RES/61/74"), around], registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert len(list(graph.subjects(RDF.type, URIRef(v.ANNOTATION)))) == 1


def test_a_derived_statement_is_marked_and_leads_to_its_evidence() -> None:
    graph = sample()
    for subject, predicate, said in [
        ("A/RES/63/73", v.CONTINUES, "A/RES/62/37"),
        ("S/RES/1929(2010)", v.SUPERSEDED_BY, "S/RES/2231(2015)"),
    ]:
        one, other = work_iri(subject), work_iri(said)
        assert (URIRef(one), URIRef(predicate), URIRef(other)) in graph
        derivation = URIRef(derivation_iri(one, predicate, other))
        assert (derivation, RDF.type, RC.Derivation) in graph
        assert (derivation, RDF.subject, URIRef(one)) in graph
        assert (derivation, RDF.object, URIRef(other)) in graph
        evidence = list(graph.objects(derivation, URIRef(v.DERIVED_FROM)))
        assert evidence
        assert all((each, RDF.type, URIRef(v.CITATION_CLASS)) in graph for each in evidence)


def test_a_series_found_later_is_marked_in_the_same_way() -> None:
    references = [cite("A/RES/62/37", source="A/RES/63/73", quote="resolution 62/37")]
    records = [each for each in RECORDS if each.title == TITLE]
    pairs = [("A/RES/63/73", "A/RES/62/37")]
    one = build_graph(records, references, registry=REGISTRY, catalogue=NO_CATALOGUE, continues=pairs)
    other = build_graph(records, references, registry=REGISTRY, catalogue=NO_CATALOGUE)
    add_series(other, pairs)
    assert set(one) == set(other)


def test_a_kind_that_the_symbol_does_not_show_is_kept() -> None:
    graph = build_graph(
        (), [cite("A/54/42", "resolution"), cite("A/RES/61/74", start=500)], registry=REGISTRY, catalogue=NO_CATALOGUE
    )
    assert list(graph.objects(None, RC.expectedKind)) == [RC.Resolution]


def test_numbers_of_pages_are_whole() -> None:
    pages = list(sample().objects(None, RC.page))
    assert pages
    assert all(isinstance(page, Literal) and page.datatype == XSD.integer for page in pages)


def test_a_state_is_one_agent_however_it_is_spelled() -> None:
    spelled = ("COTE D'IVOIRE", "C\u00d4TE D'IVOIRE", "C\u00f4te d\u2019Ivoire", "C\u00f4te d'Ivoire")
    records = [record(f"A/RES/99/{number}", sponsors=(name,)) for number, name in enumerate(spelled, 1)]
    graph = build_graph(records, (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    (agent,) = set(graph.objects(None, RC.sponsor))
    assert not str(graph.value(agent, URIRef(v.NAME))).isupper()


def test_a_sponsor_on_behalf_of_a_group_is_two_agents() -> None:
    name = "Freedonia (on behalf of the States Members of the United Nations that are members of the River Group)"
    graph = build_graph([record("A/RES/99/1", sponsors=(name,))], (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    assert names(graph, URIRef(work_iri("A/RES/99/1")), RC.sponsor) == {"Freedonia", "River Group"}


def test_labels_of_subjects_are_in_unicode_normal_form_c() -> None:
    said = record("A/RES/99/1", subjects=(Subject(label="Co\u0302te"),))
    graph = build_graph([said], (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    (subject,) = graph.objects(URIRef(work_iri("A/RES/99/1")), DCTERMS.subject)
    assert str(graph.value(subject, SKOS.prefLabel)) == "C\u00f4te"


def test_entities_of_html_in_subjects_are_resolved() -> None:
    said = record("A/RES/99/1", subjects=(Subject(label="ferries&#39; lights &amp; bells"),))
    graph = build_graph([said], (), registry=REGISTRY, catalogue=NO_CATALOGUE)
    (subject,) = graph.objects(URIRef(work_iri("A/RES/99/1")), DCTERMS.subject)
    assert str(graph.value(subject, SKOS.prefLabel)) == "ferries' lights & bells"
