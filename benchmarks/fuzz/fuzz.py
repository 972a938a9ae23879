"""Coverage-guided fuzzing of a reader, or of what finds citations (atheris, which wraps libFuzzer).

    pip install atheris
    python benchmarks/fuzz/fuzz.py html --seconds 600 --folder corpora

It begins with the hostile inputs of the tests and invented texts, and knows the words of all languages. Seconds are of
the processor, so that it may run beside other work. A finding is written to the folder, each kind of fault once, and it
goes on; make it a case of `tests/hostile/`. A finding is anything but a document or a reason why there is none; a
citation whose quote does not stand where it is said to; more than 20 seconds for one input. The last line says what was
tried.
"""

import argparse
import hashlib
import os
import signal
import sys
import tempfile
import time
import tomllib
import traceback
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent.parent
NAMES: Final = {
    "text": "a.txt", "markdown": "a.md", "json": "a.json", "jsonl": "a.jsonl", "csv": "a.csv", "html": "a.html",
    "mhtml": "a.mht", "xml": "a.xml", "docx": "a.docx", "word": "a.docx", "pdf": "a.pdf", "page": "a.pdf",
    "zip": "a.zip", "tar": "a.tar", "gzip": "a.gz", "find": "a.txt", "rows": "a.jsonl", "graph": "a.ttl",
}  # fmt: skip
"""What can be fuzzed, and the name under which its bytes are read. `word` are the parts of a Word file, which is packed
anew each time, `page` is the content of a page of a PDF; `find` is a text in UTF-8."""
SUFFIXES: Final = {
    "html": (".html", ".xhtml"), "tar": (".tar",), "gzip": (".gz", ".bz2", ".xz"),
    "graph": (".ttl", ".nt", ".jsonld"), "zip": (".zip", ".docx"),
}  # fmt: skip
PARTS: Final = ("word/document.xml", "word/numbering.xml", "word/footnotes.xml", "word/styles.xml")
BETWEEN: Final = b"\x0c"
"""What stands between the parts of a Word file."""
SLOW: Final = 20.0
LONGEST: Final = 6_000
DRAFTS: Final = (
    """A/RES/76/901

The General Assembly,

Recalling its resolution 61/74 of 6 December 2006,¹

1. Requests the Secretary-General, in paragraph 3 (a) of resolution 62/37, to report;

(a) To note;

(b) Ibid., para. 4.

¹ Official Records of the General Assembly, Supplement No. 5 (A/61/5), chap. II, and A/61/PV.3, pp. 4-7.
""",
    """S/RES/2999 (2031)

Le Conseil de sécurité,

Rappelant ses résolutions 1325 (2000), 1820 (2008) et 1888 (2009),

Réaffirmant la Convention sur la diversité biologique,

a) Note;

b) Décide.
""",
    """A/RES/76/902

La Asamblea General,

Recordando su resolución 61/74, de 6 de diciembre de 2006, y el párrafo 5 de la resolución 62/37,
""",
    """A/RES/76/903

Генеральная Ассамблея,

ссылаясь на свою резолюцию 61/74 от 6 декабря 2006 года,
""",
    """A/RES/76/904

大会,

回顾其2006年12月6日第61/74号决议,

1. 请秘书长提出报告;
""",
    """A/RES/76/905

إن الجمعية العامة،

إذ تشير إلى قرارها 61/74 المؤرخ 6 كانون الأول/ديسمبر 2006،
""",
)


class Watched:
    """A target that notes its findings and goes on, and ends the run when it has computed for long enough.

    Attributes:
        count: inputs tried.
        found: kinds of faults, each with the name of its file.
        slowest: seconds of the slowest input.
    """

    def __init__(self, target: Callable[[bytes], None], folder: Path, name: str, seconds: float) -> None:
        """Watch a target.

        Args:
            target: what reads bytes.
            folder: where findings are written.
            name: how their names begin.
            seconds: of processor time for the whole run.
        """
        self._target, self._folder, self._name, self._seconds = target, folder, name, seconds
        self._begun = time.process_time()
        self.count, self.found, self.slowest = 0, dict[str, str](), 0.0

    def __call__(self, data: bytes) -> None:
        """Try an input."""
        began = time.process_time()
        self.count += 1
        try:
            self._target(data)
        except Exception as error:  # noqa: BLE001  # a finding
            self._note(_kind(error), data)
        now = time.process_time()
        if now - began > SLOW:
            self._note("slow", data)
        self.slowest = max(self.slowest, now - began)
        if now - self._begun > self._seconds:
            self._end(now)

    def _note(self, kind: str, data: bytes) -> None:
        """Write a finding, the first of its kind."""
        if kind not in self.found:
            self.found[kind] = f"{self._name}-{hashlib.sha256(data).hexdigest()[:12]}"
            (self._folder / self.found[kind]).write_bytes(data)
            print(f"\nFINDING {self.found[kind]}: {kind}", flush=True)

    def _end(self, now: float) -> None:
        """Say what was tried, and ask libFuzzer to end."""
        self._seconds = float("inf")
        print(
            f"\nTRIED {self._name}: {self.count} inputs in {now - self._begun:.0f} s of the processor, "
            f"slowest {self.slowest:.1f} s, {len(self.found)} findings", flush=True,
        )  # fmt: skip
        os.kill(os.getpid(), signal.SIGUSR1)


