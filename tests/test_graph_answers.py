"""Every query that ships, asked of the sample: the answers were written down by reading the sample."""

from pathlib import Path
from typing import Any, Final

import pytest
import regex
from graph_sample import NO_CATALOGUE, REGISTRY, VOTE, cite, record, sample
from rdflib import Literal, URIRef

import graph
from graph.query.ask import run_query
from graph.query.named import named_queries
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph
from graph.rdf.iri import work_iri

_CONTINUED = "The later text cites the earlier one, and both bear the same title."

GRAPH = sample()
TITLE: Final = "Renewed determination towards the total elimination of nuclear weapons"
NPT: Final = "Treaty on the Non-Proliferation of Nuclear Weapons"
PROTOCOL: Final = "Protocol Additional to the Geneva Conventions of 12 August 1949 (Protocol I)"

ANSWERS: Final[dict[str, tuple[dict[str, str], list[tuple[Any, ...]]]]] = {
    "about": (
        {"subject": "DISARM"},
        [
            ("A/RES/63/73", "2008-12-02", "disarmament", 0),
        ],
    ),
    "amendments": (
        {},
        [
            ("S/RES/2231(2015)", "2015-07-20", "supersedes", "S/RES/1929(2010)", "en", "op7", "1929 (2010)"),
        ],
    ),
    "articles": (
        {"symbol": "treaty:npt", "number": "6"},
        [
            ("A/RES/62/37", "op2", "en", "article VI of the Treaty", "article VI"),
        ],
    ),
    "between": (
        {"symbol": "A/RES/63/73", "symbol2": "A/RES/61/74"},
        [
            ("A/RES/62/37", "2007-12-05", True, True),
        ],
    ),
    "by-basis": (
        {"basis": "pursuant"},
        [],
    ),
    "by-relation": (
        {"relation": "recalls"},
        [
            ("treaty:npt", 2, NPT),
            ("A/67/828-S/2013/210", 1, None),
            ("A/RES/57/283B", 1, None),
            ("A/RES/61/74", 1, TITLE),
            ("A/RES/62/37", 1, TITLE),
            ("NPT/CONF.1995/32(PartI)", 1, None),
            ("S/RES/1929(2010)", 1, None),
            ("treaty:an-unknown-treaty", 1, "An Unknown Treaty"),
            ("treaty:geneva-protocol-i", 1, PROTOCOL),
        ],
    ),
    "roles": (
        {},
        [("A/RES/62/37", "A/67/828-S/2013/210", "en", "fn3", None, "A/67/828-S/2013/210")],
    ),
    "certainties": (
        {},
        [
            ("en", "explicit", 12),
            ("en", "named", 1),
            ("und", "explicit", 1),
            ("zh", "explicit", 1),
            ("zh", "inferred", 1),
        ],
    ),
    "citation-age": (
        {},
        [
            ("General Assembly", -6, 1),
            ("General Assembly", 1, 3),
            ("General Assembly", 6, 1),
            ("Security Council", 5, 1),
        ],
    ),
    "cited-over-time": (
        {},
        [
            (2007, 1, "A/RES/62/37"),
            (2008, 1, "A/RES/63/73"),
        ],
    ),
    "cited-together": (
        {},
        [
            ("A/67/828-S/2013/210", 1),
            ("A/RES/61/74", 1),
            ("A/RES/62/37", 1),
            ("NPT/CONF.1995/32(PartI)", 1),
            ("S/RES/1718(2006)", 1),
            ("treaty:an-unknown-treaty", 1),
            ("treaty:geneva-protocol-i", 1),
        ],
    ),
    "cites-both": (
        {},
        [
            ("A/RES/62/37", "2007-12-05"),
        ],
    ),
    "contested": (
        {},
        [],
    ),
    "context": (
        {},
        [
            ("A/RES/62/37", "en", "op2", None, "article VI of the Treaty", None),
            ("A/RES/62/37", "en", "op9(a)", None, "the Treaty", None),
            ("A/RES/62/37", "zh", "op2", None, "《条约》", None),
            ("A/RES/63/73", "en", "pp4", None, "the Treaty", None),
        ],
    ),
    "coupled": (
        {},
        [
            ("A/RES/63/73", "2008-12-02", 1),
        ],
    ),
    "date-conflicts": (
        {},
        [
            ("S/RES/1929(2010)", "2010-06-09", "2010-06-10", "S/RES/2231(2015)", "en", "op7", "1929 (2010)"),
        ],
    ),
    "degrees": (
        {},
        [
            ("S/RES/1929(2010)", 0, 2),
            ("treaty:npt", 0, 2),
            ("A/RES/62/37", 5, 1),
            ("A/RES/71/63", 2, 1),
            ("A/67/828-S/2013/210", 0, 1),
            ("A/RES/57/283B", 0, 1),
            ("A/RES/61/74", 0, 1),
            ("NPT/CONF.1995/32(PartI)", 0, 1),
            ("S/RES/1718(2006)", 0, 1),
            ("treaty:an-unknown-treaty", 0, 1),
            ("treaty:geneva-protocol-i", 0, 1),
            ("A/RES/63/73", 4, 0),
            ("S/RES/2231(2015)", 1, 0),
            ("file:draft.None.txt", 1, 0),
            ("A/67/828", 0, 0),
            ("A/C.1/63/L.58", 0, 0),
            ("A/RES/57/283", 0, 0),
            ("A/RES/62/73", 0, 0),
            ("NPT/CONF.1995/32", 0, 0),
            ("S/2013/210", 0, 0),
            ("treaty:geneva-conventions", 0, 0),
        ],
    ),
    "derived": (
        {},
        [
            ("A/RES/62/37", "continues", "A/RES/61/74", "en", "pp1", "resolution 61/74"),
            ("A/RES/62/37", "continues", "A/RES/61/74", "zh", "pp1", "第61/\n74号决议"),
            ("A/RES/63/73", "continues", "A/RES/62/37", "en", "pp1", "resolution 62/37"),
            ("S/RES/1929(2010)", "supersededBy", "S/RES/2231(2015)", "en", "op7", "1929 (2010)"),
        ],
    ),
    "documents": (
        {},
        [
            ("file:draft.None.txt", None, "und", 1, None),
            ("A/RES/61/74", "2006-12-06", "en", 0, TITLE),
            ("A/RES/62/37", "2007-12-05", "en zh", 5, TITLE),
            ("A/RES/63/73", "2008-12-02", "en", 4, TITLE),
            ("S/RES/2231(2015)", "2015-07-20", "en", 1, None),
            ("A/RES/71/63", "2016-12-05", "en", 2, None),
        ],
    ),
    "drafts": (
        {},
        [
            ("A/C.1/63/L.58", "A/RES/63/73", "2008-12-02", "Agenda item 89"),
        ],
    ),
    "files": (
        {},
        [
            ("A_RES_61_74.en.txt", "A/RES/61/74", "en", "text/plain", None, None),
            (
                "A_RES_62_37.en.txt",
                "A/RES/62/37",
                "en",
                "text/plain",
                None,
                "5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e",
            ),
            ("A_RES_62_37.zh.txt", "A/RES/62/37", "zh", "text/plain", None, None),
            ("A_RES_63_73.en.txt", "A/RES/63/73", "en", "application/akn+xml", None, None),
            ("A_RES_71_63.en.txt", "A/RES/71/63", "en", "text/plain", "no title was found", None),
            ("S_RES_2231(2015).en.txt", "S/RES/2231(2015)", "en", "text/plain", None, None),
            ("draft.None.txt", "file:draft.None.txt", "und", "text/plain", None, None),
        ],
    ),
    "find": (
        {"words": "renewed"},
        [
            ("A/RES/61/74", "en", TITLE),
            ("A/RES/62/37", "en", TITLE),
            ("A/RES/63/73", "en", TITLE),
        ],
    ),
    "goals": (
        {"goal": "17"},
        [
            ("A/RES/63/73", "2008-12-02", "treaty:an-unknown-treaty treaty:geneva-protocol-i treaty:npt"),
        ],
    ),
    "inferred": (
        {},
        [
            ("zh", "op2", "《条约》", "treaty:npt", None),
        ],
    ),
    "kinds": (
        {},
        [
            ("Resolution", 6, 8),
            ("Treaty", 3, 6),
            ("ConferenceDocument", 1, 1),
            ("Document", 1, 1),
        ],
    ),
    "languages": (
        {},
        [
            ("en", 5, 12),
            ("und", 1, 1),
            ("zh", 1, 2),
        ],
    ),
    "links": (
        {},
        [
            ("A/RES/63/73", "en", "pp1", "resolution 62/37", "A/RES/62/37", "A/RES/62/73"),
        ],
    ),
    "missing-languages": (
        {},
        [
            ("A/RES/62/37", "A/67/828-S/2013/210", "zh", "en", None),
            ("A/RES/62/37", "NPT/CONF.1995/32(PartI)", "zh", "en", None),
            ("A/RES/62/37", "S/RES/1718(2006)", "zh", "en", None),
        ],
    ),
    "most-cited": (
        {},
        [
            ("treaty:npt", 2, 4, NPT),
            ("S/RES/1929(2010)", 2, 2, None),
            ("A/RES/61/74", 1, 2, TITLE),
            ("A/67/828-S/2013/210", 1, 1, None),
            ("A/RES/57/283B", 1, 1, None),
            ("A/RES/62/37", 1, 1, TITLE),
            ("A/RES/71/63", 1, 1, None),
            ("NPT/CONF.1995/32(PartI)", 1, 1, None),
            ("S/RES/1718(2006)", 1, 1, None),
            ("treaty:an-unknown-treaty", 1, 1, "An Unknown Treaty"),
            ("treaty:geneva-protocol-i", 1, 1, PROTOCOL),
        ],
    ),
    "mutual": (
        {},
        [],
    ),
    "never-cited": (
        {},
        [
            ("file:draft.None.txt", None),
            ("A/RES/63/73", "2008-12-02"),
            ("S/RES/2231(2015)", "2015-07-20"),
        ],
    ),
    "notes": (
        {},
        [
            ("A/RES/62/37", "en", "op2", "article VI of the Treaty", "treaty:npt", "a repaired character"),
        ],
    ),
    "operative": (
        {"symbol": "treaty:npt"},
        [
            ("A/RES/62/37", "treaty:npt", "en", "op2", "recalls", "Recalling", "article VI of the Treaty"),
            ("A/RES/62/37", "treaty:npt", "en", "op9(a)", "calls-upon", "Recalling", "the Treaty"),
            ("A/RES/62/37", "treaty:npt", "zh", "op2", "recalls", "Recalling", "《条约》"),
        ],
    ),
    "organs": (
        {},
        [
            ("General Assembly", "treaties", 2, 4),
            ("General Assembly", "General Assembly", 3, 3),
            ("General Assembly", "Security Council", 2, 2),
            ("General Assembly", "not told", 1, 2),
            ("Security Council", "Security Council", 1, 1),
            ("not told", "General Assembly", 1, 1),
        ],
    ),
    "orphans": (
        {},
        [
            ("S/RES/1929(2010)", 2, "2010-06-09", None),
            ("A/67/828-S/2013/210", 1, "2013-04-09", None),
            ("A/RES/57/283B", 1, None, None),
            ("NPT/CONF.1995/32(PartI)", 1, None, None),
            ("S/RES/1718(2006)", 1, "2006-10-14", None),
        ],
    ),
    "pages": (
        {},
        [
            ("A/RES/62/37", "en", "A_RES_62_37.en.txt", 1, "op2", "article VI of the Treaty"),
        ],
    ),
    "paragraph-kinds": (
        {},
        [
            ("PreambularParagraph", 9, 7),
            ("OperativeParagraph", 5, 5),
            ("Footnote", 2, 2),
            ("AnnexParagraph", 1, 1),
        ],
    ),
    "parts": (
        {"symbol": "A/RES/57/283"},
        [
            ("A/RES/57/283B", "part of it"),
        ],
    ),
    "pinpoints": (
        {},
        [
            ("article VI", "en", 1, 1),
            ("第六条", "zh", 1, 1),
        ],
    ),
    "references": (
        {"symbol": "A/RES/62/37", "lang": "zh"},
        [
            ("A/RES/61/74", "zh", "pp1", "recalls", "回顾", None, None, "explicit", "第61/\n74号决议"),
            ("treaty:npt", "zh", "op2", "recalls", "Recalling", "pursuant", "第六条", "inferred", "《条约》"),
        ],
    ),
    "relations": (
        {},
        [
            ("recalls", 10, 3, 9),
            ("calls-upon", 1, 1, 1),
            ("other", 1, 1, 1),
            ("recognizes", 1, 1, 1),
            ("supersedes", 1, 1, 1),
        ],
    ),
    "rests-on": (
        {"symbol": "A/RES/63/73"},
        [
            ("treaty:an-unknown-treaty", None, True, "An Unknown Treaty"),
            ("treaty:geneva-protocol-i", None, True, PROTOCOL),
            ("treaty:npt", "1968-07-01", True, NPT),
            ("A/RES/62/37", "2007-12-05", True, TITLE),
            ("NPT/CONF.1995/32(PartI)", None, False, None),
            ("S/RES/1718(2006)", "2006-10-14", False, None),
            ("A/RES/61/74", "2006-12-06", False, TITLE),
            ("A/67/828-S/2013/210", "2013-04-09", False, None),
        ],
    ),
    "rests-upon-it": (
        {},
        [
            ("A/RES/62/37", "2007-12-05", True),
            ("A/RES/63/73", "2008-12-02", True),
        ],
    ),
    "series-treaties": (
        {},
        [
            (2007, "A/RES/62/37", "treaty:npt", NPT, 3),
            (2008, "A/RES/63/73", "treaty:an-unknown-treaty", "An Unknown Treaty", 1),
            (2008, "A/RES/63/73", "treaty:geneva-protocol-i", PROTOCOL, 1),
            (2008, "A/RES/63/73", "treaty:npt", NPT, 1),
        ],
    ),
    "series": (
        {},
        [
            ("A/RES/62/37", "2007-12-05", "A/RES/61/74", "2006-12-06", TITLE, True, _CONTINUED),
            ("A/RES/63/73", "2008-12-02", "A/RES/62/37", "2007-12-05", TITLE, True, _CONTINUED),
        ],
    ),
    "sponsored": (
        {"sponsor": "japan"},
        [
            ("A/RES/63/73", "2008-12-02", "A/C.1/63/L.58", TITLE),
        ],
    ),
    "sponsors": (
        {},
        [
            ("Australia", 1, 0),
            ("Japan", 1, 0),
        ],
    ),
    "subjects": (
        {},
        [
            ("Sunken lighthouses", None, 1, "https://w3id.org/recalling/subject/sunken-lighthouses"),
            ("Sustainable Development Goal 16", "Sustainable Development Goals", 1, "http://metadata.un.org/sdg/16"),
            ("Sustainable Development Goal 17", "Sustainable Development Goals", 1, "http://metadata.un.org/sdg/17"),
            ("disarmament", "UNBIS Thesaurus", 1, "http://metadata.un.org/thesaurus/1001776"),
        ],
    ),
    "superseded-recalled": (
        {},
        [
            ("A/RES/71/63", "2016-12-05", "S/RES/1929(2010)", "S/RES/2231(2015)", "2015-07-20"),
        ],
    ),
    "titles": (
        {},
        [
            ("en", NPT, True),
            ("fr", "Traité sur la non-prolifération des armes nucléaires", True),
            ("zh", "不扩散核武器条约", True),
            ("en", "Non-Proliferation Treaty", False),
        ],
    ),
    "treaties": (
        {},
        [
            ("treaty:npt", 10485, "1968-07-01", True, 2, NPT),
            ("treaty:an-unknown-treaty", None, None, False, 1, "An Unknown Treaty"),
            ("treaty:geneva-protocol-i", None, None, True, 1, PROTOCOL),
        ],
    ),
    "treatment": (
        {},
        [
            ("recalls", 2, "2007-12-05", "2008-12-02", "A/RES/62/37"),
            ("calls-upon", 1, "2007-12-05", "2007-12-05", "A/RES/62/37"),
        ],
    ),
    "unregistered": (
        {},
        [
            ("treaty:an-unknown-treaty", None, "An Unknown Treaty", 1),
        ],
    ),
    "unresolved": (
        {},
        [
            ("A/RES/62/37", "en", "op4", "Resolution", "the relevant resolutions", "no number is given"),
        ],
    ),
    "verbs": (
        {},
        [
            ("en", "calls-upon", "Recalling", 1),
            ("en", "recalls", "Recalling", 11),
            ("en", "recognizes", "Recalling", 1),
            ("en", "supersedes", "Recalling", 1),
            ("zh", "recalls", "Recalling", 1),
            ("zh", "recalls", "回顾", 1),
        ],
    ),
    "votes-of-state": (
        {"state": "AUSTRALIA"},
        [
            ("A/RES/63/73", "2008-12-02", "in favour", 173, 1, 2),
        ],
    ),
    "votes": (
        {"year": "2008"},
        [
            ("A/RES/63/73", "2008-12-02", 173, 1, 2, TITLE),
        ],
    ),
    "what-cites": (
        {},
        [
            ("A/RES/62/37", "2007-12-05", "en", "pp10", "recognizes", "Recalling", None, "resolution 1718 (2006)"),
        ],
    ),
    "younger-target": (
        {},
        [
            (
                "A/RES/62/37",
                "2007-12-05",
                "A/67/828-S/2013/210",
                "2013-04-09",
                "en",
                "fn3",
                "explicit",
                "A/67/828-S/2013/210",
            ),
        ],
    ),
}
"""Name of a query: its parameters, and what it answers."""


