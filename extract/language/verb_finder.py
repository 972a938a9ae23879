"""Finding the citing verbs of a paragraph and what each may govern."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from extract.language.openings import Opening
from extract.language.phrasebook import COMMAS, skip_spaces
from extract.language.verb_table import Mood
from extract.language.verbs import Meaning, Verbs
from extract.model.citation import Relation

Role = Literal["leading", "coordinate", "postposed", "inserted"]


_ADVERBS: Final = 3
"""Adverbs before or after one verb at most."""


_ATTENDING: Final = frozenset({"bears-in-mind"})
"""Acts that inside the clause of another are none."""
_ASSISTING: Final = frozenset({"supports"})
"""Acts that a participle of an operative paragraph ascribes to others: "Decides … (c) supporting the Mission"."""
_ENDS: Final = frozenset(";.；。؛")
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
        (table != "finite" or text[0].isupper() or not verbs.moods) and not (surely and table == "leading")
        for table, _, _, _ in _verbs_at(text, position, verbs)
    )


def opening_mood(text: str, verbs: Verbs) -> str:
    """The form of the citing verb that a paragraph begins with; empty where it begins with none.

    In languages that have both (`verbs.moods`), `participle` opens a preambular paragraph and `finite` an operative
    one; `leading` is a form that tells neither.
    """
    position = verbs.subjects.skip(text, 0, times=1)
    return next((table for table, _, _, _ in _verbs_at(text, position, verbs)), "")


def _main(text: str, verbs: Verbs) -> Iterator[Verb]:
    """The verbs that open a main clause, in order."""
    clause = _Clause()
    for opening in verbs.openings.find(text):
        place, lead = opening
        if place >= clause.last and verbs.may_open(text, place) and (found := _opened(text, opening, clause, verbs)):
            verb, clause = found
            yield verb
        elif lead is not None and _item(lead):
            clause = _Clause(operative=not _ENDS.isdisjoint(text[-_CLOSING:]))


@dataclass(frozen=True, slots=True)
class _Clause:
    """The last verb of a main clause.

    Attributes:
        mood: the mood that the verbs after it must have; None where any may follow.
        last: its end; 0 before the first verb.
        operative: whether the paragraph acts, so that a participle in it only attends an act.
        initial: the first letter of the first verb; where verbs show it, that of the person who acts.
    """

    mood: Mood | None = None
    last: int = 0
    operative: bool = False
    initial: str = ""

    def refuses(self, table: Mood, *, subject: bool) -> bool:
        """Whether a form after a stop or a conjunction is a noun, or the verb of a subordinate clause.

        Args:
            table: the mood of the form.
            subject: whether the body that acts stands right before it, inside it or after it.
        """
        if table == "past":
            return self.mood != "past" if self.last else not subject
        if self.mood == "past":
            return True
        return table == "leading" or (self.mood == "participle" and table == "finite")


def _opened(text: str, opening: Opening, clause: _Clause, verbs: Verbs) -> tuple[Verb, _Clause] | None:
    """The verb that opens a clause at a place, and what may follow it; None where there is none."""
    place, lead = opening
    after = place if clause.last else _after_subject(text, place, verbs)
    form = next(_verbs_at(text, verbs.joints.skip(text, after, times=3), verbs), None)
    if form is None:
        return None
    table, relation, start, end = form
    if lead is None:
        refused = _refused(text, place, form, clause, subject=after > place, verbs=verbs)
        return None if refused else _continued(text, place, form, clause, verbs)
    preambular = _preambular(text, lead)
    if _item(lead) and _names_task(table, relation, verbs):
        return None
    mood = table if table == "past" or preambular else None
    return Verb(start, end, relation, text[start:end], "leading", end), _Clause(mood, end, not preambular, text[start])


def _continued(
    text: str, place: int, form: tuple[Mood, Relation, int, int], clause: _Clause, verbs: Verbs
) -> tuple[Verb, _Clause]:
    """A verb that continues a paragraph, or is inserted into its clause, and what may follow it."""
    table, relation, start, end = form
    mood = clause.mood if clause.last else "past" if table == "past" else None
    inserted = clause.operative and relation in _ATTENDING and _attends(text, place, form, verbs)
    role: Role = "inserted" if inserted else "coordinate"
    return Verb(start, end, relation, text[start:end], role, end), replace(clause, mood=mood, last=end)


def _attends(text: str, place: int, form: tuple[Mood, Relation, int, int], verbs: Verbs) -> bool:
    """Whether a verb is no act of its own: a participle, or, where verbs have no moods, one that nothing joins."""
    table, _, start, _ = form
    return table == "participle" if verbs.moods else not _coordinated(text, place, start, verbs)


def _refused(  # noqa: PLR0913  # a text and a place, a form, and what stands before it
    text: str, place: int, form: tuple[Mood, Relation, int, int], clause: _Clause, *, subject: bool, verbs: Verbs
) -> bool:
    """Whether a form after a stop or a conjunction opens no clause: a noun, a subordinate clause, an adjunct."""
    table, relation, start, end = form
    named = subject or _before_subject(text, start, end, verbs)
    if clause.refuses(table, subject=named) and not _same_person(text, form, clause, verbs):
        return True
    if verbs.is_noun(text, start, end) or (clause.operative and table == "participle" and relation in _ASSISTING):
        return True
    joined = clause.mood == "participle" and _coordinated(text, place, start, verbs)
    return clause.last > 0 and not joined and _adjunct(text, start, end, verbs)


def _same_person(text: str, form: tuple[Mood, Relation, int, int], clause: _Clause, verbs: Verbs) -> bool:
    """Whether a verb goes on for the particle of the first, as in Arabic: joined after a comma, in the same person."""
    table, _, start, _ = form
    joined = text[start - 1 : start] in verbs.clitics and text[max(0, start - 4) : start - 1].rstrip()[-1:] in COMMAS
    return bool(verbs.particles.pages) and table == "finite" and joined and text[start] == clause.initial


def _after_subject(text: str, place: int, verbs: Verbs) -> int:
    """The place after the body that acts, and the number of its meeting; the same place where none stands there."""
    position = verbs.subjects.skip(text, place, times=1)
    sitting = verbs.sitting.match(text, position) if position > place else None
    return sitting.end() if sitting else position


def _before_subject(text: str, start: int, end: int, verbs: Verbs) -> bool:
    """Whether the body that acts follows a verb or its first word, as it does in Arabic and German."""
    spaces = (at for at in range(start, end) if text[at].isspace())
    return any(verbs.subjects.match(text, skip_spaces(text, at)) for at in (*spaces, end))


def _coordinated(text: str, place: int, start: int, verbs: Verbs) -> bool:
    """Whether a conjunction joins a verb to the one before: "…, and taking into account"."""
    return verbs.coordinators.match(text, place) is not None or text[start - 1 : start] in verbs.clitics


def _adjunct(text: str, start: int, end: int, verbs: Verbs) -> bool:
    """Whether a form is no act of its own: "Decides, taking into account resolution 60/1, …"."""
    return any(verbs.bases.match(text, at) for at in range(start, end) if at == start or text[at - 1].isspace())


def _names_task(table: Mood, relation: Relation, verbs: Verbs) -> bool:
    """Whether a member of a list says with a verb what someone else is to do: "(c) Supporting the Mission"."""
    return (relation in _ASSISTING and table == "participle") if verbs.moods else table == "leading"


def _item(label: str) -> bool:
    """Whether a paragraph is a member of a list: "(a) support for the Mission"."""
    return any(character in _BRACKETS for character in label)


def _verbs_at(text: str, position: int, verbs: Verbs) -> Iterator[tuple[Mood, Relation, int, int]]:
    """The verbs at a position, after a particle and a clitic if there is one: mood, act, start and end."""
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
    return not any(map(str.isalnum, label)) and text.rstrip()[-1:] not in _ENDS


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
