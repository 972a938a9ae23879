"""`Presence`: whether a text can hold any registered title, told by the words of titles without folding the text.

Most paragraphs name no treaty. A title that stands in a text has all its words there, as pieces of small letters; the
rarest of them is sought by an automaton, and only where it is found the others are looked for.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from extract.language.anchored import small
from extract.language.titles import Titles

Needs = tuple[tuple[str, ...], ...]
"""Of each further word of a title the pieces of which one stands in a text; long pieces first."""

_LONG: Final = 4
"""Letters of a word that is seldom a part of other words."""


class Presence:
    """The words of the titles of one language."""

    def __init__(
        self, titles: Iterable[Sequence[str]], lexicon: Titles, *, spellings: Sequence[Mapping[str, Sequence[str]]]
    ) -> None:
        """Take titles.

        Args:
            titles: their folded words.
            lexicon: the letters of which the folded words are made.
            spellings: folded word -> other words that a text may have for it, in any case; several such tables.
        """
        letters = ((small(sign) or sign, small(other) or other) for sign, other in lexicon.letters.items())
        self._letters = [(sign, other) for sign, other in letters if sign != other]
        known = {frozenset(self._pieces(word, spellings) for word in words) for words in titles}
        needs = _needs(known)
        self._anchors = AhoCorasick(list(needs))
        self._needs = [tuple(sorted(each, key=len)) for each in needs.values()]

    def may_hold(self, text: str) -> bool:
        """Whether a text can hold a title; where it says no, folding the text would find none."""
        lowered = small(text)
        if lowered is None:
            return True
        written = self._lettered(lowered)
        found = {anchor for anchor, _, _ in self._anchors.find_matches_as_indexes(written, overlapping=True)}
        known: dict[tuple[str, ...], bool] = {}  # many titles share their words
        return any(self._holds(written, needs, known) for anchor in found for needs in self._needs[anchor])

    @staticmethod
    def _holds(written: str, needs: Needs, known: dict[tuple[str, ...], bool]) -> bool:
        """Whether a text has all the further words of a title; what is told of each word is kept in `known`."""
        for pieces in needs:
            if pieces not in known:
                known[pieces] = any(piece in written for piece in pieces)
            if not known[pieces]:
                return False
        return True

    def _pieces(self, word: str, spellings: Sequence[Mapping[str, Sequence[str]]]) -> tuple[str, ...]:
        """The pieces of which a text has one where a folded word stands in it."""
        seen, new = {word}, [word]
        while new:
            more = [other for each in new for table in spellings for other in table.get(each, ()) if other not in seen]
            seen.update(more)
            new = more
        return tuple(sorted(map(self._small, seen)))

    def _small(self, word: str) -> str:
        """A word in the letters in which words are sought."""
        return self._lettered(small(word) or word.lower())

    def _lettered(self, lowered: str) -> str:
        """A text in small letters with the letters of folded words."""
        for sign, other in self._letters:
            if sign in lowered:
                lowered = lowered.replace(sign, other)
        return lowered


def _needs(titles: Collection[frozenset[tuple[str, ...]]]) -> Mapping[str, Iterable[Needs]]:
    """A piece of the rarest word of each title -> its other words."""
    often = Counter(word for title in titles for word in title)
    needs: defaultdict[str, set[Needs]] = defaultdict(set)
    for title in titles:
        rare, *others = sorted(title, key=lambda word: (len(word[0]) < _LONG, often[word], -len(word[0]), word))
        for piece in rare:
            needs[piece].add(tuple(sorted(others, key=lambda word: (-len(word[0]), word))))
    return needs
