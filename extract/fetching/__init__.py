"""Downloads documents from the UN document system by symbol and language, one at a time and each only once."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlencode

from extract.fetching.partial import NoDocumentError, TransferError, UnreachableError
from extract.fetching.transfer import Manners, Transfer
from extract.symbols.symbol import Symbol

BASE: Final = "https://documents.un.org/api/symbol/access"
"""Where the UN document system answers for a symbol (`s`), a language (`l`) and a form (`t`) with the file."""

FORMS: Final = ("pdf", "docx")
"""Forms that documents can be asked for in; many older ones are there as PDF only."""

FetchForm = Literal["pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to download.

    Attributes:
        symbol: its symbol.
        language: ISO 639-1 code of its language.
    """

    symbol: Symbol
    language: str

    def __str__(self) -> str:
        """Symbol and language, for messages."""
        return f"{self.symbol} {self.language}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The outcome for one requested document.

    Attributes:
        wanted: the document.
        path: its file, or that of the document that contains it; None if it could not be downloaded.
        reason: why it could not be downloaded, that it was already there, or what contains it; None if just loaded.
    """

    wanted: Wanted
    path: Path | None
    reason: str | None = None


def file_name(wanted: Wanted, form: FetchForm) -> str:
    """Name of a document's file: `A_RES_62_37.zh.pdf`."""
    return f"{str(wanted.symbol).replace('/', '_')}.{wanted.language}.{form}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The server to ask, and how.

    Attributes:
        base: address that answers; its host, and those of the same domain of the UN, are the only ones that are asked.
        form: of the files.
        manners: pauses, tries and bounds.
    """

    base: str = BASE
    form: FetchForm = "pdf"
    manners: Manners = field(default_factory=Manners)

    def address(self, wanted: Wanted) -> str:
        """The URL of a document; one with two symbols is requested by the first."""
        symbol = Symbol(wanted.symbol.components)
        asked = urlencode({"s": str(symbol), "l": wanted.language, "t": self.form}, safe="/()")
        return f"{self.base}{'&' if '?' in self.base else '?'}{asked}"


def fetch(
    documents: Iterable[Wanted],
    folder: Path,
    *,
    service: Service | None = None,
    again: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Fetched]:
    """Download documents, each to its own file, one at a time.

    Args:
        documents: what to download; duplicates are requested once.
        folder: where the files go; created if missing. A document already there is not requested.
        service: the server; None means the UN document system, for PDFs.
        again: also download what is already there; the new file replaces the old one once it is complete.
        sleep: function that waits for a number of seconds.

    Returns:
        The outcome of each, in order, as it is downloaded. When the server cannot be reached, the rest is not tried and
        gets the same reason.

    Raises:
        ValueError: the base is not the URL of a web server.
        OSError: a file cannot be written; may be raised during iteration.
    """
    service = service or Service()
    transfer = Transfer(service.base, manners=service.manners, sleep=sleep)
    folder.mkdir(parents=True, exist_ok=True)
    return _fetch(dict.fromkeys(documents), folder, transfer, service, again=again)


def _fetch(
    documents: Iterable[Wanted], folder: Path, transfer: Transfer, service: Service, *, again: bool
) -> Iterator[Fetched]:
    """Each document in turn."""
    unreachable: str | None = None
    for wanted in documents:
        paths = {each: folder / file_name(each, service.form) for each in _ways(wanted)}
        there = None if again else next((path for path in paths.values() if path.exists()), None)
        if there:
            yield Fetched(wanted, there, "was there already")
        elif unreachable is not None:
            yield Fetched(wanted, None, unreachable)
        else:
            try:
                yield _load(wanted, paths, transfer, service)
            except UnreachableError as error:
                unreachable = error.reason
                yield Fetched(wanted, None, unreachable)
            except TransferError as error:
                yield Fetched(wanted, None, error.reason)


def _load(wanted: Wanted, paths: dict[Wanted, Path], transfer: Transfer, service: Service) -> Fetched:
    """Download a document, or the one that contains it where it is not available separately."""
    fault: NoDocumentError | None = None
    for each, path in paths.items():
        try:
            transfer.load(service.address(each), path, service.form)
        except NoDocumentError as error:
            fault = fault or error
        else:
            return Fetched(wanted, path, None if each == wanted else f"is in {each.symbol}")
    raise fault or NoDocumentError("no such document")


def _ways(wanted: Wanted) -> tuple[Wanted, ...]:
    """The document, and for a lettered part of a resolution (`A/RES/217A(III)`) the whole that it is printed in."""
    whole = wanted.symbol.part_of if wanted.symbol.letter else None
    return (wanted, Wanted(whole, wanted.language)) if whole else (wanted,)
