"""Speed of reading texts and finding citations, compared with one pass of a simple regex over the same texts.

    python benchmarks/speed.py [FILE OR FOLDER ...] [--rounds 3]

The default input is the specimens in data/. One process; the lexicons are loaded before the clock starts. The ratio to
the regex, which only finds English Security Council resolutions, is comparable across machines; seconds are not.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import regex

from extract.find import find_citations
from extract.model.errors import UnreadableError
from extract.reading.containers.files import list_files
from extract.reading.readers import read_document

ROOT: Final = Path(__file__).resolve().parent.parent
ONE_FORM: Final = regex.compile(r"\b\d{1,4}\s?\((?:19|20)\d\d\)")
MEGABYTE: Final = 1_000_000
Result = TypeVar("Result")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("inputs", nargs="*", type=Path, default=[ROOT / "data"])
    parser.add_argument("--rounds", type=int, default=3, help="the fastest of so many rounds counts")
    given = parser.parse_args()
    files = [file for file in list_files(given.inputs) if not isinstance(file, UnreadableError)]
    data = [(file.name, file.read_bytes()) for file in files]
    if not data:
        parser.error("no texts there")
    texts = [content.decode("utf-8", errors="replace") for _, content in data]
    for document in [read_document(content, file=name) for name, content in data]:
        find_citations(document)  # loads the lexicon of its language
    size = sum(len(content) for _, content in data) / MEGABYTE
    reading, documents = fastest(lambda: [read_document(content, file=name) for name, content in data], given.rounds)
    finding, citations = fastest(lambda: sum(len(find_citations(each)) for each in documents), given.rounds)
    once, matches = fastest(lambda: sum(1 for text in texts for _ in ONE_FORM.finditer(text)), given.rounds)
    print(f"{len(data)} documents, {size:.1f} MB, {citations} references; the regex finds {matches}\n")
    print("| | seconds | documents/s | MB/s | times the regex |\n| --- | ---: | ---: | ---: | ---: |")
    named = {"one-form regex": once, "reading": reading, "finding": finding, "reading and finding": reading + finding}
    for name, seconds in named.items():
        print(f"| {name} | {seconds:.3f} | {len(data) / seconds:.0f} | {size / seconds:.2f} | {seconds / once:.0f} |")


def fastest(work: Callable[[], Result], rounds: int) -> tuple[float, Result]:
    """Return the seconds of the fastest round, and the result."""
    best, result = timed(work)
    for _ in range(rounds - 1):
        best = min(best, timed(work)[0])
    return best, result


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the seconds, and the result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
