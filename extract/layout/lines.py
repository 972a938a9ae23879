"""Lines of a text, and the paragraphs and notes that are made of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex

from extract.model.cell import Cell
from extract.text.characters import INVISIBLE
from extract.text.flow import Segment, plain

_UNSEEN: Final[str] = rf"\s{INVISIBLE}"
_BREAKS: Final[str] = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"  # what `str.splitlines` breaks at
_BLANKS: Final[str] = "".join(regex.findall(rf"[^\S{_BREAKS}]", "".join(map(chr, range(0x3001)))))
_TRIMMED: Final[str] = "".join(regex.findall(f"[{_UNSEEN}]", "".join(map(chr, (*range(0x3001), 0xFEFF)))))
"""Spaces and invisible characters, one by one, for `str.strip`."""
_LONE_MARKS: Final = regex.compile(rf"(?:\p{{M}}|[{_UNSEEN}])++")
_INVISIBLE: Final = re.compile(rf"[{INVISIBLE}]++")
_RULE_OF_BLANKS: Final[int] = 20
_TERMINAL: Final = regex.compile(r"[.;:,!?。；：，！？،؛؟](?:[\s\"'”»）)\]》」’]|(?<!\d)\(?\d{1,3}\)?(?!\d)|\*)*\Z")
_LETTER: Final = regex.compile(r"\p{L}")
_FEWEST_LETTERS: Final[int] = 8
_FEWEST_PAGES: Final[int] = 3
_LONGEST_KEPT: Final[int] = 400
FIRST_LINES: Final[int] = 60
"""Lines of a text that may be its masthead."""
_WIDE: Final = regex.compile(r"[\u1100-\u11ff\u2e80-\uffef]")


@dataclass(slots=True)
class Line:  # not frozen: a frozen one takes three times as long to make, and each line of a text is one
    """A line that is not empty.

    Attributes:
        start: offset of its first visible code point.
        end: one past its last visible code point.
        text: the normalised text between them, without invisible characters.
        indent: number of spaces before it.
        gap: number of empty lines before it.
        page: whether a form feed precedes it.
        ruled: whether a line of many spaces, which is how a rule is copied, precedes it.
        torn: whether a line of vowel marks alone precedes it: a tool has broken up their line.
        extent: its width in columns, where it is not that of its characters.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    page: bool = False
    ruled: bool = False
    torn: bool = False
    extent: int | None = None

    @property
    def width(self) -> int:
        """Width in columns, the indent included; wide characters take two."""
        if self.extent is not None:
            return self.extent
        text = self.text
        wide = 0 if text.isascii() else (_count_wide if len(text) <= _LONGEST_KEPT else _count_wide.__wrapped__)(text)
        return self.indent + len(text) + wide

    @property
    def is_terminal(self) -> bool:
        """Whether the line ends as paragraphs do, with a stop or comma."""
        return _ends(self.text[-12:])


@lru_cache(maxsize=1 << 12)
def _count_wide(text: str) -> int:
    """Number of wide characters; cached, as each line is looked at repeatedly."""
    return len(_WIDE.findall(text))


@lru_cache(maxsize=1 << 12)
def _ends(last: str) -> bool:
    """Whether a line that ends with these characters may end a paragraph."""
    return bool(_TERMINAL.search(last))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or note, as pieces of the text as read.

    Attributes:
        segments: the pieces.
        marks: offset and number of the note marks that were lifted out of it.
        note: the number of a note; None in the body.
        cell: the cell of the table that it stands in; None where the form shows none.
    """

    segments: tuple[Segment, ...]
    marks: tuple[tuple[int, str], ...] = ()
    note: str | None = None
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text consists of.

    Attributes:
        paragraphs: of the body, in reading order.
        notes: the notes at page feet.
        furniture: running heads, as printed, those of the first page first.
        masthead: the lines of the first page's header, where the form keeps it apart from the text.
        marked: whether the file format says which are notes and marks, so that none is sought among the digits.
        first: the first lines of a text that was laid out line by line; none where they are still to be read.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...] = ()
    furniture: tuple[str, ...] = ()
    masthead: tuple[str, ...] = ()
    marked: bool = False
    first: tuple[Line, ...] = ()


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that are not empty."""
    gap, page, ruled, torn = 0, False, False, False
    even, begin, hidden = plain(text), 0, _INVISIBLE.search(text) is not None
    for line in text.splitlines(keepends=True):
        if line == "\n":
            gap, begin = gap + 1, begin + 1
            continue
        body = line.rstrip(_BREAKS)
        seen = body.strip(_TRIMMED)
        lead, before = (0, 0) if body[:1] == seen[:1] else _led(body)
        start = begin + before
        end, begin = start + len(seen), begin + len(line)
        if seen and not seen[0].isascii() and _LONE_MARKS.fullmatch(seen):
            gap, torn = max(0, gap - 1), True  # the empty line after it counts
            continue
        if seen:
            shown = _INVISIBLE.sub("", even[start:end]) if hidden else even[start:end]
            yield Line(start, end, shown, lead, gap, page, ruled, torn)
            gap, page, ruled, torn = 0, False, False, False
        else:
            gap += 1
            ruled = ruled or lead >= _RULE_OF_BLANKS
        page = page or line[-1] == "\f"


def _led(body: str) -> tuple[int, int]:
    """How many spaces a line begins with, and how many characters that are not seen."""
    return len(body) - len(body.lstrip(_BLANKS)), len(body) - len(body.lstrip(_TRIMMED))


def running_titles(texts: Iterable[str]) -> frozenset[str]:
    """The titles that are repeated on pages: lines that occur three times or more and end no sentence.

    Args:
        texts: the texts of all lines.
    """
    lined = list(texts)
    often = {
        text
        for text, count in Counter(lined).items()
        if count >= _FEWEST_PAGES and _LETTER.search(text) and not _ends(text[-12:])
    }
    titles = {text for text in often if len(_LETTER.findall(text)) >= _FEWEST_LETTERS}
    return frozenset(titles | {after for text, after in pairwise(lined) if text in titles and after in often})
