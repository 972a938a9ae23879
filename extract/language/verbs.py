"""`Verbs`: the citing verbs of a language (`data/LANGUAGE/verbs.toml`), compiled once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, get_args

import regex

from extract.language.forms import NOTHING
from extract.language.phrasebook import COMMAS, Phrasebook, skip_spaces
from extract.language.script import load_script
from extract.model.citation import Basis, Relation
from extract.model.errors import DataError
from extract.model.tables import Problem, Table, Text, load_table
from extract.text.characters import unmarked

Mood = Literal["participle", "finite", "past", "leading", "postposed"]
Forms = tuple[str, ...]

_MOODS: Final[tuple[Mood, ...]] = get_args(Mood)
_STOP: Final[str] = r"[,;:.،؛，；：。、(（—–]"
MARKS: Final[str] = "'\"“”„«»‹‘「『•‣▪●○◦·*_−–—-"
"""Marks before a paragraph or its verb: an opening quotation mark, a bullet, a dash, emphasis."""
_MARKED: Final[str] = r"(?:[" + MARKS + r"]\s*+){0,4}+"
_LABEL: Final[str] = rf"\s*+{_MARKED}(?:\d{{1,3}}+\s*+[.．、–-]\s*+|[(（]?\w{{1,4}}+[)）]\s*+)?+{_MARKED}"
"""The number or letter a paragraph may still carry, marks around it included: "12. ", "(a) ", "3 - ", "“1. "."""
_GAP: Final[str] = r"(?:[^,;:.،؛，；：。—]|[.,،](?=\s*+(?:\p{L}{1,3}\s++){0,2}(?:\d|$))){0,800}+"
"""What may come between words of `basis` and the reference: no stop, except the commas of a list of numbered texts."""


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a verb means.

    Attributes:
        mood: the section of the file that the form is in.
        relation: its act.
        followed: its act where one of these words follows ("demande" of the Secretary-General requests).
    """

    mood: Mood
    relation: Relation
    followed: Phrasebook[Relation] | None = None

    def before(self, text: str, end: int) -> Relation:
        """The act of the verb that ends at a place, by what follows it."""
        position = skip_spaces(text, end)
        position = skip_spaces(text, position + 1) if text[position : position + 1] in COMMAS else position
        found = self.followed.match(text, position) if self.followed else None
        return found[1] if found else self.relation


class VerbLists(Table):
    """Words around a citing verb.

    Attributes:
        before, after: adverbs before and after a verb.
        within: adverbs and adjectives between the words of a verb.
        coordinators, circumstances: conjunctions and adverbials between the beginning of a clause and its verb.
        clitics: letters that the script writes together with the word that follows.
        particles: words before a preambular verb that has the form of an operative one.
        subjects: who acts, at the head of a paragraph or after a stop.
        agents: those of them that are unmistakable anywhere, as by their case.
        sittings: how the number of a meeting ends that may stand between who acts and the verb.
        openers: where what a postposed verb governs begins.
        barred: words after which a preposition belongs to a noun.
        nouns: verbs that have the form of a noun as well.
        followers: words after such a form that show that it is a noun.
    """

    before: Forms
    within: Forms
    after: Forms
    coordinators: Forms
    clitics: Forms
    particles: Forms
    circumstances: Forms
    subjects: Forms
    agents: Forms
    sittings: Forms
    openers: Forms
    barred: Forms
    nouns: Forms
    followers: Forms


class VerbTable(Table):
    """The whole of `verbs.toml`; verbs by what they do to the text they govern.

    A space inside a form lets the adverbs of `within` and `after` come between its words.

    Attributes:
        language: ISO 639-1 code.
        lists: words around a verb.
        participle: forms of preambular paragraphs.
        finite: forms of operative paragraphs.
        past: forms of decisions and reports, which follow the body that acts.
        leading: forms that are verbs only at the head of a paragraph.
        postposed: verbs that follow what they govern.
        followed: another act of a form where one of the words follows it, perhaps after a comma.
        basis: words right before a reference that say how the clause uses it.
    """

    language: Text
    lists: VerbLists
    participle: Mapping[Relation, Forms]
    finite: Mapping[Relation, Forms]
    past: Mapping[Relation, Forms]
    leading: Mapping[Relation, Forms]
    postposed: Mapping[Relation, Forms]
    followed: Mapping[Relation, Mapping[Text, Forms]]
    basis: Mapping[Basis, Forms]

    def of(self, mood: Mood) -> Mapping[Relation, Forms]:
        """The verbs of one section."""
        verbs: Mapping[Relation, Forms] = getattr(self, mood)
        return verbs

    def problems(self) -> Iterator[Problem]:
        """Forms are trimmed, and a form of one section has one meaning."""
        for key, forms in self.lists:
            yield from _untrimmed(("lists", key), forms)
        for mood in _MOODS:
            yield from _listed_twice(mood, self.of(mood))
        yield from _listed_twice("basis", self.basis)
        known = {form for mood in _MOODS for forms in self.of(mood).values() for form in forms}
        for relation, followed in self.followed.items():
            for form, words in followed.items():
                yield from _untrimmed(("followed", relation, form), words)
                if form not in known:
                    yield ("followed", relation, form), "is no form of a verb"

    def followers(self, form: str) -> Iterator[tuple[str, Relation]]:
        """Words after a form, each with the act that it then has."""
        for relation, followed in self.followed.items():
            yield from ((word, relation) for word in followed.get(form, ()))


