"""`render_check_page`: drafts with a mark at each citation, and what is wrong with those that are contradicted."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.model.label import HEAD, TITLE
from graph.checking.facts import CATALOGUE, REGISTRY
from graph.checking.verdict import LISTED, VERDICTS, Checked
from graph.pages.parts.shell import bundle, render_frame
from graph.pages.parts.strings import languages
from graph.pages.parts.templates import render
from graph.pages.passage import WORDED
from graph.pipeline.reading import Reading
from graph.pipeline.transcript import Passage
from graph.rdf.iri import document_key

_SOURCES: Final = {CATALOGUE: "check.source.catalogue", REGISTRY: "check.source.registry"}
_ROWS: Final = 2000  # rows of the list; `--format jsonl` has them all


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph's text; `row` is the place of its citation in the document's list, None outside any."""

    text: str
    verdict: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as the page shows it.

    Attributes:
        name: its symbol or file.
        language: of its text; None if it is not known.
        listed: what is contradicted or superseded, with its place among all that was checked.
        beyond: how many more there are.
        unchecked: what no fact is known of, for a reader to look up.
        passages: label, whether it is a heading, and the pieces of each paragraph.
    """

    name: str
    language: str | None
    listed: Sequence[tuple[int, Checked]]
    beyond: int
    unchecked: Sequence[Checked]
    passages: Sequence[tuple[str, bool, Sequence[Piece]]]


def render_check_page(readings: Iterable[Reading], checked: Iterable[Checked]) -> str:
    """Render the page.

    Args:
        readings: the documents that were checked, with their passages.
        checked: from `graph.checking.check.check`, of the same documents.
    """
    everything = list(checked)
    counts = Counter(each.verdict for each in everything)
    drafts = list(_drafts(readings, everything))
    verdicts = [(name, counts[name]) for name in VERDICTS]
    body = render("check.html", drafts=drafts, listed=LISTED, sources=_SOURCES, verdicts=verdicts, worded=WORDED)
    title = languages()[0].text["check"]
    return render_frame(title=title, kind="document check", body=body, scripts=(bundle("document"),))


def _drafts(readings: Iterable[Reading], checked: Sequence[Checked]) -> Iterator[Draft]:
    by_version: dict[tuple[str, str, str | None], list[Checked]] = {}
    for each in checked:
        evidence = each.reference.evidence
        by_version.setdefault((each.document, evidence.file, evidence.language), []).append(each)
    for reading in readings:
        record = reading.record
        name = document_key(record.symbol, record.file)
        rows = by_version.get((name, record.file, record.language), [])
        listed = [(place, each) for place, each in enumerate(rows) if each.verdict in LISTED]
        passages = [
            (str(passage.label), passage.label in {HEAD, TITLE}, list(_pieces(passage, rows)))
            for passage in reading.passages
        ]
        unchecked = [each for each in rows if each.verdict == "unchecked"][:_ROWS]
        yield Draft(
            name=record.symbol or record.file,
            language=record.language,
            listed=listed[:_ROWS],
            beyond=max(0, len(listed) - _ROWS),
            unchecked=unchecked,
            passages=passages,
        )


def _pieces(passage: Passage, rows: Sequence[Checked]) -> Iterator[Piece]:
    """Cut a paragraph where citations begin and end; of citations that overlap, the gravest verdict shows."""
    spans = [(start, end, place) for start, end, place in passage.spans if place < len(rows)]
    spans += _unseen(passage, rows)
    cuts = sorted({0, len(passage.text), *(edge for start, end, _ in spans for edge in (start, end))})
    for start, end in itertools.pairwise(cuts):
        over = [place for first, last, place in spans if first <= start and end <= last]
        row = min(over, key=lambda place: (VERDICTS.index(rows[place].verdict), place), default=None)
        yield Piece(passage.text[start:end], rows[row].verdict if row is not None else None, row)


def _unseen(passage: Passage, rows: Sequence[Checked]) -> list[tuple[int, int, int]]:
    """The spans of what only checking found: misspelt titles."""
    return [
        (*each.span, place)
        for place, each in enumerate(rows)
        if each.span and each.reference.evidence.paragraph == passage.label
    ]
