"""The cost of a graph on disk beside the same graph in memory: build, open, ask, serve, in one run.

    python benchmarks/stores.py [CITATIONS]

Rows of that many citations are invented (32000 make about 1.6 million triples) and built by the command itself, each
step in a process of its own. Seconds are processor time of the process and of those that it started; memory is the most
that one of them had. The system's own cache of files is in neither.
"""

import http.client
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import urlencode, urlsplit

from rdf import MOST_CITED, corpus

from extract.model.citation import dump_lines
from graph.output.folder import graph_of
from graph.output.stored import write_stored
from graph.pipeline.run import read_all
from graph.pipeline.spool import Spool
from graph.query.ask import run_query
from graph.rdf.store import load_graph, write_descriptions

SESSIONS: Final = range(31, 80)
LARGEST: Final = 100_000  # citations beyond which only the disk is measured


def main() -> None:
    """Measure each step on both sides and print the table."""
    size = sys.argv[1] if len(sys.argv) > 1 else "3000"
    if len(sys.argv) > 2:  # noqa: PLR2004  # a step, in a process of its own
        measured = STEPS[sys.argv[2]](Path(sys.argv[3]))
        print(json.dumps({"seconds": time.process_time(), "peak": peak()} | measured))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_rows(int(size), folder)
        steps = [step for step in STEPS if step.startswith("disk") or int(size) <= LARGEST]
        found = {step: run_step(size, step, folder) for step in steps}
        print(f"{size} citations, {found['disk-build']['triples']} triples")
        print(f"{'':<16}{'seconds':>10}{'MiB':>8}")
        for step, said in found.items():
            print(f"{step:<16}{said['seconds']:>10.2f}{said['peak']:>8.0f}")
        print(f"rows {mebibytes(folder / 'rows'):.0f} MiB, store {mebibytes(folder / 'disk' / 'oxigraph'):.0f} MiB")


def run_step(size: str, step: str, folder: Path) -> dict[str, float]:
    """Run a step in a process of its own."""
    command = [sys.executable, __file__, size, step, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603  # this script
    said: dict[str, float] = json.loads(done.stdout)
    return said


def write_rows(size: int, folder: Path) -> None:
    """Write the rows that are built from, as a build before would have."""
    records, references = corpus(size)
    (folder / "rows").mkdir()
    lines = (json.dumps(record.to_row()) for record in records)
    (folder / "rows" / "documents.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    with (folder / "rows" / "citations.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in dump_lines(references))


def build_in_memory(folder: Path) -> dict[str, float]:
    """Rows to Turtle, and the network that a build without a store makes."""
    said, _ = graph_of(read_all([folder / "rows"]))
    write_descriptions(said, folder / "graph.ttl")
    return {"triples": sum(1 for _ in said)}


def build_on_disk(folder: Path) -> dict[str, float]:
    """Rows to a store."""
    (folder / "disk").mkdir()
    with Spool() as spool:
        write_stored(folder / "disk", read_all([folder / "rows"], spool=spool))
    summary: dict[str, float] = json.loads((folder / "disk" / "store.json").read_text(encoding="utf-8"))
    return summary


def asking(place: str) -> Callable[[Path], dict[str, float]]:
    """A step that opens a graph and asks."""

    def ask(folder: Path) -> dict[str, float]:
        graph = load_graph(folder / place)
        for query in (MOST_CITED, "most-cited"):
            run_query(graph, query, time_limit=600)
        return {}

    return ask


def serving(place: str) -> Callable[[Path], dict[str, float]]:
    """A step that serves a graph and asks it over HTTP; seconds and memory are the server's and its processes'."""

    def serve(folder: Path) -> dict[str, float]:
        command = [
            sys.executable,
            "-m",
            "graph.cli",
            "serve",
            str(folder / place),
            "--port",
            "0",
            "--time-limit",
            "600",
        ]
        samples = [{"seconds": 0.0, "peak": 0.0}]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603  # our own command
            line = server.stdout.readline() if server.stdout else ""
            address = urlsplit(line[line.index("http:") :].split()[0]).netloc
            asked = threading.Thread(target=ask_all, args=[address])
            asked.start()
            while asked.is_alive():
                samples.append(of_family(server.pid))
                asked.join(0.2)
            samples.append(of_family(server.pid))
            server.terminate()
        return {key: max(sample[key] for sample in samples) for key in ("seconds", "peak")}

    return serve


def ask_all(address: str) -> None:
    """Ask for the most cited twice, and for one text of each session."""
    lookups = [f"ASK {{ <https://undocs.org/A/RES/{session}/1> ?p ?o }}" for session in SESSIONS]
    for query in (MOST_CITED, MOST_CITED, *lookups):
        connection = http.client.HTTPConnection(address, timeout=900)
        connection.request("GET", "/sparql?" + urlencode({"query": query}))
        answer = connection.getresponse()
        if answer.status != http.client.OK or not answer.read():
            raise RuntimeError(answer.reason)
        connection.close()


def of_family(number: int) -> dict[str, float]:
    """The processor seconds of a process and of its descendants, and their memory in MiB: shared pages count once."""
    process = Path(f"/proc/{number}")
    try:
        ticks = process.joinpath("stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:15]
        shares = process.joinpath("smaps_rollup").read_text(encoding="ascii").splitlines()
        children = process.joinpath("task", str(number), "children").read_text(encoding="ascii").split()
    except OSError:  # it ended meanwhile
        return {"seconds": 0.0, "peak": 0.0}
    memory = next(int(line.split()[1]) for line in shares if line.startswith("Pss:")) / 1024
    families = [of_family(int(child)) for child in children]
    return {
        "seconds": sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK") + sum(each["seconds"] for each in families),
        "peak": memory + sum(each["peak"] for each in families),
    }


def mebibytes(folder: Path) -> float:
    """The size of the files of a folder."""
    return sum(path.stat().st_size for path in folder.iterdir()) / 2**20


def peak() -> float:
    """The peak memory of this process, in MiB; Linux reports KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


STEPS: Final[dict[str, Callable[[Path], dict[str, float]]]] = {
    "memory-build": build_in_memory,
    "memory-ask": asking("graph.ttl"),
    "memory-serve": serving("graph.ttl"),
    "disk-build": build_on_disk,
    "disk-ask": asking("disk/oxigraph"),
    "disk-serve": serving("disk"),
}

if __name__ == "__main__":
    main()
