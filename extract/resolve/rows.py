"""References as rows: each with its evidence in the text as read, the document's references to itself left out."""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from typing import Final

import regex

from extract.language.dates import find_dates
from extract.language.references import References
from extract.mentions.candidate import Candidate, Resolved
from extract.mentions.pinpoint_parts import parts_of
from extract.model.citation import Citation, DateOf, Evidence, Reference, Unresolved
from extract.model.document import Block, Document
from extract.model.label import TITLE
from extract.model.record import DocumentRecord
from extract.registry.committees import OF_PARTIES
from extract.resolve.dating import fitting_date
from extract.resolve.governing import Governing
from extract.resolve.links import disagreement

_ADOPTED: Final = frozenset({"resolution", "decision"})
_SIGNED: Final = ("agreement", "accord", "memorandum", "communiqu")
"""Words in the English titles of treaties that are dated by their signature."""
_NUMBER: Final = regex.compile(r"(?<=/(?:RES|DEC)/)(?:E?S-)?\d{1,4}/\d{1,4}[A-Z]?\Z")
_MEETING: Final = regex.compile(r"(?:^|/)(?:PV|SR)\.\d")
_LINKED: Final = 64
"""Characters of a link ("of") and a date."""
_LETTERS: Final = ascii_uppercase + "-"
"""What may follow the number of a resolution that was adopted in parts: A/RES/61/295 A-C."""


def without_self(cited: Iterable[tuple[Block, Candidate]], record: DocumentRecord) -> Iterator[tuple[Block, Candidate]]:
    """Yield all references but the document's to itself: by its symbol, or in its title by its date or its number."""
    symbol = record.symbol
    whole = symbol.rstrip(_LETTERS) if symbol and not symbol.endswith(")") else symbol
    for block, found in cited:
        if isinstance(found, Resolved):
            itself = bool(whole) and found.target in {symbol, whole}
            itself = itself or (block.label == TITLE and (_bears(symbol, found.target) or _begins(found)))
        else:
            itself = block.label == TITLE and found.date is not None and found.date == record.date
        if not itself:
            yield block, found


def _begins(found: Resolved) -> bool:
    """Whether a title begins with the number of a decision of parties ("Decision 3/CP.49"), which a report prints."""
    return found.start == 0 and OF_PARTIES.fullmatch(found.target) is not None


def _bears(symbol: str | None, target: str) -> bool:
    """Whether two symbols end in the same session and number: E/ESCAP/RES/85/4 calls itself "resolution 85/4"."""
    own, other = (_NUMBER.search(each or "") for each in (symbol, target))
    return own is not None and other is not None and own.group() == other.group()


def _event(found: Candidate) -> DateOf | None:
    """What the date of a reference is of: what the text says, else what the date of such a text usually is of."""
    is_treaty = found.kind == "treaty"
    if found.date is None:
        return None
    if found.date_of is not None and not (is_treaty and found.date_of == "document"):
        return found.date_of
    if is_treaty:
        title = (found.title or "").casefold() if isinstance(found, Resolved) else ""
        return "signature" if any(word in title for word in _SIGNED) else "adoption"
    if found.kind in _ADOPTED:
        return "adoption"
    target = found.target if isinstance(found, Resolved) else ""
    return "meeting" if _MEETING.search(target) else "document"


def _is_tied(text: str, found: Candidate, lexicon: References) -> bool:
    """Whether a date belongs to a reference by its place alone: "resolution 60/1 of 16 September 2007"."""
    near = find_dates(text[found.end : found.end + _LINKED], lexicon) if found.date else ()
    if not near or near[0].iso != found.date:
        return False
    link = text[found.end : found.end + near[0].start].strip()
    return link in lexicon.dates.links and link not in lexicon.dates.on


def row(document: Document, lexicon: References, block: Block, found: Candidate, verb: Governing) -> Reference:
    """Return the row of a reference, its place given in the text as read."""
    start, end = block.flow.span(found.start, found.end)
    record = document.record
    date, linked = found.date, None
    if isinstance(found, Resolved):
        date = date if _is_tied(block.text, found, lexicon) else fitting_date(found.target, date)
        linked = disagreement(found.target, start, end, document.links) if document.links else None
    evidence = Evidence(
        source=record.symbol, file=record.file, language=record.language, quote=document.text[start:end], start=start,
        end=end, paragraph=block.label, relation=verb.relation, verb=verb.verb, basis=verb.basis,
        pinpoint=found.pinpoint, date=date, date_of=_event(found) if date else None, via=found.via, linked=linked,
        certainty=found.certainty, note=found.note, role=found.role, page=block.page,
        parts=parts_of(found.pinpoint, lexicon) if found.pinpoint else (), called=found.called,
    )  # fmt: skip
    if not isinstance(found, Resolved):
        return Unresolved(evidence=evidence, kind=found.kind, reason=found.reason, title=found.title)
    return Citation(evidence=evidence, target=found.target, kind=found.kind, title=found.title, unts=found.unts)
