"""`Fields`: which text of a DOCX file is the instruction of a field, which Word computes from and does not show."""

from collections.abc import Iterable
from typing import Final

import regex
from lxml import etree

from extract.reading.word.numbering import W

_CHARACTER: Final = f"{W}fldChar"
_KIND: Final = f"{W}fldCharType"
_DEEPEST: Final = 50  # fields within one another
_ADDRESS: Final = regex.compile(
    r'\s*+HYPERLINK(?:\s++\\[a-z](?:\s++"[^"]{0,200}")?){0,4}+\s++(?:"(?P<address>[^"]{1,500})"|(?P<address>[^\s"\\]\S{1,500}))',
    regex.IGNORECASE,
)
"""The address may stand after switches (`\\t "_blank"`), and without quotation marks."""


def address_of(instruction: str) -> str | None:
    """The address that an instruction links to; None where it links to none, or does something else."""
    found = _ADDRESS.match(instruction)
    return str(found["address"]) if found else None


class _Open:
    """A field that is open.

    Attributes:
        instruction: its pieces so far.
        start: offset at which its result begins; -1 before that.
        shows: whether it has a result at all. One without has no part that would be told apart from its instruction.
    """

    __slots__ = ("instruction", "shows", "start")

    def __init__(self, *, shows: bool) -> None:
        self.instruction: list[str] = []
        self.start = -1
        self.shows = shows


class Fields:
    """The fields that are open at a place, the outermost first.

    A field that never ends is none, so that a broken file does not lose the text behind it.
    """

    def __init__(self, stories: Iterable[etree._Element]) -> None:
        """Find the fields that are whole.

        Args:
            stories: the body and the notes; no field reaches from one into another.
        """
        self._shows: dict[etree._Element, bool] = {}  # the beginnings of whole fields
        self._others: set[etree._Element] = set()  # their separators and ends
        for story in stories:
            self._match(story)
        self._open: list[_Open] = []

    def _match(self, story: etree._Element) -> None:
        waiting: list[tuple[etree._Element, etree._Element | None]] = []
        for mark in story.iter(_CHARACTER):
            kind = mark.get(_KIND)
            if kind == "begin" and len(waiting) < _DEEPEST:
                waiting.append((mark, None))
            elif kind == "separate" and waiting:
                waiting[-1] = (waiting[-1][0], mark)
            elif kind == "end" and waiting:
                begin, separator = waiting.pop()
                self._shows[begin] = separator is not None
                self._others.update({mark} if separator is None else {mark, separator})

    def begin(self, mark: etree._Element) -> None:
        """Begin a field."""
        if mark in self._shows:
            self._open.append(_Open(shows=self._shows[mark]))

    def separate(self, mark: etree._Element, here: int) -> None:
        """End the instruction of the innermost field; its result begins at an offset of the text."""
        if mark in self._others and self._open:
            self._open[-1].start = here

    def end(self, mark: etree._Element) -> tuple[int, str] | None:
        """End the innermost field; where its result begins and the address that it links to, if it does."""
        if mark not in self._others or not self._open:
            return None
        field = self._open.pop()
        address = address_of("".join(field.instruction)) if field.start >= 0 else None
        return (field.start, address) if address and not self._instructed() else None

    def instruct(self, text: str) -> None:
        """Take a piece of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def takes(self, text: str) -> bool:
        """Whether text, the result of an inner field perhaps, belongs to an instruction; it is added to that."""
        field = self._instructed()
        if field is None:
            return False
        field.instruction.append(text)
        return True

    @property
    def is_link(self) -> bool:
        """Whether what is shown here is the result of a field that links to an address."""
        return any(field.start >= 0 and address_of("".join(field.instruction)) for field in self._open)

    def _instructed(self) -> _Open | None:
        """The innermost field whose instruction is being read."""
        return next((field for field in reversed(self._open) if field.start < 0 and field.shows), None)
