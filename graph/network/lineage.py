"""Series: resolutions that continue one another from session to session, by the texts read and by the catalogue."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from extract.catalogue.chains import Chains, Reason, load_chains

if TYPE_CHECKING:
    import networkx as nx


SAID: Final[Mapping[Reason, str]] = {
    "title": "Both texts bear the same title in the catalogue, and no text of this title is known between them.",
    "item": "The later text was adopted under an agenda item that bears the title of the earlier one.",
    "likeness": "The titles of both texts in the catalogue differ in a few letters.",
}
"""Why the catalogue says that one text continues another, for a reader."""


def known_series(symbols: Iterable[str], chains: Chains | None = None) -> dict[tuple[str, str], str]:
    """Return the series of the catalogue between the texts at hand, the members between them included.

    Args:
        symbols: of the texts at hand.
        chains: the series of the catalogue; None for those that ship.

    Returns:
        Pairs (later, earlier) to the reason, sorted; of a series, from its first text at hand to its last.
    """
    known = chains or load_chains()
    at_hand = set(symbols)
    found: dict[tuple[str, str], str] = {}
    for symbol in sorted(at_hand):
        chain = known.of(symbol)
        if chain is None or symbol != next((each for each in chain.symbols if each in at_hand), None):
            continue
        last = max(place for place, each in enumerate(chain.symbols) if each in at_hand)
        for place, (later, earlier, reason) in enumerate(chain.pairs(), 1):
            if chain.symbols.index(symbol) < place <= last:
                found[later, earlier] = SAID[reason]
    return dict(sorted(found.items()))


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


def unknown_series(found: Iterable[tuple[str, str]], known: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs (later, earlier) found in texts whose members have no such place in a known series."""
    pairs = set(known)
    later, earlier = {one for one, _ in pairs}, {other for _, other in pairs}
    return [pair for pair in found if pair[0] not in later and pair[1] not in earlier]


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


def with_unread(line: Sequence[str], chains: Chains | None = None) -> tuple[str, ...]:
    """Return a series with the members that the catalogue knows between two at hand, though no text cites them.

    Args:
        line: symbols of a series, the earliest first, as `lineages` finds them.
        chains: the series of the catalogue; None for those that ship.
    """
    known = chains or load_chains()
    whole = list(line[:1])
    for earlier, later in itertools.pairwise(line):
        chain = known.of(later)
        symbols = chain.symbols if chain else ()
        places = [symbols.index(each) if each in symbols else -1 for each in (earlier, later)]
        whole += symbols[places[0] + 1 : places[1]] if places[0] >= 0 else ()
        whole.append(later)
    return tuple(whole)


def _same(network: "nx.MultiDiGraph[str]", later: str, earlier: str) -> bool:
    """Return whether two works of a network are of a series; see `is_later_of_series`."""
    return is_later_of_series(network.nodes[later], network.nodes[earlier])


def is_later_of_series(later: Mapping[str, Any], earlier: Mapping[str, Any]) -> bool:
    """Return whether two works have the same kind, share a title in some language, and are dated in this order.

    Args:
        later: attributes as `citation_network` has them: kind, date, and a title for each language.
        earlier: of the other work.
    """
    if later["kind"] != earlier["kind"] or later["kind"] == "treaty":
        return False
    if not earlier["date"] or later["date"] <= earlier["date"]:
        return False
    return bool(_titles(later) & _titles(earlier))


def _titles(attributes: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return the titles by language, with case and runs of spaces normalised."""
    return {(key, " ".join(attributes[key].casefold().split())) for key in attributes if key.startswith("title_")}
