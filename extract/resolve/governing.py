"""The governing verb: which citing verb of a paragraph governs the text at a place, and the relation that it means."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.verb_finder import Verb
from extract.language.verbs import Verbs
from extract.model.citation import Relation

_NEAREST: Final = 100
"""Verbs, and code points, before a reference that are looked at: a bound for hostile paragraphs."""
_RUN: Final = 60
"""Code points without a digit: the name of a body fits between a preposition and a number, a clause does not."""
_DIGITS: Final = regex.compile(r"\d++")


@dataclass(frozen=True, slots=True)
class Governing:
    """The relation of a reference, and the verb that expresses it, as written; None when no verb governs."""

    relation: Relation
    verb: str | None


def _reach(verb: Verb) -> int:
    """The first code point that a verb governs."""
    return verb.reach


def _close(text: str, end: int, start: int, lexicon: Verbs) -> bool:
    """Whether a reference follows a preposition so closely that it is the object of the preposition."""
    gap = lexicon.gap.fullmatch(text, end, start)
    return gap is not None and all(len(run) <= _RUN for run in _DIGITS.split(gap[0]))


def governing(  # noqa: PLR0913  # the place in its paragraph takes five; only `inherited` is an option
    text: str, start: int, end: int, verbs: Sequence[Verb], lexicon: Verbs, *, inherited: Governing | None = None
) -> Governing:
    """Return the verb that governs `text[start:end]`: the nearest before it, or one after it that reaches back over it.

    Where none does, a preposition right before it may, with or without a comma in between.

    Args:
        text: the flowing text of one paragraph.
        start: first code point of the reference, or of the mark of a note.
        end: one past its last.
        verbs: what `find_verbs` returns for `text`, by their reach.
        lexicon: the verbs of its language.
        inherited: what governs where no verb of the paragraph does: the verb of its chapeau.
    """
    last = bisect.bisect_right(verbs, start, key=_reach)
    for verb in reversed(verbs[max(0, last - _NEAREST) : last]):
        if verb.role == "postposed" and (verb.start <= start or verb.end < end):
            continue
        if verb.role == "phrase" and not _close(text, verb.end, start, lexicon):
            continue
        return Governing(verb.relation, verb.text)
    if inherited is None or inherited.verb is None:
        return _preposition(text, start, lexicon) or Governing("other", None)
    return inherited


def _preposition(text: str, start: int, lexicon: Verbs) -> Governing | None:
    """The relation by a preposition where no verb governs ("the commission set up in accordance with …")."""
    for position in range(start - 1, max(0, start - _NEAREST) - 1, -1):
        inside = lexicon.phrases.spaced and position and text[position - 1].isalnum()
        found = None if inside else lexicon.phrases.match(text, position)
        if found is not None and found[0] <= start and _close(text, found[0], start, lexicon):
            return Governing(found[1][1], text[position : found[0]])
    return None
