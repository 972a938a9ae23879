"""Worker processes that read files: one file each at a time, so that a crash or a hang costs that file alone."""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from extract.errors import UnreadableError
from graph.arguments import TIME_LIMIT
from graph.reading import Reading, read_file

Outcome = Reading | UnreadableError
Read = Callable[[Path], Iterable[Outcome]]


@dataclass(slots=True)
class _Worker:
    """A process with what it is doing."""

    process: BaseProcess
    connection: Connection
    file: Path
    end: float
    outcomes: list[Outcome] = field(default_factory=list)


def read_files(
    files: Iterable[Path], *, jobs: int | None = None, time_limit: float = TIME_LIMIT, read: Read = read_file
) -> Iterator[tuple[Path, tuple[Outcome, ...]]]:
    """Read files in worker processes.

    Args:
        files: what to read.
        jobs: number of processes; None takes one a processor.
        time_limit: seconds a document; one that takes longer is given up with its process.
        read: what a worker does with a file; a function that a new process can import.

    Yields:
        Each file as it is done, in no order, with the documents in it and the errors; a file that ends or blocks its
        process is one error.
    """
    queue = deque(files)
    limit = min(jobs or os.cpu_count() or 1, len(queue))
    workers: list[_Worker] = []
    try:
        while queue or workers:
            while queue and len(workers) < limit:
                workers.append(_start(queue.popleft(), read, time_limit))
            left = min(worker.end for worker in workers) - time.monotonic()
            ready = wait([worker.connection for worker in workers], timeout=max(0.0, left))
            for worker in list(workers):
                if worker.connection in ready:
                    done = _receive(worker, time_limit)
                elif time.monotonic() > worker.end:
                    done = _give_up(worker, f"was not read within {time_limit:g} seconds and was given up")
                else:
                    continue
                if not done:
                    continue
                yield worker.file, tuple(worker.outcomes)
                if queue and worker.process.is_alive():
                    _assign(worker, queue.popleft(), time_limit)
                else:
                    _stop(worker)
                    workers.remove(worker)
    finally:
        for worker in workers:
            _stop(worker)


def _start(file: Path, read: Read, time_limit: float) -> _Worker:
    """A new process at work on a file; spawned, because a fork of a process with threads may hang."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, read), daemon=True)
    process.start()
    theirs.close()  # so that the end of the process ends the pipe
    worker = _Worker(process, ours, file, 0.0)
    _assign(worker, file, time_limit)
    return worker


def _assign(worker: _Worker, file: Path, time_limit: float) -> None:
    """Give a process its next file; one that has just died is noticed when it does not answer."""
    worker.file, worker.end, worker.outcomes = file, time.monotonic() + time_limit, []
    try:
        worker.connection.send(file)
    except OSError:
        worker.end = 0.0


def _receive(worker: _Worker, time_limit: float) -> bool:
    """Take what a process says; True when its file is done."""
    try:
        said = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(1)
        return _give_up(worker, f"ended the process that read it ({worker.process.exitcode}); please report it")
    if said is None:
        return True
    worker.outcomes.append(said)
    worker.end = time.monotonic() + time_limit
    return False


def _give_up(worker: _Worker, reason: str) -> bool:
    """End a process; its file gets an error besides what was read of it."""
    worker.process.kill()
    worker.process.join()
    worker.outcomes.append(UnreadableError(str(worker.file), reason))
    return True


def _stop(worker: _Worker) -> None:
    """End a process that has nothing more to do."""
    worker.connection.close()
    worker.process.kill()
    worker.process.join()


def _work(connection: Connection, read: Read) -> None:
    """What a worker does until nobody speaks to it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    while True:
        try:
            file = connection.recv()
            for outcome in read(file):
                connection.send(outcome)
            connection.send(None)
        except (EOFError, OSError):
            return
