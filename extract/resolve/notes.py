"""`NoteReader`: what the notes of a document cite, read in order so that "ibid." finds the note before."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.dates import SENTENCE
from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Passing, Resolved, instrument_of, reading_order
from extract.mentions.official_records import another_part
from extract.mentions.pinpoint import Pinpoint
from extract.mentions.scan import BlockScan
from extract.mentions.treaty_series import SeriesMention, registered
from extract.model.cache import compiled
from extract.model.document import Block
from extract.model.label import Label
from extract.model.span import Span, gap, overlaps_any
from extract.registry.gazetteer import NamedHit
from extract.registry.registry import Instrument, Registry, Treaty
from extract.resolve.cases import CaseNames

_LEAD: Final = 12
"""Characters ("See the") that may stand before the report that a note cites."""
_ALONE: Final = "ibid. without a reference before it"
_UNNAMED: Final = "another part of the Official Records named before, which has no symbol"
_GAP: Final = 16
"""Characters (", resolution 1,") between the imprint of a report and the part of it that is cited."""
_TITLE: Final = 160
"""Characters (the rest of a title, its place and date) between a title and the symbol of its document."""
_SENTENCE_END: Final = regex.compile(r"[;；。؛]")
_BRACKETS: Final = 3
_IMPRINT: Final = regex.compile(r"[^();]{0,120}+\([^()]{0,160}+\)")
"""Place, date, part and, in brackets, publication of a report cited by its title."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note and what it cites.

    Attributes:
        label: `fn7`.
        text: its flowing text, folded.
        found: its references, in order, pinpoints included.
        identifies: what the marked phrase is, as references; empty for a note that only comments.
    """

    label: Label
    text: str
    found: tuple[Candidate, ...]
    identifies: tuple[Resolved, ...]

    @property
    def number(self) -> str:
        """What its marks show."""
        return self.label.note or ""

    @property
    def treaties(self) -> frozenset[str]:
        """The treaties that it cites; none where it also cites a text of another kind, which may hold others."""
        only = all(each.kind == "treaty" for each in self.found)
        return frozenset(each.target for each in self.found if only and isinstance(each, Resolved))

    def naming(self, target: str) -> Resolved | None:
        """Return what the marked phrase is, if that is a target; None if it is something else."""
        return next((each for each in self.identifies if each.target == target), None)


@functools.cache
def _ibid(lexicon: References) -> regex.Pattern[str]:
    return compiled(words(lexicon.ibid.words), regex.V1)


@functools.cache
def _further(lexicon: References) -> regex.Pattern[str]:
    """What leads from the document of a note to further reading."""
    return compiled(words(lexicon.notes.further), regex.V1 | regex.IGNORECASE)


@functools.cache
def _court(lexicon: References) -> regex.Pattern[str]:
    """The reports of the International Court of Justice, whose opinions have resolutions in their titles."""
    return compiled(rf"(?:I\.\s?C|C\.\s?I)\.\s?J\.|{words(lexicon.titles.court)}", regex.V1)


class NoteReader:
    """Reads the notes of one document in order."""

    def __init__(
        self, lexicon: References, registry: Registry, hints: Mapping[str, Sequence[NamedHit]], cases: CaseNames
    ) -> None:
        """Start with the titles before each mark (note number -> titles) and the cases of the document."""
        self._lexicon, self._registry, self._hints, self._cases = lexicon, registry, hints, cases
        self._last: Resolved | None = None
        self._last_label: str | None = None

    def read(self, block: Block, scan: BlockScan) -> Note:
        """Read the next note."""
        number = block.label.note or ""
        found = [
            *self._cases.passing_names(scan),
            *(f for mention in scan.series for f in self._series(mention, number)),
        ]
        found += list(_titles(scan, found))
        found += self._cases.again(scan, found)
        found += list(self._again(scan, found))
        out = tuple(self._pinpointed(f, scan) for f in sorted(found, key=reading_order))
        decided = [f for f in out if isinstance(f, Resolved) and not f.passing]
        self._remember(decided, block)
        identifying = [f for f in decided if f.certainty != "named"] or _source(decided)
        return Note(block.label, scan.text.casefold(), out, _identifying(scan.text, identifying, self._lexicon))

    def _remember(self, decided: Sequence[Resolved], block: Block) -> None:
        """Remember what "ibid." in the next note means; a note of another kind breaks the chain."""
        if decided:
            texts = [f for f in decided if not _is_corrigendum(f)] or list(decided)
            aside = _further(self._lexicon).search(block.text, texts[0].end)  # "…, para. 4 (see also …)"
            self._last, self._last_label = texts[0 if aside else -1], block.label
        elif block.text.strip():
            self._last = None

    def _pinpointed(self, found: Candidate, scan: BlockScan) -> Candidate:
        if found.pinpoint:
            return found
        pin = scan.pinpoints.at(found.start, found.end, over=found.skipped)
        if pin is None and instrument_of(found):
            pin = _after_imprint(scan, found.end)
        return replace(found, pinpoint=pin.text) if pin else found

    def _series(self, mention: SeriesMention, number: str) -> list[Candidate]:
        """A registration as the treaties it means; the title before the mark decides where several share it."""
        hinted = [e for hit in self._hints.get(number, ()) for e in hit.entries if isinstance(e, Treaty)]
        return registered(mention, hinted, self._registry)

    def _again(self, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Each "ibid." whose sentence has no reference of its own: the last reference of this note, or of the last."""
        for match in _ibid(self._lexicon).finditer(scan.text):
            stop = _SENTENCE_END.search(scan.text, match.end())
            limit = stop.start() if stop else len(scan.text)
            cited = next((f for f in found if match.start() <= f.start < limit and f.certainty != "named"), None)
            if cited is None or self._is_apart(match.end(), cited, scan):
                limit = cited.start if cited else limit
                yield self._meant_again(Span(*match.span()), limit, scan, found)

    def _is_apart(self, end: int, cited: Candidate, scan: BlockScan) -> bool:
        """Whether "ibid." has a part of its own, which a word joins to a further text: "Ibid., para. 9, and A/…"."""
        pin = scan.pinpoints.after(end)
        if pin is None or cited.kind == "treaty" or pin.end > cited.start:
            return False
        between = scan.text[pin.end : cited.start]
        return any(map(str.isalpha, between)) and not self._lexicon.joint.sub("", between).strip()

    def _meant_again(self, ibid: Span, limit: int, scan: BlockScan, found: Sequence[Candidate]) -> Candidate:
        """What an "ibid." means, read up to the end of its sentence."""
        before = [f for f in found if f.end <= ibid.start and isinstance(f, Resolved)]
        last = before[-1] if before else self._last
        another = another_part(self._lexicon).match(scan.text, ibid.end, limit)
        if last is None or another:
            reason = _UNNAMED if another else _ALONE
            return Open(start=ibid.start, end=ibid.end, kind="document", certainty="inferred", reason=reason)
        pin = scan.pinpoints.at(*ibid)
        return replace(
            last,
            start=ibid.start,
            end=max(ibid.end, pin.end) if pin else ibid.end,
            certainty="inferred",
            via=None if before else self._last_label,
            pinpoint=pin.text if pin else scan.pinpoints.of_ibid(ibid.end),
            note=None,
            date=None,
        )


