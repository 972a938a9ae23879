"""Faulty files of every form: one clear line each and exit status 1, the others done; and files under a false name."""

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from command import recalling
from form_sample import akn, docx, html, plain
from pdf_pages import Page, make_pdf
from resolution_sample import ENGLISH


def _pdf(*, encrypted: bool = False) -> bytes:
    page = Page()
    page.line("A/RES/99/901")
    page.paragraph("The General Assembly,")
    page.paragraph("Recalling its resolution 98/901 of 3 December 2043,")
    page.paragraph("1. Decides to consider the matter at its next session.")
    return make_pdf([page], encrypted=encrypted)


def _zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, plain(ENGLISH))
    return made.getvalue()


def _locked_zip() -> bytes:
    data = bytearray(_zip("a.txt"))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        data = plain(ENGLISH).encode()
        info = tarfile.TarInfo("a.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return gzip.compress(made.getvalue(), mtime=0)


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _spoilt(data: bytes) -> bytes:
    """The same with its middle overwritten."""
    middle = len(data) // 2
    return data[: middle // 2] + b"\x00\xff" * (middle // 2) + data[middle // 2 + middle // 2 * 2 :]


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")

FAULTY = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n", "holds no text"),
    "binary.txt": (_spoilt(b"The General Assembly, " * 50), "is binary"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(50), "is an image"),
    "rtf.txt": (b"{\\rtf1 The General Assembly}", "is an RTF file"),
    "empty.pdf": (b"", "is empty"),
    "cut.pdf": (_half(_pdf()), "broken or truncated PDF"),
    "header.pdf": (b"%PDF-1.7\n", "broken or truncated PDF"),
    "locked.pdf": (_pdf(encrypted=True), "password"),
    "blank.pdf": (make_pdf([Page()]), "without text"),
    "empty.docx": (b"", "is empty"),
    "cut.docx": (_half(docx(ENGLISH)), "broken or cut DOCX"),
    "spoilt.docx": (_spoilt(docx(ENGLISH)), "DOCX"),
    "locked.docx": (LOCKED, "password"),
    "old.docx": (LOCKED[:600], "is an Office file"),
    "old.doc": (LOCKED[:600] + "WordDocument".encode("utf-16-le"), "old Word file (.doc); save it as DOCX or PDF"),
    "empty.html": (b"", "is empty"),
    "blank.html": (b"<!doctype html><html><body><p> </p></body></html>", "no text"),
    "empty.xml": (b"", "is empty"),
    "other.xml": (b'<?xml version="1.0"?>\n<feed xmlns="x"><entry/></feed>', "neither Akoma Ntoso"),
    "cut.xml": (_half(akn(ENGLISH)), "cut"),
    "empty.zip": (b"", "is empty"),
    "nothing.zip": (_zip(), "holds no document"),
    "cut.zip": (_half(_zip("a.txt")), "broken or cut"),
    "locked.zip": (_locked_zip(), "is encrypted"),
    "rar.zip": (b"Rar!\x1a\x07\x01\x00" + bytes(50), "RAR or 7-Zip"),
    "empty.tar.gz": (b"", "is empty"),
    "cut.tar.gz": (_half(_tar()), "broken"),
    "spoilt.tar.gz": (_tar()[:20] + b"\xff" * 200, "broken"),
}

FALSELY_NAMED = {
    "text.pdf": plain(ENGLISH).encode(),
    "pdf.txt": _pdf(),
    "page.txt": html(ENGLISH),
    "docx.html": docx(ENGLISH),
    "akn.docx": akn(ENGLISH),
    "zip.xml": _zip("a.txt"),
    "tar.zip": _tar(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them, and one text that is whole."""
    made = tmp_path_factory.mktemp("faulty")
    for name, (data, _) in FAULTY.items():
        (made / name).write_bytes(data)
    (made / "whole.txt").write_text(plain(ENGLISH), encoding="utf-8")
    return made


@pytest.mark.parametrize("command", ["build", "extract"])
def test_each_faulty_file_is_one_line_and_the_rest_is_done(command: str, folder: Path, tmp_path: Path) -> None:
    output = ("-o", tmp_path / "out") if command == "build" else ()
    done = recalling(command, folder, *output)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "please report" not in done.stderr
    for name, (_, reason) in FAULTY.items():
        lines = [line for line in done.stderr.splitlines() if line.startswith(f"{folder / name}: ")]
        assert len(lines) == 1, (name, done.stderr)
        assert reason in lines[0]
    if command == "build":
        report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
        assert len(report["skipped"]) == len(FAULTY)
        assert report["read"]["documents"] == 1
    else:
        assert '"whole.txt"' in done.stdout


def test_a_false_name_does_no_harm(tmp_path: Path) -> None:
    for name, data in FALSELY_NAMED.items():
        (tmp_path / name).write_bytes(data)
    done = recalling("build", tmp_path, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["read"]["documents"] + len(report["repeated"]) == len(FALSELY_NAMED)
    assert report["skipped"] == []
