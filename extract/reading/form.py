"""What form bytes have: told by how they begin and what they hold, never by a file's name."""

import io
import zipfile
from collections.abc import Callable
from typing import Final, Literal

import regex

Form = Literal[
    "pdf", "docx", "html", "akn", "xml", "text",
    "zip", "tar", "gzip", "bzip2", "xz",
    "office", "word", "locked", "rtf", "image", "empty",
]  # fmt: skip
"""`akn` is Akoma Ntoso, `xml` any other XML; `office` an Open XML or OpenDocument file that is no DOCX; `word` the Word
format before DOCX; `locked` an Office file with a password."""

HEAD: Final = 8192
"""Bytes at the beginning that tell the form."""

_PDF: Final = regex.compile(rb"%PDF-\d\.\d")
_PDF_WITHIN: Final = 1024  # bytes that may stand before it, as readers of PDF have always allowed
_IMAGES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OFFICE_NAMES: Final = ("[Content_Types].xml", "mimetype")
_TAR_MAGIC: Final = slice(257, 262)
_MARKUP: Final = regex.compile(
    rb"\s*+(?:<\?[^>]{0,500}>\s*+|<!--(?:(?!-->).){0,4000}+-->\s*+|<!doctype(?!\s+html)[^>]{0,500}>\s*+){0,20}+"
    rb"<(?:!doctype\s+)?(?P<name>[a-z][\w.:\-]{0,40})",
    regex.IGNORECASE | regex.DOTALL,
)
_AKN: Final = regex.compile(rb"<(?:[\w\-]{1,20}:)?akomaNtoso[\s>]")
_HTML: Final = frozenset(
    b"html head body meta title link style script div p span table center font h1 h2 h3 h4 ul ol hr br a b i".split()
)
_NOTHING: Final = b"\x00"  # UTF-16 and UTF-32 write ASCII with these between


def tell_form(data: bytes) -> Form:
    """Tell the form of a file.

    Args:
        data: the whole file; a zip archive is told from a DOCX by what it holds.
    """
    if not data:
        return "empty"
    return next((form for form, holds in _TESTS if holds(data)), "text")


def _is_pdf(data: bytes) -> bool:
    return _PDF.search(data[:_PDF_WITHIN]) is not None


def _is_docx(data: bytes) -> bool:
    return data.startswith(_ZIP) and any(name.startswith("word/") for name in _office_names(data))


def _is_office(data: bytes) -> bool:
    return data.startswith(_ZIP) and bool(_office_names(data))


def _office_names(data: bytes) -> list[str]:
    """Names of the parts of an Office file; none where a zip archive is no such file.

    A broken one still tells itself by the name that its first part has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        names = [name for name in (*_OFFICE_NAMES, "word/") if name.encode() in data[:HEAD]]
    return names if any(name in names for name in _OFFICE_NAMES) else []


def _is_tar(data: bytes) -> bool:
    return data[_TAR_MAGIC] == b"ustar"


def _root(data: bytes) -> bytes:
    """Name of the first element, in lower case; empty where the bytes do not begin as markup."""
    head = data[:HEAD].replace(_NOTHING, b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    found = _MARKUP.match(head)
    return bytes(found["name"]).lower() if found else b""


def _is_akn(data: bytes) -> bool:
    return bool(_root(data)) and _AKN.search(data[:HEAD].replace(_NOTHING, b"")) is not None


def _is_html(data: bytes) -> bool:
    return _root(data) in _HTML


def _is_xml(data: bytes) -> bool:
    return data[:HEAD].replace(_NOTHING, b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<?xml")


_TESTS: Final[tuple[tuple[Form, Callable[[bytes], bool]], ...]] = (
    ("pdf", _is_pdf),
    ("docx", _is_docx),
    ("office", _is_office),
    ("zip", lambda data: data.startswith(_ZIP)),
    ("gzip", lambda data: data.startswith(b"\x1f\x8b")),
    ("bzip2", lambda data: data.startswith(b"BZh") and data[4:10] in {b"1AY&SY", b"\x17\x72\x45\x38\x50\x90"}),
    ("xz", lambda data: data.startswith(b"\xfd7zXZ\x00")),
    ("tar", _is_tar),
    ("locked", lambda data: data.startswith(_OLE) and _LOCKED in data),
    ("word", lambda data: data.startswith(_OLE)),
    ("rtf", lambda data: data.startswith(b"{\\rtf")),
    ("image", lambda data: data.startswith(_IMAGES)),
    ("akn", _is_akn),
    ("html", _is_html),
    ("xml", _is_xml),
)
