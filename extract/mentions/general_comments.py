"""General comments and recommendations of treaty bodies, cited by number: "general comment No. 36 (2018)"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.anchored import Holding
from extract.language.forms import NOTHING, any_of, named, words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Resolved
from extract.model.span import Span, overlaps_any
from extract.registry.committees import Committee, load_committees

_BEFORE: Final = 200
_AFTER: Final = 260
"""Characters before and after a general comment in which its committee may be named."""
_NOUN: Final = 24
_BETWEEN: Final = 200
"""Characters (its subject) between two numbers of a list."""
_IN_YEAR: Final = r"(?:\s?[(（](?:19|20)\d\d[^()（）\d]{0,2}[)）])?"
_NUMBER: Final = rf"(?<number>\d{{1,2}})(?![\d/]){_IN_YEAR}"
STOP: Final = regex.compile(r"[;；。؛]|\.\s(?![\d\p{Ll}])")
"""Where a sentence ends; an abbreviation (para. 8) ends none."""
_UNNAMED: Final = "a general comment whose committee is not named"
_OLD: Final = "a general comment of before its committee's series of symbols"
NOT_UNDERSTOOD: Final = frozenset({_UNNAMED, _OLD})
"""Why a general comment has no symbol."""


class _Patterns:
    """How general comments are cited in one language; compiled when a text speaks of one.

    Attributes:
        anchored: `comment`, tried only where its noun stands.
    """

    def __init__(self, lexicon: References) -> None:
        """Take the words of the language."""
        self._lexicon = lexicon
        self.anchored = Holding(lambda: self.comment, lexicon.committees.comments, among=lexicon)

    @functools.cached_property
    def comment(self) -> regex.Pattern[str]:
        """The noun, with the first number, or behind it where the noun follows."""
        noun = words(self._lexicon.committees.comments, prefixes=self._lexicon.particles)
        if self._lexicon.noun_before:
            return regex.compile(rf"(?i:{noun})\s?(?i:{self._numero})?{_NUMBER}", regex.V1)
        return regex.compile(rf"{self.further.pattern}{noun}{_IN_YEAR}", regex.V1)

    @functools.cached_property
    def further(self) -> regex.Pattern[str]:
        """A further number of a list, which its subject and a word for "number" lead to."""
        if self._lexicon.noun_before:
            return regex.compile(rf"(?<!\p{{L}})(?i:{self._numero}){_NUMBER}", regex.V1)
        numbers = self._lexicon.numbers
        return regex.compile(rf"(?:{any_of(numbers.lead)})\s?{_NUMBER}\s?(?:{any_of(numbers.tail)})", regex.V1)

    @functools.cached_property
    def joined(self) -> regex.Pattern[str]:
        """A further number that a word joins to the one before: "Nos. 30 (2004) and 36 (2020)"."""
        if not self._lexicon.noun_before:
            return regex.compile(NOTHING)
        also = words(self._lexicon.joints.words, prefixes=self._lexicon.particles)
        about = words([*self._lexicon.links.words, *self._lexicon.links.about], prefixes=self._lexicon.particles)
        closed = rf"(?=\s?(?:[(),.;:،؛]|$|{also})|\s{about})"
        return regex.compile(rf"(?:\s?[,،]\s?|\s?[,،]?\s?(?i:{also})\s?){_NUMBER}{closed}", regex.V1)

    @functools.cached_property
    def committee(self) -> regex.Pattern[str]:
        """The names of the committees, a group each."""
        names = self._lexicon.committees.names
        groups = {each.identifier: names.get(each.identifier, ()) for each in load_committees()}
        return regex.compile(rf"(?i:{named(groups, prefixes=self._lexicon.particles)})", regex.V1)

    @property
    def _numero(self) -> str:
        return rf"(?:{words(self._lexicon.numbers.numero)}|n[o\u00ba\u00b0]s?)\.?\s?"


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    return _Patterns(lexicon)


def find_general_comments(
    text: str, lexicon: References, taken: Sequence[Span], *, own: Committee | None
) -> Iterator[Candidate]:
    """Find general comments and recommendations cited by their number.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        taken: places of printed symbols.
        own: the committee that issued the document; None for documents of other bodies.

    Yields:
        The documents that they are; where no committee is named, or the number has no symbol of its own, why not.
    """
    patterns, floor = _patterns(lexicon), 0
    for match in patterns.anchored.finditer(text):
        found = [match, *_listed(text, match.end(), patterns)]
        name = _committee(text, Span(match.start(), found[-1].end()), floor, patterns, lexicon)
        floor = name.end() if name and name.start() > match.start() else floor
        committee = _named(name) or own
        for each in found:
            start = each.start("number") if each.re is patterns.joined else each.start()
            place = Span(start, each.end())
            if not overlaps_any(place, taken):
                meant = _meant(place, int(each["number"]), committee)
                yield _followed(meant, name) if each is found[-1] else meant


def _followed(comment: Candidate, name: regex.Match[str] | None) -> Candidate:
    """A general comment whose committee may be named between it and its part: "No. 35 of the Committee, para. 12"."""
    behind = name is not None and name.start() >= comment.end
    return replace(comment, skipped=(Span(comment.end, name.end()),)) if name and behind else comment


def _listed(text: str, end: int, patterns: _Patterns) -> Iterator[regex.Match[str]]:
    """The further numbers of the list that a general comment begins, in the same sentence."""
    while further := patterns.joined.match(text, end) or patterns.further.search(text, end, end + _BETWEEN):
        between = text[end : further.start()]
        another = patterns.comment.search(text, end, further.end() + _NOUN)
        if STOP.search(between) or (another and another.start() <= further.start()):
            return
        yield further
        end = further.end()


def _committee(text: str, place: Span, floor: int, patterns: _Patterns, lexicon: References) -> regex.Match[str] | None:
    """The name that belongs to a general comment: the last before it in its sentence, or the first after, if nearer.

    Args:
        text: the paragraph.
        place: of the general comments of one noun.
        floor: end of the name behind the general comment before, which is spent.
        patterns: those of the language.
        lexicon: its words; where nouns follow their number, a name stands before.
    """
    floor = max([floor, place.start - _BEFORE, *(m.end() for m in STOP.finditer(text, 0, place.start))])
    before = list(patterns.committee.finditer(text, floor, place.start))
    ends = (STOP.search(text, place.end), patterns.comment.search(text, place.end))
    stop = min([place.end + _AFTER, *(end.start() for end in ends if end)])
    after = patterns.committee.search(text, place.end, stop)
    if not lexicon.noun_before:
        return before[-1] if before else None
    if not before or after is None:
        return before[-1] if before else after
    return before[-1] if place.start - before[-1].end() <= after.start() - place.end else after


def _named(name: regex.Match[str] | None) -> Committee | None:
    """The committee of a name."""
    if name is None:
        return None
    return next(each for each in load_committees() if each.identifier.replace("-", "_") == name.lastgroup)


def _meant(place: Span, number: int, committee: Committee | None) -> Candidate:
    """A general comment as a reference to its document."""
    target = committee.comment(number) if committee else None
    if target is None:
        reason = _OLD if committee else _UNNAMED
        return Open(start=place.start, end=place.end, kind="document", certainty="inferred", reason=reason)
    return Resolved(start=place.start, end=place.end, kind="document", target=target, certainty="inferred")
