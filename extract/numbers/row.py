"""The numbers of one paragraph, left to right: how their nouns, bodies and dates are shared along a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import regex

from extract.language.dates import DateToken, iso_date
from extract.language.description import whole_description
from extract.numbers.body_evidence import Evidence, Named
from extract.numbers.mention import NumberMention
from extract.numbers.words import Token, Words
from extract.symbols.bodies import Noun, load_bodies
from extract.symbols.number import Designator

_TITLED: Final = 2
"""Characters between a number and the quoted title after it, whose date is the number's."""
_COMMA: Final = regex.compile(r"[,،、]")
_PLAIN: Final = frozenset({"slash", "annual"})
"""Forms in which years, shares and fractions are written as well."""
_SEMICOLONS: Final = frozenset(";；؛")
_LETTER: Final = regex.compile(r"(?<!\p{L})[(（]?\p{L}{1,4}[)）]\s?\Z")
"""The letter of a member of a list."""
_BRACKETED: Final = regex.compile(r"^\s*\([^()]{1,24}\)")
"""A date in brackets after a number, before the list goes on."""
_OF_ONE_DAY: Final = 20
"""Numbers that lie farther apart were not adopted on one day."""
_LATER: Final = 60
"""Characters between a day and the date after it whose year is its own."""
_REACH: Final = 300
"""Characters of title at most between the members of a list, or between a noun and its first number."""


def noun_of(token: Token) -> Noun:
    """What a noun of a paragraph means."""
    return "decision" if token.meaning.endswith("decision") else "resolution"


