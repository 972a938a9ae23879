"""`Verbs`: the citing verbs of a language (`data/LANGUAGE/verbs.toml`), compiled once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from extract.language.openings import Openings, any_form
from extract.language.phrasebook import COMMAS, Phrasebook, skip_spaces
from extract.language.script import load_script
from extract.language.verb_table import Forms, Mood, VerbTable, load_verb_table
from extract.model.cache import compiled
from extract.model.citation import Basis, Relation
from extract.text.characters import unmarked

_DISTANT: Final[int] = 400
"""Code points within which the other half of a split verb is looked for."""
_ENDS: Final = regex.compile("[;؛；。]")
_GAP: Final[str] = r"(?:[^,;:.،؛，；：。—]|[.,،](?=\s*+(?:\p{L}{1,3}\s++){0,2}(?:\d|$))){0,800}+"
"""What may come between words of `basis` and the reference: no stop, except the commas of a list of numbered texts."""


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a verb means.

    Attributes:
        mood: the section of the file that the form is in.
        relation: its act.
        followed: its act where one of these words follows ("demande" of the Secretary-General requests).
        completed: its act where one of these words stands later in the sentence, as the other half of a split verb.
    """

    mood: Mood
    relation: Relation
    followed: Phrasebook[Relation] | None = None
    completed: Phrasebook[Relation] | None = None

    def before(self, text: str, end: int) -> Relation:
        """The act of the verb that ends at a place, by what follows it."""
        position = skip_spaces(text, end)
        position = skip_spaces(text, position + 1) if text[position : position + 1] in COMMAS else position
        found = self.followed.match(text, position) if self.followed else None
        if found is None and self.completed is not None:
            found = self.completed.first(_ENDS.split(text[position : position + _DISTANT], maxsplit=1)[0])
        return found[1] if found else self.relation


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """The citing verbs of one language, ready to search; compared and hashed by identity.

    Attributes:
        language: ISO 639-1 code.
        openings: where a main clause may begin.
        heads: the first words, folded, of all that a verb and what stands before it in its clause may begin with.
        starters: those of verbs, of the adverbs before them, and of particles.
        verbs: the verbs that open a clause.
        moods: whether verbs of a preamble have a form of their own.
        before, after: adverbs before and after a verb.
        joints: conjunctions and adverbials between the beginning of the clause and the verb.
        coordinators: conjunctions between clauses.
        circumstances: adverbials between the beginning of a clause and its verb.
        subjects: who acts, at the head of a paragraph or after a stop.
        sitting: a meeting by its number, between who acts and the verb.
        particles: words before a preambular verb that has the form of an operative one.
        clitics: letters that the script writes together with the word that follows.
        postposed: verbs that follow what they govern.
        opener: where what such a verb governs begins.
        bases: words right before a reference that say how the clause uses it.
        barred: words after which they belong to a noun.
        nouns: verbs that have the form of a noun as well.
        followers: words after such a form that show that it is a noun.
        gap: what may come between such words and the reference.
    """

    language: str
    openings: Openings
    heads: frozenset[str]
    starters: frozenset[str]
    verbs: Phrasebook[Meaning]
    moods: bool
    before: Phrasebook[None]
    after: Phrasebook[None]
    joints: Phrasebook[None]
    coordinators: Phrasebook[None]
    circumstances: Phrasebook[None]
    subjects: Phrasebook[None]
    sitting: "regex.Pattern[str]"
    particles: Phrasebook[None]
    clitics: Forms
    postposed: Phrasebook[Meaning]
    opener: "regex.Pattern[str]"
    bases: Phrasebook[Basis]
    barred: Forms
    nouns: Phrasebook[None]
    followers: Phrasebook[None]
    gap: "regex.Pattern[str]"

    def starts(self, text: str, position: int) -> Iterator[int]:
        """Where a word may start: here, and after a clitic."""
        yield position
        if position < len(text) and text[position] in self.clitics:
            yield position + 1

    def may_open(self, text: str, position: int) -> bool:
        """Whether a clause can begin here, by its first word alone; that of most does not."""
        return self._is_first(text, position, self.heads)

    def may_begin(self, text: str, position: int) -> bool:
        """The same of a verb with its adverbs or its particle."""
        return self._is_first(text, position, self.starters)

    def _is_first(self, text: str, position: int, known: frozenset[str]) -> bool:
        """Whether the word at a place, or the one that is written together with a clitic there, is among some."""
        if self.verbs.word(text, position)[0] in known:
            return True
        attached = text[position : position + 1] in self.clitics
        return attached and self.verbs.word(text, position + 1)[0] in known

    def is_noun(self, text: str, start: int, end: int) -> bool:
        """Whether what has the form of a verb is a noun, as the next word shows ("and requests from States")."""
        found, then = self.nouns.match(text, start), skip_spaces(text, end)
        if found is None or found[0] != end or self.circumstances.match(text, then) is not None:
            return False  # "and notes in this regard"
        return self.followers.match(text, then) is not None


