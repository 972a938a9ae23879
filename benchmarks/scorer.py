"""The scorer of the shared tools, and the extras that were verified by hand."""

import csv
import importlib
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Final

VERIFIED: Final = Path(__file__).with_name("verified_extras.tsv")


def load_scorer(shared: Path) -> ModuleType:
    """Import the corpus's own scorer, `tools/score.py`."""
    sys.path.insert(0, str(shared / "tools"))
    return importlib.import_module("score")


def verified() -> Iterable[tuple[str, str, str, str]]:
    """Return the rows that score.py counts as wrong but that are correct: document, language, symbol, cause."""
    with VERIFIED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield row["document"], row["language"], row["symbol"], row["cause"]
