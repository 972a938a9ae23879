"""Querying a graph: the named queries that ship (`queries/*.rq`) and any SPARQL text that only reads."""

import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.query.named import NamedQuery, Parameter, named_queries
from graph.query.sparql import QueryError, QueryRefusedError, bind, check_form
from graph.rdf.namespaces import PREFIXES, XSD

if TYPE_CHECKING:
    import rdflib

    from graph.rdf.graphs import GraphName

__all__ = [
    "NamedQuery", "Parameter", "QueryError", "QueryRefusedError", "QueryTimeoutError", "Table", "Value",
    "named_queries", "query_text", "run_query",
]  # fmt: skip

Cell = str | float | bool | None
Value = str | float | bool | date | ox.NamedNode  # or rdflib's URIRef, which is a str

TIME_LIMIT: Final = 30.0
"""Seconds that a query may take by default."""

ROW_LIMIT: Final = 100_000
"""Rows that an answer may have by default."""

_AT_ONCE: Final = 4
_RUNNING: Final = threading.BoundedSemaphore(_AT_ONCE)
_NUMBERS: Final = frozenset({"integer", "int", "long", "nonNegativeInteger", "short", "byte", "unsignedInt"})
_FRACTIONS: Final = frozenset({"decimal", "double", "float"})


class QueryTimeoutError(QueryError):
    """A query did not end in time."""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer.

    Attributes:
        columns: names of the variables; `answer` for ASK; `subject`, `predicate`, `object` for CONSTRUCT.
        rows: values in the columns' order: strings, numbers, Booleans; IRIs and dates as text; None where unbound.
        complete: False if the row limit cut the answer.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    complete: bool = True


def run_query(
    graph: "rdflib.Graph | ox.Store",
    query: str,
    params: Mapping[str, Value] | None = None,
    *,
    time_limit: float = TIME_LIMIT,
    row_limit: int = ROW_LIMIT,
) -> Table:
    """Run a query on a graph.

    Args:
        graph: the graph; one over an Oxigraph store is asked directly, any other is copied first. Of a
            store, its default graph is asked.
        query: name of a query that ships, or SPARQL text; the prefixes of `namespaces.PREFIXES` need no declaration.
        params: values for variables; text becomes a plain literal.
        time_limit: seconds. Oxigraph cannot be interrupted: a query that takes longer is abandoned and runs on in the
            background, four of them at once at most.
        row_limit: rows beyond which the answer is cut.

    Raises:
        QueryRefusedError: the query is none of SELECT, ASK, CONSTRUCT, or calls a SERVICE.
        QueryTimeoutError: it took too long.
        QueryError: its syntax is wrong, or a parameter is unknown or unfit.
    """
    text = query_text(query, params)
    check_form(text)
    store, name = _native(graph)
    end = time.monotonic() + time_limit
    answer = _limited(lambda: _ask(store, name, text, end, row_limit), end)
    if answer is None or isinstance(answer, TimeoutError):
        raise QueryTimeoutError(query, f"no answer after {time_limit:g} seconds; narrow it or allow more time")
    if isinstance(answer, (SyntaxError, ValueError, OSError)):
        raise QueryError(query, " ".join(str(answer).split())) from answer
    if isinstance(answer, Exception):
        raise answer
    return answer


def query_text(query: str, params: Mapping[str, Value] | None = None) -> str:
    """Return the SPARQL text of a query with its parameters filled in.

    Raises:
        QueryError: no query has that name, or a parameter is unknown or unfit.
    """
    named = named_queries().get(query)
    if named is None and " " not in query.strip() and "{" not in query:
        raise QueryError(query, f"no query has that name; there are {', '.join(named_queries())}")
    given = dict(params or {})
    terms = {name: _term(query, name, value) for name, value in (_complete(named, given) if named else given).items()}
    return bind(named.text if named else query, terms)


