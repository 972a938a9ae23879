"""The same documents as pages: PDFs and texts copied out of them must say what their clean texts say.

The corpus (`../shared`) is no part of the project; without it these tests are skipped.
"""

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from extract.find import find_citations
from extract.model.citation import to_row
from extract.model.document import Document
from extract.reading.readers import read_document

SHARED: Final = Path(__file__).parents[2] / "shared"
CORPUS: Final = SHARED / "corpus"
STEP: Final = 4

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the development corpus is not at {SHARED}")


def read(file: Path) -> Document:
    return read_document(file.read_bytes(), file=file.name)


@cache
def rows(file: Path) -> list[dict[str, Any]]:
    """The rows of a file, whose quotes all stand where they say."""
    document = read(file)
    found = [to_row(reference) for reference in find_citations(document)]
    assert all(document.text[row["start"] : row["end"]] == row["quote"] for row in found), file.name
    return found


def keys(file: Path, *, places: bool) -> Counter[tuple[str, str]]:
    return Counter(
        (row.get("target") or row.get("title") or row.get("reason") or "", row["paragraph"] if places else "")
        for row in rows(file)
    )


# Shares of the clean text's rows that are found, and that stand in the same paragraph. The Arabic texts were torn by
# the tools that copied them.
@pytest.mark.parametrize(
    ("form", "language", "found", "placed"),
    [
        *(("pdf", language, 0.99, 0.98) for language in ("en", "es", "fr", "ru", "zh")),
        ("pdf", "ar", 0.97, 0.97),  # 75/55 lacks a note; 75/158 quotes a title otherwise
        *(("poppler", language, 0.99, 0.97) for language in ("en", "es", "fr", "ru", "zh")),
        *(("layout", language, 0.985, 0.93) for language in ("en", "es", "fr", "ru", "zh")),
        ("poppler", "ar", 0.97, 0.87),
        ("layout", "ar", 0.97, 0.90),
    ],
)
def test_pages_say_what_the_clean_text_says(form: str, language: str, found: float, placed: float) -> None:
    total, same, labelled = 0, 0, 0
    for file in sorted((CORPUS / form / language).iterdir())[::STEP]:
        clean = CORPUS / "txt" / language / f"{file.name.split('.')[0]}.{language}.clean.txt"
        total += len(rows(clean))
        same += (keys(clean, places=False) & keys(file, places=False)).total()
        labelled += (keys(clean, places=True) & keys(file, places=True)).total()
    assert total > 100
    assert same >= found * total
    assert labelled >= placed * total


def test_references_of_pdfs_as_the_un_issues_them_are_found(tmp_path: Path) -> None:
    out, scores = tmp_path / "rows.jsonl", tmp_path / "score.json"
    found = [row for file in sorted((CORPUS / "un-pdf").glob("*.pdf")) for row in rows(file)]
    out.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    command = [sys.executable, SHARED / "tools/score.py", SHARED / "gold/un-pdf.jsonl", out, "--json", scores]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)  # noqa: S603  # the corpus's own script
    assert json.loads(scores.read_text(encoding="utf-8"))["total"]["prf"][2] >= 0.995


@pytest.mark.parametrize("file", sorted((CORPUS / "un-pdf-drafts").glob("*.pdf")), ids=lambda file: file.stem)
def test_drafts_tell_who_they_are(file: Path) -> None:
    record = read(file).record
    assert record.symbol == file.stem.replace("_", "/")
    assert record.language == "en"
    assert record.organ == "General Assembly"
    assert record.title
    assert (record.date or "").startswith("2025-")
    assert record.form == "pdf"


def test_every_block_of_a_pdf_knows_its_page() -> None:
    for file in sorted((CORPUS / "un-pdf").glob("*.pdf"))[::3]:
        document = read(file)
        pages = [block.page for block in document.blocks if not block.label.startswith("fn")]
        assert None not in pages
        assert pages == sorted(pages, key=lambda page: page or 0)
        assert max(page or 0 for page in pages) <= document.text.count("\f")
