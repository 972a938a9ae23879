"""Hand-made documents: what a reader would return for a few paragraphs and notes."""

import itertools
from typing import Final

import regex

from extract.model.document import Block, Document, Mark
from extract.model.label import Label
from extract.model.record import DocumentRecord
from extract.text.flow import flow

_SYMBOLS: Final = {
    "General Assembly": "A/RES/99/907",
    "Security Council": "S/RES/9907(2097)",
    "Economic and Social Council": "E/RES/2099/97",
    "Human Rights Council": "A/HRC/RES/99/97",
}
_MARK: Final = regex.compile(r"\^(\d{1,3})")


def one_sentence(text: str, *, language: str, organ: str = "General Assembly", note: bool = False) -> Document:
    """Make a document whose one preambular paragraph, or footnote, is the text; its year is unknown."""
    block = Block(Label("fn1" if note else "pp1"), flow(text, [(0, len(text))]))
    return Document(record=_record(language, organ), text=text, blocks=(block,))


def paragraphs(*, language: str = "en", organ: str = "General Assembly", **texts: str) -> Document:
    """Make a document of labelled paragraphs (`pp1`, `op3_a` for op3(a), `fn2`); `^2` in a text marks note 2."""
    read = ""
    blocks: list[Block] = []
    for label, written in texts.items():
        pieces = _MARK.split(written)  # text, number, text, number … text
        text = "".join(pieces[::2])
        at = itertools.accumulate(len(piece) for piece in pieces[:-1:2])
        marks = tuple(Mark(position, number) for position, number in zip(at, pieces[1::2], strict=True))
        block, _, part = label.partition("_")
        line = flow(read + text, [(len(read), len(read) + len(text))])
        blocks.append(Block(Label(block).item(part) if part else Label(block), line, marks))
        read += text + "\n"
    return Document(record=_record(language, organ), text=read, blocks=tuple(blocks))


def _record(language: str, organ: str) -> DocumentRecord:
    return DocumentRecord(symbol=_SYMBOLS[organ], file=f"sentence.{language}.txt", language=language, organ=organ)
