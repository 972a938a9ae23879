"""A gold standard that lists citations: one row per reference, `required` true or false.

What is counted is a target of a document, once however often it is cited there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.scoring.gold import Row, Target, document_key, target_of
from extract.scoring.relation_names import said, spelled
from extract.scoring.score import TOTAL, Evaluation


@dataclass(frozen=True, slots=True)
class _Item:
    """A row with its target ready for comparison."""

    row: Row
    target: Target
    place: str
    relation: str
    said: frozenset[str]

    @property
    def required(self) -> bool:
        return bool(self.row.get("required", True))

    @property
    def kind(self) -> str:
        return str(self.row.get("kind"))

    @property
    def listing(self) -> tuple[str, str]:
        """File and target, for lists of what was missed or wrong."""
        return str(self.row["file"]), str(self.row["target"])


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of the gold standard.

    Attributes:
        name: symbol or other name that its language versions share.
        in_part: whether only some of its paragraphs are listed, so that other citations are not wrong.
    """

    name: str
    language: str
    in_part: bool


def evaluate_list(gold: Sequence[Row], predicted: Iterable[Row], *, strict: bool) -> Evaluation:
    """Compare with a list of citations."""
    right, found = _items(gold, strict=strict), _items(predicted, strict=strict)
    in_part = {document_key(row["file"]) for row in gold if row.get("covers")}
    first_rows = {document_key(row["file"]): row for row in reversed(gold)}
    outcome = Evaluation(len(first_rows))
    for key, row in sorted(first_rows.items()):
        document = _Document(str(row.get("doc")), str(row.get("language") or ""), key in in_part)
        wanted = _groups(right[key])
        for group in wanted:
            hits = [item for item in found[key] if item.target.same(group[0].target)]
            _require(outcome, document, group, hits)
        for group in _groups(found[key]):
            matched = [item for each in wanted for item in each if _same(item, group)]
            _predict(outcome, document, group, matched)
            _judge_relations(outcome, group, matched, known=not document.in_part)
    return outcome


def _items(rows: Iterable[Row], *, strict: bool) -> Mapping[str, list[_Item]]:
    """Rows with a target, by document."""
    items: dict[str, list[_Item]] = defaultdict(list)
    for row in rows:
        target = target_of(row, strict=strict)
        if target is not None:
            place = "".join(str(row.get("paragraph") or "").split()).casefold()
            relation, basis = (str(row.get(name) or "") for name in ("relation", "basis"))
            item = _Item(row, target, place, spelled(relation), said(relation, basis))
            items[document_key(str(row.get("file") or ""))].append(item)
    return items


def _groups(items: Iterable[_Item]) -> list[list[_Item]]:
    """Rows of one document grouped by target."""
    groups: list[list[_Item]] = []
    for item in items:
        group = next((each for each in groups if each[0].target.same(item.target)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    return groups


def _same(item: _Item, group: Sequence[_Item]) -> bool:
    return any(item.target.same(each.target) for each in group)


def _require(outcome: Evaluation, document: _Document, group: Sequence[_Item], hits: Sequence[_Item]) -> None:
    """Count a target of the gold standard, and each of its places."""
    required = [item for item in group if item.required]
    if not required:
        return
    outcome.require((TOTAL, ("language", document.language), ("kind", required[0].kind)), bool(hits))
    if not hits:
        outcome.missed.append(required[0].listing)
    for item in required:
        _require_place(outcome, item, [hit for hit in hits if hit.place == item.place])


def _require_place(outcome: Evaluation, item: _Item, there: Sequence[_Item]) -> None:
    """Count a place, and what the rows found `there` say of it: relation, pinpoint, date."""
    outcome.share("place", bool(there))
    if item.relation:
        same = any(item.relation in hit.said for hit in there)
        outcome.require((("relation", item.relation),), same)
        if there:
            outcome.share("relation", same)
    if item.row.get("pinpoint"):
        outcome.share("pinpoint", any(_same_pinpoint(item, hit) for hit in there))
    if item.row.get("date"):
        outcome.share("date", any(hit.row.get("date") == item.row["date"] for hit in there))


def _predict(outcome: Evaluation, document: _Document, group: Sequence[_Item], matched: Sequence[_Item]) -> None:
    """Count a target that was found: right if the gold standard requires it, wrong if it does not contain it."""
    unknown = not matched and not document.in_part
    if unknown or any(item.required for item in matched):
        first = (matched or group)[0]
        outcome.predict((TOTAL, ("language", document.language), ("kind", first.kind)), bool(matched))
        names = outcome.targets.setdefault(document.name, {}).setdefault(document.language, set())
        names.add(min(first.target.names))
    if unknown:
        outcome.wrong.append(group[0].listing)


def _judge_relations(outcome: Evaluation, group: Sequence[_Item], matched: Sequence[_Item], *, known: bool) -> None:
    """Count the relations of what was found: right where the gold standard has the same at that place."""
    for item in group:
        there = {each.relation for each in matched if each.place == item.place}
        if there or (known and not matched):
            right = item.said & there
            outcome.predict((("relation", min(right, default=item.relation)),), bool(right))


def _same_pinpoint(one: _Item, other: _Item) -> bool:
    """Whether two rows point to the same part: spaces do not count, and one may be more specific than the other."""
    wanted, found = ("".join(str(item.row.get("pinpoint") or "").split()).casefold() for item in (one, other))
    return bool(found) and (found in wanted or wanted in found)
