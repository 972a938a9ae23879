"""`DocumentRecord`: what is known of a document besides its text."""

from dataclasses import dataclass
from typing import Any, Final

from extract.model.adoption import Subject, Vote, is_texts
from extract.model.errors import DataError

_TEXTS: Final = (
    "symbol", "language", "organ", "title", "date", "meeting", "sha256", "form", "akn", "draft", "agenda_item",
)  # fmt: skip
_WHERE_KNOWN: Final = frozenset({
    "form", "akn", "draft", "agenda_item", "vote", "sponsors", "subjects", "sdgs", "invented",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """What is known of a document besides its text: one row of `documents.jsonl`.

    Attributes:
        symbol: UN symbol without blanks; None when the document shows none.
        file: base name of the file.
        language: ISO 639-1 code; None when it could not be told.
        organ: the adopting body (`General Assembly`, `Security Council` …), English, None when not told.
        title: title in the document's own language.
        date: ISO date: of adoption for what was adopted; for a draft, a report or a letter, that of its distribution,
            as its masthead prints it.
        meeting: the adopting meeting as written.
        sha256: hex digest of the file's bytes.
        form: the file's format: `text`, `pdf`, `docx`, `html`, `akn`.
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
    sdgs: tuple[int, ...] = ()
    invented: bool = False
    warnings: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """The record as a JSON object; what only a file's metadata can tell stands there where it is known."""
        row = {name: getattr(self, name) for name in self.__slots__} | {"warnings": list(self.warnings)}
        row |= {"vote": self.vote and self.vote.to_row(), "subjects": [subject.to_row() for subject in self.subjects]}
        row |= {"sponsors": list(self.sponsors), "sdgs": list(self.sdgs)}
        return {name: value for name, value in row.items() if value or name not in _WHERE_KNOWN}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "DocumentRecord":
        """The record a row describes; unknown keys are ignored.

        Raises:
            DataError: a value is not of the kind that it must be; all offences are named.
        """
        offences = [f"{key} must be text" for key in ("file",) if not isinstance(row.get(key), str)]
        offences += [f"{key} must be text or null" for key in _TEXTS if not isinstance(row.get(key), str | None)]
        offences += [
            f"{key} must be a list of texts" for key in ("warnings", "sponsors") if not is_texts(row.get(key, []))
        ]
        sdgs, subjects = row.get("sdgs", []), row.get("subjects", [])
        if not isinstance(sdgs, list) or not all(isinstance(goal, int) for goal in sdgs):
            offences.append("sdgs must be a list of whole numbers")
        if not isinstance(row.get("invented", False), bool):
            offences.append("invented must be true or false")
        if not isinstance(subjects, list):
            offences.append("subjects must be a list")
        if offences:
            raise DataError("document row", offences)
        vote = row.get("vote")
        return cls(
            **{"symbol": None, "language": None} | {key: row[key] for key in ("file", *_TEXTS) if key in row},
            vote=Vote.from_row(vote) if vote is not None else None,
            subjects=tuple(Subject.from_row(subject) for subject in subjects),
            sponsors=tuple(row.get("sponsors", ())),
            sdgs=tuple(sdgs),
            invented=row.get("invented", False),
            warnings=tuple(row.get("warnings", ())),
        )
