"""Every syntax that is written, loaded by five programs: whether one warns, and whether all have the same triples.

    python benchmarks/syntaxes.py FOLDER [--program NAME]

FOLDER holds the graph in every syntax (`recalling build data/facts -o FOLDER --format nt,jsonld,nq,trig,rdf`). Jena
reads as the command `riot --strict --check` does; whatever it, N3.js or Comunica says on standard error is counted,
line by line. Triples are compared by the sum of the hashes of their lines of N-Triples as Oxigraph writes them: there
are no blank nodes. A table is printed; the exit status is 1 if a program warns or has other triples.
"""

import argparse
import hashlib
import io
import logging
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any, Final

import pyoxigraph as ox
import rdflib
from engines import CLIENTS, JARS, ROOT, missing

from graph.rdf import vocabulary as v

DATASETS: Final = frozenset({"nq", "trig"})
"""Syntaxes in which the graph is a named one."""

SYNTAXES: Final = ("ttl", "nt", "nq", "trig", "jsonld", "rdf")
_N3: Final = frozenset({"ttl", "nt", "nq", "trig"})
_RDFLIB: Final = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld", "rdf": "xml"}
_BITS: Final = 128

Read = tuple[int, int, list[str]]
"""Number of triples, sum of their hashes, warnings."""


def main() -> int:
    """Load, compare, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="holds graph.ttl, graph.nt …")
    parser.add_argument("--program", action="append", choices=list(PROGRAMS), help="only this one; may be repeated")
    given = parser.parse_args()
    first, wrong = oxigraph(given.folder / "graph.ttl"), 0
    print(f"{first[0]:,} triples\n\n| program | syntax | triples | warnings | same |\n|---|---|---:|---:|---|")
    for program in given.program or PROGRAMS:
        if lacking := missing(program):
            print(f"| {program} | | | | needs {lacking} |")
            continue
        for syntax in SYNTAXES:
            path = given.folder / f"graph.{syntax}"
            if not path.exists() or (program == "N3.js" and syntax not in _N3):
                continue
            triples, digest, said = PROGRAMS[program](path)
            same = (triples, digest) == first[:2]
            wrong += not same or bool(said)
            print(f"| {program} | {syntax} | {triples:,} | {len(said)} | {'yes' if same else 'no'} |", flush=True)
            sys.stderr.writelines(f"{line}\n" for line in said[:5])
    return 1 if wrong else 0


def oxigraph(path: Path) -> Read:
    """Read with Oxigraph."""
    syntax = ox.RdfFormat.from_extension(path.suffix[1:])
    wanted = ox.NamedNode(v.GRAPH) if path.suffix[1:] in DATASETS else ox.DefaultGraph()
    quads = (quad for quad in ox.parse(path=str(path), format=syntax) if quad.graph_name == wanted)
    return *_summed(str(quad.triple) for quad in quads), []


def plain(path: Path) -> Read:
    """Read with rdflib, whose warnings go to the log; literals as written, since it spells some anew (PT0S: P0D)."""
    rdflib.NORMALIZE_LITERALS = False
    log = io.StringIO()
    logging.basicConfig(stream=log, level=logging.WARNING, force=True)
    dataset = rdflib.Dataset()
    graph = dataset.graph(rdflib.URIRef(v.GRAPH))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        (dataset if path.suffix[1:] in DATASETS else graph).parse(path, format=_RDFLIB[path.suffix[1:]])
    told = [str(each.message) for each in caught if not issubclass(each.category, DeprecationWarning)]
    rows = (f"{s.n3()} {p.n3()} {_escaped(o)} .\n".encode() for s, p, o in graph)
    return *_summed(_again(rows)), [*log.getvalue().splitlines(), *told]


def _escaped(term: Any) -> str:  # noqa: ANN401  # a term of rdflib
    """Return an object as N-Triples; rdflib's own way prints line breaks and numbers as Turtle does."""
    if not isinstance(term, rdflib.Literal):
        return str(term.n3())
    if term.language:
        return str(ox.Literal(str(term), language=term.language))
    return str(ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or rdflib.XSD.string))))


def riot(path: Path) -> Read:
    """Read with the command of Jena."""
    names = ("jena-*", "thrift", "libthrift", "commons-*", "caffeine", "titanium-json-ld", "jackson*", "jakarta*",
             "guava", "failureaccess", "jsonld-java", "slf4j-api", "slf4j-simple", "xerces*", "httpc*")  # fmt: skip
    sys.path.insert(0, str(ROOT / "tests"))
    from test_clients import messages  # noqa: PLC0415  # brings pytest

    jars = [messages(JARS / "jena-core.jar"), *(jar for name in names for jar in sorted(JARS.glob(f"{name}.jar")))]
    kind = ["--syntax=jsonld10"] if path.suffix == ".jsonld" else []  # see `jena_reads` of the tests
    form = "nquads" if path.suffix[1:] in DATASETS else "ntriples"
    command = ["java", "-Xmx6g", "-cp", ":".join(map(str, jars)), "riotcmd.riot", "--strict", "--check",
               f"--output={form}", *kind, str(path)]  # fmt: skip
    return _run(command, v.GRAPH if path.suffix[1:] in DATASETS else None)


def n3(path: Path) -> Read:
    """Read with N3.js."""
    return _run(["node", str(CLIENTS / "triples.mjs"), "n3", str(path), *_graph(path)], None)


def comunica(path: Path) -> Read:
    """Read with Comunica."""
    script = str(CLIENTS / "triples.mjs")
    return _run(["node", "--max-old-space-size=10000", script, "comunica", str(path.resolve()), *_graph(path)], None)


def _graph(path: Path) -> list[str]:
    return [v.GRAPH] if path.suffix[1:] in DATASETS else []


def _run(command: list[str], graph: str | None) -> Read:
    """Run a program that writes N-Triples, or N-Quads of which one graph counts; it must end well."""
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as running,  # noqa: S603  # known programs
    ):
        count, digest = _summed(_again(running.stdout or (), graph))
        if running.wait():
            errors.seek(0)
            raise SystemExit(f"{' '.join(command[-4:])}: {errors.read()[-2000:]}")
        errors.seek(0)
        return count, digest, errors.read().splitlines()


def _again(lines: IO[bytes] | Iterable[bytes], graph: str | None = None) -> Iterable[str]:
    """Yield lines of N-Triples or N-Quads as Oxigraph writes them."""
    wanted = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    for line in lines:
        for quad in ox.parse(line, format=ox.RdfFormat.N_QUADS):
            if quad.graph_name == wanted:
                yield str(quad.triple)


def _summed(lines: Iterable[str]) -> tuple[int, int]:
    """Return how many lines there are, and the sum of their hashes, whatever their order."""
    count = total = 0
    for line in lines:
        count += 1
        total += int.from_bytes(hashlib.blake2b(line.encode(), digest_size=_BITS // 8).digest())
    return count, total % 2**_BITS


PROGRAMS: Final[dict[str, Callable[[Path], Read]]] = {
    "Oxigraph": oxigraph,
    "Jena": riot,
    "N3.js": n3,
    "Comunica": comunica,
    "rdflib": plain,
}

if __name__ == "__main__":
    raise SystemExit(main())
