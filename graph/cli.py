"""The `recalling` command: it reads arguments, calls what does the work, and prints."""

import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import rdflib

from extract.citation import COLUMNS, dump_lines, to_row
from extract.errors import RecallingError
from graph import console
from graph.arguments import parser
from graph.export import table_csv
from graph.folder import GRAPH, write_folder
from graph.iri import clean
from graph.neighbourhood import NotInGraphError, neighbourhood
from graph.network import citation_network
from graph.pages.network import render_network_page
from graph.query import QueryTimeoutError, Table, Value, named_queries, run_query
from graph.report import report
from graph.run import Run, read_all
from graph.sparql import QueryError
from graph.store import load_graph, write_text
from graph.validate import validate

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130
_SHOWN: Final = 20


class UsageError(RecallingError):
    """A call that makes no sense.

    Attributes:
        reason: what is wrong and what to do.
    """

    def __init__(self, reason: str) -> None:
        """Keep the message as it is."""
        self.reason = reason
        super().__init__(reason)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: as on the command line, without the command's own name; None takes those of the process.

    Returns:
        The exit status: 0 done, 1 some inputs could not be read or a check failed, 2 wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a test or a notebook may have put something else there
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = parser().parse_args(arguments)
    try:
        status = COMMANDS[given.command](given)
        sys.stdout.flush()
    except (UsageError, QueryError, NotInGraphError) as error:
        console.tell(f"recalling {given.command}: {error}")
        return FAILED if isinstance(error, QueryTimeoutError) else WRONG_USAGE
    except RecallingError as error:
        console.tell(f"recalling {given.command}: {error}")
        return FAILED
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        console.tell("interrupted")
        return INTERRUPTED
    return status


def _build(given: Namespace) -> int:
    """`recalling build`."""
    run = _read(given)
    files = write_folder(given.output, run, formats=given.formats)
    figures = report(run, {})
    read, found, unresolved = figures["read"], figures["found"], figures["unresolved"]
    rows: list[tuple[str, object, object]] = [
        ("read", read["documents"], ", ".join(_listed(read["by_language"]))),
        ("found", found["citations"], ", ".join(_listed(found["by_kind"]))),
        ("not resolved", unresolved["references"], _few(_listed(unresolved["by_reason"]))),
        ("skipped", len(run.skipped), _few(f"{each['file']}: {each['reason']}" for each in figures["skipped"])),
        ("repeated", len(run.repeated), _few(f"{file} is the text of {kept}" for file, kept in run.repeated)),
    ]
    console.show(console.table(("", "number", "of these"), rows, numbers=("number",)))
    console.say(f"{given.output}: {' '.join(files)}")
    return FAILED if run.skipped else DONE


def _extract(given: Namespace) -> int:
    """`recalling extract`."""
    run = _read(given)
    references = list(run.references)
    if given.format == "jsonl":
        for line in dump_lines(references):
            sys.stdout.write(clean(line) + "\n")
    elif given.format == "csv":
        rows = map(to_row, references)
        sys.stdout.write(table_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows)).decode())
    else:
        names = ("source", "language", "paragraph", "relation", "target", "pinpoint", "quote")
        shown = [to_row(each) | {"source": each.evidence.source or each.evidence.file} for each in references]
        for row in shown:
            row["target"] = row["target"] or f"? {row['reason']}"
        console.show(console.table(names, ([row[name] for name in names] for row in shown)))
    return FAILED if run.skipped else DONE


def _read(given: Namespace) -> Run:
    """Read the inputs and name what could not be read."""
    with console.progress("reading") as told:
        run = read_all(given.inputs, jobs=given.jobs, time_limit=given.time_limit, progress=told)
    console.tell(*map(str, run.skipped))
    if not run.found_input:
        raise UsageError("there is nothing to read; name a text file, a folder of them, or a citations.jsonl")
    warnings = [f"{record.file}: {warning}" for record in run.records for warning in record.warnings]
    console.tell(*warnings[:_SHOWN])
    if len(warnings) > _SHOWN:
        console.tell(f"… and {len(warnings) - _SHOWN} more warnings like these")
    return run


def _query(given: Namespace) -> int:
    """`recalling query`."""
    if given.list:
        rows = [
            (query.name, query.question, tuple(f"{each.name}={each.default}" for each in query.parameters))
            for query in named_queries().values()
        ]
        console.show(console.table(("name", "question", "parameters"), rows))
        return DONE
    asked = given.name or given.query or (_text(given.file) if given.file else None)
    if given.graph is None or asked is None:
        raise UsageError("name a graph and a query; `recalling query --list` shows the queries that ship")
    if given.name and given.name not in named_queries():
        raise UsageError(f"no query has the name {given.name}; `recalling query --list` shows those that ship")
    params: dict[str, Value] = {name: _value(text) for name, text in given.params}
    answer = run_query(_load(given.graph), asked, params)
    _print(answer, given.format)
    if not answer.complete:
        console.tell(f"only the first {len(answer.rows)} rows are shown")
    return DONE


def _print(answer: Table, form: str) -> None:
    """Write an answer to standard output."""
    if form == "csv":
        sys.stdout.write(table_csv(answer.columns, answer.rows).decode())
    elif form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        sys.stdout.write(clean(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n")
    else:
        numbers = [
            name for place, name in enumerate(answer.columns) if any(isinstance(row[place], int) for row in answer.rows)
        ]
        console.show(console.table(answer.columns, answer.rows, numbers=numbers))


def _value(text: str) -> Value:
    """A parameter's value: `<…>` is an IRI, anything else text."""
    return rdflib.URIRef(text[1:-1]) if text.startswith("<") and text.endswith(">") else text


def _text(file: Path) -> str:
    """The text of a query file; `-` is standard input."""
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is no UTF-8 text") from error


def _view(given: Namespace) -> int:
    """`recalling view`."""
    network = citation_network(_load(given.graph))
    if given.focus:
        network = neighbourhood(network, given.focus, depth=given.depth)
    write_text(given.output, render_network_page(network, title=given.focus))
    console.say(f"{given.output}: {len(network)} texts, {network.number_of_edges()} citations")
    return DONE


def _validate(given: Namespace) -> int:
    """`recalling validate`."""
    findings = validate(_load(given.graph)).findings
    for finding in findings:
        console.say(str(finding))
    console.say(f"{given.graph}: {len(findings)} offences" if findings else f"{given.graph}: conforms to its shapes")
    return FAILED if findings else DONE


def _load(path: Path) -> rdflib.Graph:
    """Load a graph from a file, or from the folder that `build` wrote."""
    file = path / GRAPH if path.is_dir() else path
    if not file.exists():
        raise UsageError(f"there is no {file}; `recalling build` writes one")
    return load_graph(file)


def _listed(counts: Mapping[str, int]) -> list[str]:
    return [f"{name}: {count}" for name, count in counts.items()]


def _few(lines: Iterable[str]) -> tuple[str, ...]:
    """The first lines; the report has them all."""
    shown = list(lines)
    more = len(shown) - _SHOWN
    return (*shown[:_SHOWN], *([f"… and {more} more, see report.json"] if more > 0 else ()))


COMMANDS: Final[Mapping[str, Callable[[Namespace], int]]] = {
    "build": _build,
    "extract": _extract,
    "query": _query,
    "view": _view,
    "validate": _validate,
}

if __name__ == "__main__":
    sys.exit(main())
