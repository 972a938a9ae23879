"""The records of `citations.jsonl`: what a text shows (`Evidence`), and its target (`Citation`) or why it has none."""

import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from extract.model.errors import DataError
from extract.model.part import Part, Unit, part_from_text, part_row
from extract.model.relations import load_acts
from extract.model.rows import load_rows, validated

LENGTH: Final = 32
"""Code points of context that are kept on either side of a quote."""

Kind = Literal["resolution", "decision", "statement", "treaty", "conference-document", "document"]
Certainty = Literal["explicit", "named", "inferred"]
Role = Literal["identifies", "supports", "see", "quotes"]

DateOf = Literal["adoption", "signature", "document", "entry-into-force", "meeting"]
Basis = Literal[
    "object", "pursuant", "acting-under", "taking-into-account", "bearing-in-mind", "established-by", "contained-in",
    "entitled",
]  # fmt: skip

KINDS: Final[tuple[str, ...]] = get_args(Kind)
CERTAINTIES: Final[tuple[str, ...]] = get_args(Certainty)
ROLES: Final[tuple[str, ...]] = get_args(Role)
RELATIONS: Final[tuple[str, ...]] = tuple(load_acts())
"""Names of the acts, in the order of their table."""
DATES_OF: Final[tuple[str, ...]] = get_args(DateOf)
OWN_DATES: Final = frozenset({None, "adoption", "signature", "document"})
"""What a date is of where it is the text's own, by which one text is told from another of the same name."""
BASES: Final[tuple[str, ...]] = get_args(Basis)

if TYPE_CHECKING:
    Relation: TypeAlias = str
else:
    Relation = Literal[RELATIONS]
"""The name of an act: a member of `RELATIONS`, which is checked where rows and tables are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a reference is and what its sentence says about it.

    Attributes:
        source: symbol of the citing document; None when the document carries none.
        file: base name of the file the document was read from.
        language: ISO 639-1 code of the text; None when it could not be identified.
        quote: the reference as printed, line breaks included.
        start: first code point of the quote in the document's text as read.
        end: one past its last code point; `text[start:end] == quote`.
        paragraph: label of the paragraph (`pp3`, `op13(a)`, `p12`, `fn7`, `annex/op2`, `table2/r5c1`, `title`, `tail`).
        relation: the act of the clause, by its governing verb: recalls, requests, decides.
        verb: the governing verb as written; None when none governs.
        basis: how the clause uses the cited text: as the `object` of the act, or what the act is in accordance with
            (`pursuant`), under, or takes into account; None when neither a verb nor such a phrase governs.
        pinpoint: the part of the cited text that is meant, as written; None when the whole is.
        date: date that the text gives to the cited text, as far as it is printed: `2006-12-06`, `2006-12`, `2006`;
            None when it gives none.
        date_of: what happened on it; None when there is no date, or that is not known.
        certainty: `explicit` (number or symbol printed), `named` (by title), `inferred` (short form, ibid., list).
        via: the footnote (`fn2`; `fn1.2` is the second that is numbered 1) or the paragraph of the antecedent that
            identifies the target; None when the quote does.
        role: what a reference in a note is to the text at its mark: `identifies` (it is what the marked phrase names),
            `supports` (it bears the statement out), `see` (further reading), `quotes` (the marked words are quoted from
            it); None outside notes.
        parts: the pinpoint taken apart, numbers in Arabic digits.
        note: what a reader of the row must know (a repaired character, weaker weight); None when nothing.
        page: number of the page that its paragraph begins on, from 1; None where the form has no pages.
        linked: symbol that the source's own hyperlink leads to, where it disagrees with the text; None otherwise.
        prefix: the text just before the quote, at most 32 code points as read; None where it is not kept.
        suffix: the text just after it, the same.
        called: what the text calls the cited one beside its number ("on women and peace"), at most 200 code points.
    """

    source: str | None
    file: str
    language: str | None
    quote: str
    start: int
    end: int
    paragraph: str
    relation: Relation
    verb: str | None = None
    basis: Basis | None = None
    pinpoint: str | None = None
    date: str | None = None
    date_of: DateOf | None = None
    certainty: Certainty = "explicit"
    via: str | None = None
    role: Role | None = None
    parts: tuple[Part, ...] = ()
    note: str | None = None
    page: int | None = None
    linked: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    called: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference whose target is known.

    Attributes:
        evidence: where it is.
        target: UN symbol without blanks, or `treaty:SLUG`.
        kind: what the target is.
        title: official English title of a treaty or named instrument; as written for a treaty unknown to the registry,
            and for a number that stands beside its title in a table or a list.
        unts: registration number in the *United Nations Treaty Series*.
    """

    evidence: Evidence
    target: str
    kind: Kind
    title: str | None = None
    unts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A reference whose target cannot be determined.

    Attributes:
        evidence: where it is.
        kind: what the target would be.
        reason: why not, in English, for a person.
        title: the title as written, where there is one.
    """

    evidence: Evidence
    kind: Kind
    reason: str
    title: str | None = None


