"""Treaties that the registry does not know: a title in treaty form, the same title the same node."""

import functools
import hashlib
from collections.abc import Iterable
from typing import Final

import regex

from extract.language.anchored import Anchored
from extract.language.forms import words
from extract.language.reference_table import HEADS
from extract.language.references import References
from extract.mentions.candidate import Resolved
from extract.model.span import Span, overlaps_any

NOTE: Final = "not in the registry"
_QUOTES: Final = (("《", "》"), ("«", "»"), ("“", "”"))
_FEWEST: Final = 3
"""Blanks in a title that stands without quotes."""
_SHORTEST: Final = 6
"""Characters of a title that can tell one treaty from another; anything shorter is a short form."""


@functools.cache
def _patterns(
    lexicon: References,
) -> tuple[Anchored, Anchored | None, regex.Pattern[str], regex.Pattern[str]]:
    """Quoted titles, titles by capitals and connecting words, what tells a draft, and head nouns by themselves."""
    anaphors, heads, section = lexicon.anaphors, lexicon.heads, lexicon.titles
    forms = [form for head in HEADS for form in (*anaphors.of(head), *heads.of(head))]
    nouns = words(forms, prefixes=lexicon.particles)
    inside = r"[^《》«»“”\n]{0,160}"
    if lexicon.date_before:
        quoted = "|".join(rf"(?<={a}){inside}{nouns}(?={b})" for a, b in _QUOTES)
    else:
        quoted = "|".join(rf"(?<={a}\s?){nouns}{inside}(?=\s?{b})" for a, b in _QUOTES)
    plain = None
    if section.connectors:
        connector = words(section.connectors)
        word = rf"(?:\s(?:{words(section.small)}|[\p{{Lu}}\d][\p{{L}}\p{{M}}'’-]*+|{connector}))"
        lead = r"(?:\p{Lu}[\p{L}'’-]++\s){0,6}?" if section.capitals else ""
        capitals = regex.compile(rf"{lead}{nouns}\s{connector}(?!\s\d){word}{{1,18}}+", regex.V1)
        plain = Anchored(capitals, forms, begins=False)
    return (
        Anchored(regex.compile(quoted, regex.V1), forms, begins=False),
        plain,
        regex.compile(
            rf"{words(section.drafts)}[\s«“\"《]*+$|^[»”\"》]?{words(section.drafts)}",
            regex.V1 | regex.IGNORECASE,
        ),
        regex.compile(rf"(?:\p{{L}}+ )?{nouns}(?: facultatif| Facultativo)?", regex.V1),
    )


def find_unknown(text: str, lexicon: References, taken: Iterable[Span]) -> tuple[Resolved, ...]:
    """Find titles in treaty form that nothing else has claimed.

    Args:
        text: flowing text of a paragraph.
        lexicon: the words of its language.
        taken: places of references found already.

    Returns:
        References to treaties whose slug is made of language and title, marked as not in the registry.
    """
    quoted, plain, draft, noun = _patterns(lexicon)
    spans = list(taken)
    out = []
    for pattern in (quoted, plain):
        for match in pattern.finditer(text) if pattern else ():
            start = match.start()
            cut = min([match.end(), *(a for a, _ in spans if start < a < match.end())])  # the next title is not ours
            end = start + len(_trimmed(text[start:cut].rstrip(), lexicon))
            title = text[start:end]
            few = pattern is plain and title.count(" ") < _FEWEST
            if len(title) < _SHORTEST or few or noun.fullmatch(title) or overlaps_any(Span(start, end), spans):
                continue
            if " ".join(title.casefold().split()) in _generic(lexicon):
                continue
            if draft.search(text[max(0, start - 24) : start]) or draft.search(text[end : end + 8]):
                continue
            spans.append(Span(start, end))
            out.append(
                Resolved(
                    start=start, end=end, kind="treaty", target=f"treaty:{slug(title, lexicon.language)}", title=title,
                    certainty="named", note=NOTE,
                )
            )  # fmt: skip
    return tuple(sorted(out, key=lambda found: found.start))


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
    return regex.compile(rf"(?:\s(?:{small}|\d++))++$")


def slug(title: str, language: str) -> str:
    """The name of an unknown treaty: its language and a hash of its title, case and blanks aside."""
    digest = hashlib.sha256(" ".join(title.casefold().split()).encode()).hexdigest()
    return f"{language}-{digest[:12]}"
