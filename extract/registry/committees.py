"""`Committee`: the committees that watch over treaties, and what their documents mean by "the Covenant"."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Final, TypeVar

import regex
from pydantic import Field

from extract.model.tables import Problem, Table, Text, Texts, load_table
from extract.registry.rows import Slug

OF_PARTIES: Final = regex.compile(r"\d{1,3}(?P<mark>/[A-Z]{2,3})\.\d{1,3}")
"""The number of a decision of parties: 1/CP.21."""

_VIEWS: Final = "/D/"
"""What the symbols of views on communications have."""
_SUPPLEMENT: Final = regex.compile(r"A/\d{1,3}/(?P<number>\d{1,3})(?:/|\Z|\()")


class Committee(Table):
    """A committee.

    Attributes:
        identifier: its name in lower-case words.
        documents: how the symbols of its documents begin.
        supplement: number of the supplement to the Official Records of the Assembly that its yearly report is.
        treaty: slug of the treaty that it watches over.
        protocol: slug of the protocol that its documents mean by "the Optional Protocol"; None without one.
        views: the same in its views on communications only.
        comments: the symbol of a general comment or recommendation, `{number}` standing for its number.
        first_comment: the first number with such a symbol.
        other_comments: number to the symbol of those that have another one.
    """

    identifier: Slug
    documents: Texts
    treaty: Slug
    supplement: int | None = None
    protocol: Slug | None = None
    views: Slug | None = None
    comments: Text
    first_comment: int
    other_comments: Mapping[str, Text] = {}

    def comment(self, number: int) -> str | None:
        """The symbol of a general comment or recommendation; None for one that has none of its own."""
        if other := self.other_comments.get(str(number)):
            return other
        return self.comments.format(number=number) if number >= self.first_comment else None

    def treaties(self, symbol: str) -> tuple[str, ...]:
        """The slugs of the treaties that a document of the committee means by their head nouns."""
        protocol = self.views if self.views and _VIEWS in symbol else self.protocol
        return (self.treaty, protocol) if protocol else (self.treaty,)


class Parties(Table):
    """The conference, meeting or assembly of the parties to treaties, with its subsidiary bodies.

    Attributes:
        documents: how the symbols of its documents begin; what its decisions are numbered by: "/CP" of 1/CP.21.
        treaties: slugs of the treaties that its documents mean by their head nouns.
    """

    documents: Texts
    treaties: tuple[Slug, ...]


class CommitteeTable(Table):
    """The whole of `committees.toml`."""

    committees: tuple[Committee, ...] = Field(alias="committee")
    parties: tuple[Parties, ...] = ()

    def problems(self) -> Iterator[Problem]:
        """A symbol belongs to one committee or conference."""
        seen: set[Text] = set()
        rows = [("committee", at, row.documents) for at, row in enumerate(self.committees)]
        rows += [("parties", at, row.documents) for at, row in enumerate(self.parties)]
        for name, index, documents in rows:
            for beginning in documents:
                if beginning in seen:
                    yield (name, index, "documents"), f"{beginning!r} belongs to another row"
                seen.add(beginning)


_Row = TypeVar("_Row", Committee, Parties)


@functools.cache
def _table() -> CommitteeTable:
    """The table, read once per process.

    Raises:
        DataError: the file does not fit `CommitteeTable`; every problem is listed.
    """
    file = resources.files("extract.registry") / "committees.toml"
    return load_table(CommitteeTable, file, name="registry/committees.toml")


def load_committees() -> tuple[Committee, ...]:
    """The committees."""
    return _table().committees


def committee_of(symbol: str | None) -> Committee | None:
    """The committee that issued a document; None for documents of other bodies."""
    if symbol is None:
        return None
    if report := _SUPPLEMENT.match(symbol):
        number = int(report["number"])
        return next((each for each in load_committees() if each.supplement == number), None)
    return _longest(symbol, load_committees())


def own_treaties(symbol: str | None) -> tuple[str, ...]:
    """The slugs of the treaties that a document means by their head nouns; none of a document of other bodies."""
    if committee := committee_of(symbol):
        return committee.treaties(symbol or "")
    decision = OF_PARTIES.fullmatch(symbol or "")
    parties = _longest(decision["mark"] if decision else symbol or "", _table().parties)
    return parties.treaties if parties else ()


def _longest(symbol: str, rows: Sequence[_Row]) -> _Row | None:
    """The row with the longest beginning of a symbol; None where it begins with none."""
    found = [
        (len(beginning), each)
        for each in rows
        for beginning in each.documents
        if symbol == beginning or symbol.startswith(f"{beginning}/")
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