def _listed_twice(section: str, meanings: Mapping[Relation, Forms] | Mapping[Basis, Forms]) -> Iterator[Problem]:
    """Forms of one section that are untrimmed or have two meanings."""
    seen: dict[str, str] = {}
    for meaning, forms in meanings.items():
        yield from _untrimmed((section, meaning), forms)
        for form in forms:
            if form in seen:
                yield (section, meaning), f"{form!r} is listed under {seen[form]!r} as well"
            seen[form] = meaning


def _untrimmed(path: tuple[str, ...], forms: Forms) -> Iterator[Problem]:
    yield from ((path, f"{form!r} is empty or has outer spaces") for form in forms if not form or form != form.strip())


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """The citing verbs of one language, ready to search; compared and hashed by identity.

    Attributes:
        language: ISO 639-1 code.
        opening: where a main clause may begin: the head of the paragraph (group `lead`), a stop, a conjunction.
        verbs: the verbs that open a clause.
        moods: whether verbs of a preamble have a form of their own.
        before, after: adverbs before and after a verb.
        joints: conjunctions and adverbials between the beginning of the clause and the verb.
        coordinators: conjunctions between clauses.
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
    opening: "regex.Pattern[str]"
    verbs: Phrasebook[Meaning]
    moods: bool
    before: Phrasebook[None]
    after: Phrasebook[None]
    joints: Phrasebook[None]
    coordinators: Phrasebook[None]
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

    def is_noun(self, text: str, start: int, end: int) -> bool:
        """Whether what has the form of a verb is a noun, as the next word shows ("and requests from States")."""
        found = self.nouns.match(text, start)
        return found is not None and found[0] == end and self.followers.match(text, skip_spaces(text, end)) is not None


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


def load_verb_table(language: str) -> VerbTable:
    """Load `data/LANGUAGE/verbs.toml` as it is written.

    Raises:
        DataError: there is no file for the language, or it does not fit `VerbTable`; every problem is listed.
    """
    name = f"language/data/{language}/verbs.toml"
    if not regex.fullmatch(r"[a-z]{2,3}", language):
        raise DataError(name, ["a language code is two or three lower-case letters"])
    return load_table(VerbTable, files("extract") / name, name=name)


def compile_verbs(table: VerbTable, *, spaced: bool) -> Verbs:
    """Index the forms of a language; `spaced` says whether spaces separate its words."""
    lists = table.lists

    def book(*forms: Forms) -> Phrasebook[None]:
        return Phrasebook.of(dict.fromkeys(form for each in forms for form in each).items(), spaced=spaced)

    def meaning(mood: Mood, relation: Relation, form: str) -> Meaning:
        words = tuple(table.followers(form))
        return Meaning(mood, relation, Phrasebook.of(words, spaced=spaced) if words else None)

    def verbs(*moods: Mood, slots: Phrasebook[None] | None = None) -> Phrasebook[Meaning]:
        rows = ((form, meaning(mood, rel, form)) for mood in moods for rel, fs in table.of(mood).items() for form in fs)
        return Phrasebook.of(rows, spaced=spaced, slots=slots)

    flags = regex.IGNORECASE | regex.VERSION1
    places = _openings(lists, spaced=spaced)
    slots = book(lists.within, lists.after)
    return Verbs(
        language=table.language,
        opening=regex.compile(places, flags),
        verbs=verbs("participle", "finite", "past", "leading", slots=slots),
        moods=any(table.participle.values()),
        before=book(lists.before),
        after=book(lists.after),
        joints=book(lists.coordinators, lists.circumstances),
        coordinators=book(lists.coordinators),
        subjects=book(lists.subjects),
        sitting=regex.compile(f"[^,;:.،؛，；：。]{{0,30}}?(?:{_any(lists.sittings)})", flags),
        particles=book(lists.particles),
        clitics=lists.clitics,
        postposed=verbs("postposed", slots=slots),
        opener=regex.compile(f"(?:{places})(?:{_any(lists.coordinators)})?+(?:{_any(lists.openers)})", flags),
        bases=Phrasebook.of(((form, basis) for basis, forms in table.basis.items() for form in forms), spaced=spaced),
        barred=lists.barred,
        nouns=book(lists.nouns),
        followers=book(lists.followers),
        gap=regex.compile(_GAP, flags),
    )


def _openings(lists: VerbLists, *, spaced: bool) -> str:
    """The pattern of where a main clause may begin."""
    left, right = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")
    clitics = rf"|(?<=\s)(?={_any(lists.clitics)})" if lists.clitics else ""
    inside = _any((*lists.coordinators, *lists.agents))
    return rf"^(?P<lead>{_LABEL})|{_STOP}\s*+|{left}(?=(?:{inside}){right}){clitics}"


def _any(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(r"\s++".join(map(regex.escape, form.split())) for form in longest_first) or NOTHING
