"""Marks of footnotes: which digits in the body are note marks rather than numbers.

A mark that touches a word looks like any digit. The notes of the text tell: marks go through their numbers in order, so
the heaviest chain of candidates is chosen (`mark_chain`), each weighed by what surrounds it (`mark_weights`).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import regex

from extract.layout.lines import Paragraph
from extract.layout.mark_chain import Candidate, choose
from extract.layout.mark_weights import Run, weigh
from extract.text.flow import Segment, plain

_MOST_DIGITS: Final[int] = 3  # of a mark
_DIGITS: Final = re.compile(r"\d+")
_LONGEST: Final[int] = 12  # digits of a number
_BRACKET: Final = regex.compile(r"(?<=\S) ?\( ?(?P<number>\d{1,3}) ?\)")
_BEFORE_NUMBER: Final[int] = 3  # characters of a space, a bracket, a space
_GOES_ON: Final = regex.compile(r"[/\-–]\w|\s?\((?:\d{4}|E?S-\w{1,3}|[IVXL]{1,7})\)|[.,:]\d| ?[%°]")
"""What continues a number, so that its digits cannot be a mark."""
_ENDS: Final = regex.compile(r"(?<![\p{Ll}\p{Lo}”»\"’)\]》]\d{1,3})\.\s*+\Z")
"""The full stop of a paragraph behind a number, which is no mark either; behind a word, digits are: "the lake3."."""
_LOOK_AHEAD: Final[int] = 24
"""Code points after a line that show whether its last digits go on there: 1514 | (XV), 19 October | 1984."""
_MONTH_AND_YEAR: Final = regex.compile(r"\s(?:de\s)?\p{L}{3,12}\s(?:de\s)?(?:18|19|20)\d\d(?!\d)")
_TOKEN: Final = regex.compile(r"[\w/.\-]++")
_TOKEN_BACK: Final = regex.compile(r"(?r)[\w/.\-]++")
_FOUND_APART: Final[float] = 20.0
"""Weight of a mark that stood on a line of its own."""
_ENCLOSED: Final[float] = 10.0
_ENCLOSED_APART: Final[float] = 0.2


class Cut(NamedTuple):
    """A mark to cut out of a paragraph.

    Attributes:
        start: offset of its first character in the text as read.
        end: one past its last.
        number: the number, or the character, of its note.
    """

    start: int
    end: int
    number: str


class _Evidence(NamedTuple):
    """What the whole document says about its digits.

    Attributes:
        known: numbers of its notes.
        printed: how often each token with a stroke occurs. A number that also occurs without its last digits suggests
            that these are a mark.
    """

    known: frozenset[int]
    printed: Mapping[str, int]


def lift_marks(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Cut the marks of numbered notes out of the paragraphs.

    Args:
        text: the text as read.
        paragraphs: the body.
        notes: its notes; those without a number of up to three digits are left aside.

    Returns:
        The paragraphs, with the marks that were cut among their `marks`.
    """
    numbers = sorted({int(note.note) for note in notes if note.note and _is_number(note.note)})
    if not numbers:
        return tuple(paragraphs)
    enclosed = sum(_is_enclosed(text, note) for note in notes) * 2 > len(notes)
    normalised = plain(text)
    printed = Counter(token.rstrip(".") for token in _stroked(normalised))
    evidence = _Evidence(frozenset(numbers), printed)
    candidates = [
        candidate
        for paragraph in paragraphs
        for candidate in _candidates(normalised, paragraph, evidence, enclosed=enclosed)
    ]
    cuts = [Cut(mark.start, mark.end, str(mark.number)) for mark in choose(candidates, numbers)]
    return tuple(_without(paragraph, cuts) for paragraph in paragraphs)


