"""A graph on disk, in a folder of Oxigraph: neither building nor asking it needs the graph in memory."""

import json
import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.defaults import STORE_SUMMARY
from graph.files import UnwritableError, write_text
from graph.rdf.literal import Triple, ntriples

_BATCH: Final = 100_000  # triples that are sorted in memory at a time, some 60 MiB
_LOGS: Final = "LOG*"  # with times and paths, and of no use to a store that only reads


class StoreWriter:
    """A new store on disk, filled from a stream."""

    def __init__(self, path: Path) -> None:
        """Make the folder.

        Raises:
            UnwritableError: it cannot be made.
        """
        self._path = path
        try:
            self.store = ox.Store(os.fspath(path))
        except (OSError, RuntimeError) as error:
            raise UnwritableError(os.fspath(path), " ".join(str(error).split())) from error

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples, which may repeat; at most some hundred thousand are in memory at a time.

        Raises:
            UnwritableError: the disk is full.
        """
        rest = iter(triples)
        try:
            while batch := ntriples(islice(rest, _BATCH)):
                self.store.bulk_load(batch, format=ox.RdfFormat.N_TRIPLES)
        except OSError as error:
            raise UnwritableError(os.fspath(self._path), str(error)) from error

    def finish(self) -> int:
        """Order the files for reading, note the number of triples beside the store, and return it.

        Raises:
            UnwritableError: the disk is full.
        """
        try:
            self.store.optimize()
            self.store.flush()
        except OSError as error:
            raise UnwritableError(os.fspath(self._path), str(error)) from error
        triples = len(self.store)
        del self.store
        for log in self._path.glob(_LOGS):
            log.unlink()
        write_text(self._path.parent / STORE_SUMMARY, json.dumps({"triples": triples}) + "\n")
        return triples
