"""From the order in which a line is seen to the order in which it is read, where writing runs from right to left.

A page shows a line's characters from left to right. Letters of right-to-left scripts are read against that order;
numbers and words of other scripts inside them are not. This undoes what the Unicode bidirectional algorithm did when
the line was set: numbers keep their order together with separators that touch two of them (61/74), everything between
two words of a left-to-right script keeps its order too, and the rest is read from the right. Brackets, which are drawn
mirrored and come out of a file either way, are told by what they stand beside.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex

RIGHT_TO_LEFT: Final = regex.compile(r"[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}\p{Nko}--[\p{N}\p{P}\p{M}]]", regex.V1)
"""A letter of a script that runs from right to left."""
_SEPARATORS: Final[str] = "/.,:\u00a0\u066b\u066c"
_LONGEST: Final[int] = 2000
_DIGITS_OF_A_YEAR: Final[int] = 4
_LETTERS: Final[frozenset[str]] = frozenset({"L"})
_DIGITS: Final[frozenset[str]] = frozenset({"EN", "AN"})
_REVERSED: Final[frozenset[str]] = frozenset({"R", "AL"})
_PAIRS: Final[dict[str, tuple[str, str]]] = {
    sign: pair for pair in (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›")) for sign in pair
}


def read_order(signs: Sequence[str], *, leftward: bool) -> list[int]:
    """Places of a line's signs in the order in which they are read.

    Args:
        signs: what the line shows, from left to right, one sign or ligature each.
        leftward: whether the text as a whole runs from right to left.
    """
    if len(signs) > _LONGEST:  # no page has such a line
        return list(range(len(signs)))
    kinds = [_kind(sign) for sign in signs]
    if not leftward:
        return _rightward(kinds, signs) if any(kind == "R" for kind in kinds) else list(range(len(signs)))
    order: list[int] = []
    end = len(signs)
    while end > 0:  # from the right: a run that keeps its order, or one sign
        start = _run(kinds, signs, end)
        order += range(start, end)
        end = start
    return order


@lru_cache(maxsize=1 << 12)
def _kind(sign: str) -> str:
    """`L`, `D` (a digit), `R`, or `N` for what takes its direction from around it."""
    kind = unicodedata.bidirectional(sign[:1])
    return "L" if kind in _LETTERS else "D" if kind in _DIGITS else "R" if kind in _REVERSED else "N"


def _run(kinds: Sequence[str], signs: Sequence[str], end: int) -> int:
    """First place of the run that ends before `end` and is read from left to right; of one sign where none is."""
    if kinds[end - 1] == "D":
        start = _number(kinds, signs, end)
        gap = start
        while gap > 0 and kinds[gap - 1] == "N":
            gap -= 1
        if any(sign in _PAIRS for sign in signs[gap:start]):  # what a bracket parts from the words to its left
            return start
        return _words(kinds, start, start)
    if kinds[end - 1] == "L":
        return _words(kinds, end - 1, end - 1)
    if signs[end - 1] in _PAIRS and (first := _closed(kinds, signs, end)) is not None:
        return first
    return end - 1


def _closed(kinds: Sequence[str], signs: Sequence[str], end: int) -> int | None:
    """First place of the words that a bracket to their right closes, as in `A/CONF.157/24 (Part I)`.

    A bracket may stand there as well because it opens, for the line, what encloses the words: then as many stand to
    their left. A short number in brackets of its own is the line's: a note mark, an item of a list.
    """
    behind = end
    while behind > 0 and signs[behind - 1] in _PAIRS:
        behind -= 1
    if behind == 0 or kinds[behind - 1] not in "LD":
        return None
    start = _number(kinds, signs, behind) if kinds[behind - 1] == "D" else behind
    if start < behind and behind - start != _DIGITS_OF_A_YEAR:
        return None
    first = _words(kinds, start, start)
    before = first
    while before > 0 and signs[before - 1] in _PAIRS:
        before -= 1
    unclosed = sum(sign in _PAIRS for sign in signs[first:behind]) % 2 == 1
    return first if first < start and unclosed and end - behind > first - before else None


def _words(kinds: Sequence[str], start: int, first: int) -> int:
    """First place of the words to the left of a place, up to the next letter that runs from right to left."""
    place, found = start, first
    while place > 0 and kinds[place - 1] != "R":
        place -= 1
        found = place if kinds[place] == "L" else found
    while 0 < found < start and kinds[found - 1] == "D":  # digits that touch the word they stand before
        found -= 1
    return found


def _number(kinds: Sequence[str], signs: Sequence[str], end: int) -> int:
    """First place of the number that ends before `end`, separators between its digits included."""
    start = end
    while start > 0 and (
        kinds[start - 1] == "D"
        or (start > 1 and signs[start - 1] in _SEPARATORS and kinds[start - 2] == "D" and start < end)
    ):
        start -= 1
    return start


def _rightward(kinds: Sequence[str], signs: Sequence[str]) -> list[int]:
    """The same for words from right to left inside a text that runs from left to right."""
    order: list[int] = []
    place = 0
    while place < len(kinds):
        if kinds[place] != "R":
            order.append(place)
            place += 1
            continue
        last = place
        for later in range(place, len(kinds)):
            if kinds[later] == "L":
                break
            last = later if kinds[later] == "R" else last
        order += (place + at for at in read_order(signs[place : last + 1], leftward=True))
        place = last + 1
    return order


def mirror(signs: Sequence[str]) -> list[str]:
    """A line's signs in reading order with every bracket opening or closing as its neighbours ask for.

    A bracket behind a blank opens, one before a blank or a stop closes; where neither tells, it closes what is open.
    """
    made = list(signs)
    open_signs = Counter[str]()
    for place, sign in enumerate(signs):
        pair = _PAIRS.get(sign)
        if pair is None:
            continue
        before = made[place - 1] if place else " "
        after = signs[place + 1] if place + 1 < len(signs) else " "
        opens = _opens(before, after, is_open=open_signs[pair[0]] > 0)
        made[place] = pair[0] if opens else pair[1]
        open_signs[pair[0]] = max(0, open_signs[pair[0]] + (1 if opens else -1))
    return made


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    free_before = before.isspace() or before in _OPENING
    free_after = after.isspace() or after in _CLOSING
    if free_before != free_after:
        return free_before
    return not is_open


_OPENING: Final[str] = "([{«“”\"'‹"
_CLOSING: Final[str] = ")]}»“”\"'›.,;:،؛؟!"
