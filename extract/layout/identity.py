"""The identity of a document: language, symbol, organ, title, date, meeting, as its text shows them, never guessed."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.structure import Structure, load_structures
from extract.layout.masthead import Head, read_masthead
from extract.layout.own_symbol import from_file_name, from_masthead, from_running_heads
from extract.model.errors import SymbolError
from extract.model.label import HEAD, TAIL, TITLE, Label
from extract.model.record import DocumentRecord
from extract.symbols.bodies import by_name
from extract.symbols.symbol import parse

_SAMPLE: Final[int] = 20_000
_WORD: Final = regex.compile(r"\p{Han}|[\p{L}']+")
_NUMBER: Final = regex.compile(
    r"(?:-\s?\.\s?)?(?P<number>(?:(?:ES|S)-)?\d{1,4}/\d{1,4}|\d{1,4} ?\((?:ES-|S-)?[IVXLC]+\))"
    r"(?: ?(?P<letters>[A-Z](?:[\-,–] ?[A-Z])*)(?=\.))?\s?\.?"
)
_LAST_WORD: Final = regex.compile(
    r"(?:(?<=\s)|(?<=\p{Han}))[\p{L}--\p{Han}]{1,6}\Z|(?<=\s)\p{L}{1,6}\Z", flags=regex.V1
)
_LONGEST_PART: Final[int] = 8  # code points at the end of a title that may name a part, separator included
_FEWEST_WORDS: Final[int] = 2
_MASTHEAD: Final[int] = 400  # paragraphs among which a formula is looked for
_LEAST_SHARE: Final[float] = 0.03


def tell_language(text: str, lines: Sequence[str]) -> str | None:
    """The language of the first enacting formula among the lines, or else of most function words of the text.

    None when there is no formula and no language's words make up a fair share of the text.
    """
    formulas = (
        language for line in lines[:_MASTHEAD] for language, frame in load_structures().items() if frame.enacting(line)
    )
    if language := next(formulas, None):
        return language
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE].replace("’", "'"))]
    if not words:
        return None
    counts = {
        language: sum(word in frame.function_words for word in words) for language, frame in load_structures().items()
    }
    language, count = max(counts.items(), key=lambda item: item[1])
    return language if count >= _FEWEST_WORDS and count > _LEAST_SHARE * len(words) else None


@dataclass(frozen=True, slots=True)
class _Shown:
    """The texts that tell who a document is, by what they are.

    Attributes:
        head: lines of the masthead and the enacting formulas.
        title: the title, remarks in brackets left out; None where there is none.
        tail: lines after the last paragraph: the meeting and its date.
        adoption: lines that say when and by whom it was adopted, those after the title first.
    """

    head: Sequence[str]
    title: str | None
    tail: Sequence[str]
    adoption: Sequence[str]


def identify(
    blocks: Sequence[tuple[Label, str]], head: Head, frame: Structure | None, *, file: str, sha256: str
) -> DocumentRecord:
    """The record that a document's labelled paragraphs show.

    Args:
        blocks: label and flowing text, in reading order.
        head: the first lines of the text, and the running heads.
        frame: what frames a document in its language; None when the language is unknown.
        file: base name of the file.
        sha256: hex digest of the file's bytes.
    """
    shown = _gather(blocks, frame)
    symbol = from_masthead([line.text for line in head.lines]) or from_running_heads(head.running)
    if frame is None:
        record = DocumentRecord(symbol=symbol, file=file, language=None, title=shown.title, sha256=sha256)
        return replace(record, warnings=lacks(record))
    organ = _organ(blocks, shown, frame)
    parts = sum(1 for text in shown.head if frame.enacting(text))
    record = DocumentRecord(
        symbol=_own_symbol(shown.title, organ, frame, parts=parts) or symbol, file=file, language=frame.language,
        organ=organ, title=_bare_title(shown.title, frame), date=_date_of_adoption(shown, frame),
        meeting=next((text for text in (*shown.tail, *shown.head) if frame.meeting.search(text)), None), sha256=sha256,
    )  # fmt: skip
    return replace(record, warnings=lacks(record))


def _gather(blocks: Sequence[tuple[Label, str]], frame: Structure | None) -> _Shown:
    """Sort the texts by what they are."""
    head = _labelled(blocks, HEAD)
    title = " ".join(text for text in _labelled(blocks, TITLE) if not text.startswith("[")) or None
    after = [label for label, _ in blocks].index(TITLE) + 1 if title else 0
    adoption = _labelled(blocks[after:], HEAD)
    if frame is not None:
        adoption += [text for text in head if frame.adopted.match(text) or _adopts_on_date(text, frame)]
    return _Shown(head, title, _labelled(blocks, TAIL), adoption)


def _labelled(blocks: Sequence[tuple[Label, str]], wanted: Label) -> list[str]:
    return [text for label, text in blocks if label == wanted]


def _organ(blocks: Sequence[tuple[Label, str]], shown: _Shown, frame: Structure) -> str | None:
    """The body of the first enacting formula, or a body that is a line of the head, or one that adopted the text."""
    enacted = (organ for _, text in blocks if (organ := frame.enacting(text)))
    whole = (organ for text in shown.head if (organ := frame.organs.get(text.casefold())))
    named = (organ for text in shown.adoption for name, organ in frame.organs.items() if name in text.casefold())
    return next(itertools.chain(enacted, whole, named), None)


def _date_of_adoption(shown: _Shown, frame: Structure) -> str | None:
    """The first date of the lines of adoption, of a title that holds one, or of the tail, its meeting first."""
    meetings_first = sorted(shown.tail, key=lambda text: frame.meeting.search(text) is None)
    title = shown.title or ""
    titles = [title] if any(form.match(title) for form in frame.resolution_titles) else []
    return next((date for text in (*shown.adoption, *titles, *meetings_first) for date in frame.find_dates(text)), None)


def read_issued(record: DocumentRecord, head: Head, frame: Structure) -> DocumentRecord:
    """The record of a document that was issued, not adopted, with the title, organ and date of its masthead.

    The record of what was adopted is returned as it is. A draft, a report or a letter has no date of adoption.

    Args:
        record: from `identify`.
        head: the first lines of the text.
        frame: what frames a document in its language.
    """
    if not record.symbol or not _is_issued(record.symbol):
        return record
    masthead = read_masthead(head.lines, frame)
    issued = replace(
        record, organ=record.organ or masthead.organ, title=masthead.title or record.title,
        date=masthead.date, meeting=None,
    )  # fmt: skip
    return replace(issued, warnings=lacks(issued))


def _is_issued(printed: str) -> bool:
    """Whether a symbol as printed is that of a document that was issued, not adopted."""
    try:
        return parse(printed).kind not in {"resolution", "decision"}
    except SymbolError:
        return False


def hinted(record: DocumentRecord) -> DocumentRecord:
    """The record with the symbol that the name of the file spells, where the text shows none and no other body.

    Symbols in the names of files are a weak hint: the record says that it rests on nothing else.
    """
    hint = None if record.symbol else from_file_name(record.file)
    if hint is None or (record.organ and parse(hint).body != record.organ):
        return record
    told = f"the symbol {hint} is told by the name of the file alone"
    return replace(record, symbol=hint, warnings=(*record.warnings, told))


def lacks(record: DocumentRecord) -> tuple[str, ...]:
    """Warnings, for a person, about what every document shows and the record lacks."""
    shown = {
        "language": record.language, "symbol": record.symbol, "organ": record.organ, "title": record.title,
        ("date" if record.symbol and _is_issued(record.symbol) else "date of adoption"): record.date,
    }  # fmt: skip
    missing = [name for name, value in shown.items() if not value]
    if not (record.symbol or record.organ or record.title):
        return (f"no {', '.join(missing)}: is it a United Nations document?",)
    return (f"no {', '.join(missing)} found in the text",) if missing else ()


def _own_symbol(title: str | None, organ: str | None, frame: Structure, *, parts: int) -> str | None:
    """The symbol that the number of the title makes with the series of the body."""
    body = by_name(organ)
    if not title or body is None or not body.resolutions:
        return None
    for form in frame.resolution_titles:
        if (found := form.match(title)) and organ == "Security Council" and "year" in found.groupdict():
            return f"{body.resolutions}{found['number']}({found['year']})"
    found = _NUMBER.match(title)
    if not found:
        return None
    letters = found["letters"] or _part_letters(title, frame, parts)
    head, bracket, session = found["number"].replace(" ", "").partition("(")
    return f"{body.resolutions}{head}{letters}{bracket}{session}"


def _part_letters(title: str, frame: Structure, parts: int) -> str:
    """Letters of the parts that the text holds: all of several, or the one that the title ends with."""
    if parts > 1:
        return f"A-{chr(ord('A') + parts - 1)}"
    last = _last_part(title, frame)
    return chr(ord("A") + frame.parts.index(last)) if last else ""


def _last_part(title: str, frame: Structure) -> str:
    """The name of a part that a title ends with; after a Han character no space is needed."""
    found = _LAST_WORD.search(title, max(0, len(title) - _LONGEST_PART))
    return found.group() if found and found.group() in frame.parts else ""


def _adopts_on_date(text: str, frame: Structure) -> bool:
    """Whether a line begins with a date and goes on to say who adopted the text."""
    return any(
        (found := form.match(text)) and frame.adopted.match(text[found.end() :].lstrip()) for form in frame.dates
    )


def _bare_title(title: str | None, frame: Structure) -> str | None:
    """The title without the number at its start and the letter of the part at its end."""
    if not title or not (found := _NUMBER.match(title)):
        return title
    bare = title[found.end() :].strip(" -–.")
    return bare.removesuffix(_last_part(bare, frame)).strip() or title
