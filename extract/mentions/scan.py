"""`BlockScan`: everything that one block shows by itself: symbols, numbers, titles, registrations."""

import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.language.dates import SENTENCE, DateToken, find_dates
from extract.language.references import References
from extract.mentions.block_dates import BlockDates
from extract.mentions.block_titles import find_titles, is_covered, passing_of
from extract.mentions.candidate import Candidate, Open, Resolved
from extract.mentions.conference_numbers import find_conference_numbers
from extract.mentions.dated_titles import dated_titles, with_date
from extract.mentions.general_comments import find_general_comments
from extract.mentions.official_records import find_records
from extract.mentions.own_dates import own_dates
from extract.mentions.pinpoint import Pinpoint, PinpointFinder
from extract.mentions.title_dates import TitleDates
from extract.mentions.treaty_series import SeriesMention, find_series
from extract.model.citation import Kind
from extract.model.document import Block
from extract.model.span import Span, contains
from extract.numbers.decide import Decision, decide
from extract.numbers.finder import NumberFinder
from extract.numbers.listed import Listed
from extract.numbers.mention import NumberMention
from extract.numbers.ranges import mentions_between, symbols_between
from extract.registry.committees import Committee
from extract.registry.gazetteer import NamedHit
from extract.registry.registry import Registry
from extract.symbols.printed import PrintedSymbol, find_symbols
from extract.symbols.symbol import parse
from extract.text.ocr import repair

_SPANNED: Final = 40
"""Characters ("of", a body) between a number and its date, which its pinpoint may follow."""
_RANGED: Final = "between the two ends that are printed"
_ROBBED: Final = "a digit lost by optical character recognition: printed {number} ({session})"


