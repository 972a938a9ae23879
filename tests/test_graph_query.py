"""Asking the graph: the queries that ship, parameters, refusals, limits."""

import threading
import time
from datetime import date

import pytest
import rdflib
from graph_sample import NO_CATALOGUE, REGISTRY, cite, sample
from hypothesis import given
from hypothesis import strategies as st

from extract.model.errors import DataError
from graph.query.ask import (
    QueryError,
    QueryRefusedError,
    QueryTimeoutError,
    Table,
    Value,
    named_queries,
    run_query,
)
from graph.query.named import read_query
from graph.query.sparql import check_form
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.iri import work_iri

GRAPH = sample()
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }"


def rows(query: str, **params: str | int) -> list[tuple[object, ...]]:
    return list(run_query(GRAPH, query, params).rows)


def column(query: str, name: str, **params: str | int) -> list[object]:
    table = run_query(GRAPH, query, params)
    return [row[table.columns.index(name)] for row in table.rows]


def test_at_least_twenty_queries_ship() -> None:
    assert len(named_queries()) >= 20


@pytest.mark.parametrize("name", named_queries())
def test_a_named_query_runs_and_every_column_is_named(name: str) -> None:
    query = named_queries()[name]
    table = run_query(GRAPH, name)
    assert query.question.endswith("?")
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert all(parameter.name in query.text.split("\nSELECT", 1)[1] for parameter in query.parameters)


@pytest.mark.parametrize("name", named_queries())
def test_a_named_query_needs_no_store_of_a_kind_and_no_order_of_loading(name: str) -> None:
    memory = rdflib.Graph()
    for triple in sorted(GRAPH, reverse=True):
        memory.add(triple)
    assert run_query(memory, name) == run_query(GRAPH, name)


def test_the_most_cited() -> None:
    assert rows("most-cited")[0] == ("treaty:npt", 2, 4, "Treaty on the Non-Proliferation of Nuclear Weapons")
    assert set(column("most-cited", "text", kind="Treaty")) == {
        "treaty:npt", "treaty:geneva-protocol-i", "treaty:an-unknown-treaty",
    }  # fmt: skip


def test_what_cites_a_text_with_quotes() -> None:
    found = rows("what-cites", symbol="S/RES/1718 (2006)")
    assert found == [
        (
            "A/RES/62/37", "2007-12-05", "en", "pp10", "recognizes", "Recalling", None, "resolution 1718 (2006)",
        )
    ]  # fmt: skip


def test_what_a_text_cites_in_reading_order() -> None:
    cited = column("references", "cited", symbol="A/RES/62/37", lang="zh")
    assert cited == ["A/RES/61/74", "treaty:npt"]


def test_what_a_text_rests_on_transitively() -> None:
    found = {row[0]: row[2] for row in rows("rests-on", symbol="A/RES/63/73")}
    assert found["A/RES/62/37"] is True
    assert found["S/RES/1718(2006)"] is False
    assert set(column("rests-upon-it", "text", symbol="S/RES/1718(2006)")) == {"A/RES/62/37", "A/RES/63/73"}


def test_operative_citations_only() -> None:
    assert column("operative", "paragraph", symbol="treaty:npt") == ["op2", "op9(a)", "op2"]
    assert column("operative", "citing", symbol="S/RES/1929(2010)") == ["S/RES/2231(2015)"]


def test_treaties_of_a_series_over_time() -> None:
    found = [row[:3] for row in rows("series-treaties", symbol="A/RES/61/74")]
    assert found == [
        (2007, "A/RES/62/37", "treaty:npt"),
        (2008, "A/RES/63/73", "treaty:an-unknown-treaty"),
        (2008, "A/RES/63/73", "treaty:geneva-protocol-i"),
        (2008, "A/RES/63/73", "treaty:npt"),
    ]


def test_cocitation() -> None:
    assert column("cites-both", "citing", symbol="treaty:npt", symbol2="S/RES/1718(2006)") == ["A/RES/62/37"]
    assert ("S/RES/1718(2006)", 1) in rows("cited-together", symbol="treaty:npt")


def test_a_target_younger_than_its_source_is_found() -> None:
    assert column("younger-target", "cited") == ["A/67/828-S/2013/210"]


def test_a_superseded_text_that_is_still_recalled_is_found() -> None:
    assert rows("superseded-recalled") == [
        ("A/RES/71/63", "2016-12-05", "S/RES/1929(2010)", "S/RES/2231(2015)", "2015-07-20")
    ]


def test_a_language_that_lacks_a_citation_is_found() -> None:
    found = rows("missing-languages")
    assert ("A/RES/62/37", "S/RES/1718(2006)", "zh", "en", None) in found
    assert not [row for row in found if row[1] in {"A/RES/61/74", "treaty:npt"}]


