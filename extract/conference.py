"""Decisions and resolutions whose number names the body: 1/CP.21, 3/CMP.1, WHA58.3."""

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


def find_conference_numbers(text: str, lexicon: Lexicon, taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Give every such number with the noun that touches it.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        taken: symbols, and the pinpoints of symbols: "FCCC/CP/2015/10/Add.1, decision 1/CP.21" is a part of a report.
    """
    section = lexicon.table["numbers"]
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if any(a < end and start < b for a, b in taken):
            continue
        symbol = parse(match[0])
        start -= next((len(lead) for lead in section["lead"] if text.endswith(lead, 0, start)), 0)
        end += next((len(tail) for tail in section["tail"] if text.startswith(tail, end)), 0)
        if lexicon.noun_before:
            before = [m.start() for m in lexicon.noun.finditer(text, max(0, start - 40), start) if m.end() == start - 1]
            start = before[0] if before else start
        elif behind := lexicon.noun.match(text, end):
            end = behind.end()
        yield Found(start=start, end=end, kind=symbol.kind, target=str(symbol))
