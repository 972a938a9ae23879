"""`Calendar`: whether a text of some number can exist, from the numbers that each session or year is known to have."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import regex

from extract.model.errors import SymbolError
from extract.symbols.bodies import by_name
from extract.symbols.symbol import Symbol, parse

Answer = Literal["yes", "no", "unknown"]

_MARGIN: Final = 5
"""A number is no text's if it is over the largest of any session by more than one in so many."""
_ROMAN: Final = regex.compile(r"(?:E?S-)?[IVXLC]++|E?S-\d++")
_YEAR: Final = regex.compile(r"(?:19|20)\d\d")
_COUNCIL: Final = "S/RES"  # its numbers run through all years
_SERIES: Final = regex.compile(r"(.*/(?:RES|DEC|PRST))/")


@dataclass(frozen=True, slots=True)
class Existence:
    """Whether a text exists.

    Attributes:
        answer: `yes`; `no` if the text cannot exist; `unknown`.
        reason: why, in English, for a person.
    """

    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers of a session or year.

    Attributes:
        series: how the symbols begin: `A/RES`, `S/PRST`.
        session: the session or year as the symbol writes it: `61`, `III`, `S-10`, `2006`.
        first, last: the first and the last number that is known.
        least, most: the first and the last number that is possible; 0 if that is not known.
    """

    series: str
    session: str
    first: int
    last: int
    least: int
    most: int

    @property
    def bounded(self) -> bool:
        """Whether the numbers that are possible are known."""
        return bool(self.least and self.most)


class Calendar:
    """The numbers of each session or year of the bodies whose numbers are known."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Index the rows of `calendar.tsv`."""
        spans = [_span(row) for row in rows]
        self._spans = {(span.series, span.session): span for span in spans}
        self._through = _numbered_through(spans)
        self._largest: dict[str, int] = {}
        for span in spans:
            if not _ROMAN.fullmatch(span.session):
                self._largest[span.series] = max(self._largest.get(span.series, 0), span.last)

    def exists(self, symbol: str) -> Existence:
        """Return whether a text of this symbol can exist, as far as numbers tell."""
        try:
            parsed = parse(symbol)
        except SymbolError:
            return Existence("unknown", "not a symbol of the United Nations")
        series = _SERIES.match(f"{parsed}/")
        number, session = parsed.number, str(parsed.year or parsed.session or "")
        if series is None or number is None or not session or parsed.twin:
            return Existence("unknown", "no calendar of numbers covers it")
        reason = (
            _misnumbered(parsed, series[1], session, number)
            or self._outside(series[1], session, number)
            or self._over_largest(series[1], session, number)
        )
        if reason:
            return Existence("no", reason)
        span = self._spans.get((series[1], session))
        if span and span.first <= number <= span.last and not parsed.letter:
            return Existence("yes", f"numbers up to {span.last} are known of {_named(session)}")
        return Existence("unknown", "no source at hand has it")

    def _outside(self, series: str, session: str, number: int) -> str | None:
        """Return why a number is none of its session's; None if it may be one."""
        span = self._spans.get((series, session))
        if span is None or not span.bounded or span.least <= number <= span.most:
            return None
        reason = f"{_named(session)} has the numbers {span.least} to {span.most}"
        through = self._through.get(series, ())
        elsewhere = (
            [other.session for other in through if other.first <= number <= other.last] if span in through else []
        )
        return f"{reason}; {number} is of {_named(elsewhere[0])}" if elsewhere else reason

    def _over_largest(self, series: str, session: str, number: int) -> str | None:
        """Return why no session of the body has such a number; None if one may have."""
        largest = self._largest.get(series)
        if largest is None or _ROMAN.fullmatch(session) or number <= largest + largest // _MARGIN:
            return None
        return f"no number over {largest} is known"


def _span(row: Mapping[str, str]) -> Span:
    least, most = (int(row.get(name, 0)) for name in ("least", "most"))
    return Span(row["series"], row["session"], int(row["first"]), int(row["last"]), least, most)


def _named(session: str) -> str:
    """Return a session as a reader calls it: `session 61`, `2006`."""
    return session if _YEAR.fullmatch(session) else f"session {session}"


def _misnumbered(symbol: Symbol, series: str, session: str, number: int) -> str | None:
    """Return why a body did not number so in that session; None if it may have."""
    body = by_name(symbol.body)
    if body is None or symbol.year is not None or not session.isdecimal() or "(" in symbol.components[-1]:
        return None
    if body.sessions and int(session) < body.sessions[0] and body.roman_last:
        return f"before session {body.sessions[0]}, the session stood in brackets behind a number that ran through"
    if body.sessions and int(session) > body.sessions[1]:
        return f"there has been no session {session}"
    if series.endswith("/DEC") and number < body.decision_from:
        return f"decisions are numbered from {body.decision_from} on"
    return None


def _numbered_through(spans: Iterable[Span]) -> dict[str, list[Span]]:
    """Return, for each series that numbers through, its spans of numbers."""
    found: dict[str, list[Span]] = {}
    for span in spans:
        if span.bounded and (_ROMAN.fullmatch(span.session) or (span.series == _COUNCIL)):
            found.setdefault(span.series, []).append(span)
    return found


@functools.cache
def symbol_key(symbol: str) -> str:
    """Return a symbol in the form of the catalogue's keys; what is no symbol is returned as it is."""
    try:
        return str(parse(symbol))
    except SymbolError:
        return symbol
