"""Decisions and resolutions whose number names the body: 1/CP.21, 3/CMP.1, WHA58.3."""

import functools
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from extract.found import Found
from extract.lexicon import Lexicon
from extract.symbol import parse

_NUMBER: Final = regex.compile(
    r"(?<![[\p{L}--\p{Han}]\d/.-])(?:\d{1,3}/(?:CP|CMP|CMA|COP|MOP)\.\s?\d{1,3}|WHA\s?\d{1,2}\.\d{1,3})(?![[\p{L}--\p{Han}]\d/]|\.\d)",
    regex.V1,
)


_CLIMATE: Final = "CP"
_DESERTS: Final = "COP"
"""The mark by which two conventions number, where a language has one word for both."""


@functools.cache
def _own(lexicon: Lexicon) -> regex.Pattern[str]:
    """The pattern of a number in the language's own letters."""
    return regex.compile(rf"(?<![\w/.-])(?<number>\d{{1,3}})/{own_marks(lexicon)}(?<session>\d{{1,3}})(?!\d)", regex.V1)


def own_marks(lexicon: Lexicon) -> str:
    """The pattern of what a language sets between the number and the session of such a decision, in its own letters."""
    forms = lexicon.table["numbers"]["conference"]
    return f"(?:{'|'.join(regex.escape(form, special_only=True) for form in forms)})" if forms else "(?!)"


def find_conference_numbers(
    text: str, lexicon: Lexicon, taken: Sequence[tuple[int, int]], *, recent: Sequence[str] = ()
) -> Iterator[Found]:
    """Give every such number with the noun that touches it.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        taken: symbols, and the pinpoints of symbols: "FCCC/CP/2015/10/Add.1, decision 1/CP.21" is a part of a report.
        recent: the bodies named so far, the last one last.
    """
    named = next((body for body in reversed(recent) if body in {"unfccc-cop", "unccd-cop"}), None)
    mark = _DESERTS if named == "unccd-cop" else _CLIMATE
    numbers = [(m.span(), m[0]) for m in _NUMBER.finditer(text)]
    numbers += [(m.span(), f"{m['number']}/{mark}.{m['session']}") for m in _own(lexicon).finditer(text)]
    for (start, end), written in sorted(numbers):
        if any(a < end and start < b for a, b in taken):
            continue
        symbol = parse(written)
        first, last = _with_noun(text, start, end, lexicon)
        yield Found(start=first, end=last, kind=symbol.kind, target=str(symbol))


def _with_noun(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The place of a number with the noun that touches it, and with 第 … 号."""
    section = lexicon.table["numbers"]
    first = start - next((len(lead) for lead in section["lead"] if text.endswith(lead, 0, start)), 0)
    last = end + next((len(tail) for tail in section["tail"] if text.startswith(tail, end)), 0)
    if not lexicon.noun_before:
        behind = lexicon.noun.match(text, last)
        return first, behind.end() if behind else last
    before = [m.start() for m in lexicon.noun.finditer(text, max(0, first - 40), first) if m.end() == first - 1]
    return before[0] if before else first, last
