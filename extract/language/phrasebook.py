"""`Phrasebook`: forms of several words, found at a position of a text, with adverbs allowed between the words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Generic, TypeVar

import regex

from extract.language.anchored import Forms
from extract.text.characters import TATWEEL

T = TypeVar("T")

_MARKS: Final = regex.compile(rf"[\p{{Mn}}{TATWEEL}]++")
_WORD: Final = regex.compile(r"[\w\p{Mn}]++(?:-[\w\p{Mn}]++)*+['’]?+")
_INSIDE: Final = regex.compile(r"[\w\p{Mn}-]")
"""What a word does not begin behind."""
_ODD: Final = regex.compile(rf"[\p{{Mn}}{TATWEEL}’]")
"""Marks in a word that its folded form does not have."""
UNEVEN: Final = re.compile(r"\s\s|[^\S ]")
"""Other white space than single spaces, which is all that most texts have."""
_LONGEST_CACHED: Final = 200
"""Characters of a word whose folded form is cached."""
COMMAS: Final = frozenset(",，،")
_SLOTS: Final = 4
"""Adverbs and adjectives between two words of a form at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Phrasebook(Generic[T]):
    """Forms of one or more words, found by their first word (or character), the longest first.

    Attributes:
        spaced: whether spaces separate words.
        pages: first word or character, folded, to the forms that begin with it, word by word, and their meanings.
        slots: what may come, up to four times, before every word of a form but its first.
    """

    spaced: bool
    pages: Mapping[str, Sequence[tuple[Sequence[str], T]]]
    slots: "Phrasebook[None] | None" = None

    @classmethod
    def of(
        cls, entries: Iterable[tuple[str, T]], *, spaced: bool, slots: "Phrasebook[None] | None" = None
    ) -> "Phrasebook[T]":
        """Index forms; a space inside a form separates its words."""
        pages: defaultdict[str, list[tuple[Sequence[str], T]]] = defaultdict(list)
        for form, meaning in sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])):
            words = [_fold(word) for word in (_WORD.findall(form) if spaced else form.split(" "))]
            pages[words[0] if spaced else words[0][0]].append((words, meaning))
        return cls(spaced, pages, slots)

    def places(self, text: str) -> Iterator[int]:
        """Where a form may begin, in order: anywhere if words are spaced, else at the first characters of forms."""
        if self.pages:
            yield from (at for at, character in enumerate(text) if self.spaced or character in self.pages)

    def words(self, text: str, clitics: Collection[str]) -> Iterator[int]:
        """Where words begin that forms begin with, in order; they may be written together with a clitic before them."""
        if not self.spaced:
            yield from self.places(text)
            return
        places = None if _ODD.search(text) else _beginnings(self, even=not UNEVEN.search(text)).places(text)
        for start in self._of_words(text, clitics) if places is None else places:
            if _begins_word(text, start) or (text[start - 1] in clitics and _begins_word(text, start - 1)):
                yield start

    def _of_words(self, text: str, clitics: Collection[str]) -> Iterator[int]:
        """The same by a look at each word, for a text that has other signs than letters."""
        for found in _WORD.finditer(text):
            word, start = found[0], found.start()
            if _fold(word) in self.pages:
                yield start
            if word[0] in clitics and _fold(word[1:]) in self.pages:
                yield start + 1

    def match(self, text: str, position: int) -> tuple[int, T] | None:
        """The end and the meaning of the form that begins at a position; None if there is none."""
        first, first_end = self.word(text, position)
        seconds: dict[str, int] | None = None
        for words, meaning in self.pages.get(first, ()):
            if self.spaced and len(words) > 1:
                if seconds is None:  # many forms begin with one word: what follows is read once
                    seconds = self._following(text, first_end)
                end, rest = seconds.get(words[1], -1), words[2:]
            else:
                end, rest = first_end if self.spaced else self._end_of(text, position, words[0]), words[1:]
            for word in rest:
                end = self._end_of_next(text, end, word) if end >= 0 else end
            if end >= 0:
                return end, meaning
        return None

    def first(self, text: str) -> tuple[int, T] | None:
        """The end and the meaning of the first form in a text; None if there is none."""
        found = (self.match(text, position) for position in self.words(text, ()))
        return next((each for each in found if each is not None), None)

    def skip(self, text: str, position: int, *, times: int) -> int:
        """The position after at most so many forms, each with the comma and the spaces that follow it."""
        for _ in range(times):
            found = self.match(text, position)
            if found is None:
                break
            position = found[0] + (text[found[0] : found[0] + 1] in COMMAS)
            position = skip_spaces(text, position)
        return position

    def word(self, text: str, position: int) -> tuple[str, int]:
        """The folded word (or the character) at a position, and its end."""
        if not self.spaced:
            return text[position : position + 1], position + 1
        known = _words_of(text)  # several phrasebooks ask for one word
        read = known.get(position)
        if read is None:
            found = _WORD.match(text, position)
            read = known[position] = (_fold(found[0]), found.end()) if found else ("", -1)
        return read

    def _end_of(self, text: str, position: int, word: str) -> int:
        """The end of a word at a position; -1 if it is not there."""
        if not self.spaced:
            return position + len(word) if text.startswith(word, position) else -1
        read, end = self.word(text, position)
        return end if read == word else -1

    def _following(self, text: str, position: int) -> dict[str, int]:
        """The words that may be the next of a form, with their ends: also after what may fill its slot."""
        found: dict[str, int] = {}
        for _ in range(_SLOTS + 1):
            position = skip_spaces(text, position)
            word, end = self.word(text, position)
            found.setdefault(word, end)
            filling = self.slots.match(text, position) if self.slots else None
            if filling is None:
                break
            position = filling[0]
        return found

    def _end_of_next(self, text: str, position: int, word: str) -> int:
        """The end of the next word of a form, after what may fill the slot before it; -1 if it is missing."""
        for _ in range(_SLOTS + 1):
            position = skip_spaces(text, position)
            end = self._end_of(text, position, word)
            filling = self.slots.match(text, position) if end < 0 and self.slots else None
            if filling is None:
                return end
            position = filling[0]
        return -1


@lru_cache(maxsize=4)
def _words_of(_text: str) -> dict[int, tuple[str, int]]:
    """What has been read of a text: position to folded word and end."""
    return {}


@cache
def _beginnings(book: Phrasebook[T], *, even: bool) -> Forms:
    """The first two words of the forms of a phrasebook, or the first where a slot or `even` spaces do not join them."""
    if not even or book.slots:
        return Forms(book.pages)
    return Forms(
        " ".join(words[: 1 if words[0].endswith("'") else 2]) for forms in book.pages.values() for words, _ in forms
    )


def _begins_word(text: str, position: int) -> bool:
    """Whether nothing right before a place is part of a word."""
    return position == 0 or _INSIDE.match(text, position - 1) is None


def skip_spaces(text: str, position: int) -> int:
    """The first position from `position` on that holds no white space."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _fold(word: str) -> str:
    """A word without vowel marks, case and the shape of its apostrophe."""
    return (_folded if len(word) <= _LONGEST_CACHED else _folded.__wrapped__)(word)


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return _MARKS.sub("", word).replace("’", "'").casefold()
