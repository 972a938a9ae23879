"""What a document's body cites beyond what a block shows by itself: marked phrases, short forms, learned titles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import regex

from extract.language.dates import SENTENCE
from extract.language.references import References
from extract.language.verb_finder import Verb
from extract.mentions.candidate import Candidate, Resolved
from extract.mentions.pinpoint import Pinpoint
from extract.mentions.scan import BlockScan
from extract.mentions.treaty_series import registered
from extract.model.document import Block
from extract.model.label import TAIL, TITLE
from extract.model.span import Span, contains, overlaps_any
from extract.registry.registry import Treaty
from extract.resolve.binder import Binder
from extract.resolve.marked_phrase import CLOSING, marked_phrase
from extract.resolve.notes import Note
from extract.resolve.short_forms import find_back_references
from extract.resolve.unknown_treaties import find_unknown

_DOCUMENTS: Final = frozenset({"document", "conference-document"})
_NEAR: Final = 24
"""Characters (a date, a bracket) between a reference and the mark that still belongs to it."""
_INSERTION: Final = 160
"""Characters (an adoption, a date) between a title and the mark whose note says that title's symbol."""
_TOUCHING: Final = 2
"""Characters (a stop, a bracket) between a title and a mark that stands right behind it."""
_STOP: Final = regex.compile(r"[;；。؛,，،、]|\.\s")
_OF: Final = 16
"""Characters of "of the said" between a pinpoint and the noun of what it is a part of."""


