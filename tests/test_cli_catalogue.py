"""`recalling catalogue`: look a text up, import files of the Digital Library, and what an import changes in a build."""

import codecs
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extract.catalogue.catalogue import OWN, load_catalogue, read_own
from extract.catalogue.library import read_library
from extract.model.errors import DataError
from graph.cli.main import main

Run = Callable[..., tuple[int, str, str]]

HEAD = "undl_id,ms_code,ms_vote,date,session,resolution,draft,title,agenda_title,total_yes,total_no,total_abstentions"
ROW = '77,FRA,Y,2007-12-05,62,A/RES/99/12[A],A/C.1/62/L.30,"Ferries : resolution / adopted by the Assembly",X|Y,90,2,3'


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An own catalogue for each test; the one of the process is read anew."""
    monkeypatch.setenv(OWN, str(tmp_path / "data" / "own.tsv.gz"))
    load_catalogue.cache_clear()
    yield tmp_path / "data" / "own.tsv.gz"
    load_catalogue.cache_clear()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command inside this process: status, output, errors."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        load_catalogue.cache_clear()
        status = main(["catalogue", *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def library(folder: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8-sig", ends: str = "\r\n") -> Path:
    """Write a file as the Library offers it."""
    file = folder / "voting.csv"
    file.write_bytes("".join(line + ends for line in (head, *rows)).encode(encoding))
    return file


def test_a_text_is_shown_with_the_sources_of_each_field(run: Run) -> None:
    status, out, _ = run("show", "a/res/62/37")
    assert status == 0
    for words in (
        "A/RES/62/37",
        "2007-12-05",
        "170-3-9",
        "digitallibrary.un.org/record/613897",
        "Digital Library: rec",
    ):
        assert words in out


def test_a_text_is_shown_as_json(run: Run) -> None:
    status, out, _ = run("show", "S/RES/1325 (2000)", "--format", "json")
    said = json.loads(out)
    assert (status, said["symbol"], said["exists"], said["date"]) == (0, "S/RES/1325(2000)", "yes", "2000-10-31")
    assert said["sources"]["date"]


def test_a_text_that_cannot_exist_has_status_one(run: Run) -> None:
    status, out, _ = run("show", "S/RES/2140(2015)")
    assert status == 1
    assert "2140 is of 2014" in out
    assert run("show", "no symbol at all")[0] == 1


def test_the_help_explains_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["catalogue", "show", "--help"])
    assert "exit status: 0 it exists, or may; 1 it cannot exist" in capsys.readouterr().out


def test_an_imported_file_completes_the_catalogue(run: Run, tmp_path: Path, own: Path) -> None:
    known = '613897,FRA,Y,2007-12-06,62,A/RES/62/37,A/C.1/62/L.30,"Other title",X,171,3,9'
    status, out, _ = run("import", library(tmp_path, ROW, ROW.replace("FRA", "BEL"), known, "5,,,,,no symbol,,,,,,"))
    assert status == 0
    assert "4 rows, 2 texts, 1 rows unread" in out
    assert "2007-12-06" in out  # it differs from what ships
    said = json.loads(run("show", "A/RES/99/12A", "--format", "json")[1])
    assert said["titles"] == {"en": "Ferries"}
    assert (said["vote"], said["agenda"], said["draft"]) == ([90, 2, 3], "X", "A/C.1/62/L.30")
    assert said["sources"]["title"] == ["imported"]
    said = json.loads(run("show", "A/RES/62/37", "--format", "json")[1])
    assert (said["date"], said["draft"]) == ("2007-12-05", "A/C.1/62/L.30")
    assert own.is_file()


def test_imports_add_up_and_write_the_same_bytes(run: Run, tmp_path: Path, own: Path) -> None:
    run("import", library(tmp_path, ROW))
    first = own.read_bytes()
    run("import", library(tmp_path, ROW.replace("A/RES/99/12[A]", "S/RES/9000(2090)")))
    table = read_own(own)
    assert table is not None
    assert list(table.table.lines) == ["A/RES/99/12A", "S/RES/9000(2090)"]
    own.unlink()
    run("import", library(tmp_path, ROW))
    assert own.read_bytes() == first


@pytest.mark.parametrize(
    ("head", "row", "encoding"),
    [
        (HEAD, ROW, "utf-8"),
        (HEAD, ROW, "utf-16"),
        (HEAD.replace(",", ";"), ROW.replace(",", ";"), "utf-8"),
        (HEAD.replace(",", "\t"), ROW.replace(",", "\t"), "utf-8-sig"),
        ("Resolution,Title,unknown", 'A/RES/99/12[A],"Ferries",x', "utf-8"),
        ("title,resolution", '"Ferries",A/RES/99/11|A/RES/99/12A', "utf-8"),
        ("resolution,description", 'A/RES/99/12A,"Security Council resolution 9000 (2090) [Ferries]"', "utf-8"),
    ],
)
def test_columns_separators_and_encodings_may_differ(tmp_path: Path, head: str, row: str, encoding: str) -> None:
    entry = read_library(library(tmp_path, row, head=head, encoding=encoding), language="en").entries["A/RES/99/12A"]
    assert (entry.title or "").strip("[]") == "Ferries"


@pytest.mark.parametrize(
    "row",
    [
        'x,,,not a date,,A/RES/99/12A,,"\x1b[31mFerries\x00",,9999,x,-1',
        'x,,,2023-02-30,,A/RES/99/12A,"","Ferries\n\n",,,,',
        "x,,,,,A/RES/99/12A,,Ferries",
        "=1,,,,,A/RES/99/12A,,Ferries,,0,0,0,,,,,,more,than,columns",
    ],
)  # fmt: skip
def test_hostile_rows_are_reduced_to_what_is_sound(tmp_path: Path, row: str) -> None:
    entry = read_library(library(tmp_path, row), language="en").entries["A/RES/99/12A"]
    assert (entry.date, entry.vote, entry.record) == (None, None, None)
    assert (entry.title or "").endswith("Ferries")
    assert (entry.title or "").isprintable()


def test_what_is_no_file_of_the_library_is_refused(run: Run, tmp_path: Path) -> None:
    for content in (
        b"",
        b"a,b\n1,2\n",
        codecs.BOM_UTF16_LE + b"\x00",
        b"\xff\xfe\xfd",
        b"resolution\n" + b'"' + b"x" * 300_000,
    ):
        file = tmp_path / "bad.csv"
        file.write_bytes(content)
        with pytest.raises(DataError, match=r"bad\.csv"):
            read_library(file, language="en")
    status, _, said = run("import", tmp_path / "missing.csv")
    assert status == 1
    assert "missing.csv" in said


def test_a_file_may_not_speak_of_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.catalogue.library.MOST_ROWS", 2)
    with pytest.raises(DataError, match="more than"):
        read_library(library(tmp_path, ROW, ROW, ROW), language="en")


def test_an_import_needs_a_place_and_a_language(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("import", library(tmp_path, ROW), "--language", "not one")[0] == 2
    monkeypatch.setenv(OWN, "")
    assert run("import", library(tmp_path, ROW))[0] == 2
    assert run("import", library(tmp_path, ROW), "--into", tmp_path / "mine.tsv.gz")[0] == 0
    assert (tmp_path / "mine.tsv.gz").is_file()


def test_the_report_of_a_build_names_the_own_catalogue(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "A_RES_99_1.txt"
    text.write_text("Recalling its resolution 99/12 A of 5 December 2044,\n", encoding="utf-8")
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["catalogue"] == {"own": None}
    run("import", library(tmp_path, ROW))
    load_catalogue.cache_clear()
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert (report["catalogue"]["own"]["file"], report["catalogue"]["own"]["texts"]) == ("own.tsv.gz", 1)
    assert "Ferries" in (tmp_path / "out" / "nodes.csv").read_text(encoding="utf-8")
