"""Files of rows: plain or packed, and bounds against files that are made to fill a memory."""

import gzip
import json
import shutil
import zlib
from pathlib import Path

import pytest
from command import SPECIMENS, files, recalling
from graph_sample import cite, record

from extract.model.citation import dump_lines
from extract.model.errors import UnreadableError
from graph.pipeline.reading import is_earlier, read_earlier
from graph.pipeline.rows import packed_rows, row_lines
from graph.pipeline.run import read_all


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A folder with packed rows of one citation and its document."""
    folder = tmp_path / "rows"
    folder.mkdir()
    pack(folder / "citations.jsonl.gz", "\n".join(dump_lines([cite("A/RES/61/74")])))
    pack(folder / "documents.jsonl.gz", json.dumps(record("A/RES/62/37", title="A title").to_row()))
    return folder


def pack(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode()))


def test_packed_rows_are_an_earlier_run(rows: Path) -> None:
    assert is_earlier(rows)
    assert is_earlier(rows / "citations.jsonl.gz")
    (reading,) = read_earlier(rows)
    assert reading.record.title == "A title"
    assert [reference.evidence.quote for reference in reading.references] == ["resolution 61/74"]


def test_packed_rows_and_plain_rows_say_the_same(rows: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    for path in rows.iterdir():
        (plain / path.stem).write_bytes(gzip.decompress(path.read_bytes()))
    assert read_earlier(plain) == read_earlier(rows)


def test_packed_rows_in_a_folder_of_texts_are_read_with_them(rows: Path, tmp_path: Path) -> None:
    shutil.copy(SPECIMENS / "A_RES_76_901.en.txt", tmp_path)
    run = read_all([tmp_path], jobs=1)
    assert not run.skipped
    assert {each.symbol for each in run.records} == {"A/RES/62/37", "A/RES/76/901"}
    assert list(packed_rows(tmp_path, "citations.jsonl")) == [rows]


def test_rows_that_a_run_wrote_beside_its_texts_are_not_read_with_them(rows: Path, tmp_path: Path) -> None:
    pack_free = rows / "citations.jsonl"
    pack_free.write_bytes(gzip.decompress((rows / "citations.jsonl.gz").read_bytes()))
    shutil.copy(SPECIMENS / "A_RES_76_901.en.txt", tmp_path)
    assert {each.symbol for each in read_all([tmp_path], jobs=1).records} == {"A/RES/76/901"}


def test_a_folder_of_packed_rows_alone_is_no_fault(rows: Path) -> None:
    run = read_all([rows.parent], jobs=1)
    assert run.found_input
    assert not run.skipped
    assert len(run.readings) == 1


def test_the_command_reads_packed_rows(rows: Path, tmp_path: Path) -> None:
    done = recalling("build", rows.parent, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert b"A/RES/61/74" in files(tmp_path / "out")["citations.jsonl"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x1f\x8b\x08\x00", "no whole gzip file"),
        (b"no gzip at all", "no whole gzip file"),
        (gzip.compress(b"{}\n" * 9000, mtime=0)[:-20], "no whole gzip file"),
        (gzip.compress(b"x" * 5_000_000, mtime=0), "longer than 4 MiB"),
        (gzip.compress((b" " * 999 + b"\n") * 17_000, mtime=0), "unpacks to more than 16 MiB"),
        (gzip.compress(b"\xff\xfe\n", mtime=0), "line 1: is no UTF-8 text"),
    ],
    ids=["head", "none", "cut", "line", "bomb", "bytes"],
)
def test_a_packed_file_that_is_broken_or_a_bomb_is_one_clear_error(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "citations.jsonl.gz"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=reason):
        list(row_lines(path))


def test_a_line_that_never_ends_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"[" * 5_000_000)
    with pytest.raises(UnreadableError, match="longer than 4 MiB"):
        read_earlier(path)


def test_a_bomb_costs_its_own_file_alone(rows: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.jsonl.gz"
    packer = zlib.compressobj(wbits=31)
    bomb.write_bytes(b"".join(packer.compress((b" " * 1023 + b"\n") * 2**10) for _ in range(20)) + packer.flush())
    run = read_all([bomb, rows], jobs=1)
    assert [error.file for error in run.skipped] == [str(bomb)]
    assert len(run.readings) == 1
