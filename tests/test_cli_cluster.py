"""`recalling extract --scheduler`: a cluster writes what one process writes, whatever happens to its workers."""

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from command import files

from extract.model.citation import load_lines
from extract.model.errors import UnreadableError
from graph.cli.main import main
from graph.cluster.part import read_part, write_part
from graph.cluster.storage import ClusterError, base_name, list_addresses
from graph.pipeline.reading import read_earlier, stream_earlier
from graph.pipeline.run import read_all

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # of the cluster, about ports and slow starts

TEXT = "A/RES/76/{number}\n\nThe General Assembly,\n\nRecalling its resolution 61/{number} of 6 December 2006,\n"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "texts"
    folder.mkdir()
    for number in range(901, 907):
        (folder / f"{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    (folder / "again.txt").write_bytes((folder / "906.txt").read_bytes())  # in another part
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made:
        yield made


def extract(cluster: Any, texts: Path, to: Path, *options: str) -> int:  # noqa: ANN401  # Dask has no types
    address = cluster.scheduler_address
    return main(["extract", str(texts), "--scheduler", address, "--to", str(to), "--part-size", "4", *options])


def test_a_killed_worker_changes_nothing(cluster: Any, texts: Path, tmp_path: Path) -> None:  # noqa: ANN401  # as above
    assert extract(cluster, texts, tmp_path / "whole") == 1  # one file is empty
    victim = next(iter(cluster.workers.values())).pid
    killer = threading.Timer(1.5, os.kill, (victim, signal.SIGKILL))
    killer.start()
    assert extract(cluster, texts, tmp_path / "killed") == 1
    killer.join()
    assert files(tmp_path / "killed") == files(tmp_path / "whole")
    found = files(tmp_path / "whole")
    assert sorted(found) == [
        *(f"citations/part-0000{n}.jsonl" for n in range(2)),
        *(f"documents/part-0000{n}.jsonl" for n in range(2)),
        *(f"graph/part-0000{n}.nq" for n in range(2)),
        "report.json",
    ]
    one = read_all([texts], jobs=1)
    lines = [line for n in range(2) for line in found[f"citations/part-0000{n}.jsonl"].decode().splitlines()]
    assert sorted(lines) == sorted(one.lines)
    report = json.loads(found["report.json"])
    assert (report["documents"], report["citations"]) == (len(one.readings), len(lines))
    assert [pair[1] for pair in report["skipped"]] == ["is empty"]
    assert report["repeated"] == [list(pair) for pair in one.repeated]


def test_a_part_is_read_and_written_by_the_same_functions(texts: Path, tmp_path: Path) -> None:
    limits = {"time_limit": 60, "memory_limit": 1024, "columns": []}
    addresses = [str(texts / "901.txt"), str(texts / "902.txt"), str(texts / "none.txt")]
    task = {"part": "part-00000", "to": str(tmp_path), "addresses": addresses, **limits}
    found = read_part(task)
    assert [document[0] for document in found["documents"]] == ["A/RES/76/901", "A/RES/76/902"]
    assert [address for address, _ in found["skipped"]] == [str(texts / "none.txt")]
    for form in ("jsonl", "parquet"):
        done = write_part({"part": "part-00000", "to": str(tmp_path), "kept": [1], "format": form})
        assert done == {"documents": 1, "citations": 1}
    rows = (tmp_path / "citations" / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()
    assert [reference.evidence.file for reference in load_lines(rows, file="rows")] == ["902.txt"]
    assert (tmp_path / "citations" / "part-00000.parquet").read_bytes()[:4] == b"PAR1"
    quads = (tmp_path / "graph" / "part-00000.nq").read_bytes()
    lines = quads.splitlines()
    assert lines == sorted(lines)
    assert len(set(ox.parse(quads, format=ox.RdfFormat.N_QUADS))) == len(lines) > 10


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_build_over_the_parts_is_that_over_the_texts(form: str, texts: Path, tmp_path: Path) -> None:
    to, limits = tmp_path / "run", {"time_limit": 60, "memory_limit": 1024, "columns": []}
    for place, numbers in enumerate([(901, 902), (903,), (904, 905, 906)]):
        task = {"part": f"part-{place:05}", "to": str(to), "addresses": [str(texts / f"{n}.txt") for n in numbers]}
        found = read_part({**task, **limits})
        write_part({**task, "kept": [*range(len(found["documents"]))], "format": form})
    whole, parts, one = tmp_path / "whole", tmp_path / "parts", tmp_path / "one"
    assert main(["build", *(str(texts / f"{number}.txt") for number in range(901, 907)), "-o", str(whole)]) == 0
    assert main(["build", str(to), "-o", str(parts)]) == 0
    same = ("citations.jsonl", "documents.jsonl", "graph.ttl", "edges.csv")
    assert [(parts / name).read_bytes() for name in same] == [(whole / name).read_bytes() for name in same]
    assert main(["build", str(to / "citations" / f"part-00002.{form}"), "-o", str(one)]) == 0
    assert [json.loads(line)["symbol"] for line in (one / "documents.jsonl").read_text("utf-8").splitlines()] == [
        f"A/RES/76/{number}" for number in (904, 905, 906)
    ]
    streamed = [reading.record.file for reading in stream_earlier(to)]
    assert sorted(streamed) == [f"{number}.txt" for number in range(901, 907)]


def test_a_part_that_is_no_parquet_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "citations").mkdir()
    (tmp_path / "citations" / "part-00000.parquet").write_bytes(b"PAR1 nothing PAR1")
    with pytest.raises(UnreadableError, match="is no Parquet file of rows"):
        read_earlier(tmp_path)


def test_addresses_are_listed_once_and_sorted(texts: Path, tmp_path: Path) -> None:
    (texts / ".hidden.txt").write_bytes(b"x")
    listed = tmp_path / "list"
    listed.write_text(f"memory://a/b.txt\n\n{texts}/901.txt\n", encoding="utf-8")
    found = list_addresses([str(texts), f"@{listed}", str(texts / "901.txt")])
    assert found == sorted(set(found))
    names = {f"{number}.txt" for number in range(901, 907)}
    assert {base_name(address) for address in found} == {"b.txt", "again.txt", "empty.txt", *names}
    assert base_name("https://host/a%20b.pdf?x=1#y") == "a b.pdf"
    with pytest.raises(ClusterError, match="cannot be listed"):
        list_addresses(["nothing://at/all"])


def test_no_scheduler_is_a_line(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(texts), "--scheduler", "nonsense://x", "--to", str(tmp_path / "out")]) == 1
    assert "no Dask scheduler answers" in capsys.readouterr().err
