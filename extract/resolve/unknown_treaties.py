"""Treaties that the registry does not know: a title in treaty form, the same title the same node."""

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.anchored import Anchored, Holding
from extract.language.forms import words
from extract.language.reference_table import HEADS
from extract.language.references import References
from extract.mentions.block_titles import introduced
from extract.mentions.candidate import Resolved
from extract.model.cache import compiled
from extract.model.span import Span, overlaps_any

NOTE: Final = "not in the registry"
_QUOTES: Final = (("《", "》"), ("«", "»"), ("“", "”"))
_FEWEST: Final = 3
"""Spaces in a title without quotation marks."""
_BEFORE: Final = 24
_AFTER: Final = 8
"""Characters before and after a title that may say that it is a draft."""
_YEAR: Final = 5
"""Characters of a year that ends a date begun within a title."""
_SHORTEST: Final = 6
"""Characters of a title that distinguishes a treaty; anything shorter is a short form."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How titles of treaties look in one language.

    Attributes:
        quoted: titles in quotation marks.
        plain: titles recognised by capitals and connecting words; None where a language does without them.
        draft: words around a title by which it names no treaty yet.
        noun: head nouns by themselves, and two of them as one short form (公约任择议定书).
    """

    quoted: Anchored
    plain: Anchored | None
    draft: regex.Pattern[str]
    noun: regex.Pattern[str]


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    forms = [form for head in HEADS for form in (*lexicon.anaphors.of(head), *lexicon.heads.of(head))]
    nouns, drafts = words(forms, prefixes=lexicon.particles), words(lexicon.titles.drafts)
    optional = words(lexicon.titles.optional)
    plain = _plain(lexicon, nouns)
    core = compiled(rf"{nouns}\s{words(lexicon.titles.connectors)}", regex.V1)
    return _Patterns(
        quoted=Holding(compiled(_quoted(lexicon, nouns), regex.V1), forms, among=lexicon),
        plain=Holding(compiled(plain, regex.V1), forms, core=core, among=lexicon) if plain else None,
        draft=compiled(rf"{drafts}[\s«“\"《]*+$|^[»”\"》]?{drafts}", regex.V1 | regex.IGNORECASE),
        noun=compiled(
            rf"(?:\p{{L}}+ )?{nouns}(?: {optional})?" + (rf"|{nouns}.{{0,3}}{nouns}" if lexicon.date_before else ""),
            regex.V1,
        ),
    )


def _quoted(lexicon: References, nouns: str) -> str:
    """A quoted title that begins with a head noun, or ends with one where the noun closes the title."""
    inside = r"[^《》«»“”\n]{0,160}"
    if lexicon.date_before:
        return "|".join(rf"(?<={a}){inside}{nouns}(?={b})" for a, b in _QUOTES)
    return "|".join(rf"(?<={a}\s?){nouns}{inside}(?=\s?{b})" for a, b in _QUOTES)


def _plain(lexicon: References, nouns: str) -> str:
    """A head noun, a connecting word ("on"), and words with capitals or small connecting words; empty without any."""
    section = lexicon.titles
    if not section.connectors:
        return ""
    connector = words(section.connectors)
    word = rf"(?:\s(?:{words(section.small)}|[\p{{Lu}}\d][\p{{L}}\p{{M}}'’-]*+|{connector}))"
    articles = words(word for word in lexicon.anaphors.before if word)
    lead = rf"(?:(?!(?i:{articles})\s)\p{{Lu}}[\p{{L}}'’-]++\s){{0,6}}?" if section.capitals else ""
    clause = rf"(?!\s{words(lexicon.anaphors.clauses)})" if lexicon.anaphors.clauses else ""
    return rf"{lead}{nouns}\s{connector}(?!\s\d){clause}{word}{{1,18}}+"


def find_unknown(text: str, lexicon: References, taken: Iterable[Span]) -> tuple[Resolved, ...]:
    """Find titles in treaty form that nothing else has claimed.

    Args:
        text: flowing text of a paragraph.
        lexicon: the words of its language.
        taken: places of references found already.

    Returns:
        References to treaties whose slug is made of language and title, marked as not in the registry.
    """
    patterns, spans = _patterns(lexicon), list(taken)
    out = []
    quoted = patterns.quoted if any(opening in text for opening, _ in _QUOTES) else None
    for pattern, fewest in ((quoted, 0), (patterns.plain, _FEWEST)):
        for match in pattern.finditer(text) if pattern else ():
            place = _own_part(text, Span(*match.span()), spans, lexicon)
            title = text[place.start : place.end]
            if overlaps_any(place, spans) or title.count(" ") < fewest:
                continue
            if (
                _names_a_kind(title, lexicon)
                or _is_draft(text, place, patterns.draft)
                or _is_of_document(text, place, lexicon)
            ):
                continue
            spans.append(place)
            target = f"treaty:{slug(title, lexicon.language)}"
            out.append(
                Resolved(
                    start=place.start, end=place.end, kind="treaty", target=target, title=title, certainty="named",
                    note=NOTE,
                )
            )  # fmt: skip
    return tuple(sorted(out, key=lambda found: found.start))


def _own_part(text: str, match: Span, taken: Iterable[Span], lexicon: References) -> Span:
    """A match up to the next reference, without the small words that it then runs out in."""
    dates = (date.start() for date in lexicon.date.finditer(text, match.start, match.end + _YEAR))
    stops = (*(span.start for span in taken), *dates)
    end = min([match.end, *(stop for stop in stops if match.start < stop < match.end)])
    return Span(match.start, match.start + len(_trimmed(text[match.start : end].rstrip(), lexicon)))


def _names_a_kind(title: str, lexicon: References) -> bool:
    """Whether a title is a short form, a head noun, or the name of a kind of agreement: it names no single treaty."""
    if len(title) < _SHORTEST or _patterns(lexicon).noun.fullmatch(title):
        return True
    return " ".join(title.casefold().split()) in _generic(lexicon)


def _is_draft(text: str, place: Span, draft: regex.Pattern[str]) -> bool:
    """Whether the words around a title say that it names a draft."""
    before, after = text[max(0, place.start - _BEFORE) : place.start], text[place.end : place.end + _AFTER]
    return draft.search(before) is not None or draft.search(after) is not None


def _is_of_document(text: str, place: Span, lexicon: References) -> bool:
    """Whether a title in quotation marks is that of a document, named before it: the declaration "Agreement on …"."""
    opened = len(text[: place.start].rstrip()) - 1
    quoted = opened >= 0 and any(text[opened] == opening for opening, _ in _QUOTES)
    return quoted and introduced(lexicon, entitled=False).search(text, max(0, opened - _BEFORE), opened) is not None


@functools.cache
def _generic(lexicon: References) -> frozenset[str]:
    """Titles of a kind of agreement, of which there are many."""
    return frozenset(title.casefold() for title in lexicon.titles.generic)


def _trimmed(title: str, lexicon: References) -> str:
    """A title without the small words that it runs out in ("Convention on X and")."""
    return _late(lexicon).sub("", title)


@functools.cache
def _late(lexicon: References) -> regex.Pattern[str]:
    """The small words and numbers that a title may run out in."""
    small = words([*lexicon.titles.small, *lexicon.titles.connectors])
    return compiled(rf"(?:\s(?:{small}|\d++))++$")


def slug(title: str, language: str) -> str:
    """The name of an unknown treaty: its language and a hash of its title, case and spaces aside."""
    digest = hashlib.sha256(" ".join(title.casefold().split()).encode()).hexdigest()
    return f"{language}-{digest[:12]}"
