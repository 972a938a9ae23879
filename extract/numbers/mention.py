"""`NumberMention`: a printed number with what its surroundings say of it."""

from dataclasses import dataclass
from typing import Literal

from extract.symbols.bodies import Noun
from extract.symbols.number import Designator

Sure = Literal["named", "listed", "implied", "guess"]
"""How sure a body is: named with the number, by the heading of its list, elsewhere, or by an unclear short form."""


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number with what its surroundings say of it.

    Attributes:
        start, end: the quote, with the noun and 第 … 号 where they touch the number.
        designator: the number itself.
        noun: resolution or decision; None when there is none.
        bodies: bodies it may be of, best evidence first.
        date: ISO date of it in the text.
        around: every body that the paragraph names.
        sure: how sure its bodies are.
        leftward: whether it stands in a text written from right to left, where a number may have been turned round.
        beside: whether the first of its bodies is written right beside it: no description may lie between.
    """

    start: int
    end: int
    designator: Designator
    noun: Noun | None
    bodies: tuple[str, ...]
    date: str | None
    around: tuple[str, ...] = ()
    sure: Sure = "named"
    leftward: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A resolution or decision named by its date alone.

    Attributes:
        start, end: the quote, noun and date.
        noun: resolution or decision.
        date: ISO date.
    """

    start: int
    end: int
    noun: Noun
    date: str