Reference = Citation | Unresolved


class PartRow(BaseModel):
    """One part of the cited text that a pinpoint names."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    unit: Unit = Field(description="kind of the part")
    value: str = Field("", description="its number in Arabic digits, or its letter; empty where it has none")
    member: str | None = Field(None, description="its member in brackets: 4 of article 2 (4), a of paragraph 3 (a)")


class CitationRow(BaseModel):
    """One row of `citations.jsonl`: a reference found in a document, resolved to a target or with the reason why not.

    Keys of later versions are ignored by readers of this one.
    """

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="ignore",
        json_schema_extra={
            "anyOf": [
                {"properties": {"target": {"type": "string", "minLength": 1}}},
                {"properties": {"reason": {"type": "string", "minLength": 1}}, "required": ["reason"]},
            ]
        },
    )

    source: str | None = Field(description="symbol of the citing document; null where it shows none")
    file: str = Field(description="base name of the file")
    language: str | None = Field(description="ISO 639-1 code of the text")
    target: str | None = Field(description="UN symbol without spaces, or treaty:SLUG; null when unresolved")
    kind: Kind = Field(description="what the target is")
    title: str | None = Field(description="official English title of a treaty or named instrument, else as written")
    unts: int | None = Field(description="registration number in the United Nations Treaty Series")
    quote: str = Field(description="the reference as printed, line breaks included")
    start: int = Field(description="first code point of the quote in the text as read")
    end: int = Field(description="one past its last code point")
    paragraph: str = Field(
        description="label of the paragraph: pp3, op13(a), p12, fn7, annex/op2, table2/r5c1, title, tail"
    )
    relation: Relation = Field(description="the act of the clause, by its governing verb")
    verb: str | None = Field(description="the governing verb as written")
    basis: Basis | None = Field(None, description="how the clause uses the target: object of the act, pursuant to it")
    pinpoint: str | None = Field(description="the part of the target that is meant, as written")
    date: str | None = Field(description="date that the text gives to the target: YYYY-MM-DD, YYYY-MM or YYYY")
    date_of: DateOf | None = Field(None, description="what happened on that date")
    certainty: Certainty = Field(description="explicit: printed; named: by title; inferred: from another reference")
    via: str | None = Field(description="label of the note or paragraph that identifies the target")
    parts: list[Annotated[PartRow, BeforeValidator(part_from_text)]] | None = Field(
        None, description="the pinpoint taken apart: its units, each with its number and member"
    )
    role: Role | None = Field(None, description="of a reference in a note: what it is to the text at the mark")
    reason: str | None = Field(None, description="why the target is unknown, in English")
    note: str | None = Field(None, description="what a reader of the row must know")
    page: int | None = Field(None, description="number of the page that the paragraph begins on, from 1")
    linked: str | None = Field(None, description="symbol of the source's own hyperlink, where it disagrees")
    prefix: str | None = Field(None, description="text before the quote, at most 32 code points")
    suffix: str | None = Field(None, description="text after the quote, at most 32 code points")
    called: str | None = Field(None, description="what the text calls the target beside its number")


COLUMNS: Final = tuple(CitationRow.model_fields)
"""Keys of a row, in order."""
_WHERE_KNOWN: Final = frozenset(key for key, field in CitationRow.model_fields.items() if not field.is_required())
"""Keys that are left out of a row without a value; all others are always written."""
_SHARED: Final = tuple(
    name for name in COLUMNS if name in {field.name for field in fields(Evidence)} and name != "parts"
)
"""Keys whose values a row and its evidence have in common."""
_shared_by: Final = attrgetter(*_SHARED)
_CITED: Final = tuple(name for name in COLUMNS if name != "reason")
"""Keys that the row of a citation may have."""
_cited_by: Final = attrgetter(*(name if name in Citation.__slots__ else f"evidence.{name}" for name in _CITED))
_in_json: Final = json.JSONEncoder(ensure_ascii=False).encode
_UNREASONED: Final = "a row without a target needs a reason"


@functools.cache
def citation_rows() -> TypeAdapter[CitationRow]:
    """The validator of rows of `citations.jsonl`, and their schema."""
    return TypeAdapter(CitationRow)


def to_row(reference: Reference) -> dict[str, Any]:
    """Flatten a reference to a row of the contract, keys in its order."""
    if isinstance(reference, Citation):
        said = zip(_CITED, _cited_by(reference), strict=True)
        row = {key: value for key, value in said if value is not None or key not in _WHERE_KNOWN}
        if row["parts"]:
            row["parts"] = [part_row(part) for part in row["parts"]]
        else:
            del row["parts"]
        return row
    evidence = reference.evidence
    values: dict[str, Any] = dict(zip(_SHARED, _shared_by(evidence), strict=True))
    values["parts"] = [part_row(part) for part in evidence.parts] or None
    values |= {"kind": reference.kind, "title": reference.title, "reason": reference.reason}
    known = values.get
    return {key: value for key in COLUMNS if (value := known(key)) is not None or key not in _WHERE_KNOWN}


def from_row(row: Mapping[str, Any]) -> Reference:
    """Build the record that a row describes; unknown keys are ignored so that later versions can add some.

    Raises:
        DataError: a key is missing or holds a value outside the contract; every problem is listed.
    """
    try:
        return _described(validated(citation_rows(), row, known_as="citation row"))
    except DataError as error:
        unreasoned = not (row.get("target") or row.get("reason")) and _UNREASONED not in error.problems
        raise DataError(error.file, [*error.problems, *([_UNREASONED] if unreasoned else ())]) from error


def _described(read: CitationRow) -> Reference:
    """Build the record that a row without wrong values describes."""
    if not (read.target or read.reason):
        raise DataError("citation row", [_UNREASONED])
    parts = tuple(Part(part.unit, part.value, part.member or "") for part in read.parts or ())
    evidence = Evidence(**dict(zip(_SHARED, _shared_by(read), strict=True)), parts=parts)
    if read.target:
        return Citation(evidence=evidence, target=read.target, kind=read.kind, title=read.title, unts=read.unts)
    return Unresolved(evidence=evidence, kind=read.kind, reason=read.reason or "", title=read.title)


def dump_lines(references: Iterable[Reference]) -> Iterator[str]:
    """One JSON line per reference, without the newline, text unescaped, keys in the contract's order."""
    for reference in references:
        yield _in_json(to_row(reference))


def load_lines(lines: Iterable[str], *, file: str) -> Iterator[Reference]:
    """Read references from the lines of a `citations.jsonl`; blank lines are skipped.

    Raises:
        DataError: a line is not JSON, not an object, or breaks the contract; `file` and the line number are named.
    """
    for place, row in load_rows(citation_rows(), lines, file=file):
        try:
            yield _described(row) if isinstance(row, CitationRow) else from_row(row)
        except DataError as error:
            raise DataError(place, error.problems) from error


def with_context(reference: Reference, text: str) -> Reference:
    """The reference with what stands before and after its quote in the text as read (Web Annotation)."""
    start, end = reference.evidence.start, reference.evidence.end
    evidence = replace(
        reference.evidence, prefix=text[max(0, start - LENGTH) : start] or None, suffix=text[end : end + LENGTH] or None
    )
    return replace(reference, evidence=evidence)
