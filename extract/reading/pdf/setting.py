"""How a PDF sets its paragraphs: margins, leading, indents, and the words that paragraphs begin with."""

import itertools
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import regex

from extract.language.verb_finder import opens_paragraph
from extract.language.verbs import Verbs, load_verbs
from extract.layout.indents import COMMAS
from extract.layout.landmarks import formula_language
from extract.reading.pdf.rows import Row

SAME_SIZE: Final[float] = 0.6
"""Points by which two sizes of type may differ and still count as one."""
SET_IN: Final[float] = 0.6
"""Share of the type size by which a first line is indented at least."""

_TERMINAL: Final = regex.compile(r"[.;:,!?。；：，！？،؛؟][\s\"'”»）)\]》」’]*+\Z")
_FIRST_WORD: Final = regex.compile(r"\p{Han}{2}|.[^\s\p{Han}]{0,40}")
_TAIL: Final[int] = 12  # characters at the end of a line that show whether a sentence or clause ends there
_MORE_LEADING: Final[float] = 1.2
_USUAL_LEADING: Final[float] = 1.2  # of the type size
_FREQUENT: Final[float] = 0.5  # share of the most frequent distance
_USUAL_GAP: Final[float] = 1.4  # between paragraphs, of the leading
_ROOM: Final[float] = 1.0
_MOSTLY: Final[float] = 0.7

_Pair = tuple[Row, Row]


class Setting:
    """How a document sets its paragraphs.

    Attributes:
        size: type size of the body, in points.
        pitch: leading of the body: from baseline to baseline, in points.
        apart: leading above which two lines belong to different paragraphs, in points.
        sets_in: whether first lines are indented. Then a line at the top of a page that is not continues a paragraph.
        openers: words that paragraphs begin with and continuation lines never do.
        spaced: whether extra leading separates paragraphs.
    """

    def __init__(self, pages: Sequence[Sequence[Row]], size: float) -> None:
        """Learn from the lines of the body.

        Args:
            pages: the body's lines, page by page.
            size: type size of the body, in points.
        """
        self.size = size
        rows = [row for page in pages for row in page if abs(row.size - size) < SAME_SIZE]
        pairs = [pair for page in pages for pair in itertools.pairwise(page) if pair[0].column == pair[1].column]
        self.pitch, self.apart = _leading(pairs, size)
        self._lefts, self._rights = _margins(rows, size)
        self.sets_in = self._indents_first_lines(pairs)
        self.openers = self._learn_openers(pairs)
        self.spaced = self._separates_by_leading(pairs)
        language = next((tongue for row in rows if (tongue := formula_language(row.text))), None)
        self._verbs: Verbs | None = load_verbs(language) if language else None

    def is_set_in(self, row: Row) -> bool:
        """Whether a line is indented."""
        return row.left - self._lefts.get(row.column, row.left) > SET_IN * self.size

    def had_room(self, last: Row, row: Row) -> bool:
        """Whether the first word of `row` would have fitted on the line before: that was ended on purpose."""
        right = self._rights.get(last.column, last.right)
        return last.right + row.word + _ROOM * row.size < right

    def opens(self, row: Row, last: Row) -> bool:
        """Whether a line begins as other paragraphs do, or, after a comma, as preambular paragraphs do."""
        if _first_word(row.text) in self.openers:
            return True
        after_comma = without_marks(last).endswith(tuple(COMMAS))
        return self._verbs is not None and after_comma and opens_paragraph(row.text, self._verbs)

    def _indents_first_lines(self, pairs: Sequence[_Pair]) -> bool:
        """Whether most lines that extra leading shows to be first lines are indented."""
        firsts = [
            row for last, row in pairs if last.y - row.y >= _MORE_LEADING * self.pitch and abs(row.size - self.size) < 1
        ]
        return 2 * sum(self.is_set_in(row) for row in firsts) > len(firsts)

    def _learn_openers(self, pairs: Sequence[_Pair]) -> frozenset[str]:
        """Words that only begin lines after a clause's end and extra leading."""
        first: set[str] = set()
        other: set[str] = set()
        for last, row in pairs:
            begins = _ends_clause(last.text) and last.y - row.y >= self.apart
            (first if begins else other).add(_first_word(row.text))
        return frozenset(first - other)

    def _separates_by_leading(self, pairs: Sequence[_Pair]) -> bool:
        """Whether extra leading follows most lines that were ended on purpose."""
        gaps = [
            last.y - row.y >= self.apart for last, row in pairs if _ends_clause(last.text) and self.had_room(last, row)
        ]
        return sum(gaps) > _MOSTLY * len(gaps)


def ends_clause(row: Row) -> bool:
    """Whether a line, its note marks aside, ends a sentence or a clause."""
    return _ends_clause(without_marks(row))


def without_marks(row: Row) -> str:
    """The text of a line without the note marks at its end."""
    text = row.text
    for begin, end in reversed(row.raised):
        if end == len(text):
            text = text[:begin].rstrip()
    return text


def _ends_clause(text: str) -> bool:
    return _TERMINAL.search(text[-_TAIL:]) is not None


def _leading(pairs: Sequence[_Pair], size: float) -> tuple[float, float]:
    """The body's leading, and the leading above which lines belong to different paragraphs."""
    pitches = list(_pitches(pairs, size))
    pitch = _smallest_frequent(pitches) if pitches else _USUAL_LEADING * size
    wide = [each for each in pitches if each >= _MORE_LEADING * pitch]
    between = min(statistics.mode(wide), 2 * pitch) if wide else _USUAL_GAP * pitch
    return pitch, (pitch + between) / 2


def _smallest_frequent(pitches: Sequence[float]) -> float:
    """The smallest distance that is about as frequent as any: among short paragraphs that between them may lead."""
    counts = Counter(pitches)
    most = max(counts.values())
    return min(pitch for pitch, count in counts.items() if count >= _FREQUENT * most)


def _pitches(pairs: Sequence[_Pair], size: float) -> Iterator[float]:
    """Distances from line to line in the body's type, rounded to a tenth of a point."""
    for last, row in pairs:
        if abs(row.size - size) < SAME_SIZE and 0 < last.y - row.y < 4 * size:
            yield round(last.y - row.y, 1)


def _margins(rows: Sequence[Row], size: float) -> tuple[Mapping[int, float], Mapping[int, float]]:
    """Where the lines of each column begin, and where nine in ten of them have ended."""
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    for column in sorted({row.column for row in rows}):
        lines = [row for row in rows if row.column == column]
        lefts[column] = _left_margin([row.left for row in lines], size)
        ends = sorted(row.right for row in lines)
        rights[column] = ends[len(ends) * 9 // 10]
    return lefts, rights


def _left_margin(lefts: Sequence[float], size: float) -> float:
    """The least of the most frequent left edges, counted in steps of half the type size."""
    steps = [round(left / size * 2) for left in lefts]
    most = statistics.mode(steps)
    return min(left for left, step in zip(lefts, steps, strict=True) if step == most)


def _first_word(text: str) -> str:
    """The word that a line begins with; its first two characters where words are not separated by spaces."""
    return _FIRST_WORD.match(text)[0]  # type: ignore[index]  # lines are not empty
