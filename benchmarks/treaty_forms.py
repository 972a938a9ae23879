"""The forms by which treaties are found: title, short title, registration number or anaphor, per language.

    python benchmarks/treaty_forms.py citations.jsonl [--treaty npt --treaty crc]

The rows are those of `recalling build` or of `benchmarks/accuracy.py --out`; only texts that all six languages have are
counted. One Markdown table per treaty; members and parents are not counted with it. `printed` is how often the texts
print its volume and registration number together, counted independently of this project, for comparison with the
column `number`.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import regex

from extract.model.rows import load_objects
from extract.registry.gazetteer import find_names
from extract.registry.registry import Registry, load_registry

FIVE: Final = ("npt", "un-charter", "iccpr", "unclos", "crc")
LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "zh")
FORMS: Final = ("title", "short title", "number", "anaphor", "marked phrase", "inside a longer name")
CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "txt"
Row = dict[str, Any]


def form_of(row: Row, registry: Registry) -> str:
    """Return the form by which a row names its treaty, one of `FORMS`."""
    if row.get("note"):
        return "inside a longer name"
    if row["certainty"] == "explicit":
        return "number"
    if row["certainty"] == "inferred":
        return "number" if regex.search(r"\d{3}", row["quote"]) else "anaphor"  # "Ibid., vol. 999, No. 14668"
    quote = " ".join(row["quote"].split())
    hits = find_names(quote, language=row["language"], registry=registry)
    if not hits:
        return "marked phrase"
    return "short title" if hits[0].short else "title"


def table(rows: Iterable[Row], slug: str, registry: Registry, printed: Counter[str]) -> str:
    """Make the table of one treaty."""
    counts = Counter((row["language"], form_of(row, registry)) for row in rows if row["target"] == f"treaty:{slug}")
    head = "| | " + " | ".join(FORMS) + " | printed |\n| --- |" + " ---: |" * (len(FORMS) + 1)
    lines = [
        f"| {language} | {' | '.join(str(counts[language, form]) for form in FORMS)} | {printed[language]} |"
        for language in LANGUAGES
    ]
    return "\n".join([f"**{registry.treaties[slug].title}**", "", head, *lines])


def numbers_printed(corpus: Path, unts: int | None, volume: int | None) -> Counter[str]:
    """Count per language the notes that print a registration number with its volume."""
    if unts is None or volume is None:
        return Counter()
    pattern = regex.compile(rf"(?<!\d){volume}(?!\d)[^\n\d]{{1,24}}(?<!\d){unts}(?!\d)")
    return Counter(
        {
            language: sum(len(pattern.findall(path.read_text(encoding="utf-8"))) for path in paths)
            for language in LANGUAGES
            if (paths := sorted((corpus / language).glob("*.clean.txt")))
        }
    )


def main(given: Sequence[str] | None = None) -> int:
    """Print the tables; return 1 if a treaty is unknown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("citations", type=Path, help="rows of citations, JSON lines")
    parser.add_argument("--treaty", action="append", help="slug of a treaty; the five of the project without it")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with a folder of *.clean.txt per language")
    options = parser.parse_args(given)
    registry = load_registry()
    chosen = options.treaty or list(FIVE)
    if unknown := [slug for slug in chosen if slug not in registry.treaties]:
        print(f"no treaty {', '.join(unknown)}", file=sys.stderr)
        return 1
    with options.citations.open(encoding="utf-8") as lines:
        given_rows = [row for _, row in load_objects(lines, file=options.citations.name)]
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    for row in given_rows:
        spoken[row["source"]].add(row["language"])
    rows = [row for row in given_rows if row["kind"] == "treaty" and spoken[row["source"]] == {*LANGUAGES}]
    for slug in chosen:
        treaty = registry.treaties[slug]
        print(table(rows, slug, registry, numbers_printed(options.corpus, treaty.unts, treaty.volume)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
