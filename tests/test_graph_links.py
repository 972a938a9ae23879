"""Every link that leads out of the graph is formed by a rule with a source; `docs/ontology.md` names each."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import rdflib
from graph_sample import cite, record
from rdflib import DCTERMS, RDFS, SKOS, URIRef

from extract.catalogue.catalogue import load_catalogue
from extract.model.adoption import Subject, Vote
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph

DOCUMENTED = (Path(__file__).parents[1] / "docs" / "ontology.md").read_text(encoding="utf-8")
ADOPTED = "A/RES/62/37"
THESAURUS = "http://metadata.un.org/thesaurus/1001776"
VOCABULARIES = frozenset({"www.w3.org", "purl.org", "xmlns.com", "data.europa.eu", "w3id.org", "www.iana.org"})
"""Hosts of vocabularies, of our own names, and of media types: what a graph is written in, not what it links to."""


@pytest.fixture(scope="module")
def linked() -> rdflib.Graph:
    """A graph with a link of each kind."""
    subjects = (Subject(label="disarmament", scheme="UNBIS Thesaurus", iri=THESAURUS),)
    vote = Vote(in_favour=1, against=0, abstaining=0, states_in_favour=("Fiji",))
    adopted = record(ADOPTED, date="2007-12-05", organ="General Assembly", subjects=subjects, sdgs=(16,), vote=vote)
    treaties = ("npt", "cwc", "aarhus-convention", "ilo-c029")
    cited = [cite(f"treaty:{slug}", "treaty", start=index * 10) for index, slug in enumerate(treaties)]
    return build_graph([adopted], cited)


def seen(graph: rdflib.Graph, key: str) -> set[str]:
    """What a work is said to be seen at."""
    return set(map(str, graph.objects(URIRef(iri.work_iri(key)), RDFS.seeAlso)))


def test_a_work_is_its_address_and_a_language_version_is_its_own(linked: rdflib.Graph) -> None:
    assert iri.work_iri(ADOPTED) == "https://undocs.org/A/RES/62/37"
    (text,) = linked.subjects(URIRef(v.REALIZES), URIRef(iri.work_iri(ADOPTED)))
    assert str(text) == "https://undocs.org/en/A/RES/62/37"
    assert {str(each) for each in linked.objects(text, RDFS.seeAlso)} == {"https://docs.un.org/en/A/RES/62/37"}


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_reader_shows_each_official_language(code: str) -> None:
    assert iri.reader_url("S/RES/1718(2006)", code) == f"https://docs.un.org/{code}/S/RES/1718(2006)"


def test_the_library_has_the_record_that_the_catalogue_names(linked: rdflib.Graph) -> None:
    entry = load_catalogue().find(ADOPTED)
    assert entry is not None
    assert seen(linked, ADOPTED) == {f"https://digitallibrary.un.org/record/{entry.record}"}


def test_treaties_lead_to_the_databases_that_the_registry_names_a_number_of(linked: rdflib.Graph) -> None:
    assert "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-3&chapter=26" in seen(
        linked, "treaty:cwc"
    )
    assert "https://www.ecolex.org/result/?q=TRE-001276" in seen(linked, "treaty:aarhus-convention")
    labour = seen(linked, "treaty:ilo-c029")
    assert any(each.startswith("https://normlex.ilo.org/") and each.endswith(":C029") for each in labour)


def test_subjects_and_goals_are_those_of_the_united_nations(linked: rdflib.Graph) -> None:
    subjects = set(map(str, linked.objects(URIRef(iri.work_iri(ADOPTED)), DCTERMS.subject)))
    assert subjects == {THESAURUS, "http://metadata.un.org/sdg/16"}


def test_states_have_their_codes(linked: rdflib.Graph) -> None:
    (state,) = linked.subjects(URIRef(v.RC + "iso3166Alpha3"), rdflib.Literal("FJI"))
    assert str(linked.value(state, URIRef(v.RC + "m49Code"))) == "242"
    assert str(linked.value(state, URIRef(v.RC + "iso3166Alpha2"))) == "FJ"


def test_a_resolution_has_its_name_in_akoma_ntoso(linked: rdflib.Graph) -> None:
    names = list(linked.objects(URIRef(iri.work_iri(ADOPTED)), SKOS.notation))
    assert list(map(str, names)) == ["/akn/un/statement/deliberation/unga/2007-12-05/62-37/"]


def test_languages_are_those_of_the_publications_office(linked: rdflib.Graph) -> None:
    text = URIRef(iri.expression_iri(ADOPTED, "en"))
    named = str(linked.value(text, URIRef(v.ELI + "language")))
    assert named == "http://publications.europa.eu/resource/authority/language/ENG"


def test_every_host_that_is_linked_to_is_documented(linked: rdflib.Graph) -> None:
    hosts = {urlsplit(str(said)).hostname for said in linked.objects() if isinstance(said, URIRef)} - VOCABULARIES
    hosts.discard(None)
    short = {"www.ecolex.org": "ECOLEX", "normlex.ilo.org": "NORMLEX"}
    assert {host for host in hosts if short.get(str(host), str(host)) not in DOCUMENTED} == set()