def has_mark(text: str, paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether digits of the paragraphs can be the mark of the note with that number."""
    text = plain(text)
    evidence = _Evidence(frozenset({number}), {})
    return any(_candidates(text, paragraph, evidence, enclosed=False) for paragraph in paragraphs)


def cut_out(segments: Sequence[Segment], cuts: Sequence[Cut]) -> tuple[tuple[Segment, ...], list[tuple[int, str]]]:
    """Cut marks out of the segments of a paragraph.

    Args:
        segments: pieces of the text as read.
        cuts: the marks of the document, in order; those outside the segments are left aside.

    Returns:
        What is left of the segments, and offset and number of each mark that was cut.
    """
    pieces: list[Segment] = []
    marks: list[tuple[int, str]] = []
    for start, end in segments:
        at = start
        for mark in cuts[bisect_left(cuts, (start,)) : bisect_left(cuts, (end,))]:
            pieces.append((at, mark.start))
            marks.append((mark.start, mark.number))
            at = mark.end
        pieces.append((at, end))
    return tuple(piece for piece in pieces if piece[0] < piece[1]), marks


def _without(paragraph: Paragraph, cuts: Sequence[Cut]) -> Paragraph:
    segments, lifted = cut_out(paragraph.segments, cuts)
    if not lifted and segments == paragraph.segments and len(paragraph.marks) <= 1:  # as most are
        return paragraph
    return replace(paragraph, segments=segments, marks=tuple(sorted({*paragraph.marks, *lifted})))


def _is_number(note: str) -> bool:
    return note.isdecimal() and len(note) <= _MOST_DIGITS


def _stroked(text: str) -> Iterator[str]:
    """The tokens that contain a stroke, as numbers of resolutions do."""
    at = text.find("/")
    while at >= 0:
        before, after = _TOKEN_BACK.match(text, 0, at), _TOKEN.match(text, at)
        start, end = before.start() if before else at, after.end() if after else at + 1
        yield text[start:end]
        at = text.find("/", end)


def _is_enclosed(text: str, note: Paragraph) -> bool:
    """Whether the note's number is in brackets."""
    start = note.segments[0][0]
    return text[max(0, start - 3) : start].rstrip().endswith(")")


def _candidates(text: str, paragraph: Paragraph, evidence: _Evidence, *, enclosed: bool) -> list[Candidate]:
    """The digits of a paragraph that may be marks.

    Args:
        text: the normalised text.
        paragraph: the paragraph.
        evidence: what the whole document says.
        enclosed: whether the document's marks are in brackets.
    """
    found = [
        Candidate(offset, offset + len(number), int(number), _FOUND_APART)
        for offset, number in paragraph.marks
        if number.isdecimal()
    ]
    for start, end in paragraph.segments:
        if _DIGITS.search(piece := text[start:end]):
            ahead = text[start : end + _LOOK_AHEAD]
            seek = _in_brackets(piece, start, evidence) if enclosed else _bare(piece, ahead, start, evidence)
            found.extend(seek)
    return sorted(found, key=lambda candidate: (candidate.start, candidate.end))


def _in_brackets(piece: str, start: int, evidence: _Evidence) -> Iterator[Candidate]:
    """Candidates among the digits in brackets of a piece that starts at an offset of the text."""
    for match in _BRACKET.finditer(piece):
        if int(match["number"]) in evidence.known:
            weight = _ENCLOSED_APART if piece[match.start()] == " " else _ENCLOSED
            yield Candidate(start + match.start(), start + match.end(), int(match["number"]), weight)


def _is_bracketed(piece: str, place: int) -> bool:
    """Whether the digits at a place are in brackets behind what is no space."""
    if not piece.endswith(("(", "( "), max(0, place - _BEFORE_NUMBER), place):
        return False
    found = (_BRACKET.match(piece, at) for at in range(max(0, place - _BEFORE_NUMBER), place))
    return any(each is not None and each.start("number") == place for each in found)


def _bare(piece: str, ahead: str, start: int, evidence: _Evidence) -> Iterator[Candidate]:
    """Candidates among the digits without brackets of a piece that starts at an offset of the text.

    Args:
        piece: the normalised text.
        ahead: the same, with what follows.
        start: its offset.
        evidence: what the whole document says.
    """
    for match in _DIGITS.finditer(piece):
        at, digits = match.end(), match.group()
        sizes = _sizes(digits, evidence.known) if match.start() else ()
        if not sizes or _is_number_of_text(piece, ahead, match.start(), at):
            continue
        dated = _MONTH_AND_YEAR.match(ahead, at) is not None
        for size in sizes:
            run = Run(piece, match.start(), at, dated, size if size < len(digits) else 0, evidence.printed)
            if weight := weigh(run):
                yield Candidate(start + at - size, start + at, int(digits[-size:]), weight)


def _is_number_of_text(piece: str, ahead: str, start: int, end: int) -> bool:
    """Whether digits are in brackets, or go on as no mark does."""
    if _is_bracketed(piece, start) or _GOES_ON.match(piece, end) or _ENDS.match(piece, end):
        return True
    return end == len(piece) and _GOES_ON.match(ahead, end) is not None


def _sizes(digits: str, known: frozenset[int]) -> list[int]:
    """How many of the last digits are the number of a known note."""
    most = min(_MOST_DIGITS, len(digits)) if len(digits) <= _LONGEST else 0
    return [size for size in range(1, most + 1) if digits[-size] != "0" and int(digits[-size:]) in known]
