"""Paragraphs of a page's lines, by indents, leading, type and numbering."""

import itertools
import statistics
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from extract.language.verb_finder import opens_paragraph
from extract.language.verbs import load_verbs
from extract.layout.indents import COMMAS
from extract.layout.landmarks import formula_language, is_annex, is_formula
from extract.reading.pdf.rows import Row

_ITEM: Final = regex.compile(
    r"-\s?\d{1,3}\s?+\p{Arabic}|\d{1,3}\s?[.\-–]\s|\((?!\d{4})\w{1,4}\)\s|(?:\w|[ivx]{2,5})\)\s|[A-Z]\.\s"
    r"|\d{1,3}[.．、]\s?(?=\p{Han})|[(（]\p{Han}{1,3}[)）]|[•●▪–—-]\s"
)
_TERMINAL: Final = regex.compile(r"[.;:,!?。；：，！？،؛؟][\s\"'”»）)\]》」’]*+\Z")
_JOINED: Final = regex.compile(r"[\p{L}\d][-\u2010\u00ad/(]\Z")
_FIRST_WORD: Final = regex.compile(r"\p{Han}{2}|.[^\s\p{Han}]{0,40}")
_SET_IN: Final[float] = 0.6  # of the size: how far a first line is set in at least
_MORE_LEADING: Final[float] = 1.2
_MOST_LEADING: Final[float] = 1.8
_SAME_SIZE: Final[float] = 0.6  # points
_ROOM: Final[float] = 1.0
_MOSTLY: Final[float] = 0.7


