"""`Line`: idle workers, and the requests that wait for one in the order in which they came."""

import queue
import threading
from collections import deque
from typing import Generic, TypeVar

Worker = TypeVar("Worker")


class FullError(Exception):
    """The line has as many requests as it may have."""


class ClosedError(Exception):
    """There will be no more workers."""


class Line(Generic[Worker]):
    """Hands each idle worker to the request that has waited longest; safe between threads.

    A queue of idle workers alone would be unfair: a request that has just come may take a worker that was put back for
    one that waits.
    """

    def __init__(self, most: int) -> None:
        """Begin without workers.

        Args:
            most: requests that may wait at a time.
        """
        self._most = most
        self._lock = threading.Lock()
        self._idle: deque[Worker] = deque()
        self._waiting: deque[queue.SimpleQueue[Worker | None]] = deque()
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def take(self, patience: float) -> Worker | None:
        """Return an idle worker, or the one that this request's turn brings; None if none was free in time.

        Args:
            patience: seconds to wait.

        Raises:
            FullError: too many wait already.
            ClosedError: the line is closed.
        """
        place: queue.SimpleQueue[Worker | None] = queue.SimpleQueue()
        with self._lock:
            if self._closed:
                raise ClosedError
            if self._idle:
                return self._idle.popleft()
            if len(self._waiting) >= self._most:
                raise FullError
            self._waiting.append(place)
        try:
            worker = place.get(timeout=patience)
        except queue.Empty:
            with self._lock:
                if place in self._waiting:
                    self._waiting.remove(place)
                    return None
            worker = place.get_nowait()  # its turn came in the last moment
        if worker is None:
            raise ClosedError
        return worker

    def give(self, worker: Worker) -> None:
        """Add a worker that has nothing to do."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().put(worker)
            else:
                self._idle.append(worker)

    def close(self) -> None:
        """Send away everyone who waits."""
        with self._lock:
            self._closed = True
            while self._waiting:
                self._waiting.popleft().put(None)
