"""`Writer`: the text of a document with markup, written once, and where its paragraphs, notes, marks, links stand."""

import re
from collections.abc import Iterable
from typing import Final

from extract.layout.lines import Layout, Paragraph
from extract.model.cell import Cell
from extract.model.document import Link
from extract.reading.markup.address import symbol_at
from extract.text.flow import is_seen
from extract.text.raised import makes_power

_BREAKS: Final = re.compile(r"[\t\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")  # the standard module is faster at this
_RUN: Final = re.compile(r"  +")
_ENDS: Final = "\n\n"


class Writer:
    """Writes paragraph after paragraph; markup's line breaks and indents become single blanks.

    Attributes:
        here: offset in the text of what is written next.
        cell: the cell of a table that paragraphs are written into; None outside tables.
    """

    def __init__(self) -> None:
        """Start with an empty text."""
        self.here = 0
        self.cell: Cell | None = None
        self._pieces: list[str] = []
        self._first = self._start = 0  # of the paragraph that is being written, and of its current segment
        self._segments: list[tuple[int, int]] = []
        self._marks: list[tuple[int, str]] = []
        self._blank = True  # whether a blank would be one too many
        self._skipped = 0  # code points still to leave out
        self._body: list[Paragraph] = []
        self._notes: list[Paragraph] = []
        self._links: list[Link] = []

    @property
    def is_open(self) -> bool:
        """Whether the paragraph that is being written holds anything."""
        return self.here > self._first

    @property
    def is_skipping(self) -> bool:
        """Whether what is left out of a note's beginning is not at its end yet."""
        return self._skipped > 0

    def add(self, text: str) -> None:
        """Write words."""
        if self._skipped:
            text, self._skipped = text[self._skipped :], max(0, self._skipped - len(text))
        text = text.replace("\t", " ").replace("\n", " ")
        if not text.isprintable() and not text.replace("\u00a0", " ").isprintable():
            text = _BREAKS.sub(" ", text)  # the rare ones are sought only where something is odd
        if "  " in text:
            text = _RUN.sub(" ", text)
        if self._blank and text[:1] == " ":
            text = text[1:]
        if text:
            self._pieces.append(text)
            self.here += len(text)
            self._blank = text[-1] == " "

    def blank(self) -> None:
        """Write a blank, unless one stands there."""
        if not self._blank:
            self._put(" ")

    def is_after_unit(self, number: str) -> bool:
        """Whether a raised number makes the unit before it square or cubic."""
        return bool(self._pieces) and makes_power(number, self._pieces[-1])

    def mark(self, number: str, *, shown: str | None = None) -> None:
        """Write a note mark, which is no part of the flowing text; `shown` where it stands in brackets."""
        self.marks([number], shown=shown or number)

    def marks(self, numbers: Iterable[str], *, shown: str) -> None:
        """Write the marks of several notes at one place."""
        self._cut()
        self._marks.extend((self.here, number) for number in numbers)
        self._put(shown)
        self._start = self.here

    def lift(self, shown: str) -> None:
        """Write raised digits of which no note is known: they are no part of the number that they stand at."""
        self.marks([], shown=shown)

    def link(self, start: int, address: str | None) -> None:
        """Keep what was written since an offset as a link, if its address is that of a document."""
        if address and start < self.here and (symbol := symbol_at(address)):
            self._links.append(Link(start, self.here, symbol))

    def end(self, note: str | None = None) -> None:
        """End the paragraph; give a note its number.

        Args:
            note: the number of the note that it is; None for a paragraph of the body.
        """
        if self._pieces and self._pieces[-1][-1:] == " " and self.is_open:
            self._pieces[-1] = self._pieces[-1][:-1]
            self.here -= 1
        self._cut()
        if self._segments:
            paragraph = Paragraph(tuple(self._segments), tuple(self._marks), note, self.cell)
            (self._body if note is None else self._notes).append(paragraph)
        if self.is_open:
            self._put(_ENDS)
        self._first = self._start = self.here
        self._segments, self._marks, self._blank = [], [], True

    def begin_note(self, number: str, *, skipped: int = 0) -> None:
        """Begin a note with its number, which is no part of the flowing text.

        Args:
            number: the number.
            skipped: code points to leave out of the words that are added next, such as the number again.
        """
        self.end()
        self._put(f"{number} ")
        self._start, self._skipped = self.here, skipped

    def finish(self, *, marked: bool) -> tuple[str, Layout, tuple[Link, ...]]:
        """End the text.

        Args:
            marked: whether every note and mark was told by the form.

        Returns:
            The text, its layout, and the links in the order of the text.
        """
        self.end()
        layout = Layout(tuple(self._body), tuple(self._notes), marked=marked)
        text = "".join(self._pieces)
        shown = [(each, text[each.start : each.end].rstrip()) for each in self._links]
        links = [Link(each.start, each.start + len(words), each.symbol) for each, words in shown if words.strip()]
        return text, layout, tuple(sorted(links, key=lambda link: link.start))

    def is_empty(self) -> bool:
        """Whether nothing was written that a reader sees."""
        return not any(map(is_seen, self._pieces))

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.here += len(text)
        self._blank = text[-1] == " "

    def _cut(self) -> None:
        """End the current segment."""
        if self._start < self.here:
            self._segments.append((self._start, self.here))
        self._start = self.here
