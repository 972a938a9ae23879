"""The time of each named query on a graph, slowest first; the limit is 0.2 s, or 1 s for a transitive query.

    python benchmarks/queries.py out [ROUNDS]

Give it the folder that `recalling build` wrote, or a graph.ttl. The best round counts, in processor seconds, so
that other work on the machine does not matter; wall-clock seconds are shown as well. Parameters take their defaults;
the most cited text of the graph is queried too, because a default may be easy.
"""

import sys
import time
from pathlib import Path

from graph.query.ask import Value, run_query
from graph.query.named import NamedQuery, named_queries
from graph.rdf.store import load_graph

LIMIT = 0.2
TRANSITIVE_LIMIT = 1.0
HEAVIEST = (
    "SELECT ?key (COUNT(*) AS ?n) { ?citing cito:cites ?cited . ?cited dcterms:identifier ?key } "
    "GROUP BY ?key ORDER BY DESC(?n) LIMIT 1"
)


def main() -> int:
    """Measure, print the table, and return 1 if a query is too slow."""
    path = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3  # noqa: PLR2004  # the second argument
    start = time.perf_counter()
    graph = load_graph(path / "graph.ttl" if path.is_dir() else path)
    print(f"{len(graph)} triples, loaded in {time.perf_counter() - start:.1f} s\n")
    heaviest = str(run_query(graph, HEAVIEST).rows[0][0])
    measured = []
    for query in named_queries().values():
        for params in given(query, heaviest):
            spent, passed, rows = 1e9, 1e9, 0
            for _ in range(rounds):
                clock, processor = time.perf_counter(), time.process_time()
                rows = len(run_query(graph, query.name, params).rows)
                spent, passed = min(spent, time.process_time() - processor), min(passed, time.perf_counter() - clock)
            measured.append((spent, passed, query, params, rows))
    slow = 0
    for spent, passed, query, params, rows in sorted(measured, key=lambda each: -each[0]):
        late = spent > (TRANSITIVE_LIMIT if query.transitive else LIMIT)
        slow += late
        asked = " ".join(f"{name}={value}" for name, value in params.items())
        print(f"{spent:7.3f} {passed:7.3f} {'SLOW' if late else '    '} {rows:>7} rows  {query.name} {asked}")
    print(f"\n{len(measured)} measured, {slow} too slow")
    return int(slow > 0)


def given(query: NamedQuery, heaviest: str) -> list[dict[str, Value]]:
    """The defaults, with the most cited text in place of a symbol."""
    symbols = [each.name for each in query.parameters if each.name == "symbol"]
    heavy: list[dict[str, Value]] = [{name: heaviest} for name in symbols]
    return [{}, *heavy]


if __name__ == "__main__":
    sys.exit(main())
