"""The most cited treaties of the corpus, with counts per language over the texts available in all six languages.

    python benchmarks/most_cited.py citations.jsonl [--top 50] [--within 3] [--why]

The rows are those of `recalling build` or of `benchmarks/accuracy.py --out`. A text counts once per treaty. Languages
disagree where the least and the greatest count differ by more than `--within` per cent; `--why` names the texts in
which some languages find a treaty and others do not, so that a reader can tell an error from a genuine difference.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from extract.model.rows import load_objects

LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "zh")
Texts = dict[str, dict[str, set[str]]]
"""Target -> language -> symbols of the texts that cite it."""


def cited_by(citations: Path) -> Texts:
    """Return the citing texts of every treaty, for texts available in all languages; weak mentions count too."""
    texts: Texts = defaultdict(lambda: defaultdict(set))
    seen: dict[str, set[str]] = defaultdict(set)
    with citations.open(encoding="utf-8") as lines:
        rows = [row for _, row in load_objects(lines, file=citations.name) if row["source"]]
    for row in rows:
        seen[row["source"]].add(row["language"])
        if row["kind"] == "treaty" and row["target"]:
            texts[row["target"]][row["language"]].add(row["source"])
    common = {source for source, languages in seen.items() if languages == {*LANGUAGES}}
    return {
        target: {language: by[language] & common for language in LANGUAGES}
        for target, by in texts.items()
        if any(by[language] & common for language in LANGUAGES)
    }


def spread(by: Mapping[str, set[str]]) -> float:
    """How far the smallest count is below the largest, in per cent."""
    counts = [len(by[language]) for language in LANGUAGES]
    return 100 * (max(counts) - min(counts)) / max(counts)


def main(given: Sequence[str] | None = None) -> int:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("citations", type=Path, help="rows of citations, JSON lines")
    parser.add_argument("--top", type=int, default=50, help="how many treaties (default 50)")
    parser.add_argument("--within", type=float, default=3.0, help="per cent that languages may differ (default 3)")
    parser.add_argument("--why", action="store_true", help="name the texts on which languages differ")
    options = parser.parse_args(given)
    texts = cited_by(options.citations)
    ranked = sorted(texts, key=lambda target: (-max(len(s) for s in texts[target].values()), target))[: options.top]
    print("| treaty | " + " | ".join(LANGUAGES) + " | spread |\n| --- |" + " ---: |" * (len(LANGUAGES) + 1))
    apart = []
    for target in ranked:
        by = texts[target]
        print(f"| {target} | {' | '.join(str(len(by[x])) for x in LANGUAGES)} | {spread(by):.1f} % |")
        if spread(by) > options.within:
            apart.append(target)
    print(f"\n{len(ranked) - len(apart)} of {len(ranked)} treaties agree within {options.within:g} per cent")
    for target in apart if options.why else ():
        for source in sorted(set().union(*texts[target].values())):
            lacking = [language for language in LANGUAGES if source not in texts[target][language]]
            if lacking:
                print(f"  {target}  {source}  not in {', '.join(lacking)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
