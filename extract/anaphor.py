"""Short forms of treaties ("the Treaty", 《条约》, «Договор») and what each means: the last one with that head noun."""

import functools
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.lexicon import Lexicon, words
from extract.registry import Treaty

HEADS: Final = ("treaty", "convention", "covenant", "charter", "statute", "protocol", "agreement", "constitution")
DEFAULTS: Final = {"charter": "un-charter"}
"""In a United Nations text "the Charter" is the Charter of the United Nations unless another charter was named."""


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form in the text: its place, its head noun (one of `HEADS`) and the year that tells it from others."""

    start: int
    end: int
    head: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class BackReference:
    """A resolution or decision meant again without its number ("paragraph 3 of the said resolution"), and its noun."""

    start: int
    end: int
    noun: str


@functools.cache
def _pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    section = lexicon.table["anaphors"]
    groups = "|".join(f"(?<{head}>{words(section[head], prefixes=lexicon.particles)})" for head in HEADS)
    before = [word for word in section["before"] if word]
    opened = [regex.escape(word) for word in before if word in "《«“"]
    if opened:
        return regex.compile(rf"(?:{'|'.join(opened)})(?:{groups})》", regex.V1)
    elided = "|".join(regex.escape(w) for w in before if w.endswith("'"))
    lead = rf"(?:(?i:{words(before)})\s{'|' + elided if elided else ''})" if before else ""
    not_after = rf"(?!\s(?:{words(section['continues'])}))" if section["continues"] else ""
    quoted = r"[«“\"]?" if not before else ""
    return regex.compile(rf"{lead}{quoted}(?:{groups})(?![\p{{L}}-]){not_after}", regex.V1)


@functools.cache
def _year(lexicon: Lexicon) -> regex.Pattern[str]:
    """The pattern of " of 1954" behind a short form."""
    of = words(lexicon.table["pinpoints"]["of"])
    return regex.compile(rf"(?:\s{of})?\s(?<year>(?:1[89]|20)\d\d)(?![\d/])", regex.V1)


@functools.cache
def _back(lexicon: Lexicon) -> regex.Pattern[str]:
    """The pattern of "the said resolution" with nothing that names another one behind it."""
    nouns = words([*lexicon.table["nouns"]["resolution"], *lexicon.table["nouns"]["decision"]])
    before = [word for word in lexicon.table["anaphors"]["before"] if word]
    lead = rf"(?:(?i:{words(before)})\s)" if before else ""
    return regex.compile(rf"{lead}(?<noun>{nouns})(?!\s?[\d«“\"(])", regex.V1)


def find_back_references(text: str, lexicon: Lexicon) -> tuple[BackReference, ...]:
    """Find resolutions and decisions meant again without their number; none where nouns follow their number."""
    if not lexicon.noun_before:
        return ()
    own = [m.span() for m in lexicon.present.finditer(text)]
    found = (BackReference(m.start(), m.end(), m["noun"]) for m in _back(lexicon).finditer(text))
    return tuple(b for b in found if not any(start < b.end and b.start < end for start, end in own))


def find_short_forms(text: str, lexicon: Lexicon) -> tuple[ShortForm, ...]:
    """Find every short form of a paragraph; titles that are known must be taken out by the caller."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        year = _year(lexicon).match(text, match.end())
        head = match.lastgroup or ""
        found.append(ShortForm(match.start(), match.end(), head, int(year["year"]) if year else None))
    return tuple(found)


@functools.cache
def _heads(lexicon: Lexicon) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    short, full = lexicon.table["anaphors"], lexicon.table["heads"]
    return tuple(
        (
            head,
            regex.compile(words([*short[head], *full[head]], prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE),
        )
        for head in HEADS
    )


@functools.lru_cache(maxsize=8192)
def head_of(title: str, lexicon: Lexicon) -> str | None:
    """The head noun of a title: the first one in it, or the last where the noun closes the title; None without one."""
    places = [(m.start(), head) for head, pattern in _heads(lexicon) for m in pattern.finditer(title)]
    if not places:
        return None
    return (max(places) if lexicon.date_before else min(places))[1]


@dataclass(slots=True)
class Antecedents:
    """The treaties a document has named so far, for its short forms."""

    lexicon: Lexicon
    seen: dict[str, list[tuple[Treaty, str]]] = field(default_factory=dict)

    def name(self, treaty: Treaty, written: str, paragraph: str) -> None:
        """Remember that a paragraph named a treaty by a title."""
        titles = [written, *treaty.titles.get(self.lexicon.language, ()), *treaty.short.get(self.lexicon.language, ())]
        head = next((h for h in (head_of(title, self.lexicon) for title in titles) if h), None)
        if head:
            self.seen.setdefault(head, []).append((treaty, paragraph))

    def of(self, head: str, *, year: int | None = None) -> tuple[Treaty, str] | None:
        """The last treaty with that head noun, and the paragraph that named it; None when there was none.

        A year tells one from another, where a treaty of that year was named.
        """
        said = self.seen.get(head, [])
        dated = [entry for entry in said if year and (entry[0].date or "").startswith(str(year))]
        return next(reversed(dated or said), None)
