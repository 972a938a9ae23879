"""The arguments of the `recalling` command and the help that explains them."""

import argparse
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Final

from extract.model.errors import RecallingError
from graph.cli.options import catalogue as catalogue_arguments
from graph.cli.options import check as check_arguments
from graph.cli.options import fetch as fetch_arguments
from graph.cli.options import load as load_arguments
from graph.cli.options import saved as saved_arguments
from graph.cli.options import serve as serve_arguments
from graph.cli.options import view as view_arguments
from graph.cli.options.types import Version, pair, seconds, whole
from graph.defaults import FORMATS, MEMORY_LIMIT, QUERY_TIME_LIMIT, TIME_LIMIT

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130

_ABOUT: Final = """\
Read United Nations resolutions, find what they cite, and show the citation network.

Texts in Arabic, Chinese, English, French, Russian and Spanish are read; nothing is sent to any computer, except that
`fetch` asks the UN document system for the documents that you name, and `extract` uses the cluster that you name."""

_EXAMPLE: Final = """\
example:
  recalling build data/facts -o out         build the pages, then open out/index.html in a browser
  recalling query out most-cited            query the graph
  recalling COMMAND --help                  what a command does, with an example

exit status: 0 all inputs were read; 1 some could not be read (each is reported, the others are processed), or a check
failed; 2 usage error, or there was nothing to read"""

_INPUT: Final = (
    "a document (text, Markdown, PDF, DOCX, HTML, Akoma Ntoso XML), a table of texts (CSV, JSON lines), a folder or an"
    " archive (.zip, .tar, .tar.gz …) of them, or the citations.jsonl or graph.ttl of an earlier run"
)
_GRAPH: Final = "a graph.ttl, or the folder that `recalling build` wrote, with --store or without"


class UsageError(RecallingError):
    """Wrong usage of the command.

    Attributes:
        reason: what is wrong and what to do.
    """

    def __init__(self, reason: str) -> None:
        """Keep the message as it is."""
        self.reason = reason
        super().__init__(reason)


def parser(arguments: Collection[str] | None = None) -> argparse.ArgumentParser:
    """Make the parser; it sets `command`, a key of `graph.cli.commands.COMMANDS`, and the options of that command.

    Args:
        arguments: what is to be parsed, so that only the command among them needs its options; None for all commands.
    """
    main = argparse.ArgumentParser(prog="recalling", description=_ABOUT, epilog=_EXAMPLE, formatter_class=_FORM)
    main.add_argument("--version", action=Version, nargs=0, help="show program's version number and exit")
    main.add_argument(
        "--log-level", choices=("debug", "info", "warning", "error"), default="warning",
        help="tell on standard error what is done: info, each step; debug, each file (default: warning)",
    )  # fmt: skip
    commands = main.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    for name, (summary, text, add) in _COMMANDS.items():
        command = commands.add_parser(
            name,
            help=summary,
            description=text.partition("\nexample:")[0],
            epilog=_tail(text),
            formatter_class=_FORM,
        )
        if arguments is None or name in arguments:
            add(command)
    return main


def _tail(text: str) -> str:
    return "example:" + text.partition("\nexample:")[2]


def _inputs(command: argparse.ArgumentParser, *, kind: Callable[[str], object] = Path, more: str = "") -> None:
    command.add_argument("inputs", metavar="INPUT", nargs="+", type=kind, help=_INPUT + more)
    command.add_argument(
        "--column", metavar="NAME", action="append", default=[], dest="columns",
        help="the column of a CSV file, or the field of JSON lines, with the citing text; each record is a document,"
        " whose symbol, language, date and title are taken from columns of these names (default: the column called"
        " text; repeat for several)",
    )  # fmt: skip
    command.add_argument(
        "--jobs", metavar="N", type=whole, help="read N documents at a time (default: one per processor)"
    )
    command.add_argument(
        "--time-limit", metavar="SECONDS", type=seconds, default=TIME_LIMIT,
        help="skip a document that takes more processor time (default: %(default)g)",
    )  # fmt: skip
    command.add_argument(
        "--memory-limit", metavar="MIB", type=whole, default=MEMORY_LIMIT,
        help="skip a document that takes more memory (default: %(default)d)",
    )  # fmt: skip


