"""The WSGI application: routing, checks on who may ask, and a log line for every refused request."""

import ipaddress
import math
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import regex
from werkzeug.wrappers import Request, Response

from graph import console
from graph.defaults import DATASET
from graph.pages.parts.escape import shorten
from graph.pages.parts.shell import PAGES
from graph.pages.query import render_query_page
from graph.serving import files, protocol
from graph.serving.pool import Pool
from graph.serving.question import RefusedError
from graph.serving.vocabulary import serve_vocabulary

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

ENDPOINT: Final = "/sparql"
PAGE: Final = "/query"
WELL_KNOWN: Final = "/.well-known/void"
"""Where a client looks for the description of a dataset (VoID, section 7.2)."""

_HOST: Final = regex.compile(r"(?P<name>\[[0-9A-Fa-f:.%]{2,60}+\]|[A-Za-z0-9.\-]{1,253}+)(?::\d{1,5}+)?+")
_LONGEST: Final = 200  # code points of a field of a log line
_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_NO_PAGE: Final = "default-src 'none'; frame-ancestors 'none'; sandbox"
_A_PAGE: Final = "frame-ancestors 'none'"  # each page carries its own content security policy


class Application:
    """A WSGI application over a pool of workers and, optionally, a folder."""

    def __init__(
        self, pool: Pool, folder: Path | None, *, host: str = "localhost", origins: Iterable[str] = ()
    ) -> None:
        """Set up the application.

        Args:
            pool: answers the queries.
            folder: the folder whose files are served; None when there is none.
            host: the host name that the server listens on, which a browser may address it by.
            origins: of pages of other sites that may query the endpoint, `*` for all.
        """
        self._pool, self._folder = pool, folder
        self._origins = frozenset(origins)
        self._names = frozenset({"localhost", host.lower()})

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        request = Request(environ, populate_request=False)
        request.max_content_length = protocol.MOST_BYTES
        request.max_form_memory_size = protocol.MOST_BYTES
        try:
            response = self._answer(request)
        except RefusedError as error:
            log(error.status, error.reason, request.remote_addr, request.method, request.path)
            response = Response(error.reason + "\n", status=error.status, content_type="text/plain; charset=utf-8")
            if error.status == 405:  # noqa: PLR2004  # Method Not Allowed
                allowed = protocol.METHODS if request.path == ENDPOINT else ("GET", "HEAD", "OPTIONS")
                response.headers["Allow"] = ", ".join(allowed)
            if error.retry_after is not None:
                response.headers["Retry-After"] = str(math.ceil(error.retry_after))
        self._allow(request, response)
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        policy = _A_PAGE if response.mimetype == "text/html" else _NO_PAGE
        response.headers.setdefault("Content-Security-Policy", policy)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        self._check_sender(request)
        if request.path == ENDPOINT:
            return protocol.answer(request, self._pool)
        if request.method == "OPTIONS":
            return Response(status=204, headers={"Allow": "GET, HEAD, OPTIONS"})
        if request.method not in ("GET", "HEAD"):
            raise RefusedError(405, "only GET and HEAD are understood here")
        if elsewhere := self._elsewhere(request.path):
            return Response(status=303, headers={"Location": elsewhere})
        if request.path == PAGE:
            page = render_query_page(request.args.to_dict(), pages=[name for name in PAGES if self._has(name)])
            return Response(page, content_type="text/html; charset=utf-8")
        return serve_vocabulary(request) or self._file(request)

    def _file(self, request: Request) -> Response:
        """A file of the folder."""
        if self._folder is None:
            raise RefusedError(404, "no such page")
        return files.serve_file(request, self._folder, request.path.removeprefix("/") or "index.html")

    def _elsewhere(self, path: str) -> str:
        """Where a path leads that is no page itself; empty for any other."""
        if path == WELL_KNOWN:
            return f"/{DATASET}" if self._has(DATASET) else ENDPOINT
        return PAGE.removeprefix("/") if path == "/" and not self._has("index.html") else ""

    def _check_sender(self, request: Request) -> None:
        """Refuse requests that another site sends through a browser, by DNS rebinding or across origins."""
        host = request.environ.get("HTTP_HOST", "")
        if not self._is_ours(host):
            raise RefusedError(421, "the request is for another host; call the server by its address or as localhost")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower() and not self._allowed(request):
            raise RefusedError(403, "the request comes from a page of another site")

    def _allowed(self, request: Request) -> bool:
        """Whether a page of another site may have the answer: to a query, where the user has allowed its origin."""
        return request.path == ENDPOINT and bool({"*", request.headers.get("Origin", "")} & self._origins)

    def _allow(self, request: Request, response: Response) -> None:
        """Tell a browser that the page of an allowed site may read the answer (CORS); no credentials are involved."""
        if "Origin" not in request.headers or not self._allowed(request):
            return
        response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers.add("Vary", "Origin")
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = ", ".join(protocol.METHODS)
            response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
            response.headers["Access-Control-Max-Age"] = "600"

    def _has(self, name: str) -> bool:
        """Whether the folder has a file."""
        return self._folder is not None and (self._folder / name).is_file()

    def _is_ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        if found["name"].lower() in self._names:
            return True
        try:
            ipaddress.ip_address(found["name"].strip("[]"))
        except ValueError:
            return False
        return True  # an IP address cannot be rebound


def log(status: int, reason: str, *of: str | None) -> None:
    """Log a refusal to standard error; text from the client is truncated and sanitised."""
    said = " ".join(shorten(str(part), limit=_LONGEST) for part in of if part)
    console.tell(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {status} {said}: {shorten(reason, limit=_LONGEST)}")
