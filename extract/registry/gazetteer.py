"""`Gazetteer`: treaties and named instruments found by title, in any language that has a names lexicon."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick

from extract.language.titles import Titles, load_titles
from extract.registry.coordinated import Coordinated, merged
from extract.registry.folding import Folded, Folding
from extract.registry.forms import Candidate, Entry, Form, agree, confirm, form_of, ordered, rank
from extract.registry.presence import Presence
from extract.registry.protocols import Thereto
from extract.registry.registry import Registry, Treaty

_JOINT: Final = "\x1f"  # separates folded words; never occurs inside a word of a text


@dataclass(frozen=True, slots=True)
class NamedHit:
    """A title found in a text.

    Attributes:
        start: first code point of the title in the text given; a particle written together with it is included.
        end: one past its last code point.
        entries: what it names; several for a plural form (the Geneva Conventions, the Protocols thereto).
        form: the title as registered that it answers to.
        short: the form is a short title.
        inside: position in the result of the longer title that this one is a part of; None when there is none.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    form: str
    short: bool
    inside: int | None = None

    @property
    def entry(self) -> Entry:
        """The first of what it names."""
        return self.entries[0]


class Gazetteer:
    """The titles of a registry in one language, ready to be found."""

    def __init__(self, registry: Registry, lexicon: Titles, *, language: str) -> None:
        """Fold every title, short title and group of the language into one automaton."""
        self._folding = Folding(lexicon)
        self._parents = _parents(registry)
        self._thereto = Thereto(registry, lexicon)
        self._coordinated = Coordinated(lexicon, self._folding)
        forms: defaultdict[str, list[Form]] = defaultdict(list)
        titles: list[Sequence[str]] = []
        for text, entries, short in _titles(registry, lexicon, language):
            folded = self._folding.fold(text)
            numbers = self._folding.numbers(text, folded)
            titles.append(folded.words)
            forms[_key(folded.words)].append(form_of(text, entries, folded, numbers, short=short))
        forms.pop(_key(()), None)
        self._forms = [ordered(group) for group in forms.values()]
        self._automaton = AhoCorasick(list(forms))
        self._presence = Presence(
            filter(None, titles), lexicon, spellings=[self._folding.spellings, self._coordinated.spellings]
        )

    def find(self, text: str) -> tuple[NamedHit, ...]:
        """Find the titles in a paragraph.

        Args:
            text: flowing text.

        Returns:
            The hits by place, a title before those inside it; the longest wins where titles overlap.
        """
        if not self.may_hold(text):
            return ()
        folded = self._folding.fold(text)
        if not folded.words:
            return ()
        kept = self._nested(sorted(self._candidates(text, folded), key=rank), len(folded.words))
        kept.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        places: dict[Candidate, int] = {}
        hits: list[NamedHit] = []
        before: tuple[Candidate, tuple[Entry, ...]] | None = None
        for candidate, outer in kept:
            form = candidate.form
            entries = form.entries
            if not entries and before is not None:
                years = {year for at, _, _, year in folded.years if candidate.first <= at <= candidate.last}
                entries = self._thereto.of(form.text, before[1], gap=candidate.first - before[0].last, years=years)
            if not entries:
                continue
            before = (candidate, entries) if outer is None else before
            places[candidate] = len(hits)
            inside = None if outer is None else places.get(outer)
            hits.append(NamedHit(candidate.start, candidate.end, entries, form.text, form.short, inside))
        return tuple(hits)

    def may_hold(self, text: str) -> bool:
        """Whether a text can hold a title: most hold none, as a look at their words tells."""
        return self._presence.may_hold(text)

    def _candidates(self, text: str, folded: Folded) -> Iterator[Candidate]:
        """Every form that occurs in the text, overlapping ones included."""
        yield from self._matches(text, folded)
        listed: defaultdict[tuple[int, int], list[Candidate]] = defaultdict(list)
        for yearly in self._coordinated.of(text, folded):
            for found in self._matches(text, yearly.folded, coordinated=True):
                if yearly.names(found):
                    candidate = yearly.at_its_place(found)
                    listed[candidate.first, candidate.last].append(candidate)
        yield from (merged(found) for found in listed.values() if len(found) > 1)  # one year may be a name's own

    def _matches(self, text: str, folded: Folded, *, coordinated: bool = False) -> Iterator[Candidate]:
        """Every form that occurs in a row of words; endings and capitals do not count in a title with several years."""
        row = _key(folded.words)
        offsets = [0]
        for word in folded.words:
            offsets.append(offsets[-1] + len(word) + 1)
        for index, start, end in self._automaton.find_matches_as_indexes(row, overlapping=True):
            first, last = bisect_left(offsets, start), bisect_left(offsets, end - 1)
            numbers = self._folding.numbers(text, folded, first, last)
            forms = (form for form in self._forms[index] if coordinated or agree(numbers, form.numbers))
            found = (confirm(text, folded, first, last, form, cased=not coordinated) for form in forms)
            if candidate := next(filter(None, found), None):
                yield candidate

    def _nested(self, candidates: list[Candidate], words: int) -> list[tuple[Candidate, Candidate | None]]:
        """Candidates that do not cut each other, each with the one it stands in; `candidates` are longest first."""
        owners: list[int] = [-1] * words
        kept: list[tuple[Candidate, Candidate | None]] = []
        for candidate in candidates:
            owner = owners[candidate.first]
            if owner != owners[candidate.last - 1]:
                continue
            outer = kept[owner][0] if owner >= 0 else None
            if outer is not None and not self._may_stand_in(candidate.form, outer.form):
                continue
            owners[candidate.first : candidate.last] = [len(kept)] * (candidate.last - candidate.first)
            kept.append((candidate, outer))
        return kept

    def _may_stand_in(self, form: Form, outer: Form) -> bool:
        """Whether a title is named by a longer one: a treaty by its protocol's, but not START I by New START's."""
        line = {entry.slug for entry in outer.entries}
        if not form.entries or line & {entry.slug for entry in form.entries}:
            return False
        if not all(isinstance(entry, Treaty) for entry in (*form.entries, *outer.entries)):
            return True
        while added := {parent for slug in line if (parent := self._parents.get(slug))} - line:
            line |= added
        return any(entry.slug in line for entry in form.entries)


