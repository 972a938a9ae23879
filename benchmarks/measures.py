"""How long the measures of a citation network take.

    python benchmarks/measures.py [--texts 20000] [--citations 100000] [--read 1.0]

Makes a network in which later texts cite earlier ones, the young and the much cited more often, as real ones do, and
measures each step once, in processor seconds (both processors of a machine count) and in seconds on the clock. With all
texts read, ways through the network are longest, and the measures slowest; of the works in `data/facts` an eighth was
read (`--read 0.125`), and the others are only cited.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from typing import Any, Final

import networkx as nx

from graph.network.ageing import bursts
from graph.network.centrality import measures
from graph.network.likeness import co_citation, coupling
from graph.network.main_path import main_path
from graph.network.treatment import treatment

SEED: Final = 1946
SESSIONS: Final = 80


def main() -> int:
    """Make the network, measure, print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--citations", type=int, default=100_000)
    parser.add_argument("--read", type=float, default=1.0, help="share of the texts that were read")
    given = parser.parse_args()
    network = grown(given.texts, given.citations, read=given.read)
    print(f"{len(network):,} texts, {network.number_of_edges():,} citations")
    most_cited = max(network, key=lambda key: len(network.pred[key]))
    steps: dict[str, Callable[[], Any]] = {
        "degree, PageRank, HITS, betweenness, k-core, communities": lambda: measures(network),
        "main path": lambda: main_path(network),
        "co-citation": lambda: co_citation(network),
        "bibliographic coupling": lambda: coupling(network),
        "bursts": lambda: bursts(network),
        "treatment of the most cited": lambda: treatment(network, most_cited),
    }
    total = [0.0, 0.0]
    for name, step in steps.items():
        start = time.process_time(), time.perf_counter()
        step()
        spent = time.process_time() - start[0], time.perf_counter() - start[1]
        total = [one + other for one, other in zip(total, spent, strict=True)]
        print(f"{name:58} {spent[0]:6.2f} {spent[1]:6.2f}")
    print(f"{'all':58} {total[0]:6.2f} {total[1]:6.2f}")
    return 0


def grown(texts: int, citations: int, *, read: float = 1.0) -> "nx.MultiDiGraph[str]":
    """Make a network that grew like a real one: each text cites earlier ones, mostly young or much cited.

    Args:
        texts: number of texts.
        citations: number of citations, about.
        read: share of the texts that were read, and cite others.
    """
    chance = random.Random(SEED)  # noqa: S311  # no secret
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    keys = []
    for place in range(texts):
        session, number = place * SESSIONS // texts, place % max(texts // SESSIONS, 1) + 1
        keys.append(f"A/RES/{session + 1}/{number}" if texts > SESSIONS else f"A/RES/{place + 1}/1")
        network.add_node(keys[-1], date=f"{1946 + session}-12-01", kind="resolution", cited=0, cites=0)
    drawn: list[int] = [0]
    each = round(citations / texts / read)
    for place in range(1, texts):
        if read < 1 and chance.random() >= read:
            continue
        for _ in range(each if place > 1 else 1):
            popular = chance.random() < 0.5  # noqa: PLR2004  # half of the citations
            cited = chance.choice(drawn) if popular else max(0, place - 1 - int(chance.expovariate(1 / 400)))
            drawn.append(cited)
            paragraph, relation = ("pp1", "recalls") if chance.random() < 0.6 else ("op1", "reaffirms")  # noqa: PLR2004  # a share
            said = {"paragraph": paragraph, "relation": relation, "language": "en", "pinpoint": ""}
            network.add_edge(keys[place], keys[cited], **said)
    return network


if __name__ == "__main__":
    sys.exit(main())
