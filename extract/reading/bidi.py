"""From visual order to reading order, for lines with right-to-left writing.

A page shows a line's characters from left to right. Letters of right-to-left scripts are read against that order;
numbers and words of other scripts inside them are not. This undoes what the Unicode bidirectional algorithm did when
the line was set: numbers keep their order together with separators that touch two of them (61/74), everything between
two words of a left-to-right script keeps its order too, and the rest is read from the right. Brackets, which are drawn
mirrored and come out of a file either way, open or close according to their neighbours.
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
    character: pair for pair in (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›")) for character in pair
}


def read_order(characters: Sequence[str], *, leftward: bool) -> list[int]:
    """Places of a line's characters in the order in which they are read.

    Args:
        characters: what the line shows, from left to right, one character or ligature each.
        leftward: whether the text as a whole runs from right to left.
    """
    if len(characters) > _LONGEST:  # no page has such a line
        return list(range(len(characters)))
    kinds = [_kind(character) for character in characters]
    if not leftward:
        return _rightward(kinds, characters) if any(kind == "R" for kind in kinds) else list(range(len(characters)))
    order: list[int] = []
    end = len(characters)
    while end > 0:  # from the right: a run that keeps its order, or one character
        start = _run(kinds, characters, end)
        order += range(start, end)
        end = start
    return order


@lru_cache(maxsize=1 << 12)
def _kind(character: str) -> str:
    """`L`, `R`, `D` (a digit), or `N` for neutral characters, which take the direction of what is around them."""
    kind = unicodedata.bidirectional(character[:1])
    return "L" if kind in _LETTERS else "D" if kind in _DIGITS else "R" if kind in _REVERSED else "N"


def _run(kinds: Sequence[str], characters: Sequence[str], end: int) -> int:
    """First place of the run that ends before `end` and is read from left to right; of one character where none is."""
    if kinds[end - 1] == "D":
        start = _number(kinds, characters, end)
        gap = start
        while gap > 0 and kinds[gap - 1] == "N":
            gap -= 1
        is_bracketed_off = any(character in _PAIRS for character in characters[gap:start])
        if is_bracketed_off:
            return start
        return _words(kinds, start, start)
    if kinds[end - 1] == "L":
        return _words(kinds, end - 1, end - 1)
    if characters[end - 1] in _PAIRS and (first := _closed(kinds, characters, end)) is not None:
        return first
    return end - 1


def _closed(kinds: Sequence[str], characters: Sequence[str], end: int) -> int | None:
    """First place of the words that a bracket to their right closes, as in `A/CONF.157/24 (Part I)`.

    The bracket may also stand there because, for the line, it opens what encloses the words: then there are as many
    brackets to their left. A short number in brackets of its own belongs to the line: a note mark, an item's number.
    """
    inner = _before_brackets(characters, end)
    if inner == 0 or kinds[inner - 1] not in "LD":
        return None
    start = _number(kinds, characters, inner) if kinds[inner - 1] == "D" else inner
    if start < inner and inner - start != _DIGITS_OF_A_YEAR:
        return None
    first = _words(kinds, start, start)
    unclosed = sum(character in _PAIRS for character in characters[first:inner]) % 2 == 1
    more_to_the_right = end - inner > first - _before_brackets(characters, first)
    return first if first < start and unclosed and more_to_the_right else None


def _before_brackets(characters: Sequence[str], end: int) -> int:
    """First place of the brackets that directly precede a place."""
    while end > 0 and characters[end - 1] in _PAIRS:
        end -= 1
    return end


def _words(kinds: Sequence[str], start: int, first: int) -> int:
    """First place of the words to the left of a place, up to the next right-to-left letter."""
    place, found = start, first
    while place > 0 and kinds[place - 1] != "R":
        place -= 1
        found = place if kinds[place] == "L" else found
    while 0 < found < start and kinds[found - 1] == "D":  # digits directly before the word
        found -= 1
    return found


def _number(kinds: Sequence[str], characters: Sequence[str], end: int) -> int:
    """First place of the number that ends before `end`, separators between its digits included."""
    start = end
    while start > 0 and (
        kinds[start - 1] == "D"
        or (start > 1 and characters[start - 1] in _SEPARATORS and kinds[start - 2] == "D" and start < end)
    ):
        start -= 1
    return start


def _rightward(kinds: Sequence[str], characters: Sequence[str]) -> list[int]:
    """Reading order of a line with right-to-left words in a left-to-right text."""
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
        order += (place + at for at in read_order(characters[place : last + 1], leftward=True))
        place = last + 1
    return order


def mirror(characters: Sequence[str]) -> list[str]:
    """A line's characters in reading order, with every bracket opening or closing as its neighbours require.

    A bracket after a space opens, one before a space or a stop closes; where neither decides, it closes what is open.
    """
    made = list(characters)
    still_open = Counter[str]()
    for place, character in enumerate(characters):
        pair = _PAIRS.get(character)
        if pair is None:
            continue
        before = made[place - 1] if place else " "
        after = characters[place + 1] if place + 1 < len(characters) else " "
        opens = _opens(before, after, is_open=still_open[pair[0]] > 0)
        made[place] = pair[0] if opens else pair[1]
        still_open[pair[0]] = max(0, still_open[pair[0]] + (1 if opens else -1))
    return made


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    """Whether a bracket between two characters opens."""
    free_before = before.isspace() or before in _OPENING
    free_after = after.isspace() or after in _CLOSING
    if free_before != free_after:
        return free_before
    return not is_open


_OPENING: Final[str] = "([{«“”\"'‹"
_CLOSING: Final[str] = ")]}»“”\"'›.,;:،؛؟!"
