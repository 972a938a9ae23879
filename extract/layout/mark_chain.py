"""The chain of note marks: of all digits that may be marks, those that go through the notes' numbers in order."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MISSING: Final[float] = 0.1
"""What a note without a mark costs a chain."""
_SURE: Final[float] = 8.0
"""Weight from which a candidate may repeat a number of the chain."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be a note mark.

    Attributes:
        start: offset of the mark in the text as read, brackets included.
        end: one past it.
        number: the note's number.
        weight: how likely it is a mark, by its surroundings; above 0.
    """

    start: int
    end: int
    number: int
    weight: float


def choose(candidates: Sequence[Candidate], numbers: Sequence[int]) -> list[Candidate]:
    """The heaviest chain through the numbers in order, and the sure candidates that repeat one of its numbers.

    Args:
        candidates: in the order of the text.
        numbers: of the notes, ascending.
    """
    place = {number: index for index, number in enumerate(numbers)}
    best = [-_MISSING * index for index in range(len(numbers) + 1)]  # of the chains through the first i numbers
    last: list[int | None] = [None] * (len(numbers) + 1)  # the last candidate of each
    before: dict[int, int | None] = {}  # candidate -> the one before it in its chain
    for index, candidate in enumerate(candidates):
        here = place.get(candidate.number)
        if here is None:
            continue
        before[index] = last[here]
        weight = best[here] + candidate.weight
        step = here + 1
        while step <= len(numbers) and best[step] < weight:
            best[step], last[step] = weight, index
            step, weight = step + 1, weight - _MISSING
    chain: list[int] = []
    at = last[len(numbers)]
    while at is not None:
        chain.append(at)
        at = before[at]
    return _with_repeats(candidates, sorted(chain))


def _with_repeats(candidates: Sequence[Candidate], chain: Sequence[int]) -> list[Candidate]:
    """The candidates of the chain, and the sure ones between them with a number that the chain has reached."""
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