@cache
def load_verbs(language: str, *, marked: bool = True) -> Verbs:
    """The verbs of a language, compiled once per process; for a text that is not `marked` with accents, without them.

    Raises:
        DataError: there is no file for the language, or it does not fit `VerbTable`; every problem is listed.
    """
    table = load_verb_table(language)
    if not marked:
        table = VerbTable.model_validate_json(unmarked(table.model_dump_json(by_alias=True)))
    return compile_verbs(table, spaced=load_script(language).spaced)


def compile_verbs(table: VerbTable, *, spaced: bool) -> Verbs:
    """Index the forms of a language; `spaced` says whether spaces separate its words."""
    lists = table.lists

    def book(*forms: Forms) -> Phrasebook[None]:
        return Phrasebook.of(dict.fromkeys(form for each in forms for form in each).items(), spaced=spaced)

    def words(form: str, acts: Mapping[Relation, Mapping[str, Forms]]) -> Phrasebook[Relation] | None:
        rows = [(word, relation) for relation, forms in acts.items() for word in forms.get(form, ())]
        return Phrasebook.of(rows, spaced=spaced) if rows else None

    def meaning(mood: Mood, relation: Relation, form: str) -> Meaning:
        return Meaning(mood, relation, words(form, table.followed), words(form, table.completed))

    def verbs(*moods: Mood, slots: Phrasebook[None] | None = None) -> Phrasebook[Meaning]:
        rows = ((form, meaning(mood, rel, form)) for mood in moods for rel, form in table.forms(mood))
        return Phrasebook.of(rows, spaced=spaced, slots=slots)

    flags = regex.IGNORECASE | regex.VERSION1
    openings = Openings((*lists.coordinators, *lists.agents), lists.clitics, spaced=spaced)
    slots = book(lists.within, lists.after)
    opening = verbs("participle", "finite", "bare", "past", "leading", slots=slots)
    before, particles, subjects = book(lists.before), book(lists.particles), book(lists.subjects)
    joints = book(lists.coordinators, lists.circumstances)
    return Verbs(
        language=table.language,
        openings=openings,
        heads=frozenset().union(*(each.pages for each in (opening, before, particles, subjects, joints))),
        starters=frozenset().union(*(each.pages for each in (opening, before, particles))),
        verbs=opening,
        moods=any(table.participle.values()),
        before=before,
        after=book(lists.after),
        joints=joints,
        coordinators=book(lists.coordinators),
        circumstances=book(lists.circumstances),
        subjects=subjects,
        sitting=compiled(f"[^,;:.،؛，；：。]{{0,30}}?(?:{any_form(lists.sittings)})", flags),
        particles=particles,
        clitics=lists.clitics,
        postposed=verbs("postposed", slots=slots),
        opener=compiled(
            f"(?:{openings.pattern})(?:{any_form(lists.coordinators)})?+(?:{any_form(lists.openers)})", flags
        ),
        bases=Phrasebook.of(((form, basis) for basis, forms in table.basis.items() for form in forms), spaced=spaced),
        barred=lists.barred,
        nouns=book(lists.nouns),
        followers=book(lists.followers),
        gap=compiled(_GAP, flags),
    )
