"""The citation network in networkx: measures, communities, series, comparisons and audits."""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from graph.network.centrality import Measure, communities, measures, simple_network
    from graph.network.comparison import Comparison, compare
    from graph.network.lineage import lineages, series
    from graph.network.network import citation_network
else:
    __getattr__ = offer(
        __name__,
        {
            "Comparison": "graph.network.comparison",
            "Measure": "graph.network.centrality",
            "citation_network": "graph.network.network",
            "communities": "graph.network.centrality",
            "compare": "graph.network.comparison",
            "lineages": "graph.network.lineage",
            "measures": "graph.network.centrality",
            "series": "graph.network.lineage",
            "simple_network": "graph.network.centrality",
        },
    )

__all__ = [
    "Comparison", "Measure", "citation_network", "communities", "compare", "lineages", "measures", "series",
    "simple_network",
]  # fmt: skip


def __dir__() -> list[str]:
    """Name what the package offers, for completion."""
    return [*__all__]
