"""Hostile input of every form: each within its bounds, never a fault of the program; nothing is written or fetched."""

import os
import socket
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from hostile import markup, packed, rows, texts

from extract.model.cache import FOLDER
from extract.model.errors import UnreadableError
from extract.reading.containers.source import Source
from graph.cli.main import main
from graph.pipeline.packed import Packed, read_packed, unpack
from graph.pipeline.reading import ProcessingError, read_earlier
from graph.pipeline.workers import read_files

SECRET = "a secret that stands in no document"  # noqa: S105  # nobody's password
SECONDS = 20
MEBIBYTES = 1024
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "shutil.",
    "urllib.",
)

Inputs = Iterable[tuple[str, bytes]]


def watched(source: Source) -> Iterator[Packed | Source | UnreadableError]:
    """Read a source in a process in which writing and fetching fail."""
    if not hasattr(sys, "hostile"):
        sys.hostile = True  # type: ignore[attr-defined]  # a hook stays for the life of a process, so one is enough
        sys.dont_write_bytecode = True
        os.environ[FOLDER] = ""  # patterns of our own tables may be kept, with which no input has to do
        sys.addaudithook(_refuse)
    yield from read_packed(source, keep_text=True)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Fail where something is written or fetched."""
    flags = arguments[2] if event == "open" and isinstance(arguments[2], int) else 0
    if event.startswith(_FORBIDDEN) or (flags & _WRITING and arguments[0] != os.devnull):
        raise RuntimeError(f"{event} {arguments}")


def put(folder: Path, inputs: Inputs) -> list[Path]:
    """Write inputs, each in a folder of its own kind; return their paths."""
    folder.mkdir()
    paths = []
    for name, content in inputs:
        path = folder / name
        assert not path.exists(), name
        path.write_bytes(content)
        paths.append(path)
    return paths


def faults(paths: Iterable[Path]) -> tuple[int, list[str]]:
    """Read files; return how many were read, and what went wrong in a way that is the program's fault."""
    count, found = 0, []
    sources = [Source(path) for path in paths]
    for finished in read_files(sources, read=watched, jobs=2, time_limit=SECONDS, memory_limit=MEBIBYTES):
        count += 1
        for outcome in finished.outcomes:
            if isinstance(outcome, ProcessingError):
                found.append(str(outcome))
            elif isinstance(outcome, Packed):
                reading = unpack(outcome)
                text = reading.text or ""
                found += [f"{finished.source}: holds the secret"] if SECRET in text else []
                found += [
                    f"{finished.source}: {reference.evidence.quote!r} is not where it is said to be"
                    for reference in reading.references
                    if text[reference.evidence.start : reference.evidence.end] != reference.evidence.quote
                ]
    return count, found


def test_hostile_files_are_read_or_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)  # noqa: FBT003  # its only argument
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        made = (
            texts.texts(), texts.mail(), packed.archives(), packed.word(), packed.portable(),
            markup.markup(secret.as_uri(), address),
        )  # fmt: skip
        paths = put(tmp_path / "in", chain.from_iterable(made))
        before = sorted(tmp_path.rglob("*"))
        count, found = faults(paths)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert found == []
    assert count >= len(paths) >= 500
    assert sorted(tmp_path.rglob("*")) == before


def test_hostile_rows_and_graphs_are_read_or_refused(tmp_path: Path) -> None:
    paths = put(tmp_path / "in", rows.rows())
    assert len(paths) > 100
    for path in paths:
        try:
            read_earlier(path)
        except UnreadableError as error:
            assert str(path) in str(error)  # noqa: PT017  # most are refused, some are harmless


def test_a_build_of_hostile_rows_ends_in_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = put(tmp_path / "in", rows.rows())
    assert main(["build", *map(str, paths), "-o", str(tmp_path / "out"), "--no-cache"]) in {0, 1}
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "please report it" not in said
    assert b"<script>alert(1)" not in (tmp_path / "out" / "network.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]