def main() -> None:
    """Fuzz what is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=sorted(NAMES))
    parser.add_argument("--seconds", type=int, default=600, help="of the processor")
    parser.add_argument("--folder", type=Path, help="for corpus and findings; a second run goes on with the corpus")
    given = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    import atheris  # noqa: PLC0415  # only who fuzzes needs it

    folder = given.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus = folder / given.what
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds(given.what)):
        (corpus / f"seed{number}").write_bytes(content[:LONGEST])
    words = folder / f"{given.what}.words"
    words.write_text("".join(map(_entry, sorted(vocabulary()))), encoding="ascii")
    with atheris.instrument_imports(include=["extract", "graph"]):
        target = earlier_target(given.what) if given.what in {"rows", "graph"} else document_target(given.what)
    print(f"working in {folder}", flush=True)
    # the clock is no measure of an input on a busy machine; it only ends what hangs
    options = ["-timeout=900", "-rss_limit_mb=2048", f"-max_len={LONGEST}", f"-dict={words}", "-print_final_stats=1"]
    watched = Watched(target, folder, given.what, given.seconds)
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/{given.what}-", str(corpus)], watched)
    atheris.Fuzz()


def document_target(what: str) -> Callable[[bytes], None]:
    """Return what reads bytes as a form, and finds what the text cites."""
    from hostile import packed  # noqa: PLC0415  # of the tests

    from extract.find import find_citations  # noqa: PLC0415  # imported to be instrumented
    from extract.model.document import Document  # noqa: PLC0415  # as above
    from extract.reading.containers.source import Source  # noqa: PLC0415  # as above
    from extract.reading.readers import read_source  # noqa: PLC0415  # as above

    make: dict[str, Callable[[bytes], bytes]] = {
        "find": lambda data: data.decode("utf-8", "replace").encode(),
        "word": lambda data: packed.office(dict(zip(PARTS, data.split(BETWEEN), strict=False))),
        "page": packed.pdf,
    }
    place = Path(tempfile.mkdtemp(prefix="fuzz-")) / NAMES[what]

    def target(data: bytes) -> None:
        place.write_bytes(make[what](data) if what in make else data)
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


def earlier_target(what: str) -> Callable[[bytes], None]:
    """Return what reads bytes as the rows or the graph of an earlier run."""
    from extract.model.errors import UnreadableError  # noqa: PLC0415  # imported to be instrumented
    from graph.pipeline.reading import read_earlier  # noqa: PLC0415  # as above

    place = Path(tempfile.mkdtemp(prefix="fuzz-")) / NAMES[what]

    def target(data: bytes) -> None:
        place.write_bytes(data)
        try:
            read_earlier(place)
        except UnreadableError:
            return

    return target


def seeds(what: str) -> Iterable[bytes]:
    """Return inputs of the form to begin with."""
    from hostile import markup, packed, rows, texts  # noqa: PLC0415  # of the tests

    if what == "word":
        return (BETWEEN.join(parts) for parts in packed.parts(PARTS))
    if what == "page":
        return packed.contents().values()
    made: Iterable[tuple[str, Any]] = chain(
        texts.texts(), texts.mail(), packed.archives(), packed.word(), packed.portable(),
        markup.markup("file:///nowhere", "http://127.0.0.1:9/"), rows.rows() if what in {"rows", "graph"} else (),
    )  # fmt: skip
    endings = SUFFIXES.get(what, (Path(NAMES[what]).suffix,))
    of_form = (content for name, content in made if name.endswith(endings))
    return [*of_form, *(_dressed(what, draft.encode()) for draft in DRAFTS)]


def _dressed(what: str, draft: bytes) -> bytes:
    """Return a draft as a page or as XML, where that is fuzzed."""
    paragraphs = b"".join(b"<p>%b</p>" % line for line in draft.split(b"\n\n"))
    if what in {"html", "xml"}:
        return b"<html><body>%b</body></html>" % paragraphs
    return draft


def vocabulary() -> set[str]:
    """Return the words of all languages that are no patterns, and some signs."""
    words = {
        "A/RES/",
        "S/RES/",
        "/Corr.1",
        "Add.1",
        "61/74",
        "1325 (2000)",
        "ibid.",
        "op. cit.",
        "<p>",
        "<sup>",
        "<table>",
    }
    for path in sorted((ROOT / "extract" / "language" / "data").rglob("*.toml")):
        words.update(_strings(tomllib.loads(path.read_text(encoding="utf-8"))))
    return {word for word in words if 1 < len(word.encode()) <= 48}  # noqa: PLR2004  # libFuzzer takes up to 64


def _strings(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for key, value in table.items():
            yield from () if key.endswith("pattern") else _strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value)


def _entry(word: str) -> str:
    """Return a word as a line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


def _kind(error: Exception) -> str:
    """Return what tells a fault from others: its class and the last place of our own code."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/extract/" in frame.filename or "/graph/" in frame.filename]
    last = (ours or frames)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno} ({str(error)[:100]!r})".partition(" (")[
        0
    ]


if __name__ == "__main__":
    main()
