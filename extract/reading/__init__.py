"""Files to documents: the format is told by the content, each has its module, and a fault is a value, not a stop."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from extract.document import Document
from extract.errors import UnreadableError
from extract.reading.files import list_files
from extract.reading.plain import read_plain

_MOST_BYTES: Final[int] = 64 * 1024 * 1024
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "is a PDF, which cannot be read yet; save it as text first (pdftotext)"),
    (b"PK\x03\x04", "is a DOCX file or a zip archive, which cannot be read yet; save it as text or unpack it first"),
    (b"PK\x05\x06", "is an empty zip archive"),
    (b"\x1f\x8b", "is a gzip archive, which cannot be read yet; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file, which cannot be read; save it as text first"),
    (b"{\\rtf", "is an RTF file, which cannot be read; save it as text first"),
)
_WIDE_MARKS: Final[tuple[bytes, ...]] = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_document(data: bytes, *, file: str) -> Document:
    """Read a document, its format told by its content.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the bytes are empty, of a format that is not read, or no text.
    """
    if not data:
        raise UnreadableError(file, "is empty")
    if len(data) > _MOST_BYTES:
        raise UnreadableError(file, f"is larger than {_MOST_BYTES // 2**20} MiB; split it")
    for signature, reason in _SIGNATURES:  # further formats: dispatch here, by signature, to their module
        if data.startswith(signature):
            raise UnreadableError(file, reason)
    if b"\x00" in data[:4096] and not data.startswith(_WIDE_MARKS):
        raise UnreadableError(file, "is binary, not text")
    return read_plain(data, file=file)


def read_inputs(paths: Iterable[Path]) -> Iterator[Document | UnreadableError]:
    """Read files and folders; what cannot be read is yielded as the error that says why, and the rest goes on.

    Folders are walked in sorted order with their folders, for `.txt` files; hidden files are passed over; a file
    given by name is read whatever its name. A file that two paths lead to is read once.
    """
    for file in list_files(paths):
        if isinstance(file, UnreadableError):
            yield file
            continue
        try:
            if file.stat().st_size > _MOST_BYTES:
                yield UnreadableError(str(file), f"is larger than {_MOST_BYTES // 2**20} MiB; split it")
            else:
                yield read_document(file.read_bytes(), file=file.name)
        except UnreadableError as error:
            yield UnreadableError(str(file), error.reason)
        except OSError as error:
            yield UnreadableError(str(file), error.strerror or "cannot be read")
