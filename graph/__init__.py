"""Citations to everything a person opens: the RDF graph, the network, answers, pages, and the command."""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from graph.citation_graph import CitationGraph
    from graph.output.folder import write_folder
    from graph.pipeline.run import read_all
    from graph.rdf.build import build_graph
else:
    __getattr__ = offer(
        __name__,
        {
            "CitationGraph": "graph.citation_graph",
            "build_graph": "graph.rdf.build",
            "read_all": "graph.pipeline.run",
            "write_folder": "graph.output.folder",
        },
    )

__version__ = "0.1.0"
"""Of the packages and the command; `pyproject.toml` takes it from here."""

__all__ = ["CitationGraph", "build_graph", "read_all", "write_folder"]


def __dir__() -> list[str]:
    """Name what the package offers, for completion."""
    return [*__all__]
