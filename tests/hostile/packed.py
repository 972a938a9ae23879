"""Hostile archives, Word files and PDFs: names that lead out, sizes that lie, headers that are cut, bombs of small size."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

TEXT = b"A/RES/76/901\n\nThe General Assembly,\n\nRecalling its resolution 61/74 of 6 December 2006,\n"
NAMES = (
    "../out.txt", "/etc/out.txt", "..\\out.txt", "C:\\out.txt", "a/../../out.txt", "\x01.txt", "a" * 4000 + ".txt",
    "a/" * 1500 + "b.txt", "con.txt", "\u202etxt.txt", "\udcff.txt", " .txt", ".txt", "a\nb.txt", "a\x1b[2J.txt", "-o.txt", "~.txt",
)  # fmt: skip
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>Recalling resolution 61/74</w:t></w:r>"
LINE = b"BT /F1 12 Tf 72 700 Td (Recalling resolution 61/74 of 6 December 2006) Tj ET"
_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def archives() -> Iterator[tuple[str, bytes]]:
    """Yield archives."""
    for number, name in enumerate(NAMES):
        yield f"name{number}.zip", zipped({name: TEXT})
        yield f"name{number}.tar", tarred(name)
    good = zipped({"a.txt": TEXT, "b.txt": TEXT})
    for at in range(0, len(good), len(good) // 12):
        yield f"cut{at}.zip", good[:at]
        yield f"bent{at}.zip", good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]
    whole = tarred("a.txt") + b""
    for at in (0, 1, 100, 124, 136, 148, 156, 257, 345, 500, 512, 600, 1024):
        yield f"bent{at}.tar", whole[:at] + b"\xff" + whole[at + 1 :]
        yield f"cut{at}.tar", whole[:at]
    for name, pack in _PACKERS.items():
        packed = pack(tarred("a.txt"))
        yield f"whole.tar.{name}", packed
        yield f"text.txt.{name}", pack(TEXT)
        yield f"bomb.txt.{name}", pack(b"\0" * 3_000_000)
        yield f"bomb.tar.{name}", pack(tarred("a.txt", b"\0" * 3_000_000))
        yield f"twice.{name}", pack(pack(pack(pack(TEXT))))
        yield f"after.{name}", packed + b"garbage"
        for at in (3, 10, len(packed) // 2, len(packed) - 5):
            yield f"cut{at}.tar.{name}", packed[:at]
            yield f"bent{at}.tar.{name}", packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :]
    yield "nameless.zip", zipped({"#.txt": TEXT, "a.txt": TEXT}).replace(b"#.txt", b"\0.txt")
    yield "bomb.zip", zipped({"a.txt": b"\0" * 3_000_000})
    yield "members.zip", zipped({f"{n}.png": b"" for n in range(3000)})
    yield "same.zip", zipped({"a.txt": TEXT, "A.TXT": TEXT, "a.txt ": TEXT})
    nested = TEXT
    for depth in range(6):
        nested = zipped({f"{depth}.zip" if depth else "a.txt": nested})
    yield "nested.zip", nested
    for kind, name in ((tarfile.SYMTYPE, "link"), (tarfile.LNKTYPE, "hard"), (tarfile.CHRTYPE, "device"), (tarfile.FIFOTYPE, "pipe"), (tarfile.GNUTYPE_SPARSE, "sparse"), (b"Z", "unknown")):  # fmt: skip
        yield f"{name}.tar", tarred("a.txt", kind=kind)
    deep = b"".join(_long_header(b"x" * 400, b"L") for _ in range(1500))
    yield "headers.tar", deep + tarred("a.txt")
    yield (
        "extended.tar",
        b"".join(_long_header(b"30 path=" + b"a" * 21 + b"\n", b"x") for _ in range(1500)) + tarred("a.txt"),
    )
    yield "records.tar", _long_header(b"999999999 path=a\n", b"x") + tarred("a.txt")
    yield "size.tar", _long_header(b"a", b"0", size=8**11 - 1)
    yield "longname.tar", _long_header(b"a", b"L", size=8**10)


def word() -> Iterator[tuple[str, bytes]]:
    """Yield Word files."""
    paragraph = f"<w:p>{RUN}</w:p>"
    numbering = "<w:p><w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr></w:pPr>" + RUN + "</w:p>"
    for name, body in {
        "plain": paragraph, "many": paragraph * 500, "open": "<w:p><w:r>", "empty": "", "deep": "<w:tbl><w:tr><w:tc>" * 300 + paragraph,
        "runs": f"<w:p>{RUN * 600}</w:p>", "cells": f"<w:tbl>{f'<w:tr><w:tc>{paragraph}</w:tc></w:tr>' * 400}</w:tbl>",
        "span": f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph}</w:tc></w:tr></w:tbl>',
        "level": numbering.format("999999999"), "minus": numbering.format("-1"), "word": numbering.format("x"),
        "numbers": numbering.format("0") * 400, "fields": "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 3000 + RUN + "</w:p>",
        "ends": "<w:p>" + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 3000 + RUN + "</w:p>", "note": '<w:p><w:r><w:footnoteReference w:id="99"/></w:r></w:p>',
        "notes": '<w:p><w:r><w:footnoteReference w:id="x"/></w:r></w:p>' * 500, "boxes": "<w:p><w:r><w:txbxContent>" * 200 + paragraph,
        "symbol": '<w:p><w:r><w:sym w:font="x" w:char="FFFFFFFF"/></w:r></w:p>', "style": '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>' + RUN + "</w:p>",
        "deleted": f"<w:p><w:del>{RUN}</w:del></w:p>", "alternate": f"<mc:AlternateContent xmlns:mc='x'>{paragraph}</mc:AlternateContent>" * 200,
    }.items():  # fmt: skip
        yield f"{name}.docx", docx(f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
    formats = (
        "decimal",
        "lowerRoman",
        "upperLetter",
        "lowerLetter",
        "chineseCounting",
        "nothing",
        "hex",
        "ordinalText",
    )
    for form in formats:
        for start in ("1", "99999999999", "-5", "x"):
            level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1%9%%"/></w:lvl>'
            table = f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'  # fmt: skip
            body = f"<w:document {WORD}><w:body>{numbering.format('0') * 3}</w:body></w:document>"
            yield f"number-{form}-{start}.docx", docx(body, {"word/numbering.xml": table})
    circle = "".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("ab", "bc", "ca"))
    body = f'<w:document {WORD}><w:body><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{RUN}</w:p></w:body></w:document>'
    yield "circle.docx", docx(body, {"word/styles.xml": f"<w:styles {WORD}>{circle}</w:styles>"})
    yield "entity.docx", docx('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + body)
    yield "broken.docx", docx("<w:document")
    yield "missing.docx", zipped({"[Content_Types].xml": b"<Types/>", "word/a.xml": b""})
    yield "macro.docm", docx(body, {"word/vbaProject.bin": "x"})


def parts(names: Sequence[str]) -> Iterator[list[bytes]]:
    """Yield the parts of the Word files, those of such names in their order."""
    for _, content in word():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            held = set(archive.namelist())
            yield [archive.read(name) if name in held else b"" for name in names]


def portable() -> Iterator[tuple[str, bytes]]:
    """Yield PDF files; none makes an engine expand without end, for that the limits of a process are tested."""
    whole = pdf(LINE)
    yield "whole.pdf", whole
    for at in range(20, len(whole), len(whole) // 14):
        yield f"cut{at}.pdf", whole[:at]
        yield f"bent{at}.pdf", whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
    for name, body in contents().items():
        yield f"content-{name}.pdf", pdf(body)
    for name, old, new in (
        ("circle", b"/Kids [3 0 R]", b"/Kids [2 0 R]"), ("count", b"/Count 1", b"/Count 999999999"), ("negative", b"/Count 1", b"/Count -9"),
        ("box", b"[0 0 612 792]", b"[0 0 99999999 99999999]"), ("flat", b"[0 0 612 792]", b"[0 0 0 0]"), ("turned", b"/Type /Page ", b"/Type /Page /Rotate 45 "),
        ("kids", b"/Kids [3 0 R]", b"/Kids [" + b"3 0 R " * 300 + b"]"), ("parent", b"/Parent 2 0 R", b"/Parent 3 0 R"), ("root", b"/Root 1 0 R", b"/Root 9 0 R"),
        ("encrypt", b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 9 >>"), ("previous", b"/Root 1 0 R", b"/Root 1 0 R /Prev 0"),
        ("script", b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        ("launch", b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (calc.exe) >>"), ("length", b"/Length ", b"/Length 9999"),
    ):  # fmt: skip
        yield f"{name}.pdf", whole.replace(old, new)
    yield "packed.pdf", pdf(zlib.compress(LINE * 600), b"/Filter /FlateDecode ")
    yield "filters.pdf", pdf(zlib.compress(LINE), b"/Filter [" + b"/FlateDecode " * 50 + b"] ")
    yield "late.pdf", b"x" * 1000 + whole
    yield "header.pdf", b"%PDF-1.7"
    yield "twice.pdf", whole + whole


def contents() -> dict[str, bytes]:
    """Return hostile contents of the page of a PDF."""
    return {
        "open": b"BT (", "states": b"q " * 20_000, "restores": b"Q " * 20_000, "matrices": b"1 0 0 1 0 0 cm " * 9000 + LINE,
        "huge": LINE.replace(b"72 700", b"99999999999999 -99999999999999"), "small": LINE.replace(b"12 Tf", b"0 Tf"),
        "minus": LINE.replace(b"12 Tf", b"-12 Tf"), "font": LINE.replace(b"/F1", b"/F9"), "strings": b"BT " + b"(a) Tj " * 9000 + b"ET",
        "hexes": b"BT /F1 9 Tf <" + b"41" * 5_000 + b"> Tj ET", "image": b"BI /W 99999 /H 99999 ID x EI", "form": b"/X0 Do " * 500,
        "arrays": b"[" * 9000 + LINE, "words": b"(" * 9000 + LINE, "clip": b"0 0 1 1 re W n " * 5000 + LINE, "nothing": b"",
    }  # fmt: skip


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive; a name that cannot be encoded is written as bytes that are no UTF-8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("\udcff", "\xff"), content)
    return buffer.getvalue()


def tarred(name: str, content: bytes = TEXT, *, kind: bytes = tarfile.REGTYPE) -> bytes:
    """Return a tar archive with one member."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo(name)
        info.size, info.type, info.linkname = len(content), kind, "../../etc/passwd"
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def docx(document: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file."""
    texts = {"word/document.xml": document, **(parts or {})}
    return office({name: text.encode() for name, text in texts.items()})


def office(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of such parts."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{relations}/officeDocument" Target="word/document.xml"/></Relationships>',
    }
    return zipped({**{name: text.encode() for name, text in members.items()}, **parts})


def pdf(content: bytes, options: bytes = b"") -> bytes:
    """Return a PDF file of one page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< " + options + b"/Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def _long_header(content: bytes, kind: bytes, *, size: int | None = None) -> bytes:
    """Return the header of a tar member and its padded content; the size may lie."""
    said = len(content) if size is None else size
    head = bytearray(struct.pack("100s8s8s8s12s12s8s1s", b"a.txt", b"0000644\0", b"0\0", b"0\0", b"%011o\0" % said, b"0\0", b" " * 8, kind))  # fmt: skip
    head = head.ljust(512, b"\0")
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head) + content.ljust(-(-len(content) // 512) * 512, b"\0")
