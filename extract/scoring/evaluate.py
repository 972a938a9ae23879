"""`evaluate`: citations against what is known to be right, by hand or from the links that the UN itself printed.

Two kinds of gold are told apart by their rows. A list of citations has a row a reference, `required` true or false; the
unit counted is a target of a document, once however often it is cited. A list of documents has a row a document, with
lists of symbols: `required` must be found, `allowed` may, `unsure` count neither way, anything else is wrong; there,
what is found by name only is not judged, because such a gold knows printed symbols alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.scoring.gold import Row, Target, document_key, target_key, target_of
from extract.scoring.score import Evaluation

_SPELLINGS: Final = {
    "emphasizes": "stresses", "bearing-in-mind": "bears-in-mind", "having-considered": "considers",
    "pursuant-to": "pursuant", "takes-note-of": "takes-note", "acknowledges": "recognizes",
}  # fmt: skip
_OPERATIVE: Final = frozenset({"requests", "calls-upon", "urges", "decides", "encourages", "invites"})
_COARSE: Final = dict.fromkeys(_OPERATIVE, "operative") | {"reiterates": "reaffirms"}
_TOTAL: Final = ("total", "all")


@dataclass(frozen=True, slots=True)
class _Item:
    """A row with its target ready to be compared."""

    row: Row
    target: Target
    place: str
    relation: str

    @property
    def required(self) -> bool:
        return bool(self.row.get("required", True))


def evaluate(gold: Sequence[Row], predicted: Iterable[Row], *, strict: bool = False) -> Evaluation:
    """Compare citations with what is right.

    Args:
        gold: rows of either kind.
        predicted: rows of `citations.jsonl`; those of documents that gold does not know are passed over.
        strict: whether the letter of a resolution and a part or a volume must agree as well.
    """
    if any(isinstance(row.get("required"), list) for row in gold):
        return _by_documents([row for row in gold if isinstance(row.get("required"), list)], predicted, strict=strict)
    return _by_rows(gold, predicted, strict=strict)


def _by_rows(gold: Sequence[Row], predicted: Iterable[Row], *, strict: bool) -> Evaluation:
    """Compare with a list of citations."""
    right, found = _items(gold, strict=strict), _items(predicted, strict=strict)
    in_part = {document_key(row["file"]) for row in gold if row.get("covers")}  # gold has some paragraphs only
    documents = {document_key(row["file"]): row for row in reversed(gold)}
    outcome = Evaluation(len(documents))
    for key, any_row in sorted(documents.items()):
        language = str(any_row.get("language") or "")
        wanted, mine = _groups(right[key]), _groups(found[key])
        for group in wanted:
            _require(outcome, group, [item for item in found[key] if item.target.same(group[0].target)], language)
        for group in mine:
            matched = [item for each in wanted for item in each if _same(item, group)]
            if any(item.required for item in matched) or not (matched or key in in_part):
                kind = str((matched or group)[0].row.get("kind"))
                outcome.predict((_TOTAL, ("language", language), ("kind", kind)), bool(matched))
                names = outcome.targets.setdefault(str(any_row.get("doc")), {}).setdefault(language, set())
                names.add(min((matched or group)[0].target.names))
            if not matched and key not in in_part:
                outcome.wrong.append((str(group[0].row["file"]), str(group[0].row["target"])))
            _judge_relations(outcome, group, matched, known=key not in in_part)
    return outcome


def _items(rows: Iterable[Row], *, strict: bool) -> Mapping[str, list[_Item]]:
    """Rows with a target, by document."""
    items: dict[str, list[_Item]] = defaultdict(list)
    for row in rows:
        target = target_of(row, strict=strict)
        if target is not None:
            place = "".join(str(row.get("paragraph") or "").split()).casefold()
            relation = str(row.get("relation") or "")
            item = _Item(row, target, place, _SPELLINGS.get(relation, relation))
            items[document_key(str(row.get("file") or ""))].append(item)
    return items


def _groups(items: Iterable[_Item]) -> list[list[_Item]]:
    """Rows of one document that mean the same."""
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


def _require(outcome: Evaluation, group: Sequence[_Item], hits: Sequence[_Item], language: str) -> None:
    """Count a target that gold has, and each of its places."""
    required = [item for item in group if item.required]
    if not required:
        return
    kind = str(required[0].row.get("kind"))
    outcome.require((_TOTAL, ("language", language), ("kind", kind)), bool(hits))
    if not hits:
        outcome.missed.append((str(required[0].row["file"]), str(required[0].row["target"])))
    for item in required:
        there = [hit for hit in hits if hit.place == item.place]
        outcome.share("place", bool(there))
        if item.relation:
            outcome.require((("relation", item.relation),), any(hit.relation == item.relation for hit in there))
        if there and item.relation:
            outcome.share("relation", any(hit.relation == item.relation for hit in there))
        if item.row.get("pinpoint"):
            outcome.share("pinpoint", any(_same_pinpoint(item, hit) for hit in there))
        if item.row.get("date"):
            outcome.share("date", any(hit.row.get("date") == item.row["date"] for hit in there))


def _judge_relations(outcome: Evaluation, group: Sequence[_Item], matched: Sequence[_Item], *, known: bool) -> None:
    """Count the relations of what was found: right where gold has the same at that place."""
    for item in group:
        there = {each.relation for each in matched if each.place == item.place}
        if there or (known and not matched):
            outcome.predict((("relation", item.relation),), item.relation in there)


def _same_pinpoint(one: _Item, other: _Item) -> bool:
    """Whether two rows point into the same part: blanks do not count, and one may say more than the other."""
    wanted, found = ("".join(str(item.row.get("pinpoint") or "").split()).casefold() for item in (one, other))
    return bool(found) and (found in wanted or wanted in found)


def _by_documents(gold: Sequence[Row], predicted: Iterable[Row], *, strict: bool) -> Evaluation:
    """Compare with a list of documents, those that carry the UN's own links."""
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
    suffix = "_strict" if strict and "required_strict" in gold else ""
    required = {target_key(symbol, strict=strict): symbol for symbol in gold["required" + suffix]}
    allowed = {target_key(symbol, strict=strict) for symbol in gold.get("allowed" + suffix, ())} | set(required)
    unsure = {target_key(symbol, strict=strict) for symbol in gold.get("unsure", ())}
    itself = {target_key(str(gold["doc"]), strict=each) for each in (strict, False)}
    language = str(gold.get("language") or "")
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get("target") and not str(row["target"]).startswith("treaty:"):
            found[target_key(str(row["target"]), strict=strict)].append(row)
    for key, symbol in required.items():
        outcome.require((_TOTAL, ("language", language), ("kind", _kind(key))), key in found)
        if key not in found:
            outcome.missed.append((str(gold["file"]), symbol))
    counted = outcome.targets.setdefault(str(gold["doc"]), {}).setdefault(language, set())
    for key, same in found.items():
        explicit = any((row.get("certainty") or "explicit") == "explicit" for row in same)
        if key in itself or (key not in allowed and (key in unsure or not explicit)):
            continue
        outcome.predict((_TOTAL, ("language", language), ("kind", _kind(key))), key in allowed)
        counted.add(key)
        if key not in allowed:
            outcome.wrong.append((str(gold["file"]), str(same[0]["target"])))
    _treaties(outcome, gold, rows)
    _relations(outcome, gold, found, strict=strict)


