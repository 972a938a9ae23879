"""One block read for everything that can be told from the block alone: symbols, numbers, titles, registrations."""

import functools
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.dates import SENTENCE, DateToken, find_dates
from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Passing, Resolved, of_entry
from extract.mentions.conference_numbers import find_conference_numbers
from extract.mentions.official_records import find_records
from extract.mentions.pinpoint import PinpointFinder
from extract.mentions.treaty_series import SeriesMention, find_series
from extract.model.citation import Kind
from extract.model.document import Block
from extract.model.span import Span, contains, overlaps_any
from extract.numbers.decide import decide, is_composed
from extract.numbers.finder import NumberFinder
from extract.numbers.mention import NumberMention
from extract.numbers.ranges import mentions_between, symbols_between
from extract.registry.gazetteer import NamedHit, find_names
from extract.registry.registry import Instrument, Registry
from extract.symbols.printed import PrintedSymbol, find_symbols
from extract.text.ocr import repair

_CLOSING: Final = regex.compile(r"\s?[”\"»]")

_FORCE: Final = 40
"""Characters of "entry into force of the" before a title."""
_SPANNED: Final = 40
"""Characters ("of", a body) between a number and its date, which a pinpoint stands behind."""
_BRACKET: Final = 120
"""Characters between a date and the symbol in brackets that closes its noun phrase."""
_SESSION: Final = regex.compile(r"\s?\(\s?(?:\d{4}|[IVXLC]{1,8}+)\s?\)")
"""The bracket of a number ("resolution 1261 (1999)"), which parts nothing."""
_PARTED: Final = regex.compile(r"[,，;；。、؛،()]")
_RANGED: Final = "between the two ends that are printed"
_ROBBED: Final = "a digit lost by optical character recognition: printed {number} ({session})"
_COMPOSED: Final = "symbol made of body and number: the United Nations prints none of that form"


