"""From a text with its layout to a `Document`: labelled blocks of flowing text, marks of notes, and its record."""

import bisect
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.identification import identify_language
from extract.language.structure import Structure, load_structures
from extract.layout.articles import label_articles
from extract.layout.endnotes import split_notes
from extract.layout.identity import hinted, identify, lacks, read_issued
from extract.layout.labels import label
from extract.layout.lines import Layout, Paragraph
from extract.layout.masthead import Head
from extract.layout.note_marks import lift_marks
from extract.layout.shared_marks import distinguish, lift_reference_marks
from extract.layout.tables import Tables, find_tables
from extract.model.cell import Cell
from extract.model.document import Block, Document, Flow, Mark
from extract.model.label import HEAD, Label
from extract.model.record import DocumentRecord
from extract.text.characters import readable
from extract.text.flow import flows

_TURN: Final = regex.compile(r"\f")
_CERTAIN: Final = ("symbol", "date")
"""What metadata know better than the text; where the two differ, the record has a warning."""
_DOUBTFUL: Final = ("language", "organ", "title")
"""What the text knows better; metadata count only where it shows nothing."""
_METADATA_ONLY: Final = ("meeting", "form", "akn", "draft", "agenda_item", "vote", "sponsors", "subjects", "sdgs")


def compose(text: str, layout: Layout, *, file: str, sha256: str, metadata: DocumentRecord | None = None) -> Document:
    """Make a document from a text and its layout.

    Args:
        text: the text as read; every offset of the document points into it.
        layout: its paragraphs and, where the form keeps them apart, its notes.
        file: base name of the file.
        sha256: hex digest of the file's bytes.
        metadata: what the file says about the document besides its text, warnings included.
    """
    text, layout = _readable(text, layout)
    body, notes = _separate(text, layout)
    flowing = flows(text, [paragraph.segments for paragraph in (*body, *notes)])
    paragraphs = _not_empty(body, flowing[: len(body)])
    texts = [line.text for _, line in paragraphs]
    tongue = identify_language(text, texts, named=metadata.language if metadata else None)
    frame = load_structures()[tongue.read_as]
    tables = find_tables([paragraph.cell for paragraph, _ in paragraphs], texts, frame)
    labels = labels_of(texts, tables, frame)
    shown = [(labels[at], text) for at, text in enumerate(texts) if at not in tables.contents]
    head = Head.of(text, layout)
    record = identify(shown, head, frame, file=file, sha256=sha256)
    record = replace(read_issued(record, head, frame), language=tongue.language)
    record = _supplemented(record, metadata or DocumentRecord(symbol=None, file=file, language=None))
    record = hinted(replace(record, warnings=(*record.warnings, *filter(None, [tongue.doubt]))))
    turns = [found.start() for found in _TURN.finditer(text)]
    blocks = [
        Block(name, line, _marks(paragraph, line), _page(line, turns), cell)
        for name, cell, (paragraph, line) in zip(labels, tables.cells, paragraphs, strict=True)
    ]
    blocks += [
        Block(Label.of_note(note.note or ""), line, page=_page(line, turns))
        for note, line in _not_empty(notes, flowing[len(body) :])
    ]
    return Document(record=record, text=text, blocks=tuple(blocks))


def _readable(text: str, layout: Layout) -> tuple[str, Layout]:
    """The text as everything can read it, and the layout without lines that were read before it was changed."""
    changed = readable(text)
    return changed, layout if changed == text else replace(layout, first=())


def labels_of(texts: Sequence[str], tables: Tables, frame: Structure) -> list[Label]:
    """The label of each paragraph; what stands in tables has no part in the order of the others.

    Args:
        texts: their flowing texts.
        tables: the tables that they stand in.
        frame: what frames a document in their language.
    """
    apart = {at: _label_of(cell) for at, cell in enumerate(tables.cells) if cell} | dict.fromkeys(tables.contents, HEAD)
    around = [text for at, text in enumerate(texts) if at not in apart]
    names = iter(label_articles(label(around, frame), around, frame) if around else ())
    return [apart[at] if at in apart else next(names) for at in range(len(texts))]


def _label_of(cell: Cell) -> Label:
    return Label.of_cell(cell.table, cell.row, cell.column)


def _not_empty(paragraphs: Sequence[Paragraph], flowing: Sequence[Flow]) -> list[tuple[Paragraph, Flow]]:
    """Paragraphs with their flowing text, but for those that have none."""
    return [(paragraph, line) for paragraph, line in zip(paragraphs, flowing, strict=True) if line.text]


def _separate(text: str, layout: Layout) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Body and notes, with the marks of notes lifted out of the text where the layout does not know them."""
    body, notes = layout.paragraphs, layout.notes
    if not layout.marked:
        if not notes:
            body, notes = split_notes(text, body)
        body = lift_marks(text, body, notes)
    return distinguish(*lift_reference_marks(text, body, notes))


def _supplemented(record: DocumentRecord, metadata: DocumentRecord) -> DocumentRecord:
    """The record of the text, completed and corrected from the metadata."""
    said = {name: value for name in (*_CERTAIN, *_METADATA_ONLY) if (value := getattr(metadata, name))}
    said |= {name: getattr(metadata, name) for name in _DOUBTFUL if not getattr(record, name)}
    both = [(name, getattr(record, name), getattr(metadata, name)) for name in _CERTAIN]
    differ = [f"the text shows the {name} {a}, the metadata {b}" for name, a, b in both if a and b and a != b]
    full = replace(record, **said)
    return replace(full, warnings=(*lacks(full), *differ, *metadata.warnings))


def _marks(paragraph: Paragraph, line: Flow) -> tuple[Mark, ...]:
    if not paragraph.marks:  # most have none
        return ()
    return tuple(Mark(_after_word(line, offset), number) for offset, number in paragraph.marks)


def _page(line: Flow, turns: Sequence[int]) -> int | None:
    """Number of the page that a line begins on, where form feeds turn pages."""
    return bisect.bisect_left(turns, line.origin[0]) + 1 if turns else None


def _after_word(line: Flow, offset: int) -> int:
    """Position right after the word or punctuation that the mark at an offset follows."""
    position = line.at(offset)
    return position - 1 if position and line.text[position - 1] == " " else position
