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
        numbers = [
            d
            for d in sorted([*printed, *bare], key=lambda d: d.start)
            if not overlaps_any(Span(*d.outer), taken) and (d.bare or not self._barred(text, d))
        ]
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

    def _barred(self, text: str, designator: Designator) -> bool:
        """Whether a word before the number says that it is another thing's; "resolutions Nos. 242 (1967)" says not."""
        at = max(0, designator.outer[0] - _BARRING)
        found = self.lexicon.barred.search(text, at, designator.outer[0])
        if found is None:
            return False
        before = text[max(0, found.start() - 2 * _BARRING) : found.start()].rstrip()
        return not any(m.end() == len(before) for m in self.lexicon.noun.finditer(before))
