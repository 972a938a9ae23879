"""The date or year that a text prints with a title ("the 1951 Convention", "adopted on …"), and what it is of."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.date_table import EVENTS
from extract.language.dates import DateToken
from extract.language.forms import NOTHING, words
from extract.language.references import References
from extract.language.titles import YEAR, load_titles
from extract.mentions.block_dates import BlockDates
from extract.model.cache import compiled
from extract.model.citation import DateOf
from extract.model.span import Span, contains

_FIGURE: Final = regex.compile(r"\d{4}")
_NAME: Final = regex.compile(r"\s\p{Lu}")
"""What makes a title an attribute of the name after it: "the 2010 Treaty Review Conference"."""
_LONGEST_PLACE: Final = 80
"""Characters of "at London, Moscow and Washington" or "by the Conference" between an event and its date."""
_BEFORE: Final = 24
"""Characters of a year and an opening quotation mark before a title."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date that a text prints with a title.

    Attributes:
        date: as far as it is printed: `1949-08-12`, `1951-07`, `1951`.
        of: what the text says happened on it; None where it does not say.
        firm: whether nothing but the title can have the date; otherwise it is the title's if that is known to have it.
    """

    date: str
    of: DateOf | None
    firm: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How one language joins a date and a title.

    Attributes:
        year_after, year_before: a year right behind a title, right before it.
        year: any year.
        month_after: a month with its year behind a title.
        event_after: what happened, before the date that follows it.
        event_between: what happened, between a date and the title that follows it.
        continues: what follows a title that only begins a longer noun phrase.
    """

    year_after: regex.Pattern[str]
    year_before: regex.Pattern[str]
    year: regex.Pattern[str]
    month_after: regex.Pattern[str]
    event_after: regex.Pattern[str]
    event_between: regex.Pattern[str]
    continues: regex.Pattern[str]


def _event_groups(lexicon: References) -> str:
    """The words of events, each in a group of its name."""
    table = lexicon.dates.events
    return "|".join(
        f"(?<{name}>{words(table.of(name), prefixes=lexicon.particles)})" for name in EVENTS if table.of(name)
    )


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    to = rf"\s?(?:[-–—]|{words(lexicon.joints.range)})\s?"  # "2015–2030" dates nothing
    titles, events = load_titles(lexicon.language), _event_groups(lexicon)
    flags = regex.V1 | regex.IGNORECASE
    on = rf"(?:\s?{words(lexicon.dates.on, prefixes=lexicon.particles)})?" if lexicon.dates.on else ""
    linked = (
        "|".join(pattern.replace("{year}", YEAR) for pattern in titles.dates if "\\d{1,2}" not in pattern) or NOTHING
    )
    after = rf"[”\"»》]?(?:[,،，]?\s?(?:{linked})|[,،，]\s{YEAR}|\s\({YEAR}\))(?![\d/]|\s?\()"
    before = rf"(?<![\d/–-])(?:{YEAR}\s|{YEAR}{words(lexicon.anaphors.year_after)})[“«\"《]?$"
    city = r"[,،，]\s(?-i:\p{Lu})"  # "at London, Moscow and Washington"
    place = rf"(?:\s(?:[^\d;；。؛()《,،，]|{city}){{1,{_LONGEST_PLACE}}}?)?"
    gap = rf"(?!{words(lexicon.joints.words)}\s)\p{{L}}[^\d,،，;；。؛()《]{{0,23}}\s"  # "which"; not "and their"
    happened = rf"[”\"»》]?[,،，]?\s?(?:{gap})?(?:{events}){place}{on}\s?(?=\d)"
    return _Patterns(
        year_after=compiled(after, flags),
        year_before=compiled(before, flags),
        year=compiled(rf"(?<![\d/]|\d{{4}}{to}){YEAR}(?![\d/]\d|{to}\d{{4}})", flags),
        month_after=compiled(rf"[”\"»》]?[,،，]?\s?{words(lexicon.dates.links)}?\s?{lexicon.month_of_year}", flags),
        event_after=compiled(happened, flags),
        event_between=compiled(rf"(?:{events})", flags),
        continues=compiled(rf"[》”]?(?=\p{{Han}})(?!{words(lexicon.joints.words)})", regex.V1),
    )


