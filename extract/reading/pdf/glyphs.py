"""`Sheet`: a page of a PDF as positioned characters, and the rules drawn on it."""

import ctypes
import functools
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium
import regex

MOST_CHARACTERS: Final = 60_000
"""Characters of one page; a page of dense print has about 10,000."""
_MOST_OBJECTS: Final[int] = 20_000
_MOST_RULES: Final[int] = 500
_THINNEST: Final[float] = 3.0
_SHORTEST: Final[float] = 30.0
_NARROWEST: Final[float] = 0.01
_BLANK: Final[int] = 0x20
_HYPHENS: Final[frozenset[int]] = frozenset({0x02, 0xFFFE})  # what the engine reports for a hyphen at a line's end
_UNSEEN: Final[frozenset[str]] = frozenset({"Cc", "Cf", "Cn", "Cs"})
_SOFT_HYPHEN: Final[str] = "\u00ad"
_FORMS: Final[tuple[tuple[int, int], ...]] = ((0xFB00, 0xFB06), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE))
_QUARTER: Final[int] = 90


class Glyph(NamedTuple):
    """A character on a page, in points from the lower left corner of the upright page.

    Attributes:
        text: the character; several where the font draws a ligature of them.
        left: where its advance begins.
        right: where its advance ends.
        y: its baseline.
        size: type size as drawn.
        bold: whether its font is bold.
        place: how many characters of the page precede it in the file.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    place: int


class Rule(NamedTuple):
    """A horizontal line drawn on a page, in points."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page.

    Attributes:
        width: width of the upright page, in points.
        height: height of the upright page, in points.
        glyphs: its characters, in the order of the file.
        rules: horizontal lines drawn on it.
        unmapped: number of characters without a Unicode value in the file.
        pictured: whether it shows a picture.
        unexplained: font -> number of its characters in words whose meaning the file does not tell.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    unmapped: int = 0
    pictured: bool = False
    unexplained: Mapping[str, int] = field(default_factory=dict)


class _Style(NamedTuple):
    """What the characters of one text object have in common."""

    size: float
    bold: bool
    angle: int
    font: str


class _Fonts:
    """Counts the characters of each font whose meaning the file does not tell: words, not single bullets."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._last = ""

    def see(self, font: str, *, told: bool) -> None:
        """Take the next character of a font."""
        self.counts[font] += not told and font == self._last
        self._last = "" if told else font


def read_sheet(page: Any) -> Sheet:  # noqa: ANN401  # a pointer of the engine, which has no types
    """Read a page that the engine has loaded."""
    size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return Sheet(*size, (), ())
    try:
        fonts = _Fonts()
        found = list(_ligatures(_characters(text, fonts)))
    finally:
        pdfium.FPDFText_ClosePage(text)
    angles = Counter(angle for _, angle in found)
    angle = angles.most_common(1)[0][0] if angles else 0
    glyphs = tuple(glyph for glyph, turned in found if turned == angle and glyph.text)
    rules, pictured = _drawn(page)
    unmapped = sum(not glyph.text for glyph, _ in found)
    return Sheet(*size, glyphs, rules if angle == 0 else (), unmapped, pictured, +fonts.counts)


def _characters(text: Any, fonts: _Fonts) -> Iterator[tuple[Glyph, int]]:  # noqa: ANN401  # a pointer of the engine
    """Characters of a page with the angle by which they are rotated; one without a Unicode value has an empty text."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    styles: dict[int, _Style] = {}
    unicode, origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    loose, owner = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetTextObject
    errs = pdfium.FPDFText_HasUnicodeMapError
    for place in range(min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)):
        of = owner(text, place)
        if not of:
            continue  # a space or a line break that the engine inserted
        loose(text, place, at_box)
        origin(text, place, at_x, at_y)
        if box.right - box.left < _NARROWEST and box.top - box.bottom < _NARROWEST:
            if unicode(text, place) == _BLANK:  # a space inside a text object has no extent
                yield Glyph(" ", x.value, x.value, y.value, 1.0, False, place), 0  # noqa: FBT003  # a space is not bold
            continue
        address = ctypes.addressof(of.contents)
        style = styles.get(address) or styles.setdefault(address, _style(text, place, of))
        left, right, baseline = min(box.left, x.value), box.right, y.value  # some fonts report the ink, not the advance
        if style.angle:
            left, right, baseline = _turned(style.angle, box, x.value, y.value)
        shown = _shown(unicode(text, place))
        fonts.see(style.font, told=shown != "" and errs(text, place) != 1)
        if shown is not None:
            yield Glyph(shown, left, right, baseline, style.size, style.bold, place), style.angle


