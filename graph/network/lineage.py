"""Series: resolutions of one title that continue one another from session to session."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx


def series(network: "nx.MultiDiGraph[str]") -> list[tuple[str, str]]:
    """Return the pairs (later, earlier) of each series: the later text cites the earlier, and they share a title.

    Only texts that were read have a title to compare. Of several earlier texts the latest counts, and of several
    later ones the first, so that a series never branches.
    """
    pairs: list[tuple[str, str]] = []
    for later in network:
        known = network.nodes[later].get("continues") or ""
        earlier = [known] if known in network else [text for text in network.succ[later] if _same(network, later, text)]
        if earlier:
            pairs.append((later, max(earlier, key=lambda text: (network.nodes[text]["date"], text))))
    first: dict[str, str] = {}
    for later, text in sorted(pairs, key=lambda pair: (network.nodes[pair[0]]["date"], pair[0])):
        first.setdefault(text, later)
    return sorted((later, text) for text, later in first.items())


def lineages(network: "nx.MultiDiGraph[str]") -> list[tuple[str, ...]]:
    """Return the series of texts that continue each other, the earliest text first, the longest series first."""
    after = {earlier: later for later, earlier in series(network)}
    lines = []
    for start in sorted(set(after) - set(after.values())):
        line = [start]
        while line[-1] in after:
            line.append(after[line[-1]])
        lines.append(tuple(line))
    return sorted(lines, key=lambda line: (-len(line), line))


def _same(network: "nx.MultiDiGraph[str]", later: str, earlier: str) -> bool:
    """Return whether two works have the same kind, share a title in some language, and are dated in this order."""
    one, other = network.nodes[later], network.nodes[earlier]
    if one["kind"] != other["kind"] or one["kind"] == "treaty" or not other["date"] or one["date"] <= other["date"]:
        return False
    return bool(_titles(one) & _titles(other))


def _titles(attributes: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return the titles by language, with case and runs of spaces normalised."""
    return {(key, " ".join(attributes[key].casefold().split())) for key in attributes if key.startswith("title_")}
