"""The tables of docs/accuracy.md and README.md, made from the figures that accuracy.py measures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

KINDS: Final = {
    "A/RES": "General Assembly resolutions", "S/RES": "Security Council resolutions", "E/RES": "ECOSOC",
    "HRC-RES": "Human Rights Council", "S/PRST": "presidential statements", "CONF": "conference documents",
    "other-doc": "other documents",
}  # fmt: skip
# Figures of other tools on the same corpus, all symbols, clean text; None where not measured.
PEERS: Final[Sequence[tuple[str, float | None, float, float | None]]] = (
    ("a good first regex", 98.7, 98.8, 93.6),
    ("Leafsketch (English only)", None, 60.0, None),
    ("CR-UNSC", None, 43.6, None),
)
PEER_KINDS: Final = {"HRC-RES": (0.0, 68.6), "E/RES": (0.0, 96.8), "S/RES": (99.5, 99.8)}
PEER_AGREEMENT: Final = (75.8, 97.9)
PEER_RELATION: Final = 77.9

Figures = dict[str, Any]
"""What accuracy.py measured: counts of the corpus's scorers, by name."""


def all_tables(figures: Figures) -> Mapping[str, str]:
    """Return the tables of docs/accuracy.md by their markers."""
    return {
        "summary": summary(figures), "languages": by_language(figures), "kinds": by_kind(figures),
        "agreement": agreement(figures), "relation": relations(figures), "hand": by_hand(figures),
        "aside": set_aside(figures), "left": left(figures),
    }  # fmt: skip


