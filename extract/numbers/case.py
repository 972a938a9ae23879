"""`Case`: a number with all that bears on its symbol: the bodies it may be of, and which can have adopted it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex

from extract.numbers.mention import NumberMention
from extract.symbols.bodies import Body, Noun, default_body, load_bodies
from extract.symbols.number import Designator

CERTAIN: Final = frozenset({"named", "listed"})
"""What a body must be for one whose numbers count only where it is named."""
COUNCIL: Final = "security-council"
ASSEMBLY: Final = "general-assembly"
_ECONOMIC: Final = "economic-and-social-council"
_COMMISSION: Final = "commission-on-human-rights"
_LONG_PAST: Final = 20
"""Years after which a text seldom cites without a date."""
_BY_SPRING: Final = 15
"""The Economic and Social Council adopts no more before the Commission on Human Rights has closed its session."""


@dataclass(frozen=True)
class Case:
    """A number with all that bears on its symbol; what several rules ask for is worked out once.

    Attributes:
        mention: the number with its evidence.
        adopting: identifier of the body that adopts the citing text; None when not known.
        report: symbol of a report named earlier in the sentence.
        until: year of the citing text; None when not known.
        beside_reversed: whether another number of the paragraph is known to stand reversed.
    """

    mention: NumberMention
    adopting: str | None
    report: str | None
    until: int | None
    beside_reversed: bool = False

    @property
    def noun(self) -> Noun:
        """What the number is called."""
        return self.mention.noun or "resolution"

    @property
    def noun_is_believed(self) -> bool:
        """Whether a noun beside the number says what it is; not "decision" where those of the body begin higher."""
        d = self.mention.designator
        beside = (self.mention.start, self.mention.end) != d.outer
        lowest = load_bodies()[self.candidates[0]].decision_from if self.candidates and d.form != "annual" else 0
        return beside and (self.noun == "resolution" or d.number >= lowest)

    @cached_property
    def named(self) -> list[str]:
        """Bodies named for the number whose numbers have symbols."""
        return [name for name in self.mention.bodies if self._has_symbols(load_bodies()[name])]

    @cached_property
    def unnumbered(self) -> list[str]:
        """Bodies named for the number whose numbers have no symbols, and which can have come to it.

        Emergency special sessions are the Assembly's, also where "special session" names a conference; a number and its
        year are the Security Council's where it came to that number in that year.
        """
        d = self.mention.designator
        of_council = d.form == "year" and (
            self.mention.sure == "guess" or load_bodies()[COUNCIL].usual_year(d.number) in {None, int(d.session)}
        )
        if of_council or d.session.startswith("ES-"):
            return []
        return [name for name in self.mention.bodies if name not in self.named and load_bodies()[name].reaches(d)]

    def _has_symbols(self, body: Body) -> bool:
        if body.only_named:
            return self.mention.sure in CERTAIN and self.can_be_of(body.identifier, None)
        return bool(body.templates)

    @cached_property
    def implied(self) -> list[str]:
        """Bodies that the number may be of when none is named: by its form, the adopting body, its date."""
        d, date = self.mention.designator, self.mention.date
        default = default_body(d, self.noun)
        known = [b for b in self.own if d.form == "roman" and d.session in load_bodies()[b].calendar]
        bodies = [*self.sitting, *known, *self.told_by_form, *self.own, *([default] if default else [])]
        if d.form in {"slash", "special"} and date:
            bodies += [b for b in (ASSEMBLY, "human-rights-council") if self.can_be_of(b, date)]
        return list(dict.fromkeys(bodies))

    @property
    def told_by_form(self) -> list[str]:
        """The body that the form of the number implies."""
        d = self.mention.designator
        default = default_body(d, self.noun)
        return [default] if d.form in {"year", "annual", "roman"} and default else []

    @cached_property
    def sitting(self) -> list[str]:
        """The Commission on Human Rights for a number of a day on which it met, in spring.

        The text must name it, or be of the Council that took over its work; a number that the Economic and Social
        Council has not come to by then needs neither.
        """
        d, date = self.mention.designator, self.mention.date
        if d.form != "annual" or not date or not self.can_be_of(_COMMISSION, date):
            return []
        economic = _ECONOMIC in (*self.mention.around, *self.own)
        near = _COMMISSION in (*self.mention.around, *(load_bodies()[b].before for b in self.own))
        return [_COMMISSION] if d.number > _BY_SPRING or (near and not economic) else []

    @property
    def own(self) -> list[str]:
        """The adopting body."""
        return [self.adopting] if self.adopting and self.adopting in load_bodies() else []

    @property
    def reporting(self) -> list[str]:
        """Bodies that print their resolutions in the report named earlier in the sentence."""
        report = self.report
        if not report:
            return []
        return [b.identifier for b in load_bodies().values() if b.reports and regex.match(b.reports, report)]

    @property
    def recent(self) -> list[str]:
        """Bodies named in the paragraph that met in that session not long ago, where the Assembly's is long past."""
        d = self.mention.designator
        assembly = load_bodies()[ASSEMBLY]
        undated = d.form == "slash" and not self.mention.date
        if not undated or self.until is None or self.until - (assembly.zero + d.ordinal) < _LONG_PAST:
            return []
        return [b for b in self.mention.around if b != ASSEMBLY and counts_sessions(b) and self.can_be_of(b, None)]

    @cached_property
    def candidates(self) -> list[str]:
        """All bodies that the number may be of, best evidence first."""
        named, implied = self.named, self.implied
        if self.mention.sure == "listed":
            return named
        if self.unnumbered and self.mention.sure == "guess":  # "the Commission": which one?
            named, implied = [*self.told_by_form, *self.own, *named], []
        elif self.unnumbered and self.mention.sure == "named":
            implied = []
        bodies = [*named, *self.reporting] if self.mention.sure == "named" else [*self.reporting, *named]
        return [*bodies, *self.recent, *implied]

    def can_be_of(self, body: str, date: str | None, *, other: Designator | None = None) -> bool:
        """Whether a body can have adopted the number, or another one, on a date if one is given."""
        d = other or self.mention.designator
        return load_bodies()[body].admits(d, date, noun=self.noun, until=self.until)

    def symbol_of(self, bodies: Sequence[str], date: str | None, *, other: Designator | None = None) -> str | None:
        """The symbol by the first body that can have adopted the number, or another one, on a date if one is given."""
        if other is not None:
            symbols = (self._symbol(body, date, other) for body in bodies)
            return next((symbol for symbol in symbols if symbol), None)
        known, d = self._symbols, self.mention.designator
        for body in bodies:
            if (body, date) not in known:
                known[body, date] = self._symbol(body, date, d)
            if symbol := known[body, date]:
                return symbol
        return None

    def _symbol(self, body: str, date: str | None, d: Designator) -> str | None:
        """The symbol of a number by a body that can have adopted it."""
        return load_bodies()[body].symbol(d, self.noun) if self.can_be_of(body, date, other=d) else None

    @cached_property
    def _symbols(self) -> dict[tuple[str, str | None], str | None]:
        """Body and date to the symbol of the number; several rules ask for one."""
        return {}

    def first_symbol(self, bodies: Sequence[str]) -> str | None:
        """The symbol by the first body that can have adopted the number: on its date, or else on any."""
        date = self.mention.date
        return (self.symbol_of(bodies, date) if date else None) or self.symbol_of(bodies, None)


def counts_sessions(body: str) -> bool:
    """Whether a body numbers by session, and needs not be named together with the number."""
    known = load_bodies()[body]
    return bool(known.sessions) and not known.only_named
