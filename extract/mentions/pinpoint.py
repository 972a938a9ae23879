"""Pinpoints: the part of a text that a reference means ("paragraph 4 of", "annex II", 第六条), before or behind it."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import regex

from extract.language.anchored import Anchored
from extract.language.forms import words
from extract.language.references import References
from extract.mentions.conference_numbers import own_marks


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
    chain: Anchored
    article: regex.Pattern[str]
    of: regex.Pattern[str]
    link: regex.Pattern[str]
    tied: regex.Pattern[str]
    especially: regex.Pattern[str]
    behind: regex.Pattern[str]
    within: regex.Pattern[str]


_NUMBER = (
    r"(?:[Ⅰ-Ⅿ]{1,3}+|[IVXLC]{1,7}+(?:\.[A-Z0-9]{1,2})?(?!\p{L})|\d{1,4}+(?:[./]\d{1,3}){0,3}+[a-z]?(?![\p{L}--\p{Han}])|[A-ZА-Я](?!\p{L}))"
    r"(?:\s?\(\p{L}{1,4}\)){0,3}+"
)
_APART = regex.compile(r"[,،)]")
_LATIN = regex.compile(r"(?:\s(?:bis|ter|quater))?+,?+")  # "article 13 ter, of the"
_FREE = regex.compile(
    r"[\P{Han}据照按依的其中在和与及是即由将对]|^"
)  # what may stand before a 条 that belongs to no noun there
_CONFERENCE_NUMBER = r"\d{1,3}/[A-Z]{2,4}\.\d{1,3}"  # 7/COP.13: part of the report that prints it
_SUBJECT = r"(?:关于|有关)[^,，;；。《》号]{1,60}?的(?=第)"  # 第73/273号决议关于…的第三节
_SYMBOL_PART = regex.compile(r"[\dA-Z]\s?\($")  # "(Part I)" and "(Vol. II)" that belong to the symbol before them
_HAN_LETTER = r"(?:\s?[(（](?:[a-z]{1,4}|[子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己])[)）]){0,3}"
_HAN_ITEM = r"[(（](?:[a-z]{1,4}|[子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己])[)）](?:分段|[款项段])"  # 第四条(子)款
_HAN_FIGURE = rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|[A-Z](?![A-Za-z])){_HAN_LETTER}"
_HAN_NUMBER = (
    rf"(?:(?:[〇一二三四五六七八九十百]{{1,6}}(?:\.[A-Z])?|[㈠-㈩]|[(（][一二三四五六七八九十]{{1,2}}[)）]){_HAN_LETTER}"
    rf"|{_HAN_FIGURE})"
)
_HAN_FIRST = r"[执序第\dA-Z]"  # what a pinpoint in Chinese begins with, besides its words


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    section, joints = lexicon.pinpoints, lexicon.joints
    units, alone = (
        f"(?i:{words(section.units, prefixes=lexicon.particles)})",
        f"(?i:{words(section.alone, prefixes=lexicon.particles)})",
    )
    ordinals = words(section.ordinals, prefixes=lexicon.particles)
    also = words([*joints.words, *joints.range])
    glued = rf"|[{lexicon.particles}]" if lexicon.particles else ""
    of = words(form for form in section.of if form not in joints.words)
    lettered = rf"(?:\s[a-zа-я]{{1,3}}\)|\s[a-df-nq-xz](?=\s{of}\s)|\se(?=\s{of}\s))"  # "7 d)", "73 b of"
    number = rf"(?:{_NUMBER}{lettered}{{0,2}}+|[a-zа-я]{{1,3}}\)|{ordinals})"
    numbers = rf"{number}(?:(?:\s?[,،、–-]\s?|\s?[,،]?\s?(?:{also}{glued})\s?){number}){{0,6}}+"
    after = words(section.units_after)
    han = (
        rf"(?:执行部分|序言部分)?(?:第\s?{_HAN_NUMBER}|{_HAN_FIGURE})"  # 一项 is "a", 第一项 is "item one"
        rf"(?:(?:[、,至和及与或-]|以及)第?{_HAN_NUMBER}){{0,6}}+{_HAN_LETTER}(?:{after})"
        if section.units_after and lexicon.date_before
        else r"(?!)"
    )
    ordinal_first = rf"(?:{ordinals})\s{after}" if ordinals != r"(?!)" and section.units_after else r"(?!)"
    quoted = r"[“\"«《][^”\"»》]{1,200}[”\"»》]"
    texts = words(section.within, prefixes=lexicon.particles)
    roman = r"[IVXLC]{1,7}+/\d{1,3}+[A-Z]?"  # "decision XII/7"
    lesser = rf"(?:{roman}|(?!\d{{3}}){_NUMBER}(?!\s?\()(?:/[A-Z]{{2,4}}\.\d+)?)"  # "decision 2", no number of its own
    within = rf"{texts}\s?(?:{quoted}|{lesser})"
    zh_alone = rf"(?:{alone})(?:{_HAN_NUMBER}(?:[、和及]{_HAN_NUMBER})*)?" if lexicon.date_before else rf"(?:{alone})"
    own = own_marks(lexicon)
    numbered = rf"(?i:{texts})\s(?:{_CONFERENCE_NUMBER}|\d{{1,3}}/{own}\d{{1,3}})"
    if lexicon.date_before:
        numbered = rf"(?:第{_CONFERENCE_NUMBER}号{texts}|{texts}{_CONFERENCE_NUMBER})"
    unit = rf"(?:{numbered}|{han}|{ordinal_first}|{units}\s?{numbers}|{zh_alone})"
    step = rf"(?:\s?[,،，、;]\s?|\s?(?:{words(joints.words)}{glued})\s?|\s?的?)"
    aside = r"(?:\s?[,،，、]\s?|\s?的?)"  # "annex, decision 2", but not "annex and decision 2"
    titled = rf"题为{quoted}(?:的?一?节)?"
    between = rf"\s{of}(?:\s|(?<=['’]))"  # an elided article is written onto its noun
    chain = (
        rf"{unit}(?:{between}{unit}|{step}(?:{unit}|[A-Z]节|[A-Z]部分|{_HAN_ITEM}|{titled})|{aside}{within}){{0,5}}+"
    )
    begins = [*section.units, *section.alone, *section.ordinals, *section.within]
    return _Patterns(
        chain=Anchored(regex.compile(chain, regex.V1), begins, also=_HAN_FIRST if lexicon.date_before else ""),
        article=regex.compile(f"(?i:{words(section.articles, prefixes=lexicon.particles)})", regex.V1),
        of=regex.compile(rf"\s?(?:{of}|(?<=\s))\s?", regex.V1),
        link=regex.compile(rf"[,،]?\s{of}\s", regex.V1),
        tied=regex.compile(of, regex.V1),
        especially=regex.compile(
            rf"[\s,،，]{{0,2}}+{words(section.especially)}\s?+(?:{words(lexicon.anaphors.before)}\s?+)?+",
            regex.V1 | regex.IGNORECASE,
        ),
        within=regex.compile(rf"[\s,，،.]{{1,3}}+(?<part>{within}(?:{step}(?:{unit}|{within})){{0,4}}+)", regex.V1),
        behind=regex.compile(rf"[)）》”»\"]{{0,3}}+\s?[,،，、]?\s?\(?(?:所附|所载|的|{_SUBJECT})?", regex.V1),
    )


class PinpointFinder:
    """The pinpoints of one paragraph, found once; asked for the one that belongs to a place."""

    def __init__(self, text: str, lexicon: References, *, written: Callable[[int, int], str]) -> None:
        """Find every pinpoint of a paragraph.

        Args:
            text: its flowing text.
            lexicon: the words of its language.
            written: what stands at a place of the flowing text in the text as read.
        """
        self._text, self._lexicon = text, lexicon
        self._patterns = _patterns(lexicon)
        places = (
            (m.start(), m.start() + len(m.group().rstrip()))
            for m in self._patterns.chain.finditer(text)
            if not (text[m.end() : m.end() + 1] == ")" and _SYMBOL_PART.search(text, max(0, m.start() - 4), m.start()))
        )
        self.found = tuple(
            Pinpoint(a, b, written(a, b), self._patterns.article.search(text, a, b) is not None)
            for a, b in places
            if a < b
        )

    def at(self, start: int, end: int, *, over: Iterable[tuple[int, int]] = ()) -> Pinpoint | None:
        """The pinpoint of the reference at `start:end`: behind it, unless it is the next one's, else before it."""
        before, behind = self.before(start), self.behind(end, over=over)
        link = self._patterns.link.match(self._text, behind.end) if behind else None
        if link is None:
            return behind or before
        light = self._lexicon.light.match(self._text, link.end())
        at = light.end() if light else link.end()
        meant = (self._lexicon.noun, self._lexicon.body, self._lexicon.possessive)
        return before if before or any(pattern.match(self._text, at) for pattern in meant) else behind

    def of_ibid(self, end: int) -> str | None:
        """The part of a text meant again that is no pinpoint by itself ("Ibid., resolution 2, annex")."""
        found = self._patterns.within.match(self._text, end)
        return found["part"] if found else None

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
            if hit or (hit := self._especially(at)):
                return hit
            passed = next((b for a, b in spans if a <= at + 1 and at < b), None)
            if passed is None:
                break
            at = passed
            at += len(self._text[at:]) - len(self._text[at:].lstrip(")）"))
        return None

    def _especially(self, at: int) -> Pinpoint | None:
        """The part behind "in particular", unless it goes on with what it is a part of."""
        told = self._patterns.especially.match(self._text, max(0, at - 1))
        hit = next((p for p in self.found if told and told.end() == p.start), None)
        return hit if hit and not self.leads(hit) else None

    def leads(self, pin: Pinpoint) -> bool:
        """Whether a pinpoint says what it is a part of ("article 5 of the …", 议事规则第一六〇条)."""
        if self._lexicon.date_before and not _FREE.search(self._text, max(0, pin.start - 1), pin.start):
            return True
        latin = _LATIN.match(self._text, pin.end)
        return self._patterns.link.match(self._text, latin.end() if latin else pin.end) is not None

    def before(self, start: int) -> Pinpoint | None:
        """The pinpoint that ends where only "of the", a body or a possessive stands before the reference."""
        if not self._lexicon.noun_before:
            return None
        near = [p for p in self.found if p.end <= start and start - p.end <= 60]  # noqa: PLR2004  # "of the General Assembly's …"
        for hit in reversed(near):
            gap = self._text[hit.end : start]
            tied = self._patterns.tied.search(gap) or self._patterns.tied.match(self._text, start)  # "del Estatuto"
            if _APART.search(gap) and not tied:
                continue  # "the report (A/61/74, paras. 4-9), A/61/75": of what stands before it
            gap = self._lexicon.body.sub(" ", gap)
            gap = self._lexicon.possessive.sub(" ", gap)
            gap = self._lexicon.noun.sub(" ", gap)
            gap = self._patterns.of.sub(" ", gap)
            if not self._lexicon.light.sub("", gap).strip():
                return hit
        return None
