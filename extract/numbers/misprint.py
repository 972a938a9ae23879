"""Numbers that stand otherwise than they were given: reversed, or under another session.

Text that runs from right to left shows 62/149 as 149/62 where the direction of a number was lost. The date then tells
which of the two was the session; so does a number that no session has reached.
"""

from dataclasses import replace
from typing import Final

from extract.numbers.case import Case
from extract.symbols.bodies import Body, load_bodies
from extract.symbols.number import Designator

REVERSED: Final = "number reversed: printed {written}"
MISCOUNTED: Final = "session told by number and date: printed {written}"
_ANNUAL_FROM: Final = 1946


def reversed_symbol(case: Case) -> str | None:
    """The symbol of a number that stands reversed; None where it can be read as it stands, or in neither way."""
    d, date = case.mention.designator, case.mention.date
    if d.form not in {"slash", "annual"} or d.letter:
        return None  # it has no other end
    if date:
        return _reversed_of(case, date)
    if not case.mention.leftward:
        return None
    possible = any(case.can_be_of(body, None) and _has_met(load_bodies()[body], d) for body in case.candidates)
    return case.symbol_of(case.candidates, None, other=_turned(d)) if case.beside_reversed or not possible else None


def _reversed_of(case: Case, date: str) -> str | None:
    """The symbol of a number of a date that stands reversed; 61/62 of the year of the other is a misprinted date."""
    d = case.mention.designator
    if not case.mention.leftward and abs(d.number - d.ordinal) <= 1:
        return None
    if any(case.can_be_of(body, date) for body in case.candidates):
        return None
    return case.symbol_of(case.candidates, date, other=_turned(d))


def _turned(d: Designator) -> Designator:
    """The number read from its other end."""
    return replace(
        d, form="annual" if d.number >= _ANNUAL_FROM else "slash", session=str(d.number), number=int(d.session)
    )


def _has_met(body: Body, d: Designator) -> bool:
    """Whether the session of a number is known to have met; any has of a body of which none is known."""
    return d.session in body.calendar or not body.calendar or d.form != "slash"


def told_by_number(case: Case) -> str | None:
    """The symbol of a number whose session is misprinted or not printed; None where the number does not tell it.

    A misprinted session needs the date as a second witness, a year only has to be one of the session's.
    """
    d = case.mention.designator
    for name in case.mention.bodies[:1] if d.form == "year" else case.candidates:
        body = load_bodies()[name]
        session = body.session_of(d.number) if "roman" in body.templates else None
        if session is None or (d.form == "year" and not d.bare and not body.met_in(session, int(d.session))):
            continue
        other = replace(d, form="roman", session=session)
        if d.form == "year" or (
            d.form == "roman" and case.mention.date and case.can_be_of(name, case.mention.date, other=other)
        ):
            return case.symbol_of([name], None, other=other)
    return None
