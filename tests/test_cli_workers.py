"""Worker processes: a file that crashes or blocks one costs that file alone."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_crash_and_a_hang_cost_their_files_alone(jobs: int) -> None:
    names = ["a.txt", "crash1.txt", "b.txt", "hang.txt", "crash2.txt", "c.txt"]
    done = read_files((Source(Path(name)) for name in names), jobs=jobs, time_limit=6.0, read=_obey)
    found = {finished.source.path: finished.outcomes for finished in done}
    assert sorted(path.name for path in found) == sorted(names)
    for path, outcomes in found.items():
        faults = [outcome for outcome in outcomes if isinstance(outcome, UnreadableError)]
        assert bool(faults) == path.stem.startswith(("crash", "hang"))
        assert [outcome.record.file for outcome in outcomes if isinstance(outcome, Reading)] == [path.name]
    assert "(3)" in str(found[Path("crash1.txt")][-1])
    assert "6 seconds" in str(found[Path("hang.txt")][-1])


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
