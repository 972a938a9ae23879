"""Questions written from the specifications of the standard vocabularies alone, answered over the graph.

Each `questions/*.rq` says in its first line what it asks and from which vocabulary; the CSV file beside it has the
answer that the invented documents of `question_sample` give.
"""

import csv
import io
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
import regex
from question_sample import question_graph

from graph.rdf import vocabulary as v
from graph.rdf.opening import load_store
from graph.rdf.store import write_graph

FOLDER = Path(__file__).parent / "questions"
QUESTIONS = sorted(path.stem for path in FOLDER.glob("*.rq"))


def expected(name: str) -> list[list[str]]:
    """The rows of an answer, its columns first."""
    return list(csv.reader(io.StringIO((FOLDER / f"{name}.csv").read_text(encoding="utf-8"))))


def query(name: str) -> str:
    """The text of a question."""
    return (FOLDER / f"{name}.rq").read_text(encoding="utf-8")


@cache
def turtle_file() -> bytes:
    """The graph as Turtle, as a stranger gets it."""
    return bytes(ox.serialize(iter(oxigraph()), format=ox.RdfFormat.TURTLE) or b"")


@cache
def oxigraph() -> list[ox.Triple]:
    """The triples of the graph."""
    graph: Any = question_graph()
    return [quad.triple for quad in graph.store._inner]  # noqa: SLF001  # oxrdflib has no public name for its store


def test_there_are_thirty_questions_that_name_no_term_of_ours() -> None:
    assert len(QUESTIONS) >= 30
    for name in QUESTIONS:
        assert query(name).startswith("# ")
        assert v.RC not in query(name)
        assert not regex.search(r"\brc:", query(name))
        assert len(expected(name)) > 1


@pytest.mark.parametrize("name", QUESTIONS)
def test_oxigraph_answers(name: str) -> None:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in oxigraph())
    answer: Any = store.query(query(name))
    columns = [variable.value for variable in answer.variables]
    rows = [["" if term is None else term.value for term in row] for row in answer]
    assert [columns, *rows] == expected(name)


@pytest.mark.parametrize("name", QUESTIONS)
def test_rdflib_answers(name: str) -> None:
    answer = plain().query(query(name))
    columns = [str(variable) for variable in answer.vars or ()]
    rows: list[Any] = list(answer)
    assert [columns, *([str(term or "") if term is not None else "" for term in row] for row in rows)] == expected(name)


@cache
def plain() -> rdflib.Graph:
    """The graph in rdflib's own store."""
    return rdflib.Graph().parse(data=turtle_file(), format="turtle")


def test_the_questions_are_asked_of_what_is_written(tmp_path: Path) -> None:
    write_graph(question_graph(), tmp_path / "graph.ttl")
    written = {str(quad.triple) for quad in load_store(tmp_path / "graph.ttl")}
    assert written == {str(triple) for triple in oxigraph()}
