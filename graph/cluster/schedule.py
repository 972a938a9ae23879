"""`extract_on_cluster`: a corpus in parts, read by the workers of a Dask cluster; the same result whoever reads it.

A part is a run of addresses in their order, so that the parts, and what stands in each, do not depend on the cluster.
A task that is done twice, since its worker was killed, writes the same bytes again.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from graph.cluster.part import STAGED
from graph.cluster.storage import ClusterError, list_addresses, remove, write
from graph.pipeline.merge import merge
from graph.pipeline.stub import Stub

_RETRIES: Final = 3
_DIGITS: Final = 32
"""Bits of the number of a document within its part."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is to be read, and how.

    Attributes:
        inputs: addresses; see `list_addresses`.
        to: address of the folder for the results.
        size: number of files in a part.
        form: of the rows: `jsonl`, `parquet`.
        limits: `time_limit` and `memory_limit` of a document, and `columns` of records.
    """

    inputs: Sequence[str]
    to: str
    size: int
    form: str
    limits: Mapping[str, Any]


def extract_on_cluster(
    scheduler: str, corpus: Corpus, *, progress: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """Read a corpus on a cluster and write its results.

    Args:
        scheduler: address of the scheduler, such as `tcp://10.0.0.1:8786`.
        corpus: what to read.
        progress: called with the number of tasks done and the total.

    Returns:
        The report, as it is written.

    Raises:
        ClusterError: the cluster cannot be reached, or gives up a part.
    """
    addresses = list_addresses(corpus.inputs)
    starts = range(0, len(addresses), corpus.size)
    names = [f"part-{number:05d}" for number, _ in enumerate(starts)]
    reading = [
        {"do": "read", "part": name, "to": corpus.to, "addresses": addresses[at : at + corpus.size], **corpus.limits}
        for name, at in zip(names, starts, strict=True)
    ]
    with _Cluster(scheduler, progress, total=2 * len(names)) as cluster:
        found = cluster.run(reading)
        merged = merge([[stub for number, each in enumerate(found) for stub in _stubs(number, each["documents"])]])
        kept: defaultdict[int, list[int]] = defaultdict(list)
        for stub in merged.readings:
            kept[stub.number >> _DIGITS].append(stub.number & (1 << _DIGITS) - 1)
        writing = [
            {"do": "write", "part": name, "to": corpus.to, "kept": kept[number], "format": corpus.form}
            for number, name in enumerate(names)
        ]
        written = cluster.run(writing)
    report = {
        "documents": sum(each["documents"] for each in written),
        "citations": sum(each["citations"] for each in written),
        "parts": len(names),
        "skipped": sorted(pair for each in found for pair in each["skipped"]),
        "repeated": sorted([*map(list, merged.repeated), *(pair for each in found for pair in each["repeated"])]),
    }
    write(corpus.to, "report.json", (json.dumps(report, ensure_ascii=True, indent=1) + "\n").encode())
    remove(corpus.to, STAGED)
    return report


def run_task(task: Mapping[str, Any]) -> dict[str, Any]:
    """Do a task in a process of its own; this is what the workers of the cluster run.

    Raises:
        RuntimeError: the process failed, so that the scheduler tries the task again.
    """
    command = [sys.executable, "-m", "graph.cluster.part"]
    done = subprocess.run(command, input=json.dumps(task), capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        raise RuntimeError(f"{task['part']}: {last or f'ended with status {done.returncode}'}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


class _Cluster:
    """A connection to a cluster; use it as a context manager."""

    def __init__(self, scheduler: str, progress: Callable[[int, int], None] | None, *, total: int) -> None:
        try:
            from distributed import Client  # noqa: PLC0415  # an extra
        except ImportError as error:
            raise ClusterError("--scheduler needs Dask: pip install 'recalling[dask]'") from error
        try:
            self._client = Client(scheduler, timeout=20, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(f"{scheduler}: no Dask scheduler answers: {error}") from error
        self._progress, self._done, self._total = progress, 0, total

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, tasks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Do tasks on the workers; return their results in the order of the tasks."""
        from distributed import as_completed  # noqa: PLC0415  # an extra

        futures = self._client.map(run_task, tasks, retries=_RETRIES, pure=False)
        for _ in as_completed(futures, loop=self._client.loop, raise_errors=False):
            self._done += 1
            if self._progress:
                self._progress(self._done, self._total)
        try:
            results: list[dict[str, Any]] = self._client.gather(futures)
        except Exception as error:  # whatever a worker raised, or that too many have died
            raise ClusterError(f"the cluster gave up: {type(error).__name__}: {error}") from error
        return results


def _stubs(part: int, documents: Sequence[Sequence[Any]]) -> Iterator[Stub]:
    """Yield what stands for the documents of a part."""
    for number, (symbol, language, file, sha256, hashes) in enumerate(documents):
        yield Stub(part << _DIGITS | number, symbol, language, file, sha256, hashes)