class Setting:
    """How a document sets its paragraphs."""

    def __init__(self, pages: Sequence[Sequence[Row]], size: float) -> None:
        """Learn from the lines of the body.

        Args:
            pages: the body's lines, page by page.
            size: of the body's type.
        """
        self.size = size
        rows = [row for page in pages for row in page if abs(row.size - size) < _SAME_SIZE]
        pairs = [(last, row) for page in pages for last, row in itertools.pairwise(page) if last.column == row.column]
        pitches = [
            round(last.y - row.y, 1)
            for last, row in pairs
            if abs(row.size - size) < _SAME_SIZE and 0 < last.y - row.y < 4 * size
        ]
        self.pitch = statistics.mode(pitches) if pitches else 1.2 * size
        wide = [pitch for pitch in pitches if pitch >= _MORE_LEADING * self.pitch]
        between = min(statistics.mode(wide), 2 * self.pitch) if wide else 1.4 * self.pitch
        self.apart = (self.pitch + between) / 2  # more leading than this sets paragraphs apart
        self.lefts: dict[int, float] = {}
        self.rights: dict[int, float] = {}
        for column in {row.column for row in rows}:
            lines = [row for row in rows if row.column == column]
            self.lefts[column] = _usual([row.left for row in lines], size)
            rights = sorted(row.right for row in lines)
            self.rights[column] = rights[len(rights) * 9 // 10]
        self.sets_in = self._sets_in(pages)
        ended = [(last, row, _TERMINAL.search(last.text[-12:]) is not None) for last, row in pairs]
        firsts = [(_opener(row.text), stop and last.y - row.y >= self.apart) for last, row, stop in ended]
        self.openers = {word for word, starts in firsts if starts} - {word for word, starts in firsts if not starts}
        ends = [last.y - row.y >= self.apart for last, row, stop in ended if stop and self.had_room(last, row)]
        language = next((tongue for row in rows if (tongue := formula_language(row.text))), None)
        self.verbs = load_verbs(language) if language else None
        self.spaced = sum(ends) > _MOSTLY * len(ends)  # paragraphs are set apart by more leading

    def _sets_in(self, pages: Sequence[Sequence[Row]]) -> bool:
        """Whether first lines are set in: then one that is not, at the top of a page, goes on with the last."""
        firsts = [
            row
            for page in pages
            for last, row in itertools.pairwise(page)
            if last.column == row.column
            and last.y - row.y >= _MORE_LEADING * self.pitch
            and abs(row.size - self.size) < 1
        ]
        return 2 * sum(self.is_set_in(row) for row in firsts) > len(firsts)

    def is_set_in(self, row: Row) -> bool:
        """Whether a line begins right of the margin."""
        return row.left - self.lefts.get(row.column, row.left) > _SET_IN * self.size

    def had_room(self, last: Row, row: Row) -> bool:
        """Whether the first word of a line would have found room on the line before, which so ended by intent."""
        right = self.rights.get(last.column, last.right)
        return last.right + row.word + _ROOM * row.size < right

    def opens(self, row: Row, last: Row) -> bool:
        """Whether a line begins as other paragraphs surely do, or behind a comma as preambular ones do."""
        if _opener(row.text) in self.openers:
            return True
        return self.verbs is not None and _said(last).endswith(tuple(COMMAS)) and opens_paragraph(row.text, self.verbs)


def _said(row: Row) -> str:
    """A line without the note marks at its end."""
    text = row.text
    for begin, end in reversed(row.raised):
        if end == len(text):
            text = text[:begin].rstrip()
    return text


def _opener(text: str) -> str:
    """The word that a line begins with; its first two signs where words are not set apart."""
    return _FIRST_WORD.match(text)[0]  # type: ignore[index]  # lines are not empty


def _usual(values: Sequence[float], size: float) -> float:
    """The least of the usual values: the margin from which lines are set in."""
    if not values:
        return 0.0
    rounded = [round(value / size * 2) for value in values]
    most = statistics.mode(rounded)
    return min(value for value, key in zip(values, rounded, strict=True) if key == most)


def group(rows: Sequence[Row], setting: Setting) -> Iterator[tuple[list[Row], bool]]:
    """Put the lines of the body together to paragraphs, over pages and columns.

    Returns:
        The lines of each paragraph, and whether it stands above the enacting formula.
    """
    enacting = next((at for at, row in enumerate(rows) if is_formula(row.text)), -1)
    paragraph: list[Row] = []
    for at, row in enumerate(rows):
        if paragraph and (_starts_in_masthead if at <= enacting else _starts)(paragraph, row, setting):
            yield paragraph, at <= enacting
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph, False


def _starts_in_masthead(paragraph: Sequence[Row], row: Row, setting: Setting) -> bool:
    """Whether a line above the enacting formula stands for itself; a title goes on in the same type."""
    last = paragraph[-1]
    return (
        is_formula(row.text)
        or last.page != row.page
        or last.bold != row.bold
        or abs(last.size - row.size) > _SAME_SIZE
        or last.y - row.y > 1.45 * max(row.size, setting.pitch / 1.2)
        or row.left < last.left - 1
        or len(last.cells) > 1
    )


def _starts(paragraph: Sequence[Row], row: Row, setting: Setting) -> bool:  # noqa: PLR0911  # one return a reason
    last = paragraph[-1]
    if any(is_formula(line.text) or is_annex(line.text) for line in (row, last)):
        return True
    if abs(last.size - row.size) > _SAME_SIZE or (last.bold != row.bold and not _goes_on(last, row)):
        return True
    ended = _TERMINAL.search(_said(last)[-12:]) is not None
    room = setting.had_room(last, row)
    item = _ITEM.match(row.text) is not None
    if last.page != row.page or last.column != row.column:
        if item or setting.sets_in:
            return (item or setting.is_set_in(row)) and (ended or room)
        return ended and (room or setting.opens(row, last))
    pitch = last.y - row.y
    if pitch > setting.apart * max(1.0, row.size / setting.size):
        goes_on = row.text[0].islower() or (setting.sets_in and not setting.is_set_in(row))
        return ended or room or not goes_on or pitch > _MOST_LEADING * setting.pitch
    if _JOINED.search(last.text[-2:]):
        return False
    first = paragraph[0]
    hangs = len(paragraph) == 1 and row.left < last.left - 1  # the second line of a paragraph set in
    further = row.left > last.left + _SET_IN * setting.size and len(paragraph) > 1
    if (further or item) and (ended or room):
        return True
    if setting.spaced:
        return False
    if room and not hangs and (ended or row.left <= first.left + 1):
        return True
    by_verb = not setting.sets_in and setting.opens(row, last)  # neither indents nor leading tell
    return ended and (by_verb or (setting.is_set_in(row) and not setting.is_set_in(last)))


def _goes_on(last: Row, row: Row) -> bool:
    """Whether a line in other type goes on in the middle of a sentence."""
    return row.text[0].islower() or last.text[-1] in "-/("
