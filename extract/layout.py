"""What a page adds to a text and a reader takes away: broken lines, running heads, page numbers, notes at page feet.

Three manners of setting are told apart by the text itself: one paragraph a line; lines broken and set apart by blank lines,
as text copied out of a PDF often is; lines broken and paragraphs set apart by blank lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.flow import Segment, plain
from extract.frame import frames

_UNSEEN: Final[str] = r"\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF"
_LINE: Final = regex.compile(
    rf"(?P<lead>[^\S\n\r\f\v\x1c-\x1e\x85\u2028\u2029]*+)(?P<rest>[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]*+)(?P<end>\r\n?|[\n\v\x1c-\x1e\x85\u2028\u2029]|\f|\Z)"
)
_TRIM: Final = regex.compile(rf"[{_UNSEEN}]*+(?P<seen>(?:[^{_UNSEEN}]++|[{_UNSEEN}]++(?!\Z))*+)")
_RULE: Final = regex.compile(r"[_\u2500\u2014\-]{5,}|[_ ]{5,}_")
_RULE_OF_BLANKS: Final[int] = 20
_BARE_NUMBER: Final = regex.compile(r"\(?(?P<number>\d{1,3})\)?")
_PAGE_NUMBER: Final = regex.compile(r"\d{1,4}(?:/\d{1,4})?|[\d\-]{7,9}(?: \(\w\))?")
_SYMBOL_LINE: Final = regex.compile(r"[A-Z]{1,8}(?:/[\w.\-()]{1,20}){1,8}+(?: ?\([^()]{1,20}\)){0,3}\*{0,3}")
_TERMINAL: Final = regex.compile(r"[.;:,!?。；：，！？،؛؟](?:[\s\"'”»）)\]》」’]|\(?\d{1,3}\)?|\*)*\Z")
_ITEM: Final = regex.compile(r"\d{1,3}\s?[.\-–]\s|\(\w{1,4}\)\s|\w\)\s|[A-Z]\.\s")
_WIDE: Final = regex.compile(r"[\u1100-\u11ff\u2e80-\uffef]")
_NARROWEST: Final[int] = 30
_WIDEST: Final[int] = 200
_FULL_SHARE: Final[float] = 0.7
_FEWEST_FULL: Final[int] = 4
_LONGEST_FORMULA: Final[int] = 80
_BROKEN_SHARE: Final[float] = 0.5
_SPACED_SHARE: Final[float] = 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """A line that shows something.

    Attributes:
        start: offset of its first code point that is neither blank nor invisible.
        end: one past its last such code point.
        text: what stands between them, made plain.
        indent: blanks before it.
        gap: empty lines before it.
        page: whether a form feed stands before it.
        ruled: whether a line of many blanks, which is how a rule is copied, stands before it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    page: bool = False
    ruled: bool = False

    @property
    def is_terminal(self) -> bool:
        """Whether the line ends as a paragraph does."""
        return bool(_TERMINAL.search(self.text[-12:]))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a note, as pieces of the text as read.

    Attributes:
        segments: the pieces.
        marks: offset and number of the note marks that stood apart from the words.
        note: the note's number, where it is a note.
    """

    segments: tuple[Segment, ...]
    marks: tuple[tuple[int, str], ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A text taken apart.

    Attributes:
        paragraphs: of the body, in reading order.
        notes: the notes that stood at page feet.
        furniture: running heads, as they stand.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...] = ()
    furniture: tuple[str, ...] = ()


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that show something."""
    gap, page, ruled = 0, False, False
    for found in _LINE.finditer(text):
        seen = _TRIM.match(text, found.start("rest"), found.end("rest"))
        if seen and seen["seen"]:
            yield Line(*seen.span("seen"), plain(seen["seen"]), len(found["lead"]), gap, page, ruled)
            gap, page, ruled = 0, False, False
        elif found.end() > found.start():
            gap += 1
            ruled = ruled or len(found["lead"]) >= _RULE_OF_BLANKS
        page = page or found["end"] == "\f"


def lay_out(text: str) -> Layout:
    """Take a text apart into paragraphs, notes and furniture, in the manner that the text shows."""
    rows = list(lines(text))
    if not _is_broken(rows):
        return Layout(tuple(Paragraph(((row.start, row.end),)) for row in rows))
    spaced = sum(row.gap > 0 for row in rows) > _SPACED_SHARE * len(rows)
    return _Pages(spaced=spaced).read(rows)


