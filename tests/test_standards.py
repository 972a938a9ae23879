"""Thirty questions that an outsider wrote from the standards alone, asked of a graph with its two descriptions.

`standards/*.rq` has each as it was asked, with what was expected; `standards/counts.csv` how many rows the invented
documents of `question_sample` give, each counted once: of the alternatives in a path ("label or name") Oxigraph
gives an answer once, Jena and rdflib once for each. `docs/standard-questions.md` has the numbers for `data/facts`.
"""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from question_sample import question_graph
from test_clients import jena, node

from graph.rdf import vocabulary as v
from graph.rdf.figures import stored_figures
from graph.rdf.graphs import native
from graph.rdf.provenance import run_iri
from graph.rdf.statements import Statements
from graph.rdf.store import write_dataset, write_graph, write_provenance

FOLDER = Path(__file__).parent / "standards"
NAMES = sorted(path.stem for path in FOLDER.glob("*.rq"))
FILES = ("graph.ttl", "dataset.ttl", "provenance.ttl")
WITHOUT = frozenset({"q11"})
"""Asks for paragraphs that are citing entities; as the question itself foresees, the document is that here."""


@cache
def counts() -> dict[str, int]:
    """The number of rows of each answer."""
    with (FOLDER / "counts.csv").open(encoding="utf-8", newline="") as file:
        return {row["question"]: int(row["rows"]) for row in csv.DictReader(file)}


def query(name: str) -> str:
    """The text of a question."""
    return (FOLDER / f"{name}.rq").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph, its description and its provenance."""
    folder = tmp_path_factory.mktemp("standards")
    store, name = native(question_graph())
    statements = Statements(store, name)
    write_graph(question_graph(), folder / "graph.ttl")
    write_dataset(stored_figures(store), run_iri(statements), folder / "dataset.ttl", ["graph.ttl", "nodes.csv"])
    write_provenance(statements, folder / "provenance.ttl")
    return folder


@pytest.fixture(scope="module")
def oxigraph(written: Path) -> ox.Store:
    """The three files in Oxigraph, loaded without a base."""
    store = ox.Store()
    for name in FILES:
        store.load(path=str(written / name), format=ox.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def plain(written: Path) -> rdflib.Graph:
    """The three files in rdflib."""
    graph = rdflib.Graph()
    for name in FILES:
        graph.parse(written / name, format="turtle")
    return graph


def answers(store: ox.Store, name: str) -> list[list[str]]:
    """The rows that Oxigraph answers."""
    found: Any = store.query(query(name))
    return [["" if term is None else term.value for term in row] for row in found]


def test_there_are_thirty_and_each_but_one_is_answered() -> None:
    assert len(NAMES) == len(counts()) == 30
    assert {name for name, rows in counts().items() if rows == 0} == WITHOUT
    assert all(v.RC not in query(name) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_oxigraph_answers(oxigraph: ox.Store, name: str) -> None:
    assert len({tuple(row) for row in answers(oxigraph, name)}) == counts()[name]


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_answers(plain: rdflib.Graph, name: str) -> None:
    assert len(set(plain.query(query(name)))) == counts()[name]


def test_jena_answers(written: Path) -> None:
    jpype = jena()
    manager = jpype.JClass("org.apache.jena.riot.RDFDataMgr")
    model = jpype.JClass("org.apache.jena.rdf.model.ModelFactory").createDefaultModel()
    for name in FILES:
        manager.read(model, str(written / name))
    execution = jpype.JClass("org.apache.jena.query.QueryExecutionFactory")
    found = {name: len({str(row) for row in execution.create(query(name), model).execSelect()}) for name in NAMES}
    assert found == counts()


def test_comunica_answers_from_a_store_of_n3(written: Path) -> None:
    files = ",".join(str(written / name) for name in FILES)
    answers = node("store.mjs", files, *(FOLDER / f"{name}.rq" for name in NAMES), lines=True)
    found = {Path(file).stem: len({json.dumps(row) for row in rows}) for file, _, rows in answers}
    assert found == counts()


def test_the_citations_are_the_pairs_that_cite(oxigraph: ox.Store) -> None:
    citations = {(citing, cited) for _, citing, cited in answers(oxigraph, "q01")}
    assert citations == {tuple(pair) for pair in answers(oxigraph, "q03")}
    assert all(row[2] == "true" for row in answers(oxigraph, "q30"))


def test_time_spans_run_from_the_cited_to_the_citing_text(oxigraph: ox.Store) -> None:
    spans = {citation.rpartition("/citation/")[2]: span for citation, span, _ in answers(oxigraph, "q06")}
    assert spans["A/RES/92/7/cites=A/RES/91/1"] == "P1Y2D"
    assert spans["A/RES/92/7/cites=treaty:npt"] == "P69Y5M2D"
    assert spans["A/RES/92/7/cites=S/RES/3901(2037)"] == "P6M28D"


def test_what_a_text_reaffirms_it_confirms(oxigraph: ox.Store) -> None:
    characters = {iri for iri, _ in answers(oxigraph, "q02")}
    assert {v.CITO + "confirms", v.CITO + "citesForInformation"} <= characters
    assert all(iri.startswith((v.CITO, v.RC)) for iri in characters)


def test_counts_of_classes_are_right_but_for_what_the_descriptions_add(oxigraph: ox.Store) -> None:
    wrong = {of for of, said, found in answers(oxigraph, "q27") if said != found}
    assert wrong <= {v.ACTIVITY, v.ENTITY}
