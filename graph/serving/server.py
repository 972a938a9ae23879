"""The server: waitress, with a deadline for incomplete requests and a log line for what waitress itself refuses."""

import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Final

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

from extract.model.errors import RecallingError
from graph import console
from graph.serving.application import Application, log
from graph.serving.pool import WAITING, Pool
from graph.serving.protocol import MOST_BYTES

DEADLINE: Final = 20.0
"""Seconds in which a request must have come whole, and that a connection may be silent."""

_CONNECTIONS: Final = 300  # each may need two of the files that a process may have open, of which 1,024 are usual
_BUFFER: Final = 2**18  # bytes of an answer kept in memory for a slow client; the rest waits in a temporary file
_HEADER: Final = 64 * 2**10  # bytes; a query in an address may be long


class PortError(RecallingError):
    """An address that the server cannot listen on.

    Attributes:
        address: host and port.
        reason: what is wrong.
    """

    def __init__(self, address: str, reason: str) -> None:
        """Build the message."""
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: {reason}; choose another with --port")


class _Refusal(ErrorTask):
    """Waitress's response to a request that is malformed or too large."""

    def execute(self) -> None:
        """Log it, then answer."""
        error: Any = getattr(self.request, "error", None)  # the stubs lack a request's `error`
        if error is not None:
            log(error.code, error.body, self.channel.addr[0])
        super().execute()


class _Channel(HTTPChannel):
    """A connection that records since when it has waited for the rest of a request."""

    error_task_class = _Refusal
    since: float | None = None

    def received(self, data: bytes) -> bool:
        """Receive a piece of a request."""
        taken = super().received(data)
        if self.request is None:
            self.since = None
        elif self.since is None:
            self.since = time.time()
        return taken


class _Server(TcpWSGIServer):
    """waitress's server, which also closes connections that send a request too slowly."""

    channel_class = _Channel

    def maintenance(self, now: float) -> None:
        """Close connections that are idle or too slow."""
        super().maintenance(now)  # type: ignore[arg-type]  # the stubs want an int
        channels: Any = self.active_channels  # a mapping of channels; the stubs declare a single one
        for channel in channels.values():
            if channel.since is not None and channel.since < now - self.adj.channel_timeout:
                log(408, "the request did not come whole in time", channel.addr[0])
                channel.since = None
                channel.will_close = True


class _Plain(logging.Handler):
    """Waitress's log records, written through `graph.console`, which sanitises text."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        console.tell(f"waitress: {record.getMessage()}")


def listen(application: Application, *, host: str, port: int, workers: int, deadline: float = DEADLINE) -> _Server:
    """Listen on the port; port 0 picks a free one.

    Raises:
        PortError: the port cannot be opened.
    """
    logger = logging.getLogger("waitress")
    logger.handlers, logger.propagate = [_Plain()], False
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # queries that wait are normal
    try:
        return _Server(
            application,
            host=host,
            port=port,
            threads=workers
            + WAITING
            + 4,  # so that pages are served while queries wait; a thread that waits costs about 30 KiB
            ident="recalling",
            connection_limit=_CONNECTIONS,
            outbuf_overflow=_BUFFER,
            asyncore_use_poll=True,  # select() fails once a file has a number above 1,023
            channel_timeout=deadline,
            cleanup_interval=max(1, int(deadline) // 4),
            max_request_header_size=_HEADER,
            max_request_body_size=MOST_BYTES + 1,
        )
    except (OSError, ValueError) as error:
        raise PortError(f"{host}:{port}", getattr(error, "strerror", None) or str(error)) from error


def address(server: _Server) -> tuple[str, int]:
    """Return the host and the port that a server listens on."""
    bound: Any = server  # the stubs lack the bound address
    return str(bound.effective_host), int(bound.effective_port)


@contextmanager
def ending(pool: Pool) -> Iterator[None]:
    """Run the body until Ctrl-C or SIGTERM, then shut down cleanly."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        pool.close()  # so that no thread keeps waiting for an answer
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    with suppress(KeyboardInterrupt):
        yield
