"""The citation network: attributes, measures, communities, series."""

from typing import TYPE_CHECKING

import pytest
from graph_sample import NO_CATALOGUE, REGISTRY, TITLE, cite, record, sample

from graph.network.centrality import communities, measures, simple_network
from graph.network.lineage import lineages, series
from graph.network.network import citation_network
from graph.query.ask import run_query
from graph.rdf.build import add_series, build_graph

if TYPE_CHECKING:
    import networkx as nx

NODE_ATTRIBUTES = {"kind", "label", "title", "date", "organ", "url", "read", "cited", "cites", "unts", "continues"}
EDGE_ATTRIBUTES = {
    "relation", "verb", "basis", "paragraph", "pinpoint", "quote", "certainty", "language", "date", "date_of", "via",
    "role", "page",
}  # fmt: skip


@pytest.fixture(scope="module")
def network() -> "nx.MultiDiGraph[str]":
    return citation_network(sample())


def test_nodes_are_what_was_read_cites_or_is_cited(network: "nx.MultiDiGraph[str]") -> None:
    assert {"A/RES/62/37", "treaty:npt", "file:draft.None.txt", "A/67/828-S/2013/210"} <= set(network)
    assert not {"A/RES/57/283", "treaty:geneva-conventions", "A/67/828"} & set(network)  # wholes that nothing cites


def test_nodes_stand_in_the_order_in_which_the_united_nations_counts(network: "nx.MultiDiGraph[str]") -> None:
    assembly = [symbol for symbol in network if symbol.startswith("A/RES/")]
    assert assembly == ["A/RES/57/283B", "A/RES/61/74", "A/RES/62/37", "A/RES/63/73", "A/RES/71/63"]
    assert list(network).index("S/RES/1718(2006)") < list(network).index("treaty:npt")


def test_every_attribute_is_a_scalar_and_there(network: "nx.MultiDiGraph[str]") -> None:
    for _, attributes in network.nodes(data=True):
        assert set(attributes) >= NODE_ATTRIBUTES
        assert all(isinstance(value, (str, int, bool)) for value in attributes.values())
    for _, _, attributes in network.edges(data=True):
        assert set(attributes) == EDGE_ATTRIBUTES
        assert all(isinstance(value, int if name == "page" else str) for name, value in attributes.items())


def test_a_node_tells_what_is_known_of_the_work(network: "nx.MultiDiGraph[str]") -> None:
    assert dict(network.nodes["A/RES/62/37"]) == {
        "kind": "resolution",
        "label": "A/RES/62/37",
        "title": TITLE,
        "title_en": TITLE,
        "title_zh": "再次下定决心彻底消除核武器",
        "name": TITLE,
        "name_from": "text",
        "impossible": "",
        "date": "2007-12-05",
        "organ": "General Assembly",
        "url": "https://undocs.org/A/RES/62/37",
        "read": True,
        "cited": 1,
        "cites": 5,
        "unts": 0,
        "continues": "A/RES/61/74",
    }
    npt = network.nodes["treaty:npt"]
    assert (npt["unts"], npt["label"], npt["read"], npt["cited"]) == (10485, "Non-Proliferation Treaty", False, 2)
    assert network.nodes["S/RES/1718(2006)"]["label"] == "S/RES/1718 (2006)"
    assert network.nodes["S/RES/1718(2006)"]["date"] == "2006-10-14"


def test_an_edge_is_a_citation_and_its_quote_stands_on_one_line(network: "nx.MultiDiGraph[str]") -> None:
    edges = network.get_edge_data("A/RES/62/37", "A/RES/61/74")
    assert {edge["quote"] for edge in edges.values()} == {"resolution 61/74", "第61/ 74号决议"}
    assert {edge["language"] for edge in edges.values()} == {"en", "zh"}
    assert {edge["relation"] for edge in edges.values()} == {"recalls"}


def test_text_that_xml_forbids_is_replaced() -> None:
    graph = build_graph(
        (), [cite("A/RES/61/74", quote="a\x00b\x0c\ufffec \u2028 d")], registry=REGISTRY, catalogue=NO_CATALOGUE
    )
    (edge,) = citation_network(graph).get_edge_data("A/RES/62/37", "A/RES/61/74").values()
    assert edge["quote"] == "a\ufffdb \ufffdc d"


