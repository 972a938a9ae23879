"""A language's words for the Official Records (`data/LANGUAGE/records.toml`)."""

import functools
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Annotated, Final

from pydantic import Field

from extract.model.tables import Table, Text, Texts, load_table

_TEN: Final = 10
_Tens = Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]


class Records(Table):
    """How parts of the Official Records are named, and how sessions are counted in words.

    Attributes:
        names: names of the Official Records of the General Assembly.
        session: pattern of a session, with `{ordinal}`.
        supplement: words before the number of a supplement.
        council: names of the Official Records of the Security Council.
        year: the word for a year of the Council.
        meeting: pattern of a meeting, its number in the group `number`.
        other: words that name another part of the same records.
        order: how `{ten}` and `{unit}` make an ordinal.
        units: forms of the ordinals one to nine.
        tens, round: thirty to ninety before a unit, and the ordinals thirtieth to ninetieth.
        irregular: number of a session to its ordinal where it does not follow the order.
    """

    names: Texts
    session: Text
    supplement: Texts
    council: Texts
    year: Text
    meeting: Text
    other: tuple[Text, ...]
    order: Text
    units: Annotated[tuple[Texts, ...], Field(min_length=9, max_length=9)]
    tens: _Tens
    round: _Tens
    irregular: Mapping[str, Text]

    def ordinals(self, number: int) -> Iterator[str]:
        """The ordinals of a session from 30 to 99: forty-fourth, quarante-quatrième, 四十四."""
        ten, unit = divmod(number, _TEN)
        if written := self.irregular.get(str(number)):
            yield written
        elif unit == 0:
            yield self.round[ten - 3]
        else:
            yield from (self.order.format(ten=self.tens[ten - 3], unit=form) for form in self.units[unit - 1])


@functools.cache
def load_records(language: str) -> Records:
    """A language's words for the Official Records, read once per process.

    Raises:
        DataError: the file does not fit `Records`; every problem is listed.
    """
    name = f"language/data/{language}/records.toml"
    return load_table(Records, files("extract") / name, name=name)
