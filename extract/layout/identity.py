"""Who a document is: language, symbol, organ, title, date, meeting, as the text shows them; nothing is guessed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.structure import Structure, load_structures
from extract.layout.masthead import read_masthead
from extract.model.errors import SymbolError
from extract.model.label import HEAD, TAIL, TITLE, Label
from extract.model.record import DocumentRecord
from extract.symbols.symbol import parse

_SAMPLE: Final[int] = 20_000
_WORD: Final = regex.compile(r"\p{Han}|[\p{L}']+")
_DISPLACED: Final = regex.compile(r"\)(?P<head>[A-Z]{1,8}/[^()]{1,40})\((?P<year>\d{4})")
_SYMBOL: Final = regex.compile(
    r"(?:[A-Z]{1,8}/[A-Z0-9][\w.\-()]{0,20}|S/RES|A/RES)(?:/[\w.\-()]{1,20}){0,6}+(?: ?\([^()]{1,20}\)){0,3}\*{0,3}"
)
_NUMBER: Final = regex.compile(
    r"(?:-\s?\.\s?)?(?P<number>(?:(?:ES|S)-)?\d{1,4}/\d{1,4}|\d{1,4} ?\((?:ES-|S-)?[IVXLC]+\))"
    r"(?: ?(?P<letters>[A-Z](?:[\-,–] ?[A-Z])*)(?=\.))?\s?\.?"
)
_LAST_WORD: Final = regex.compile(
    r"(?:(?<=\s)|(?<=\p{Han}))[\p{L}--\p{Han}]{1,6}\Z|(?<=\s)\p{L}{1,6}\Z", flags=regex.V1
)
_LONGEST_PART: Final[int] = 8  # code points at the end of a title that may be a part's name, what parts it off with it
_FEWEST_WORDS: Final[int] = 2
_MASTHEAD: Final[int] = 400  # lines among which a formula is looked for
_LEAST_SHARE: Final[float] = 0.03
_SERIES: Final[dict[str, str]] = {
    "General Assembly": "A/RES/",
    "Security Council": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Human Rights Council": "A/HRC/RES/",
    "Commission on Human Rights": "E/CN.4/RES/",
    "Trusteeship Council": "T/RES/",
}


def tell_language(text: str, lines: Sequence[str]) -> str | None:
    """Tell the language by the first enacting formula among the lines, or by the function words of the text.

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


def identify(
    blocks: Sequence[tuple[Label, str]], furniture: Sequence[str], frame: Structure | None, *, file: str, sha256: str
) -> DocumentRecord:
    """Read a document's record off its labelled paragraphs.

    Args:
        blocks: label and flowing text, in reading order.
        furniture: running heads.
        frame: what frames a document in its language; None when the language could not be told.
        file: base name of the file.
        sha256: hex digest of the file's bytes.
    """
    organ = next((organ for _, text in blocks if frame and (organ := frame.enacting(text))), None)
    title = " ".join(text for mark, text in blocks if mark == TITLE and not text.startswith("[")) or None
    after = [mark for mark, _ in blocks].index(TITLE) + 1 if title else 0
    head = [text for mark, text in blocks if mark == HEAD]
    adoption = [text for mark, text in blocks[after:] if mark == HEAD] + [
        t for t in head if frame and (frame.adopted.match(t) or _adopts_on_date(t, frame))
    ]
    tail = [text for mark, text in blocks if mark == TAIL]
    organ = organ or _organ_in_head(head, adoption, frame)
    parts = sum(1 for mark, text in blocks if mark == HEAD and frame and frame.enacting(text))
    symbol = _own_symbol(title, organ, frame, parts=parts) or _printed_symbol(head, furniture)
    own = [title] if title and frame and any(form.match(title) for form in frame.resolution_titles) else []
    dated = sorted(tail, key=lambda text: not (frame and frame.meeting.search(text)))
    date = _date(adoption + own + dated, frame)
    meeting = next((text for text in tail + head if frame and frame.meeting.search(text)), None)
    record = DocumentRecord(
        symbol=symbol, file=file, language=frame.language if frame else None, organ=organ,
        title=_bare_title(title, frame), date=date, meeting=meeting, sha256=sha256,
    )  # fmt: skip
    return replace(record, warnings=lacks(record))


