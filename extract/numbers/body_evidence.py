"""Evidence of the body a number is of: the bodies named with it, after it, or as the subject of its sentence."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.description import description_end, open_description
from extract.language.forms import words
from extract.language.references import References
from extract.model.cache import compiled
from extract.numbers.mention import Sure
from extract.numbers.words import Token, Words
from extract.symbols.bodies import load_bodies
from extract.symbols.number import Designator

_REACH: Final = 600
"""Characters that a sentence may put between a body and the number it is the subject of."""

_NEAR: Final = 60
"""Characters between "its" and the noun it belongs to."""
_TITLED: Final = 16
"""Characters of "intitulée" between a number and its quoted title."""

_INSERTIONS: Final = 3
"""Dates and quoted titles between a number and the body after it at most."""
_ADJOINS: Final = regex.compile(r"\s*+(?:['\u2019]s?)?\s*+")
_COMMAS: Final = (",", "،", "，")


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies that a number may be of, best first, and how sure the first of them is (see `NumberMention`)."""

    bodies: tuple[str, ...]
    sure: Sure = "named"
    beside: bool = False

    def elsewhere(self) -> "Named":
        """The same where they are not named with the number."""
        return Named(self.bodies, "implied" if self.sure == "named" else self.sure)


NOBODY: Final = Named(())


@functools.cache
def _adopts(lexicon: References) -> regex.Pattern[str]:
    """The pattern of words that say that a body adopts."""
    forms = words(lexicon.links.adopting, prefixes=lexicon.particles)
    return compiled(forms, regex.V1 | regex.IGNORECASE)


@functools.cache
def _led(lexicon: References) -> regex.Pattern[str]:
    """The pattern of what leads from a body to "in its resolution": a comma, and the preposition."""
    return compiled(rf"\s?[,،，]?\s?{words(lexicon.possessives.within)}", regex.V1 | regex.IGNORECASE)


def _named(token: Token, may: tuple[str, ...]) -> Named:
    return Named(may, "implied" if token.meaning == "short" else "guess" if token.meaning == "guess" else "named")


@dataclass(frozen=True, slots=True)
class _Place:
    """A number in its sentence.

    Attributes:
        start: where its own words begin: after the list member before it, or with the sentence.
        head: where its noun begins, or the number itself where the noun follows.
        number: where the number begins.
        chained: whether it continues a list.
        possessive: whether its noun says "its": "own resolution".
    """

    start: int
    head: int
    number: int
    chained: bool
    possessive: bool


def _numbers(token: Token, may: tuple[str, ...], d: Designator) -> bool:
    """Whether a body may number so: it has symbols for it, or none at all; "its resolution …, the Commission as …"."""
    bodies = [load_bodies()[body] for body in may]
    without = d.form == "roman" and token.meaning == "full" and not any(body.templates for body in bodies)
    return without or any(body.admits(d, None) for body in bodies)


