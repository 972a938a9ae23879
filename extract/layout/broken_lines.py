"""Pages: lines broken by the page, sorted into the body, the notes at its foot, and running heads and numbers."""

import itertools
import statistics
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.layout.body_lines import Body, Draft, finished
from extract.layout.indents import STOPS, Indents
from extract.layout.landmarks import formula_language, is_double_head, letters, page_head
from extract.layout.lines import Layout, Line, running_titles
from extract.layout.preamble import Preamble

_RULE: Final = regex.compile(r"[_\u2500\u2014\-]{5,}|[_ ]{5,}_")
_BARE_NUMBER: Final = regex.compile(r"\(?(?P<number>\d{1,3})\)?")
_NOTE: Final = regex.compile(r"(?P<number>[1-9]\d{0,2})\s++(?![.\-–)\]/,:;])(?=\S)")
_ENCLOSED: Final = regex.compile(r"\((?P<number>[1-9]\d{0,2})\)\s*+(?=\S)")
_MISSED: Final[int] = 2  # notes in a row that a tool may have hidden in others
_NEAR: Final[int] = 40  # paragraphs among which a mark is looked for
_PAGE: Final[int] = 20_000  # the same in code points
_PAGE_NUMBER: Final = regex.compile(r"\d{1,4}(?:/\d{1,4})?|[\d\-]{7,9}(?: \([A-Z]\))?")
_FEWEST_LETTERS: Final[int] = 8
_NEARLY_FULL: Final[float] = 0.85
_RUNNING_INDENT: Final[int] = 20
_LONGEST_MASTHEAD: Final[int] = 80  # lines
_MASTHEAD_LETTERS: Final[int] = 4_000