def test_orphans_are_cited_and_not_read() -> None:
    found = column("orphans", "text")
    assert "S/RES/1718(2006)" in found
    assert not {"A/RES/62/37", "treaty:npt"} & set(found)


def test_unresolved_references_come_with_their_reason() -> None:
    assert rows("unresolved") == [
        ("A/RES/62/37", "en", "op4", "Resolution", "the relevant resolutions", "no number is given")
    ]


def test_dates_that_disagree_are_found() -> None:
    graph = build_graph(
        (),
        [cite("S/RES/1718(2006)", date="2006-10-14"), cite("S/RES/1718(2006)", date="2006-10-15")],
        registry=REGISTRY,
        catalogue=NO_CATALOGUE,
    )
    table = run_query(graph, "date-conflicts")
    assert [row[1:3] for row in table.rows] == [("2006-10-14", "2006-10-15")]


def test_counting_queries_count() -> None:
    assert ("recalls", 10, 3, 9) in rows("relations")
    assert ("en", "explicit", 12) in rows("certainties")
    assert dict((row[0], row[1]) for row in rows("paragraph-kinds"))["Footnote"] == 2  # noqa: C402  # two of three columns
    assert rows("pinpoints", symbol="treaty:npt") == [("article VI", "en", 1, 1), ("第六条", "zh", 1, 1)]
    assert (
        "treaty:npt",
        10485,
        "1968-07-01",
        True,
        2,
        "Traité sur la non-prolifération des armes nucléaires",
    ) not in rows("most-cited")
    assert column("documents", "text", year=2007) == ["A/RES/62/37"]
    assert column("documents", "languages", year="2007") == ["en zh"]
    assert ("A/RES/62/37", 5, 1) in rows("degrees")
    assert column("series", "later") == ["A/RES/62/37", "A/RES/63/73"]
    assert rows("parts", symbol="A/RES/57/283") == [("A/RES/57/283B", "part of it")]
    assert rows("verbs", lang="zh") == [("zh", "recalls", "Recalling", 1), ("zh", "recalls", "回顾", 1)]
    assert ("Security Council", "Security Council", 1, 1) in rows("organs")
    assert rows("mutual") == []
    assert "file:draft.None.txt" in column("never-cited", "text")
    assert ("Treaty", 3, 6) in rows("kinds")


def test_text_of_ones_own_may_use_the_prefixes_undeclared() -> None:
    table = run_query(GRAPH, "SELECT ?x WHERE { rct:npt dcterms:identifier ?x }")
    assert table == Table(("x",), (("treaty:npt",),))


def test_the_forms_that_only_read_are_answered() -> None:
    assert run_query(GRAPH, "ASK { rct:npt a rc:Treaty }") == Table(("answer",), ((True,),))
    table = run_query(GRAPH, "CONSTRUCT { ?x a rc:Treaty } WHERE { ?x a rc:Treaty }")
    assert table.columns == ("subject", "predicate", "object")
    assert (work_iri("treaty:npt"), v.TYPE, v.RC + "Treaty") in table.rows


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "select * where { service silent <https://example.org/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p <http://a/#> SERVICE<https://example.org/>{} }",
        "SELECT * WHERE { ?s ?p <http://a/\\u0041#> . SERVICE <https://example.org/> { } }",
        "SELECT * WHERE { ?s ?p '''#''' . SERVICE ?s { } }",
        "SELECT * WHERE { ?s ?p ?o FILTER(?s<?o)SERVICE$s{}FILTER(?s>?o) }",
        "DESCRIBE <https://undocs.org/A/RES/62/37>",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "PREFIX a: <b:c> DROP ALL",
        "LOAD <https://example.org/x.ttl>",
        "CLEAR DEFAULT ",
        " ",
        "{ }",
    ],
)
def test_what_would_change_something_or_ask_another_computer_is_refused(text: str) -> None:
    before = len(GRAPH)
    with pytest.raises(QueryError):
        run_query(GRAPH, text)
    with pytest.raises(QueryRefusedError):
        check_form(text)
    assert len(GRAPH) == before


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * WHERE { ?s ?p "SERVICE <https://example.org/>" }',
        "SELECT * WHERE { ?service ?p ?o } # SERVICE",
        "BASE <https://example.org/SERVICE/> SELECT * WHERE { ?s <SERVICE> ?o }",
        "PREFIX SERVICE: <a:b> SELECT * WHERE { ?s SERVICE:service ?o }",
        "# DROP ALL\nASK { }",
        "PREFIX ex: <a:>\nPREFIX : <b:>\nCONSTRUCT WHERE { ?s ex:a\\/b :c }",
    ],
)
def test_a_word_inside_a_string_a_name_or_a_comment_is_no_keyword(text: str) -> None:
    assert check_form(text) in {"SELECT", "ASK", "CONSTRUCT"}
    run_query(GRAPH, text)


