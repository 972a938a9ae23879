"""`PhraseReader`: phrases that only their notes identify, and the quoted titles that are learned from them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.references import References
from extract.mentions.candidate import Candidate, Resolved
from extract.mentions.own_dates import is_of_number
from extract.mentions.scan import BlockScan
from extract.model.citation import Certainty
from extract.model.document import Block
from extract.model.label import TAIL, TITLE
from extract.model.span import Span, contains, overlaps_any
from extract.resolve.governing import FRONTED, Clauses
from extract.resolve.identified import continues_list, is_bare_member, is_identified, is_plain, noun_follows, repeats
from extract.resolve.marked_phrase import CLOSING, MarkedPhrase, marked_phrase
from extract.resolve.notes import Note

_DOCUMENTS: Final = frozenset({"document", "conference-document"})
_VOTED: Final = frozenset({TITLE, TAIL})
"""Labels of blocks whose notes report the vote."""
_NEAR: Final = 24
"""Characters (a date, a bracket) between a reference and the mark that still belongs to it."""
_LEAD: Final = regex.compile(r"\s*+(?:\d{1,3}+\.(?!\d)\s*+|\([a-z\d]{1,2}\)\s*+)?")
_DIGIT: Final = regex.compile(r"\d")
_YEAR: Final = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A reference near a mark, which may be what the mark belongs to.

    Attributes:
        near: the reference.
        identified: what the note identifies, the first of several.
        phrase: the marked phrase.
        mark: position of the mark.
    """

    near: Candidate
    identified: Resolved
    phrase: MarkedPhrase
    mark: int

    @property
    def same(self) -> bool:
        """Whether the note names the reference itself."""
        return isinstance(self.near, Resolved) and self.near.target == self.identified.target

    @property
    def names_document(self) -> bool:
        """Whether the note names a document."""
        return self.identified.kind in _DOCUMENTS


def in_passing(claim: Claim) -> bool:
    """A title named in passing has no note of its own."""
    return claim.near.passing is not None


def inside_the_title(claim: Claim) -> bool:
    """What a report is about has no note where the note names a whole document: "the report on resolution 61/74⁵"."""
    whole = claim.phrase.document and claim.names_document and claim.identified.pinpoint is None
    return whole and claim.near.start > claim.phrase.start and claim.near.kind not in _DOCUMENTS


def another_document(claim: Claim) -> bool:
    """A symbol in the text is not the other document that the note names."""
    registered = isinstance(claim.near, Resolved) and claim.near.entry is not None
    return claim.names_document and not claim.same and claim.near.kind in _DOCUMENTS and not registered


def treaty_of_the_phrase(claim: Claim) -> bool:
    """A treaty well before the mark is what the phrase is about: "the conference to review the … held in May⁵"."""
    distant = claim.mark - claim.near.end > _NEAR
    return claim.names_document and not claim.same and claim.near.kind == "treaty" and distant


YIELDING: Final[tuple[Callable[[Claim], bool], ...]] = (
    in_passing,
    inside_the_title,
    another_document,
    treaty_of_the_phrase,
)
"""Why a reference near a mark leaves the mark to the phrase; one that none of these applies to keeps it."""


@dataclass(frozen=True, slots=True)
class _Learned:
    """What a note said that a quoted title is, and the label of the note."""

    target: Resolved
    label: str


@dataclass(frozen=True, slots=True)
class _Marked:
    """A phrase with a mark, the note of the mark, and the places of the mark before it and its own.

    Attributes:
        is_text: whether the phrase names a text, and is no statement.

    The phrase is empty where a title of the registry has the mark.
    """

    phrase: MarkedPhrase
    note: Note
    previous: int
    mark: int
    is_text: bool


