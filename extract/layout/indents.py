"""Indents: whether an indented line begins a paragraph, judged by the other lines of the text.

Text copied out of a page may indent every line after a comma. There an indent says nothing, and the end of a paragraph
whose last line happens to be full shows only if the next begins with a word that surely begins others.
"""

import itertools
import statistics
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
            spaced: whether empty lines separate all lines, so that none separates only pieces of one line.
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
        """Whether the line before, of which `taken` is the width, had room for the first word: it ended on purpose."""
        return taken + _size(row) + _SLACK < self.full

    def opens(self, row: Line) -> bool:
        """Whether a line begins with a word that surely begins other paragraphs of the text."""
        return _bare(row) in self.openers

    def begins(self, row: Line, last: Line, *, room: bool) -> bool:
        """Whether a line begins a paragraph, judged by its indent.

        Args:
            row: the line.
            last: the line before it.
            room: whether the line before had room for its first word.
        """
        if row.indent <= self.margin:
            return False
        if not last.is_terminal:
            return room
        if last.text[-1] not in COMMAS:
            return self.speak or self.opens(row) or not row.text[0].islower()
        named = row.text[0].isupper() and first_word(row)[-1] not in COMMAS
        return self.opens(row) or self.speak or (named and not self.lower)


def find_margin(rows: Sequence[Line], *, full: int, spaced: bool) -> int:
    """The indent of most lines that continue a paragraph; of most lines where none surely does.

    Args:
        rows: the lines.
        full: width of a full line.
        spaced: whether empty lines separate all lines.
    """
    continued = [
        row.indent
        for last, row in itertools.pairwise(rows)
        if row.gap == spaced and not last.is_terminal and last.width >= _NEARLY_FULL * full
    ]
    return statistics.mode(continued or [row.indent for row in rows] or [0])


class _Pair(NamedTuple):
    """Two consecutive lines, and the width of the first with what was printed before it on the same line."""

    last: Line
    row: Line
    width: int


def _pairs(rows: Sequence[Line], *, spaced: bool) -> list[_Pair]:
    """Lines with the one before each; pieces of one line are no pairs."""
    widths = itertools.islice(itertools.accumulate(rows, _take if spaced else _take_one, initial=0), 1, None)
    neighbours = zip(itertools.pairwise(rows), widths, strict=False)
    return [_Pair(last, row, width) for (last, row), width in neighbours if row.gap]


def _take(taken: int, row: Line) -> int:
    """Width of a line including its pieces on lines of their own before it, such as note marks."""
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
        room: whether the line before had room for its first word.
    """
    if _SESSION.match(row.text) and _NUMBERED.search(last.text[-6:]):
        return True  # resolution 217 A | (III)
    number = row.text[0].isdigit() and not item
    inside = not last.is_terminal or last.text[-1] in COMMAS or _SHORTENED.search(last.text[-8:])
    broken = not item and not room and (last.text[-1] in _COLONS or _UNIT.search(last.text[-16:]))
    return bool(_GOES_ON.match(row.text) or (number and inside) or broken)


def _bare(row: Line) -> str:
    return first_word(row).rstrip(COMMAS)


def _size(row: Line) -> int:
    """Width that a line's first word needs; a line may break after any ideograph."""
    word = first_word(row)
    return 2 if _HAN.match(word) else len(word)


def first_word(row: Line) -> str:
    """The first word of a line, or its first two characters where no spaces separate words."""
    found = _FIRST_WORD.match(row.text)
    return found.group() if found else ""
