"""Articles of a treaty that is annexed, or enacted in the text: their paragraphs are labelled by them."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import regex

from extract.language.references import load_reference_table
from extract.language.structure import Structure
from extract.layout.outline import Outline
from extract.layout.survey import after_number, is_heading, read_numbers
from extract.model.label import HEAD, HEADING, TAIL, TITLE, Label
from extract.text.numerals import HAN_NUMERAL, from_han, from_roman

_HAN: Final = regex.compile(r"\p{Han}")
_SKIPPED: Final = 2  # numbers of articles that may be missing between two headings
_SKIPPED_PARAGRAPHS: Final = 3
_FEWEST: Final = {True: 2, False: 3}
"""Whether they stand in an annex -> how many articles make a treaty."""
_ELSEWHERE: Final = frozenset([HEAD, TITLE, TAIL])
_LONGEST_NUMERAL: Final = 40


def label_articles(labels: Sequence[Label], texts: Sequence[str], frame: Structure) -> list[Label]:
    """Label the paragraphs of articles: `annex/art3`, `annex/art3(1)`, `annex/art3(1)(a)`.

    Args:
        labels: the labels of all paragraphs.
        texts: their flowing texts.
        frame: what frames a document in their language.

    Returns:
        The labels; those outside articles as they are.
    """
    made = list(labels)
    start = 0
    for annex, part in itertools.groupby(labels, key=lambda label: label.annex):
        end = start + sum(1 for _ in part)
        headings = _find_headings(texts, range(start, end), frame)
        if len(headings) >= _FEWEST[bool(annex)]:
            made[start:end] = _Articles(labels, texts, frame, headings, Label(annex)).labels(start, end)
        start = end
    return made


def _find_headings(texts: Sequence[str], part: range, frame: Structure) -> dict[int, int]:
    """The places of the headings of articles, counted from 1, and their numbers."""
    pattern = _heading(frame.language)
    found: dict[int, int] = {}
    last = 0
    for index in part:
        heading = pattern.match(texts[index]) if len(texts[index]) >= _SHORTEST else None
        if heading is None:
            continue
        number = _number(heading["number"]) or last + 1
        if last < number <= last + _SKIPPED or number == 1:
            found = {} if number == 1 and len(found) < _FEWEST[True] else found
            found[index], last = number, number
    return found


_SHORTEST: Final = 3


@cache
def _heading(language: str) -> "regex.Pattern[str]":
    """The heading of an article with its number, alone or before a title or the text."""
    words = sorted(load_reference_table(language).pinpoints.articles, key=len, reverse=True)
    named = "|".join(regex.escape(word) for word in words)
    if any(_HAN.match(word) for word in words):
        return regex.compile(
            rf"\p{{Han}}\s?(?P<number>\d{{1,3}}|[{HAN_NUMERAL}]{{1,6}})\s?(?:{named})(?:\Z|[\s.:、：])"
        )
    numeral = rf"\d{{1,3}}|[IVXLC]{{1,7}}|\p{{L}}{{2,{_LONGEST_NUMERAL}}}(?=\Z)"
    return regex.compile(rf"(?i:{named})\s(?P<number>{numeral})(?:\Z|\s?[.:\-–—])")


def _number(written: str) -> int | None:
    """The number that is written; None for a word, which counts on from the article before."""
    if written.isdecimal():
        return int(written)
    return from_roman(written) or from_han(written)


class _Articles:
    """Reads the paragraphs of a part that has articles."""

    def __init__(
        self, labels: Sequence[Label], texts: Sequence[str], frame: Structure, headings: Mapping[int, int], annex: Label
    ) -> None:
        self._given, self._texts, self._headings, self._annex = labels, texts, headings, annex
        self._numbers = read_numbers(texts)
        self._outline = Outline(frame)
        self._article: Label | None = None
        self._last = 0  # number of the last paragraph of the article

    def labels(self, start: int, end: int) -> Iterator[Label]:
        """The labels of the paragraphs between two places."""
        for index in range(start, end):
            yield self._label(index)

    def _label(self, index: int) -> Label:
        given, text = self._given[index], self._texts[index]
        if index in self._headings:
            self._article = Label.of_article(self._headings[index]).under(self._annex)
            self._outline.restart(self._article)
            self._last = 0
            return self._article
        if self._article is None or given in _ELSEWHERE:
            return given
        number, following = self._numbers[index], "".join(self._texts[index + 1 : index + 2])
        if number is None and is_heading(text) and self._leads(index):
            return self._annex or HEADING
        if number is not None and self._last < number <= self._last + _SKIPPED_PARAGRAPHS:
            self._last = number
            self._outline.restart(self._article.item(str(number)))
            return self._outline.read(after_number(text), following) or self._outline.chapeau
        return self._outline.read(text, following) or self._outline.here

    def _leads(self, index: int) -> bool:
        """Whether a heading is that of a part: one of the next two paragraphs is the heading of an article."""
        return any(at in self._headings for at in (index + 1, index + 2))