class PhraseReader:
    """Reads the marked phrases of one document; blocks come in reading order."""

    def __init__(self, lexicon: References, notes: Mapping[str, Note], clauses: Callable[[str], Clauses]) -> None:
        """Start with no title learned.

        Args:
            lexicon: the words of the language.
            notes: note number -> what it cites.
            clauses: reads the verbs of a paragraph, and the phrases that introduce what they cite.
        """
        self._lexicon, self._notes, self._clauses = lexicon, notes, clauses
        self._learned: dict[tuple[str, str], _Learned] = {}  # quoted title, year before it or "" -> what it is

    def marked(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Resolved]:
        """Phrases that their note identifies: a report, an outcome, a decision named in words."""
        if block.label in _VOTED:
            return
        elliptical: dict[str, _Learned] = {}
        for marked in _listed(scan.text, list(self._marks(block, scan, found)), self._lexicon):
            said = _Learned(marked.note.identifies[0], marked.note.label)
            self._learn(scan.text, marked.phrase, said, elliptical)
            yield from _references(scan, marked.phrase, marked.note)

    def _marks(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator["_Marked"]:
        """The phrases that no other reference has claimed and whose note cites something."""
        has_reference = {f.via for f in found if isinstance(f, Resolved)}
        floor = 0
        for mark in block.marks:
            note, previous, floor = self._notes.get(mark.number), floor, mark.position
            if note is None or not note.identifies:
                continue
            if note.label in has_reference:
                yield _Marked(MarkedPhrase(floor, floor), note, previous, floor, is_text=True)
                continue
            phrase, named = self._phrase(scan, mark.position, previous, found), note.identifies[0]
            if phrase.start < phrase.end and not _claimed(found, named, phrase, mark.position, previous):
                repeated = repeats(scan.text, phrase, note.text)
                plain = named.kind != "treaty" and is_plain(scan.text, phrase, note.text, self._lexicon)
                text = repeated or plain or is_identified(scan.text, phrase, named, self._lexicon)
                yield _Marked(phrase, note, previous, mark.position, is_text=text)

    def _phrase(self, scan: BlockScan, mark: int, previous: int, found: Sequence[Candidate]) -> MarkedPhrase:
        """The phrase of a mark; it begins after the paragraph number, the last verb, or words like "pursuant to".

        Such words belong to the phrase where what they introduce is a reference of its own inside it, or no document
        while one is named before them: "the reports prepared in accordance with the usual practice⁵".
        """
        clauses, cited = self._clauses(scan.text), [f.start for f in found]
        bases = [p.end for p in clauses.bases if p.basis in FRONTED and not any(p.end <= at < mark for at in cited)]
        verbs = [verb.end for verb in clauses.verbs]
        ends = [*verbs, *bases]
        phrase = marked_phrase(scan.text, mark, previous, verbs=ends, cited=cited, lexicon=self._lexicon)
        if bases and not phrase.document:
            whole = marked_phrase(scan.text, mark, previous, verbs=verbs, cited=cited, lexicon=self._lexicon)
            phrase = whole if whole.document else phrase
        led = _LEAD.match(scan.text, phrase.start, phrase.end)
        return replace(phrase, start=led.end() if led else phrase.start)

    def _learn(self, text: str, phrase: MarkedPhrase, said: _Learned, elliptical: dict[str, _Learned]) -> None:
        """Remember what a quoted title is.

        In "the 2000³ and 2010 Review Conferences' “Final Document”⁴" the first year is `elliptical`: its title follows.
        """
        quoted = text[phrase.start : phrase.end]
        if quoted[-1] in CLOSING:
            self._learned.setdefault((quoted, _year_before(text, phrase.start)), said)
            for year, earlier in elliptical.items():
                self._learned.setdefault((quoted, year), earlier)
        elif year := _year_before(text, phrase.end):
            elliptical[year] = said

    def again(self, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Resolved]:
        """Later mentions of a quoted title that a note has identified."""
        for (title, year), said in self._learned.items():
            start = scan.text.find(title)
            while start >= 0:
                place = Span(start, start + len(title))
                if _year_before(scan.text, start) == year and not overlaps_any(place, found):
                    yield said.target.meant_at(place, certainty=_certainty(said.target), via=said.label)
                start = scan.text.find(title, place.end)


def _certainty(noted: Resolved) -> Certainty:
    """How sure a phrase means what its note says: as sure as the note itself ("Ibid.") is."""
    return "inferred" if noted.certainty == "inferred" else "named"


def _listed(text: str, marked: Sequence[_Marked], lexicon: References) -> list[_Marked]:
    """The phrases that name texts: by themselves, or as members of a list of which one has the noun of all."""
    out = [replace(each, is_text=_names_text(text, each, lexicon)) for each in marked]
    for i in range(1, len(out)):
        out[i] = _as_member(text, out[i - 1], out[i], lexicon)
    for i in range(len(out) - 1, 0, -1):
        if out[i].is_text and _leads_to(text, out[i - 1], out[i], lexicon):
            out[i - 1] = replace(out[i - 1], is_text=True)
    return [each for each in out if each.is_text and each.phrase.start < each.phrase.end]


def _as_member(text: str, before: _Marked, after: _Marked, lexicon: References) -> _Marked:
    """A marked phrase as a text where it continues a list of texts."""
    if after.is_text or not before.is_text or not _is_next(text, before, after, lexicon):
        return after
    return replace(after, is_text=True, phrase=_whole(text, after, lexicon))


def _leads_to(text: str, before: _Marked, after: _Marked, lexicon: References) -> bool:
    """Whether a phrase is a member of a list whose noun follows: "the 2010⁴ and 2013⁵ reports"."""
    bare = is_bare_member(text, after.previous, after.mark, lexicon)
    dated = lexicon.date_before and _DIGIT.search(text, *_place(before)) is not None
    return (bare or dated) and _is_next(text, before, after, lexicon)


def _whole(text: str, marked: _Marked, lexicon: References) -> MarkedPhrase:
    """The whole member of a list, behind its conjunction: "and on wells, springs and pumps⁵"."""
    phrase, joint = marked.phrase, lexicon.joint.match(text, marked.previous, marked.mark)
    if joint is None or phrase.start == phrase.end or text[phrase.end - 1] in CLOSING:
        return phrase
    if "/" in text[joint.end() : phrase.start]:
        return phrase  # the number of a resolution
    return replace(phrase, start=min(phrase.start, joint.end()))


def _names_text(text: str, marked: _Marked, lexicon: References) -> bool:
    """Whether a phrase names a text, or its mark stands between a year or an ordinal and the noun of a text."""
    if marked.is_text:
        return True
    return is_bare_member(text, marked.previous, marked.mark, lexicon) and noun_follows(text, marked.mark, lexicon)


def _is_next(text: str, before: _Marked, after: _Marked, lexicon: References) -> bool:
    """Whether a marked phrase continues the list of the one before it."""
    same = before.mark == after.previous and before.note.identifies[0].kind == after.note.identifies[0].kind
    return same and continues_list(text, after.previous, after.mark, lexicon)


def _place(marked: _Marked) -> tuple[int, int]:
    return marked.phrase.start, marked.phrase.end


def _claimed(found: Sequence[Candidate], identified: Resolved, phrase: MarkedPhrase, mark: int, previous: int) -> bool:
    """Whether a reference near a mark keeps it."""
    for near in found:
        adjacent = near.end > phrase.start or mark - near.end <= _NEAR
        if adjacent and previous < near.end <= mark:
            claim = Claim(near, identified, phrase, mark)
            if not any(rule(claim) for rule in YIELDING):
                return True
    return False


def _references(scan: BlockScan, phrase: MarkedPhrase, note: Note) -> Iterator[Resolved]:
    """A marked phrase as references to all that its note names."""
    place = Span(phrase.start, phrase.end)
    dated = any(contains(place, token) for token in scan.dates)
    date = _only_date(scan, place) if dated else scan.date_of(*place)
    inside = (p for p in scan.pinpoints.found if contains(place, p) and p.end < place.end and not p.article)
    own = next(inside, None) or scan.pinpoints.before(place.start)
    for what in note.identifies:
        pinpoint = own.text if own else what.pinpoint
        certainty = _certainty(what)
        yield what.meant_at(place, certainty=certainty, via=note.label, pinpoint=pinpoint, date=date)


def _year_before(text: str, at: int) -> str:
    """The year shortly before a place ("the 2010 Review Conference's …"); empty where there is none."""
    years = _YEAR.findall(text[max(0, at - _NEAR) : at])
    return years[-1] if years else ""


def _only_date(scan: BlockScan, place: Span) -> str | None:
    """The date inside a phrase, where there is just one, or the one that it ends with."""
    within = (t for t in scan.own_dates if contains(place, t))
    inside = [t for t in within if not is_of_number(scan.text, t, scan.lexicon)]
    return inside[-1].iso if len(inside) == 1 or (inside and inside[-1].end == place.end) else None
