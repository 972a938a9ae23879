"""How a text was adopted and what it is about, as the UN's own metadata say: votes and subjects."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from extract.model.errors import DataError

_COUNTS: Final = ("in_favour", "against", "abstaining")
_STATES: Final = ("states_in_favour", "states_against", "states_abstaining")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A recorded vote.

    Attributes:
        in_favour: number of votes in favour.
        against: number of votes against.
        abstaining: number of abstentions.
        states_in_favour: names of the states, as the source writes them; empty where it names none.
        states_against: the same, against.
        states_abstaining: the same, abstaining.
    """

    in_favour: int
    against: int
    abstaining: int
    states_in_favour: tuple[str, ...] = ()
    states_against: tuple[str, ...] = ()
    states_abstaining: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """The vote as a JSON object, states only where they are named."""
        return {key: list(value) if key in _STATES else value for key, value in asdict(self).items() if value != ()}

    @classmethod
    def from_row(cls, row: object) -> "Vote":
        """The vote a row describes; unknown keys are ignored.

        Raises:
            DataError: a count is missing or no whole number, or states are no list of texts.
        """
        if not isinstance(row, Mapping):
            raise DataError("vote", ["must be an object"])
        offences = [f"{key} must be a whole number" for key in _COUNTS if not _is_count(row.get(key))]
        offences += [f"{key} must be a list of texts" for key in _STATES if not is_texts(row.get(key, []))]
        if offences:
            raise DataError("vote", offences)
        states = {key: tuple(row.get(key, ())) for key in _STATES}
        return cls(in_favour=row["in_favour"], against=row["against"], abstaining=row["abstaining"], **states)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject heading.

    Attributes:
        label: the heading, as the source writes it.
        scheme: the vocabulary it is of (`UNBIS Thesaurus`, `EuroVoc`); None when the source names none.
        iri: its address in that vocabulary; None when the source gives none.
    """

    label: str
    scheme: str | None = None
    iri: str | None = None

    def to_row(self) -> dict[str, str]:
        """The subject as a JSON object, without what is not known."""
        return {key: value for key, value in asdict(self).items() if value is not None}

    @classmethod
    def from_row(cls, row: object) -> "Subject":
        """The subject a row describes; unknown keys are ignored.

        Raises:
            DataError: the label is missing, or a value is no text.
        """
        if not isinstance(row, Mapping) or not isinstance(row.get("label"), str):
            raise DataError("subject", ["must be an object with a label"])
        offences = [
            f"{key} must be text or null" for key in ("scheme", "iri") if not isinstance(row.get(key), str | None)
        ]
        if offences:
            raise DataError("subject", offences)
        return cls(label=row["label"], scheme=row.get("scheme"), iri=row.get("iri"))


def is_texts(value: object) -> bool:
    """Whether a value of a row is a list of texts."""
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
