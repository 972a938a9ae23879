"""A text as a Word file whose citations are hyperlinks, with the least that Office Open XML (ECMA-376) asks for."""

import io
import zipfile
from collections.abc import Iterable
from typing import Final

from lxml import etree

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS: Final = "application/vnd.openxmlformats-package.relationships+xml"
_LINK: Final = "0563C1"
_FROM_RIGHT: Final = frozenset({"ar", "fa", "he", "ur"})
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can hold, so that the same text is the same file

Lines = Iterable[Iterable[tuple[str, str]]]
"""Paragraphs, each as pieces: words, and the address of what they cite or ""."""


def docx(lines: Lines, language: str | None) -> bytes:
    """Return a Word file with a paragraph for each line.

    Args:
        lines: of the text; their words have no characters that XML forbids.
        language: code of the text's language; paragraphs of one that is written from the right run so.
    """
    addresses: dict[str, str] = {}
    root = etree.Element(f"{{{_W}}}document", nsmap={"w": _W, "r": _OFFICE})
    body = etree.SubElement(root, f"{{{_W}}}body")
    for line in lines:
        paragraph = etree.SubElement(body, f"{{{_W}}}p")
        if language in _FROM_RIGHT:
            etree.SubElement(etree.SubElement(paragraph, f"{{{_W}}}pPr"), f"{{{_W}}}bidi")
        for words, address in line:
            parent = paragraph
            if address:
                named = addresses.setdefault(address, f"r{len(addresses) + 1}")
                parent = etree.SubElement(paragraph, f"{{{_W}}}hyperlink", {f"{{{_OFFICE}}}id": named})
            _run(parent, words, from_right=language in _FROM_RIGHT, is_link=bool(address))
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"word/document.xml": ("r1", "officeDocument")}),
        "word/document.xml": root,
        "word/_rels/document.xml.rels": _relations({each: (name, "hyperlink") for each, name in addresses.items()}),
    }
    return _packed(parts)


def _run(parent: etree._Element, words: str, *, from_right: bool, is_link: bool) -> None:
    """Add words to a paragraph or a hyperlink; a link looks as links do."""
    run = etree.SubElement(parent, f"{{{_W}}}r")
    marks = [("color", _LINK), ("u", "single")] if is_link else []
    marks += [("rtl", "")] if from_right else []
    if marks:
        properties = etree.SubElement(run, f"{{{_W}}}rPr")
        for name, value in marks:
            etree.SubElement(properties, f"{{{_W}}}{name}", {f"{{{_W}}}val": value} if value else {})
    text = etree.SubElement(run, f"{{{_W}}}t", {_SPACE: "preserve"})
    text.text = words


def _types() -> etree._Element:
    root = etree.Element("Types", xmlns=f"{_PACKAGE}/content-types")
    etree.SubElement(root, "Default", Extension="rels", ContentType=_RELATIONS)
    etree.SubElement(root, "Override", PartName="/word/document.xml", ContentType=_DOCUMENT)
    return root


def _relations(targets: dict[str, tuple[str, str]]) -> etree._Element:
    """Return the relations of a part: target to its name and its kind; a hyperlink leads out of the file."""
    root = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for target, (name, kind) in targets.items():
        outside = {"TargetMode": "External"} if kind == "hyperlink" else {}
        etree.SubElement(root, "Relationship", {"Id": name, "Type": f"{_OFFICE}/{kind}", "Target": target, **outside})
    return root


def _packed(parts: dict[str, etree._Element]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, root in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return packed.getvalue()
