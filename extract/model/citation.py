"""The records of `citations.jsonl`: what a text shows (`Evidence`), what it means (`Citation`), or why not."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final, Literal, get_args

from extract.model.errors import DataError

LENGTH: Final = 32
"""Code points of context that are kept on either side of a quote."""


Kind = Literal["resolution", "decision", "statement", "treaty", "conference-document", "document"]
Certainty = Literal["explicit", "named", "inferred"]
Relation = Literal[
    "recalls", "reaffirms", "reiterates", "affirms", "notes", "takes-note", "welcomes", "recognizes", "stresses",
    "bears-in-mind", "guided-by", "considers", "expresses-concern", "expresses-appreciation", "condemns", "acts-under",
    "pursuant", "requests", "calls-upon", "urges", "decides", "encourages", "invites", "amends", "supersedes", "other",
]  # fmt: skip

KINDS: Final[tuple[str, ...]] = get_args(Kind)
CERTAINTIES: Final[tuple[str, ...]] = get_args(Certainty)
RELATIONS: Final[tuple[str, ...]] = get_args(Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a reference stands and what its sentence says of it.

    Attributes:
        source: symbol of the citing document; None when the document carries none.
        file: base name of the file the document was read from.
        language: ISO 639-1 code of the text; None when it could not be told.
        quote: the reference as it stands, line breaks included.
        start: first code point of the quote in the document's text as read.
        end: one past its last code point; `text[start:end] == quote`.
        paragraph: label of the paragraph (`pp3`, `op13(a)`, `p12`, `fn7`, `annex/op2`, `title`, `tail`).
        relation: what the governing verb does to the cited text.
        verb: the governing verb as written; None when none governs.
        pinpoint: the part of the cited text that is meant, as written; None when the whole is.
        date: ISO date that the text gives to the cited text; None when it gives none.
        certainty: `explicit` (number or symbol printed), `named` (by title), `inferred` (anaphor, ibid., list).
        via: the footnote (`fn2`; `fn1.2` is the second that is numbered 1) or the paragraph of the antecedent that
            identifies the target; None when the quote does.
        parts: the pinpoint as pairs of unit and number in Arabic digits, `("article", "6")`; see `extract.parts`.
        note: what a reader of the row must know (a repaired character, weaker weight); None when nothing.
        page: number of the page that its paragraph begins on, from 1; None where the form has no pages.
        linked: symbol that the source's own hyperlink leads to, where it disagrees with the text; None otherwise.
        prefix: the text just before the quote, at most 32 code points as read; None where it is not kept.
        suffix: the text just after it, the same.
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
    pinpoint: str | None = None
    date: str | None = None
    certainty: Certainty = "explicit"
    via: str | None = None
    parts: tuple[tuple[str, str], ...] = ()
    note: str | None = None
    page: int | None = None
    linked: str | None = None
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference whose target is known.

    Attributes:
        evidence: where it stands.
        target: UN symbol without blanks, or `treaty:SLUG`.
        kind: what the target is.
        title: official English title of a treaty or named instrument; as written for a treaty unknown to the registry.
        unts: registration number in the *United Nations Treaty Series*.
    """

    evidence: Evidence
    target: str
    kind: Kind
    title: str | None = None
    unts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A reference that is seen but whose target cannot be told.

    Attributes:
        evidence: where it stands.
        kind: what the target would be.
        reason: why it cannot be told, in English, for a person.
        title: the title as written, where there is one.
    """

    evidence: Evidence
    kind: Kind
    reason: str
    title: str | None = None


Reference = Citation | Unresolved

_EVIDENCE: Final[frozenset[str]] = frozenset(f.name for f in fields(Evidence))
COLUMNS: Final[tuple[str, ...]] = (
    "source", "file", "language", "target", "kind", "title", "unts", "quote", "start", "end", "paragraph", "relation",
    "verb", "pinpoint", "date", "certainty", "via", "parts", "reason", "note", "page", "linked", "prefix",
    "suffix",
)  # fmt: skip
"""Keys of a row, in order; those of `_OPTIONAL` stand only where there is a value."""
_MAYBE: Final = (
    "source", "language", "target", "title", "verb", "pinpoint", "date", "via", "reason", "note", "linked", "prefix",
    "suffix",
)  # fmt: skip
_OPTIONAL: Final[frozenset[str]] = frozenset({"reason", "note", "parts", "page", "linked", "prefix", "suffix"})


def to_row(reference: Reference) -> dict[str, Any]:
    """Flatten a reference to the contract's row, keys in its order; those of `_OPTIONAL` only where set."""
    row = asdict(reference.evidence) | {"target": None, "title": None, "unts": None, "reason": None}
    row |= {f.name: getattr(reference, f.name) for f in fields(reference) if f.name != "evidence"}
    row["parts"] = [f"{unit} {number}".rstrip() for unit, number in reference.evidence.parts] or None
    return {key: row[key] for key in COLUMNS if key not in _OPTIONAL or row[key] is not None}