class Pages:
    """Reads broken lines page by page."""

    def __init__(self, text: str, *, spaced: bool, width: int) -> None:
        """Take the text as read, whether empty lines stand between all its lines, and the width of a full line."""
        self.text = text
        self.spaced = spaced
        self.full = width
        self.body = Body(spaced=spaced, width=width)
        self.notes: list[Draft] = []
        self.furniture: list[str] = []
        self.in_foot = False
        self.fresh = False  # a rule has been read, and no note under it
        self.parted = False  # the numbers of notes are on lines of their own
        self.titles: frozenset[str] = frozenset()  # what is repeated at the head of pages
        self.masthead = ""  # its letters

    def read(self, rows: list[Line]) -> Layout:
        """Sort every line into body, notes or furniture."""
        self.titles = running_titles(row.text for row in rows)
        self.body.margin = self._find_margin(rows)
        self.body.indents = Indents(rows, margin=self.body.margin, full=self.full, spaced=self.spaced)
        self._read_masthead(rows)
        for before, row, after in zip([None, *rows[:-1]], rows, [*rows[1:], None], strict=True):
            self._take(_Place(row, before, after))
        return Layout(finished(self.body.drafts), finished(self.notes), tuple(self.furniture))

    def _find_margin(self, rows: list[Line]) -> int:
        """The indent of most lines that continue a paragraph, or of most lines where none surely does."""
        continued = [
            row.indent for last, row in itertools.pairwise(rows) if row.gap == self.spaced and self._leads_on(last)
        ]
        return statistics.mode(continued or [row.indent for row in rows] or [0])

    def _read_masthead(self, rows: list[Line]) -> None:
        """Learn what is printed above the enacting formula, and in which language the formula is."""
        spoken = ((place, formula_language(row.text)) for place, row in enumerate(rows))
        formula, language = next(((place, code) for place, code in spoken if code), (0, None))
        above = rows[max(0, formula - _LONGEST_MASTHEAD) : formula]
        self.masthead = "".join(letters(row.text) for row in above)[-_MASTHEAD_LETTERS:]
        self.body.enacted = language is None
        self.body.preamble = Preamble.of(language, self.body.indents) if language else None

    def _leads_on(self, row: Line) -> bool:
        return not row.is_terminal and row.width >= _NEARLY_FULL * self.full

    def _take(self, place: "_Place") -> None:
        """Sort a line by the first rule that takes it."""
        if place.row.page:
            self._turn()
        self._see_rule(place.row)
        next(rule for rule in _RULES if rule(self, place))

    def _rest_of_mark(self, place: "_Place") -> bool:
        """The text of a note whose number was printed on a line of its own."""
        if not (self.in_foot and self.body.marked and place.row.gap == 0 and self.notes):
            return False
        self._note(place.row)
        return True

    def _rule_above_notes(self, place: "_Place") -> bool:
        """The rule above the notes of a page."""
        if not _RULE.fullmatch(place.row.text):
            return False
        self.body.marked = False
        return True

    def _running_head(self, place: "_Place") -> bool:
        """The symbol at the head of a page."""
        head = page_head(place.row.text)
        if not head:
            return False
        self.furniture.append(head.groupdict().get("symbol") or place.row.text)
        self._turn()
        return True

    def _running_title(self, place: "_Place") -> bool:
        """The title at the head of a page."""
        if not (self._is_title(place.row, place.before) or self._runs(place.row, place.before, place.after)):
            return False
        self._turn()
        return True

    def _bare_number(self, place: "_Place") -> bool:
        """A number on a line of its own: the mark or the number of a note, or a page number."""
        bare = _BARE_NUMBER.fullmatch(place.row.text)
        if not bare or not (place.touches or place.row.gap == 0 or self._set_apart(place.row)):
            return False
        self._number(place.row, bare["number"], touches=place.touches)
        return True

    def _page_number(self, place: "_Place") -> bool:
        """The number of a page, or the job number at its foot."""
        if not _PAGE_NUMBER.fullmatch(place.row.text):
            return False
        self._turn()
        return True

    def _first_of_note(self, place: "_Place") -> bool:
        """The first line of a note."""
        row = place.row
        head = self._head_of_note(row) if self.in_foot else self._head_of_foot(row)
        if not head:
            return False
        number, length = head
        self.in_foot, self.fresh = True, False
        self.notes.append(Draft(note=number))
        self._note(replace(row, start=row.start + length, text=row.text[length:] or row.text))
        return True

    def _further_of_note(self, place: "_Place") -> bool:
        """A further line of a note."""
        if not self.in_foot or not self.notes or self._ends_foot(place.row):
            return False
        self._note(place.row)
        return True

    def _line_of_body(self, place: "_Place") -> bool:
        """Any other line."""
        self.in_foot = False
        self.body.write(place.row)
        return True

    def _see_rule(self, row: Line) -> None:
        """Note that the foot of a page begins: with a rule, or with one copied as spaces before its line."""
        ruled = row.ruled or _RULE.fullmatch(row.text) is not None
        self.fresh = self.fresh or ruled
        self.in_foot = self.in_foot or ruled

    def _turn(self) -> None:
        self.in_foot, self.body.turned, self.body.marked = False, True, False

    def _is_title(self, row: Line, before: Line | None) -> bool:
        """Whether a line is the title again, as it stands at the top of a page."""
        if not self.body.enacted or not (self.body.turned or self.in_foot):
            return False
        title = letters(row.text)
        long = len(title) >= _FEWEST_LETTERS or (before is not None and row.gap == 0 and bool(page_head(before.text)))
        sure = row.text in self.titles or (self.body.turned and not self.in_foot and long)
        return sure and title in self.masthead

    def _runs(self, row: Line, before: Line | None, after: Line | None) -> bool:
        """Whether a line is the running title beside the symbol at the top of a page, or goes on with it."""
        below = before is not None and row.gap == 0
        if before is not None and below and not self.spaced and before.page and is_double_head(before.text):
            return True
        if row.indent < _RUNNING_INDENT or not self.body.enacted:
            return False
        above = after is not None and after.gap == 0 and row.page and page_head(after.text)
        return bool(above or (before is not None and below and page_head(before.text)))

    def _set_apart(self, row: Line) -> bool:
        """Whether a number on a line of its own is a note's: at a page foot, or in the brackets that marks have."""
        return self.in_foot or (self.body.enacted and row.text[0] == "(")

    def _number(self, row: Line, number: str, *, touches: bool) -> None:
        if not self.spaced and touches and row.gap and int(number) == self._next_note():
            self.in_foot = True  # a foot without a rule: the next note's number, set apart
        if self.in_foot and touches:
            self.notes.append(Draft(note=number))
            self.fresh = False
            self.body.marked = self.parted = True
        elif self.in_foot or not self.body.drafts:
            self._turn()
        else:
            self.body.drafts[-1].marks.append((row.start, number))
            self.body.marked = touches or row.gap == 0

    def _next_note(self) -> int:
        """The number that the next note should have."""
        return int(self.notes[-1].note or 0) + 1 if self.notes else 1

    def _note(self, row: Line) -> None:
        self.notes[-1].rows.append(row)
        self.body.marked = False

    def _ends_foot(self, row: Line) -> bool:
        """Whether a line at a page foot belongs to the next page already."""
        rows = self.notes[-1].rows
        set_in = row.indent > self.body.margin and self.body.indents.speak and rows and rows[-1].text[-1] in STOPS
        if self.spaced and (row.gap != 1 or set_in):
            self.body.turned = True
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
        marked = any(number == head[0] for draft in self.body.drafts[-_NEAR:] for _, number in draft.marks)
        # where such notes have been met, a mark may stand apart too, as it does where a tool has torn the line
        before = rf"\({head[0]}\)" if self.notes else rf"[^\s(]\({head[0]}\)(?!\s?\p{{Lu}})"
        touched = regex.search(before, self.text, pos=max(0, row.start - _PAGE), endpos=row.start)
        return head if marked or touched else None


@dataclass(frozen=True, slots=True)
class _Place:
    """A line with its neighbours."""

    row: Line
    before: Line | None
    after: Line | None

    @property
    def touches(self) -> bool:
        """Whether the next line follows on the same page without an empty line."""
        return self.after is not None and self.after.gap == 0 and not self.after.page


_RULES: Final[tuple[Callable[[Pages, _Place], bool], ...]] = (
    Pages._rest_of_mark,  # noqa: SLF001  # the table of a class's own rules
    Pages._rule_above_notes,  # noqa: SLF001  # the same
    Pages._running_head,  # noqa: SLF001  # the same
    Pages._running_title,  # noqa: SLF001  # the same
    Pages._bare_number,  # noqa: SLF001  # the same
    Pages._page_number,  # noqa: SLF001  # the same
    Pages._first_of_note,  # noqa: SLF001  # the same
    Pages._further_of_note,  # noqa: SLF001  # the same
    Pages._line_of_body,  # noqa: SLF001  # the same
)
"""What a line may be, in the order in which it is asked; each rule says whether it took the line."""