def _build(command: argparse.ArgumentParser) -> None:
    _inputs(command)
    load_arguments.add_place(command)
    kept = command.add_mutually_exclusive_group()
    kept.add_argument(
        "--cache", metavar="FILE", type=Path,
        help="keep what is read in this file, so that the next build reads only what has changed and an interrupted one"
        " goes on (default: FOLDER.cache.sqlite, beside the folder; it may be deleted at any time)",
    )  # fmt: skip
    kept.add_argument("--no-cache", action="store_true", help="keep nothing, and read everything")
    command.add_argument(
        "--format", metavar="NAMES", type=_formats, default=(), dest="formats",
        help="write further files, separated by commas: nt (N-Triples), jsonld (JSON-LD), nq (N-Quads with provenance),"
        " trig (TriG with provenance), rdf (RDF/XML), gexf, csv (citations), parquet and xlsx (all tables),"
        " bib (BibTeX of what is cited), csl (CSL-JSON of it), ris (of it),"
        " annotations (W3C Web Annotations)",
    )  # fmt: skip


def _extract(command: argparse.ArgumentParser) -> None:
    _inputs(command, kind=str, more="; with --scheduler, an address such as s3://bucket, or @ADDRESS of a list")
    command.add_argument(
        "--format", choices=("jsonl", "csv", "table", "parquet"), default="jsonl",
        help="form of the rows (default: jsonl; parquet: with --scheduler)",
    )  # fmt: skip
    command.add_argument(
        "--scheduler", metavar="ADDRESS", help="read on the Dask cluster with this scheduler, such as tcp://host:8786"
    )
    command.add_argument(
        "--to", metavar="FOLDER", default="extracted",
        help="with --scheduler: address of the folder to write, for all workers the same (default: %(default)s)",
    )  # fmt: skip
    command.add_argument(
        "--part-size", metavar="N", type=whole, default=2000,
        help="with --scheduler: files in a part, which one worker reads at a time (default: %(default)d)",
    )  # fmt: skip
    saved_arguments.add_saved(command)


def _query(command: argparse.ArgumentParser) -> None:
    command.add_argument("graph", metavar="GRAPH", nargs="?", type=Path, help=_GRAPH)
    asked = command.add_mutually_exclusive_group()
    asked.add_argument(
        "query", metavar="QUERY", nargs="?", help="SPARQL (SELECT, ASK, CONSTRUCT), or the name of a query"
    )
    asked.add_argument("--file", metavar="F", type=Path, help="read the SPARQL from a file")
    asked.add_argument("--name", metavar="N", help="run a built-in query (see --list)")
    asked.add_argument("--list", action="store_true", help="list the built-in queries with their parameters")
    command.add_argument(
        "--param", metavar="K=V", action="append", default=[], type=pair, dest="params",
        help="give a parameter of the query a value; may be repeated",
    )  # fmt: skip
    command.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="form of the answer (default: table)"
    )
    command.add_argument(
        "--time-limit", metavar="SECONDS", type=seconds, default=QUERY_TIME_LIMIT,
        help="give up a query that takes longer (default: %(default)g)",
    )  # fmt: skip


def _validate(command: argparse.ArgumentParser) -> None:
    command.add_argument("graph", metavar="GRAPH", type=Path, help=_GRAPH)


def _evaluate(command: argparse.ArgumentParser) -> None:
    command.add_argument("gold", metavar="GOLD", type=Path, help="what is right: a .jsonl file, or a folder of them")
    command.add_argument("predicted", metavar="PREDICTED", type=Path, help="a citations.jsonl, or the folder it is in")
    command.add_argument(
        "--strict", action="store_true", help="also require letters (217 A), parts and volumes to match"
    )
    command.add_argument("--errors", action="store_true", help="also list the missed and the wrong citations")
    command.add_argument("--json", action="store_true", help="write JSON instead of tables")


def _audit(command: argparse.ArgumentParser) -> None:
    _inputs(command)
    command.add_argument(
        "--format", choices=("table", "csv", "jsonl"), default="table", help="form of the findings (default: table)"
    )
    command.add_argument("-o", "--output", metavar="PAGE", type=Path, help="write the findings as an HTML page instead")


def _check(command: argparse.ArgumentParser) -> None:
    _inputs(command)
    check_arguments.add_check(command)


def _formats(text: str) -> tuple[str, ...]:
    """Names of formats, separated by commas."""
    names = tuple(name.strip().removeprefix(".") for name in text.split(",") if name.strip())
    if unknown := [name for name in names if name not in (*FORMATS, "ttl")]:
        raise argparse.ArgumentTypeError(
            f"no format {unknown[0]!r}; there are {', '.join(FORMATS)} (Turtle and GraphML are always written)"
        )
    return names


