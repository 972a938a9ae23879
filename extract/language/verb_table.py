"""`VerbTable`: the file of a language's citing verbs (`data/LANGUAGE/verbs.toml`), validated on loading."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final, Literal, get_args

import regex

from extract.model.citation import Basis, Relation
from extract.model.errors import DataError
from extract.model.tables import Problem, Table, Text, load_table

Mood = Literal["participle", "finite", "bare", "past", "leading", "postposed"]
Forms = tuple[str, ...]

_MOODS: Final[tuple[Mood, ...]] = get_args(Mood)


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


class Repeated(Table):
    """Verbs that say again what their noun says: who "renews the call" calls upon.

    Attributes:
        participle, finite, bare: the verbs, by mood.
        nouns: what is said again, by its act.
    """

    participle: Forms
    finite: Forms
    bare: Forms
    nouns: Mapping[Relation, Forms]

    def of(self, mood: Mood) -> Iterator[tuple[Relation, str]]:
        """The forms of a mood: each verb with each noun."""
        verbs = {"participle": self.participle, "finite": self.finite, "bare": self.bare}.get(mood, ())
        for relation, nouns in self.nouns.items():
            yield from ((relation, f"{verb} {noun}") for verb in verbs for noun in nouns)


class VerbTable(Table):
    """The whole of `verbs.toml`; verbs by what they do to the text they govern.

    A space inside a form lets the adverbs of `within` and `after` come between its words.

    Attributes:
        language: ISO 639-1 code.
        lists: words around a verb.
        participle: forms of preambular paragraphs.
        finite: forms of operative paragraphs.
        bare: infinitives and the forms of "we", which continue only what one of them began ("Urges … to adopt" urges).
        past: forms of decisions and reports, which follow the body that acts.
        leading: forms that are verbs only at the head of a paragraph.
        postposed: verbs that follow what they govern.
        repeated: verbs whose act is that of their noun.
        followed: another act of a form where one of the words follows it, perhaps after a comma.
        completed: another act of a form where one of the words stands later in its sentence.
        basis: words right before a reference that say how the clause uses it.
    """

    language: Text
    lists: VerbLists
    participle: Mapping[Relation, Forms]
    finite: Mapping[Relation, Forms]
    bare: Mapping[Relation, Forms]
    past: Mapping[Relation, Forms]
    leading: Mapping[Relation, Forms]
    postposed: Mapping[Relation, Forms]
    repeated: Repeated
    followed: Mapping[Relation, Mapping[Text, Forms]]
    completed: Mapping[Relation, Mapping[Text, Forms]]
    basis: Mapping[Basis, Forms]

    def of(self, mood: Mood) -> Mapping[Relation, Forms]:
        """The verbs of one section."""
        verbs: Mapping[Relation, Forms] = getattr(self, mood)
        return verbs

    def forms(self, mood: Mood) -> Iterator[tuple[Relation, str]]:
        """Every form of a section with its act, those with a noun included; those listed by themselves come first."""
        yield from ((relation, form) for relation, forms in self.of(mood).items() for form in forms)
        yield from self.repeated.of(mood)

    def problems(self) -> Iterator[Problem]:
        """Forms are trimmed, and a form of one section has one meaning."""
        for key, forms in self.lists:
            yield from _untrimmed(("lists", key), forms)
        for mood in _MOODS:
            yield from _listed_twice(mood, self.of(mood))
        yield from _listed_twice("basis", self.basis)
        known = {form for mood in _MOODS for _, form in self.forms(mood)}
        for section, acts in (("followed", self.followed), ("completed", self.completed)):
            for relation, followed in acts.items():
                for form, words in followed.items():
                    yield from _untrimmed((section, relation, form), words)
                    if form not in known:
                        yield (section, relation, form), "is no form of a verb"


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


def load_verb_table(language: str) -> VerbTable:
    """Load `data/LANGUAGE/verbs.toml` as it is written.

    Raises:
        DataError: there is no file for the language, or it does not fit `VerbTable`; every problem is listed.
    """
    name = f"language/data/{language}/verbs.toml"
    if not regex.fullmatch(r"[a-z]{2,3}", language):
        raise DataError(name, ["a language code is two or three lower-case letters"])
    return load_table(VerbTable, files("extract") / name, name=name)
