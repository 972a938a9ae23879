"""What form bytes have: told by how they begin and what they hold, never by a file's name."""

import tarfile
import zipfile
from collections.abc import Callable
from typing import BinaryIO, Final, Literal

import regex

Form = Literal[
    "pdf", "docx", "html", "mhtml", "akn", "xml", "text",
    "zip", "tar", "gzip", "bzip2", "xz",
    "opendocument", "epub", "sheet", "slides", "office", "word", "wordxml", "wordperfect", "locked", "rtf",
    "image", "rar", "empty",
]  # fmt: skip
"""`mhtml` is a web page with its pictures in one file, `akn` Akoma Ntoso, `xml` any other XML; `office` an Office file
that is none of the others; `word` the Word format before DOCX, `wordxml` Word's in one XML file; `locked` an Office
file with a password; `rar` an archive of RAR or 7-Zip."""

HEAD: Final = 8192
"""Bytes at the beginning that tell the form."""

_PDF: Final = regex.compile(rb"%PDF-\d\.\d")
_PDF_WITHIN: Final = 1024  # bytes that may stand before it, as readers of PDF have always allowed
_IMAGES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_STREAMS: Final[tuple[tuple[str, Form], ...]] = (
    ("EncryptedPackage", "locked"), ("WordDocument", "word"), ("Workbook", "sheet"), ("PowerPoint Document", "slides"),
)  # fmt: skip
# Names in the directory of an Office file of before 2007, or of one with a password.
_DIRECTORY: Final = 16 * 2**20  # bytes in which the directory of an old Office file is looked for
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BZIP2_BLOCKS: Final = (b"1AY&SY", b"\x17\x72\x45\x38\x50\x90")  # of text, of nothing
_OFFICE_NAMES: Final = ("[Content_Types].xml", "mimetype")
_FOLDERS: Final[tuple[tuple[str, Form], ...]] = (("word/", "docx"), ("xl/", "sheet"), ("ppt/", "slides"))
_EPUB: Final = b"application/epub+zip"
_FLAT: Final[tuple[tuple[bytes, Form], ...]] = (
    (b"office:document", "opendocument"),
    (b"w:worddocument", "wordxml"),
    (b"pkg:package", "wordxml"),
)
_MHTML: Final = regex.compile(
    rb"\s*+(?:[A-Za-z][A-Za-z\-]{1,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,20}+){0,40}?"
    rb"Content-Type:\s*+multipart/(?:related|alternative)",
    regex.IGNORECASE,
)
_TAR_BLOCK: Final = 512
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


def tell_form(stream: BinaryIO) -> Form:
    """Tell the form of a file.

    Args:
        stream: the file, from its beginning; it is left there. A zip archive is told from a DOCX by what it holds.
    """
    head = stream.read(HEAD)
    if not head:
        return "empty"
    form: Form = next((form for form, holds in _TESTS if holds(head)), "text")
    if form == "zip":
        form = _kind_of_zip(stream, head)
    elif form == "office":
        held = head + stream.read(_DIRECTORY)
        form = next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in held), form)
    elif form == "xml":
        form = next((kind for name, kind in _FLAT if _root(head) == name), form)
    stream.seek(0)
    return form


def is_tar(head: bytes) -> bool:
    """Whether bytes begin with the header of a tar archive, whose checksum is right."""
    try:
        tarfile.TarInfo.frombuf(head[:_TAR_BLOCK], "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, OverflowError):
        return False
    return True


def _kind_of_zip(stream: BinaryIO, head: bytes) -> Form:
    """Whether a zip file is an Office file; a broken one still tells itself by the names that it begins with."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        names = [name for name in (*_OFFICE_NAMES, *(folder for folder, _ in _FOLDERS)) if name.encode() in head]
    if not any(name in names for name in _OFFICE_NAMES):
        return "zip"
    if form := next((form for folder, form in _FOLDERS if any(name.startswith(folder) for name in names)), None):
        return form
    return "office" if _OFFICE_NAMES[0] in names else "epub" if _EPUB in head else "opendocument"


def _is_pdf(head: bytes) -> bool:
    return _PDF.search(head[:_PDF_WITHIN]) is not None


def _root(head: bytes) -> bytes:
    """Name of the first element, in lower case; empty where the bytes do not begin as markup."""
    found = _MARKUP.match(_narrow(head))
    return bytes(found["name"]).lower() if found else b""


def _narrow(head: bytes) -> bytes:
    """Bytes of ASCII whatever the width they are written in, without a byte order mark."""
    return head.replace(_NOTHING, b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")


def _is_akn(head: bytes) -> bool:
    return bool(_root(head)) and _AKN.search(_narrow(head)) is not None


def _is_html(head: bytes) -> bool:
    return _root(head) in _HTML


def _is_xml(head: bytes) -> bool:
    return _narrow(head).lstrip().startswith(b"<?xml") or any(_root(head) == name for name, _ in _FLAT)


_TESTS: Final[tuple[tuple[Form, Callable[[bytes], bool]], ...]] = (
    ("pdf", _is_pdf),
    ("zip", lambda head: head.startswith(_ZIP)),
    ("gzip", lambda head: head.startswith(b"\x1f\x8b")),
    ("bzip2", lambda head: head.startswith(b"BZh") and head[4:10] in _BZIP2_BLOCKS),
    ("xz", lambda head: head.startswith(b"\xfd7zXZ\x00")),
    ("tar", is_tar),
    ("office", lambda head: head.startswith(_OLE)),
    ("wordperfect", lambda head: head.startswith(b"\xffWPC")),
    ("mhtml", lambda head: _MHTML.match(head) is not None),
    ("rtf", lambda head: head.startswith(b"{\\rtf")),
    ("rar", lambda head: head.startswith((b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c"))),
    ("image", lambda head: head.startswith(_IMAGES)),
    ("akn", _is_akn),
    ("html", _is_html),
    ("xml", _is_xml),
)
