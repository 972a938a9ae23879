"""How text looks in a DOCX file: whether it is hidden, raised or a hint, and the characters of symbol fonts."""

from typing import Final

import regex
from lxml import etree

from extract.reading.markup.tree import bare
from extract.reading.word.numbering import W

OFF: Final = frozenset(["0", "false", "off"])
"""Values of an attribute that switch a property off."""

_SYMBOLS: Final = range(0xF020, 0xF100)  # code points of fonts that have characters of their own
_RAISED: Final = 4  # half points
_DIGITS: Final = 4
_HEXADECIMAL: Final = regex.compile(r"[0-9A-Fa-f]{4}")


def is_hidden(properties: etree._Element | None) -> bool:
    """Whether the properties of a run (`w:rPr`) hide it."""
    hidden = properties.find(f"{W}vanish") if properties is not None else None
    return hidden is not None and hidden.get(f"{W}val", "1") not in OFF


def is_raised(properties: etree._Element | None, styles: frozenset[str]) -> bool:
    """Whether the properties of a run (`w:rPr`) raise it.

    Args:
        properties: the run's properties, if it has any.
        styles: identifiers of the character styles that raise text.
    """
    if properties is None:
        return False
    style, align = properties.find(f"{W}rStyle"), properties.find(f"{W}vertAlign")
    if align is not None:
        return align.get(f"{W}val") == "superscript"
    position = properties.find(f"{W}position")
    if position is not None and (points := position.get(f"{W}val", "")).isascii() and points.isdecimal():
        return int(points[:_DIGITS]) >= _RAISED
    return style is not None and style.get(f"{W}val") in styles


def raised_styles(styles: etree._Element | None) -> frozenset[str]:
    """Identifiers of the character styles that raise text, from the root of the part `styles`."""
    found = set()
    for style in styles.iterchildren(f"{W}style") if styles is not None else ():
        align = style.find(f"{W}rPr/{W}vertAlign")
        if align is not None and align.get(f"{W}val") == "superscript":
            found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)


def is_placeholder(element: etree._Element) -> bool:
    """Whether an element is an empty form field, which shows a hint of what to write there."""
    return bare(element.tag) == "sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def font_character(element: etree._Element) -> str:
    """The character of a `w:sym`, which names it by its number in a font; of symbol fonts, only what ASCII has too."""
    code = element.get(f"{W}char", "")
    point = int(code, 16) if _HEXADECIMAL.fullmatch(code) else 0
    if point in _SYMBOLS:
        shown = chr(point - _SYMBOLS.start + 0x20)
        keeps = element.get(f"{W}font", "").casefold() == "symbol" and shown.isascii() and not shown.isalpha()
        return shown if keeps else " "
    return chr(point) if chr(point).isprintable() else " "
