"""A graph on disk holds the triples of the one in memory, and every command that asks takes it."""

import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from command import ROOT, recalling
from sparql_server import folder_served

from extract.model.errors import UnreadableError
from graph.citation_graph import CitationGraph
from graph.network.continuing import find_series
from graph.network.lineage import series
from graph.network.network import citation_network
from graph.pipeline import reading
from graph.pipeline.readings import StoredReadings
from graph.pipeline.run import read_all
from graph.pipeline.spool import Spool
from graph.rdf.disk import StoreWriter
from graph.rdf.opening import count_triples, graph_place, load_store, open_store
from graph.rdf.store import load_graph

INPUTS = ("data/series", "data/specimens/A_RES_79_902.en.txt", "data/specimens/A_RES_76_901.en.txt")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same inputs built in memory and on disk."""
    folder = tmp_path_factory.mktemp("built")
    for name, option in (("memory", "-o"), ("disk", "--store")):
        done = recalling("build", *INPUTS, option, folder / name, "--no-cache", "--jobs", "1")
        assert done.returncode == 0, done.stderr
    return folder / "memory", folder / "disk"


def triples(store: ox.Store) -> set[ox.Triple]:
    return {quad.triple for quad in store}


def test_the_triples_and_the_rows_are_those_of_the_graph_in_memory(built: tuple[Path, Path]) -> None:
    memory, disk = built
    assert triples(load_store(disk / "oxigraph")) == triples(load_store(memory / "graph.ttl"))
    for name in ("citations.jsonl", "documents.jsonl", "provenance.ttl"):
        assert (disk / name).read_bytes() == (memory / name).read_bytes()
    summary = json.loads((disk / "store.json").read_text(encoding="utf-8"))
    assert summary["triples"] == len(load_store(memory / "graph.ttl")) > 1000


def test_series_are_found_without_the_network(built: tuple[Path, Path]) -> None:
    graph = load_graph(built[0] / "graph.ttl")
    assert find_series(graph) == series(citation_network(graph)) != []


def test_the_commands_that_ask_give_the_same_answers(built: tuple[Path, Path]) -> None:
    for words in (("query", "most-cited"), ("query", "series", "--param", "symbol=A/RES/62/37"), ("validate",)):
        first, *rest = words
        said = [recalling(first, place, *rest) for place in built]
        assert said[0].returncode == said[1].returncode == 0, said[1].stderr
        assert said[0].stdout.replace(str(built[0]), "") == said[1].stdout.replace(str(built[1]), "") != ""


def test_the_endpoint_answers_from_the_disk(built: tuple[Path, Path]) -> None:
    _, disk = built
    with folder_served(disk) as server:
        answer = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", accept="text/csv")
        triples_there = count_triples(open_store(disk / "oxigraph"), disk / "oxigraph")
        assert answer.body.split() == ["n", str(triples_there)]
        assert server.request("GET", "/citations.jsonl").status == 200
        assert server.request("GET", "/oxigraph/CURRENT").status == 404


def test_a_notebook_opens_it(built: tuple[Path, Path]) -> None:
    memory, disk = (CitationGraph.load(place) for place in built)
    assert repr(disk) == repr(memory)
    assert disk.cites("A/RES/62/37") == memory.cites("A/RES/62/37") != []


def test_nothing_is_written_by_asking(built: tuple[Path, Path]) -> None:
    _, disk = built
    before = sorted((path.name, path.stat().st_mtime_ns) for path in disk.rglob("*"))
    assert recalling("query", disk, "most-cited").returncode == 0
    assert sorted((path.name, path.stat().st_mtime_ns) for path in disk.rglob("*")) == before


def test_a_second_build_changes_nothing_and_one_of_the_other_kind_replaces_it(tmp_path: Path) -> None:
    place = tmp_path / "out"
    first = recalling("build", "data/series", "--store", place)
    assert first.returncode == 0, first.stderr
    assert "nothing has changed" in recalling("build", "data/series", "--store", place).stdout
    assert recalling("build", "data/series", "-o", place).returncode == 0
    assert (place / "graph.ttl").is_file()
    assert not (place / "oxigraph").exists()
    assert not (place / "store.json").exists()


def test_a_build_that_is_killed_leaves_the_store_before_it(tmp_path: Path) -> None:
    place = tmp_path / "out"
    assert recalling("build", "data/series", "--store", place).returncode == 0
    before = triples(load_store(place / "oxigraph"))
    code = (
        "import os, signal; from graph.rdf import disk; from graph.cli.main import main;"
        "disk.StoreWriter.finish = lambda self: os.kill(os.getpid(), signal.SIGKILL);"
        "main()"
    )
    command = [sys.executable, "-c", code, "build", *INPUTS, "--store", str(place), "--jobs", "1"]
    killed = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)  # noqa: S603  # our own command
    assert killed.returncode == -signal.SIGKILL
    assert triples(load_store(place / "oxigraph")) == before
    again = recalling("build", *INPUTS, "--store", place)
    assert again.returncode == 0, again.stderr
    assert len(triples(load_store(place / "oxigraph"))) > len(before)
    assert not (place / ".recalling").exists()


@pytest.mark.parametrize("packed", [False, True])
def test_large_rows_are_read_one_document_at_a_time(
    built: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, packed: bool
) -> None:
    whole = read_all([built[0]])
    monkeypatch.setattr(reading, "_LARGE", 100)
    rows = (built[0] / "citations.jsonl").read_bytes()
    (tmp_path / "documents.jsonl").write_bytes((built[0] / "documents.jsonl").read_bytes())
    name = tmp_path / ("citations.jsonl.gz" if packed else "citations.jsonl")
    name.write_bytes(gzip.compress(rows) if packed else rows)
    with Spool() as spool:
        run = read_all([tmp_path], spool=spool)
        assert isinstance(run.readings, StoredReadings)
        assert len(list(run.readings.rows())) == len(run.readings)
        assert (list(run.records), list(run.references)) == (list(whole.records), list(whole.references))
        assert len(run.readings) == len(whole.readings) > 3
    if not packed:
        name.write_bytes(
            b"\n".join(sorted(rows.splitlines(), key=lambda line: hashlib.sha256(line).hexdigest())) + b"\n"
        )
        with Spool() as spool:
            assert len(read_all([tmp_path], spool=spool).readings) == len(whole.readings)
        name.write_bytes(rows + b"{}\n")
        with Spool() as spool:
            assert "line" in str(read_all([tmp_path], spool=spool).skipped[0])


def test_wrong_use_is_told(tmp_path: Path) -> None:
    assert recalling("build", "data/series", "--store", tmp_path / "a", "-o", tmp_path / "b").returncode == 2
    refused = recalling("build", "data/series", "--store", tmp_path / "a", "--format", "nq")
    assert (refused.returncode, "leave out --format" in refused.stderr) == (2, True)
    (tmp_path / "oxigraph").mkdir()
    (tmp_path / "oxigraph" / "CURRENT").write_text("MANIFEST-000001\n", encoding="ascii")
    with pytest.raises(UnreadableError, match="no readable store"):
        open_store(tmp_path / "oxigraph")
    damaged = recalling("query", tmp_path, "most-cited")
    assert (damaged.returncode, "Traceback" in damaged.stderr) == (1, False)


def test_a_store_of_another_program_is_found_and_counted(tmp_path: Path) -> None:
    writer = StoreWriter(tmp_path / "mine")
    writer.add([("https://example.org/a", "https://example.org/b", '"c"')] * 3)
    assert writer.finish() == 1
    (tmp_path / "store.json").unlink()
    assert graph_place(tmp_path / "mine") == tmp_path / "mine"
    assert count_triples(open_store(tmp_path / "mine"), tmp_path / "mine") == 1
