"""The commands that ask a graph: `query`, `validate`; and how a command finds its graph."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph import console
from graph.cli.options.base import DONE, FAILED, UsageError
from graph.output.sheet import table_csv
from graph.query.ask import QueryError, QueryTimeoutError, Table, Value, named_queries, run_query
from graph.rdf.opening import graph_place, load_store

if TYPE_CHECKING:
    import rdflib


def query_command(given: Namespace) -> int:
    """`recalling query`."""
    if given.list:
        _list()
        return DONE
    asked = _asked(given)
    params: dict[str, Value] = {name: _value(text) for name, text in given.params}
    try:
        store = load_store(_place(given.graph))
        answer = run_query(store, asked, params, time_limit=given.time_limit)
        if not answer.rows and asked in named_queries():
            answer = _answer_of_meant(store, asked, params, given.time_limit) or answer
    except QueryTimeoutError:
        raise
    except QueryError as error:
        raise UsageError(str(error)) from error
    _print(answer, given.format)
    if not answer.complete:
        console.tell(f"only the first {len(answer.rows)} rows are shown")
    return DONE


def _answer_of_meant(store: ox.Store, asked: str, params: dict[str, Value], time_limit: float) -> Table | None:
    """Ask again about the texts that are meant where the graph calls them otherwise; None where none is found."""
    from graph.cli.absence import find_texts  # noqa: PLC0415  # loads much, and most queries have an answer

    meant, lines = find_texts(store, asked, params)
    console.tell(*lines)
    return run_query(store, asked, params | meant, time_limit=time_limit) if meant else None


def _list() -> None:
    """Print the queries that ship."""
    rows = [
        (query.name, query.question, tuple(f"{each.name}={each.default}" for each in query.parameters))
        for query in named_queries().values()
    ]
    console.show(console.table(("name", "question", "parameters"), rows))


def _asked(given: Namespace) -> str:
    """The query that the arguments name: SPARQL, or the name of one that ships.

    Raises:
        UsageError: they name no graph, no query, or one that does not ship.
    """
    asked: str | None = given.name or given.query or (_text(given.file) if given.file else None)
    if given.graph is None or asked is None:
        raise UsageError("name a graph and a query; `recalling query --list` shows the queries that ship")
    if given.name and given.name not in named_queries():
        raise UsageError(f"no query has the name {given.name}; `recalling query --list` shows those that ship")
    return asked


def validate_command(given: Namespace) -> int:
    """`recalling validate`."""
    from graph.rdf.validate import validate  # noqa: PLC0415  # slow to load, and no query needs it

    findings = validate(load(given.graph)).findings
    for finding in findings:
        console.say(str(finding))
    console.say(f"{given.graph}: {len(findings)} violations" if findings else f"{given.graph}: conforms to its shapes")
    return FAILED if findings else DONE


def _print(answer: Table, form: str) -> None:
    """Write an answer to standard output."""
    if form == "csv":
        console.emit(table_csv(answer.columns, answer.rows).decode().removesuffix("\n").split("\n"))
    elif form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        console.emit(json.dumps(rows, ensure_ascii=False, indent=1).split("\n"))
    else:
        numbers = [
            name for place, name in enumerate(answer.columns) if any(isinstance(row[place], int) for row in answer.rows)
        ]
        console.show(console.table(answer.columns, answer.rows, numbers=numbers))


def _value(text: str) -> Value:
    """A parameter's value: `<…>` is an IRI, anything else text."""
    return ox.NamedNode(text[1:-1]) if text.startswith("<") and text.endswith(">") else text


def _text(file: Path) -> str:
    """The text of a query file; `-` is standard input."""
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is no UTF-8 text") from error


def load(path: Path) -> "rdflib.Graph":
    """Load a graph from a file, or from the folder that `build` wrote; a store on disk is opened.

    Raises:
        UsageError: there is no such file.
    """
    from graph.rdf.store import load_graph  # noqa: PLC0415  # loads rdflib

    return load_graph(_place(path))


def _place(path: Path) -> Path:
    """Return what holds the graph of a path.

    Raises:
        UsageError: there is no such file.
    """
    file = graph_place(path)
    if not file.exists():
        raise UsageError(f"there is no {file}; `recalling build` writes one")
    return file
