"""Precision, recall and F1: counts that add up, by language, kind and relation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from statistics import fmean
from typing import Final

BY: Final = ("total", "language", "kind", "relation")
"""What scores are broken down by; the total has one part, `all`."""
TOTAL: Final = ("total", "all")
"""The part that every citation counts in."""


@dataclass(slots=True)
class Score:
    """Counts of one group of citations.

    Attributes:
        required: citations that must be found.
        found: how many of them were.
        predicted: citations that were found and count, right or wrong.
        right: how many of them are right.
    """

    required: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None when nothing was."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of what must be found that was; None when nothing must."""
        return self.found / self.required if self.required else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None when one of them is."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Share:
    """How many of some matched citations agree in a further point."""

    agree: int = 0
    of: int = 0

    def count(self, agrees: bool) -> None:  # noqa: FBT001  # the one thing there is to say
        """Count one more."""
        self.of += 1
        self.agree += agrees


@dataclass(slots=True)
class Evaluation:
    """The outcome of comparing citations with what is right.

    Attributes:
        documents: number of documents with a gold.
        scores: (`language`, `zh`) and the like to counts; see `BY`.
        shares: `place`, `relation`, `pinpoint`, `date` to how many matched citations agree in it.
        targets: document to language to the targets that were found in it.
        missed: (file, target) of what must be found and was not.
        wrong: (file, target) of what was found and is wrong.
    """

    documents: int
    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    targets: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def require(self, groups: Iterable[tuple[str, str]], found: bool) -> None:  # noqa: FBT001  # as above
        """Count a citation that must be found in each of its groups."""
        for group in groups:
            score = self.scores.setdefault(group, Score())
            score.required += 1
            score.found += found

    def predict(self, groups: Iterable[tuple[str, str]], right: bool) -> None:  # noqa: FBT001  # as above
        """Count a citation that was found in each of its groups."""
        for group in groups:
            score = self.scores.setdefault(group, Score())
            score.predicted += 1
            score.right += right

    def share(self, name: str, agrees: bool) -> None:  # noqa: FBT001  # as above
        """Count whether a matched citation agrees in a further point."""
        self.shares.setdefault(name, Share()).count(agrees)

    def rows(self) -> list[tuple[str, str, Score]]:
        """The scores in reading order."""
        groups = sorted(self.scores, key=lambda group: (BY.index(group[0]), group[1]))
        return [(*group, self.scores[group]) for group in groups]

    @property
    def agreement(self) -> float | None:
        """How far the language versions of a document agree: mean share of targets that two have in common."""
        documents = [_overlap(list(versions.values())) for versions in self.targets.values()]
        known = [overlap for overlap in documents if overlap is not None]
        return fmean(known) if known else None

    def to_json(self) -> Mapping[str, object]:
        """The outcome as a JSON object."""
        return {
            "documents": self.documents,
            "scores": [
                {
                    "by": by, "of": of, "precision": score.precision, "recall": score.recall, "f1": score.f1,
                    "required": score.required, "found": score.found, "predicted": score.predicted,
                    "right": score.right,
                }
                for by, of, score in self.rows()
            ],
            "shares": {name: {"agree": share.agree, "of": share.of} for name, share in sorted(self.shares.items())},
            "agreement": self.agreement,
            "missed": [{"file": file, "target": target} for file, target in self.missed],
            "wrong": [{"file": file, "target": target} for file, target in self.wrong],
        }  # fmt: skip


def _overlap(versions: Sequence[set[str]]) -> float | None:
    """Mean share of targets that two language versions have in common; None where no two have any."""
    pairs = [(one, other) for one, other in combinations(versions, 2) if one or other]
    return fmean(len(one & other) / len(one | other) for one, other in pairs) if pairs else None
