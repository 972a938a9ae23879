"""Files to documents: the form is told by the content, each has its module, and a fault is a value, not a stop."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from extract.layout.compilation import divide
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.containers.files import list_files
from extract.reading.containers.form import Form, tell_form
from extract.reading.containers.source import TOO_LARGE, Held, Source, take_out
from extract.reading.containers.zip import MOST_BYTES
from extract.reading.markup.akn import read_akn
from extract.reading.markup.html import read_html
from extract.reading.markup.mhtml import read_mhtml
from extract.reading.plain.document import read_plain
from extract.reading.records.documents import holds_records, read_records
from extract.reading.word.docx import read_docx
from extract.symbols.invented import is_invented


def _read_pdf(data: bytes, *, file: str) -> Document:
    """Read a PDF; the engine that opens it is loaded when the first one comes, for it takes its time."""
    from extract.reading.pdf.document import read_pdf  # noqa: PLC0415  # see above

    return read_pdf(data, file=file)


# One line a form: `reader(data, file=name)` gives the document or raises UnreadableError.
_READERS: Final[Mapping[Form, Callable[..., Document]]] = {
    "text": read_plain,
    "akn": read_akn,
    "docx": read_docx,
    "html": read_html,
    "mhtml": read_mhtml,
    "pdf": _read_pdf,
}
_REFUSED: Final[Mapping[Form, str]] = {
    "xml": "is XML, but neither Akoma Ntoso nor a web page",
    "opendocument": "is an OpenDocument file (.odt or the like); save it as DOCX or PDF first",
    "epub": "is an EPUB book; save it as DOCX or PDF first",
    "sheet": "is a spreadsheet, not a text; save what is to be read as DOCX or PDF first",
    "slides": "holds slides, not a text; save it as PDF first",
    "office": "is an Office file, but no DOCX; save it as DOCX or PDF first",
    "word": "is an old Word file (.doc); save it as DOCX or PDF first",
    "wordxml": "is Word's XML in one file; save it as DOCX or PDF first",
    "wordperfect": "is a WordPerfect file; save it as DOCX or PDF first",
    "locked": "is an Office file with a password; save it without first",
    "rar": "is a RAR or 7-Zip archive, which is not read; unpack it first, or pack it as zip",
    "rtf": "is an RTF file; save it as DOCX or PDF first",
    "image": "is an image; make it a PDF with text first (ocrmypdf)",
    "empty": "is empty",
}


def read_document(data: bytes, *, file: str) -> Document:
    """Read a document, its form told by its content; a compilation is one document here (`read_documents` divides it).

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the bytes are empty, too many, of a form that is not read, or hold no text.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(file, TOO_LARGE)
    form = tell_form(io.BytesIO(data))
    if form not in _READERS:
        raise UnreadableError(file, _REFUSED.get(form, "is an archive of documents, not one"))
    document = _READERS[form](data, file=file)
    return _marked(document)


def _marked(document: Document) -> Document:
    """The document, marked as invented where its symbol says that it was made up."""
    if not is_invented(document.record.symbol):
        return document
    return replace(document, record=replace(document.record, invented=True))


def read_source(source: Source, *, columns: Sequence[str] = ()) -> Iterator[Document | Source | UnreadableError]:
    """Read what stands at a source; a fault is a value, and the rest goes on.

    Args:
        source: a file, or a member of an archive.
        columns: of a file of records, the columns or fields with the citing text (`records.documents.read_records`).

    Yields:
        The document, or the several that a compilation or a file of records holds; of an archive, its members as
        sources, each to be read on its own.
    """
    for held in take_out(source):
        try:
            if not isinstance(held, Held):
                yield held
            elif holds_records(held.file) and tell_form(io.BytesIO(held.data)) == "text":
                yield from _read_records(source, held, columns)
            else:
                yield from map(_marked, divide(read_document(held.data, file=held.file)))
        except UnreadableError as error:
            yield source.fault(error.reason, held.inside if isinstance(held, Held) else None)


def _read_records(source: Source, held: Held, columns: Sequence[str]) -> Iterator[Document | UnreadableError]:
    """The documents in a file of records; faults name the source."""
    for read in read_records(held.data, file=held.file, columns=columns):
        yield _marked(read) if isinstance(read, Document) else source.fault(read.reason, held.inside)


def read_documents(paths: Iterable[Path], *, columns: Sequence[str] = ()) -> Iterator[Document | UnreadableError]:
    """Read files, folders and archives; what cannot be read is yielded as the error that says why.

    Folders and archives are walked for files with one of `files.SUFFIXES`; hidden files are passed over; a file given
    by name is read whatever its name. A file that two paths lead to is read once.

    Args:
        paths: files, folders and archives.
        columns: of files of records, the columns or fields with the citing text.
    """
    for file in list_files(paths):
        yield from [file] if isinstance(file, UnreadableError) else _read_whole(Source(file), columns)


def _read_whole(source: Source, columns: Sequence[str]) -> Iterator[Document | UnreadableError]:
    """The documents at a source, those in the members of an archive with them."""
    for read in list(read_source(source, columns=columns)):
        if isinstance(read, Source):
            yield from _read_whole(read, columns)
        else:
            yield read
