"""`Source`: what a `CitationGraph` is made of: an RDF graph, and the readings that it was built from if known."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rdflib

from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from graph.defaults import CITATIONS, GRAPH, GRAPHS
from graph.pipeline.rows import find_rows
from graph.pipeline.run import Run, read_all
from graph.query.ask import Table, run_query
from graph.rdf.opening import graph_place, is_store
from graph.rdf.store import load_graph

if TYPE_CHECKING:
    import networkx as nx

_COUNTS: Final = (
    "SELECT (COUNT(DISTINCT ?read) AS ?documents) (COUNT(DISTINCT ?work) AS ?works)"
    " (COUNT(DISTINCT ?citation) AS ?citations) (COUNT(DISTINCT ?open) AS ?unresolved) WHERE {"
    " { ?work a rc:Work } UNION { ?read eli:is_realized_by ?text } UNION { ?citation oa:hasBody ?body }"
    " UNION { ?open a rc:UnresolvedReference } }"
)
_LANGUAGES: Final = "SELECT ?text ?code WHERE { ?work eli:is_realized_by/dc:language ?code ; dcterms:identifier ?text }"

Place = str | os.PathLike[str]
Choice = Callable[[DocumentRecord], bool]
"""Whether to keep a document."""


@dataclass(frozen=True, slots=True)
class Source:
    """An RDF graph and where it is from.

    Attributes:
        graph: the RDF graph.
        network: the citation network, where it is made already.
        run: the readings, where the graph was built from them.
    """

    graph: rdflib.Graph
    network: "nx.MultiDiGraph[str] | None" = None
    run: Run | None = None


def open_source(
    place: "Place | rdflib.Graph", languages: Collection[str] | None = None, where: Choice | None = None
) -> Source:
    """Open a graph: an rdflib graph, a file of one, rows, or a folder with either.

    Args:
        place: in a folder, `graph.ttl` is preferred to `citations.jsonl` unless some documents are chosen.
        languages: codes of the language versions to keep; None for all.
        where: which documents to keep; None for all.

    Raises:
        UnreadableError: there is no such file, it breaks its syntax, or nothing that is chosen is in it.
    """
    if isinstance(place, rdflib.Graph):
        return Source(place)
    path = Path(place)
    is_chosen = languages is not None or where is not None
    if not is_chosen and (graph := _graph_of(path)):
        return Source(load_graph(graph))
    rows = find_rows(path, CITATIONS) if path.is_dir() else None
    return read_source([rows or (path / GRAPH if path.is_dir() else path)], languages, where=where)


def _graph_of(path: Path) -> Path | None:
    """Return the graph that a path has; None where there are only rows, or documents."""
    place = graph_place(path)
    if is_store(place) or place.is_file():
        return place if is_store(place) or place.suffix.lower() in GRAPHS else None
    return place if path.is_dir() and find_rows(path, CITATIONS) is None else None


def read_source(
    inputs: Iterable[Place],
    languages: Collection[str] | None = None,
    *,
    where: Choice | None = None,
    jobs: int | None = None,
) -> Source:
    """Read documents or rows and build their graph.

    Args:
        inputs: files, folders, archives, or the rows of earlier runs.
        languages: codes of the language versions to keep; None for all.
        where: which documents to keep; None for all.
        jobs: number of worker processes; None for one per processor.

    Raises:
        UnreadableError: nothing could be read, or nothing that is chosen.
    """
    from graph.output.folder import graph_of  # noqa: PLC0415  # it loads the pages, which a file of RDF does not need

    paths = [Path(each) for each in inputs]
    run = read_all(paths, jobs=jobs)
    kept = tuple(
        each
        for each in run.readings
        if (languages is None or each.record.language in languages) and (where is None or where(each.record))
    )
    if not kept:
        if run.skipped:
            raise run.skipped[0]
        reason = "no document in it is chosen" if run.readings else "there is no document in it"
        raise UnreadableError(", ".join(map(str, paths)), reason)
    run = replace(run, readings=kept)
    said, network = graph_of(run)
    return Source(said.graph, network, run)


def count(graph: rdflib.Graph) -> Table:
    """Return how many documents, works, citations and unresolved references a graph holds, in one row."""
    return run_query(graph, _COUNTS)


def languages_read(graph: rdflib.Graph) -> Mapping[str, str]:
    """Map each document that was read to the codes of its language versions, sorted and separated by blanks."""
    found: dict[str, set[str]] = {}
    for key, code in run_query(graph, _LANGUAGES).rows:
        found.setdefault(str(key), set()).add(str(code))
    return {key: " ".join(sorted(codes)) for key, codes in found.items()}