def from_row(row: dict[str, Any]) -> Reference:
    """Build the record a row describes; unknown keys are ignored so that later versions can add some.

    Raises:
        DataError: a key is missing or holds a value outside the contract; all offences are named.
    """
    offences = [f"missing {key!r}" for key in COLUMNS if key not in row and key not in _OPTIONAL]
    checks = (("kind", KINDS), ("relation", RELATIONS), ("certainty", CERTAINTIES))
    offences += [
        f"{key} {row[key]!r} is not of the contract" for key, known in checks if row.get(key, known[0]) not in known
    ]
    texts = ("file", "quote", "paragraph")
    offences += [f"{key} must be text" for key in texts if not isinstance(row.get(key, ""), str)]
    offences += [f"{key} must be text or null" for key in _MAYBE if not isinstance(row.get(key), str | None)]
    offences += [f"{key} must be a whole number" for key in ("start", "end") if not isinstance(row.get(key, 0), int)]
    offences += ["unts must be a whole number or null"] if not isinstance(row.get("unts"), int | None) else []
    offences += ["page must be a whole number or null"] if not isinstance(row.get("page"), int | None) else []
    parts = row.get("parts") or []
    sound = isinstance(parts, list) and all(isinstance(part, str) for part in parts)
    offences += ["parts must be a list of texts or null"] if not sound else []
    offences += ["a row without a target needs a reason"] if not row.get("target") and not row.get("reason") else []
    if offences:
        raise DataError("citation row", offences)
    given = {key: row.get(key) for key in _EVIDENCE} | {"parts": tuple(part.partition(" ")[::2] for part in parts)}
    evidence = Evidence(**given)
    if row["target"]:
        return Citation(evidence=evidence, target=row["target"], kind=row["kind"], title=row["title"], unts=row["unts"])
    return Unresolved(evidence=evidence, kind=row["kind"], reason=row["reason"], title=row["title"])


def dump_lines(references: Iterable[Reference]) -> Iterator[str]:
    """Give one JSON line a reference, without the newline, text unescaped, keys in the contract's order."""
    for reference in references:
        yield json.dumps(to_row(reference), ensure_ascii=False)


def load_lines(lines: Iterable[str], *, file: str) -> Iterator[Reference]:
    """Read references from the lines of a `citations.jsonl`; blank lines are passed over.

    Raises:
        DataError: a line is not JSON, not an object, or breaks the contract; `file` and the line number are named.
    """
    for place, row in load_objects(lines, file=file):
        try:
            yield from_row(row)
        except DataError as error:
            raise DataError(place, error.offences) from error


def load_objects(lines: Iterable[str], *, file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read the objects of a JSON-lines file, each with its place (`file:line`); blank lines are passed over.

    Raises:
        DataError: a line is not JSON or not an object; `file` and the line number are named.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"{file}:{number}", [f"not JSON: {error}"]) from error
        if not isinstance(row, dict):
            raise DataError(f"{file}:{number}", ["not a JSON object"])
        yield f"{file}:{number}", row


def with_context(reference: Reference, text: str) -> Reference:
    """Give a reference with the text before and after its quote, as the Web Annotation model asks for it.

    Args:
        reference: as found in the text.
        text: the document's text as read, which the reference's positions point into.
    """
    start, end = reference.evidence.start, reference.evidence.end
    evidence = replace(
        reference.evidence, prefix=text[max(0, start - LENGTH) : start] or None, suffix=text[end : end + LENGTH] or None
    )
    return replace(reference, evidence=evidence)
