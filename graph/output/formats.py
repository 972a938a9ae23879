"""The further files that `recalling build --format` writes, by the name of the format."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extract.model.citation import COLUMNS, PartRow, Reference, to_row
from extract.model.errors import RecallingError
from graph import files
from graph.output import bibliography, tables
from graph.rdf import store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


class ParquetMissingError(RecallingError):
    """Parquet was asked for and the library that writes it is not installed."""

    def __init__(self) -> None:
        """Compose the message, with how to install it."""
        super().__init__("Parquet needs pyarrow: pip install 'recalling[parquet]'")


@dataclass(frozen=True, slots=True)
class Content:
    """What can be written.

    Attributes:
        graph: the graph in RDF.
        network: the citation network.
        references: all of them, in the order of `citations.jsonl`.
    """

    graph: "rdflib.Graph"
    network: "nx.MultiDiGraph[str]"
    references: Sequence[Reference]


def write_format(name: str, folder: Path, content: Content) -> None:
    """Write the files of a format, a key of `FILES`.

    Raises:
        UnwritableError: a file cannot be written.
        ParquetMissingError: pyarrow is not installed.
    """
    _WRITERS[name](folder, content)


def require(names: Iterable[str]) -> None:
    """Check that what the formats need is installed, before anything is read.

    Raises:
        ParquetMissingError: pyarrow is not installed.
    """
    if "parquet" in names:
        _pyarrow()


def _pyarrow() -> Any:  # noqa: ANN401  # a module without types
    """Return the library that writes Parquet."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # optional, and large
        import pyarrow.parquet  # noqa: PLC0415  # as above
    except ImportError as error:
        raise ParquetMissingError from error
    return pa


def _rdf(folder: Path, content: Content, suffix: str) -> None:
    store.write_graph(content.graph, folder / f"graph.{suffix}")


def _rows(content: Content) -> list[dict[str, Any]]:
    """Return the references as rows, each with every column."""
    rows = [to_row(reference) for reference in content.references]
    return [{name: row.get(name) for name in COLUMNS} for row in rows]


def _csv(folder: Path, content: Content) -> None:
    files.write_bytes(folder / "citations.csv", tables.references_csv(content.references))


def _parquet(folder: Path, content: Content) -> None:
    """Write three tables, each column of one type: string, integer, Boolean, or the list of parts."""
    citations = _rows(content)
    nodes = [{"symbol": symbol, **node} for symbol, node in content.network.nodes(data=True)]
    edges = [
        {"source": citing, "target": cited, "key": key, **edge}
        for citing, cited, key, edge in content.network.edges(keys=True, data=True)
    ]
    titles = sorted({name for node in nodes for name in node} - set(tables.NODE_COLUMNS))
    sheets = (
        ("nodes", (*tables.NODE_COLUMNS, *titles), nodes),
        ("edges", tables.EDGE_COLUMNS, edges),
        ("citations", COLUMNS, citations),
    )
    for name, columns, rows in sheets:
        files.write_bytes(folder / f"{name}.parquet", _table(columns, rows))


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return one table as a Parquet file."""
    pa = _pyarrow()
    kinds = {
        **dict.fromkeys(("start", "end", "page", "cited", "cites", "unts"), pa.int64()),
        "read": pa.bool_(), "parts": pa.list_(pa.struct([(name, pa.string()) for name in PartRow.model_fields])),
    }  # fmt: skip
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in columns])
    data = {name: pa.array([row.get(name) for row in rows], type=schema.field(name).type) for name in columns}
    sink = pa.BufferOutputStream()
    pa.parquet.write_table(pa.table(data, schema=schema), sink, compression="zstd")
    written: bytes = sink.getvalue().to_pybytes()
    return written


FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "nt": ("graph.nt",),
    "jsonld": ("graph.jsonld",),
    "nq": ("graph.nq",),
    "gexf": ("graph.gexf",),
    "csv": ("citations.csv",),
    "parquet": ("nodes.parquet", "edges.parquet", "citations.parquet"),
    "bib": ("cited.bib",),
    "csl": ("cited.csl.json",),
}
"""Name of a format to the files that are written for it."""

_WRITERS: Final[Mapping[str, Callable[[Path, Content], None]]] = {
    "nt": lambda folder, content: _rdf(folder, content, "nt"),
    "jsonld": lambda folder, content: _rdf(folder, content, "jsonld"),
    "nq": lambda folder, content: _rdf(folder, content, "nq"),
    "gexf": lambda folder, content: files.write_bytes(folder / "graph.gexf", tables.gexf(content.network)),
    "csv": _csv,
    "parquet": _parquet,
    "bib": lambda folder, content: files.write_bytes(folder / "cited.bib", bibliography.bibtex(content.network)),
    "csl": lambda folder, content: files.write_bytes(folder / "cited.csl.json", bibliography.csl_json(content.network)),
}
