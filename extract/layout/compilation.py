"""Compilations: a volume, a report or a session's decisions in one file, divided into the documents that it holds.

A line that bears the number of a resolution or decision announces one where, before the next such line, a formula
enacts it or a paragraph recounts what was decided. One alone is quoted; two or more of one body are a compilation.
"""

import bisect
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.identification import FALLBACK
from extract.language.references import References, load_references
from extract.language.structure import Structure, load_structures
from extract.layout.compose import labels_of
from extract.layout.identity import identify, is_issued, lacks, read_issued
from extract.layout.masthead import Head, HeadLine
from extract.layout.own_number import conference_number, number_of
from extract.layout.own_symbol import symbol_of
from extract.layout.speech import speaks
from extract.layout.tables import Tables
from extract.model.document import Block, Document
from extract.model.record import DocumentRecord
from extract.symbols.symbol import parse

_LONGEST: Final = 300  # code points of a line that announces a document, title included
_REACH: Final = 10  # paragraphs between such a line and what is enacted: title, date, meeting, agenda item
_FEWEST: Final = 2
_HEAD_LINES: Final = 60
_AROUND: Final = " .:-–—"
_DIGIT: Final = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Announced:
    """A document that a line announces.

    Attributes:
        start: place of the line.
        key: what distinguishes its number from others.
        symbol: its symbol, where the number alone makes one.
        organ: the body that enacts it, in English.
    """

    start: int
    key: str
    symbol: str | None
    organ: str


def divide(document: Document) -> tuple[Document, ...]:
    """Divide a compilation into the documents that it holds; any other document is returned alone, as it is.

    Args:
        document: as read; its blocks are labelled as if it were one document.

    Returns:
        What stands outside the documents that it holds first, if that is a document of its own, then those in the order
        of the text. All share the text, so that offsets still count in the file's text.
    """
    frame = load_structures()[document.record.language or FALLBACK]
    body = [block for block in document.blocks if not block.label.is_note]
    found = _compiled(_announced([block.text for block in body], frame), document.record, frame, body)
    if not found:
        return (document,)
    parts = _Parts(document, body, [each.start for each in found])
    members: dict[str, Document] = {}
    for index, each in enumerate(found, 1):
        member = _member(document, parts.of(index), each, frame)
        key = member.record.symbol or each.key
        members[key] = _joined(members[key], member) if key in members else member
    rest = _rest(document, parts.of(0), frame)
    return (*([rest] if rest else []), *members.values())


def _announced(texts: Sequence[str], frame: Structure) -> list[_Announced]:
    """The documents that lines announce and what follows enacts, in their order."""
    lexicon = load_references(frame.language)
    lines = [(at, key, symbol) for at, text in enumerate(texts) for key, symbol in _number(text, frame, lexicon)]
    found: list[_Announced] = []
    for place, (start, key, symbol) in enumerate(lines):
        later = (lines[at] for at in range(place + 1, len(lines)))
        following = next((at for at, other, _ in later if other != key), len(texts))
        organ = _enacted(texts[start + 1 : min(following, start + 1 + _REACH)], frame, symbol)
        if organ and not (found and found[-1].key == key):  # "Resolution 62/37", and below it "62/37. Wells"
            found.append(_Announced(start, key, symbol, organ))
    return found


def _number(text: str, frame: Structure, lexicon: References) -> Iterator[tuple[str, str | None]]:
    """The number that a line bears, with the symbol that it makes by itself; nothing for a line without one."""
    if len(text) > _LONGEST or not _DIGIT.search(text, 0, _LONGEST):
        return
    if (printed := symbol_of(text)) and not is_issued(printed):
        yield printed, printed
    elif conference := conference_number(text, lexicon):
        yield conference, conference
    elif number := number_of(text, frame):
        first = number.designators[0]
        yield f"{first.session}/{first.number}/{first.form}", None


def _enacted(texts: Sequence[str], frame: Structure, symbol: str | None) -> str | None:
    """The body that enacts what follows a line, or decides it in the past tense; its symbol may name it, too."""
    organs = (frame.enacting(text) or frame.opens(text) or frame.recounts(text) for text in texts)
    if organ := next((organ for organ in organs if organ), None):
        return organ
    return parse(symbol).body if symbol and any(speaks(text) for text in texts) else None


