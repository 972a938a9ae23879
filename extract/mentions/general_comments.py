"""General comments and recommendations of treaty bodies, cited by number: "general comment No. 36 (2018)"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.forms import NOTHING, any_of, words
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
_STOP: Final = regex.compile(r"[;；。؛]|\.\s")
_UNNAMED: Final = "a general comment whose committee is not named"
_OLD: Final = "a general comment of before its committee's series of symbols"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How general comments are cited in one language.

    Attributes:
        comment: the noun, with the first number, or behind it where the noun follows.
        further: a further number of a list, which its subject and a word for "number" lead to.
        committee: the names of the committees, a group each.
    """

    comment: regex.Pattern[str]
    further: regex.Pattern[str]
    committee: regex.Pattern[str]


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    section = lexicon.committees
    noun = words(section.comments, prefixes=lexicon.particles)
    lead, tail = any_of(lexicon.numbers.lead), any_of(lexicon.numbers.tail)
    numero = rf"(?:{words(lexicon.numbers.numero)}|n[o\u00ba\u00b0]s?)\.?\s?"
    number = r"(?<number>\d{1,2})(?![\d/])(?:\s?[(（](?:19|20)\d\d[^()（）\d]{0,2}[)）])?"
    names = "|".join(
        rf"(?<{each.identifier.replace('-', '_')}>{words(forms, prefixes=lexicon.particles)})"
        for each in load_committees()
        if (forms := section.names.get(each.identifier))
    )
    if lexicon.noun_before:
        comment, further = rf"(?i:{noun})\s?(?i:{numero})?{number}", rf"(?<!\p{{L}})(?i:{numero}){number}"
    else:
        further = rf"(?:{lead})\s?{number}\s?(?:{tail})"
        comment = rf"{further}{noun}"
    return _Patterns(
        comment=regex.compile(comment, regex.V1),
        further=regex.compile(further, regex.V1),
        committee=regex.compile(rf"(?i:{names or NOTHING})", regex.V1),
    )


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
    for match in patterns.comment.finditer(text):
        found = [match, *_listed(text, match.end(), patterns)]
        name = _committee(text, Span(match.start(), found[-1].end()), floor, patterns, lexicon)
        floor = name.end() if name and name.start() > match.start() else floor
        committee = _named(name) or own
        for each in found:
            place = Span(each.start(), each.end())
            if not overlaps_any(place, taken):
                yield _meant(place, int(each["number"]), committee)


def _listed(text: str, end: int, patterns: _Patterns) -> Iterator[regex.Match[str]]:
    """The further numbers of the list that a general comment begins, in the same sentence."""
    while further := patterns.further.search(text, end, end + _BETWEEN):
        between = text[end : further.start()]
        another = patterns.comment.search(text, end, further.end() + _NOUN)
        if _STOP.search(between) or (another and another.start() <= further.start()):
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
    floor = max([floor, place.start - _BEFORE, *(m.end() for m in _STOP.finditer(text, 0, place.start))])
    before = list(patterns.committee.finditer(text, floor, place.start))
    ends = (_STOP.search(text, place.end), patterns.comment.search(text, place.end))
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
    key = next(key for key, value in name.groupdict().items() if value)
    return next(each for each in load_committees() if each.identifier.replace("-", "_") == key)


def _meant(place: Span, number: int, committee: Committee | None) -> Candidate:
    """A general comment as a reference to its document."""
    target = committee.comment(number) if committee else None
    if target is None:
        reason = _OLD if committee else _UNNAMED
        return Open(start=place.start, end=place.end, kind="document", certainty="inferred", reason=reason)
    return Resolved(start=place.start, end=place.end, kind="document", target=target, certainty="inferred")
