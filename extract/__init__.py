"""Texts to citations: what a United Nations document cites, where, and in which words; knows no graph.

>>> from extract import find_citations, parse, read_document
>>> text = "Recalling its resolution 61/74 of 6 December 2006 and Security Council resolution 1718 (2006),"
>>> document = read_document(text.encode(), file="draft.txt")
>>> [citation.target for citation in find_citations(document)]
['A/RES/61/74', 'S/RES/1718(2006)']
>>> parse("a/res/61/74").session
'61'
"""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from extract.catalogue.catalogue import Catalogue, load_catalogue
    from extract.find import find_citations
    from extract.model.citation import Citation, Evidence, Unresolved
    from extract.model.document import Document
    from extract.reading.readers import read_document, read_documents
    from extract.symbols.symbol import Symbol, parse
else:
    __getattr__ = offer(
        __name__,
        {
            "Catalogue": "extract.catalogue.catalogue",
            "Citation": "extract.model.citation",
            "Document": "extract.model.document",
            "Evidence": "extract.model.citation",
            "Symbol": "extract.symbols.symbol",
            "Unresolved": "extract.model.citation",
            "find_citations": "extract.find",
            "load_catalogue": "extract.catalogue.catalogue",
            "parse": "extract.symbols.symbol",
            "read_document": "extract.reading.readers",
            "read_documents": "extract.reading.readers",
        },
    )

__all__ = [
    "Catalogue", "Citation", "Document", "Evidence", "Symbol", "Unresolved", "find_citations", "load_catalogue",
    "parse", "read_document", "read_documents",
]  # fmt: skip


def __dir__() -> list[str]:
    """Name what the package offers, for completion."""
    return [*__all__]