class TitleDates:
    """The dates of one block as its titles have them."""

    def __init__(
        self,
        text: str,
        every: Sequence[DateToken],
        tokens: Sequence[DateToken],
        dating: BlockDates,
        lexicon: References,
    ) -> None:
        """Take what the block shows.

        Args:
            text: the block.
            every: the full dates found in it, in order.
            tokens: those of them that are not of other events.
            dating: which of these belongs to a place.
            lexicon: the words of the language.
        """
        self._text, self._every, self._tokens, self._lexicon = text, every, tokens, lexicon
        self._dating = dating
        self._patterns = _patterns(lexicon)

    def of(self, start: int, end: int, *, form: str = "") -> tuple[Printed, ...]:
        """Every date that may be that of a title, the surest first.

        Args:
            start: the first character of the title.
            end: one past its last.
            form: the title as registered, whose own years date nothing ("2030 Agenda").
        """
        return tuple(self._found(start, end, named_by_year=_FIGURE.search(form) is not None))

    def _found(self, start: int, end: int, *, named_by_year: bool) -> Iterator[Printed]:
        place = Span(start, end)
        inside = [token for token in self._tokens if contains(place, token)]
        yield from (Printed(token.iso, None, len(inside) == 1) for token in inside)
        yield from self._years_inside(place, firm=not named_by_year)
        yield from self._before(start, end)
        yield from self._behind(start, end)

    def _years_inside(self, place: Span, *, firm: bool) -> Iterator[Printed]:
        """Years within a title, which may be part of its name only ("2030 Agenda")."""
        for match in self._patterns.year.finditer(self._text, place.start, place.end):
            if not any(token.start <= match.start() < token.end for token in self._every):
                yield Printed(match["year"], None, firm=firm)

    def _before(self, start: int, end: int) -> Iterator[Printed]:
        """The date before a title: of a language that writes it there, or the year of "the 1951 Convention"."""
        found = None
        if self._lexicon.dates.year_precedes:
            found = self._patterns.year_before.search(self._text, max(0, start - _BEFORE), start)
        if found:
            yield Printed(_year(found), None, firm=not _NAME.match(self._text, end) and not self._lexicon.date_before)
        if not self._lexicon.date_before:
            return
        opened = self._dating.opening(start)
        token = next((token for token in reversed(self._tokens) if token.end <= opened), None)
        if token is None or not self._lexicon.dated.fullmatch(self._text[token.end : opened]):
            return
        between = [*self._patterns.event_between.finditer(self._text, token.end, opened)]
        ends = self._patterns.continues.match(self._text, end) is None
        yield Printed(token.iso, _event(between[-1]) if between else None, firm=ends)

    def _behind(self, start: int, end: int) -> Iterator[Printed]:
        """The date behind a title, or of its adoption before it."""
        yield from self._of_event(end)
        if following := self._dating.following(end):
            forced = self._dating.is_of_force(start)
            yield Printed(following, "entry-into-force" if forced else None, firm=forced or self._is_linked(end))
        if not is_reviewed(self._text, start, self._lexicon):
            yield from self._less_than_a_day(end)
        if adopted := self._dating.of_adoption(start):
            yield Printed(adopted, "adoption", firm=True)
        if entered := self._dating.of_force(start):
            yield Printed(entered, "entry-into-force", firm=True)

    def _of_event(self, end: int) -> Iterator[Printed]:
        """The date of what the words behind a title say happened to it ("signed at Lusaka on 10 July 1999")."""
        happened = self._patterns.event_after.match(self._text, end)
        event = _event(happened) if happened else None
        if happened is None or event == "meeting":
            return  # "the Conference on the Treaty, held on …"
        if token := self._starting(happened.end()):
            yield Printed(token.iso, event, firm=True)
        elif year := self._patterns.year.match(self._text, happened.end()):
            yield Printed(year["year"], event, firm=False)

    def _less_than_a_day(self, end: int) -> Iterator[Printed]:
        """The year or the month behind a title."""
        if match := self._patterns.year_after.match(self._text, end):
            yield Printed(_year(match), None, firm=False)
        if not self._lexicon.date_before and (month := self._patterns.month_after.match(self._text, end)):
            number = self._lexicon.month(month.captures("month")[-1])
            yield Printed(f"{_year(month)}-{number:02}", None, firm=False)

    def _is_linked(self, end: int) -> bool:
        """Whether what links a title with its date is more than "on", which any verb may govern, or a comma."""
        link = self._lexicon.date_link.match(self._text, end)
        word = link[0].strip() if link else ""
        return word in self._lexicon.dates.links and word not in self._lexicon.dates.on

    def _starting(self, at: int) -> DateToken | None:
        return next((token for token in self._tokens if token.start == at), None)


@functools.cache
def _review(lexicon: References) -> regex.Pattern[str]:
    return compiled(rf"{words(lexicon.dates.reviewed)}\s$", regex.V1 | regex.IGNORECASE)


def is_reviewed(text: str, start: int, lexicon: References) -> bool:
    """Whether a conference reviews the title at a place, so that the year behind it is the conference's."""
    return _review(lexicon).search(text, max(0, start - _BEFORE), start) is not None


def _year(match: regex.Match[str]) -> str:
    """The year of a pattern that has several places for it."""
    return str(match.captures("year")[-1])


def _event(match: regex.Match[str]) -> DateOf | None:
    """The event whose group matched."""
    groups = match.groupdict()
    return next((EVENTS[name] for name in EVENTS if groups.get(name) is not None), None)
