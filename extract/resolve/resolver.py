"""`Resolver`: what a document's body cites beyond what a block shows by itself, in one order for every block."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.dates import SENTENCE
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Resolved, reading_order
from extract.mentions.pinpoint import Pinpoint
from extract.mentions.scan import BlockScan
from extract.mentions.treaty_series import registered
from extract.model.document import Block
from extract.model.span import Span, gap, overlaps_any
from extract.registry.registry import Treaty
from extract.resolve.binder import Binder
from extract.resolve.carriers import Carrier
from extract.resolve.cases import CaseNames
from extract.resolve.commented import commented
from extract.resolve.governing import Clauses
from extract.resolve.notes import Note
from extract.resolve.phrases import PhraseReader
from extract.resolve.short_forms import find_back_references
from extract.resolve.unknown_treaties import find_unknown

_NUMBERED: Final = frozenset({"resolution", "decision"})
_INSERTION: Final = 160
"""Characters (an adoption, a date) between a title and the mark whose note cites that title's symbol."""
_TOUCHING: Final = 2
"""Characters (a full stop, a bracket) between a title and a mark right after it."""
_STOP: Final = regex.compile(r"[;；。؛,，،、]|\.\s")
_OF: Final = 16
"""Characters of "of the said" between a pinpoint and the noun of what it is a part of."""


class Resolver:
    """Resolves one document's blocks in reading order."""

    def __init__(
        self,
        lexicon: References,
        notes: Mapping[str, Note],
        binder: Binder,
        clauses: Callable[[str], Clauses],
        cases: CaseNames,
    ) -> None:
        """Start with nothing learned.

        Args:
            lexicon: the words of the language.
            notes: note number -> what it cites.
            binder: binds short forms and lone articles to the treaties named so far.
            clauses: reads the citing verbs of a paragraph, and the phrases that introduce what they cite.
            cases: the cases whose symbols the document prints.
        """
        self._lexicon, self._notes, self._binder, self._cases = lexicon, notes, binder, cases
        self._phrases = PhraseReader(lexicon, notes, clauses)

    def read(self, block: Block, scan: BlockScan) -> list[Candidate]:
        """All references of a block, in order, pinpoints included.

        Each step sees what the steps before it have found and claims nothing that is taken.
        """
        named = self._noted([self._identified(title, block, scan) for title in scan.named()], block)
        found: list[Candidate] = [*self._cases.passing_names(scan), *named, *self._registered(scan)]
        found = commented(found, block, self._notes)
        found += list(self._phrases.marked(block, scan, found))
        found = [f for f in found if not _answered(f, found)]
        found += list(self._phrases.again(scan, found))
        found += self._cases.again(scan, found)
        found += self._binder.given_names(scan, found)
        unknown = find_unknown(scan.text, self._lexicon, [Span(f.start, f.end) for f in found])
        found += [scan.dated(title) for title in unknown]
        found = [_with_pinpoint(f, scan) for f in found]
        found += self._binder.short_forms(block, scan, found)
        found += list(self._back_references(block, scan, found))
        found = self._with_distant_parts(scan, sorted(found, key=reading_order))
        return sorted([*found, *self._binder.articles(block, scan, found)], key=reading_order)

    def read_note(self, block: Block, scan: BlockScan, note: Note, carrier: Carrier | None) -> list[Candidate]:
        """All references of a note, in order: its own, and short forms of treaties, those of its `carrier` first."""
        paragraph = carrier.block.label if carrier else None
        short = self._binder.short_forms(block, scan, note.found, carrier=paragraph)
        return sorted([*note.found, *short], key=reading_order)

    def _registered(self, scan: BlockScan) -> Iterator[Candidate]:
        """Registrations in the text itself, explained by the title before them ("… (Treaty Series, …)")."""
        for mention in scan.series:
            near = (hit for hit in scan.names if 0 <= gap(hit, mention) <= _INSERTION)
            hinted = [entry for hit in near for entry in hit.entries if isinstance(entry, Treaty)]
            yield from registered(mention, hinted, self._binder.registry)

    def _identified(self, title: Candidate, block: Block, scan: BlockScan) -> Candidate:
        """A title with the note that identifies it: the next mark is its own, or follows what is inserted after it."""
        mark = next((m for m in block.marks if title.end <= m.position), None)
        note = self._notes.get(mark.number) if mark and not title.passing else None
        if mark is None or note is None or not note.found or not isinstance(title, Resolved):
            return title
        same = note.naming(title.target)
        if not _marks(block.text[title.end : mark.position], named=same is not None):
            return title
        own = scan.pinpoints.at(title.start, title.end, over=title.skipped)
        noted = same.pinpoint if same else None
        return replace(title, via=note.label, pinpoint=own.text if own else noted)

    def _noted(self, titles: Sequence[Candidate], block: Block) -> list[Candidate]:
        """The titles without the members of a group that the note at its mark leaves out ("the Protocols thereto⁵")."""
        kept = []
        for title in titles:
            mark = next((m for m in block.marks if 0 <= m.position - title.end <= _TOUCHING), None)
            note = self._notes.get(mark.number) if mark else None
            group = {each.target for each in titles if isinstance(each, Resolved) and _same_place(each, title)}
            said = note.treaties & group if note else set()
            if not said or (isinstance(title, Resolved) and title.target in said):
                kept.append(title)
        return kept

    def _with_distant_parts(self, scan: BlockScan, found: list[Candidate]) -> list[Candidate]:
        """The references, each with the pinpoint that belongs to it from a distance."""
        if not found:
            return found
        given, out = {f.pinpoint for f in found}, list(found)
        for pin in scan.pinpoints.found:
            if pin.text not in given:
                index = self._owner_of(pin, scan, out)
                if index is not None:
                    out[index] = replace(out[index], pinpoint=pin.text)
        return out

    def _owner_of(self, pin: Pinpoint, scan: BlockScan, found: Sequence[Candidate]) -> int | None:
        """Index of the reference before it that a pinpoint is a part of."""
        if scan.pinpoints.is_of_said(pin):
            index = _last(found, lambda f: f.end <= pin.start and not f.passing)
            near = index is not None and not SENTENCE.search(scan.text, found[index].end, pin.start)
            return index if near else None
        return _treaty_of(pin, scan, found) if pin.article else self._numbered_of(pin, scan, found)

    def _numbered_of(self, pin: Pinpoint, scan: BlockScan, found: Sequence[Candidate]) -> int | None:
        """Index of the resolution that "paragraph 3 of the resolution" is a part of: the one named last before it."""
        noun = self._lexicon.noun.search(scan.text, pin.end, pin.end + _OF)
        if not noun or any(f.start <= noun.start() < f.end for f in found):
            return None
        return _last(found, lambda f: f.kind in _NUMBERED and f.end <= pin.start)

    def _back_references(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Resolved]:
        """Parts of a resolution that this paragraph has cited ("paragraph 3 of the said resolution")."""
        for back in find_back_references(scan.text, self._lexicon):
            pin = scan.pinpoints.before(back.start)
            if pin is None or overlaps_any(back, found):
                continue
            said = [f for f in scan.found if f.end <= pin.start and f.kind in _NUMBERED]
            last = said[-1] if said else None
            if isinstance(last, Resolved) and scan.text.startswith(back.noun, last.start):
                place = Span(back.start, back.end)
                yield last.meant_at(place, certainty="inferred", via=block.label, pinpoint=pin.text)