class BlockScan:
    """What one block shows by itself.

    Attributes:
        text: the block's flowing text.
        symbols, names, series: what was found of each kind, in order.
        found: numbers and symbols as references, in order.
        dates: every date of the block.
        pinpoints: every pinpoint of the block.
        until: the year of the document; None when not known.
    """

    def __init__(
        self, block: Block, read: str, *, lexicon: References, registry: Registry, numbers: NumberFinder
    ) -> None:
        """Scan a block of the text `read`; blocks come in reading order, since `numbers` remembers bodies."""
        self._repaired = repair(block.text, year=numbers.year)
        self.until = numbers.year
        self._written = block.text
        text = self._repaired.text
        self.text, self.lexicon, self.registry = text, lexicon, registry
        self.dates: Sequence[DateToken] = find_dates(text, lexicon)
        self.pinpoints = PinpointFinder(
            text, lexicon, written=lambda a, b: " ".join(read[slice(*block.flow.span(a, b))].split())
        )
        self.series: Sequence[SeriesMention] = find_series(text, lexicon)
        self.symbols: Sequence[PrintedSymbol] = find_symbols(
            text, joints=tuple(lexicon.joints.words), corrected=tuple(lexicon.series.corrected)
        )
        taken = [Span(s.start, s.end) for s in self.symbols] + [Span(s.start, s.end) for s in self.series]
        titles = find_names(text, language=lexicon.language, registry=registry)
        self.names: Sequence[NamedHit] = [
            hit
            for hit in (self._known(_closed(h, text)) for h in titles)
            if hit.entries and not overlaps_any(hit, taken) and not _crosses(text[hit.start : hit.end])
        ]
        counted = self._numbers(numbers, taken)
        parts = [Span(pin.start, pin.end) for s in self.symbols if (pin := self.pinpoints.after(s.end))]
        lettered = [
            replace(f, date=self.date_of(f.start, f.end))
            for f in find_conference_numbers(text, lexicon, [*taken, *parts], recent=numbers.bodies.recent)
        ]
        recorded = find_records(text, lexicon, taken, until=numbers.year)
        self.found = [
            replace(f, note=self._repaired.note(f.start, f.end, self._written[f.start : f.end]))
            for f in (*self._symbols(), *counted, *lettered, *recorded)
        ]
        taken += [Span(f.start, f.end) for f in self.found]
        self.found += [
            Open(
                start=m.start,
                end=m.end,
                kind=m.noun,
                date=m.date,
                reason=f"named by its date alone ({m.date})",
            )
            for m in numbers.dated(text, taken=taken)
        ]

    def _symbols(self) -> list[Resolved]:
        """Printed symbols; what follows the last of several that are joined (a date, a pinpoint) holds for all."""
        out: list[Resolved] = []
        for s in reversed(self.symbols):
            found = Resolved(
                start=s.start,
                end=s.end,
                kind=s.symbol.kind,
                target=str(s.symbol),
                date=self.date_of(s.start, s.end) or self._bracketed_date(s.start, s.end),
            )
            pin = self.pinpoints.after(s.end)
            if pin and any(o.start <= pin.start < o.end for o in self.symbols):
                pin = None  # the next volume is no part of this one
            found = replace(found, pinpoint=pin.text if pin else None)
            if out and not self.lexicon.joint.sub("", self.text[s.end : out[-1].start]) and s.end < out[-1].start:
                found = replace(found, date=found.date or out[-1].date, pinpoint=found.pinpoint or out[-1].pinpoint)
            out.append(found)
        between = (
            Resolved(
                start=s.start, end=s.end, kind=s.symbol.kind, target=str(s.symbol), certainty="inferred", note=_RANGED
            )
            for a, b in itertools.pairwise(self.symbols)
            for s in symbols_between(a, b, self.text, self.lexicon)
        )
        return [*out[::-1], *between]

    def _numbers(self, numbers: NumberFinder, taken: Sequence[Span]) -> list[Candidate]:
        mentions = numbers.find(self.text, taken=taken)
        decided = (self._decided(mention, numbers) for mention in mentions)
        between = (
            self._decided(each, numbers)
            for a, b in itertools.pairwise(mentions)
            for each in mentions_between(a, b, self.text, self.lexicon)
        )
        return [
            *(found for found in decided if found),
            *(replace(found, certainty="inferred", note=_RANGED) for found in between if isinstance(found, Resolved)),
        ]

    def _decided(self, mention: NumberMention, numbers: NumberFinder) -> Candidate | None:
        """A number as a reference; None when it is none."""
        report = self._report(mention.start)
        target, reason, certainty = decide(mention, adopting=numbers.bodies.adopting, report=report, until=numbers.year)
        if target is None and not reason:
            return None
        start, end, date = mention.start, mention.end, mention.date
        kind: Kind = "decision" if mention.noun == "decision" else "resolution"
        dates = tuple(Span(end, t.end) for t in self.dates if 0 <= t.start - end <= _SPANNED)
        if target is None:
            return Open(start=start, end=end, kind=kind, certainty=certainty, date=date, skipped=dates, reason=reason)
        note = _note(mention, target)
        return Resolved(
            start=start, end=end, kind=kind, certainty=certainty, date=date, skipped=dates, target=target, note=note
        )  # fmt: skip

    def _report(self, at: int) -> str | None:
        """The symbol printed last before a place in the same sentence: the report that a resolution is printed in."""
        before = [s for s in self.symbols if s.end <= at and not SENTENCE.search(self.text, s.end, at)]
        return str(before[-1].symbol) if before else None

    def named(self) -> list[Resolved]:
        """Titles as references; a title inside a longer one, or inside the name of a body, weighs less and says so."""
        out = []
        for hit in self.names:
            if any(o is not hit and contains(o, hit) and hit.entry in o.entries for o in self.names):
                continue  # one of a group that names them together
            passing = Passing.IN_TITLE if hit.inside is not None else self._in_body(hit)
            for entry in hit.entries:
                make = of_entry(entry, hit.start, hit.end, certainty="named", passing=passing)
                out.append(replace(make, date=self.date_of(hit.start, hit.end)))
        return out

    def _known(self, hit: NamedHit) -> NamedHit:
        """A hit without what is younger than the document: members of a group, outcomes named like an older one."""
        old = tuple(e for e in hit.entries if not self.until or not e.date or int(e.date[:4]) <= self.until)
        return replace(hit, entries=old) if old or isinstance(hit.entry, Instrument) else hit

    def _in_body(self, hit: NamedHit) -> Passing | None:
        """Whether the title stands inside the name of a conference or body ("Conference of the Parties to the …")."""
        pattern = _bodies_around(self.lexicon)
        around = self.text[max(0, hit.start - 60) : hit.start] + "\x00" + self.text[hit.end : hit.end + 24]
        return Passing.IN_BODY if pattern.search(around) else None

    def date_of(self, start: int, end: int) -> str | None:
        """The ISO date that the text gives to what stands at `start:end`, before or behind as the language has it."""
        place = Span(start, end)
        inside = [t.iso for t in self.dates if contains(place, t)]
        if inside:
            return inside[0] if len(inside) == 1 else None  # "Geneva Conventions of 12 August 1949"
        if self.lexicon.date_before:
            opened = max(self.text.rfind(mark, 0, start) for mark in "《“")
            opened = opened if opened >= 0 and not any(mark in self.text[opened:start] for mark in "》”") else start
            for token in reversed(self.dates):
                gap = self.text[token.end : opened] if token.end <= opened else "far"
                if self.lexicon.dated.fullmatch(gap):
                    return token.iso
            return None
        quote = _CLOSING.match(self.text, end)
        closed = quote.end() if quote else end
        link = self.lexicon.date_link.match(self.text, closed)
        behind = next((t.iso for t in self.dates if link and t.start == link.end()), None)
        if behind and _force(self.lexicon).search(self.text, max(0, start - _FORCE), start):
            return None  # "the entry into force of the … on 22 January 2021"
        return behind or self._adopted_before(start)

    def _bracketed_date(self, start: int, end: int) -> str | None:
        """The date of what a symbol in brackets stands behind: "the statement of 6 October 2006 (S/PRST/2006/41)"."""
        if start < 1 or self.text[start - 1] != "(":
            return None
        closed = not self.lexicon.date_before and self.text[end : end + 1] == ")"
        behind = self.date_of(end, end + 1) if closed else None
        if behind and self.text[end + 1 : end + 2] != ",":
            return behind  # "(S/PRST/2010/16) of 25 August 2010"
        near = next((t for t in reversed(self.dates) if t.end < start), None)
        gap = _SESSION.sub("", self.text[near.end : start - 1]) if near else ""
        return near.iso if near and len(gap) <= _BRACKET and not _PARTED.search(gap) else behind

    def _adopted_before(self, start: int) -> str | None:
        """The date of "the adoption on 7 July 2017 of the …"."""
        near = next((t for t in reversed(self.dates) if t.end <= start <= t.end + 12), None)
        if near is None:
            return None
        link = self.lexicon.body_link.match(self.text, near.end)
        opened = start - 1 if self.text[start - 1] in '«“"' else start
        told = self.lexicon.adoption.search(self.text, max(0, near.start - 24), near.start)
        return near.iso if told and link and link.end() == opened else None


