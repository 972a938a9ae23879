"""The command on documents in every form with markup, sound ones and faulty ones together."""

import json
from pathlib import Path

import pytest
from command import recalling
from form_sample import akn, docx, html
from resolution_sample import ENGLISH, SAMPLES

_SOUND = {
    "akn.xml": akn(ENGLISH),
    "word.docx": docx(SAMPLES["fr"]),
    "page.html": html(SAMPLES["es"]),
    "mislabelled.txt": docx(SAMPLES["ru"]),
    "mislabelled.docx": html(SAMPLES["ar"]),
    "mislabelled.html": akn(SAMPLES["zh"]),
}
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
_FAULTY = {
    "cut.xml": (akn(ENGLISH)[:2500], "is cut off before its end; get it again"),
    "cut.docx": (docx(ENGLISH)[:1500], "is a broken or cut DOCX file; get it again, or save it anew"),
    "cut.html": (html(ENGLISH)[:1200], "is cut off: an HTML page that opens <html> and never closes it; get it again"),
    "empty.xml": (b"", "is empty"),
    "empty.docx": (b"", "is empty"),
    "empty.html": (b"", "is empty"),
    "other.xml": (b"<?xml version='1.0'?><feed/>", "is XML, but neither Akoma Ntoso nor a web page"),
    "locked.docx": (_LOCKED, "is an Office file with a password; save it without first"),
    "script.html": (b"<html><body><script>load()</script></body></html>", "is an HTML page that shows no text"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in {**_SOUND, **{name: data for name, (data, _) in _FAULTY.items()}}.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_faulty_files_are_one_line_each_and_the_others_are_done(folder: Path) -> None:
    done = recalling("extract", folder)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    for name, (_, reason) in _FAULTY.items():
        (line,) = [line for line in lines if line.startswith(f"{folder / name}: ")]
        assert reason in line
    assert len(lines) == len(_FAULTY)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["file"] for row in rows} == set(_SOUND)
    assert {row["target"] for row in rows} >= {"A/RES/61/74", "S/RES/1325(2000)", "A/75/132"}


def test_records_say_their_form_and_what_metadata_tell(folder: Path) -> None:
    assert recalling("build", folder, "-o", folder / "out").returncode == 1
    records = [json.loads(line) for line in (folder / "out" / "documents.jsonl").read_text().splitlines()]
    forms = {record["file"]: record["form"] for record in records}
    assert forms == {
        "akn.xml": "akn", "word.docx": "docx", "page.html": "html",
        "mislabelled.txt": "docx", "mislabelled.docx": "html", "mislabelled.html": "akn",
    }  # fmt: skip
    assert {record["language"] for record in records} == set(SAMPLES)
    assert {record["agenda_item"] for record in records if record["form"] == "akn"} == {"Agenda item 74 (b)"}
