"""Worker processes that read files: one document at a time each, so that a crash or a hang loses only that one."""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, Generic, TypeVar

from extract.model.errors import UnreadableError
from extract.reading.containers.source import Source
from graph.defaults import MEMORY_LIMIT, TIME_LIMIT
from graph.pipeline.limits import Limits, computed
from graph.pipeline.process import start
from graph.pipeline.reading import ProcessingError

Found = TypeVar("Found")
"""What a document becomes."""
Read = Callable[[Source], Iterable[Found | UnreadableError | Source]]

_LOG: Final = logging.getLogger(__name__)
_SETTLED: Final = 2**20
"""Bytes of the files among which the largest come first: else the last one, read alone, decides how long all take."""


@dataclass(slots=True)
class _Worker(Generic[Found]):
    """A process and its current task.

    Attributes:
        begun: when it was given what it reads now, by the clock.
        watched: when one last looked whether it computes.
        computed: how long it had computed then.
    """

    process: BaseProcess
    connection: Connection
    source: Source
    begun: float = 0.0
    watched: float = 0.0
    computed: int = 0
    outcomes: list[Found | UnreadableError] = field(default_factory=list)
    members: list[Source] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Finished(Generic[Found]):
    """A source that has been read.

    Attributes:
        source: the file or the member.
        outcomes: the documents in it, and the errors.
        members: further sources that it contains if it is an archive.
        is_new: whether it was read in this call; False where it was known.
    """

    source: Source
    outcomes: tuple[Found | UnreadableError, ...]
    members: tuple[Source, ...] = ()
    is_new: bool = True

    @property
    def is_final(self) -> bool:
        """Whether reading it again would give the same: nothing was given up."""
        return not any(isinstance(outcome, ProcessingError) for outcome in self.outcomes)


def read_files(  # noqa: PLR0913  # the files are positional, the rest are options
    files: Iterable[Source],
    *,
    read: Read[Found],
    jobs: int | None = None,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    known: Callable[[Source], Finished[Found] | None] | None = None,
) -> Iterator[Finished[Found]]:
    """Read files in worker processes.

    Args:
        files: what to read.
        read: what a worker does with a source; a function that a new process can import. Sources that it yields, the
            members of an archive, are read like files.
        jobs: number of processes; None for one per processor.
        time_limit: seconds of processor time per document; one that takes more is given up, and its process ended. So
            is one that stands still for so long.
        memory_limit: MiB per document.
        known: what is known of a source from an earlier call; None if it must be read.

    Yields:
        Each source when it is finished, in no particular order; one that ends or blocks its process has an error.
    """
    limits = Limits(time_limit, memory_limit)
    queue = _Queue(files, known)
    most = jobs or os.cpu_count() or 1
    workers: list[_Worker[Found]] = []
    try:
        while queue or workers:
            while len(workers) < most and (source := queue.take()):
                workers.append(_start(source, read, limits))
            for worker in _wait_for_finished(workers, limits):
                queue.put_first(worker.members)
                _LOG.debug("read %s: %d documents or faults", worker.source, len(worker.outcomes))
                finished = Finished(worker.source, tuple(worker.outcomes), tuple(worker.members))
                if worker.process.is_alive() and (source := queue.take()):
                    _assign(worker, source)
                else:
                    _stop(worker)
                    workers.remove(worker)
                yield finished  # now that the process reads on, while its source is kept
            yield from queue.settled()
    finally:
        for worker in workers:
            _stop(worker)


class _Queue(Generic[Found]):
    """What is still to be read, without what is known."""

    def __init__(self, files: Iterable[Source], known: Callable[[Source], Finished[Found] | None] | None) -> None:
        """Begin; see `read_files`."""
        self._sources = deque(sorted(files, key=_size, reverse=True))
        self._known = known or (lambda _: None)
        self._settled: list[Finished[Found]] = []

    def __bool__(self) -> bool:
        """Whether there is anything left."""
        return bool(self._sources)

    def take(self) -> Source | None:
        """Take the next source that must be read; what stands before it and is known is settled."""
        while self._sources:
            source = self._sources.popleft()
            finished = self._known(source)
            if not finished:
                return source
            _LOG.debug("known %s", source)
            self.put_first(finished.members)
            self._settled.append(finished)
        return None

    def put_first(self, members: Sequence[Source]) -> None:
        """Put the members of an archive next, so that it is finished before other files."""
        self._sources.extendleft(reversed(members))

    def settled(self) -> Iterator[Finished[Found]]:
        """Hand out what was known."""
        while self._settled:
            yield self._settled.pop(0)


def _size(source: Source) -> int:
    """Order large files before small ones; small ones keep theirs."""
    try:
        return source.path.stat().st_size // _SETTLED
    except OSError:
        return 0


def _wait_for_finished(workers: Sequence[_Worker[Found]], limits: Limits) -> Iterator[_Worker[Found]]:
    """Wait for the next message or deadline; yield the workers whose source is finished or was given up."""
    left = min((worker.watched for worker in workers), default=0.0) + limits.interval - time.monotonic()
    ready = wait([worker.connection for worker in workers], timeout=max(0.0, left))
    for worker in tuple(workers):  # the caller removes workers meanwhile
        if worker.connection in ready:
            is_finished = _receive(worker, limits)
        else:
            is_finished = _stands_still(worker, limits) and _give_up(worker, limits.reason(None))
        if is_finished:
            yield worker


def _stands_still(worker: _Worker[Found], limits: Limits) -> bool:
    """Whether a process has its source for too long, and does not compute: as one that reads a dead network drive."""
    now = time.monotonic()
    if now < worker.watched + limits.interval:
        return False
    before, worker.computed, worker.watched = worker.computed, computed(worker.process.pid or 0), now
    return now >= worker.begun + limits.seconds and worker.computed <= before


def _start(source: Source, read: Read[Found], limits: Limits) -> _Worker[Found]:
    """Start a process on a source."""
    worker: _Worker[Found] = _Worker(*start(read, limits), source)
    _assign(worker, source)
    return worker


def _assign(worker: _Worker[Found], source: Source) -> None:
    """Send a process its next source; that it has just died is noticed when it does not answer."""
    worker.source, worker.outcomes, worker.members = source, [], []
    worker.begun = worker.watched = time.monotonic()
    with suppress(OSError):
        worker.connection.send(source)


def _receive(worker: _Worker[Found], limits: Limits) -> bool:
    """Receive a message of a process; return True if its source is finished."""
    try:
        said = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(1)
        return _give_up(worker, limits.reason(worker.process.exitcode))
    if said is None:
        return True
    if isinstance(said, Source):
        worker.members.append(said)
    else:
        worker.outcomes.append(said)
    worker.begun = time.monotonic()
    return False


def _give_up(worker: _Worker[Found], reason: str) -> bool:
    """Kill a process; add an error to what was read of its source."""
    worker.process.kill()
    worker.process.join()
    fault = worker.source.fault(reason)
    worker.outcomes.append(ProcessingError(fault.file, fault.reason, fault.member))
    return True


def _stop(worker: _Worker[Found]) -> None:
    """End a process that has nothing more to do."""
    worker.connection.close()
    worker.process.kill()
    worker.process.join()
