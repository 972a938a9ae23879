"""`Span`: a range of a text, and the relations between two of them; all comparisons of spans are here."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Spanned(Protocol):
    """Anything with a position in a text: from code point `start` up to but excluding code point `end`."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """One past its last code point."""


class Span(NamedTuple):
    """A range of a text, in code points.

    >>> "the said resolution"[slice(*Span(4, 8))]
    'said'
    """

    start: int
    end: int


def overlap(one: Spanned, other: Spanned) -> bool:
    """Whether two spans share a code point; an empty span shares one only with a span that it lies inside.

    >>> overlap(Span(0, 4), Span(3, 8)), overlap(Span(0, 4), Span(4, 8)), overlap(Span(2, 2), Span(0, 4))
    (True, False, True)
    """
    return one.start < other.end and other.start < one.end


def overlaps_any(one: Spanned, others: Iterable[Spanned]) -> bool:
    """Whether a span shares a code point with any of several.

    >>> overlaps_any(Span(0, 4), [Span(4, 6), Span(3, 8)]), overlaps_any(Span(0, 4), [])
    (True, False)
    """
    start, end = one.start, one.end
    return any(start < other.end and other.start < end for other in others)  # a call per span would cost too much


def contains(outer: Spanned, inner: Spanned) -> bool:
    """Whether a span lies inside another, or is the same.

    >>> contains(Span(0, 8), Span(0, 4)), contains(Span(0, 8), Span(6, 9))
    (True, False)
    """
    return outer.start <= inner.start and inner.end <= outer.end


def gap(first: Spanned, second: Spanned) -> int:
    """How many code points lie between a span and one that follows it; negative where the second starts too early.

    >>> gap(Span(0, 4), Span(7, 9)), gap(Span(0, 4), Span(3, 9))
    (3, -1)
    """
    return second.start - first.end


def touching(first: Spanned, second: Spanned) -> bool:
    """Whether a span begins right where another ends.

    >>> touching(Span(0, 4), Span(4, 8)), touching(Span(0, 4), Span(5, 8))
    (True, False)
    """
    return first.end == second.start
