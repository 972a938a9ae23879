"""Hand-made PDFs: positioned characters in any script, without a font file."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

WIDTH: Final = 612
HEIGHT: Final = 792
_NARROW: Final = 0.5
_WIDE: Final = 1.0
_LEFT: Final = 120


@dataclass(slots=True)
class Page:
    """A page while it is being set.

    Attributes:
        commands: what is drawn so far.
        y: where the next line goes.
    """

    commands: list[str] = field(default_factory=list)
    y: float = 700

    def put(self, text: str, x: float, y: float, *, size: float = 10) -> float:
        """Draw characters from left to right as given; return where the last one ends."""
        if text:
            self.commands.append(f"BT /F1 {size} Tf {x:.2f} {y:.2f} Td <{_codes(text)}> Tj ET")
        return x + sum(_advance(sign) for sign in text) * size

    def line(self, text: str, *, x: float = _LEFT, size: float = 10, pitch: float = 12) -> None:
        """Draw a line; the text after ^ is superscript up to the next space or ^."""
        self.y -= pitch
        for at, piece in enumerate(text.split("^")):
            raised = at % 2 == 1
            x = self.put(piece, x, self.y + (0.35 * size if raised else 0), size=0.6 * size if raised else size)

    def paragraph(self, *lines: str, x: float = _LEFT, indent: float = 24, gap: float = 18) -> None:
        """Draw a paragraph whose first line is indented."""
        for at, text in enumerate(lines):
            self.line(text, x=x + (0 if at else indent), pitch=12 if at else gap)

    def leftward(self, *lines: str, right: float = 490, gap: float = 18, indent: float = 0) -> None:
        """Draw lines, given as they are seen from left to right, that end at the right margin."""
        for at, text in enumerate(lines):
            self.y -= 12 if at else gap
            width = sum(_advance(sign) for sign in text) * 10
            self.put(text, right - width - (0 if at else indent), self.y)

    def rule(self, left: float, right: float, y: float) -> None:
        """Draw a horizontal line."""
        self.commands.append(f"{left} {y} m {right} {y} l S")

    def picture(self) -> None:
        """Draw a picture of one grey dot over the page."""
        self.commands.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")


def make_pdf(pages: Iterable[Page], *, encrypted: bool = False) -> bytes:
    """Write pages as a PDF.

    Args:
        pages: what is drawn on each.
        encrypted: whether it claims to be encrypted, by a password that nobody knows.
    """
    pages = list(pages)
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _FONT,
        _stream(_TO_UNICODE),
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(_stream("\n".join(page.commands)))
    out = b"%PDF-1.7\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = len(out)
    lock = "00" * 32
    encrypt = f" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{lock}> /U <{lock}> /P -4 >> /ID [<{lock}> <{lock}>]"
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R{encrypt if encrypted else ''}"
    return out + f"trailer << {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()


def seen(text: str) -> str:
    """Return a line of right-to-left text in visual order, from left to right.

    Handles only what the tests use: words, numbers with separators, and brackets.
    """
    signs = [_MIRRORED.get(sign, sign) for sign in reversed(text)]
    out: list[str] = []
    run: list[str] = []
    for sign in [*signs, " "]:
        if sign.isascii() and (sign.isalnum() or (run and sign in "/.-")):
            run.append(sign)
            continue
        out += reversed(run)
        run = []
        out.append(sign)
    return "".join(out[:-1])


_FONT: Final = """<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /ToUnicode 4 0 R
/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 500 /W [12288 65535 1000]
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800
/Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 >> >>] >>"""
_MIRRORED: Final = {"(": ")", ")": "(", "[": "]", "]": "["}
_RANGES: Final = "".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>\n" for high in range(256))
_TO_UNICODE: Final = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Test def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
256 beginbfrange
{_RANGES}endbfrange endcmap end end"""


def _codes(text: str) -> str:
    return "".join(f"{ord(sign):04X}" for sign in text)


def _advance(sign: str) -> float:
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else _NARROW


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"
