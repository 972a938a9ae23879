"""`find_citations`: a document's references, from what is written to what is meant. This screen is the architecture."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.identification import FALLBACK
from extract.language.references import References, languages, load_references
from extract.language.structure import load_structures
from extract.language.verbs import load_verbs
from extract.mentions.candidate import NO_CITATION
from extract.mentions.scan import BlockScan
from extract.model.citation import Reference
from extract.model.document import Block, Document, pieces
from extract.model.label import HEAD
from extract.numbers.finder import NumberFinder
from extract.numbers.listed import find_listed
from extract.registry.committees import committee_of, own_treaties
from extract.registry.registry import Registry, load_registry
from extract.resolve.binder import Binder
from extract.resolve.calling import Calling
from extract.resolve.carriers import find_carriers, marked_titles
from extract.resolve.cases import CaseNames
from extract.resolve.governors import Governors
from extract.resolve.notes import NoteReader, by_number, read_notes
from extract.resolve.resolver import Resolver
from extract.resolve.roles import Roles
from extract.resolve.rows import row, without_self
from extract.symbols.bodies import by_name
from extract.text.characters import is_marked


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
    language = record.language if record.language in languages() else FALLBACK
    lexicon, registry = load_references(language), load_registry()

    scans = _scanned(document, lexicon, registry)
    carriers = find_carriers(blocks)
    of_committee = record.symbol if committee_of(record.symbol) else None
    cases = CaseNames(blocks, scans, lexicon, of_committee=of_committee)
    notes = read_notes(blocks, scans, NoteReader(lexicon, registry, marked_titles(carriers, scans), cases))
    governors = Governors(blocks, load_verbs(language, marked=is_marked(document.text)), carriers)
    binder = Binder(lexicon, registry, own_treaties(record.symbol))
    resolver = Resolver(lexicon, by_number(notes), binder, governors.clauses, cases)

    cited = [(b, found) for b, scan in _body(blocks, scans) for found in resolver.read(b, scan)]
    governors.learn(cited)
    roles = Roles(lexicon, cited)
    for index, note in notes.items():  # after the body, since short forms in notes mean what the body has named
        block, scan, carrier = blocks[index], scans[index], carriers.get(note.number)
        found_here = resolver.read_note(block, scan, note, carrier)
        cited += [(block, found) for found in roles.given(note.label, scan.text, found_here, carrier)]

    cited = [(block, found) for block, found in cited if found.passing not in NO_CITATION]
    called = Calling(lexicon).named(without_self(cited, record))
    rows = (row(document, lexicon, b, found, governors.of(b, found)) for b, found in called)
    return tuple(sorted(rows, key=lambda reference: (reference.evidence.start, -reference.evidence.end)))


def _scanned(document: Document, lexicon: References, registry: Registry) -> list[BlockScan]:
    """What each block shows by itself, in reading order, since numbers refer to the bodies that were named before."""
    record = document.record
    numbers = NumberFinder(
        lexicon, adopting=_identifier(record.organ), year=int(record.date[:4]) if record.date else None
    )
    committee = committee_of(record.symbol)
    listed = find_listed(document.blocks, lexicon, adopting=_identifier(record.organ))
    scans = []
    for at, (block, adopting) in enumerate(zip(document.blocks, _adopting(document, lexicon), strict=True)):
        numbers.bodies.adopting = adopting
        scans.append(
            BlockScan(
                block,
                document.text,
                lexicon=lexicon,
                registry=registry,
                numbers=numbers,
                listed=listed.get(at),
                committee=committee,
            )
        )
    return scans


def _adopting(document: Document, lexicon: References) -> Iterator[str | None]:
    """The body that speaks in each block: the document's own, or that of a draft that it recommends."""
    frame = load_structures()[lexicon.language]
    own = adopting = _identifier(document.record.organ)
    first: str | None = None
    for block in document.blocks:
        enacts = frame.enacting(block.text) if block.label == HEAD else None
        first = first or enacts
        if enacts:
            adopting = own if enacts == first else _identifier(enacts)
        yield own if block.label.is_note else adopting


def _identifier(organ: str | None) -> str | None:
    body = by_name(organ)
    return body.identifier if body else None


def _body(blocks: Sequence[Block], scans: Sequence[BlockScan]) -> Iterator[tuple[Block, BlockScan]]:
    """The blocks that cite: neither notes nor the head of the document, unless a list begins there."""
    for block, scan in zip(blocks, scans, strict=True):
        if not block.label.is_note and (block.label != HEAD or scan.is_listed):
            yield block, scan
