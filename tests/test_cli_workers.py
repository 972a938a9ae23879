"""Worker processes: a file that crashes or blocks one costs that file alone."""

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT

from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from extract.reading.containers.source import Source
from extract.reading.containers.zip import Member
from graph.pipeline.reading import Reading, read_file
from graph.pipeline.workers import read_files


def _obey(source: Source) -> Iterator[Reading | UnreadableError | Source]:
    """Do what the file's name says."""
    path = Path(source.base)
    if path.suffix == ".zip":
        yield from (Source(source.path, Member(at, name)) for at, name in enumerate(["x.txt", "crash.txt", "y.txt"]))
        return
    yield Reading(DocumentRecord(symbol=None, file=path.name, language=None), (), frozenset())
    if path.stem.startswith("crash"):
        os._exit(3)
    if path.stem.startswith("hang"):
        time.sleep(60)
    if path.stem == "spin":
        while True:
            pass
    if path.stem == "library":
        sum(range(10**12))  # computes in C, where no handler in Python runs
    if path.stem == "eat":
        held = [bytearray(2**24) for _ in range(64)]
        yield Reading(DocumentRecord(symbol=None, file=str(len(held)), language=None), (), frozenset())
    if path.stem == "abort":
        os.abort()


def _doze(source: Source) -> Iterator[Reading]:
    """Compute a little now and then for longer than the limit, as on a machine with much else to do."""
    for _ in range(12):
        time.sleep(0.08)
        sum(range(200_000))
    yield Reading(DocumentRecord(symbol=None, file=source.base, language=None), (), frozenset())


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_crash_and_a_hang_cost_their_files_alone(jobs: int) -> None:
    names = ["a.txt", "crash1.txt", "b.txt", "hang.txt", "crash2.txt", "c.txt"]
    done = read_files((Source(Path(name)) for name in names), jobs=jobs, time_limit=3.0, read=_obey)
    found = {finished.source.path: finished.outcomes for finished in done}
    assert sorted(path.name for path in found) == sorted(names)
    for path, outcomes in found.items():
        faults = [outcome for outcome in outcomes if isinstance(outcome, UnreadableError)]
        assert bool(faults) == path.stem.startswith(("crash", "hang"))
        assert [outcome.record.file for outcome in outcomes if isinstance(outcome, Reading)] == [path.name]
    assert "(3)" in str(found[Path("crash1.txt")][-1])
    assert "3 seconds" in str(found[Path("hang.txt")][-1])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit less")
def test_a_file_that_computes_or_allocates_too_much_is_given_up_and_the_rest_is_read() -> None:
    names = ["spin.txt", "library.txt", "eat.txt", "abort.txt", "fine.txt"]
    done = read_files([Source(Path(name)) for name in names], jobs=2, time_limit=1.0, memory_limit=512, read=_obey)
    said = {
        finished.source.base: [str(each) for each in finished.outcomes if isinstance(each, UnreadableError)]
        for finished in done
    }
    assert said["fine.txt"] == []
    assert said["eat.txt"] == ["eat.txt: needs more than 512 MiB of memory (--memory-limit) and was given up; split it"]
    for name in ("spin.txt", "library.txt"):
        (line,) = said[name]
        assert line.endswith("1 seconds of processor time and was given up (--time-limit)")
    (line,) = said["abort.txt"]
    assert "it may need more than 512 MiB of memory (--memory-limit)" in line


def test_the_clock_of_a_busy_machine_gives_no_file_up() -> None:
    (done,) = read_files([Source(Path("slow.txt"))], jobs=1, time_limit=0.4, read=_doze)
    assert len(done.outcomes) == 1
    assert done.is_final


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_members_of_an_archive_are_read_one_by_one(jobs: int) -> None:
    done = list(read_files([Source(Path("a.zip")), Source(Path("b.txt"))], jobs=jobs, read=_obey))
    assert sum(len(finished.members) for finished in done) == 3
    assert {str(finished.source) for finished in done} == {
        "a.zip",
        "a.zip: x.txt",
        "a.zip: crash.txt",
        "a.zip: y.txt",
        "b.txt",
    }
    faults = [
        str(outcome) for finished in done for outcome in finished.outcomes if isinstance(outcome, UnreadableError)
    ]
    assert len(faults) == 1
    assert faults[0].startswith("a.zip: crash.txt: ended the process")


def test_no_files_need_no_process() -> None:
    assert list(read_files([], read=read_file)) == []


def test_workers_that_nobody_waits_for_are_ended() -> None:
    reading = read_files([Source(Path(f"hang{number}.txt")) for number in range(2)], jobs=2, time_limit=2.0, read=_obey)
    next(reading)
    reading.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_fault_of_the_program_is_the_error_of_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    path.write_text("The General Assembly,\n\nRecalling its resolution 61/74,\n", encoding="utf-8")

    def fail(_document: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("graph.pipeline.reading.find_citations", fail)
    (outcome,) = read_file(Source(path))
    assert isinstance(outcome, UnreadableError)
    assert "ZeroDivisionError: by nought" in str(outcome)


KILLED = """
import fcntl, os, sys, time
from pathlib import Path
from extract.reading.containers.source import Source
from graph.pipeline.workers import read_files

def busy(source):
    print(os.getpid(), flush=True)
    time.sleep(30)
    yield

if __name__ == "__main__":
    held = os.open(sys.argv[1], os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    list(read_files([Source(Path("a.txt")), Source(Path("b.txt"))], jobs=2, read=busy))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork")
def test_what_a_killed_parent_had_locked_is_free_though_its_processes_still_read(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    command = [sys.executable, str(script), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as parent:  # noqa: S603  # our own
        assert parent.stdout
        numbers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(folder)
        for number in numbers:
            os.kill(number, signal.SIGKILL)


def test_beside_threads_processes_are_spawned() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        (done,) = read_files([Source(Path("a.txt"))], jobs=1, read=_obey)
    finally:
        stop.set()
        thread.join()
    assert [outcome.record.file for outcome in done.outcomes if isinstance(outcome, Reading)] == ["a.txt"]
