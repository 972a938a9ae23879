"""Notes that share a mark: numbers that start again on each page, and marks that are characters of their own.

These are reference marks (*, **, †) and raised digits (¹, ²), which are no part of a number that they stand at.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.layout.lines import Paragraph
from extract.layout.note_marks import Cut, cut_out
from extract.text.raised import DIGITS, level, makes_power

Parts = tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]
"""The paragraphs of the body, and the notes."""

_UNIT: Final = 12  # code points before a mark that may be a number with its unit
_ANY: Final = re.compile(rf"[*†‡{DIGITS}]")
_IS_RAISED: Final = regex.compile(rf"[{DIGITS}]")
_SIGN: Final = rf"(?P<mark>\*{{1,4}}|†{{1,4}}|‡{{1,4}}|[{DIGITS}]{{1,3}})"
_NOTE: Final = regex.compile(rf"{_SIGN}(?![*†‡{DIGITS}])\s*+(?=[\p{{L}}\p{{N}}(\[\"“«《])")
_MARK: Final = regex.compile(
    rf"(?<=[\p{{L}}\p{{N}}.,;:)\]»”\"’'）》」，。；：]){_SIGN}"
    rf"(?:(?<=[{DIGITS}])(?![*†‡{DIGITS}])|(?![*†‡\p{{L}}\p{{N}}]))"
)


def lift_reference_marks(text: str, body: Sequence[Paragraph], notes: Sequence[Paragraph]) -> Parts:
    """Make notes of the paragraphs that begin with a reference mark, and cut the marks out of the body.

    Only a mark that followed a word before makes a note: the items of a list may begin with asterisks, too.

    Args:
        text: the text as read.
        body: the paragraphs of the body.
        notes: the notes known so far, which may have reference marks, too.
    """
    if not _ANY.search(text):
        return tuple(body), tuple(notes)
    reader = _ReferenceMarks(text)
    for paragraph in body:
        reader.read(paragraph)
    reader.bind(note.note for note in notes)
    reader.lift()
    cuts = sorted(reader.cuts)
    cut = tuple(_without(paragraph, cuts) for paragraph in reader.body)
    return cut, tuple(sorted([*notes, *reader.notes], key=_start)) if reader.notes else tuple(notes)


class _ReferenceMarks:
    """Reads paragraphs in order, and keeps the marks for which no note has been found yet."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: dict[str, list[tuple[int, int]]] = defaultdict(list)  # mark -> where it stands
        self.body: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.cuts: list[Cut] = []

    def read(self, paragraph: Paragraph) -> None:
        """Sort a paragraph into notes or body, and look for marks in the latter."""
        start, end = paragraph.segments[0]
        found = _NOTE.match(self._text, start, end)
        if found and self._open[level(found["mark"])]:
            self.bind([level(found["mark"])])
            segments = ((found.end(), end), *paragraph.segments[1:])
            kept = tuple(segment for segment in segments if segment[0] < segment[1])
            self.notes.append(replace(paragraph, segments=kept, note=level(found["mark"])))
            return
        self.body.append(paragraph)
        for begin, stop in paragraph.segments:
            for mark in _MARK.finditer(self._text, begin, stop):
                if not makes_power(mark["mark"], self._text[max(begin, mark.start() - _UNIT) : mark.start()]):
                    self._open[level(mark["mark"])].append(mark.span())

    def bind(self, names: Iterable[str | None]) -> None:
        """Cut the open marks that belong to notes of these names."""
        for name in names:
            if name:
                self.cuts += [Cut(start, end, name) for start, end in self._open.pop(name, ())]

    def lift(self) -> None:
        """Cut the raised digits out for which no note is known: they are no part of a number."""
        for places in self._open.values():
            self.cuts += [Cut(start, end, "") for start, end in places if _IS_RAISED.match(self._text, start)]


def _without(paragraph: Paragraph, cuts: Sequence[Cut]) -> Paragraph:
    """The paragraph without the marks; one that has nothing else keeps them."""
    segments, lifted = cut_out(paragraph.segments, cuts)
    marks = tuple(sorted([*paragraph.marks, *((offset, name) for offset, name in lifted if name)]))
    return replace(paragraph, segments=segments or paragraph.segments, marks=marks)


def distinguish(body: Sequence[Paragraph], notes: Sequence[Paragraph]) -> Parts:
    """Rename notes that share a number, and bind each mark to its own note.

    The second note numbered 1 becomes 1.2. Where the notes are at page feet, a mark belongs to the next note with its
    number. Where they follow the text, the marks belong to the notes in order if there are as many, else to the first.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for note in notes:
        places[note.note or ""].append(_start(note))
    shared = {number: sorted(starts) for number, starts in places.items() if len(starts) > 1}
    if not shared:
        return tuple(body), tuple(notes)
    marks: dict[str, list[int]] = defaultdict(list)
    for paragraph in body:
        for offset, number in paragraph.marks:
            marks[number].append(offset)
    bound = {number: _bind(sorted(marks[number]), starts) for number, starts in shared.items()}
    renamed = tuple(_rename_note(note, shared.get(note.note or "")) for note in notes)
    return tuple(_rename_marks(paragraph, bound) for paragraph in body), renamed


def _start(note: Paragraph) -> int:
    return note.segments[0][0]


def _bind(marks: Sequence[int], starts: Sequence[int]) -> Mapping[int, int]:
    """Offset of each mark -> which of the notes with its number it belongs to."""
    if marks and marks[-1] < starts[0]:
        return {mark: at if len(marks) == len(starts) else 0 for at, mark in enumerate(marks)}
    return {mark: min(bisect_left(starts, mark), len(starts) - 1) for mark in marks}


def _rename_note(note: Paragraph, starts: Sequence[int] | None) -> Paragraph:
    """The note under its own name, where notes at several offsets share its number."""
    return replace(note, note=_name(note.note or "", bisect_left(starts, _start(note)))) if starts else note


def _rename_marks(paragraph: Paragraph, bound: Mapping[str, Mapping[int, int]]) -> Paragraph:
    if not any(number in bound for _, number in paragraph.marks):
        return paragraph
    return replace(
        paragraph,
        marks=tuple(
            (offset, _name(number, bound[number][offset]) if number in bound else number)
            for offset, number in paragraph.marks
        ),
    )


def _name(number: str, at: int) -> str:
    """The name of the note at a place among those that share a number."""
    return f"{number}.{at + 1}" if at else number
