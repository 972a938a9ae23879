"""Accuracy on the development corpus, against gold standards made from the UN's own hyperlinks and by hand.

    python benchmarks/accuracy.py [--shared ../shared] [--jobs 2] [--out citations.jsonl] [--write]

Prints the tables of docs/accuracy.md as Markdown; `--write` puts them into docs/accuracy.md and README.md, between
their markers. The corpus and its scorers (`tools/score.py`, `tools/score_hand.py`) are not part of this repository;
without them the exit status is 2.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Final

import accuracy_forms
from accuracy_tables import Figures, all_tables, readme
from scorer import VERIFIED, load_scorer, verified

from extract.find import find_citations
from extract.language.references import languages
from extract.language.verb_finder import find_verbs
from extract.language.verbs import load_verbs
from extract.model.citation import to_row
from extract.model.document import Block, Document
from extract.model.errors import UnreadableError
from extract.reading.readers import read_documents

ROOT: Final = Path(__file__).resolve().parent.parent
TEXTS: Final = ("corpus/txt/*/*.clean.txt", "seeds/*.txt", "corpus/unsc-1946-1994/*.txt")
HAND: Final = {
    "two seeds, zh": "seeds", "session 75, zh and en": "dev.zh-en", "session 75, fr and es": "dev.fr-es",
    "session 75, ru and ar": "dev.ru-ar", "Security Council 1946–94, en": "dev.hist",
}  # fmt: skip
Row = dict[str, Any]


def main() -> int:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder with corpus, gold and tools"
    )
    parser.add_argument("--jobs", type=int, default=2, help="number of processes")
    parser.add_argument("--out", type=Path, help="keep the citations here as well")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md and README.md")
    given = parser.parse_args()
    missing = [
        name for name in ("gold/dev.jsonl", "tools/score.py", "corpus/txt") if not (given.shared / name).exists()
    ]
    if missing:
        print(f"no development corpus: {given.shared} lacks {', '.join(missing)}", file=sys.stderr)
        return 2
    rows = read_corpus(given.shared, given.jobs)
    with tempfile.TemporaryDirectory() as folder:
        predicted = given.out or Path(folder) / "citations.jsonl"
        with predicted.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        figures = compare(given.shared, rows) | {"hand": compare_by_hand(given.shared, predicted)}
    scorer = load_scorer(given.shared)
    listed = {(document, language, scorer.core(symbol)): cause for document, language, symbol, cause in verified()}
    tables = {**all_tables(figures), "forms": accuracy_forms.measure(given.shared, given.jobs, scorer, listed)}
    for name, content in tables.items():
        print(f"## {name}\n\n{content}\n")
    if figures["stale"]:
        print(f"{figures['stale']} rows of {VERIFIED.name} were not found this time")
    if given.write:
        fill(ROOT / "docs" / "accuracy.md", tables)
        fill(ROOT / "README.md", {"accuracy": readme(figures)})
        write_for_pages(ROOT / "graph" / "pages" / "parts" / "accuracy.toml", tables["languages"])
    return 0


def read_corpus(shared: Path, jobs: int) -> list[Row]:
    """Read all texts and return the rows of their citations, in file order."""
    files = [file for pattern in TEXTS for file in sorted(shared.glob(pattern))]
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return [row for rows in pool.map(read_file, files, chunksize=8) for row in rows]


def read_file(file: Path) -> list[Row]:
    """Return the rows of a file, each with the relation of the leading verb of its paragraph (`leading`)."""
    rows: list[Row] = []
    for document in read_documents([file]):
        if isinstance(document, UnreadableError):
            raise document
        leads = leading_relations(document)
        rows += [to_row(each) | {"leading": leads[each.evidence.paragraph]} for each in find_citations(document)]
    return rows


def leading_relations(document: Document) -> Mapping[str, str]:
    """Return the relation of the leading verb per label; a note has that of the paragraph with its mark."""
    language = document.record.language
    lexicon = load_verbs(language if language in languages() else "en")
    blocks = {block.label: block for block in reversed(document.blocks)}
    carriers = {mark.number: block for block in reversed(document.blocks) for mark in block.marks}

    def lead(block: Block | None) -> str:
        if block is None:
            return "other"
        if block.label.note is not None:
            return lead(carriers.get(block.label.note))
        verbs = find_verbs(block.text, lexicon)
        own = next((verb.relation for verb in verbs if verb.role == "leading"), None)
        parent = block.label.parent if block.label.endswith(")") else None
        return own or (lead(blocks.get(parent)) if parent else "other")

    return {label: lead(block) for label, block in blocks.items()}


def compare(shared: Path, rows: Sequence[Row]) -> Figures:
    """Compare with the UN's own links: counts as score.py computes them, and with the verified rows set aside."""
    scorer = load_scorer(shared)
    gold = [row for row in scorer.load(shared / "gold" / "dev.jsonl") if row.get("gold_kind", "linked") == "linked"]
    lenient, strict = scorer.score(gold, rows), scorer.score(gold, rows, strict=True)
    by_lead = scorer.score(gold, [row | {"relation": row["leading"]} for row in rows])
    listed = {(document, language, scorer.core(symbol)): cause for document, language, symbol, cause in verified()}
    extras = [(doc, language, symbol) for symbol, found in lenient["extra"].items() for doc, language, _ in found]
    aside = [extra for extra in extras if extra in listed]
    return {
        "documents": lenient["docs"],
        "total": lenient["total"],
        "strict": strict["total"],
        "cells": lenient["cell"],
        "strict cells": strict["cell"],
        "treaties": lenient["treaties"]["all"],
        "agreement": lenient["agree"][0],
        "relations": lenient["relations"],
        "leading": by_lead["relations"],
        "missed": [(doc, language, symbol) for symbol, found in lenient["miss"].items() for doc, language, _ in found],
        "extra": [extra for extra in extras if extra not in listed],
        "aside": Counter(listed[extra] for extra in aside),
        "aside languages": Counter(language for _, language, _ in aside),
        "aside kinds": Counter(scorer.family(symbol) for _, _, symbol in aside),
        "stale": len(listed) - len(aside),
    }


