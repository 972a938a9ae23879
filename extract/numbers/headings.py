"""`read_heading`: whether a line names the body of the numbers listed below it ("General Assembly resolutions")."""

import functools
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.numbers.designators import find_designators
from extract.numbers.row import noun_of
from extract.numbers.words import Bodies, Token, Words
from extract.symbols.bodies import Noun, load_bodies
from extract.symbols.number import Designator

_LONGEST: Final = 200
_LONGEST_CLAUSE: Final = 2_000
_INSERTED: Final = 60  # characters ("ministerial declarations and") between a body and what it adopts
_SIGN: Final = regex.compile(
    r"\s*+(?:[-–—•·*]|\(?(?:\d{1,3}|[\p{L}]|[ivxIVX]{1,6})[.)](?=\s)|\p{L}{4,12}\s\d{1,3}(?:\.\d{1,3})*+[.:])?\s*+"
)
_INTRODUCES: Final = regex.compile(r"[:：]\s*+\Z")
_CLOSES: Final = regex.compile(r"[.。;；؛؟?!,，،]\s*+\Z")
_ASIDE: Final = regex.compile(r"\s*+(?:\([^()]{1,80}\)|（[^（）]{1,80}）|\*{1,3})?\s*+[:：]?\s*+\Z")
_STROKES: Final = regex.compile(r"[/\\|&]")
_UNKNOWN: Final = "other-body"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line names for the numbers below it.

    Attributes:
        bodies: the bodies, best first; empty where it names none.
        noun: what they adopt; None where it does not say.
        mixed: whether it names both resolutions and decisions.
        whole: whether it says nothing else.
    """

    bodies: tuple[str, ...] = ()
    noun: Noun | None = None
    mixed: bool = False
    whole: bool = True

    @property
    def is_unknown(self) -> bool:
        """Whether it names a body that the program does not know."""
        return self.bodies == (_UNKNOWN,)

    def noun_of(self, d: Designator) -> Noun:
        """What a number below it is; where both are named, decisions have the higher numbers."""
        if not self.mixed or not self.bodies:
            return self.noun or "resolution"
        most = load_bodies()[self.bodies[0]].most
        return "decision" if most and d.number > most else "resolution"

    def within(self, outer: "Heading | None") -> "Heading":
        """What it names together with the heading above it, where it names only a half."""
        if outer is None:
            return self
        if not self.bodies and self.noun:
            return replace(self, bodies=outer.bodies)
        return self if self.noun else replace(self, noun=outer.noun, mixed=outer.mixed)


@functools.cache
def _filler(lexicon: References) -> regex.Pattern[str]:
    """Words that may stand in a heading besides the body and the noun: articles, "of the", "list", "number"."""
    lists = lexicon.table.lists
    forms = [*lexicon.links.words, *lists.mandates, *lists.numbers, *lexicon.numbers.numero]
    return regex.compile(f"{words(forms, prefixes=lexicon.particles)}\\.?", regex.V1 | regex.IGNORECASE)


@functools.cache
def _both(lexicon: References) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """The patterns of the nouns of resolutions and of decisions."""
    single = [form for form in lexicon.nouns.resolution if " " not in form]  # not "resolutions and decisions"
    resolution, decision = (
        regex.compile(words(forms, prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE)
        for forms in (single, lexicon.nouns.decision)
    )
    return resolution, decision


def read_heading(text: str, lexicon: References, bodies: Bodies) -> Heading | None:
    """Read a line as the heading of a list of numbers; None where it is none.

    Args:
        text: the line.
        lexicon: the words of its language.
        bodies: what the text before it has said of bodies.
    """
    if len(text) > _LONGEST or _CLOSES.search(text):
        return None
    introduces = _INTRODUCES.search(text) is not None
    start = sign.end() if (sign := _SIGN.match(text)) else 0
    line = Words(text[start:], lexicon, bodies)
    if find_designators(line.text, lexicon):
        return None
    found = _Line(line, lexicon).heading()
    return None if found and introduces and found.is_unknown else found


def read_introduction(text: str, lexicon: References, bodies: Bodies) -> Heading | None:
    """Read a sentence that ends in a colon ("adopted by the Council as follows:"); None where no body adopts in it."""
    if not _INTRODUCES.search(text) or len(text) > _LONGEST_CLAUSE:
        return None
    sentence = Words(text, lexicon, bodies)
    noun = next(reversed(sentence.nouns), None)
    if noun is None or any(d.end > noun.start for d in find_designators(text, lexicon)):
        return None
    its = noun.meaning.startswith("own") or any(
        token.end <= noun.start and not sentence.between(token.end, noun.start) for token in sentence.possessives
    )
    own = (bodies.adopting,) if its and bodies.adopting else ()
    may = own or next((may for _, may in reversed(sentence.bodies)), ())
    return Heading(may, noun_of(noun), _names_both(text[noun.start : noun.end], lexicon)) if may else None


class _Line:
    """A line that may be a heading."""

    def __init__(self, line: Words, lexicon: References) -> None:
        self.line, self.lexicon, self.text = line, lexicon, line.text

    def heading(self) -> Heading | None:
        """What it names; None where it begins otherwise."""
        noun = next(iter(self.line.nouns), None)
        body = next(iter(self.line.bodies), None)
        if body is None:
            return self._without_body(noun)
        token, may = body
        start, end = token.start, token.end
        if noun:
            start, end = min(start, noun.start), max(end, noun.end)
            inner = self._rest(min(token.end, noun.end), max(token.start, noun.start))
        else:
            inner = ""
        last = max((t.end for t in self.line.nouns), default=end)
        whole = not self._rest(max(end, last), len(self.text)) or _ASIDE.match(self.text, max(end, last)) is not None
        if self._rest(0, start) or len(inner) > _INSERTED or (inner and not whole):
            return None
        if noun is None and not whole:
            return None
        both = noun is not None and _names_both(self.text, self.lexicon)
        return Heading(may, noun_of(noun) if noun else None, both, whole)

    def _without_body(self, noun: Token | None) -> Heading | None:
        """What a line names without a body that is known: "Resolutions", or "World Trade Organization decisions"."""
        if noun is None:
            return None
        last = self.line.nouns[-1]
        both = _names_both(self.text, self.lexicon)
        if not self._rest(0, noun.start) and not self._rest(last.end, len(self.text)):
            return Heading((), noun_of(noun), both)
        at_edge = not self._rest(last.end, len(self.text)) or not self._rest(0, noun.start)
        singular = self.text[last.start : last.end].casefold() in _singular(self.lexicon)
        if at_edge and not singular and not self.line.dates:
            return Heading((_UNKNOWN,), noun_of(noun), both)
        return None

    def _rest(self, start: int, end: int) -> str:
        """What stands between two places besides what belongs to a heading."""
        rest = _STROKES.sub(" ", self.line.residue(start, end))
        rest = _filler(self.lexicon).sub(" ", rest)
        return self.lexicon.light.sub(" ", rest).strip()


def _singular(lexicon: References) -> frozenset[str]:
    """The nouns in the singular, in languages that have one: "conflict prevention and resolution" is no heading."""
    forms = (lexicon.nouns.resolution, lexicon.nouns.decision)
    return frozenset(each[0].casefold() for each in forms if len(each) > 1)


def _names_both(text: str, lexicon: References) -> bool:
    resolution, decision = _both(lexicon)
    return resolution.search(text) is not None and decision.search(text) is not None
