"""The governing verb: which citing verb of a paragraph holds the text at a place, and the relation it makes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import regex

from extract.citation import Relation
from extract.verbs import Meaning, VerbLexicon, blanks, load_verbs

__all__ = ["Governing", "Verb", "VerbLexicon", "find_verbs", "governing", "load_verbs"]

Role = Literal["leading", "coordinate", "postposed", "phrase"]

_ADVERBS: Final = 3  # so many adverbs stand before or behind one verb at most
_RUN: Final = (
    60  # code points without a digit: the name of a body fits between a preposition and a number, a clause does not
)
_DIGITS: Final = regex.compile(r"\d++")


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
    found = [*_main(text, lexicon), *_postposed(text, lexicon), *_phrases(text, lexicon)]
    return tuple(sorted(found, key=lambda verb: (verb.reach, verb.start)))


def _main(text: str, lexicon: VerbLexicon) -> Iterator[Verb]:
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
        particle = False
        for start in _starts(text, position, lexicon):
            behind = lexicon.particles.skip(text, start, times=1)
            if behind > start:
                particle, position = True, behind
        for start in _starts(text, position, lexicon):
            verb = _verb(text, start, lexicon)
            if verb is None:
                continue
            (table, relation), end = verb
            table = "participle" if particle else table
            if leading:
                mood = table
            elif table == "leading" or (mood == "participle" and table == "finite"):
                break  # a noun elsewhere; in a preambular paragraph a finite form stands in a subordinate clause
            yield Verb(start, end, relation, text[start:end], "leading" if leading else "coordinate", end)
            last = end
            break


def _starts(text: str, position: int, lexicon: VerbLexicon) -> Iterator[int]:
    """Where a word may start: here, and behind a clitic."""
    yield position
    if position < len(text) and text[position] in lexicon.clitics:
        yield position + 1


def _verb(text: str, position: int, lexicon: VerbLexicon) -> tuple[Meaning, int] | None:
    """The meaning and the end of the verb that starts at a position with its adverbs; None when none does."""
    for _ in range(_ADVERBS + 1):
        found = lexicon.verbs.match(text, position)
        if found is not None:
            end, meaning = found
            for _ in range(_ADVERBS):
                adverb = lexicon.after.match(text, blanks(text, end))
                end = adverb[0] if adverb else end
            return meaning, end
        adverb = lexicon.before.match(text, position)
        if adverb is None:
            return None
        position = blanks(text, adverb[0])
    return None


def _postposed(text: str, lexicon: VerbLexicon) -> Iterator[Verb]:
    """The verbs that follow what they govern, each with the first opener behind the one before it."""
    openers = [match.end() for match in lexicon.opener.finditer(text)]
    since = 0
    for position in range(openers[0], len(text)) if openers else ():
        found = lexicon.postposed.match(text, position)
        if found is None:
            continue
        end, (_, relation) = found
        reach = next((opener for opener in openers if since <= opener < position), None)
        if reach is not None:
            yield Verb(position, end, relation, text[position:end], "postposed", reach)
            since = end


def _phrases(text: str, lexicon: VerbLexicon) -> Iterator[Verb]:
    """The prepositions that may govern what stands right behind them."""
    for place in lexicon.place.finditer(text):
        for start in _starts(text, place.end(), lexicon):
            start = start if place[0] == "" else lexicon.joints.skip(text, start, times=3)
            found = lexicon.phrases.match(text, start)
            if found is not None and not text[:start].rstrip().endswith(lexicon.barred):
                end, (_, relation) = found
                yield Verb(start, end, relation, text[start:end], "phrase", end)


def _close(text: str, end: int, start: int, lexicon: VerbLexicon) -> bool:
    """Whether a reference stands so close behind a preposition that it is what the preposition means."""
    gap = lexicon.gap.fullmatch(text, end, start)
    return gap is not None and all(len(run) <= _RUN for run in _DIGITS.split(gap[0]))


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
            verb.role == "phrase" and not _close(text, verb.end, start, lexicon)
        ):
            continue
        chosen = verb
    if chosen is not None:
        return Governing(chosen.relation, chosen.text)
    return inherited or Governing("other", None)