def _ligatures(characters: Iterator[tuple[Glyph, int]]) -> Iterator[tuple[Glyph, int]]:
    """Join lam and alef of one ligature, which the engine reports separately and in either order."""
    last: tuple[Glyph, int] | None = None
    for glyph, angle in characters:
        at_one_place = last is not None and last[0][1:4] == glyph[1:4]
        if last and at_one_place and (found := _LAM_ALEF.fullmatch(f"{last[0].text} {glyph.text}")):
            yield glyph._replace(text=found["lam"] + found["alef"], place=last[0].place), angle
            last = None
            continue
        if last:
            yield last
        last = glyph, angle
    if last:
        yield last


_LAM_ALEF: Final = regex.compile(
    r"(?P<lam>\u0644) (?P<alef>[\u0622\u0623\u0625\u0627\u0671])"
    r"|(?P<alef>[\u0622\u0623\u0625\u0627\u0671]) (?P<lam>\u0644)"
)
"""The two letters of a ligature that Arabic fonts draw as one, in either order."""


def _turned(angle: int, box: Any, x: float, y: float) -> tuple[float, float, float]:  # noqa: ANN401  # a struct of the engine
    if angle == _QUARTER:
        return box.bottom, box.top, -x
    if angle == 2 * _QUARTER:
        return -box.right, -box.left, -y
    return -box.top, -box.bottom, x


def _style(text: Any, place: int, of: Any) -> _Style:  # noqa: ANN401  # pointers of the engine
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, place, ctypes.byref(matrix))
    up, across = abs(matrix.d) + abs(matrix.c), abs(matrix.b) > abs(matrix.a)
    size = pdfium.FPDFText_GetFontSize(text, place) * (max(abs(matrix.d), abs(matrix.c)) if up else 1)
    angle = (_QUARTER if matrix.b > 0 else 3 * _QUARTER) if across else (0 if matrix.a >= 0 else 2 * _QUARTER)
    font = _font_name(pdfium.FPDFTextObj_GetFont(of))
    bold = "bold" in font.lower() or "black" in font.lower()
    return _Style(abs(size) or 1.0, bold, angle, font)


def _font_name(font: Any) -> str:  # noqa: ANN401  # a pointer of the engine
    """The name of a font without the tag of a subset, and without anything that a name does not have."""
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    return _NO_NAME.sub("", buffer.value.decode("utf-8", "replace"))[:_LONGEST_NAME]


_NO_NAME: Final = regex.compile(r"\A[A-Z]{6}\+|[^\p{L}\p{N} ,._\-]")
_LONGEST_NAME: Final = 60


@functools.lru_cache(maxsize=4096)
def _shown(point: int) -> str | None:
    """What a code point shows: presentation forms as letters, "" for no character, None for an invisible one."""
    if point in _HYPHENS:
        return "-"
    if point == 0 or point > 0x10FFFF or 0xE000 <= point <= 0xF8FF or point == 0xFFFD:  # noqa: PLR2004  # private use
        return ""
    character = chr(point)
    if character == _SOFT_HYPHEN:
        return character
    if unicodedata.category(character) in _UNSEEN:
        return None
    if any(first <= point <= last for first, last in _FORMS):
        return unicodedata.normalize("NFKC", character).strip() or None
    return character


def _drawn(page: Any) -> tuple[tuple[Rule, ...], bool]:  # noqa: ANN401  # a pointer of the engine
    """The horizontal lines of a page, stroked or filled, and whether it shows a picture."""
    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    pointers = [ctypes.byref(edge) for edge in edges]
    rules: list[Rule] = []
    pictured = False
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        pictured = pictured or kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(drawn, *pointers):
            continue
        if len(rules) < _MOST_RULES and top.value - bottom.value <= _THINNEST and right.value - left.value >= _SHORTEST:
            rules.append(Rule(left.value, right.value, (top.value + bottom.value) / 2))
    return tuple(rules), pictured
