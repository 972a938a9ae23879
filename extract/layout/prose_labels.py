"""Labels of a text that is not a resolution: a report, a letter, a statement, a note.

Reports number their paragraphs continuously across sections; letters and statements do not number them. A part, that
is, the text before the annexes or one annex, counts as numbered where it has a paragraph 1 and, later, a paragraph 2.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.structure import Structure
from extract.layout.masthead import is_masthead
from extract.layout.outline import Outline
from extract.layout.own_symbol import symbol_of
from extract.model.label import HEAD, HEADING, LEAD, TITLE, Label

_WIDE: Final = regex.compile(r"\p{Han}")
_LEAST: Final = 30  # code points of a paragraph that is not a line of the masthead; a third of that in Han characters
_WIDE_AS: Final = 3
_SENTENCE: Final = 80  # code points of a sentence that is no title
_STOPS: Final = frozenset(".。")
_LONGEST_TITLE: Final = 600
_SKIPPED: Final = 3  # numbers that may be missing between two paragraphs
_FEWEST: Final = 2
_NEAR: Final = 6  # headings that may follow one another


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as far as its label depends on it.

    Attributes:
        text: its flowing text.
        number: the number it begins with; None where it begins with none.
        rest: what follows the number.
        is_heading: whether it is short and ends without punctuation.
        is_annex: whether it is the heading of an annex.
        section: sign of the section whose heading it is; empty where it is not one.
    """

    text: str
    number: int | None
    rest: str
    is_heading: bool
    is_annex: bool
    section: str = ""


def label_prose(lines: Sequence[Line], frame: Structure) -> list[Label]:
    """Label every paragraph.

    Returns:
        `head` for the masthead, `title`, `lead` for what comes before the first numbered paragraph, `p1`, `p2(a)`…
        by the printed numbers, or counted where none are printed; `heading`; `annex`, `annex2/p1`… A paragraph without
        a number keeps the label of the numbered one that it follows. Where the sections of a part number from one
        again, their sign comes first: `II/p1`.
    """
    starts = [0, *(index for index, line in enumerate(lines) if line.is_annex and index), len(lines)]
    made: list[Label] = []
    annexed = 0
    for start, end in itertools.pairwise(starts):
        part = lines[start:end]
        name = Label()
        if part and part[0].is_annex:
            annexed += 1
            name = Label.of_annex(annexed)
        made += list(_Part(part, frame, name, whole=len(part) == len(lines)).labels())
    return made


def is_numbered(lines: Sequence[Line]) -> bool:
    """Whether the paragraphs of a part are numbered: one is number 1, and a later one number 2."""
    first = next((index for index, line in enumerate(lines) if line.number == 1), None)
    return first is not None and any(line.number == _FEWEST for line in lines[first + 1 :])


def restarts(lines: Sequence[Line]) -> bool:
    """Whether sections number their paragraphs from one again: after two of them the next number is 1."""
    fresh, found = False, 0
    for line in lines:
        if line.section:
            fresh = True
        elif fresh and line.number is not None:
            found += line.number == 1
            fresh = False
    return found >= _FEWEST


