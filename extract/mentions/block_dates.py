"""The date that a text gives to what it cites: beside it, before its symbol in brackets, or of its adoption."""

import functools
from collections.abc import Sequence
from typing import Final

import regex

from extract.language.dates import DateToken
from extract.language.forms import words
from extract.language.references import References
from extract.model.cache import compiled
from extract.model.span import Span, contains

_CLOSING: Final = regex.compile(r"\s?[”\"»]")
_FORCE: Final = 40
"""Characters of "entry into force of the" before a title."""
_BRACKET: Final = 120
"""Characters between a date and the symbol in brackets that closes its noun phrase."""
_PERIOD: Final = 24
"""Characters of "for the year ended" before a date."""
_ADOPTION: Final = 24
"""Characters of "the adoption on" before a date."""
_ADOPTED: Final = 12
"""Characters of "by the", or of an article, between a date of adoption and the title."""
_SESSION: Final = regex.compile(r"\s?\(\s?(?:\d{4}|[IVXLC]{1,8}+)\s?\)")
"""The bracket of a number ("resolution 1261 (1999)"), which separates nothing."""
_APART: Final = regex.compile(r"[,，;；。、؛،()]")


class BlockDates:
    """The dates of one block, and which of them belongs to a place in it."""

    def __init__(self, text: str, tokens: Sequence[DateToken], lexicon: References) -> None:
        """Take the dates found in a text, in order."""
        self._text, self._tokens, self._lexicon = text, tokens, lexicon

    def of(self, start: int, end: int) -> str | None:
        """The ISO date of what is at `start:end`; None where it has none or several ("Conventions of 1 and 2 May")."""
        place = Span(start, end)
        inside = [token.iso for token in self._tokens if contains(place, token)]
        if inside:
            return inside[0] if len(inside) == 1 else None
        if self._lexicon.date_before:
            return self._preceding(start)
        following = self.following(end)
        if following and self.is_of_force(start):
            return None  # "the entry into force of the … on 22 January 2021"
        return following or self.of_adoption(start)

    def of_bracketed(self, start: int, end: int) -> str | None:
        """The date of what a symbol in brackets belongs to: "the statement of 6 October 2006 (S/PRST/2006/41)"."""
        if start < 1 or self._text[start - 1] != "(":
            return None
        following = self._after_bracket(end)
        if following and self._text[end + 1 : end + 2] != ",":
            return following  # "(S/PRST/2010/16) of 25 August 2010"
        return self._before_bracket(start - 1) or following

    def _preceding(self, start: int) -> str | None:
        """The date before a title or number, where the language puts it there; the title may be quoted."""
        opened = self.opening(start)
        for token in reversed(self._tokens):
            if token.end <= opened and self._lexicon.dated.fullmatch(self._text[token.end : opened]):
                return token.iso
        return None

    def opening(self, start: int) -> int:
        """The place of the quotation mark that is open at `start`; `start` itself where none is."""
        opened = max(self._text.rfind(mark, 0, start) for mark in "《“")
        closed = any(mark in self._text[max(0, opened) : start] for mark in "》”")
        return start if opened < 0 or closed else opened

    def following(self, end: int) -> str | None:
        """The date after a title or number, with only "of" or the like between them."""
        quote = _CLOSING.match(self._text, end)
        link = self._lexicon.date_link.match(self._text, quote.end() if quote else end)
        return next((token.iso for token in self._tokens if link and token.start == link.end()), None)

    def is_of_force(self, start: int) -> bool:
        """Whether the date is that of the entry into force of the title at `start`."""
        return _force(self._lexicon).search(self._text, max(0, start - _FORCE), start) is not None

    def of_adoption(self, start: int) -> str | None:
        """The date of "the adoption on 7 July 2017 of the …"."""
        return self._of_noun(start, self._lexicon.adoption)

    def of_force(self, start: int) -> str | None:
        """The date of "the entry into force on 22 January 2021 of the …"."""
        return self._of_noun(start, _entry(self._lexicon))

    def _of_noun(self, start: int, noun: regex.Pattern[str]) -> str | None:
        """The date between the noun of what happened and the title at `start`."""
        near = next((token for token in reversed(self._tokens) if token.end <= start <= token.end + _ADOPTED), None)
        if near is None:
            return None
        link = self._lexicon.body_link.match(self._text, near.end)
        opened = start - 1 if self._text[start - 1] in '«“"' else start
        happened = noun.search(self._text, max(0, near.start - _ADOPTION), near.start)
        return near.iso if happened and link and link.end() == opened else None

    def _after_bracket(self, end: int) -> str | None:
        """The date after the bracket that closes at `end`, in a language that dates so."""
        closed = not self._lexicon.date_before and self._text[end : end + 1] == ")"
        return self.of(end, end + 1) if closed else None

    def _before_bracket(self, opening: int) -> str | None:
        """The last date before a bracket, in the same noun phrase."""
        near = next((token for token in reversed(self._tokens) if token.end <= opening), None)
        if near is None:
            return None
        between = _SESSION.sub("", self._text[near.end : opening])
        apart = len(between) > _BRACKET or _APART.search(between) or self._bounds_period(near)
        return None if apart else near.iso

    def _bounds_period(self, token: DateToken) -> bool:
        """Whether a day begins or ends a period ("the year ended 31 December 2025")."""
        before = self._lexicon.period.search(self._text, max(0, token.start - _PERIOD), token.start)
        return bool(before or self._lexicon.period_end.match(self._text, token.end))


@functools.cache
def _entry(lexicon: References) -> regex.Pattern[str]:
    """Nouns of the entry into force."""
    return compiled(words(lexicon.dates.events.force, prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE)


@functools.cache
def _force(lexicon: References) -> regex.Pattern[str]:
    """The pattern of "entry into force of the" before a title."""
    force, articles = words(lexicon.dates.force), words(lexicon.anaphors.before)
    return compiled(rf"{force}(?:\s?(?:{articles}))?[\s«“\"]*+$", regex.V1 | regex.IGNORECASE)
