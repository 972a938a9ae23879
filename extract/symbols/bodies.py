"""Bodies that adopt resolutions: which numbers can be theirs, and how a number of theirs is written as a symbol."""

import bisect
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from extract.symbols.body_table import FORMS, BodyRow, load_rows
from extract.symbols.calendar import Session, load_calendar
from extract.symbols.number import Designator, Form
from extract.symbols.spelling import of_meeting
from extract.text.numerals import from_roman

Noun = Literal["resolution", "decision"]

_MOST: Final = 999
"""No session adopts more: 3/2017 is a number of the year 2017."""
_MISDATED: Final = 2
"""Years by which a date may be misprinted."""
_COUNTED_ANEW: Final = frozenset({"slash", "annual", "special"})
"""Forms whose numbers begin anew with each session or year."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body and its calendar.

    Attributes:
        identifier: key of `bodies.toml`.
        name: English name.
        templates: form of number (`slash`, `slash_decision`, `annual` …) -> symbol with placeholders.
        sessions: first and last plausible session of the form `slash`; empty when any.
        zero, years, per_year: session s meets from year zero + ceil(s / per_year) on, for `years` years;
            zero 0: unknown.
        roman_last: last session that was written in roman numerals.
        lasts, first_year: for a body that numbers through, the last number of each year from the first on.
        invented_from: first number that no session or year of the body reaches; 0: unknown.
        most: largest number of a session that the calendar does not have; 0: unknown.
        decision_from, decision_last: first and last number of a decision within a session or a year (50/411); others
            are another body's; 0: unknown.
        before: identifier of the body whose work it took over.
        reports: pattern of the symbols of its yearly report, in which its resolutions are printed.
        composed: whether the United Nations prints no symbol of that form, so that ours is made from body and number.
        only_named: whether a number is this body's only where the body is named with it.
        names: its name in every official language, by language code; empty when not known.
        akn: its code in the addresses of the machine-readable edition (AKN4UN); None without one.
        calendar: the sessions known of it, by their names in symbols.
    """

    identifier: str
    name: str
    templates: Mapping[str, str]
    sessions: tuple[int, ...] = ()
    zero: int = 0
    years: int = 1
    per_year: int = 1
    roman_last: int = 0
    lasts: tuple[int, ...] = ()
    first_year: int = 0
    reports: str = ""
    before: str = ""
    invented_from: int = 0
    most: int = 0
    decision_from: int = 0
    decision_last: int = 0
    composed: bool = False
    only_named: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    akn: str | None = None
    calendar: Mapping[str, Session] = field(default_factory=dict)

    def admits(
        self, designator: Designator, date: str | None, *, noun: Noun = "resolution", until: int | None = None
    ) -> bool:
        """Whether a number of this form and session can be this body's.

        Args:
            designator: the number.
            date: the ISO date that the text gives it; None when it gives none.
            noun: what it is called.
            until: the year of the citing text, which cites nothing younger; None when unknown.
        """
        if designator.form not in self.templates or not self.reaches(designator, noun):
            return False
        if session := self.calendar.get(designator.session):
            opened = until is None or session.opens is None or session.opens.year <= until
            return opened and (date is None or session.met(date))
        fits = _CALENDARS.get(designator.form)
        return fits is None or fits(self, designator, int(date[:4]) if date else None, until)

    def reaches(self, designator: Designator, noun: Noun = "resolution") -> bool:
        """Whether a session of the body can have come to so high a number; numbers made up for samples are let pass."""
        form, number = designator.form, designator.number
        if form in _COUNTED_ANEW and 0 < self.invented_from <= number <= _MOST:
            return True
        session = self.calendar.get(designator.session)
        if noun == "decision":
            any_number = form not in _COUNTED_ANEW or (form == "special" and session is not None and not session.last)
            return any_number or self._decides(number)
        if session:
            return session.reaches(number)
        return form not in _COUNTED_ANEW or number <= (self.most or _MOST)

    def _decides(self, number: int) -> bool:
        return self.decision_from <= number <= (self.decision_last or self.most or _MOST)

    def _admits_slash(self, designator: Designator, year: int | None, until: int | None) -> bool:
        """61/74: the session has met, in the given year if there is one."""
        return not self.sessions or self._meets(designator.ordinal, year, until)

    def _admits_special(self, designator: Designator, year: int | None, _until: int | None) -> bool:
        """S-40/1: a session later than those known of the kind."""
        kind = designator.session.partition("-")[0]
        known = [name for name in self.calendar if name.startswith(f"{kind}-") and name[-1].isdigit()]
        if not known or designator.ordinal <= int(known[-1].rpartition("-")[2]):
            return not self.calendar
        opened = self.calendar[known[-1]].opens
        return year is None or opened is None or year >= opened.year

    def _admits_roman(self, designator: Designator, _year: int | None, _until: int | None) -> bool:
        """217 (III): up to the last session numbered so; special sessions are not counted."""
        if not self.roman_last or designator.session.startswith(("S", "E")):
            return not self.calendar
        return 1 <= designator.ordinal <= self.roman_last

    def _admits_annual(self, designator: Designator, year: int | None, _until: int | None) -> bool:
        """2005/20: in the given year or the one beside it; a body whose years are all known had no others."""
        if any(name.isdecimal() for name in self.calendar):
            return False
        return not year or abs(int(designator.session) - year) <= 1

    def _meets(self, session: int, year: int | None, until: int | None) -> bool:
        """Whether the body has had that session, in that year where one is given."""
        opens = self.zero + -(-session // self.per_year)
        timely = not self.zero or (
            (until is None or opens <= until) and (not year or opens <= year < opens + self.years)
        )
        return self.sessions[0] <= session <= self.sessions[1] and timely

    def is_far(self, designator: Designator, date: str) -> bool:
        """Whether more years than a misprint explains lie between a date and the session of a number."""
        session, year = self.calendar.get(designator.session), int(date[:4])
        opens = session.opens if session else None
        return opens is not None and not -_MISDATED <= year - opens.year <= self.years + _MISDATED

    def met_in(self, session: str, year: int) -> bool:
        """Whether a session of the calendar met in a year."""
        met = self.calendar[session]
        return (met.opens is None or met.opens.year <= year) and (met.closes is None or year <= met.closes.year)

    def session_of(self, number: int) -> str | None:
        """The session of a number of a body that numbered through; None where it can be of none or of several."""
        may = [name for name, s in self.calendar.items() if s.whole and not name.isdecimal() and s.has(number)]
        return may[0] if len(may) == 1 else None

    def usual_year(self, number: int) -> int | None:
        """The year in which a body that numbers through adopted a number; None when it is not known."""
        if not self.lasts or number > self.lasts[-1]:
            return None
        return self.first_year + bisect.bisect_left(self.lasts, number)

    def whole(self, number: int, year: int) -> int | None:
        """The number of a year that a number with a digit lost stands for; None where several can be, or none."""
        place, printed = year - self.first_year, str(number)
        if not 0 < place < len(self.lasts):
            return None
        may = range(self.lasts[place - 1] + 1, self.lasts[place] + 1)
        found = [n for n in may if any(str(n)[:at] + str(n)[at + 1 :] == printed for at in range(len(str(n))))]
        return found[0] if len(found) == 1 else None

    @property
    def resolutions(self) -> str:
        """What the symbols of its resolutions begin with (`A/RES/`); empty when they have no symbols."""
        return next((template.partition("{")[0] for template in self.templates.values()), "")

    def symbol(self, designator: Designator, noun: Noun) -> str | None:
        """The symbol of a number of this body, without blanks; None when the body has no symbol of that form."""
        template = self.templates.get(_template(designator.form, noun))
        if template is None:
            return None
        return of_meeting(
            template.format(session=designator.session, number=designator.number, letter=designator.letter)
        )


def _template(form: Form, noun: Noun) -> str:
    """The key of the template of a form."""
    return f"{form}_{noun}" if noun == "decision" else form


_CALENDARS: Final[Mapping[str, Callable[[Body, Designator, int | None, int | None], bool]]] = {
    "slash": Body._admits_slash,  # noqa: SLF001  # the table of a class's own rules
    "special": Body._admits_special,  # noqa: SLF001  # the same
    "roman": Body._admits_roman,  # noqa: SLF001  # the same
    "annual": Body._admits_annual,  # noqa: SLF001  # the same
}
"""Form of a number -> whether its session can be a body's; other forms fit any."""


def _body(identifier: str, row: BodyRow) -> Body:
    keys = (f"{form}{noun}" for form in FORMS for noun in ("", "_decision"))
    return Body(
        identifier=identifier,
        name=row.name,
        templates={key: template for key in keys if (template := getattr(row, key, None))},
        sessions=row.sessions or (),
        zero=row.year_of_session_zero,
        years=row.years,
        per_year=row.per_year,
        roman_last=row.roman_last,
        lasts=row.last_of_year,
        first_year=row.first_year,
        reports=row.reports,
        before=row.before,
        invented_from=row.invented_from,
        most=row.most,
        decision_from=row.decision_from,
        decision_last=row.decision_last,
        composed=row.composed,
        only_named=row.only_named,
        names={"en": row.name, **dict(row.names)} if row.names else {},
        akn=row.akn,
        calendar=load_calendar().get(identifier, {}),
    )


@functools.cache
def load_bodies() -> Mapping[str, Body]:
    """The bodies of `bodies.toml` by identifier, read once per process.

    Raises:
        DataError: the file does not fit its model; every problem is listed.
    """
    return {identifier: _body(identifier, row) for identifier, row in load_rows().items()}


@functools.cache
def composed_bodies(form: Form, noun: Noun) -> tuple[tuple[str, Body], ...]:
    """The bodies whose symbols of numbers of a form are made from body and number, each with what those begin with."""
    key = _template(form, noun)
    bodies = (body for body in load_bodies().values() if body.composed and key in body.templates)
    return tuple((body.templates[key].partition("{")[0], body) for body in bodies)


def by_name(name: str | None) -> Body | None:
    """The body of an English name, as a document's record gives its organ."""
    return _by_name().get(name or "")


@functools.cache
def _by_name() -> Mapping[str, Body]:
    return {body.name: body for body in load_bodies().values()}


def default_body(designator: Designator, noun: Noun = "resolution") -> str | None:
    """The body that a form belongs to when nothing else is said; None for a bare `16/18`, which many bodies write."""
    if designator.form == "year":
        return "security-council"
    if designator.form == "annual":
        return "economic-and-social-council"
    if designator.form == "roman":
        council = (from_roman(designator.session) or 0) > load_bodies()["general-assembly"].roman_last
        return "economic-and-social-council" if council else "general-assembly"
    assembly = load_bodies()["general-assembly"]
    if designator.form == "special" and designator.session.startswith("ES"):
        return "general-assembly"
    return "general-assembly" if designator.form == "slash" and assembly.admits(designator, None, noun=noun) else None
