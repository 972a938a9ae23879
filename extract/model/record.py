"""`DocumentRecord`: what is known of a document besides its text."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter

from extract.model.adoption import Subject, Vote
from extract.model.rows import Truth, Whole, validated

_WHERE_KNOWN: Final = frozenset({
    "form", "akn", "draft", "agenda_item", "vote", "sponsors", "subjects", "sdgs", "invented",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """What is known of a document besides its text: one row of `documents.jsonl`.

    Attributes:
        symbol: UN symbol without spaces; None when the document shows none.
        file: base name of the file.
        language: ISO 639-1 code; None when it could not be identified.
        organ: the adopting body (`General Assembly`, `Security Council` …), in English; None when not shown.
        title: title in the document's own language.
        date: ISO date: of adoption for what was adopted; for a draft, a report or a letter, that of its distribution,
            as its masthead prints it.
        meeting: the adopting meeting as written.
        sha256: hex digest of the file's bytes.
        form: the file's format: `text`, `pdf`, `docx`, `html`, `akn`; `record` of a table or JSON file.
        akn: IRI of the work in the UN's machine-readable edition (AKN4UN), from the file's metadata.
        draft: symbol of the draft that was adopted, from the file's metadata.
        agenda_item: the agenda item, from the file's metadata.
        vote: the recorded vote, from the file's metadata.
        sponsors: the sponsors, as the file's metadata name them.
        subjects: subject headings, from the file's metadata.
        sdgs: numbers of the Sustainable Development Goals, from the file's metadata.
        invented: whether its symbol says that it was made up (`extract.symbols.invented`).
        warnings: what could not be read off the document, in English, for a person.
    """

    symbol: str | None
    file: str
    language: str | None
    organ: str | None = None
    title: str | None = None
    date: str | None = None
    meeting: str | None = None
    sha256: str | None = None
    form: str | None = None
    akn: str | None = None
    draft: str | None = None
    agenda_item: str | None = None
    vote: Vote | None = None
    sponsors: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    sdgs: tuple[Whole, ...] = ()
    invented: Truth = False
    warnings: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """The record as a JSON object; keys that only a file's metadata can fill are left out where it does not."""
        row = {name: getattr(self, name) for name in self.__slots__} | {"warnings": list(self.warnings)}
        row |= {"vote": self.vote and self.vote.to_row(), "subjects": [subject.to_row() for subject in self.subjects]}
        row |= {"sponsors": list(self.sponsors), "sdgs": list(self.sdgs)}
        return {name: value for name, value in row.items() if value or name not in _WHERE_KNOWN}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "DocumentRecord":
        """The record that a row describes; unknown keys are ignored.

        Raises:
            DataError: a key holds a wrong value; every problem is listed.
        """
        return validated(document_rows(), {"symbol": None, "language": None, **row}, known_as="document row")


@functools.cache
def document_rows() -> TypeAdapter[DocumentRecord]:
    """The validator of rows of `documents.jsonl`, and their schema."""
    return TypeAdapter(DocumentRecord)
