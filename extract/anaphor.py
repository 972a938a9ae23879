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
    """A short form in the text: its place and its head noun (one of `HEADS`)."""

    start: int
    end: int
    head: str


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


def find_short_forms(text: str, lexicon: Lexicon) -> tuple[ShortForm, ...]:
    """Find every short form of a paragraph; titles that are known must be taken out by the caller."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        head = match.lastgroup or ""
        found.append(ShortForm(match.start(), match.end(), head))
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

    def of(self, head: str) -> tuple[Treaty, str] | None:
        """The last treaty with that head noun, and the paragraph that named it; None when there was none."""
        said = self.seen.get(head)
        return said[-1] if said else None
