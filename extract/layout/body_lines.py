"""The body of a text with broken lines: which line begins a paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.layout.indents import COMMAS, Indents, goes_on
from extract.layout.landmarks import is_annex, is_formula, is_tail
from extract.layout.lines import Line, Paragraph
from extract.layout.preamble import Preamble

_PIECES: Final[int] = 2
_ITEM: Final = regex.compile(
    r"-\s?\d{1,3}\s?+\p{Arabic}|\d{1,3}\s?[.\-–]\s|\((?!\d{4})\w{1,4}\)\s|(?:\w|[ivx]{2,5})\)\s|[A-Z]\.\s"
)
_COUNT: Final = regex.compile(r"(?P<number>\d{1,3})\s?[.\-–]\s")
_FIRST: Final = regex.compile(r"(?:-\s?)?1\s?[.\-–]\s")
_TITLE: Final = regex.compile(r"-\s?\.\d{1,4}/\d|(?:S-|ES-)?\d{1,4}/\d{1,4}(?: [A-Z])?\. ?")


@dataclass(slots=True)
class Draft:
    """A paragraph or note while lines are still being added."""

    rows: list[Line] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    note: str | None = None

    def finish(self) -> Paragraph:
        """The paragraph as it is now."""
        return Paragraph(tuple((row.start, row.end) for row in self.rows), tuple(self.marks), self.note)


def finished(drafts: Iterable[Draft]) -> tuple[Paragraph, ...]:
    """The paragraphs that have lines."""
    return tuple(draft.finish() for draft in drafts if draft.rows)


class Body:
    """Lines of the body in reading order, put together to paragraphs.

    Attributes:
        drafts: the paragraphs so far.
        enacted: whether the masthead ends before the next line.
        preamble: the preamble in the language of the enacting formula, until the first numbered paragraph.
        turned: whether a page was turned since the last line.
        marked: whether the line before was a number on a line of its own.
        margin: the indent of most lines.
    """

    def __init__(self, *, spaced: bool, width: int) -> None:
        """Take whether empty lines separate all lines, and the width of a full line."""
        self.spaced = spaced
        self.drafts: list[Draft] = []
        self.enacted = True
        self.preamble: Preamble | None = None
        self.turned = False
        self.marked = False
        self.margin = 0
        self.indents = Indents((), margin=0, full=width)
        self.begun = False  # the first paragraph of the body has been read
        self.lower = True  # paragraphs may begin in lower case
        self.numbered = False  # numbered paragraphs have begun, which do not end in commas
        self.torn = 0  # how many more lines may be pieces of one that a tool has broken up
        self.counted = 0  # the number of the last numbered paragraph
        self.taken = 0  # width of the line that is still open, marks and what follows them included

    def write(self, row: Line) -> None:
        """Add a line."""
        starts = self._starts(row)
        continued = self.marked and row.gap == 0 and not starts
        if starts:
            self.drafts.append(Draft())
            self._count(row)
        self.drafts[-1].rows.append(row)
        self.taken = self.taken + row.width if continued else row.width
        self.torn = _PIECES if row.torn else max(0, self.torn - 1)
        self.turned = self.marked = False
        if is_formula(self.drafts[-1].rows[0].text) and not self.enacted:
            self.enacted = True
        elif starts and self.enacted and not self.begun:
            self.lower = self.indents.lower = row.text[0].islower()
            self.begun = True

    def _count(self, row: Line) -> None:
        """Remember the number of a paragraph that begins with one."""
        self.numbered = self.numbered or (self.enacted and _FIRST.match(row.text) is not None)
        if self.numbered and (found := _COUNT.match(row.text)):
            self.counted = int(found["number"])

    def _starts(self, row: Line) -> bool:
        """Whether a line of the body starts a paragraph."""
        if not self.drafts or not self.drafts[-1].rows:
            return True
        first, last = self.drafts[-1].rows[0], self.drafts[-1].rows[-1]
        if any(is_formula(line.text) or is_annex(line.text) for line in (row, last)):
            return True
        if last.is_terminal and is_tail(row.text):
            return True
        if not self.enacted:  # in the masthead only the title goes on over lines
            return not _TITLE.match(first.text) or _TITLE.match(row.text) is not None
        if self.marked and row.gap == 0:
            return not self.spaced and self._reopens(row, last)
        return self._starts_inside(row, last)

    def _reopens(self, row: Line, last: Line) -> bool:
        """Whether a line begins a preambular paragraph although the empty line before it was lost."""
        if self.preamble is None or self.numbered or row.gap or not self.preamble.holds(last):
            return False
        return self.indents.had_room(row, self.taken) and not self.torn and self.preamble.opens(row)

    def _counts_on(self, row: Line) -> bool:
        """Whether a line begins with the number that follows that of the last numbered paragraph."""
        found = _COUNT.match(row.text)
        return (
            self.numbered
            and (row.gap > 0 or row.torn)
            and found is not None
            and int(found["number"]) == self.counted + 1
        )

    def _starts_inside(self, row: Line, last: Line) -> bool:
        """Whether a line after another line of the same part of the body starts a paragraph."""
        room = self.indents.had_room(row, self.taken) and not self.torn
        item = self._counts_on(row) or ((last.is_terminal or room) and _ITEM.match(row.text) is not None)
        if goes_on(row, last, item=item, room=room) and not _TITLE.match(row.text):
            return False
        if item:
            return True
        if self._goes_on_in_lower_case(row, last):
            return False
        told = self._preamble_tells(row, last, room=room)
        return self._looks_begun(row, last, room=room) if told is None else told

    def _goes_on_in_lower_case(self, row: Line, last: Line) -> bool:
        """Whether a line continues the one before: in lower case, or after a comma among numbered paragraphs."""
        lower = row.text[0].islower() and not self.lower
        return lower or (self.numbered and last.text[-1] in COMMAS and row.gap <= 1)

    def _preamble_tells(self, row: Line, last: Line, *, room: bool) -> bool | None:
        """Whether a line of the preamble starts a paragraph, where its words tell; None where how it is set must."""
        if self.preamble is None or self.numbered:
            return None
        capital = self.begun and row.text[0].isupper()
        if capital and not last.is_terminal and row.gap <= 1:  # "13", "er", "Congreso" on lines of their own
            return room and self.preamble.opens(row)
        if not self.preamble.holds(last):
            return None
        if self.turned or (self.spaced and row.gap <= 1):  # nothing but its words can tell
            return self.preamble.begins(row, room=room)
        return True if self._reopens(row, last) else None

    def _looks_begun(self, row: Line, last: Line, *, room: bool) -> bool:
        """Whether a line is set as the first of a paragraph is."""
        sure = last.is_terminal and self.indents.opens(row)
        if not (self.spaced or self.marked or self.turned):
            return row.gap > 0 or (row.torn and sure)
        if sure or (last.is_terminal and room):
            return True
        if self.marked or self.turned or row.gap == 0:
            return last.is_terminal and row.indent > self.margin and (row.gap > 1 or not self.marked)
        return self._set_apart(row, last, room=room) or self.indents.begins(row, last, room=room)

    def _set_apart(self, row: Line, last: Line, *, room: bool) -> bool:
        """Whether more than one empty line sets a line apart from one that ended by intent."""
        return row.gap > 1 and (last.is_terminal or room)
