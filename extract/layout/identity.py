"""The identity of a document: symbol, organ, title, date, meeting, as its text shows them, never guessed."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.language.references import load_references
from extract.language.structure import Structure
from extract.layout.indents import COMMAS
from extract.layout.issued_title import is_record, issued_title
from extract.layout.masthead import Head, Masthead, read_masthead
from extract.layout.own_number import bare_title, is_decision, own_symbol
from extract.layout.own_symbol import from_file_name, from_masthead, from_running_heads, is_agency, series_of
from extract.model.errors import SymbolError
from extract.model.label import HEAD, TAIL, TITLE, Label
from extract.model.record import DocumentRecord
from extract.symbols.symbol import parse

_FIRST_CLAUSE: Final = Label.preambular(1)
_DRAFTED: Final[int] = 30  # lines among which a draft says that it is one
_LONGEST_NAME: Final[int] = 60


@dataclass(frozen=True, slots=True)
class _Shown:
    """The texts that tell who a document is, by what they are.

    Attributes:
        head: lines of the masthead and the enacting formulas.
        title: the title, remarks in brackets left out; None where there is none.
        tail: lines after the last paragraph: the meeting and its date.
        adoption: lines that say when and by whom it was adopted, those after the title first.
        account: the paragraph that recounts, in the past tense, what was decided at a meeting; empty where none does.
    """

    head: Sequence[str]
    title: str | None
    tail: Sequence[str]
    adoption: Sequence[str]
    account: str = ""


def identify(
    blocks: Sequence[tuple[Label, str]], head: Head, frame: Structure, *, file: str, sha256: str
) -> DocumentRecord:
    """The record that a document's labelled paragraphs show.

    Args:
        blocks: label and flowing text, in reading order.
        head: the first lines of the text, and the running heads.
        frame: what frames a document in its language.
        file: base name of the file.
        sha256: hex digest of the file's bytes.
    """
    shown = _gather(blocks, frame)
    own = from_masthead([line.text for line in head.lines])
    printed = own or from_running_heads(head.running)
    organ = _organ(blocks, shown, frame)
    return DocumentRecord(
        symbol=_symbol(shown, printed, organ, frame, sure=own is not None), file=file, language=frame.language,
        organ=_adopting(printed) or organ, title=bare_title(shown.title, frame),
        date=_date_of_adoption(shown, frame) or _date_of_agency(printed, head, frame),
        meeting=next((text for text in (*shown.tail, *shown.head) if frame.meeting.search(text)), None), sha256=sha256,
    )  # fmt: skip


def _symbol(shown: _Shown, printed: str | None, organ: str | None, frame: Structure, *, sure: bool) -> str | None:
    """The printed symbol of what was issued; else the one that the number of the title makes, or the printed one.

    A running head may be a line that only looks like one, so the number of the title comes before it; `sure` says that
    the masthead prints the symbol.
    """
    if printed and sure and is_issued(printed):
        return printed
    parts = _parts(shown, organ, frame)
    decides = is_decision(printed) or bool(shown.account) or any(_names_decision(text, frame) for text in shown.head)
    return own_symbol(shown.title, organ, frame, parts=parts, decides=decides) or printed


def _parts(shown: _Shown, organ: str | None, frame: Structure) -> int:
    """How many parts a resolution has: the enacting formulas of its body, those that a comma ends if there are any."""
    formulas = [text for text in shown.head if organ and frame.enacting(text) == organ]
    return len([text for text in formulas if text[-1] in COMMAS] or formulas)


def _date_of_agency(printed: str | None, head: Head, frame: Structure) -> str | None:
    """The date of a masthead that prints the number of an agency's resolution: that of its adoption."""
    return read_masthead(head.lines, frame).date if printed and is_agency(printed) else None


def _adopting(printed: str | None) -> str | None:
    """The body in whose series of resolutions or decisions a symbol is; None where it is in none."""
    return None if printed is None or is_issued(printed) else series_of(printed)


def _names_decision(text: str, frame: Structure) -> bool:
    """Whether a line of the head calls the document a decision."""
    lexicon = load_references(frame.language)
    if len(text) > _LONGEST_NAME or lexicon.noun.search(text) is None:
        return False
    found = lexicon.noun.match(lexicon.body.sub("", text).strip())
    return found is not None and (found.lastgroup or "").endswith("decision")


def _gather(blocks: Sequence[tuple[Label, str]], frame: Structure) -> _Shown:
    """Sort the texts by what they are."""
    head = _labelled(blocks, HEAD)
    title = " ".join(text for text in _labelled(blocks, TITLE) if not text.startswith("[")) or None
    after = [label for label, _ in blocks].index(TITLE) + 1 if title else 0
    adoption = _labelled(blocks[after:], HEAD) if title else []
    adoption += [text for text in head if frame.adopted.match(text) or _adopts_on_date(text, frame)]
    first = next(itertools.islice((text for label, text in blocks[after:] if label.kind), 1), "") if title else ""
    account = first if frame.recounts(first) and not any(map(frame.enacting, head)) else ""
    return _Shown(head, title, _labelled(blocks, TAIL), adoption, account)


