"""Programs that know nothing of ours read every file and answer the questions: Jena, N3.js, Comunica.

Where one is not installed the test says so and is skipped; `.ci/run` installs them. Comunica and N3.js: `npm ci` in
`tests/clients`; Jena: Debian's `libapache-jena-java`, and a Java machine.
"""

import json
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import pyoxigraph as ox
import pytest
from java_machine import java
from question_sample import question_graph
from sparql_server import serving
from test_questions import FOLDER, QUESTIONS, expected, query

from graph.rdf.opening import load_store
from graph.rdf.store import write_graph

CLIENTS = Path(__file__).parent / "clients"
_MOVED = "org/apache/jena/ext/xerces/"
SUFFIXES = (".ttl", ".nt", ".nq", ".jsonld")
CONTROL = "SELECT (STR(?words) AS ?said) { VALUES ?words { 'a\\u0001b\\u000Bc\\uFFFEd <&> \"' } }"
"""A query whose answer has characters that no XML can hold."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph in every syntax."""
    folder = tmp_path_factory.mktemp("written")
    for suffix in SUFFIXES:
        write_graph(question_graph(), folder / f"graph{suffix}")
    return folder


def node(script: str, *arguments: Path | str, lines: bool = False) -> Any:  # noqa: ANN401  # JSON
    """What a script of `clients` writes, one value or one a line; it must not warn."""
    program = which("node")
    if program is None or not (CLIENTS / "node_modules").is_dir():
        pytest.skip("Node.js is missing, or `npm ci` was not run in tests/clients")
    done = subprocess.run(  # noqa: S603  # our own script
        [program, CLIENTS / script, *arguments], capture_output=True, text=True, timeout=120, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return list(map(json.loads, done.stdout.splitlines())) if lines else json.loads(done.stdout)


@cache
def jena() -> Any:  # noqa: ANN401  # a module without types
    """Jena in a Java machine."""
    folder = Path("/usr/share/java")
    names = (
        "jena-*", "thrift", "commons-*", "caffeine", "titanium-json-ld", "jackson*", "jakarta*", "guava",
        "failureaccess", "jsonld-java", "slf4j-api", "slf4j-nop", "xerces*", "gson", "dexx*", "protobuf", "httpc*",
    )  # fmt: skip
    jars = [jar for name in names for jar in sorted(folder.glob(f"{name}.jar"))]
    if not (folder / "jena-arq.jar").exists():
        pytest.skip("Jena is not installed")
    jpype = java([messages(folder / "jena-core.jar"), *jars])
    jpype.JClass("org.apache.jena.sys.JenaSystem").init()
    return jpype


def messages(jar: Path) -> Path:
    """A folder with the messages of the XML library inside Jena, where its classes look for them.

    Debian moved the classes to another package and left the messages behind; without them Jena does not start.
    """
    folder = Path(tempfile.mkdtemp())
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            if name.startswith(_MOVED) and name.endswith(".properties"):
                file = folder / "xerces" / name.removeprefix(_MOVED)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(archive.read(name))
    return folder


def size(path: Path) -> int:
    """Number of triples of a file, as Oxigraph reads it."""
    return sum(1 for _ in ox.parse(path=path))


def test_n3_reads_every_syntax_that_it_knows(written: Path) -> None:
    files = [written / f"graph{suffix}" for suffix in SUFFIXES[:3]]
    assert node("read.mjs", *files) == {str(file): size(file) for file in files}


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
def test_comunica_answers_from_a_file(written: Path, suffix: str) -> None:
    files = [FOLDER / f"{name}.rq" for name in QUESTIONS]
    answers = node("ask.mjs", written / f"graph{suffix}", *files)
    wrong = [name for name, file in zip(QUESTIONS, files, strict=True) if answers[str(file)] != expected(name)]
    assert wrong == []


def test_comunica_answers_from_the_endpoint(written: Path, tmp_path: Path) -> None:
    files = [FOLDER / f"{name}.rq" for name in QUESTIONS]
    control = tmp_path / "control.rq"
    control.write_text(CONTROL, encoding="utf-8")
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served", graph=question_graph()) as server:
        answers = node("ask.mjs", server.endpoint, *files, control)
    wrong = [name for name, file in zip(QUESTIONS, files, strict=True) if answers[str(file)] != expected(name)]
    assert wrong == []
    assert "d <&>" in answers[str(control)][1][0]
    assert size(written / "graph.ttl") == len(question_graph())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_jena_reads_every_syntax_without_a_warning(written: Path, suffix: str) -> None:
    found = sum(1 for _ in jena_reads(written / f"graph{suffix}").find())
    assert found == size(written / f"graph{suffix}")


def test_jena_reads_the_same_triples_from_every_syntax(written: Path) -> None:
    first = jena_reads(written / "graph.ttl").getDefaultGraph()
    for suffix in (".nt", ".jsonld"):
        assert first.isIsomorphicWith(jena_reads(written / f"graph{suffix}").getDefaultGraph()), suffix


def jena_reads(path: Path) -> Any:  # noqa: ANN401  # a dataset of Jena
    """Read a file with Jena; a strict handler makes an exception of every warning."""
    jpype = jena()
    strict = jpype.JClass("org.apache.jena.riot.system.ErrorHandlerFactory").errorHandlerStrictNoLogging
    dataset = jpype.JClass("org.apache.jena.sparql.core.DatasetGraphFactory").create()
    builder = jpype.JClass("org.apache.jena.riot.RDFParser").source(str(path)).errorHandler(strict)
    if path.suffix == ".jsonld":  # its reader for JSON-LD 1.1 needs a library that Debian does not have
        builder = builder.forceLang(jpype.JClass("org.apache.jena.riot.Lang").JSONLD10)
    builder.parse(dataset)
    return dataset


def test_jena_answers_the_questions(written: Path) -> None:
    jpype = jena()
    model = jpype.JClass("org.apache.jena.riot.RDFDataMgr").loadModel(str(written / "graph.ttl"))
    execution = jpype.JClass("org.apache.jena.query.QueryExecutionFactory")
    wrong = []
    for name in QUESTIONS:
        answer = execution.create(query(name), model).execSelect()
        columns = [str(each) for each in answer.getResultVars()]
        rows = [[_plain(solution.get(column)) for column in columns] for solution in answer]
        if [columns, *rows] != expected(name):
            wrong.append(name)
    assert wrong == []


def test_jena_finds_that_the_graph_conforms_to_the_shapes(written: Path) -> None:
    jpype = jena()
    manager = jpype.JClass("org.apache.jena.riot.RDFDataMgr")
    shapes = manager.loadGraph(str(Path(__file__).parents[1] / "graph" / "rdf" / "shapes.ttl"))
    report = jpype.JClass("org.apache.jena.shacl.ShaclValidator").get().validate(
        shapes, manager.loadGraph(str(written / "graph.ttl"))
    )  # fmt: skip
    assert [str(entry.message()) for entry in report.getEntries()] == []
    assert report.conforms()


def test_jena_asks_the_endpoint_from_another_graph(tmp_path: Path) -> None:
    jpype = jena()
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served", graph=question_graph()) as server:
        federated = f"""
            SELECT ?n {{ SERVICE <{server.endpoint}> {{
              SELECT (COUNT(*) AS ?n) {{ ?s a <http://purl.org/spar/cito/Citation> }} }} }}"""
        empty = jpype.JClass("org.apache.jena.rdf.model.ModelFactory").createDefaultModel()
        execution = jpype.JClass("org.apache.jena.query.QueryExecutionFactory").create(federated, empty)
        (row,) = list(execution.execSelect())
    assert _plain(row.get("n")) == "6"  # pairs of texts


def _plain(term: Any) -> str:  # noqa: ANN401  # a term of Jena
    """A term as the answers have it."""
    if term is None:
        return ""
    return str(term.getLexicalForm()) if term.isLiteral() else str(term.getURI())


def test_the_files_are_read_as_one_graph(written: Path) -> None:
    triples = [{str(quad.triple) for quad in load_store(written / f"graph{suffix}")} for suffix in SUFFIXES]
    assert all(each == triples[0] for each in triples)