@pytest.mark.parametrize(
    "text", ["SELECT ?x WHERE { ?x", "SELECT 'x WHERE { }", "SELECT \\u0053 { }", "ASK { ?x ex:y 1 }"]
)
def test_broken_syntax_is_an_error_of_ours(text: str) -> None:
    with pytest.raises(QueryError):
        run_query(GRAPH, text)


@pytest.mark.parametrize("piece", ["a.", "a-", "<a", "'''a", "a:", ":", "?", "#", '"\n', "_", "\\", "{ "])
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError):
        check_form(piece * 100_000)
    assert time.monotonic() - start < 5


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(QueryError, match="most-cited"):
        run_query(GRAPH, "most-sighted")


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(QueryError, match=r"symbel.*symbol"):
        run_query(GRAPH, "what-cites", {"symbel": "A/RES/62/37"})
    with pytest.raises(QueryError, match="nothing"):
        run_query(GRAPH, "SELECT * WHERE { ?s ?p ?o }", {"nothing": 1})


def test_a_parameter_that_must_be_a_number_is_checked() -> None:
    with pytest.raises(QueryError, match="year must be a number"):
        run_query(GRAPH, "documents", {"year": "two thousand"})


@given(st.text())
def test_a_parameter_cannot_break_out_of_its_place(value: str) -> None:
    text = "SELECT ?x WHERE { BIND($given AS ?x) }"
    assert run_query(GRAPH, text, {"given": value}).rows == ((value,),)


@pytest.mark.parametrize("value", ['" } DROP ALL #', "' SERVICE <a:b>", '\\" . ?s ?p ?o', "\\u0022", "\n", "<a:b>"])
def test_an_injection_is_only_text(value: str) -> None:
    assert rows("what-cites", symbol="treaty:" + value) == []
    assert run_query(GRAPH, "SELECT ($x AS ?y) WHERE { }", {"x": value}).rows == ((value,),)


def test_values_keep_their_type() -> None:
    def back(value: Value) -> object:
        return run_query(GRAPH, "SELECT ?y WHERE { BIND($x AS ?y) }", {"x": value}).rows[0][0]

    assert [back(value) for value in (3, 2.5, True, "x")] == [3, 2.5, True, "x"]
    assert back(date(2007, 12, 5)) == "2007-12-05"
    assert back(rdflib.URIRef("https://undocs.org/A/RES/62/37")) == "https://undocs.org/A/RES/62/37"
    with pytest.raises(QueryError):
        back(rdflib.URIRef("https://undocs.org/a b"))


def test_a_query_that_takes_too_long_is_given_up() -> None:
    start = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"0\.2 seconds"):
        run_query(GRAPH, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", time_limit=0.2, row_limit=10**9)
    assert time.monotonic() - start < 5
    deadline = time.monotonic() + 10
    while any(thread.name == "query" for thread in threading.enumerate()):  # rows come, so it ends itself
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_long_answer_is_cut_and_says_so() -> None:
    table = run_query(GRAPH, "SELECT * WHERE { ?s ?p ?o }", row_limit=5)
    assert (len(table.rows), table.complete) == (5, False)
    assert run_query(GRAPH, "SELECT * WHERE { ?s ?p ?o }").complete


HEADER = "# title: T\n# question: Q?\n"


def test_a_query_file_is_read() -> None:
    text = (
        HEADER + "# param symbol: the text (of old) (default S/RES/1(1946))\n# param n: how many (default 3)\nASK { }\n"
    )
    query = read_query("x", text)
    assert [(each.name, each.description, each.default) for each in query.parameters] == [
        ("symbol", "the text (of old)", "S/RES/1(1946)"),
        ("n", "how many", 3),
    ]


def test_a_default_in_quotation_marks_is_text() -> None:
    query = read_query("x", HEADER + '# param article: the article (default "6")\nSELECT ?x { BIND($article AS ?x) }\n')
    assert query.parameters[0].default == "6"


@pytest.mark.parametrize(
    ("text", "known"), [("?a cito:cites+ ?b", True), ("(rc:a|^rc:b)* ?c", True), ("?a + ?b", False)]
)
def test_a_path_of_any_length_is_transitive(text: str, known: bool) -> None:  # noqa: FBT001  # one of two answers
    assert read_query("x", f"{HEADER}ASK {{ {text} }}").transitive is known


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ASK { }", "no title"),
        ("# title: T\nASK { }", "no question"),
        (HEADER + "# param x: no default\nASK { }", "no .default"),
        (HEADER + "# anything\nASK { }", "no header line"),
        (HEADER + "# param: nameless (default 1)\nASK { }", "no header line"),
    ],
)
def test_a_query_file_with_a_broken_header_is_refused(text: str, problem: str) -> None:
    with pytest.raises(DataError, match=problem):
        read_query("x", text)
