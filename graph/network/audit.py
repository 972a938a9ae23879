"""`audit`: what an editor should look at again: versions that disagree, links, dates, stale texts.

A finding is a reason to look, not a verdict: language versions differ by intent now and then, and a text may mean an
earlier member of a series.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.model.citation import OWN_DATES, Citation, Evidence, Reference, Unresolved
from graph.pipeline.run import Run
from graph.rdf.iri import UNDETERMINED, document_key
from graph.rdf.work import order

if TYPE_CHECKING:
    import networkx as nx

CHECKS: Final = ("versions", "alone", "links", "dates", "younger", "superseded", "stale", "unresolved")
"""What is looked for, in the order of the report."""

_NUMBERED: Final = frozenset({"resolution", "decision", "statement", "document", "conference-document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at again.

    Attributes:
        check: one of `CHECKS`.
        document: key of the citing work.
        language: of the version to look at.
        paragraph: label of the place; for `versions` that of another version.
        cited: key of the cited work; empty for an unresolved reference.
        instead: `versions`, `alone`: what stands there instead, here or in the others, if anything does; `links`: where
            the source's link leads; `dates`: the date known otherwise; `younger`: the cited text's date; `superseded`,
            `stale`: the later text; `unresolved`: the reason.
        quote: the reference as it stands; for `versions` as another version has it.
        others: languages of the versions that have the reference (`versions`) or lack it (`alone`).
    """

    check: str
    document: str
    language: str
    paragraph: str
    cited: str
    instead: str = ""
    quote: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Version:
    """A language version of a text, with the references in it."""

    document: str
    language: str
    references: Sequence[Reference]

    @property
    def citations(self) -> list[Citation]:
        """The references whose target is known."""
        return [reference for reference in self.references if isinstance(reference, Citation)]

    def finding(self, check: str, reference: Reference, instead: str, others: Sequence[str] = ()) -> Finding:
        """Make a finding for this version out of a reference, which may stand in another version."""
        return Finding(
            check=check,
            document=self.document,
            language=self.language,
            paragraph=reference.evidence.paragraph,
            cited=reference.target if isinstance(reference, Citation) else "",
            instead=instead,
            quote=reference.evidence.quote,
            others=tuple(others),
        )


