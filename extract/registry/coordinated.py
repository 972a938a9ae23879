"""`Coordinated`: titles with several years ("the 2000 and 2010 Review Conferences") as one title for each year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.titles import Titles
from extract.registry.folding import Folded, Folding
from extract.registry.forms import Candidate

_REACH: Final = 40  # words on either side that a title may have
_MOST: Final = 6  # years of one list
_BETWEEN: Final = regex.compile(r"[\s\p{Po}\p{L}\p{M}\d]{0,24}")
_Date = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Yearly:
    """The words around a list of years as they are for one of them.

    Attributes:
        folded: the words, plural nouns in the singular, with this year only.
        year: the year.
        at: words before the year.
        places: where each of the words stands in the text as it was folded.
    """

    folded: Folded
    year: str
    at: int
    places: tuple[int, ...]

    def names(self, found: Candidate) -> bool:
        """Whether a title found in these words is that of the year."""
        form = found.form
        return form.years == {self.year} and len(form.entries) == 1 and found.first <= self.at <= found.last

    def at_its_place(self, found: Candidate) -> Candidate:
        """The same title among the words of the whole text."""
        return replace(found, first=self.places[found.first], last=self.places[found.last - 1] + 1)


class Coordinated:
    """Reads the lists of years of one language."""

    def __init__(self, lexicon: Titles, folding: Folding) -> None:
        """Fold the words that join years, and the plural nouns that go with several years."""
        section = lexicon.coordinated
        self._joints = {word for joint in section.joints for word in folding.fold(joint).words}
        self._singular = {
            plural: (folding.fold(singular).words or [""])[0]
            for form, singular in section.singular.items()
            for plural in folding.fold(form).words
        }

    @property
    def spellings(self) -> Mapping[str, Sequence[str]]:
        """Folded noun in the singular -> its plurals, folded."""
        plurals: defaultdict[str, list[str]] = defaultdict(list)
        for plural, singular in self._singular.items():
            plurals[singular].append(plural)
        return plurals

    def of(self, text: str, folded: Folded) -> Iterator[Yearly]:
        """Yield the surroundings of each list of years, once for each of its years.

        Args:
            text: flowing text.
            folded: the same, folded.
        """
        for dates in self._lists(text, folded):
            for date in dates[:_MOST]:
                yield self._of_year(folded, dates, date)

    def _lists(self, text: str, folded: Folded) -> Iterator[Sequence[_Date]]:
        """Dates that nothing but commas and a word for "and" parts."""
        run: list[_Date] = []
        for date in folded.years:
            if run and not self._joined(text, folded, run[-1], date):
                yield from [run] if len(run) > 1 else []
                run = []
            run.append(date)
        yield from [run] if len(run) > 1 else []

    def _joined(self, text: str, folded: Folded, one: _Date, other: _Date) -> bool:
        """Whether nothing but a comma and words that join stands between two dates."""
        between = folded.words[one[0] : other[0]]
        plain = one[2] < other[1] and _BETWEEN.fullmatch(text, one[2], other[1]) is not None
        return plain and self._joints.issuperset(between)

    def _of_year(self, folded: Folded, dates: Sequence[_Date], date: _Date) -> Yearly:
        """The words around a list of dates with one of them."""
        first, last = dates[0][0], dates[-1][0]
        before, after = range(max(first - _REACH, 0), first), range(last, min(last + _REACH, len(folded.words)))
        words = [(at, self._singular.get(folded.words[at], folded.words[at])) for at in (*before, *after)]
        kept = [(at, word) for at, word in words if word]
        at = sum(place < first for place, _ in kept)
        alone = Folded(
            [word for _, word in kept],
            [folded.starts[place] for place, _ in kept],
            [folded.ends[place] for place, _ in kept],
            [(at, dates[0][1], dates[-1][2], date[3])],
        )
        return Yearly(alone, date[3], at, tuple(place for place, _ in kept))


def merged(found: Sequence[Candidate]) -> Candidate:
    """The titles of the years of a list as one that names all of their texts."""
    entries = tuple(dict.fromkeys(entry for each in found for entry in each.form.entries))
    first = found[0]
    return replace(
        first,
        start=min(each.start for each in found),
        end=max(each.end for each in found),
        form=replace(first.form, entries=entries),
    )
