"""`PlacedText`: the text of a DOCX file, and in which elements of the file its characters stand."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from lxml import etree

from extract.reading.word.numbering import W
from extract.reading.word.text import WordText

_HYPERLINK: Final = f"{W}hyperlink"


class Place(NamedTuple):
    """Where words of the text stand.

    Attributes:
        start: offset in the text.
        end: the offset behind them.
        element: the `w:t` that they stand in.
        first: index of the first of them in the element; as many follow as in the text.
    """

    start: int
    end: int
    element: etree._Element
    first: int


class PlacedText(WordText):
    """Writes as `WordText` does, and keeps from which element each word came."""

    @cached_property
    def _written(self) -> list[tuple[etree._Element, int, int]]:
        return []  # on first use, since the text is written as the object is made

    def places(self, text: str) -> Iterator[Place]:
        """Yield where the words stand, in the order of the text; several places in an element with superfluous blanks.

        Words of links that the file has already and raised ones have none.

        Args:
            text: what was written.
        """
        for element, start, end in self._written:
            yield from _places(element, text[start:end], start)

    def _text(self, child: etree._Element) -> None:
        before = self.writer.here
        super()._text(child)
        is_linked = self.fields.is_link or next(child.iterancestors(_HYPERLINK), None) is not None
        if self.writer.here > before and not is_linked:
            self._written.append((child, before, self.writer.here))


def _places(element: etree._Element, written: str, start: int) -> Iterator[Place]:
    """Yield where the words of an element stand in what was written with it.

    Args:
        element: a `w:t`.
        written: the piece of the text.
        start: its offset.
    """
    pairs = list(_aligned(written, element.text or ""))[::-1]
    first = 0
    for index in range(1, len(pairs) + 1):
        if index == len(pairs) or pairs[index][1] != pairs[index - 1][1] + 1:
            yield Place(start + pairs[first][0], start + pairs[index - 1][0] + 1, element, pairs[first][1])
            first = index


def _aligned(written: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the indexes of the characters that words and what was written of them share, from the last.

    What was written may begin with something else, and have one blank for several, or none.
    """
    here, at = len(written) - 1, len(words) - 1
    while min(here, at) >= 0:
        blanks = written[here].isspace(), words[at].isspace()
        if written[here] != words[at] and not any(blanks):
            return
        if written[here] == words[at] or all(blanks):
            yield here, at
            here, at = here - 1, at - 1
        elif blanks[0]:
            here -= 1
        else:
            at -= 1
