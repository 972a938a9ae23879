"""The lines of a text, and the paragraphs and notes that they are put together to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import regex

from extract.flow import Segment, plain

_UNSEEN: Final[str] = r"\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF"
_BREAKS: Final[str] = r"\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
_LINE: Final = regex.compile(rf"(?P<lead>[^\S{_BREAKS}]*+)(?P<rest>[^{_BREAKS}]*+)(?P<end>\r\n?|[{_BREAKS}]|\Z)")
_TRIM: Final = regex.compile(rf"[{_UNSEEN}]*+(?P<seen>(?:[^{_UNSEEN}]++|[{_UNSEEN}]++(?!\Z))*+)")
_LONE_MARKS: Final = regex.compile(rf"(?:\p{{M}}|[{_UNSEEN}])++")
_INVISIBLE: Final = regex.compile(r"[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]++")
_RULE_OF_BLANKS: Final[int] = 20
_TERMINAL: Final = regex.compile(r"[.;:,!?。；：，！？،؛؟](?:[\s\"'”»）)\]》」’]|(?<!\d)\(?\d{1,3}\)?(?!\d)|\*)*\Z")
_LETTER: Final = regex.compile(r"\p{L}")
_FEWEST_LETTERS: Final[int] = 8
_FEWEST_PAGES: Final[int] = 3
_WIDE: Final = regex.compile(r"[\u1100-\u11ff\u2e80-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that shows something.

    Attributes:
        start: offset of its first code point that is neither blank nor invisible.
        end: one past its last such code point.
        text: what stands between them, made plain, without what no reader sees.
        indent: blanks before it.
        gap: empty lines before it.
        page: whether a form feed stands before it.
        ruled: whether a line of many blanks, which is how a rule is copied, stands before it.
        torn: whether vowel signs alone stand on a line before it: a tool has torn their line into pieces.
        extent: how much of the page it takes, where its signs do not tell.
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
        """How much of the page the line takes: wide signs count twice."""
        if self.extent is not None:
            return self.extent
        return self.indent + len(self.text) + len(_WIDE.findall(self.text))

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
        marked: whether the form says which are notes and marks, so that none has to be sought among the digits.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...] = ()
    furniture: tuple[str, ...] = ()
    marked: bool = False


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that show something."""
    gap, page, ruled, torn = 0, False, False, False
    for found in _LINE.finditer(text):
        seen = _TRIM.match(text, found.start("rest"), found.end("rest"))
        if seen and _LONE_MARKS.fullmatch(seen["seen"]):
            gap, torn = max(0, gap - 1), True  # the empty line behind it counts
            continue
        if seen and seen["seen"]:
            yield Line(
                *seen.span("seen"), _INVISIBLE.sub("", plain(seen["seen"])), len(found["lead"]), gap, page, ruled, torn
            )
            gap, page, ruled, torn = 0, False, False, False
        elif found.end() > found.start():
            gap += 1
            ruled = ruled or len(found["lead"]) >= _RULE_OF_BLANKS
        page = page or found["end"] == "\f"


def running_titles(texts: Iterable[str]) -> frozenset[str]:
    """Lines that stand on three pages at least, word for word, and end no sentence: the titles that run over pages.

    Args:
        texts: of all lines.
    """
    lined = list(texts)
    often = {
        text
        for text, count in Counter(lined).items()
        if count >= _FEWEST_PAGES and _LETTER.search(text) and not _TERMINAL.search(text[-12:])
    }
    titles = {text for text in often if len(_LETTER.findall(text)) >= _FEWEST_LETTERS}
    return frozenset(titles | {after for text, after in pairwise(lined) if text in titles and after in often})