@pytest.mark.parametrize("name", named_queries())
def test_a_query_answers_what_the_sample_says(name: str) -> None:
    params, expected = ANSWERS[name]
    assert list(run_query(GRAPH, name, dict(params)).rows) == expected


def test_every_query_has_an_answer_on_the_sample_but_three() -> None:
    assert set(ANSWERS) == set(named_queries())
    assert {name for name, (_, rows) in ANSWERS.items() if not rows} == {"by-basis", "contested", "mutual"}


def test_what_another_language_version_alone_says_is_not_counted() -> None:
    said: dict[str, Any] = {"relation": "calls-upon", "basis": "pursuant"}
    references = [
        cite("A/RES/61/74", basis="pursuant"),  # of the English version
        *(cite("A/RES/61/74", language=code, **said) for code in ("fr", "zh")),
        *(
            cite("A/RES/61/74", source="A/RES/63/73", language=code, start=start, **said)
            for code, start in (("zh", 100), ("fr", 100), ("fr", 200))
        ),
    ]
    records = [record("A/RES/62/37", code) for code in ("fr", "en", "zh")]
    records += [record("A/RES/63/73", code) for code in ("zh", "fr")]
    built = build_graph(records, references, registry=REGISTRY, catalogue=NO_CATALOGUE)

    def answer(name: str, **params: str) -> list[tuple[Any, ...]]:
        return [row[:3] for row in run_query(built, name, dict(params)).rows]

    assert [row[:2] for row in answer("treatment", symbol="A/RES/61/74")] == [("calls-upon", 1), ("recalls", 1)]
    assert answer("by-relation", relation="calls-upon") == [("A/RES/61/74", 1, None)]
    assert answer("relations") == [("calls-upon", 2, 1), ("recalls", 1, 1)]
    assert answer("by-basis", basis="pursuant") == [("A/RES/61/74", 2, 3)]


