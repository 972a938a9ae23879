"""`Transfer`: downloads files politely: one request at a time, with pauses, retries, resumption and limits."""

import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

import regex
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as NetworkTimeoutError

from extract.fetching.partial import AgainError, NoDocumentError, Partial, TransferError, UnreachableError
from extract.reading.containers.form import Form
from extract.reading.containers.zip import MOST_BYTES

_DOMAIN: Final = "un.org"
_REDIRECTS: Final = 6
_PIECE: Final = 64 * 1024
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_NONE: Final = frozenset({400, 404, 410})
_BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSED: Final = frozenset({401, 403})
_TITLE: Final = regex.compile(rb"<title[^<>]{0,200}>\s*+(?P<title>[^<>]{1,300})", regex.IGNORECASE)
_SHOWN: Final = 80
_PAGES: Final = ("text/", "application/json", "application/xhtml", "application/xml", "application/problem")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Politeness settings and limits.

    Attributes:
        pause: seconds between two requests.
        tries: attempts per file.
        timeout: seconds without a byte after which a response counts as broken.
        longest: most seconds that a file may take.
        longest_wait: most seconds that a server may ask to wait.
        most_bytes: most bytes that a file may have.
    """

    pause: float = 1.0
    tries: int = 4
    timeout: float = 30.0
    longest: float = 600.0
    longest_wait: float = 120.0
    most_bytes: int = MOST_BYTES


class Transfer:
    """Downloads files from one server and those that it may redirect to."""

    def __init__(self, base: str, *, manners: Manners, sleep: Callable[[float], None] = time.sleep) -> None:
        """Set up; nothing is requested yet.

        Args:
            base: address whose host is the server.
            manners: how it is treated.
            sleep: how to wait.

        Raises:
            ValueError: the base is no address of a web server.
        """
        parts = urlsplit(base)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(base)
        self._scheme, self._host = parts.scheme, parts.hostname
        self._manners, self._sleep, self._asked = manners, sleep, False
        proxy = None if urllib.request.proxy_bypass(self._host) else urllib.request.getproxies().get(self._scheme)
        self._pool: urllib3.PoolManager = urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()

    def load(self, address: str, path: Path, form: Form) -> None:
        """Download a file; after an error the partial download is kept beside it, to be resumed.

        Args:
            address: on the server.
            path: where it goes; it appears complete or not at all.
            form: what it must be.

        Raises:
            NoDocumentError: the server has none.
            UnreachableError: the server cannot be reached.
            TransferError: any other failure.
        """
        part = Partial(path)
        reason, reached = "", True
        for attempt in range(self._manners.tries):
            if self._asked:
                self._sleep(self._manners.pause)
            self._asked = True
            try:
                self._load(address, part)
                part.finish(form)
            except AgainError as error:
                reason, reached = error.reason, error.reached
                wait = error.wait if error.wait is not None else float(2**attempt)
                if wait > self._manners.longest_wait:
                    raise TransferError(f"the server asks to wait {wait:.0f} seconds; try again later") from error
                if attempt + 1 < self._manners.tries:
                    self._sleep(wait)
            else:
                return
        raise TransferError(f"{reason}; try again later") if reached else UnreachableError(reason)

    def _load(self, address: str, part: Partial) -> None:
        """Make one attempt."""
        end = time.monotonic() + self._manners.longest
        try:
            response = self._follow(address, part.headers())
            try:
                self._save(response, part, end)
            finally:
                response.close()
        except SSLError as error:
            raise UnreachableError(f"the certificate of {self._host} is refused: {error}") from error
        except NameResolutionError as error:
            raise UnreachableError(f"no network, or no {self._host}: its address is not found") from error
        except (ConnectTimeoutError, NewConnectionError, ProxyError) as error:
            raise AgainError(f"no network, or {self._host} does not answer: {error}", reached=False) from error
        except (NetworkTimeoutError, ProtocolError) as error:
            raise AgainError("the transfer broke off") from error
        except HTTPError as error:
            raise TransferError(f"the server's answer makes no sense ({type(error).__name__})") from error

    def _follow(self, address: str, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        """The response after redirects, which must stay within the domain."""
        timeout = urllib3.Timeout(connect=self._manners.timeout, read=self._manners.timeout)
        for _ in range(_REDIRECTS):
            response = self._pool.request(
                "GET", address, headers=headers, timeout=timeout, retries=False, redirect=False, preload_content=False
            )
            location = response.headers.get("Location")
            if response.status not in _MOVED or not location:
                return response
            response.close()
            address = _joined(address, location)
            if self._scheme == "https" and address.startswith("http://"):
                address = f"https://{address.removeprefix('http://')}"  # never downgrade from https to http
            if not self._may_lead_to(address):
                raise TransferError(f"the server leads away, to {address[:200]}; it was not followed")
        raise TransferError("the server leads on and on")

    def _may_lead_to(self, address: str) -> bool:
        parts = urlsplit(address)
        host = parts.hostname or ""
        same = host == self._host or all(f".{name}".endswith(f".{_DOMAIN}") for name in (host, self._host))
        return same and (parts.scheme == "https" or (parts.scheme == self._scheme and host == self._host))

    def _save(self, response: urllib3.BaseHTTPResponse, part: Partial, end: float) -> None:
        """Append the body to the partial file."""
        self._judge(response)
        start = part.begin(response)
        packed = response.headers.get("Content-Encoding", "identity").lower() not in {"identity", ""}
        length = "" if packed else response.headers.get("Content-Length", "")  # Content-Length counts encoded bytes
        whole = start + int(length) if length.isascii() and length.isdecimal() else None
        most = self._manners.most_bytes
        done = start
        with part.open(append=start > 0) as file:
            while piece := response.read1(_PIECE):
                done += len(piece)
                if max(done, whole or 0) > most:
                    part.drop()
                    raise TransferError(f"is larger than {most / 2**20:.0f} MiB")
                file.write(piece)
                if time.monotonic() > end:
                    raise AgainError(f"the transfer took longer than {self._manners.longest:g} seconds")
        if whole is not None and done < whole:
            raise AgainError("the transfer broke off")

    def _judge(self, response: urllib3.BaseHTTPResponse) -> None:
        """Go on with a file only."""
        status, kind = response.status, response.headers.get("Content-Type", "").lower()
        if status in _NONE:
            raise NoDocumentError("no such document")
        if status in _BUSY or (status in _REFUSED and "Retry-After" in response.headers):
            raise AgainError(f"the server is busy or broken ({status})", wait=_wait(response))
        if status not in {200, 206, 416}:
            does = "; it may ask for a pause: try later, and with a longer --pause" if status in _REFUSED else ""
            raise TransferError(f"the server refuses ({status}){does}")
        if kind.startswith(_PAGES):
            raise NoDocumentError(f"no such document (the server answered with a page{_title(response)})")


def _joined(address: str, location: str) -> str:
    """The target of a redirect; an invalid one leads nowhere."""
    try:
        return urlsplit(urljoin(address, location)).geturl()
    except ValueError:
        return "no address"


def _title(response: urllib3.BaseHTTPResponse) -> str:
    """The title of an HTML page, for the message: that of a portal or a bot check shows why it was served."""
    try:
        found = _TITLE.search(response.read1(_PIECE))
    except (HTTPError, OSError):
        return ""
    title = " ".join(found["title"].decode("utf-8", "replace").split()) if found else ""
    return f', "{title[:_SHOWN]}"' if title else ""


def _wait(response: urllib3.BaseHTTPResponse) -> float | None:
    """Seconds that the server asks to wait."""
    try:
        return urllib3.Retry().get_retry_after(response)
    except InvalidHeader:
        return None
