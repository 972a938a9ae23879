"""The symbol of a number, decided from the evidence around it, or the reason why it is not known."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from extract.model.citation import Certainty
from extract.numbers.case import ASSEMBLY, CERTAIN, COUNCIL, Case, counts_sessions
from extract.numbers.mention import NumberMention
from extract.numbers.misprint import MISCOUNTED, REVERSED, reversed_symbol, told_by_number
from extract.symbols.bodies import Body, Noun, composed_bodies, load_bodies
from extract.symbols.number import Designator
from extract.text.ocr import SCANNED_UNTIL

_MISPRINT: Final = 10
"""Years between the printed year and that of the number; a smaller difference is a typing error, read as printed."""
_TOLD_BY_NUMBER: Final = frozenset({"slash", "annual", "special"})
"""Forms in which resolutions and decisions share no numbers."""
_COMPOSED: Final = "symbol made of body and number: the United Nations prints none of that form"


class Decision(NamedTuple):
    """What a number means.

    Attributes:
        symbol: the symbol; None when it is not known, or when the number is no reference.
        reason: why the symbol is not known; empty when it is, and when the number is no reference.
        certainty: `inferred` when the year or the body is not given together with the number, or when the United
            Nations prints no symbols of that form.
        note: what a row must say of a symbol that is not the number as printed; None where there is nothing to say.
        is_reversed: whether the number stands reversed in the text.
    """

    symbol: str | None
    reason: str
    certainty: Certainty
    note: str | None = None
    is_reversed: bool = False


def decide(
    mention: NumberMention,
    *,
    adopting: str | None,
    report: str | None = None,
    until: int | None = None,
    beside_reversed: bool = False,
) -> Decision:
    """Decide the symbol of a number by the first rule that applies.

    Args:
        mention: the number with its evidence.
        adopting: identifier of the body that adopts the citing text.
        report: symbol of a report named earlier in the sentence, if any; some bodies print their resolutions in one.
        until: year of the citing text.
        beside_reversed: whether another number of the paragraph is known to stand reversed.
    """
    case = Case(mention, adopting, report, until, beside_reversed)
    return next(decision for rule in RULES if (decision := rule(case)))


def _no_reference(case: Case) -> Decision | None:
    """A number with neither a noun nor a form of its own; one without a year or session of another body."""
    mention, d = case.mention, case.mention.designator
    bodies = mention.bodies if mention.sure != "guess" else ()
    through = ASSEMBLY in bodies[:1] or (d.form == "year" and COUNCIL in (bodies or (case.adopting,))[:1])
    if d.bare and (case.noun == "decision" or not through):
        return Decision(None, "", "explicit")
    return Decision(None, "", "explicit") if mention.noun is None and not _needs_no_noun(d) else None


def _without_session(case: Case) -> Decision | None:
    """A number of the Assembly's first thirty sessions with its year, or with nothing: resolution 194 of 1948."""
    d = case.mention.designator
    if d.form != "year" or ASSEMBLY not in case.mention.bodies[:1]:
        return None
    if symbol := told_by_number(case):
        return Decision(symbol, "", "inferred")
    return Decision(None, f"{_written(d, case.noun)}: the text names no session", "explicit") if d.bare else None


def _misprinted(case: Case) -> Decision | None:
    """A Security Council number that is not of the printed year: the scan of an old record may have lost a digit."""
    d, council = case.mention.designator, load_bodies()[COUNCIL]
    usual = council.usual_year(d.number) if d.form == "year" else None
    if usual is None or abs(usual - int(d.session)) <= _MISPRINT:
        return None
    if symbol := _restored(d, council, case.until):
        return Decision(symbol, "", "inferred")
    return Decision(None, f"{_written(d, case.noun)}: the Security Council came to that number in {usual}", "explicit")


def _body_without_symbols(case: Case) -> Decision | None:
    """The best evidence names a body whose numbers have no symbols."""
    first = case.mention.bodies[:1]
    return _unresolved(case) if case.unnumbered and first == tuple(case.unnumbered[:1]) else None


def _reversed(case: Case) -> Decision | None:
    """A number that stands reversed, as its date or its session tells."""
    symbol = reversed_symbol(case)
    note = REVERSED.format(written=_number(case.mention.designator))
    return Decision(symbol, "", "inferred", note, is_reversed=True) if symbol else None


