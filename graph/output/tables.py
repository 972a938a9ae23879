"""The citation network as files for other tools: GraphML and GEXF for Gephi and R, CSV for spreadsheets and pandas."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from extract.model.citation import COLUMNS, Reference, to_row
from extract.model.part import spelled
from graph.files import write_bytes, write_chunks
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
    "symbol", "kind", "label", "title", "name", "name_from", "date", "organ", "url", "read", "cited", "cites", "unts",
    "impossible",
)  # fmt: skip
"""Columns of `nodes.csv`; `continues` and one column of titles per language follow."""

EDGE_COLUMNS: Final = (
    "source", "target", "key", "relation", "verb", "basis", "paragraph", "pinpoint", "quote", "certainty", "language",
    "date", "date_of", "via", "role", "page",
)  # fmt: skip
"""Columns of `edges.csv`."""


def nodes_csv(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the nodes as CSV, one work per row, in the network's order."""
    further = sorted({name for _, attributes in network.nodes(data=True) for name in attributes} - set(NODE_COLUMNS))
    columns = (*NODE_COLUMNS, *further)
    rows = ({"symbol": symbol, **attributes} for symbol, attributes in network.nodes(data=True))
    return table_csv(columns, ([row.get(column, "") for column in columns] for row in rows))


def edges_csv(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the edges as CSV, one citation per row, in the network's order."""
    rows = (
        {"source": citing, "target": cited, "key": key, **attributes}
        for citing, cited, key, attributes in network.edges(keys=True, data=True)
    )
    return table_csv(EDGE_COLUMNS, ([row.get(column, "") for column in EDGE_COLUMNS] for row in rows))


def references_csv(references: Iterable[Reference]) -> bytes:
    """Return references as CSV, one per row, the parts of a pinpoint as texts (`article 2(4)`)."""
    rows = ({**to_row(reference), "parts": spelled(reference.evidence.parts) or None} for reference in references)
    return table_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows))
