"""`Pool`: the workers as the server sees them; one that takes too long over a question is killed."""

import contextlib
import multiprocessing
import os
import queue
import secrets
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection, Listener
from multiprocessing.context import AuthenticationError
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from extract.model.errors import UnreadableError
from graph.serving.keeper import keep
from graph.serving.line import ClosedError, FullError, Line
from graph.serving.question import Limits, Question, RefusedError

WAITING: Final = 256
"""Questions that may wait for a worker."""

PATIENCE: Final = 5.0
"""Seconds that a question waits for a worker, and after which a client that was turned away may ask again."""

_STOPPING: Final = "the server is stopping"
_TRIES: Final = 3  # attempts, since idle workers may have died


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process that waits for questions."""

    number: int
    connection: "Connection[Any, Any]"

    def end(self) -> None:
        """Kill it, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):  # it has already exited
            os.kill(self.number, signal.SIGKILL)
        self.connection.close()


class Pool:
    """A graph held by worker processes; a context manager that ends them."""

    def __init__(self, file: Path, *, workers: int, limits: Limits) -> None:
        """Load a graph and start the workers.

        Raises:
            UnreadableError: the file cannot be read as RDF.
        """
        self.limits = limits
        self._line: Line[_Worker] = Line(WAITING)
        self._loaded: queue.SimpleQueue[int | UnreadableError] = queue.SimpleQueue()
        self._alive: dict[int, _Worker] = {}
        self._closed = False
        key = secrets.token_bytes(32)
        self._listener = Listener(family="AF_UNIX", backlog=workers + 2, authkey=key)
        arguments = (self._listener.address, key, file, workers, limits)
        self._keeper = multiprocessing.get_context("spawn").Process(target=keep, args=arguments, name="keeper")
        try:
            self._keeper.start()
            threading.Thread(target=self._accept, daemon=True, name="workers").start()
            self.triples = self._wait(file)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Return the pool, which is already running."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        self.close()

    def ask(self, question: Question) -> bytes:
        """Return the bytes of an answer.

        Raises:
            RefusedError: the query is wrong, its answer too large, its time is up, or all workers are busy.
        """
        status, body = self._put(question)
        if status != 200:  # noqa: PLR2004  # OK
            raise RefusedError(status, body.decode("utf-8", "replace"))
        return body

    def close(self) -> None:
        """End the processes at once; threads that wait for an answer are notified."""
        self._closed = True
        if self._keeper.pid is not None:
            self._keeper.kill()
            self._keeper.join()
        for worker in list(self._alive.values()):
            worker.end()
        self._line.close()
        self._listener.close()

    def _put(self, question: Question) -> tuple[int, bytes]:
        for _ in range(_TRIES):
            worker = self._take()
            try:
                worker.connection.send(question)
            except OSError:
                self._drop(worker)
                continue
            return self._receive(worker)
        raise RefusedError(503, "all workers have ended; try again in a moment", retry_after=PATIENCE)

    def _take(self) -> _Worker:
        """Return a worker when it is this question's turn."""
        try:
            worker = self._line.take(PATIENCE)
        except FullError as error:
            said = f"{WAITING} queries are waiting already; try again in a moment"
            raise RefusedError(503, said, retry_after=PATIENCE) from error
        except ClosedError as error:
            raise RefusedError(503, _STOPPING) from error
        if worker is None:
            said = f"no worker was free within {PATIENCE:g} seconds; try again in a moment"
            raise RefusedError(503, said, retry_after=PATIENCE)
        return worker

    def _receive(self, worker: _Worker) -> tuple[int, bytes]:
        """Return a worker's answer; one that takes too long is killed, and the keeper replaces it."""
        try:
            if not worker.connection.poll(self.limits.seconds):
                self._drop(worker)
                raise RefusedError(503, f"no answer after {self.limits.seconds:g} seconds; narrow the query")
            answer = worker.connection.recv(), worker.connection.recv_bytes()
        except (EOFError, OSError) as error:
            self._drop(worker)
            why = _STOPPING if self._closed else "the query ended its process: it takes too much memory"
            raise RefusedError(503, why) from error
        self._line.give(worker)
        return answer

    def _drop(self, worker: _Worker) -> None:
        self._alive.pop(worker.number, None)
        worker.end()

    def _accept(self) -> None:
        """Accept connections: from workers, and from the keeper when the graph is loaded."""
        while not self._closed:
            try:
                connection = self._listener.accept()
                said = connection.recv()
            except (AuthenticationError, EOFError):  # the peer died while it was sending
                continue
            except OSError:  # the listener is closed
                return
            if isinstance(said, int):
                worker = _Worker(said, connection)
                self._alive[said] = worker
                self._line.give(worker)
            else:
                self._loaded.put(said[1])
                connection.close()

    def _wait(self, file: Path) -> int:
        """Wait until the graph is loaded and return its number of triples."""
        while True:
            try:
                loaded = self._loaded.get(timeout=1)
            except queue.Empty:
                if not self._keeper.is_alive():
                    reason = f"ended the process that read it ({self._keeper.exitcode})"
                    raise UnreadableError(str(file), reason) from None
                continue
            if isinstance(loaded, UnreadableError):
                raise loaded
            return loaded
