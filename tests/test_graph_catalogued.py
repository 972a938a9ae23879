"""The catalogue in the graph: it fills what is empty, says from which sources, and marks what cannot exist."""

from pathlib import Path

import pytest
import rdflib
from graph_sample import REGISTRY, cite, record
from rdflib import RDF, Literal, URIRef

from extract.catalogue.catalogue import Catalogue, read_own
from extract.catalogue.entry import Entry
from extract.catalogue.table import packed_table
from extract.model.adoption import Vote
from graph.network.network import citation_network
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.iri import work_iri
from graph.rdf.recovery import recover
from graph.rdf.store import write_graph
from graph.rdf.validate import validate

ENTRIES = (
    Entry(symbol="A/RES/99/41", date="2024-12-02", titles={"en": "Ferries", "fr": "Transbordeurs"}, agenda="Rivers",
          adoption="vote", vote=(90, 2, 3), record="4000041", sources={
              "date": ("U", "C"), "title": ("X",), "agenda": ("U",), "adoption": ("L",), "record": ("L",)}),
    Entry(symbol="A/RES/99/42A", date="2024-12-03", agenda="Lighthouses", sources={"date": ("U",), "agenda": ("U",)}),
    Entry(symbol="A/RES/99/42B", sources={}),
)  # fmt: skip
STATED = URIRef(v.CATALOGUE_STATEMENT)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A catalogue of three texts, with the calendar that ships."""
    file = tmp_path / "own.tsv.gz"
    columns = ("symbol", "date", "title_en", "title_fr", "agenda", "adoption", "record", "sources")
    file.write_bytes(packed_table(columns, [entry.to_row() for entry in ENTRIES]))
    return Catalogue(Path(__file__).parent.parent / "data" / "catalogue", read_own(file))


def work(symbol: str) -> URIRef:
    return URIRef(work_iri(symbol))


def sources(graph: rdflib.Graph, symbol: str, predicate: str) -> set[str]:
    """Codes of the sources of what the catalogue states with a property."""
    found = set()
    for stated in graph.subjects(RDF.type, STATED):
        if (stated, RDF.subject, work(symbol)) in graph and (stated, RDF.predicate, URIRef(predicate)) in graph:
            found |= {str(each).rpartition("/")[2] for each in graph.objects(stated, URIRef(v.DERIVED_FROM))}
    return found


def test_a_cited_text_has_what_the_catalogue_knows_with_its_sources(catalogue: Catalogue) -> None:
    graph = build_graph((), [cite("A/RES/99/41")], registry=REGISTRY, catalogue=catalogue)
    titles = set(graph.objects(work("A/RES/99/41"), URIRef(v.TITLE)))
    assert titles == {Literal("Ferries", lang="en"), Literal("Transbordeurs", lang="fr")}
    assert str(graph.value(work("A/RES/99/41"), URIRef(v.DATE))) == "2024-12-02"
    assert str(graph.value(work("A/RES/99/41"), URIRef(v.SEE_ALSO))).endswith("/record/4000041")
    assert sources(graph, "A/RES/99/41", v.DATE) == {"U", "C"}
    assert sources(graph, "A/RES/99/41", v.TITLE) == {"X"}
    assert sources(graph, "A/RES/99/41", v.VOTED) == {"L"}
    named = graph.value(URIRef(v.CATALOGUE_SOURCE + "L"), URIRef(v.TITLE))
    assert "Digital Library" in str(named)
    assert "non-commercial" in str(graph.value(URIRef(v.CATALOGUE_SOURCE + "L"), URIRef(v.RIGHTS)))
    node = citation_network(graph).nodes["A/RES/99/41"]
    assert (node["title"], node["name"], node["name_from"], node["date"]) == (
        "Ferries", "Ferries", "catalogue", "2024-12-02",
    )  # fmt: skip


def test_what_a_text_says_is_never_overwritten(catalogue: Catalogue) -> None:
    said = Vote(in_favour=91, against=2, abstaining=2)
    read = record("A/RES/99/41", title="Ferries across rivers", date="2024-12-04", language="en", vote=said)
    graph = build_graph([read], (), registry=REGISTRY, catalogue=catalogue)
    assert [str(day) for day in graph.objects(work("A/RES/99/41"), URIRef(v.DATE))] == ["2024-12-04"]
    assert sources(graph, "A/RES/99/41", v.DATE) == set()
    assert len(list(graph.objects(work("A/RES/99/41"), URIRef(v.VOTED)))) == 1
    node = citation_network(graph).nodes["A/RES/99/41"]
    assert (node["title"], node["title_fr"], node["name_from"]) == ("Ferries across rivers", "Transbordeurs", "text")


def test_a_text_without_title_shows_the_heading_of_its_agenda_item(catalogue: Catalogue) -> None:
    graph = build_graph((), [cite("A/RES/99/42A"), cite("A/RES/99/42B")], registry=REGISTRY, catalogue=catalogue)
    nodes = citation_network(graph).nodes
    for symbol in ("A/RES/99/42A", "A/RES/99/42B"):  # the parts of one number stand under one item
        assert (nodes[symbol]["title"], nodes[symbol]["name"], nodes[symbol]["name_from"]) == (
            "", "Lighthouses", "agenda",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "called", "origin"),
    [
        ("en", "Safety of lighthouses", "on the safety of lighthouses", "series"),
        ("fr", "S\u00e9curit\u00e9 des phares", "relative \u00e0 la s\u00e9curit\u00e9 des phares", "series"),
        ("en", "Safety of lighthouses", "on lighthouses", "citing"),
        ("en", "Safety of lighthouses", "on the unsafety of lighthouses", "citing"),
        ("en", "Lighthouses", "on lighthouses", "citing"),  # a single word tells too little
    ],
)
def test_a_text_that_another_calls_by_the_words_of_its_own_title_is_of_its_series(
    language: str, title: str, called: str, origin: str
) -> None:
    read = record("A/RES/99/43", title=title, language=language)
    known = cite("A/RES/99/41", source="A/RES/99/43", language=language, called=called)
    graph = build_graph([read], [known], registry=REGISTRY)
    node = citation_network(graph).nodes["A/RES/99/41"]
    assert (node["name"], node["name_from"], node[f"name_{language}"]) == (
        title if origin == "series" else called, origin, title if origin == "series" else called,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("symbol", "possible"),
    [("A/RES/62/999", False), ("S/RES/2140(2015)", False), ("A/RES/99/41", True), ("A/62/999", True)],
)
def test_a_text_that_cannot_exist_is_marked(catalogue: Catalogue, symbol: str, possible: bool) -> None:  # noqa: FBT001  # of the table
    graph = build_graph((), [cite(symbol)], registry=REGISTRY, catalogue=catalogue)
    assert ((work(symbol), URIRef(v.CANNOT_EXIST), None) in graph) is not possible
    assert bool(citation_network(graph).nodes[symbol]["impossible"]) is not possible


def test_the_graph_conforms_and_builds_itself_again(catalogue: Catalogue, tmp_path: Path) -> None:
    records = [record("A/RES/99/42A", title="Lights", language="en")]
    references = [cite("A/RES/99/41", source="A/RES/99/42A"), cite("A/RES/62/999", source="A/RES/99/42A", start=700)]
    graph = build_graph(records, references, registry=REGISTRY, catalogue=catalogue)
    assert validate(graph).conforms
    write_graph(graph, tmp_path / "graph.ttl")
    again, found = recover(tmp_path / "graph.ttl")
    assert [each.date for each in again] == [None]
    assert set(build_graph(again, found, registry=REGISTRY, catalogue=catalogue)) == set(graph)
