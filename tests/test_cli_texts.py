"""`recalling extract --text-dir`: the texts that the rows' places are in, whatever the form and the name."""

import json
import unicodedata
import zipfile
from pathlib import Path

import pytest
from command import SPECIMENS, recalling
from form_sample import akn, docx, html, plain
from hypothesis import given
from hypothesis import strategies as st
from resolution_sample import ENGLISH, SAMPLES

from extract.model.record import DocumentRecord
from graph.output.texts import write_texts
from graph.pipeline.reading import Reading


def text_of(file: Path) -> str:
    return file.read_bytes().decode()


def reading(file: str, text: str | None) -> Reading:
    record = DocumentRecord(symbol=None, file=file, language=None)
    return Reading(record, (), frozenset(), text=text)


def test_every_place_is_in_the_saved_text(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "russian.xml").write_bytes(akn(SAMPLES["ru"]))
    (inputs / "chinese.docx").write_bytes(docx(SAMPLES["zh"]))
    (inputs / "arabic.html").write_bytes(html(SAMPLES["ar"]))
    (inputs / "english.txt").write_bytes(b"\xef\xbb\xbf" + plain(ENGLISH).replace("\n", "\r\n").encode())
    done = recalling("extract", inputs, SPECIMENS / "A_RES_77_901.en.txt", "--text-dir", tmp_path / "out" / "texts")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    names = {row["file"]: row["file"].removesuffix(".txt") + ".txt" for row in rows}
    assert sorted(file.name for file in (tmp_path / "out" / "texts").iterdir()) == sorted(names.values())
    texts = {file: text_of(tmp_path / "out" / "texts" / name) for file, name in names.items()}
    assert len(texts) == 5
    assert [row["quote"] for row in rows if texts[row["file"]][row["start"] : row["end"]] != row["quote"]] == []
    assert "\r\n" in texts["english.txt"]


def test_texts_of_one_name_are_numbered_and_no_name_leads_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for folder, language in (("x", "en"), ("y", "fr")):
            archive.writestr(f"{folder}/A.xml", akn(SAMPLES[language]))
        archive.writestr("z/a.XML", akn(SAMPLES["es"]))
    done = recalling("extract", tmp_path / "a.zip", "--text-dir", tmp_path / "texts")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(file.name for file in (tmp_path / "texts").iterdir()) == ["A.xml.3.txt", "A.xml.txt", "a.XML.2.txt"]


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("")
    done = recalling("extract", SPECIMENS / "A_RES_76_901.en.txt", "--text-dir", tmp_path / "texts")
    assert done.returncode != 0
    assert "cannot be written" in done.stderr
    assert done.stderr.count("\n") == 1


def test_rows_of_an_earlier_run_have_no_text(tmp_path: Path) -> None:
    assert write_texts(tmp_path, [reading("a.txt", None), reading("b.txt", "b")]) == ["b.txt"]


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "..", ".", "", ".hidden", "C:\\x", "a\nb", "x" * 500, "й" * 300, "a\x00b"],
)
def test_hostile_names_stay_in_the_folder(name: str, tmp_path: Path) -> None:
    (made,) = write_texts(tmp_path / "texts", [reading(name, "text")])
    assert [file.name for file in (tmp_path / "texts").iterdir()] == [made]
    assert [file.name for file in tmp_path.iterdir()] == ["texts"]
    assert not made.startswith(".")


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=8))
def test_every_text_is_saved_as_it_is(tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, str]]) -> None:
    folder = tmp_path_factory.mktemp("texts")
    names = write_texts(folder, [reading(*each) for each in files])
    assert [text_of(folder / name) for name in names] == [text for _, text in files]
    assert len({unicodedata.normalize("NFC", name) for name in names}) == len(files)


def test_the_name_of_a_text_loses_one_extension(tmp_path: Path) -> None:
    (tmp_path / "a.txt.txt").write_text("The General Assembly,\n\nRecalling its resolution 61/74 of 6 December 2006,\n")
    done = recalling("extract", tmp_path / "a.txt.txt", "--annotated-dir", tmp_path / "marked")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "marked" / "a.txt.html").exists()
