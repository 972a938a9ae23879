"""Notes that a text ends with: which of its last paragraphs are notes, and where one ends and the next begins."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.layout.lines import Paragraph
from extract.layout.note_marks import has_mark
from extract.text.flow import plain

_NOTE: Final = regex.compile(r"\((?P<number>\d{1,3})\)\s*+(?!\d{1,3}\))|(?P<number>\d{1,3})\s++(?![.\-–)\]/,:;])")
_ALONE: Final = regex.compile(r"(?P<number>\d{1,3}) (?=\p{Lu})")
"""How a note begins that no other note shows to be one."""
_COUNTED: Final = regex.compile(r"\W{0,3}(?P<number>\d{1,3})\W")
_HEAD: Final[int] = 12
_LONGEST_NOTE: Final[int] = 4
_FEWEST_UNANCHORED: Final[int] = 2


def split_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part the notes that a text ends with from its body.

    Notes are paragraphs at the end that begin with numbers running down to the first when read from the last; one
    between two of them belongs to the note before it. Records printed one behind another go on counting: their first
    note has any number, and a lone one must have its mark in the body.
    """
    apart = [(index, piece) for index, each in enumerate(paragraphs) for piece in _taken_apart(text, each)]
    pieces = [piece for _, piece in apart]
    first, expected, starts = len(pieces), None, []
    enclosed = None
    for index in range(len(pieces) - 1, -1, -1):
        found = _NOTE.match(_head(text, pieces[index]))
        if (
            not found
            or (expected is not None and int(found["number"]) != expected)
            or (enclosed not in (None, (found.group()[0] == "(")))
        ):
            if expected == 0 or first - index > _LONGEST_NOTE:
                break
            continue
        first, expected, enclosed = (index, int(found["number"]) - 1, (found.group()[0] == "("))
        starts.append((index, found))
        if expected == 0:
            break
    told = expected == 0 or len(starts) >= _FEWEST_UNANCHORED or _is_marked(text, pieces, first)
    if not starts or not told:
        return tuple(paragraphs), ()
    notes = []
    bounds = [index for index, _ in reversed(starts)] + [len(pieces)]
    for (index, found), end in zip(reversed(starts), bounds[1:], strict=True):
        begin = pieces[index].segments[0][0] + found.end()
        parts = [segment for piece in pieces[index:end] for segment in piece.segments]
        parts = [(begin, parts[0][1]), *parts[1:]] if begin < parts[0][1] else parts[1:]
        if parts:
            notes.append(Paragraph(tuple(parts), note=found["number"]))
    whole = apart[first][0]
    return (*paragraphs[:whole], *(piece for at, piece in apart[:first] if at == whole)), tuple(notes)


def _head(text: str, paragraph: Paragraph) -> str:
    start, end = paragraph.segments[0]
    return plain(text[start : min(end, start + _HEAD)])


def _taken_apart(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """The notes of a paragraph whose lines begin with numbers that follow one another; any other paragraph whole."""
    segments, last = paragraph.segments, 0
    found = _NOTE.match(_head(text, paragraph)) if len(segments) > 1 and not paragraph.marks else None
    number = int(found["number"]) if found else None
    for at in range(1, len(segments)):
        begins = _NOTE.match(plain(text[slice(*segments[at])][:_HEAD])) if number is not None else None
        if begins and number is not None and int(begins["number"]) == number + 1:
            yield replace(paragraph, segments=segments[last:at])
            last, number = at, number + 1
    yield replace(paragraph, segments=segments[last:])


def _is_marked(text: str, pieces: Sequence[Paragraph], first: int) -> bool:
    """Whether the lone note that begins at a place is one: its mark is in the body, and it counts no paragraphs on."""
    found = _ALONE.match(_head(text, pieces[first])) if 0 < first < len(pieces) else None
    if found is None:
        return False
    number, counted = int(found["number"]), _COUNTED.match(_head(text, pieces[first - 1]))
    return (counted is None or int(counted["number"]) != number - 1) and has_mark(text, pieces[:first], number)