def compare_by_hand(shared: Path, predicted: Path) -> Mapping[str, Mapping[str, float]]:
    """Compare with the gold standard made by hand, one set of files at a time."""
    outcome: dict[str, Mapping[str, float]] = {}
    for name, stem in HAND.items():
        with tempfile.NamedTemporaryFile(suffix=".json") as report:
            scorer, gold = shared / "tools" / "score_hand.py", shared / "gold" / "hand" / f"{stem}.jsonl"
            command = [sys.executable, str(scorer), str(gold), str(predicted), "--json", report.name]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # the scorer of the given corpus
            outcome[name] = json.loads(Path(report.name).read_bytes())["all"]
    return outcome


def write_for_pages(path: Path, table: str) -> None:
    """Write precision, recall and F1 per language to the file that the overview page reads."""
    head = "".join(path.read_text(encoding="utf-8").partition("\n")[:2])
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    parts = (f"\n[{row[0]}]\nprecision = {row[1]}\nrecall = {row[2]}\nf1 = {row[3]}\n" for row in rows)
    path.write_text(head + "".join(parts), encoding="utf-8")


def fill(path: Path, tables: Mapping[str, str]) -> None:
    """Put tables between the markers `<!-- NAME -->` and `<!-- /NAME -->` of a Markdown file."""
    text = path.read_text(encoding="utf-8")
    for name, content in tables.items():
        before, start, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        if not start or not end:
            raise SystemExit(f"{path}: no markers <!-- {name} --> and <!-- /{name} -->")
        text = f"{before}{start}\n{content}\n\n{end}{after}"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
