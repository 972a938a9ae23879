"""Documents from the UN document system, by symbol and language: asked for one by one, and never twice."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlencode

from extract.fetching.partial import TransferError, UnreachableError
from extract.fetching.transfer import Manners, Transfer
from extract.symbol import Symbol

BASE: Final = "https://documents.un.org/api/symbol/access"
"""Where the UN document system answers for a symbol (`s`), a language (`l`) and a form (`t`) with the file."""

FORMS: Final = ("pdf", "docx")
"""Forms that documents can be asked for in; many older ones are there as PDF only."""

FetchForm = Literal["pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is asked for.

    Attributes:
        symbol: its symbol.
        language: ISO 639-1 code of its language.
    """

    symbol: Symbol
    language: str

    def __str__(self) -> str:
        """Symbol and language, as messages name it."""
        return f"{self.symbol} {self.language}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of a document that was asked for.

    Attributes:
        wanted: the document.
        path: where it lies; None when it could not be got.
        reason: why it could not be got, or that it was there already; None when it has just come.
    """

    wanted: Wanted
    path: Path | None
    reason: str | None = None


def file_name(wanted: Wanted, form: FetchForm) -> str:
    """Name of a document's file: `A_RES_62_37.zh.pdf`."""
    return f"{str(wanted.symbol).replace('/', '_')}.{wanted.language}.{form}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Who is asked, for what, and how.

    Attributes:
        base: address that answers; its host, and those of the same domain of the UN, are the only ones that are asked.
        form: of the files.
        manners: pauses, tries and bounds.
    """

    base: str = BASE
    form: FetchForm = "pdf"
    manners: Manners = field(default_factory=Manners)

    def address(self, wanted: Wanted) -> str:
        """Where to ask for a document: by the first symbol of one that has two."""
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
    """Get documents, each as its own file, one at a time.

    Args:
        documents: what to ask for; the same one twice is asked for once.
        folder: where the files go; made where it is missing. A document that lies there is not asked for.
        service: who is asked; None asks the UN document system for PDFs.
        again: ask also for what lies there; the new file takes the old one's place when it is whole.
        sleep: how to wait.

    Returns:
        What became of each, in order, as it is asked for. When the server cannot be reached, the rest is not tried and
        gets the same reason.

    Raises:
        ValueError: the base is no address of a web server.
        OSError: a file cannot be written, also later.
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
        path = folder / file_name(wanted, service.form)
        if path.exists() and not again:
            yield Fetched(wanted, path, "was there already")
            continue
        if unreachable is None:
            try:
                transfer.load(service.address(wanted), path, service.form)
            except UnreachableError as error:
                unreachable = error.reason
            except TransferError as error:
                yield Fetched(wanted, None, error.reason)
                continue
        yield Fetched(wanted, path) if unreachable is None else Fetched(wanted, None, unreachable)