def shares(counts: Mapping[str, int], aside: int = 0) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent, leaving out `aside` of the rows counted as wrong."""
    counted = counts["ok"] + counts["wrong"] - aside
    precision = 100 * counts["ok"] / counted if counted else 0.0
    recall = 100 * counts["hit"] / counts["req"] if counts["req"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(head: Sequence[str], rows: Iterable[Sequence[object]], text: int = 1) -> str:
    """A Markdown table whose first `text` columns hold words and the others figures."""
    lines = [head, ["---"] * text + ["---:"] * (len(head) - text), *rows]
    return "\n".join("| " + " | ".join(cell(each) for each in line) + " |" for line in lines)


def cell(value: object) -> str:
    """Format a figure with one decimal, or two where one would round up to 100; words unchanged, a dash for None."""
    if isinstance(value, float):
        return f"{value:.2f}" if 99.95 <= value < 100 else f"{value:.1f}"  # noqa: PLR2004  # rounds to 100.0
    return "–" if value is None else str(value)


def ours(figures: Figures) -> list[Sequence[object]]:
    """The two rows on the accuracy of symbols: as scored, and with the verified rows set aside."""
    strict, aside = shares(figures["strict"])[2], figures["aside"].total()
    return [
        ("**Recalling**, as scored", *shares(figures["total"]), strict),
        (f"**Recalling**, {aside} verified rows set aside", *shares(figures["total"], aside), None),
    ]


def summary(figures: Figures) -> str:
    """All symbols, with the figures of other tools."""
    peers = [(name, precision, None, f1, strict) for name, precision, f1, strict in PEERS]
    return table(("all symbols, clean text", "precision", "recall", "F1", "F1 strict"), [*ours(figures), *peers])


def by_language(figures: Figures) -> str:
    """One row per language."""
    rows = []
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        counts, strict = figures["cells"]["language", language], figures["strict cells"]["language", language]
        aside = shares(counts, figures["aside languages"][language])
        rows.append((language, *shares(counts), *shares(strict), aside[0], aside[2]))
    head = ("", "P", "R", "F1", "P strict", "R strict", "F1 strict", "P set aside", "F1 set aside")
    return table(head, rows)


def by_kind(figures: Figures) -> str:
    """One row per kind of document, with the figures of other tools."""
    rows = []
    for kind, name in KINDS.items():
        counts, aside = figures["cells"]["kind", kind], figures["aside kinds"][kind]
        others = PEER_KINDS.get(kind, (None, None))
        rows.append((name, f"{counts['hit']}/{counts['req']}", *shares(counts), shares(counts, aside)[2], *others))
    treaties = figures["treaties"]
    found = f"{treaties['hit']}/{treaties['req']}"
    rows.append(("treaty registration numbers", found, None, shares(treaties)[1], None, None, None, None))
    head = ("", "found", "P", "R", "F1", "F1 set aside", "F1, best existing tool", "F1, first regex")
    return table(head, rows)


def agreement(figures: Figures) -> str:
    """How far the language versions of a document agree on symbols, with the figures of other tools."""
    head = ("", "Recalling", "best existing tool", "a good first regex")
    return table(head, [("agreement of the language versions", 100 * figures["agreement"], *PEER_AGREEMENT)])


def relations(figures: Figures) -> str:
    """The accuracy of relations: two measures against the hyperlinks, and one per set read by hand."""
    measured = [
        (
            "governing verb, against the leading verb of the gold standard made from hyperlinks",
            accuracy(figures["relations"]),
            PEER_RELATION,
        ),
        ("leading verb as `find_verbs` reads it, against the same", accuracy(figures["leading"]), None),
        *(
            (f"governing verb, by hand: {name}", share(each, "relation"), None)
            for name, each in figures["hand"].items()
        ),
    ]
    return table(("relation", "right", "Leafsketch"), measured)


def accuracy(counts: Mapping[str, Mapping[str, int]]) -> float:
    """Share of the relations that agree, in percent."""
    return 100 * counts["all"]["ok"] / counts["all"]["n"]


def share(report: Mapping[str, float | None], name: str) -> float | None:
    """One of the ratios reported by score_hand.py, in percent."""
    value = report[name]
    return None if value is None else 100 * value


def by_hand(figures: Figures) -> str:
    """One row per set of files read by hand."""
    names = ("P", "R", "F1", "places", "relation", "pinpoint", "date")
    rows = [(name, each["gold"], *(share(each, key) for key in names)) for name, each in figures["hand"].items()]
    return table(("read by hand", "citations", *names), rows)


def set_aside(figures: Figures) -> str:
    """The verified rows by cause."""
    return table(("cause", "rows"), [(cause, rows) for cause, rows in figures["aside"].most_common()])


def left(figures: Figures) -> str:
    """The missed symbols, and the wrong ones that are not verified: document, symbol, languages."""
    lines = []
    for name in ("missed", "extra"):
        seen: dict[tuple[str, str], list[str]] = {}
        for document, language, symbol in figures[name]:
            seen.setdefault((document, symbol), []).append(language)
        lines += [
            (name, document, symbol, ", ".join(sorted(each))) for (document, symbol), each in sorted(seen.items())
        ]
    return table(("", "document", "symbol in the gold standard or ours", "languages"), lines, text=4)


def readme(figures: Figures) -> str:
    """The short form for README.md."""
    hrc, ecosoc, council = (figures["cells"]["kind", kind] for kind in ("HRC-RES", "E/RES", "S/RES"))
    found = {name: shares(counts)[2] for name, counts in (("hrc", hrc), ("ecosoc", ecosoc), ("council", council))}
    others = table(
        ("on the same corpus", "Recalling", "best existing tool", "a good first regex"),
        [
            ("Human Rights Council, F1", found["hrc"], *PEER_KINDS["HRC-RES"]),
            ("ECOSOC, F1", found["ecosoc"], *PEER_KINDS["E/RES"]),
            ("Security Council resolutions, F1", found["council"], *PEER_KINDS["S/RES"]),
            ("agreement of the language versions", 100 * figures["agreement"], *PEER_AGREEMENT),
            ("treaties whose registration number is printed, recall", shares(figures["treaties"])[1], None, None),
        ],
    )
    return f"{summary(figures)}\n\n{others}\n\n{by_hand(figures)}"
