"""The body of a text with broken lines: named rules decide which line starts a paragraph.

Each rule answers yes, no, or nothing; the first answer holds. The order runs from what is certain (landmarks, numbers
of items) to what only hints (empty lines, room at the end of a line, indents).
"""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.layout.indents import COMMAS, Indents, goes_on
from extract.layout.landmarks import is_adoption, is_annex, is_formula, is_tail
from extract.layout.lines import Line, Paragraph
from extract.layout.preamble import Preamble

_PIECES: Final[int] = 2
_ITEM: Final = regex.compile(
    r"-\s?\d{1,3}\s?+\p{Arabic}|\d{1,3}\s?[.\-–]\s|\((?!\d{4})\w{1,4}\)\s|(?:\w|[ivx]{2,5})\)\s|[A-Z]\.\s"
    r"|[a-h]\.\s(?=\p{Lu})"
)
_COUNT: Final = regex.compile(r"(?P<number>\d{1,3})(?:\s?[.\-–]\s|,\s(?=\p{Lu}))")  # scans have commas for stops
_FIRST: Final = regex.compile(r"(?:-\s?)?1(?:\s?[.\-–]\s|,\s(?=\p{Lu}))")
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

    def __init__(self, *, spaced: bool, width: int, listed: frozenset[int] = frozenset()) -> None:
        """Take whether empty lines separate all lines, the width of a full line, and where lines of lists begin."""
        self.spaced, self.listed = spaced, listed
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
        """Whether a line starts a paragraph: the first rule that answers decides."""
        if not self.drafts or not self.drafts[-1].rows:
            return True
        seam = Seam(self, row)
        return next(answer for rule in RULES if (answer := rule(seam)) is not None)


class Seam:
    """The place between the last line of a body and the line after it.

    Attributes:
        body: the lines so far, of which there is at least one.
        first: the first line of the last paragraph.
        last: its last line.
        row: the line after it.
    """

    def __init__(self, body: Body, row: Line) -> None:
        """Look at the lines on both sides."""
        self.body, self.row = body, row
        self.first, self.last = body.drafts[-1].rows[0], body.drafts[-1].rows[-1]

    @functools.cached_property
    def room(self) -> bool:
        """Whether the line before had room for the first word of the line, so that it ended on purpose."""
        return self.body.indents.had_room(self.row, self.body.taken) and not self.body.torn

    @functools.cached_property
    def is_item(self) -> bool:
        """Whether the line begins with the number or letter of an item."""
        return self._is_next_number or ((self.last.is_terminal or self.room) and _ITEM.match(self.row.text) is not None)

    @property
    def _is_next_number(self) -> bool:
        """Whether the line begins with the number after that of the last numbered paragraph."""
        if not (self.row.gap or self.row.torn) or not (self.body.numbered or self.body.enacted):
            return False
        found = _COUNT.match(self.row.text)
        return found is not None and int(found["number"]) == self.body.counted + 1

    @property
    def preamble(self) -> Preamble | None:
        """The preamble, unless numbered paragraphs have begun."""
        return None if self.body.numbered else self.body.preamble

    @property
    def reopens(self) -> bool:
        """Whether the line begins a preambular paragraph although the empty line before it was lost."""
        if self.preamble is None or self.row.gap or not self.preamble.holds(self.last):
            return False
        return self.preamble.surely_opens(self.row) or (self.room and self.preamble.opens(self.row))


def listed(seam: Seam) -> bool | None:
    """In a list of numbers each line of numbers, each title and each heading is a paragraph."""
    return True if seam.row.start in seam.body.listed else None


def landmark(seam: Seam) -> bool | None:
    """The enacting formula and the heading of an annex are paragraphs of their own."""
    return True if any(is_formula(line.text) or is_annex(line.text) for line in (seam.row, seam.last)) else None


def tail(seam: Seam) -> bool | None:
    """The meeting or date at the end of a resolution starts one after a sentence, and who adopted it in any case."""
    if is_adoption(seam.row.text) and seam.body.enacted and (seam.last.is_terminal or seam.row.gap):
        return True
    return True if seam.last.is_terminal and is_tail(seam.row.text) else None


