"""Numbers of resolutions and decisions in a paragraph, each with its noun, its body and its date: one mention a number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812  # a type, beside the field `date`
from typing import Final, Literal

import regex

from extract.body import Body, Noun, default_body, load_bodies
from extract.designator import Designator, find_designators
from extract.lexicon import Lexicon

SENTENCE: Final = regex.compile(r"[;；。؛]|(?<=\p{L}{5}|[\d)\]”»\"])[.?!](?=\s++[\p{Lu}\p{Lo}(])")
"""Strong breaks: an abbreviation (chap., párr., разд.) has four letters at most, so its point ends no sentence."""
_QUOTED: Final = regex.compile(r"[“\"«《][^”\"»》“«《]{0,400}+[”\"»》]")
_LONG_PAST: Final = 20
"""Years: texts seldom cite, undated, what is older."""
_REACH: Final = 300
"""Characters of title that may stand between the members of a list, or between a noun and its first number."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word that matters: where it stands and what it means."""

    start: int
    end: int
    meaning: str


@dataclass(frozen=True, slots=True)
class DateToken:
    """A date as written, and as ISO text."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number with what its surroundings say of it.

    Attributes:
        start, end: the quote, with the noun and 第 … 号 where they touch the number.
        designator: the number itself.
        noun: resolution or decision; None when no noun could be told.
        bodies: bodies it may be of, best evidence first.
        date: ISO date the text gives it.
        around: every body that the paragraph names.
    """

    start: int
    end: int
    designator: Designator
    noun: Noun | None
    bodies: tuple[str, ...]
    date: str | None
    around: tuple[str, ...] = ()


@dataclass(slots=True)
class Bodies:
    """What the text has said of bodies so far: a short form means the last full form it may stand for.

    Attributes:
        adopting: identifier of the body that adopts the document; None when unknown.
        recent: bodies named in full, the last one last.
    """

    adopting: str | None
    recent: list[str] = field(default_factory=list)

    def of(self, form: str, lexicon: Lexicon) -> tuple[str, ...]:
        """The bodies a form may mean, best first; a full form is remembered."""
        if full := lexicon.bodies.get(form):
            if full in self.recent:
                self.recent.remove(full)
            self.recent.append(full)
            return (full,)
        may = lexicon.shorts[form]
        known = [body for body in reversed(self.recent) if body in may]
        if self.adopting in may and not known:
            known = [self.adopting]
        return (*known, *(body for body in may if body not in known))


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of one paragraph, each kind in order."""

    nouns: Sequence[Token]
    bodies: Sequence[tuple[Token, tuple[str, ...]]]
    possessives: Sequence[Token]
    dates: Sequence[DateToken]
    breaks: Sequence[int]
    quoted: Sequence[tuple[int, int]]


def find_dates(text: str, lexicon: Lexicon) -> tuple[DateToken, ...]:
    """Find every full date; impossible ones (31 February) are passed over."""
    found = []
    for match in lexicon.date.finditer(text):
        written = match["month"].replace("/ ", "/")
        month = next((lexicon.months[w] for w in (written, written.lower(), written.capitalize()) if w in lexicon.months), 0)
        try:
            iso = Date(int(match["year"]), month, int(match["day"])).isoformat()
        except ValueError:
            continue
        found.append(DateToken(match.start(), match.end(), iso))
    return tuple(found)


def _noun_of(token: Token) -> Noun:
    return "decision" if token.meaning.endswith("decision") else "resolution"


class NumberFinder:
    """Reads one document's paragraphs in order, remembering the bodies it has met."""

    def __init__(self, lexicon: Lexicon, *, adopting: str | None, year: int | None = None) -> None:
        """Start a document of a language, adopted by a body (identifier of `bodies.toml`) in a year."""
        self.lexicon, self.year = lexicon, year
        self.bodies = Bodies(adopting)
        self._known = load_bodies()

    def find(self, text: str, *, taken: Sequence[tuple[int, int]] = ()) -> tuple[NumberMention, ...]:
        """Find the numbers of a paragraph; what stands inside `taken` (printed symbols) is no number of its own."""
        tokens = self._tokens(text)
        numbers = [
            d
            for d in find_designators(text, self.lexicon)
            if not any(a < d.outer[1] and d.outer[0] < b for a, b in taken) and not self._barred(text, d)
        ]
        if not numbers:
            return ()
        return tuple(_Row(self, text, tokens, numbers).mentions())

    def _barred(self, text: str, designator: Designator) -> bool:
        return bool(self.lexicon.barred.search(text[max(0, designator.outer[0] - 24) : designator.outer[0]]))

    def _tokens(self, text: str) -> _Tokens:
        lexicon = self.lexicon
        present = [m.span() for m in lexicon.present.finditer(text)]
        nouns = [
            Token(m.start(), m.end(), m.lastgroup or "")
            for m in lexicon.noun.finditer(text)
            if not any(a <= m.start() < b for a, b in present)
        ]
        bodies = [(Token(m.start(), m.end(), m.group()), self.bodies.of(m.group(), lexicon)) for m in lexicon.body.finditer(text)]
        possessives = [Token(m.start(), m.end(), "its") for m in lexicon.possessive.finditer(text)]
        quoted = [m.span() for m in _QUOTED.finditer(text)]
        breaks = [m.start() for m in SENTENCE.finditer(text) if not any(a < m.start() < b for a, b in quoted)]
        return _Tokens(nouns, bodies, possessives, find_dates(text, lexicon), breaks, quoted)


