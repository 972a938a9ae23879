"""`Accuracy`: measured accuracy per language, shown on the overview page."""

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Final

FILE: Final = "accuracy.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """The accuracy for one language, measured on texts whose citations are known.

    Attributes:
        language: ISO 639-1 code.
        precision: share of the citations found that are correct, 0 to 1.
        recall: share of the citations present that were found, 0 to 1.
        f1: their harmonic mean, 0 to 1.
    """

    language: str
    precision: float
    recall: float
    f1: float


def load_accuracy() -> tuple[Accuracy, ...]:
    """Read the figures that `benchmarks/accuracy.py --write` stores in the package, sorted by language."""
    table = tomllib.loads(resources.files("graph.pages.parts").joinpath(FILE).read_text(encoding="utf-8"))
    return tuple(
        Accuracy(language=code, **{name: share / 100 for name, share in table[code].items()}) for code in sorted(table)
    )
