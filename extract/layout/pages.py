"""Pages: lines broken where the page ends, sorted into body, notes at page feet, and running heads and numbers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Final

import regex

from extract.layout.body_lines import Body, Draft, finished
from extract.layout.indents import STOPS, Indents, find_margin
from extract.layout.landmarks import formula_language, is_double_head, letters, page_head
from extract.layout.lines import Layout, Line, running_titles
from extract.layout.listing import Listing
from extract.layout.preamble import Preamble

_RULE: Final = regex.compile(r"[_\u2500\u2014\-]{5,}|[_ ]{5,}_")
_BARE_NUMBER: Final = regex.compile(r"\(?(?P<number>\d{1,3})\)?")
_NOTE: Final = regex.compile(r"(?P<number>[1-9]\d{0,2})\s++(?![.\-–)\]/,:;])(?=\S)")
_ENCLOSED: Final = regex.compile(r"\((?P<number>[1-9]\d{0,2})\)\s*+(?=\S)")
_MISSED: Final[int] = 2  # notes in a row that a tool may have hidden in others
_NEAR: Final[int] = 40  # paragraphs among which a mark is looked for
_PAGE: Final[int] = 20_000  # the same in code points
_PAGE_NUMBER: Final = regex.compile(r"\d{1,4}|[\d\-]{7,9}(?: \([A-Z]\))?")
_FEWEST_LETTERS: Final[int] = 8
_RUNNING_INDENT: Final[int] = 20
_LONGEST_MASTHEAD: Final[int] = 80  # lines
_MASTHEAD_LETTERS: Final[int] = 4_000


@dataclass(frozen=True, slots=True)
class _Place:
    """A line with its neighbours."""

    row: Line
    before: Line | None
    after: Line | None
    counts_pages: bool = False

    @property
    def touches(self) -> bool:
        """Whether the next line follows on the same page without an empty line."""
        return self.after is not None and self.after.gap == 0 and not self.after.page

    @property
    def above(self) -> Line | None:
        """The line before, where no empty line separates them."""
        return self.before if self.row.gap == 0 else None

    @property
    def below(self) -> Line | None:
        """The line after, where no empty line separates them."""
        return self.after if self.after is not None and self.after.gap == 0 else None


class Pages:
    """Reads broken lines page by page."""

    def __init__(self, text: str, *, spaced: bool, width: int, listing: Listing) -> None:
        """Prepare to read.

        Args:
            text: the text as read.
            spaced: whether empty lines separate all lines, those inside a paragraph included.
            width: width of a full line.
            listing: the lists of numbers among the lines.
        """
        self.text = text
        self.spaced = spaced
        self.full = width
        self.body = Body(spaced=spaced, width=width, listed=listing.starts)
        self.page_numbers = listing.page_numbers  # lines that say "2/15"
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
        self.body.margin = find_margin(rows, full=self.full, spaced=self.spaced)
        self.body.indents = Indents(rows, margin=self.body.margin, full=self.full, spaced=self.spaced)
        self._read_masthead(rows)
        around = zip([None, *rows[:-1]], rows, [*rows[1:], None], strict=True)
        for at, (before, row, after) in enumerate(around):
            self._take(_Place(row, before, after, counts_pages=at in self.page_numbers))
        return Layout(finished(self.body.drafts), finished(self.notes), tuple(self.furniture))

    def _read_masthead(self, rows: list[Line]) -> None:
        """Learn what is printed above the enacting formula, and in which language the formula is."""
        spoken = ((place, formula_language(row.text)) for place, row in enumerate(rows))
        formula, language = next(((place, code) for place, code in spoken if code), (0, None))
        above = rows[max(0, formula - _LONGEST_MASTHEAD) : formula]
        self.masthead = "".join(letters(row.text) for row in above)[-_MASTHEAD_LETTERS:]
        self.body.enacted = language is None
        self.body.preamble = Preamble.of(language, self.body.indents) if language else None

    def _take(self, place: _Place) -> None:
        """Sort a line by the first rule that takes it."""
        if place.row.page:
            self._turn()
        self._see_rule(place.row)
        next(rule for rule in self._RULES if rule(self, place))

    def _rest_of_mark(self, place: _Place) -> bool:
        """The text of a note whose number was printed on a line of its own."""
        if not (self.in_foot and self.body.marked and place.row.gap == 0 and self.notes):
            return False
        self._note(place.row)
        return True

    def _rule_above_notes(self, place: _Place) -> bool:
        """The rule above the notes of a page."""
        if not _RULE.fullmatch(place.row.text):
            return False
        self.body.marked = False
        return True

    def _running_head(self, place: _Place) -> bool:
        """The symbol at the head of a page."""
        head = page_head(place.row.text)
        if not head:
            return False
        self.furniture.append(head.groupdict().get("symbol") or place.row.text)
        self._turn()
        return True

    def _running_title(self, place: _Place) -> bool:
        """The title at the head of a page."""
        if not (self._is_title(place) or self._goes_with_head(place)):
            return False
        self._turn()
        return True

    def _bare_number(self, place: _Place) -> bool:
        """A number on a line of its own: the mark or the number of a note, or a page number."""
        bare = _BARE_NUMBER.fullmatch(place.row.text)
        if not bare or not (place.touches or place.row.gap == 0 or self._set_apart(place.row)):
            return False
        self._number(place.row, bare["number"], touches=place.touches)
        return True

    def _page_number(self, place: _Place) -> bool:
        """The number of a page, or the job number at its foot."""
        if not (place.counts_pages or _PAGE_NUMBER.fullmatch(place.row.text)):
            return False
        self._turn()
        return True

    def _first_of_note(self, place: _Place) -> bool:
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

    def _further_of_note(self, place: _Place) -> bool:
        """A further line of a note."""
        if not self.in_foot or not self.notes or self._ends_foot(place.row):
            return False
        self._note(place.row)
        return True

    def _line_of_body(self, place: _Place) -> bool:
        """Any other line."""
        self.in_foot = False
        self.body.write(place.row)
        return True

    def _see_rule(self, row: Line) -> None:
        """Notice the foot of a page: it begins with a rule, which may have been copied as spaces before a line."""
        ruled = row.ruled or _RULE.fullmatch(row.text) is not None
        self.fresh = self.fresh or ruled
        self.in_foot = self.in_foot or ruled

    def _turn(self) -> None:
        self.in_foot, self.body.turned, self.body.marked = False, True, False

    def _is_title(self, place: _Place) -> bool:
        """Whether a line repeats the title at the head of a page."""
        if not self.body.enacted or not (self.body.turned or self.in_foot):
            return False
        title = letters(place.row.text)
        return (place.row.text in self.titles or self._may_be_title(place, title)) and title in self.masthead

    def _may_be_title(self, place: _Place, title: str) -> bool:
        """Whether a line that is on no other page is long enough for a title, or below the symbol of its page."""
        if not self.body.turned or self.in_foot:
            return False
        return len(title) >= _FEWEST_LETTERS or _is_head(place.above)

    def _goes_with_head(self, place: _Place) -> bool:
        """Whether a line is the running title above or below the symbol at the head of a page, or a part of it."""
        above = place.above
        if above is not None and not self.spaced and above.page and is_double_head(above.text):
            return True
        if place.row.indent < _RUNNING_INDENT or not self.body.enacted:
            return False
        return (place.row.page and _is_head(place.below)) or _is_head(above)

    def _set_apart(self, row: Line) -> bool:
        """Whether a number on a line of its own is that of a note: at a page foot, or in brackets as marks are."""
        return self.in_foot or (self.body.enacted and row.text[0] == "(")

    def _number(self, row: Line, number: str, *, touches: bool) -> None:
        if not self.spaced and touches and row.gap and int(number) == self._next_note():
            self.in_foot = True  # a foot without a rule: the number of the next note after an empty line
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
        """Whether a line after notes already belongs to the next page."""
        rows = self.notes[-1].rows
        set_in = row.indent > self.body.margin and self.body.indents.speak and rows and rows[-1].text[-1] in STOPS
        if self.spaced and (row.gap != 1 or set_in):
            self.body.turned = True
            return True
        return False

    def _head_of_note(self, row: Line) -> tuple[str, int] | None:
        """The number that a line at a page foot begins with, if it is the next note's, and the length of its head."""
        return self._head_in_brackets(row) if _ENCLOSED.match(self.text, row.start, row.end) else self._bare_head(row)

    def _head_in_brackets(self, row: Line) -> tuple[str, int] | None:
        """The same of a number in brackets."""
        found = _ENCLOSED.match(self.text, row.start, row.end)
        if not found or not 0 <= int(found["number"]) - self._next_note() <= _MISSED:
            return None
        return found["number"], found.end() - row.start

    def _bare_head(self, row: Line) -> tuple[str, int] | None:
        """The same of a number without brackets, which may also be a day or a number inside the note before."""
        found = _NOTE.match(self.text, row.start, row.end)
        if not found or not (self.fresh or self._note_may_end()):
            return None
        if int(found["number"]) != self._next_note() and not (self.fresh and found["number"] == "1"):
            return None
        return found["number"], found.end() - row.start

    def _note_may_end(self) -> bool:
        """Whether a further note may begin: the last ends in a stop, and numbers are beside the words of the notes."""
        if not self.notes:
            return True
        rows = self.notes[-1].rows
        return not self.parted and not (rows and rows[-1].text[-1] not in STOPS)

    def _head_of_foot(self, row: Line) -> tuple[str, int] | None:
        """The same without a rule above: of a number in brackets that is also a mark in the text before."""
        head = self._head_in_brackets(row)
        if head is None:
            return None
        marked = any(number == head[0] for draft in self.body.drafts[-_NEAR:] for _, number in draft.marks)
        # after the first such note a mark may be separate from its word, as it is where a tool broke up the line
        before = rf"\({head[0]}\)" if self.notes else rf"[^\s(]\({head[0]}\)(?!\s?\p{{Lu}})"
        touched = regex.search(before, self.text, pos=max(0, row.start - _PAGE), endpos=row.start)
        return head if marked or touched else None

    _RULES: ClassVar[tuple[Callable[["Pages", _Place], bool], ...]] = (
        _rest_of_mark,
        _rule_above_notes,
        _running_head,
        _running_title,
        _bare_number,
        _page_number,
        _first_of_note,
        _further_of_note,
        _line_of_body,
    )
    """What a line may be, in this order; each rule tells whether it took the line."""


def _is_head(line: Line | None) -> bool:
    """Whether a line has the symbol of the document, as the head of a page does."""
    return line is not None and page_head(line.text) is not None