def test_a_text_without_a_title_is_shown_by_its_name() -> None:
    built = build_graph([record("A/RES/62/37")], [cite("A/RES/61/74")], registry=REGISTRY, catalogue=NO_CATALOGUE)
    built.add((URIRef(work_iri("A/RES/61/74")), URIRef(v.ALTERNATIVE), Literal("[on lighthouses]", lang="en")))
    for name, params in (("rests-on", {"symbol": "A/RES/62/37"}), ("by-relation", {"relation": "recalls"})):
        table = run_query(built, name, dict(params))
        assert [row[table.columns.index("title")] for row in table.rows] == ["[on lighthouses]"]


def test_two_texts_that_cite_each_other_are_found() -> None:
    pair = [cite("A/RES/61/74", source="A/RES/62/37"), cite("A/RES/62/37", source="A/RES/61/74")]
    records = [record("A/RES/61/74", date="2006-12-06"), record("A/RES/62/37", date="2007-12-05")]
    found = run_query(build_graph(records, pair, registry=REGISTRY, catalogue=NO_CATALOGUE), "mutual").rows
    assert found == (("A/RES/61/74", "2006-12-06", "A/RES/62/37", "2007-12-05"),)


def test_a_contested_text_that_is_cited_is_found() -> None:
    records = [record("A/RES/61/74", vote=VOTE), record("A/RES/62/37")]
    found = run_query(
        build_graph(records, [cite("A/RES/61/74")], registry=REGISTRY, catalogue=NO_CATALOGUE), "contested"
    ).rows
    assert found == (("A/RES/61/74", 173, 1, 2, 1),)


