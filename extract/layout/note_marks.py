"""Marks of footnotes: which digits in the body are note marks rather than numbers.

A mark glued to a word looks like any digit. What tells it is the list of notes that the text ends with: marks run
through their numbers in order, so the best chain of candidates is sought, each weighed by what stands around it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import regex

from extract.layout.lines import Paragraph
from extract.text.flow import plain

_DIGITS_OF_A_MARK: Final[int] = 3
_MOST_RESOLUTIONS: Final[int] = 350
_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = regex.compile(r"(?<=\S) ?\( ?(?P<enclosed>\d{1,3}) ?\)|(?<!\d)\d{1,12}+(?!\d)")
_GOES_ON: Final = regex.compile(r"[/\-–]\w|\s?\((?:\d{4}|E?S-\w{1,3}|[IVXL]{1,7})\)|[.,:]\d| ?[%°]|\.\s*+\Z")
_BEYOND: Final[int] = 24
"""Code points behind a line that tell whether its last digits go on there: 1514 | (XV), 19 October | 1984."""
_SESSION: Final = regex.compile(r"(?:E?S-)?\d{1,3}/")
_UNDIVIDED: Final = regex.compile(r"[AEST]/")
"""What stands before the number of a document that carries neither session nor year: S/5575."""
_NUMBER_BEFORE: Final = regex.compile(r"(?P<joined>[/.])?\d++\Z")
_SENTENCE: Final = regex.compile(r"(?:\p{L}{6}|\p{L}[)\]”»\"'])\.\Z")
# What a sentence may end with besides a long word, which alone is no abbreviation: a short word, a bracket, a year.
_SENTENCE_TOO: Final = regex.compile(
    r"(?:(?<![\w/.\-])\p{L}\p{Ll}{2,4}|\d[)\]]|(?<![\d/.])(?:19|20)\d\d|(?<!\d)\d{1,3}/\d{1,4})\.\Z"
)
_YEAR: Final = regex.compile(r"(?:19|20)\d\d")
_HAN: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_COUNTED: Final = frozenset("年月日号條条款段项卷届次期章节页部分名个国")
"""Wide signs that count what stands before them: digits there are a number sooner than a mark."""
_WIDE_CLOSING: Final[str] = "，、；。："
_CLOSING: Final[str] = "》」』”\"'»)]，、；。：,;،؛!?"
_MISSING: Final[float] = 0.1
_SURE: Final[float] = 8.0
_TWICE: Final[float] = 5.5
"""Weight of a split whose number stands elsewhere in the text by itself: 74/71 where the text also cites 74/7."""
_PLAUSIBLE: Final[float] = 0.3
"""Weight of a split of what is as good a number undivided: only where the note has no mark elsewhere."""
_LONGEST: Final[int] = 40
_DATE_BEHIND: Final = regex.compile(r"\s(?:de\s)?\p{L}{3,12}\s(?:de\s)?(?:18|19|20)\d\d(?!\d)")
_TOKEN: Final = regex.compile(r"[\w/.\-]++")
_TOKEN_BACK: Final = regex.compile(r"(?r)[\w/.\-]++")
_TOKEN_BEFORE: Final = regex.compile(r"[\w/.\-]++\Z")


class _Told(NamedTuple):
    """What a document tells of its digits.

    Attributes:
        known: numbers of its notes.
        printed: every token with a stroke; a number that stands elsewhere without the digits behind it speaks for a
            mark.
    """

    known: frozenset[int]
    printed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be a note mark.

    Attributes:
        start: offset of the mark in the text as read, brackets included.
        end: one past it.
        number: the note's number.
        weight: how much the surroundings speak for a mark.
    """

    start: int
    end: int
    number: int
    weight: float


