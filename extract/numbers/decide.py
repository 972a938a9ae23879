"""The symbol of a number, decided from the evidence around it, or the reason why it is not known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

import regex

from extract.model.citation import Certainty
from extract.numbers.mention import NumberMention
from extract.symbols.bodies import Body, Noun, default_body, load_bodies
from extract.symbols.number import Designator
from extract.text.ocr import SCANNED_UNTIL

_MISPRINT: Final = 10
"""Years between the printed year and that of the number; a smaller difference is a typing error, read as printed."""
_LONG_PAST: Final = 20
"""Years after which a text seldom cites without a date."""
_COUNCIL: Final = "security-council"
_ASSEMBLY: Final = "general-assembly"


class Decision(NamedTuple):
    """What a number means.

    Attributes:
        symbol: the symbol; None when it is not known, or when the number is no reference.
        reason: why the symbol is not known; empty when it is, and when the number is no reference.
        certainty: `inferred` when the year or the body is not given together with the number, or when the United
            Nations prints no symbols of that form.
    """

    symbol: str | None
    reason: str
    certainty: Certainty


def decide(
    mention: NumberMention, *, adopting: str | None, report: str | None = None, until: int | None = None
) -> Decision:
    """Decide the symbol of a number by the first rule that applies.

    Args:
        mention: the number with its evidence.
        adopting: identifier of the body that adopts the citing text.
        report: symbol of a report named earlier in the sentence, if any; some bodies print their resolutions in one.
        until: year of the citing text.
    """
    case = _Case(mention, adopting, report, until)
    return next(decision for rule in RULES if (decision := rule(case)))


@dataclass(frozen=True)
class _Case:
    """A number with all that bears on its symbol; what several rules ask for is worked out once."""

    mention: NumberMention
    adopting: str | None
    report: str | None
    until: int | None

    @cached_property
    def year(self) -> int | None:
        """Year of the date of the number in the text."""
        return int(self.mention.date[:4]) if self.mention.date else None

    @property
    def noun(self) -> Noun:
        return self.mention.noun or "resolution"

    @cached_property
    def named(self) -> list[str]:
        """Bodies named for the number whose numbers have symbols."""
        return [name for name in self.mention.bodies if self._has_symbols(load_bodies()[name])]

    @cached_property
    def unnumbered(self) -> list[str]:
        """Bodies named for the number whose numbers have no symbols."""
        if self.mention.designator.form == "year":
            return []
        return [name for name in self.mention.bodies if name not in self.named]

    def _has_symbols(self, body: Body) -> bool:
        if body.only_named:
            return self.mention.sure == "named" and body.admits(self.mention.designator, None, until=self.until)
        return bool(body.templates)

    @cached_property
    def implied(self) -> list[str]:
        """Bodies that the number may be of when none is named: by its form, the adopting body, the year of its date."""
        d = self.mention.designator
        default = default_body(d)
        bodies = [*_told_by_form(d), *self.own, *([default] if default else [])]
        if d.form in {"slash", "special"} and self.year:
            bodies += [b for b in (_ASSEMBLY, "human-rights-council") if self.can_be_of(b, self.year)]
        return list(dict.fromkeys(bodies))

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
        assembly = load_bodies()[_ASSEMBLY]
        undated = d.form == "slash" and not self.year
        if not undated or self.until is None or self.until - (assembly.zero + d.ordinal) < _LONG_PAST:
            return []
        return [b for b in self.mention.around if b != _ASSEMBLY and _counts_sessions(b) and self.can_be_of(b, None)]

    def can_be_of(self, body: str, year: int | None) -> bool:
        """Whether a body can have adopted the number, in a year if one is given."""
        return load_bodies()[body].admits(self.mention.designator, year, until=self.until)

    def first_symbol(self, bodies: Sequence[str]) -> str | None:
        """The symbol by the first body that can have adopted the number: in the year of its date, or else in any."""
        symbols = (
            load_bodies()[body].symbol(self.mention.designator, self.noun)
            for year in ((self.year, None) if self.year else (None,))
            for body in bodies
            if self.can_be_of(body, year)
        )
        return next((symbol for symbol in symbols if symbol), None)


def _no_reference(case: _Case) -> Decision | None:
    """A number with neither a noun nor a form of its own; one without a year that is not of the Security Council."""
    mention, d = case.mention, case.mention.designator
    bodies = mention.bodies if mention.sure != "guess" else ()
    of_council = _COUNCIL in (bodies or (case.adopting,))[:1]
    if d.bare and (case.noun == "decision" or not of_council):
        return Decision(None, "", "explicit")
    return Decision(None, "", "explicit") if mention.noun is None and not _needs_no_noun(d) else None


def _misprinted(case: _Case) -> Decision | None:
    """A Security Council number that is not of the printed year: the scan of an old record may have lost a digit."""
    d, council = case.mention.designator, load_bodies()[_COUNCIL]
    usual = council.usual_year(d.number) if d.form == "year" else None
    if usual is None or abs(usual - int(d.session)) <= _MISPRINT:
        return None
    if symbol := _restored(d, council, case.until):
        return Decision(symbol, "", "inferred")
    return Decision(None, f"{_written(d, case.noun)}: the Security Council came to that number in {usual}", "explicit")


def _body_without_symbols(case: _Case) -> Decision | None:
    """The best evidence names a body whose numbers have no symbols."""
    first = case.mention.bodies[:1]
    return _unresolved(case) if case.unnumbered and first == tuple(case.unnumbered[:1]) else None


def _by_body(case: _Case) -> Decision | None:
    """The first body that can have adopted the number, best evidence first."""
    mention, d = case.mention, case.mention.designator
    named, implied = case.named, case.implied
    if case.unnumbered and mention.sure == "guess":  # "the Commission": which one?
        named, implied = [*_told_by_form(d), *case.own, *named], []
    elif case.unnumbered and mention.sure == "named":
        implied = []
    certain = mention.sure == "named"
    bodies = [*named, *case.reporting] if certain else [*case.reporting, *named]
    symbol = case.first_symbol([*bodies, *case.recent, *implied])
    if symbol is None:
        return None
    expected = (certain and symbol == case.first_symbol(named)) or symbol == case.first_symbol(case.implied)
    doubtful = d.bare or not expected or is_composed(mention, symbol)
    return Decision(symbol, "", "inferred" if doubtful else "explicit")


def _other_body_without_symbols(case: _Case) -> Decision | None:
    """No body fits, and one of those named has numbers without symbols."""
    return _unresolved(case) if case.unnumbered else None


def _by_paragraph(case: _Case) -> Decision | None:
    """The only symbol that a body named in the paragraph can have for the number."""
    bodies = (name for name in case.mention.around if _counts_sessions(name))
    symbols = {symbol for name in bodies if (symbol := case.first_symbol([name]))}
    return Decision(symbols.pop(), "", "inferred") if len(symbols) == 1 else None


def _unknown(case: _Case) -> Decision:
    """The body is unknown."""
    d = case.mention.designator
    return Decision(None, f"{_written(d, case.noun)}: the text names no body that numbers so", "explicit")


RULES: Final[tuple[Callable[[_Case], Decision | None], ...]] = (
    _no_reference,
    _misprinted,
    _body_without_symbols,
    _by_body,
    _other_body_without_symbols,
    _by_paragraph,
    _unknown,
)
"""In the order in which they are tried; the last one always applies."""


def is_composed(mention: NumberMention, symbol: str) -> bool:
    """Whether we made a symbol from body and number because the United Nations prints none of that form."""
    noun: Noun = mention.noun or "resolution"
    return any(body.composed and body.symbol(mention.designator, noun) == symbol for body in load_bodies().values())


def _needs_no_noun(d: Designator) -> bool:
    """Whether a number needs no noun beside it: 1718 (2006) in the right year, 217 A (III)."""
    if d.form == "year":
        usual = load_bodies()[_COUNCIL].usual_year(d.number)
        return usual is not None and abs(usual - int(d.session)) <= 1
    return d.form == "roman" and d.ordinal > 0 and not d.rare


def _counts_sessions(body: str) -> bool:
    """Whether a body numbers by session, and needs not be named together with the number."""
    known = load_bodies()[body]
    return bool(known.sessions) and not known.only_named


def _told_by_form(d: Designator) -> list[str]:
    """The body that the form of a number implies."""
    default = default_body(d)
    return [default] if d.form in {"year", "annual", "roman"} and default else []


def _restored(d: Designator, council: Body, until: int | None) -> str | None:
    """The symbol of a number that lost a digit in the scan of an old record: 20 (1982) is 520 (1982)."""
    number = council.whole(d.number, int(d.session)) if until and until < SCANNED_UNTIL else None
    return council.symbol(replace(d, number=number), "resolution") if number else None


def _unresolved(case: _Case) -> Decision:
    """Why the number of a named body has no symbol."""
    body, d, noun = load_bodies()[case.unnumbered[0]], case.mention.designator, case.noun
    name = f"the {body.name}" if body.name[0].isupper() else f"a {body.name}"
    if body.only_named and body.templates and case.mention.sure != "named":
        reason = f"{_written(d, noun)}, perhaps of {name}: the text does not name the body with the number"
    else:
        reason = f"{_written(d, noun)} of {name}: its {noun}s have no symbol"
    return Decision(None, reason, "explicit")


def _written(d: Designator, noun: Noun) -> str:
    if d.form in {"roman", "year"}:
        return f"{noun} {d.number}{d.letter} ({d.session})"
    return f"{noun} {d.session}/{d.number}{d.letter}"