def masthead(seam: Seam) -> bool | None:
    """In the masthead every line is a paragraph; only the title continues over several."""
    if seam.body.enacted:
        return None
    return not _TITLE.match(seam.first.text) or _TITLE.match(seam.row.text) is not None


def after_mark(seam: Seam) -> bool | None:
    """The line directly below a note mark continues the one above it."""
    return not seam.body.spaced and seam.reopens if seam.body.marked and seam.row.gap == 0 else None


def inside_reference(seam: Seam) -> bool | None:
    """A line that begins in the middle of a reference, a sum or a title continues."""
    if seam.row.gap and not seam.body.spaced and is_adoption(f"{seam.first.text} {seam.last.text}"):
        return None  # the notes stand below
    inside = goes_on(seam.row, seam.last, item=seam.is_item, room=seam.room)
    return False if inside and not _TITLE.match(seam.row.text) else None


def item(seam: Seam) -> bool | None:
    """A line with the number or letter of an item starts one."""
    return True if seam.is_item else None


def lower_case(seam: Seam) -> bool | None:
    """A line in lower case continues, unless the paragraphs of the text begin so."""
    return False if seam.row.text[0].islower() and not seam.body.lower else None


def comma_among_numbered(seam: Seam) -> bool | None:
    """Once paragraphs are numbered none ends in a comma."""
    comma = seam.body.numbered and seam.last.text[-1] in COMMAS
    return False if comma and seam.row.gap <= 1 else None


def preambular_capital(seam: Seam) -> bool | None:
    """In the preamble a capital in the middle of a sentence may be that of a name; a citing verb decides."""
    if seam.preamble is None or not seam.body.begun or seam.last.is_terminal or seam.row.gap > 1:
        return None
    return seam.room and seam.preamble.surely_opens(seam.row) if seam.row.text[0].isupper() else None


def preambular_words(seam: Seam) -> bool | None:
    """In the preamble the first words decide after a comma, where empty lines and page breaks say nothing."""
    if seam.preamble is None or not seam.preamble.holds(seam.last):
        return None
    silent = seam.body.turned or (seam.body.spaced and seam.row.gap <= 1)
    return seam.preamble.begins(seam.row, room=seam.room) if silent else None


def preambular_verb(seam: Seam) -> bool | None:
    """In the preamble a citing verb starts one although the empty line before it was lost."""
    return True if seam.reopens else None


def empty_line(seam: Seam) -> bool | None:
    """Where empty lines separate paragraphs, one decides, except after a mark or a page break."""
    if seam.body.spaced or seam.body.marked or seam.body.turned:
        return None
    return seam.row.gap > 0 or (seam.row.torn and seam.last.is_terminal and seam.body.indents.opens(seam.row))


def after_clause(seam: Seam) -> bool | None:
    """A line after the end of a clause starts one if there was room before it, or if it begins as others surely do."""
    return True if seam.last.is_terminal and (seam.room or seam.body.indents.opens(seam.row)) else None


def indented_after_break(seam: Seam) -> bool | None:
    """After a mark, a page break or a lost empty line, an indent after the end of a clause decides."""
    if not (seam.body.marked or seam.body.turned or seam.row.gap == 0):
        return None
    return seam.last.is_terminal and seam.row.indent > seam.body.margin and (seam.row.gap > 1 or not seam.body.marked)


def set_apart(seam: Seam) -> bool | None:
    """More than one empty line starts a paragraph after a line that ended on purpose."""
    return True if seam.row.gap > 1 and (seam.last.is_terminal or seam.room) else None


def indented(seam: Seam) -> bool | None:
    """What is left to decide is the indent."""
    return seam.body.indents.begins(seam.row, seam.last, room=seam.room)


Rule = Callable[[Seam], bool | None]
"""Whether a line starts a paragraph, or None where the rule does not apply."""

RULES: Final[tuple[Rule, ...]] = (
    listed,
    landmark,
    tail,
    masthead,
    after_mark,
    inside_reference,
    item,
    lower_case,
    comma_among_numbered,
    preambular_capital,
    preambular_words,
    preambular_verb,
    empty_line,
    after_clause,
    indented_after_break,
    set_apart,
    indented,
)
"""The rules, in this order; the last always answers."""
