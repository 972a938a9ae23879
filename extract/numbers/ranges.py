"""Ranges: "resolutions 47/1 to 47/9" names nine resolutions, of which only two are printed."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.model.errors import SymbolError
from extract.numbers.mention import NumberMention
from extract.symbols.number import Designator
from extract.symbols.printed import PrintedSymbol
from extract.symbols.symbol import parse

LONGEST: Final = 20
"""Numbers of one range at most; a longer one locates something rather than citing it."""
_LAST_NUMBER: Final = regex.compile(r"(?P<lead>(?:[^/.]*+[/.])++)(?P<number>\d{1,5})")


@functools.cache
def _joint(lexicon: References) -> regex.Pattern[str]:
    """The pattern of all that may separate the two ends of a range."""
    section = lexicon.numbers
    around = [regex.escape(word) for word in (*section.lead, *section.tail)]
    stop = rf"(?:\s|{'|'.join(around)})*+" if around else r"\s*+"
    return regex.compile(rf"{stop}(?:[-–—]|{words(lexicon.joints.range)}){stop}", regex.V1)


def mentions_between(
    first: NumberMention, last: NumberMention, text: str, lexicon: References
) -> Iterator[NumberMention]:
    """Return the numbers between two ends of one session, each placed on the whole range; none where there is no range.

    Args:
        first: a mention.
        last: the one that follows it in the text.
        text: the paragraph.
        lexicon: the words of its language.
    """
    a, b = first.designator, last.designator
    if not _alike(a, b) or not _joint(lexicon).fullmatch(text, a.outer[1], b.outer[0]):
        return
    for number in _inside(a.number, b.number):
        yield replace(last, start=first.start, designator=replace(b, number=number), date=None)


def _alike(a: Designator, b: Designator) -> bool:
    plain = not (a.letter or b.letter or a.bare or b.bare)
    return plain and (a.form, a.session) == (b.form, b.session)


def symbols_between(
    first: PrintedSymbol, last: PrintedSymbol, text: str, lexicon: References
) -> Sequence[PrintedSymbol]:
    """Return the documents between two ends of one series ("S/2020/1 to S/2020/4"), each placed on the whole range."""
    a, b = (_LAST_NUMBER.fullmatch(str(each.symbol)) for each in (first, last))
    if not a or not b or a["lead"] != b["lead"] or not _joint(lexicon).fullmatch(text, first.end, last.start):
        return ()
    try:
        return [
            PrintedSymbol(first.start, last.end, parse(f"{a['lead']}{number}"))
            for number in _inside(int(a["number"]), int(b["number"]))
        ]
    except SymbolError:
        return ()


def _inside(first: int, last: int) -> range:
    """The numbers between two; none where they are too many."""
    return range(first + 1, last) if 0 < last - first < LONGEST else range(0)
