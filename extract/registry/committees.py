"""`Committee`: the committees that watch over treaties, and what their documents mean by "the Covenant"."""

import functools
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Final

import regex
from pydantic import Field

from extract.model.tables import Problem, Table, Text, Texts, load_table
from extract.registry.rows import Slug

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


class CommitteeTable(Table):
    """The whole of `committees.toml`."""

    committees: tuple[Committee, ...] = Field(alias="committee")

    def problems(self) -> Iterator[Problem]:
        """A symbol belongs to one committee."""
        seen: set[Text] = set()
        for index, committee in enumerate(self.committees):
            for beginning in committee.documents:
                if beginning in seen:
                    yield ("committee", index, "documents"), f"{beginning!r} belongs to another committee"
                seen.add(beginning)


@functools.cache
def load_committees() -> tuple[Committee, ...]:
    """The committees, read once per process.

    Raises:
        DataError: the file does not fit `CommitteeTable`; every problem is listed.
    """
    file = resources.files("extract.registry") / "committees.toml"
    return load_table(CommitteeTable, file, name="registry/committees.toml").committees


def committee_of(symbol: str | None) -> Committee | None:
    """The committee that issued a document; None for documents of other bodies."""
    if symbol is None:
        return None
    if report := _SUPPLEMENT.match(symbol):
        number = int(report["number"])
        return next((each for each in load_committees() if each.supplement == number), None)
    found = [
        (len(beginning), each)
        for each in load_committees()
        for beginning in each.documents
        if symbol == beginning or symbol.startswith(f"{beginning}/")
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