def _compiled(
    announced: Sequence[_Announced], record: DocumentRecord, frame: Structure, body: Sequence[Block]
) -> list[_Announced]:
    """Those of the bodies that several documents are of; none in a letter, or in the annex to a resolution."""
    counts = Counter(each.organ for each in {(each.organ, each.key): each for each in announced}.values())
    found = [each for each in announced if counts[each.organ] >= _FEWEST]
    if not found or (record.title and frame.correspondence.search(record.title)):
        return []
    adopted = record.symbol is not None and not is_issued(record.symbol)
    first = next((organ for block in body if (organ := frame.enacting(block.text))), None)
    return [] if adopted and first and first != found[0].organ else found


class _Parts:
    """The blocks of each part of a compilation, with the notes whose marks stand in it."""

    def __init__(self, document: Document, body: Sequence[Block], starts: Sequence[int]) -> None:
        bounds = [0, *starts, len(body)]
        self._blocks = [list(body[start:end]) for start, end in itertools.pairwise(bounds)]
        marks = {mark.number: part for part, blocks in enumerate(self._blocks) for b in blocks for mark in b.marks}
        begins = [body[start].flow.origin[0] for start in starts]
        self._notes: list[list[Block]] = [[] for _ in self._blocks]
        for note in document.blocks:
            if note.label.is_note:
                part = marks.get(note.label.note or "", bisect.bisect_right(begins, note.flow.origin[0]))
                self._notes[part].append(note)

    def of(self, part: int) -> tuple[list[Block], list[Block]]:
        """Body and notes of a part; 0 is what comes before the first document."""
        return self._blocks[part], self._notes[part]


def _member(
    document: Document, blocks: tuple[list[Block], list[Block]], announced: _Announced, frame: Structure
) -> Document:
    """One of the documents that a compilation holds, labelled and identified by itself."""
    body, notes = _labelled(blocks[0], frame), blocks[1]
    record = _identified(document, body, frame)
    record = replace(record, symbol=announced.symbol or record.symbol, organ=record.organ or announced.organ)
    if announced.symbol and record.title:
        record = replace(record, title=record.title.removeprefix(announced.symbol).strip(_AROUND) or record.title)
    record = replace(record, form=document.record.form, warnings=lacks(record))
    return replace(document, record=record, blocks=(*body, *notes))


def _rest(document: Document, blocks: tuple[list[Block], list[Block]], frame: Structure) -> Document | None:
    """What comes before the first document, such as the cover of a report; None where nothing does but headings."""
    body, notes, own = _labelled(blocks[0], frame), blocks[1], document.record
    symbol = own.symbol if own.symbol and is_issued(own.symbol) else None
    if symbol is None and not any(speaks(block.text) for block in body):
        return None
    record = replace(_identified(document, body, frame), symbol=symbol, form=own.form)
    record = read_issued(record, _head(body), frame)
    return replace(document, record=replace(record, warnings=lacks(record)), blocks=(*body, *notes))


def _labelled(blocks: Sequence[Block], frame: Structure) -> list[Block]:
    tables = Tables([block.cell for block in blocks], frozenset())
    labels = labels_of([block.text for block in blocks], tables, frame)
    return [replace(block, label=name) for block, name in zip(blocks, labels, strict=True)]


def _identified(document: Document, body: Sequence[Block], frame: Structure) -> DocumentRecord:
    own = document.record
    texts = [(block.label, block.text) for block in body]
    record = identify(texts, _head(body), frame, file=own.file, sha256=own.sha256 or "")
    return replace(record, language=own.language, sha256=own.sha256)


def _head(body: Sequence[Block]) -> Head:
    return Head([HeadLine(block.text, apart=True) for block in body[:_HEAD_LINES]])


def _joined(first: Document, second: Document) -> Document:
    """Two stretches of one document: a volume may print it in two places."""
    body: Mapping[bool, list[Block]] = {False: [], True: []}
    for block in (*first.blocks, *second.blocks):
        body[block.label.is_note].append(block)
    return replace(first, blocks=(*body[False], *body[True]))
