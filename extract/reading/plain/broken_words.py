"""Arabic lines that a tool broke at their vowel signs, joined again in reading order.

Some tools that extract text from a PDF sort it by height. A vowel sign stands higher or lower than the letters, so it
gets a line of its own, and the letters on both sides become lines too, the left one first: the end of a line is read
before its beginning, and may seem to belong to the paragraph before. Signs above the letters precede the pieces of
their line, signs below follow them. Pieces are joined where together they are no wider than a line, no more than the
signs can have broken off, and may follow one another. The text keeps its length, so that offsets elsewhere hold.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import languages
from extract.language.script import load_script
from extract.language.verb_table import load_verb_table
from extract.layout.lines import running_titles

_LINE: Final = regex.compile(r"[^\n\r\f]++")
_UNSEEN: Final[str] = "\u200e\u200f \t\u00a0"
_SIGNS: Final = regex.compile(r"[\p{Mn}\s\u200e\u200f]++")
_MAYBE_SIGN: Final = re.compile(
    r"[^\n\r\f\t -~\u00a0-\u02ff\u0370-\u0482\u048a-\u0590\u060c\u061b\u061f-\u064a\u0660-\u066f\u200e\u200f"
    r"\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u23ff\u3001-\u3029\u3031-\u3098\u4e00-\u9fff\uff01-\uffef]"
)
"""What may be of a line of signs alone; other texts need one search."""
_BELOW: Final = regex.compile(r"[\u064d\u0650\u0655\u0656\s\u200e\u200f]++")
_ENDS: Final = regex.compile(r"[.؛:](?:\(\d{1,3}\))?\Z")
_NUMBERED: Final = r"\(?\d{1,3}\)?\s?[-.–]\s|\(\p{Arabic}{1,2}\)\s|\(\d{1,3}\)\s|['’]\d{1,2}['’]\s"
_NO_WORDS: Final = regex.compile(r"[^\p{L}]*+|[A-Z\d/.()\- ]++")
_SLACK: Final[float] = 1.05
_NARROWEST: Final[int] = 30
_LIGATURE: Final[int] = 3  # the longest piece of a broken ligature, as of "و ا" and "ل"
_PLACE: Final[float] = 0.9


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with visible characters.

    Attributes:
        start: offset of its first visible character.
        end: one past its last visible character.
        text: what is between them.
        signs: -1 for a line of only vowel signs that stand below letters, 1 for a line of only other ones, else 0.
        page: number of form feeds before it.
        furniture: whether it is a running title, a symbol or a number.
    """

    start: int
    end: int
    text: str
    signs: int
    page: int
    furniture: bool = False


def mend(text: str) -> str:
    """Join the broken lines of a text, which keeps its length."""
    if not _MAYBE_SIGN.search(text):  # as in all languages but Arabic
        return text
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
    """The rows of each broken line, in the order of the text."""
    place = 0
    while place < len(rows):
        first = place
        while place < len(rows) and rows[place].signs > 0:
            place += 1
        after = place
        while after < len(rows) and not rows[after].signs:
            after += 1
        below = after
        while below < len(rows) and rows[below].signs < 0:
            below += 1
        above, run = place - first, rows[place:after]
        head = _fitting(run, room, above, below - after) if above else 0
        tail = _fitting(run[head:], room, 0, below - after, backwards=True) if below > after else 0
        if head > 1:
            yield run[:head]
        if tail > 1:
            yield run[len(run) - tail :]
        place = max(below, place + 1)


def _fitting(run: Sequence[_Row], room: int, above: int, below: int, *, backwards: bool = False) -> int:
    """How many rows, counted from the first or back from the last, are pieces of one line.

    Args:
        run: rows without lines of signs between them.
        room: characters that fit on a line.
        above: lines of signs before the run.
        below: lines of signs after it.
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
    """Whether rows may be the pieces of a line, its end first: only the first ends a line, only the last begins one."""
    same = group[0].page == group[-1].page
    plain = not any(row.furniture for row in group)
    ends = any(_ENDS.search(row.text) for row in group[1:])
    begins = any(_beginning().match(row.text) for row in group[:-1])
    return same and plain and not ends and not begins


@functools.cache
def _beginning() -> "regex.Pattern[str]":
    """How paragraphs begin in right-to-left scripts: with a number, or as preambular paragraphs do."""
    openers = [
        conjunction + particle
        for language in languages()
        if load_script(language).direction == "rtl"
        for conjunction in ("", *load_script(language).conjunctions)
        for particle in load_verb_table(language).lists.particles
    ]
    return regex.compile(rf"(?:{words(openers)})\s|{_NUMBERED}")


def _joined(group: Sequence[_Row]) -> str:
    """The pieces in reading order; invisible directional marks make up the length."""
    line = " ".join(row.text for row in reversed(group))
    return line + "\u200f" * (group[-1].end - group[0].start - len(line))