_FORM: Final = argparse.RawDescriptionHelpFormatter

_COMMANDS: Final[Mapping[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]]] = {
    "build": (
        "build citations, graph and pages from documents",
        """\
Read documents, find what they cite, and write a folder:

  index.html      start here: what was read and found, in any browser, no network needed
  explore.html    the texts as a list, around one, as a map, through time, year by year; network.html,
                  timeline.html and atlas.html are earlier names of its views
  documents/      one page per text that was read, every reference marked in it
  citations.jsonl each citation with its quote, one JSON object per line
  documents.jsonl each document that was read
  graph.ttl       the graph as RDF, to query with `recalling query`
  dataset.ttl     what the graph holds and where it is from (VoID, DCAT); provenance.ttl: what it was made with (PROV)
  graph.graphml   the network for Gephi; nodes.csv and edges.csv for spreadsheets, pandas, R
  report.json     what was read, found, left unresolved, skipped, and why
  manifest.json   the digest of each of these files, written last

The files change together, when all are complete. An interrupted build goes on when it is started again, and a
repeated one reads only what has changed. The same input always produces the same bytes.
example:
  recalling build resolutions/ draft.txt -o out --format nt,jsonld""",
        _build,
    ),
    "extract": (
        "citations only, to standard output",
        """\
Read documents and write their citations to standard output, one per line, each with its quote and its offsets. The
offsets count characters of the text as read, which --text-dir saves in UTF-8 under the file name of the row, with line
breaks unchanged (in Python: newline="").

With --scheduler, a Dask cluster reads the documents in parts and writes a folder: citations/, documents/ and graph/
with a file per part (rows, records, sorted N-Quads), and report.json. The same documents give the same files, whoever
reads them. The folder and the inputs may be on any file system that fsspec knows; the workers need this program.
example:
  recalling extract data/specimens --format csv --text-dir texts > citations.csv
  recalling extract s3://corpus/txt --scheduler tcp://host:8786 --to s3://results/run1""",
        _extract,
    ),
    "query": (
        "query the graph in SPARQL, or run a built-in query",
        """\
Query a graph. Many queries are built in (--list); any SPARQL that only reads is accepted as well.
example:
  recalling query --list
  recalling query out what-cites --param 'symbol=S/RES/1540(2004)'
  recalling query out 'SELECT ?cited (COUNT(*) AS ?times) { ?a cito:cites ?cited } GROUP BY ?cited' --format csv""",
        _query,
    ),
    "view": (view_arguments.SUMMARY, view_arguments.ABOUT, view_arguments.add_view),
    "validate": (
        "check a graph against its shapes (SHACL)",
        """\
Check a graph against the rules of its model. If anything breaks a rule, it is listed and the exit status is 1.
example:
  recalling validate out""",
        _validate,
    ),
    "evaluate": (
        "precision, recall and F1 against what is known to be right",
        """\
Compare citations with what is known to be right: precision, recall and F1 per language, kind and relation, and how far
the language versions of a document agree.

GOLD is either a list of citations made by hand (rows as in citations.jsonl, with `required`), or a list of documents
with the symbols that they must and may cite (`required`, `allowed`, `unsure`).
example:
  recalling extract data/specimens > predicted.jsonl
  recalling evaluate data/expected.jsonl predicted.jsonl""",
        _evaluate,
    ),
    "fetch": (fetch_arguments.SUMMARY, fetch_arguments.ABOUT, fetch_arguments.add_fetch),
    "audit": (
        "list what an editor should check",
        """\
Read documents and list what an editor should check: numbers, titles, names and dates that `recalling check` finds
contradicted; references that one language version has and another lacks, unless most print what is contradicted;
hyperlinks whose target differs from their text; documents younger than those that cite them;
citations of a document that had been superseded, or that already had a successor in its series; unresolved references.
example:
  recalling audit resolutions/ -o audit.html""",
        _audit,
    ),
    "catalogue": (catalogue_arguments.SUMMARY, catalogue_arguments.ABOUT, catalogue_arguments.add_catalogue),
    "check": (check_arguments.SUMMARY, check_arguments.ABOUT, _check),
    "load": (load_arguments.SUMMARY, load_arguments.ABOUT, load_arguments.add_load),
    "serve": (serve_arguments.SUMMARY, serve_arguments.ABOUT, serve_arguments.add_serve),
}
