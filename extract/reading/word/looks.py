"""How text looks in a DOCX file: whether it is hidden, struck out, raised or a hint; characters of symbol fonts."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import regex
from lxml import etree

from extract.reading.markup.tree import bare
from extract.reading.word.numbering import W

OFF: Final = frozenset(["0", "false", "off"])
"""Values of an attribute that switch a property off."""

_UNREAD: Final = (f"{W}vanish", f"{W}strike", f"{W}dstrike")
_SYMBOLS: Final = range(0xF020, 0xF100)  # code points of fonts that have characters of their own
_RAISED: Final = 4  # half points
_DIGITS: Final = 4
_HEXADECIMAL: Final = regex.compile(r"[0-9A-Fa-f]{4}")


class _Look(NamedTuple):
    """What is said of a text's look; None where nothing is said."""

    unread: bool | None
    raised: bool | None

    def over(self, other: "_Look") -> "_Look":
        """This look, completed by another."""
        if None not in self or other == _PLAIN:
            return self
        return _Look(*(mine if mine is not None else theirs for mine, theirs in zip(self, other, strict=True)))


_PLAIN: Final = _Look(None, None)


class Looks:
    """How runs look: by their own properties, their style, or the style of their paragraph, in this order."""

    def __init__(self, styles: etree._Element | None) -> None:
        """Read the part `styles`, where the file has it."""
        self._styles = {} if styles is None else _resolved(styles)
        self._paragraph = _PLAIN

    def enter(self, paragraph: etree._Element | None) -> None:
        """Take the properties of the paragraph (`w:pPr`) whose runs follow."""
        style = paragraph.find(f"{W}pStyle") if paragraph is not None and self._styles else None
        self._paragraph = self._styles.get(style.get(f"{W}val", ""), _PLAIN) if style is not None else _PLAIN

    def of(self, run: etree._Element | None) -> _Look:
        """How a run with these properties (`w:rPr`) looks; None in it where nothing says so."""
        if run is None:
            return self._paragraph
        style = run.find(f"{W}rStyle")
        styled = self._styles.get(style.get(f"{W}val", ""), _PLAIN) if style is not None else _PLAIN
        return _look(run).over(styled).over(self._paragraph)


def _look(properties: etree._Element) -> _Look:
    """What properties (`w:rPr`) say themselves: whether text is hidden or struck out, and whether it is raised."""
    said = [is_on(found) for name in _UNREAD if (found := properties.find(name)) is not None]
    return _Look(any(said) if said else None, _is_raised(properties))


def is_on(switch: etree._Element) -> bool:
    """Whether an element that switches a property switches it on."""
    return switch.get(f"{W}val", "1") not in OFF


def _is_raised(properties: etree._Element) -> bool | None:
    align, position = properties.find(f"{W}vertAlign"), properties.find(f"{W}position")
    if align is not None:
        return align.get(f"{W}val") == "superscript"
    if position is not None and (points := position.get(f"{W}val", "")).isascii() and points.isdecimal():
        return int(points[:_DIGITS]) >= _RAISED
    return None


def _resolved(styles: etree._Element) -> dict[str, _Look]:
    """The look of each style by its identifier, from the styles that it is based on where it says nothing itself."""
    own: dict[str, tuple[_Look, str]] = {}
    for style in styles.iterchildren(f"{W}style"):
        properties, parent = style.find(f"{W}rPr"), style.find(f"{W}basedOn")
        look = _look(properties) if properties is not None else _PLAIN
        own[style.get(f"{W}styleId", "")] = look, parent.get(f"{W}val", "") if parent is not None else ""
    found = {name: _inherited(name, own) for name in own}
    return {name: look for name, look in found.items() if look != _PLAIN}


def _inherited(name: str, own: Mapping[str, tuple[_Look, str]]) -> _Look:
    """The look of a style, completed from the styles that it is based on."""
    look = _PLAIN
    for _ in range(_ANCESTORS):
        if name not in own:
            break
        said, name = own[name]
        look = look.over(said)
    return look


_ANCESTORS: Final = 20


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
