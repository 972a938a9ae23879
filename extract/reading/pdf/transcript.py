"""The pages of a PDF as one text with its layout: which parts are body, notes and furniture."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.layout.lines import Layout, Paragraph
from extract.layout.note_marks import lift_marks
from extract.reading.pdf.foot import Note, find_foot, is_drawn_rule, read_notes
from extract.reading.pdf.furniture import Furniture
from extract.reading.pdf.glyphs import Sheet
from extract.reading.pdf.hyphens import Hyphens
from extract.reading.pdf.paragraphs import group
from extract.reading.pdf.rows import Row
from extract.reading.pdf.setting import Setting

_SMALL: Final[float] = 0.75
_MARK: Final = regex.compile(r"\d{1,3}|[*†‡]{1,4}")
_CELL: Final = regex.compile(r"\S++(?: {1,3}\S++)*+")


def transcribe(pages: Sequence[Sequence[Row]], sheets: Sequence[Sheet]) -> tuple[str, Layout]:
    """Transcribe the lines of all pages.

    Args:
        pages: the lines of each, in reading order.
        sheets: the pages themselves.

    Returns:
        The text, one line per line, with an empty line before each paragraph and a form feed after each page; and its
        layout.
    """
    size = _body_size(pages)
    pages = [[_raised(row, size) for row in page] for page in pages]
    furniture = Furniture(pages, [sheet.height for sheet in sheets])
    bodies: list[list[Row]] = []
    feet: list[list[Row]] = []
    for page, sheet in zip(pages, sheets, strict=True):
        body: list[Row] = []
        for rows in _columns(page, furniture):
            at = find_foot(rows, sheet.rules, size=size)
            body += [row for row in rows[:at] if not is_drawn_rule(row)]
            feet.append(rows[at:])
        bodies.append(body)
    notes = read_notes(feet)
    paragraphs = list(group([row for body in bodies for row in body], Setting(bodies, size)))
    transcript = _Transcript(pages, [rows for rows, _ in paragraphs], notes)
    return transcript.text, transcript.layout(paragraphs, notes, tuple(furniture.names))


def _body_size(pages: Sequence[Sequence[Row]]) -> float:
    """The type size in which most of the text is set, in points."""
    sizes = Counter[float]()
    for row in itertools.chain.from_iterable(pages):
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0]


def _columns(page: Sequence[Row], furniture: Furniture) -> Iterator[list[Row]]:
    """The lines of a page without furniture, each run of one column by itself."""
    for _, column in itertools.groupby(page, key=lambda row: row.column):
        yield [row for row in column if not furniture.holds(row)]


def _raised(row: Row, size: float) -> Row:
    """Treat a line that is nothing but a small number as a note mark that found no room on the line before."""
    lone = row.size <= _SMALL * size and _MARK.fullmatch(row.text)
    return replace(row, raised=((0, len(row.text)),), size=size) if lone else row


class _Transcript:
    """The text of the pages, and the offset of each line in it."""

    def __init__(
        self, pages: Sequence[Sequence[Row]], paragraphs: Sequence[Sequence[Row]], notes: Sequence[Note]
    ) -> None:
        groups = [*paragraphs, *(note.rows for note in notes)]
        hyphens = Hyphens(groups)
        firsts = {rows[0] for rows in groups}
        self.starts: dict[Row, int] = {}
        self.numbers = frozenset(note.number for note in notes)
        pieces: list[str] = []
        length = 0
        for page in pages:
            for at, row in enumerate(page):
                line = ("\n" if at and row in firsts else "") + hyphens.written(row) + "\n"
                self.starts[row] = length + len(line) - len(row.text) - 1
                pieces.append(line)
                length += len(line)
            pieces.append("\f")
            length += 1
        self.text = "".join(pieces)

    def layout(
        self, paragraphs: Iterable[tuple[list[Row], bool]], notes: Sequence[Note], furniture: tuple[str, ...]
    ) -> Layout:
        body: list[Paragraph] = []
        for rows, masthead in paragraphs:
            made = self._paragraph(rows)
            body += self._cells(rows[0]) if masthead and len(rows) == 1 and not made.marks else [made]
        noted = [self._note(note) for note in notes]
        told = {number for paragraph in body for _, number in paragraph.marks}
        body = list(lift_marks(self.text, body, [note for note in noted if note.note not in told]))
        return Layout(tuple(body), tuple(noted), furniture, marked=bool(noted))

    def _paragraph(self, rows: Sequence[Row]) -> Paragraph:
        segments: list[tuple[int, int]] = []
        marks: list[tuple[int, str]] = []
        for row in rows:
            start = self.starts[row]
            at = 0
            for begin, end in row.raised:
                numbers = [number for number in _MARK.findall(row.text[begin:end]) if number in self.numbers]
                if numbers:
                    segments.append((start + at, start + begin))
                    marks += ((start + begin, number) for number in numbers)
                    at = end
            segments.append((start + at, start + len(row.text)))
        return Paragraph(tuple(segment for segment in segments if segment[0] < segment[1]), tuple(marks))

    def _cells(self, row: Row) -> list[Paragraph]:
        """The cells of a line in the masthead, each as a paragraph."""
        start = self.starts[row]
        return [Paragraph(((start + cell.start(), start + cell.end()),)) for cell in _CELL.finditer(row.text)]

    def _note(self, note: Note) -> Paragraph:
        segments = [(start, start + len(row.text)) for row in note.rows for start in (self.starts[row],)]
        first = segments[0]
        segments[0] = (first[0] + note.skip, first[1])
        return Paragraph(tuple(segment for segment in segments if segment[0] < segment[1]), note=note.number)
