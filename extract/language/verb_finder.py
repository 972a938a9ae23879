"""Finding the citing verbs of a paragraph and what each may govern."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from extract.language.clause import ASSISTING, ENDS, Clause, coordinated, refused
from extract.language.openings import Opening
from extract.language.phrasebook import skip_spaces
from extract.language.verb_table import Mood
from extract.language.verbs import Meaning, Verbs
from extract.model.citation import Relation

Role = Literal["leading", "coordinate", "postposed", "inserted"]


_ADVERBS: Final = 3
"""Adverbs before or after one verb at most."""


_ATTENDING: Final = frozenset({"bears-in-mind"})
"""Acts that inside the clause of another are none."""
_CLOSING: Final = 5
"""Characters of "; and" at the end of a member of a list."""
_BRACKETS: Final = frozenset("(（")


@dataclass(frozen=True, slots=True)
class Verb:
    """A citing verb found in a paragraph.

    Attributes:
        start: its first character, adverbs included.
        end: one past its last character.
        relation: what it does to the text it governs.
        text: as written, adverbs included.
        role: `leading` opens the paragraph; `coordinate` continues it; `postposed` follows what it governs; `inserted`
            says only with what in mind an act is done: "Encourages, bearing in mind resolution 60/1, the Panel to …".
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


def opens_paragraph(text: str, verbs: Verbs, *, surely: bool = False) -> bool:
    """Whether a text begins with a citing verb as a preambular paragraph does, adverbs and all.

    Where preambular verbs have a form of their own, a lower-case letter requires one of those: a line that begins with
    "requests" in lower case continues the line before.

    Args:
        text: the paragraph, or as much of it as stands on its first line.
        verbs: the verbs of its language.
        surely: whether forms do not count that are nouns, too ("States").
    """
    if verbs.joints.match(text, 0) is not None:
        return False
    position = verbs.subjects.skip(text, 0, times=1)
    if any(verbs.particles.match(text, start) for start in verbs.starts(text, position)):
        return True
    return any(
        (table not in {"finite", "bare"} or text[0].isupper() or not verbs.moods)
        and not (surely and table == "leading")
        for table, _, _, _ in _verbs_at(text, position, verbs)
    )


def opening_mood(text: str, verbs: Verbs) -> str:
    """The form of the citing verb that a paragraph begins with; empty where it begins with none.

    In languages that have both (`verbs.moods`), `participle` opens a preambular paragraph and `finite` an operative
    one; `leading` is a form that tells neither.
    """
    position = verbs.subjects.skip(text, 0, times=1)
    mood = next((table for table, _, _, _ in _verbs_at(text, position, verbs)), "")
    return "finite" if mood == "bare" else mood


def _main(text: str, verbs: Verbs) -> Iterator[Verb]:
    """The verbs that open a main clause, in order."""
    clause = Clause()
    for opening in verbs.openings.find(text):
        place, lead = opening
        if place >= clause.last and verbs.may_open(text, place) and (found := _opened(text, opening, clause, verbs)):
            verb, clause = found
            yield verb
        elif lead is not None and _item(lead):
            clause = Clause(operative=not ENDS.isdisjoint(text[-_CLOSING:]))


def _opened(text: str, opening: Opening, clause: Clause, verbs: Verbs) -> tuple[Verb, Clause] | None:
    """The verb that opens a clause at a place, and what may follow it; None where there is none."""
    place, lead = opening
    after = place if clause.last else _after_subject(text, place, verbs)
    form = next(_verbs_at(text, verbs.joints.skip(text, after, times=3), verbs), None)
    if form is None:
        return None
    table, relation, start, end = form
    if lead is None:
        barred = refused(text, place, form, clause, subject=after > place, verbs=verbs)
        return None if barred else _continued(text, place, form, clause, verbs)
    preambular = _preambular(text, lead)
    if _item(lead) and _names_task(table, relation, verbs):
        return None
    mood = table if table == "past" or preambular else None
    clause = Clause(mood, end, not preambular, text[start], table == "bare")
    return Verb(start, end, relation, text[start:end], "leading", end), clause


def _continued(
    text: str, place: int, form: tuple[Mood, Relation, int, int], clause: Clause, verbs: Verbs
) -> tuple[Verb, Clause]:
    """A verb that continues a paragraph, or is inserted into its clause, and what may follow it."""
    table, relation, start, end = form
    mood = clause.mood if clause.last else "past" if table == "past" else None
    inserted = clause.operative and relation in _ATTENDING and _attends(text, place, form, verbs)
    role: Role = "inserted" if inserted else "coordinate"
    return Verb(start, end, relation, text[start:end], role, end), replace(clause, mood=mood, last=end)


def _attends(text: str, place: int, form: tuple[Mood, Relation, int, int], verbs: Verbs) -> bool:
    """Whether a verb is no act of its own: a participle, or, where verbs have no moods, one that nothing joins."""
    table, _, start, _ = form
    return table == "participle" if verbs.moods else not coordinated(text, place, start, verbs)


def _after_subject(text: str, place: int, verbs: Verbs) -> int:
    """The place after the body that acts, and the number of its meeting; the same place where none stands there."""
    position = verbs.subjects.skip(text, place, times=1)
    sitting = verbs.sitting.match(text, position) if position > place else None
    return sitting.end() if sitting else position


def _names_task(table: Mood, relation: Relation, verbs: Verbs) -> bool:
    """Whether a member of a list says with a verb what someone else is to do: "(c) Supporting the Mission"."""
    return (relation in ASSISTING and table == "participle") if verbs.moods else table == "leading"


def _item(label: str) -> bool:
    """Whether a paragraph is a member of a list: "(a) support for the Mission"."""
    return any(character in _BRACKETS for character in label)


def _verbs_at(text: str, position: int, verbs: Verbs) -> Iterator[tuple[Mood, Relation, int, int]]:
    """The verbs at a position, after a particle and a clitic if there is one: mood, act, start and end."""
    if not verbs.may_begin(text, position):
        return
    particle = False
    for start in verbs.starts(text, position):
        after = verbs.particles.skip(text, start, times=1)
        if after > start:
            particle, position = True, after
    for start in verbs.starts(text, position):
        found = _verb(text, start, verbs)
        if found is not None:
            meaning, end = found
            yield "participle" if particle else meaning.mood, meaning.before(text, end), start, end


def _preambular(text: str, label: str) -> bool:
    """Whether a paragraph can be preambular: without number or letter, and not ending as an operative one does."""
    return not any(map(str.isalnum, label)) and text.rstrip()[-1:] not in ENDS


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
        end, meaning = found
        first = bisect.bisect_left(openers, since)
        if first < len(openers) and openers[first] < position:
            yield Verb(position, end, meaning.relation, text[position:end], "postposed", openers[first])
            since = end
