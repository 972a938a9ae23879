"""From a text laid out to a `Document`: flowing blocks with labels, note marks lifted out, and its record."""

from extract.document import Block, Document, Flow, Mark
from extract.flow import flow
from extract.frame import frames
from extract.identity import identify, tell_language
from extract.lines import Layout, Paragraph
from extract.notes import lift_marks, split_notes
from extract.structure import label


def compose(text: str, layout: Layout, *, file: str, sha256: str) -> Document:
    """Make a document of a text and its layout.

    Args:
        text: the text as read; every offset of the document points into it.
        layout: its paragraphs and, where they stood apart, its notes.
        file: base name of the file.
        sha256: hex digest of the file's bytes.
    """
    body, notes = layout.paragraphs, layout.notes
    if not notes:
        body, notes = split_notes(text, body)
    body = lift_marks(text, body, notes)
    blocks = [(paragraph, flow(text, paragraph.segments)) for paragraph in body]
    blocks = [(paragraph, line) for paragraph, line in blocks if line.text]
    language = tell_language(text, [line.text for _, line in blocks])
    frame = frames()[language] if language else None
    labels = label([line.text for _, line in blocks], frame) if frame else ["head"] * len(blocks)
    record = identify(
        list(zip(labels, (line.text for _, line in blocks), strict=True)),
        layout.furniture,
        frame,
        file=file,
        sha256=sha256,
    )
    made = [Block(name, line, _marks(paragraph, line)) for name, (paragraph, line) in zip(labels, blocks, strict=True)]
    made += [Block(f"fn{note.note}", line) for note in notes if (line := flow(text, note.segments)).text]
    return Document(record=record, text=text, blocks=tuple(made))


def _marks(paragraph: Paragraph, line: Flow) -> tuple[Mark, ...]:
    return tuple(Mark(_behind(line, offset), number) for offset, number in paragraph.marks)


def _behind(line: Flow, offset: int) -> int:
    """Position right behind the word or punctuation that the mark at an offset follows."""
    position = line.at(offset)
    return position - 1 if position and line.text[position - 1] == " " else position
