"""What is said without a store is what a store says: the same lines, the same readers, the same Turtle."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
from graph_sample import NO_CATALOGUE, RECORDS, REFERENCES, REGISTRY

from graph.network.network import citation_network, network_of
from graph.rdf import literal, serialization
from graph.rdf import vocabulary as v
from graph.rdf.build import add_series, build_graph, series_triples, triples
from graph.rdf.descriptions import Descriptions
from graph.rdf.figures import stored_figures
from graph.rdf.graphs import lines, native
from graph.rdf.statements import Statements

_FIRST = REFERENCES[0]
_ODD = replace(_FIRST, evidence=replace(_FIRST.evidence, quote='a "quoted"\\\n\tword\u2028 of 第3号', start=9000))
_SAID = [*REFERENCES, _ODD]
_GRAPH = build_graph(RECORDS, _SAID, registry=REGISTRY, catalogue=NO_CATALOGUE)


def _described() -> Descriptions:
    return Descriptions(triples(RECORDS, _SAID, registry=REGISTRY, catalogue=NO_CATALOGUE))


def test_the_lines_are_those_of_the_store() -> None:
    assert list(_described().lines) == lines(_GRAPH)
    assert lines(_described().graph) == lines(_GRAPH)


def test_the_figures_are_those_that_queries_count() -> None:
    assert _described().figures() == stored_figures(native(_GRAPH)[0])
    assert Descriptions(()).figures() == stored_figures(ox.Store())


def test_every_statement_is_read_as_from_the_store() -> None:
    stored, said = Statements(*native(_GRAPH)), _described().statements()
    predicates = {line.split(b" ")[1][1:-1].decode() for line in lines(_GRAPH)}
    for predicate in (*sorted(predicates), v.RC + "nothing"):
        expected = {
            subject: [(term.value, getattr(term, "language", None)) for term in terms]
            for subject, terms in stored.values(predicate).items()
        }
        assert {
            subject: [tuple(each) for each in terms] for subject, terms in said.values(predicate).items()
        } == expected
        assert said.first(predicate) == stored.first(predicate)
        assert sorted(said.links(predicate)) == sorted(stored.links(predicate))
    for kind in stored.texts(next(iter(stored.keys)), v.TYPE):
        assert said.instances(kind) == stored.instances(kind)


def test_turtle_and_network_are_the_same() -> None:
    described = _described()
    assert b"".join(described.turtle()) == b"".join(serialization.turtle(serialization.described(lines(_GRAPH))))
    ours, theirs = network_of(described.statements), citation_network(_GRAPH)
    assert list(ours.nodes(data=True)) == list(theirs.nodes(data=True))
    assert list(ours.edges(keys=True, data=True)) == list(theirs.edges(keys=True, data=True))


def test_a_series_found_later_is_said_with_the_citations_that_show_it() -> None:
    graph = build_graph(RECORDS, _SAID, registry=REGISTRY, catalogue=NO_CATALOGUE)
    described, pair = _described(), next((citing, cited) for citing, cited, _ in citation_network(graph).edges)
    add_series(graph, [pair])
    described.add(series_triples(described.statements(), [pair]))
    assert list(described.lines) == lines(graph)


@pytest.mark.parametrize(
    "value", ["", 'a "b"', "\\", "a\tb\r\n", "\x00\x1f\x7f", "\x85\u2028\xa0", "\ufffe\uffff", "第3号", "\U0001f600"]
)
def test_a_literal_is_written_as_oxigraph_writes_it(value: str) -> None:
    assert literal.text(value) == str(ox.Literal(value))
    assert literal.text(value, "pt-BR") == str(ox.Literal(value, language="pt-br"))
    assert literal.typed(value, v.AKN_IRI) == str(ox.Literal(value, datatype=ox.NamedNode(v.AKN_IRI)))
    assert literal.value_of(literal.text(value, "zh")) == (value, "zh")
    assert literal.number(7) == str(ox.Literal(7))


def test_a_literal_is_in_normal_form_c() -> None:
    assert literal.text("e\u0301") == '"\xe9"'
    assert literal.text("\u0639\u0651\u064e", "ar") == '"\u0639\u064e\u0651"@ar'
