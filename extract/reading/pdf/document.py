"""PDF to `Document`."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from extract.layout.compose import compose
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from extract.reading.bidi import RIGHT_TO_LEFT
from extract.reading.pdf.glyphs import Sheet, read_sheet
from extract.reading.pdf.margin import Margin
from extract.reading.pdf.rows import Row, read_rows
from extract.reading.pdf.transcript import transcribe

MOST_PAGES: Final = 2000
_MOST_CHARACTERS: Final[int] = 10_000_000
_SAMPLE: Final[int] = 8  # pages that show the direction of the script
_FEWEST_CHARACTERS: Final[int] = 20
_FEWEST_A_PAGE: Final[int] = 10
_FEWEST_UNEXPLAINED: Final[int] = 5
_MOST_NAMES: Final[int] = 3
_MOST_UNMAPPED: Final[float] = 0.2
_REASONS: Final[dict[int, str]] = {
    pdfium.FPDF_ERR_PASSWORD: "is encrypted and asks for a password; save it without one (qpdf --decrypt)",
    pdfium.FPDF_ERR_SECURITY: "is encrypted in a way that cannot be read; save it without encryption (qpdf --decrypt)",
}
_END: Final[bytes] = b"%%EOF"
_END_WITHIN: Final[int] = 2048  # bytes at the end of a file that are searched for the end mark
_BROKEN: Final[str] = "is a broken or truncated PDF; download or save it again"


def read_pdf(data: bytes, *, file: str) -> Document:
    """Read a PDF.

    Args:
        data: the file's bytes.
        file: base name of the file, for the record and for messages.

    Raises:
        UnreadableError: the bytes are not a PDF that can be opened, or the PDF is encrypted, has no pages or too many,
            or shows pictures without text.
    """
    pages, sheets, characters = _pages(data, file)
    whole = _END in data[-_END_WITHIN:]
    if not whole and not all(pages):
        raise UnreadableError(file, _BROKEN)
    _check(sheets, characters if any(pages) else 0, file)
    text, layout = transcribe(pages, sheets)
    warnings = (
        _warnings(pages, sheets) if whole else (*_warnings(pages, sheets), "the file's end is missing; is it whole?")
    )
    known = DocumentRecord(symbol=None, file=file, language=None, form="pdf", warnings=warnings)
    return compose(text, layout, file=file, sha256=hashlib.sha256(data).hexdigest(), metadata=known)


def _pages(data: bytes, file: str) -> tuple[list[list[Row]], list[Sheet], int]:
    """The lines of all pages, the pages without their characters (to save memory), and the number of characters."""
    opened = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not opened:
        raise UnreadableError(file, _REASONS.get(pdfium.FPDF_GetLastError(), _BROKEN))
    pages: list[list[Row]] = []
    sheets: list[Sheet] = []
    waiting: list[Sheet] = []
    leftward: bool | None = None
    margin = Margin()
    characters = 0
    try:
        count = pdfium.FPDF_GetPageCount(opened)
        if count < 1:
            raise UnreadableError(file, "is a PDF without pages")
        if count > MOST_PAGES:
            raise UnreadableError(file, f"has {count} pages, more than {MOST_PAGES}; split it")
        for number in range(count):
            waiting.append(_sheet(opened, number))
            characters += sum(not glyph.text.isspace() for glyph in waiting[-1].glyphs)
            if characters > _MOST_CHARACTERS:
                raise UnreadableError(file, f"has more than {_MOST_CHARACTERS:,} characters; split it")
            if leftward is None and (len(waiting) == _SAMPLE or number == count - 1):
                leftward = _is_leftward(waiting)
            while waiting and leftward is not None:
                sheet = waiting.pop(0)
                pages.append(read_rows(sheet, page=len(pages) + 1, leftward=leftward, margin=margin))
                sheets.append(replace(sheet, glyphs=()))
    finally:
        pdfium.FPDF_CloseDocument(opened)
    return pages, sheets, characters


def _sheet(opened: Any, number: int) -> Sheet:  # noqa: ANN401  # a pointer of the engine
    page = pdfium.FPDF_LoadPage(opened, number)
    if not page:
        return Sheet(0.0, 0.0, (), ())
    try:
        return read_sheet(page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _check(sheets: Sequence[Sheet], characters: int, file: str) -> None:
    """Refuse pages without text, or with text that cannot be decoded.

    Raises:
        UnreadableError: the pages are pictures or empty, or their characters have no Unicode.
    """
    unmapped = sum(sheet.unmapped for sheet in sheets)
    if unmapped > _MOST_UNMAPPED * (characters + unmapped):
        names = ", ".join(font for font, _ in _unexplained(sheets).most_common(_MOST_NAMES))
        reason = "is a PDF whose fonts do not tell what their characters mean"
        raise UnreadableError(file, f"{reason}{f' ({names})' if names else ''}; recognize it (ocrmypdf --force-ocr)")
    if characters < min(_FEWEST_CHARACTERS, _FEWEST_A_PAGE * len(sheets)):
        pictured = any(sheet.pictured for sheet in sheets)
        reason = "is a scanned PDF without text; recognize it first (ocrmypdf)" if pictured else "is a PDF without text"
        raise UnreadableError(file, reason)


def _warnings(pages: Sequence[Sequence[Row]], sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """What was not read: pages that are pictures among others with text, characters that mean nothing."""
    bare = [
        str(number)
        for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1)
        if sheet.pictured and not page
    ]
    shown = f"page {bare[0]}, which is a picture" if len(bare) == 1 else f"pages {', '.join(bare)}, which are pictures"
    warnings = (f"no text on {shown}; recognize it (ocrmypdf)",) if bare else ()
    fonts = _unexplained(sheets)
    names = ", ".join(each for each, _ in fonts.most_common(_MOST_NAMES))
    if not fonts:
        return warnings
    count = fonts.total()
    reason = (
        f"{count} characters of the font {names} mean nothing by what the file tells, and may be misread or missing"
    )
    return (*warnings, f"{reason}; recognize it (ocrmypdf --force-ocr)")


def _unexplained(sheets: Sequence[Sheet]) -> Counter[str]:
    """The fonts that do not tell what their characters mean, with how many those are."""
    counts = Counter[str]()
    for sheet in sheets:
        counts.update(sheet.unexplained)
    return Counter({font: count for font, count in counts.items() if count >= _FEWEST_UNEXPLAINED})


def _is_leftward(sheets: Sequence[Sheet]) -> bool:
    """Whether most letters belong to a right-to-left script."""
    letters = [glyph.text[0] for sheet in sheets for glyph in sheet.glyphs if glyph.text[0].isalpha()]
    return 2 * sum(RIGHT_TO_LEFT.match(letter) is not None for letter in letters) > len(letters)
