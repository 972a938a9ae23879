"""Short forms of several treaties that their years tell apart: "the Conventions of 1954 and 1961"."""

import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from extract.language.anchored import Holding
from extract.language.forms import any_of, words
from extract.language.reference_table import PLURALS
from extract.language.references import References
from extract.language.titles import load_titles
from extract.model.cache import compiled

_YEAR: Final = r"(?<!\d)(?<year>(?:1[89]|20)\d\d)(?![\d/])"
_MOST: Final = 6
"""Years of one list."""


class Yearly(NamedTuple):
    """One of the treaties.

    Attributes:
        start, end: its year; with the noun for the year beside it.
        head: the head noun.
        year: the year.
    """

    start: int
    end: int
    head: str
    year: int


@functools.cache
def _pattern(lexicon: References) -> Holding:
    """The pattern of a plural noun with its years behind or before it."""
    section = lexicon.anaphors
    joint = (
        rf"(?:\s?[,،、]\s?|\s?{words([*load_titles(lexicon.language).coordinated.joints, *lexicon.joints.words])}\s?)"
    )
    link = rf"(?:{words(section.years)}\s)?+" if section.years else ""
    year = rf"{_YEAR}(?:{any_of(section.year_after)})" if section.year_after else _YEAR
    years = rf"{year}(?:{joint}{{1,2}}{link}{year}){{1,{_MOST}}}+"
    nouns = "|".join(f"(?<{head}>{words(section.plurals[head])})" for head in PLURALS if section.plurals.get(head))
    noun = rf"(?<noun>{nouns})"
    pattern = rf"{noun}\s{link}{years}|{years}\s?[《«]?{noun}(?![\p{{L}}--\p{{Han}}])"
    forms = [form for head in PLURALS for form in section.plurals.get(head, ())]
    return Holding(compiled(pattern, regex.V1), forms, among=lexicon)


def find_several(text: str, lexicon: References) -> Iterator[Yearly]:
    """Yield one treaty for each year of each list of years beside a plural noun.

    Args:
        text: a paragraph.
        lexicon: the words of its language.
    """
    for match in _pattern(lexicon).finditer(text):
        head = next(head for head in PLURALS if match.groupdict().get(head))
        years = match.spans("year")
        noun = match.span("noun")
        beside = min(years, key=lambda year: max(year[0] - noun[1], noun[0] - year[1]))
        for year in years:
            start, end = (min(year[0], noun[0]), max(year[1], noun[1])) if year == beside else year
            yield Yearly(start, end, head, int(text[slice(*year)]))
