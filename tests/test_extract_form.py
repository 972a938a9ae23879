"""The form of a file is told by its content, never by its name."""

import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading.containers.form import tell_form


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


def tarred() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return held.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."
DOCX = zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml")
AKN = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<akomaNtoso xmlns="x"><doc/></akomaNtoso>'


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%...", "pdf"),
        (b"\r\n\r\njunk before it\n%PDF-1.4\n", "pdf"),
        (DOCX, "docx"),
        (DOCX[: len(DOCX) // 2], "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "sheet"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
        (zipped("[Content_Types].xml", "visio/document.xml"), "office"),
        (zipped("mimetype", "content.xml"), "opendocument"),
        (zipped("mimetype", "content.xml").replace(b"mimetypex", b"mimetypeapplication/epub+zip"), "epub"),
        (zipped("a.txt", "word/b.txt"), "zip"),
        (zipped(), "zip"),
        (tarred(), "tar"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"BZh91AY&SY..", "bzip2"),
        (b"BZh: letters, not an archive", "text"),
        (b"\xfd7zXZ\x00\x00", "xz"),
        (OLE, "office"),
        (OLE + "WordDocument".encode("utf-16-le"), "word"),
        (OLE + bytes(20_000) + "Workbook".encode("utf-16-le"), "sheet"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "slides"),
        (b"\xffWPC\x10\x00", "wordperfect"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "rar"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (AKN.encode(), "akn"),
        (AKN.encode("utf-16"), "akn"),
        (AKN.replace("akomaNtoso", "an:akomaNtoso").encode("utf-8-sig"), "akn"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>', "html"),
        (b"  <!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<HTML>", "html"),
        (b"<!-- saved -->\n<div class=x>", "html"),
        (b'<?xml version="1.0"?>\n<feed xmlns="x"/>', "xml"),
        (b'<?xml version="1.0"?>\n<office:document office:version="1.3">', "opendocument"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument>', "wordxml"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=x\r\n", "mhtml"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nContent-Type: multipart/related", "text"),
        (b"<The General Assembly>, said the heading", "text"),
        (b"The General Assembly,\n\nRecalling <html> pages and %PDF files", "text"),
    ],
)
def test_the_form_is_told_by_the_content(data: bytes, form: str) -> None:
    assert tell_form(io.BytesIO(data)) == form


@given(
    st.binary(max_size=600), st.sampled_from([b"", b"<", b"<!--", b"<?xml ", b"PK\x03\x04", DOCX[:40], tarred()[:270]])
)
def test_any_bytes_have_a_form(data: bytes, head: bytes) -> None:
    assert tell_form(io.BytesIO(head + data))
