"""`recalling serve` with many clients at once, beside other servers over the same graph, in one run.

Printed for each load: statuses, requests a second, waiting times, memory of the server and its processes. Clients and
server share the processors of this machine. The others are the HTTP server of Oxigraph (`pip install oxigraph`) and
rdflib-endpoint (`pip install "rdflib-endpoint[cli]"`), best in an environment of their own, whose `bin` is given.

Usage: python benchmarks/serving.py OUT [--others BIN] [--clients 32 200] [--requests 10]

OUT is a folder that `recalling build` wrote.
"""

import argparse
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

QUERY = quote("ASK { ?a <http://purl.org/spar/cito/cites> ?b }")
SECONDS = 120  # until a server has loaded the graph


class Server(NamedTuple):
    """A server to measure.

    Attributes:
        name: for the table.
        command: that starts it; `{port}` stands for the port.
        path: where it takes queries.
    """

    name: str
    command: list[str]
    path: str


def main() -> None:
    """Start the servers one after the other, ask, and print a line for each load."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("graph", type=Path)
    parser.add_argument("--others", type=Path)
    parser.add_argument("--clients", type=int, nargs="+", default=[32, 200])
    parser.add_argument("--requests", type=int, default=10, help="of each client")
    given = parser.parse_args()
    print("server           clients  requests  statuses               per second  median s   p99 s    MiB")
    with tempfile.TemporaryDirectory() as place:
        for server in servers(given.graph, given.others, Path(place)):
            with running(server) as (address, number):
                for clients in given.clients:
                    times, statuses, seconds = ask(address, server.path, clients, given.requests)
                    ordered = sorted(times) or [float("nan")]
                    middle, last = ordered[len(ordered) // 2], ordered[int(0.99 * len(ordered))]
                    print(f"{server.name:15} {clients:8} {clients * given.requests:9}  {dict(statuses)!s:22}"
                          f" {len(times) / seconds:10.0f} {middle:9.3f} {last:7.2f} {memory(number):6.0f}",
                          flush=True)  # fmt: skip


def servers(graph: Path, others: Path | None, place: Path) -> Iterator[Server]:
    """Yield the servers, ours first; a graph is loaded before a server starts where its program wants that."""
    ours = [sys.executable, "-m", "graph.cli", "serve", str(graph), "--port", "{port}"]
    yield Server("recalling serve", ours, "/sparql")
    if others is None:
        return
    file = str(graph / "graph.ttl")
    oxigraph, store = str(others / "oxigraph"), str(place / "store")
    subprocess.run([oxigraph, "load", "--location", store, "--file", file], check=True, capture_output=True)  # noqa: S603  # named by the user
    bind = ["--bind", "127.0.0.1:{port}"]
    yield Server("oxigraph", [oxigraph, "serve-read-only", "--location", store, *bind], "/query")
    copy = str(place / "graph.ttl")
    shutil.copy(file, copy)
    yield Server("rdflib-endpoint", [str(others / "rdflib-endpoint"), "serve", copy, "--port", "{port}"], "/")


@contextmanager
def running(server: Server) -> Iterator[tuple[str, int]]:
    """Run a server; yield its address and the number of its process once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [part.format(port=port) for part in server.command]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as process:  # noqa: S603  # as above
        try:
            end = time.monotonic() + SECONDS
            while not ask(f"127.0.0.1:{port}", server.path, 1, 1)[1][200]:
                if time.monotonic() > end or process.poll() is not None:
                    raise RuntimeError(f"{server.name} does not answer")
                time.sleep(0.2)
            yield f"127.0.0.1:{port}", process.pid
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)


def ask(address: str, path: str, clients: int, each: int) -> tuple[list[float], Counter[int], float]:
    """Return the seconds of each answered request, the statuses (0 where none came), and the seconds of all."""
    times: list[float] = []
    statuses: Counter[int] = Counter()

    def client() -> None:
        connection = http.client.HTTPConnection(address, timeout=60)
        for _ in range(each):
            began = time.monotonic()
            try:
                connection.request(
                    "GET", f"{path}?query={QUERY}", headers={"Accept": "application/sparql-results+json"}
                )
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                statuses[0] += 1
                connection.close()
                continue
            times.append(time.monotonic() - began)
            statuses[answer.status] += 1
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, statuses, time.monotonic() - began


def memory(number: int) -> float:
    """Return the memory that a process and its children hold for themselves, in MiB; shared pages count in part."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError):
            fields = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[2]) == number:  # the group of processes
                said = (status.parent / "smaps_rollup").read_text(encoding="utf-8")
                total += int(said.partition("Pss:")[2].split()[0])
    return total / 1024


if __name__ == "__main__":
    main()
