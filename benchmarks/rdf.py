"""The cost of building, writing, reading and querying the graph, compared with plain rdflib in the same run.

    python benchmarks/rdf.py [CITATIONS]

Each side runs in a process of its own, one after the other, so that each has its own peak of memory. The default size
runs in well under a minute; 50000 citations make 1.3 million triples. Seconds are processor time, so that
other work on the machine counts for neither side.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import rdflib

from extract.model.citation import RELATIONS, Citation, Evidence, Reference
from extract.model.record import DocumentRecord
from extract.registry.registry import Registry
from graph.query.ask import run_query
from graph.rdf import store
from graph.rdf import vocabulary as v
from graph.rdf.build import build_graph, triples
from graph.rdf.literal import is_literal, value_of

REGISTRY = Registry({}, {}, {})
MOST_CITED = (
    "PREFIX cito: <http://purl.org/spar/cito/> "
    "SELECT ?work (COUNT(*) AS ?n) WHERE { ?citing cito:cites ?work } GROUP BY ?work ORDER BY DESC(?n) LIMIT 20"
)
Result = TypeVar("Result")


def main() -> None:
    """Measure both sides and print the table."""
    size = sys.argv[1] if len(sys.argv) > 1 else "3000"
    if len(sys.argv) > 2:  # noqa: PLR2004  # the side, in a process of its own
        print(json.dumps(SIDES[sys.argv[2]](int(size), Path(sys.argv[3]))))
        return
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        for side in SIDES:
            command = [sys.executable, __file__, size, side, folder]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603  # this script
            measured[side] = json.loads(done.stdout)
    ours, theirs, loading, loading_theirs = (measured[side] for side in SIDES)
    if {ours["triples"], loading["triples"]} != {theirs["triples"], loading_theirs["triples"]}:
        raise SystemExit(f"the graphs differ: {measured}")
    print(f"{size} citations, {ours['triples']} triples\n")
    print(f"{'':<28}{'ours':>9}{'rdflib':>10}{'ratio':>9}")
    for name in ("build", "write"):
        row(f"{name}, s", ours[name], theirs[name])
    for name in ("read", "ask"):
        row(f"{name}, s", loading[name], loading_theirs[name])
    row("peak, build and write, MiB", ours["peak"], theirs["peak"])
    row("peak, read and ask, MiB", loading["peak"], loading_theirs["peak"])


def make_ours(size: int, folder: Path) -> dict[str, float]:
    """Build and write."""
    records, references = corpus(size)
    built, graph = timed(lambda: build_graph(records, references, registry=REGISTRY))
    written, _ = timed(lambda: store.write_turtle(graph, folder / "graph.ttl"))
    return {"build": built, "write": written, "triples": len(graph), "peak": peak()}


def make_theirs(size: int, folder: Path) -> dict[str, float]:
    """The same with rdflib alone."""
    records, references = corpus(size)
    built, graph = timed(lambda: build_plain(records, references))
    written, _ = timed(lambda: graph.serialize(folder / "plain.ttl"))
    return {"build": built, "write": written, "triples": len(graph), "peak": peak()}


def load_ours(_: int, folder: Path) -> dict[str, float]:
    """Read what we wrote and run a query."""
    read, graph = timed(lambda: store.load_graph(folder / "graph.ttl"))
    asked, _answer = timed(lambda: run_query(graph, MOST_CITED))
    return {"read": read, "ask": asked, "triples": len(graph), "peak": peak()}


def load_theirs(_: int, folder: Path) -> dict[str, float]:
    """The same file with rdflib alone."""
    read, graph = timed(lambda: rdflib.Graph().parse(folder / "graph.ttl", format="turtle"))
    asked, _answer = timed(lambda: list(graph.query(MOST_CITED)))
    return {"read": read, "ask": asked, "triples": len(graph), "peak": peak()}


SIDES: Final[dict[str, Callable[[int, Path], dict[str, float]]]] = {
    "make": make_ours, "make-rdflib": make_theirs, "load": load_ours, "load-rdflib": load_theirs
}  # fmt: skip


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the processor seconds and the result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def peak() -> float:
    """The peak memory of this process, in MiB; Linux reports KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(name: str, ours: float, theirs: float) -> None:
    """Print one row of the table."""
    print(f"{name:<28}{ours:>9.2f}{theirs:>10.2f}{theirs / ours:>8.1f}×")


def build_plain(records: list[DocumentRecord], references: list[Reference]) -> rdflib.Graph:
    """The same triples in rdflib's own store."""
    graph = rdflib.Graph()
    for prefix, namespace in v.PREFIXES.items():
        graph.bind(prefix, namespace)
    for subject, predicate, said in triples(records, references, registry=REGISTRY):
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term(said)))
    return graph


def term(said: str) -> rdflib.URIRef | rdflib.Literal:
    """A term of rdflib."""
    value, language = value_of(said)
    if not is_literal(said):
        return rdflib.URIRef(value)
    if language:
        return rdflib.Literal(value, lang=language)
    datatype = said.rpartition('"^^')[2][1:-1]
    return rdflib.Literal(value, datatype=rdflib.URIRef(datatype) if said.endswith(">") else rdflib.XSD.string)


def corpus(size: int) -> tuple[list[DocumentRecord], list[Reference]]:
    """Resolutions of forty sessions that cite earlier ones, ten citations each; the same every time."""
    dice = random.Random(1946)  # noqa: S311  # test data, not a secret
    highest = max(300, size // 400)  # the sessions hold a fifth more texts than those that cite
    symbols = [f"A/RES/{session}/{number}" for session in range(31, 80) for number in range(1, highest + 1)]
    records, references = [], list[Reference]()
    for position in range(size // 10):
        symbol = symbols[-1 - position]
        file = f"{position}.txt"
        records.append(DocumentRecord(symbol=symbol, file=file, language="en", title=f"Question {position % 97}"))
        for start in range(10):
            target = symbols[int(dice.triangular(0, len(symbols) - position - 1, 0))]
            evidence = Evidence(
                source=symbol,
                file=file,
                language="en",
                quote=f"resolution {target.removeprefix('A/RES/')}",
                start=start * 100,
                end=start * 100 + 20,
                paragraph=f"pp{start + 1}",
                relation=RELATIONS[start],
                verb="Recalling",
                date="1990-12-04",
            )
            references.append(Citation(evidence=evidence, target=target, kind="resolution"))
    return records, references


if __name__ == "__main__":
    main()
