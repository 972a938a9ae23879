"""Speed of reading texts and finding citations beside other things done with the same texts, in one run.

    python benchmarks/speed.py [FILE OR FOLDER ...] [--against CHECKOUT ...] [--rounds 5]

The default input is the specimens in data/. Compared are `bytes.count`, which only looks at the text; one simple regex,
which only finds English Security Council resolutions; eyecite, if it is installed, which finds citations of American
law, and its hyperscan tokenizer, if that is; for inputs that are all XML, parsing them with lxml and no more; and other
checkouts of this repository, each in a process of its own. Of PDF, pages are counted. Processor time; lexicons are
loaded before the clock starts, and the steps take turns. Ratios are comparable across machines; seconds are not.
"""

import argparse
import contextlib
import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import pypdfium2
import regex
from lxml import etree

from extract.find import find_citations
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.containers.files import list_files
from extract.reading.readers import read_document

ROOT: Final = Path(__file__).resolve().parent.parent
ONE_FORM: Final = regex.compile(r"\b\d{1,4}\s?\((?:19|20)\d\d\)")
MEGABYTE: Final = 1_000_000
OWN: Final = "reading and finding"
WORKER: Final = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
try:
    from extract.reading.readers import read_document
except ImportError:
    from extract.reading import read_document
from extract.find import find_citations
import extract
assert Path(extract.__file__).is_relative_to(sys.argv[1]), extract.__file__
data = [(Path(line).name, Path(line).read_bytes()) for line in json.loads(sys.stdin.readline())]
def work():
    for name, content in data:
        find_citations(read_document(content, file=name))
work()
print("ready", flush=True)
for _ in sys.stdin:
    start = time.process_time()
    work()
    print(time.process_time() - start, flush=True)
"""
"""What reads and finds in another checkout: a line of files comes in, then a line a round; seconds go out."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("inputs", nargs="*", type=Path, default=[ROOT / "data"])
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many rounds counts")
    parser.add_argument("--against", nargs="*", type=Path, default=[], help="other checkouts of this repository")
    given = parser.parse_args()
    files = [file for file in list_files(given.inputs) if not isinstance(file, UnreadableError)]
    data = [(file.name, file.read_bytes()) for file in files]
    if not data:
        parser.error("no texts there")
    for name, content in data:
        find_citations(read_document(content, file=name))  # loads the lexicon of its language
    with contextlib.ExitStack() as stack:
        others = {each.name: stack.enter_context(checkout(each.resolve(), files)) for each in given.against}
        medians = median_seconds(timed(steps(data)) | others, given.rounds)
    show(medians, len(data), sum(len(content) for _, content in data) / MEGABYTE)
    pages = sum(len(pypdfium2.PdfDocument(content)) for name, content in data if name.endswith(".pdf"))
    for name in (OWN, *others) if pages else ():
        print(f"{name}: {pages / medians[name]:.0f} pages a second, of {pages}")


def steps(data: Sequence[tuple[str, bytes]]) -> Mapping[str, Callable[[], int]]:
    """What is done with the texts: name to a step that returns how much it found."""
    documents = [read_document(content, file=name) for name, content in data]
    forms = {Path(name).suffix for name, _ in data}
    own = own_steps(data, documents)
    if forms == {".xml"}:
        return others_on_markup(data) | own
    return own if ".pdf" in forms else others_on_text(data) | own


def own_steps(data: Sequence[tuple[str, bytes]], documents: Sequence[Document]) -> dict[str, Callable[[], int]]:
    """What this repository does with the inputs, in parts and as a whole."""
    return {
        "reading": lambda: len([read_document(content, file=name) for name, content in data]),
        "finding": lambda: sum(len(find_citations(each)) for each in documents),
        OWN: lambda: sum(len(find_citations(read_document(content, file=name))) for name, content in data),
    }


def others_on_markup(data: Sequence[tuple[str, bytes]]) -> dict[str, Callable[[], int]]:
    """What else is done with XML: parsing alone."""
    return {"lxml parsing alone": lambda: sum(len(etree.fromstring(content)) for _, content in data)}


def others_on_text(data: Sequence[tuple[str, bytes]]) -> dict[str, Callable[[], int]]:
    """What else is done with plain text."""
    texts = [content.decode("utf-8", errors="replace") for _, content in data]
    work: dict[str, Callable[[], int]] = {
        "bytes.count": lambda: sum(content.count(b"resolution") for _, content in data),
        "one-form regex": lambda: sum(1 for text in texts for _ in ONE_FORM.finditer(text)),
    }
    if importlib.util.find_spec("eyecite"):
        get_citations = importlib.import_module("eyecite").get_citations
        work["eyecite"] = lambda: sum(len(get_citations(text)) for text in texts)
        if importlib.util.find_spec("hyperscan"):
            scanner = importlib.import_module("eyecite.tokenizers").HyperscanTokenizer(cache_dir=tempfile.mkdtemp())
            work["eyecite (hyperscan)"] = lambda: sum(len(get_citations(text, tokenizer=scanner)) for text in texts)
    return work


def timed(work: Mapping[str, Callable[[], int]]) -> dict[str, Callable[[], float]]:
    """The steps, each returning the processor seconds that it took."""

    def seconds(step: Callable[[], int]) -> float:
        start = time.process_time()
        step()
        return time.process_time() - start

    for step in work.values():
        step()  # once before the clock starts
    return {name: lambda step=step: seconds(step) for name, step in work.items()}  # type: ignore[misc]  # of each step


@contextlib.contextmanager
def checkout(path: Path, files: Sequence[Path]) -> Iterator[Callable[[], float]]:
    """Start a process that reads and finds with the code of another checkout; yield what does a round of it."""
    command = [sys.executable, "-c", WORKER, str(path)]
    with subprocess.Popen(  # noqa: S603  # the interpreter that runs this, with code of its own
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=path
    ) as worker:
        if worker.stdin is None or worker.stdout is None:
            raise RuntimeError("no pipes to the process")
        into, out = worker.stdin, worker.stdout

        def answer(line: str) -> str:
            into.write(f"{line}\n")
            into.flush()
            return out.readline()

        if answer(json.dumps([str(file.resolve()) for file in files])).strip() != "ready":
            raise RuntimeError(f"{path} cannot read these texts")
        yield lambda: float(answer("again"))
        into.close()


def median_seconds(work: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median processor seconds of each step; the steps take turns, so that all meet the same machine."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, step in work.items():
            taken[name].append(step())
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def show(medians: Mapping[str, float], documents: int, size: float) -> None:
    """Print the table; `size` in megabytes."""
    print(f"{documents} documents, {size:.1f} MB\n")
    print(f"| | seconds | documents/s | MB/s | {OWN}: times as fast |\n| --- | ---: | ---: | ---: | ---: |")
    for name, seconds in medians.items():
        ratio = seconds / medians[OWN]
        print(f"| {name} | {seconds:.4f} | {documents / seconds:.0f} | {size / seconds:.2f} | {ratio:.3g} |")


if __name__ == "__main__":
    main()
