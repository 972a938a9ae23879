"""From a text laid out to a `Document`: flowing blocks with labels, note marks lifted out, and its record."""

import bisect
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.structure import load_structures
from extract.layout.endnotes import split_notes
from extract.layout.identity import identify, lacks, read_issued, tell_language
from extract.layout.labels import label
from extract.layout.lines import Layout, Paragraph
from extract.layout.note_marks import lift_marks
from extract.layout.shared_marks import distinguish, lift_reference_marks
from extract.model.document import Block, Document, Flow, Mark
from extract.model.label import HEAD, Label
from extract.model.record import DocumentRecord
from extract.text.flow import flows

_TURN: Final = regex.compile(r"\f")
_CERTAIN: Final = ("symbol", "date")
"""What metadata say better than the text; where the two differ, the record says so."""
_DOUBTFUL: Final = ("language", "organ", "title")
"""What the text says better; metadata fill it only where it says nothing."""
_ONLY: Final = ("meeting", "form", "akn", "draft", "agenda_item", "vote", "sponsors", "subjects", "sdgs")


def compose(text: str, layout: Layout, *, file: str, sha256: str, metadata: DocumentRecord | None = None) -> Document:
    """Make a document of a text and its layout.

    Args:
        text: the text as read; every offset of the document points into it.
        layout: its paragraphs and, where they stood apart, its notes.
        file: base name of the file.
        sha256: hex digest of the file's bytes.
        metadata: what the form says of the document beside its text, warnings included.
    """
    body, notes = layout.paragraphs, layout.notes
    if not layout.marked:
        if not notes:
            body, notes = split_notes(text, body)
        body = lift_marks(text, body, notes)
    body, notes = distinguish(*lift_reference_marks(text, body, notes))
    flowing = flows(text, [paragraph.segments for paragraph in (*body, *notes)])
    blocks = [(paragraph, line) for paragraph, line in zip(body, flowing, strict=False) if line.text]
    noted = [(note, line) for note, line in zip(notes, flowing[len(body) :], strict=True) if line.text]
    texts = [line.text for _, line in blocks]
    language = tell_language(text, texts)
    if language is None and metadata and metadata.language in load_structures():
        language = metadata.language
    frame = load_structures()[language] if language else None
    labels = label(texts, frame) if frame else [HEAD] * len(blocks)
    labelled = list(zip(labels, texts, strict=True))
    record = identify(labelled, layout.furniture, frame, file=file, sha256=sha256)
    record = read_issued(record, text, frame) if frame else record
    turns = [found.start() for found in _TURN.finditer(text)]
    made = [
        Block(name, line, _marks(paragraph, line), _page(line, turns))
        for name, (paragraph, line) in zip(labels, blocks, strict=True)
    ]
    made += [Block(Label.of_note(note.note or ""), line, page=_page(line, turns)) for note, line in noted]
    record = _supplemented(record, metadata) if metadata else record
    return Document(record=record, text=text, blocks=tuple(made))


def _supplemented(record: DocumentRecord, metadata: DocumentRecord) -> DocumentRecord:
    """The record of the text, with what the metadata say."""
    said = {name: value for name in (*_CERTAIN, *_ONLY) if (value := getattr(metadata, name))}
    said |= {name: getattr(metadata, name) for name in _DOUBTFUL if not getattr(record, name)}
    both = [(name, getattr(record, name), getattr(metadata, name)) for name in _CERTAIN]
    differ = [f"the text shows the {name} {a}, the metadata {b}" for name, a, b in both if a and b and a != b]
    full = replace(record, **said)
    return replace(full, warnings=(*lacks(full), *differ, *metadata.warnings))


def _marks(paragraph: Paragraph, line: Flow) -> tuple[Mark, ...]:
    if not paragraph.marks:  # most have none
        return ()
    return tuple(Mark(_behind(line, offset), number) for offset, number in paragraph.marks)


def _page(line: Flow, turns: Sequence[int]) -> int | None:
    """Number of the page that a line begins on, where form feeds turn pages."""
    return bisect.bisect_left(turns, line.origin[0]) + 1 if turns else None


def _behind(line: Flow, offset: int) -> int:
    """Position right behind the word or punctuation that the mark at an offset follows."""
    position = line.at(offset)
    return position - 1 if position and line.text[position - 1] == " " else position
