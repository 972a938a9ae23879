"""Titles of treaties and named instruments in a block: with their quotation marks, and none from after its date."""

import functools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.anchored import Forms
from extract.language.forms import NOTHING, words
from extract.language.references import References
from extract.language.titles import load_titles
from extract.mentions.candidate import Passing
from extract.model.cache import compiled
from extract.model.span import Span, contains, overlaps_any
from extract.registry.gazetteer import NamedHit, find_names
from extract.registry.registry import Instrument, Registry

_QUOTES: Final = (("《", "》"), ("“", "”"), ("«", "»"))
_TURNED: Final = ("”", "“")
"""Marks of a text that runs from right to left, as many Arabic texts have them."""
_BRACKETS: Final = ("(", ")")
_BEFORE: Final = 90
"""Characters of "Conference of the Parties to the" before a title."""
_AFTER: Final = 24
"""Characters of the name of a body after a title."""
_LONGEST: Final = 240
"""Characters of a quoted title on either side of one that it names."""
_OWN: Final = 3
"""Letters of a quoted title besides the one that it names, which do not make it another."""
_NOUN: Final = 24
"""Characters of the noun ("declaration") before a quoted title, or of "New" before any."""
_TITLE: Final = "\x00"
"""What stands for the title among the characters around it."""


def find_titles(  # noqa: PLR0913  # the text and what is known of it
    text: str,
    lexicon: References,
    registry: Registry,
    *,
    taken: Sequence[Span],
    until: int | None,
    marks: Collection[int] = (),
) -> Iterator[NamedHit]:
    """Find the titles that the registry knows.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        registry: the titles.
        taken: spans that are no part of a title.
        until: the year of the document, which cites nothing from later years; None when not known.
        marks: places of the marks of notes.
    """
    for found in find_names(text, language=lexicon.language, registry=registry):
        hit = _known(_with_quotes(found, text), until)
        is_whole = not _crosses(hit, text, marks) and not _goes_on(hit, text, lexicon)
        if hit.entries and is_whole and not overlaps_any(hit, taken):
            yield hit


def is_covered(hit: NamedHit, hits: Sequence[NamedHit]) -> bool:
    """Whether a longer title names the same entry, as one of a group."""
    return any(other is not hit and contains(other, hit) and hit.entry in other.entries for other in hits)


def passing_of(hit: NamedHit, text: str, lexicon: References) -> Passing | None:
    """Why a title is named only in passing; None where it is not."""
    if hit.inside is not None or _in_quoted_title(hit, text, lexicon):
        return Passing.IN_TITLE
    if not _names_body(hit, text, lexicon):
        return None
    around = text[max(0, hit.start - _BEFORE) : hit.start] + _TITLE + text[hit.end : hit.end + _AFTER]
    return Passing.IN_BODY if _bodies_around(lexicon).search(around.replace("\u2019", "'")) else None


def _names_body(hit: NamedHit, text: str, lexicon: References) -> bool:
    """Whether words of the names of bodies stand near a title; near most there are none."""
    forms = _body_forms(lexicon)
    return forms.within(text, max(0, hit.start - _BEFORE), hit.start) or forms.within(text, hit.end, hit.end + _AFTER)


@functools.cache
def _body_forms(lexicon: References) -> Forms:
    return Forms([*lexicon.anaphors.body_before, *lexicon.anaphors.body_after], among=lexicon)


def _known(hit: NamedHit, until: int | None) -> NamedHit:
    """A hit without what is younger than the document: members of a group, outcomes named like an older one."""
    old = tuple(entry for entry in hit.entries if not until or not entry.date or int(entry.date[:4]) <= until)
    if len(old) == len(hit.entries):
        return hit
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


def _crosses(hit: NamedHit, text: str, marks: Collection[int]) -> bool:
    """Whether a hit runs over the edge of a quoted title without the date or year that may precede it.

    An outcome may be named by the noun alone in quotation marks, after the conference that it is of; where the noun has
    a note, that note says what it is wherever it recurs.
    """
    title = text[hit.start : hit.end]
    for opening, closing in _QUOTES:
        head, mark, tail = title.partition(opening)
        if hit.end not in marks and _is_noun_of(hit, tail, closing):
            continue
        if mark and head and (title.count(opening) > title.count(closing) or not any(c.isdigit() for c in head)):
            return True
    return False


def _is_noun_of(hit: NamedHit, tail: str, closing: str) -> bool:
    """Whether only the end of an outcome's name, up to its closing mark, is in quotation marks."""
    outcome = all(isinstance(entry, Instrument) for entry in hit.entries)
    return outcome and tail.endswith(closing) and tail.count(closing) == 1


def _goes_on(hit: NamedHit, text: str, lexicon: References) -> bool:
    """Whether the name goes on to the left, so that it is another text's: the Kyiv-Copenhagen Declaration."""
    return _goes_before(lexicon).search(text, max(0, hit.start - _NOUN), hit.start) is not None


def _in_quoted_title(hit: NamedHit, text: str, lexicon: References) -> bool:
    """Whether a title is a part of the quoted title of another text: the declaration "The Convention at fifty"."""
    quotes = (*_QUOTES, _TURNED) if lexicon.script.direction == "rtl" else _QUOTES
    for opening, closing in quotes:
        opened = text.rfind(opening, max(0, hit.start - _LONGEST), hit.start)
        closed = text.find(closing, hit.end, hit.end + _LONGEST)
        if opened < 0 or closed < 0 or closing in text[opened : hit.start] or opening in text[hit.end : closed]:
            continue
        rest = text[opened + 1 : hit.start] + text[hit.end : closed]
        if sum(map(str.isalpha, rest)) > _OWN and introduced(lexicon).search(text, max(0, opened - _NOUN), opened):
            return True
    return False


@functools.cache
def introduced(lexicon: References, *, entitled: bool = True) -> regex.Pattern[str]:
    """The pattern of the end of a text before the quoted title of a document: "the declaration", or also "entitled"."""
    stems = "|".join(regex.escape(stem, special_only=True) for stem in lexicon.titles.documents) or NOTHING
    other = words(load_titles(lexicon.language).stated.entitled) if entitled else NOTHING
    return compiled(rf"(?:(?<!\p{{L}})(?:{stems})\p{{L}}{{0,6}}+|{other})[\s:,]*+\Z", regex.V1 | regex.IGNORECASE)


@functools.cache
def _goes_before(lexicon: References) -> regex.Pattern[str]:
    """The pattern of what goes before a title and makes it another text's: "New", the first half of a double name."""
    return compiled(rf"(?:{words(load_titles(lexicon.language).other)}\s?|\p{{Lu}}\p{{Ll}}++-)\Z", regex.V1)


@functools.cache
def _bodies_around(lexicon: References) -> regex.Pattern[str]:
    """The pattern of "Conference of the Parties to the" before a title and of 缔约国审议大会 after it."""
    before, after = words(lexicon.anaphors.body_before), words(lexicon.anaphors.body_after)
    return compiled(rf"{before}[\s«“\"《]*+{_TITLE}|{_TITLE}[》»”\"]?+{after}", regex.V1 | regex.IGNORECASE)