def audit(run: Run, network: "nx.MultiDiGraph[str]") -> list[Finding]:
    """Check what was read.

    Args:
        run: the documents and what was found in them.
        network: the citation network of the run.

    Returns:
        The findings, by check, then by document, language and place.
    """
    texts: defaultdict[str, dict[str, list[Reference]]] = defaultdict(dict)
    for reading in run.readings:
        key = document_key(reading.record.symbol, reading.record.file)
        texts[key].setdefault(reading.record.language or UNDETERMINED, []).extend(reading.references)
    succession = _Succession.of(network)
    found: list[Finding] = []
    for key, read in texts.items():
        versions = {language: _Version(key, language, references) for language, references in read.items()}
        found += _compare_versions(versions)
        for version in versions.values():
            found += _check_places(version, network)
            found += _check_succession(version, succession)
    return sorted(set(found), key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    return (CHECKS.index(finding.check), order(finding.document), finding.language, finding.paragraph, finding.cited,
            finding.instead, finding.quote)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Disagreement:
    """A target that some language versions of a text print and others do not.

    Attributes:
        target: its key.
        having: the languages that print it, sorted.
        lacking: the languages that do not, sorted.
        places: labels of the paragraphs that print it.
    """

    target: str
    having: Sequence[str]
    lacking: Sequence[str]
    places: frozenset[str]


_Printed = Mapping[str, Mapping[str, Sequence[Citation]]]
"""Language → target → the citations of that version that print its number or symbol."""


def _compare_versions(versions: Mapping[str, _Version]) -> Iterator[Finding]:
    """Find what most language versions of a text print and one does not, and what few of them print alone."""
    printed = {language: _printed(version.citations) for language, version in versions.items()}
    lacking: list[Finding] = []
    alone: list[Finding] = []
    for disagreement in _disagreements(printed):
        if len(disagreement.having) > len(disagreement.lacking):
            lacking += _lacked(disagreement, versions, printed)
        else:
            alone += _printed_alone(disagreement, versions, printed)
    yield from lacking
    told = {(finding.language, each) for finding in lacking for each in finding.instead.split(", ")}
    yield from (finding for finding in alone if (finding.language, finding.cited) not in told)


def _disagreements(printed: _Printed) -> Iterator[_Disagreement]:
    """Yield the targets that some versions print and others do not, sorted."""
    for target in sorted({target for found in printed.values() for target in found}):
        having = sorted(language for language, found in printed.items() if target in found)
        lacking = sorted(printed.keys() - set(having))
        if lacking:
            places = frozenset(each.evidence.paragraph for language in having for each in printed[language][target])
            yield _Disagreement(target, having, lacking, places)


def _lacked(split: _Disagreement, versions: Mapping[str, _Version], printed: _Printed) -> Iterator[Finding]:
    """Yield a finding per version that lacks what most have, with what it alone prints at those places."""
    first = printed[split.having[0]][split.target][0]
    others = [printed[language] for language in split.having]
    for language in split.lacking:
        odd = _only(printed[language], split.places, others)
        yield versions[language].finding("versions", first, ", ".join(odd), split.having)


def _printed_alone(split: _Disagreement, versions: Mapping[str, _Version], printed: _Printed) -> Iterator[Finding]:
    """Yield a finding per version that has what most lack, with what only the others print at those places."""
    for language in split.having:
        own = [printed[language]]
        odd = sorted({each for other in split.lacking for each in _only(printed[other], split.places, own)})
        yield versions[language].finding("alone", printed[language][split.target][0], ", ".join(odd), split.lacking)


def _only(own: Mapping[str, Sequence[Citation]], places: Container[str], others: Sequence[Container[str]]) -> list[str]:
    """Return what one version prints at the places and none of the others prints anywhere, sorted."""
    there = (target for target, found in own.items() if any(each.evidence.paragraph in places for each in found))
    return sorted(target for target in there if not any(target in other for other in others))


def _printed(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Group by target the citations that print a number or symbol; names are left out: a version may paraphrase."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for each in citations:
        if each.kind in _NUMBERED and each.evidence.certainty == "explicit":
            found[each.target].append(each)
    return found


def _check_places(version: _Version, network: "nx.MultiDiGraph[str]") -> Iterator[Finding]:
    """Find single places that cannot be right as they stand, or that could not be resolved."""
    own = _date(network, version.document)
    for reference in version.references:
        if isinstance(reference, Unresolved):
            yield version.finding("unresolved", reference, reference.reason)
        if reference.evidence.linked:
            yield version.finding("links", reference, reference.evidence.linked)
        if isinstance(reference, Citation) and _is_read(network, reference.target):
            known = _date(network, reference.target)
            if _contradicts(reference.evidence, known):
                yield version.finding("dates", reference, known)
            if own and known > own:
                yield version.finding("younger", reference, known)


def _contradicts(evidence: Evidence, known: str) -> bool:
    """Return whether a text gives a cited text another date than its own; a year or a month is part of a date."""
    own = evidence.date_of in OWN_DATES
    return bool(own and known and evidence.date) and not known.startswith(evidence.date or known)


def _date(network: "nx.MultiDiGraph[str]", key: str) -> str:
    """Return the date of a text; empty if it is unknown."""
    return str(network.nodes[key].get("date") or "") if key in network else ""


def _is_read(network: "nx.MultiDiGraph[str]", key: str) -> bool:
    return key in network and bool(network.nodes[key].get("read"))


@dataclass(frozen=True, slots=True)
class _Succession:
    """What has taken the place of what.

    Attributes:
        network: holds the dates of the texts.
        later: text → the text that continues it.
        superseded: text → the texts that say that they supersede it.
    """

    network: "nx.MultiDiGraph[str]"
    later: Mapping[str, str]
    superseded: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, network: "nx.MultiDiGraph[str]") -> "_Succession":
        """Read the succession from the nodes and edges of a network."""
        later = {data["continues"]: key for key, data in network.nodes(data=True) if data.get("continues")}
        superseded: defaultdict[str, list[str]] = defaultdict(list)
        for citing, cited, data in network.edges(data=True):
            if data.get("relation") == "supersedes" and citing not in superseded[cited]:
                superseded[cited].append(citing)
        return cls(network, later, superseded)

    def chain(self, key: str) -> Iterator[str]:
        """Yield the texts that continue a text, one after the other."""
        seen = {key}
        while (key := self.later.get(key, "")) and key not in seen:
            seen.add(key)
            yield key

    def standing(self, chain: Iterable[str], date: str) -> str:
        """Return the last text of a chain that is dated before a date; empty if there is none."""
        standing = [text for text in chain if "" < _date(self.network, text) < date]
        return standing[-1] if standing else ""

    def newer(self, target: str, citing: Container[str], date: str) -> Iterator[tuple[str, str]]:
        """Yield the texts that should be cited instead of a target, each after the name of the check that finds it.

        Args:
            target: key of the cited text.
            citing: the citing text and all that it cites; what is among these needs no mention.
            date: of the citing text; empty if it is unknown.
        """
        for text in self.superseded.get(target, ()):
            if text not in citing and not (date and _date(self.network, text) > date):
                yield "superseded", text
        chain = list(self.chain(target))
        if not any(text in citing for text in chain) and (text := self.standing(chain, date)):
            yield "stale", text


def _check_succession(version: _Version, succession: _Succession) -> Iterator[Finding]:
    """Find citations of texts that others have superseded, or whose series had a later text at the time."""
    citing = {version.document, *(each.target for each in version.citations)}
    date = _date(succession.network, version.document)
    seen: set[tuple[str, str]] = set()
    for citation in version.citations:
        for check, text in succession.newer(citation.target, citing, date):
            if (check, citation.target) not in seen:
                seen.add((check, citation.target))
                yield version.finding(check, citation, text)