class _Part:
    """The text before the annexes, or an annex.

    Where it is a list of short lines without a masthead, each is a paragraph.
    """

    def __init__(self, lines: Sequence[Line], frame: Structure, annex: Label, *, whole: bool) -> None:
        self.lines, self.annex, self.frame = lines, annex, frame
        self.title = None if annex else _find_title(lines, frame)
        self.numbered = is_numbered(lines)
        self.restarts = self.numbered and restarts(lines)
        self.outline = Outline(frame)
        self.section = ""
        self.last = 0  # number of the last paragraph
        self.speaks = False  # whether a paragraph has been read that is not a line of the masthead
        self.listed = whole and self.title is None and self._is_list()

    def labels(self) -> Iterator[Label]:
        """The labels of its paragraphs."""
        for index, line in enumerate(self.lines):
            yield self._label(index, line)

    def _label(self, index: int, line: Line) -> Label:
        if line.is_annex:
            return self.annex
        if index == self.title:
            return TITLE
        if self.title is not None and index < self.title:
            return HEAD
        if line.section and self.restarts:
            self.section, self.last = line.section, 0
            self.outline.restart()
            return HEADING.under(self.annex)
        if self.numbered:
            return self._by_number(index, line)
        return self._by_order(index, line)

    def _by_number(self, index: int, line: Line) -> Label:
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        if line.number is not None and self._counts(line.number):
            self.last = line.number
            self.outline.restart(Label.of_prose(line.number))
            return self._under(self.outline.read(line.rest, following) or self.outline.chapeau)
        if not self.last:
            return self._before(line)
        if item := self.outline.read(line.text, following) if self.outline.chapeau else None:
            return self._under(item)
        return self.annex or HEADING if self._leads(index, line) else self._under(self.outline.here)

    def _leads(self, index: int, line: Line) -> bool:
        """Whether a line is a heading before the next numbered paragraph, not a row of a table or a list."""
        after = next((each for each in itertools.islice(self.lines, index, index + _NEAR) if not each.is_heading), None)
        return line.is_heading and (after is None or (after.number is not None and self._counts(after.number)))

    def _by_order(self, index: int, line: Line) -> Label:
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        if self.annex:
            return self.annex
        if not self.listed and (line.is_heading or not (self.speaks or _is_long(line.text))):
            return HEADING if self.speaks else HEAD
        self.speaks = True
        if self.last and (item := self.outline.read(line.text, following)):
            return item
        self.last += 1
        self.outline.restart(Label.of_prose(self.last))
        return self.outline.chapeau

    def _is_list(self) -> bool:
        """Whether no line shows a masthead or speaks; a symbol alone is that of the document."""
        if len(self.lines) == 1 and symbol_of(self.lines[0].text):
            return False
        return not any(self._frames(line) or _speaks(line) for line in self.lines)

    def _frames(self, line: Line) -> bool:
        """Whether a line shows that the part has a masthead; symbols and names of bodies stand in lists as well."""
        if symbol_of(line.text) or line.text.casefold() in self.frame.organs:
            return False
        return is_masthead(line.text, self.frame)

    def _before(self, line: Line) -> Label:
        if self.annex:
            return self.annex
        self.speaks = self.speaks or (not line.is_heading and _is_long(line.text))
        return HEAD if not self.speaks else HEADING if line.is_heading else LEAD

    def _counts(self, number: int) -> bool:
        """Whether a number continues those before; a list inside a paragraph starts over and does not."""
        return number == 1 if not self.last else self.last < number <= self.last + _SKIPPED

    def _under(self, label: Label) -> Label:
        return label.under(self.annex, self.section)


def _find_title(lines: Sequence[Line], frame: Structure) -> int | None:
    """Place of the title: the description of a letter, or what comes before the words that describe a report."""
    before_text = itertools.takewhile(lambda line: not _is_sentence(line.text), lines)  # a text may list reports
    for index, line in enumerate(before_text):
        if line.number is not None or (not line.is_heading and not frame.correspondence.search(line.text)):
            continue
        if len(line.text) <= _LONGEST_TITLE and frame.correspondence.search(line.text):
            return index
        if frame.report.search(line.text):
            before = index - 1
            return (
                before if index and lines[before].is_heading and not is_masthead(lines[before].text, frame) else index
            )
    return None


def _is_sentence(text: str) -> bool:
    """Whether a paragraph is a whole sentence, longer than titles are that end in a stop."""
    return len(text) >= _SENTENCE // (_WIDE_AS if _WIDE.search(text) else 1) and text[-1] in _STOPS


def _speaks(line: Line) -> bool:
    """Whether a line is long enough, and ends, as a clause does."""
    return not line.is_heading and _is_long(line.text)


def _is_long(text: str) -> bool:
    return len(text) >= _LEAST // (_WIDE_AS if _WIDE.search(text) else 1)
