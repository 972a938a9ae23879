"""The governing verb: which citing verb of a paragraph holds the text at a place, and the relation it makes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from extract.citation import Relation
from extract.verbs import VerbLexicon, load_verbs

__all__ = ["Governing", "Verb", "VerbLexicon", "find_verbs", "governing", "load_verbs"]

Role = Literal["leading", "coordinate", "postposed", "phrase"]


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


@dataclass(frozen=True, slots=True)
class Governing:
    """The relation of a reference, and the verb that makes it, as written; None when no verb governs."""

    relation: Relation
    verb: str | None


def find_verbs(text: str, lexicon: VerbLexicon) -> tuple[Verb, ...]:
    """Find the citing verbs of a paragraph in order of their reach; nouns and subordinate clauses hold none.

    Args:
        text: the flowing text of one paragraph.
        lexicon: the verbs of its language.
    """
    found: list[Verb] = []
    mood = ""
    for match in lexicon.main.finditer(text):
        table, relation = lexicon.forms[str(match.lastgroup)]
        leading = match["lead"] is not None
        if leading:
            mood = table
        elif table == "leading" or (mood == "participle" and table == "finite"):
            continue  # a noun elsewhere; in a preambular paragraph a finite form stands in a subordinate clause
        start, end = match.start("verb"), match.end()
        found.append(Verb(start, end, relation, text[start:end], "leading" if leading else "coordinate", end))
    for match in lexicon.postposed.finditer(text, overlapped=True):
        _, relation = lexicon.forms[str(match.lastgroup)]
        start, end = match.start("verb"), match.end()
        found.append(Verb(start, end, relation, text[start:end], "postposed", match.end("open")))
    for match in lexicon.phrase.finditer(text):
        _, relation = lexicon.forms[str(match.lastgroup)]
        start, end = match.start("verb"), match.end()
        found.append(Verb(start, end, relation, text[start:end], "phrase", end))
    return tuple(sorted(found, key=lambda verb: (verb.reach, verb.start)))


def governing(  # noqa: PLR0913  # the place in its paragraph takes five; only `inherited` is an option
    text: str, start: int, end: int, verbs: Iterable[Verb], lexicon: VerbLexicon, *, inherited: Governing | None = None
) -> Governing:
    """Tell which verb governs `text[start:end]`: the nearest before it, or one behind that reaches back over it.

    Args:
        text: the flowing text of one paragraph.
        start: first code point of the reference, or the place of a footnote's mark.
        end: one past its last.
        verbs: what `find_verbs` gives for `text`.
        lexicon: the verbs of its language.
        inherited: what governs where no verb of the paragraph does: the verb of the chapeau above it.
    """
    chosen: Verb | None = None
    for verb in verbs:
        if verb.reach > start:
            break
        if (verb.role == "postposed" and verb.start < end) or (
            verb.role == "phrase" and not lexicon.gap.fullmatch(text, verb.end, start)
        ):
            continue
        chosen = verb
    if chosen is not None:
        return Governing(chosen.relation, chosen.text)
    return inherited or Governing("other", None)
