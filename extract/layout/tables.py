"""Which tables of a document are tables to a reader, not means of its layout or its contents."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.structure import Structure
from extract.model.cell import Cell

_DISTRIBUTED: Final = "distr."  # in the mastheads of all languages
_MOST_PARAGRAPHS: Final = 12  # of one cell
_LONGEST: Final = 4_000  # code points of one cell
_LONGEST_MEAN: Final = 300  # code points; columns of running text have more
_HEAD: Final = 12  # paragraphs among which a table may be the masthead
_SIGN: Final = regex.compile(r"\d{1,3}[.)]?|\(?[\p{L}]{1,5}[.)]|[-–—•·*]")
_SENTENCE: Final = regex.compile(r"[.;:,。；：，،؛؟]\)?\Z")
_FIRST: Final = 2  # paragraphs of a table with which a masthead begins
_DIGITS: Final = 4  # of the number of a page
_FEWEST: Final = 4  # lines of a table of contents that end in one
_MOSTLY: Final = 0.7
_SIGN_AND_TEXT: Final = 2  # cells of a row
_SPOKEN: Final = 60  # code points of a paragraph beside its sign


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a document, seen from its paragraphs.

    Attributes:
        cells: the cell of each paragraph, tables numbered from 1; None outside tables and where one only lays out.
        contents: places of the paragraphs that belong to a table of contents.
    """

    cells: Sequence[Cell | None]
    contents: frozenset[int]


def find_tables(cells: Sequence[Cell | None], texts: Sequence[str], frame: Structure) -> Tables:
    """Find the tables.

    A table lays out where it is the masthead, enacts something, holds a single cell or columns of running text, or sets
    the signs of paragraphs apart from their text.

    Args:
        cells: where each paragraph stands, as the form shows it.
        texts: the flowing text of each.
        frame: what frames a document in its language.
    """
    members: dict[int, list[int]] = {}
    for at, cell in enumerate(cells):
        if cell is not None:
            members.setdefault(cell.table, []).append(at)
    contents = {table for table, places in members.items() if _is_contents(cells, texts, places)}
    shown = [
        table
        for table, places in members.items()
        if table not in contents and not _lays_out(cells, texts, places, frame)
    ]
    numbers = {table: number for number, table in enumerate(shown, 1)}
    return Tables(
        [replace(cell, table=numbers[cell.table]) if cell and cell.table in numbers else None for cell in cells],
        frozenset(at for table in contents for at in members[table]),
    )


def _is_contents(cells: Sequence[Cell | None], texts: Sequence[str], places: Sequence[int]) -> bool:
    """Whether every row but the first ends in the number of a page, none lower than the one above."""
    last: dict[int, str] = {}
    rows: dict[int, int] = {}
    for at in places:
        if (cell := cells[at]) is not None:
            last[cell.row] = texts[at]
            rows[cell.row] = rows.get(cell.row, 0) + 1
    pages = [text for row, text in last.items() if row > 1 and rows[row] > 1]
    numbers = [int(text) for text in pages if text.isascii() and text.isdecimal() and len(text) <= _DIGITS]
    return (
        len(numbers) >= _FEWEST
        and len(numbers) >= _MOSTLY * len(last)
        and len(numbers) == len(pages)
        and all(a <= b for a, b in itertools.pairwise(numbers))
    )


def _lays_out(cells: Sequence[Cell | None], texts: Sequence[str], places: Sequence[int], frame: Structure) -> bool:
    held: dict[Cell, list[str]] = {}
    for at in places:
        if (cell := cells[at]) is not None:
            held.setdefault(cell, []).append(texts[at])
    said = [text for lines in held.values() for text in lines]
    return (
        len(held) == 1
        or _holds_running_text(held)
        or _sets_signs_apart(held)
        or any(_DISTRIBUTED in text.casefold() for text in said)
        or any(map(frame.enacting, said))
        or (places[0] < _HEAD and _is_head(said, frame))
    )


def _holds_running_text(held: Mapping[Cell, Sequence[str]]) -> bool:
    """Whether a cell holds a whole page, or the cells hold paragraphs rather than entries."""
    lengths = [sum(map(len, lines)) for lines in held.values()]
    return (
        max(map(len, held.values())) > _MOST_PARAGRAPHS
        or max(lengths) > _LONGEST
        or sum(lengths) > _LONGEST_MEAN * len(lengths)
    )


def _is_head(said: Sequence[str], frame: Structure) -> bool:
    """Whether a table among the first paragraphs begins as a masthead does: with the name of the organization."""
    return any(frame.masthead.match(text) for text in said[:_FIRST])


def _sets_signs_apart(held: Mapping[Cell, Sequence[str]]) -> bool:
    """Whether every row is a sign ("1.", "(a)") and the paragraph that it belongs to."""
    rows = [
        [(cell.column, " ".join(lines)) for cell, lines in row]
        for _, row in itertools.groupby(held.items(), key=lambda item: item[0].row)
    ]
    return all(
        len(row) <= _SIGN_AND_TEXT and len(row[-1][1]) >= _SPOKEN and _SENTENCE.search(row[-1][1]) is not None
        and (len(row) == 1 or _SIGN.fullmatch(row[0][1]) is not None)
        for row in rows
    )  # fmt: skip
