"""Pinpoints: the part of a text that a reference means ("paragraph 4 of", "annex II", 第六条), before or after it."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.dates import SENTENCE
from extract.language.forms import NOTHING, words
from extract.language.references import References
from extract.mentions.pinpoint_grammar import part_within, pinpoint_patterns
from extract.mentions.pinpoint_parts import parts_of
from extract.model.cache import compiled
from extract.model.span import Span

_APART: Final = regex.compile(r"[,،)]")
_LATIN: Final = regex.compile(r"(?:\s(?:bis|ter|quater))?+,?+")  # "article 13 ter, of the"
_SYMBOL_PART: Final = regex.compile(r"[\dA-Z]\s?\($")  # "(Part I)" and "(Vol. II)" belong to the symbol before them
_OF_SYMBOLS: Final = frozenset({"part", "volume", "section"})
_PHRASE: Final = 140
"""Characters ("of the report of the Secretary-General on …") between a pinpoint and the bracket with the symbol."""
_PARTED: Final = regex.compile(r"[,،;؛:()\[\]«»“”\"]|\d\s?[/(]")
_LONGEST_DESCRIPTION: Final = 160
_NUMBERED: Final = regex.compile(r"\d\s?/\s?\d|[A-Z]/")
_CLOSED: Final = regex.compile(r"(?:[,،]|\s\()\s?\Z")
_YEAR: Final = regex.compile(r"(?<!\S)(?:19|20)\d\d(?!\S)")  # "annex VII to the 1982 Convention"
_NEAR: Final = 60
"""Characters ("of the General Assembly's …") between a pinpoint and the reference after it."""


@functools.cache
def _documents(lexicon: References) -> regex.Pattern[str]:
    """The nouns of documents before a symbol ("document", "letter"), and a preposition written onto the next word."""
    stems = "|".join(regex.escape(stem, special_only=True) for stem in lexicon.titles.documents) or NOTHING
    glued = "".join(set(lexicon.particles) - set(lexicon.script.conjunctions))
    preposition = rf"|\s[{glued}]$" if glued else ""
    return compiled(rf"(?<!\p{{L}})(?i:{stems})\p{{L}}{{0,6}}+{preposition}", regex.V1)


@functools.cache
def _description(lexicon: References) -> regex.Pattern[str]:
    """The pattern of how a description begins behind a text: "on", "entitled" with the title in quotation marks."""
    about = words(lexicon.links.about, prefixes=lexicon.particles)
    called = r"(?:[\p{L}'’]{1,24}+\s){0,3}+(?:“[^“”]{1,200}+”|«[^«»]{1,200}+»|\"[^\"]{1,200}+\")"
    year = r"(?:\s?\((?:19|20)\d\d\))?+"
    return compiled(rf"{year}[,،]?\s(?:{about}(?=\s)|{called}(?=\s?[,،(]))", regex.V1 | regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A pinpoint as written.

    Attributes:
        start, end: its place in the paragraph.
        text: as written.
        article: whether it can only be a part of a treaty or the like (an article), so that the two may stand apart.
    """

    start: int
    end: int
    text: str
    article: bool


def _is_of_symbol(text: str, place: Span, lexicon: References) -> bool:
    """Whether what stands in brackets right behind a symbol belongs to it: "(Part I)", not "(paras. 4 and 5)"."""
    closed = text[place.end : place.end + 1] == ")"
    if not closed or not _SYMBOL_PART.search(text, max(0, place.start - 4), place.start):
        return False
    units = {part.unit for part in parts_of(text[place.start : place.end], lexicon)}
    return not units or not _OF_SYMBOLS.isdisjoint(units)


