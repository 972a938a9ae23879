"""`Partial`: a file on its way from a server, beside its place, so that the next try goes on; and the faults."""

import io
from pathlib import Path
from typing import Final

import urllib3

from extract.model.errors import RecallingError
from extract.reading.containers.form import Form, tell_form

AGENT: Final = "Recalling (reads United Nations documents; one request at a time)"
"""What the server is told about who asks."""

_END_OF_PDF: Final = b"%%EOF"
_TAIL: Final = 4096
_PAGES: Final = frozenset[Form]({"html", "xml", "text"})


class TransferError(RecallingError):
    """A file that could not be downloaded.

    Attributes:
        reason: why, and where it helps what to do.
    """

    def __init__(self, reason: str) -> None:
        """Keep the message as it is."""
        self.reason = reason
        super().__init__(reason)


class NoDocumentError(TransferError):
    """The server has no such document."""


class UnreachableError(TransferError):
    """The server cannot be reached, so that further requests are pointless."""


class AgainError(Exception):
    """A temporary failure.

    Attributes:
        reason: what.
        wait: seconds that the server asks to wait; None if it does not say.
        reached: whether the server responded at all.
    """

    def __init__(self, reason: str, *, wait: float | None = None, reached: bool = True) -> None:
        """Keep what is known."""
        self.reason, self.wait, self.reached = reason, wait, reached
        super().__init__(reason)


class Partial:
    """A partial download: the bytes so far, and the validator by which the server recognises the file."""

    def __init__(self, path: Path) -> None:
        """Continue from the partial file beside the path, if there is one."""
        self._path = path
        self._part, self._tag = (path.with_name(f"{path.name}.{end}") for end in ("part", "part-tag"))

    def headers(self) -> dict[str, str]:
        """The request headers: a range request for the rest, if the file is unchanged."""
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        try:
            tag, size = self._tag.read_text(encoding="latin-1"), self._part.stat().st_size
        except OSError:
            return headers
        return headers | ({"Range": f"bytes={size}-", "If-Range": tag} if size and tag else {})

    def begin(self, response: urllib3.BaseHTTPResponse) -> int:
        """The number of bytes that precede the response's content."""
        size = self._part.stat().st_size if self._part.exists() else 0
        if response.status == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {size}-"):  # noqa: PLR2004  # partial
            return size
        self.drop()
        if response.status != 200:  # noqa: PLR2004  # all of it
            raise AgainError("the server would not go on with the file")
        tag = "" if "Content-Encoding" in response.headers else response.headers.get("ETag", "")
        if "Content-Encoding" not in response.headers and (not tag or tag.startswith("W/")):
            tag = response.headers.get("Last-Modified", "")
        if tag:
            self._tag.write_text(tag, encoding="latin-1", errors="ignore")
        return 0

    def open(self, *, append: bool) -> "io.BufferedWriter":
        """Open it for writing."""
        return self._part.open("ab" if append else "wb")

    def finish(self, form: Form) -> None:
        """Move it to its final path, if it has the expected form."""
        with self._part.open("rb") as stream:
            told = tell_form(stream)
            stream.seek(max(0, self._part.stat().st_size - _TAIL))
            tail = stream.read()
        if told == form and (form != "pdf" or _END_OF_PDF in tail):
            self._part.replace(self._path)
            self._tag.unlink(missing_ok=True)
            return
        self.drop()
        if told in {form, "empty"}:
            raise AgainError("the file is cut off")
        if told in _PAGES:
            raise NoDocumentError("no such document (the server answered with a page)")
        raise NoDocumentError(f"no such document in this form ({form}); the server has it in another: {told}")

    def drop(self) -> None:
        """Discard it."""
        self._part.unlink(missing_ok=True)
        self._tag.unlink(missing_ok=True)
