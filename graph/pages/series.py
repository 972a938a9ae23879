"""`series_of`: the series of a page's texts, with the members that were not read, as its series view shows them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from extract.catalogue.chains import Chains
from graph.network.lineage import lineages, with_unread
from graph.pages.parts.content import year_of

if TYPE_CHECKING:
    import networkx as nx

Member = int | tuple[str, str]
"""A text of the page by its number, or label and year of one that the page does not hold."""


def series_of(
    network: "nx.MultiDiGraph[str]", number: Mapping[str, int], chains: Chains | None = None
) -> list[list[Member]]:
    """Return the series that have a text that was read, those with most of them first.

    Args:
        network: of the whole collection.
        number: the texts of the page: their numbers by symbol.
        chains: the series of the catalogue; None for those that ship.
    """
    found: list[tuple[int, list[Member]]] = []
    for line in lineages(network):
        read = sum(symbol in number and bool(network.nodes[symbol].get("read")) for symbol in line)
        if read:
            whole = with_unread(line, chains)
            found.append((read, [number.get(each, (each, year_of(each))) for each in whole]))
    return [members for _, members in sorted(found, key=lambda item: -item[0])]
