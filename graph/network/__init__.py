"""The citation network in networkx: measures, communities, series, comparisons and audits."""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from graph.network.ageing import bursts, half_life
    from graph.network.centrality import Measure, communities, measures, simple_network
    from graph.network.comparison import Comparison, compare
    from graph.network.likeness import co_citation, coupling
    from graph.network.lineage import lineages, series
    from graph.network.lookup import NotInGraphError, find_key
    from graph.network.network import citation_network
else:
    __getattr__ = offer(
        __name__,
        {
            "Comparison": "graph.network.comparison",
            "Measure": "graph.network.centrality",
            "NotInGraphError": "graph.network.lookup",
            "bursts": "graph.network.ageing",
            "citation_network": "graph.network.network",
            "co_citation": "graph.network.likeness",
            "communities": "graph.network.centrality",
            "compare": "graph.network.comparison",
            "coupling": "graph.network.likeness",
            "find_key": "graph.network.lookup",
            "half_life": "graph.network.ageing",
            "lineages": "graph.network.lineage",
            "measures": "graph.network.centrality",
            "series": "graph.network.lineage",
            "simple_network": "graph.network.centrality",
        },
    )

__all__ = [
    "Comparison", "Measure", "NotInGraphError", "bursts", "citation_network", "co_citation", "communities", "compare",
    "coupling", "find_key", "half_life", "lineages", "measures", "series", "simple_network",
]  # fmt: skip


def __dir__() -> list[str]:
    """Name what the package offers, for completion."""
    return [*__all__]
