"""References as rows: each with its evidence in the text as read, the document's references to itself left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import ascii_uppercase
from typing import Final

from extract.language.references import References
from extract.mentions.candidate import Candidate, Resolved
from extract.mentions.pinpoint_parts import parts_of
from extract.model.citation import Citation, Evidence, Reference, Unresolved
from extract.model.document import Block, Document
from extract.model.label import TITLE
from extract.model.record import DocumentRecord
from extract.resolve.dating import fitting_date
from extract.resolve.governing import Governing
from extract.resolve.links import disagreement

_LETTERS: Final = ascii_uppercase + "-"
"""What may follow the number of a resolution that was adopted in parts: A/RES/61/295 A-C."""


def without_self(cited: Iterable[tuple[Block, Candidate]], record: DocumentRecord) -> Iterator[tuple[Block, Candidate]]:
    """Yield all references but the document's to itself: by its symbol, or by its date in its title."""
    symbol = record.symbol
    whole = symbol.rstrip(_LETTERS) if symbol and not symbol.endswith(")") else symbol
    for block, found in cited:
        if isinstance(found, Resolved):
            itself = bool(whole) and found.target in {symbol, whole}
        else:
            itself = block.label == TITLE and found.date is not None and found.date == record.date
        if not itself:
            yield block, found


def row(document: Document, lexicon: References, block: Block, found: Candidate, verb: Governing) -> Reference:
    """Return the row of a reference, its place given in the text as read."""
    start, end = block.flow.span(found.start, found.end)
    record = document.record
    evidence = Evidence(
        source=record.symbol, file=record.file, language=record.language, quote=document.text[start:end], start=start,
        end=end, paragraph=block.label, relation=verb.relation, verb=verb.verb, basis=verb.basis,
        pinpoint=found.pinpoint,
        date=found.date, certainty=found.certainty, note=found.note, role=found.role, page=block.page,
        parts=parts_of(found.pinpoint, lexicon) if found.pinpoint else (),
    )  # fmt: skip
    if not isinstance(found, Resolved):
        evidence = replace(evidence, via=found.via)
        return Unresolved(evidence=evidence, kind=found.kind, reason=found.reason, title=found.title)
    evidence = replace(
        evidence,
        date=fitting_date(found.target, found.date),
        via=found.via,
        linked=disagreement(found.target, start, end, document.links),
    )
    return Citation(evidence=evidence, target=found.target, kind=found.kind, title=found.title, unts=found.unts)
