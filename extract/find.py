"""`find_citations`: a document's references, from what is written to what is meant. This screen is the architecture."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extract.language.references import References, languages, load_references
from extract.language.verb_finder import Verb, find_verbs
from extract.language.verbs import Verbs, load_verbs
from extract.mentions.candidate import Candidate, Resolved
from extract.mentions.pinpoint_parts import parts_of
from extract.mentions.scan import BlockScan
from extract.model.citation import Citation, Evidence, Reference, Unresolved
from extract.model.document import Block, Document, pieces
from extract.model.label import HEAD, TITLE
from extract.model.record import DocumentRecord
from extract.numbers.finder import NumberFinder
from extract.registry.gazetteer import NamedHit
from extract.registry.registry import load_registry
from extract.resolve.binder import Binder
from extract.resolve.dating import fitting_date
from extract.resolve.governing import Governing, governing
from extract.resolve.links import disagreement
from extract.resolve.notes import NoteReader
from extract.resolve.resolver import Resolver
from extract.symbols.bodies import by_name

Place = tuple[Block, int]
"""A block and a position in its flowing text."""


def find_citations(document: Document) -> tuple[Reference, ...]:
    """Find every reference of a document, in the order of its text.

    Args:
        document: as `extract.reading` gives it; a language without a lexicon is read with the English one.

    Returns:
        One `Citation` a reference whose target is known, one `Unresolved` a reference whose target is not.
        References of the document to itself are none.
    """
    document = replace(document, blocks=tuple(piece for block in document.blocks for piece in pieces(block)))
    language = document.record.language if document.record.language in languages() else "en"
    lexicon, registry, verbs = load_references(language), load_registry(), load_verbs(language)
    body = by_name(document.record.organ)
    year = int(document.record.date[:4]) if document.record.date else None
    numbers = NumberFinder(lexicon, adopting=body.identifier if body else None, year=year)
    scans = {
        id(b): BlockScan(b, document.text, lexicon=lexicon, registry=registry, numbers=numbers) for b in document.blocks
    }

    body_blocks = [b for b in document.blocks if not b.label.is_note]
    carriers = _carriers(document)
    reader = NoteReader(lexicon, registry, _hints(carriers, scans))
    read = {id(b): reader.read(b, scans[id(b)]) for b in document.blocks if b.label.is_note}
    notes = {note: read[id(b)] for b in reversed(document.blocks) if (note := b.label.note) is not None}
    governed = _Governors(document, verbs, carriers)
    resolver = Resolver(lexicon, notes, Binder(lexicon, registry), governed.verbs)

    rows = [(b, f) for b in body_blocks if b.label != HEAD for f in resolver.read(b, scans[id(b)])]
    for b, f in rows:
        governed.named.setdefault(b.label, []).append((f.start, f.end))
        if isinstance(f, Resolved) and f.via:
            governed.phrases.setdefault(f.via, (b, f.start, f.end))
    for b in (b for b in document.blocks if b.label.is_note):
        place = carriers.get(b.label.note or "")
        found = resolver.read_note(b, scans[id(b)], read[id(b)], place[0].label if place else None)
        rows += [(b, f) for f in found]
    seen = _without_self(rows, document.record)
    return tuple(
        sorted(
            (_row(document, lexicon, b, f, governed.of(b, f)) for b, f in seen),
            key=lambda r: (r.evidence.start, -r.evidence.end),
        )
    )


def _carriers(document: Document) -> Mapping[str, Place]:
    """Note number -> where its mark stands first."""
    places: dict[str, Place] = {}
    for block in document.blocks:
        for mark in block.marks:
            places.setdefault(mark.number, (block, mark.position))
    return places


def _hints(carriers: Mapping[str, Place], scans: Mapping[int, BlockScan]) -> Mapping[str, list[NamedHit]]:
    """Note number -> the titles that end at its mark."""
    return {
        number: [hit for hit in scans[id(block)].names if hit.inside is None and 0 <= at - hit.end <= 40]  # noqa: PLR2004  # "… thereto"
        for number, (block, at) in carriers.items()
    }


def _without_self(rows: list[tuple[Block, Candidate]], record: DocumentRecord) -> Iterator[tuple[Block, Candidate]]:
    """All but the document's references to itself: by its symbol, letter or not, or by its date in its title."""
    symbol = record.symbol
    own = symbol.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") if symbol and not symbol.endswith(")") else symbol
    for block, found in rows:
        if isinstance(found, Resolved):
            itself = bool(own) and found.target in {symbol, own}
        else:
            itself = block.label == TITLE and found.date is not None and found.date == record.date
        if not itself:
            yield block, found


