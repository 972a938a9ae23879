"""The development corpus beside the checkout: every row in its place, and the figures that must not fall.

The corpus (`../shared`) is no part of the project; without it these tests are skipped.
"""

import json
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from extract.find import find_citations
from extract.model.citation import from_row, to_row
from extract.model.document import Document
from extract.reading.readers import read_document

OFFICIAL = ("ar", "en", "es", "fr", "ru", "zh")
"""Languages of the corpus."""
SHARED: Final = Path(__file__).parents[2] / "shared"
CORPUS: Final = SHARED / "corpus"
GOLD: Final = SHARED / "gold"
HAND: Final = GOLD / "hand"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the development corpus is not at {SHARED}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and the rows found in it."""

    document: Document
    rows: Sequence[Mapping[str, Any]]


def _read(file: Path) -> Reading:
    document = read_document(file.read_bytes(), file=file.name)
    return Reading(document, [to_row(reference) for reference in find_citations(document)])


def _spread() -> Iterator[Path]:
    """Files of every form and language, at fixed distances."""
    for language in OFFICIAL:
        yield from sorted((CORPUS / "txt" / language).glob("*.txt"))[::9]
        for form in ("layout", "poppler"):
            yield from sorted((CORPUS / form / language).glob("*.txt"))[::10]
    yield from sorted((CORPUS / "unsc-1946-1994").glob("*.txt"))[::20]
    yield from sorted((SHARED / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def readings() -> Sequence[Reading]:
    """The spread, read once for all tests."""
    return [_read(file) for file in _spread()]


def _score(tool: str, *arguments: object, folder: Path) -> dict[str, Any]:
    """What a scoring script of the corpus says, by its JSON."""
    out = folder / "score.json"
    command = [sys.executable, SHARED / "tools" / tool, *arguments, "--json", out]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)  # noqa: S603  # the corpus's own script, arguments are ours
    scores: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return scores


def _write(readings: Sequence[Reading], file: Path) -> Path:
    """The rows of readings as a `citations.jsonl`."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for reading in readings for row in reading.rows)
    file.write_text("".join(lines), encoding="utf-8")
    return file


def _hand_score(gold: Sequence[str], folders: Sequence[Path], tmp_path: Path) -> dict[str, Any]:
    """Score the documents that hand-made gold files are of."""
    files = [HAND / name for name in gold]
    names = {json.loads(line)["file"] for file in files for line in file.read_text(encoding="utf-8").splitlines()}
    found = sorted(file for folder in folders for file in folder.rglob("*.txt") if file.name in names)
    assert len(found) == len(names)
    return _score(
        "score_hand.py", *files, _write([_read(file) for file in found], tmp_path / "rows.jsonl"), folder=tmp_path
    )


def test_the_spread_holds_every_form_and_language(readings: Sequence[Reading]) -> None:
    assert len(readings) > 150
    assert {reading.document.record.language for reading in readings} == set(OFFICIAL)
    assert sum(len(reading.rows) for reading in readings) > 5000


def test_every_quote_stands_where_its_row_says(readings: Sequence[Reading]) -> None:
    wrong = [
        (row["file"], row["quote"])
        for reading in readings
        for row in reading.rows
        if not row["quote"].strip() or reading.document.text[row["start"] : row["end"]] != row["quote"]
    ]
    assert wrong == []


def _misplaced(file: Path) -> list[str]:
    """Quotes of a file that do not stand where their row says."""
    reading = _read(file)
    text = reading.document.text
    return [row["quote"] for row in reading.rows if text[row["start"] : row["end"]] != row["quote"]]


def test_every_quote_of_the_whole_corpus_stands_where_its_row_says() -> None:
    files = sorted([*CORPUS.rglob("*.txt"), *(SHARED / "seeds").glob("*.txt")])
    with ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn")) as workers:
        misplaced = {
            file.name: quotes
            for file, quotes in zip(files, workers.map(_misplaced, files, chunksize=16), strict=True)
            if quotes
        }
    assert len(files) > 1300
    assert misplaced == {}


def test_rows_stand_in_the_order_of_the_text(readings: Sequence[Reading]) -> None:
    for reading in readings:
        places = [(row["start"], -row["end"]) for row in reading.rows]
        assert places == sorted(places), reading.document.record.file


def test_every_paragraph_of_a_row_is_one_of_the_document(readings: Sequence[Reading]) -> None:
    for reading in readings:
        labels = {block.label for block in reading.document.blocks}
        assert {row["paragraph"] for row in reading.rows} <= labels, reading.document.record.file


def test_every_row_makes_its_record_again(readings: Sequence[Reading]) -> None:
    for reading in readings:
        for row in reading.rows:
            assert to_row(from_row(json.loads(json.dumps(row)))) == row


def test_no_reference_is_found_twice_at_one_place(readings: Sequence[Reading]) -> None:
    twice = []
    for reading in readings:
        seen = [(row["start"], row["end"], row["target"], row["title"]) for row in reading.rows]
        twice += [
            (reading.document.record.file, place) for place in sorted({p for p in seen if seen.count(p) > 1}, key=str)
        ]
    assert twice == []


def test_finding_twice_finds_the_same(readings: Sequence[Reading]) -> None:
    for reading in readings[::8]:
        assert [to_row(reference) for reference in find_citations(reading.document)] == reading.rows


def test_the_seed_documents_are_read_whole(tmp_path: Path) -> None:
    scores = _hand_score(["seeds.jsonl"], [SHARED / "seeds"], tmp_path)["all"]
    assert scores["R"] == 1.0
    assert scores["P"] >= 0.97
    assert scores["places"] >= 0.97
    assert scores["relation"] >= 0.95
    assert scores["pinpoint"] >= 0.9
    assert scores["date"] == 1.0


def test_documents_read_by_hand_are_read_as_well_by_the_engine(tmp_path: Path) -> None:
    gold = sorted(file.name for file in HAND.glob("dev.*.jsonl"))
    scores = _hand_score(gold, [CORPUS / "txt", CORPUS / "unsc-1946-1994"], tmp_path)["all"]
    assert scores["P"] >= 0.97
    assert scores["R"] >= 0.97


def test_what_the_un_links_is_found_in_every_language(readings: Sequence[Reading], tmp_path: Path) -> None:
    keys = tmp_path / "keys.txt"
    clean = [reading for reading in readings if ".clean." in reading.document.record.file]
    keys.write_text("".join(f"{reading.document.record.file}\n" for reading in clean), encoding="utf-8")
    rows = _write(clean, tmp_path / "rows.jsonl")
    options = ["--subset", keys, "--by", "language", "--cross"]
    scores = _score("score.py", GOLD / "dev.jsonl", rows, *options, folder=tmp_path)["by"]
    recalls = {cell: score["prf"][1] for cell, score in scores.items() if cell.startswith("language=")}
    assert recalls.keys() == {f"language={language}" for language in OFFICIAL}
    assert {cell: recall for cell, recall in recalls.items() if recall < 0.995} == {}
    # Precision is told of the series that the UN links everywhere; of other bodies' symbols it links few.
    series = {f"language,kind={language} {name}" for language in OFFICIAL for name in ("A/RES", "S/RES", "S/PRST")}
    measured = {cell: f1 for cell in series & scores.keys() if (f1 := scores[cell]["prf"][2]) is not None}
    assert len(measured) >= 2 * len(OFFICIAL)
    assert {cell: f1 for cell, f1 in measured.items() if f1 < 0.99} == {}
