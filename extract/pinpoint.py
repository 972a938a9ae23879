"""Pinpoints: the part of a text that a reference means ("paragraph 4 of", ", annex II", 第六条), before or behind it."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import regex

from extract.lexicon import Lexicon, words


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A pinpoint as written.

    Attributes:
        start, end: its place in the paragraph.
        text: as written.
        article: whether it can only be a part of a treaty or the like (an article), so that it may stand away from it.
    """

    start: int
    end: int
    text: str
    article: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    chain: regex.Pattern[str]
    article: regex.Pattern[str]
    of: regex.Pattern[str]
    behind: regex.Pattern[str]


_NUMBER = (
    r"(?:[Ⅰ-Ⅿ]{1,3}+|[IVXLC]{1,7}+(?:\.[A-Z0-9]{1,2})?(?!\p{L})|\d{1,4}+(?:[./]\d{1,3}){0,3}+[a-z]?(?![\p{L}--\p{Han}])|[A-ZА-Я](?!\p{L}))"
    r"(?:\s?\(\p{L}{1,4}\)){0,3}+"
)
_HAN_NUMBER = r"(?:[〇一二三四五六七八九十百]{1,6}|\d{1,4}(?:\.\d{1,3})?|[A-Z](?![A-Za-z]))(?:\s?\([a-z]{1,4}\)){0,3}"


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    section, joints = lexicon.table["pinpoints"], lexicon.table["joints"]
    units, alone = f"(?i:{words(section['units'], prefixes=lexicon.particles)})", words(section["alone"], prefixes=lexicon.particles)
    ordinals = words(section["ordinals"], prefixes=lexicon.particles)
    also = words([*joints["words"], *joints["range"]])
    glued = rf"|[{lexicon.particles}]" if lexicon.particles else ""
    number = rf"(?:{_NUMBER}|{ordinals})"
    numbers = rf"{number}(?:(?:\s?[,،、–-]\s?|\s?[,،]?\s?(?:{also}{glued})\s?){number}){{0,6}}+"
    after = words(section["units_after"])
    han = rf"(?:执行部分|序言部分)?第?{_HAN_NUMBER}(?:(?:[、,至和及与或-]|以及)第?{_HAN_NUMBER}){{0,6}}+(?:{after})" if section["units_after"] and lexicon.date_before else r"(?!)"
    ordinal_first = rf"(?:{ordinals})\s{after}" if ordinals != r"(?!)" and section["units_after"] else r"(?!)"
    quoted = r"[“\"«《][^”\"»》]{1,200}[”\"»》]"
    within = rf"{words(section['within'], prefixes=lexicon.particles)}\s?(?:{quoted}|{_NUMBER}(?:/[A-Z]{{2,4}}\.\d+)?)"
    zh_alone = rf"(?:{alone})(?:{_HAN_NUMBER}(?:[、和及]{_HAN_NUMBER})*)?" if lexicon.date_before else rf"(?:{alone})"
    unit = rf"(?:{han}|{ordinal_first}|{units}\s?{numbers}|{zh_alone})"
    step = rf"(?:\s?[,،，、;]\s?|\s?(?:{also}{glued})\s?|\s?的?)"
    chain = rf"{unit}(?:{step}(?:{unit}|{within}|[A-Z]节|[A-Z]部分|题为{quoted}(?:的?一?节)?)){{0,5}}+"
    of = words(section["of"]) if section["of"] != [""] else r"(?!)"
    return _Patterns(
        chain=regex.compile(chain, regex.V1),
        article=regex.compile(f"(?i:{words(section['articles'], prefixes=lexicon.particles)})", regex.V1),
        of=regex.compile(rf"\s?(?:{of}|(?<=\s))\s?", regex.V1),
        behind=regex.compile(r"[)）》”»\"]{0,3}+\s?[,،，、]?\s?\(?(?:所附|所载|的)?", regex.V1),
    )


class PinpointFinder:
    """The pinpoints of one paragraph, found once; asked for the one that belongs to a place."""

    def __init__(self, text: str, lexicon: Lexicon, *, written: Callable[[int, int], str]) -> None:
        """Find every pinpoint of a paragraph.

        Args:
            text: its flowing text.
            lexicon: the words of its language.
            written: what stands at a place of the flowing text in the text as read.
        """
        self._text, self._lexicon = text, lexicon
        self._patterns = _patterns(lexicon)
        places = ((m.start(), m.start() + len(m.group().rstrip())) for m in self._patterns.chain.finditer(text))
        self.found = tuple(
            Pinpoint(a, b, written(a, b), self._patterns.article.search(text, a, b) is not None) for a, b in places if a < b
        )

    def at(self, start: int, end: int, *, over: Iterable[tuple[int, int]] = ()) -> Pinpoint | None:
        """The pinpoint of the reference at `start:end`: behind it, else before it; arguments as of `behind`."""
        return self.behind(end, over=over) or self.before(start)

    def behind(self, end: int, *, over: Iterable[tuple[int, int]] = ()) -> Pinpoint | None:
        """The pinpoint behind a reference that ends at `end`.

        Args:
            end: the end of the reference.
            over: spans (dates, bodies, brackets) that may stand between the reference and a pinpoint behind it.
        """
        spans = tuple(over)
        at = end
        for _ in range(4):
            gap = self._patterns.behind.match(self._text, at)
            at = gap.end() if gap else at
            hit = next((p for p in self.found if at - 1 <= p.start <= at), None)
            if hit:
                return hit
            passed = next((b for a, b in spans if a <= at + 1 and at < b), None)
            if passed is None:
                break
            at = passed
            at += len(self._text[at:]) - len(self._text[at:].lstrip(")）"))
        return None

    def before(self, start: int) -> Pinpoint | None:
        """The pinpoint that ends where only "of the", a body or a possessive stands before the reference."""
        if not self._lexicon.noun_before:
            return None
        near = [p for p in self.found if p.end <= start and start - p.end <= 60]  # noqa: PLR2004  # "of the General Assembly's …"
        for hit in reversed(near):
            gap = self._text[hit.end : start]
            gap = self._lexicon.body.sub(" ", gap)
            gap = self._lexicon.possessive.sub(" ", gap)
            gap = self._lexicon.noun.sub(" ", gap)
            gap = self._patterns.of.sub(" ", gap)
            if not self._lexicon.light.sub("", gap).strip():
                return hit
        return None
