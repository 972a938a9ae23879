"""Evidence of the body a number is of: the bodies named with it, behind it, or as the subject of its sentence."""

from collections.abc import Sequence
from typing import Final

from extract.body import load_bodies
from extract.designator import Designator
from extract.words import Token, Words

_REACH: Final = 600
"""Characters that a sentence may put between a body and the number it is the subject of."""

_NEAR: Final = 60
"""Characters between "its" and the noun it belongs to."""
_TITLED: Final = 16
"""Characters of "intitulée" between a number and its quoted title."""

May = tuple[str, ...]
"""The bodies that one name may mean, best first."""


class Evidence:
    """The bodies that a paragraph names for its numbers."""

    def __init__(self, words: Words, *, adopting: str | None) -> None:
        """Ask of a paragraph in a document that a body adopts."""
        self._words, self._lexicon, self._adopting = words, words.lexicon, adopting

    def of(self, d: Designator, noun: Token | None, *, since: int | None) -> tuple[str, ...]:
        """Bodies that the surroundings name for a number, best evidence first; none when nothing is named.

        Args:
            d: the number.
            noun: its noun.
            since: end of the list member before it; None when it opens a list.
        """
        chained = since is not None
        start = since if since is not None else max(self._words.segment(d.outer[0])[0], d.outer[0] - _REACH)
        adopting = self._adopting
        own: tuple[str, ...] = (adopting,) if adopting else ()
        possessive = bool(noun and noun.meaning.startswith("own") and noun.start >= start)
        left: list[tuple[int, May]] = [(t.end, may) for t, may in self._words.bodies_within(start, d.outer[0])]
        left += [(t.end, own) for t in self._words.tokens_within(self._words.possessives, start, d.outer[0])]
        left.sort()
        head = noun.start if noun and self._lexicon.noun_before and start <= noun.start else d.outer[0]
        inner = [may for end, may in left if end > head and not self._words.between(end, d.outer[0])][-1:]
        outer = [may for end, may in reversed(left) if end <= head and self._touches(end, head)][:1]
        right = self._right(d)
        since_break = max(self._words.segment(head)[0], head - _REACH)
        before = [may for t, may in self._words.bodies_within(since_break, head) if not self._words.in_quotes(t)]
        numbered = [may for may in before[::-1] if load_bodies()[may[0]].templates]
        subject = numbered if self._in_its(head, possessive=possessive) else []
        if inner or outer or right or possessive:
            found = [*subject, *inner, *right, *outer, *([own] if possessive else [])]
            return tuple(dict.fromkeys(body for may in found for body in may))
        if not self._lexicon.noun_before:
            titled = [
                may
                for t, may in self._words.bodies_within(start, d.outer[0])
                if not self._words.in_quotes(t) and self._lexicon.body_link.match(self._words.text, t.end)
            ]
            return titled[-1] if titled and not chained else ()
        return () if chained else self._foreign(before)

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

    def _foreign(self, before: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The last body named earlier in the sentence, unless it adopts ("Council resolutions, among them 23/9")."""
        may = before[-1] if before else ()
        return () if self._adopting in may[:1] else may

    def _right(self, d: Designator) -> list[tuple[str, ...]]:
        """The body that follows a number, behind its date or before it."""
        if not self._lexicon.noun_before:
            return []
        at = d.outer[1]
        for _ in range(3):
            link = self._lexicon.body_link.match(self._words.text, at)
            if link and (body := self._words.body_at(link.end())):
                return [body[1]]
            dated = self._lexicon.date_link.match(self._words.text, at)
            token = self._words.date_at(dated.end()) if dated else None
            titled = self._words.quote_behind(at, _TITLED)
            if token is None and titled is None:
                return []
            at = token.end if token else titled or at
        return []
