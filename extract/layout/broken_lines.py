"""Pages: lines broken by the page, sorted into the body, the notes at its foot, and running heads and numbers."""

import itertools
import statistics
from dataclasses import dataclass, field, replace
from typing import Final

import regex

from extract.layout.indents import COMMAS, STOPS, Indents, goes_on
from extract.layout.landmarks import formula_language, is_annex, is_double_head, is_formula, is_tail, letters, page_head
from extract.layout.lines import Layout, Line, Paragraph, running_titles
from extract.layout.preamble import Preamble

_RULE: Final = regex.compile(r"[_\u2500\u2014\-]{5,}|[_ ]{5,}_")
_BARE_NUMBER: Final = regex.compile(r"\(?(?P<number>\d{1,3})\)?")
_NOTE: Final = regex.compile(r"(?P<number>[1-9]\d{0,2})\s++(?![.\-–)\]/,:;])(?=\S)")
_ENCLOSED: Final = regex.compile(r"\((?P<number>[1-9]\d{0,2})\)\s*+(?=\S)")
_PIECES: Final[int] = 2
_MISSED: Final[int] = 2  # notes in a row that a tool may have hidden in others
_NEAR: Final[int] = 40  # paragraphs among which a mark is looked for
_PAGE: Final[int] = 20_000  # the same in code points
_PAGE_NUMBER: Final = regex.compile(r"\d{1,4}(?:/\d{1,4})?|[\d\-]{7,9}(?: \([A-Z]\))?")
_ITEM: Final = regex.compile(
    r"-\s?\d{1,3}\s?+\p{Arabic}|\d{1,3}\s?[.\-–]\s|\((?!\d{4})\w{1,4}\)\s|(?:\w|[ivx]{2,5})\)\s|[A-Z]\.\s"
)
_COUNT: Final = regex.compile(r"(?P<number>\d{1,3})\s?[.\-–]\s")
_FIRST: Final = regex.compile(r"(?:-\s?)?1\s?[.\-–]\s")
_TITLE: Final = regex.compile(r"-\s?\.\d{1,4}/\d|(?:S-|ES-)?\d{1,4}/\d{1,4}(?: [A-Z])?\. ?")
_FEWEST_LETTERS: Final[int] = 8
_NEARLY_FULL: Final[float] = 0.85
_RUNNING_INDENT: Final[int] = 20
_LONGEST_MASTHEAD: Final[int] = 80  # lines
_MASTHEAD_LETTERS: Final[int] = 4_000


@dataclass(slots=True)
class _Draft:
    """A paragraph or note while lines are still being added."""

    rows: list[Line] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    note: str | None = None

    def finish(self) -> Paragraph:
        return Paragraph(tuple((row.start, row.end) for row in self.rows), tuple(self.marks), self.note)