def test_long_runs_of_blanks_do_not_slow_the_fold() -> None:
    graph = build_graph(
        (), [cite("A/RES/61/74", quote="x" + " " * 200_000 + "y")], registry=REGISTRY, catalogue=NO_CATALOGUE
    )
    (edge,) = citation_network(graph).get_edge_data("A/RES/62/37", "A/RES/61/74").values()
    assert len(edge["quote"]) == 200_002


def test_the_simple_network_weighs_parallel_citations(network: "nx.MultiDiGraph[str]") -> None:
    simple = simple_network(network)
    assert simple.edges["A/RES/62/37", "treaty:npt"]["weight"] == 3
    assert sum(edge["weight"] for _, _, edge in simple.edges(data=True)) == network.number_of_edges()
    assert simple.nodes["treaty:npt"] == network.nodes["treaty:npt"]


def test_measures_rank_the_most_rested_upon_first(network: "nx.MultiDiGraph[str]") -> None:
    found = {measure.symbol: measure for measure in measures(network)}
    assert set(found) == set(network)
    assert sum(measure.pagerank for measure in found.values()) == pytest.approx(1, abs=1e-6)
    assert (found["treaty:npt"].cited, found["A/RES/62/37"].cites) == (2, 5)
    assert found["treaty:npt"].pagerank > found["treaty:geneva-protocol-i"].pagerank


def test_an_empty_graph_has_nothing() -> None:
    network = citation_network(build_graph((), (), registry=REGISTRY, catalogue=NO_CATALOGUE))
    assert (list(network), measures(network), communities(network), lineages(network)) == ([], [], [], [])


def test_communities_are_groups_that_cite_each_other() -> None:
    one, other = ["X/1", "X/2", "X/3", "X/4"], ["Y/1", "Y/2", "Y/3", "Y/4"]
    references = [
        cite(target, "document", source=source) for group in (one, other) for source in group for target in group
    ]
    network = citation_network(
        build_graph((), [*references, cite("Y/1", "document", source="X/1")], registry=REGISTRY, catalogue=NO_CATALOGUE)
    )
    assert communities(network) == [tuple(one), tuple(other)]


def test_a_series_follows_what_is_written_in_the_graph(network: "nx.MultiDiGraph[str]") -> None:
    assert lineages(network) == [("A/RES/61/74", "A/RES/62/37", "A/RES/63/73")]
    assert sorted((key, node["continues"]) for key, node in network.nodes(data=True) if node["continues"]) == series(
        network
    )


def test_a_series_is_told_by_title_and_citation() -> None:
    years = {"A/RES/61/74": "2006-12-06", "A/RES/62/37": "2007-12-05", "A/RES/63/73": "2008-12-02"}
    records = [record(symbol, title=TITLE, date=date) for symbol, date in years.items()]
    records.append(record("A/RES/63/1", title="Another title", date="2008-10-01"))
    references = [
        cite("A/RES/61/74", source="A/RES/62/37"),
        cite("A/RES/61/74", source="A/RES/63/73"),
        cite("A/RES/62/37", source="A/RES/63/73"),
        cite("A/RES/61/74", source="A/RES/63/1"),
        cite("A/RES/63/73", source="A/RES/61/74"),
    ]
    network = citation_network(build_graph(records, references, registry=REGISTRY, catalogue=NO_CATALOGUE))
    assert series(network) == [("A/RES/62/37", "A/RES/61/74"), ("A/RES/63/73", "A/RES/62/37")]
    assert lineages(network) == [("A/RES/61/74", "A/RES/62/37", "A/RES/63/73")]


def test_a_derived_series_can_be_written_into_the_graph() -> None:
    years = {"A/RES/61/74": "2006-12-06", "A/RES/62/37": "2007-12-05"}
    records = [record(symbol, title=TITLE, date=date) for symbol, date in years.items()]
    graph = build_graph(records, [cite("A/RES/61/74", source="A/RES/62/37")], registry=REGISTRY, catalogue=NO_CATALOGUE)
    add_series(graph, series(citation_network(graph)))
    why = "The later text cites the earlier one, and both bear the same title."
    row = ("A/RES/62/37", "2007-12-05", "A/RES/61/74", "2006-12-06", TITLE, True, why)
    assert run_query(graph, "series").rows == (row,)
    assert citation_network(graph).nodes["A/RES/62/37"]["continues"] == "A/RES/61/74"
