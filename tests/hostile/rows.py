"""Hostile output of earlier runs: rows and graphs that somebody else has made."""

import gzip
import json
from collections.abc import Iterator

ROW = {
    "source": "A/RES/76/901", "file": "a.txt", "language": "en", "target": "A/RES/61/74", "kind": "resolution",
    "title": None, "unts": None, "quote": "resolution 61/74", "start": 0, "end": 16, "paragraph": "pp1", "relation": "recalls",
    "verb": "Recalling", "pinpoint": None, "date": None, "certainty": "explicit", "via": None,
}  # fmt: skip
VALUES: tuple[object, ...] = (
    None,
    -1,
    10**400,
    1e308,
    "",
    "\u0000",
    "\ud800",
    [],
    {},
    True,
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "a" * 100_000,
)


def rows() -> Iterator[tuple[str, bytes]]:
    """Yield files of rows."""
    for key in ("source", "target", "file", "start", "paragraph", "relation", "kind", "unts", "date"):
        lines = [json.dumps(ROW | {key: value}) for value in VALUES]
        for number, line in enumerate(lines):
            yield f"row-{key}-{number}.jsonl", f"{line}\n".encode()
    whole = (json.dumps(ROW) + "\n").encode()
    for name, content in {
        "cut": whole[:50], "deep": b'{"target":' * 20_000, "array": b"[" * 20_000, "text": b"target quote", "nan": b'{"target": NaN, "quote": 1}',
        "utf16": whole.decode().encode("utf-16"), "bytes": b'{"target": "\xff"}', "line": b'{"target": "' + b"a" * 5_000_000 + b'"}',
        "huge": b'{"target": ' + b"9" * 10_000 + b"}", "twice": whole * 3, "blank": b"\n" * 1000 + whole, "number": b"1\n",
    }.items():  # fmt: skip
        yield f"rows-{name}.jsonl", content
        yield f"rows-{name}.jsonl.gz", gzip.compress(content)
    yield "rows-bomb.jsonl.gz", gzip.compress(b" " * 20_000_000)
    yield "rows-broken.jsonl.gz", gzip.compress(whole)[:-6]
    yield from graphs()


def graphs() -> Iterator[tuple[str, bytes]]:
    """Yield graphs."""
    prefix = "@prefix rc: <https://w3id.org/recalling/vocabulary#> .\n"
    for name, text in {
        "empty": "", "open": "<a> <b> ", "deep": prefix + "<a> <b> " + "[ <c> " * 3000 + "1" + " ]" * 3000 + " .",
        "list": "<a> <b> " + "( " * 3000 + ")" * 3000 + " .", "iri": f"<{'a' * 200_000}> <b> <c> .", "base": "@base <file:///etc/> . <passwd> <a> <b> .",
        "literal": '<http://a> <http://b> "' + "a" * 500_000 + '" .', "relative": "<../../etc/passwd> <b> <c> .", "script": '<javascript:alert(1)> <http://b> "<script>" .',
        "bytes": "\x00\x01", "blank": "_:" + "a" * 50_000 + " <http://b> _:c .", "number": "<http://a> <http://b> " + "9" * 50_000 + " .",
        "same": "<http://a> <http://b> <http://a> .", "quoted": '<http://a> <http://b> """', "language": '<http://a> <http://b> "x"@' + "a" * 5000 + " .",
    }.items():  # fmt: skip
        yield f"graph-{name}.ttl", text.encode()
        yield f"graph-{name}.nt", text.encode()
    yield "graph-remote.jsonld", b'{"@context": "http://127.0.0.1:9/context", "@id": "a"}'
    yield "graph-deep.jsonld", b'{"a":' * 20_000
    yield "graph-circle.jsonld", b'{"@context": {"a": "b:c", "b": "a:c"}, "a": 1}'
