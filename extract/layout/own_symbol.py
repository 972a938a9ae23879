"""The symbol of the document itself: in its masthead, in a running head, or, as a weak hint, in the name of its file.

Other documents' symbols stand alone on lines too: in lists of mandates, in tables of contents, in notes. So a line
counts only in the masthead: before the text begins to speak, and beside or below lines that mastheads consist of.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

import regex

from extract.language.structure import load_structures
from extract.layout.masthead import is_masthead
from extract.layout.speech import cells, speaks
from extract.model.errors import SymbolError
from extract.symbols.symbol import AGENCIES, parse

_ROWS: Final = 40  # lines of a masthead, agenda item and title included
_LONGEST: Final = 90
_MARKS: Final = " *†‡"
_SHAPE: Final = regex.compile(
    r"[A-Z]{1,12}(?:-[A-Z][A-Za-z.]{1,12})?(?:\(\d{1,3}\)|\.\d{1,3}|-\d{1,3})?"
    r"(?:/(?:Part [A-Z\d]{1,2}+|[\w.\-\u2013]{0,24}(?: ?\([^()]{1,30}\)){0,3})){1,8}+(?<!\.)"
)
_AGENCY: Final = regex.compile(AGENCIES)
_DIGIT: Final = regex.compile(r"\d")
_DISPLACED: Final = regex.compile(r"\)(?P<head>[A-Z]{1,8}/[^()]{1,40})\((?P<year>\d{4})")
_SECTION: Final = regex.compile(
    r"/\(?((?:SECT|PART|VOL)S?\.?/?\w{1,4}+|PLAN/?OUTLINE|INTRODUCTION|FOREWORD[\w/]{0,24})\)?(?=/|\Z)"
)
_SUFFIX: Final = regex.compile(r"\.\p{L}{1,8}")
_LANGUAGE: Final = regex.compile(r"[-_](?i:ar|en|es|fr|ru|zh|de)\Z")
_SHORTEST: Final = len("A/75")  # such a name may be anything


def symbol_of(text: str) -> str | None:
    """The symbol that a line is and nothing else, marks of notes behind it aside.

    Args:
        text: the line; it may have been copied from one that runs from right to left, with its last bracket first.
    """
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    if is_agency(text):
        return text
    if displaced := _DISPLACED.fullmatch(text):
        return f"{displaced['head'].strip()}({displaced['year']})"
    said = text.rstrip(_MARKS)
    if not _SHAPE.fullmatch(said):
        return None
    try:
        return str(parse(said))
    except SymbolError:
        return said.replace(" ", "")


def is_agency(printed: str) -> bool:
    """Whether a symbol is the number of a resolution of an agency: WHA93.1."""
    return _AGENCY.fullmatch(printed) is not None


def series_of(printed: str | None) -> str | None:
    """The body, in English, whose documents a symbol numbers; None where its series is not known."""
    try:
        return parse(printed or "").body
    except SymbolError:
        return None


def from_masthead(rows: Sequence[str]) -> str | None:
    """The symbol that the masthead shows.

    Args:
        rows: the first lines of the text, cells of a table separated by bars, tabs or wide gaps.
    """
    head = _Head(list(itertools.takewhile(lambda row: not speaks(row), rows[:_ROWS])))
    return next((symbol for at, symbol in head.symbols() if head.is_own(at, symbol)), None)


def from_running_heads(heads: Sequence[str]) -> str | None:
    """The first running head that is a symbol or holds one beside a title.

    Args:
        heads: as printed, those of the first page first.
    """
    return next((symbol for head in heads for symbol in _symbols_in(head)), None)


def from_file_name(file: str) -> str | None:
    """The symbol that the name of a file spells: `A_RES_76_901.en.txt`, `A_80_6_(Sect._3)_Add.2_advance.docx`.

    A weak hint: names are given by whoever stores the file.

    Args:
        file: base name.
    """
    name = _LANGUAGE.sub("", _without_suffixes(PurePath(file).name[:_LONGEST]).replace(" ", "_")).upper()
    if not file[:1].isupper():
        return None
    parts = [part.lstrip("0") or part for part in name.split("_" if "_" in name else "-") if part]
    spellings = ("/".join(parts[:count]) for count in range(len(parts), 1, -1))
    return next((symbol for spelled in spellings if (symbol := _spelled(spelled))), None)


def _without_suffixes(name: str) -> str:
    """The name of a file without its suffixes: `.docx`, `.en.txt`."""
    while _SUFFIX.fullmatch(PurePath(name).suffix):
        name = PurePath(name).stem
    return name


def _spelled(written: str) -> str | None:
    """The symbol that words of a file's name spell; None for what may be anything."""
    try:
        symbol = parse(_SECTION.sub(lambda found: f"({found[1].replace('/', '')})", written).replace("/(", "("))
    except SymbolError:
        return None
    told = symbol.session or symbol.year or "." in symbol.components[-1] or len(symbol.components[0]) > 1
    return str(symbol) if symbol.body and told and len(written) > _SHORTEST else None


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines before the text begins to speak."""

    rows: Sequence[str]

    def symbols(self) -> Iterator[tuple[int, str]]:
        """Place and symbol of each cell that is a symbol."""
        for at, row in enumerate(self.rows):
            for symbol in _symbols_in(row):
                yield at, symbol

    def is_own(self, at: int, symbol: str) -> bool:
        """Whether a symbol is that of the document: among the lines of a masthead, and not one of a list."""
        if self._is_listed(at, symbol):
            return any(_is_masthead(row, organs=False) for row in self._around(at))
        if len(cells(self.rows[at])) > 1 or any(map(_is_masthead, self._near(at))):
            return True
        return all(_is_masthead(row) for row in self.rows[:at])

    def _near(self, at: int) -> list[str]:
        return [self.rows[near] for near in (at - 1, at + 1) if 0 <= near < len(self.rows)]

    def _around(self, at: int) -> list[str]:
        """The lines right before and after the run of symbols that a symbol stands in."""
        before = (row for row in reversed(self.rows[:at]) if not _has_symbol(row))
        after = (row for row in self.rows[at + 1 :] if not _has_symbol(row))
        return [*itertools.islice(before, 1), *itertools.islice(after, 1)]

    def _is_listed(self, at: int, symbol: str) -> bool:
        """Whether another symbol stands on its line, or on the one before or after."""
        return any(other != symbol for row in (self.rows[at], *self._near(at)) for other in _symbols_in(row))


def _symbols_in(row: str) -> Iterator[str]:
    """The symbols that are cells of a line, or stand there beside a name that mastheads show."""
    for cell in cells(row):
        if symbol := symbol_of(cell) or _beside_name(cell):
            yield symbol


def _has_symbol(row: str) -> bool:
    return next(_symbols_in(row), None) is not None


def _beside_name(cell: str) -> str | None:
    """The symbol before or after the name of the organization or of a body."""
    if len(cell) > _LONGEST or "/" not in cell:
        return None
    words = cell.split(" ")
    for cut in range(1, len(words)):
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        for name, rest in ((left, right), (right, left)):
            if (symbol := symbol_of(rest)) and _is_masthead(name):
                return symbol
    return None


def _is_masthead(text: str, *, organs: bool = True) -> bool:
    """Whether all cells of a line are those of a masthead, in any language; the names of bodies where `organs`."""
    return all(
        any(
            is_masthead(cell, frame) and (organs or cell.casefold() not in frame.organs)
            for frame in load_structures().values()
        )
        for cell in cells(text)
    )
