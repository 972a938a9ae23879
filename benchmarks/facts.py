"""The facts of the development corpus: who cites whom, where and how, without any full sentence.

    python benchmarks/facts.py [--shared ../shared] [--form xml] [--to data/facts] [--jobs 2] [--only series]

Reads the corpus, or with `--only` one of the `COLLECTIONS`, and writes `citations.jsonl.gz` and `documents.jsonl.gz`,
byte-identical for the same texts and program. What the United Nations' own metadata say about a document (votes,
sponsors, subjects) is added to its record. A quote stays whole where it is a number, a symbol, a short form or a title;
a phrase that a footnote identifies is cut to its last words, with the offsets of these; the words around a quote are
left out. The corpus is not part of this repository; without it the exit status is 2.
"""

import argparse
import gzip
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any, Final

import regex

from extract.model.adoption import Subject, Vote
from extract.model.citation import Citation, Reference, dump_lines
from extract.model.record import DocumentRecord
from extract.registry.gazetteer import gazetteer
from extract.registry.registry import Registry, load_registry
from graph.pipeline.run import read_all

ROOT: Final = Path(__file__).resolve().parent.parent
LONGEST: Final = 80
"""Width of the longest quote that is no title: `Resolutions and Decisions of the Security Council, …`."""
TAIL: Final = 40
"""Width that a longer phrase is cut to."""
LONGEST_TITLE: Final = 350
"""Width of the longest title that is quoted whole."""
CUT: Final = "quote cut to its last words"
TITLE: Final = "quote cut to the title in it"

COLLECTIONS: Final = {
    "series": ("seeds/*.txt", "corpus/xml/en/A_RES_75_71.en.xml", "corpus/xml/zh/A_RES_75_71.zh.xml"),
    "mandates": ("corpus/un-docx/A_80_6_Sect.8.docx", "corpus/un-docx/A_80_6_Sect.2.docx"),
}
"""Name of a small collection, which is that of its folder in `data/` → the files of the corpus that it is read from."""

_WIDE: Final = frozenset("WF")
_STARTS: Final = regex.compile(r"(?<=\s)\S")
_WRAPPING: Final = regex.compile(r"[\s\p{P}]*+(?:\p{L}{1,4}[\s’']++)?+[\s\p{P}]*+")
_DRAFT: Final = regex.compile(r"S/\d{4}/\d++|A/(?:[\w-]++/)*+L\.\d++(?:/\w++\.\d++)*+")
_LIBRARY: Final = regex.compile(r"Security Council resolution [^\[]++(?:\[[^\]]++\])?+")
_NO_SUBJECT: Final = frozenset({"DHL"})  # the scheme of the title assigned by the library


def main() -> int:
    """Read, take the facts, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the corpus")
    parser.add_argument("--form", choices=("xml", "txt"), default="xml", help="which form of the texts to read")
    parser.add_argument("--only", choices=tuple(COLLECTIONS), help="a small collection to make instead of all facts")
    parser.add_argument("--to", type=Path, help="folder to write; by default data/facts, or that of the collection")
    parser.add_argument("--jobs", type=int, default=2, help="number of processes")
    given = parser.parse_args()
    corpus = given.shared / "corpus"
    if not corpus.is_dir():
        sys.stderr.write(f"there is no {corpus}\n")
        return 2
    inputs = [corpus / given.form, corpus / "unsc-1946-1994", corpus / "un-pdf"]
    if given.only:
        inputs = [path for pattern in COLLECTIONS[given.only] for path in sorted(given.shared.glob(pattern))]
    target: Path = given.to or ROOT / "data" / (given.only or "facts")
    run = read_all(inputs, jobs=given.jobs)
    sys.stderr.writelines(f"{error}\n" for error in run.skipped)
    registry, metadata = load_registry(), read_metadata(corpus / "meta")
    target.mkdir(parents=True, exist_ok=True)
    references = [bare(reference, registry) for reference in run.references]
    records = [enriched(record, metadata) for record in run.records]
    sizes = [
        pack(target / "citations.jsonl.gz", dump_lines(references)),
        pack(target / "documents.jsonl.gz", (json.dumps(each.to_row(), ensure_ascii=False) for each in records)),
    ]
    print(f"{len(records)} documents, {len(references)} references, {sum(sizes) / 2**20:.1f} MiB")
    return 0


def bare(reference: Reference, registry: Registry) -> Reference:
    """Return a reference without context, its quote reduced to the title in it or its last words where necessary."""
    reference = replace(reference, evidence=replace(reference.evidence, prefix=None, suffix=None))
    evidence = reference.evidence
    quote, named = evidence.quote, evidence.certainty == "named"
    if width(quote) <= (TAIL if named and evidence.via else LONGEST):
        return reference
    (start, end), note = _registered(reference, registry) or (0, 0), TITLE
    if not 0 < width(quote[start:end]) <= LONGEST_TITLE:
        start, end, note = _last_words(quote), len(quote), CUT
    if _WRAPPING.fullmatch(quote[:start]) and _WRAPPING.fullmatch(quote[end:]):
        return reference
    note = "; ".join(filter(None, (evidence.note, note)))
    cut = replace(evidence, quote=quote[start:end], start=evidence.start + start, end=evidence.start + end, note=note)
    return replace(reference, evidence=cut)


def width(text: str) -> int:
    """The weight of a text: a character of a script without letters counts as three."""
    return sum(3 if unicodedata.east_asian_width(sign) in _WIDE else 1 for sign in text)


def _registered(reference: Reference, registry: Registry) -> tuple[int, int] | None:
    """The position of the registered title of the target in the quote."""
    if not isinstance(reference, Citation) or reference.evidence.language is None:
        return None
    hits = gazetteer(registry, language=reference.evidence.language).find(reference.evidence.quote)
    places = [(hit.start, hit.end) for hit in hits for entry in hit.entries if reference.target in keys(entry)]
    return max(places, key=lambda place: place[1] - place[0], default=None)


def keys(entry: Any) -> tuple[str, ...]:  # noqa: ANN401  # a treaty or an instrument of the registry
    """The targets that a registered name may be cited as."""
    return (f"treaty:{entry.slug}", getattr(entry, "target", ""))


def _last_words(quote: str) -> int:
    """The offset where the last words of a phrase begin, within the width that is kept."""
    start = len(quote)
    while start and width(quote[start - 1 :]) <= TAIL:
        start -= 1
    found = _STARTS.search(quote, start)
    return found.start() if found else start


def read_metadata(folder: Path) -> dict[str, dict[str, Any]]:
    """Read the UN's metadata by symbol without spaces."""
    rows = (json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.open(encoding="utf-8"))
    return {"".join(row["symbol"].split()): row for row in rows}


