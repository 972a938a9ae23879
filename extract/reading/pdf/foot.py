"""Notes at page feet: which lines of a page they are, and where each begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.reading.pdf.glyphs import Rule
from extract.reading.pdf.rows import Row

_DRAWN: Final = regex.compile(r"[_\u2500\u2014\-]{5,}")
_NUMBER: Final = regex.compile(
    r"(?:\((?P<number>\d{1,3})\)|(?P<number>\d{1,3})|(?P<number>[*†‡]{1,4}))(?P<rest>[.)]?\s*+)"
)
_SMALLER: Final[float] = 0.93


@dataclass(slots=True)
class Note:
    """A note at a page's foot.

    Attributes:
        number: as it is printed.
        rows: its lines; of the first, what stands behind the number.
        skip: length of what stands before the note's words in its first line.
    """

    number: str
    rows: list[Row] = field(default_factory=list)
    skip: int = 0


def is_drawn_rule(row: Row) -> bool:
    """Whether a line of text draws a rule."""
    return _DRAWN.fullmatch(row.text.replace(" ", "")) is not None


def find_foot(page: Sequence[Row], rules: Sequence[Rule], *, size: float) -> int:
    """Place of the first line of a page's notes; the number of lines where it has none.

    Notes stand below a rule, or at the end of a page in smaller print, the first behind a number.

    Args:
        page: the lines of one column of a page, without furniture.
        rules: lines drawn on the page.
        size: of the document's body.
    """
    small = len(page)
    while small > 0 and page[small - 1].size <= _SMALLER * size:
        small -= 1
    for at in range(small, len(page)):
        ruled = at > 0 and (is_drawn_rule(page[at - 1]) or _ruled(page[at - 1], page[at], rules))
        if is_drawn_rule(page[at]) or ruled or head_of(page[at]) is not None:
            return at
    for at in range(len(page) - 1, max(0, small - 1), -1):  # of the body's size, below a rule
        if head_of(page[at]) and (is_drawn_rule(page[at - 1]) or _ruled(page[at - 1], page[at], rules)):
            return at
    return len(page)


def _ruled(above: Row, below: Row, rules: Sequence[Rule]) -> bool:
    return any(below.y < rule.y < above.y for rule in rules)


def head_of(row: Row) -> tuple[str, int] | None:
    """The number that a line begins with as a note does, and the length of what stands before the words."""
    found = _NUMBER.match(row.text)
    if not found:
        return None
    if row.raised and row.raised[0][0] == 0:
        return found["number"], found.end()
    if found["number"][0] in "*†‡" or (found.group()[0] == "(" and found["rest"].isspace()):
        return found["number"], found.end()
    set_apart = found["rest"] != "" and found["rest"].isspace() and found.end() < len(row.text)
    return (found["number"], found.end()) if set_apart and not row.text[found.end()].islower() else None


def read_notes(feet: Sequence[Sequence[Row]]) -> list[Note]:
    """The notes of all page feet; what stands at a foot before its first number goes on with the last note."""
    notes: list[Note] = []
    for foot in feet:
        last = 0
        for row in foot:
            if is_drawn_rule(row):
                continue
            head = head_of(row)
            if head and not _follows(head[0], notes, row, last):
                head = None
            if head:
                notes.append(Note(head[0], [row], head[1]))
                last = int(head[0]) if head[0].isdecimal() else last
            elif notes:
                notes[-1].rows.append(row)
    return notes


def _follows(number: str, notes: Sequence[Note], row: Row, last: int) -> bool:
    """Whether a number goes on with the notes before it; a raised one always does."""
    if row.raised and row.raised[0][0] == 0:
        return True
    if not number.isdecimal():
        return True
    before = next((int(note.number) for note in reversed(notes) if note.number.isdecimal()), 0)
    return int(number) in {before + 1, last + 1} or (not last and int(number) == 1)