def _is_formula(text: str) -> bool:
    """Whether a line is an enacting formula, in any language: it always stands alone."""
    return len(text) < _LONGEST_FORMULA and any(frame.enacting(text) for frame in frames().values())


def _is_broken(rows: list[Line]) -> bool:
    """Whether lines end where the page ends rather than where paragraphs do.

    Then the full lines, those nearly as wide as lines get, are no wider than a page, and most do not end in a stop.
    """
    widths = [row.indent + len(row.text) + len(_WIDE.findall(row.text)) for row in rows]
    widest = sorted(widths)[len(widths) * 9 // 10]
    if not _NARROWEST < widest < _WIDEST:
        return False
    full = [row for row, width in zip(rows, widths, strict=True) if width >= _FULL_SHARE * widest]
    return sum(not row.is_terminal for row in full) > _BROKEN_SHARE * max(len(full), _FEWEST_FULL)


@dataclass(slots=True)
class _Draft:
    """A paragraph while lines are still being added."""

    rows: list[Line] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    note: str | None = None

    def finish(self) -> Paragraph:
        return Paragraph(tuple((row.start, row.end) for row in self.rows), tuple(self.marks), self.note)


class _Pages:
    """Reads broken lines page by page."""

    def __init__(self, *, spaced: bool) -> None:
        self.spaced = spaced
        self.body: list[_Draft] = []
        self.notes: list[_Draft] = []
        self.furniture: list[str] = []
        self.in_foot = False
        self.turned = False  # a page was turned since the last line of the body
        self.marked = False  # the last line was a note mark

    def read(self, rows: list[Line]) -> Layout:
        """Sort every line into body, notes or furniture."""
        for index, row in enumerate(rows):
            self._take(row, rows[index + 1] if index + 1 < len(rows) else None)
        done = [[draft.finish() for draft in drafts if draft.rows] for drafts in (self.body, self.notes)]
        return Layout(tuple(done[0]), tuple(done[1]), tuple(self.furniture))

    def _take(self, row: Line, following: Line | None) -> None:
        touches = following is not None and following.gap == 0 and not following.page
        if row.ruled:
            self.in_foot = True
        if row.page:
            self._turn()
        if _RULE.fullmatch(row.text):
            self.in_foot = True
        elif _SYMBOL_LINE.fullmatch(row.text):
            self.furniture.append(row.text)
            self._turn()
        elif (bare := _BARE_NUMBER.fullmatch(row.text)) and (touches or row.gap == 0 or self.in_foot):
            self._number(row, bare["number"], touches=touches)
        elif _PAGE_NUMBER.fullmatch(row.text):
            self._turn()
        elif self.in_foot and self.notes and not self._ends_foot(row):
            self.notes[-1].rows.append(row)
            self.marked = False
        else:
            self.in_foot = False
            self._write(row)

    def _turn(self) -> None:
        self.in_foot, self.turned, self.marked = False, True, False

    def _number(self, row: Line, number: str, *, touches: bool) -> None:
        if self.in_foot and touches:
            self.notes.append(_Draft(note=number))
            self.marked = True
        elif self.in_foot or not self.body:
            self._turn()
        else:
            self.body[-1].marks.append((row.start, number))
            self.marked = True

    def _ends_foot(self, row: Line) -> bool:
        """Whether a line at a page foot belongs to the next page already."""
        if not self.spaced or self.marked:
            return False
        if row.gap == 0 or row.gap > 1:
            self.turned = True
            return True
        return False

    def _write(self, row: Line) -> None:
        if self._starts(row):
            self.body.append(_Draft())
        self.body[-1].rows.append(row)
        self.turned = self.marked = False

    def _starts(self, row: Line) -> bool:
        """Whether a line of the body starts a paragraph."""
        if not self.body or not self.body[-1].rows:
            return True
        last = self.body[-1].rows[-1]
        if _is_formula(row.text) or _is_formula(last.text):
            return True
        turned = self.turned or (self.spaced and row.gap == 0 and not self.marked)
        if self.marked and row.gap == 0:
            return False
        if turned:
            return last.is_terminal and (row.indent > 0 or bool(_ITEM.match(row.text)))
        if not self.spaced:
            return row.gap > 0 or (last.is_terminal and bool(_ITEM.match(row.text)))
        return row.gap > 1 or row.indent > 0 or (last.is_terminal and bool(_ITEM.match(row.text)))
