"""`Accuracy`: how well texts are read, as it was measured; the overview shows it beside what was read."""

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Final

FILE: Final = "accuracy.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """How well a language is read, measured on texts whose citations are known.

    Attributes:
        language: ISO 639-1 code.
        precision: share of the citations found that are right, 0 to 1.
        recall: share of the citations there that were found, 0 to 1.
        f1: their harmonic mean, 0 to 1.
    """

    language: str
    precision: float
    recall: float
    f1: float


def load_accuracy() -> tuple[Accuracy, ...]:
    """Read the figures that `benchmarks/accuracy.py --write` puts into the package, languages sorted."""
    table = tomllib.loads(resources.files("graph.pages.parts").joinpath(FILE).read_text(encoding="utf-8"))
    return tuple(
        Accuracy(language=code, **{name: share / 100 for name, share in table[code].items()}) for code in sorted(table)
    )
