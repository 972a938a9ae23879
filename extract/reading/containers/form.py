"""The form of a file: known by how its bytes begin and what they contain, never by its name."""

import tarfile
import zipfile
from collections.abc import Callable, Sequence
from typing import BinaryIO, Final, Literal

import regex

Form = Literal[
    "pdf", "docx", "html", "mhtml", "akn", "xml", "text",
    "zip", "tar", "gzip", "bzip2", "xz",
    "opendocument", "epub", "sheet", "slides", "office", "word", "wordxml", "wordperfect", "locked", "rtf",
    "image", "rar", "empty",
]  # fmt: skip
"""`mhtml` is a web page with its pictures in one file, `akn` is Akoma Ntoso, `xml` any other XML; `office` is an Office
file that is none of the others, `word` the Word format before DOCX, `wordxml` Word's single-file XML; `locked` is an
Office file with a password, `rar` a RAR or 7-Zip archive."""

HEAD: Final = 8192
"""Number of bytes at the beginning that show the form."""

_PDF: Final = regex.compile(rb"%PDF-\d\.\d")
_PDF_WITHIN: Final = 1024  # bytes in which it begins; PDF readers have always allowed some before it
_IMAGES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_STREAMS: Final[tuple[tuple[str, Form], ...]] = (
    ("EncryptedPackage", "locked"), ("WordDocument", "word"), ("Workbook", "sheet"), ("PowerPoint Document", "slides"),
)  # fmt: skip
# Names in the directory of an Office file of before 2007, or of one with a password.
_DIRECTORY: Final = 16 * 2**20  # bytes in which the directory of an old Office file is looked for
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BZIP2_BLOCKS: Final = (b"1AY&SY", b"\x17\x72\x45\x38\x50\x90")  # of text, of nothing
_CONTENT_TYPES: Final = "[Content_Types].xml"  # in every Office file
_MIMETYPE: Final = "mimetype"  # in every OpenDocument file and EPUB
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
_NOTHING: Final = b"\x00"  # which UTF-16 and UTF-32 put between ASCII characters


def tell_form(stream: BinaryIO) -> Form:
    """Determine the form of a file.

    Args:
        stream: the file, at its beginning, where it is left. A DOCX is told from other zip archives by its members.
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
    """Whether bytes begin with the header of a tar archive with a correct checksum."""
    try:
        tarfile.TarInfo.frombuf(head[:_TAR_BLOCK], "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, OverflowError):
        return False
    return True


def _kind_of_zip(stream: BinaryIO, head: bytes) -> Form:
    """What a zip file is; a broken one is still known by the member names in its first bytes."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        names = [
            name for name in (_CONTENT_TYPES, _MIMETYPE, *(folder for folder, _ in _FOLDERS)) if name.encode() in head
        ]
    return next(form for form, holds in _ZIP_TESTS if holds(names, head))


def _is_office(names: Sequence[str]) -> bool:
    """Whether an archive has one of the members by which Office and OpenDocument files are known."""
    return _CONTENT_TYPES in names or _MIMETYPE in names


def _has_folder(folder: str, names: Sequence[str]) -> bool:
    return any(name.startswith(folder) for name in names)


_ZIP_TESTS: Final[tuple[tuple[Form, Callable[[Sequence[str], bytes], bool]], ...]] = (
    ("zip", lambda names, _: not _is_office(names)),
    *((form, lambda names, _, folder=folder: _has_folder(folder, names)) for folder, form in _FOLDERS),
    ("office", lambda names, _: _CONTENT_TYPES in names),
    ("epub", lambda _, head: _EPUB in head),
    ("opendocument", lambda *_: True),
)
"""Form of a zip file -> whether the names of its members and its first bytes show it; the first that holds counts."""


def _is_pdf(head: bytes) -> bool:
    return _PDF.search(head[:_PDF_WITHIN]) is not None


def _root(head: bytes) -> bytes:
    """Name of the first element, in lower case; empty where the bytes do not begin like markup."""
    found = _MARKUP.match(_narrow(head))
    return bytes(found["name"]).lower() if found else b""


def _narrow(head: bytes) -> bytes:
    """ASCII bytes, whatever their width in the file, without a byte order mark."""
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
