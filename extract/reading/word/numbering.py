"""Automatic numbers of paragraphs in a DOCX file: what Word counts and shows without writing it into the text."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import regex
from lxml import etree

from extract.text.numerals import SHOWN, write_number

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of WordprocessingML, as lxml writes it before a name."""

_PLACE: Final = regex.compile(r"%([1-9])")
_MOST: Final = 99_999
_LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered.

    Attributes:
        form: `decimal`, `lowerLetter` …
        text: the number's frame, `%1.` or `(%2)`.
        start: the first number.
        legal: whether the numbers of the levels above, which it shows too, are written in digits.
    """

    form: str
    text: str
    start: int
    legal: bool = False


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Read what lists there are.

        Args:
            numbering: root of the numbering part.
            styles: root of the styles part; a paragraph's style may number it.
        """
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._read(numbering)
        self._styles = {} if styles is None else dict(_numbered_styles(styles))
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, properties: etree._Element | None) -> str:
        """The number that a paragraph with these properties shows; empty where it shows none."""
        if properties is None or not self._levels:
            return ""
        identifier, depth = _list_of(properties)
        if identifier is None:
            style = properties.find(f"{W}pStyle")
            styled = self._styles.get(style.get(f"{W}val", "") if style is not None else "", (None, None))
            identifier, depth = styled[0], styled[1] if depth is None else depth
        if identifier is None or identifier not in self._levels:
            return ""
        return self._next(identifier, depth or 0)

    def _next(self, identifier: str, depth: int) -> str:
        levels = self._levels[identifier]
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[self._abstract[identifier]]
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in range(depth + 1, _LEVELS):
            counts.pop(deeper, None)
        if level.form not in SHOWN:
            return ""
        return _PLACE.sub(
            lambda found: self._shown(levels, counts, int(found[1]) - 1, legal=level.legal), level.text
        ).strip()

    @staticmethod
    def _shown(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int, *, legal: bool) -> str:
        level = levels.get(depth)
        return write_number(counts.get(depth, level.start), "decimal" if legal else level.form) if level else ""

    def _read(self, numbering: etree._Element | None) -> None:
        if numbering is None:
            return
        lists = {
            each.get(f"{W}abstractNumId", ""): dict(_levels(each)) for each in numbering.iterchildren(f"{W}abstractNum")
        }
        self._borrow(numbering, lists)
        for each in numbering.iterchildren(f"{W}num"):
            abstract = each.find(f"{W}abstractNumId")
            key = abstract.get(f"{W}val", "") if abstract is not None else ""
            identifier = each.get(f"{W}numId", "")
            overridden = each.find(f"{W}lvlOverride") is not None
            self._levels[identifier] = lists.get(key, {})
            self._abstract[identifier] = f"{identifier} of {key}" if overridden else key
            for override in each.iterchildren(f"{W}lvlOverride"):
                self._override(identifier, override)

    @staticmethod
    def _borrow(numbering: etree._Element, lists: dict[str, dict[int, Level]]) -> None:
        """Give a list that names a list style the levels of the list that is that style's."""
        said = {
            name: {
                each.get(f"{W}abstractNumId", ""): link.get(f"{W}val", "")
                for each in numbering.iterchildren(f"{W}abstractNum")
                if (link := each.find(f"{W}{name}")) is not None
            }
            for name in ("styleLink", "numStyleLink")
        }
        owners = {style: key for key, style in said["styleLink"].items()}
        for key, style in said["numStyleLink"].items():
            lists[key] = lists[key] or lists.get(owners.get(style, ""), {})

    def _override(self, identifier: str, override: etree._Element) -> None:
        depth, start = whole_number(override.get(f"{W}ilvl")), override.find(f"{W}startOverride")
        self._levels[identifier] = self._levels[identifier] | dict(_levels(override, depth))
        level = self._levels[identifier].get(depth)
        if start is not None and level:
            begun = replace(level, start=whole_number(start.get(f"{W}val")))
            self._levels[identifier] = self._levels[identifier] | {depth: begun}


def _levels(holder: etree._Element, otherwise: int = 0) -> "list[tuple[int, Level]]":
    """The levels that a list, or an override of one, describes; one that does not say which it is, is `otherwise`."""
    found = []
    for each in holder.iterchildren(f"{W}lvl"):
        said = {name: next(each.iter(f"{W}{name}"), None) for name in ("numFmt", "lvlText", "start")}
        form, text, start = (value.get(f"{W}val", "") if value is not None else "" for value in said.values())
        legal = each.find(f"{W}isLgl")
        level = Level(
            form or "decimal", text, whole_number(start or "1"), legal is not None and legal.get(f"{W}val") != "0"
        )
        found.append((whole_number(each.get(f"{W}ilvl", str(otherwise))), level))
    return found


def _numbered_styles(styles: etree._Element) -> "list[tuple[str, tuple[str, int | None]]]":
    """Styles that number a paragraph: by their own properties, or by those of a style that they are based on."""
    said: dict[str, tuple[str | None, int | None, str]] = {}
    for style in styles.iterchildren(f"{W}style"):
        properties, parent = style.find(f"{W}pPr"), style.find(f"{W}basedOn")
        given = _list_of(properties) if properties is not None else (None, None)
        said[style.get(f"{W}styleId", "")] = (*given, parent.get(f"{W}val", "") if parent is not None else "")
    found = ((name, _inherited(name, said)) for name in said)
    return [(name, given) for name, given in found if given is not None]


def _inherited(name: str, said: Mapping[str, tuple[str | None, int | None, str]]) -> tuple[str, int | None] | None:
    """The list and level of a style, from the styles that it is based on where it names none."""
    level: int | None = None
    for _ in range(_ANCESTORS):
        if name not in said:
            break
        identifier, depth, name = said[name]
        level = depth if level is None else level
        if identifier is not None:
            return identifier, level
    return None


_ANCESTORS: Final = 20


def _list_of(properties: etree._Element) -> tuple[str | None, int | None]:
    """The list and the level that properties name; None for what they do not name."""
    given = properties.find(f"{W}numPr")
    if given is None:
        return None, None
    identifier, level = given.find(f"{W}numId"), given.find(f"{W}ilvl")
    return (
        identifier.get(f"{W}val", "") if identifier is not None else None,
        whole_number(level.get(f"{W}val")) if level is not None else None,
    )


def whole_number(text: str | None) -> int:
    """The number that an attribute gives; 0 where it gives none, or one too large."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST)) else 0
