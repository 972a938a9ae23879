"""The folder that `recalling build` writes: rows, graph, tables, pages and report of one run."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph import files
from graph.defaults import CITATIONS, DATASET, DOCUMENTS, FORMATS, GRAPH, MANIFEST, PROVENANCE
from graph.network.lineage import known_series, series, unknown_series
from graph.network.network import network_of
from graph.network.particulars import add_said
from graph.output import tables
from graph.output.audited import AUDIT, render_audit, versions
from graph.output.document_pages import FOLDER, page_names, render_pages
from graph.output.formats import FILES, Content, write_format
from graph.output.report import report_text, skipped
from graph.output.whole import collections, whole_folder
from graph.pages.accuracy import load_accuracy
from graph.pages.explorer import render_explorer_page
from graph.pages.index import render_index_page
from graph.pages.ways import WAYS, render_way_page
from graph.pipeline.run import Run
from graph.rdf import store
from graph.rdf.build import described, series_triples
from graph.rdf.descriptions import Descriptions
from graph.rdf.iri import clean
from graph.rdf.provenance import run_iri

if TYPE_CHECKING:
    import networkx as nx

_TABLES: Final = ("graph.graphml", "nodes.csv", "edges.csv")
_EXPLORER: Final = "explore.html"


def write_folder(folder: Path, run: Run, *, formats: Sequence[str] = ()) -> list[str]:
    """Write all output of a run; the same run always has the same bytes.

    Args:
        folder: created if missing; files of the user's own in it are kept.
        run: what was read.
        formats: further files, of `FORMATS`.

    Returns:
        The names of the files.

    Raises:
        UnwritableError: the folder cannot be made or a file cannot be written.
    """
    with whole_folder(folder) as whole:
        names = write_files(whole.new, run, formats=formats, collections=collections(folder))
        whole.publish()
    return names


def write_files(folder: Path, run: Run, *, formats: Sequence[str] = (), collections: Sequence[str] = ()) -> list[str]:
    """Write all output of a run into an empty folder.

    Args:
        folder: an empty one.
        run: what was read.
        formats: further files, of `FORMATS`.
        collections: names of folders to link to, from `collections`.

    Returns:
        The names of the files, with that of the manifest, which the folder gets when it is whole.

    Raises:
        UnwritableError: a file cannot be written.
    """
    said, network = graph_of(run)
    further = [name for name in FORMATS if name in formats]
    more = [file for name in further for file in FILES[name]]
    data = [CITATIONS, DOCUMENTS, GRAPH, *_TABLES, *more]
    several = versions(run)
    audited = [AUDIT] if several.readings else []
    names = [_EXPLORER, *WAYS, *audited, *data, DATASET, PROVENANCE, "report.json", MANIFEST]
    files.write_chunks(folder / CITATIONS, _lines(run.lines))
    files.write_chunks(folder / DOCUMENTS, _lines(run.document_lines))
    store.write_descriptions(said, folder / GRAPH)
    store.write_provenance(said.statements(), folder / PROVENANCE)
    tables.write_graphml(network, folder / "graph.graphml")
    tables.write_tables(network, folder / "nodes.csv", folder / "edges.csv")
    for name in further:
        write_format(name, folder, Content(said.graph, network, tuple(run.references)))
    store.write_dataset(said.figures(), run_iri(said.statements()), folder / DATASET, data)
    pages = page_names(run)
    _make(folder / FOLDER) if pages else None
    for name, page in render_pages(run, pages):
        files.write_text(folder / FOLDER / name, page)
    texts = {key: f"{FOLDER}/{name}" for key, name in pages.items()}
    if audited:
        files.write_text(folder / AUDIT, render_audit(several, network, texts))
    add_said(network, said.statements())
    files.write_text(folder / _EXPLORER, render_explorer_page(network, pages=("index.html", _EXPLORER), texts=texts))
    for name in WAYS:
        files.write_text(folder / name, render_way_page(name))
    files.write_text(folder / "report.json", report_text(run, _size(network)))
    files.write_text(folder / "index.html", _index(run, network, names, texts, collections))
    return ["index.html", *names]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.UnwritableError(str(folder), error.strerror or str(error)) from error


def graph_of(run: Run) -> "tuple[Descriptions, nx.MultiDiGraph[str]]":
    """Build what the RDF graph of a run says and its citation network, both with the series found in them."""
    known = known_series(run.symbols)
    said = described(run.records, run.references, continues=known)
    network = network_of(said.statements)
    pairs = list(unknown_series(series(network), known))
    said.add(series_triples(said.statements(), pairs) if pairs else ())
    return said, network


def _size(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    return {"texts": network.number_of_nodes(), "citations": network.number_of_edges()}


def _lines(lines: Iterable[str]) -> Iterable[bytes]:
    """Return the lines of a file as bytes, lone surrogates as U+FFFD."""
    return (clean(line).encode() + b"\n" for line in lines)


def _index(
    run: Run,
    network: "nx.MultiDiGraph[str]",
    files: Sequence[str],
    texts: Mapping[str, str],
    collections: Sequence[str],
) -> str:
    """Return the overview page."""
    unresolved = run.unresolved
    read = {record.language for record in run.records}
    figures = {
        "read": sum(bool(node.get("read")) for _, node in network.nodes(data=True)),
        "files": len(run.readings),
        "cited": sum(1 for symbol in network if network.pred[symbol]),
        "found": len(run.citations),
        "unresolved": len(unresolved),
        "skipped": len(run.skipped),
    }
    return render_index_page(
        network,
        figures=figures,
        unresolved=unresolved,
        files=files,
        skipped=skipped(run),
        texts=texts,
        collections=collections,
        accuracy=[each for each in load_accuracy() if each.language in read],
    )
