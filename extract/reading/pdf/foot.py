"""Footnotes: which lines at the foot of a page they are, and where each begins."""

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
    """A footnote.

    Attributes:
        number: as it is printed.
        rows: its lines.
        skip: length of what precedes the note's words in its first line: the number, brackets, spaces.
    """

    number: str
    rows: list[Row] = field(default_factory=list)
    skip: int = 0


def is_drawn_rule(row: Row) -> bool:
    """Whether a line of text draws a rule with underscores or dashes."""
    return _DRAWN.fullmatch(row.text.replace(" ", "")) is not None


def find_foot(page: Sequence[Row], rules: Sequence[Rule], *, size: float) -> int:
    """Index of the first line of a page's notes; the number of lines where it has none.

    Notes stand below a rule, or at the end of a page in smaller type, the first with its number.

    Args:
        page: the lines of one column of a page, without furniture.
        rules: lines drawn on the page.
        size: type size of the document's body, in points.
    """
    small = _first_small_line(page, size)
    for at in range(small, len(page)):
        if is_drawn_rule(page[at]) or _is_below_rule(page, at, rules) or head_of(page[at]) is not None:
            return at
    for at in range(len(page) - 1, max(0, small - 1), -1):  # in the body's size, below a rule
        if head_of(page[at]) and _is_below_rule(page, at, rules):
            return at
    return len(page)


def _first_small_line(page: Sequence[Row], size: float) -> int:
    """Index of the first of the lines in smaller type that end a page."""
    small = len(page)
    while small > 0 and page[small - 1].size <= _SMALLER * size:
        small -= 1
    return small


def _is_below_rule(page: Sequence[Row], at: int, rules: Sequence[Rule]) -> bool:
    """Whether a rule separates a line from the one above it."""
    if at == 0:
        return False
    above, below = page[at - 1], page[at]
    return is_drawn_rule(above) or any(below.y < rule.y < above.y for rule in rules)


def head_of(row: Row) -> tuple[str, int] | None:
    """The number with which a line begins like a note, and the length of what precedes the words."""
    found = _NUMBER.match(row.text)
    if not found:
        return None
    if row.raised and row.raised[0][0] == 0:
        return found["number"], found.end()
    if found["number"][0] in "*†‡" or (found.group()[0] == "(" and found["rest"].isspace()):
        return found["number"], found.end()
    set_apart = found["rest"] != "" and found["rest"].isspace() and found.end() < len(row.text)
    return (found["number"], found.end()) if set_apart and not row.text[found.end()].islower() else None


def read_notes(feet: Sequence[Sequence[Row]], marked: frozenset[str]) -> tuple[list[Note], list[Row]]:
    """The notes of all page feet; lines before the first number of a foot continue the last note of the page before.

    Args:
        feet: the lines at the foot of each page, or of each of its columns.
        marked: numbers that stand raised in the text.

    Returns:
        The notes, and the lines that belong to none.
    """
    notes: list[Note] = []
    left: list[Row] = []
    for foot in feet:
        last = 0
        for row in foot:
            if is_drawn_rule(row):
                continue
            head = head_of(row)
            if head and (head[0] in marked or _follows(head[0], notes, row, last)):
                notes.append(Note(head[0], [row], head[1]))
                last = int(head[0]) if head[0].isdecimal() else last
            elif notes:
                notes[-1].rows.append(row)
            else:
                left.append(row)
    return notes, left


def _follows(number: str, notes: Sequence[Note], row: Row, last: int) -> bool:
    """Whether a number continues the count of the notes before it; a raised one always does."""
    if row.raised and row.raised[0][0] == 0:
        return True
    if not number.isdecimal():
        return True
    before = next((int(note.number) for note in reversed(notes) if note.number.isdecimal()), 0)
    return int(number) in {before + 1, last + 1} or (not last and int(number) == 1)
