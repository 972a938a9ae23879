"""`render_audit_page`: findings that an editor should review, a table per check, with the language versions beside."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.model.citation import Citation, Reference
from graph.network.finding import CHECKS, Finding
from graph.pages.parts.escape import page_address
from graph.pages.parts.shell import bundle, render_frame
from graph.pages.parts.strings import languages
from graph.pages.parts.templates import render
from graph.pipeline.reading import Reading
from graph.rdf.iri import UNDETERMINED, document_key

Beside = Callable[[str, str, str], str | None]
"""Returns the address of a paragraph on a page beside this one, by key of the text, language and label; or None."""

_ROWS: Final = 2000  # rows of a table; `--format jsonl` has them all
_SHOWN: Final = 300  # rows of a table with their paragraphs in all languages
_LONGEST: Final = 4000  # code points of a paragraph that are shown
_COLUMNS: Final = ("document", "place", "cited", "instead", "quote")


@dataclass(frozen=True, slots=True)
class Side:
    """A place in one language version.

    Attributes:
        language: of the version.
        state: `has` or `lacks` the reference where versions disagree; else empty.
        address: where the paragraph can be read on a page beside this one; empty if nowhere.
        pieces: the paragraph cut where the reference begins and ends, each with whether it is the reference.
    """

    language: str
    state: str
    address: str
    pieces: Sequence[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Row:
    """Findings about one reference in one paragraph, of all versions that share it.

    Attributes:
        first: one of the findings.
        instead: what stands instead or is right, with the languages for which that holds.
        sides: the versions to look at.
        compared: those whose paragraph is at hand, the one of the finding first.
        quoted: language of the quote.
    """

    first: Finding
    instead: Sequence[tuple[str, Sequence[str]]]
    sides: Sequence[Side]
    compared: Sequence[Side]
    quoted: str


def render_audit_page(
    findings: Sequence[Finding], *, readings: Iterable[Reading] = (), beside: "Beside | None" = None
) -> str:
    """Render the page.

    Args:
        findings: from `graph.network.audit.audit`.
        readings: the documents that were audited, with their passages; without them only quotes are shown.
        beside: where the paragraphs of the texts can be read.
    """
    texts = _Texts.of(readings, beside or _nowhere)
    sections = []
    for check in CHECKS:
        rows = list(_grouped([each for each in findings if each.check == check]))
        shown = [texts.row(group, compared=place < _SHOWN) for place, group in enumerate(rows[:_ROWS])]
        if shown:
            sections.append((check, shown, max(0, len(rows) - _ROWS)))
    body = render("audit.html", sections=sections, columns=_COLUMNS)
    title = languages()[0].text["audit"]
    return render_frame(title=title, kind="index audit", body=body, scripts=(bundle("document"),))


def _grouped(findings: Iterable[Finding]) -> Iterable[Sequence[Finding]]:
    """Findings that say one thing of several versions together, in the order of the first of each."""
    groups: defaultdict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for each in findings:
        own = each.quote if not each.cited else ""  # what could not be resolved has nothing else to be told by
        groups[each.document, each.paragraph, each.cited, own].append(each)
    return groups.values()


@dataclass(frozen=True, slots=True)
class _Texts:
    """The versions of the audited texts, by key and language, and where their paragraphs can be read."""

    versions: Mapping[str, Mapping[str, Reading]]
    beside: Beside

    @classmethod
    def of(cls, readings: Iterable[Reading], beside: Beside) -> "_Texts":
        """Index what was read; of several readings of one language the first counts."""
        versions: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
        for reading in readings:
            key = document_key(reading.record.symbol, reading.record.file)
            versions[key].setdefault(reading.record.language or UNDETERMINED, reading)
        return cls(versions, beside)

    def row(self, group: Sequence[Finding], *, compared: bool) -> Row:
        """Return a row of the table; `compared` adds the paragraph in every language."""
        first = group[0]
        instead: defaultdict[str, list[str]] = defaultdict(list)
        for each in group:
            if each.instead:
                instead[each.instead].append(each.language)
        states = _states(group)
        sides = [self._side(first, language, state) for language, state in states.items()]
        others = self.versions.get(first.document, {})
        shown = [*sides, *(self._side(first, code, "") for code in sorted(others) if code not in states)]
        shown = [side for side in shown if side.pieces] if compared else []
        quoted = first.others[0] if first.check == "versions" and first.others else first.language
        return Row(first, list(instead.items()), sides, shown, quoted)

    def _side(self, finding: Finding, language: str, state: str) -> Side:
        reading = self.versions.get(finding.document, {}).get(language)
        address = page_address(self.beside(finding.document, language, finding.paragraph) or "")
        return Side(language, state, address or "", list(_pieces(reading, finding)) if reading else [])


def _states(group: Sequence[Finding]) -> dict[str, str]:
    """The languages to look at, and whether each has the reference where versions disagree."""
    own, others = {"versions": ("lacks", "has"), "alone": ("has", "lacks")}.get(group[0].check, ("", ""))
    states = {each.language: own for each in group}
    return states | {code: others for each in group for code in each.others if code not in states}


def _pieces(reading: Reading, finding: Finding) -> Iterable[tuple[str, bool]]:
    """Cut the paragraph of a finding in one version where the references begin and end that it is about."""
    passage = next((each for each in reading.passages if each.label == finding.paragraph), None)
    if passage is None:
        return
    at = 0
    for start, end, place in sorted(passage.spans):
        if start >= at and _is_about(finding, reading.references[place]):
            yield passage.text[at:start], False
            yield passage.text[start:end], True
            at = end
    yield passage.text[at : at + _LONGEST], False


def _is_about(finding: Finding, reference: Reference) -> bool:
    if isinstance(reference, Citation):
        return reference.target in {finding.cited, finding.instead}
    return not finding.cited and reference.evidence.quote == finding.quote


def _nowhere(key: str, language: str, label: str) -> str | None:  # noqa: ARG001  # the signature of `Beside`
    return None
