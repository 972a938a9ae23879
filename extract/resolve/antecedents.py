"""`Antecedents`: the treaties that a document has named, for the short forms that follow."""

import functools
from dataclasses import dataclass, field, replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.reference_table import HEADS
from extract.language.references import References
from extract.mentions.candidate import Resolved, of_entry
from extract.model.cache import compiled
from extract.model.span import Span
from extract.registry.registry import Instrument, Treaty
from extract.resolve.short_forms import ShortForm

_STEM: Final = 6
"""Letters of a word that inflection leaves unchanged."""
_SHORTEST: Final = 3
"""Letters of a word that distinguishes a title; "de" and "of" do not."""


@functools.cache
def _heads(lexicon: References) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Each head noun with the pattern of its forms."""
    short, full, flags = lexicon.anaphors, lexicon.heads, regex.V1 | regex.IGNORECASE
    forms = ((head, [*short.of(head), *full.of(head)]) for head in HEADS)
    return tuple((head, compiled(words(each, prefixes=lexicon.particles), flags)) for head, each in forms)


@functools.lru_cache(maxsize=8192)
def head_of(title: str, lexicon: References) -> str | None:
    """The head noun of a title: the first one in it, or the last where the noun closes the title; None without one."""
    places = [(m.start(), head) for head, pattern in _heads(lexicon) for m in pattern.finditer(title)]
    if not places:
        return None
    return (max(places) if lexicon.date_before else min(places))[1]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A treaty, or the statute of a body, that a paragraph named.

    Attributes:
        treaty: what was named; as a reference to a treaty that the registry does not know.
        paragraph: label of the paragraph; None for the treaty of the committee that issued the document.
        weak: whether its kind has another name in English (公民…公约 is a covenant).
    """

    treaty: Treaty | Instrument | Resolved
    paragraph: str | None
    weak: bool = False

    @property
    def date(self) -> str:
        """When the treaty was adopted; empty where that is not known."""
        return (not isinstance(self.treaty, Resolved) and self.treaty.date) or ""

    def at(self, start: int, end: int) -> Resolved:
        """Return a reference to the treaty at another place."""
        if isinstance(self.treaty, Resolved):
            again = self.treaty.meant_at(Span(start, end), certainty="inferred", via=self.paragraph or "")
            return replace(again, note=self.treaty.note)
        return of_entry(self.treaty, start, end, certainty="inferred", via=self.paragraph)


@dataclass(slots=True)
class Antecedents:
    """The treaties that a document has named so far.

    Attributes:
        seen: head noun -> treaties named, in order.
        defined: head noun -> the treaty that the text defined it for ("(the Convention)").
        own: head noun -> the treaty of the committee that issued the document.
    """

    lexicon: References
    own: dict[str, Treaty] = field(default_factory=dict)
    seen: dict[str, list[Antecedent]] = field(default_factory=dict)
    defined: dict[str, Antecedent] = field(default_factory=dict)

    def name(self, treaty: Treaty | Instrument | Resolved, written: str, paragraph: str) -> None:
        """Remember that a paragraph named a treaty by a title."""
        titles = [written, *self._titles(treaty)]
        head = next((h for h in (head_of(title, self.lexicon) for title in titles) if h), None)
        if head:
            kind = _kind(treaty)
            self.seen.setdefault(head, []).append(Antecedent(treaty, paragraph, kind is not None and kind != head))

    def own_by_title(self, treaty: Treaty) -> None:
        """Remember that the committee that issued the document watches over a treaty."""
        heads = [head_of(title, self.lexicon) for title in self._titles(treaty)] or [_kind(treaty)]
        for head in filter(None, heads):
            self.own.setdefault(head, treaty)

    def define(self, head: str, treaty: Treaty, paragraph: str) -> None:
        """Remember that the text defines a short form for a treaty; it outranks what is named later."""
        self.defined[head] = Antecedent(treaty, paragraph)

    def of(self, short: ShortForm, paragraph: str) -> Antecedent | None:
        """The antecedent of a short form; None where there is none.

        Args:
            short: only a treaty of its year can be meant; one whose title has all of its words comes first.
            paragraph: label of its paragraph; a treaty named in the same paragraph comes before others.
        """
        named = self.seen.get(short.head, [])
        if short.year:
            of_year = [each for each in named if each.date.startswith(str(short.year))]
            return of_year[-1] if of_year else None
        if short.head in self.defined:
            return self.defined[short.head]
        if short.head in self.own:
            return Antecedent(self.own[short.head], None)
        return _nearest(self._with_words(named, short), paragraph)

    def _with_words(self, named: list[Antecedent], short: ShortForm) -> list[Antecedent]:
        """The treaties that have the words of a short form, else all; a kind of agreement means no other kind."""
        fitting = [each for each in named if self._has(each.treaty, short.noun)]
        kind_of_agreement = short.head == "agreement" and " " in short.noun
        return fitting if fitting or kind_of_agreement else named

    def _has(self, treaty: Treaty | Instrument | Resolved, noun: str) -> bool:
        """Whether a title of the treaty has the words of a noun, inflection aside."""
        wanted = [word[:_STEM] for word in noun.casefold().split() if len(word) >= _SHORTEST]
        if len(wanted) <= 1:
            return False
        return any(all(word in title.casefold() for word in wanted) for title in self._titles(treaty))

    def _titles(self, treaty: Treaty | Instrument | Resolved) -> tuple[str, ...]:
        """All titles of a treaty in the language of the text."""
        if isinstance(treaty, Resolved):
            return (treaty.title,) if treaty.title else ()
        language = self.lexicon.language
        return (*treaty.titles.get(language, ()), *treaty.short.get(language, ()))


def _nearest(named: list[Antecedent], paragraph: str) -> Antecedent | None:
    """The last treaty named in the paragraph, else the last whose kind has the same name in English, else the last."""
    here = [each for each in named if each.paragraph == paragraph]
    strong = [each for each in named if not each.weak]
    chosen = here or strong or named
    return chosen[-1] if chosen else None


def _kind(treaty: Treaty | Instrument | Resolved) -> str | None:
    """The head noun of a treaty's English title; the names of `HEADS` are the English nouns."""
    if isinstance(treaty, Resolved):
        return None
    title = treaty.title.casefold()
    return min((head for head in HEADS if head in title), key=title.index, default=None)
