"""Documents of one sentence, made by hand: what a reader would give for a resolution that says nothing else."""

from extract.document import Block, Document, DocumentRecord
from extract.flow import flow

_SYMBOLS = {
    "General Assembly": "A/RES/99/907",
    "Security Council": "S/RES/9907(2097)",
    "Economic and Social Council": "E/RES/2099/97",
    "Human Rights Council": "A/HRC/RES/99/97",
}


def one_sentence(text: str, *, language: str, organ: str = "General Assembly", note: bool = False) -> Document:
    """Make a document whose one preambular paragraph, or footnote, is the text; its year is not said."""
    block = Block("fn1" if note else "pp1", flow(text, [(0, len(text))]))
    record = DocumentRecord(symbol=_SYMBOLS[organ], file=f"sentence.{language}.txt", language=language, organ=organ)
    return Document(record=record, text=text, blocks=(block,))
