"""The words that matter in a paragraph (nouns, bodies, dates, possessives), and what is between two places."""

import bisect
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import regex

from extract.language.dates import SENTENCE, DateToken, find_dates
from extract.language.finders import finders
from extract.language.references import References
from extract.symbols.bodies import load_bodies
from extract.text.once import once

Naming = Literal["full", "acronym", "short", "guess"]
"""How a body is named: in full, by its initials, or by a short form, of a body named before or of any."""
_OVERLAPPING: Final = 8
"""Words that may lie inside one quoted title before the place in question."""
_LONGEST_KEPT: Final = 60
"""Characters of a piece between two words that is worth keeping."""
_QUOTED: Final = regex.compile(r"[“\"«《][^”\"»》“«《]{0,400}+[”\"»》]|”[^”“]{0,400}+“")


@dataclass(frozen=True, slots=True)
class Token:
    """A word that matters: its place and its meaning."""

    start: int
    end: int
    meaning: str


@dataclass(slots=True)
class Bodies:
    """What the text has said of bodies so far: a short form means the last full form that it may abbreviate.

    Attributes:
        adopting: identifier of the body that adopts the document; None when unknown.
        recent: bodies named in full, the last one last.
    """

    adopting: str | None
    recent: list[str] = field(default_factory=list)

    def name(self, body: str) -> None:
        """Remember a body named in full, or a treaty whose parties it is."""
        if body in self.recent:
            self.recent.remove(body)
        self.recent.append(body)

    def of(self, form: str, lexicon: References) -> tuple[tuple[str, ...], Naming]:
        """The bodies a form may mean, best first, and how it names them; a full form is remembered."""
        if full := lexicon.full(form):
            self.name(full)
            return (full,), "acronym" if form.isupper() else "full"
        possible = lexicon.may_mean(form)
        known = [body for body in reversed(self.recent) if body in possible] or self._adopting_among(possible)
        return (*known, *(body for body in possible if body not in known)), "short" if known else "guess"

    def _adopting_among(self, possible: Sequence[str]) -> list[str]:
        """The adopting body, and the one whose work it took over, as far as a short form may mean them."""
        adopting = load_bodies().get(self.adopting or "")
        return [body for body in (adopting.identifier, adopting.before) if body in possible] if adopting else []


def _named(text: str, lexicon: References, bodies: Bodies) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """The names of bodies; a treaty named before a short form says whose parties meet there."""
    sessions = [m.span() for m in finders(lexicon).session.finditer(text)]
    treaties = [(m.end(), (m.lastgroup or "").replace("_", "-")) for m in finders(lexicon).conventions.finditer(text)]
    for m in finders(lexicon).body.finditer(text):
        while treaties and treaties[0][0] <= m.start():
            bodies.name(treaties.pop(0)[1])
        if any(a < m.start() < b for a, b in sessions):
            continue  # 第十一届紧急特别会议
        may, naming = bodies.of(m.group(), lexicon)
        yield Token(m.start(), m.end(), naming), may
    for _, body in treaties:
        bodies.name(body)


def _nouns(text: str, lexicon: References) -> list[Token]:
    """The nouns of resolutions and decisions, without those of "the present resolution"."""
    present = [m.span() for m in finders(lexicon).present.finditer(text)]
    return [
        Token(m.start(), m.end(), m.lastgroup or "")
        for m in finders(lexicon).noun.finditer(text)
        if not any(a <= m.start() < b for a, b in present)
    ]


def weighty(piece: str, lexicon: References) -> str:
    """What a piece of a text holds besides light words and what joins the members of a list."""
    if not piece or piece.isspace():
        return ""
    return (_weighty if len(piece) <= _LONGEST_KEPT else _weighty.__wrapped__)(piece, lexicon)


@functools.lru_cache(maxsize=1 << 12)
def _weighty(piece: str, lexicon: References) -> str:
    """The same, kept since " of the " and the like stand before most numbers."""
    return lexicon.light.sub(" ", lexicon.joint.sub(" ", piece)).strip()


def _start(token: Token | DateToken) -> int:
    return token.start


