"""`find_listed`: the numbers of lists and tables, each with the heading that says whose they are, and its title.

"General Assembly resolutions" governs the numbers below it, in paragraphs and in the cells of tables, until the next
heading that names a body or the next sentence that is not part of the list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

import regex

from extract.language.references import References
from extract.model.document import Block
from extract.model.label import HEAD, TITLE, Label
from extract.numbers.entries import Entry, read_entry
from extract.numbers.headings import Heading, read_heading, read_introduction
from extract.numbers.mention import NumberMention
from extract.numbers.table_lists import TableLists
from extract.numbers.words import Bodies

_SENTENCE: Final = regex.compile(r"[.。؟?!][\s\"”»)]*+\Z")
_CLAUSE: Final = regex.compile(r"\A\d{1,3}\.\s|[;；؛,，،:：]\s*+\Z")
_WIDE: Final = regex.compile(r"\p{Han}")
_SHORTEST: Final = 30  # code points of a sentence; a third of that in Han characters
_LONGEST: Final = 400  # code points of a title
_ITEM: Final = regex.compile(r"\((?P<sign>\d{1,3}|[\p{L}]{1,6})\)\s|(?P<sign>[-–—•·])\s")
_ROMAN: Final = regex.compile(r"[ivx]{1,6}", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of the numbers of one of its lines or cells.

    Attributes:
        heading: what the heading above names.
        via: label of the paragraph that the heading is.
        entry: where the line's own numbers stand; None where it is a sentence of the list that may cite.
        title: what the numbers are called.
    """

    heading: Heading
    via: Label
    entry: Entry | None
    title: str | None = None

    def governing(self, mention: NumberMention) -> NumberMention | None:
        """A number as the heading has it; None where the line itself says whose it is, or cites it in a title."""
        if mention.bodies:
            return None
        if self.entry is None:
            return replace(mention, bodies=self.heading.bodies, sure="listed") if mention.noun else None
        if not self.entry.start <= mention.designator.start < self.entry.end:
            return None
        noun = mention.noun or self.heading.noun_of(mention.designator)
        return replace(mention, noun=noun, bodies=self.heading.bodies, sure="listed")


def find_listed(blocks: Sequence[Block], lexicon: References, *, adopting: str | None) -> Mapping[int, Listed]:
    """Find the lines and cells that a heading governs.

    Args:
        blocks: of the document, in reading order.
        lexicon: the words of its language.
        adopting: identifier of the body that adopts the document; None when unknown.

    Returns:
        Index of a block to what its list says of it.
    """
    reader = _ListReader(blocks, lexicon, Bodies(adopting))
    for table, group in groupby(range(len(blocks)), key=lambda at: _table(blocks[at])):
        places = list(group)
        if table is None:
            for at in places:
                reader.read(at)
        else:
            reader.read_table(places)
    return reader.listed


def _table(block: Block) -> int | None:
    return block.cell.table if block.cell else None


class _ListReader:
    """Reads line after line; what a heading names holds until it is ended."""

    def __init__(self, blocks: Sequence[Block], lexicon: References, bodies: Bodies) -> None:
        self.listed: dict[int, Listed] = {}
        self._blocks, self._lexicon, self._bodies = blocks, lexicon, bodies
        self._enacts = any(block.label.kind in {"pp", "op"} for block in blocks)
        self._heading: Heading | None = None
        self._via = Label()
        self._untitled: int | None = None  # the line before, where its numbers have no title yet
        self._waiting = ""  # a title before its numbers
        self._sign = ""  # kind of sign of the items of the list
        self._first = False  # whether nothing has been read below the heading
        self._titles_first = False  # whether titles come before their numbers

    def read(self, at: int) -> None:
        """Read a paragraph."""
        block = self._blocks[at]
        if block.label.is_note or (self._enacts and block.label in {HEAD, TITLE}):
            return
        untitled, self._untitled = self._untitled, None
        if self._heading and (entry := read_entry(block.text, self._lexicon)):
            self._enter(at, entry)
        elif heading := self._named(block, below=untitled is not None):
            self._begin(heading, block.label)
        elif self._heading is not None:
            self._go_on(at, block, untitled)

    def read_table(self, places: Sequence[int]) -> None:
        """Read the cells of a table."""
        table = TableLists(self._blocks, places, self._lexicon, self._bodies)
        for at, heading, via, entry, title in table.entries(self._heading, self._via):
            self.listed[at] = Listed(heading, via, entry, title)
        if last := table.last_heading:
            heading, self._via = last
            self._heading = heading.within(self._heading)
        self._untitled, self._waiting, self._first = None, "", False

    def _named(self, block: Block, *, below: bool) -> Heading | None:
        """The heading that a paragraph is; below a number that has no title yet, only one that is nothing else."""
        found = read_heading(block.text, self._lexicon, self._bodies)
        if found is None:
            return read_introduction(block.text, self._lexicon, self._bodies)
        halves = not found.bodies or not found.noun
        if block.label == HEAD and halves:
            return None
        return None if below and (halves or not found.whole) else found

    def _begin(self, heading: Heading, label: Label) -> None:
        self._heading, self._via = heading.within(self._heading), label
        self._sign, self._waiting, self._first, self._titles_first = "", "", True, False

    def _enter(self, at: int, entry: Entry) -> None:
        """Take a line of numbers; the first one below the heading tells whether titles come before."""
        if self._heading is None:
            return
        title = entry.title or self._waiting or None
        self.listed[at] = Listed(self._heading, self._via, entry, title)
        self._waiting, self._first = "", False
        self._untitled = at if title is None else None

    def _go_on(self, at: int, block: Block, untitled: int | None) -> None:
        """Read a line that is neither a heading nor numbers: an item, a title, or what ends the list."""
        text = block.text
        if self._heading is None:
            return
        if item := _ITEM.match(text):
            if self._continues(item["sign"]):
                self.listed[at] = Listed(self._heading, self._via, None)
            else:
                self._heading = None
        elif untitled is not None and self._may_be_title(text):
            self.listed[untitled] = replace(self.listed[untitled], title=text)
        elif _is_sentence(text):
            self._heading = None
        else:
            self._titles_first = self._titles_first or self._first
            self._waiting = text if self._titles_first and self._may_be_title(text) else ""

    def _may_be_title(self, text: str) -> bool:
        """Whether a line can be the title of the numbers beside it: no clause, no numbered paragraph."""
        return not self._enacts and len(text) <= _LONGEST and not _CLAUSE.search(text)

    def _continues(self, sign: str) -> bool:
        """Whether the sign of an item is of the kind that the list's first one is."""
        kinds = list(_kinds(sign))
        self._sign = self._sign or kinds[0]
        return self._sign in kinds


def _kinds(sign: str) -> Iterator[str]:
    """The kinds of sign that a sign may be of: (i) is a numeral before it is a letter."""
    if sign.isdecimal():
        yield "number"
    elif _ROMAN.fullmatch(sign):
        yield from ("numeral", "letter")
    else:
        yield "letter" if sign.isalpha() else "dash"


def _is_sentence(text: str) -> bool:
    """Whether a line is running text rather than a line of a list."""
    size = len(text) * (3 if _WIDE.search(text) else 1)
    return size > _LONGEST or (size >= _SHORTEST and _SENTENCE.search(text) is not None)
