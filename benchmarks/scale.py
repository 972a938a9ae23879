"""What a corpus costs as it grows: time and memory of reading, on one and on several processes, and read again.

Documents are invented and small. Times are of processors, so that they can be measured on a busy machine. Of several
processes the whole command is measured also by the clock, which means something only on a machine with nothing else to
do; how much more all processes compute than one, and how evenly the two have worked, means something on any.

Usage: python benchmarks/scale.py growth [--documents 2000 20000]
       python benchmarks/scale.py jobs [FILE …] [--documents 2000] [--rounds 3]    # files: large ones, such as PDFs
       python benchmarks/scale.py cluster [--documents 2000]          # needs the extra `dask`
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from extract.model.errors import UnreadableError
from extract.reading.containers.source import Source
from graph.pipeline.packed import Packed, read_packed
from graph.pipeline.run import read_all
from graph.pipeline.spool import Spool
from graph.pipeline.workers import read_files

ROOT: Final = Path(__file__).parent.parent
TEXT: Final = """\
A/RES/{session}/{number}

The General Assembly,

Recalling its resolution 61/{cited} of 6 December 2006 and Security Council resolution 1540 (2004) of 28 April 2004,

Bearing in mind the Convention on Biological Diversity, and recalling paragraph {cited} of resolution 62/37,

1. Requests the Secretary-General to report to it at its {session}th session, pursuant to resolution 2205 (XXI);

