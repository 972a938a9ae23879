"""`Anchored`: a pattern that is tried only where one of the words stands that its matches begin with.

A long alternation is tried at every place of a text, one form after the other. An automaton finds the places of all
forms of all patterns of a language in one pass, and what is found is the same.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import regex
from ahocorasick_rs import AhoCorasick

from extract.text.characters import unmarked

if TYPE_CHECKING:
    from extract.language.references import References

FOLDED: Final = "ßİıſǰᲀᲁᲂᲃᲄᲅᲆᲇẖẗẘẙẚẞ\u212aﬀﬁﬂﬃﬄﬅﬆ"
"""Signs that equal letters where case does not matter, and whose small form is none of these letters."""
_FOLDED: Final = re.compile(f"[{FOLDED}]")
_HAN: Final = regex.compile(r"\p{Han}")
_KEPT: Final = 64
"""Paragraphs of which the places are kept: those of most documents, which are asked for twice."""


class Anchored:
    """A pattern, and the forms that each of its matches begins with or, where it may begin elsewhere, holds."""

    def __init__(  # noqa: PLR0913  # the pattern, and all that is known of its matches
        self,
        pattern: "regex.Pattern[str] | Callable[[], regex.Pattern[str]]",
        forms: Iterable[str],
        *,
        of: "References",
        also: str = "",
        begins: bool = True,
        bounded: bool = True,
        holds: str = "",
    ) -> None:
        """Make ready to find the forms.

        Args:
            pattern: the pattern, or what compiles it when a form is found for the first time; what stands before a
                match may only be looked back at.
            forms: as `forms.words` takes them; of one with a `~` only what stands before that counts.
            of: the language whose forms they are.
            also: pattern of what matches may begin with too, as the module `re` reads it.
            begins: whether matches begin with a form; if not, each holds one somewhere.
            bounded: whether no letter stands beside a form, as `forms.words` has it.
            holds: pattern of what a text that has a match holds too, as the module `re` reads it.
        """
        forms = [form for form in forms if form]
        self._compiled = pattern
        self._everywhere = any(form.startswith("~") for form in forms)
        self._also = re.compile(also) if also else None
        self._holds = re.compile(holds) if holds else None
        self._begins = begins
        self._anchors = anchors(of)
        self._key = self._anchors.add(forms, bounded=bounded)

    @cached_property
    def pattern(self) -> "regex.Pattern[str]":
        """The pattern, compiled on first use."""
        return self._compiled() if callable(self._compiled) else self._compiled

    def finditer(self, text: str) -> Iterator["regex.Match[str]"]:
        """The matches that `regex.finditer` gives, in the same order."""
        places = None if self._everywhere else self._anchors.places(text)
        if places is None:
            return self.pattern.finditer(text)
        starts = places.get(self._key)
        if self._also:
            also = [found.start() for found in self._also.finditer(text)]
            starts = sorted({*starts, *also}) if starts else also
        if not starts or (self._holds and not self._holds.search(text)):
            return iter(())
        return self._tried(text, starts) if self._begins else self.pattern.finditer(text)

    def _tried(self, text: str, starts: Sequence[int]) -> Iterator["regex.Match[str]"]:
        """The matches that begin at some of the places, none overlapping another."""
        match, end = self.pattern.match, 0
        for start in starts:
            if start >= end and (found := match(text, start)):
                yield found
                end = found.end()


class Anchors:
    """The forms of all patterns of one language, found in one pass over a paragraph."""

    def __init__(self, particles: str) -> None:
        """Start with no pattern.

        Args:
            particles: letters of one-letter words that the script writes together with the next word.
        """
        self._particles = particles
        self._keys: defaultdict[str, list[tuple[int, bool, bool]]] = defaultdict(list)
        self._members = 0
        self._built: tuple[AhoCorasick, Sequence[tuple[Sequence[int], bool, bool]]] | None = None
        self.places = lru_cache(maxsize=_KEPT)(self._places)

    def add(self, forms: Iterable[str], *, bounded: bool) -> int:
        """Take in the forms of a pattern.

        Returns:
            The key of the pattern among the `places` of a text.
        """
        key, self._members = self._members, self._members + 1
        for form in {form for form in forms if not form.startswith("~")}:
            head, stem, _ = form.partition("~")
            free = not bounded or _HAN.search(form) is not None
            self._keys[unmarked(head.lower())].append((key, not free, not (free or stem or head.endswith("'"))))
        self._built = None
        self.places.cache_clear()
        return key

    def _places(self, text: str) -> Mapping[int, Sequence[int]] | None:
        """Where the forms of each pattern stand, in order; None where that cannot be told."""
        small = _small(text)
        if small is None:
            return None
        if self._built is None:
            self._built = self._build()
        automaton, heads = self._built
        found: defaultdict[int, list[int]] = defaultdict(list)
        last = len(text)
        for index, start, end in automaton.find_matches_as_indexes(small, overlapping=True):
            keys, left, right = heads[index]
            if (right and end < last and small[end].isalpha()) or (
                left and start and self._continues(small[start - 1])
            ):
                continue
            for key in keys:
                found[key].append(start)
        return {key: sorted({*starts}) for key, starts in found.items()}

    def _continues(self, before: str) -> bool:
        """Whether a character before a form makes it a part of another word."""
        return before.isalpha() and before not in self._particles

    def _build(self) -> tuple[AhoCorasick, Sequence[tuple[Sequence[int], bool, bool]]]:
        """The automaton of all forms, and for each the keys of its patterns and whether letters may stand beside it."""
        heads = []
        for uses in self._keys.values():
            keys = sorted({key for key, _, _ in uses})
            heads.append((keys, all(left for _, left, _ in uses), all(right for _, _, right in uses)))
        return AhoCorasick(list(self._keys)), heads


@functools.cache
def anchors(references: "References") -> Anchors:
    """The anchors of a language."""
    return Anchors(references.particles)


def _small(text: str) -> str | None:
    """A text in small letters without accents, all at their places; None where that cannot be."""
    small = unmarked(text.lower())
    return small if text.isascii() or (len(small) == len(text) and not _FOLDED.search(text)) else None
