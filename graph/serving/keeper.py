"""The keeper: the process that loads the graph once and forks a new worker whenever one is missing.

A worker shares the memory of the graph, so that a new one is ready in milliseconds. The keeper has a single thread,
which makes forking safe.
"""

import gc
import os
import signal
import time
from contextlib import suppress
from multiprocessing.connection import Client
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from extract.model.errors import UnreadableError
from graph.rdf.opening import count_triples, load_store
from graph.serving.question import Limits
from graph.serving.worker import NOBODY, work

_BREATH: Final = 0.05  # seconds between two forks, so that workers that die at once do not overload the computer


def keep(address: str, key: bytes, file: Path, workers: int, limits: Limits) -> None:
    """Load a graph, report that it is loaded, and keep a number of workers alive until the server ends.

    Args:
        address: where the server listens.
        key: the secret that authenticates a worker to the server.
        file: an RDF file, or a store on disk, whose pages the system keeps in memory for all workers.
        workers: their number.
        limits: of one answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides how to handle an interrupt
    try:
        store = load_store(file)
    except UnreadableError as error:
        _say(address, key, error)
        return
    _say(address, key, count_triples(store, file))
    gc.freeze()  # so that no worker's garbage collector touches, and thereby copies, shared memory
    alive: set[int] = set()
    while True:
        while len(alive) < workers:
            alive.add(_split(store, address, key, limits))
        ended, status = os.wait()
        alive.discard(ended)
        if os.waitstatus_to_exitcode(status) == NOBODY:
            return
        time.sleep(_BREATH)


def _say(address: str, key: bytes, what: int | UnreadableError) -> None:
    """Tell the server whether loading succeeded; if the server is gone, its workers will not find it either."""
    with suppress(OSError), Client(address, authkey=key) as connection:
        connection.send(("loaded", what))


def _split(store: ox.Store, address: str, key: bytes, limits: Limits) -> int:
    """Fork a worker and return its process ID."""
    number = os.fork()
    if number:
        return number
    status = 1
    try:
        status = work(store, address, key, limits)
    finally:
        os._exit(status)  # skips the keeper's own exit handlers
