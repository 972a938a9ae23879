"""Numbers of resolutions and decisions in a paragraph, each with its noun, its body and its date."""

import functools
from collections.abc import Sequence
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.model.span import Span, overlaps_any
from extract.numbers.designators import find_bare, find_designators
from extract.numbers.mention import DatedMention, NumberMention
from extract.numbers.row import NumberRow, noun_of
from extract.numbers.words import Bodies, Words
from extract.symbols.number import Designator

_BARRING: Final = 24
"""Characters of "general comment No." before a number."""


@functools.cache
def _stretch(lexicon: References) -> regex.Pattern[str]:
    """The pattern after the first day of a period: "Resolutions and Decisions …, 1 August 2011-31 July …"."""
    return regex.compile(rf"\s?(?:[-–—]|{words(lexicon.joints.range)})\s?\d", regex.V1)


class NumberFinder:
    """Reads one document's paragraphs in order, remembering the bodies it has met."""

    def __init__(self, lexicon: References, *, adopting: str | None, year: int | None = None) -> None:
        """Start a document of a language, adopted by a body (identifier of `bodies.toml`) in a year."""
        self.lexicon, self.year = lexicon, year
        self.bodies = Bodies(adopting)
        self._words: Words | None = None  # of the paragraph read last

    def find(self, text: str, *, taken: Sequence[Span] = ()) -> tuple[NumberMention, ...]:
        """Find the numbers of a paragraph; what is inside `taken` (printed symbols) is no number of its own."""
        words = self._words = Words(text, self.lexicon, self.bodies)
        printed = find_designators(text, self.lexicon)
        bare = [d for d in find_bare(text, self.lexicon) if not overlaps_any(d, printed)]
        numbers: list[Designator] = []
        for d in sorted([*printed, *bare], key=lambda d: d.start):
            unbarred = d in bare or not self._barred(words, d, numbers[-1] if numbers else None)
            if unbarred and not overlaps_any(Span(*d.outer), taken):
                numbers.append(d)
        if not numbers:
            return ()
        return tuple(NumberRow(words, numbers, adopting=self.bodies.adopting).mentions())

    def dated(self, text: str, *, taken: Sequence[Span]) -> tuple[DatedMention, ...]:
        """Find resolutions and decisions that are named by their date alone ("its resolution of 17 April 1948").

        Args:
            text: the paragraph.
            taken: references found already; what touches one is no mention of its own.
        """
        if not self.lexicon.noun_before:
            return ()
        words = self._words
        if words is None or words.text != text:
            words = Words(text, self.lexicon, Bodies(self.bodies.adopting))
        if not words.nouns or not words.dates:
            return ()
        row = NumberRow(words, (), adopting=self.bodies.adopting)
        found = []
        for noun in words.nouns:
            token = row.date_after(noun.end)
            if (
                token
                and not _stretch(self.lexicon).match(text, token.end)
                and not overlaps_any(Span(noun.start, token.end), taken)
            ):
                found.append(DatedMention(noun.start, token.end, noun_of(noun), token.iso))
        return tuple(found)

    def _barred(self, words: Words, designator: Designator, before: Designator | None) -> bool:
        """Whether a word before the number says that it is another thing's; after the noun "No." says nothing."""
        text, start = words.text, designator.outer[0]
        found = self.lexicon.barred.search(text, max(0, start - _BARRING), start)
        noun = words.noun_before(start)
        if found is None or (noun and noun.end >= len(text[:start].rstrip())):  # "res. 61/74"
            return False
        if noun is None or noun.start < words.segment(start)[0]:
            return True
        if not words.residue(noun.end, found.start()) and noun.end + 1 >= found.start():
            return False
        since = before.outer[1] if before and before.start > noun.end else noun.end
        return not self._is_numero(found.group()) or bool(words.residue(since, found.start()))

    def _is_numero(self, word: str) -> bool:
        return word.strip(" .").casefold() in {form.strip(".").casefold() for form in self.lexicon.numbers.numero}