def test_the_most_cited_may_be_narrowed_to_a_body_and_to_a_kind() -> None:
    def texts(**params: str) -> list[object]:
        return [row[0] for row in run_query(GRAPH, "most-cited", dict(params)).rows]

    assert texts(body="S") == ["S/RES/1929(2010)", "S/RES/1718(2006)"]
    assert texts(body="S/RES", kind="Treaty") == []
    assert texts(kind="ConferenceDocument") == ["NPT/CONF.1995/32(PartI)"]


def test_the_order_of_names_is_stable() -> None:
    assert all("SAMPLE(" not in query.text for query in named_queries().values()), "SAMPLE picks any value"


PAGE = (Path(next(iter(graph.__path__))).parent / "docs" / "queries.md").read_text(encoding="utf-8")
RECIPES = PAGE.partition("## The built-in queries")[0]


@pytest.mark.parametrize("text", regex.findall(r"```sparql\n(.*?)```", RECIPES, regex.DOTALL))
def test_a_recipe_of_the_cookbook_has_an_answer(text: str) -> None:
    assert run_query(GRAPH, text).rows not in {(), ((False,),)}


def test_the_cookbook_calls_queries_and_parameters_that_exist() -> None:
    calls = regex.findall(r"recalling query out ([a-z-]+) (?:--param '?(\w+)=)?", RECIPES)
    named = [(name, param) for name, param in calls if not name.startswith("--")]
    assert len(named) >= 2
    for name, param in named:
        assert param in {"", *(each.name for each in named_queries()[name].parameters)}
