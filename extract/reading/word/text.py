"""`WordText`: what the elements of a DOCX file's body hold, written paragraph by paragraph, its notes behind it."""

from collections.abc import Mapping
from typing import Final

import regex
from lxml import etree

from extract.reading.markup.tree import bare
from extract.reading.markup.writer import Writer
from extract.reading.word.numbering import Numbering, W

_RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNREAD: Final = frozenset(
    ["del", "moveFrom", "delText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "rPr", "pPr", "tblPr",
     "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "separator", "continuationSeparator", "rt"]
)  # fmt: skip
_SIGNS: Final = {
    "tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
_SYMBOLS: Final = range(0xF020, 0xF100)  # where the signs of fonts that have their own stand
_RAISED: Final = 4  # half points
_NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_APART: Final = frozenset(["separator", "continuationSeparator", "continuationNotice"])  # kinds of notes that are none
_ADDRESS: Final = regex.compile(r'\s*+HYPERLINK\s++"(?P<address>[^"]{1,500})"')
_MARK: Final = regex.compile(r"\(?(?P<number>\d{1,3})\)?")
_OFF: Final = frozenset(["0", "false", "off"])
_DEEPEST: Final = 50  # fields within one another


class WordText:
    """Writes what the elements hold.

    Attributes:
        writer: where it is written.
        has_notes: whether there are notes that Word keeps as such.
        inserted: how many other files are inserted where they stand, as files.
    """

    def __init__(
        self,
        body: etree._Element,
        parts: Mapping[str, etree._Element],
        numbering: Numbering,
        addresses: Mapping[str, str],
    ) -> None:
        """Write a document.

        Args:
            body: the body of the main part.
            parts: roots of `footnotes`, `endnotes` and `styles`, as far as there are any.
            numbering: counts its numbered paragraphs.
            addresses: what its hyperlinks lead to, by identifier.
        """
        self.writer = Writer()
        self._numbering, self._addresses = numbering, addresses
        self._notes = {
            kind: {note.get(f"{W}id", ""): note for note in parts[kind] if note.get(f"{W}type") not in _APART}
            for kind in _NOTES.values()
            if kind in parts
        }
        self._raised_styles = frozenset(_raised_styles(parts.get("styles")))
        self._numbers: dict[tuple[str, str], str] = {}  # kind and identifier -> number, in the order of the marks
        self._count = sum(1 for _ in body.iter(*(f"{W}{name}" for name in _NOTES)))
        self.has_notes = bool(self._count and self._notes)
        self._boxes: list[etree._Element] = []
        self._fields: list[tuple[list[str], int]] = []  # instruction and place of the result, of the open fields
        self._raised = ""  # what stands raised and is not written yet
        self._in_brackets = False
        self._own: tuple[str, str] | None = None  # a note whose mark is what follows
        self._open: list[etree._Element] = []  # paragraphs whose end is deleted: they go on in the next
        self.inserted = 0
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
        elif name not in _UNREAD and not _is_placeholder(element):
            for child in element.iterchildren(etree.Element):
                self._block(child)
            if name in _CELLS:
                self._flush()

    def _paragraph(self, element: etree._Element) -> None:
        self._open.append(element)
        if element.find(f"{W}pPr/{W}rPr/{W}del") is None and element.find(f"{W}pPr/{W}rPr/{W}moveFrom") is None:
            self._flush()

    def _flush(self) -> None:
        """Write a paragraph, with those before it that go on in it; the number is that of the last."""
        parts, self._open = self._open, []
        number = self._numbering.number(parts[-1].find(f"{W}pPr")) if parts else ""
        if number:
            self.writer.add(f"{number} ")
        for part in parts:
            self._inline(part)
        self._write_raised()
        self.writer.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._block(box)

    def _inline(self, element: etree._Element, *, raised: bool = False) -> None:
        for child in element.iterchildren(etree.Element):
            self._child(child, bare(child.tag), raised=raised)

    def _child(self, child: etree._Element, name: str, *, raised: bool) -> None:  # noqa: C901, PLR0912  # one branch a kind
        if name == "t":
            self._add(child.text or "", raised=raised)
        elif name == "r":
            properties = child.find(f"{W}rPr")
            if not _is_hidden(properties):
                self._inline(child, raised=self._is_raised(properties))
        elif name in _SIGNS:
            self._add(_SIGNS[name], raised=raised)
        elif name in _NOTES:
            self._mark(child, _NOTES[name])
        elif name == "hyperlink":
            self._link(child, self._addresses.get(child.get(_RELATED, "")))
        elif name == "fldSimple":
            found = _ADDRESS.match(child.get(f"{W}instr", ""))
            self._link(child, found["address"] if found else None)
        elif name == "fldChar":
            self._field(child.get(f"{W}fldCharType"))
        elif name == "instrText":
            if self._fields:
                self._fields[-1][0].append(child.text or "")
        elif name == "AlternateContent":
            for chosen in _chosen(child):
                self._child(chosen, bare(chosen.tag), raised=raised)
        elif name == "txbxContent":
            self._boxes.append(child)
        elif name == "sym":
            self._add(_sign(child), raised=raised)
        elif name not in _UNREAD and not _is_placeholder(child):
            self._inline(child, raised=raised)

    def _link(self, element: etree._Element, address: str | None) -> None:
        self._write_raised()
        start = self.writer.here
        self._inline(element)
        self._write_raised()
        self.writer.link(start, address)

    def _field(self, kind: str | None) -> None:
        """Begin a field, its result, or end it; the result is read as text, the instruction for its address."""
        if kind == "begin" and len(self._fields) < _DEEPEST:
            self._fields.append(([], -1))
        elif kind == "separate" and self._fields:
            self._write_raised()
            self._fields[-1] = (self._fields[-1][0], self.writer.here)
        elif kind == "end" and self._fields:
            instruction, start = self._fields.pop()
            found = _ADDRESS.match("".join(instruction))
            if found and start >= 0:
                self._write_raised()
                self.writer.link(start, found["address"])

    def _mark(self, reference: etree._Element, kind: str) -> None:
        identifier = reference.get(f"{W}id", "")
        if identifier not in self._notes.get(kind, {}):
            return
        if reference.get(f"{W}customMarkFollows", "0") not in _OFF:
            self._own = (kind, identifier)
            return
        number = self._numbers.setdefault((kind, identifier), str(len(self._numbers) + 1))
        self._in_brackets = self._raised.strip() == "("
        self._raised = "" if self._in_brackets else self._raised
        self._write_raised()
        self.writer.mark(number, shown=f"({number})" if self._in_brackets else None)

    def _add(self, text: str, *, raised: bool) -> None:
        if self._own and text.strip():
            number = self._numbers.setdefault(self._own, text.strip())
            self._own = None
            self._write_raised()
            self.writer.mark(number)
        elif raised:
            self._raised += text
        else:
            self._write_raised()
            self.writer.add(text)

    def _write_raised(self) -> None:
        """Write what stands raised: brackets around a mark, a mark that was typed or is repeated, or anything else."""
        text, self._raised = self._raised, ""
        if not text:
            return
        found = _MARK.fullmatch(text.strip())
        known = found and (not self.has_notes or int(found["number"]) <= self._count)
        if not text.strip("() \u200e\u200f"):
            self._in_brackets = False
            self.writer.add("" if text.strip() else text)
        elif found and known and self.writer.is_open:
            self.writer.mark(found["number"], shown=text.strip())
        else:
            self.writer.add(text)

    def _write_notes(self) -> None:
        """Write the notes, in the order of their marks."""
        for (kind, identifier), number in list(self._numbers.items()):
            self.writer.begin_note(number)
            for line in self._notes[kind][identifier].iter(f"{W}p"):
                self._inline(line)
                self._write_raised()
                self.writer.add(" ")
            self.writer.end(number)
        self._boxes = []

    def _is_raised(self, properties: etree._Element | None) -> bool:
        if properties is None:
            return False
        style, align = properties.find(f"{W}rStyle"), properties.find(f"{W}vertAlign")
        if align is not None:
            return align.get(f"{W}val") == "superscript"
        position = properties.find(f"{W}position")
        if position is not None and (points := position.get(f"{W}val", "")).isascii() and points.isdecimal():
            return int(points[:_DIGITS]) >= _RAISED
        return style is not None and style.get(f"{W}val") in self._raised_styles


def _chosen(element: etree._Element) -> tuple[etree._Element, ...]:
    """What stands in the first of alternatives; the others say the same for older programs."""
    first = next(element.iterchildren(etree.Element), None)
    return tuple(first.iterchildren(etree.Element)) if first is not None else ()


_CELLS: Final = frozenset(["tc", "txbxContent"])
_DIGITS: Final = 4


def _sign(element: etree._Element) -> str:
    """A sign that a document takes from a font by its number; of a font with signs of its own, what ASCII has too."""
    code = element.get(f"{W}char", "")
    point = int(code, 16) if _HEXADECIMAL.fullmatch(code) else 0
    if point in _SYMBOLS:
        sign = chr(point - _SYMBOLS.start + 0x20)
        keeps = element.get(f"{W}font", "").casefold() == "symbol" and sign.isascii() and not sign.isalpha()
        return sign if keeps else " "
    return chr(point) if chr(point).isprintable() else " "


_HEXADECIMAL: Final = regex.compile(r"[0-9A-Fa-f]{4}")


def _is_placeholder(element: etree._Element) -> bool:
    """Whether an element is a field of a form that nobody has filled in: it shows what to write there."""
    return bare(element.tag) == "sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _is_hidden(properties: etree._Element | None) -> bool:
    hidden = properties.find(f"{W}vanish") if properties is not None else None
    return hidden is not None and hidden.get(f"{W}val", "1") not in _OFF


def _raised_styles(styles: etree._Element | None) -> list[str]:
    """Styles of characters that stand raised."""
    found = []
    for style in styles.iterchildren(f"{W}style") if styles is not None else ():
        align = style.find(f"{W}rPr/{W}vertAlign")
        if align is not None and align.get(f"{W}val") == "superscript":
            found.append(style.get(f"{W}styleId", ""))
    return found