class _Governors:
    """Governing verbs of a document's blocks; a sub-paragraph inherits its chapeau's, a note that of its mark."""

    def __init__(self, document: Document, lexicon: Verbs, carriers: Mapping[str, Place]) -> None:
        self._lexicon, self._carriers = lexicon, carriers
        self.verbs = functools.cache(self._find)
        self.phrases: dict[str, tuple[Block, int, int]] = {}  # label of a note -> the phrase that it identifies
        self.named: dict[str, list[tuple[int, int]]] = {}  # label of a block -> its references
        self._blocks = {block.label: block for block in reversed(document.blocks)}

    def _find(self, text: str) -> tuple[Verb, ...]:
        return find_verbs(text, self._lexicon)

    def of(self, block: Block, found: Candidate) -> Governing:
        """The verb that governs a reference."""
        if block.label.is_note:
            if block.label in self.phrases:
                return self._at(*self.phrases[block.label])
            place = self._carriers.get(block.label.note or "")
            return self._at_mark(*place) if place else Governing("other", None)
        return self._at(block, found.start, found.end)

    def _at(self, block: Block, start: int, end: int) -> Governing:
        return governing(block.text, start, end, self.verbs(block.text), self._lexicon, inherited=self._chapeau(block))

    def _at_mark(self, block: Block, mark: int) -> Governing:
        """The verb that governs what a mark marks: no preposition that has its object before it.

        "The report submitted pursuant to resolution 61/74²": note 2 tells the report.
        """
        named = self.named.get(block.label, [])
        verbs = [
            v
            for v in self.verbs(block.text)
            if v.role != "phrase" or not any(v.end <= start and end <= mark for start, end in named)
        ]
        start = max(0, mark - 1)
        return governing(block.text, start, mark, verbs, self._lexicon, inherited=self._chapeau(block))

    def _chapeau(self, block: Block) -> Governing | None:
        """What the paragraph above hands down: op3 to op3(a), op3(a) to op3(a)(i), "Resolves:" to what it numbers."""
        above = self._blocks.get(block.label.parent) if block.label.parent else None
        first = self._blocks.get(block.label)
        if first is not None and first is not block:
            above = first  # a dash list under one number: its first block is the chapeau
        if above is None or above is block:
            return None
        return self._at(above, len(above.text), len(above.text))


def _row(document: Document, lexicon: References, block: Block, found: Candidate, verb: Governing) -> Reference:
    """The record of a reference, its place given in the text as read."""
    start, end = block.flow.span(found.start, found.end)
    record = document.record
    evidence = Evidence(
        source=record.symbol, file=record.file, language=record.language, quote=document.text[start:end], start=start,
        end=end, paragraph=block.label, relation=verb.relation, verb=verb.verb, pinpoint=found.pinpoint,
        date=found.date, certainty=found.certainty, note=found.note, page=block.page,
        parts=parts_of(found.pinpoint, lexicon) if found.pinpoint else (),
    )  # fmt: skip
    if not isinstance(found, Resolved):
        return Unresolved(evidence=evidence, kind=found.kind, reason=found.reason)
    evidence = replace(
        evidence,
        date=fitting_date(found.target, found.date),
        via=found.via,
        linked=disagreement(found.target, start, end, document.links),
    )
    return Citation(evidence=evidence, target=found.target, kind=found.kind, title=found.title, unts=found.unts)
