"""Protocols named by the short form of their treaty: "the Second Optional Protocol to the Covenant"."""

import functools
from collections.abc import Sequence
from typing import Final, NamedTuple

import regex

from extract.language.forms import any_of, words
from extract.language.references import References
from extract.model.cache import compiled
from extract.registry.registry import Registry, Treaty
from extract.text.numerals import from_han

_PHRASE: Final = 80
"""Characters of "the Second Optional Protocol to" before a short form."""
_INSIDE: Final = r"[^《》\s]{0,3}?"
"""What may count a protocol within a quoted title."""


class ProtocolPhrase(NamedTuple):
    """A protocol by the short form of its treaty.

    Attributes:
        start, end: its place, the short form included.
        rank: which of the treaty's protocols it is, from 1; 0 where the text does not count them.
    """

    start: int
    end: int
    rank: int


@functools.cache
def _before(lexicon: References) -> regex.Pattern[str]:
    """The pattern of the words before a short form."""
    section, flags = lexicon.anaphors, regex.V1 | regex.IGNORECASE
    counted = words(form for forms in lexicon.parts.ordinals for form in forms)
    definite = rf"(?:{words(word for word in section.before if word)}\s)?"
    noun = words(section.of("protocol"), prefixes=lexicon.particles)
    link = rf"(?:\s{words(form for form in section.protocol_to if form)}|{'' if '' in section.protocol_to else '(?!)'})"
    return compiled(rf"{definite}(?:(?<rank>{counted})\s)?{noun}(?:\s(?<rank>{counted}))?{link}\s?\Z", flags)


@functools.cache
def _behind(lexicon: References) -> regex.Pattern[str]:
    """The pattern of the words behind a quoted short form."""
    of, noun = any_of(lexicon.pinpoints.possessive), any_of(lexicon.anaphors.of("protocol"))
    return compiled(rf"(?:{of})?《?(?<rank>{_INSIDE})(?:{noun})》?", regex.V1)


@functools.cache
def within_quotes(lexicon: References) -> str:
    """The pattern of what follows the head noun in a title that is a short form and a protocol."""
    noun = any_of(lexicon.anaphors.of("protocol"))
    return rf"(?<rank>{_INSIDE})(?:{noun})(?=》)"


def protocol_of_short_form(text: str, start: int, end: int, lexicon: References) -> ProtocolPhrase | None:
    """The protocol that the words around a short form name; None where they name none.

    Args:
        text: the paragraph.
        start: where the short form begins.
        end: one past its last code point.
        lexicon: the words of its language.
    """
    if lexicon.date_before:
        match = _behind(lexicon).match(text, end)
        return ProtocolPhrase(start, match.end(), rank_of(match["rank"], lexicon)) if match else None
    if text[start] in lexicon.script.conjunctions:
        return None  # "the Protocol and the Convention" in a language that writes "and" onto the next word
    first = max(0, start - _PHRASE)
    match = _before(lexicon).search(text[first:start])
    return ProtocolPhrase(first + match.start(), end, rank_of(match["rank"] or "", lexicon)) if match else None


def rank_of(counted: str, lexicon: References) -> int:
    """The number that an ordinal means; 0 for none."""
    for rank, forms in enumerate(lexicon.parts.ordinals, 1):
        if counted.casefold() in forms:
            return rank
    return from_han(counted.strip("".join((*lexicon.script.before_number, *lexicon.pinpoints.possessive)))) or 0


def choose_protocol(
    treaty: Treaty, phrase: ProtocolPhrase, registry: Registry, *, own: Sequence[Treaty], until: int | None
) -> Treaty | None:
    """The protocol of a treaty that a phrase means; None where it may be one of several.

    Args:
        treaty: the treaty that the short form means.
        phrase: the phrase.
        registry: the treaties.
        own: the treaties of the committee that issued the document.
        until: year of the document; None when not known.
    """
    protocols = _protocols_to(treaty, registry, until)
    if phrase.rank:
        return protocols[phrase.rank - 1] if phrase.rank <= len(protocols) else None
    meant = [each for each in protocols if each in own] or protocols
    return meant[0] if len(meant) == 1 else None


def _protocols_to(treaty: Treaty, registry: Registry, until: int | None) -> list[Treaty]:
    """The protocols to a treaty that a text of a year may cite, in the order of their adoption."""
    known = (each for each in registry.treaties.values() if (each.parent, each.role) == (treaty.slug, "protocol"))
    dated = ((each.date or "", each) for each in known)
    return [each for date, each in sorted(dated, key=lambda pair: pair[0]) if until is None or date[:4] <= str(until)]
