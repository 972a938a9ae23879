"""Short forms of treaties ("the Treaty", 《条约》, «Договор»): where they stand; `Antecedents` says what they mean."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.anchored import Anchored, Holding
from extract.language.finders import finders
from extract.language.forms import NOTHING, words
from extract.language.reference_table import HEADS, Heads
from extract.language.references import References
from extract.mentions.title_dates import is_reviewed
from extract.model.cache import compiled
from extract.model.span import Span, overlaps_any
from extract.resolve.several_years import find_several
from extract.resolve.short_protocols import ProtocolPhrase, protocol_of_short_form, rank_of, within_quotes

_OPENING: Final = "《«“"
_QUOTES: Final = '«“"”'
"""Marks that may stand before a short form where the language has no article."""
_YEARS: Final = r"(?:1[89]|20)\d\d"


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form in the text.

    Attributes:
        start, end: its place.
        head: its head noun, one of `HEADS`.
        year: the year that distinguishes it; None without one.
        noun: the head noun as written, with its modifiers ("Relationship Agreement").
        protocol: the phrase by which a protocol to the treaty is meant ("the Optional Protocol to the Convention").
    """

    start: int
    end: int
    head: str
    year: int | None = None
    noun: str = ""
    protocol: ProtocolPhrase | None = None


@dataclass(frozen=True, slots=True)
class BackReference:
    """A resolution or decision meant again without its number ("paragraph 3 of the said resolution"), and its noun."""

    start: int
    end: int
    noun: str


@functools.cache
def _pattern(lexicon: References) -> Anchored:
    """The pattern of short forms: quoted where the language quotes them (《公约》), else with an article or none."""
    section = lexicon.anaphors
    opening = [word for word in section.before if word and word in _OPENING]
    forms = _forms(section)
    if opening:
        return Holding(compiled(_quoted(lexicon, opening), regex.V1), forms, among=lexicon)
    begin = [word for word in section.before if word] or [*forms, *_QUOTES]
    return Holding(compiled(_plain(lexicon), regex.V1), forms, opening=begin, among=lexicon)


def _quoted(lexicon: References, opening: Sequence[str]) -> str:
    """1954年《公约》, 《1954年公约》."""
    section, marks = lexicon.anaphors, "|".join(regex.escape(mark) for mark in opening)
    dated = rf"(?<year>{_YEARS}){words(section.year_after)}"
    return rf"(?:{marks})(?:(?<=(?:{dated})《)|{dated})?+(?:{_groups(lexicon, section)})》"


def _plain(lexicon: References) -> str:
    """The Convention, the 1954 Convention, l'Accord; Договор where the language has no article."""
    section = lexicon.anaphors
    before = [word for word in section.before if word]
    clause = rf"(?!\s{words(section.clauses)})" if section.clauses else ""
    not_after = rf"(?!\s(?:{words(section.continues)}){clause})" if section.continues else ""
    noun = rf"(?:{_groups(lexicon, section)})(?![\p{{L}}-]){not_after}"
    if not before:
        return rf"[{_QUOTES}]?{noun}"
    elided = "".join(f"|{regex.escape(word)}" for word in before if word.endswith("'"))
    return rf"(?:(?i:{words(before)})\s{elided})(?:(?<year>{_YEARS})\s)?+{noun}"


def _groups(lexicon: References, section: Heads) -> str:
    """Alternation of the head nouns, each in a group of its name."""
    return "|".join(f"(?<{head}>{words(section.of(head), prefixes=lexicon.particles)})" for head in HEADS)


@functools.cache
def _protocols(lexicon: References) -> Anchored:
    """The pattern of quoted titles made of a short form and a protocol (《公约任择议定书》); of nothing elsewhere."""
    opening = [word for word in lexicon.anaphors.before if word and word in _OPENING]
    marks = "|".join(regex.escape(mark) for mark in opening)
    pattern = rf"(?:{marks})(?:{_groups(lexicon, lexicon.anaphors)}){within_quotes(lexicon)}》" if opening else NOTHING
    forms = _forms(lexicon.anaphors) if opening else []
    return Holding(compiled(pattern, regex.V1), forms, among=lexicon)


