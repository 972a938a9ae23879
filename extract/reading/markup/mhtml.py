"""Web pages in one file with their pictures (MHTML, RFC 2557), as browsers and Word save them, to a `Document`."""

import email
import email.errors
from email.message import Message

from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.markup.html import read_html


def read_mhtml(data: bytes, *, file: str) -> Document:
    """Read the page that an MHTML file holds: the first part that is one; pictures, styles and frames are passed over.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: it holds no page, or one that cannot be read.
    """
    try:
        page = next((_bytes(part) for part in email.message_from_bytes(data).walk() if _is_page(part)), b"")
    except (email.errors.MessageError, RecursionError, ValueError, LookupError) as error:
        raise UnreadableError(file, "is a broken MHTML file; save the page anew") from error
    if not page.strip():
        raise UnreadableError(file, "is an MHTML file without a page; save the page as HTML or PDF")
    return read_html(page, file=file)


def _is_page(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}


def _bytes(part: Message) -> bytes:
    """The page as UTF-8 where its part says in what else it is written, for its own head may say nothing."""
    payload = part.get_payload(decode=True)
    given = payload if isinstance(payload, bytes) else b""
    name = part.get_content_charset()
    try:
        return given.decode(name).encode() if name else given
    except (LookupError, UnicodeError):
        return given
