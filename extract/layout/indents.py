"""Indents: whether a line set in begins a paragraph, told by what the other lines of the text do.

Text copied out of a page may set in every line behind a comma. There an indent says nothing, and a paragraph whose
last line happens to be full ends unseen, unless the next begins as other paragraphs of the text surely do.
"""

import itertools
from collections.abc import Sequence
from typing import Final, NamedTuple

import regex

from extract.layout.lines import Line

_FIRST_WORD: Final = regex.compile(r"\p{Han}{2}|[^\s,،]{1,40}[,،]?")
_HAN: Final = regex.compile(r"\p{Han}")
_GOES_ON: Final = regex.compile(r"\d{1,4}/\d|\(\d{4}\)|\d{1,4} ?\((?:\d{4}|[A-Z\-]{1,10})\)")
_SESSION: Final = regex.compile(r"\((?:E?S-)?(?:[IVXL]{1,7}|\d)\)")
_NUMBERED: Final = regex.compile(r"\d(?: [A-Z](?:-[A-Z])?)?\Z")
_SHORTENED: Final = regex.compile(r"(?<!\p{L})\p{L}{1,3}\.\Z")
_UNIT: Final = regex.compile(r"\d ?\p{Ll}{1,5}\.\Z")  # 753 800 долл.
_COLONS: Final[str] = ":："
COMMAS: Final[str] = ",，،"
STOPS: Final[str] = ".。"
_SLACK: Final[int] = 6
_NEARLY_FULL: Final[float] = 0.85
_FEWEST: Final[int] = 4
_MOST_SET_IN: Final[float] = 0.85
_FLAT: Final[float] = 0.95
_SHORT: Final[float] = 0.8


class Indents:
    """What indents and first words say in one text."""

    def __init__(
        self, rows: Sequence[Line], *, margin: int, full: int, lower: bool = True, spaced: bool = True
    ) -> None:
        """Learn from all lines.

        Args:
            rows: the lines.
            margin: the indent of most lines.
            full: width of a full line.
            lower: whether paragraphs may begin in lower case.
            spaced: whether empty lines stand between all lines, and none only between pieces of one.
        """
        self.margin, self.full, self.lower = margin, full, lower
        pairs = _pairs(rows, spaced=spaced)
        self.speak = self._indents_speak(pairs)
        self.openers = self._find_openers(pairs, rows)

    def _indents_speak(self, pairs: Sequence["_Pair"]) -> bool:
        """Whether an indent says anything: not where nearly every line after a comma is indented."""
        indented = [
            pair.row.indent > self.margin
            for pair in pairs
            if pair.row.gap == 1 and pair.last.text[-1] in COMMAS and pair.width >= _NEARLY_FULL * self.full
        ]
        return len(indented) < _FEWEST or sum(indented) <= _MOST_SET_IN * len(indented)

    def _find_openers(self, pairs: Sequence["_Pair"], rows: Sequence[Line]) -> set[str]:
        """Words that begin lines which surely begin paragraphs, and none within a paragraph."""
        inside = {_bare(pair.row) for pair in pairs if pair.row.text[0].islower() and not pair.last.is_terminal}
        flat = sum(row.indent == self.margin for row in rows) >= _FLAT * len(rows)  # no indents, or the tool lost them
        return {
            _bare(pair.row)
            for pair in pairs
            if pair.last.is_terminal
            and (flat or pair.row.indent > self.margin)
            and pair.width + _size(pair.row) < _SHORT * self.full
        } - inside

    def had_room(self, row: Line, taken: int) -> bool:
        """Whether the word that begins a line would have found room on the line before, which so ended by intent."""
        return taken + _size(row) + _SLACK < self.full

    def opens(self, row: Line) -> bool:
        """Whether a line begins with a word that surely begins other paragraphs of the text."""
        return _bare(row) in self.openers

    def begins(self, row: Line, last: Line, *, room: bool) -> bool:
        """Whether the indent of a line says that it begins a paragraph.

        Args:
            row: the line.
            last: the line before it.
            room: whether the line's first word would have found room on the line before.
        """
        if row.indent <= self.margin:
            return False
        if not last.is_terminal:
            return room
        if last.text[-1] not in COMMAS:
            return self.speak or self.opens(row) or not row.text[0].islower()
        named = row.text[0].isupper() and first_word(row)[-1] not in COMMAS
        return self.opens(row) or self.speak or (named and not self.lower)


class _Pair(NamedTuple):
    """Two lines in a row, and the width of the first with what was printed before it on the same line."""

    last: Line
    row: Line
    width: int


def _pairs(rows: Sequence[Line], *, spaced: bool) -> list[_Pair]:
    """Lines with the one before each; pieces of one line are no pairs."""
    widths = itertools.islice(itertools.accumulate(rows, _take if spaced else _take_one, initial=0), 1, None)
    neighbours = zip(itertools.pairwise(rows), widths, strict=False)
    return [_Pair(last, row, width) for (last, row), width in neighbours if row.gap]


def _take(taken: int, row: Line) -> int:
    """Width of a line together with the pieces of it that stand on lines of their own before, as note marks do."""
    return row.width if row.gap else taken + row.width


def _take_one(_: int, row: Line) -> int:
    """Width of a line."""
    return row.width


def goes_on(row: Line, last: Line, *, item: bool, room: bool) -> bool:
    """Whether a line begins in the middle of a reference, a sum or a title, as no paragraph does.

    Args:
        row: the line.
        last: the line before it.
        item: whether it begins with the number or letter of an item.
        room: whether its first word would have found room on the line before.
    """
    if _SESSION.match(row.text) and _NUMBERED.search(last.text[-6:]):
        return True  # resolution 217 A | (III)
    number = row.text[0].isdigit() and not item
    behind = not last.is_terminal or last.text[-1] in COMMAS or _SHORTENED.search(last.text[-8:])
    broken = not item and not room and (last.text[-1] in _COLONS or _UNIT.search(last.text[-16:]))
    return bool(_GOES_ON.match(row.text) or (number and behind) or broken)


def _bare(row: Line) -> str:
    return first_word(row).rstrip(COMMAS)


def _size(row: Line) -> int:
    """Width that a line's first word needs; wide signs are set one by one."""
    word = first_word(row)
    return 2 if _HAN.match(word) else len(word)


def first_word(row: Line) -> str:
    """The first word of a line, or its first two signs where words are not set apart."""
    found = _FIRST_WORD.match(row.text)
    return found.group() if found else ""
