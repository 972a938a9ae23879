"""The citation network as files for other tools: GraphML and GEXF for Gephi and R, CSV for spreadsheets and pandas."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from extract.model.citation import COLUMNS, Reference, to_row
from extract.model.part import spelled
from graph.files import write_bytes, write_chunks
from graph.network.years import year_of
from graph.output.graphml import graphml
from graph.output.sheet import table_csv

if TYPE_CHECKING:
    import networkx as nx


def write_graphml(network: "nx.MultiDiGraph[str]", path: str | os.PathLike[str]) -> None:
    """Write a network as GraphML.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, graphml(network))


def write_tables(network: "nx.MultiDiGraph[str]", nodes: str | os.PathLike[str], edges: str | os.PathLike[str]) -> None:
    """Write the nodes and the edges of a network as two CSV files.

    Raises:
        UnwritableError: a file cannot be written.
    """
    write_bytes(nodes, nodes_csv(network))
    write_bytes(edges, edges_csv(network))


NODE_COLUMNS: Final = (
    "symbol", "kind", "label", "title", "name", "name_from", "date", "year", "organ", "url", "read", "cited", "cites",
    "unts", "impossible",
)  # fmt: skip
"""Columns of `nodes.csv`; `continues` and one column of titles per language follow."""

EDGE_COLUMNS: Final = (
    "source", "target", "key", "relation", "verb", "basis", "paragraph", "pinpoint", "quote", "certainty", "language",
    "date", "date_of", "via", "role", "page", "year", "cited_year",
)  # fmt: skip
"""Columns of `edges.csv`."""


def nodes_csv(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the nodes as CSV, one work per row, in the network's order."""
    columns = node_columns(network)
    return table_csv(columns, ([row.get(column) for column in columns] for row in node_rows(network)))


def edges_csv(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the edges as CSV, one citation per row, in the network's order."""
    return table_csv(EDGE_COLUMNS, ([row.get(column) for column in EDGE_COLUMNS] for row in edge_rows(network)))


def node_columns(network: "nx.MultiDiGraph[str]") -> tuple[str, ...]:
    """Return the columns of the nodes: the usual ones, then those that only this network has."""
    further = sorted({name for _, attributes in network.nodes(data=True) for name in attributes} - set(NODE_COLUMNS))
    return (*NODE_COLUMNS, *further)


def node_rows(network: "nx.MultiDiGraph[str]") -> Iterator[dict[str, Any]]:
    """Yield what the tables say of each work, in the network's order; `year` is None where nothing tells it."""
    for symbol, node in network.nodes(data=True):
        yield {"symbol": symbol, **node, "year": year_of(symbol, node["date"])}


def edge_rows(network: "nx.MultiDiGraph[str]") -> Iterator[dict[str, Any]]:
    """Yield what the tables say of each citation, in the network's order, with the years of both its ends."""
    years = {symbol: year_of(symbol, node["date"]) for symbol, node in network.nodes(data=True)}
    for citing, cited, key, edge in network.edges(keys=True, data=True):
        ends = {"source": citing, "target": cited, "year": years[citing], "cited_year": years[cited]}
        yield {"key": key, **edge, **ends}


def references_csv(references: Iterable[Reference]) -> bytes:
    """Return references as CSV, one per row, the parts of a pinpoint as texts (`article 2(4)`)."""
    rows = ({**to_row(reference), "parts": spelled(reference.evidence.parts) or None} for reference in references)
    return table_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows))
