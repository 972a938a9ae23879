"""The citing verbs of a paragraph: where each stands, and what it may govern."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from extract.language.verbs import Meaning, Verbs, blanks
from extract.model.citation import Relation

Role = Literal["leading", "coordinate", "postposed", "phrase"]


_ADVERBS: Final = 3  # so many adverbs stand before or behind one verb at most


_ENDS: Final = frozenset(";.；。؛")


@dataclass(frozen=True, slots=True)
class Verb:
    """A citing verb found in a paragraph.

    Attributes:
        start: its first code point, adverbs included.
        end: one past its last.
        relation: what it does to the text it governs.
        text: as written, adverbs included.
        role: `leading` opens the paragraph; `coordinate` joins on behind; `postposed` follows what it governs;
            `phrase` is a preposition ("pursuant to") that governs only what stands right behind it.
        reach: the first code point that it governs.
    """

    start: int
    end: int
    relation: Relation
    text: str
    role: Role
    reach: int


def find_verbs(text: str, lexicon: Verbs) -> tuple[Verb, ...]:
    """Find the citing verbs of a paragraph in order of their reach; nouns and subordinate clauses hold none.

    Args:
        text: the flowing text of one paragraph.
        lexicon: the verbs of its language.
    """
    found = [*_main(text, lexicon), *_postposed(text, lexicon), *_phrases(text, lexicon)]
    # Of those with one reach the last governs: one that follows its object, else the longest ("acting pursuant to").
    return tuple(sorted(found, key=lambda verb: (verb.reach, verb.role == "postposed", -verb.start)))


def opens_paragraph(text: str, lexicon: Verbs) -> bool:
    """Whether a text begins with a citing verb as a preambular paragraph does, adverbs and all.

    Where a language knows them by their form, a small letter wants one of the preamble: "в которой она, в частности,
    / предлагает" goes on.

    Args:
        text: the paragraph, or as much of it as stands on its first line.
        lexicon: the verbs of its language.
    """
    if lexicon.joints.match(text, 0) is not None:
        return False
    position = lexicon.subjects.skip(text, 0, times=1)
    if any(lexicon.particles.match(text, start) for start in _starts(text, position, lexicon)):
        return True
    return any(
        table != "finite" or text[0].isupper() or not lexicon.moods
        for (table, _), _, _ in _verbs_at(text, position, lexicon)
    )


def _main(text: str, lexicon: Verbs) -> Iterator[Verb]:
    """The verbs that open a main clause, in order."""
    mood, last = "", 0
    for opening in lexicon.opening.finditer(text):
        leading = opening["lead"] is not None
        position = opening.end()
        if position < last:
            continue
        if leading:
            position = lexicon.subjects.skip(text, position, times=1)
        position = lexicon.joints.skip(text, position, times=3)
        for (table, relation), start, end in _verbs_at(text, position, lexicon):
            if leading:
                mood = table if _preambular(text, opening["lead"]) else ""
            elif table == "leading" or (mood == "participle" and table == "finite") or _noun(text, start, end, lexicon):
                break  # a noun elsewhere; in a preambular paragraph a finite form stands in a subordinate clause
            yield Verb(start, end, relation, text[start:end], "leading" if leading else "coordinate", end)
            last = end
            break


def _verbs_at(text: str, position: int, lexicon: Verbs) -> Iterator[tuple[Meaning, int, int]]:
    """The verbs that may stand at a position, behind a particle and a clitic: their meaning, start and end."""
    particle = False
    for start in _starts(text, position, lexicon):
        behind = lexicon.particles.skip(text, start, times=1)
        if behind > start:
            particle, position = True, behind
    for start in _starts(text, position, lexicon):
        found = _verb(text, start, lexicon)
        if found is not None:
            (table, relation), end = found
            yield ("participle" if particle else table, relation), start, end


def _preambular(text: str, label: str) -> bool:
    """Whether a paragraph can be preambular: it bears no number or letter and does not end as an operative one does."""
    return not label.strip() and text.rstrip()[-1:] not in _ENDS


def _noun(text: str, start: int, end: int, lexicon: Verbs) -> bool:
    """Whether what has the form of a verb is a noun, as the word behind it tells ("and requests from States")."""
    found = lexicon.nouns.match(text, start)
    return found is not None and found[0] == end and lexicon.followers.match(text, blanks(text, end)) is not None


def _starts(text: str, position: int, lexicon: Verbs) -> Iterator[int]:
    """Where a word may start: here, and behind a clitic."""
    yield position
    if position < len(text) and text[position] in lexicon.clitics:
        yield position + 1


def _verb(text: str, position: int, lexicon: Verbs) -> tuple[Meaning, int] | None:
    """The meaning and the end of the verb that starts at a position with its adverbs; None when none does."""
    for _ in range(_ADVERBS + 1):
        found = lexicon.verbs.match(text, position)
        adverb = lexicon.before.match(text, position)
        if found is not None and (adverb is None or adverb[0] <= found[0]):
            end, meaning = found
            for _ in range(_ADVERBS):
                adverb = lexicon.after.match(text, blanks(text, end))
                end = adverb[0] if adverb else end
            return meaning, end
        if adverb is None:
            return None
        position = blanks(text, adverb[0])
    return None


def _postposed(text: str, lexicon: Verbs) -> Iterator[Verb]:
    """The verbs that follow what they govern, each with the first opener behind the one before it."""
    places = list(lexicon.postposed.places(text))
    openers = [match.end() for match in lexicon.opener.finditer(text)] if places else []
    since = 0
    for position in places[bisect.bisect_left(places, openers[0]) :] if openers else ():
        found = lexicon.postposed.match(text, position)
        if found is None:
            continue
        end, (_, relation) = found
        first = bisect.bisect_left(openers, since)
        if first < len(openers) and openers[first] < position:
            yield Verb(position, end, relation, text[position:end], "postposed", openers[first])
            since = end


def _phrases(text: str, lexicon: Verbs) -> Iterator[Verb]:
    """The prepositions that may govern what stands right behind them."""
    for place in lexicon.place.finditer(text):
        for start in _starts(text, place.end(), lexicon):
            first = start if place[0] == "" else lexicon.joints.skip(text, start, times=3)
            found = lexicon.phrases.match(text, first)
            if found is not None and _noun(text, first, found[0], lexicon):
                continue
            if found is not None and not text[max(0, first - 40) : first].rstrip().endswith(lexicon.barred):
                end, (_, relation) = found
                yield Verb(first, end, relation, text[first:end], "phrase", end)
