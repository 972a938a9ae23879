"""`Folding`: a text as folded words, so that case, endings, particles, articles and years do not hide a title."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from extract.language.titles import YEAR, Titles

_LONGEST: Final = 40  # a longer word cannot be in a title; it is left unfolded so that hostile text is cheap
_BREAKS: Final = ".;:!?。；：！？…"
_ANY_YEAR: Final = regex.compile(r"(?:1[6-9]|20)\d\d(?!\d)")
_WORD: Final = r"\p{L}[\p{L}\p{M}]{0,200}+|\d++"
_CHARACTER: Final = r"\p{Han}|[\p{L}--\p{Han}][[\p{L}\p{M}]--\p{Han}]{0,200}+|\d++"


@dataclass(frozen=True, slots=True)
class Folded:
    """The words of a text in order.

    Attributes:
        words: the folded words; sentence breaks are separate words, articles and dates are left out.
        starts: where each word starts in the text.
        ends: one past where it ends.
        years: the dates left out: how many words stand before, start of the year, end of the date, the year.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    years: list[tuple[int, int, int, str]]


class Folding:
    """Folds the texts of one language.

    Attributes:
        lexicon: its words.
        spellings: folded word -> the words that count as the same.
    """

    def __init__(self, lexicon: Titles) -> None:
        """Compile what the lexicon says."""
        self.lexicon = lexicon
        optional = [word.casefold() for word in lexicon.optional]
        unit = _WORD if lexicon.unit == "word" else _CHARACTER
        strings = [regex.escape(word) for word in (*optional, *lexicon.same) if len(word) > 1]
        strings = sorted(strings, key=len, reverse=True) if lexicon.unit == "character" else []
        dates = [pattern.replace("{year}", YEAR) for pattern in (*lexicon.dates, "{year}")]
        dates = [rf"(?<!\d){pattern}" for pattern in dates]
        skipped = [rf"(?P<skipped>{pattern})" for pattern in lexicon.insertions]
        others = [*strings, unit, f"[{_BREAKS}]"]
        self._tokens = regex.compile("|".join([*skipped, *dates, *others]), regex.V1)
        self._dateless = regex.compile("|".join([*skipped, *others]), regex.V1)
        self._fold = lru_cache(maxsize=1 << 14)(_folder(lexicon, frozenset(optional)))
        self._numbers = {ending: number for number in ("singular", "plural") for ending in getattr(lexicon, number)}
        self._endings = sorted({*lexicon.endings, *self._numbers}, key=len, reverse=True)
        self.spellings: Mapping[str, Sequence[str]] = _spellings(lexicon, self._fold)

    def fold(self, text: str) -> Folded:
        """Fold a text; every word keeps its place."""
        folded = Folded([], [], [], [])
        words, starts, ends, fold = folded.words, folded.starts, folded.ends, self._fold
        for match in (self._tokens if _ANY_YEAR.search(text) else self._dateless).finditer(text):
            if group := match.lastgroup:
                if group != "skipped":
                    folded.years.append((len(words), match.start("year"), match.end(), match["year"]))
            elif word := fold(match[0]):
                start, end = match.span()
                words.append(word)
                starts.append(start)
                ends.append(end)
        return folded

    def numbers(self, text: str, folded: Folded, first: int = 0, last: int | None = None) -> tuple[str, ...]:
        """Return the grammatical number per folded word: `singular`, `plural`, or empty where it is ambiguous."""
        if not self._numbers:
            return ()
        places = zip(folded.starts[first:last], folded.ends[first:last], strict=True)
        return tuple(self._number(text[start:end].casefold()) for start, end in places)

    def _number(self, word: str) -> str:
        longest = next((ending for ending in self._endings if word.endswith(ending)), "")
        return self._numbers.get(longest, "")


def _folder(lexicon: Titles, optional: frozenset[str]) -> Callable[[str], str]:
    """The function that folds one word; an optional word becomes the empty text."""
    letters = {ord(letter): value for letter, value in lexicon.letters.items()}
    same = {word.casefold(): other.casefold() for word, other in lexicon.same.items()}
    prefixes = tuple(sorted((_spell(prefix, letters) for prefix in lexicon.prefixes), key=len, reverse=True))
    endings = tuple(sorted((_spell(ending, letters) for ending in lexicon.endings), key=len, reverse=True))
    least = lexicon.stem

    def stem(word: str) -> str:
        plain = word.casefold()
        plain = same.get(plain, plain).translate(letters)
        if len(plain) > _LONGEST:
            return plain
        while prefix := next((p for p in prefixes if plain.startswith(p) and len(plain) - len(p) >= least), ""):
            plain = plain[len(prefix) :]
        ending = next((e for e in endings if plain.endswith(e) and len(plain) - len(e) >= least), "")
        return plain[: len(plain) - len(ending)]

    left_out = {"", *map(stem, optional)}
    return lambda word: "" if (folded := stem(word)) in left_out else folded


def _spellings(lexicon: Titles, fold: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    """Folded word -> the words that count as the same."""
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for word in lexicon.same:
        spellings[fold(word)].append(word)
    return spellings


def _spell(text: str, letters: Mapping[int, str]) -> str:
    """An affix in the letters of folded words."""
    return text.casefold().translate(letters)
