"""Media types of files by their form in `documents.jsonl`, as IRIs of the registrations with IANA."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "text/plain",
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html",
        "mhtml": "multipart/related",
        "akn": "application/akn+xml",
        "xml": "application/xml",
        "opendocument": "application/vnd.oasis.opendocument.text",
        "epub": "application/epub+zip",
        "word": "application/msword",
        "rtf": "application/rtf",
    }
)
_FORMS: Final = {MEDIA + media: form for form, media in _TYPES.items()}
_SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {".txt": "text", ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html"}
)
"""End of a file's name to its form, for rows that do not say it; `.xml` may be several."""


def media_iri(form: str | None, name: str) -> str | None:
    """Return the IRI of the media type of a file; None if neither its form nor its name tells a registered one.

    Args:
        form: as rows have it, where they do.
        name: of the file.
    """
    media = _TYPES.get(form or _SUFFIXES.get(PurePosixPath(name).suffix.lower(), ""))
    return MEDIA + media if media else None


def form_of(media: str | None) -> str | None:
    """Return the form of a file by the IRI of its media type; None where that is not known."""
    return _FORMS.get(media or "")