def enriched(record: DocumentRecord, metadata: Mapping[str, Mapping[str, Any]]) -> DocumentRecord:
    """Add what the metadata say about a document and its own file does not."""
    row = metadata.get(record.symbol or "")
    if row is None:
        return record
    subjects = tuple(
        Subject(label=unescape(label), scheme=scheme)
        for label, scheme in row.get("subjects", ())
        if scheme not in _NO_SUBJECT
    )
    sponsors = (*row.get("sponsors", ()), *row.get("additional_sponsors", ()))
    goals = {int(goal.partition(".")[0]) for goal in row.get("SDGs", ()) if goal.partition(".")[0].isdecimal()}
    return replace(
        record,
        title=_title_of(record, row),
        date=record.date or day(str(row.get("adoption_date", ""))),
        draft=record.draft or _draft(row),
        agenda_item=record.agenda_item or row.get("agenda_item_name") or None,
        vote=record.vote or vote(row),
        sponsors=record.sponsors or sponsors,
        subjects=record.subjects or subjects,
        sdgs=record.sdgs or tuple(sorted(goals)),
    )


def _title_of(record: DocumentRecord, row: Mapping[str, Any]) -> str | None:
    """The title; a Security Council resolution has only the English one that the Library assigns."""
    given = _LIBRARY.match(str(row.get("resolution_title", ""))) if record.language == "en" else None
    return given[0] if given else record.title


def _draft(row: Mapping[str, Any]) -> str | None:
    """The symbol of the draft; a text that a committee recommends is in its report, which is not a draft."""
    found = _DRAFT.match(str(row.get("draft_resolution") or row.get("originating_document") or ""))
    return found[0] if found else None


def vote(row: Mapping[str, Any]) -> Vote | None:
    """Return the recorded vote; None where there was none."""
    counts = [int(row.get(f"MS_{side}_count") or 0) for side in ("in_favour", "against", "abstaining")]
    if not any(counts):
        return None
    states = [tuple(row.get(f"MS_{side}", ())) for side in ("in_favour", "against", "abstaining")]
    return Vote(
        in_favour=counts[0], against=counts[1], abstaining=counts[2],
        states_in_favour=states[0], states_against=states[1], states_abstaining=states[2],
    )  # fmt: skip


def day(text: str) -> str | None:
    """Return the ISO date of a text such as `21 September 2020`."""
    try:
        return datetime.strptime(text.strip(), "%d %B %Y").date().isoformat()  # noqa: DTZ007  # a date, not an instant
    except ValueError:
        return None


def pack(path: Path, lines: Iterable[str]) -> int:
    """Write lines compressed with gzip, without time stamp or file name, and return the size in bytes."""
    with path.open("wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=9) as out:
        out.writelines(_encoded(lines))
    return path.stat().st_size


def _encoded(lines: Iterable[str]) -> Iterator[bytes]:
    return (line.encode("utf-8") + b"\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
