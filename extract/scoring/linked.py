"""A gold standard made from hyperlinks: one row per document, with lists of symbols.

Symbols in `required` must be found, those in `allowed` may be, those in `unsure` count neither way, all others are
wrong. What was found by name only is not judged, because such a gold standard knows printed symbols alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.scoring.gold import Row, document_key, target_key
from extract.scoring.relation_names import coarse, spelled
from extract.scoring.score import TOTAL, Evaluation


@dataclass(frozen=True, slots=True)
class _Expected:
    """What a document must, may and need not cite, as comparable keys."""

    required: Mapping[str, str]  # key -> symbol as the gold standard writes it
    allowed: frozenset[str]
    unsure: frozenset[str]
    itself: frozenset[str]

    @classmethod
    def of(cls, gold: Row, *, strict: bool) -> "_Expected":
        """Read the lists of a document."""
        suffix = "_strict" if strict and "required_strict" in gold else ""
        required = {target_key(symbol, strict=strict): symbol for symbol in gold["required" + suffix]}
        allowed = {target_key(symbol, strict=strict) for symbol in gold.get("allowed" + suffix, ())}
        unsure = {target_key(symbol, strict=strict) for symbol in gold.get("unsure", ())}
        itself = {target_key(str(gold["doc"]), strict=each) for each in (strict, False)}
        return cls(required, frozenset(allowed | set(required)), frozenset(unsure), frozenset(itself))

    def judges(self, key: str, rows: Sequence[Row]) -> bool:
        """Whether what was found counts as right or wrong."""
        if key in self.itself:
            return False
        explicit = any((row.get("certainty") or "explicit") == "explicit" for row in rows)
        return key in self.allowed or (key not in self.unsure and explicit)


def evaluate_links(gold: Sequence[Row], predicted: Iterable[Row], *, strict: bool) -> Evaluation:
    """Compare with a list of documents."""
    linked = [row for row in gold if row.get("gold_kind", "linked") == "linked"]
    outcome = Evaluation(len(linked))
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in predicted:
        rows[document_key(str(row.get("file") or ""))].append(row)
    for document in linked:
        _compare(outcome, document, rows[document_key(str(document.get("key") or document["file"]))], strict=strict)
    return outcome


def _compare(outcome: Evaluation, gold: Row, rows: Sequence[Row], *, strict: bool) -> None:
    """Compare the citations of one document."""
    expected, found = _Expected.of(gold, strict=strict), _by_target(rows, strict=strict)
    file, language = str(gold["file"]), str(gold.get("language") or "")
    for key, symbol in expected.required.items():
        outcome.require((TOTAL, ("language", language), ("kind", _kind(key))), key in found)
        if key not in found:
            outcome.missed.append((file, symbol))
    counted = outcome.targets.setdefault(str(gold["doc"]), {}).setdefault(language, set())
    for key, same in found.items():
        if not expected.judges(key, same):
            continue
        right = key in expected.allowed
        outcome.predict((TOTAL, ("language", language), ("kind", _kind(key))), right)
        counted.add(key)
        if not right:
            outcome.wrong.append((file, str(same[0]["target"])))
    _treaties(outcome, gold, rows)
    _relations(outcome, gold, found, strict=strict)


def _by_target(rows: Sequence[Row], *, strict: bool) -> Mapping[str, Sequence[Row]]:
    """Rows with a symbol as target, by that target."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get("target") and not str(row["target"]).startswith("treaty:"):
            found[target_key(str(row["target"]), strict=strict)].append(row)
    return found


def _kind(key: str) -> str:
    """The kind of document that a symbol names, by its series."""
    parts = key.removeprefix("symbol:").split("/")
    if "RES" in parts:
        return "resolution"
    if "PRST" in parts:
        return "statement"
    if any(part.startswith(("CONF", "COP")) for part in parts):
        return "conference-document"
    return "decision" if "DEC" in parts else "document"


def _treaties(outcome: Evaluation, gold: Row, rows: Sequence[Row]) -> None:
    """Count the treaties whose registration numbers the document prints; others are not judged."""
    printed = {number.rpartition(":")[2] for treaty in gold.get("treaties", ()) for number in treaty["unts"]}
    found = {str(row["unts"]) for row in rows if row.get("unts")}
    for number in sorted(printed):
        outcome.require((("kind", "treaty"),), number in found)


def _relations(outcome: Evaluation, gold: Row, found: Mapping[str, Sequence[Row]], *, strict: bool) -> None:
    """Count the relations of the targets found, in the coarse classes of such a gold standard."""
    known: dict[str, set[str]] = defaultdict(set)
    for mention in gold.get("mentions", ()):
        if mention.get("relation"):
            known[target_key(mention["target"], strict=strict)].add(spelled(str(mention["relation"])))
    for key, relations in known.items():
        if key not in found:
            continue
        mine = {coarse(str(row.get("relation"))) for row in found[key]}
        for relation in sorted(relations):
            outcome.require((("relation", relation),), relation in mine)
        for relation in sorted(mine):
            outcome.predict((("relation", relation),), relation in relations)
        outcome.share("relation", bool(mine & relations))