def _miscounted(case: Case) -> Decision | None:
    """A number under a session that did not adopt it, on a day of the session that did: 2145 (XXII) of 1966."""
    d = case.mention.designator
    if d.form != "roman" or case.symbol_of(case.candidates, None):
        return None
    symbol = told_by_number(case)
    return Decision(symbol, "", "inferred", MISCOUNTED.format(written=_number(d))) if symbol else None


def _not_reached(case: Case) -> Decision | None:
    """A number that the body named with it has not come to in that session."""
    body, d = _beside(case), case.mention.designator
    if body.identifier == ASSEMBLY or not _has_met(body, d, case.until) or body.reaches(d, case.noun):
        return None
    return _undated(case, _has_none(d, body, case.noun))


def _counted_by_years(case: Case) -> Decision | None:
    """A session's number of a body that counts by years: "Economic and Social Council resolution 75/93"."""
    body, d = _beside(case), case.mention.designator
    slashed = d.form == "slash" and not body.templates.keys() & {"slash", "slash_decision"}
    return _undated(case, f"the {body.name} does not number so") if slashed and body.templates else None


def _beside(case: Case) -> Body:
    """The body named right beside the number; the General Assembly where none is."""
    mention = case.mention
    return load_bodies()[
        mention.bodies[0] if mention.bodies and mention.sure == "named" and mention.beside else ASSEMBLY
    ]


def _undated(case: Case, why: str) -> Decision | None:
    """No symbol, unless the printed date tells whose the number is."""
    date, d = case.mention.date, case.mention.designator
    known = date and case.symbol_of(case.candidates, date)
    return None if known else Decision(None, f"{_written(d, case.noun)}: {why}", "explicit")


def _has_met(body: Body, d: Designator, until: int | None) -> bool:
    """Whether the session of a number is known of a body that counts by sessions, and opened before a text."""
    session = body.calendar.get(d.session) if d.form == "slash" else None
    if session is None or not counts_sessions(body.identifier):
        return False
    return until is None or session.opens is None or session.opens.year <= until


def _by_other_noun(case: Case) -> Decision | None:
    """A member of a list whose noun is that of others: "34/22 and 36/115" are a resolution and a decision."""
    mention, d = case.mention, case.mention.designator
    if d.form not in _TOLD_BY_NUMBER or case.noun_is_believed:
        return None
    if case.symbol_of(case.candidates, mention.date):
        return None
    noun: Noun = "decision" if case.noun == "resolution" else "resolution"
    other = replace(case, mention=replace(mention, noun=noun))
    if noun == "resolution":
        bodies = other.named or other.told_by_form
    else:
        bodies = [name for name in other.candidates if _beyond(name, d)]
    symbol = other.symbol_of(bodies, mention.date)
    return Decision(symbol, "", "inferred", _note(mention, symbol)) if symbol else None


def _beyond(name: str, d: Designator) -> bool:
    """Whether no resolution of a body has so high a number."""
    return 0 < load_bodies()[name].most < d.number


def _by_body(case: Case) -> Decision | None:
    """The first body that can have adopted the number, best evidence first."""
    mention, d = case.mention, case.mention.designator
    symbol = case.first_symbol(case.candidates)
    if symbol is None:
        return None
    if reason := _stray(case, symbol):
        return Decision(None, reason, "explicit")
    named = mention.sure == "named" and symbol == case.first_symbol(case.named)
    implied = symbol == case.first_symbol(case.implied) and symbol != case.first_symbol(case.sitting)
    doubtful = d.bare or mention.sure == "listed" or not (named or implied) or is_composed(mention, symbol)
    return Decision(symbol, "", "inferred" if doubtful else "explicit", _note(mention, symbol))


def _other_body_without_symbols(case: Case) -> Decision | None:
    """No body fits, and one of those named has numbers without symbols."""
    return _unresolved(case) if case.unnumbered else None


def _by_paragraph(case: Case) -> Decision | None:
    """The only symbol that a body named in the paragraph can have for the number."""
    bodies = (name for name in case.mention.around if counts_sessions(name))
    symbols = {symbol for name in bodies if (symbol := case.first_symbol([name]))}
    return Decision(symbols.pop(), "", "inferred") if len(symbols) == 1 else None


