"""What building, writing and reading the graph cost, as ratios to plain rdflib in the same run.

    python benchmarks/rdf.py [CITATIONS]

The default size runs in well under a minute; 60000 citations are the 1.3 million triples of docs/performance.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
import rdflib

from extract.citation import RELATIONS, Citation, Evidence, Reference
from extract.record import DocumentRecord
from extract.registry import Registry
from graph import store
from graph import vocabulary as v
from graph.build import build_graph, triples
from graph.network import citation_network
from graph.query import run_query

REGISTRY = Registry({}, {}, {})
MOST_CITED = (
    "PREFIX cito: <http://purl.org/spar/cito/> "
    "SELECT ?work (COUNT(*) AS ?n) WHERE { ?citing cito:cites ?work } GROUP BY ?work ORDER BY DESC(?n) LIMIT 20"
)
Result = TypeVar("Result")


def main() -> None:
    """Measure and print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    records, references = corpus(size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        ours, graph = timed(lambda: build_graph(records, references, registry=REGISTRY))
        theirs, plain = timed(lambda: build_plain(records, references))
        print(f"{size} citations, {len(plain)} triples\n")
        print(f"{'':<28}{'ours s':>9}{'rdflib s':>10}{'ratio':>8}")
        row("build", ours, theirs)
        row("write Turtle", timed(lambda: store.write_turtle(graph, path))[0], timed(lambda: plain.serialize(path))[0])
        store.write_turtle(graph, path)
        ours, loaded = timed(lambda: store.load_graph(path))
        theirs, _ = timed(lambda: rdflib.Graph().parse(path, format="turtle"))
        row("read Turtle", ours, theirs)
        row(
            "most cited, 20",
            timed(lambda: run_query(loaded, MOST_CITED))[0],
            timed(lambda: list(plain.query(MOST_CITED)))[0],
        )
        if len(loaded) != len(plain):
            raise SystemExit(f"the graphs differ: {len(loaded)} and {len(plain)} triples")
        print(f"{'network':<28}{timed(lambda: citation_network(loaded))[0]:>9.2f}")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds, and what was made."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def row(name: str, ours: float, theirs: float) -> None:
    """One line of the table."""
    print(f"{name:<28}{ours:>9.2f}{theirs:>10.2f}{theirs / ours:>7.1f}×")


def build_plain(records: list[DocumentRecord], references: list[Reference]) -> rdflib.Graph:
    """The same triples in rdflib's own store."""
    graph = rdflib.Graph()
    for prefix, namespace in v.PREFIXES.items():
        graph.bind(prefix, namespace)
    for subject, predicate, said in triples(records, references, registry=REGISTRY):
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term(said)))
    return graph


def term(said: str | ox.Literal) -> rdflib.URIRef | rdflib.Literal:
    """A term of rdflib."""
    if isinstance(said, str):
        return rdflib.URIRef(said)
    if said.language:
        return rdflib.Literal(said.value, lang=said.language)
    return rdflib.Literal(said.value, datatype=rdflib.URIRef(said.datatype.value))


def corpus(size: int) -> tuple[list[DocumentRecord], list[Reference]]:
    """Resolutions of forty sessions that cite earlier ones, ten citations each; the same every time."""
    dice = random.Random(1946)  # noqa: S311  # test data, no secret
    symbols = [f"A/RES/{session}/{number}" for session in range(31, 80) for number in range(1, 301)]
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
                relation=RELATIONS[start],  # type: ignore[arg-type]  # one of the contract's
                verb="Recalling",
                date="1990-12-04",
            )
            references.append(Citation(evidence=evidence, target=target, kind="resolution"))
    return records, references


if __name__ == "__main__":
    main()