def _labelled(blocks: Sequence[tuple[Label, str]], wanted: Label) -> list[str]:
    return [text for label, text in blocks if label == wanted]


def _organ(blocks: Sequence[tuple[Label, str]], shown: _Shown, frame: Structure) -> str | None:
    """The body of the first enacting formula, or a body that is a line of the head, or one that adopted the text."""
    enacted = (organ for _, text in blocks if (organ := frame.enacting(text)))
    first = [text for label, text in blocks if label == _FIRST_CLAUSE]
    opened = (organ for text in first[:1] if (organ := frame.opens(text)))
    recounted = filter(None, [frame.recounts(shown.account)])
    whole = (organ for text in shown.head if (organ := frame.organs.get(text.casefold())))
    named = (organ for text in shown.adoption for name, organ in frame.organs.items() if name in text.casefold())
    return next(itertools.chain(enacted, opened, recounted, whole, named), None)


def _date_of_adoption(shown: _Shown, frame: Structure) -> str | None:
    """The first date of the lines of adoption, of a title that holds one, or of the tail, its meeting first."""
    meetings_first = sorted(shown.tail, key=lambda text: frame.meeting.search(text) is None)
    title = shown.title or ""
    titles = [title] if any(form.match(title) for form in frame.resolution_titles) else []
    texts = (*shown.adoption, *titles, shown.account, *meetings_first)
    return next((date for text in texts for date in frame.find_dates(text)), None)


def read_issued(record: DocumentRecord, head: Head, frame: Structure) -> DocumentRecord:
    """The record of a document that was issued, not adopted, with the title, organ and date of its masthead.

    The record of what was adopted is returned as it is. A draft, a report or a letter has no date of adoption.

    Args:
        record: from `identify`.
        head: the first lines of the text.
        frame: what frames a document in its language.
    """
    if not record.symbol or not is_issued(record.symbol):
        return record
    masthead = read_masthead(head.lines, frame)
    title = issued_title(head.lines, frame, record.symbol) or record.title
    title = None if title and frame.draft.search(title) else title  # the line of its sponsors
    date = masthead.date or _date_of_record(head, frame, record.symbol)
    return replace(record, organ=_issuing(record, masthead, head, frame), title=title, date=date, meeting=None)


def _date_of_record(head: Head, frame: Structure, symbol: str) -> str | None:
    """The date of the meeting that a record is of, where the masthead bears none of its own."""
    lines = (line.text for line in head.lines[:_DRAFTED] if is_record(symbol))
    return next((date for line in lines for date in frame.find_dates(line)), None)


def _issuing(record: DocumentRecord, masthead: Masthead, head: Head, frame: Structure) -> str | None:
    """The body whose document it is: one of the masthead, that which a draft is put to, or that of its series."""
    series = series_of(record.symbol)
    if series in masthead.organs:
        return series
    drafted = any(frame.draft.search(line.text) for line in head.lines[:_DRAFTED])
    return next(iter(masthead.organs), None) or (record.organ if drafted else None) or series or record.organ


def is_issued(printed: str) -> bool:
    """Whether a symbol as printed is that of a document that was issued, not adopted; one of no known series is."""
    try:
        return parse(printed).kind not in {"resolution", "decision"}
    except SymbolError:
        return True


def hinted(record: DocumentRecord) -> DocumentRecord:
    """The record with the symbol that the name of the file spells, where the text shows none and no other body.

    Symbols in the names of files are a weak hint: the record says that it rests on nothing else.
    """
    hint = None if record.symbol else from_file_name(record.file)
    if hint is None or (record.organ and series_of(hint) != record.organ):
        return record
    told = f"the symbol {hint} is told by the name of the file alone"
    return replace(record, symbol=hint, warnings=(*record.warnings, told))


def lacks(record: DocumentRecord) -> tuple[str, ...]:
    """Warnings, for a person, about what every document shows and the record lacks."""
    shown = {
        "language": record.language, "symbol": record.symbol, "organ": record.organ, "title": record.title,
        ("date" if record.symbol and is_issued(record.symbol) else "date of adoption"): record.date,
    }  # fmt: skip
    missing = [name for name, value in shown.items() if not value]
    if not (record.symbol or record.organ or record.title):
        return (f"no {', '.join(missing)}: is it a United Nations document?",)
    return (f"no {', '.join(missing)} found in the text",) if missing else ()


def _adopts_on_date(text: str, frame: Structure) -> bool:
    """Whether a line begins with a date and goes on to say who adopted the text."""
    return any(
        (found := form.match(text)) and frame.adopted.match(text[found.end() :].lstrip()) for form in frame.dates
    )