def _unknown(case: Case) -> Decision:
    """The body is unknown, or none that the number may be of has come to it."""
    d = case.mention.designator
    able = (load_bodies()[name] for name in [*case.mention.bodies, *case.told_by_form, ASSEMBLY])
    short = next((body for body in able if d.session in body.calendar and not body.reaches(d, case.noun)), None)
    if short and d.form in short.templates:
        why = _has_none(d, short, case.noun)
    elif case.mention.sure == "listed":
        named = load_bodies()[case.mention.bodies[0]].name
        why = f"the heading of the list names the {named}, which does not number so"
    else:
        why = "the text names no body that numbers so"
    return Decision(None, f"{_written(d, case.noun)}: {why}", "explicit")


def _has_none(d: Designator, body: Body, noun: Noun) -> str:
    return f"session {d.session} of the {body.name} has no such {noun}"


RULES: Final[tuple[Callable[[Case], Decision | None], ...]] = (
    _no_reference,
    _without_session,
    _misprinted,
    _body_without_symbols,
    _reversed,
    _miscounted,
    _by_other_noun,
    _not_reached,
    _counted_by_years,
    _by_body,
    _other_body_without_symbols,
    _by_paragraph,
    _unknown,
)
"""In the order in which they are tried; the last one always applies."""


def is_composed(mention: NumberMention, symbol: str) -> bool:
    """Whether we made a symbol from body and number because the United Nations prints none of that form."""
    d, noun = mention.designator, mention.noun or "resolution"
    bodies = (body for start, body in composed_bodies(d.form, noun) if symbol.startswith(start))
    return any(body.symbol(d, noun) == symbol for body in bodies)


def _note(mention: NumberMention, symbol: str) -> str | None:
    """What a row must say of a symbol that the United Nations does not print."""
    return _COMPOSED if is_composed(mention, symbol) else None


def _needs_no_noun(d: Designator) -> bool:
    """Whether a number needs no noun beside it: 1718 (2006) in its year, 217 A (III)."""
    if d.form == "year":
        return load_bodies()[COUNCIL].usual_year(d.number) == int(d.session)
    return d.form == "roman" and d.ordinal > 0 and not d.rare


def _stray(case: Case, symbol: str) -> str | None:
    """Why a number of another date is perhaps not that of the symbol: years lie between, or another body may be meant.

    The other body has numbers without symbols, and nothing but "its resolution" speaks for the adopting one.
    """
    d, date = case.mention.designator, case.mention.date
    if not date or d.form in {"year", "annual"} or case.symbol_of(case.candidates, date):
        return None
    body = next(load_bodies()[name] for name in case.candidates if case.symbol_of([name], None) == symbol)
    known = [load_bodies()[name] for name in case.mention.around]
    doubtful = body.identifier == case.adopting and any(other.only_named or not other.templates for other in known)
    if not doubtful and not body.is_far(d, date):
        return None
    return f"{_written(d, case.noun)} of {date}: session {d.session} of the {body.name} did not meet then"


def _restored(d: Designator, council: Body, until: int | None) -> str | None:
    """The symbol of a number that lost a digit in the scan of an old record: 20 (1982) is 520 (1982)."""
    number = council.whole(d.number, int(d.session)) if until and until < SCANNED_UNTIL else None
    return council.symbol(replace(d, number=number), "resolution") if number else None


def _unresolved(case: Case) -> Decision:
    """Why the number of a named body has no symbol."""
    body, d, noun = load_bodies()[case.unnumbered[0]], case.mention.designator, case.noun
    name = f"the {body.name}" if body.name[0].isupper() else f"a {body.name}"
    if body.only_named and body.templates and case.mention.sure not in CERTAIN:
        reason = f"{_written(d, noun)}, perhaps of {name}: the text does not name the body with the number"
    else:
        reason = f"{_written(d, noun)} of {name}: its {noun}s have no symbol"
    return Decision(None, reason, "explicit")


def _number(d: Designator) -> str:
    if d.form in {"roman", "year"}:
        return f"{d.number}{d.letter}" + (f" ({d.session})" if d.session else "")
    return f"{d.session}/{d.number}{d.letter}"


def _written(d: Designator, noun: Noun) -> str:
    return f"{noun} {_number(d)}"
