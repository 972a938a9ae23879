"""`find_citations`: a document's references, from what is written to what is meant. This screen is the architecture."""

from dataclasses import replace

from extract.language.references import languages, load_references
from extract.language.verbs import load_verbs
from extract.mentions.candidate import Candidate
from extract.mentions.scan import BlockScan
from extract.model.citation import Reference
from extract.model.document import Block, Document, pieces
from extract.model.label import HEAD
from extract.numbers.finder import NumberFinder
from extract.registry.registry import load_registry
from extract.resolve.binder import Binder
from extract.resolve.carriers import find_carriers, marked_titles
from extract.resolve.governors import Governors
from extract.resolve.notes import Note, NoteReader
from extract.resolve.resolver import Resolver
from extract.resolve.rows import row, without_self
from extract.symbols.bodies import by_name


def find_citations(document: Document) -> tuple[Reference, ...]:
    """Find every reference of a document, in the order of its text.

    Args:
        document: as returned by `extract.reading`; a language without a lexicon is read with the English one.

    Returns:
        A `Citation` per reference whose target is known, an `Unresolved` per reference whose target is not. The
        document's references to itself are left out.
    """
    document = replace(document, blocks=tuple(piece for block in document.blocks for piece in pieces(block)))
    blocks, record = document.blocks, document.record
    language = record.language if record.language in languages() else "en"
    lexicon, registry = load_references(language), load_registry()

    # What each block shows by itself, in reading order: numbers remember the bodies that were named before them.
    body, year = by_name(record.organ), int(record.date[:4]) if record.date else None
    numbers = NumberFinder(lexicon, adopting=body.identifier if body else None, year=year)
    scans = [BlockScan(b, document.text, lexicon=lexicon, registry=registry, numbers=numbers) for b in blocks]

    # Notes, since they identify phrases of the body; of several notes with one number the first counts.
    carriers = find_carriers(blocks)
    reader = NoteReader(lexicon, registry, marked_titles(carriers, scans))
    notes = {i: reader.read(b, scans[i]) for i, b in enumerate(blocks) if b.label.is_note}
    by_number: dict[str, Note] = {}
    for i, note in notes.items():
        by_number.setdefault(blocks[i].label.note or "", note)

    # The body, then the short forms in notes, which mean what the body has named.
    governors = Governors(blocks, load_verbs(language), carriers)
    resolver = Resolver(lexicon, by_number, Binder(lexicon, registry), governors.verbs)
    cited: list[tuple[Block, Candidate]] = [
        (b, found)
        for i, b in enumerate(blocks)
        if i not in notes and b.label != HEAD
        for found in resolver.read(b, scans[i])
    ]
    governors.learn(cited)
    for i, note in notes.items():
        carrier = carriers.get(blocks[i].label.note or "")
        label = carrier.block.label if carrier else None
        cited += [(blocks[i], found) for found in resolver.read_note(blocks[i], scans[i], note, label)]

    rows = (row(document, lexicon, b, found, governors.of(b, found)) for b, found in without_self(cited, record))
    return tuple(sorted(rows, key=lambda reference: (reference.evidence.start, -reference.evidence.end)))