def _complete(named: NamedQuery, given: dict[str, Value]) -> dict[str, Value]:
    """Return the parameters of a named query with defaults; numbers converted, spaces removed from symbols."""
    values: dict[str, Value] = {parameter.name: parameter.default for parameter in named.parameters}
    if unknown := sorted(set(given) - set(values)):
        known = ", ".join(values) or "none"
        raise QueryError(named.name, f"it has no parameter {', '.join(unknown)}; it has {known}")
    for name, value in given.items():
        if isinstance(values[name], int) and isinstance(value, str):
            try:
                value = int(value)  # noqa: PLW2901  # the number that the text shows
            except ValueError:
                raise QueryError(named.name, f"{name} must be a number, not {value!r}") from None
        symbol = name.startswith("symbol") and isinstance(value, str) and not value.startswith(("treaty:", "file:"))
        values[name] = "".join(str(value).split()) if symbol else value
    return values


def _term(query: str, name: str, value: Value) -> ox.NamedNode | ox.Literal:
    """Return a value as a term."""
    loaded = sys.modules.get("rdflib")  # slow to load; where it is not loaded, no value is of it
    try:
        if isinstance(value, ox.NamedNode):
            return value
        if loaded and isinstance(value, loaded.URIRef):
            return ox.NamedNode(str(value))
        if isinstance(value, date):
            return ox.Literal(value.isoformat(), datatype=ox.NamedNode(XSD + "date"))
        return ox.Literal(value)
    except ValueError as error:
        raise QueryError(query, f"{name} cannot be {value!r}: {error}") from error


def _native(graph: "rdflib.Graph | ox.Store") -> "tuple[ox.Store, GraphName]":
    """Return the store of a graph and the graph's name in it."""
    if isinstance(graph, ox.Store):
        return graph, ox.DefaultGraph()
    from graph.rdf.graphs import native  # noqa: PLC0415  # loads rdflib, which takes longer than most answers

    return native(graph)


def _limited(ask: Callable[[], Table], end: float) -> Table | Exception | None:
    """Ask in a separate thread, so that the time limit holds whatever the query does; None on a timeout."""
    answers: queue.SimpleQueue[Table | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # noqa: BLE001  # handed over to the thread that waits, which raises it
            answers.put(error.with_traceback(None))  # its frames hold what Oxigraph frees in this thread only
        finally:
            _RUNNING.release()

    if not _RUNNING.acquire(timeout=max(0.0, end - time.monotonic())):
        return None
    threading.Thread(target=work, daemon=True, name="query").start()
    try:
        return answers.get(timeout=max(0.0, end - time.monotonic()))
    except queue.Empty:
        return None


def _ask(store: ox.Store, name: "GraphName", text: str, end: float, row_limit: int) -> Table:
    """Return the answer as a table; the time is checked at every row."""
    result: Any = store.query(text, prefixes=dict(PREFIXES), default_graph=name)
    if isinstance(result, ox.QueryBoolean):
        return Table(("answer",), ((bool(result),),))
    triples = isinstance(result, ox.QueryTriples)
    columns = ("subject", "predicate", "object") if triples else tuple(each.value for each in result.variables)
    rows: list[tuple[Cell, ...]] = []
    for row in result:
        if time.monotonic() > end:
            raise TimeoutError
        if len(rows) == row_limit:
            return Table(columns, tuple(rows), complete=False)
        rows.append(tuple(map(_cell, (row.subject, row.predicate, row.object) if triples else row)))
    return Table(columns, tuple(sorted(rows, key=str) if triples else rows))


def _cell(term: Any) -> Cell:  # noqa: ANN401  # pyoxigraph has no common base of terms
    """Return a term as a plain value."""
    if term is None or not isinstance(term, ox.Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value.removeprefix(XSD)
    try:
        if kind in _NUMBERS:
            return int(term.value)
        if kind in _FRACTIONS:
            return float(term.value)
    except ValueError:  # a file may say "many"^^xsd:integer
        return str(term.value)
    return term.value == "true" if kind == "boolean" else str(term.value)