def _same_place(one: Candidate, other: Candidate) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _answered(each: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a general comment that is not understood is what a note identifies."""
    document = isinstance(each, Open) and each.kind == "document"
    return document and any(isinstance(f, Resolved) and f.via and overlaps_any(each, [f]) for f in found)


def _marks(between: str, *, named: bool) -> bool:
    """Whether a mark belongs to a title, by the text between them; `named` if the note names the title's target."""
    if len(between) <= _TOUCHING:
        return True
    return named and len(between) <= _INSERTION and not SENTENCE.search(between)


def _with_pinpoint(found: Candidate, scan: BlockScan) -> Candidate:
    if found.pinpoint or found.passing:
        return found
    pin = scan.pinpoints.at(found.start, found.end, over=found.skipped)
    return replace(found, pinpoint=pin.text) if pin else found


def _treaty_of(pin: Pinpoint, scan: BlockScan, found: Sequence[Candidate]) -> int | None:
    """Index of the treaty that an article away from it is a part of ("parties to the Treaty … under article VI")."""
    index = _last(found, lambda f: f.kind == "treaty" and f.end <= pin.start and not f.passing)
    return None if index is None or _STOP.search(scan.text, found[index].end, pin.start) else index


def _last(found: Sequence[Candidate], test: Callable[[Candidate], bool]) -> int | None:
    """Index of the last reference that passes a test; None where there is none, or it has a pinpoint already."""
    index = next((i for i in range(len(found) - 1, -1, -1) if test(found[i])), None)
    return None if index is None or found[index].pinpoint else index
