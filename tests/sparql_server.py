"""A server of the sample graph, started as a user does, and a client over a plain connection."""

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import rdflib
import regex
from command import ROOT
from graph_sample import sample

from graph.rdf.store import write_turtle

ADDRESS = regex.compile(r"http://(?P<host>[\d.]+):(?P<port>\d+)/")


@dataclass(frozen=True)
class Answer:
    """A response."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Server:
    """A running server."""

    address: str
    folder: Path
    errors: Path
    process: "subprocess.Popen[str]"

    @property
    def endpoint(self) -> str:
        """Address of the endpoint."""
        return self.address + "sparql"

    @property
    def log(self) -> list[str]:
        """The lines that it wrote to standard error."""
        return self.errors.read_text(encoding="utf-8").splitlines()

    def request(
        self, method: str, path: str, *, body: str | bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a request verbatim, without a library's normalisation."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        try:
            connection.putrequest(method, path, skip_host="Host" in (headers or {}), skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            data = body.encode() if isinstance(body, str) else body
            if data is not None and "Content-Length" not in (headers or {}):
                connection.putheader("Content-Length", str(len(data)))
            connection.endheaders(data)
            answer = connection.getresponse()
            said = answer.read().decode("utf-8")
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, said)
        finally:
            connection.close()

    def ask(self, query: str, *, accept: str = "application/sparql-results+json") -> Answer:
        """Send a query as a form."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        return self.request("POST", "/sparql", body=urlencode({"query": query}), headers=headers)


@contextmanager
def serving(folder: Path, *options: str, graph: rdflib.Graph | None = None) -> Iterator[Server]:
    """Serve a folder with a graph in it, the sample unless another is given, on a free port."""
    write_turtle(sample() if graph is None else graph, folder / "graph.ttl")
    with folder_served(folder, *options) as running:
        yield running


@contextmanager
def folder_served(folder: Path, *options: str) -> Iterator[Server]:
    """Serve a folder as it is, on a free port."""
    errors = folder.with_name(folder.name + ".log")
    command = [sys.executable, "-m", "graph.cli", "serve", str(folder), "--port", "0", *options]
    with (
        errors.open("w", encoding="utf-8") as log,
        subprocess.Popen(  # noqa: S603  # our own command
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        try:
            found = ADDRESS.search(process.stdout.readline())
            assert found is not None, errors.read_text(encoding="utf-8")
            yield Server(found[0], folder, errors, process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
