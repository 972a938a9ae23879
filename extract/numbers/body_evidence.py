"""Evidence of the body a number is of: the bodies named with it, behind it, or as the subject of its sentence."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.references import Lexicon, words
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

_COMMAS: Final = (",", "،", "，")


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies that a number may be of, best first, and how sure the first of them is (see `extract.mention`)."""

    bodies: tuple[str, ...]
    sure: Sure = "named"

    def elsewhere(self) -> "Named":
        """The same where they are not named with the number."""
        return Named(self.bodies, "implied" if self.sure == "named" else self.sure)


NOBODY: Final = Named(())


@functools.cache
def _adopts(lexicon: Lexicon) -> regex.Pattern[str]:
    """The pattern of words that say that a body adopts."""
    forms = words(lexicon.table["links"]["adopting"], prefixes=lexicon.particles)
    return regex.compile(forms, regex.V1 | regex.IGNORECASE)


def _named(token: Token, may: tuple[str, ...]) -> Named:
    return Named(may, "implied" if token.meaning == "short" else "guess" if token.meaning == "guess" else "named")


class Evidence:
    """The bodies that a paragraph names for its numbers."""

    def __init__(self, words: Words, *, adopting: str | None) -> None:
        """Ask of a paragraph in a document that a body adopts."""
        self._words, self._lexicon, self._adopting = words, words.lexicon, adopting

    def of(self, d: Designator, noun: Token | None, *, since: int | None) -> Named:
        """Bodies that the surroundings name for a number.

        Args:
            d: the number.
            noun: its noun.
            since: end of the list member before it; None when it opens a list.

        Returns:
            The bodies, best evidence first, none when nothing is named; and how sure they are.
        """
        chained = since is not None
        start = since if since is not None else max(self._words.segment(d.outer[0])[0], d.outer[0] - _REACH)
        own = Named((self._adopting,) if self._adopting else ())
        possessive = bool(noun and noun.meaning.startswith("own") and noun.start >= start)
        left = [(t.end, _named(t, may)) for t, may in self._words.bodies_within(start, d.outer[0])]
        left += [(t.end, own) for t in self._words.tokens_within(self._words.possessives, start, d.outer[0])]
        left.sort(key=lambda item: item[0])
        head = noun.start if noun and self._lexicon.noun_before and start <= noun.start else d.outer[0]
        inner = [named for end, named in left if end > head and not self._words.between(end, d.outer[0])][-1:]
        outer = [named for end, named in reversed(left) if end <= head and self._touches(end, head)][:1]
        right = self._right(d)
        since_break = max(self._words.segment(head)[0], head - _REACH)
        before = [
            _named(t, may).elsewhere()
            for t, may in self._words.bodies_within(since_break, head)
            if not self._words.in_quotes(t) and t.meaning != "acronym"  # an acronym speaks only for what it touches
        ]
        numbered = [named for named in before[::-1] if load_bodies()[named.bodies[0]].templates]
        subject = numbered or self._behind(d) if self._in_its(head, possessive=possessive) else []
        if inner or outer or right or possessive:
            found = [*subject, *inner, *right, *outer, *([own] if possessive else [])]
            return Named(tuple(dict.fromkeys(body for named in found for body in named.bodies)), found[0].sure)
        if not self._lexicon.noun_before:
            titled = [
                _named(t, may)
                for t, may in self._words.bodies_within(start, d.outer[0])
                if not self._words.in_quotes(t) and self._links(t.end)
            ]
            return titled[-1] if titled and not chained else NOBODY
        return NOBODY if chained else self._foreign(before, since_break, head)

    def _links(self, end: int) -> bool:
        """Whether a word (and a session: 第七十二届会议通过的) ties what follows to a body that ends here."""
        session = self._lexicon.sessions.match(self._words.text, end)
        at = session.end() if session else end
        date = self._words.date_at(at)
        return self._lexicon.body_link.match(self._words.text, date.end if date else at) is not None

    def _behind(self, d: Designator) -> list[Named]:
        """The subject behind "in its resolution 61/74", its date and a comma: "…, the Council invited"."""
        at = d.outer[1]
        link = self._lexicon.date_link.match(self._words.text, at)
        token = self._words.date_at(link.end()) if link else None
        at = token.end if token else at
        named = next(
            (
                (t, may)
                for t, may in self._words.bodies_within(at, at + _NEAR)
                if self._words.text[at : t.start].lstrip()[:1] in _COMMAS
            ),
            None,
        )
        return [_named(*named).elsewhere()] if named and not self._words.residue(at, named[0].start) else []

    def _touches(self, start: int, head: int) -> bool:
        """Whether a body belongs to the noun behind it: nothing joins them as two members of a list."""
        return not self._words.between(start, head) and (
            not self._lexicon.noun_before or not self._lexicon.joined.search(self._words.text, start, head)
        )

    def _in_its(self, head: int, *, possessive: bool) -> bool:
        """Whether the noun stands in "in its resolution", where "its" is the body just named as subject."""
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

    def _foreign(self, before: Sequence[Named], start: int, head: int) -> Named:
        """The last body named earlier in the sentence, unless it adopts ("Council resolutions, among them 23/9").

        One whose numbers have no symbol must be said to adopt ("the adoption by the Commission of resolution 72/7").
        """
        named = before[-1] if before else NOBODY
        if self._adopting in named.bodies[:1] or named.sure == "guess":
            return NOBODY
        numbers = any(load_bodies()[body].templates for body in named.bodies[:1])
        adopts = numbers or _adopts(self._lexicon).search(self._words.text, start, head)
        return named if adopts else NOBODY

    def _right(self, d: Designator) -> list[Named]:
        """The body that follows a number, behind its date or before it."""
        if not self._lexicon.noun_before:
            return []
        at, titled = d.outer[1], None
        for _ in range(3):
            link = self._lexicon.body_link.match(self._words.text, at)
            behind = at + len(self._words.text[at : at + 2]) - len(self._words.text[at : at + 2].lstrip(", ،"))
            places = [*([link.end()] if link else []), *([behind] if titled else [])]  # "entitled “…”, of the"
            if body := next((body for place in places if (body := self._words.body_at(place))), None):
                return [_named(*body)]
            dated = self._lexicon.date_link.match(self._words.text, at)
            token = self._words.date_at(dated.end()) if dated else None
            titled = self._words.quote_behind(at, _TITLED)
            if token is None and titled is None:
                return []
            at = token.end if token else titled or at
        return []
