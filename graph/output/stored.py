"""The folder that `recalling build --store` writes: the rows, and the graph as a store on disk, in bounded memory."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph import files
from graph.defaults import CITATIONS, DATASET, DOCUMENTS, MANIFEST, PROVENANCE, STORE, STORE_SUMMARY
from graph.network.continuing import find_series
from graph.network.lineage import known_series, unknown_series
from graph.output.report import report_text
from graph.pipeline.run import Run
from graph.rdf.build import add_series, triples
from graph.rdf.disk import StoreWriter
from graph.rdf.figures import stored_figures
from graph.rdf.graphs import native, new_graph
from graph.rdf.iri import clean
from graph.rdf.provenance import run_iri
from graph.rdf.statements import Statements
from graph.rdf.store import write_dataset, write_provenance


def write_stored(folder: Path, run: Run) -> list[str]:
    """Write the rows and the store of a run into an empty folder; the same triples as `graph.output.folder` has.

    References are taken from the run one by one. What is known of each work and each document is held in memory.

    Args:
        folder: an empty one.
        run: what was read; in bounded memory if its readings are on disk.

    Returns:
        The names of the files, with that of the manifest, which the folder gets when it is whole.

    Raises:
        UnwritableError: a file cannot be written, or the disk is full.
    """
    files.write_chunks(folder / CITATIONS, _lines(run.lines))
    files.write_chunks(folder / DOCUMENTS, _lines(run.document_lines))
    _write_store(folder, run)
    files.write_text(folder / "report.json", report_text(run, {}))
    return [STORE + "/", STORE_SUMMARY, CITATIONS, DOCUMENTS, DATASET, PROVENANCE, "report.json", MANIFEST]


def _write_store(folder: Path, run: Run) -> None:
    known = known_series(run.symbols)
    writer = StoreWriter(folder / STORE)
    writer.add(triples(run.records, run.references, continues=known))
    graph = new_graph(writer.store)
    add_series(graph, unknown_series(find_series(graph), known))
    statements = Statements(*native(graph))
    write_provenance(statements, folder / PROVENANCE)
    write_dataset(stored_figures(writer.store), run_iri(statements), folder / DATASET, [CITATIONS, DOCUMENTS])
    del graph, statements  # else the store stays open
    writer.finish()


def _lines(lines: Iterable[str]) -> Iterator[bytes]:
    """Return the lines of a file as bytes, lone surrogates as U+FFFD."""
    return (clean(line).encode() + b"\n" for line in lines)
