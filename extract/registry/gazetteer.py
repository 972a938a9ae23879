"""`Gazetteer`: treaties and named instruments found by title, in any language that has a names lexicon."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import regex
from ahocorasick_rs import AhoCorasick

from extract.language.titles import Titles, load_titles
from extract.registry.folding import Folded, Folding
from extract.registry.protocols import Thereto
from extract.registry.registry import Instrument, Registry, Treaty

Entry = Treaty | Instrument

_JOINT: Final = "\x1f"  # separates folded words; never occurs inside a word of a text
_OPENING: Final = "“„«‹\"'‘‚《〈「『"
_LETTER: Final[regex.Pattern[str]] = regex.compile(r"\p{L}")
_TELLING: Final = 4  # words that identify a treaty without its year


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


@dataclass(frozen=True, slots=True)
class _Form:
    """A registered title and what a text must match.

    Attributes:
        exact: only its very spelling counts (acronyms).
        capital: it begins with a capital, so a text's must as well.
        years: the years in it; the text must give them too.
        loose: a text that gives no year means it as well.
        numbers: the grammatical number of its words, where their endings tell it.
        lead: what stands before the first folded word (an article), folded; a text may leave it out.
    """

    text: str
    entries: tuple[Entry, ...]
    short: bool
    exact: bool
    capital: bool
    years: frozenset[str]
    loose: bool
    lead: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A form found: words `first` to `last` (excluded) of the folded text, code points `start` to `end` of the text."""

    first: int
    last: int
    start: int
    end: int
    form: _Form


class Gazetteer:
    """The titles of a registry in one language, ready to be found."""

    def __init__(self, registry: Registry, lexicon: Titles, *, language: str) -> None:
        """Fold every title, short title and group of the language into one automaton."""
        self._folding = Folding(lexicon)
        self._parents = _parents(registry)
        self._thereto = Thereto(registry, lexicon)
        forms: defaultdict[str, list[_Form]] = defaultdict(list)
        for text, entries, short in _titles(registry, lexicon, language):
            folded = self._folding.fold(text)
            numbers = self._folding.numbers(text, folded)
            forms[_key(folded.words)].append(_form(text, entries, folded, numbers, short=short))
        forms.pop(_key(()), None)
        self._forms = [_ordered(group) for group in forms.values()]
        self._automaton = AhoCorasick(list(forms))

    def find(self, text: str) -> tuple[NamedHit, ...]:
        """Find the titles in a paragraph.

        Args:
            text: flowing text.

        Returns:
            The hits by place, a title before those inside it; the longest wins where titles overlap.
        """
        folded = self._folding.fold(text)
        if not folded.words:
            return ()
        kept = self._nested(sorted(self._candidates(text, folded), key=_rank), len(folded.words))
        kept.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        places: dict[_Candidate, int] = {}
        hits: list[NamedHit] = []
        before: tuple[_Candidate, tuple[Entry, ...]] | None = None
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

    def _candidates(self, text: str, folded: Folded) -> Iterator[_Candidate]:
        """Every form that occurs in the text, overlapping ones included."""
        row = _key(folded.words)
        offsets = [0]
        for word in folded.words:
            offsets.append(offsets[-1] + len(word) + 1)
        for index, start, end in self._automaton.find_matches_as_indexes(row, overlapping=True):
            first, last = bisect_left(offsets, start), bisect_left(offsets, end - 1)
            numbers = self._folding.numbers(text, folded, first, last)
            forms = (form for form in self._forms[index] if _agree(numbers, form.numbers))
            found = (_confirm(text, folded, first, last, form) for form in forms)
            if candidate := next(filter(None, found), None):
                yield candidate

    def _nested(self, candidates: list[_Candidate], words: int) -> list[tuple[_Candidate, _Candidate | None]]:
        """Candidates that do not cut each other, each with the one it stands in; `candidates` are longest first."""
        owners: list[int] = [-1] * words
        kept: list[tuple[_Candidate, _Candidate | None]] = []
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

    def _may_stand_in(self, form: _Form, outer: _Form) -> bool:
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


def _form(text: str, entries: tuple[Entry, ...], folded: Folded, numbers: tuple[str, ...], *, short: bool) -> _Form:
    """A registered title with what its spelling demands."""
    first = _LETTER.search(text)
    exact = len(folded.words) == 1 and text.isupper() and text.casefold() != text
    capital = bool(entries) and first is not None and first[0].isupper()
    years = {year for _, _, _, year in folded.years}
    # A treaty's name is unique; conference outcomes reuse theirs in other years.
    loose = not short and len(folded.words) >= _TELLING and all(isinstance(entry, Treaty) for entry in entries)
    dated = folded.years and folded.years[0][0] == 0
    lead = "" if dated or not folded.words else _plain(text[: folded.starts[0]])
    return _Form(text, entries, short, exact, capital, frozenset(years), loose, lead, numbers)


def _ordered(forms: list[_Form]) -> tuple[_Form, ...]:
    """Forms that differ in their years only: those with most years first; none is loose where there are several."""
    several = len({form.entries for form in forms}) > 1
    ordered = sorted(forms, key=lambda form: (-len(form.years), form.short))
    return tuple(replace(form, loose=form.loose and not several) for form in ordered)


def _key(words: Iterable[str]) -> str:
    """Folded words as one text, so that a title is a substring of it."""
    return _JOINT + _JOINT.join(words) + _JOINT


def _agree(numbers: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether no word is in the singular here and in the plural there."""
    return not any(one and other and one != other for one, other in zip(numbers, others, strict=True))


def _confirm(text: str, folded: Folded, first: int, last: int, form: _Form) -> _Candidate | None:
    """What the folding forgot: the year, the capital, the spelling of an acronym."""
    start, end = folded.starts[first], folded.ends[last - 1]
    if form.lead and _plain(text[max(start - len(form.lead), 0) : start]) == form.lead:
        start -= len(form.lead)
    if form.exact and (text[start:end] != form.text or "/" in text[max(start - 1, 0) : end + 1]):
        return None  # an acronym between slashes is part of a symbol
    second = folded.starts[min(first + 1, last - 1)]
    if form.capital and not (_begins_title(text, start) or text[second].isupper()):
        return None
    dated = _with_years(folded, first, last, form, (start, end)) if form.years else (start, end)
    if dated is None:
        return None
    start, end = dated
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1  # "(2015-2030)"
    return _Candidate(first, last, start, end, form)


def _with_years(folded: Folded, first: int, last: int, form: _Form, place: tuple[int, int]) -> tuple[int, int] | None:
    """The place of a title with the dates it needs; None if the text gives other years, or none where it must."""
    low = bisect_left(folded.years, first, key=lambda date: date[0])
    high = bisect_right(folded.years, last, key=lambda date: date[0])
    near = folded.years[low:high]
    dates = [date for date in near if date[3] in form.years]
    if form.years - {date[3] for date in dates} and (near or not form.loose):
        return None
    return min((place[0], *(date[1] for date in dates))), max((place[1], *(date[2] for date in dates)))


def _plain(text: str) -> str:
    """The few letters before a title, in any case and with any apostrophe."""
    return text.lower().replace("’", "'")


def _begins_title(text: str, start: int) -> bool:
    """Whether a title may start here: with no small letter, or after an opening quotation mark."""
    return not text[start].islower() or text[start - 1 : start] in {*_OPENING}


def _rank(candidate: _Candidate) -> tuple[int, int, bool]:
    """Longest first, then by place; full titles before short ones."""
    return candidate.start - candidate.end, candidate.start, candidate.form.short
