"""`Part`: one part of a text that a pinpoint names, "article 2 (4)" being member 4 of article 2."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, get_args

import regex

Unit = Literal[
    "article", "paragraph", "preambular paragraph", "section", "chapter", "annex", "part", "volume", "action",
    "appendix", "decision", "principle", "regulation", "rule",
]  # fmt: skip

UNITS: Final[tuple[str, ...]] = get_args(Unit)
"""The parts of a text that a pinpoint is asked for by, in the order in which a row names them."""

_NUMBERED: Final = regex.compile(r"(?<value>[^()]*)\((?<member>[^()]*)\)(?<more>.*)", regex.DOTALL)


class Part(NamedTuple):
    """One part.

    Attributes:
        unit: one of `UNITS`.
        value: its number in Arabic digits, or its letter; empty where it has none (the one annex, the preamble).
        member: of the part, its own members in brackets behind it: `4`, `a`, `a(i)`; empty for the whole part.
    """

    unit: str
    value: str = ""
    member: str = ""

    @property
    def number(self) -> str:
        """Value and member as one text: `2(4)`, `3(a)(i)`."""
        if not self.member:
            return self.value
        first, bracket, more = self.member.partition("(")
        return f"{self.value}({first}){bracket}{more}"

    def __str__(self) -> str:
        """The part as a person writes it: `article 2(4)`."""
        return f"{self.unit} {self.number}".rstrip()


def numbered(unit: str, number: str) -> Part:
    """Read a part from its unit and its `Part.number`."""
    if match := _NUMBERED.fullmatch(number):
        return Part(unit, match["value"], match["member"] + match["more"])
    return Part(unit, number)


def spelled(parts: Iterable[Part]) -> list[str]:
    """Parts as texts, for a table whose cells hold no objects."""
    return [str(part) for part in parts]


def part_from_text(part: object) -> object:
    """A part as earlier versions wrote it: `article 6`."""
    if not isinstance(part, str):
        return part
    unit, _, number = part.rpartition(" ") if " " in part else (part, "", "")
    return part_row(numbered(unit, number))


def part_row(part: Part) -> dict[str, str]:
    """A part as an object of a row, what it lacks left out."""
    return {key: value for key, value in part._asdict().items() if value}
