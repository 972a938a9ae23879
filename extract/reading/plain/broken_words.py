"""Lines of Arabic that a tool has torn to pieces at their vowel signs, joined again in order of reading.

Some tools that take text out of a PDF sort what they find by its height. A vowel sign stands higher or lower than the
letters, so it gets a line of its own, and the letters on its two sides become lines too, the left one first: the end of
a line is read before its beginning, and may seem to belong to the paragraph before. Signs above come before the pieces
of their line, signs below behind them. Pieces are joined where they are no wider together than a line, no more than
the signs can have torn, and may follow one another; the text keeps its length, so that offsets elsewhere hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.layout.lines import running_titles

_LINE: Final = regex.compile(r"[^\n\r\f]++")
_UNSEEN: Final[str] = "\u200e\u200f \t\u00a0"
_SIGNS: Final = regex.compile(r"[\p{Mn}\s\u200e\u200f]++")
_BELOW: Final = regex.compile(r"[\u064d\u0650\u0655\u0656\s\u200e\u200f]++")
_ENDS: Final = regex.compile(r"[.؛:](?:\(\d{1,3}\))?\Z")
_BEGINS: Final = regex.compile(
    r"وإذ\s|إذ\s|\(?\d{1,3}\)?\s?[-.–]\s|\(\p{Arabic}{1,2}\)\s|\(\d{1,3}\)\s|['’]\d{1,2}['’]\s"
)
_NO_WORDS: Final = regex.compile(r"[^\p{L}]*+|[A-Z\d/.()\- ]++")
_SLACK: Final[float] = 1.05
_NARROWEST: Final[int] = 30
_LIGATURE: Final[int] = 3  # pieces of a torn ligature, "و ا" and "ل", are no longer
_PLACE: Final[float] = 0.9


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that shows something.

    Attributes:
        start: offset of its first sign that a reader sees.
        end: one past its last such sign.
        text: what stands between them.
        signs: -1 where it holds vowel signs of a place below the letters alone, 1 where others alone, else 0.
        page: number of form feeds before it.
        furniture: whether it is a title that runs over the pages, a symbol or a number.
    """

    start: int
    end: int
    text: str
    signs: int
    page: int
    furniture: bool = False


def mend(text: str) -> str:
    """Give a text whose torn lines are whole; it is as long as before."""
    rows = list(_rows(text))
    if not any(row.signs for row in rows):
        return text
    titles = running_titles(row.text for row in rows)
    rows = [replace(row, furniture=row.text in titles or bool(_NO_WORDS.fullmatch(row.text))) for row in rows]
    widths = sorted(len(row.text) for row in rows if not row.signs)
    full = widths[int(len(widths) * _PLACE)] if widths else 0
    if full < _NARROWEST:
        return text
    made: list[str] = []
    end = 0
    for group in _groups(rows, int(full * _SLACK)):
        made += [text[end : group[0].start], _joined(group)]
        end = group[-1].end
    return "".join([*made, text[end:]])


def _rows(text: str) -> Iterator[_Row]:
    page, last = 0, 0
    for found in _LINE.finditer(text):
        page += text.count("\f", last, found.start())
        last = found.end()
        line = found.group()
        seen = line.strip(_UNSEEN)
        if not seen:
            continue
        start = found.start() + line.index(seen[0])
        signs = (-1 if _BELOW.fullmatch(seen) else 1) if _SIGNS.fullmatch(seen) else 0
        yield _Row(start, start + len(seen), seen, signs, page)


def _groups(rows: Sequence[_Row], room: int) -> Iterator[Sequence[_Row]]:
    """The rows of each line that was torn, as they stand."""
    place = 0
    while place < len(rows):
        first = place
        while place < len(rows) and rows[place].signs > 0:
            place += 1
        behind = place
        while behind < len(rows) and not rows[behind].signs:
            behind += 1
        below = behind
        while below < len(rows) and rows[below].signs < 0:
            below += 1
        above, run = place - first, rows[place:behind]
        head = _fitting(run, room, above, below - behind) if above else 0
        tail = _fitting(run[head:], room, 0, below - behind, backwards=True) if below > behind else 0
        if head > 1:
            yield run[:head]
        if tail > 1:
            yield run[len(run) - tail :]
        place = max(below, place + 1)


def _fitting(run: Sequence[_Row], room: int, above: int, below: int, *, backwards: bool = False) -> int:
    """How many rows, from the first on or back from the last, are pieces of one line.

    Args:
        run: rows without signs alone between them.
        room: signs that a line holds.
        above: lines of signs before the run.
        below: lines of signs behind it.
        backwards: whether to count from the last row.
    """
    best = 0
    for count in range(1, len(run) + 1):
        group = run[len(run) - count :] if backwards else run[:count]
        if sum(len(row.text) for row in group) + count - 1 > room or not _may_follow(group):
            break
        signs = above + (below if backwards or count == len(run) else 0)
        slivers = sum(len(row.text) <= _LIGATURE for row in group)
        if count <= signs + 1 + slivers:
            best = count
    return best


def _may_follow(group: Sequence[_Row]) -> bool:
    """Whether rows may be a line from its end to its beginning: only the first ends one, only the last begins one."""
    same = group[0].page == group[-1].page
    plain = not any(row.furniture for row in group)
    ends = any(_ENDS.search(row.text) for row in group[1:])
    begins = any(_BEGINS.match(row.text) for row in group[:-1])
    return same and plain and not ends and not begins


def _joined(group: Sequence[_Row]) -> str:
    """The pieces in order of reading; marks of direction, which nobody sees, fill up the length."""
    line = " ".join(row.text for row in reversed(group))
    return line + "\u200f" * (group[-1].end - group[0].start - len(line))
