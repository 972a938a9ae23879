"""`Clause`: what a paragraph has said so far, and whether a form that follows is the verb of another clause of it."""

from dataclasses import dataclass
from typing import Final

from extract.language.phrasebook import COMMAS, skip_spaces
from extract.language.verb_table import Mood
from extract.language.verbs import Verbs
from extract.model.citation import Relation

ASSISTING: Final = frozenset({"supports"})
"""Acts that a participle of an operative paragraph ascribes to others: "Decides … (c) supporting the Mission"."""
ENDS: Final = frozenset(";.；。؛")
"""Marks that end a sentence or a member of a list."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The last verb of a main clause.

    Attributes:
        mood: the mood that the verbs after it must have; None where any may follow.
        last: its end; 0 before the first verb.
        operative: whether the paragraph acts, so that a participle in it only attends an act.
        initial: the first letter of the first verb; where verbs show it, that of the person who acts.
        bare: whether infinitives and the forms of "we" may follow: the paragraph began with one.
    """

    mood: Mood | None = None
    last: int = 0
    operative: bool = False
    initial: str = ""
    bare: bool = True

    def refuses(self, table: Mood, *, subject: bool) -> bool:
        """Whether a form after a stop or a conjunction is a noun, or the verb of a subordinate clause.

        Args:
            table: the mood of the form.
            subject: whether the body that acts stands right before it, inside it or after it.
        """
        if table == "past":
            return self.mood != "past" if self.last else not subject
        if table == "bare" and self.last and not (self.bare or subject):
            return True
        if self.mood == "past":
            return True
        return table == "leading" or (self.mood == "participle" and table in {"finite", "bare"})


def refused(  # noqa: PLR0913  # a text and a place, a form, and what stands before it
    text: str, place: int, form: tuple[Mood, Relation, int, int], clause: Clause, *, subject: bool, verbs: Verbs
) -> bool:
    """Whether a form after a stop or a conjunction opens no clause: a noun, a subordinate clause, an adjunct."""
    table, relation, start, end = form
    named = subject or _before_subject(text, start, end, verbs)
    if clause.refuses(table, subject=named) and not _same_person(text, form, clause, verbs):
        return True
    if clause.operative and table == "participle" and relation in ASSISTING:
        return True
    if verbs.is_noun(text, start, end) and not _has_object(text, place, start, verbs):
        return True
    return clause.last > 0 and _adjunct(text, place, form, clause, verbs)


def _same_person(text: str, form: tuple[Mood, Relation, int, int], clause: Clause, verbs: Verbs) -> bool:
    """Whether a verb goes on for the particle of the first, as in Arabic: joined after a comma, in the same person."""
    table, _, start, _ = form
    joined = text[start - 1 : start] in verbs.clitics and _before_clitic(text, start) in COMMAS
    return bool(verbs.particles.pages) and table == "finite" and joined and text[start] == clause.initial


def _before_clitic(text: str, start: int) -> str:
    """The mark before the letter that the script writes together with the verb at a place."""
    return text[max(0, start - 4) : start - 1].rstrip()[-1:]


def _has_object(text: str, place: int, start: int, verbs: Verbs) -> bool:
    """Whether a pronoun or an adverbial between a conjunction and a form makes it a verb: "et lui demande de …"."""
    joined = verbs.coordinators.skip(text, place, times=1)
    return joined < start and verbs.circumstances.match(text, joined) is not None


def _before_subject(text: str, start: int, end: int, verbs: Verbs) -> bool:
    """Whether the body that acts follows a verb or its first word, as it does in Arabic and German."""
    spaces = (at for at in range(start, end) if text[at].isspace())
    return any(verbs.subjects.match(text, skip_spaces(text, at)) for at in (*spaces, end))


def coordinated(text: str, place: int, start: int, verbs: Verbs) -> bool:
    """Whether a conjunction joins a verb to the one before: "…, and taking into account"."""
    return verbs.coordinators.match(text, place) is not None or text[start - 1 : start] in verbs.clitics


def _adjunct(text: str, place: int, form: tuple[Mood, Relation, int, int], clause: Clause, verbs: Verbs) -> bool:
    """Whether a form is no act of its own: "Decides, taking into account resolution 60/1, …"."""
    _, _, start, end = form
    if clause.mood == "participle" and (text[end : end + 1] in COMMAS or coordinated(text, place, start, verbs)):
        return False  # a comma follows where a clause does
    return any(verbs.bases.match(text, at) for at in range(start, end) if at == start or text[at - 1].isspace())