class Evidence:
    """The bodies that a paragraph names for its numbers."""

    def __init__(self, words: Words, *, adopting: str | None) -> None:
        """Search a paragraph of a document that a body adopts."""
        self._words, self._lexicon, self._adopting = words, words.lexicon, adopting
        self._own = Named((adopting,) if adopting else ())

    def of(self, d: Designator, noun: Token | None, *, since: int | None) -> Named:
        """Bodies that the surroundings name for a number.

        Args:
            d: the number.
            noun: its noun.
            since: end of the list member before it; None when it opens a list.

        Returns:
            The bodies, best evidence first, none when nothing is named; and how sure they are.
        """
        place = self._place(d, noun, since)
        if direct := self._direct(d, place):
            bodies = dict.fromkeys(body for named in direct for body in named.bodies)
            return Named(tuple(bodies), direct[0].sure, direct[0].beside)
        if place.chained:
            return NOBODY
        return self._foreign(place) if self._lexicon.noun_before else self._before_title(place)

    def _place(self, d: Designator, noun: Token | None, since: int | None) -> _Place:
        number = d.outer[0]
        start = since if since is not None else max(self._words.segment(number)[0], number - _REACH)
        own_noun = noun if noun and noun.start >= start else None
        head = own_noun.start if own_noun and self._lexicon.noun_before else number
        possessive = own_noun is not None and own_noun.meaning.startswith("own")
        return _Place(start, head, number, chained=since is not None, possessive=possessive)

    def _direct(self, d: Designator, place: _Place) -> list[Named]:
        """Bodies beside the number: "its", between noun and number, after the number, before the noun."""
        possessive = [self._own] if place.possessive else []
        before = self._named_before(place)
        inner = self._inner(before, place)
        outer = self._outer(before, place)
        right = self._right(d)
        beside = [*inner, *right, *outer, *possessive]
        apposed = self._apposed(place)
        return [*apposed, *self._subject(d, place), *beside] if apposed or beside else []

    def _inner(self, before: Sequence[tuple[int, Named]], place: _Place) -> list[Named]:
        """The last of the bodies between noun and number, if only light words follow it."""
        for end, named in reversed(before):
            if end <= place.head:
                break
            if not self._words.between(end, place.number):
                return [Named(named.bodies, named.sure, beside=True)]
        return []

    def _outer(self, before: Sequence[tuple[int, Named]], place: _Place) -> list[Named]:
        """The last of the bodies before the noun, if it belongs to it; past one that stands apart, none does."""
        for end, named in reversed(before):
            if end > place.head:
                continue
            if self._touches(end, place.head):
                return [Named(named.bodies, named.sure, beside=self._adjoins(end, place.head))]
            if self._words.between(end, place.head):
                break
        return []

    def _named_before(self, place: _Place) -> list[tuple[int, Named]]:
        """Bodies and possessives ("its") between the start of the number's own words and the number, by their ends."""
        words = self._words
        within = words.bodies_within(place.start, place.number)
        bodies = [(t.end, _named(t, may)) for t, may in within if not self._is_described(t, place)]
        possessives = words.tokens_within(words.possessives, place.start, place.number)
        return sorted([*bodies, *((t.end, self._own) for t in possessives)], key=lambda item: item[0])

    def _is_described(self, body: Token, place: _Place) -> bool:
        """Whether the text is about a body rather than by it: 关于设立人权理事会的第60/251号决议."""
        since = place.start if place.head == place.number else place.head
        opened = since < body.start and open_description(self._lexicon).search(self._words.text, since, body.start)
        return bool(opened) and description_end(self._lexicon).match(self._words.text, body.end) is not None

    def _apposed(self, place: _Place) -> list[Named]:
        """The body of "the Commission, in resolution 60/2": nothing but "in", or "in its", parts the two.

        Only where it takes a list from the body named before, or its numbers count only where it is named: others are
        implied by being the subject.
        """
        start = max(place.start, self._sentence(place))
        body = next(reversed(self._words.bodies_within(start, place.head)), None)
        if body is None or self._words.in_quotes(body[0]):
            return []
        token, may = body
        known = load_bodies()[may[0]]
        if not place.chained and known.templates and not known.only_named:
            return []
        led = _led(self._lexicon).match(self._words.text, token.end, place.head)
        rest = self._words.text[led.end() : place.head] if led else "?"
        rest = self._lexicon.light.sub(" ", self._lexicon.possessive.sub(" ", rest))
        return [] if rest.strip() else [replace(_named(token, may), beside=True)]

    def _subject(self, d: Designator, place: _Place) -> list[Named]:
        """The subject of the sentence of "in its resolution": "its" refers to the subject."""
        if not self._in_its(place.head, possessive=place.possessive):
            return []
        numbering = [named for named in self._earlier(place) if load_bodies()[named.bodies[0]].templates]
        return numbering[::-1] or self._after(d)

    def _earlier(self, place: _Place) -> list[Named]:
        """Bodies named in the sentence before the noun, outside titles; an acronym speaks only for what it touches."""
        return [
            _named(t, may).elsewhere()
            for t, may in self._words.bodies_within(self._sentence(place), place.head)
            if not self._words.in_quotes(t) and t.meaning != "acronym"
        ]

    def _sentence(self, place: _Place) -> int:
        return max(self._words.segment(place.head)[0], place.head - _REACH)

    def _before_title(self, place: _Place) -> Named:
        """The last body that a link ties to what follows, where the noun follows the number."""
        tied = [
            _named(t, may)
            for t, may in self._words.bodies_within(place.start, place.number)
            if not self._words.in_quotes(t) and self._links(t.end) and not self._is_described(t, place)
        ]
        return tied[-1] if tied else NOBODY

    def _links(self, end: int) -> bool:
        """Whether a word (and a session: 第七十二届会议通过的) ties what follows to a body that ends here."""
        session = self._lexicon.session.match(self._words.text, end)
        at = session.end() if session else end
        date = self._words.date_at(at)
        return self._lexicon.body_link.match(self._words.text, date.end if date else at) is not None

    def _after(self, d: Designator) -> list[Named]:
        """The subject after "in its resolution 61/74", its date and a comma: "…, the Council invited"."""
        at = d.outer[1]
        link = self._lexicon.date_link.match(self._words.text, at)
        token = self._words.date_at(link.end()) if link else None
        at = token.end if token else at
        near = self._words.bodies_within(at, at + _NEAR)
        named = next((each for each in near if self._words.text[at : each[0].start].lstrip()[:1] in _COMMAS), None)
        if not named or self._words.residue(at, named[0].start):
            return []
        return [_named(*named).elsewhere()] if _numbers(*named, d) else []

    def _touches(self, start: int, head: int) -> bool:
        """Whether a body belongs to the noun after it: nothing joins them as two members of a list."""
        return not self._words.between(start, head) and (
            not self._lexicon.noun_before or not self._lexicon.joined.search(self._words.text, start, head)
        )

    def _adjoins(self, start: int, head: int) -> bool:
        """Whether nothing at all, or a possessive ending, is between a body and the noun or number after it."""
        return _ADJOINS.fullmatch(self._words.text, start, head) is not None

    def _in_its(self, head: int, *, possessive: bool) -> bool:
        """Whether the noun is that of "in its resolution", where "its" is the body just named as subject."""
        last = next(
            (
                t
                for t in reversed(self._words.tokens_within(self._words.possessives, head - _NEAR, head))
                if not self._words.between(t.end, head)
            ),
            None,
        )
        at = head if possessive else last.start if last else None
        return at is not None and self._lexicon.in_its.search(self._words.text, max(0, at - 24), at) is not None

    def _foreign(self, place: _Place) -> Named:
        """The last body named earlier in the sentence, unless it adopts ("Council resolutions, among them 23/9").

        One whose numbers have no symbol must be said to adopt ("the adoption by the Commission of resolution 72/7").
        """
        named = next(reversed(self._earlier(place)), NOBODY)
        if self._adopting in named.bodies[:1] or named.sure == "guess":
            return NOBODY
        numbers = any(load_bodies()[body].templates for body in named.bodies[:1])
        adopts = numbers or _adopts(self._lexicon).search(self._words.text, self._sentence(place), place.head)
        return named if adopts else NOBODY

    def _right(self, d: Designator) -> list[Named]:
        """The body that follows a number, its date and its quoted title passed over."""
        if not self._lexicon.noun_before:
            return []
        at, titled = d.outer[1], False
        for _ in range(_INSERTIONS):
            if body := self._body_after(at, titled=titled):
                return [replace(_named(*body), beside=True)]
            dated = self._lexicon.date_link.match(self._words.text, at)
            date = self._words.date_at(dated.end()) if dated else None
            title = self._words.quote_after(at, _TITLED)
            if date is None and title is None:
                return []
            at, titled = date.end if date else title or at, title is not None
        return []

    def _body_after(self, at: int, *, titled: bool) -> tuple[Token, tuple[str, ...]] | None:
        """The body that a link ties to what ends at a place; a comma will do after a title (“…”, of the)."""
        link = self._lexicon.body_link.match(self._words.text, at)
        body = self._words.body_at(link.end()) if link else None
        if body or not titled:
            return body
        return self._words.body_at(
            at + len(self._words.text[at : at + 2]) - len(self._words.text[at : at + 2].lstrip(", ،"))
        )
