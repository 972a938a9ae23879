"""`recalling serve` with many clients: whoever asks waits in line, and is told when to come back if that takes long."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from graph_sample import sample
from sparql_server import Server, serving

from graph.rdf.store import write_turtle
from graph.serving import pool as pools
from graph.serving.line import ClosedError, FullError, Line
from graph.serving.pool import Pool
from graph.serving.question import Limits, Question, RefusedError

QUICK = "/sparql?query=" + quote("ASK { ?a cito:cites ?b }")
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("served"), "--time-limit", "20") as running:
        yield running


def test_no_client_of_many_is_turned_away(server: Server) -> None:
    netloc = urlsplit(server.address).netloc

    def ask(_: int) -> set[tuple[int, bytes]]:
        connection = http.client.HTTPConnection(netloc, timeout=60)
        said = set()
        for _ in range(5):
            connection.request("GET", QUICK)
            answer = connection.getresponse()
            said.add((answer.status, answer.read()))
        connection.close()
        return said

    with ThreadPoolExecutor(60) as clients:
        assert set().union(*clients.map(ask, range(60))) == {(200, b'{"head":{},"boolean":true}')}
    assert server.log == []


def test_a_query_in_pieces_is_answered_however_it_is_cut(server: Server) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    body = b"4;name=value\r\nASK \r\n9\r\n{?a ?b ?c\r\n1\r\n}\r\n0\r\nTrailer: said\r\n\r\n"
    whole = head + b"Transfer-Encoding: chunked\r\n\r\n" + body
    for size in (1, 7, len(whole)):
        where = urlsplit(server.address)
        with socket.create_connection((where.hostname, where.port), timeout=20) as sender:
            sender.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for place in range(0, len(whole), size):
                sender.sendall(whole[place : place + size])
            assert _received(sender).endswith(b'{"head":{},"boolean":true}')


def test_clients_that_do_not_read_hold_nobody_up(server: Server) -> None:
    where = urlsplit(server.address)
    large = quote("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 30000")
    idle = [socket.create_connection((where.hostname, where.port), timeout=20) for _ in range(12)]
    for each in idle:
        each.sendall(f"GET /sparql?query={large} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    began = time.monotonic()
    answer = server.request("GET", QUICK)
    assert (answer.status, time.monotonic() - began < 15) == (200, True)
    received = [_received(each) for each in idle]
    assert min(map(len, received)) == max(map(len, received)) > 2**20
    for each in idle:
        each.close()


def test_who_has_waited_long_is_told_when_to_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "PATIENCE", 0.3)
    write_turtle(sample(), tmp_path / "graph.ttl")
    with Pool(tmp_path / "graph.ttl", workers=1, limits=Limits(seconds=20)) as pool:
        busy = threading.Thread(target=_refused, args=(pool, SLOW))
        busy.start()
        time.sleep(0.2)
        refused = _refused(pool, "ASK {}")
        pool.close()
        busy.join(30)
    assert refused is not None
    assert (refused.status, refused.retry_after) == (503, 0.3)
    assert "no worker was free within 0.3 seconds" in refused.reason


def test_the_line_is_served_in_order_and_is_bounded() -> None:
    line: Line[str] = Line(3)
    served: list[int] = []

    def wait(number: int) -> None:
        assert line.take(30) == "worker"
        served.append(number)
        line.give("worker")

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(3)]
    for number, thread in enumerate(threads, 1):
        thread.start()
        _until_waiting(line, number)
    with pytest.raises(FullError):
        line.take(30)
    line.give("worker")
    for thread in threads:
        thread.join(30)
    assert served == [0, 1, 2]
    assert line.take(0.01) == "worker"
    assert line.take(0.01) is None
    line.close()
    with pytest.raises(ClosedError):
        line.take(30)


def test_a_line_that_closes_sends_those_who_wait_away() -> None:
    line: Line[str] = Line(1)
    outcomes: list[str] = []

    def wait() -> None:
        try:
            line.take(30)
        except ClosedError:
            outcomes.append("sent away")

    thread = threading.Thread(target=wait)
    thread.start()
    _until_waiting(line, 1)
    line.close()
    thread.join(30)
    assert outcomes == ["sent away"]


def _until_waiting(line: Line[str], number: int) -> None:
    end = time.monotonic() + 20
    while line.waiting != number and time.monotonic() < end:
        time.sleep(0.005)


def _refused(pool: Pool, query: str) -> RefusedError | None:
    try:
        pool.ask(Question(query, "CSV", graph=False))
    except RefusedError as error:
        return error
    return None


def _received(sender: socket.socket) -> bytes:
    """A whole response."""
    answer = http.client.HTTPResponse(sender)
    answer.begin()
    assert answer.status == 200
    return answer.read()
