"""Akoma Ntoso XML, the form of the UN's machine-readable resolutions (AKN4UN), to a `Document`.

The text is written as a reader reads it: cover page, body and attachments in their order, a paragraph a block, notes
behind the body. What the metadata say goes to the record; hyperlinks are kept beside the text, never read for it.
"""

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import Final

import regex
from lxml import etree

from extract.layout.compose import compose
from extract.model.cell import Cell
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.markup.akn_metadata import read_metadata
from extract.reading.markup.grid import find_cells
from extract.reading.markup.tree import bare, parse_xml, words
from extract.reading.markup.writer import Writer

_NOTE: Final = "authorialNote"
_INLINE: Final = frozenset([
    "a", "abbr", "affectedDocument", "authorialNote", "b", "br", "change", "concept", "date", "def", "del",
    "docAuthority", "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docNumber", "docProponent",
    "docPurpose", "docStage", "docStatus", "docTitle", "docType", "docketNumber", "entity", "eol", "event", "i",
    "img", "inline", "ins", "judge", "lawyer", "legislature", "location", "marker", "mmod", "mod", "mref",
    "neutralCitation", "noteRef", "object", "omissis", "opinion", "organization", "outcome", "party", "person",
    "placeholder", "process", "quantity", "ref", "relatedDocument", "remark", "rmod", "role", "rref", "session",
    "shortTitle", "signature", "span", "sub", "sup", "term", "time", "u", "vote",
])  # fmt: skip
_HOLDERS: Final = frozenset(["mainBody", "paragraph", "point", "preamble"])
"""Elements that hold paragraphs and nothing else; what others are, their children tell."""
_KINDS: Final = {
    "p": "paragraph", "num": "number", "table": "table", "td": "cell", "th": "cell",
    "preface": "title",  # its lines are one paragraph
}  # fmt: skip
_UNREAD: Final = frozenset(["meta", "img", "documentRef", "componentRef", "del", "toc"])
_BREAKS: Final = frozenset(["br", "eol"])
_LINKS: Final = frozenset(["a", "ref", "rref", "mref"])
# What is left of a note's own number before its text: `()`, `(3)`, or the number before a tab.
_OWN_NUMBER: Final = regex.compile(r"\s*+(?:\(\s*+\d{0,3}\s*+\)|\d{1,3}[ \u00a0]*+(?=\t))?\s*+")


def read_akn(data: bytes, *, file: str) -> Document:
    """Read an Akoma Ntoso document; a malformed one is read as libxml2 repairs it, and the record says so.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: nothing can be made of the bytes, or nothing of them shows text.
    """
    root, repaired = parse_xml(data, file=file)
    etree.strip_tags(root, "{*}span")  # they say how the text looks, and are every other element of it
    reader = _Reader(frozenset(note.get("marker", "") for note in root.iter(f"{{*}}{_NOTE}")))
    reader.block(root)
    reader.write_notes()
    if reader.writer.is_empty():
        raise UnreadableError(file, "is an Akoma Ntoso document without text")
    text, layout, links = reader.writer.finish(marked=True)
    metadata = read_metadata(root, file=file)
    metadata = replace(metadata, warnings=(repaired,)) if repaired else metadata
    document = compose(text, layout, file=file, sha256=hashlib.sha256(data).hexdigest(), metadata=metadata)
    return replace(document, links=links)