class _Row:
    """The numbers of one paragraph, left to right."""

    def __init__(self, finder: NumberFinder, text: str, tokens: _Tokens, numbers: Sequence[Designator]) -> None:
        self.finder, self.lexicon, self.text, self.tokens, self.numbers = finder, finder.lexicon, text, tokens, numbers

    def residue(self, start: int, end: int) -> str:
        """What stands between two places besides dates, bodies, nouns, possessives, quoted titles and light words."""
        if end <= start:
            return ""
        piece = list(self.text[start:end])
        for token in (*self.tokens.dates, *self.tokens.nouns, *self.tokens.possessives, *(t for t, _ in self.tokens.bodies)):
            for at in range(max(token.start, start), min(token.end, end)):
                piece[at - start] = " "
        for a, b in self.tokens.quoted:
            for at in range(max(a, start), min(b, end)):
                piece[at - start] = " "
        rest = self.lexicon.joint.sub(" ", "".join(piece))
        return self.lexicon.light.sub(" ", rest).strip()

    def between(self, start: int, end: int) -> str:
        """What stands between two places besides light words and dates only."""
        piece = self.text[start:end]
        for token in self.tokens.dates:
            if start <= token.start and token.end <= end:
                piece = piece.replace(self.text[token.start : token.end], " ")
        return self.lexicon.light.sub(" ", self.lexicon.joint.sub(" ", piece)).strip()

    def segment(self, at: int) -> tuple[int, int]:
        """The stretch between strong breaks that holds a place."""
        before = [b for b in self.tokens.breaks if b < at]
        after = [b for b in self.tokens.breaks if b >= at]
        return (before[-1] + 1 if before else 0), (after[0] if after else len(self.text))

    def chained(self, left: Designator, right: Designator) -> bool:
        """Whether two numbers can be members of one list."""
        start, end = left.outer[1], right.outer[0]
        if self.segment(start)[1] < end:
            return False
        gap = self.text[start:end]
        if self.lexicon.noun_before:
            return end - start <= _REACH or len(self.residue(start, end)) <= _REACH
        return len(gap) <= 2 * _REACH and (not gap.strip() or self.lexicon.joint.match(gap.lstrip()) is not None)

    def mentions(self) -> list[NumberMention]:
        chains = [False, *(self.chained(a, b) for a, b in zip(self.numbers, self.numbers[1:], strict=False))]
        nouns = self._nouns(chains)
        bodies = [self._bodies(index, nouns[index], chained=chains[index]) for index in range(len(self.numbers))]
        for index in range(len(bodies) - 2, -1, -1):
            if not bodies[index] and chains[index + 1] and nouns[index] is not None and nouns[index] is nouns[index + 1]:
                bodies[index] = bodies[index + 1]  # "resolutions 61/1 and 61/2 of the General Assembly": for all under one noun
        for index in range(1, len(bodies)):
            if not bodies[index] and chains[index]:
                bodies[index] = bodies[index - 1]
        out = [self._mention(index, nouns[index], bodies[index]) for index in range(len(bodies))]
        return self._shared_dates(out, chains)

    def _nouns(self, chains: list[bool]) -> list[Token | None]:
        """The noun of each number."""
        count = len(self.numbers)
        out: list[Token | None] = [None] * count
        if self.lexicon.noun_before:
            for index, d in enumerate(self.numbers):
                start = self.numbers[index - 1].outer[1] if chains[index] else max(self.segment(d.outer[0])[0], d.outer[0] - _REACH)
                own = [n for n in self.tokens.nouns if start <= n.start and n.end <= d.outer[0]]
                near = next((n for n in reversed(own) if len(self.between(n.end, d.outer[0])) <= 2 or len(self.residue(n.end, d.outer[0])) <= _REACH // 2), None)
                out[index] = near or (out[index - 1] if chains[index] else None)
            return out
        for index in range(count - 1, -1, -1):
            d = self.numbers[index]
            limit = self.numbers[index + 1].outer[0] if index + 1 < count else self.segment(d.outer[1])[1]
            own = [n for n in self.tokens.nouns if d.outer[1] <= n.start <= limit]
            near = next((n for n in own if not self.residue(d.outer[1], n.start)), None)
            out[index] = near or (out[index + 1] if index + 1 < count and chains[index + 1] else None)
        return out

    def _bodies(self, index: int, noun: Token | None, *, chained: bool) -> tuple[str, ...]:
        """Bodies that the surroundings name for one number, best evidence first."""
        d = self.numbers[index]
        start = self.numbers[index - 1].outer[1] if chained else max(self.segment(d.outer[0])[0], d.outer[0] - 2 * _REACH)
        adopting = self.finder.bodies.adopting
        own: tuple[str, ...] = (adopting,) if adopting else ()
        possessive = bool(noun and noun.meaning.startswith("own") and noun.start >= start)
        left: list[tuple[int, tuple[str, ...]]] = [(t.end, may) for t, may in self.tokens.bodies if start <= t.start and t.end <= d.outer[0]]
        left += [(t.end, own) for t in self.tokens.possessives if start <= t.start and t.end <= d.outer[0]]
        left.sort()
        head = noun.start if noun and self.lexicon.noun_before and start <= noun.start else d.outer[0]
        inner = [may for end, may in left if end > head and not self.between(end, d.outer[0])][-1:]
        outer = [may for end, may in reversed(left) if end <= head and self._touches(end, head)][:1]
        right = self._right(d)
        before = [
            may
            for t, may in self.tokens.bodies
            if self.segment(head)[0] <= t.start and head - 2 * _REACH <= t.start and t.end <= head and not self._quoted(t)
        ]
        subject = before[::-1] if self._in_its(head, possessive=possessive) else []
        if inner or outer or right or possessive:
            found = [*subject, *inner, *right, *outer, *([own] if possessive else [])]
            return tuple(dict.fromkeys(body for may in found for body in may))
        if not self.lexicon.noun_before:
            titled = [may for t, may in self.tokens.bodies if start <= t.start and t.end <= d.outer[0] and not self._quoted(t) and self.lexicon.body_link.match(self.text, t.end)]
            return titled[-1] if titled and not chained else ()
        return () if chained else self._foreign(before, head)

    def _quoted(self, token: Token) -> bool:
        """Whether a body stands inside a quoted title, where it says nothing of what is cited."""
        return any(a < token.start and token.end < b for a, b in self.tokens.quoted)

    def _touches(self, start: int, head: int) -> bool:
        """Whether a body belongs to the noun behind it: nothing joins them as two members of a list."""
        return not self.between(start, head) and (not self.lexicon.noun_before or not self.lexicon.joined.search(self.text, start, head))

    def _in_its(self, head: int, *, possessive: bool) -> bool:
        """Whether the noun stands in "in its resolution", where "its" is the body just named as subject."""
        last = next((t for t in reversed(self.tokens.possessives) if t.end <= head and not self.between(t.end, head)), None)
        at = head if possessive else last.start if last else None
        return at is not None and self.lexicon.in_its.search(self.text, max(0, at - 24), at) is not None

    def _foreign(self, before: Sequence[tuple[str, ...]], head: int) -> tuple[str, ...]:
        """The last body named earlier in the sentence, where it is not the adopting one ("Council resolutions, among them resolution 23/9")."""
        may = before[-1] if before else ()
        return () if self.finder.bodies.adopting in may[:1] else may

    def _right(self, d: Designator) -> list[tuple[str, ...]]:
        """The body that follows a number, behind its date or before it."""
        if not self.lexicon.noun_before:
            return []
        at = d.outer[1]
        for _ in range(3):
            link = self.lexicon.body_link.match(self.text, at)
            if link and (body := next((may for t, may in self.tokens.bodies if t.start == link.end()), None)):
                return [body]
            dated = self.lexicon.date_link.match(self.text, at)
            token = next((t for t in self.tokens.dates if dated and t.start == dated.end()), None)
            titled = next((b for a, b in self.tokens.quoted if 0 <= a - at <= 16), None)  # "intitulée « … »"
            if token is None and titled is None:
                return []
            at = token.end if token else titled or at
        return []

    def _around(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(may[0] for _, may in self.tokens.bodies))

    def _date(self, d: Designator) -> str | None:
        if self.lexicon.date_before:
            return next((t.iso for t in reversed(self.tokens.dates) if t.end <= d.outer[0] and not self._apart(t.end, d.outer[0])), None)
        at = d.outer[1]
        for _ in range(2):
            link = self.lexicon.date_link.match(self.text, at)
            token = next((t for t in self.tokens.dates if link and t.start == link.end()), None)
            if token:
                return token.iso
            to_body = self.lexicon.body_link.match(self.text, at)
            body = next((t for t, _ in self.tokens.bodies if to_body and t.start == to_body.end()), None)
            if body is None:
                return None
            at = body.end
        return None

    def _apart(self, start: int, end: int) -> str:
        """What keeps a date from the number behind it."""
        return self.lexicon.light.sub("", self.text[start:end]) if end - start < 12 else "far"  # noqa: PLR2004  # 日第, 日通过的第

    def _mention(self, index: int, token: Token | None, named: tuple[str, ...]) -> NumberMention:
        d = self.numbers[index]
        start, end = d.outer
        if token and self.lexicon.noun_before and token.end <= start and not self.text[token.end : start].strip():
            start = token.start
        elif token and not self.lexicon.noun_before and token.start == end:
            end = token.end
        return NumberMention(start, end, d, _noun_of(token) if token else None, named, self._date(d), self._around())

    def _shared_dates(self, out: list[NumberMention], chains: list[bool]) -> list[NumberMention]:
        """A date that a list shares ("both of 4 December 1990") dates every undated member before it."""
        for index, mention in enumerate(out):
            if not mention.date and (match := self.lexicon.shared.match(self.text, mention.designator.outer[1] + len(" "))):
                token = next((t for t in self.tokens.dates if 0 <= t.start - match.end() <= 1), None)
                at = index
                while token and at >= 0 and not out[at].date:
                    m = out[at]
                    out[at] = NumberMention(m.start, m.end, m.designator, m.noun, m.bodies, token.iso, m.around)
                    if not chains[at]:
                        break
                    at -= 1
        return out


def decide(mention: NumberMention, *, adopting: str | None, report: str | None = None, until: int | None = None) -> tuple[str | None, str]:
    """Decide the symbol of a mention, or say why not.

    Args:
        mention: the number with its evidence.
        adopting: identifier of the adopting body.
        report: symbol of the report that the sentence names before the number; a body's resolutions are printed in its report.
        until: the year of the citing text.

    Returns:
        The symbol and an empty reason, or None and the reason; None with an empty reason when it is no reference at all.
    """
    d, known = mention.designator, load_bodies()
    year = int(mention.date[:4]) if mention.date else None
    noun: Noun = mention.noun or "resolution"
    if mention.noun is None and not _speaks_for_itself(d, known["security-council"]):
        return None, ""
    reporting = [body.identifier for body in known.values() if report and body.reports and regex.match(body.reports, report)]
    candidates = [*mention.bodies, *reporting, *([] if year else _recent(d, mention.around, until)), *_implied(d, adopting, year, until)]
    for strict in (True, False):
        for name in candidates:
            body = known[name]
            if not body.templates:  # a body that is named, whose numbers have no symbol
                if mention.bodies and name == mention.bodies[0] and d.form != "year":
                    return None, f"{noun} {d.session}/{d.number} of {_article(body.name)}: its {noun}s have no symbol of their own"
                continue
            if body.admits(d, year if strict else None, until=until) and (symbol := body.symbol(d, noun)):
                return symbol, ""
    return None, f"{noun} {d.session}/{d.number}: the text names no body that numbers so"


def _recent(d: Designator, around: tuple[str, ...], until: int | None) -> list[str]:
    """A body named in the paragraph that has just met in that session, where the Assembly's session of that number is long past."""
    assembly = load_bodies()["general-assembly"]
    if d.form != "slash" or until is None or until - (assembly.zero + d.ordinal) < _LONG_PAST:
        return []
    return [b for b in around if load_bodies()[b].sessions and b != "general-assembly" and load_bodies()[b].admits(d, None, until=until)]


def _article(name: str) -> str:
    return f"the {name}" if name[0].isupper() else f"a {name}"


def _speaks_for_itself(d: Designator, council: Body) -> bool:
    """Whether a number needs no noun beside it: 1718 (2006) in the right year, 217 A (III)."""
    if d.form == "year":
        usual = council.usual_year(d.number)
        return usual is not None and abs(usual - int(d.session)) <= 1
    return d.form == "roman" and d.ordinal > 0


def _implied(d: Designator, adopting: str | None, year: int | None, until: int | None) -> list[str]:
    """Bodies that a number may be of when none is named: by its form, the adopting body, the year of its date."""
    default = default_body(d)
    own = [adopting] if adopting and adopting in load_bodies() else []
    out = [*([default] if d.form in {"year", "annual", "roman"} and default else []), *own, *([default] if default else [])]
    if d.form in {"slash", "special"}:
        out += [b for b in ("general-assembly", "human-rights-council") if load_bodies()[b].admits(d, year, until=until) and year]
    return list(dict.fromkeys(out))
