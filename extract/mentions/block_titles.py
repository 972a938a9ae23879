"""Titles of treaties and named instruments in a block: with their quotation marks, and none from after its date."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Passing
from extract.model.span import Span, contains, overlaps_any
from extract.registry.gazetteer import NamedHit, find_names
from extract.registry.registry import Instrument, Registry

_QUOTES: Final = ("《》", "“”", "«»")
_BRACKETS: Final = "()"
_BEFORE: Final = 60
"""Characters of "Conference of the Parties to the" before a title."""
_AFTER: Final = 24
"""Characters of the name of a body after a title."""
_TITLE: Final = "\x00"
"""What stands for the title among the characters around it."""


def find_titles(
    text: str, lexicon: References, registry: Registry, *, taken: Sequence[Span], until: int | None
) -> Iterator[NamedHit]:
    """Find the titles that the registry knows.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        registry: the titles.
        taken: spans that are no part of a title.
        until: the year of the document, which cites nothing from later years; None when not known.
    """
    for found in find_names(text, language=lexicon.language, registry=registry):
        hit = _known(_with_quotes(found, text), until)
        if hit.entries and not overlaps_any(hit, taken) and not _crosses(text[hit.start : hit.end]):
            yield hit


def is_covered(hit: NamedHit, hits: Sequence[NamedHit]) -> bool:
    """Whether a longer title names the same entry, as one of a group."""
    return any(other is not hit and contains(other, hit) and hit.entry in other.entries for other in hits)


def passing_of(hit: NamedHit, text: str, lexicon: References) -> Passing | None:
    """Why a title is named only in passing; None where it is not."""
    if hit.inside is not None:
        return Passing.IN_TITLE
    around = text[max(0, hit.start - _BEFORE) : hit.start] + _TITLE + text[hit.end : hit.end + _AFTER]
    return Passing.IN_BODY if _bodies_around(lexicon).search(around) else None


def _known(hit: NamedHit, until: int | None) -> NamedHit:
    """A hit without what is younger than the document: members of a group, outcomes named like an older one."""
    old = tuple(entry for entry in hit.entries if not until or not entry.date or int(entry.date[:4]) <= until)
    return replace(hit, entries=old) if old or isinstance(hit.entry, Instrument) else hit


def _with_quotes(hit: NamedHit, text: str) -> NamedHit:
    """A hit with the mark that it opens or closes: 1982年《海洋法公约 is closed by the 》 after it."""
    for opening, closing in (*_QUOTES, _BRACKETS):
        before, after = text[hit.start - 1 : hit.start] == opening, text[hit.end : hit.end + 1] == closing
        if not (before or after):
            continue
        title = text[hit.start : hit.end]
        more = title.count(opening) - title.count(closing)
        if before and after and more == 0 and _is_list(title, opening, closing):
            hit = replace(hit, start=hit.start - 1, end=hit.end + 1)
        elif after and more == 1:
            hit = replace(hit, end=hit.end + 1)
        elif before and more == -1:
            hit = replace(hit, start=hit.start - 1)
    return hit


def _is_list(title: str, opening: str, closing: str) -> bool:
    """Whether a title holds several quoted ones, the first closed and the last opened."""
    return opening not in _BRACKETS and 0 <= title.find(closing) < title.find(opening)


def _crosses(title: str) -> bool:
    """Whether a hit runs over the edge of a quoted title without the date or year that may precede it."""
    for opening, closing in _QUOTES:
        head, mark, _ = title.partition(opening)
        if mark and head and (title.count(opening) > title.count(closing) or not any(c.isdigit() for c in head)):
            return True
    return False


@functools.cache
def _bodies_around(lexicon: References) -> regex.Pattern[str]:
    """The pattern of "Conference of the Parties to the" before a title and of 缔约国审议大会 after it."""
    before, after = words(lexicon.anaphors.body_before), words(lexicon.anaphors.body_after)
    return regex.compile(rf"{before}[\s«“\"《]*+{_TITLE}|{_TITLE}[》»”\"]?+{after}", regex.V1 | regex.IGNORECASE)
