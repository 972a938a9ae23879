"""What governs a reference: the act of its clause, by the citing verb, and how the clause uses it (`basis`)."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.basis_finder import BasisPhrase, find_bases
from extract.language.verb_finder import Verb, find_verbs
from extract.language.verbs import Verbs
from extract.model.citation import Basis, Relation

_NEAREST: Final = 100
"""Verbs, and phrases, before a reference that are looked at: a bound for hostile paragraphs."""
_RUN: Final = 60
"""Code points without a digit: the name of a body fits between a preposition and a number, a clause does not."""
_DIGITS: Final = regex.compile(r"\d++")
_ACTS: Final[dict[Basis, Relation]] = {"pursuant": "pursuant", "acting-under": "acts-under"}
"""What a phrase says that stands where no verb governs ("the commission set up in accordance with …")."""
_BASES: Final[dict[Relation, Basis]] = {relation: basis for basis, relation in _ACTS.items()}
FRONTED: Final[frozenset[Basis]] = frozenset({"pursuant", "acting-under", "taking-into-account"})
"""How a text may be used before the verb: "In accordance with resolution 60/1, requests the Director …"."""


@dataclass(frozen=True, slots=True)
class Governing:
    """What a clause says of a reference.

    Attributes:
        relation: the act.
        verb: the verb or phrase that expresses it, as written; None when none governs.
        basis: how the clause uses the reference; None when nothing says so.
    """

    relation: Relation
    verb: str | None
    basis: Basis | None = None


NOTHING: Final = Governing("other", None)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The verbs of a paragraph, and the phrases that say how it uses what it cites.

    Attributes:
        text: the flowing text of the paragraph.
        lexicon: the verbs of its language.
        verbs: what `find_verbs` returns for it, by their reach.
        bases: what `find_bases` returns for it, by their end.
    """

    text: str
    lexicon: Verbs
    verbs: Sequence[Verb]
    bases: Sequence[BasisPhrase]

    @classmethod
    def of(cls, text: str, lexicon: Verbs) -> "Clauses":
        """Read a paragraph."""
        return cls(text, lexicon, find_verbs(text, lexicon), find_bases(text, lexicon))

    def governing(self, start: int, end: int, *, inherited: Governing | None = None) -> Governing:
        """Return what governs `text[start:end]`.

        The act is that of the nearest verb before it, or of one after it that reaches back over it; where the paragraph
        begins with the reference in a phrase, that of the verb after it; then that of the chapeau.

        Args:
            start: first code point of the reference, or of the mark of a note.
            end: one past its last.
            inherited: what governs where no verb of the paragraph does: the verb of its chapeau.
        """
        verb = self._verb(start, end)
        phrase = self._phrase(start, after=verb)
        if verb is not None and verb.role == "inserted":
            verb, phrase = self._attended(verb, phrase, inherited)
        if verb is None and phrase is not None and phrase.basis in FRONTED:
            verb = next((each for each in self.verbs if each.start >= end), None)
        if verb is not None:
            return Governing(verb.relation, verb.text, phrase.basis if phrase else _basis(verb))
        return self._without_verb(phrase, inherited)

    def _without_verb(self, phrase: BasisPhrase | None, inherited: Governing | None) -> Governing:
        """What governs where no verb of the paragraph does: that of its chapeau, else a phrase by itself."""
        if inherited is not None and inherited.verb is not None:
            return Governing(inherited.relation, inherited.verb, phrase.basis if phrase else "object")
        if phrase is None:
            return NOTHING
        return Governing(_ACTS.get(phrase.basis, "other"), self.text[phrase.start : phrase.end], phrase.basis)

    def _attended(
        self, inserted: Verb, phrase: BasisPhrase | None, inherited: Governing | None
    ) -> tuple[Verb | None, BasisPhrase | None]:
        """The verb whose act an inserted one attends, and the phrase that it then is; itself where it attends none."""
        acting = self._verb(inserted.start, inserted.start, acting=True)
        if acting is None and (inherited is None or inherited.verb is None):
            return inserted, phrase
        return acting, phrase or BasisPhrase(inserted.start, inserted.end, "bearing-in-mind")

    def _verb(self, start: int, end: int, *, acting: bool = False) -> Verb | None:
        """The nearest verb before a place, an acting one if asked for, or one after it that reaches back over it."""
        last = bisect.bisect_right(self.verbs, start, key=_reach)
        for verb in reversed(self.verbs[max(0, last - _NEAREST) : last]):
            if acting and verb.role == "inserted":
                continue
            if verb.role != "postposed" or (verb.start > start and verb.end >= end):
                return verb
        return None

    def _phrase(self, start: int, *, after: Verb | None) -> BasisPhrase | None:
        """The nearest phrase before a place whose object it is; none that a verb follows or contains."""
        last = bisect.bisect_right(self.bases, start, key=_end)
        since = after.reach if after else 0
        for phrase in reversed(self.bases[max(0, last - _NEAREST) : last]):
            if phrase.end <= since:
                return None
            if self._close(phrase.end, start):
                return phrase
        return None

    def _close(self, end: int, start: int) -> bool:
        """Whether a reference follows a phrase so closely that it is the object of the phrase."""
        gap = self.lexicon.gap.fullmatch(self.text, end, start)
        return gap is not None and all(len(run) <= _RUN for run in _DIGITS.split(gap[0]))


def _basis(verb: Verb) -> Basis:
    """How a clause uses the object of its verb; "…, bearing in mind resolution 60/1" attends the verb before it."""
    if verb.relation == "bears-in-mind" and verb.role == "coordinate":
        return "taking-into-account"
    return _BASES.get(verb.relation, "object")


def _reach(verb: Verb) -> int:
    """The first code point that a verb governs."""
    return verb.reach


def _end(phrase: BasisPhrase) -> int:
    """One past the last code point of a phrase."""
    return phrase.end
