"""The document pages of a run: which works have one, under which name, and what they hold."""

import functools
import hashlib
import itertools
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import regex

from extract.model.cell import Cell
from extract.model.citation import Citation, Evidence, Reference
from extract.model.label import Label
from extract.model.record import DocumentRecord
from extract.registry.registry import load_registry
from graph.pages.document import Version, render_document_page
from graph.pages.passage import Cited
from graph.pipeline.run import Run
from graph.pipeline.transcript import Passage
from graph.rdf.iri import FILE_KEY, TREATY_KEY, UNDETERMINED, clean, document_key, work_url

if TYPE_CHECKING:
    import networkx as nx

FOLDER: Final = "documents"
"""Name of the folder that holds the pages, beside the other pages of a run."""

_UNSAFE: Final = regex.compile(r"[^A-Za-z0-9().\-]++")
_LONGEST: Final = 80


def page_names(run: Run) -> dict[str, str]:
    """Return the file name of the page of each work whose text was read, by the work's key.

    `A/RES/62/37` is `A-RES-62-37.html`; a name that another work has as well, in whatever case, gets a hash.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for reading in run.readings:
        key = document_key(reading.record.symbol, reading.record.file)
        if key in names or not reading.passages:
            continue
        name = page_name(key)
        if name.casefold() in taken:
            name = f"{name.removesuffix('.html')}-{_hash(key)}.html"
        taken.add(name.casefold())
        names[key] = name
    return names


def page_name(key: str) -> str:
    """Return the file name of the page of a work, provided that no other work has the same."""
    name = _UNSAFE.sub("-", key.removeprefix(FILE_KEY)).strip("-.")[:_LONGEST]
    return f"{name or _hash(key)}.html"


def page_beside(folder: Path, key: str) -> Path | None:
    """Return the page of a work in a folder written by `recalling build`; None if it has none."""
    page = folder / FOLDER / page_name(key)
    return page if page.is_file() else None


def places_beside(folder: Path, output: Path) -> Callable[[str, str, str], str | None]:
    """Return what finds the address of a paragraph, by key of its text, language and label; None where it has no page.

    Args:
        folder: written by `recalling build`.
        output: folder of the page that the address is for.
    """

    @functools.cache
    def page(key: str) -> str | None:
        found = page_beside(folder, key)
        return Path(os.path.relpath(found, output)).as_posix() if found else None

    def place(key: str, language: str, label: str) -> str | None:
        there = page(key)
        return there and f"{quote(there)}#{language}/{quote(clean(label), safe='/()')}"

    return place


def render_pages(run: Run, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each document page.

    Args:
        run: what was read.
        names: from `page_names`.
    """
    registry = load_registry()
    versions: dict[str, list[Version]] = {}
    for reading in run.readings:
        key = document_key(reading.record.symbol, reading.record.file)
        if key in names and reading.passages:
            version = Version(record=reading.record, references=reading.references, passages=reading.passages)
            versions.setdefault(key, []).append(version)

    def lookup(key: str) -> Cited:
        if key in names:
            return Cited(names[key])
        if not key.startswith(TREATY_KEY):
            return Cited(work_url(key) or None)
        treaty = registry.treaties.get(key.removeprefix(TREATY_KEY))
        titles = {code: titles[0] for code, titles in treaty.titles.items()} if treaty else {}
        return Cited(f"../network.html#{quote(clean(key))}", titles)

    for key, name in names.items():
        ways = {"page.index": "../index.html", "page.network": f"../network.html#{quote(clean(key))}"}
        title = key.removeprefix(FILE_KEY)
        yield name, render_document_page(title, versions[key], lookup=lookup, official=work_url(key), ways=ways)


def render_quotes(network: "nx.MultiDiGraph[str]", key: str) -> str:
    """Return the page of a work whose text is not available: the quotes that a graph holds, paragraph by paragraph.

    Args:
        network: from `graph.network.citation_network`.
        key: of a work in it.
    """
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for _, cited, data in network.out_edges(key, data=True):
        citation = _citation(network, key, cited, data)
        found[citation.evidence.language or UNDETERMINED].append(citation)
    node = network.nodes[key]
    versions = []
    for language, citations in sorted(found.items()):
        title = node.get(f"title_{language}") or node.get("title") or None
        record = DocumentRecord(
            symbol=key, file="", language=language, organ=node.get("organ") or None, title=title,
            date=node.get("date") or None, invented=bool(node.get("invented")),
        )  # fmt: skip
        references = sorted(
            citations, key=lambda each: (Label(each.evidence.paragraph).reading_order, each.evidence.quote)
        )
        versions.append(Version(record=record, references=references, passages=_quoted(references)))
    versions = versions or [
        Version(record=DocumentRecord(symbol=key, file="", language=None), references=(), passages=())
    ]
    label = str(node.get("label") or key)
    return render_document_page(
        label, versions, lookup=lambda cited: Cited(work_url(cited) or None), official=work_url(key)
    )


def _quoted(references: Sequence[Reference]) -> list[Passage]:
    """Return paragraphs made of the quotes in them."""
    passages: list[Passage] = []
    for label, group in itertools.groupby(enumerate(references), key=lambda item: item[1].evidence.paragraph):
        words, spans = "", []
        for place, reference in group:
            words += " … " if words else ""
            said = " ".join(reference.evidence.quote.split())
            spans.append((len(words), len(words) + len(said), place))
            words += said
        cell = Cell(*found) if (found := Label(label).cell) else None
        passages.append(Passage(Label(label), words, spans=tuple(spans), cell=cell))
    return passages


def _citation(network: "nx.MultiDiGraph[str]", citing: str, cited: str, data: Mapping[str, Any]) -> Citation:
    """Return the citation that an edge represents, as far as the network has it."""
    node = network.nodes[cited]

    def said(name: str) -> str | None:
        return str(data.get(name) or "") or None

    evidence = Evidence(
        source=citing, file="", language=said("language"), quote=said("quote") or "", start=0, end=0,
        paragraph=said("paragraph") or "", relation=data.get("relation") or "other", verb=said("verb"),
        basis=data.get("basis") or None, pinpoint=said("pinpoint"), date=said("date"),
        date_of=data.get("date_of") or None,
        certainty=data.get("certainty") or "explicit", via=said("via"), role=data.get("role") or None,
    )  # fmt: skip
    unts = str(node.get("unts") or "")
    return Citation(
        evidence=evidence,
        target=cited,
        kind=node.get("kind") or "document",
        title=node.get("title") or None,
        unts=int(unts) if unts.isdecimal() and unts != "0" else None,
    )


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:12]
