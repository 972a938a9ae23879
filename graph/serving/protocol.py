"""The query part of the SPARQL 1.1 Protocol: turns a request into a question and an answer into a response.

https://www.w3.org/TR/sparql11-protocol/. Errors: 400 for a malformed query, 403 for a query that may not run here or
whose answer is too large, 406, 413 and 415 as HTTP defines them, 503 for a query that takes too long.
"""

from typing import Final

import pyoxigraph as ox
import regex
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Request, Response

from graph.query.sparql import QueryError, QueryRefusedError, check_dataset, check_form
from graph.rdf import vocabulary as v
from graph.serving.pool import Pool
from graph.serving.question import GRAPHS, NAMED, TABLES, Question, RefusedError

METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")
MOST_BYTES: Final = 2**20
"""Bytes that a request may have."""

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES: Final = regex.compile(r"it starts with (INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH);")
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_NO_UPDATE: Final = "this endpoint only reads; an update is refused"
_DATASET: Final = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_W3_FORMATS: Final = "http://www.w3.org/ns/formats/"
_DESCRIBED: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD",
)  # fmt: skip


def answer(request: Request, pool: Pool) -> Response:
    """Answer a request to the endpoint.

    Raises:
        RefusedError: the request is not answered; status and reason say why.
    """
    if request.method not in METHODS:
        raise RefusedError(405, f"only {', '.join(METHODS)} are understood here")
    if request.method == "OPTIONS":
        return Response(status=204, headers={"Allow": ", ".join(METHODS)})
    given = _given(request)
    query = _query(request, given)
    if query is None:
        return _description(request, pool)
    form = _checked(query)
    offered = GRAPHS if form in ("CONSTRUCT", "DESCRIBE") else TABLES
    media = _wanted(given, tuple(offered)) or _negotiated(request, tuple(offered))
    body = pool.ask(Question(query, offered[media], graph=offered is GRAPHS))
    return Response(body, content_type=_typed(media), headers={"Vary": "Accept", "Cache-Control": "no-cache"})


def _given(request: Request) -> MultiDict[str, str]:
    """Return the parameters of a request, in its address and in its body."""
    given: MultiDict[str, str] = MultiDict(request.args)
    if request.method == "POST":
        _take_body(request, given)
    return given


def _query(request: Request, given: MultiDict[str, str]) -> str | None:
    """Return the query of a request; None where there is none and none is needed."""
    if "update" in given:
        raise RefusedError(403, _NO_UPDATE)
    if named := [name for name in _DATASET if name in given]:
        raise RefusedError(403, f"{named[0]}: there is one graph here, and it needs no name")
    queries = given.getlist("query")
    if len(queries) > 1:
        raise RefusedError(400, "there is more than one query")
    if not queries and request.method == "POST":
        raise RefusedError(400, "there is no query")
    if queries and "\N{REPLACEMENT CHARACTER}" in queries[0]:
        raise RefusedError(400, "the query is no UTF-8 text")
    return queries[0] if queries else None


def _take_body(request: Request, given: MultiDict[str, str]) -> None:
    """Add the parameters in the body of a request."""
    if (request.content_length or 0) > MOST_BYTES:
        raise RefusedError(413, f"a request may have {MOST_BYTES // 2**20} MiB")
    if request.mimetype == _UPDATE:
        raise RefusedError(403, _NO_UPDATE)
    if request.mimetype == _QUERY:
        given.add("query", _text(request.get_data()))
    elif request.mimetype == _FORM:
        given.update(request.form)
    else:
        raise RefusedError(415, f"send a query as {_QUERY}, or as a form ({_FORM})")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the query is no UTF-8 text") from error


def _checked(query: str) -> str:
    """Return the form of a query; refuse a query that may not run here."""
    try:
        form = check_form(query, forms=_FORMS)
        check_dataset(query)
    except QueryRefusedError as error:
        known = not error.reason.startswith("it starts with") or _UPDATES.match(error.reason)
        raise RefusedError(403 if known else 400, error.reason) from error
    except QueryError as error:
        raise RefusedError(400, error.reason) from error
    return form


def _negotiated(request: Request, offered: tuple[str, ...]) -> str:
    """Return the media type that a request accepts; the first offered where it names none."""
    if not request.accept_mimetypes:
        return offered[0]
    media = request.accept_mimetypes.best_match(offered)
    if media is None:
        raise RefusedError(406, f"an answer can be had as {', '.join(offered)}")
    return media


def _wanted(given: MultiDict[str, str], offered: tuple[str, ...]) -> str | None:
    """Return the media type that `format=` (or `output=`) names, by a short name or in full; None if it is absent."""
    name = (given.get("format") or given.get("output") or "").strip().lower()
    if not name:
        return None
    media = next((each for each in (*NAMED.get(name, ()), name) if each in offered), None)
    if media is None:
        names = [short for short, types in NAMED.items() if set(types) & set(offered)]
        raise RefusedError(406, f"format: the answer can be had as {', '.join(names)}")
    return media


def _typed(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _description(request: Request, pool: Pool) -> Response:
    """The service description; a browser is redirected to the query page."""
    media = _negotiated(request, (*GRAPHS, "text/html", "application/xhtml+xml"))
    if "html" in media:
        return Response(status=303, headers={"Location": "query", "Vary": "Accept"})
    service, dataset, graph = ox.NamedNode(request.base_url), ox.BlankNode("dataset"), ox.NamedNode(v.GRAPH)
    kind = ox.NamedNode(v.TYPE)

    def sd(name: str) -> ox.NamedNode:
        return ox.NamedNode(_SD + name)

    triples = [
        ox.Triple(service, kind, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *(ox.Triple(service, sd("resultFormat"), ox.NamedNode(_W3_FORMATS + name)) for name in _DESCRIBED),
        ox.Triple(service, sd("defaultDataset"), dataset),
        ox.Triple(dataset, kind, sd("Dataset")),
        ox.Triple(dataset, sd("defaultGraph"), graph),
        ox.Triple(graph, kind, sd("Graph")),
        ox.Triple(graph, kind, ox.NamedNode(_VOID + "Dataset")),  # the name under which dataset.ttl describes it
        ox.Triple(graph, ox.NamedNode(_VOID + "triples"), ox.Literal(pool.triples)),
    ]
    form = getattr(ox.RdfFormat, GRAPHS[media])
    return Response(
        ox.serialize(triples, format=form, prefixes={"sd": _SD, "void": _VOID}),
        content_type=_typed(media),
        headers={"Vary": "Accept"},
    )