def find_names(text: str, *, language: str, registry: Registry) -> tuple[NamedHit, ...]:
    """Find treaties and named instruments by title in the text of a paragraph; `language` is its ISO 639-1 code.

    Raises:
        DataError: the language has no `titles.toml`.
    """
    return gazetteer(registry, language=language).find(text)


def gazetteer(registry: Registry, *, language: str) -> Gazetteer:
    """Return the gazetteer of a registry for a language, built once.

    Raises:
        DataError: the language has no `titles.toml`.
    """
    if language not in registry.indexes:
        registry.indexes[language] = Gazetteer(registry, load_titles(language), language=language)
    built: Gazetteer = registry.indexes[language]
    return built


def _titles(registry: Registry, lexicon: Titles, language: str) -> Iterator[tuple[str, tuple[Entry, ...], bool]]:
    """Every title of the language with what it names and whether it is short."""
    entries: dict[str, Entry] = {**registry.instruments, **registry.treaties}
    for entry in entries.values():
        yield from ((text, (entry,), False) for text in entry.titles.get(language, ()))
        yield from ((text, (entry,), True) for text in entry.short.get(language, ()))
    for text, slugs in lexicon.groups:
        known = tuple(entries[slug] for slug in slugs if slug in entries)
        if known:
            yield text, known, True
    yield from ((text, (), True) for text in (*lexicon.thereto, *lexicon.pairs, *lexicon.sole))


def _parents(registry: Registry) -> dict[str, str]:
    """Slug of a treaty to the one that its title may name: its parent, but not the group that it is a member of."""
    treaties = registry.treaties
    named = {
        t.slug: treaties[t.parent].parent if t.role == "member" else t.parent for t in treaties.values() if t.parent
    }
    return {slug: parent for slug, parent in named.items() if parent}


def _key(words: Iterable[str]) -> str:
    """Folded words as one text, so that a title is a substring of it."""
    return _JOINT + _JOINT.join(words) + _JOINT
