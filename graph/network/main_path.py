"""`main_path`: the chain of texts along which most citations run, by search path counts.

Hummon and Doreian, "Connectivity in a citation network: the development of DNA theory", Social Networks 11 (1989);
the count of search paths (SPC) as Batagelj defines it, arXiv cs/0309023 (2003).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Edges = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a main path.

    Attributes:
        citing: the later text.
        cited: the earlier text.
        paths: number of ways, from texts that nothing cites to texts that cite nothing, that take this step.
    """

    citing: str
    cited: str
    paths: int


def main_path(network: "nx.MultiDiGraph[str]") -> list[Step]:
    """Return the way through the network whose steps are on most search paths in sum, the earliest step first.

    Texts that cite each other, directly or in a circle, are of one day or misprints; citations within such a group are
    left out, since a search path must not run in a circle.

    Args:
        network: from `graph.network.citation_network`.
    """
    counts = search_path_counts(network)
    flow: nx.DiGraph[str] = nx.DiGraph()
    flow.add_edges_from(sorted(counts))
    best: dict[str, tuple[int, str]] = {}
    for text in reversed(list(nx.lexicographical_topological_sort(flow))):
        options = ((counts[text, cited] + best[cited][0], cited) for cited in flow.succ[text])
        best[text] = min(options, key=lambda option: (-option[0], option[1]), default=(0, ""))
    steps: list[Step] = []
    text = min(best, key=lambda each: (-best[each][0], each), default="")
    while text and (cited := best[text][1]):
        steps.append(Step(text, cited, counts[text, cited]))
        text = cited
    return steps[::-1]


def search_path_counts(network: "nx.MultiDiGraph[str]") -> "Edges":
    """Return for each pair of citing and cited text the number of search paths that run over it, exactly."""
    acyclic = _without_circles(network)
    ordered = list(nx.topological_sort(acyclic))
    into = _ways(ordered, acyclic.pred)
    out = _ways(reversed(ordered), acyclic.succ)
    return {(citing, cited): into[citing] * out[cited] for citing, cited in acyclic.edges}


def _without_circles(network: "nx.MultiDiGraph[str]") -> "nx.DiGraph[str]":
    """Return the pairs of citing and cited text, without those inside a group in which all reach all."""
    plain: nx.DiGraph[str] = nx.DiGraph()
    plain.add_nodes_from(network)
    plain.add_edges_from(network.edges())
    group = {text: number for number, texts in enumerate(nx.strongly_connected_components(plain)) for text in texts}
    plain.remove_edges_from([(citing, cited) for citing, cited in plain.edges if group[citing] == group[cited]])
    return plain


def _ways(ordered: Iterable[str], before: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return the number of ways that end at each text; one for a text where ways begin."""
    ways: dict[str, int] = {}
    for text in ordered:
        ways[text] = sum(ways[each] for each in before[text]) or 1
    return ways