@dataclass(slots=True)
class Resolver:
    """Resolves one document's blocks in reading order.

    Attributes:
        notes: note number -> what it cites.
        binder: binds short forms and lone articles to the treaties named so far.
        verbs: gives the citing verbs of a paragraph; a marked phrase begins behind the last of them.
        learned: quoted title and the year before it -> what a note said it is, and the note's label.
    """

    lexicon: References
    notes: Mapping[str, Note]
    binder: Binder
    verbs: Callable[[str], Sequence[Verb]]
    learned: dict[tuple[str, str], tuple[Resolved, str]] = field(default_factory=dict)

    def read(self, block: Block, scan: BlockScan) -> list[Candidate]:
        """All references of a block, in order, pinpoints included."""
        named = [self._via(f, block, scan) for f in scan.named()]
        found: list[Candidate] = [*scan.found, *named, *self._registered(scan)]
        found += list(self._marked(block, scan, found))
        found += list(self._learned(scan, found))
        found += self.binder.names_given(scan, found)
        found += find_unknown(scan.text, self.lexicon, [Span(f.start, f.end) for f in found])
        found = [self._pinpointed(f, scan) for f in found]
        found += self.binder.short_forms(block, scan, found)
        found += self._back_references(block, scan, found)
        found.sort(key=lambda f: (f.start, -f.end))
        found = self._articles(scan, found)
        return sorted([*found, *self.binder.articles(block, scan, found)], key=lambda f: (f.start, -f.end))

    def read_note(self, block: Block, scan: BlockScan, note: Note, carrier: str | None) -> list[Candidate]:
        """All references of a note, in order: its own, and short forms of treaties, those of its `carrier` first."""
        found = list(note.found)
        return sorted(
            [*found, *self.binder.short_forms(block, scan, found, carrier=carrier)], key=lambda f: (f.start, -f.end)
        )

    def _registered(self, scan: BlockScan) -> Iterator[Candidate]:
        """Registrations in the text itself, told by the title before them ("… (United Nations, Treaty Series, …)")."""
        for mention in scan.series:
            near = (hit for hit in scan.names if 0 <= mention.start - hit.end <= _INSERTION)
            hinted = [entry for hit in near for entry in hit.entries if isinstance(entry, Treaty)]
            yield from registered(mention, hinted, self.binder.registry)

    def _articles(self, scan: BlockScan, found: list[Candidate]) -> list[Candidate]:
        """An article away from its treaty ("parties to the Treaty … under article VI") belongs to the last named."""
        used = {f.pinpoint for f in found}
        for pin in scan.pinpoints.found:
            if pin.text in used:
                continue
            if not pin.article:
                self._said_again(scan, found, pin)
                continue
            before = [i for i, f in enumerate(found) if f.kind == "treaty" and f.end <= pin.start and not f.passing]
            if (
                before
                and not found[before[-1]].pinpoint
                and not _STOP.search(scan.text, found[before[-1]].end, pin.start)
            ):
                found[before[-1]] = replace(found[before[-1]], pinpoint=pin.text)
        return found

    def _via(self, found: Resolved, block: Block, scan: BlockScan) -> Resolved:
        """A title is identified by the note whose mark stands behind it, or behind the insertion that follows it."""
        mark = next((m for m in block.marks if found.end <= m.position), None)
        note = self.notes.get(mark.number) if mark else None
        if mark is None or note is None or not note.found or found.passing:
            return found
        first = next((f for f in note.identifies if f.target == found.target), None)
        behind = block.text[found.end : mark.position]
        far = len(behind) > _TOUCHING and (len(behind) > _INSERTION or SENTENCE.search(behind) or not first)
        if far:
            return found
        own = scan.pinpoints.at(found.start, found.end, over=found.skipped)
        pinpoint = own.text if own else first.pinpoint if first else None
        return replace(found, via=note.label, pinpoint=pinpoint)

    def _said_again(self, scan: BlockScan, found: list[Candidate], pin: Pinpoint) -> None:
        """Give "paragraph 3 of the resolution" to the resolution that the paragraph has named last."""
        again = self.lexicon.noun.search(scan.text, pin.end, pin.end + _OF)
        own = again and any(f.start <= again.start() < f.end for f in found)
        before = [i for i, f in enumerate(found) if f.kind in {"resolution", "decision"} and f.end <= pin.start]
        if again and not own and before and not found[before[-1]].pinpoint:
            found[before[-1]] = replace(found[before[-1]], pinpoint=pin.text)

    def _marked(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Phrases that only their note identifies: a report, an outcome, a decision named in words."""
        elliptical: dict[str, tuple[Resolved, str]] = {}
        for index, mark in enumerate(
            block.marks if block.label not in {TITLE, TAIL} else ()
        ):  # there it tells of the vote
            note = self.notes.get(mark.number)
            if (
                note is None
                or not note.identifies
                or any(f.via == note.label for f in found if isinstance(f, Resolved))
            ):
                continue
            previous = block.marks[index - 1].position if index else 0
            verbs = (verb.end for verb in self.verbs(scan.text))
            cited = (f.start for f in found)
            phrase = marked_phrase(scan.text, mark.position, previous, verbs=verbs, cited=cited, lexicon=self.lexicon)
            start, end = phrase.start, phrase.end
            start += len(scan.text[start:end]) - len(scan.text[start:end].lstrip())
            near = [f for f in found if f.end <= mark.position and (f.end > start or mark.position - f.end <= _NEAR)]
            first = note.identifies[0]
            claims = [f for f in near if f.end > previous and not f.passing]
            if phrase.document and first.kind in _DOCUMENTS and first.pinpoint is None:
                claims = [
                    f for f in claims if f.start <= start or f.kind in _DOCUMENTS
                ]  # "the report on resolution 61/74⁵"
            if any(not _another(f, first, mark.position - f.end) for f in claims) or end <= start:
                continue
            quoted = scan.text[start:end]
            if quoted[-1:] in CLOSING:
                self.learned.setdefault((quoted, _year(scan.text, start)), (note.identifies[0], note.label))
                self.learned.update(
                    {(quoted, year): said for year, said in elliptical.items() if (quoted, year) not in self.learned}
                )
            elif year := _year(scan.text, end):
                elliptical[year] = (note.identifies[0], note.label)  # "the 2000³ and 2010 …《Final Document》⁴"
            date = _only_date(scan, start, end) or scan.date_of(start, end)
            inside = (p for p in scan.pinpoints.found if start <= p.start and p.end < end)
            before = scan.pinpoints.before(start)
            own = next((p.text for p in inside if not p.article), before.text if before else None)
            for what in note.identifies:
                yield replace(
                    what,
                    start=start,
                    end=end,
                    certainty="named",
                    via=note.label,
                    pinpoint=own or what.pinpoint,
                    date=date,
                    note=None,
                    skipped=(),
                )

    def _learned(self, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Later mentions of a quoted title that a note has identified."""
        for (title, year), (what, label) in self.learned.items():
            at = scan.text.find(title)
            while at >= 0:
                end = at + len(title)
                if _year(scan.text, at) == year and not overlaps_any(Span(at, end), found):
                    yield replace(
                        what,
                        start=at,
                        end=end,
                        certainty="named",
                        via=label,
                        pinpoint=None,
                        date=None,
                        note=None,
                        skipped=(),
                    )
                at = scan.text.find(title, end)

    def _back_references(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Part of a resolution that this paragraph has cited ("paragraph 3 of the said resolution")."""
        for back in find_back_references(scan.text, self.lexicon):
            pin = scan.pinpoints.before(back.start)
            if pin is None or overlaps_any(back, found):
                continue
            said = [f for f in scan.found if f.end <= pin.start and f.kind in {"resolution", "decision"}]
            last = said[-1] if said else None
            if isinstance(last, Resolved) and scan.text.startswith(back.noun, last.start):
                yield replace(
                    last,
                    start=back.start,
                    end=back.end,
                    certainty="inferred",
                    via=block.label,
                    pinpoint=pin.text,
                    date=None,
                    note=None,
                    skipped=(),
                )

    def _pinpointed(self, found: Candidate, scan: BlockScan) -> Candidate:
        if found.pinpoint or found.passing:
            return found
        pin = scan.pinpoints.at(found.start, found.end, over=found.skipped)
        return replace(found, pinpoint=pin.text) if pin else found


def _another(near: Candidate, told: Resolved, gap: int) -> bool:
    """Whether what stands before a mark is another text than the document that the note names.

    A printed document is; so is a treaty that the marked phrase only speaks of ("the conference to review the …").
    """
    known = near if isinstance(near, Resolved) else None
    if told.kind not in _DOCUMENTS or (known and known.target == told.target):
        return False
    return (near.kind in _DOCUMENTS and not (isinstance(near, Resolved) and near.entry)) or (
        near.kind == "treaty" and gap > _NEAR
    )


def _year(text: str, at: int) -> str:
    """The year that stands right before a place ("the 2010 Review Conference's …"); empty when none does."""
    years = regex.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text[max(0, at - _NEAR) : at])
    return years[-1] if years else ""


def _only_date(scan: BlockScan, start: int, end: int) -> str | None:
    """The date inside a phrase, when there is just one, or the one that it ends with."""
    inside = [t for t in scan.dates if contains(Span(start, end), t)]
    return inside[-1].iso if len(inside) == 1 or (inside and inside[-1].end == end) else None
