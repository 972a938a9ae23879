"""Where the head of a document ends and its text begins to speak."""

from typing import Final

import regex

from extract.language.structure import load_structures

_GAP: Final = regex.compile(r"\s*[|\t]\s*|\s{2,}")
_MARKS: Final = " *†‡"
_NUMBERED: Final = regex.compile(r"\d{1,3}\.\d{0,3}\s+\p{L}")
_STOPS: Final = ".;:。；：؛"
_WIDE: Final = regex.compile(r"\p{Han}")
_WIDE_AS: Final = 3
_SPOKEN: Final = 60  # code points; a third of that in Han characters


def cells(text: str) -> list[str]:
    """The parts of a line that bars, tabs or wide gaps separate, as the cells of a masthead are."""
    return [cell for cell in _GAP.split(text) if cell]


def speaks(row: str) -> bool:
    """Whether a line is one of the text: an enacting formula, a heading of contents, a number or sentence."""
    if any(frame.enacting(row) or frame.contents.fullmatch(row) for frame in load_structures().values()):
        return True
    if _NUMBERED.match(row):
        return True
    length = len(row) + (_WIDE_AS - 1) * len(_WIDE.findall(row))
    return length >= _SPOKEN and row.rstrip(_MARKS)[-1:] in _STOPS and len(cells(row)) == 1
