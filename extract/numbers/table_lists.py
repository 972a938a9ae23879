"""`TableLists`: which cells of a table hold numbers, which headings govern them, and the titles beside them."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.language.references import References
from extract.model.cell import Cell
from extract.model.document import Block
from extract.model.label import Label
from extract.numbers.entries import Entry, read_entry
from extract.numbers.headings import Heading, read_heading
from extract.numbers.words import Bodies

_FEWEST_LETTERS: Final = 3
_MOST_CELLS: Final = 20_000


class Row(NamedTuple):
    """What a table says of the numbers of a block.

    Attributes:
        at: index of the block.
        heading, via: the heading that governs it, and its label.
        entry: where the numbers stand.
        title: what they are called; None where the table does not say.
    """

    at: int
    heading: Heading
    via: Label
    entry: Entry
    title: str | None


class _Named(NamedTuple):
    """A cell that is a heading."""

    cell: Cell
    heading: Heading
    label: Label


class TableLists:
    """One table.

    Attributes:
        last_heading: the last heading that holds for a whole row, which a table that goes on has in force.
    """

    def __init__(self, blocks: Sequence[Block], places: Sequence[int], lexicon: References, bodies: Bodies) -> None:
        """Read the cells.

        Args:
            blocks: of the document.
            places: indices of those in the table, in reading order.
            lexicon: the words of the language.
            bodies: what the text before it has said of bodies.
        """
        self._blocks, self._lexicon = blocks, lexicon
        self._cells: dict[Cell, list[int]] = {}
        for at in places[:_MOST_CELLS]:
            if (cell := blocks[at].cell) is not None:
                self._cells.setdefault(cell, []).append(at)
        self._entries = {at: found for at in places[:_MOST_CELLS] if (found := read_entry(blocks[at].text, lexicon))}
        self._rows: dict[int, list[Cell]] = {}
        for cell in self._cells:
            self._rows.setdefault(cell.row, []).append(cell)
        self._named = [named for cell in self._cells if (named := self._heading(cell, bodies))]
        self._across = [named for named in self._named if len(self._rows[named.cell.row]) == 1]
        self._title_columns = {cell.column for cell in self._cells if self._is_title(cell)}
        last = self._across[-1] if self._across else None
        self.last_heading = (last.heading, last.label) if last else None

    def entries(self, outer: Heading | None, via: Label) -> Iterator[Row]:
        """The blocks with numbers that a heading governs.

        Args:
            outer: what the heading before the table names; None where there is none.
            via: the label of that heading.
        """
        for cell, places in self._cells.items():
            held = [(at, self._entries[at]) for at in places if at in self._entries]
            governed = self._governing(cell, outer, via) if held else None
            if governed is None:
                continue
            heading, label = governed
            beside = self._title_of(cell)
            for at, entry in held:
                yield Row(at, heading, label, entry, entry.title or self._title_within(places, at) or beside)

    def _heading(self, cell: Cell, bodies: Bodies) -> _Named | None:
        """What a cell names, where it says nothing else."""
        if any(at in self._entries for at in self._cells[cell]):
            return None
        heading = read_heading(self._text(cell), self._lexicon, bodies)
        label = self._blocks[self._cells[cell][0]].label
        alone = len(self._rows[cell.row]) == 1
        known = heading is not None and heading.whole and (alone or not heading.is_unknown)
        return _Named(cell, heading, label) if heading and known else None

    def _governing(self, cell: Cell, outer: Heading | None, via: Label) -> tuple[Heading, Label] | None:
        """What governs a cell: a heading beside it, else those above it, else the one before the table."""
        above = self._above(cell, outer, via)
        beside = self._beside(cell, whole=above is not None and bool(above[0].bodies and above[0].noun))
        if beside is None:
            return above if above and above[0].bodies else None
        return beside.heading.within(above[0] if above else None), beside.label

    def _above(self, cell: Cell, outer: Heading | None, via: Label) -> tuple[Heading, Label] | None:
        """What the headings above a cell name together, the nearest first."""
        over = [
            named
            for named in self._named
            if named.cell.row < cell.row and (len(self._rows[named.cell.row]) == 1 or named.cell.shares_column(cell))
        ]
        found: tuple[Heading, Label] | None = (outer, via) if outer else None
        for named in over:  # from the top down
            found = named.heading.within(found[0] if found else None), named.label
        return found

    def _beside(self, cell: Cell, *, whole: bool) -> _Named | None:
        """The heading in the row of a cell; under a whole heading, what names a body is a title."""
        rows = [
            named
            for named in self._named
            if named.cell.shares_row(cell) and named.cell.column != cell.column and named.heading.bodies
        ]
        return None if whole else next(iter(rows), None)

    def _title_within(self, places: Sequence[int], at: int) -> str | None:
        """The paragraph after the numbers in their own cell."""
        after = places.index(at) + 1
        following = places[after] if after < len(places) else None
        return self._blocks[following].text if following is not None and following not in self._entries else None

    def _title_of(self, cell: Cell) -> str | None:
        """The title beside a cell: in the column of titles, or else the next cell with words, right before left."""
        others = [other for other in self._rows[cell.row] if self._may_be_title(other, cell)]
        titled = [other for other in others if other.column in self._title_columns]
        right = [other for other in others if other.column > cell.column]
        chosen = next(iter([*titled, *right, *reversed(others)]), None)
        return self._text(chosen) if chosen else None

    def _may_be_title(self, cell: Cell, numbers: Cell) -> bool:
        if cell == numbers or any(at in self._entries and not self._entries[at].title for at in self._cells[cell]):
            return False
        text = self._text(cell)
        return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS and not self._lexicon.date.fullmatch(text)

    def _is_title(self, cell: Cell) -> bool:
        """Whether a cell is the heading of the column of titles."""
        return self._text(cell).casefold().strip(" :*") in {
            form.casefold() for form in self._lexicon.table.lists.titles
        }

    def _text(self, cell: Cell) -> str:
        return " ".join(self._blocks[at].text for at in self._cells[cell])
