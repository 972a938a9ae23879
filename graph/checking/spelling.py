"""`Speller`: titles of treaties that a text spells wrongly, in one word.

A title with one wrong word is right in its first half or in its last. So the halves of all titles are indexed, as
folded words (`extract.registry.folding`: no case, no articles, no endings), and a text is looked through once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from extract.language.titles import load_titles
from extract.model.errors import DataError
from extract.model.span import Span, contains, overlaps_any
from extract.registry.folding import Folding
from extract.registry.registry import Registry, load_registry
from graph.checking.likeness import slip

_FEWEST: Final = {"word": 4, "character": 8}
"""Folded words or characters of the shortest title whose misspelling can be told."""
_HAN: Final = regex.compile(r"\p{Han}")
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A misspelt title.

    Attributes:
        start, end: its span in the text.
        right: the title as it should be.
    """

    start: int
    end: int
    right: str


class Speller:
    """The titles of one language."""

    def __init__(self, registry: Registry, language: str) -> None:
        """Index the full titles of treaties.

        Raises:
            DataError: there are no tables for the language.
        """
        titles = load_titles(language)
        self._folding = Folding(titles)
        self._by_head: defaultdict[_Words, list[tuple[_Words, str]]] = defaultdict(list)
        self._by_tail: defaultdict[_Words, list[tuple[_Words, str]]] = defaultdict(list)
        for treaty in registry.treaties.values():
            for title in treaty.titles.get(language, ()):
                folded = tuple(self._folding.fold(title).words)
                if len(folded) >= _FEWEST[titles.unit]:
                    middle = len(folded) // 2
                    self._by_head[folded[:middle]].append((folded, title))
                    self._by_tail[folded[middle:]].append((folded, title))
        self._lengths = sorted({len(half) for half in (*self._by_head, *self._by_tail)})

    def slips(self, text: str, taken: Sequence[Span]) -> Iterator[Slip]:
        """Yield the titles with one wrong word.

        Args:
            text: a paragraph.
            taken: spans of what was recognised; a title that overlaps one is right.
        """
        folded = self._folding.fold(text)
        words = tuple(folded.words)
        found: dict[tuple[int, int], Slip] = {}
        for first, title, right in self._candidates(words):
            if first >= 0 and _one_wrong(words[first : first + len(title)], title):
                start, end = folded.starts[first], folded.ends[first + len(title) - 1]
                if not overlaps_any(Span(start, end), taken):
                    found.setdefault((start, end), Slip(start, end, right))
        for span, slip_found in sorted(found.items()):
            if not any(other != span and contains(Span(*other), Span(*span)) for other in found):
                yield slip_found

    def _candidates(self, words: _Words) -> Iterator[tuple[int, _Words, str]]:
        """Yield where a title might begin, its folded words, and the title, wherever one of its halves stands."""
        for place in range(len(words)):
            for length in self._lengths:
                half = words[place : place + length]
                if len(half) < length:
                    break
                for title, right in self._by_head.get(half, ()):
                    yield place, title, right
                for title, right in self._by_tail.get(half, ()):
                    yield place + length - len(title), title, right


def _one_wrong(words: _Words, title: _Words) -> bool:
    """Whether one word is misspelt and all others are right."""
    if len(words) != len(title):
        return False
    wrong = [(one, other) for one, other in zip(words, title, strict=True) if one != other]
    return len(wrong) == 1 and (slip(*wrong[0]) or all(map(_is_character, wrong[0])))


def _is_character(word: str) -> bool:
    return len(word) == 1 and bool(_HAN.match(word))


@cache
def speller_of(language: str) -> Speller | None:
    """The speller of a language with the registry that ships; None for a language without tables."""
    try:
        return Speller(load_registry(), language)
    except DataError:
        return None