class Pages:
    """Reads broken lines page by page."""

    def __init__(self, text: str, *, spaced: bool, width: int) -> None:
        """Take the text as read, whether empty lines stand between all its lines, and the width of a full line."""
        self.text = text
        self.spaced = spaced
        self.full = width
        self.body: list[_Draft] = []
        self.notes: list[_Draft] = []
        self.furniture: list[str] = []
        self.enacted = True  # the masthead is behind
        self.preamble: Preamble | None = None  # in the language of the enacting formula; asked up to the first number
        self.in_foot = False
        self.turned = False  # a page was turned since the last line of the body
        self.fresh = False  # a rule has been read, and no note under it
        self.parted = False  # the numbers of notes stand on lines of their own
        self.marked = False  # the last line was a number on its own
        self.titles: frozenset[str] = frozenset()  # what runs over the pages
        self.masthead = ""  # its letters
        self.margin = 0  # the indent of most lines
        self.indents = Indents((), margin=0, full=width)
        self.begun = False  # the first paragraph of the body has been read
        self.lower = True  # paragraphs may begin in lower case
        self.numbered = False  # numbered paragraphs have begun, which do not end in commas
        self.torn = 0  # how many lines more may be pieces of one that a tool has torn
        self.counted = 0  # the number of the last of them
        self.taken = 0  # width of the line that is still open, marks and what follows them included

    def read(self, rows: list[Line]) -> Layout:
        """Sort every line into body, notes or furniture."""
        going = [
            row.indent for last, row in itertools.pairwise(rows) if row.gap == self.spaced and self._leads_on(last)
        ]
        self.titles = running_titles(row.text for row in rows)
        self.margin = statistics.mode(going or [row.indent for row in rows] or [0])
        self.indents = Indents(rows, margin=self.margin, full=self.full, spaced=self.spaced)
        spoken = ((place, formula_language(row.text)) for place, row in enumerate(rows))
        formula, language = next(((place, tongue) for place, tongue in spoken if tongue), (0, None))
        above = rows[max(0, formula - _LONGEST_MASTHEAD) : formula]
        self.masthead = "".join(letters(row.text) for row in above)[-_MASTHEAD_LETTERS:]
        self.enacted, self.preamble = language is None, Preamble.of(language, self.indents) if language else None
        for index, row in enumerate(rows):
            self._take(row, rows[index - 1] if index else None, rows[index + 1] if index + 1 < len(rows) else None)
        done = [[draft.finish() for draft in drafts if draft.rows] for drafts in (self.body, self.notes)]
        return Layout(tuple(done[0]), tuple(done[1]), tuple(self.furniture))

    def _leads_on(self, row: Line) -> bool:
        return not row.is_terminal and row.width >= _NEARLY_FULL * self.full

    def _take(self, row: Line, before: Line | None, after: Line | None) -> None:
        touches = after is not None and after.gap == 0 and not after.page
        if row.page:
            self._turn()
        rule = self._rules(row)
        if self.in_foot and self.marked and row.gap == 0 and self.notes:
            self._note(row)
        elif rule:
            self.marked = False
        elif symbol := page_head(row.text):
            self.furniture.append(symbol.groupdict().get("symbol") or row.text)
            self._turn()
        elif self._is_title(row, before) or self._runs(row, before, after):
            self._turn()
        elif (bare := _BARE_NUMBER.fullmatch(row.text)) and (touches or row.gap == 0 or self._set_apart(row)):
            self._number(row, bare["number"], touches=touches)
        elif _PAGE_NUMBER.fullmatch(row.text):
            self._turn()
        elif head := self._head_of_note(row) if self.in_foot else self._head_of_foot(row):
            self.in_foot = True
            self.notes.append(_Draft(note=head[0]))
            self.fresh = False
            self._note(replace(row, start=row.start + head[1], text=row.text[head[1] :] or row.text))
        elif self.in_foot and self.notes and not self._ends_foot(row):
            self._note(row)
        else:
            self.in_foot = False
            self._write(row)

    def _rules(self, row: Line) -> bool:
        """Whether a line is the rule above the notes of a page; one copied as blanks stands before its line."""
        rule = _RULE.fullmatch(row.text) is not None
        self.fresh = self.fresh or rule or row.ruled
        self.in_foot = self.in_foot or rule or row.ruled
        return rule

    def _turn(self) -> None:
        self.in_foot, self.turned, self.marked = False, True, False

    def _is_title(self, row: Line, before: Line | None) -> bool:
        """Whether a line is the title again, as it stands at the top of a page."""
        if not self.enacted or not (self.turned or self.in_foot):
            return False
        title = letters(row.text)
        long = len(title) >= _FEWEST_LETTERS or (before is not None and row.gap == 0 and bool(page_head(before.text)))
        sure = row.text in self.titles or (self.turned and not self.in_foot and long)
        return sure and title in self.masthead

    def _runs(self, row: Line, before: Line | None, after: Line | None) -> bool:
        """Whether a line is the running title beside the symbol at the top of a page, or goes on with it."""
        below = before is not None and row.gap == 0
        if before is not None and below and not self.spaced and before.page and is_double_head(before.text):
            return True
        if row.indent < _RUNNING_INDENT or not self.enacted:
            return False
        above = after is not None and after.gap == 0 and row.page and page_head(after.text)
        return bool(above or (before is not None and below and page_head(before.text)))

    def _set_apart(self, row: Line) -> bool:
        """Whether a number on a line of its own is a note's: at a page foot, or in the brackets that marks have."""
        return self.in_foot or (self.enacted and row.text[0] == "(")

    def _number(self, row: Line, number: str, *, touches: bool) -> None:
        if not self.spaced and touches and row.gap and int(number) == self._next_note():
            self.in_foot = True  # a foot without a rule: the next note's number, set apart
        if self.in_foot and touches:
            self.notes.append(_Draft(note=number))
            self.fresh = False
            self.marked = self.parted = True
        elif self.in_foot or not self.body:
            self._turn()
        else:
            self.body[-1].marks.append((row.start, number))
            self.marked = touches or row.gap == 0

    def _next_note(self) -> int:
        """The number that the next note should have."""
        return int(self.notes[-1].note or 0) + 1 if self.notes else 1

    def _note(self, row: Line) -> None:
        self.notes[-1].rows.append(row)
        self.marked = False

    def _ends_foot(self, row: Line) -> bool:
        """Whether a line at a page foot belongs to the next page already."""
        rows = self.notes[-1].rows
        set_in = row.indent > self.margin and self.indents.speak and rows and rows[-1].text[-1] in STOPS
        if self.spaced and (row.gap != 1 or set_in):
            self.turned = True
            return True
        return False

    def _head_of_note(self, row: Line) -> tuple[str, int] | None:
        """The number that a line at a page foot begins with, if it is the next note's, and the length of its head."""
        last = self.notes[-1] if self.notes else None
        if enclosed := _ENCLOSED.match(self.text, row.start, row.end):
            follows = 0 <= int(enclosed["number"]) - self._next_note() <= _MISSED
            return (enclosed["number"], enclosed.end() - row.start) if follows else None
        found = _NOTE.match(self.text, row.start, row.end)
        if last and not self.fresh and (self.parted or (last.rows and last.rows[-1].text[-1] not in STOPS)):
            return None
        if not found or not (int(found["number"]) == self._next_note() or (self.fresh and found["number"] == "1")):
            return None
        return found["number"], found.end() - row.start

    def _head_of_foot(self, row: Line) -> tuple[str, int] | None:
        """The same where no rule stands above: of a number in brackets that touched a word before, as marks do."""
        head = self._head_of_note(row) if _ENCLOSED.match(self.text, row.start, row.end) else None
        if head is None:
            return None
        marked = any(number == head[0] for draft in self.body[-_NEAR:] for _, number in draft.marks)
        # where such notes have been met, a mark may stand apart too, as it does where a tool has torn the line
        before = rf"\({head[0]}\)" if self.notes else rf"[^\s(]\({head[0]}\)(?!\s?\p{{Lu}})"
        touched = regex.search(before, self.text, pos=max(0, row.start - _PAGE), endpos=row.start)
        return head if marked or touched else None

    def _write(self, row: Line) -> None:
        starts = self._starts(row)
        goes_on = self.marked and row.gap == 0 and not starts
        if starts:
            self.body.append(_Draft())
            self.numbered = self.numbered or (self.enacted and _FIRST.match(row.text) is not None)
            if self.numbered and (found := _COUNT.match(row.text)):
                self.counted = int(found["number"])
        self.body[-1].rows.append(row)
        self.taken = self.taken + row.width if goes_on else row.width
        self.torn = _PIECES if row.torn else max(0, self.torn - 1)
        self.turned = self.marked = False
        if is_formula(self.body[-1].rows[0].text) and not self.enacted:
            self.enacted = True
        elif starts and self.enacted and not self.begun:
            self.lower = self.indents.lower = row.text[0].islower()
            self.begun = True

    def _starts(self, row: Line) -> bool:
        """Whether a line of the body starts a paragraph."""
        if not self.body or not self.body[-1].rows:
            return True
        first, last = self.body[-1].rows[0], self.body[-1].rows[-1]
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
        """Whether a line behind another line of the same part of the body starts a paragraph."""
        room = self.indents.had_room(row, self.taken) and not self.torn
        item = self._counts_on(row) or ((last.is_terminal or room) and _ITEM.match(row.text) is not None)
        if goes_on(row, last, item=item, room=room) and not _TITLE.match(row.text):
            return False
        lower = row.text[0].islower() and not self.lower
        if not item and (lower or (self.numbered and last.text[-1] in COMMAS and row.gap <= 1)):
            return False
        told = None if item else self._preamble_tells(row, last, room=room)
        return self._looks_begun(row, last, item=item, room=room) if told is None else told

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

    def _looks_begun(self, row: Line, last: Line, *, item: bool, room: bool) -> bool:
        """Whether a line is set as the first of a paragraph is."""
        ended = last.is_terminal and (room or self.indents.opens(row))
        set_in = last.is_terminal and row.indent > self.margin
        if self.marked:
            return item or ended or (row.gap > 1 and set_in)
        if self.turned or (self.spaced and row.gap == 0):
            return item or ended or set_in
        if not self.spaced:
            return row.gap > 0 or item or (row.torn and last.is_terminal and self.indents.opens(row))
        apart = row.gap > 1 and (last.is_terminal or room)
        return apart or item or ended or self.indents.begins(row, last, room=room)
