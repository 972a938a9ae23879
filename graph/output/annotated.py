"""Texts with their citations marked: Akoma Ntoso with `<ref href>`, HTML and Word files with links.

Akoma Ntoso 3.0 (OASIS, http://docs.oasis-open.org/legaldocml/akn-core/v1.0/): a `doc` whose body has a paragraph for
each line of the text as read. A citation whose words run over several lines is marked in each; of two that overlap,
the first is marked.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex
from lxml import etree

from extract.model.citation import Citation
from extract.model.record import DocumentRecord
from extract.reading.containers.source import Held, Source, take_out
from graph import files
from graph.output.annotated_docx import docx
from graph.output.linked_docx import linked_docx
from graph.output.texts import file_names, make_folder
from graph.pipeline.reading import Reading
from graph.rdf import iri

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNKNOWN_DATE: Final = "0001-01-01"
"""Stands for a date that is not known, since Akoma Ntoso requires one."""

_SPELLED: Final = ("utf-8", "surrogatepass")
_MAKER: Final = "#recalling"
_WORD: Final = ".docx"
_LANGUAGES: Final = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho",
}  # fmt: skip
_LINE: Final = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NO_XML: Final = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Span = tuple[int, int, str]
"""Start and end of a piece of text, and the address of what it cites."""


def write_annotated(folder: Path, readings: Iterable[Reading], sources: Iterable[Source] = ()) -> list[str]:
    """Write each text as Akoma Ntoso, as HTML and as a Word file, its citations linked.

    Of a text that was read from a Word file, the Word file is a copy of that one where it can be.

    Args:
        folder: created if missing; files with other names in it are kept.
        readings: with their texts; one without a text is left out.
        sources: files and archives that they were read from.

    Returns:
        The names of the files.

    Raises:
        UnwritableError: the folder cannot be made or a file cannot be written.
    """
    make_folder(folder)
    names: list[str] = []
    copied: dict[str, list[_Copied]] = {}
    for reading, stem in file_names(readings, _WORD):
        if reading.record.form == "docx" and reading.record.sha256:
            said = _Copied(folder / f"{stem}{_WORD}", zlib.compress(_bytes(reading.text)), list(_spans(reading)))
            copied.setdefault(reading.record.sha256, []).append(said)
        for suffix, made in ((".akn.xml", akn(reading)), (".html", html(reading)), (_WORD, word(reading))):
            files.write_bytes(folder / f"{stem}{suffix}", made)
            names.append(f"{stem}{suffix}")
    for data in _originals(sources) if copied else ():
        for said in copied.pop(hashlib.sha256(data).hexdigest(), ()):
            text = zlib.decompress(said.text).decode(*_SPELLED)
            if (linked := linked_docx(data, text, said.spans)) is not None:
                files.write_bytes(said.path, linked)
    return names


@dataclass(frozen=True, slots=True)
class _Copied:
    """A Word file that a copy of the one that was read may take the place of: its path, its text packed, its links."""

    path: Path
    text: bytes
    spans: list[Span]


def _bytes(text: str | None) -> bytes:
    return (text or "").encode(*_SPELLED)


def _originals(sources: Iterable[Source]) -> Iterator[bytes]:
    """Yield the files at sources, those in archives too, one at a time."""
    for source in sources:
        for taken in take_out(source):
            if isinstance(taken, Source):
                yield from _originals([taken])
            elif isinstance(taken, Held):
                yield taken.data


def akn(reading: Reading) -> bytes:
    """Return a text as Akoma Ntoso."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN})  # type: ignore[dict-item]  # the stubs want a prefix
    document = _add(root, "doc", name=_kind(reading.record))
    _meta(document, reading.record)
    body = _add(document, "mainBody")
    for line in list(linked_lines(reading)) or [[]]:  # a body needs a paragraph
        _fill(_add(body, "p"), line, f"{{{AKN}}}ref")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def html(reading: Reading) -> bytes:
    """Return a text as HTML that loads and runs nothing."""
    record = reading.record
    root = etree.Element("html", lang=record.language or iri.UNDETERMINED)
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    policy = {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'"}
    etree.SubElement(head, "meta", policy)
    etree.SubElement(head, "title").text = _clean(record.symbol or record.file)
    body = etree.SubElement(root, "body", dir="auto")
    for line in linked_lines(reading):
        _fill(etree.SubElement(body, "p", dir="auto"), line, "a")
    return bytes(etree.tostring(root, method="html", doctype="<!DOCTYPE html>", encoding="UTF-8"))


def word(reading: Reading) -> bytes:
    """Return a text as a Word file."""
    return docx(linked_lines(reading), reading.record.language)


def _kind(record: DocumentRecord) -> str:
    return "resolution" if "/RES/" in (record.symbol or "") else "document"


def linked_lines(reading: Reading) -> Iterator[list[tuple[str, str]]]:
    """Yield the lines of a text that are not blank, each as pieces: words, and the address of what they cite or ""."""
    text, spans = reading.text or "", list(_spans(reading))
    position = 0
    for line in _LINE.finditer(text):
        while position < len(spans) and spans[position][1] <= line.start():
            position += 1
        pieces, done, number = [], line.start(), position
        while number < len(spans) and spans[number][0] < line.end():
            start, end, address = max(spans[number][0], done), min(spans[number][1], line.end()), spans[number][2]
            pieces += [(text[done:start], ""), (text[start:end], address)]
            done, number = end, number + 1
        pieces.append((text[done : line.end()], ""))
        if line[0].strip():
            yield [(_clean(words), address) for words, address in pieces if words]


def _spans(reading: Reading) -> Iterator[Span]:
    """Yield where citations stand, in the order of the text, none over another."""
    found = sorted(
        (each.evidence.start, each.evidence.end, iri.work_iri(each.target))
        for each in reading.references
        if isinstance(each, Citation)
    )
    free = 0
    for start, end, address in found:
        if start >= free:
            yield start, end, address
            free = end


def _fill(element: etree._Element, pieces: Iterable[tuple[str, str]], link: str) -> None:
    """Fill an element with the pieces of a line."""
    last: etree._Element | None = None
    for words, address in pieces:
        if address:
            last = etree.SubElement(element, link, href=address)
            last.text = words
        elif last is None:
            element.text = (element.text or "") + words
        else:
            last.tail = (last.tail or "") + words


def _meta(document: etree._Element, record: DocumentRecord) -> None:
    """Add what identifies the text: work, expression and manifestation."""
    work = iri.work_iri(iri.document_key(record.symbol, record.file))
    expression = iri.expression_iri(iri.document_key(record.symbol, record.file), record.language)
    identification = _add(_add(document, "meta"), "identification", source=_MAKER)
    levels = (("FRBRWork", work), ("FRBRExpression", expression), ("FRBRManifestation", f"{expression}#akn"))
    for name, address in levels:
        level = _add(identification, name)
        _add(level, "FRBRthis", value=address)
        _add(level, "FRBRuri", value=address)
        _add(level, "FRBRdate", date=record.date or UNKNOWN_DATE, name="adoption" if record.date else "unknown")
        _add(level, "FRBRauthor", href="#author")
        if name == "FRBRWork":
            _add(level, "FRBRcountry", value="un")
        elif name == "FRBRExpression":
            _add(level, "FRBRlanguage", language=_LANGUAGES.get(record.language or "", iri.UNDETERMINED))
    references = _add(identification.getparent(), "references", source=_MAKER)
    _add(references, "TLCOrganization", eId="author", href=iri.organ_iri(record.organ or "unknown"),
         showAs=_clean(record.organ or "unknown"))  # fmt: skip
    _add(references, "TLCConcept", eId="recalling", href="https://w3id.org/recalling/", showAs="Recalling")


def _add(parent: etree._Element | None, element: str, /, **attributes: str) -> etree._Element:
    """Add an element of Akoma Ntoso."""
    assert parent is not None  # noqa: S101  # lxml types a parent as optional
    return etree.SubElement(parent, f"{{{AKN}}}{element}", attributes)


def _clean(text: str) -> str:
    """Return text without the characters that XML forbids."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