def _kind(key: str) -> str:
    """The kind of document that a compared symbol names, by its series."""
    parts = key.removeprefix("symbol:").split("/")
    if "RES" in parts:
        return "resolution"
    if "PRST" in parts:
        return "statement"
    if any(part.startswith(("CONF", "COP")) for part in parts):
        return "conference-document"
    return "decision" if "DEC" in parts else "document"


def _treaties(outcome: Evaluation, gold: Row, rows: Sequence[Row]) -> None:
    """Count the treaties whose registration numbers the document prints; a treaty without one is not judged."""
    printed = {number.rpartition(":")[2] for treaty in gold.get("treaties", ()) for number in treaty["unts"]}
    found = {str(row["unts"]) for row in rows if row.get("unts")}
    for number in sorted(printed):
        outcome.require((("kind", "treaty"),), number in found)


def _relations(outcome: Evaluation, gold: Row, found: Mapping[str, Sequence[Row]], *, strict: bool) -> None:
    """Count the relations of targets found, in the coarse classes that such a gold has."""
    known: dict[str, set[str]] = defaultdict(set)
    for mention in gold.get("mentions", ()):
        if mention.get("relation"):
            relation = str(mention["relation"])
            known[target_key(mention["target"], strict=strict)].add(_SPELLINGS.get(relation, relation))
    for key, relations in known.items():
        if key not in found:
            continue
        mine = {_COARSE.get(str(row.get("relation")), str(row.get("relation"))) for row in found[key]}
        for relation in sorted(relations):
            outcome.require((("relation", relation),), relation in mine)
        for relation in sorted(mine):
            outcome.predict((("relation", relation),), relation in relations)
        outcome.share("relation", bool(mine & relations))
