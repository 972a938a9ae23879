"""Coverage-guided fuzzing of a reader, or of what finds citations (atheris, which wraps libFuzzer).

    pip install atheris
    python benchmarks/fuzz/fuzz.py html --seconds 600

It begins with the hostile inputs of the tests. A finding stops it and is written beside the folder that it works in;
make it a case of `tests/hostile/`. A finding is anything but a document or a reason why there is none; a citation whose
quote does not stand where it is said to; more than 20 seconds or 2 GiB.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent.parent
NAMES: Final = {
    "text": "a.txt", "markdown": "a.md", "json": "a.json", "jsonl": "a.jsonl", "csv": "a.csv", "html": "a.html",
    "mhtml": "a.mht", "xml": "a.xml", "docx": "a.docx", "pdf": "a.pdf", "zip": "a.zip", "tar": "a.tar", "gzip": "a.gz",
    "find": "a.txt", "rows": "a.jsonl",
}  # fmt: skip
SUFFIXES: Final = {"find": (".txt",), "html": (".html", ".xhtml"), "tar": (".tar",), "gzip": (".gz", ".bz2", ".xz")}


def main() -> None:
    """Fuzz what is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=sorted(NAMES))
    parser.add_argument("--seconds", type=int, default=600)
    given = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    import atheris  # noqa: PLC0415  # only who fuzzes needs it

    with atheris.instrument_imports(include=["extract", "graph.pipeline"]):
        target = (
            rows_target() if given.what == "rows" else document_target(NAMES[given.what], find=given.what == "find")
        )
    corpus = Path(tempfile.mkdtemp(prefix=f"fuzz-{given.what}-"))
    for number, content in enumerate(seeds(given.what)):
        (corpus / str(number)).write_bytes(content)
    print(f"working in {corpus}", flush=True)
    options = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=20000", f"-max_total_time={given.seconds}"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={corpus}.", str(corpus)], target)
    atheris.Fuzz()


def document_target(file: str, *, find: bool) -> Callable[[bytes], None]:
    """Return what reads bytes under a name; with `find`, the text that bytes are."""
    from extract.find import find_citations  # noqa: PLC0415  # imported to be instrumented
    from extract.model.document import Document  # noqa: PLC0415  # as above
    from extract.reading.containers.source import Source  # noqa: PLC0415  # as above
    from extract.reading.readers import read_source  # noqa: PLC0415  # as above

    place = Path(tempfile.mkdtemp(prefix="fuzz-")) / file

    def target(data: bytes) -> None:
        place.write_bytes(data.decode("utf-8", "replace").encode() if find else data)
        sources = [Source(place)]
        while sources:
            for read in read_source(sources.pop()):
                if isinstance(read, Source):
                    sources.append(read)
                elif isinstance(read, Document):
                    for reference in find_citations(read):
                        evidence = reference.evidence
                        assert read.text[evidence.start : evidence.end] == evidence.quote, evidence  # noqa: S101  # a finding

    return target


def rows_target() -> Callable[[bytes], None]:
    """Return what reads bytes as the rows of an earlier run."""
    from extract.model.errors import UnreadableError  # noqa: PLC0415  # imported to be instrumented
    from graph.pipeline.reading import read_earlier  # noqa: PLC0415  # as above

    place = Path(tempfile.mkdtemp(prefix="fuzz-")) / "citations.jsonl"

    def target(data: bytes) -> None:
        place.write_bytes(data)
        try:
            read_earlier(place)
        except UnreadableError:
            return

    return target


def seeds(what: str) -> Iterable[bytes]:
    """Return small hostile inputs of the form."""
    from hostile import markup, packed, rows, texts  # noqa: PLC0415  # of the tests

    made: Iterable[tuple[str, Any]] = chain(
        texts.texts(), texts.mail(), packed.archives(), packed.word(), packed.portable(),
        markup.markup("file:///nowhere", "http://127.0.0.1:9/"), rows.rows() if what == "rows" else (),
    )  # fmt: skip
    endings = SUFFIXES.get(what, (Path(NAMES[what]).suffix,))
    return [content[:20_000] for name, content in made if name.endswith(endings)]


if __name__ == "__main__":
    main()
