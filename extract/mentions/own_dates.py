"""Dates that can be the date of a text: not the ends of a period, the days of a meeting, or the date of a number."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.anchored import Forms
from extract.language.dates import DateToken
from extract.language.forms import LETTERWISE, words
from extract.language.references import References
from extract.model.cache import compiled

_DIGIT: Final = re.compile(r"\d")
_DAY: Final = 6
"""Characters of "24th " and of a space behind what joins it to another day."""
_AROUND: Final = 70
"""Characters of "held at Kuala Lumpur on 24 and" before a date, of 至10月4日在…举行 after it."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What makes a date that of something else.

    Attributes:
        spanned: at the end of the text before it: a day and a dash, or "to".
        spread: characters before it among which that stands.
        before: at the end of the text before it: a word of periods, a meeting that was held.
        words: the words of `before`.
        after: behind it: a dash and a day, a word of periods, a meeting that was held.
        numbered: a number of a resolution right before the date's link.
    """

    spanned: regex.Pattern[str]
    spread: int
    before: regex.Pattern[str]
    words: Forms
    after: regex.Pattern[str]
    numbered: regex.Pattern[str]


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    flags = regex.V1 | regex.IGNORECASE
    dates = lexicon.dates
    to = rf"(?:[-–—]|{words(lexicon.joints.range)})"
    held = words(dates.events.meeting, prefixes=lexicon.particles)
    day = r"\d{1,2}\p{L}{0,2}\s?"
    days = rf"{day}(?:[-–]\d{{1,2}}\s)?[\p{{L}}\s/,،]{{0,24}}"  # "12 to 30 September and on", "24 and"
    of_meeting = rf"{held}[^\d;；。؛()]{{0,50}}(?:{days}){{0,3}}$"
    following = rf"\s?{to}\s?\d|\s?{words(dates.period_end)}"
    if lexicon.date_before:
        following += rf"|[^\d,，;；。、《]{{0,20}}{held}"
    links = words(dates.links)
    bounds = "" if lexicon.date_before else rf"|{words(dates.period, prefixes=lexicon.particles)}\s*+$"
    return _Patterns(
        spanned=compiled(rf"(?<!\d){day}{to}\s?$", flags),
        spread=min(_AROUND, _DAY + max(map(len, lexicon.joints.range), default=1)),
        before=compiled(f"{LETTERWISE}{of_meeting}{bounds}", flags),
        words=Forms([*dates.events.meeting, *dates.period], among=lexicon),
        after=compiled(following, flags),
        numbered=compiled(rf"\d\)?\s?\p{{Lu}}?\)?[,،]?\s{links}\s?$", regex.V1),
    )


def own_dates(text: str, tokens: Sequence[DateToken], lexicon: References) -> list[DateToken]:
    """The dates of a text that may be the date of what it cites."""
    patterns = _patterns(lexicon)
    return [
        token
        for token in tokens
        if not _follows(text, token.start, patterns) and not patterns.after.match(text, token.end)
    ]


def _follows(text: str, start: int, patterns: _Patterns) -> bool:
    """Whether what stands before a date makes it that of something else; most dates have none of the words before."""
    since = max(0, start - _AROUND)
    if patterns.words.within(text, since, start) and patterns.before.search(text, since, start):
        return True
    near = max(0, start - patterns.spread)
    return _DIGIT.search(text, near, start) is not None and patterns.spanned.search(text, near, start) is not None


def is_of_number(text: str, token: DateToken, lexicon: References) -> bool:
    """Whether a date is that of a number before it ("endorsed in resolution 33/71 E of 14 December 1978")."""
    return _patterns(lexicon).numbered.search(text, max(0, token.start - _AROUND), token.start) is not None
