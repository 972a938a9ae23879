"""Plain text: bytes in any encoding the UN's texts come in, to a `Document`."""

import hashlib
from dataclasses import replace

from extract.layout.compose import compose
from extract.layout.plain_text import lay_out
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.encoding import decode
from extract.reading.plain.broken_words import mend
from extract.reading.plain.embeddings import restore
from extract.reading.plain.markdown import is_markdown, plain_of
from extract.text.flow import is_seen


def read_plain(data: bytes, *, file: str) -> Document:
    """Read plain text.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the bytes are in no known encoding, or show nothing.
    """
    text = decode(data, file=file)
    if is_markdown(text, file=file):
        text = plain_of(text)
    text = mend(restore(text))
    if not is_seen(text):
        raise UnreadableError(file, "holds no text")
    document = compose(text, lay_out(text), file=file, sha256=hashlib.sha256(data).hexdigest())
    if broken := text.count("\ufffd"):
        record = document.record
        warning = f"{broken} of its bytes are no text and stand as U+FFFD; is the file whole?"
        return replace(document, record=replace(record, warnings=(*record.warnings, warning)))
    return document
