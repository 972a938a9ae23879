"""Files to documents: the form is told by the content, each has its module, and a fault is a value, not a stop."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from extract.document import Document
from extract.errors import UnreadableError
from extract.reading.files import list_files
from extract.reading.form import Form, tell_form
from extract.reading.plain import read_plain

_MOST_BYTES: Final[int] = 64 * 1024 * 1024

# One line a form: `reader(data, file=name)` gives the document or raises UnreadableError.
_READERS: Final[Mapping[Form, Callable[..., Document]]] = {
    "text": read_plain,
}
_REFUSED: Final[Mapping[Form, str]] = {
    "pdf": "is a PDF, which cannot be read yet; save it as text first (pdftotext)",
    "docx": "is a DOCX file, which cannot be read yet; save it as text first",
    "html": "is an HTML page, which cannot be read yet; save it as text first",
    "akn": "is an Akoma Ntoso document, which cannot be read yet; save it as text first",
    "xml": "is XML, but neither Akoma Ntoso nor a web page",
    "zip": "is a zip archive, which cannot be read yet; unpack it first",
    "tar": "is a tar archive, which cannot be read yet; unpack it first",
    "gzip": "is packed with gzip, which cannot be read yet; unpack it first",
    "bzip2": "is packed with bzip2, which cannot be read yet; unpack it first",
    "xz": "is packed with xz, which cannot be read yet; unpack it first",
    "office": "is an Office file, but no DOCX; save it as PDF, DOCX or text first",
    "word": "is an old Word file; save it as DOCX, PDF or text first",
    "locked": "is an Office file with a password; save it without first",
    "rtf": "is an RTF file; save it as DOCX, PDF or text first",
    "image": "is an image; make it a PDF with text first (ocrmypdf)",
    "empty": "is empty",
}


def read_document(data: bytes, *, file: str) -> Document:
    """Read a document, its form told by its content.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the bytes are empty, too many, of a form that is not read, or hold no text.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableError(file, f"is larger than {_MOST_BYTES // 2**20} MiB; split it")
    form = tell_form(data)
    if form in _REFUSED:
        raise UnreadableError(file, _REFUSED[form])
    return _READERS[form](data, file=file)


def read_inputs(paths: Iterable[Path]) -> Iterator[Document | UnreadableError]:
    """Read files and folders; what cannot be read is yielded as the error that says why, and the rest goes on.

    Folders are walked in sorted order with their folders, for files with one of `files.SUFFIXES`; hidden files are
    passed over; a file given by name is read whatever its name. A file that two paths lead to is read once.
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
