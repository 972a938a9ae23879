"""How alike two titles or two words are; RapidFuzz measures the distances, what they mean is decided here."""

from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from extract.catalogue.chains import folded as fold_title

SAME: Final = 92.0
"""Percentage from which two titles are taken for the same: a comma, an article, a case ending."""
_OTHER: Final = 70.0
"""Percentage below which two titles of one language are plainly different."""
_SHORTEST: Final = 12
"""Folded characters below which a title is too short to be told from another by a part of it."""
_LONGEST: Final = 500
"""Characters of a title that are compared."""
_CHANGES: Final = 2
"""Letters that may be wrong in a long word."""
_LONG_WORD: Final = 10
_SHORT_WORD: Final = 4
"""Letters from which a word is long, and from which it can be misspelt at all: "of" and "on" are two words."""


@lru_cache(maxsize=65536)
def folded(title: str) -> str:
    """A title without case, accents and punctuation, as far as titles are compared."""
    return fold_title(title[:_LONGEST])


def same(first: str, second: str) -> bool:
    """Whether two titles are the same but for trifles, or one is the other cut short at either end."""
    one, other = folded(first), folded(second)
    if len(one) > len(other):
        one, other = other, one
    return bool(one) and (fuzz.ratio(one, other) >= SAME or (len(one) >= _SHORTEST and one in other))


def different(first: str, second: str) -> bool:
    """Whether two titles in one language are plainly different."""
    return fuzz.token_set_ratio(folded(first), folded(second)) < _OTHER


def slip(one: str, other: str) -> bool:
    """Whether one folded word may be the other misspelt: numbers never are, and short words differ in meaning."""
    shorter = min(len(one), len(other))
    if any(letter.isdigit() for letter in one + other) or shorter < _SHORT_WORD:
        return False
    allowed = _CHANGES if shorter >= _LONG_WORD else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed
