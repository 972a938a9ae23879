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
from extract.symbols.number import Designator, may_be_amount

_JOINT: Final = 16
"""Characters of "as well as" before a number."""
_BARRING: Final = 24
"""Characters of "general comment No." before a number."""


@functools.cache
def _stretch(lexicon: References) -> regex.Pattern[str]:
    """The pattern after the first day of a period: "Resolutions and Decisions …, 1 August 2011-31 July …"."""
    return regex.compile(rf"\s?(?:[-–—]|{words(lexicon.joints.range)})\s?\d", regex.V1)


@functools.cache
def _joined(lexicon: References) -> regex.Pattern[str]:
    """What joins the next number to a list."""
    return regex.compile(rf"(?:[,،、;]|{words(lexicon.joints.words, prefixes=lexicon.particles)})\s*+$", regex.V1)


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
        return self._mentions(words, printed, bare, taken) if printed or bare else ()

    def _mentions(
        self, words: Words, printed: Sequence[Designator], bare: Sequence[Designator], taken: Sequence[Span]
    ) -> tuple[NumberMention, ...]:
        """The numbers of a paragraph that are neither barred nor amounts."""
        numbers: list[Designator] = []
        amounts: list[Designator] = []
        for d in sorted([*printed, *bare], key=lambda d: d.start):
            unbarred = d in bare or not self._barred(words, d, numbers[-1] if numbers else None)
            if not unbarred or overlaps_any(Span(*d.outer), taken):
                continue
            kind = amounts if self._is_amount(words, d, numbers) or self._goes_on(words, d, amounts) else numbers
            kind.append(d)
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
        if not words.dates or not words.nouns:
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

    def _is_amount(self, words: Words, designator: Designator, before: Sequence[Designator]) -> bool:
        """Whether a number is a span of years, a share or a fraction: it may be one, and no noun or list claims it."""
        start, end = designator.outer
        if not may_be_amount(designator) or start < designator.start or self._dated_after(words, end):
            return False
        noun = words.noun_before(start)
        if noun is None or noun.start < words.segment(start)[0]:
            return False  # what is no resolution for want of a noun is told elsewhere
        since = max(noun.end, before[-1].outer[1] if before else 0)
        if not words.residue(since, start):
            return False
        listed = _joined(self.lexicon).search(words.text, max(0, start - _JOINT), start)
        return listed is None or self._counts(words, end)

    def _goes_on(self, words: Words, designator: Designator, amounts: Sequence[Designator]) -> bool:
        """Whether a number only goes on with a list of such: "for 2019/20, 2020/21 and 2021/22"."""
        if not amounts or not may_be_amount(designator):
            return False
        between = words.text[amounts[-1].outer[1] : designator.outer[0]]
        return _joined(self.lexicon).fullmatch(between.lstrip()) is not None

    def _counts(self, words: Words, end: int) -> bool:
        """Whether "of" and no body follows: "two thirds (2/3) of the members"."""
        link = self.lexicon.body_link.match(words.text, end)
        return link is not None and link.end() > end and words.body_at(link.end()) is None

    def _dated_after(self, words: Words, end: int) -> bool:
        """Whether a date follows ("2021/22 of 8 June 2021")."""
        link = self.lexicon.date_link.match(words.text, end)
        return link is not None and words.date_at(link.end()) is not None

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
