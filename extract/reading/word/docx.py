"""DOCX files, as the UN issues its documents and offices draft them, to a `Document`.

What a reader of the document sees is read: the text with its tables and text boxes, footnotes and endnotes, automatic
numbers, and the page headers for the symbol. Tracked deletions, hidden and struck text, and field instructions
are left out.
Macros and embedded files are never opened.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final, TypeVar

from lxml import etree

from extract.layout.compose import compose
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from extract.reading.markup.tree import bare
from extract.reading.word.numbering import Numbering, W
from extract.reading.word.package import Package
from extract.reading.word.text import WordText

_BODY: Final = "word/document.xml"
_MACROS: Final = "word/vbaProject.bin"
_KEY: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE: Final = f"{W}headerReference"
_TURNS: Final = ("first", "default", "even")
"""Which pages a header stands on, in the order of the pages; a first page without a header of its own has the next."""
_PARTS: Final = frozenset(["footnotes", "endnotes", "numbering", "settings", "styles"])


Words = TypeVar("Words", bound=WordText)


def read_docx(data: bytes, *, file: str) -> Document:
    """Read a DOCX file.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the file is broken, encrypted or without text, or unpacks to an implausible size.
    """
    package = Package(data, file=file)
    main = Main(package, file=file)
    body, related, reader = main.body, main.related, main.write(WordText)
    if reader.writer.is_empty():
        raise UnreadableError(file, "is a DOCX file without text; pages that are pictures need OCR first")
    text, layout, links = reader.writer.finish(marked=reader.has_notes)
    heads = [tuple(_lines(head)) for name in _heads(related, body) if (head := package.part(name)) is not None]
    masthead = next(filter(None, heads), ()) if _is_headed(body) else ()
    layout = replace(layout, furniture=tuple(dict.fromkeys(chain.from_iterable(heads))), masthead=masthead)
    warnings = tuple(_warnings(package, reader))
    metadata = DocumentRecord(symbol=None, file=file, language=None, form="docx", warnings=warnings)
    document = compose(text, layout, file=file, sha256=hashlib.sha256(data).hexdigest(), metadata=metadata)
    return replace(document, links=links)


class Main:
    """The main part of a DOCX file and what it relates to.

    Attributes:
        name: of the part.
        body: its body.
        related: what it relates to, as `Package.related` has it.
        parts: the roots of the parts beside the body that are read, by kind; the last of a kind holds.
    """

    def __init__(self, package: Package, *, file: str) -> None:
        """Parse the parts.

        Raises:
            UnreadableError: there is no main part, or a part is broken.
        """
        self.name = next((name for kind, name in package.related("").values() if kind == "officeDocument"), _BODY)
        self.root = package.part(self.name)
        body = self.root.find(f"{W}body") if self.root is not None else None
        if body is None:
            raise UnreadableError(file, "is a DOCX file without its main part; save it anew")
        self.body, self.related = body, package.related(self.name)
        self.parts: dict[str, etree._Element] = {}
        for kind, name in self.related.values():
            if kind in _PARTS and (part := package.part(name)) is not None:
                self.parts[kind] = part

    def write(self, kind: type[Words]) -> Words:
        """Write the text, with `WordText` or one that does more."""
        numbering = Numbering(self.parts.get("numbering"), self.parts.get("styles"))
        addresses = {key: address for key, (how, address) in self.related.items() if how == "hyperlink"}
        return kind(self.body, self.parts, numbering, addresses)


def _warnings(package: Package, reader: WordText) -> Iterator[str]:
    """What was repaired, and what was not read."""
    yield from package.repaired
    if _MACROS in package:
        yield "holds macros, which were not read"
    if reader.inserted:
        yield "holds other files in its text, which were not read; open it in Word and save it anew"


def _heads(related: Mapping[str, tuple[str, str]], body: etree._Element) -> tuple[str, ...]:
    """The names of the page headers in the order of the pages, then of those on no page.

    A later section may bear the header of another document, which its text was copied from.
    """
    headers = {key: name for key, (kind, name) in related.items() if kind == "header"}
    used: list[str] = []
    for section in body.iter(f"{W}sectPr"):
        keys = {each.get(f"{W}type"): each.get(_KEY, "") for each in section.iterchildren(_REFERENCE)}
        used += [headers[keys[turn]] for turn in _TURNS if keys.get(turn) in headers]
    return tuple(dict.fromkeys([*used, *headers.values()]))


def _is_headed(body: etree._Element) -> bool:
    """Whether the pages have a header."""
    return next(body.iter(_REFERENCE), None) is not None


def _lines(head: etree._Element) -> Iterator[str]:
    """What stands in each cell of a header, line by line."""
    for line in head.iter(f"{W}p"):
        texts = "".join(map(_shown, line.iter(*_IN_HEADS))).split("\t")
        yield from (text.strip() for text in texts if text.strip())


def _shown(element: etree._Element) -> str:
    """What an element of a header shows: words, or the space between them."""
    name = bare(element.tag)
    return element.text or "" if name == "t" else "\u2011" if name == "noBreakHyphen" else "\t"


_IN_HEADS: Final = tuple(f"{W}{name}" for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "p"))