def _note(mention: NumberMention, target: str) -> str | None:
    """What a row must say of a symbol that is not the number as printed."""
    d = mention.designator
    if d.form == "year" and not d.bare and f"/{d.number}(" not in target:
        return _ROBBED.format(number=d.number, session=d.session)
    return _COMPOSED if is_composed(mention, target) else None


def _closed(hit: NamedHit, text: str) -> NamedHit:
    """A hit with the mark that it opens or closes: 1982年《海洋法公约 is closed by the 》 behind it."""
    for opened, closed in ("《》", "“”", "«»", "()"):
        title = text[hit.start : hit.end]
        more = title.count(opened) - title.count(closed)
        listed = 0 <= title.find(closed) < title.find(opened) and opened != "("
        if more == 0 and listed and text[hit.start - 1 : hit.start] + text[hit.end : hit.end + 1] == opened + closed:
            hit = replace(hit, start=hit.start - 1, end=hit.end + 1)  # 《巴塞尔公约》、《鹿特丹公约》和《…》
        elif more == 1 and text[hit.end : hit.end + 1] == closed:
            hit = replace(hit, end=hit.end + 1)
        elif more == -1 and text[hit.start - 1 : hit.start] == opened:
            hit = replace(hit, start=hit.start - 1)
    return hit


def _crosses(title: str) -> bool:
    """Whether a hit runs over the edge of a quoted title without the date or year that may stand before it."""
    for opened, closed in ("《》", "“”", "«»"):
        head, mark, _ = title.partition(opened)
        if mark and head and (title.count(opened) > title.count(closed) or not any(c.isdigit() for c in head)):
            return True
    return False


@functools.cache
def _force(lexicon: References) -> regex.Pattern[str]:
    """The pattern of "entry into force of the" before a title."""
    told, articles = words(lexicon.dates.force), words(lexicon.anaphors.before)
    return regex.compile(rf"{told}(?:\s?(?:{articles}))?[\s«“\"]*+$", regex.V1 | regex.IGNORECASE)


@functools.cache
def _bodies_around(lexicon: References) -> regex.Pattern[str]:
    """The pattern of "Conference of the Parties to the" before a title and of 缔约国审议大会 behind it."""
    section = lexicon.anaphors
    before, behind = words(section.body_before), words(section.body_after)
    return regex.compile(rf"{before}[\s«“\"《]*+\x00|\x00[》»”\"]?+{behind}", regex.V1 | regex.IGNORECASE)
