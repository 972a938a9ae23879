"""What one large document costs, and whether its time grows faster than its size: seconds of the processor, and memory.

Each is read in a process of its own with the limits of the command, as large as named and a tenth of that.

Usage: python benchmarks/bounds.py [NAME …] [--time-limit 60] [--memory-limit 1024]
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from extract.model.errors import UnreadableError
from extract.reading.containers.source import Source
from graph.pipeline.packed import read_packed
from graph.pipeline.workers import read_files

ROOT: Final = Path(__file__).parent.parent
HEAD: Final = "A/RES/76/901\n\nThe General Assembly,\n\nRecalling its resolution 61/74 of 6 December 2006,\n\n"
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CITING: Final = "Recalling its resolution 61/{} of 6 December 2006 and Security Council resolution 1540 (2004),\n\n"


class Large(NamedTuple):
    """A kind of document.

    Attributes:
        name: of the file.
        units: how many it has.
        make: the bytes of a document of so many units.
    """

    name: str
    units: int
    make: Callable[[int], bytes]


def word(count: int, text: str = "Recalling resolution 61/{}") -> bytes:
    """Return a Word file of so many numbered paragraphs."""
    number = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    text = f"<w:r><w:t>{text}</w:t></w:r>"
    head = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in HEAD.split("\n") if line)
    body = head + "".join(f"<w:p>{number.format(n % 9)}{text.format(1 + n % 300)}</w:p>" for n in range(count))
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="{shown(n)}"/></w:lvl>'
        for n in range(9)
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    return zipped({name: part.encode() for name, part in parts.items()})


def shown(level: int) -> str:
    """Return how a level of a list is numbered: by the numbers of all levels above it, the deepest of nine."""
    return ".".join(f"%{number}" for number in range(1, level + 2))


def nested(count: int) -> bytes:
    """Return a zip archive of so many texts, in archives of thirty archives of thirty."""
    text = HEAD.encode()
    folders = [
        zipped({f"{n}.txt": text for n in range(first, min(first + 30, count))}) for first in range(0, count, 30)
    ]
    outer = range(0, len(folders), 30)
    return zipped(
        {
            f"{first}.zip": zipped({f"{first + n}.zip": held for n, held in enumerate(folders[first : first + 30])})
            for first in outer
        }
    )


def deep(count: int) -> bytes:
    """Return a zip archive in so many others."""
    content = HEAD.encode()
    for level in range(count):
        content = zipped({"a.zip" if level else "a.txt": content})
    return content


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def page(body: str) -> bytes:
    """Return a web page."""
    return f"<html><body><p>A/RES/76/901</p><p>The General Assembly,</p>{body}</body></html>".encode()


def portable(count: int) -> bytes:
    """Return a PDF file of so many pages of forty lines."""
    lines = b"".join(b"(Recalling its resolution 61/%d of 6 December 2006,) Tj T* " % n for n in range(40))
    content = b"BT /F1 10 Tf 12 TL 72 760 Td " + lines + b"ET"
    objects = [PAGE + b"/Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % (4 + count) for _ in range(count)]
    return bound(count, [*objects, stream(content)])


PAGE: Final = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream of a PDF file."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(content), content)


def expanding(count: int) -> bytes:
    """Return a PDF file of one page that draws ten forms, each of which draws ten others, so many lines at last."""
    levels = len(str(count)) - 1
    line = b"BT /F1 10 Tf 72 700 Td (Recalling its resolution 61/74 of 6 December 2006,) Tj ET "
    draw = b"/X Do 1 0 0 1 0 -1 cm " * 10
    page = PAGE + b"/Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [-9999 -9999 9999 9999] /Resources << "
    forms = [stream(draw, form + b"/XObject << /X %d 0 R >> >>" % (7 + level)) for level in range(levels - 1)]
    return bound(1, [page, stream(draw), *forms, stream(line, form + b"/Font << /F1 3 0 R >> >>")])


def bound(pages: int, objects: list[bytes]) -> bytes:
    """Return a PDF file of objects numbered from 4 on, of which the first are its pages; object 3 is a font."""
    kids = b" ".join(b"%d 0 R" % (4 + n) for n in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *objects,
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def noted(count: int) -> bytes:
    """Return a text of so many notes and their marks."""
    text = "".join(f"Taking note of the report,{n}\n\n" for n in range(1, count + 1))
    return (HEAD + text + "".join(f"{n} A/75/{n}.\n\n" for n in range(1, count + 1))).encode()


def linked(count: int) -> bytes:
    """Return a web page of so many linked notes."""
    marks = "".join(f'<p>Noting the report<a href="#n{n}"><sup>{n}</sup></a>,</p>' for n in range(1, count + 1))
    return page(marks + "".join(f'<p id="n{n}">{n} A/75/{n}.</p>' for n in range(1, count + 1)))


def lines(make: Callable[[int], str], *, head: str = HEAD) -> Callable[[int], bytes]:
    """Return what makes a text of so many lines."""
    return lambda count: (head + "".join(map(make, range(count)))).encode()


def pages(make: Callable[[int], str], *, around: tuple[str, str] = ("", "")) -> Callable[[int], bytes]:
    """Return what makes a web page of so many elements."""
    return lambda count: page(around[0] + "".join(map(make, range(count))) + around[1])


LARGE: Final = {
    "paragraphs": Large("a.txt", 100_000, lines(lambda _: "Convinced of the need for more work,\n\n")),
    "citing": Large("a.txt", 100_000, lines(lambda n: CITING.format(1 + n % 300))),
    "notes": Large("a.txt", 20_000, noted),
    "numbers": Large("a.txt", 45_000, lines(lambda n: f"{1 + n % 70}/{n}\n")),
    "row": Large("a.txt", 45_000, lines(lambda n: f"{1 + n % 70}/{n % 300}, ", head=HEAD + "resolutions ")),
    "linked": Large("a.html", 20_000, linked),
    "tags": Large("a.html", 990_000, pages(lambda _: "<i></i>", around=("<p>resolution 61/74", "</p>"))),
    "blocks": Large("a.html", 100_000, pages(lambda n: f"<p>Recalling resolution 61/{1 + n % 300}</p>")),
    "cells": Large("a.html", 100_000, pages(lambda n: f"<tr><td>{n}<td>61/74", around=("<table>", "</table>"))),
    "word": Large("a.docx", 70_000, word),
    "numbering": Large("a.docx", 70_000, lambda count: word(count, "Convinced of the need")),
    "nested": Large("a.zip", 9_000, nested),
    "deep": Large("a.zip", 100, deep),
    "expanding": Large("a.pdf", 100_000, expanding),
    "pdf": Large("a.pdf", 1_000, portable),
    "members": Large("a.zip", 20_000, lambda count: zipped({f"{n}.txt": HEAD.encode() for n in range(count)})),
    "zeros": Large("a.zip", 200_000_000, lambda count: zipped({"a.txt": b"\0" * count})),
    "records": Large("a.jsonl", 20_000, lines(lambda _: '{"text": "Recalling resolution 61/74"}\n', head="")),
}  # fmt: skip


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", choices=[*LARGE, []], metavar="NAME", help=", ".join(LARGE))
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--memory-limit", type=int, default=1024)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.file:
        print(json.dumps(read(given.file, given.time_limit, given.memory_limit)))
        return
    limits = given.time_limit, given.memory_limit
    start = apart("a.txt", HEAD.encode(), *limits)["seconds"]
    print(f"seconds besides the {start:.1f} that a process takes to begin")
    print("what             units      MB  seconds     MiB  a unit, through a tenth")
    for name in given.names or LARGE:
        large, before = LARGE[name], 0.0
        for count in (large.units // 10, large.units):
            content = large.make(count)
            measured = apart(large.name, content, *limits)
            seconds = measured["seconds"] - start
            growth = f"{seconds / before / 10:8.2f}" if before else " " * 8
            print(f"{name:12} {count:9} {len(content) / 1e6:7.1f} {seconds:8.1f} {measured['memory']:7.0f}"
                  f" {growth}  {measured['said']}", flush=True)  # fmt: skip
            before = seconds


def apart(name: str, content: bytes, seconds: float, memory: int) -> dict[str, float]:
    """Read a document from a process of its own; return what `read` does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        options = ["--file", str(path), "--time-limit", str(seconds), "--memory-limit", str(memory)]
        command = [sys.executable, __file__, *options]
        done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})  # noqa: S603  # our own
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def read(path: Path, seconds: float, memory: int) -> dict[str, float | str]:
    """Read a file in a worker; return processor seconds, the peak of memory in MiB, and why it was given up, if so."""
    faults = [
        str(outcome.reason)
        for finished in read_files([Source(path)], read=read_packed, jobs=1, time_limit=seconds, memory_limit=memory)
        for outcome in finished.outcomes
        if isinstance(outcome, UnreadableError)
    ]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024, "said": "; ".join(faults[:1])}


if __name__ == "__main__":
    main()
