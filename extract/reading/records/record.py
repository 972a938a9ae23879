"""`Record`: one row of a table or one object of a JSON file, and the document that its text is."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.dates import find_dates, iso_date
from extract.language.references import languages, load_references
from extract.layout.compose import compose
from extract.layout.identity import lacks
from extract.layout.plain_text import lay_out
from extract.model.document import Document
from extract.model.errors import SymbolError, UnreadableError
from extract.model.record import DocumentRecord
from extract.symbols.symbol import parse
from extract.text.flow import is_seen

FORM: Final = "record"
"""What the record of such a document says of its form."""

_TEXTS: Final = ("text", "citing_text", "citing text", "citation_text", "content", "body", "paragraph_text")
"""Names of columns that are read where none is named."""
_SYMBOLS: Final = ("symbol", "document_symbol", "source_symbol")
_LANGUAGES: Final = ("language", "lang")
_DATES: Final = ("date",)
_TITLES: Final = ("title",)
_ISO: Final = regex.compile(r"(?<year>[12][0-9]{3})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?:[T ].{0,40}+)?")
_LONGEST: Final = 100
"""Characters of a date in words."""
_SHOWN: Final = 12
"""Names of columns that a message lists."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        number: its place in the file, from 1.
        values: name of a column or field to its text.
    """

    number: int
    values: Mapping[str, str]


def choose_columns(names: Sequence[str], wanted: Sequence[str], *, file: str) -> tuple[str, ...]:
    """The columns with the citing text: those asked for, else the one whose name says so.

    Raises:
        UnreadableError: a column that is asked for is missing, or none is and no name says which it is.
    """
    known = {name.casefold().strip(): name for name in names}
    if wanted:
        missing = [name for name in wanted if name.casefold().strip() not in known]
        if missing:
            raise UnreadableError(file, f"has no column {missing[0]!r}; its columns are {_listed(names)}")
        return tuple(known[name.casefold().strip()] for name in wanted)
    chosen = next((known[name] for name in _TEXTS if name in known), None)
    if chosen is None:
        raise UnreadableError(
            file, f"is a file of records; say with --column which of its columns to read: {_listed(names)}"
        )
    return (chosen,)


def document_of(record: Record, columns: Sequence[str], *, file: str) -> Document | None:
    """The document that the text of a record is; None where there is no text in it.

    Args:
        record: the record; its symbol, language, date and title are used where it has such columns.
        columns: those with the citing text, joined as paragraphs.
        file: base name of the file; that of the document has the record's number behind it.
    """
    parts = [record.values.get(name, "") for name in columns]
    text = "\n\n".join(part for part in parts if is_seen(part))
    if not text:
        return None
    name = f"{file}#{record.number}"
    metadata = _metadata(record.values, file=name)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    document = compose(text, lay_out(text), file=name, sha256=digest, metadata=metadata)
    missing = {*lacks(document.record)}  # a paragraph out of a document shows no masthead
    warnings = tuple(warning for warning in document.record.warnings if warning not in missing)
    return replace(document, record=replace(document.record, warnings=warnings))


def _metadata(values: Mapping[str, str], *, file: str) -> DocumentRecord:
    """What the other columns of a record say of its document."""
    said = {name.casefold().strip(): value.strip() for name, value in values.items() if value.strip()}
    symbol, doubt = _symbol(_first(said, _SYMBOLS))
    code = (_first(said, _LANGUAGES) or "").lower()[:2]
    language = code if code in languages() else None
    date, undated = _date(_first(said, _DATES), language)
    return DocumentRecord(
        symbol=symbol,
        file=file,
        language=language,
        date=date,
        title=_first(said, _TITLES),
        form=FORM,
        warnings=tuple(filter(None, (doubt, undated))),
    )


def _symbol(written: str | None) -> tuple[str | None, str | None]:
    """A symbol without spaces; None, and why, where a column has something else."""
    if written is None:
        return None, None
    try:
        return str(parse(written)), None
    except SymbolError:
        return None, f"{written[:60]!r} in the column of symbols is none"


def _date(written: str | None, language: str | None) -> tuple[str | None, str | None]:
    """An ISO date, of one that is written so, with a time or without, or in words; None, and why, of anything else."""
    if written is None:
        return None, None
    found = None  # of figures alone, since 05/12 is May to some and December to others
    if iso := _ISO.fullmatch(written):
        found = iso_date(iso["day"], int(iso["month"]), iso["year"])
    elif any(map(str.isalpha, written)):
        words = map(load_references, [language] if language else languages())
        found = next((date.iso for each in words for date in find_dates(written[:_LONGEST], each)), None)
    return found, None if found else f"{written[:60]!r} in the column of dates is none"


def _first(said: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(name[:40] for name in names[:_SHOWN]) + more
