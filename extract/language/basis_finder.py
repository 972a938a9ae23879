"""Finding the words that say how a paragraph uses what it cites: "in accordance with", "established by", "entitled"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extract.language.verbs import Verbs
from extract.model.citation import Basis

_BEFORE: Final = 40
"""Characters before a phrase that are looked at for a word after which it belongs to a noun."""


@dataclass(frozen=True, slots=True)
class BasisPhrase:
    """Words that stand before what they introduce.

    Attributes:
        start: their first character.
        end: one past their last character.
        basis: how what follows is used.
    """

    start: int
    end: int
    basis: Basis


def find_bases(text: str, verbs: Verbs) -> tuple[BasisPhrase, ...]:
    """Find the phrases of a paragraph, by their end; of several with one end the longest comes last.

    Args:
        text: the flowing text of one paragraph.
        verbs: the citing verbs and phrases of its language.
    """
    return tuple(sorted(_found(text, verbs), key=lambda phrase: (phrase.end, -phrase.start)))


def _found(text: str, verbs: Verbs) -> Iterator[BasisPhrase]:
    for start in verbs.bases.words(text, verbs.clitics):
        found = verbs.bases.match(text, start)
        if found is None:
            continue
        end, basis = found
        barred = text[max(0, start - _BEFORE) : start].rstrip().endswith(verbs.barred)
        if not barred and not verbs.is_noun(text, start, end):
            yield BasisPhrase(start, end, basis)
