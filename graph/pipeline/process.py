"""`start`: a process that reads sources one after the other, within limits, and says what it found of each."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from extract.reading.containers.source import Source
from graph.pipeline.limits import OUT_OF_MEMORY, Limits, limit_memory, limit_time

Read = Callable[[Source], Iterable[Any]]
"""What a process does with a source."""

_STANDARD: Final = 3
"""Files below this number are the standard streams."""
_GARBAGE: Final = 20_000
"""New objects after which one looks for cycles: with 700, as Python does, that is a tenth of the time of finding."""
_DEFAULT: Final = ("SIGTERM", "SIGHUP", "SIGQUIT")


def start(read: Read, limits: Limits) -> tuple[BaseProcess, Connection]:
    """Start a process; return it, and the connection by which it is given sources and says what it found.

    It is forked where that is safe: it then has all modules and tables that this process has loaded, which a new
    Python would need a second for. It is spawned on other systems than Linux, whose libraries may not be forked, and
    where there are threads, one of which may hold a lock that nobody would open in a fork.

    Args:
        read: what to do with a source; where a process is spawned, a function that it can import.
        limits: what reading one source may take.
    """
    forks = _can_fork()
    inherited = _open_files() if forks else []
    context: Any = multiprocessing.get_context("fork" if forks else "spawn")
    ours, theirs = context.Pipe()
    inherited += [ours.fileno()] if forks else []
    process: BaseProcess = context.Process(target=_work, args=(theirs, read, limits, inherited), daemon=True)
    process.start()
    theirs.close()  # so that the pipe closes when the process ends
    return process, ours


def _can_fork() -> bool:
    """Whether this process is the only thread of its own, also in the eyes of the system."""
    try:
        return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _open_files() -> list[int]:
    """Return the files that this process has open, besides the standard streams."""
    listed = [int(path.name) for path in Path("/proc/self/fd").iterdir()]
    return [number for number in listed if number >= _STANDARD and _is_open(number)]  # but for the list itself


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _work(connection: Connection, read: Read, limits: Limits, inherited: Sequence[int]) -> None:
    """Read sources until the connection closes; runs in the process.

    Args:
        connection: to the parent.
        read: see `start`.
        limits: see `start`.
        inherited: files of the parent that a fork has open too. A lock on one of them would outlive the parent, and a
            pipe to another process would not close with it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    for name in _DEFAULT:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    for number in inherited:
        with suppress(OSError):
            os.close(number)
    gc.freeze()  # what the parent has loaded stays, and looking through it would copy its memory
    gc.set_threshold(_GARBAGE)
    limit_memory(limits.memory)
    try:
        while True:
            source = connection.recv()
            limit_time(limits.seconds)
            for outcome in read(source):
                connection.send(outcome)
                limit_time(limits.seconds)
            limit_time(0)  # waiting costs nothing
            connection.send(None)
    except MemoryError:  # what is left in memory is not known, so that the process is of no further use
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):
        return
