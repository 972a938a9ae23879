"""`Anchored`: a pattern that is tried only where one of the words stands that its matches begin with.

A long alternation is tried at every place of a text, one form after the other. An automaton finds the places of all
forms in one pass, and what is found is the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick

from extract.text.characters import unmarked

if TYPE_CHECKING:
    import regex

FOLDED: Final = "ßİıſǰᲀᲁᲂᲃᲄᲅᲆᲇẖẗẘẙẚẞ\u212aﬀﬁﬂﬃﬄﬅﬆ"
"""Signs that equal letters where case does not matter, and whose small form is none of these letters."""
_FOLDED: Final = re.compile(f"[{FOLDED}]")


class Anchored:
    """A pattern, and the forms that each of its matches begins with or, where it may begin elsewhere, holds."""

    def __init__(
        self,
        pattern: "regex.Pattern[str] | Callable[[], regex.Pattern[str]]",
        forms: Iterable[str],
        *,
        also: str = "",
        begins: bool = True,
    ) -> None:
        """Make ready to find the forms.

        Args:
            pattern: the pattern, or what compiles it when a form is found for the first time; what stands before a
                match may only be looked back at.
            forms: as `forms.words` takes them; of one with a `~` only what stands before that counts.
            also: pattern of what matches may begin with too, as the module `re` reads it.
            begins: whether matches begin with a form; if not, each holds one somewhere.
        """
        self._compiled = pattern
        heads = {unmarked(form.partition("~")[0].lower()) for form in forms if form}
        self._everywhere = "" in heads  # a form that may begin with anything
        self._automaton = AhoCorasick(sorted(heads)) if heads and not self._everywhere else None
        self._also = re.compile(also) if also else None
        self._begins = begins

    @cached_property
    def pattern(self) -> "regex.Pattern[str]":
        """The pattern, compiled on first use."""
        return self._compiled() if callable(self._compiled) else self._compiled

    def finditer(self, text: str) -> Iterator["regex.Match[str]"]:
        """The matches that `regex.finditer` gives, in the same order."""
        small = None if self._everywhere else _small(text)
        if small is None:
            yield from self.pattern.finditer(text)
            return
        starts = self._starts(text, small)
        if not starts:
            return
        if not self._begins:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for start in starts:
            if start >= end and (found := self.pattern.match(text, start)):
                yield found
                end = found.end()

    def _starts(self, text: str, small: str) -> list[int]:
        """Places where a match may begin, in order."""
        found = self._automaton.find_matches_as_indexes(small, overlapping=True) if self._automaton else ()
        starts = {start for _, start, _ in found}
        if self._also:
            starts.update(found.start() for found in self._also.finditer(text))
        return sorted(starts)


@lru_cache(maxsize=4)
def _small(text: str) -> str | None:
    """A text in small letters without accents, all at their places; None where that cannot be.

    Many patterns ask for one paragraph.
    """
    small = unmarked(text.lower())
    return small if text.isascii() or (len(small) == len(text) and not _FOLDED.search(text)) else None
