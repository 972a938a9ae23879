"""Pages: lines broken by the page, sorted into the body, the notes at its foot, and running heads and numbers."""

import statistics
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.frame import frames
from extract.lines import Layout, Line, Paragraph

_RULE: Final = regex.compile(r"[_\u2500\u2014\-]{5,}|[_ ]{5,}_")
_BARE_NUMBER: Final = regex.compile(r"\(?(?P<number>\d{1,3})\)?")
_PAGE_NUMBER: Final = regex.compile(r"\d{1,4}(?:/\d{1,4})?|[\d\-]{7,9}(?: \([A-Z]\))?")
_SYMBOL: Final = regex.compile(r"[A-Z]{1,8}(?:/[\w.\-()]{0,20}[\w)]){1,8}+(?: ?\([^()]{1,20}\)){0,3}\*{0,3}")
_HEAD: Final = regex.compile(
    rf"(?P<symbol>{_SYMBOL.pattern}) {{6,}}\S.{{0,200}}|\S.{{0,200}} {{6,}}(?P<symbol>{_SYMBOL.pattern})"
)
_ITEM: Final = regex.compile(r"-\s?\d{1,3}\s?+\p{Arabic}|\d{1,3}\s?[.\-–]\s|\(\w{1,4}\)\s|\w\)\s|[A-Z]\.\s")
_TITLE: Final = regex.compile(r"(?:S-|ES-)?\d{1,4}/\d{1,4}(?: [A-Z])?\. ?")
_FIRST_WORD: Final = regex.compile(r"\S{1,40}")
_HAN: Final = regex.compile(r"\p{Han}")
_LONGEST_FORMULA: Final[int] = 80
_SLACK: Final[int] = 6
_RUNNING_INDENT: Final[int] = 20


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

    def __init__(self, *, spaced: bool, width: int) -> None:
        """Take whether empty lines stand between all lines, and the width of a full line."""
        self.spaced = spaced
        self.full = width
        self.body: list[_Draft] = []
        self.notes: list[_Draft] = []
        self.furniture: list[str] = []
        self.enacted = True  # the masthead is behind
        self.in_foot = False
        self.turned = False  # a page was turned since the last line of the body
        self.marked = False  # the last line was a number on its own
        self.margin = 0  # the indent of most lines
        self.begun = False  # the first paragraph of the body has been read
        self.lower = True  # paragraphs may begin in lower case
        self.taken = 0  # width of the line that is still open, marks and what follows them included

    def read(self, rows: list[Line]) -> Layout:
        """Sort every line into body, notes or furniture."""
        self.margin = statistics.mode(row.indent for row in rows) if rows else 0
        self.enacted = not any(_is_formula(row.text) for row in rows)
        for index, row in enumerate(rows):
            self._take(row, rows[index - 1] if index else None, rows[index + 1] if index + 1 < len(rows) else None)
        done = [[draft.finish() for draft in drafts if draft.rows] for drafts in (self.body, self.notes)]
        return Layout(tuple(done[0]), tuple(done[1]), tuple(self.furniture))

    def _take(self, row: Line, before: Line | None, after: Line | None) -> None:
        touches = after is not None and after.gap == 0 and not after.page
        if row.page:
            self._turn()
        self.in_foot = self.in_foot or row.ruled
        if self.in_foot and self.marked and row.gap == 0 and self.notes:
            self._note(row)
        elif _RULE.fullmatch(row.text):
            self.in_foot = True
        elif symbol := _HEAD.fullmatch(row.text) or _SYMBOL.fullmatch(row.text):
            self.furniture.append(symbol.groupdict().get("symbol") or row.text)
            self._turn()
        elif self._runs(row, before, after):
            self._turn()
        elif (bare := _BARE_NUMBER.fullmatch(row.text)) and (touches or row.gap == 0 or self.in_foot):
            self._number(row, bare["number"], touches=touches)
        elif _PAGE_NUMBER.fullmatch(row.text):
            self._turn()
        elif self.in_foot and self.notes and not self._ends_foot(row):
            self._note(row)
        else:
            self.in_foot = False
            self._write(row)

    def _turn(self) -> None:
        self.in_foot, self.turned, self.marked = False, True, False

    def _runs(self, row: Line, before: Line | None, after: Line | None) -> bool:
        """Whether a line is the running title beside the symbol at the top of a page."""
        if row.indent < _RUNNING_INDENT or not self.enacted:
            return False
        above = after is not None and after.gap == 0 and row.page and _SYMBOL.fullmatch(after.text)
        return bool(above or (before is not None and row.gap == 0 and _SYMBOL.fullmatch(before.text)))

    def _number(self, row: Line, number: str, *, touches: bool) -> None:
        if not self.spaced and touches and row.gap and int(number) == len(self.notes) + 1:
            self.in_foot = True  # a foot without a rule: the next note's number, set apart
        if self.in_foot and touches:
            self.notes.append(_Draft(note=number))
            self.marked = True
        elif self.in_foot or not self.body:
            self._turn()
        else:
            self.body[-1].marks.append((row.start, number))
            self.marked = True

    def _note(self, row: Line) -> None:
        self.notes[-1].rows.append(row)
        self.marked = False

    def _ends_foot(self, row: Line) -> bool:
        """Whether a line at a page foot belongs to the next page already."""
        if self.spaced and (row.gap == 0 or row.gap > 1):
            self.turned = True
            return True
        return False

    def _write(self, row: Line) -> None:
        starts = self._starts(row)
        goes_on = self.marked and row.gap == 0 and not starts
        if starts:
            self.body.append(_Draft())
        self.body[-1].rows.append(row)
        self.taken = self.taken + row.width if goes_on else row.width
        self.turned = self.marked = False
        if _is_formula(self.body[-1].rows[0].text) and not self.enacted:
            self.enacted = True
        elif starts and self.enacted and not self.begun:
            self.lower, self.begun = row.text[0].islower(), True

    def _starts(self, row: Line) -> bool:  # noqa: PLR0911  # one return a kind of evidence
        """Whether a line of the body starts a paragraph."""
        if not self.body or not self.body[-1].rows:
            return True
        first, last = self.body[-1].rows[0], self.body[-1].rows[-1]
        if _is_formula(row.text) or _is_formula(last.text):
            return True
        if not self.enacted:  # in the masthead only the title goes on over lines
            return not _TITLE.match(first.text) or _TITLE.match(row.text) is not None
        if self.marked and row.gap == 0:
            return False
        item = last.is_terminal and _ITEM.match(row.text) is not None
        if row.text[0].islower() and not self.lower and not item:
            return False
        ended = last.is_terminal and self._had_room(row)
        if self.marked:
            return item or ended
        if self.turned or (self.spaced and row.gap == 0):
            return item or ended or (last.is_terminal and row.indent > self.margin)
        if not self.spaced:
            return row.gap > 0 or item
        indented = row.indent > self.margin and (
            not self.lower or not row.text[0].islower() or not last.text.endswith(",")
        )
        return row.gap > 1 or indented or item or ended

    def _had_room(self, row: Line) -> bool:
        """Whether the word that begins a line would have found room on the line before, which so ended by intent."""
        word = _FIRST_WORD.match(row.text)
        size = 2 if _HAN.match(row.text) else len(word.group()) if word else 0
        return self.taken + size + _SLACK < self.full


def _is_formula(text: str) -> bool:
    """Whether a line is an enacting formula, in any language: it always stands alone."""
    return len(text) < _LONGEST_FORMULA and any(frame.enacting(text) for frame in frames().values())
