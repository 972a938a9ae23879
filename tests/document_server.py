"""A local server that behaves like the UN document system, including its failures."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"\nstartxref\n0\n%%EOF\n"
"""A file that passes for a PDF; longer than one piece of a transfer."""

PAGE = b"<!DOCTYPE html><html><body>There is no document matching your request.</body></html>"
ACCESS = "/api/symbol/access"
FILE = "/doc/undoc/gen/n00/000/00/pdf/n0000000.pdf"


@dataclass(slots=True)
class Asked:
    """A request: path, query parameters and headers; names in lower case."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(slots=True)
class DocumentServer:
    """The requests that the server received, and its answer for each symbol.

    Attributes:
        base: the server's base address.
        answers: by symbol, how to answer a request, `answer(handler, requests for the file so far)`; other symbols are
            redirected to a file, which is sent.
        asked: all requests, in order.
    """

    base: str = ""
    answers: dict[str, Callable[["Handler", int], None]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def symbols(self) -> list[str]:
        """The symbols and languages that were requested."""
        return [f"{each.query['s']} {each.query['l']}" for each in self.asked if each.path == ACCESS]


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    documents: DocumentServer

    def do_GET(self) -> None:  # the name that http.server calls
        """Answer."""
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        asked = Asked(parts.path, query, {name.lower(): value for name, value in self.headers.items()})
        self.documents.asked.append(asked)
        symbol = query.get("s", "")
        if parts.path == ACCESS and symbol in self.documents.answers:
            times = sum(each.query.get("s") == symbol for each in self.documents.asked)
            self.documents.answers[symbol](self, times)
        elif parts.path == ACCESS:
            self.redirect(FILE)
        else:
            self.send(PDF)

    def redirect(self, address: str) -> None:
        """Redirect."""
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(
        self, data: bytes, *, status: int = 200, kind: str = "application/pdf", length: int | None = -1, **headers: str
    ) -> None:
        """Send a body; a `length` of None omits Content-Length, any other sends a false one."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(len(data) if length < 0 else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if length is None or length >= 0:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(data)

    def range(self) -> int | None:
        """The first byte of the requested range, if any."""
        asked = self.headers.get("Range", "")
        return int(asked.removeprefix("bytes=").rstrip("-")) if asked else None

    def drip(self, *, pieces: int, seconds: float) -> None:
        """Send an endless body in small pieces, up to a number of them."""
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()
        try:
            for _ in range(pieces):
                self.wfile.write(b"%PDF-1.7 " * 8000 if not seconds else b"%")
                self.wfile.flush()
                time.sleep(seconds)
        except OSError:  # the client has disconnected, which is what is tested
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parameter name in http.server
        """Log nothing."""


@contextmanager
def document_server() -> Iterator[DocumentServer]:
    """Run the server on a free port of the loopback."""
    documents = DocumentServer()
    handler = type("OneHandler", (Handler,), {"documents": documents})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    documents.base = f"http://127.0.0.1:{server.server_address[1]}{ACCESS}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield documents
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
