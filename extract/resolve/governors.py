"""`Governors`: the verb that governs each reference of a document, with what a chapeau or the mark of a note adds."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.language.verbs import Verbs
from extract.mentions.candidate import Candidate, Resolved
from extract.model.document import Block
from extract.model.span import Span
from extract.resolve.carriers import Carrier
from extract.resolve.governing import NOTHING, Clauses, Governing


class Governors:
    """Governing verbs of a document's blocks; a sub-paragraph inherits its chapeau's, a note that of its mark."""

    def __init__(self, blocks: Sequence[Block], lexicon: Verbs, carriers: Mapping[str, Carrier]) -> None:
        """Start before any reference is known; see `learn`."""
        self._lexicon, self._carriers = lexicon, carriers
        self.clauses = functools.cache(self._read)
        self._phrases: dict[str, tuple[Block, Span]] = {}  # label of a note -> the first phrase that it identifies
        self._named: dict[str, list[Span]] = {}  # label of a block -> its references
        self._blocks: dict[str, Block] = {}  # label -> the first block that has it
        for block in blocks:
            self._blocks.setdefault(block.label, block)

    def _read(self, text: str) -> Clauses:
        return Clauses.of(text, self._lexicon)

    def learn(self, cited: Iterable[tuple[Block, Candidate]]) -> None:
        """Take in the references of the body, since the references of notes are governed by what their marks mark."""
        for block, found in cited:
            place = Span(found.start, found.end)
            self._named.setdefault(block.label, []).append(place)
            if isinstance(found, Resolved) and found.via:
                self._phrases.setdefault(found.via, (block, place))

    def of(self, block: Block, found: Candidate) -> Governing:
        """The verb that governs a reference."""
        if not block.label.is_note:
            return self._at(block, Span(found.start, found.end))
        if block.label in self._phrases:
            return self._at(*self._phrases[block.label])
        carrier = self._carriers.get(block.label.note or "")
        return self._at_mark(carrier.block, carrier.mark) if carrier else NOTHING

    def _at(self, block: Block, place: Span) -> Governing:
        return self.clauses(block.text).governing(*place, inherited=self._chapeau(block))

    def _at_mark(self, block: Block, mark: int) -> Governing:
        """What governs a mark: no phrase whose object already stands before the mark.

        "The report submitted pursuant to resolution 61/74²": note 2 is about the report.
        """
        named = self._named.get(block.label, [])
        clauses = self.clauses(block.text)
        bases = [p for p in clauses.bases if not any(p.end <= place.start and place.end <= mark for place in named)]
        return replace(clauses, bases=bases).governing(max(0, mark - 1), mark, inherited=self._chapeau(block))

    def _chapeau(self, block: Block) -> Governing | None:
        """What the paragraph above passes on: op3 to op3(a), op3(a) to op3(a)(i), "Resolves:" to what it numbers."""
        above = self._blocks.get(block.label.parent) if block.label.parent else None
        first = self._blocks.get(block.label)
        if first is not None and first is not block:
            above = first  # a dash list under one number: its first block is the chapeau
        if above is None or above is block:
            return None
        return self._at(above, Span(len(above.text), len(above.text)))
