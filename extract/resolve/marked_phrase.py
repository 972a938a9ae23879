"""The phrase that the mark of a note belongs to: a quoted title, or the noun of a document and what depends on it."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.forms import NOTHING, any_of, words
from extract.language.reference_table import HEADS
from extract.language.references import References
from extract.model.cache import compiled

CLOSING: Final = {"》": "《", "”": "“", "»": "«", '"': '"', "“": "”„"}
"""Closing quotation mark -> the marks that may open its quotation."""
_BEFORE_MARK: Final = " ,，.。;；:：、"
"""Punctuation that may stand between a phrase and its mark."""
_CLAUSE: Final = regex.compile(r"[,;:，；：、。؛،]\s?|(?<=\))\s")
_COMMAS: Final = ("，", ",")
_PARTED: Final = regex.compile(r"[;；؛。]")
_ADJACENT: Final = 2
_BODY: Final = 60
"""Characters between a noun and its reference: a space; of "resolution", the name of a body."""
_LONGEST: Final = 320
"""Characters of a phrase at most."""
_HAN: Final = regex.compile(r"\p{Han}")


@dataclass(frozen=True, slots=True)
class MarkedPhrase:
    """The place of a marked phrase; empty where nothing is marked.

    Attributes:
        start, end: its place in the block.
        document: whether it begins with the noun of a document ("the report on …").
    """

    start: int
    end: int
    document: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What a phrase is recognised by in one language.

    Attributes:
        noun: the nouns of documents; none where the noun closes its phrase.
        determined: the article or possessive of such a noun, with the adjectives between them, up to the noun.
        joint: conjunctions and spaces that a phrase does not begin with.
    """

    noun: regex.Pattern[str]
    determined: regex.Pattern[str]
    joint: regex.Pattern[str]


@functools.cache
def document_nouns(lexicon: References) -> regex.Pattern[str]:
    """The nouns of texts that are no treaties."""
    stems = "|".join(regex.escape(stem, special_only=True) for stem in lexicon.titles.documents) or NOTHING
    forms = [*lexicon.notes.identified, *lexicon.nouns.resolution, *lexicon.nouns.decision]
    known = words(forms, prefixes=lexicon.particles)
    persons = any_of(lexicon.notes.persons)
    particles = f"[{lexicon.particles}]{{0,2}}" if lexicon.particles else ""
    stem = rf"(?<!\p{{L}})(?!{particles}(?i:{persons}))(?i:{stems})\p{{L}}{{0,6}}+"
    return compiled(rf"{stem}|(?i:{known})", regex.V1)


@functools.cache
def treaty_nouns(lexicon: References) -> regex.Pattern[str]:
    """The nouns of treaties."""
    forms = [form for head in HEADS for form in (*lexicon.anaphors.of(head), *lexicon.heads.of(head))]
    return compiled(words(forms, prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE)


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    articles = [*lexicon.anaphors.before, *lexicon.possessives.words]
    article = rf"(?i:{words(articles)})(?:\s|(?<=['’]))"
    determined = rf"{article}(?:(?!{article})[\p{{L}}'’-]++\s){{0,4}}+$"
    joint = rf"(?:(?i:{words(lexicon.joints.words)})\s?|\s)++"
    return _Patterns(
        noun=compiled(NOTHING) if lexicon.date_before else document_nouns(lexicon),
        determined=compiled(determined, regex.V1),
        joint=compiled(joint, regex.V1),
    )


def marked_phrase(  # noqa: PLR0913  # a text and two places, and what is known of it
    text: str, mark: int, floor: int, *, verbs: Iterable[int], cited: Iterable[int], lexicon: References
) -> MarkedPhrase:
    """Find the phrase that a mark belongs to.

    Args:
        text: the block.
        mark: position of the mark.
        floor: position of the previous mark, which no phrase crosses.
        verbs: where the citing verbs of the block end; a phrase begins after them.
        cited: where references begin; the noun before one is its own ("decision 5/1").
        lexicon: the words of the language.

    Returns:
        Its place; `start` and `end` are the same where nothing is marked.
    """
    stop = len(text[:mark].rstrip(_BEFORE_MARK))
    if stop <= floor:
        return MarkedPhrase(mark, mark)
    if quoted := _quoted(text, floor, stop):
        return quoted
    lowest = max([floor, stop - _LONGEST, *(end for end in verbs if end < stop - 1)])
    start = _clause(text, floor, lowest, stop)
    patterns = _patterns(lexicon)
    nouns = list(_free_nouns(text, lowest, stop, lexicon, tuple(cited)))
    if noun := next((m for m in nouns if m.start() >= start), None):
        return _from_noun(text, noun, start, stop, patterns)
    if noun := _last_unparted(text, nouns, stop):
        return _from_noun(text, noun, lowest, stop, patterns)
    if lexicon.date_before and (earlier := _closed_earlier(text, lowest, start, stop, lexicon)):
        return earlier
    joint = patterns.joint.match(text, start, stop)
    return MarkedPhrase(joint.end() if joint and joint.end() < stop else start, stop)


def _closed_earlier(text: str, lowest: int, start: int, stop: int, lexicon: References) -> MarkedPhrase | None:
    """The last earlier clause of the sentence that ends with a noun, where nouns close their phrases."""
    nouns = list(document_nouns(lexicon).finditer(text, lowest, stop))
    if any(noun.start() >= start for noun in nouns):
        return None
    for noun in reversed(nouns):
        if text.startswith(_COMMAS, noun.end()) and not _PARTED.search(text, noun.end(), stop):
            return MarkedPhrase(_clause(text, lowest, lowest, noun.end()), noun.end())
    return None


def _last_unparted(text: str, nouns: Sequence[regex.Match[str]], stop: int) -> regex.Match[str] | None:
    """The last noun in an earlier clause of the same sentence."""
    return next((m for m in reversed(nouns) if not _PARTED.search(text, m.end(), stop)), None)


def _quoted(text: str, floor: int, stop: int) -> MarkedPhrase | None:
    """The quoted title that ends at a place."""
    start = max((text.rfind(mark, floor, stop - 1) for mark in CLOSING.get(text[stop - 1], "")), default=-1)
    return MarkedPhrase(start, stop) if start >= 0 else None


def _clause(text: str, floor: int, lowest: int, stop: int) -> int:
    """Where the last clause before a place begins, never within a word."""
    start = max([lowest, *(m.end() for m in _CLAUSE.finditer(text, lowest, stop))])
    while floor < start < stop and _within_word(text, start):
        start += 1
    return start


def _within_word(text: str, at: int) -> bool:
    """Whether a place has letters of one word on both sides; Han characters are words of their own."""
    return text[at - 1].isalpha() and text[at].isalpha() and not _HAN.match(text[at])


def _free_nouns(
    text: str, lowest: int, stop: int, lexicon: References, cited: tuple[int, ...]
) -> Iterator[regex.Match[str]]:
    """The nouns of documents that do not belong to a reference after them: "decision 5/1", "resolutions of … 5/1"."""
    for match in _patterns(lexicon).noun.finditer(text, lowest, stop):
        reach = _BODY if lexicon.noun.fullmatch(match[0]) else _ADJACENT
        if not any(match.start() <= at <= match.end() + reach for at in cited):
            yield match


def _from_noun(text: str, noun: regex.Match[str], start: int, stop: int, patterns: _Patterns) -> MarkedPhrase:
    """The phrase from a noun on, with the article before it."""
    article = patterns.determined.search(text, start, noun.start())
    return MarkedPhrase(article.start() if article else noun.start(), stop, document=True)
