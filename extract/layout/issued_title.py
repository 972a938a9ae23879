"""The title of a document that was issued, not adopted: a draft, a report, a letter, a record, a paper."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from extract.language.structure import Structure
from extract.layout.masthead import HeadLine, is_masthead
from extract.layout.speech import speaks
from extract.model.errors import SymbolError
from extract.symbols.symbol import parse

_LONGEST_TITLE: Final = 12  # lines
_AFTER_DRAFT: Final = regex.compile(
    r"[\s*\d]{0,6}(?:[A-Z]{1,8}/[\w./()\-]{1,40})?[\s*\d]{0,6}\Z"
)  # marks of notes, and the symbol of what is amended
_SPACES: Final = regex.compile(r"\s++")
_OUTER: Final = " *†"
_WIDE_JOINT: Final = regex.compile(r"(?<=[\p{Han}，、：；《》（）]) | (?=[\p{Han}，、：；《》（）])")
_NOTE: Final = regex.compile(r"\*{1,4}\s?\S.*|[(\[].*[)\]]")
_RECORD: Final = regex.compile(r"(?:SR|PV)\.\d")
_BETWEEN: Final = ": "  # the whole and its part


def issued_title(head: Sequence[HeadLine], frame: Structure, symbol: str) -> str | None:
    """The title of a document, not of its agenda item; None where none is found.

    Args:
        head: its first lines.
        frame: what frames a document in its language.
        symbol: its own.
    """
    texts, apart = [_SPACES.sub(" ", line.text) for line in head], [line.apart for line in head]
    end = next((at for at, text in enumerate(texts) if frame.enacting(text)), len(texts))
    for at, text in enumerate(texts[:end]):
        if (found := frame.draft.search(text)) and _AFTER_DRAFT.match(text, found.end()):
            stop = end if end < len(texts) else _group(apart, at + 1)
            return _joined(texts[at + 1 : min(stop, at + 1 + _LONGEST_TITLE)])
        if frame.correspondence.search(text):
            return _joined(texts[at : _group(apart, at)])
        if frame.report.search(text):
            return _joined(texts[_start(texts, apart, at, frame) : at]) or _joined(texts[at : _group(apart, at)])
    if is_record(symbol):
        return next((text for text in texts[:end] if frame.meeting.search(text)), None)
    return _headings(texts, apart, frame, symbol)


def _group(apart: Sequence[bool], start: int) -> int:
    """One past the last line of the group that starts at `start`."""
    after = range(start + 1, len(apart))
    return next((at for at in after if apart[at] or at - start >= _LONGEST_TITLE), len(apart))


def _start(texts: Sequence[str], apart: Sequence[bool], end: int, frame: Structure) -> int:
    """The first line of the group that ends before `end`, without lines of the masthead itself."""
    at = end
    while at and end - at < _LONGEST_TITLE and not is_masthead(texts[at - 1], frame):
        at -= 1
        if apart[at]:
            break
    return at


def _headings(texts: Sequence[str], apart: Sequence[bool], frame: Structure, symbol: str) -> str | None:
    """The last group of lines between masthead and text; of a part of a document, all from the title of the whole."""
    stop = next((at for at, text in enumerate(texts) if speaks(text)), None)
    begin = max((at for at, text in enumerate(texts[:stop]) if is_masthead(text, frame)), default=None)
    if stop is None or begin is None:
        return None
    groups = list(_groups(texts[begin + 1 : stop], apart[begin + 1 : stop], frame))
    if not groups or len(groups) > _LONGEST_TITLE:
        return None
    if not _is_part(symbol):
        return groups[-1]
    again = next(
        (at for at, group in enumerate(groups) if at and group == groups[0]), 0
    )  # the agenda item bears it, too
    return _BETWEEN.join(groups[again:])


def _groups(texts: Sequence[str], apart: Sequence[bool], frame: Structure) -> Iterator[str]:
    """The groups of lines that empty space separates, joined; notes and who adopted the text left out."""
    starts = [at for at in range(len(texts)) if at == 0 or apart[at]]
    for start, end in itertools.pairwise([*starts, len(texts)]):
        whole = _joined([text for text in texts[start:end] if not _NOTE.fullmatch(text)])
        if whole and not frame.adopted.match(whole):
            yield whole


def is_record(symbol: str) -> bool:
    """Whether a symbol is that of the record of a meeting."""
    return _RECORD.match(symbol.rpartition("/")[2]) is not None


def _is_part(symbol: str) -> bool:
    """Whether a symbol is that of a part of a document in several, such as a section of a budget."""
    try:
        return parse(symbol).part_of is not None and "(" in symbol
    except SymbolError:
        return False


def _joined(texts: Sequence[str]) -> str | None:
    """Lines joined; a word that is hyphenated at the end of a line is put together."""
    whole = ""
    for text in texts:
        whole += text if not whole or whole.endswith("-") else f" {text}"
    return _WIDE_JOINT.sub("", whole).strip(_OUTER) or None
