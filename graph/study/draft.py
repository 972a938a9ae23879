"""Drafts and documents checked: as `recalling check` and `recalling audit` do, for a notebook."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from extract.catalogue.catalogue import load_catalogue
from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document
from graph.checking.check import check
from graph.checking.facts import Dated, Facts
from graph.network.audit import audit
from graph.pipeline.reading import Reading
from graph.pipeline.run import Run
from graph.pipeline.transcript import transcribe

if TYPE_CHECKING:
    import networkx as nx

COLUMNS: Final = {
    "verdict": "category",
    "paragraph": "string",
    "quote": "string",
    "target": "string",
    "field": "category",
    "printed": "string",
    "known": "string",
    "source": "string",
}
"""Columns of a checked text → their types."""


AUDITED: Final = {
    "check": "category",
    "document": "string",
    "language": "category",
    "paragraph": "string",
    "cited": "string",
    "instead": "string",
    "quote": "string",
    "others": "string",
}
"""Columns of an audit → their types."""


def audit_run(run: Run, network: "nx.MultiDiGraph[str]") -> Iterator[dict[str, Any]]:
    """Audit what was read, and yield the findings as rows."""
    dates = {key: str(node["date"]) for key, node in network.nodes(data=True) if node["read"]}
    facts = Facts(load_catalogue(), read={key: Dated(date, key) for key, date in dates.items()})
    for finding in audit(run, network, facts):
        yield {name: getattr(finding, name) for name in AUDITED} | {"others": " ".join(finding.others)}


def check_text(text: str, dates: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Check every reference of a text, and yield it with the finding that its verdict rests on.

    Args:
        text: of a draft, or of a part of one.
        dates: key of a text that was read → its date.
    """
    if not text.strip():
        return
    document = read_document(text.encode("utf-8", "replace"), file="draft.txt")
    references = tuple(find_citations(document))
    passages = transcribe(document, references)
    reading = Reading(document.record, references, frozenset(), passages, document.text)
    facts = Facts(load_catalogue(), read={key: Dated(date, key) for key, date in dates.items()})
    for checked in check([reading], facts):
        evidence, telling = checked.reference.evidence, checked.telling
        yield {
            "verdict": checked.verdict,
            "paragraph": evidence.paragraph,
            "quote": " ".join(evidence.quote.split()),
            "target": checked.reference.target if isinstance(checked.reference, Citation) else None,
            "field": telling and telling.field,
            "printed": telling and telling.printed,
            "known": telling and telling.known,
            "source": telling and telling.source,
        }
