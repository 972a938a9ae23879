"""Automatic numbers of paragraphs in a DOCX file: what Word counts and shows without writing it into the text."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import regex
from lxml import etree

from extract.roman import LARGEST, to_roman

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of WordprocessingML, as lxml writes it before a name."""

_PLACE: Final = regex.compile(r"%([1-9])")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_SHOWN: Final = frozenset(
    ["decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "ordinal", "decimalFullWidth"]
)
_MOST: Final = 99_999
_LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered.

    Attributes:
        form: `decimal`, `lowerLetter` …
        text: the number's frame, `%1.` or `(%2)`.
        start: the first number.
    """

    form: str
    text: str
    start: int


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
        given = _list_of(properties)
        if given is None:
            style = properties.find(f"{W}pStyle")
            given = self._styles.get(style.get(f"{W}val", "") if style is not None else "")
        if given is None or given[0] not in self._levels:
            return ""
        return self._next(*given)

    def _next(self, identifier: str, depth: int) -> str:
        levels = self._levels[identifier]
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[self._abstract[identifier]]
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in range(depth + 1, _LEVELS):
            counts.pop(deeper, None)
        if level.form not in _SHOWN:
            return ""
        return _PLACE.sub(lambda found: self._shown(levels, counts, int(found[1]) - 1), level.text).strip()

    @staticmethod
    def _shown(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
        level = levels.get(depth)
        return write_number(counts.get(depth, level.start), level.form) if level else ""

    def _read(self, numbering: etree._Element | None) -> None:
        if numbering is None:
            return
        lists = {
            each.get(f"{W}abstractNumId", ""): dict(_levels(each)) for each in numbering.iterchildren(f"{W}abstractNum")
        }
        for each in numbering.iterchildren(f"{W}num"):
            abstract = each.find(f"{W}abstractNumId")
            key = abstract.get(f"{W}val", "") if abstract is not None else ""
            identifier = each.get(f"{W}numId", "")
            overridden = each.find(f"{W}lvlOverride") is not None
            self._levels[identifier] = lists.get(key, {})
            self._abstract[identifier] = f"{identifier} of {key}" if overridden else key
            for override in each.iterchildren(f"{W}lvlOverride"):
                self._override(identifier, override)

    def _override(self, identifier: str, override: etree._Element) -> None:
        depth, start = _number(override.get(f"{W}ilvl")), override.find(f"{W}startOverride")
        level = self._levels[identifier].get(depth)
        if start is not None and level:
            begun = Level(level.form, level.text, _number(start.get(f"{W}val")))
            self._levels[identifier] = self._levels[identifier] | {depth: begun}


def _levels(abstract: etree._Element) -> "list[tuple[int, Level]]":
    found = []
    for each in abstract.iterchildren(f"{W}lvl"):
        said = {name: each.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start")}
        form, text, start = (value.get(f"{W}val", "") if value is not None else "" for value in said.values())
        found.append((_number(each.get(f"{W}ilvl")), Level(form or "decimal", text, _number(start or "1"))))
    return found


def _numbered_styles(styles: etree._Element) -> "list[tuple[str, tuple[str, int]]]":
    """Styles whose own properties number a paragraph."""
    found = []
    for style in styles.iterchildren(f"{W}style"):
        properties = style.find(f"{W}pPr")
        given = _list_of(properties) if properties is not None else None
        if given:
            found.append((style.get(f"{W}styleId", ""), given))
    return found


def _list_of(properties: etree._Element) -> tuple[str, int] | None:
    """The list and level that properties name; None where they name none."""
    given = properties.find(f"{W}numPr")
    identifier = given.find(f"{W}numId") if given is not None else None
    if given is None or identifier is None:
        return None
    level = given.find(f"{W}ilvl")
    return identifier.get(f"{W}val", ""), _number(level.get(f"{W}val")) if level is not None else 0


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST)) else 0


def write_number(number: int, form: str) -> str:
    """Write a number as a list shows it.

    Args:
        number: the number.
        form: `lowerLetter`, `upperLetter`, `lowerRoman`, `upperRoman`; anything else is written in digits.
    """
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        times, place = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[place] * (min(times, _LEVELS) + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= LARGEST:
        numeral = to_roman(number)
        return numeral if form == "upperRoman" else numeral.lower()
    return str(number)
