"""Names of relations in gold standards: older spellings, coarse classes, and acts that had no name of their own."""

from collections.abc import Mapping
from typing import Final

_SPELLINGS: Final[Mapping[str, str]] = {
    "emphasizes": "stresses",
    "bearing-in-mind": "bears-in-mind",
    "having-considered": "considers",
    "pursuant-to": "pursuant",
    "takes-note-of": "takes-note",
    "acknowledges": "recognizes",
    "acting-under": "acts-under",
}
_OPERATIVE: Final = frozenset(
    {"requests", "calls-upon", "urges", "decides", "encourages", "invites", "demands", "adopts", "approves"}
    | {"reminds", "looks-forward", "states"}
)
_COARSE: Final[Mapping[str, str]] = {
    **dict.fromkeys(_OPERATIVE, "operative"),
    "reiterates": "reaffirms",
    "aware": "bears-in-mind",
    "regrets": "expresses-concern",
    **dict.fromkeys(("endorses", "commends", "supports"), "welcomes"),
}
_UNNAMED: Final = frozenset(
    {"demands", "reminds", "supports", "looks-forward", "approves", "endorses", "adopts", "determines", "states"}
    | {"convinced", "aware", "regrets", "commends"}
)
"""Acts that gold standards made before they had names call `other`."""


def said(relation: str, basis: str) -> frozenset[str]:
    """All that a row may be said to say of its citation in a gold standard that has one field for act and basis."""
    names = {spelled(relation), spelled(basis)} | ({"other"} if relation in _UNNAMED else set())
    return frozenset(names - {""})


def spelled(relation: str) -> str:
    """A relation as `citations.jsonl` spells it."""
    return _SPELLINGS.get(relation, relation)


def coarse(relation: str) -> str:
    """The class of a relation in the gold standard that is made from hyperlinks."""
    return _COARSE.get(relation, relation)
