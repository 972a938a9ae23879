"""`audit`: what an editor should look at again: contradictions, versions that disagree, links, stale texts.

Whether a citation agrees with what is known is decided by the rules of `graph.checking`, as for `recalling check`. A
finding is a reason to look, not a verdict: language versions differ by intent now and then, and a text may mean an
earlier member of a series.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.model.citation import Citation, Unresolved
from graph.checking.check import check
from graph.checking.facts import Facts
from graph.checking.verdict import Checked, Field
from graph.checking.verdict import Finding as Contradiction
from graph.network.finding import Finding, Version, by_place
from graph.network.versions import compare_versions
from graph.pipeline.run import Run
from graph.rdf.iri import UNDETERMINED, document_key

if TYPE_CHECKING:
    import networkx as nx

_GRAVEST_FIRST: Final[tuple[Field, ...]] = ("existence", "number", "registration", "body", "name", "title")
"""What is told of a citation that is wrong in several ways: the number before the title beside it."""


def audit(run: Run, network: "nx.MultiDiGraph[str]", facts: Facts) -> list[Finding]:
    """Check what was read.

    Args:
        run: the documents and what was found in them; with their passages, or only what the rows hold is checked.
        network: the citation network of the run.
        facts: what is known of the cited texts.

    Returns:
        The findings, by check, then by document, language and place.
    """
    texts: defaultdict[str, dict[str, list[Checked]]] = defaultdict(dict)
    for reading in run.readings:
        key = document_key(reading.record.symbol, reading.record.file)
        texts[key].setdefault(reading.record.language or UNDETERMINED, []).extend(check([reading], facts))
    succession = _Succession.of(network)
    found: list[Finding] = []
    for key, read in texts.items():
        versions = {language: Version(key, language, checked) for language, checked in read.items()}
        found += compare_versions(versions)
        for version in versions.values():
            found += _check_places(version, network)
            found += _check_succession(version, succession)
    return sorted(set(found), key=by_place)


def _check_places(version: Version, network: "nx.MultiDiGraph[str]") -> Iterator[Finding]:
    """Find single places that cannot be right as they stand, or that could not be resolved."""
    own = _date(network, version.document)
    for checked in version.checked:
        reference = checked.reference
        wrong = _contradiction(checked)
        if wrong is not None:
            yield version.finding("contradicted", reference, wrong.known)
        elif isinstance(reference, Unresolved):
            yield version.finding("unresolved", reference, reference.reason)
        if reference.evidence.linked:
            yield version.finding("links", reference, reference.evidence.linked)
        for each in checked.findings:
            if each.field == "date" and not each.agrees:
                yield version.finding("dates", reference, each.known)
        if isinstance(reference, Citation) and _is_read(network, reference.target):
            known = _date(network, reference.target)
            if own and known > own:
                yield version.finding("younger", reference, known)


def _contradiction(checked: Checked) -> Contradiction | None:
    """The gravest thing besides the date that is wrong with a citation; None where nothing is."""
    wrong = [each for each in checked.findings if not each.agrees and each.field in _GRAVEST_FIRST]
    return min(wrong, key=lambda each: _GRAVEST_FIRST.index(each.field), default=None)


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


def _check_succession(version: Version, succession: _Succession) -> Iterator[Finding]:
    """Find citations of texts that others have superseded, or whose series had a later text at the time.

    The series are those of what was read, and where these have no later text, those of the catalogue.
    """
    citing = {version.document, *(each.target for each in version.citations)}
    date = _date(succession.network, version.document)
    seen: set[tuple[str, str]] = set()
    for checked in version.checked:
        citation = checked.reference
        if not isinstance(citation, Citation):
            continue
        read = list(succession.newer(citation.target, citing, date))
        known = [("stale", each.known) for each in checked.findings if each.field == "series" and date and not read]
        for check_name, text in (*read, *known):
            if (check_name, citation.target) not in seen:
                seen.add((check_name, citation.target))
                yield version.finding(check_name, citation, text)
