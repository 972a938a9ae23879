"""Names of relations in gold standards: older spellings, and the coarse classes that some of them have."""

from collections.abc import Mapping
from typing import Final

_SPELLINGS: Final[Mapping[str, str]] = {
    "emphasizes": "stresses",
    "bearing-in-mind": "bears-in-mind",
    "having-considered": "considers",
    "pursuant-to": "pursuant",
    "takes-note-of": "takes-note",
    "acknowledges": "recognizes",
}
_OPERATIVE: Final = frozenset(
    {"requests", "calls-upon", "urges", "decides", "encourages", "invites", "demands", "adopts", "approves"}
)
_COARSE: Final[Mapping[str, str]] = {
    **dict.fromkeys(_OPERATIVE, "operative"),
    "reiterates": "reaffirms",
    "aware": "bears-in-mind",
}


def spelled(relation: str) -> str:
    """A relation as `citations.jsonl` spells it."""
    return _SPELLINGS.get(relation, relation)


def coarse(relation: str) -> str:
    """The class of a relation in the gold standard that is made from hyperlinks."""
    return _COARSE.get(relation, relation)
