"""Plain text: bytes in any encoding the UN's texts come in, to a `Document`."""

import codecs
import hashlib
from typing import Final

from charset_normalizer import from_bytes

from extract.compose import compose
from extract.document import Document
from extract.errors import UnreadableError
from extract.flow import is_seen
from extract.layout import lay_out

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES: Final[list[str]] = ["gb18030", "big5", "cp1251", "cp1252", "cp1256", "koi8-r", "iso8859-6", "shift_jis"]
_SAMPLE: Final[int] = 64 * 1024


def read_plain(data: bytes, *, file: str) -> Document:
    """Read plain text.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the bytes are in no known encoding, or show nothing.
    """
    text = decode(data, file=file)
    if not is_seen(text):
        raise UnreadableError(file, "holds no text")
    return compose(text, lay_out(text), file=file, sha256=hashlib.sha256(data).hexdigest())


def decode(data: bytes, *, file: str) -> str:
    """Decode bytes by their byte order mark, as UTF-8, or in the encoding that makes most sense of them.

    Raises:
        UnreadableError: no encoding makes sense of the bytes.
    """
    if b"\x00" in data[:_SAMPLE] and not data.startswith(tuple(mark for mark, _ in _MARKS)):
        raise UnreadableError(file, "is binary, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.removeprefix(mark).decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(file, f"announces {encoding} but breaks it at byte {error.start}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
        if best is None:
            reason = f"is in no encoding that could be told (not UTF-8 at byte {error.start}); save it as UTF-8"
            raise UnreadableError(file, reason) from error
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError as later:
            raise UnreadableError(file, f"looks like {best.encoding} but breaks it at byte {later.start}") from later
