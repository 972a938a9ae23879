"""The acts of a clause (`relations.toml`): all that `relation` may say in a row, each with its names and its weight."""

import functools
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final, Literal, get_args

from extract.model.tables import Problem, Table, Text, load_table

Stance = Literal["positive", "neutral", "critical"]
Group = Literal["changes", "founded", "asks", "concern", "recalling", "noting", "mention"]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
"""Groups of acts that share a colour on the pages, in the order of their legend."""
_NAME: Final = "model/relations.toml"


class Act(Table):
    """What a clause does with what it cites.

    Attributes:
        group: acts that share a colour on the pages.
        meaning: what the act is, in English.
        matches: prefixed name of the nearest term of CiTO or another vocabulary.
        stance: how the act values what it cites.
        strength: 1 mentions or invites, 2 asks or affirms, 3 binds, demands or condemns.
        label: the act in each language, by ISO 639-1 code.
    """

    group: Group
    meaning: Text
    matches: Text | None = None
    stance: Stance
    strength: Literal[1, 2, 3]
    label: Mapping[Text, Text]


class ActTable(Table):
    """The whole of `relations.toml`.

    Attributes:
        act: acts by the name that rows give them.
    """

    act: Mapping[Text, Act]

    def problems(self) -> Iterator[Problem]:
        """Every act has a label in the languages of the first, and no two share one."""
        languages = set(next(iter(self.act.values())).label) if self.act else set()
        seen: dict[tuple[str, str], str] = {}
        for name, act in self.act.items():
            for code in sorted(languages ^ set(act.label)):
                yield ("act", name, "label", code), "must be in every act or in none"
            for code, label in act.label.items():
                if (other := seen.setdefault((code, label), name)) != name:
                    yield ("act", name, "label", code), f"{label!r} is the label of {other!r} as well"


@functools.cache
def load_acts() -> Mapping[str, Act]:
    """The acts by name, in the order of the file; read once per process.

    Raises:
        DataError: the file does not fit `ActTable`; every problem is listed.
    """
    return load_table(ActTable, files("extract") / _NAME, name=_NAME).act
