"""Decisions and resolutions whose number includes or implies the body: 1/CP.21, 3/CMP.1, WHA58.3, A.1118(30)."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.finders import finders
from extract.language.references import References
from extract.mentions.candidate import Resolved
from extract.model.span import Span, overlaps_any
from extract.symbols.symbol import AGENCIES, parse
from extract.text.characters import to_latin

_BEGIN: Final = r"(?<![[\p{L}--\p{Han}]\d/.-])"
_END: Final = r"(?![[\p{L}--\p{Han}]\d/]|\.\d)"
_NUMBER: Final = regex.compile(
    rf"{_BEGIN}(?:\d{{1,3}}/(?:CP|CMP|CMA|COP|MOP)\.\s?\d{{1,3}}|WHA\s\d{{1,2}}\.\d{{1,3}}|{AGENCIES}){_END}", regex.V1
)
_SIGNS: Final = "/(W"
"""Every number that names its body has one of these."""
_MAYBE: Final = re.compile(r"/[CM]|WHA|\d\(\d{1,3}\)")
"""What every number of these bodies holds."""
_MAYBE_HEALTH: Final = re.compile(r"[2-9]\d[.(-]\d")
"""What every bare number of the World Health Assembly holds; most paragraphs hold none."""
_CLIMATE: Final = "CP"
_DESERTS: Final = "COP"
"""The marks of two conventions, where a language has one word for both."""
_HEALTH: Final = "world-health-organization"
_LISTED: Final = 48
"""Characters (a date) between two members of a list of resolutions of the World Health Assembly."""
_JOINT: Final = 8
"""Characters of "and", a comma or the like before a further member of a list."""
_NOUN: Final = 40
"""Characters of a noun before its number."""
_MADE: Final = "symbol made of body and number"


def _marks(lexicon: References) -> Mapping[str, Sequence[str]]:
    """Mark -> its forms in the letters of the language; the empty mark is that of the convention named last."""
    section = lexicon.numbers
    return {"": section.conference, "CMA": section.paris, "CMP": section.kyoto}


def _any(forms: Sequence[str]) -> str:
    return "|".join(regex.escape(form, special_only=True) for form in forms) or "(?!)"


def own_marks(lexicon: References) -> str:
    """The pattern of what separates number and session of such a decision in the letters of the language."""
    return f"(?:{_any([form for forms in _marks(lexicon).values() for form in forms])})"


@functools.cache
def _own(lexicon: References) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The patterns of numbers in the letters of the language, each with the mark that it stands for."""
    glued = rf"|(?<=(?<!\p{{L}})[{lexicon.particles}])" if lexicon.particles else ""  # "and" written onto the number
    number, session = rf"(?:(?<![\w/.-]){glued})(?<number>\d{{1,3}})/", r"(?<session>\d{1,3})(?!\d)"
    return tuple(
        (mark, regex.compile(rf"{number}(?:{_any(forms)}){session}", regex.V1))
        for mark, forms in _marks(lexicon).items()
    )


@functools.cache
def _health(lexicon: References) -> regex.Pattern[str]:
    """The pattern of a resolution of the World Health Assembly by its bare number: 58.16, in Arabic 58-16, 73(12)."""
    own = rf"(?:(?<named>{_any(lexicon.numbers.health)})\s?)?+"
    return regex.compile(
        rf"{_BEGIN}{own}(?<session>[2-9]\d)(?:[.-](?<number>\d{{1,2}})|\((?<decision>\d{{1,2}})\)){_END}", regex.V1
    )


