"""Builds that are repeated, interrupted or run twice at once: nothing is read again, no folder is ever half new."""

import fcntl
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command import ROOT, files

from extract.reading.containers.source import Source
from graph.cli.main import main
from graph.files import UnwritableError, write_text
from graph.output.whole import whole_folder
from graph.pipeline.inputs import list_inputs
from graph.pipeline.run import read_all
from graph.pipeline.spool import Spool, SpoolError

TEXT = "A/RES/76/{number}\n\nThe General Assembly,\n\nRecalling its resolution 61/{number} of 6 December 2006,\n"


def write(folder: Path, numbers: range, *, more: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(TEXT.format(number=number) + more, encoding="utf-8")
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write(tmp_path / "texts", range(901, 904))


def build(texts: Path, out: Path, *options: str) -> int:
    return main(["build", str(texts), "-o", str(out), "--jobs", "1", *options])


def read_anew(texts: Path, cache: Path, *, columns: tuple[str, ...] = ()) -> list[str]:
    """Names of the files that a run reads because the cache does not know them."""
    with Spool(cache, options=columns) as spool:
        new = [source.path.name for source in list_inputs([texts]).sources if not spool.known(source)]
        assert len(read_all([texts], jobs=1, spool=spool, columns=columns).readings) == len(list(texts.iterdir()))
    return new


def test_a_build_of_the_same_inputs_leaves_the_folder_as_it_is(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert build(texts, out) == 0
    told = capsys.readouterr().out
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert build(texts, out) == 0
    again = capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
    assert again == f"{out}: nothing has changed since it was written\n{told}"


def test_what_somebody_changed_in_the_folder_is_written_again(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(texts, out) == 0
    whole = files(out)
    (out / "graph.ttl").write_text("", encoding="utf-8")
    (out / "nodes.csv").unlink()
    assert build(texts, out) == 0
    assert files(out) == whole


def test_only_what_has_changed_is_read(texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    assert read_anew(texts, cache) == ["901.txt", "902.txt", "903.txt"]
    assert read_anew(texts, cache) == []
    write(texts, range(902, 903), more="\n1. Requests a report.\n")
    assert read_anew(texts, cache) == ["902.txt"]
    (texts / "903.txt").rename(texts / "904.txt")  # a name may be the symbol of a document
    assert read_anew(texts, cache) == ["904.txt"]


def test_nothing_is_served_to_other_rules_or_options(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache.sqlite"
    read_anew(texts, cache)
    assert len(read_anew(texts, cache, columns=("words",))) == 3
    assert read_anew(texts, cache) == []
    monkeypatch.setattr("graph.pipeline.spool.fingerprint", lambda: "another version")
    assert len(read_anew(texts, cache)) == 3


def test_a_file_that_changes_while_it_is_read_is_read_again(texts: Path, tmp_path: Path) -> None:
    source = Source(texts / "901.txt")
    with Spool(tmp_path / "cache.sqlite") as spool:
        assert spool.known(source) is None
        run = read_all([texts / "901.txt"], jobs=1, spool=spool)
        assert spool.known(source) is not None
        write(texts, range(901, 902), more="\n1. Decides.\n")
        assert spool.known(source) is None
        assert len(run.readings) == 1


def test_rows_taken_from_the_cache_are_those_that_were_read(tmp_path: Path) -> None:
    plain = read_all([ROOT / "data" / "specimens"], jobs=1)
    with Spool(tmp_path / "cache.sqlite") as spool:
        for _ in range(2):
            run = read_all([ROOT / "data" / "specimens"], jobs=1, spool=spool)
            assert list(run.readings) == list(plain.readings)
            assert list(run.references) == list(plain.references)
            assert list(run.lines) == list(plain.lines)
            assert list(run.records) == list(plain.records)


def test_a_damaged_cache_is_told_and_does_not_stop_a_build(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    (tmp_path / "out.cache.sqlite").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    assert build(texts, out) == 0
    assert "is damaged; delete it" in capsys.readouterr().err


def test_bytes_that_a_disk_lost_are_read_again(texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    read_anew(texts, cache)
    with Spool(cache) as spool:
        spool._database.execute("UPDATE readings SET lines = zeroblob(9) WHERE file = '902.txt'")  # noqa: SLF001  # what a disk does
    assert read_anew(texts, cache) == ["902.txt"]


def test_a_file_that_is_no_cache_is_left_alone(texts: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.sqlite"
    mine.write_text("my notes", encoding="utf-8")
    assert build(texts, tmp_path / "out", "--cache", str(mine)) == 1
    assert mine.read_text(encoding="utf-8") == "my notes"
    with pytest.raises(SpoolError, match=r"damaged|no cache"):
        Spool(mine)


def test_no_cache_leaves_none(texts: Path, tmp_path: Path) -> None:
    assert build(texts, tmp_path / "out", "--no-cache") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "texts"]


def test_a_second_build_into_the_same_folder_is_refused(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    descriptor = os.open(out, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    assert build(texts, out) == 1
    os.close(descriptor)
    assert "another run is writing this folder" in capsys.readouterr().err
    assert list(out.iterdir()) == []


def test_files_of_the_users_own_stay_and_stale_ones_go(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(texts, out, "--format", "nt") == 0
    own = {"notes.txt": b"mine", "documents/notes.txt": b"mine as well", "folder/deep/a.txt": b"and this"}
    for name, content in own.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    (out / "documents" / "link").symlink_to(texts)
    (out / "documents" / "A-RES-76-902.html").write_text("edited", encoding="utf-8")
    (out / ".recalling-0123456789abcdef.tmp").write_text("left by a crash", encoding="utf-8")
    (texts / "901.txt").unlink()
    (texts / "902.txt").unlink()
    assert build(texts, out) == 0
    after = files(out)
    assert own.items() <= after.items()
    assert after["documents/A-RES-76-902.html"] == b"edited"
    assert not {"graph.nt", "documents/A-RES-76-901.html", ".recalling-0123456789abcdef.tmp"} & set(after)
    assert (out / "documents" / "link").is_symlink()
    assert len(list(texts.iterdir())) == 1


def published(out: Path, content: str) -> None:
    """Publish a folder of a few files that all say the same."""
    with whole_folder(out) as whole:
        for name in ("citations.jsonl", "graph.ttl", f"{content}.csv", "documents/a.html", f"documents/{content}.html"):
            (whole.new / name).parent.mkdir(exist_ok=True)
            (whole.new / name).write_text(content, encoding="utf-8")
        whole.publish()


def test_whatever_step_a_run_is_killed_at_the_folder_never_mixes_and_the_next_run_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path / "one", "one")
    published(tmp_path / "two", "two")
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    steps = 0

    class Killed(BaseException):
        """The end of the process."""

    def dying(name: str, left: list[int]) -> Callable[..., object]:
        """The method of a path, dying when nothing is left of its life."""
        done = getattr(Path, name)

        def step(path: Path, *arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return done(path, *arguments, **options)

        return step

    for life in range(1, 200):
        out = tmp_path / f"out{life}"
        published(out, "one")
        (out / "documents" / "own.txt").write_text("mine", encoding="utf-8")
        left = [life]
        with monkeypatch.context() as patch:
            for name in ("replace", "unlink", "touch", "mkdir", "rmdir"):
                patch.setattr(Path, name, dying(name, left))
            try:
                published(out, "two")
            except Killed:
                steps += 1
            else:
                break
        seen = {name: said for name, said in files(out).items() if not name.startswith(".") and name[-7:] != "own.txt"}
        assert seen.items() <= one.items() or seen.items() <= two.items(), life
        with whole_folder(out):
            pass
        after = files(out)
        assert after.pop("documents/own.txt") == b"mine"
        assert after in (one, two), life
        published(out, "two")
        assert {name: said for name, said in files(out).items() if name != "documents/own.txt"} == two
    assert steps > 15


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    published(out, "one")
    before = files(out)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("graph.files.os.fsync", full)
        with pytest.raises(UnwritableError, match="No space left"):
            published(out, "two")
        with pytest.raises(UnwritableError) as caught, whole_folder(out) as whole:
            write_text(whole.new / "documents.jsonl", "two")
    assert caught.value.file == str(out / "documents.jsonl"), "where the user finds it, not the hidden folder"
    assert files(out) == before


def test_killed_builds_go_on_and_end_in_the_same_bytes(tmp_path: Path) -> None:
    texts, out = write(tmp_path / "texts", range(901, 909)), tmp_path / "out"
    assert build(texts, tmp_path / "undisturbed" / "old") == 0
    old = files(tmp_path / "undisturbed" / "old")
    assert build(texts, out) == 0
    write(texts, range(904, 912), more="\n1. Takes note of resolution 62/37.\n")
    assert build(texts, tmp_path / "undisturbed" / "new") == 0
    new = files(tmp_path / "undisturbed" / "new")
    command = [sys.executable, "-m", "graph.cli", "build", str(texts), "-o", str(out), "--jobs", "2"]
    chance = random.Random(1946)  # noqa: S311  # moments, not secrets
    for _ in range(4):
        process = subprocess.Popen(  # noqa: S603  # our own command
            command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.5, 4.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        seen = {name: said for name, said in files(out).items() if not name.startswith(".")}
        assert seen in (old, new)
    assert build(texts, out) == 0
    assert files(out) == new
