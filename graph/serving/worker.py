"""A worker: a process that answers one question at a time and may be killed at any moment.

Oxigraph cannot be interrupted, so a query that exceeds its time is ended by killing its process. This module
imports little: the keeper is a fresh process, and whatever it imports is in every worker.
"""

import os
import re
import signal
from collections.abc import Iterator
from multiprocessing.connection import Client, Connection
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.serving.question import Limits, Question, RefusedError

NOBODY: Final = 3
"""Exit status of a worker that has nobody to work for."""

_XML_FORMS: Final = frozenset({"XML", "RDF_XML"})
_FORBIDDEN: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")  # controls, U+FFFE, U+FFFF
_STATUS: Final = Path("/proc/self/statm")


class _Output:
    """An output buffer with a size limit."""

    def __init__(self, limit: int) -> None:
        self.data = bytearray()
        self._limit = limit

    def write(self, piece: bytes) -> int:
        if len(self.data) + len(piece) > self._limit:
            raise OverflowError
        self.data += piece
        return len(piece)

    def flush(self) -> None:
        """Do nothing: the output is not buffered further."""


def work(store: ox.Store, address: str, key: bytes, limits: Limits) -> int:
    """Connect to the server and answer its questions; returns the exit status when there are no more."""
    try:
        connection: Connection[Any, Any] = Client(address, authkey=key)
        connection.send(os.getpid())
        _bound_memory(limits.memory)
        while True:
            question = connection.recv()
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + 2)  # in case the server itself has been killed
            status, body = reply(store, question, limits)
            signal.setitimer(signal.ITIMER_REAL, 0)
            connection.send(status)
            connection.send_bytes(body)
    except (EOFError, OSError):
        return NOBODY


def reply(store: ox.Store, question: Question, limits: Limits) -> tuple[int, bytes]:
    """Return the HTTP status and the bytes of an answer, or the reason why there is none."""
    try:
        return 200, _answer(store, question, limits)
    except RefusedError as error:
        return error.status, error.reason.encode()
    except OverflowError:
        return 403, f"the answer is larger than {limits.size // 2**20} MiB; ask for less, or add a LIMIT".encode()
    except MemoryError:
        return 503, b"the query takes too much memory; narrow it"
    except (SyntaxError, ValueError, OSError) as error:
        return 400, " ".join(str(error).split()).encode("utf-8", "replace")


def _answer(store: ox.Store, question: Question, limits: Limits) -> bytes:
    result: Any = store.query(question.text, prefixes=dict(v.PREFIXES))
    if isinstance(result, ox.QueryTriples) is not question.graph:
        raise RefusedError(400, "the query is not of the form that its first word says")
    output: Any = _Output(limits.size)
    if isinstance(result, ox.QueryTriples):
        form = getattr(ox.RdfFormat, question.form)
        ox.serialize(_counted(result, limits.triples), output, form, prefixes=dict(v.PREFIXES))
    else:
        result.serialize(output, getattr(ox.QueryResultsFormat, question.form))
    return _well_formed(bytes(output.data)) if question.form in _XML_FORMS else bytes(output.data)


def _well_formed(written: bytes) -> bytes:
    """Return XML with U+FFFD for each character that XML 1.0 forbids, and a reference for each carriage return.

    Oxigraph writes all of them as they are; whoever reads XML takes a bare carriage return for a line feed.
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}".encode(), written).replace(b"\r", b"&#13;")


def _counted(triples: Any, most: int) -> Iterator[ox.Triple]:  # noqa: ANN401  # pyoxigraph's iterators share no base class
    for number, triple in enumerate(triples):
        if number == most:
            raise RefusedError(403, f"the answer has more than {most} triples; ask for less, or add a LIMIT")
        yield triple


def _bound_memory(most: int) -> None:
    """Limit how many bytes this process may grow by, where the system supports such a limit."""
    try:
        import resource  # noqa: PLC0415  # not available on every system
    except ImportError:
        return
    if _STATUS.exists():
        now = int(_STATUS.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + most, now + most))
