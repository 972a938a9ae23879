"""The phrase that a note's mark marks: a quoted title, or the noun of a document with what belongs to it."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References

CLOSING: Final = {"》": "《", "”": "“", "»": "«", '"': '"'}
"""What closes a quoted title -> what opens it."""
_CLAUSE: Final = regex.compile(r"[,;:，；：、。؛،]\s?|(?<=\))\s")
_PARTED: Final = regex.compile(r"[;；؛。]")
_LONGEST: Final = 320


@dataclass(frozen=True, slots=True)
class MarkedPhrase:
    """The place of a marked phrase, and whether the noun of a document opens it ("the report on …")."""

    start: int
    end: int
    document: bool = False


@functools.cache
def _patterns(lexicon: References) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    """Nouns of documents; what may stand between the article of one and the noun; joints."""
    stems = "|".join(regex.escape(stem, special_only=True) for stem in lexicon.titles.documents) or r"(?!)"
    articles = [*lexicon.anaphors.before, *lexicon.possessives.words]
    determined = rf"(?i:{words(articles)})(?:\s|(?<=['’]))(?:[\p{{L}}'’-]++\s){{0,4}}+$"
    joint = rf"(?:(?i:{words(lexicon.joints.words)})\s?|\s)++"
    return (
        regex.compile(rf"(?<!\p{{L}})(?i:{stems})\p{{L}}{{0,6}}+", regex.V1),
        regex.compile(determined, regex.V1),
        regex.compile(joint, regex.V1),
    )


def marked_phrase(  # noqa: PLR0913  # a text and two places, and what is known of it
    text: str, mark: int, floor: int, *, verbs: Iterable[int], cited: Iterable[int], lexicon: References
) -> MarkedPhrase:
    """Find the phrase that a mark marks.

    Args:
        text: the block.
        mark: position of the mark.
        floor: position of the mark before, which no phrase crosses.
        verbs: where the citing verbs of the block end; a phrase begins behind them.
        cited: where references begin; the noun before one is its own ("decision 5/1").
        lexicon: the words of the language.

    Returns:
        Its place; start and end are the same where nothing is marked.
    """
    stop = len(text[:mark].rstrip(" ,，.。;；:：、"))
    if stop <= floor:
        return MarkedPhrase(mark, mark)
    if opening := CLOSING.get(text[stop - 1]):
        start = text.rfind(opening, floor, stop - 1)
        if start >= 0:
            return MarkedPhrase(start, stop)
    lowest = max([floor, stop - _LONGEST, *(end for end in verbs if end < stop - 1)])
    start = max([lowest, *(m.end() for m in _CLAUSE.finditer(text, lowest, stop))])
    while floor < start < stop and text[start - 1].isalpha() and text[start].isalpha() and _spaced(text[start]):
        start += 1  # no phrase begins within a word
    nouns, determined, joint = _patterns(lexicon)
    own = tuple(cited)
    free = [m for m in nouns.finditer(text, lowest, stop) if not any(m.start() <= at <= m.end() + 2 for at in own)]
    here = next((m for m in free if m.start() >= start), None)
    if here is None:
        before = [m for m in free if not _PARTED.search(text, m.end(), stop)]
        here, start = (before[-1], lowest) if before else (None, start)
    if here is not None:
        article = determined.search(text, start, here.start())
        return MarkedPhrase(article.start() if article else here.start(), stop, document=True)
    opened = joint.match(text, start, stop)
    return MarkedPhrase(opened.end() if opened and opened.end() < stop else start, stop)


def _spaced(letter: str) -> bool:
    """Whether a letter's script sets blanks between words."""
    return not regex.match(r"\p{Han}", letter)