def read_issued(record: DocumentRecord, text: str, frame: Structure) -> DocumentRecord:
    """Give the record of a document that was issued, not adopted, the title, organ and date of its masthead.

    What was adopted has the date and the meeting of its adoption and stays as it is. In a draft, a report or a letter
    no date of adoption is looked for.

    Args:
        record: as its paragraphs show it.
        text: the text as read.
        frame: what frames a document in its language.
    """
    if record.symbol and not _is_issued(record.symbol):
        return record
    stands = read_masthead(text, frame)
    symbol = record.symbol or stands.symbol
    if not symbol or not _is_issued(symbol):
        return record
    issued = replace(
        record, symbol=symbol, organ=record.organ or stands.organ, title=stands.title or record.title, date=stands.date,
        meeting=None,
    )  # fmt: skip
    return replace(issued, warnings=lacks(issued))


def _is_issued(printed: str) -> bool:
    """Whether a printed symbol is that of a document that was issued, not adopted."""
    try:
        return parse(printed).kind not in {"resolution", "decision"}
    except SymbolError:
        return False


def lacks(record: DocumentRecord) -> tuple[str, ...]:
    """What a record lacks that a document shows, as warnings for a person."""
    shown = {
        "language": record.language, "symbol": record.symbol, "organ": record.organ, "title": record.title,
        ("date" if record.symbol and _is_issued(record.symbol) else "date of adoption"): record.date,
    }  # fmt: skip
    missing = [name for name, value in shown.items() if not value]
    if not (record.symbol or record.organ or record.title):
        return (f"no {', '.join(missing)}: is it a United Nations document?",)
    return (f"no {', '.join(missing)} found in the text",) if missing else ()


def _own_symbol(title: str | None, organ: str | None, frame: Structure | None, *, parts: int) -> str | None:
    if not title or not organ or not frame:
        return None
    for form in frame.resolution_titles:
        if (found := form.match(title)) and organ == "Security Council" and "year" in found.groupdict():
            return f"{_SERIES[organ]}{found['number']}({found['year']})"
    found = _NUMBER.match(title)
    if not found:
        return None
    letters = found["letters"] or _part_letters(title, frame, parts)
    head, bracket, session = found["number"].replace(" ", "").partition("(")
    return f"{_SERIES[organ]}{head}{letters}{bracket}{session}"


def _part_letters(title: str, frame: Structure, parts: int) -> str:
    """Letters of the parts that the text holds: all of several, or the one that the title ends with."""
    if parts > 1:
        return f"A-{chr(ord('A') + parts - 1)}"
    last = _last_part(title, frame)
    return chr(ord("A") + frame.parts.index(last)) if last else ""


def _last_part(title: str, frame: Structure) -> str:
    """The part's name that a title ends with; a wide sign may touch it."""
    found = _LAST_WORD.search(title, max(0, len(title) - _LONGEST_PART))
    return found.group() if found and found.group() in frame.parts else ""


def _printed_symbol(head: Sequence[str], furniture: Sequence[str]) -> str | None:
    for text in (*head, *furniture):
        if displaced := _DISPLACED.fullmatch(text):  # the bracket that ends it stands first, as lines are copied that
            return f"{displaced['head'].strip()}({displaced['year']})"  # run from right to left
        if found := _SYMBOL.fullmatch(text):
            return found.group().rstrip("*").replace(" ", "")
    return None


def _organ_in_head(head: Sequence[str], adoption: Sequence[str], frame: Structure | None) -> str | None:
    if not frame:
        return None
    whole = (organ for text in head if (organ := frame.organs.get(text.casefold())))
    named = (organ for text in adoption for name, organ in frame.organs.items() if name in text.casefold())
    return next(whole, None) or next(named, None)


def _adopts_on_date(text: str, frame: Structure) -> bool:
    """Whether a line begins with a date and goes on as one that says who adopted the text."""
    return any(
        (found := form.match(text)) and frame.adopted.match(text[found.end() :].lstrip()) for form in frame.dates
    )


def _date(texts: Sequence[str], frame: Structure | None) -> str | None:
    return next((date for text in texts if frame for date in frame.find_dates(text)), None)


def _bare_title(title: str | None, frame: Structure | None) -> str | None:
    """The title without the number it begins with and the letter of the part it ends with."""
    if not title or not frame or not (found := _NUMBER.match(title)):
        return title
    bare = title[found.end() :].strip(" -–.")
    return bare.removesuffix(_last_part(bare, frame)).strip() or title