def _titled(match: regex.Match[str], lexicon: References) -> ProtocolPhrase:
    """The protocol that a quoted title names."""
    return ProtocolPhrase(match.start(), match.end(), rank_of(match["rank"], lexicon))


def _forms(section: Heads) -> list[str]:
    """All forms of the head nouns."""
    return [form for head in HEADS for form in section.of(head)]


@functools.cache
def _construct(lexicon: References) -> Anchored:
    """The pattern of a head noun that only a year makes definite (اتفاقية عام 1954)."""
    section = lexicon.heads
    pattern = compiled(rf"(?:{_groups(lexicon, section)}){_of_year(lexicon)}", regex.V1)
    return Anchored(pattern, _forms(section), among=lexicon)


@functools.cache
def _year(lexicon: References) -> regex.Pattern[str]:
    """The pattern of " of 1954" after a short form."""
    return compiled(_of_year(lexicon), regex.V1)


def _of_year(lexicon: References) -> str:
    linking = words(lexicon.anaphors.years)
    return rf"(?:\s{linking}\s|\s)(?<after>{_YEARS})(?![\d/])"


@functools.cache
def _back(lexicon: References) -> Anchored:
    """The pattern of "the said resolution" that nothing after it makes another one."""
    forms = [*lexicon.nouns.resolution, *lexicon.nouns.decision]
    before = [word for word in lexicon.anaphors.before if word]
    lead = rf"(?:(?i:{words(before)})\s)" if before else ""
    pattern = compiled(rf"{lead}(?<noun>{words(forms)})(?!\s?[\d«“\"(])", regex.V1)
    return Holding(pattern, forms, opening=before or forms, among=lexicon)


def find_back_references(text: str, lexicon: References) -> tuple[BackReference, ...]:
    """Find resolutions and decisions meant again without their number; none where nouns follow their number."""
    if not lexicon.noun_before:
        return ()
    own = [Span(*m.span()) for m in finders(lexicon).present.finditer(text)]
    found = (BackReference(m.start(), m.end(), m["noun"]) for m in _back(lexicon).finditer(text))
    return tuple(b for b in found if not overlaps_any(b, own))


def find_short_forms(text: str, lexicon: References) -> tuple[ShortForm, ...]:
    """Find every short form of a paragraph; the caller drops those inside known titles."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        after = _year(lexicon).match(text, match.end())
        year = match.groupdict().get("year") or (after["after"] if after else None)
        head = _head(match)
        phrase = None if year else protocol_of_short_form(text, match.start(), match.end(), lexicon)
        found.append(ShortForm(match.start(), match.end(), head, int(year) if year else None, match[head], phrase))
    found += [
        ShortForm(match.start(), match.end(), _head(match), noun=match[_head(match)], protocol=_titled(match, lexicon))
        for match in _protocols(lexicon).finditer(text)
    ]
    found += [
        ShortForm(match.start(), match.start("after"), _head(match), int(match["after"]))
        for match in _construct(lexicon).finditer(text)
    ]
    several = [ShortForm(each.start, each.end, each.head, each.year) for each in find_several(text, lexicon)]
    single = (short for short in found if not overlaps_any(Span(short.start, short.end), several))
    every = sorted([*single, *several], key=lambda short: short.start)
    return tuple(_outside_conferences(text, every, lexicon))


def _outside_conferences(text: str, found: Sequence[ShortForm], lexicon: References) -> Iterator[ShortForm]:
    """The short forms that belong to no name of a conference: "to review the Treaty in 2010"."""
    for short in found:
        if not is_reviewed(text, short.start, lexicon) or not _year(lexicon).match(text, short.end):
            yield short


def _head(match: regex.Match[str]) -> str:
    return next(head for head in HEADS if match.groupdict().get(head) is not None)
