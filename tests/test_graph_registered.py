"""Facts of treaties: where each is from, who confirmed it, and the dates that a text may print."""

import pytest
import rdflib
from graph_sample import cite
from rdflib import RDF, Literal, URIRef

from extract.catalogue.catalogue import load_catalogue
from extract.registry.checks import FACTS, Check, load_check_sources, load_checks
from extract.registry.registry import load_registry
from graph.checking.facts import Facts
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.iri import work_iri
from graph.rdf.validate import validate

CWC = URIRef(work_iri("treaty:cwc"))


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    """A graph of four treaties of the registry that ships."""
    slugs = ("cwc", "un-opcw-relationship-agreement", "ilo-c029", "mali-peace-agreement")
    return build_graph((), [cite(f"treaty:{slug}", kind="treaty") for slug in slugs])


def states(graph: rdflib.Graph, slug: str, predicate: str) -> dict[str, set[str]]:
    """State of each value of a property to the codes of its sources."""
    found = {}
    for stated in graph.subjects(RDF.subject, URIRef(work_iri(f"treaty:{slug}"))):
        if (stated, RDF.predicate, URIRef(predicate)) in graph:
            sources = {str(each).rpartition("/")[2] for each in graph.objects(stated, URIRef(v.DERIVED_FROM))}
            found[str(graph.value(stated, URIRef(v.CHECK_STATE)))] = sources
    return found


def test_a_date_says_of_what_it_is_and_who_has_it(graph: rdflib.Graph) -> None:
    assert str(graph.value(CWC, URIRef(v.DATE))) == "1993-01-13"
    assert str(graph.value(CWC, URIRef(v.ADOPTED_ON))) == "1992-09-03"
    assert states(graph, "cwc", v.ADOPTED_ON) == {"added": {"MTDSG"}}


def test_a_fact_that_no_source_was_found_for_is_not_checked(graph: rdflib.Graph) -> None:
    assert states(graph, "mali-peace-agreement", v.PLACE) == {"not-checked": set()}


def test_records_lead_to_the_collections(graph: rdflib.Graph) -> None:
    links = {str(link) for link in graph.objects(CWC, URIRef(v.SEE_ALSO))}
    assert "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-3&chapter=26" in links
    labour = URIRef(work_iri("treaty:ilo-c029"))
    assert any(str(link).endswith("P12100_ILO_CODE:C029") for link in graph.objects(labour, URIRef(v.SEE_ALSO)))


@pytest.mark.parametrize(
    ("record", "link"),
    [("IEADB:2826", None), ("UNTC:XXVII-3-b", "mtdsg_no=XXVII-3-b&chapter=27"), ("UNTC:XI-A-8", "chapter=11")],
)
def test_a_record_has_an_address_only_where_its_database_has_lasting_ones(record: str, link: str | None) -> None:
    found = Check("record", "added", ("IEADB",), record).link
    assert found is None if link is None else found is not None and found.endswith(link)


def test_the_second_part_of_the_series_has_numbers_of_its_own(graph: rdflib.Graph) -> None:
    filed = URIRef(work_iri("treaty:un-opcw-relationship-agreement"))
    assert graph.value(filed, URIRef(v.UNTS_PART)) == Literal(2)
    assert graph.value(CWC, URIRef(v.UNTS_PART)) == Literal(1)


def test_what_is_stated_conforms_to_the_shapes(graph: rdflib.Graph) -> None:
    assert validate(graph).findings == ()


@pytest.mark.parametrize(
    ("slug", "dates"),
    [
        ("cwc", ["1993-01-13", "1992-09-03", "1997-04-29"]),
        ("cerd", ["1965-12-21", "1966-03-07", "1969-01-04"]),
        ("iaea-statute", ["1956-10-26", "1956-10-23", "1957-03-29"]),
        ("icj-statute", ["1945-06-26", "1945-10-24"]),
    ],
)
def test_every_date_of_a_treaty_is_known_to_the_check(slug: str, dates: list[str]) -> None:
    assert [each.date for each in Facts(load_catalogue()).known(f"treaty:{slug}").dates] == dates


def test_checks_speak_of_treaties_of_the_registry() -> None:
    treaties, checks = load_registry().treaties, load_checks()
    assert checks.keys() <= treaties.keys()
    for slug, each in checks.items():
        for check in each:
            assert (check.value != "") == (check.state in {"disputed", "added"}), (slug, check)
            if check.field in FACTS:
                assert getattr(treaties[slug], check.field) is not None, (slug, check)


def test_every_source_is_used() -> None:
    assert load_check_sources().keys() == {
        code for each in load_checks().values() for check in each for code in check.by
    }