class PinpointFinder:
    """The pinpoints of one paragraph, found once, and the one that belongs to a given place."""

    def __init__(self, text: str, lexicon: References, *, written: Callable[[int, int], str]) -> None:
        """Make ready to find the pinpoints of a paragraph, on first use.

        Args:
            text: its flowing text.
            lexicon: the words of its language.
            written: returns what the text as read has at a place of the flowing text.
        """
        self._text, self._lexicon, self._written = text, lexicon, written
        self._found: tuple[Pinpoint, ...] | None = None
        self._patterns = pinpoint_patterns(lexicon)

    @property
    def found(self) -> tuple[Pinpoint, ...]:
        """Every pinpoint of the paragraph, in order."""
        if self._found is None:
            self._found = self._find()
        return self._found

    def _find(self) -> tuple[Pinpoint, ...]:
        text, article = self._text, self._patterns.article
        places = (
            (m.start(), m.start() + len(m.group().rstrip()))
            for m in self._patterns.chain.finditer(text)
            if not _is_of_symbol(text, Span(m.start(), m.end()), self._lexicon)
        )
        return tuple(
            Pinpoint(a, b, self._written(a, b), article.search(text, a, b) is not None) for a, b in places if a < b
        )

    @property
    def articles(self) -> tuple[Pinpoint, ...]:
        """Those that can only be parts of a treaty or the like."""
        if self._found is None and next(self._patterns.articles.finditer(self._text), None) is None:
            return ()
        return tuple(pin for pin in self.found if pin.article)

    def at(self, start: int, end: int, *, over: Iterable[tuple[int, int]] = ()) -> Pinpoint | None:
        """The pinpoint of the reference at `start:end`: the one after it unless it is the next one's, else before."""
        before, after = self.before(start), self.after(end, over=over)
        link = self._patterns.link.match(self._text, after.end) if after else None
        if link is None:
            return after or before
        light = self._lexicon.light.match(self._text, link.end())
        at = light.end() if light else link.end()
        meant = (self._lexicon.noun, self._lexicon.body, self._lexicon.possessive)
        return before if before or any(pattern.match(self._text, at) for pattern in meant) else after

    def beside(self, start: int, end: int) -> str | None:
        """What a pinpoint says besides the decision in it: "paragraph 29" of "decision 1/CP.21, paragraph 29"."""
        pin = next((p for p in self.found if p.start <= start < end <= p.end), None)
        if pin is None:
            return None
        before = next(self._patterns.chain.finditer(self._text[pin.start : start]), None)
        return self._text[end : pin.end].strip(" ,،，") or (before.group().rstrip() if before else None)

    def of_ibid(self, end: int) -> str | None:
        """The part after "ibid." that is no pinpoint by itself ("Ibid., resolution 2, annex")."""
        found = part_within(self._lexicon).match(self._text, end)
        return found["part"] if found else None

    def after(self, end: int, *, over: Iterable[tuple[int, int]] = ()) -> Pinpoint | None:
        """The pinpoint after a reference that ends at `end`.

        Args:
            end: the end of the reference.
            over: spans (dates, bodies, brackets) that may stand between the two.
        """
        return self._after(end, tuple(over)) if self.found and self.found[-1].start >= end - 1 else None

    def _after(self, end: int, spans: tuple[tuple[int, int], ...]) -> Pinpoint | None:
        """The pinpoint after a reference in a paragraph that has one behind it."""
        at = behind = end
        for _ in range(4):
            gap = self._patterns.after.match(self._text, at)
            at = gap.end() if gap else at
            hit = next((p for p in self.found if at - 1 <= p.start <= at), None)
            if hit or (hit := self._especially(at)):
                return hit
            passed = next((b for a, b in spans if a <= at + 1 and at < b), None) or self._behind_body(behind)
            if passed <= behind:
                break
            at = passed
            at += len(self._text[at:]) - len(self._text[at:].lstrip(")）"))
            behind = at
        return self._behind_description(behind)

    def _behind_description(self, at: int) -> Pinpoint | None:
        """The part behind what a text is about or called: "general comment No. 36 on the right to life, para. 3"."""
        opened = _description(self._lexicon).match(self._text, at)
        if opened is None:
            return None
        for pin in (p for p in self.found if p.start >= opened.end()):
            gap = self._text[opened.end() : pin.start]
            if len(gap) > _LONGEST_DESCRIPTION or SENTENCE.search(gap) or self._names_another(gap):
                return None
            if not pin.article:
                closed = self._patterns.especially.sub(", ", gap) if _CLOSED.search(gap) is None else gap
                return pin if _CLOSED.search(closed) and not self.leads(pin) else None
        return None

    def _behind_body(self, at: int) -> int:
        """The end of the body that a link ties to what ends at a place, or that place."""
        link = self._lexicon.body_link.match(self._text, at)
        if link is None:
            return at
        light = self._lexicon.light.match(self._text, link.end())  # an article written onto the name of the body
        body = self._lexicon.body.match(self._text, light.end() if light else link.end())
        return body.end() if body else at

    def _names_another(self, description: str) -> bool:
        """Whether a description names a further text, which the part behind it may be of."""
        return _NUMBERED.search(description) is not None or self._lexicon.noun.search(description) is not None

    def _especially(self, at: int) -> Pinpoint | None:
        """The part after "in particular", unless what it is a part of follows it."""
        lead = self._patterns.especially.match(self._text, max(0, at - 1))
        hit = next((p for p in self.found if lead and lead.end() == p.start), None)
        return hit if hit and not self.leads(hit) else None

    def is_of_said(self, pin: Pinpoint) -> bool:
        """Whether the text says that a pinpoint is a part of what it has named before ("paragraph 4 thereof")."""
        return self._patterns.thereof.match(self._text, pin.end) is not None

    def leads(self, pin: Pinpoint) -> bool:
        """Whether the text says what a pinpoint is a part of ("article 5 of the …", 议事规则第一六〇条)."""
        precedes = self._lexicon.pinpoints.whole_precedes
        if precedes and not self._patterns.free.search(self._text, max(0, pin.start - 1), pin.start):
            return True
        latin = _LATIN.match(self._text, pin.end)
        return self._patterns.link.match(self._text, latin.end() if latin else pin.end) is not None

    def of_phrase(self, start: int) -> Pinpoint | None:
        """The pinpoint of the phrase that a bracket at `start` closes ("paragraph 4 of the report of … (A/61/74)")."""
        near = [p for p in self.found if p.end <= start and start - p.end <= _PHRASE]
        if not near or self._lexicon.pinpoints.whole_precedes:
            return None
        pin = near[-1]
        phrase = self._text[pin.end : start]
        linked = self._patterns.link.match(self._text, pin.end) or "" in self._lexicon.pinpoints.of
        told_apart = _PARTED.search(phrase) or self._lexicon.noun.search(phrase)
        return pin if linked and phrase.strip() and not pin.article and not told_apart else None

    def before(self, start: int) -> Pinpoint | None:
        """The pinpoint before a reference, with only "of the", a body or a possessive between them."""
        if not self.found or self._lexicon.pinpoints.whole_precedes:
            return None
        near = [p for p in self.found if p.end <= start and start - p.end <= _NEAR]
        for hit in reversed(near):
            gap = self._text[hit.end : start]
            tied = self._patterns.tied.search(gap) or self._patterns.tied.match(self._text, start)  # "del Estatuto"
            if _APART.search(gap) and not tied:
                continue  # "the report (A/61/74, paras. 4-9), A/61/75": part of what precedes it
            if gap.strip() == "(":
                continue  # "Final Document, vols. I-III (A/61/74)": the bracket is about the whole before it
            gap = _YEAR.sub(" ", self._lexicon.body.sub(" ", gap))
            gap = self._lexicon.possessive.sub(" ", gap)
            gap = self._lexicon.noun.sub(" ", gap)
            gap = _documents(self._lexicon).sub(" ", gap)
            gap = self._patterns.of.sub(" ", gap)
            if not self._lexicon.light.sub("", gap).strip():
                return hit
        return None
