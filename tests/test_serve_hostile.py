"""Hostile requests to `recalling serve`: refused or bounded, each with a line in the log, and the server stays up."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import regex
from graph_sample import sample
from sparql_server import Server, serving

from graph.rdf.store import write_turtle
from graph.serving import pool as pools
from graph.serving.application import Application
from graph.serving.pool import WAITING, Pool
from graph.serving.question import Limits, Question, RefusedError
from graph.serving.server import address, listen

ALIVE = "ASK { ?a cito:cites ?b }"
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }"
PATH = "(!<x:y>|^!<x:y>)*"
ENDLESS_PATH = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?a {PATH} ?b . ?c {PATH} ?d . ?e {PATH} ?f FILTER(?a != ?d) }}"
GREEDY = "SELECT DISTINCT ?a ?c ?d ?f ?g ?i WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"
LINE = regex.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (?P<status>\d{3}) 127\.0\.0\.1\b[^\x00-\x1f\x7f]*")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "index.html").write_text("<!DOCTYPE html><title>overview</title>", encoding="utf-8")
    (folder / "documents").mkdir()
    (folder / "documents" / "one.html").write_text("<!DOCTYPE html><title>one</title>", encoding="utf-8")
    (folder / ".hidden.html").write_text("secret", encoding="utf-8")
    (folder / "notes.private").write_text("secret", encoding="utf-8")
    (folder.parent / "outside.html").write_text("secret", encoding="utf-8")
    (folder / "link.html").symlink_to(folder.parent / "outside.html")
    (folder / "up").symlink_to(folder.parent)
    with serving(folder, "--time-limit", "2") as running:
        yield running


@contextmanager
def logged(server: Server, status: int) -> Iterator[None]:
    """Whatever happens inside ends in one more line of the log, with this status, and the server answers after it."""
    before = len(server.log)
    yield
    end = time.monotonic() + 30
    while len(server.log) == before and time.monotonic() < end:
        time.sleep(0.05)
    lines = server.log[before:]
    assert len(lines) == 1, lines
    found = LINE.fullmatch(lines[0])
    assert found is not None, lines
    assert found["status"] == str(status)
    assert len(lines[0]) < 700
    assert server.ask(ALIVE).status == 200


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?a ?b ?c }",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT * WHERE { SERVICE SILENT ?where { ?a ?b ?c } }",
        "SELECT * FROM <file:///etc/passwd> WHERE { ?a ?b ?c }",
        "SELECT * FROM NAMED <file:///etc/passwd> WHERE { GRAPH ?g { ?a ?b ?c } }",
        "SELECT * WHERE { GRAPH <file:///etc/passwd> { ?a ?b ?c } }",
        "PREFIX f: <file:///etc/> SELECT * WHERE { GRAPH f:passwd { ?a ?b ?c } }",
    ],
)
def test_a_query_that_changes_or_leaves_the_graph_is_refused(server: Server, query: str) -> None:
    with logged(server, 403):
        assert server.ask(query).status == 403


@pytest.mark.parametrize(
    ("path", "body", "media"),
    [
        ("/sparql", "update=DROP+ALL", "application/x-www-form-urlencoded"),
        ("/sparql?update=DROP+ALL", "", "application/x-www-form-urlencoded"),
        ("/sparql", "DROP ALL", "application/sparql-update"),
        ("/sparql?default-graph-uri=file%3A%2F%2F%2Fetc%2Fpasswd", ALIVE, "application/sparql-query"),
        ("/sparql?named-graph-uri=..%2F..%2Fetc%2Fpasswd", ALIVE, "application/sparql-query"),
    ],
)
def test_an_update_or_a_dataset_in_the_request_is_refused(server: Server, path: str, body: str, media: str) -> None:
    with logged(server, 403):
        assert server.request("POST", path, body=body, headers={"Content-Type": media}).status == 403


@pytest.mark.parametrize("query", [CROSS, ENDLESS_PATH], ids=["cross product", "property path"])
def test_an_endless_query_is_ended_and_its_process_with_it(server: Server, query: str) -> None:
    before = _workers(server)
    with logged(server, 503):
        answer = server.ask(query)
        assert answer.status == 503
        assert "2 seconds" in answer.body
    end = time.monotonic() + 10
    while (len(_workers(server)) < len(before) or _workers(server) == before) and time.monotonic() < end:
        time.sleep(0.05)
    assert len(_workers(server)) == len(before)
    assert len(_workers(server) & before) == len(before) - 1


def test_many_endless_queries_at_once_are_bounded_and_pages_still_come(server: Server) -> None:
    statuses: list[int] = []
    threads = [threading.Thread(target=lambda: statuses.append(server.ask(CROSS).status)) for _ in range(16)]
    for thread in threads:
        thread.start()
    page = server.request("GET", "/index.html")
    for thread in threads:
        thread.join(60)
    assert page.status == 200
    assert statuses == [503] * 16
    assert server.ask(ALIVE).status == 200


def test_a_large_query_is_refused_unread(server: Server) -> None:
    with logged(server, 413), _connection(server) as sender:
        sender.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n")
        sender.sendall(b"Content-Length: 10000000\r\n\r\nSELECT")
        assert sender.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_large_query_in_pieces_is_refused(server: Server) -> None:
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    with logged(server, 413), _connection(server) as sender:
        sender.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n")
        sender.sendall(b"Transfer-Encoding: chunked\r\n\r\n" + piece * 16)
        assert sender.recv(100).startswith(b"HTTP/1.1 413 ")


def test_huge_headers_are_refused(server: Server) -> None:
    with logged(server, 431), _connection(server) as sender:
        sender.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 70_000)
        assert sender.recv(100).startswith(b"HTTP/1.0 431 ")


def test_what_is_no_http_is_refused(server: Server) -> None:
    with logged(server, 400), _connection(server) as sender:
        sender.sendall(b"\x16\x03\x01\x02\x00\r\n\x1b[31m\r\n\r\n")
        assert sender.recv(100).startswith(b"HTTP/1.0 400 ")


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.html", "/%2e%2e/outside.html", "/..%2foutside.html", "/documents/../../outside.html",
        "//etc/passwd", "/%2fetc%2fpasswd", "/link.html", "/up/outside.html", "/.hidden.html", "/notes.private",
        "/index.html%00.txt", "/documents", "/documents/", "/..%5coutside.html", "/%25%32%65%25%32%65/outside.html",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_folder(server: Server, path: str) -> None:
    with logged(server, 404):
        answer = server.request("GET", path)
        assert answer.status == 404
        assert "secret" not in answer.body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil", "", "[::1"]
)
def test_a_request_for_another_host_is_refused(server: Server, host: str) -> None:
    with logged(server, 421):
        assert server.request("GET", "/index.html", headers={"Host": host}).status == 421


def test_this_computer_goes_by_several_names(server: Server) -> None:
    port = urlsplit(server.address).port
    for host in ("localhost", f"LOCALHOST:{port}", f"127.0.0.1:{port}", "[::1]"):
        assert server.request("GET", "/index.html", headers={"Host": host}).status == 200


def test_a_page_of_another_site_may_not_ask(server: Server) -> None:
    for origin in ("https://evil.example", "null"):
        with logged(server, 403):
            assert server.request("GET", "/sparql?query=ASK%7B%7D", headers={"Origin": origin}).status == 403
    own = server.address.rstrip("/")
    answer = server.request("GET", "/sparql?query=ASK%7B%7D", headers={"Origin": own})
    assert answer.status == 200
    assert not any(name.startswith("access-control") for name in answer.headers)


def test_what_a_sender_writes_reaches_the_log_as_plain_text(server: Server) -> None:
    with logged(server, 404):
        server.request("GET", "/" + quote("\x1b[2J\x07\u202e\nfaked line") + "x" * 5000)
    assert "\\x1b[2J" in server.log[-1]


def test_files_come_with_their_kind_and_nothing_may_guess_or_frame(server: Server) -> None:
    page = server.request("GET", "/documents/one.html")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    graph = server.request("GET", "/graph.ttl")
    assert graph.headers["content-type"] == "text/turtle; charset=utf-8"
    for answer in (page, graph, server.ask(ALIVE), server.request("GET", "/query")):
        assert answer.headers["x-content-type-options"] == "nosniff"
    again = server.request("GET", "/graph.ttl", headers={"If-None-Match": graph.headers["etag"]})
    assert (again.status, again.body) == (304, "")


def test_half_a_request_does_not_hold_its_connection(pool: Pool) -> None:
    server = listen(Application(pool, None), host="127.0.0.1", port=0, workers=1, deadline=1.0)
    threading.Thread(target=server.run, daemon=True).start()
    with socket.create_connection(address(server), timeout=20) as dripping:
        dripping.sendall(b"GET / HTTP/1.1\r\n")
        began = time.monotonic()
        closed = False
        while not closed and time.monotonic() - began < 15:
            try:
                dripping.sendall(b"X")
                dripping.settimeout(0.2)
                closed = dripping.recv(1) == b""
            except TimeoutError:
                continue
            except OSError:
                closed = True
        assert closed
    with socket.create_connection(address(server), timeout=20) as other:
        other.sendall(b"GET /query HTTP/1.0\r\nHost: localhost\r\n\r\n")
        assert other.recv(100).startswith(b"HTTP/1.0 200 ")


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    write_turtle(sample(), tmp_path / "graph.ttl")
    with Pool(tmp_path / "graph.ttl", workers=1, limits=Limits(seconds=20, memory=96 * 2**20)) as made:
        yield made


def test_a_greedy_query_ends_its_own_process_alone(pool: Pool) -> None:
    with pytest.raises(RefusedError, match="memory") as refused:
        pool.ask(Question(GREEDY, "CSV", graph=False))
    assert refused.value.status == 503
    assert pool.ask(Question("ASK { ?a ?b ?c }", "CSV", graph=False)) == b"true"


def test_an_answer_that_is_too_large_is_refused(tmp_path: Path) -> None:
    write_turtle(sample(), tmp_path / "graph.ttl")
    with Pool(tmp_path / "graph.ttl", workers=1, limits=Limits(size=4000, triples=50)) as small:
        for question in (
            Question("CONSTRUCT WHERE { ?a ?b ?c } LIMIT 51", "TURTLE", graph=True),
            Question("SELECT * WHERE { ?a ?b ?c }", "JSON", graph=False),
        ):
            with pytest.raises(RefusedError, match="LIMIT") as refused:
                small.ask(question)
            assert refused.value.status == 403
        assert (
            small.ask(Question("CONSTRUCT WHERE { ?a cito:cites ?c } LIMIT 9", "N_TRIPLES", graph=True)).count(b"\n")
            == 9
        )


def test_more_questions_than_may_wait_are_turned_away(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "PATIENCE", 60.0)
    outcomes: list[int] = []

    def ask() -> None:
        try:
            pool.ask(Question(CROSS, "CSV", graph=False))
        except RefusedError as error:
            outcomes.append(error.status)

    threads = [threading.Thread(target=ask) for _ in range(WAITING + 4)]
    for thread in threads:
        thread.start()
    end = time.monotonic() + 10
    while len(outcomes) < 3 and time.monotonic() < end:
        time.sleep(0.05)
    assert len(outcomes) >= 3
    pool.close()
    for thread in threads:
        thread.join(30)
    assert outcomes == [503] * (WAITING + 4)


def _workers(server: Server) -> set[int]:
    """Process numbers of the workers: what the keeper, the server's child, has split off."""
    return {worker for keeper in _children(server.process.pid) for worker in _children(keeper)}


def _children(number: int) -> set[int]:
    folder = Path("/proc") / str(number) / "task" / str(number) / "children"
    if not folder.exists():
        pytest.skip("this system does not list the children of a process")
    return {int(child) for child in folder.read_text(encoding="ascii").split() if _is_alive(int(child))}


def _is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def _connection(server: Server) -> Iterator[socket.socket]:
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname, where.port), timeout=30) as made:
        yield made
