"""`WordText`: the body of a DOCX file, written paragraph by paragraph, its notes after it."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

import regex
from lxml import etree

from extract.model.cell import Cell
from extract.reading.markup.tree import bare
from extract.reading.markup.writer import Writer
from extract.reading.word.fields import Fields, address_of
from extract.reading.word.grid import find_cells
from extract.reading.word.looks import OFF, Looks, font_character, is_placeholder
from extract.reading.word.note_numbers import NOTES, NoteNumbers
from extract.reading.word.numbering import Numbering, W

_RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNREAD: Final = frozenset(
    ["del", "moveFrom", "delText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "rPr", "pPr", "tblPr",
     "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "separator", "continuationSeparator", "rt"]
)  # fmt: skip
_CHARACTERS: Final = {
    "tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
# Types of notes that only separate others.
_APART: Final = frozenset(["separator", "continuationSeparator", "continuationNotice"])
_MARK: Final = regex.compile(r"\(?\d{1,3}(?:\s?[,;\u060c\u3001\u2013-]\s?\d{1,3}){0,5}\)?")
_DIGITS: Final = regex.compile(r"\d{1,3}")
_CELLS: Final = frozenset(["tc", "txbxContent"])


class WordText:
    """Writes the contents of a document's elements.

    Attributes:
        writer: what they are written to.
        has_notes: whether the file has footnotes or endnotes of Word's own.
        fields: those that are open where it writes.
        inserted: number of other files that are inserted as files (`altChunk`).
    """

    def __init__(
        self,
        body: etree._Element,
        parts: Mapping[str, etree._Element],
        numbering: Numbering,
        addresses: Mapping[str, str],
    ) -> None:
        """Write the whole document.

        Args:
            body: the body of the main part.
            parts: roots of the parts `footnotes`, `endnotes`, `styles` and `settings`, where the file has them.
            numbering: counts its numbered paragraphs.
            addresses: targets of its hyperlinks, by identifier.
        """
        self.writer = Writer()
        self._numbering, self._addresses = numbering, addresses
        self._notes = {
            kind: {note.get(f"{W}id", ""): note for note in parts[kind] if note.get(f"{W}type") not in _APART}
            for kind in NOTES.values()
            if kind in parts
        }
        self._looks = Looks(parts.get("styles"))
        self._numbers = NoteNumbers(body, parts.get("settings"))
        self.has_notes = bool(self._numbers.count and self._notes)
        self._boxes: list[etree._Element] = []
        self.fields = Fields([body, *(parts[kind] for kind in self._notes)])
        self._raised = ""  # raised text that is not written yet
        self._in_raised = False  # whether what is being written is raised
        self._in_brackets = False
        self._own: tuple[str, str] | None = None  # the note whose mark is the text that follows
        self._open: list[etree._Element] = []  # paragraphs whose end is deleted: they continue in the next
        self.inserted = 0
        self._tables = 0
        self._cells: dict[etree._Element, Cell] = {}
        for element in body.iterchildren(etree.Element):
            self._block(element)
        self._flush()
        self._write_notes()

    def _block(self, element: etree._Element) -> None:
        name = bare(element.tag)
        if name == "p":
            self._paragraph(element)
        elif name == "AlternateContent":
            for chosen in _chosen(element):
                self._block(chosen)
        elif name == "altChunk":
            self.inserted += 1
        elif name not in _UNREAD and not is_placeholder(element):
            around = self._enter(element, name)
            for child in element.iterchildren(etree.Element):
                self._block(child)
            if name in _CELLS:
                self._flush()
                self.writer.cell = around

    def _enter(self, element: etree._Element, name: str) -> Cell | None:
        """Begin a table or a cell; the cell around what is written so far."""
        around = self.writer.cell
        if name == "tbl":
            self._tables += 1
            self._cells.update(find_cells(element, self._tables))
        elif name in _CELLS:
            self.writer.cell = self._cells.get(element)
        return around

    def _paragraph(self, element: etree._Element) -> None:
        self._open.append(element)
        if element.find(f"{W}pPr/{W}rPr/{W}del") is None and element.find(f"{W}pPr/{W}rPr/{W}moveFrom") is None:
            self._flush()

    def _flush(self) -> None:
        """Write a paragraph together with those that continue in it; the number is that of the last."""
        parts, self._open = self._open, []
        number = self._numbering.number(parts[-1].find(f"{W}pPr")) if parts else ""
        if number:
            self.writer.add(f"{number} ")
        for part in parts:
            self._looks.enter(part.find(f"{W}pPr"))
            self._inline(part)
        self._write_raised()
        self.writer.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._block(box)

    def _inline(self, element: etree._Element, *, raised: bool = False) -> None:
        around, self._in_raised = self._in_raised, raised
        for child in element.iterchildren(etree.Element):
            self._child(child, bare(child.tag))
        self._in_raised = around

    def _child(self, child: etree._Element, name: str) -> None:
        """Write one element inside a paragraph."""
        if (write := self._WRITERS.get(name)) is not None:
            write(self, child)
        elif name not in _UNREAD and not is_placeholder(child):
            self._inline(child, raised=self._in_raised)

    def _text(self, child: etree._Element) -> None:
        self._add(child.text or "")

    def _character(self, child: etree._Element) -> None:
        self._add(_CHARACTERS[bare(child.tag)])

    def _font_character(self, child: etree._Element) -> None:
        self._add(font_character(child))

    def _run(self, run: etree._Element) -> None:
        look = self._looks.of(run.find(f"{W}rPr"))
        if not look.unread:
            self._inline(run, raised=bool(look.raised))

    def _hyperlink(self, element: etree._Element) -> None:
        self._link(element, self._addresses.get(element.get(_RELATED, "")))

    def _simple_field(self, element: etree._Element) -> None:
        self._link(element, address_of(element.get(f"{W}instr", "")))

    def _alternatives(self, element: etree._Element) -> None:
        for chosen in _chosen(element):
            self._child(chosen, bare(chosen.tag))

    def _box(self, content: etree._Element) -> None:
        self._boxes.append(content)

    def _link(self, element: etree._Element, address: str | None) -> None:
        self._write_raised()
        start = self.writer.here
        self._inline(element)
        self._write_raised()
        self.writer.link(start, address)

    def _field(self, element: etree._Element) -> None:
        """Begin a field, begin its result, or end it: the result is read as text, the instruction for its address."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._write_raised()
            self.fields.begin(element)
        elif kind == "separate":
            self._write_raised()
            self.fields.separate(element, self.writer.here)
        elif kind == "end" and (linked := self.fields.end(element)):
            self._write_raised()
            self.writer.link(*linked)

    def _instruction(self, element: etree._Element) -> None:
        self.fields.instruct(element.text or "")

    def _mark(self, reference: etree._Element) -> None:
        kind = NOTES[bare(reference.tag)]
        identifier = reference.get(f"{W}id", "")
        if identifier not in self._notes.get(kind, {}):
            return
        if reference.get(f"{W}customMarkFollows", "0") not in OFF:
            self._own = (kind, identifier)
            return
        number, shown = self._numbers.name((kind, identifier)), self._numbers.printed_at((kind, identifier))
        self._in_brackets = self._raised.strip() == "("
        self._raised = "" if self._in_brackets else self._raised
        self._write_raised()
        self.writer.mark(number, shown=f"({shown})" if self._in_brackets else shown)

    def _add(self, text: str) -> None:
        if self.fields.takes(text):
            return
        if self._own and text.strip():
            number = self._numbers.name(self._own, text.strip())
            self._own = None
            self._write_raised()
            self.writer.mark(number, shown=text.strip())
        elif self._in_raised:
            self._raised += text
        else:
            self._write_raised()
            self.writer.add(text)

    def _write_raised(self) -> None:
        """Write raised text: brackets around a mark, a mark that was typed or is repeated, or anything else."""
        text, self._raised = self._raised, ""
        if not text:
            return
        numbers = _DIGITS.findall(text) if _MARK.fullmatch(text.strip()) and self.writer.is_open else []
        if len(numbers) == 1 and self.writer.is_after_unit(numbers[0]):
            numbers = []
        if not text.strip("() \u200e\u200f"):
            self._in_brackets = False
            self.writer.add("" if text.strip() else text)
        elif numbers and (not self.has_notes or self._numbers.printed.issuperset(numbers)):
            self.writer.marks(numbers, shown=text.strip())
        elif numbers:
            self.writer.lift(text.strip())
        else:
            self.writer.add(text)

    def _write_notes(self) -> None:
        """Write the notes, in the order of their marks."""
        for (kind, identifier), number in list(self._numbers.names().items()):
            self.writer.begin_note(number)
            for line in self._notes[kind][identifier].iter(f"{W}p"):
                self._looks.enter(line.find(f"{W}pPr"))
                self._inline(line)
                self._write_raised()
                self.writer.add(" ")
            self.writer.end(number)
        self._boxes = []

    _WRITERS: ClassVar[Mapping[str, Callable[["WordText", etree._Element], None]]] = {
        "t": lambda self, child: self._text(child),  # that of the class that extends this one, if it has its own
        "r": _run,
        **dict.fromkeys(_CHARACTERS, _character),
        "sym": _font_character,
        **dict.fromkeys(NOTES, _mark),
        "hyperlink": _hyperlink,
        "fldSimple": _simple_field,
        "fldChar": _field,
        "instrText": _instruction,
        "AlternateContent": _alternatives,
        "txbxContent": _box,
    }
    """Elements inside a paragraph -> how each is written; the children of any other are written."""


def _chosen(element: etree._Element) -> tuple[etree._Element, ...]:
    """The contents of the first alternative; the others say the same for older programs."""
    first = next(element.iterchildren(etree.Element), None)
    return tuple(first.iterchildren(etree.Element)) if first is not None else ()
