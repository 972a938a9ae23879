"""A number as printed ("62/37", "1718 (2006)", "217 A (III)") before its body is known."""

from dataclasses import dataclass
from typing import Final, Literal

from extract.text.numerals import from_roman

Form = Literal["slash", "annual", "special", "year", "roman", "meeting"]


_CENTURY: Final = 100
_FIRST_YEAR: Final = 1000
_SHARES: Final = 100
_FRACTION: Final = 10
"""Denominators of fractions at most."""


@dataclass(frozen=True, slots=True)
class Designator:
    """One printed number, decided in form but not yet in body.

    Attributes:
        start, end: its place in the text, letter included, words around it not.
        outer: place with the words that belong to it (第 … 号).
        form: `slash` 61/74, `annual` 2005/20, `special` S-10/2, `year` 1718 (2006), `roman` 217 A (III),
            `meeting` VII/28.
        session: what the symbol names as session: `61`, `2005`, `S-10`, `2006`, `III`, `S-VI`.
        number: the number within it.
        letter: `A`, `A-B`; empty when there is none.
        bare: whether the year is not printed (resolution 1325) and comes from the calendar of the body.
        rare: whether the session stands in signs that number other things as well (㈢, (xv)).
    """

    start: int
    end: int
    outer: tuple[int, int]
    form: Form
    session: str
    number: int
    letter: str = ""
    bare: bool = False
    rare: bool = False

    @property
    def ordinal(self) -> int:
        """The session as a whole number: 61 of `61`, 10 of `S-10`, 3 of `III`, 2006 of `2006`."""
        bare = self.session.rpartition("-")[2]
        return int(bare) if bare.isdigit() else from_roman(bare) or 0


def may_be_amount(number: Designator) -> bool:
    """Whether a number with a stroke may be two years (2021/22), a share (50/50) or a fraction (2/3).

    Resolutions have such numbers, too; what stands around it decides.
    """
    if number.letter or number.form not in {"slash", "annual"} or not number.session.isdecimal():
        return False
    session, low = int(number.session), number.number
    if session >= _FIRST_YEAR:
        return low in {(session + 1) % _CENTURY, session + 1}
    return session == low or session + low == _SHARES or session < low <= _FRACTION
