"""Worker processes that read files: one document at a time each, so that a crash or a hang loses only that one."""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from extract.model.errors import UnreadableError
from extract.reading.containers.source import Source
from graph.defaults import TIME_LIMIT
from graph.pipeline.reading import Reading, read_file

Outcome = Reading | UnreadableError
Read = Callable[[Source], Iterable[Outcome | Source]]


@dataclass(slots=True)
class _Worker:
    """A process and its current task."""

    process: BaseProcess
    connection: Connection
    source: Source
    end: float
    outcomes: list[Outcome] = field(default_factory=list)
    members: list[Source] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Finished:
    """A source that has been read.

    Attributes:
        source: the file or the member.
        outcomes: the documents in it, and the errors.
        members: number of further sources that it contains if it is an archive.
    """

    source: Source
    outcomes: tuple[Outcome, ...]
    members: int = 0


def read_files(
    files: Iterable[Source], *, jobs: int | None = None, time_limit: float = TIME_LIMIT, read: Read = read_file
) -> Iterator[Finished]:
    """Read files in worker processes.

    Args:
        files: what to read.
        jobs: number of processes; None for one per processor.
        time_limit: seconds per document; one that takes longer is given up, and its process ended.
        read: what a worker does with a source; a function that a new process can import. Sources that it yields, the
            members of an archive, are read like files.

    Yields:
        Each source when it is finished, in no particular order; one that ends or blocks its process has an error.
    """
    queue = deque(files)
    limit = jobs or os.cpu_count() or 1
    workers: list[_Worker] = []
    try:
        while queue or workers:
            while queue and len(workers) < limit:
                workers.append(_start(queue.popleft(), read, time_limit))
            for worker in _wait_for_finished(workers, time_limit):
                queue.extendleft(reversed(worker.members))  # next, so that an archive is finished before other files
                yield Finished(worker.source, tuple(worker.outcomes), len(worker.members))
                if queue and worker.process.is_alive():
                    _assign(worker, queue.popleft(), time_limit)
                else:
                    _stop(worker)
                    workers.remove(worker)
    finally:
        for worker in workers:
            _stop(worker)


def _wait_for_finished(workers: Sequence[_Worker], time_limit: float) -> Iterator[_Worker]:
    """Wait for the next message or deadline; yield the workers whose source is finished or was given up."""
    left = min(worker.end for worker in workers) - time.monotonic()
    ready = wait([worker.connection for worker in workers], timeout=max(0.0, left))
    for worker in tuple(workers):  # the caller removes workers meanwhile
        if worker.connection in ready:
            is_finished = _receive(worker, time_limit)
        elif time.monotonic() > worker.end:
            is_finished = _give_up(worker, f"was not read within {time_limit:g} seconds and was given up")
        else:
            is_finished = False
        if is_finished:
            yield worker


def _start(source: Source, read: Read, time_limit: float) -> _Worker:
    """Start a process on a source; spawned, because a fork of a process with threads may hang."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, read), daemon=True)
    process.start()
    theirs.close()  # so that the pipe closes when the process ends
    worker = _Worker(process, ours, source, 0.0)
    _assign(worker, source, time_limit)
    return worker


def _assign(worker: _Worker, source: Source, time_limit: float) -> None:
    """Send a process its next source; a process that has just died is noticed when it does not answer."""
    worker.source, worker.end, worker.outcomes, worker.members = source, time.monotonic() + time_limit, [], []
    try:
        worker.connection.send(source)
    except OSError:
        worker.end = 0.0


def _receive(worker: _Worker, time_limit: float) -> bool:
    """Receive a message of a process; return True if its source is finished."""
    try:
        said = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(1)
        return _give_up(worker, f"ended the process that read it ({worker.process.exitcode}); please report it")
    if said is None:
        return True
    if isinstance(said, Source):
        worker.members.append(said)
    else:
        worker.outcomes.append(said)
    worker.end = time.monotonic() + time_limit
    return False


def _give_up(worker: _Worker, reason: str) -> bool:
    """Kill a process; add an error to what was read of its source."""
    worker.process.kill()
    worker.process.join()
    worker.outcomes.append(worker.source.fault(reason))
    return True


def _stop(worker: _Worker) -> None:
    """End a process that has nothing more to do."""
    worker.connection.close()
    worker.process.kill()
    worker.process.join()


def _work(connection: Connection, read: Read) -> None:
    """Read sources until the connection closes; runs in the worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    while True:
        try:
            source = connection.recv()
            for outcome in read(source):
                connection.send(outcome)
            connection.send(None)
        except (EOFError, OSError):
            return
