"""What the notes of a document cite, read in order so that "ibid." finds the note before."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.dates import SENTENCE
from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Passing, Resolved, instrument_of
from extract.mentions.official_records import another_part
from extract.mentions.scan import BlockScan
from extract.mentions.treaty_series import SeriesMention, registered
from extract.model.document import Block
from extract.model.span import overlaps_any
from extract.registry.gazetteer import NamedHit
from extract.registry.registry import Instrument, Registry, Treaty

_LEAD: Final = 12
"""Characters ("See the") that may stand before the report that a note cites."""
_ALONE: Final = "ibid. without a reference before it"
_UNNAMED: Final = "another part of the Official Records named before, which has no symbol"
_GAP: Final = 16
"""Characters (", resolution 1,") between the imprint of a report and the part of it that is cited."""
_COURT: Final = regex.compile(r"(?:I\.\s?C|C\.\s?I)\.\s?J\.|国际法院")
"""The reports of the International Court of Justice, whose opinions have resolutions in their titles."""
_IMPRINT: Final = regex.compile(r"[^();]{0,120}+\([^()]{0,160}+\)")
"""Place, date, part and, in brackets, publication of a report cited by its title."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note and what it cites.

    Attributes:
        label: `fn7`.
        found: its references, in order, pinpoints included.
        identifies: what the phrase marked with it is: the references that say so, the first one first; empty for a note
            that comments.
    """

    label: str
    found: tuple[Candidate, ...]
    identifies: tuple[Resolved, ...]


@functools.cache
def _ibid(lexicon: References) -> regex.Pattern[str]:
    return regex.compile(words(lexicon.ibid.words), regex.V1)


class NoteReader:
    """Reads the notes of one document in order."""

    def __init__(self, lexicon: References, registry: Registry, hints: Mapping[str, Sequence[NamedHit]]) -> None:
        """Start with the titles that stand before each mark: note number -> hits of the marked phrase."""
        self._lexicon, self._registry, self._hints = lexicon, registry, hints
        self._last: Resolved | None = None
        self._last_label: str | None = None

    def read(self, block: Block, scan: BlockScan) -> Note:
        """Read the next note."""
        number = block.label.note or ""
        found = [*scan.found, *(f for mention in scan.series for f in self._series(mention, number))]
        names = [f for f in scan.named() if not overlaps_any(f, found)]
        printed = sorted(found, key=lambda f: f.start)
        found += [
            replace(f, note=f.note or Passing.IN_SOURCE.value, passing=f.passing or Passing.IN_SOURCE)
            if _titles_source(f, printed)
            else f
            for f in names
            if not (
                isinstance(f.entry, Instrument) and _titles_source(f, printed)
            )  # the symbol behind it is the same text
        ]
        found += self._again(scan, found)
        found.sort(key=lambda f: (f.start, -f.end))
        out = tuple(self._pinpointed(f, scan) for f in found)
        decided = [f for f in out if isinstance(f, Resolved) and not f.passing]
        if decided:
            texts = [f for f in decided if "/Corr." not in f.target]  # a corrigendum goes with its text
            self._last, self._last_label = (texts or decided)[-1], block.label
        elif block.text.strip():
            self._last = None  # an intervening note of another kind breaks the chain
        told = [f for f in decided if f.certainty != "named"] or _source(decided)
        return Note(block.label, out, _identifying(scan.text, told))

    def _pinpointed(self, found: Candidate, scan: BlockScan) -> Candidate:
        if found.pinpoint:
            return found
        pin = scan.pinpoints.at(found.start, found.end, over=found.skipped)
        if pin is None and instrument_of(found) and (match := _IMPRINT.match(scan.text, found.end)):
            pin = next((p for p in scan.pinpoints.found if 0 <= p.start - match.end() <= _GAP), None)
        return replace(found, pinpoint=pin.text) if pin else found

    def _series(self, mention: SeriesMention, number: str) -> list[Candidate]:
        """A registration as the treaties it means; the title before the mark decides where several share it."""
        hinted = [e for hit in self._hints.get(number, ()) for e in hit.entries if isinstance(e, Treaty)]
        return registered(mention, hinted, self._registry)

    def _again(self, scan: BlockScan, found: Sequence[Candidate]) -> list[Candidate]:
        """An "ibid." that stands for the last reference of the note before, or of this one."""
        out: list[Candidate] = []
        for match in _ibid(self._lexicon).finditer(scan.text):
            sentence_end = next(
                (i for i in range(match.end(), len(scan.text)) if scan.text[i] in ";；。؛"), len(scan.text)
            )
            own = [f for f in found if match.start() <= f.start < sentence_end and f.certainty != "named"]
            if own:
                continue
            before = [f for f in found if f.end <= match.start() and isinstance(f, Resolved)]
            last = before[-1] if before else self._last
            another = another_part(self._lexicon).match(scan.text, match.end(), sentence_end)
            last = None if another else last
            via = None if before else self._last_label
            pin = scan.pinpoints.at(match.start(), match.end())
            part = pin.text if pin else scan.pinpoints.of_ibid(match.end())
            end = match.end()
            if last is None:
                out.append(
                    Open(
                        start=match.start(),
                        end=end,
                        kind="document",
                        certainty="inferred",
                        reason=_UNNAMED if another else _ALONE,
                    )
                )
                continue
            out.append(
                replace(
                    last,
                    start=match.start(),
                    end=max(end, pin.end if pin else end),
                    certainty="inferred",
                    via=via,
                    pinpoint=part,
                    note=None,
                    date=None,
                )
            )
        return out


def _source(decided: Sequence[Resolved]) -> list[Resolved]:
    """The report that a note begins with, cited by its title and sales number."""
    return [f for f in decided[:1] if isinstance(f.entry, Instrument) and f.start <= _LEAD]


def _identifying(text: str, found: Sequence[Resolved]) -> tuple[Resolved, ...]:
    """What the marked phrase is: the references of the note's first sentence; a corrigendum goes with its text."""
    if not found:
        return ()
    inside = [(f.start, f.end) for f in found]
    stops = (m.start() for m in SENTENCE.finditer(text, found[0].end))
    limit = next((at for at in stops if not any(a <= at < b for a, b in inside)), len(text))
    if found[0].start > _LEAD and _COURT.search(text, found[0].end, limit):
        return ()
    chosen = [found[0], *(f for f in found[1:] if f.start < limit and "/Corr." not in f.target)]
    return tuple({f.target: f for f in reversed(chosen)}.values())[::-1]


def _titles_source(found: Candidate, printed: Sequence[Candidate]) -> bool:
    """Whether a title in a note is part of the title of a document whose symbol stands behind it."""
    return any(0 <= p.start - found.end <= 160 and p.kind != "treaty" for p in printed)  # noqa: PLR2004  # a title and its place and date