def find_conference_numbers(
    text: str, lexicon: References, taken: Sequence[Span], *, recent: Sequence[str] = ()
) -> Iterator[Resolved]:
    """Find every such number with the noun that touches it.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        taken: symbols, and the pinpoints of symbols: "FCCC/CP/2015/10/Add.1, decision 1/CP.21" is a part of a report.
        recent: the bodies named so far, in order.
    """
    numbers = _written(text, lexicon, recent) if any(sign in text for sign in _SIGNS) else []
    for (start, end), written in sorted(numbers):
        if not overlaps_any(Span(start, end), taken):
            symbol = parse(written)
            first, last = _with_noun(text, start, end, lexicon)
            yield Resolved(start=first, end=last, kind=symbol.kind, target=str(symbol))
    if _MAYBE_HEALTH.search(text):
        yield from _of_health_assembly(text, lexicon, [*taken, *(span for span, _ in numbers)])


def _written(text: str, lexicon: References, recent: Sequence[str]) -> list[tuple[Span, str]]:
    """The numbers that name their body, each with its place."""
    latin = to_latin(text)
    numbers = [(Span(*m.span()), m[0]) for m in _NUMBER.finditer(latin)] if _MAYBE.search(latin) else []
    return [*numbers, *(_in_own_letters(text, lexicon, recent) if "/" in text else ())]


def _in_own_letters(text: str, lexicon: References, recent: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """The numbers in the letters of the language; the mark of two conventions is that of the one named last."""
    named = next((body for body in reversed(recent) if body in {"unfccc-cop", "unccd-cop"}), None)
    implied = _DESERTS if named == "unccd-cop" else _CLIMATE
    for mark, pattern in _own(lexicon):
        for m in pattern.finditer(text):
            yield Span(*m.span()), f"{m['number']}/{mark or implied}.{m['session']}"


def _of_health_assembly(text: str, lexicon: References, taken: Sequence[Span]) -> Iterator[Resolved]:
    """Resolutions of the World Health Assembly by their bare numbers, which many other things are written like.

    The abbreviation precedes the number, or the paragraph names the Assembly and a noun or the name touches the
    number, or the number continues a list of such resolutions.
    """
    bodies = [m.end() for m in finders(lexicon).body.finditer(text) if lexicon.full(m.group()) == _HEALTH]
    listed = [end for start, end in taken if text.startswith("WHA", start)]
    for match in _health(lexicon).finditer(text):
        start, end = match.span()
        if overlaps_any(Span(start, end), taken):
            continue
        first, last = _with_noun(text, start, end, lexicon)
        touched = (first, last) != (start, end) or start - 1 in bodies
        if not (match["named"] or (bodies and touched) or _continues(text, start, listed, lexicon)):
            continue
        listed.append(end)
        yield _of_health(match, first, last)


def _of_health(match: regex.Match[str], start: int, end: int) -> Resolved:
    """The reference that a number of the World Health Assembly makes; inferred where its abbreviation is left out."""
    number = f".{match['number']}" if match["number"] else f"({match['decision']})"
    target = f"WHA{match['session']}{number}"
    found = Resolved(start=start, end=end, kind=parse(target).kind, target=target)
    return found if match["named"] else replace(found, certainty="inferred", note=_MADE)


def _continues(text: str, start: int, listed: Sequence[int], lexicon: References) -> bool:
    """Whether a number continues a list: "and" or a comma is before it, and a member ends shortly before that."""
    near = any(0 < start - end <= _LISTED for end in listed)
    return near and lexicon.joint.search(text, start - _JOINT, start) is not None


def _with_noun(text: str, start: int, end: int, lexicon: References) -> tuple[int, int]:
    """The place of a number with the noun that touches it, and with 第 … 号."""
    section = lexicon.numbers
    first = start - next((len(lead) for lead in section.lead if text.endswith(lead, 0, start)), 0)
    last = end + next((len(tail) for tail in section.tail if text.startswith(tail, end)), 0)
    if not lexicon.noun_before:
        noun = lexicon.noun.match(text, last)
        return first, noun.end() if noun else last
    before = [m.start() for m in lexicon.noun.finditer(text, max(0, first - _NOUN), first) if m.end() == first - 1]
    return before[0] if before else first, last
