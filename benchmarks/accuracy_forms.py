"""Accuracy per file format: XML, PDF and text extracted from pages, for the same documents.

    python benchmarks/accuracy_forms.py [--shared ../shared] [--jobs 2]

accuracy.py calls it for docs/accuracy.md. Hyperlinks are not used. "In its paragraph" is the share of the references
found in the clean text and in the form that carry the same label in both.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from accuracy_tables import shares, table
from scorer import load_scorer, verified

from extract.find import find_citations
from extract.model.citation import to_row
from extract.model.errors import UnreadableError
from extract.reading.readers import read_documents

ROOT: Final = Path(__file__).resolve().parent.parent
LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "zh")
FORMS: Final = {
    "clean text": "txt", "Akoma Ntoso XML": "xml", "PDF": "pdf", "text by pdftotext": "poppler",
    "text copied from pages": "layout",
}  # fmt: skip
Row = dict[str, Any]
Listed = Mapping[tuple[str, str, str], str]


def read_file(file: Path) -> list[Row]:
    """Return the rows of a file."""
    rows: list[Row] = []
    for document in read_documents([file]):
        if isinstance(document, UnreadableError):
            raise document
        rows += [to_row(each) for each in find_citations(document)]
    return rows


def measure(shared: Path, jobs: int, scorer: ModuleType, listed: Listed) -> str:
    """Read the documents that exist in page formats in every format, and make the table.

    Args:
        shared: folder with corpus, gold and tools.
        jobs: number of processes.
        scorer: the corpus's own scorer, `tools/score.py`.
        listed: rows that it counts as wrong although the text has them, by document, language and symbol.
    """
    keys = {line.strip().lower() for line in (shared / "gold/layout_keys.txt").read_text().splitlines() if line.strip()}
    gold = [row for row in scorer.load(shared / "gold" / "dev.jsonl") if row["key"].lower() in keys]
    read: dict[str, dict[str, list[Row]]] = {}
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for form in FORMS.values():
            files = [file for file in sorted(shared.glob(f"corpus/{form}/*/*")) if scorer.key_of(file) in keys]
            read[form] = {
                scorer.key_of(file): rows for file, rows in zip(files, pool.map(read_file, files), strict=True)
            }
        issued = [row for rows in pool.map(read_file, sorted(shared.glob("corpus/un-pdf/*.pdf"))) for row in rows]
    lines: list[Sequence[object]] = []
    for name, form in FORMS.items():
        lines += score(name, read[form], gold, scorer, listed)
        if form != "txt":
            lines.append((f"{name}: in its paragraph", *placed(read["txt"], read[form])))
    counts = scorer.score(scorer.load(shared / "gold" / "un-pdf.jsonl"), issued)["total"]
    lines.append(("PDF as the UN issues it, en (15): F1", None, shares(counts)[2], None, None, None, None))
    return table(["", *LANGUAGES], lines)


def score(
    name: str, read: Mapping[str, list[Row]], gold: Sequence[Row], scorer: ModuleType, listed: Listed
) -> list[Sequence[object]]:
    """Return the rows of one format: F1 in each language, as scored and with the verified rows set aside."""
    scored = scorer.score(gold, [row for rows in read.values() for row in rows])
    aside = Counter(
        language
        for symbol, found in scored["extra"].items()
        for document, language, _ in found
        if (document, language, scorer.core(symbol)) in listed
    )
    cells = [(scored["cell"]["language", language], aside[language]) for language in LANGUAGES]
    return [
        (f"{name}: F1", *(shares(counts)[2] for counts, _ in cells)),
        (f"{name}: F1 set aside", *(shares(counts, out)[2] for counts, out in cells)),
    ]


def placed(clean: Mapping[str, list[Row]], form: Mapping[str, list[Row]]) -> list[float]:
    """Of the references found in both, return the percentage in the same paragraph, per language."""
    both, same = defaultdict[str, int](int), defaultdict[str, int](int)
    for key, rows in form.items():
        language = key.rpartition(".")[2]
        both[language] += (_targets(rows) & _targets(clean[key])).total()
        same[language] += (_targets(rows, places=True) & _targets(clean[key], places=True)).total()
    return [100 * same[language] / both[language] for language in LANGUAGES]


def _targets(rows: Sequence[Row], *, places: bool = False) -> Counter[tuple[str, str]]:
    return Counter(
        (row.get("target") or row.get("title") or row.get("reason") or "", row["paragraph"] if places else "")
        for row in rows
    )


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    scorer = load_scorer(given.shared)
    listed = {(document, language, scorer.core(symbol)): cause for document, language, symbol, cause in verified()}
    print(measure(given.shared, given.jobs, scorer, listed))


if __name__ == "__main__":
    main()
