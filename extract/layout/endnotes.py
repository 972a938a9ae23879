"""Endnotes: which of the last paragraphs of a text are notes, and where each begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.layout.lines import Paragraph
from extract.layout.note_marks import has_mark
from extract.text.flow import plain

_NOTE: Final = regex.compile(r"\((?P<number>\d{1,3})\)\s*+(?!\d{1,3}\))|(?P<number>\d{1,3})\s++(?![.\-–)\]/,:;])")
_ALONE: Final = regex.compile(r"(?P<number>\d{1,3}) (?=\p{Lu})")
"""How a note begins that no other note confirms."""
_COUNTED: Final = regex.compile(r"\W{0,3}(?P<number>\d{1,3})\W")
_HEAD: Final[int] = 12  # code points that show how a paragraph begins
_LONGEST_NOTE: Final[int] = 4  # paragraphs
_FEWEST_UNANCHORED: Final[int] = 2  # notes that confirm each other where none is numbered 1


def split_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Separate the notes at the end of a text from its body.

    Notes are paragraphs at the end that begin with numbers running down to the first when read from the last; one
    between two of them belongs to the note before it. Records printed one after another continue the numbering: their
    first note has any number, and a single one must have its mark in the body.

    Returns:
        The paragraphs of the body, and the notes with their numbers.
    """
    split = [(index, piece) for index, each in enumerate(paragraphs) for piece in _split_lines(text, each)]
    pieces = [piece for _, piece in split]
    starts = _find_starts(text, pieces)
    if not starts or not _are_notes(text, pieces, starts):
        return tuple(paragraphs), ()
    first = starts[-1].index
    whole = split[first][0]
    body = (*paragraphs[:whole], *(piece for index, piece in split[:first] if index == whole))
    return body, tuple(_notes(pieces, starts[::-1]))


@dataclass(frozen=True, slots=True)
class _Start:
    """A paragraph that may begin a note."""

    index: int  # of the paragraph
    number: int
    enclosed: bool  # whether the number is in brackets
    length: int  # of the number with what separates it from the text

    def precedes(self, other: "_Start") -> bool:
        """Whether this note is the one before another: its number and the form of its number fit."""
        return self.number == other.number - 1 and self.enclosed == other.enclosed


def _find_starts(text: str, pieces: Sequence[Paragraph]) -> list[_Start]:
    """The paragraphs that begin notes, from the last note to the first."""
    starts: list[_Start] = []
    for index in reversed(range(len(pieces))):
        start = _start(text, pieces[index], index)
        if start and (not starts or start.precedes(starts[-1])):
            starts.append(start)
            if start.number == 1:
                break
        elif (starts[-1].index if starts else len(pieces)) - index > _LONGEST_NOTE:
            break
    return starts


def _start(text: str, piece: Paragraph, index: int) -> _Start | None:
    """How a paragraph begins, if it begins as a note does."""
    found = _NOTE.match(_head(text, piece))
    return _Start(index, int(found["number"]), found.group().startswith("("), found.end()) if found else None


def _are_notes(text: str, pieces: Sequence[Paragraph], starts: Sequence[_Start]) -> bool:
    """Whether the numbers are those of notes: from one on, several, or a single one with a mark in the body."""
    return starts[-1].number == 1 or len(starts) >= _FEWEST_UNANCHORED or _is_marked(text, pieces, starts[-1].index)


def _notes(pieces: Sequence[Paragraph], starts: Sequence[_Start]) -> Iterator[Paragraph]:
    """The notes, each from its number to the next one's; empty ones are left out."""
    ends = [*(start.index for start in starts[1:]), len(pieces)]
    for start, end in zip(starts, ends, strict=True):
        segments = [segment for piece in pieces[start.index : end] for segment in piece.segments]
        begin = segments[0][0] + start.length
        segments = [(begin, segments[0][1]), *segments[1:]] if begin < segments[0][1] else segments[1:]
        if segments:
            yield Paragraph(tuple(segments), note=str(start.number))


def _head(text: str, paragraph: Paragraph) -> str:
    start, end = paragraph.segments[0]
    return plain(text[start : min(end, start + _HEAD)])


def _split_lines(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """The notes of a paragraph whose lines begin with numbers that follow one another; any other paragraph whole."""
    segments, last = paragraph.segments, 0
    found = _NOTE.match(_head(text, paragraph)) if len(segments) > 1 and not paragraph.marks else None
    number = int(found["number"]) if found else None
    for at in range(1, len(segments)):
        begins = _NOTE.match(plain(text[slice(*segments[at])][:_HEAD])) if number is not None else None
        if begins and number is not None and int(begins["number"]) == number + 1:
            yield replace(paragraph, segments=segments[last:at])
            last, number = at, number + 1
    yield replace(paragraph, segments=segments[last:]) if last else paragraph


def _is_marked(text: str, pieces: Sequence[Paragraph], first: int) -> bool:
    """Whether the lone note that begins at a place is one: its mark is in the body, and it counts no paragraphs on."""
    found = _ALONE.match(_head(text, pieces[first])) if 0 < first < len(pieces) else None
    if found is None:
        return False
    number, counted = int(found["number"]), _COUNTED.match(_head(text, pieces[first - 1]))
    return (counted is None or int(counted["number"]) != number - 1) and has_mark(text, pieces[:first], number)
