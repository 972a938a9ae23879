"""Hostile texts: plain, Markdown, records, and mail; what is in no alphabet, what is too deep, too long or too many."""

import codecs
import itertools
from collections.abc import Iterator

REFERENCE = "Recalling its resolution 61/74 of 6 December 2006,\n"
HEAD = f"A/RES/76/901\n\nThe General Assembly,\n\n{REFERENCE}\n"
MARKS = "\u200b\u200e\u202e\u2028\ufeff\ufffe\x00\x1b\x7f\x85\xad"
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1256", "gb18030", "big5", "koi8-r")
REPEATED = {
    "brackets": "(", "closed": ")", "quotes": "“", "footnotes": "¹", "slashes": "/", "dashes": "-", "commas": ", ",
    "resolutions": "resolution ", "numbers": "61/74, ", "symbols": "A/", "romans": "I", "ranges": "1-", "years": "(2006) ",
    "paragraphs": "para. 1 ", "articles": "article 1 ", "ibid": "ibid. ", "nbsp": "\xa0", "tabs": "\t", "dots": ". ",
    "zeros": "0", "nines": "9", "arabic": "القرار ", "chinese": "第号决议", "russian": "резолюция ", "combining": "e\u0301",
    "surrogates": "\U0001f600", "marks": "\u202e", "lines": "\n", "returns": "\r", "feeds": "\f", "recalling": "Recalling ",
    "conventions": "Convention on the ", "treaties": "United Nations, Treaty Series, vol. 1, No. 1 ", "and": "and ",
    "corrections": "/Corr.1", "parts": "(Part I)", "addenda": "Add.1 ", "session": "first session ", "letters": "A B ",
}  # fmt: skip
_LONG = 100_000


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield names and contents."""
    for name, repeated in REPEATED.items():
        yield f"{name}.txt", (HEAD + repeated * (_LONG // len(repeated))).encode()
    for name in ENCODINGS:
        yield f"encoded-{name}.txt", HEAD.encode(name)
        yield f"cut-{name}.txt", HEAD.encode(name)[:-1]
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        yield f"only-{mark.hex()}.txt", mark
        yield f"false-{mark.hex()}.txt", mark + b"\xff\xd8\x00" * 5
    yield "bytes.txt", bytes(range(256)) * 50
    yield "strewn.txt", (HEAD + MARKS.join(REFERENCE)).encode("utf-8", "surrogatepass")
    yield "surrogate.txt", b"A/RES/76/901\n\nRecalling \xed\xa0\x80 resolution 61/74,\n"
    yield "overlong.txt", b"resolution \xc0\xaf 61/74"
    yield "nothing.txt", b""
    yield "blank.txt", b" \n" * 1000
    yield "nulls.txt", b"\0" * 5000
    yield "escapes.txt", b"\x1b]0;title\x07\x1b[2J resolution 61/74 \x9b31m"
    yield "listed.txt", (HEAD + "its resolutions " + ", ".join(f"{n % 70 + 1}/{n}" for n in range(800))).encode()
    yield "notes.txt", (HEAD + "".join(f"The report,{n}\n\n{n} A/75/{n}.\n\n" for n in range(1, 300))).encode()
    yield "overflow.txt", (HEAD + "resolution " + "9" * 5000 + "/" + "9" * 5000).encode()
    yield "dates.txt", (HEAD + "resolution 61/74 of 99 December 99999 and of 31 February 0000").encode()
    yield (
        "script.txt",
        b"A/RES/76/901\n\n<script>alert(1)</script> resolution 61/74 {{7*7}} ${7*7} =cmd|' /C calc'!A0\n",
    )
    yield "name\u202e.txt", HEAD.encode()
    yield "deep.md", ("> " * 2000 + REFERENCE).encode()
    yield "lists.md", ("* " * 5000 + REFERENCE).encode()
    yield "links.md", ("[" * 5000 + "a" + "](" * 5000 + REFERENCE).encode()
    yield "code.md", ("`" * 50_000 + REFERENCE).encode()
    yield "divided.txt", (HEAD + f"See Treaty Series. A{'s' * 60} and (A{'st' * 30} 12 {'s' * 60}\n" * 50).encode()
    yield "inflected.txt", b"A/RES/76/901\n\nDie Generalversammlung,\n\nunter Hinweis auf Resolution 61/74 des Rates,\n"
    yield "heading.md", ("# =" + " \t" * 50_000 + REFERENCE).encode()
    yield "row.md", ("| a" + " \t" * 1_990 + "b\n").encode() * 12
    yield "contents.txt", f"{HEAD}\n\nContents\n\n{'.' * _LONG} x\n\nAnnex\n".encode()
    yield "items.txt", ("Nations Unies\n\nL'Assemblee generale,\n\nRappelant " + "(a) " * 25_000 + REFERENCE).encode()
    yield "table.md", ("|" * 50_000 + "\n" + "|-" * 25_000 + "\n").encode()
    yield from records()


def records() -> Iterator[tuple[str, bytes]]:
    """Yield files of records."""
    deep = 20_000
    for kind, open_, close in (("lists", "[", "]"), ("objects", '{"a":', "}")):
        for name in ("json", "jsonl"):
            yield f"deep-{kind}.{name}", (open_ * deep + "1" + close * deep).encode()
            yield f"open-{kind}.{name}", (open_ * deep).encode()
    for name, text in {
        "huge": '{"text": ' + "9" * 5000 + "}", "nan": '{"text": NaN}', "infinite": '{"text": 1e999}', "null": "null",
        "array": '["text"]', "twice": '{"text": "a", "text": "resolution 61/74"}', "lone": '{"text": "\\ud800 61/74"}',
        "list": '{"text": [["resolution 61/74"]]}', "date": '{"text": "resolution 61/74", "date": "0000-99-99"}',
        "symbol": '{"text": "resolution 61/74", "symbol": "../../etc/passwd"}', "cut": '{"text": "resolution',
        "language": '{"text": "resolution 61/74", "language": "xx-' + "y" * 1000 + '"}',
    }.items():  # fmt: skip
        yield f"record-{name}.json", text.encode()
        yield f"record-{name}.jsonl", text.encode()
    for name, text in {
        "wide": ",".join(["text"] * 20_000) + "\n" + ",".join(["61/74"] * 20_000), "quote": 'text\n"' + "a" * 200_000,
        "nul": "text\nresolution\x0061/74\n", "ragged": "text,b\n1,2,3,4\n\n,\n", "head": "text", "none": "a,b\n1,2\n",
        "formula": "text\n=HYPERLINK(resolution 61/74)\n", "quotes": "text\n" + '"' * 9999, "returns": "text\r\r\r\n61/74",
    }.items():  # fmt: skip
        yield f"table-{name}.csv", text.encode()
        yield f"table-{name}.tsv", text.encode().replace(b",", b"\t")


def mail() -> Iterator[tuple[str, bytes]]:
    """Yield web pages saved as mail."""
    body = "<html><body><p>A/RES/76/901</p><p>Recalling resolution 61/74</p></body></html>"
    charsets = ("undefined", "utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "zlib", "base64", "hex",
                "rot13", "bz2", "mbcs", "oem", "", "x" * 5000, "../../etc", "utf-8\0", "cp65001", "%s", "\udcff")  # fmt: skip
    for number, charset in enumerate(charsets):
        name = charset.encode("utf-8", "surrogateescape")
        foreign = body.encode().replace(
            b"<p>R", b"<p>\xe9 \\ud800 \\N{DIGIT ONE} R"
        )  # in no ASCII: then the name counts
        yield f"charset{number}.mht", _mail(b"Content-Type: text/html; charset=" + name, foreign)
        yield f"charset{number}.html", b'<html><head><meta charset="' + name + b'"></head>' + foreign[6:]
        yield f"charset{number}.xml", b'<?xml version="1.0" encoding="' + name + b'"?>' + foreign
    encodings = ("base64", "quoted-printable", "uuencode", "x-uuencode", "8bit", "binary", "nothing", "7bit")
    for encoding, content in itertools.product(encodings, (b"=ZZ=", b"\xff" * 50)):
        head = b"Content-Type: text/html\nContent-Transfer-Encoding: " + encoding.encode()
        yield f"{encoding}-{content[:1].hex()}.mht", _mail(head, content + body.encode())
    yield "boundary.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + body.encode()
    yield "parts.mht", _mail(b"Content-Type: text/plain", b"a\n--b\n" * 5000)
    nested = b"".join(b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(300))
    yield "nested.mht", b"MIME-Version: 1.0\n" + nested + body.encode()
    yield "header.mht", b"Subject: " + b"a" * 500_000 + b"\nContent-Type: multipart/related; boundary=b\n\n"


def _mail(head: bytes, body: bytes) -> bytes:
    start = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    return start + b"--b\n" + head + b"\n\n" + body + b"\n--b--\n"
