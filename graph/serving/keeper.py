"""The keeper: the process that loads the graph once and splits off a worker wherever one is missing.

A worker shares the memory of the graph, and a new one is there in milliseconds. The keeper has one thread, so that
splitting it is safe.
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
from graph.rdf.store import load_store
from graph.serving.question import Limits
from graph.serving.worker import NOBODY, work

_BREATH: Final = 0.05  # seconds between two workers, so that some that cannot live do not fill the computer


def keep(address: str, key: bytes, file: Path, workers: int, limits: Limits) -> None:
    """Load a graph, say so, and keep so many workers alive until nobody needs them.

    Args:
        address: where the server listens.
        key: what the server knows a worker by.
        file: an RDF file.
        workers: their number.
        limits: of one answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides what an interruption means
    try:
        store = load_store(file)
    except UnreadableError as error:
        _say(address, key, error)
        return
    _say(address, key, len(store))
    gc.freeze()  # so that no worker touches, and thereby copies, what it shares
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
    """Tell the server how the loading ended; if it has ended itself, no worker will find it either."""
    with suppress(OSError), Client(address, authkey=key) as connection:
        connection.send(("loaded", what))


def _split(store: ox.Store, address: str, key: bytes, limits: Limits) -> int:
    """Split off a worker; gives its process number."""
    number = os.fork()
    if number:
        return number
    status = 1
    try:
        status = work(store, address, key, limits)
    finally:
        os._exit(status)  # without what the keeper would do at its own end