def _after_imprint(scan: BlockScan, at: int) -> Pinpoint | None:
    """The part behind the imprint of a report, in which the country of the place may have a bracket of its own."""
    for _ in range(_BRACKETS):
        match = _IMPRINT.match(scan.text, at)
        if match is None:
            return None
        at = match.end()
        if pin := next((p for p in scan.pinpoints.found if 0 <= p.start - at <= _GAP), None):
            return pin
    return None


def _titles(scan: BlockScan, printed: Sequence[Candidate]) -> Iterator[Candidate]:
    """Titles that no printed reference covers; of an instrument only where the symbol does not follow."""
    for title in scan.named():
        if overlaps_any(title, printed):
            continue
        if isinstance(title, Open) or not _titles_source(title, printed):
            yield title
        elif instrument_of(title) is None:
            yield _in_source(title)


def _source(decided: Sequence[Resolved]) -> list[Resolved]:
    """The report that a note begins with, cited by its title and sales number."""
    return [f for f in decided[:1] if isinstance(f.entry, Instrument) and f.start <= _LEAD]


def _identifying(text: str, found: Sequence[Resolved], lexicon: References) -> tuple[Resolved, ...]:
    """What the marked phrase is: the references of the note's first sentence; a corrigendum goes with its text."""
    if not found:
        return ()
    first = found[0]
    limit = _first_stop(text, found)
    if first.start > _LEAD and _court(lexicon).search(text, first.end, limit):
        return ()
    return _each_once([first, *(f for f in found[1:] if f.start < limit and not _is_corrigendum(f))])


def _first_stop(text: str, found: Sequence[Resolved]) -> int:
    """Where the sentence of the first reference ends; a full stop inside a reference ends none."""
    stops = (m.start() for m in SENTENCE.finditer(text, found[0].end))
    return next((at for at in stops if not any(f.start <= at < f.end for f in found)), len(text))


def _each_once(found: Sequence[Resolved]) -> tuple[Resolved, ...]:
    """Each target once, as it is first cited, in the order in which targets are last cited."""
    first: dict[str, Resolved] = {}
    for each in found:
        first.setdefault(each.target, each)
    latest_first = dict.fromkeys(each.target for each in reversed(found))
    return tuple(first[target] for target in reversed(latest_first))


def _is_corrigendum(found: Resolved) -> bool:
    return "/Corr." in found.target


def _in_source(title: Resolved) -> Resolved:
    """The title as part of the title of the note's source."""
    passing = title.passing or Passing.IN_SOURCE
    return replace(title, passing=passing, note=passing.value)


def _titles_source(title: Candidate, printed: Sequence[Candidate]) -> bool:
    """Whether a title in a note is part of the title of a document whose symbol follows it."""
    return any(0 <= gap(title, p) <= _TITLE and p.kind != "treaty" for p in printed)


def read_notes(blocks: Sequence[Block], scans: Sequence[BlockScan], reader: NoteReader) -> dict[int, Note]:
    """Return index of a block -> the note that it is, in reading order."""
    return {i: reader.read(block, scans[i]) for i, block in enumerate(blocks) if block.label.is_note}


def by_number(notes: Mapping[int, Note]) -> Mapping[str, Note]:
    """Return number -> note; the first of several with one number."""
    first: dict[str, Note] = {}
    for note in notes.values():
        first.setdefault(note.number, note)
    return first