2. Decides to remain seized of the matter.
"""


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("growth", "jobs", "cluster", "one"))
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--documents", nargs="+", type=int, default=[])
    parser.add_argument("--rounds", type=int, default=3, help="of which medians are taken (jobs)")
    given = parser.parse_args()
    if given.what == "one":
        print(json.dumps(read(given.files[0], given.files[1])))
        return
    with tempfile.TemporaryDirectory() as name:
        if given.what == "growth":
            growth(Path(name), given.documents or [2000, 20_000])
        elif given.what == "cluster":
            cluster(Path(name), (given.documents or [2000])[0])
        else:
            jobs(Path(name), (given.documents or [2000])[0], given.files, given.rounds)


def growth(folder: Path, counts: list[int]) -> None:
    """Print time and memory of reading so many documents to rows, and of reading them again."""
    print("documents  first: ms/document  parent MiB  worker MiB  again: ms/document  parent MiB")
    for count in counts:
        texts = write(folder / f"texts{count}", count)
        first, again = (one(texts, folder / f"{count}.sqlite") for _ in range(2))
        print(
            f"{count:9} {1000 * first['seconds'] / count:18.2f} {first['parent']:11.0f} {first['worker']:11.0f}"
            f" {1000 * again['seconds'] / count:19.2f} {again['parent']:11.0f}", flush=True,
        )  # fmt: skip


def one(texts: Path, cache: Path) -> dict[str, float]:
    """Read texts in a process of its own; return what it took."""
    command = [sys.executable, __file__, "one", str(texts), str(cache)]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})  # noqa: S603  # our own
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def read(texts: Path, cache: Path) -> dict[str, float]:
    """Read texts to rows on disk; return seconds of processor time, and peaks of memory in MiB."""
    with Spool(cache) as spool, tempfile.TemporaryFile("w", encoding="utf-8") as rows:
        run = read_all([texts], jobs=2, spool=spool)
        rows.writelines(f"{line}\n" for line in run.lines)
        rows.writelines(f"{line}\n" for line in run.document_lines)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    return {"seconds": seconds, "parent": own.ru_maxrss / 1024, "worker": children.ru_maxrss / 1024}


def timed(source: Source, *, into: str) -> Iterator[Packed | Source | UnreadableError]:
    """Read a source, and note in a file of this process how long the process has computed."""
    yield from read_packed(source)
    Path(into, str(os.getpid())).write_text(str(time.process_time()), encoding="utf-8")


def jobs(folder: Path, count: int, large: list[Path], rounds: int) -> None:
    """Print the gain of two processes for many small files, archives of them, and large files."""
    texts = write(folder / "texts", count)
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(texts.iterdir()):
            archive.write(path, path.name)
    with tarfile.open(folder / "a.tar.gz", "w:gz") as packed:
        packed.add(texts, "texts")
    inputs = {f"{count} files": [texts], "zip": [folder / "a.zip"], "tar.gz": [folder / "a.tar.gz"]}
    inputs |= {f"{len(large)} large files": large} if large else {}
    command([folder / "a.zip"], 2)  # so that all find compiled patterns
    print("                 clock, seconds         processor, seconds     processes alone, processor seconds")
    print("input              one    two   gain      one    two   more      one   each of two  parent   gain")
    for name, paths in inputs.items():
        runs = [(command(paths, 1), command(paths, 2)) for _ in range(rounds)]
        one, two = ([median(run[at][kind] for run in runs) for kind in range(2)] for at in range(2))
        files = sorted(texts.iterdir()) if paths == [texts] else paths
        alone, _ = measured(folder, files, 1)
        both, parent = measured(folder, files, 2)
        print(
            f"{name:15}{one[0]:7.1f}{two[0]:7.1f}{one[0] / two[0]:7.2f}  {one[1]:7.1f}{two[1]:7.1f}"
            f"{two[1] / one[1] - 1:7.0%}  {sum(alone):7.1f}{both[0]:7.1f}{both[-1]:6.1f}{parent:8.1f}"
            f"{sum(alone) / max(*both, parent):7.2f}",
            flush=True,
        )


def command(paths: list[Path], processes: int) -> tuple[float, float]:
    """Run `recalling extract`; return seconds by the clock, and of the processor in all its processes."""
    line = [sys.executable, "-m", "graph.cli", "extract", *map(str, paths), "--jobs", str(processes)]
    begun, before = time.monotonic(), _children()
    done = subprocess.run(  # noqa: S603  # our own
        line, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if done.returncode not in {0, 1}:  # 1: a file could not be read
        raise RuntimeError(line)
    return time.monotonic() - begun, _children() - before


def cluster(folder: Path, count: int) -> None:
    """Print what a local cluster of two workers computes for a corpus, by size of its parts, and whether it differs."""
    from distributed import LocalCluster  # noqa: PLC0415  # an extra

    from graph.cluster.schedule import Corpus, extract_on_cluster  # noqa: PLC0415  # as above

    texts = write(folder / "texts", count)
    limits = {"time_limit": 60.0, "memory_limit": 1024, "columns": []}
    print("files in a part  seconds of all processes  ms/document")
    for size in (100, 500):
        before = _children()
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made:
            corpus = Corpus([str(texts)], str(folder / f"to{size}"), size, "jsonl", limits)
            extract_on_cluster(made.scheduler_address, corpus)
        spent = _children() - before
        print(f"{size:15} {spent:25.1f} {1000 * spent / count:12.2f}", flush=True)
    rows = [
        b"".join(path.read_bytes() for path in sorted((folder / f"to{size}" / "citations").iterdir()))
        for size in (100, 500)
    ]
    print("the same rows" if sorted(rows[0].splitlines()) == sorted(rows[1].splitlines()) else "the rows differ")


def _children() -> float:
    """Seconds that processes started from here have computed, and those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(folder: Path, paths: list[Path], processes: int) -> tuple[list[float], float]:
    """Return how long each worker computed, and the parent."""
    with tempfile.TemporaryDirectory(dir=folder) as into:
        begun = time.process_time()
        for _ in read_files(map(Source, paths), read=partial(timed, into=into), jobs=processes):
            pass
        parent = time.process_time() - begun
        return [float(path.read_text(encoding="utf-8")) for path in Path(into).iterdir()], parent


def write(folder: Path, count: int) -> Path:
    """Write so many documents, all different; return their folder."""
    folder.mkdir()
    for number in range(count):
        text = TEXT.format(session=50 + number % 40, number=number, cited=1 + number % 300)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