class BlockScan:
    """What one block shows by itself.

    Attributes:
        text: the block's flowing text, repaired.
        symbols, names, series: what was found of each kind, in order.
        found: references by symbol and number, by symbol first.
        dates: every date of the block; `own_dates` those that may be the date of a text.
        pinpoints: every pinpoint of the block.
        until: the year of the document; None when not known.
        is_listed: whether it is part of a list whose heading says whose numbers it holds.
    """

    def __init__(  # noqa: PLR0913  # what is scanned, in which context
        self,
        block: Block,
        read: str,
        *,
        lexicon: References,
        registry: Registry,
        numbers: NumberFinder,
        listed: Listed | None = None,
        committee: Committee | None = None,
    ) -> None:
        """Scan a block.

        Args:
            block: the block; blocks come in reading order, since `numbers` remembers bodies.
            read: the text as read.
            lexicon: the words of its language.
            registry: treaties and instruments.
            committee: the committee that issued the document; None for documents of other bodies.
            numbers: the finder of the document's numbers.
            listed: what the list that the block is part of says of its numbers; None outside lists.
        """
        self._listed = listed
        self.is_listed = listed is not None
        self._repaired = repair(block.text, year=numbers.year)
        self._written = block.text
        self.until, self._committee = numbers.year, committee
        self.text, self.lexicon = self._repaired.text, lexicon
        self.dates: Sequence[DateToken] = find_dates(self.text, lexicon)
        self.own_dates: Sequence[DateToken] = own_dates(self.text, self.dates, lexicon)
        self._dating, self._registry = BlockDates(self.text, self.own_dates, lexicon), registry
        self._title_dates = TitleDates(self.text, self.dates, self.own_dates, self._dating, lexicon)
        self.pinpoints = PinpointFinder(
            self.text, lexicon, written=lambda a, b: " ".join(read[slice(*block.flow.span(a, b))].split())
        )
        self.series: Sequence[SeriesMention] = find_series(self.text, lexicon)
        self.symbols: Sequence[PrintedSymbol] = find_symbols(
            self.text, joints=lexicon.joints.words, ranges=lexicon.joints.range, corrected=lexicon.series.corrected
        )
        taken = [Span(s.start, s.end) for s in self.symbols] + [Span(s.start, s.end) for s in self.series]
        marks = {mark.position for mark in block.marks}
        self.names: Sequence[NamedHit] = list(
            find_titles(self.text, lexicon, registry, taken=taken, until=numbers.year, marks=marks)
        )
        numbered = [self._annotated(found) for found in self._numbered(numbers, taken)]
        spans = [*taken, *(Span(found.start, found.end) for found in numbered)]
        self.found: Sequence[Candidate] = [*numbered, *self._dated_only(numbers, spans)]

    def date_of(self, start: int, end: int) -> str | None:
        """The ISO date that the text gives to what is at `start:end`; None where it gives none."""
        return self._dating.of(start, end)

    def dated(self, found: Resolved) -> Resolved:
        """A treaty that the registry does not know with the date that stands by its title."""
        return with_date(found, self._title_dates)

    def named(self) -> list[Candidate]:
        """Titles as references; one within a longer title or the name of a body is marked as passing."""
        passing = ((h, passing_of(h, self.text, self.lexicon)) for h in self.names if not is_covered(h, self.names))
        return [found for each in passing for found in dated_titles(*each, self._title_dates, self._registry)]

    def _annotated(self, found: Candidate) -> Candidate:
        """A reference whose note says also what was misread in it."""
        misread = self._repaired.note(found.start, found.end, self._written[found.start : found.end])
        return replace(found, note="; ".join(filter(None, [found.note, misread]))) if misread else found

    def _numbered(self, numbers: NumberFinder, taken: Sequence[Span]) -> list[Candidate]:
        """References by symbol or number, in the order of their kinds."""
        self._parts = [self._part_of(symbol) for symbol in self.symbols]
        pins = (
            pin or self.pinpoints.before(symbol.start) for pin, symbol in zip(self._parts, self.symbols, strict=True)
        )
        parts = [Span(pin.start, pin.end) for pin in pins if pin]
        counted = [each for each in self._counted(numbers, taken) if not _is_part(each, parts)]
        lettered = (
            replace(
                found, date=self.date_of(found.start, found.end), pinpoint=self.pinpoints.beside(found.start, found.end)
            )
            for found in find_conference_numbers(
                self.text, self.lexicon, [*taken, *parts], recent=numbers.bodies.recent
            )
        )
        recorded = find_records(self.text, self.lexicon, taken, until=self.until)
        commented = find_general_comments(self.text, self.lexicon, taken, own=self._committee)
        return [*self._printed(), *counted, *lettered, *recorded, *commented]

    def _dated_only(self, numbers: NumberFinder, taken: Sequence[Span]) -> Iterator[Open]:
        """Resolutions that the text names by nothing but their date."""
        for mention in numbers.dated(self.text, taken=taken):
            yield Open(
                start=mention.start,
                end=mention.end,
                kind=mention.noun,
                date=mention.date,
                reason=f"named by its date alone ({mention.date})",
            )

    def _printed(self) -> list[Resolved]:
        """Printed symbols; what follows the last of several that are joined (a date, a pinpoint) holds for all."""
        found: list[Resolved] = []
        for symbol, pin in zip(reversed(self.symbols), reversed(self._parts), strict=True):
            own = self._by_symbol(symbol, pin)
            following = found[-1] if found else None
            if following and self._is_joined(symbol.end, following.start):
                own = replace(own, date=own.date or following.date, pinpoint=own.pinpoint or following.pinpoint)
            found.append(own)
        between = (
            Resolved(
                start=symbol.start,
                end=symbol.end,
                kind=symbol.symbol.kind,
                target=str(symbol.symbol),
                certainty="inferred",
                note=_RANGED,
            )
            for first, last in itertools.pairwise(self.symbols)
            for symbol in symbols_between(first, last, self.text, self.lexicon)
        )
        return [*reversed(found), *between]

    def _by_symbol(self, printed: PrintedSymbol, pin: Pinpoint | None) -> Resolved:
        """One printed symbol with its own date and pinpoint; the next volume of a document is no part of this one."""
        start, end = printed.start, printed.end
        volume = pin and any(other.start <= pin.start < other.end for other in self.symbols)
        return Resolved(
            start=start,
            end=end,
            kind=printed.symbol.kind,
            target=str(printed.symbol),
            certainty="inferred" if _is_completed(printed, self.text) else "explicit",
            date=self._dating.of(start, end) or self._dating.of_bracketed(start, end),
            pinpoint=pin.text if pin and not volume else None,
        )

    def _part_of(self, printed: PrintedSymbol) -> Pinpoint | None:
        """The pinpoint of a printed symbol, behind it or before the phrase that it closes."""
        return self.pinpoints.after(printed.end) or self._of_phrase(printed.start)

    def _of_phrase(self, start: int) -> Pinpoint | None:
        """The part of what a symbol in brackets belongs to: "paragraph 4 of the report on the matter (A/61/74)"."""
        bracketed = start > 1 and self.text[start - 1] == "("
        pin = self.pinpoints.of_phrase(start - 1) if bracketed else None
        if pin is None or any(pin.end <= hit.start < start for hit in self.names):
            return None
        return pin

    def _is_joined(self, end: int, start: int) -> bool:
        """Whether nothing but "and", a comma or the like is between two places."""
        return end < start and not self.lexicon.joint.sub("", self.text[end:start])

    def _counted(self, numbers: NumberFinder, taken: Sequence[Span]) -> list[Candidate]:
        """Numbers of resolutions and decisions, and those within a range of them."""
        mentions = numbers.find(self.text, taken=taken)
        decisions = self._decisions(mentions, numbers)
        decided = (self._candidate(*pair) for pair in zip(mentions, decisions, strict=True))
        between = (
            self._candidate(each, self._decide(each, numbers))
            for first, last in itertools.pairwise(mentions)
            for each in mentions_between(first, last, self.text, self.lexicon)
        )
        return [
            *(found for found in decided if found),
            *(replace(found, certainty="inferred", note=_RANGED) for found in between if isinstance(found, Resolved)),
        ]

    def _decisions(self, mentions: Sequence[NumberMention], numbers: NumberFinder) -> list[Decision]:
        """What each number means; where one stands reversed, others without a date may do so, too."""
        decisions = [self._decide(mention, numbers) for mention in mentions]
        if not any(decision.is_reversed for decision in decisions):
            return decisions
        return [self._decide(mention, numbers, beside_reversed=True) for mention in mentions]

    def _decide(self, mention: NumberMention, numbers: NumberFinder, *, beside_reversed: bool = False) -> Decision:
        """What a number means: as the heading of its list has it, unless it says itself whose it is."""
        decided = functools.partial(
            decide,
            adopting=numbers.bodies.adopting,
            report=self._report(mention.start),
            until=numbers.year,
            beside_reversed=beside_reversed,
        )
        governed, by_itself = self._governed(mention), decided(mention)
        if governed is None:
            return by_itself
        by_heading = decided(governed)
        if by_itself.symbol and _says_itself(mention, by_itself.symbol, by_heading.symbol):
            return by_itself
        return by_heading

    def _governed(self, mention: NumberMention) -> NumberMention | None:
        """A number as the heading of its list has it; None outside lists, and where the line says whose it is."""
        return self._listed.governing(mention) if self._listed else None

    def _candidate(self, mention: NumberMention, decision: Decision) -> Candidate | None:
        """A number as a reference; None when it is none."""
        target, reason, certainty, note, _ = decision
        if target is None and not reason:
            return None
        governed = self._governed(mention)
        listed = self._listed if governed else None
        title, via = (listed.title, listed.via if certainty == "inferred" else None) if listed else (None, None)
        start, end, date = mention.start, mention.end, mention.date
        dates = tuple(Span(end, t.end) for t in self.dates if 0 <= t.start - end <= _SPANNED)
        kind: Kind = "decision" if (governed or mention).noun == "decision" else "resolution"
        if target is None:
            return Open(
                start=start, end=end, kind=kind, certainty=certainty, date=date, skipped=dates, reason=reason,
                title=title, via=via,
            )  # fmt: skip
        told = parse(target).kind
        return Resolved(
            start=start, end=end, kind=told if told in {"resolution", "decision"} else kind, certainty=certainty,
            date=date, skipped=dates, target=target, note=note or _robbed(mention, target), title=title, via=via,
        )  # fmt: skip

    def _report(self, at: int) -> str | None:
        """The last symbol before a place in the same sentence: the report that prints a resolution."""
        before = [s for s in self.symbols if s.end <= at and not SENTENCE.search(self.text, s.end, at)]
        return str(before[-1].symbol) if before else None


def _is_part(found: Candidate, parts: Sequence[Span]) -> bool:
    """Whether a number without a body is part of the document that prints it ("decision 5/2 in the annex to …")."""
    return isinstance(found, Open) and any(contains(part, found) for part in parts)


def _says_itself(mention: NumberMention, by_itself: str, by_heading: str | None) -> bool:
    """Whether a number means what it means whatever heading it stands under: 1325 (2000) is the Security Council's."""
    return by_heading == by_itself or (by_heading is None and mention.designator.form == "year")


def _robbed(mention: NumberMention, target: str) -> str | None:
    """What a row must say of a number that lost a digit."""
    designator = mention.designator
    if designator.form == "year" and not designator.bare and f"/{designator.number}(" not in target:
        return _ROBBED.format(number=designator.number, session=designator.session)
    return None


def _is_completed(printed: PrintedSymbol, text: str) -> bool:
    """Whether a resolution of the Security Council is printed without its year."""
    symbol = printed.symbol
    year = symbol.year if str(symbol).startswith("S/RES/") else None
    return year is not None and str(year) not in text[printed.start : printed.end]
