"""The server: waitress, with a deadline for half requests and a line in the log for what it refuses itself."""

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

_CONNECTIONS: Final = 100
_HEADER: Final = 64 * 2**10  # bytes; a query in an address may be long


class PortError(RecallingError):
    """An address that cannot be listened on.

    Attributes:
        address: host and port.
        reason: what is wrong.
    """

    def __init__(self, address: str, reason: str) -> None:
        """Write the message once."""
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: {reason}; choose another with --port")


class _Refusal(ErrorTask):
    """What waitress answers to a request that it cannot read or that is too large."""

    def execute(self) -> None:
        """Log it, then answer."""
        error: Any = getattr(self.request, "error", None)  # the stubs know no error of a request
        if error is not None:
            log(error.code, error.body, self.channel.addr[0])
        super().execute()


class _Channel(HTTPChannel):
    """A connection that knows since when it waits for the rest of a request."""

    error_task_class = _Refusal
    since: float | None = None

    def received(self, data: bytes) -> bool:
        """Take in a piece of a request."""
        taken = super().received(data)
        if self.request is None:
            self.since = None
        elif self.since is None:
            self.since = time.time()
        return taken


class _Server(TcpWSGIServer):
    """waitress's server, which ends connections that send a request drop by drop."""

    channel_class = _Channel

    def maintenance(self, now: float) -> None:
        """End what is silent or too slow."""
        super().maintenance(now)  # type: ignore[arg-type]  # the stubs want whole seconds
        channels: Any = self.active_channels  # a mapping of them; the stubs say one
        for channel in channels.values():
            if channel.since is not None and channel.since < now - self.adj.channel_timeout:
                log(408, "the request did not come whole in time", channel.addr[0])
                channel.since = None
                channel.will_close = True


class _Plain(logging.Handler):
    """What waitress has to say, through the module that makes text plain."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        console.tell(f"waitress: {record.getMessage()}")


def listen(application: Application, *, host: str, port: int, workers: int, deadline: float = DEADLINE) -> _Server:
    """Open the port; port 0 takes a free one.

    Raises:
        PortError: it cannot be opened.
    """
    logger = logging.getLogger("waitress")
    logger.handlers, logger.propagate = [_Plain()], False
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a query waits is no news
    try:
        return _Server(
            application,
            host=host,
            port=port,
            threads=workers + WAITING + 4,  # pages come while queries wait
            ident="recalling",
            connection_limit=_CONNECTIONS,
            channel_timeout=deadline,
            cleanup_interval=max(1, int(deadline) // 4),
            max_request_header_size=_HEADER,
            max_request_body_size=MOST_BYTES + 1,
        )
    except (OSError, ValueError) as error:
        raise PortError(f"{host}:{port}", getattr(error, "strerror", None) or str(error)) from error


def address(server: _Server) -> tuple[str, int]:
    """Give the host and the port that a server listens on."""
    bound: Any = server  # the stubs do not know where it is bound
    return str(bound.effective_host), int(bound.effective_port)


@contextmanager
def ending(pool: Pool) -> Iterator[None]:
    """Do something until Ctrl-C or a SIGTERM ends it, in good order."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        pool.close()  # so that no thread waits for an answer
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    with suppress(KeyboardInterrupt):
        yield