class Words:
    """The words of one paragraph, each kind found once, when it is asked for; most paragraphs have no number.

    Attributes:
        text, lexicon: the paragraph and its language.
        nouns, possessives, dates, quoted: what was found of each kind, in order; quoted titles as spans.
        bodies: names of bodies with the bodies they may mean, best first.
    """

    def __init__(self, text: str, lexicon: References, bodies: Bodies) -> None:
        """Find the words of a paragraph; full names of bodies are remembered in `bodies`."""
        self.text, self.lexicon = text, lexicon
        self.bodies: Sequence[tuple[Token, tuple[str, ...]]] = tuple(_named(text, lexicon, bodies))

    @once
    def nouns(self) -> Sequence[Token]:
        """The nouns of resolutions and decisions."""
        return _nouns(self.text, self.lexicon)

    @once
    def possessives(self) -> Sequence[Token]:
        """The words for "its"."""
        return [Token(m.start(), m.end(), "its") for m in finders(self.lexicon).possessive.finditer(self.text)]

    @once
    def dates(self) -> Sequence[DateToken]:
        """The full dates."""
        return find_dates(self.text, self.lexicon)

    @once
    def quoted(self) -> Sequence[tuple[int, int]]:
        """The quoted titles."""
        return [m.span() for m in _QUOTED.finditer(self.text)]

    @once
    def _breaks(self) -> Sequence[int]:
        """Where sentences end."""
        stops = (Token(m.start(), m.end(), "") for m in SENTENCE.finditer(self.text))
        return [stop.start for stop in stops if not self.in_quotes(stop) and not self._in_date(stop.start)]

    @once
    def _spans(self) -> Sequence[tuple[int, int]]:
        """The places of all words that matter, in order."""
        tokens = (*self.nouns, *self.possessives, *(t for t, _ in self.bodies))
        dates = ((t.start, t.end) for t in self.dates)
        return sorted([*dates, *((t.start, t.end) for t in tokens), *self.quoted])

    def bodies_within(self, start: int, end: int) -> list[tuple[Token, tuple[str, ...]]]:
        """The names of bodies wholly between two places."""
        first = bisect.bisect_left(self.bodies, start, key=lambda named: named[0].start)
        last = bisect.bisect_left(self.bodies, end, key=lambda named: named[0].start)
        return [named for named in self.bodies[first:last] if named[0].end <= end]

    def tokens_within(self, tokens: Sequence[Token], start: int, end: int) -> list[Token]:
        """Those of the tokens wholly between two places."""
        first, last = (bisect.bisect_left(tokens, place, key=_start) for place in (start, end))
        return [token for token in tokens[first:last] if token.end <= end]

    def noun_before(self, place: int) -> Token | None:
        """The last noun that ends before a place."""
        index = bisect.bisect_left(self.nouns, place, key=_start) - 1
        return self.nouns[index] if index >= 0 else None

    def body_at(self, place: int) -> tuple[Token, tuple[str, ...]] | None:
        """The name of a body that begins at a place, and the bodies it may mean; None when none begins there."""
        index = bisect.bisect_left(self.bodies, place, key=lambda named: named[0].start)
        return self.bodies[index] if index < len(self.bodies) and self.bodies[index][0].start == place else None

    def date_at(self, place: int) -> DateToken | None:
        """The date that begins at a place."""
        index = bisect.bisect_left(self.dates, place, key=_start)
        return self.dates[index] if index < len(self.dates) and self.dates[index].start == place else None

    def quote_after(self, place: int, within: int) -> int | None:
        """The end of the quoted title that begins at a place or at most some characters after it."""
        index = bisect.bisect_left(self.quoted, (place, place))
        return self.quoted[index][1] if index < len(self.quoted) and self.quoted[index][0] - place <= within else None

    def residue(self, start: int, end: int) -> str:
        """What is between two places besides dates, bodies, nouns, possessives, quoted titles and light words."""
        if end <= start:
            return ""
        piece = list(self.text[start:end])
        first = bisect.bisect_left(self._spans, (start, start))
        before = max(0, first - _OVERLAPPING)  # a quoted title that began before
        for a, b in self._spans[before : bisect.bisect_left(self._spans, (end, end))]:
            for at in range(max(a, start), min(b, end)):
                piece[at - start] = " "
        return weighty("".join(piece), self.lexicon)

    def between(self, start: int, end: int) -> str:
        """What is between two places besides light words and dates only."""
        piece = self.text[start:end]
        first = bisect.bisect_left(self.dates, start, key=_start)
        for token in self.dates[first : bisect.bisect_left(self.dates, end, key=_start)]:
            piece = piece.replace(self.text[token.start : token.end], " ")
        return weighty(piece, self.lexicon)

    def segment(self, at: int) -> tuple[int, int]:
        """The stretch between strong breaks that holds a place."""
        place = bisect.bisect_left(self._breaks, at)
        before, after = self._breaks[place - 1 : place], self._breaks[place : place + 1]
        return (before[0] + 1 if place else 0), (after[0] if after else len(self.text))

    def _in_date(self, place: int) -> bool:
        """Whether a full stop belongs to a date ("6. Dezember 2006") and so ends no sentence."""
        index = bisect.bisect_right(self.dates, place, key=_start) - 1
        return index >= 0 and place < self.dates[index].end

    def in_quotes(self, token: Token) -> bool:
        """Whether a body is inside a quoted title, where it says nothing of what is cited."""
        place = bisect.bisect_left(self.quoted, (token.start, token.start))
        return place > 0 and token.end < self.quoted[place - 1][1]
