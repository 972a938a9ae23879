"""Programs that answer SPARQL, each a step that writes its answers: Oxigraph, rdflib, Jena, Comunica over N3.js.

    python benchmarks/engines.py PROGRAM TO FILE,FILE QUERY...

Each program runs in a process of its own. TO gets a line of JSON for each query: its name, the variables, the rows; of
a row, a term is [IRI], [text, language or datatype], or null.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, Final

import pyoxigraph as ox
import rdflib

ROOT: Final = Path(__file__).resolve().parent.parent
CLIENTS: Final = ROOT / "tests" / "clients"
JARS: Final = Path("/usr/share/java")
"""Where Debian's `libapache-jena-java` puts Jena."""

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"

Term = list[str] | None
Answer = tuple[str, list[str], list[list[Term]]]
"""Name of a question, variables, rows."""


def main() -> int:
    """Ask one program, in this process."""
    program, to, files, *queries = sys.argv[1:]
    with Path(to).open("w", encoding="utf-8") as written:
        for answer in PROGRAMS[program](list(map(Path, files.split(","))), list(map(Path, queries))):
            written.write(json.dumps(answer) + "\n")
            written.flush()
    return 0


def oxigraph(files: Sequence[Path], queries: Iterable[Path]) -> Iterator[Answer]:
    """Yield the answers of Oxigraph."""
    store = ox.Store()
    for file in files:
        store.bulk_load(path=str(file), format=ox.RdfFormat.TURTLE)
    for query in queries:
        found: Any = store.query(query.read_text(encoding="utf-8"))
        names = [each.value for each in found.variables]
        yield query.stem, names, [[_native(each) for each in row] for row in found]


def plain(files: Sequence[Path], queries: Iterable[Path]) -> Iterator[Answer]:
    """Yield the answers of rdflib's own store."""
    graph = rdflib.Graph()
    for file in files:
        graph.parse(file, format="turtle")
    for query in queries:
        found: Any = graph.query(query.read_text(encoding="utf-8"))
        yield query.stem, list(map(str, found.vars)), [[_rdflib(each) for each in row] for row in found]


def jena(files: Sequence[Path], queries: Iterable[Path]) -> Iterator[Answer]:
    """Yield the answers of Jena's engine ARQ."""
    jpype = java()
    model = jpype.JClass("org.apache.jena.rdf.model.ModelFactory").createDefaultModel()
    for file in files:
        jpype.JClass("org.apache.jena.riot.RDFDataMgr").read(model, str(file))
    execution = jpype.JClass("org.apache.jena.query.QueryExecutionFactory")
    for query in queries:
        found = execution.create(query.read_text(encoding="utf-8"), model).execSelect()
        names = list(map(str, found.getResultVars()))
        yield query.stem, names, [[_jena(row.get(name)) for name in names] for row in found]


def comunica(files: Sequence[Path], queries: Iterable[Path]) -> Iterator[Answer]:
    """Yield the answers of Comunica, which asks a store of N3.js."""
    command = ["node", "--max-old-space-size=8000", str(CLIENTS / "store.mjs"), ",".join(map(str, files)),
               *map(str, queries)]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603  # our own script
        for line in running.stdout or ():
            file, names, rows = json.loads(line)
            yield Path(file).stem, names, rows
    if running.returncode:
        raise SystemExit(running.returncode)


def java() -> Any:  # noqa: ANN401  # a module without types
    """Return the module that runs Jena in this process, started as the tests do."""
    sys.path.insert(0, str(ROOT / "tests"))
    jpype: Any = import_module("jpype")
    jpype.startJVM("-Xmx6g", "-Xshare:auto", convertStrings=True)
    import_module("test_clients").jena()
    return jpype


def missing(program: str) -> str | None:
    """Return what a program needs and is not installed; None where all is there."""
    if program == "Jena" and (find_spec("jpype") is None or not (JARS / "jena-arq.jar").exists()):
        return "libapache-jena-java and jpype1"
    if program == "Comunica" and (which("node") is None or not (CLIENTS / "node_modules").is_dir()):
        return "`npm ci` in tests/clients"
    return None


def _native(term: Any) -> Term:  # noqa: ANN401  # pyoxigraph has no common base of terms
    if not isinstance(term, ox.Literal):
        return None if term is None else [term.value]
    return [term.value, term.language or term.datatype.value]


def _rdflib(term: Any) -> Term:  # noqa: ANN401  # a term of rdflib, or None
    if not isinstance(term, rdflib.Literal):
        return None if term is None else [str(term)]
    return [str(term), term.language or str(term.datatype or _STRING)]


def _jena(term: Any) -> Term:  # noqa: ANN401  # a term of Jena, or None
    if term is None:
        return None
    if not term.isLiteral():
        return [str(term)]
    return [str(term.getLexicalForm()), str(term.getLanguage() or term.getDatatypeURI())]


PROGRAMS: Final[dict[str, Callable[[Sequence[Path], Iterable[Path]], Iterator[Answer]]]] = {
    "Oxigraph": oxigraph,
    "rdflib": plain,
    "Jena": jena,
    "Comunica": comunica,
}

if __name__ == "__main__":
    raise SystemExit(main())
