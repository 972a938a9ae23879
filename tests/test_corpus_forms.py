"""The UN's machine-readable resolutions of the development corpus against the same as clean text.

The corpus (`../shared`) is no part of the project; without it these tests are skipped.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from extract.find import find_citations
from extract.model.citation import to_row
from extract.model.document import Document
from extract.reading.readers import read_document

CORPUS: Final = Path(__file__).parents[2] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the development corpus is not at {CORPUS}")

Rows = list[Mapping[str, Any]]


def _read(file: Path) -> tuple[Document, Rows]:
    document = read_document(file.read_bytes(), file=file.name)
    return document, [to_row(reference) for reference in find_citations(document)]


def _said(rows: Rows) -> Counter[tuple[str, ...]]:
    """What rows say and where, blanks of the quotes left out."""
    return Counter((str(row["target"]), row["paragraph"], "".join(row["quote"].split())) for row in rows)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Document, Rows, Rows]]:
    """Resolutions at fixed distances, in every language: read from the XML, its rows, those of the clean text."""
    found = []
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        for file in sorted((CORPUS / "xml" / language).glob("*.xml"))[::18]:
            clean = CORPUS / "txt" / language / f"{file.stem}.clean.txt"
            found.append((*_read(file), _read(clean)[1]))
    return found


def test_what_is_found_and_its_paragraphs_are_those_of_the_clean_text(pairs: list[tuple[Document, Rows, Rows]]) -> None:
    differing = {
        document.record.file: ((_said(rows) - _said(clean)) + (_said(clean) - _said(rows)))
        for document, rows, clean in pairs
    }
    total = sum(len(clean) for _, _, clean in pairs)
    assert total > 2000
    assert sum(counted.total() for counted in differing.values()) <= total / 500, differing


def test_every_quote_and_every_link_stands_in_the_text(pairs: list[tuple[Document, Rows, Rows]]) -> None:
    for document, rows, _ in pairs:
        assert all(document.text[row["start"] : row["end"]] == row["quote"] for row in rows)
        assert all(document.text[link.start : link.end].strip() for link in document.links)
    assert sum(len(document.links) for document, _, _ in pairs) > 1000


def test_few_links_disagree_with_the_text(pairs: list[tuple[Document, Rows, Rows]]) -> None:
    linked = [(row["target"], row["linked"]) for _, rows, _ in pairs for row in rows if row.get("linked")]
    assert len(linked) <= 10, linked


def test_metadata_are_read(pairs: list[tuple[Document, Rows, Rows]]) -> None:
    records = [document.record for document, _, _ in pairs]
    assert all(record.symbol and record.language and record.organ and record.akn for record in records)
    assert sum(bool(record.date) for record in records) >= len(records) - 2
    for name in ("draft", "sponsors", "subjects", "sdgs"):
        assert sum(bool(getattr(record, name)) for record in records) > 0.8 * len(records), name
    assert sum(record.vote is not None for record in records) > 0.3 * len(records)
