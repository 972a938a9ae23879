"""The further files that `recalling build --format` writes, by the name of the format."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extract.model.citation import COLUMNS, PartRow, Reference, to_row
from extract.model.errors import RecallingError
from extract.model.part import spelled
from graph import files
from graph.output import bibliography, columns, gephi, tables, workbook
from graph.output.annotations import annotations
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
    sheets = _sheets(content)
    files.write_bytes(folder / "citations.csv", tables.references_csv(content.references))
    described = {name: names for name, (names, _) in sheets.items()}
    files.write_bytes(folder / "datapackage.json", columns.descriptor(described))


def _parquet(folder: Path, content: Content) -> None:
    """Write three tables, each column of one type: string, integer, Boolean, or the list of parts."""
    for name, (names, rows) in _sheets(content).items():
        files.write_bytes(folder / f"{name}.parquet", parquet_table(name, names, rows))


def _xlsx(folder: Path, content: Content) -> None:
    sheets = _sheets(content)
    for row, reference in zip(sheets["citations"][1], content.references, strict=True):
        row["parts"] = "; ".join(spelled(reference.evidence.parts))
    files.write_bytes(folder / "tables.xlsx", workbook.workbook(sheets))


def _sheets(content: Content) -> dict[str, tuple[Sequence[str], list[dict[str, Any]]]]:
    """The three tables: columns, and rows by column."""
    network = content.network
    return {
        "nodes": (tables.node_columns(network), list(tables.node_rows(network))),
        "edges": (tables.EDGE_COLUMNS, list(tables.edge_rows(network))),
        "citations": (COLUMNS, _rows(content)),
    }


def parquet_table(table: str, names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return one table as a Parquet file.

    Args:
        table: which one: `nodes`, `edges`, `citations`.
        names: of its columns.
        rows: its rows.

    Raises:
        ParquetMissingError: pyarrow is not installed.
    """
    pa = _pyarrow()
    kinds = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}
    parts = pa.list_(pa.struct([(name, pa.string()) for name in PartRow.model_fields]))
    schema = pa.schema([(name, parts if name == "parts" else kinds[columns.kind_of(table, name)]) for name in names])
    data = {name: pa.array([row.get(name) for row in rows], type=schema.field(name).type) for name in names}
    sink = pa.BufferOutputStream()
    pa.parquet.write_table(pa.table(data, schema=schema), sink, compression="zstd")
    written: bytes = sink.getvalue().to_pybytes()
    return written


FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "nt": ("graph.nt",),
    "jsonld": ("graph.jsonld",),
    "nq": ("graph.nq",),
    "trig": ("graph.trig",),
    "rdf": ("graph.rdf",),
    "gexf": ("graph.gexf",),
    "csv": ("citations.csv", "datapackage.json"),
    "parquet": ("nodes.parquet", "edges.parquet", "citations.parquet"),
    "xlsx": ("tables.xlsx",),
    "bib": ("cited.bib",),
    "csl": ("cited.csl.json",),
    "ris": ("cited.ris",),
    "annotations": ("annotations.jsonld",),
}
"""Name of a format to the files that are written for it."""

_WRITERS: Final[Mapping[str, Callable[[Path, Content], None]]] = {
    "nt": lambda folder, content: _rdf(folder, content, "nt"),
    "jsonld": lambda folder, content: _rdf(folder, content, "jsonld"),
    "nq": lambda folder, content: _rdf(folder, content, "nq"),
    "trig": lambda folder, content: _rdf(folder, content, "trig"),
    "rdf": lambda folder, content: _rdf(folder, content, "rdf"),
    "gexf": lambda folder, content: files.write_bytes(folder / "graph.gexf", gephi.gexf(content.network)),
    "csv": _csv,
    "parquet": _parquet,
    "xlsx": _xlsx,
    "bib": lambda folder, content: files.write_bytes(folder / "cited.bib", bibliography.bibtex(content.network)),
    "csl": lambda folder, content: files.write_bytes(folder / "cited.csl.json", bibliography.csl_json(content.network)),
    "ris": lambda folder, content: files.write_bytes(folder / "cited.ris", bibliography.ris(content.network)),
    "annotations": lambda folder, content: files.write_chunks(
        folder / "annotations.jsonld", annotations(content.references)
    ),
}
