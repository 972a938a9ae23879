"""The rule of bodies: a number whose form is another body's than the one that is named with it."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import load_references
from extract.symbols.body_table import load_rows
from graph.checking.facts import Facts
from graph.checking.place import Place
from graph.checking.verdict import Finding
from graph.pipeline.transcript import Passage


def body(place: Place, _facts: Facts) -> Iterator[Finding]:
    """The body named beside a number whose form is another body's: "General Assembly resolution 1325 (2000)"."""
    target = place.citation.target
    right = next((name for name, head in _TOLD_APART.items() if target.startswith(head)), None)
    if place.passage is None or right is None or place.citation.evidence.certainty != "explicit":
        return
    printed = _body_beside(place.passage, place.span, place.language)
    if printed is not None and printed != right:
        names = {key: row.name for key, row in load_rows().items()}
        yield Finding(
            field="body", agrees=False, printed=names[printed], known=names[right], source="the form of the number"
        )


_TOLD_APART: Final[Mapping[str, str]] = {"general-assembly": "A/RES/", "security-council": "S/RES/"}
"""Bodies whose numbers differ in form, so that the one cannot be the other's, and how their symbols begin."""


def _body_beside(passage: Passage, span: tuple[int, int], language: str) -> str | None:
    """The body that is named within the quote, directly before it, or directly after it."""
    start, end = span
    named = [
        name
        for name, patterns in _body_patterns(language).items()
        if patterns.before.search(passage.text, max(0, start - _BODY), start)
        or patterns.name.search(passage.text, start, end)
        or patterns.after.match(passage.text, end, end + _BODY)
    ]
    both = all(
        each.name.search(passage.text, max(0, start - _BODY), end + _BODY) for each in _body_patterns(language).values()
    )
    return named[0] if len(named) == 1 and not both else None


_BODY: Final = 60
"""Characters of a body's name and of the words that join it to the number."""


@dataclass(frozen=True, slots=True)
class _BodyPatterns:
    """The name of a body by itself, at the end of what precedes a number, and after a number."""

    name: regex.Pattern[str]
    before: regex.Pattern[str]
    after: regex.Pattern[str]


@functools.cache
def _body_patterns(language: str) -> Mapping[str, _BodyPatterns]:
    """Body to the patterns of its name in a language."""
    table = load_references(language).table
    joined = words(table.links.words)
    found = {}
    for body_name in _TOLD_APART:
        name = words(table.bodies.get(body_name, ()))
        found[body_name] = _BodyPatterns(
            regex.compile(name, regex.V1),
            regex.compile(rf"{name}(?:\s*+\p{{L}}{{1,12}}+)?\s*+\Z", regex.V1),
            regex.compile(rf"\s*+(?:{joined}\s*+)?{name}", regex.V1),
        )
    return found
