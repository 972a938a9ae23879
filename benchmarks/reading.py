"""Speed and memory of reading documents of each format; finding references is not measured here.

    python benchmarks/reading.py FOLDER [FOLDER ...] [--rounds 3]

One row per folder of files of one format. Each folder is read in its own process on one core and the best
round counts; the peak memory is that of the whole process, interpreter included. Files that cannot be
read are counted and left out.
"""

import argparse
import multiprocessing
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from extract.model.errors import UnreadableError
from extract.reading.containers.files import list_files
from extract.reading.readers import read_document

MEGABYTE: Final = 1_000_000


class Measured(NamedTuple):
    """The cost of reading a folder.

    Attributes:
        forms: of its documents.
        documents: how many were read.
        refused: how many were not.
        pages: how many they have, where their form has pages.
        size: bytes of the files read.
        seconds: of processor time, the best round.
        memory: peak of the process, in bytes.
    """

    forms: tuple[str, ...]
    documents: int
    refused: int
    pages: int
    size: int
    seconds: float
    memory: int


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="the fastest of so many rounds counts")
    given = parser.parse_args()
    print("| folder | form | documents | MB | seconds | documents/s | MB/s | pages/s | peak memory, MB |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for folder in given.folders:
        with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as fresh:
            print(row(folder.name, fresh.submit(measure, folder, given.rounds).result()))


def measure(folder: Path, rounds: int) -> Measured:
    """Read a folder."""
    files = [file for file in list_files([folder]) if not isinstance(file, UnreadableError)]
    best = float("inf")
    for _ in range(max(1, rounds)):
        seconds, refused, size, pages, forms, documents = 0.0, 0, 0, 0, set[str](), 0
        for file in files:
            data = file.read_bytes()
            start = time.process_time()
            try:
                document = read_document(data, file=file.name)
            except UnreadableError:
                refused += 1
                continue
            seconds += time.process_time() - start
            documents, size = documents + 1, size + len(data)
            pages += document.text.count("\f")
            forms.add(document.record.form or "text")
        best = min(best, seconds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(tuple(sorted(forms)), documents, refused, pages, size, best, memory)


def row(name: str, measured: Measured) -> str:
    """A row of the table."""
    seconds, size = measured.seconds or 1e-9, measured.size / MEGABYTE
    pages = f"{measured.pages / seconds:.0f}" if measured.pages else "–"
    refused = f" (+{measured.refused})" if measured.refused else ""
    cells = [
        name, ", ".join(measured.forms), f"{measured.documents}{refused}",
        f"{size:.1f}", f"{seconds:.2f}", f"{measured.documents / seconds:.1f}", f"{size / seconds:.2f}", pages,
        f"{measured.memory / MEGABYTE:.0f}",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
