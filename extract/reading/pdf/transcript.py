"""The pages of a PDF as one text with its layout: which parts are body, notes and furniture."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

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
from extract.text.raised import level, makes_power

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
    columns = [list(_parted(page, furniture, sheet, size)) for page, sheet in zip(pages, sheets, strict=True)]
    notes, left = _notes(list(itertools.chain.from_iterable(columns)))
    bodies = [list(itertools.chain.from_iterable(column.body(left) for column in page)) for page in columns]
    paragraphs = list(group([row for body in bodies for row in body], Setting(bodies, size)))
    transcript = _Transcript(pages, [rows for rows, _ in paragraphs], notes)
    return transcript.text, transcript.layout(paragraphs, notes, tuple(furniture.names))


class _Column(NamedTuple):
    """The lines of one column of a page, without furniture, and the index of the first of its notes."""

    rows: Sequence[Row]
    foot: int

    def body(self, left: frozenset[Row]) -> Iterator[Row]:
        """The lines of the text, those at the foot that turned out to be no notes included."""
        yield from (row for row in self.rows[: self.foot] if not is_drawn_rule(row))
        yield from (row for row in self.rows[self.foot :] if row in left)


def _body_size(pages: Sequence[Sequence[Row]]) -> float:
    """The type size in which most of the text is set, in points."""
    sizes = Counter[float]()
    for row in itertools.chain.from_iterable(pages):
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0]


def _parted(page: Sequence[Row], furniture: Furniture, sheet: Sheet, size: float) -> Iterator[_Column]:
    """The columns of a page, each run of one by itself."""
    for _, column in itertools.groupby(page, key=lambda row: row.column):
        rows = [row for row in column if not furniture.holds(row)]
        yield _Column(rows, find_foot(rows, sheet.rules, size=size))


def _notes(columns: Sequence[_Column]) -> tuple[list[Note], frozenset[Row]]:
    """The notes, and the lines at the feet of pages that belong to none."""
    marked = frozenset(number for column in columns for number in _marked(column.rows[: column.foot]))
    notes, left = read_notes([column.rows[column.foot :] for column in columns], marked)
    return notes, frozenset(left)


def _marked(rows: Iterable[Row]) -> Iterator[str]:
    """The numbers that stand raised in lines."""
    for row in rows:
        for begin, end in row.raised:
            yield from _MARK.findall(level(row.text[begin:end]))


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
                found = _MARK.findall(level(row.text[begin:end]))
                numbers = [number for number in found if number in self.numbers]
                if numbers or (found and begin and not makes_power(row.text[begin:end], row.text[:begin])):
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
