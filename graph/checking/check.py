"""`check`: hold every citation of some texts against what is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import regex

from extract.model.citation import Citation, Evidence, Reference, Unresolved
from extract.model.span import Span, overlap, overlaps_any
from extract.registry.registry import load_registry
from graph.checking.facts import REGISTRY, Facts
from graph.checking.place import Place
from graph.checking.rules import RULES
from graph.checking.spelling import Slip, speller_of
from graph.checking.succession import Succession
from graph.checking.unresolved import impossible
from graph.checking.verdict import Checked, Finding
from graph.pipeline.reading import Reading
from graph.pipeline.transcript import Passage
from graph.rdf.iri import TREATY_KEY, document_key

UNKNOWN_TITLE: Final = "no treaty of this title is known"


def check(readings: Iterable[Reading], facts: Facts) -> list[Checked]:
    """Check the references of texts.

    Args:
        readings: documents with what was found in them; with their passages, or only what the rows hold is checked.
        facts: what is known.

    Returns:
        Every reference with its findings, in the order of the readings and of their texts.
    """
    return [checked for reading in readings for checked in _check_reading(reading, facts)]


def _check_reading(reading: Reading, facts: Facts) -> Iterator[Checked]:
    document = document_key(reading.record.symbol, reading.record.file)
    where = _where(reading.passages)
    notes = _notes(reading.references)
    succession = Succession(reading, facts)
    slips = list(_slips(reading))
    misspelt = _misspelt(slips)
    for number, reference in enumerate(reading.references):
        findings: list[Finding] = []
        if isinstance(reference, Citation):
            place = _place(reference, number, reading.references, where, notes)
            findings = list(dict.fromkeys(finding for rule in RULES for finding in rule(place, facts)))
            findings += succession.later(reference)
        else:
            findings += impossible(reference, facts)
        findings += misspelt.get(number, ())
        findings.sort(key=lambda finding: finding.agrees)
        yield Checked(document=document, reference=reference, findings=tuple(findings))
    yield from _unseen(slips, reading, document)


def _misspelt(slips: Iterable[tuple[Passage, Slip]]) -> dict[int, list[Finding]]:
    """Index of a reference to a treaty that the registry does not have, to the finding that its name is misspelt."""
    found: dict[int, list[Finding]] = {}
    for passage, slip in slips:
        for start, end, place in passage.spans:
            if overlap(Span(start, end), slip):
                found.setdefault(place, []).append(_finding(passage, slip))
    return found


def _unseen(slips: Iterable[tuple[Passage, Slip]], reading: Reading, document: str) -> Iterator[Checked]:
    """Yield the misspelt titles that were not even recognised as references."""
    after = 0
    for passage, slip in slips:
        if overlaps_any(slip, (Span(start, end) for start, end, _ in passage.spans)):
            continue
        quote, start = _as_read(passage.text[slip.start : slip.end], reading.text, after)
        after = start + len(quote)
        evidence = Evidence(
            source=reading.record.symbol, file=reading.record.file, language=reading.record.language, quote=quote,
            start=start, end=start + len(quote), paragraph=passage.label, relation="other", certainty="named",
        )  # fmt: skip
        reference = Unresolved(evidence=evidence, kind="treaty", reason=UNKNOWN_TITLE, title=quote)
        span = Span(slip.start, slip.end)
        yield Checked(document=document, reference=reference, findings=(_finding(passage, slip),), span=span)


def _slips(reading: Reading) -> Iterator[tuple[Passage, Slip]]:
    """Yield the misspelt titles of treaties; what the registry knows is spelled right."""
    speller = speller_of(reading.record.language) if reading.record.language else None
    if speller is None:
        return
    for passage in reading.passages:
        taken = [Span(start, end) for start, end, place in passage.spans if not _is_unknown(reading.references[place])]
        for slip in speller.slips(passage.text, taken):
            yield passage, slip


def _is_unknown(reference: Reference) -> bool:
    """Whether a reference is to a treaty that the registry does not know."""
    if isinstance(reference, Unresolved):
        return reference.kind == "treaty"
    return reference.kind == "treaty" and reference.target.removeprefix(TREATY_KEY) not in load_registry().treaties


def _finding(passage: Passage, slip: Slip) -> Finding:
    printed = " ".join(passage.text[slip.start : slip.end].split())
    return Finding(field="name", agrees=False, printed=printed, known=slip.right, source=REGISTRY)


def _as_read(words: str, text: str | None, after: int) -> tuple[str, int]:
    """Return words of a paragraph as the text has them, line breaks included, and where; 0 if that is unknown."""
    found = regex.search(r"\s+".join(map(regex.escape, words.split())), text or "", pos=after)
    return (found[0], found.start()) if found else (words, 0)


def _where(passages: Sequence[Passage]) -> Mapping[int, tuple[Passage, tuple[int, int]]]:
    """Index of a reference to its passage and its span there."""
    return {place: (passage, (start, end)) for passage in passages for start, end, place in passage.spans}


def _notes(references: Sequence[Reference]) -> Mapping[str, list[Reference]]:
    """Label of a note to the references in it."""
    found: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        found[reference.evidence.paragraph].append(reference)
    return found


def _place(
    citation: Citation,
    number: int,
    references: Sequence[Reference],
    where: Mapping[int, tuple[Passage, tuple[int, int]]],
    notes: Mapping[str, list[Reference]],
) -> Place:
    passage, span = where.get(number, (None, (0, 0)))
    beside = [
        (references[place], (start, end)) for start, end, place in (passage.spans if passage else ()) if place != number
    ]
    via = citation.evidence.via
    note = notes.get(via, []) if via and via != citation.evidence.paragraph else []
    return Place(citation=citation, passage=passage, span=span, beside=beside, note=note)
