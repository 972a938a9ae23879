"""`Anchored`: a pattern that is tried only where one of the words stands that its matches begin with.

A long alternation is tried at every place of a text, one form after the other. An automaton finds the places of all
forms of all patterns of a language in one pass, and what is found is the same.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick

from extract.text.characters import unmarked

if TYPE_CHECKING:
    import regex

FOLDED: Final = "ßİıſǰᲀᲁᲂᲃᲄᲅᲆᲇẖẗẘẙẚẞ\u212aﬀﬁﬂﬃﬄﬅﬆ"
"""Signs that equal letters where case does not matter, and whose small form is none of these letters."""
_FOLDED: Final = re.compile(f"[{FOLDED}]")
_NO_MATCH: Final[Iterator["regex.Match[str]"]] = iter(())
_REMEMBERED: Final = 256
"""Paragraphs whose places are remembered: each is asked for when it is scanned, and again when it is resolved."""


class Anchors:
    """The forms of many patterns, found in one pass over a text."""

    def __init__(self) -> None:
        """Begin with no pattern."""
        self._patterns: list[tuple[Sequence[str], bool]] = []
        self._owners: list[list[int]] = []  # for each form of the automaton, the patterns that have it
        self._inside: list[list[int]] = []  # those of them whose forms may begin within a word
        self._automaton: AhoCorasick | None = None
        self._ready = 0  # patterns that the automaton knows
        self._alone: dict[int, AhoCorasick] = {}
        self.found = lru_cache(maxsize=_REMEMBERED)(self._find)
        """How many patterns were known, and where the forms of each of them begin in a text; None if not to be told."""

    def add(self, forms: Sequence[str], *, bounded: bool = False) -> int:
        """Take the forms of a pattern and return its number.

        Args:
            forms: in small letters without accents, none empty.
            bounded: whether none of them may begin within a word.
        """
        self._patterns.append((forms, bounded))
        return len(self._patterns) - 1

    def _find(self, text: str) -> tuple[int, Mapping[int, Sequence[int]]] | None:
        """How many patterns were known, and for each of them that has a form in a text where those begin."""
        lowered = small(text)
        if lowered is None:
            return None
        if self._ready < len(self._patterns):
            self._build()
        if self._automaton is None:
            return self._ready, {}
        starts: dict[int, list[int]] = {}
        owners, inside = self._owners, self._inside
        for form, start, _ in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            for pattern in (inside if start and text[start - 1].isalpha() else owners)[form]:
                if pattern in starts:
                    starts[pattern].append(start)
                else:
                    starts[pattern] = [start]
        for places in starts.values():
            if len(places) > 1:
                places[:] = sorted(set(places))
        return self._ready, starts

    def _build(self) -> None:
        """Make the automaton of all forms that are known by now."""
        patterns: dict[str, list[int]] = {}
        for pattern, (forms, _) in enumerate(self._patterns):
            for form in forms:
                patterns.setdefault(form, []).append(pattern)
        self._ready, self._owners = len(self._patterns), list(patterns.values())
        self._inside = [[each for each in owners if not self._patterns[each][1]] for owners in self._owners]
        self._automaton = AhoCorasick(list(patterns)) if patterns else None
        self._alone.clear()

    def of_new(self, text: str, pattern: int) -> Sequence[int]:
        """The places of a pattern that came after those of the text were found, as happens in a first document."""
        lowered = small(text)
        if lowered is None or not (forms := self._patterns[pattern][0]):
            return ()
        if pattern not in self._alone:
            self._alone[pattern] = AhoCorasick(forms)
        return sorted(
            {start for _, start, _ in self._alone[pattern].find_matches_as_indexes(lowered, overlapping=True)}
        )


@functools.cache
def _anchors_of(_language: Hashable) -> Anchors:
    """The forms that the patterns of a language share."""
    return Anchors()


class Forms:
    """Forms of words that are sought in texts, without regard to case and accents."""

    def __init__(self, forms: Iterable[str], *, also: str = "", bounded: bool = False, among: Hashable = None) -> None:
        """Make ready to find the forms.

        Args:
            forms: as `forms.words` takes them; of one with a `~` only what stands before that counts.
            also: pattern of what is sought besides, as the module `re` reads it.
            bounded: whether no form may begin within a word.
            among: the lexicon of the language, whose other forms are sought in the same texts; None for forms that are
                sought alone.
        """
        heads = {unmarked(form.partition("~")[0].lower()) for form in forms if form}
        self._everywhere = "" in heads  # a form that may begin with anything
        self._anchors = Anchors() if among is None else _anchors_of(among)
        self._number = -1 if self._everywhere or not heads else self._anchors.add(sorted(heads), bounded=bounded)
        self._found = self._anchors.found if self._number >= 0 else None
        self._also = re.compile(also) if also else None

    def places(self, text: str) -> Sequence[int] | None:
        """Where a form may begin, in order; None where it may begin anywhere."""
        known = self._found(text) if self._found else None
        starts: Sequence[int] | None
        if known is None:
            starts = None if self._everywhere or self._found else ()
        elif self._number < known[0]:
            starts = known[1].get(self._number, ())
        else:
            starts = self._anchors.of_new(text, self._number)
        if self._also is None or starts is None:
            return starts
        others = [found.start() for found in self._also.finditer(text)]
        return sorted({*starts, *others}) if starts else others

    def within(self, text: str, first: int, last: int) -> bool:
        """Whether a form may begin at one of the places of a text from the first up to, but excluding, the last."""
        starts = self.places(text)
        if starts is None:
            return True
        place = bisect_left(starts, first)
        return place < len(starts) and starts[place] < last


class Anchored(Forms):
    """A pattern, and the forms that each of its matches begins with."""

    def __init__(
        self,
        pattern: "regex.Pattern[str] | Callable[[], regex.Pattern[str]]",
        forms: Iterable[str],
        *,
        also: str = "",
        bounded: bool = False,
        among: Hashable = None,
    ) -> None:
        """Make ready to find the forms.

        Args:
            pattern: the pattern, or what compiles it when a form is found for the first time; what stands before a
                match may only be looked back at.
            forms: see `Forms`.
            also: pattern of what matches may begin with too.
            bounded: see `Forms`.
            among: see `Forms`.
        """
        super().__init__(forms, also=also, bounded=bounded, among=among)
        self._compiled = pattern

    @cached_property
    def pattern(self) -> "regex.Pattern[str]":
        """The pattern, compiled on first use."""
        return self._compiled() if callable(self._compiled) else self._compiled

    def finditer(self, text: str) -> Iterator["regex.Match[str]"]:
        """The matches that `regex.finditer` gives, in the same order."""
        starts = self._starts(text)
        if starts is None:
            return iter(self.pattern.finditer(text))
        return self._matches(text, starts) if starts else _NO_MATCH  # as in most paragraphs

    def _starts(self, text: str) -> Sequence[int] | None:
        """Where matches may begin; None where that may be anywhere."""
        return self.places(text)

    def _matches(self, text: str, starts: Sequence[int]) -> Iterator["regex.Match[str]"]:
        """The matches that begin at some of the places."""
        match, end = self.pattern.match, 0
        for start in starts:
            if start >= end and (found := match(text, start)):
                yield found
                end = found.end()


class Holding(Anchored):
    """A pattern, and the forms of which each of its matches holds one somewhere."""

    def __init__(
        self,
        pattern: "regex.Pattern[str] | Callable[[], regex.Pattern[str]]",
        forms: Iterable[str],
        *,
        opening: Iterable[str] = (),
        core: "regex.Pattern[str] | None" = None,
        among: Hashable = None,
    ) -> None:
        """Make ready to find the forms.

        Args:
            pattern: see `Anchored`.
            forms: see `Forms`.
            opening: forms with one of which each match begins; none where that is not known.
            core: what each match holds at one of `forms`; None where that is not known.
            among: see `Forms`.
        """
        super().__init__(pattern, forms, among=among)
        opening = tuple(opening)
        self._opening, self._core = Forms(opening) if opening else None, core

    def _starts(self, text: str) -> Sequence[int] | None:
        held = self.places(text)
        if not held:
            return held
        if self._core is not None and not any(self._core.match(text, place) for place in held):
            return ()
        return self._opening.places(text) if self._opening else None


@lru_cache(maxsize=_REMEMBERED)
def small(text: str) -> str | None:
    """A text in small letters without accents, all at their places; None where that cannot be.

    Many patterns ask for one paragraph.
    """
    lowered = unmarked(text.lower())
    return lowered if text.isascii() or (len(lowered) == len(text) and not _FOLDED.search(text)) else None