def lift_marks(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Cut the marks of the notes out of the paragraphs."""
    known = {
        int(note.note): index
        for index, note in enumerate(notes)
        if note.note and note.note.isdecimal() and len(note.note) <= _DIGITS_OF_A_MARK
    }
    if not known:
        return tuple(paragraphs)
    numbers = sorted(known)
    enclosed = sum(_is_enclosed(text, note) for note in notes) * 2 > len(notes)
    even = plain(text)
    printed = Counter(token.rstrip(".") for token in _stroked(even))
    candidates = [
        c
        for paragraph in paragraphs
        for c in _candidates(even, paragraph, _Told(frozenset(numbers), printed), enclosed=enclosed)
    ]
    chosen = _chain(candidates, numbers)
    starts = [candidate.start for candidate in chosen]
    return tuple(_cut(paragraph, chosen, starts) for paragraph in paragraphs)


def _stroked(text: str) -> Iterator[str]:
    """The tokens of a text that hold a stroke, as numbers of resolutions do."""
    at = text.find("/")
    while at >= 0:
        before, behind = _TOKEN_BACK.match(text, 0, at), _TOKEN.match(text, at)
        start, end = before.start() if before else at, behind.end() if behind else at + 1
        yield text[start:end]
        at = text.find("/", end)


def has_mark(text: str, paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether digits of the paragraphs can be the mark of a note of that number."""
    return any(_candidates(text, each, _Told(frozenset({number}), {}), enclosed=False) for each in paragraphs)


def _is_enclosed(text: str, note: Paragraph) -> bool:
    """Whether the note's number stands in brackets."""
    start = note.segments[0][0]
    return text[max(0, start - 3) : start].rstrip().endswith(")")


def _candidates(text: str, paragraph: Paragraph, told: _Told, *, enclosed: bool) -> list[Candidate]:
    found = [
        Candidate(offset, offset + len(number), int(number), 20.0)
        for offset, number in paragraph.marks
        if number.isdecimal()
    ]
    for start, end in paragraph.segments:
        piece = plain(text[start:end])
        if not _DIGIT.search(piece):
            continue
        beyond = plain(text[start : end + _BEYOND])
        for match in _DIGITS.finditer(piece):
            at = match.end()
            if not match["enclosed"]:
                going = enclosed or _GOES_ON.match(piece, at) or (at == len(piece) and _GOES_ON.match(beyond, at))
                dated = _DATE_BEHIND.match(beyond, at) is not None
                found.extend(_readings(piece, match, start, told, dated=dated) if not going else ())
            elif enclosed and int(match["enclosed"]) in told.known:
                weight = 0.2 if piece[match.start()] == " " else 10.0
                found.append(Candidate(start + match.start(), start + match.end(), int(match["enclosed"]), weight))
    return sorted(found, key=lambda candidate: (candidate.start, candidate.end))


def _readings(piece: str, match: "regex.Match[str]", start: int, told: _Told, *, dated: bool) -> Iterable[Candidate]:
    """What a run of digits may be read as: wholly a mark, or a number with a mark behind it.

    Args:
        piece: the text around.
        match: the digits.
        start: offset of the piece in the text as read.
        told: what the rest of the document tells.
        dated: whether a month and a year follow.
    """
    digits, where = match.group(), match.start()
    if where == 0:
        return
    whole = len(digits) <= _DIGITS_OF_A_MARK and int(digits) in told.known and digits[0] != "0"
    if whole and (weight := _weight(piece, where, match.end(), dated=dated)):
        yield Candidate(start + where, start + match.end(), int(digits), weight)
    for size in range(1, min(_DIGITS_OF_A_MARK, len(digits) - 1) + 1):
        head, tail = digits[:-size], digits[-size:]
        if (
            tail[0] != "0"
            and int(tail) in told.known
            and (weight := _weight_of_split(piece, where, digits, head, told.printed))
        ):
            yield Candidate(start + match.end() - size, start + match.end(), int(tail), weight)


def _weight(piece: str, where: int, end: int, *, dated: bool) -> float:
    """How much speaks for a run of digits, with a month and a year behind it or not, being a mark."""
    before, after = piece[where - 1], piece[end : end + 1]
    if before == "." and (weight := _weight_behind_stop(piece, where, after)):
        return weight
    second = piece[where - 2] if where > 1 else ""
    if before == " ":  # a mark set apart from its word: only where the note has no better one
        return 0.0 if dated or not second else _weight_apart(piece, where, after)
    if before in ",.、" and second.isdigit():
        return _weight_behind_number(piece[max(0, where - 12) : where - 1], before)
    if _HAN.match(before) or (before in _WIDE_CLOSING and after and _HAN.match(after)):
        counts = before == "第" or after in _COUNTED
        return (0.1 if counts else 0.5) if after and _HAN.match(after) else 6.0
    if before in _CLOSING or before.isalpha():
        return 4.0 if before.isupper() else 10.0
    return 0.0


def _weight_behind_stop(piece: str, where: int, after: str) -> float:
    """The same behind a full stop, which ends a sentence, an abbreviation or a part of a symbol."""
    begin = max(0, where - _LONGEST)
    if _SENTENCE.search(piece, begin, where):
        return 10.0
    return 3.0 if after in {"", " "} and _SENTENCE_TOO.search(piece, begin, where) else 0.0


def _weight_apart(piece: str, where: int, after: str) -> float:
    """The same behind a blank: "of 9 April 1984 18 and", "the Secretary-General 11 recommends"."""
    second = piece[where - 2]
    if _YEAR.fullmatch(piece, where - 5, where - 1) and not piece[where - 6 : where - 5].isalnum():
        return 0.15 if after else 0.05
    return (0.2 if after else 0.05) if second in _CLOSING or second.isalpha() else 0.0


def _weight_behind_number(head: str, stop: str) -> float:
    """The same behind a number and a comma, where the digits may be a mark, decimals, or go on with a list."""
    number = _NUMBER_BEFORE.search(head)
    if stop == "." or not number:
        return 0.0
    return 6.0 if _YEAR.fullmatch(number.group()) else 5.0 if number["joined"] else 0.4


def _weight_of_split(piece: str, where: int, digits: str, head: str, printed: Mapping[str, int]) -> float:
    """How much speaks for a run of digits being the number `head` with a mark behind it."""
    before = _TOKEN_BEFORE.search(piece, max(0, where - _LONGEST), where)
    if before and "/" in before.group() and before.group() + head in printed:
        return _TWICE
    if before and "/" in before.group() and printed.get(before.group() + digits, 0) > 1:
        return 0.0  # the text has the whole number again
    if (_YEAR.fullmatch(digits) and piece[where - 1] == " ") or (before and _UNDIVIDED.fullmatch(before.group())):
        return 0.0
    if _YEAR.fullmatch(head):
        return 6.0
    if piece[where - 1] == "/":  # no session adopts so many resolutions as a number with a mark behind it seems to say
        session = before and _SESSION.fullmatch(before.group())
        return 4.0 if session and int(digits) > _MOST_RESOLUTIONS else _PLAUSIBLE
    return 0.3 if len(head) > 1 and piece[where - 1] in " ." else 0.0


def _chain(candidates: Sequence[Candidate], numbers: Sequence[int]) -> list[Candidate]:
    """The heaviest chain through the numbers in order, and the sure candidates that repeat one of it."""
    place = {number: index for index, number in enumerate(numbers)}
    best = [-_MISSING * index for index in range(len(numbers) + 1)]  # best[i]: numbers up to i are behind us
    last: list[int | None] = [None] * (len(numbers) + 1)
    came: list[tuple[int | None, int]] = []
    for index, candidate in enumerate(candidates):
        here = place.get(candidate.number)
        came.append((None, 0))
        if here is None:
            continue
        came[index] = (last[here], here)
        weight = best[here] + candidate.weight
        step = here + 1
        while step <= len(numbers) and best[step] < weight:
            best[step], last[step] = weight, index
            step, weight = step + 1, weight - _MISSING
    chain: list[int] = []
    at = last[len(numbers)]
    while at is not None:
        chain.append(at)
        at = came[at][0]
    return _with_repeats(candidates, sorted(chain))


def _with_repeats(candidates: Sequence[Candidate], chain: Sequence[int]) -> list[Candidate]:
    members, reached, until, chosen = set(chain), 0, 0, []
    starts = [candidates[index].start for index in chain]
    for index, candidate in enumerate(candidates):
        if index in members:
            chosen.append(candidate)
            reached, until = max(reached, candidate.number), candidate.end
            continue
        following = bisect_left(starts, candidate.start)
        free = until <= candidate.start and (following == len(starts) or candidate.end <= starts[following])
        if free and candidate.weight >= _SURE and candidate.number <= reached:
            chosen.append(candidate)
            until = candidate.end
    return chosen


def _cut(paragraph: Paragraph, chosen: Sequence[Candidate], starts: Sequence[int]) -> Paragraph:
    segments: list[tuple[int, int]] = []
    marks = dict(paragraph.marks)
    for start, end in paragraph.segments:
        at = start
        for candidate in chosen[bisect_left(starts, start) : bisect_left(starts, end)]:
            segments.append((at, candidate.start))
            marks[candidate.start] = str(candidate.number)
            at = candidate.end
        segments.append((at, end))
    return replace(paragraph, segments=tuple(s for s in segments if s[0] < s[1]), marks=tuple(sorted(marks.items())))
