"""The audit that `recalling build` writes beside the other pages: of texts that it has read in several languages."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from extract.catalogue.catalogue import load_catalogue
from graph.checking.facts import facts_of
from graph.network.audit import audit
from graph.pages.audit import render_audit_page
from graph.pipeline.run import Run
from graph.rdf.iri import clean, document_key

if TYPE_CHECKING:
    import networkx as nx

AUDIT: Final = "audit.html"
"""Name of the page."""


def versions(run: Run) -> Run:
    """Return the part of a run that has several languages of a text: there is nothing to compare in the rest."""
    read = {
        (document_key(each.record.symbol, each.record.file), each.record.language)
        for each in run.readings
        if each.passages
    }
    counts = Counter(key for key, _ in read)
    kept = [each for each in run.readings if counts[document_key(each.record.symbol, each.record.file)] > 1]
    return replace(run, readings=kept)


def render_audit(part: Run, network: "nx.MultiDiGraph[str]", pages: Mapping[str, str]) -> str:
    """Return the page.

    Args:
        part: from `versions`.
        network: the citation network of the whole run.
        pages: relative addresses of the pages of texts, by their keys.
    """

    def place(key: str, language: str, label: str) -> str | None:
        page = pages.get(key)
        return page and f"{quote(page)}#{language}/{quote(clean(label), safe='/()')}"

    findings = audit(part, network, facts_of(part.records, load_catalogue()))
    return render_audit_page(findings, readings=part.readings, beside=place)
