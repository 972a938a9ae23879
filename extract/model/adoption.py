"""How a text was adopted and what it is about, from the UN's own metadata: votes and subjects."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from extract.model.rows import Count

_STATES: Final = ("states_in_favour", "states_against", "states_abstaining")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A recorded vote.

    Attributes:
        in_favour: number of votes in favour.
        against: number of votes against.
        abstaining: number of abstentions.
        states_in_favour: names of the states, as the source writes them; empty where it lists none.
        states_against: the same, against.
        states_abstaining: the same, abstaining.
    """

    in_favour: Count
    against: Count
    abstaining: Count
    states_in_favour: tuple[str, ...] = ()
    states_against: tuple[str, ...] = ()
    states_abstaining: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """The vote as a JSON object; lists of states only where the source has them."""
        return {key: list(value) if key in _STATES else value for key, value in asdict(self).items() if value != ()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject heading.

    Attributes:
        label: the heading, as the source writes it.
        scheme: its vocabulary (`UNBIS Thesaurus`, `EuroVoc`); None when the source names none.
        iri: its address in that vocabulary; None when the source has none.
    """

    label: str
    scheme: str | None = None
    iri: str | None = None

    def to_row(self) -> dict[str, str]:
        """The subject as a JSON object; unknown values are left out."""
        return {key: value for key, value in asdict(self).items() if value is not None}
