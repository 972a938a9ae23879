"""Notes that share a mark: numbers that begin anew on each page, and signs (*, **, †) in the place of numbers."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.layout.lines import Paragraph

Parts = tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]
"""The paragraphs of the body, and the notes."""

_ANY: Final = regex.compile(r"[*†‡]")
_NOTE: Final = regex.compile(r"(?P<sign>\*{1,4}|†{1,4}|‡{1,4})(?![*†‡])\s*+(?=[\p{L}\p{N}(\[\"“«《])")
_MARK: Final = regex.compile(
    r"(?<=[\p{L}\p{N}.,;:)\]»”\"’'）》」，。；：])(?P<sign>\*{1,4}|†{1,4}|‡{1,4})(?![*†‡\p{L}\p{N}])"
)


def lift_signs(text: str, body: Sequence[Paragraph], notes: Sequence[Paragraph]) -> Parts:
    """Make notes of paragraphs that begin with a sign which marked a word before, and cut those marks.

    What begins with a sign that marks nothing, as the items of a list do, stays a paragraph.

    Args:
        text: the text as read.
        body: the paragraphs of the body.
        notes: the notes known so far; a sign may be the mark of one of them, too.
    """
    if not _ANY.search(text):
        return tuple(body), tuple(notes)
    open_marks: dict[str, list[int]] = defaultdict(list)  # sign -> offsets that no note has been found for
    cuts: list[tuple[int, str]] = []
    made: list[Paragraph] = []
    left: list[Paragraph] = []
    for paragraph in body:
        start, end = paragraph.segments[0]
        found = _NOTE.match(text, start, end)
        if found and open_marks[found["sign"]]:
            sign = found["sign"]
            cuts += [(offset, sign) for offset in open_marks.pop(sign)]
            segments = ((found.end(), end), *paragraph.segments[1:])
            made.append(replace(paragraph, segments=tuple(s for s in segments if s[0] < s[1]), note=sign))
            continue
        left.append(paragraph)
        for begin, stop in paragraph.segments:
            for mark in _MARK.finditer(text, begin, stop):
                open_marks[mark["sign"]].append(mark.start())
    signed = {note.note for note in notes if note.note and _ANY.match(note.note)}
    cuts += [(offset, sign) for sign in signed for offset in open_marks.get(sign or "", ())]
    offsets = sorted(cuts)
    cut = tuple(_cut(paragraph, offsets) for paragraph in left)
    return cut, tuple(sorted([*notes, *made], key=lambda note: note.segments[0][0])) if made else tuple(notes)


def _cut(paragraph: Paragraph, cuts: Sequence[tuple[int, str]]) -> Paragraph:
    segments: list[tuple[int, int]] = []
    marks = list(paragraph.marks)
    for start, end in paragraph.segments:
        at = start
        for offset, sign in cuts[bisect_left(cuts, (start, "")) : bisect_left(cuts, (end, ""))]:
            segments.append((at, offset))
            marks.append((offset, sign))
            at = offset + len(sign)
        segments.append((at, end))
    kept = tuple(segment for segment in segments if segment[0] < segment[1])
    return replace(paragraph, segments=kept or paragraph.segments, marks=tuple(sorted(marks)))


def tell_apart(body: Sequence[Paragraph], notes: Sequence[Paragraph]) -> Parts:
    """Number notes that share a number: 1, then 1.2 for the second that is numbered 1; and bind each mark to its own.

    Where the notes stand at the feet of pages, a mark's note is the next one with its number; where they stand behind
    the text, the marks have their notes in order, if there are as many, else the first.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for note in notes:
        places[note.note or ""].append(note.segments[0][0])
    shared = {number: sorted(starts) for number, starts in places.items() if len(starts) > 1}
    if not shared:
        return tuple(body), tuple(notes)
    marks: dict[str, list[int]] = defaultdict(list)
    for paragraph in body:
        for offset, number in paragraph.marks:
            marks[number].append(offset)
    bound = {number: _bind(sorted(marks[number]), starts) for number, starts in shared.items()}
    told = [
        replace(note, note=_named(note.note or "", bisect_left(shared[note.note or ""], note.segments[0][0])))
        if (note.note or "") in shared
        else note
        for note in notes
    ]
    return tuple(_renamed(paragraph, bound) for paragraph in body), tuple(told)


def _bind(marks: Sequence[int], starts: Sequence[int]) -> Mapping[int, int]:
    """Which of the notes with one number each of its marks means, by the mark's offset."""
    if marks and marks[-1] < starts[0]:
        return {mark: at if len(marks) == len(starts) else 0 for at, mark in enumerate(marks)}
    return {mark: min(bisect_left(starts, mark), len(starts) - 1) for mark in marks}


def _renamed(paragraph: Paragraph, bound: Mapping[str, Mapping[int, int]]) -> Paragraph:
    if not any(number in bound for _, number in paragraph.marks):
        return paragraph
    return replace(
        paragraph,
        marks=tuple(
            (offset, _named(number, bound[number][offset]) if number in bound else number)
            for offset, number in paragraph.marks
        ),
    )


def _named(number: str, at: int) -> str:
    return f"{number}.{at + 1}" if at else number