class NumberRow:
    """The numbers of one paragraph, left to right."""

    def __init__(self, words: Words, numbers: Sequence[Designator], *, adopting: str | None) -> None:
        """Take the numbers of a paragraph and the body that adopts its document; None when not known."""
        self.words, self.lexicon, self.text, self.numbers = words, words.lexicon, words.text, numbers
        self.evidence = Evidence(words, adopting=adopting)
        self.around = tuple(dict.fromkeys(may[0] for _, may in words.bodies))
        self.chains = [False, *(self._chained(a, b) for a, b in pairwise(numbers))]
        self.nouns = self._nouns_before() if self.lexicon.noun_before else self._nouns_after()

    def _chained(self, left: Designator, right: Designator) -> bool:
        """Whether two numbers can be members of one list."""
        start, end = left.outer[1], right.outer[0]
        stop = self.words.segment(start)[1]
        if stop < end and not self._goes_on(stop, end):
            return False
        gap = _BRACKETED.sub("", self.text[start:end], count=1)
        if not self.lexicon.noun_before and (noun := self.lexicon.noun.match(gap)):  # 第16/18号决议和第60/251号决议
            return self.lexicon.joint.fullmatch(gap[noun.end() :].strip()) is not None
        if self.lexicon.noun_before:
            if self._stands_alone(start, right):
                return False
            return end - start <= _REACH or len(self.words.residue(start, end)) <= _REACH
        return len(gap) <= 2 * _REACH and (not gap.strip() or self.lexicon.joint.match(gap.lstrip()) is not None)

    def _stands_alone(self, start: int, right: Designator) -> bool:
        """Whether a number without a date follows words that join nothing: "for 2021/22", "of a 50/50 share"."""
        if right.form not in _PLAIN or self._date(right):
            return False
        letter = _LETTER.search(self.text, start, right.outer[0])
        end = letter.start() if letter else right.outer[0]
        last = max((m.end() for m in self.lexicon.joined.finditer(self.text, start, end)), default=start)
        return bool(self.words.residue(last, end))

    def _goes_on(self, stop: int, end: int) -> bool:
        """Whether a list goes on after a semicolon: with the number itself, or its letter ("60/1; (b) 65/1")."""
        if self.text[stop : stop + 1] not in _SEMICOLONS:
            return False
        gap = self.lexicon.joint.sub(" ", _LETTER.sub("", self.text[stop + 1 : end]))
        return not self.lexicon.light.sub("", gap).strip() and self.words.segment(stop + 1)[1] >= end

    def mentions(self) -> list[NumberMention]:
        """The numbers with their nouns, bodies and dates."""
        bodies = self._bodies()
        found = [self._mention(index, self.nouns[index], bodies[index]) for index in range(len(bodies))]
        return self._shared_dates(_as_lettered(found))

    def _bodies(self) -> list[Named]:
        """The bodies of each number; within a list they hold for all numbers under one noun."""
        bodies = [self.evidence.of(d, noun, since=self._since(i)) for i, (d, noun) in enumerate(self._pairs())]
        for index in reversed(range(len(bodies) - 1)):
            if not bodies[index].bodies and self.nouns[index] is not None and self._same_noun(index + 1):
                bodies[index] = bodies[index + 1]  # "resolutions 61/1 and 61/2 of the General Assembly"
        for index in range(1, len(bodies)):
            if not bodies[index].bodies and self.chains[index]:
                before = bodies[index - 1]
                bodies[index] = before if self._same_noun(index) else before.elsewhere()
        return bodies

    def _pairs(self) -> Iterable[tuple[Designator, Token | None]]:
        return zip(self.numbers, self.nouns, strict=True)

    def _since(self, index: int) -> int | None:
        """The end of the list member before a number; None when the number opens a list."""
        return self.numbers[index - 1].outer[1] if self.chains[index] else None

    def _same_noun(self, index: int) -> bool:
        """Whether a number continues a list under the noun of the number before it."""
        return self.chains[index] and self.nouns[index] is self.nouns[index - 1]

    def _nouns_before(self) -> list[Token | None]:
        """The noun of each number in a language that puts it before: the nearest, or that of the list."""
        nouns: list[Token | None] = []
        for index, d in enumerate(self.numbers):
            since = self._since(index)
            start = since if since is not None else max(self.words.segment(d.outer[0])[0], d.outer[0] - _REACH)
            before = self.numbers[index - 1].outer[1] if index else 0
            if since is None and before > start and self._stands_alone(before, d):
                start = before
            own = self.words.tokens_within(self.words.nouns, start, d.outer[0])
            close = (n for n in reversed(own) if len(self.words.residue(n.end, d.outer[0])) <= _REACH // 2)
            nouns.append(next(close, None) or (nouns[-1] if self.chains[index] else None))
        return nouns

    def _nouns_after(self) -> list[Token | None]:
        """The noun of each number in a language that puts it after: the nearest, or that of the list."""
        nouns: list[Token | None] = [None]  # from the last number to the first
        limits = [*(d.outer[0] for d in self.numbers[1:]), None]
        for index in reversed(range(len(self.numbers))):
            at, limit = self.numbers[index].outer[1], limits[index]
            limit = self.words.segment(at)[1] if limit is None else limit
            own = self.words.tokens_within(self.words.nouns, at, min(limit, at + _REACH) + 1)
            near = next((n for n in own if not self.words.residue(at, n.start)), None)
            continued = index + 1 < len(self.numbers) and self.chains[index + 1]
            nouns.append(near or (nouns[-1] if continued else None))
        return nouns[:0:-1]

    def date_after(self, at: int) -> DateToken | None:
        """The date that a link ties to what ends at a place, a body or a quoted title between them passed over."""
        for _ in range(3):
            link = self.lexicon.date_link.match(self.text, at)
            token = self.words.date_at(link.end()) if link else None
            if token:
                return token
            to_body = self.lexicon.body_link.match(self.text, at)
            body = self.words.body_at(to_body.end()) if to_body else None
            titled = None if body else self.words.quote_after(at, _TITLED)
            if body is None and titled is None:
                return None
            at = body[0].end if body else titled or at
        return None

    def _date(self, d: Designator) -> str | None:
        if self.lexicon.date_before:
            before = next((t for t in reversed(self.words.dates) if t.end <= d.outer[0]), None)
            return before.iso if before and not self._apart(before.end, d.outer[0]) else self._bracketed(d)
        token = self.date_after(d.outer[1])
        return token.iso if token else self._day(d)

    def _day(self, d: Designator) -> str | None:
        """The day without its year: "186 (1964) of 4 March", "2253 (ES-V) of 4 July and 2254 (ES-V) of 14 July 1967".

        The number implies the year, otherwise the next date does.
        """
        link = self.lexicon.date_link.match(self.text, d.outer[1])
        day = self.lexicon.day.match(self.text, link.end()) if link and link.end() > link.start() else None
        if day is None:
            return None
        later = next((t.iso[:4] for t in self.words.dates if 0 < t.start - day.end() <= _LATER), None)
        year = d.session if d.form in {"year", "annual"} else later
        return iso_date(day["day"], self.lexicon.month(day["month"]), year) if year else None

    def _apart(self, start: int, end: int) -> str:
        """What separates a date from the number after it; a quoted title or a description does not."""
        if end - start > _REACH:
            return "far"
        titles = [(a, b) for a, b in self.words.quoted if start <= a and b <= end]
        edges = zip((start, *(b for _, b in titles)), (*(a for a, _ in titles), end), strict=True)
        gap = "".join(self.text[a:b] for a, b in edges)
        gap = whole_description(self.lexicon).sub("", gap, count=1)
        return self.lexicon.light.sub("", gap) if len(gap) < 12 else "far"  # noqa: PLR2004  # 日第, 日通过的第

    def _bracketed(self, d: Designator) -> str | None:
        """The date in brackets after a number and its noun: 第2749(XXV)号决议(1970年12月17日)."""
        noun = self.lexicon.noun.match(self.text, d.outer[1])
        at = noun.end() if noun else d.outer[1]
        token = self.words.date_at(at + 1) if self.text[at : at + 1] == "(" else None
        return token.iso if token and self.text[token.end : token.end + 1] == ")" else None

    def _mention(self, index: int, token: Token | None, named: Named) -> NumberMention:
        d = self.numbers[index]
        start, end = d.outer
        if token and self.lexicon.noun_before and token.end <= start and not self.text[token.end : start].strip():
            start = token.start
        elif token and not self.lexicon.noun_before and token.start == end:
            end = token.end
        noun = noun_of(token) if token else None
        leftward = self.lexicon.script.direction == "rtl"
        return NumberMention(
            start, end, d, noun, named.bodies, self._date(d), self.around, named.sure, leftward, named.beside
        )

    def _shared_dates(self, found: list[NumberMention]) -> list[NumberMention]:
        """A date that a list shares is given to every undated member before it.

        Either the text says so ("both of 4 December 1990"), or the last member under a noun is the only dated one and
        the others can be of its year ("resolutions 41 (I) and 42 (I) of 14 December 1946").
        """
        if self.lexicon.date_before:
            return self._share_forwards(found)
        for index, mention in enumerate(found):
            said = self._said_of_all(mention)
            if index + 1 < len(found) and self._same_noun(index + 1):
                if mention.date or said:
                    self._share_with_pair(found, index)
            elif date := mention.date or said:
                self._share_backwards(found, index, date, said=said is not None)
        return found

    def _said_of_all(self, mention: NumberMention) -> str | None:
        """The date after a list that belongs to all its members."""
        end = mention.designator.outer[1]
        end += len(self.text[end : end + 3]) - len(self.text[end : end + 3].lstrip(" ,،"))
        said = self.lexicon.shared.match(self.text, end)
        return next((t.iso for t in self.words.dates if said and 0 <= t.start - said.end() <= 1), None)

    def _share_with_pair(self, found: list[NumberMention], index: int) -> None:
        """Inside a longer list, date what a word alone ties to a dated member: "5/1 and 5/2 of 18 June 2007, 16/21"."""
        mention, before = found[index], found[index - 1] if self.chains[index] else None
        if before is None or before.date or not mention.date:
            return
        a, b = before.designator, mention.designator
        gap = self.text[a.outer[1] : b.outer[0]]
        if (a.form, a.session) == (b.form, b.session) and not _COMMA.search(gap):
            found[index - 1] = replace(before, date=mention.date)

    def _share_forwards(self, found: list[NumberMention]) -> list[NumberMention]:
        """Where dates precede numbers, one holds for those after it under its noun, joined by no more than "and"."""
        for index, mention in enumerate(found[1:], 1):
            before = found[index - 1]
            gap = self.text[before.designator.outer[1] : mention.designator.outer[0]]
            joined = self._same_noun(index) and not self.lexicon.joint.sub("", gap)
            near = abs(mention.designator.number - before.designator.number) <= _OF_ONE_DAY
            if joined and near and before.date and not mention.date:
                dated = _of_date(mention.designator, before.designator, before.date)
                found[index] = replace(mention, date=before.date) if dated else mention
        return found

    def _share_backwards(self, found: list[NumberMention], last: int, date: str, *, said: bool) -> None:
        """Date the undated members before the last one, and that one when the date is `said` of all."""
        at = last - 1 if found[last].date else last
        while at >= 0 and not found[at].date and self._under_one_noun(at, last):
            if not said and not _of_one_day(found[at].designator, found[last].designator, date):
                return
            found[at] = replace(found[at], date=date)
            at -= 1

    def _under_one_noun(self, at: int, last: int) -> bool:
        return (at == last or self.chains[at + 1]) and self.nouns[at] is self.nouns[last]


def _as_lettered(out: Sequence[NumberMention]) -> list[NumberMention]:
    """Give all letters of one number the date that one of them has: "64/55 A and B of 2 December 2009"."""
    shared = list(out)
    for pairs in (range(1, len(shared)), range(len(shared) - 1, 0, -1)):
        for at in pairs:
            a, b = shared[at - 1], shared[at]
            if a.designator.letter and _number(a.designator) == _number(b.designator) and bool(a.date) != bool(b.date):
                shared[at - 1], shared[at] = replace(a, date=a.date or b.date), replace(b, date=a.date or b.date)
    return shared


def _number(d: Designator) -> tuple[str, str, int]:
    return d.form, d.session, d.number


def _of_one_day(d: Designator, dated: Designator, date: str) -> bool:
    """Whether a number can be of the day of the one after it; numbers in order of adoption lie close then."""
    return _of_date(d, dated, date) and (dated.form != "roman" or abs(dated.number - d.number) <= _OF_ONE_DAY)


def _of_date(d: Designator, dated: Designator, date: str) -> bool:
    """Whether a number can be of the date of the one after it, judging by its session."""
    if (d.form, d.session) == (dated.form, dated.session):
        return True
    if d.form in {"year", "annual"}:
        return int(d.session) == int(date[:4])
    return d.form != "special" and load_bodies()["general-assembly"].admits(d, date)
