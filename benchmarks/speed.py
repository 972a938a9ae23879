"""Speed of reading texts and finding citations, compared with one pass of a simple regex over the same texts.

    python benchmarks/speed.py [FILE OR FOLDER ...] [--rounds 5]

The default input is the specimens in data/. One process, processor time; the lexicons are loaded before the clock
starts, and the steps take turns. The ratio to the regex, which only finds English Security Council resolutions, is
comparable across machines; seconds are not.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import regex

from extract.find import find_citations
from extract.model.errors import UnreadableError
from extract.reading.containers.files import list_files
from extract.reading.readers import read_document

ROOT: Final = Path(__file__).resolve().parent.parent
ONE_FORM: Final = regex.compile(r"\b\d{1,4}\s?\((?:19|20)\d\d\)")
MEGABYTE: Final = 1_000_000


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("inputs", nargs="*", type=Path, default=[ROOT / "data"])
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many rounds counts")
    given = parser.parse_args()
    files = [file for file in list_files(given.inputs) if not isinstance(file, UnreadableError)]
    data = [(file.name, file.read_bytes()) for file in files]
    if not data:
        parser.error("no texts there")
    texts = [content.decode("utf-8", errors="replace") for _, content in data]
    for document in [read_document(content, file=name) for name, content in data]:
        find_citations(document)  # loads the lexicon of its language
    size = sum(len(content) for _, content in data) / MEGABYTE
    documents = [read_document(content, file=name) for name, content in data]
    work: dict[str, Callable[[], int]] = {
        "bytes.count": lambda: sum(content.count(b"resolution") for _, content in data),
        "one-form regex": lambda: sum(1 for text in texts for _ in ONE_FORM.finditer(text)),
        "reading": lambda: len([read_document(content, file=name) for name, content in data]),
        "finding": lambda: sum(len(find_citations(each)) for each in documents),
    }
    found = {name: step() for name, step in work.items()}
    medians = median_seconds(work, given.rounds)
    medians["reading and finding"] = medians["reading"] + medians["finding"]
    matches = found["one-form regex"]
    print(f"{len(data)} documents, {size:.1f} MB, {found['finding']} references; the regex finds {matches}\n")
    print("| | seconds | documents/s | MB/s | times the regex |\n| --- | ---: | ---: | ---: | ---: |")
    for name, seconds in medians.items():
        ratio = seconds / medians["one-form regex"]
        print(f"| {name} | {seconds:.4f} | {len(data) / seconds:.0f} | {size / seconds:.2f} | {ratio:.2f} |")


def median_seconds(work: Mapping[str, Callable[[], int]], rounds: int) -> dict[str, float]:
    """Return the median processor seconds of each step; the steps take turns, so that all meet the same machine."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, step in work.items():
            start = time.process_time()
            step()
            taken[name].append(time.process_time() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


if __name__ == "__main__":
    main()
