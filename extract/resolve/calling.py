"""`Calling`: what a text calls a resolution beside its number: "on women and peace and security", or a title in quotes.

It is for people who read a citation of a text of which no title is known; nothing else is decided by it.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import NOTHING, words
from extract.language.references import References
from extract.language.titles import load_titles
from extract.mentions.candidate import Candidate, Resolved
from extract.model.cache import compiled
from extract.model.document import Block

LONGEST: Final = 200
"""Code points of what a text is called."""

_NUMBERED: Final = frozenset({"resolution", "decision", "statement"})
_NEAR: Final = 60
"""Characters (a date, "of the General Assembly") between a number and what it is called."""
_LIST: Final = 80
"""Characters (a date) between two members of a list."""
_SHORTEST: Final = 6
_SHORTEST_WIDE: Final = 3
_QUOTED: Final = (
    r"[\u201c-\u201e]([^\u201c-\u201e]{3,200}+)[\u201c\u201d]|\u00ab([^\u00ab\u00bb]{3,200}+)\u00bb"
    r"|\u300a([^\u300a\u300b]{3,200}+)\u300b|\"([^\"]{3,200}+)\""
)
_END: Final = r"[,;:.!?()\[\]\u060c\u061b\uff0c\uff1b\u3002\u3001\u201c\u201d\u00ab\u00bb\u300a\u300b]"
_WITHIN: Final = r"[\u201c\u201e][^\u201c-\u201e]{1,120}+[\u201c\u201d]|\u00ab[^\u00ab\u00bb]{1,120}+\u00bb"
"""A quoted part of what a text is called."""
_WIDE: Final = regex.compile(r"\p{Han}")
_DIGIT: Final = regex.compile(r"\d")


class Calling:
    """Finds what a text calls the numbered texts that it cites."""

    def __init__(self, lexicon: References) -> None:
        """Take the words of a language."""
        self._lexicon = lexicon
        self._patterns = _patterns(lexicon)

    def named(self, cited: Iterable[tuple[Block, Candidate]]) -> Iterator[tuple[Block, Candidate]]:
        """Yield the references with what they are called, those of a block together.

        Args:
            cited: references with their blocks.
        """
        blocks: dict[int, tuple[Block, list[Candidate]]] = {}
        for block, found in cited:
            blocks.setdefault(id(block), (block, []))[1].append(found)
        for block, found_here in blocks.values():
            names = dict(self._of_block(block.text, found_here))
            yield from ((block, _called(each, names.get(id(each)))) for each in found_here)

    def _of_block(self, text: str, found: Sequence[Candidate]) -> Iterator[tuple[int, str]]:
        """Yield what the candidates of a block are called."""
        numbered = sorted((each for each in found if _is_numbered(each)), key=lambda each: each.start)
        names = [self._before(text, each) or self._after(text, each, numbered) for each in numbered]
        pairs = range(len(numbered) - 1)
        joined = [self._is_list(text, numbered[at], numbered[at + 1]) for at in pairs]
        for at in reversed(pairs):  # "resolutions 53/242, 55/200 and 57/251 on …": the last has it for all
            names[at] = names[at] or (names[at + 1] if joined[at] else None)
        for at in pairs:  # in a language that puts it first, the first has it for all
            names[at + 1] = names[at + 1] or (names[at] if joined[at] else None)
        yield from ((id(each), name) for each, name in zip(numbered, names, strict=True) if name)

    def _after(self, text: str, candidate: Candidate, others: Sequence[Candidate]) -> str | None:
        """Return what stands behind a number and its date."""
        start = max([candidate.end, *(span.end for span in candidate.skipped)])
        start = start if start - candidate.end <= _NEAR else candidate.end
        match = self._patterns.after.match(text, start, start + _NEAR + LONGEST)
        if match is None or any(match.start() < other.start < match.end() for other in others):
            return None
        return _tidy(match)

    def _before(self, text: str, candidate: Candidate) -> str | None:
        """Return what stands before a number."""
        before = self._patterns.before
        match = before.search(text, max(0, candidate.start - LONGEST), candidate.start) if before else None
        return _tidy(match) if match else None

    def _is_list(self, text: str, one: Candidate, other: Candidate) -> bool:
        """Whether two numbers are neighbours in a list: dates and what joins members stand between them."""
        between = text[one.end : other.start]
        if len(between) > _LIST:
            return False
        undated = self._lexicon.date.sub(" ", between) if _DIGIT.search(between) else between
        return self._patterns.joined.fullmatch(undated) is not None


class _Patterns:
    """The patterns of a language: what follows a number, what precedes it, what joins members of a list."""

    def __init__(self, lexicon: References) -> None:
        titles = load_titles(lexicon.language)
        called, stated = titles.called, titles.stated
        until, never = words(called.until), words(called.never)
        date = lexicon.date.pattern
        for group in ("day", "month", "year"):
            date = date.replace(f"(?<{group}>", "(?:")
        link = words(lexicon.dates.links)
        dated = rf"[\s,\u060c]*+(?:(?:{link})?[\s,\u060c]*+(?:{date}))?+[\s,\u060c(]*+"
        piece = rf"{_WITHIN}|(?!{_END})(?!\s(?:{until}))[\s\S]"
        body = rf"(?!\s*+(?:{never}|\d))(?<name>(?:{piece}){{3,200}}+)"
        titled = rf"(?:{words(stated.entitled)})\s?+[:\uff1a]?\s?+(?<title>{_QUOTED})"
        lead = rf"(?:{words(called.after)})"
        flags = regex.V1 | regex.IGNORECASE
        self.after = compiled(rf"{dated}(?:{titled}|(?<lead>{lead})\s?+{body})", flags)
        quoted = rf"(?:{words(stated.entitled)})(?<title>{_QUOTED})"
        first = rf"(?<lead>{words(called.before)})(?!{never})(?<name>(?:(?!{_END})[^\d\n]){{3,80}}?)"
        of = f"(?:{'|'.join(map(regex.escape, stated.joined))})" if stated.joined else NOTHING
        named = rf"(?:{quoted}|{first}){of}(?:{date})?\Z"
        self.before = compiled(named, flags) if called.before else None  # most languages put it behind
        self.joined = compiled(rf"(?:{lexicon.joint.pattern}|{link}|{words(lexicon.joints.words)}|[\s,;()])*+", flags)


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    return _Patterns(lexicon)


def _called(candidate: Candidate, name: str | None) -> Candidate:
    return candidate if candidate.called == name else replace(candidate, called=name)


def _is_numbered(candidate: Candidate) -> bool:
    return isinstance(candidate, Resolved) and candidate.kind in _NUMBERED and candidate.certainty != "named"


def _tidy(match: "regex.Match[str]") -> str | None:
    """Return the title in its quotation marks, or the words as they stand; None where too little is left."""
    if match["title"]:
        return str(match["title"]).strip()[:LONGEST]
    name = str(match["name"]).strip()
    if len(name) < (_SHORTEST_WIDE if _WIDE.search(name) else _SHORTEST):
        return None
    between = "" if _WIDE.search(name) else " "
    return f"{match['lead']}{between}{name}"[:LONGEST]
