"""Finding the citing verbs of a paragraph and what each may govern."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from extract.language.phrasebook import skip_spaces
from extract.language.verbs import MARKS, Meaning, Verbs
from extract.model.citation import Relation

Role = Literal["leading", "coordinate", "postposed"]


_ADVERBS: Final = 3
"""Adverbs before or after one verb at most."""


_ENDS: Final = frozenset(";.；。؛")


@dataclass(frozen=True, slots=True)
class Verb:
    """A citing verb found in a paragraph.

    Attributes:
        start: its first character, adverbs included.
        end: one past its last character.
        relation: what it does to the text it governs.
        text: as written, adverbs included.
        role: `leading` opens the paragraph; `coordinate` continues it; `postposed` follows what it governs.
        reach: the first character that it governs.
    """

    start: int
    end: int
    relation: Relation
    text: str
    role: Role
    reach: int


def find_verbs(text: str, verbs: Verbs) -> tuple[Verb, ...]:
    """Find the citing verbs of a paragraph by reach; those of nouns and subordinate clauses are left out.

    Args:
        text: the flowing text of one paragraph.
        verbs: the verbs of its language.
    """
    found = [*_main(text, verbs), *_postposed(text, verbs)]
    # of several with one reach the last governs: one that follows its object
    return tuple(sorted(found, key=lambda verb: (verb.reach, verb.role == "postposed", -verb.start)))


def opens_paragraph(text: str, verbs: Verbs) -> bool:
    """Whether a text begins with a citing verb as a preambular paragraph does, adverbs and all.

    Where preambular verbs have a form of their own, a lower-case letter requires one of those: a line that begins with
    "requests" in lower case continues the line before.

    Args:
        text: the paragraph, or as much of it as stands on its first line.
        verbs: the verbs of its language.
    """
    if verbs.joints.match(text, 0) is not None:
        return False
    position = verbs.subjects.skip(text, 0, times=1)
    if any(verbs.particles.match(text, start) for start in verbs.starts(text, position)):
        return True
    return any(
        table != "finite" or text[0].isupper() or not verbs.moods
        for (table, _), _, _ in _verbs_at(text, position, verbs)
    )


def _main(text: str, verbs: Verbs) -> Iterator[Verb]:
    """The verbs that open a main clause, in order."""
    mood, last = "", 0
    for opening in verbs.opening.finditer(text):
        leading = opening["lead"] is not None
        position = opening.end()
        if position < last:
            continue
        if leading:
            position = verbs.subjects.skip(text, position, times=1)
        position = verbs.joints.skip(text, position, times=3)
        for (table, relation), start, end in _verbs_at(text, position, verbs):
            if leading:
                mood = table if _preambular(text, opening["lead"]) else ""
            elif table == "leading" or (mood == "participle" and table == "finite") or verbs.is_noun(text, start, end):
                break  # a noun elsewhere; in a preambular paragraph a finite form stands in a subordinate clause
            yield Verb(start, end, relation, text[start:end], "leading" if leading else "coordinate", end)
            last = end
            break


def _verbs_at(text: str, position: int, verbs: Verbs) -> Iterator[tuple[Meaning, int, int]]:
    """The verbs at a position, after a particle and a clitic if there is one: meaning, start and end."""
    particle = False
    for start in verbs.starts(text, position):
        after = verbs.particles.skip(text, start, times=1)
        if after > start:
            particle, position = True, after
    for start in verbs.starts(text, position):
        found = _verb(text, start, verbs)
        if found is not None:
            (table, relation), end = found
            yield ("participle" if particle else table, relation), start, end


def _preambular(text: str, label: str) -> bool:
    """Whether a paragraph can be preambular: without number or letter, and not ending as an operative one does."""
    return not label.strip(f"{MARKS} ") and text.rstrip()[-1:] not in _ENDS


def _verb(text: str, position: int, verbs: Verbs) -> tuple[Meaning, int] | None:
    """The meaning and the end of the verb that starts at a position with its adverbs; None if there is none."""
    for _ in range(_ADVERBS + 1):
        found = verbs.verbs.match(text, position)
        adverb = verbs.before.match(text, position)
        if found is not None and (adverb is None or adverb[0] <= found[0]):
            end, meaning = found
            for _ in range(_ADVERBS):
                adverb = verbs.after.match(text, skip_spaces(text, end))
                end = adverb[0] if adverb else end
            return meaning, end
        if adverb is None:
            return None
        position = skip_spaces(text, adverb[0])
    return None


def _postposed(text: str, verbs: Verbs) -> Iterator[Verb]:
    """The verbs that follow what they govern, each with the first opener after the previous one."""
    places = list(verbs.postposed.places(text))
    openers = [match.end() for match in verbs.opener.finditer(text)] if places else []
    since = 0
    for position in places[bisect.bisect_left(places, openers[0]) :] if openers else ():
        found = verbs.postposed.match(text, position)
        if found is None:
            continue
        end, (_, relation) = found
        first = bisect.bisect_left(openers, since)
        if first < len(openers) and openers[first] < position:
            yield Verb(position, end, relation, text[position:end], "postposed", openers[first])
            since = end