class _Reader:
    """Writes what the elements hold.

    Attributes:
        writer: where it is written.
    """

    def __init__(self, numbers: frozenset[str]) -> None:
        """Start at the beginning of a document whose notes have the numbers."""
        self.writer = Writer()
        self._numbers = numbers
        self._notes: list[tuple[str, etree._Element]] = []
        self._number = ""  # of the paragraph that comes next
        self._in_brackets = False  # whether a note mark's opening bracket was left out
        self._tables = 0
        self._cells: dict[etree._Element, Cell] = {}

    def block(self, element: etree._Element) -> None:
        """Write an element that is a paragraph, or holds some."""
        around = self.writer.cell
        kind = self._enter(element, _kind(element.tag))
        if kind == "paragraph":
            self._paragraph(element)
        elif kind == "number":
            self._number = " ".join(f"{self._number} {words(element)}".split())
        elif kind == "holder" or (kind == "any" and not _is_leaf(element)):
            self._several(element)
        elif kind in {"any", "title"}:
            if self._number and words(element).lstrip().startswith(self._number):  # a heading may repeat it
                self._number = ""
            self._paragraph(element)
        self.writer.cell = around

    def _enter(self, element: etree._Element, kind: str) -> str:
        """Begin a table or a cell, and return what else its element may be."""
        if kind == "table":
            self._tables += 1
            self._cells.update(find_cells(element, self._tables))
        elif kind == "cell":
            self.writer.cell = self._cells.get(element)
        return "any" if kind in {"table", "cell"} else kind

    def _several(self, element: etree._Element) -> None:
        """Write the paragraphs that an element holds, and what stands between them."""
        if (before := element.text) and not before.isspace():
            self._stray(before)
        for child in element:
            self.block(child)
            if (between := child.tail) and not between.isspace():
                self._stray(between)
        if self._number:
            self._write_number()

    def write_notes(self) -> None:
        """Write the notes, in the order of their marks."""
        for number, note in self._notes:
            found = _OWN_NUMBER.match(words(note))
            self.writer.begin_note(number, skipped=found.end() if found else 0)
            self._inline(note)
            self.writer.end(number)

    def _paragraph(self, element: etree._Element) -> None:
        if self._number:
            self.writer.add(f"{self._number} ")
            self._number = ""
        self._inline(element)
        self.writer.end()

    def _stray(self, text: str) -> None:
        """Write text that stands between paragraphs."""
        self.writer.add(text)
        self.writer.end()

    def _write_number(self) -> None:
        """Write a number that no paragraph followed."""
        self._stray(self._number)
        self._number = ""

    def _inline(self, element: etree._Element) -> None:
        if text := element.text:
            self.writer.add(text)
        if len(element):  # most have no children, and asking is cheaper than finding none
            for child in element:
                if isinstance(child.tag, str):
                    self._child(child, bare(child.tag))
                if tail := child.tail:
                    self.writer.add(tail)

    def _child(self, child: etree._Element, name: str) -> None:
        if name == _NOTE:
            self._mark(child)
        elif name == "sup":
            self._raised(child)
        elif name in _BREAKS or name == "p":  # the paragraphs of a note
            self.writer.blank()
            self._inline(child)
        elif name in _LINKS:
            start = self.writer.here
            self._inline(child)
            self.writer.link(start, child.get("href"))
        elif name not in _UNREAD:
            self._inline(child)

    def _mark(self, note: etree._Element) -> None:
        number = note.get("marker") or str(len(self._notes) + 1)
        self._notes.append((number, note))
        self.writer.mark(number, shown=f"({number})" if self._in_brackets else None)

    def _raised(self, child: etree._Element) -> None:
        """Write what stands raised: the brackets around a mark, a mark that is repeated, or anything else."""
        text = words(child).strip()
        following, before = child.getnext(), child.getprevious()
        if text == "(" and not (child.tail or "").strip() and _is_note(following):
            self._in_brackets = True
        elif text == ")" and self._in_brackets and _is_note(before):
            self._in_brackets = False
        elif text in self._numbers and not self.writer.is_skipping:
            self.writer.mark(text)
        else:
            self._inline(child)


@lru_cache(maxsize=4096)
def _kind(tag: object) -> str:
    """What an element between paragraphs is, by its tag; that of an entity is no text."""
    name = bare(tag) if isinstance(tag, str) else None
    if name is None or name in _UNREAD:
        return "unread"
    return "holder" if name in _HOLDERS else _KINDS.get(name, "any")


def _is_leaf(element: etree._Element) -> bool:
    """Whether an element is one paragraph."""
    for child in element:  # noqa: SIM110  # twice as fast as a generator, and asked of every element
        if isinstance(child.tag, str) and bare(child.tag) not in _INLINE:
            return False
    return True


def _is_note(element: etree._Element | None) -> bool:
    return element is not None and isinstance(element.tag, str) and bare(element.tag) == _NOTE
