"""`audit`: what an editor should look at again: versions that disagree, links, dates, stale texts.

A finding is a reason to look, not a verdict: language versions differ by intent now and then, and a text may mean an
earlier member of a series.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.model.citation import Citation, Reference, Unresolved
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
        cited: key of the cited work; empty where it could not be told.
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


def audit(run: Run, network: "nx.MultiDiGraph[str]") -> list[Finding]:
    """Look through what was read.

    Args:
        run: the documents and what was found in them.
        network: made of the run.

    Returns:
        The findings, by check, then by document, language and place.
    """
    versions: defaultdict[str, dict[str, list[Reference]]] = defaultdict(dict)
    for reading in run.readings:
        key = document_key(reading.record.symbol, reading.record.file)
        versions[key].setdefault(reading.record.language or UNDETERMINED, []).extend(reading.references)
    later = {network.nodes[text]["continues"]: text for text in network if network.nodes[text].get("continues")}
    superseded = _superseded(network)
    found: list[Finding] = []
    for key, read in versions.items():
        found += _versions(key, read)
        for language, references in read.items():
            found += _places(key, language, references, network)
            found += _outdated(key, language, references, network, later, superseded)
    return sorted(set(found), key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    return (CHECKS.index(finding.check), order(finding.document), finding.language, finding.paragraph, finding.cited,
            finding.instead, finding.quote)  # fmt: skip


def _versions(key: str, read: Mapping[str, Sequence[Reference]]) -> Iterator[Finding]:
    """What most language versions of a text print and one does not, and what few of them print alone."""
    if len(read) < 2:  # noqa: PLR2004  # it takes two to disagree
        return
    printed = {language: _printed(references) for language, references in read.items()}
    targets = sorted({target for found in printed.values() for target in found})
    lacking: list[Finding] = []
    alone: list[Finding] = []
    for target in targets:
        having = sorted(language for language in printed if target in printed[language])
        without = sorted(language for language in printed if target not in printed[language])
        if not without:
            continue
        places = {each.evidence.paragraph for language in having for each in printed[language][target]}
        if len(having) > len(without):
            first = printed[having[0]][target][0]
            for language in without:
                odd = _only(printed[language], places, [printed[other] for other in having])
                lacking.append(_differs("versions", key, language, first, odd, having))
            continue
        for language in having:
            odd = sorted({each for other in without for each in _only(printed[other], places, [printed[language]])})
            alone.append(_differs("alone", key, language, printed[language][target][0], odd, without))
    yield from lacking
    told = {(finding.language, each) for finding in lacking for each in finding.instead.split(", ")}
    yield from (finding for finding in alone if (finding.language, finding.cited) not in told)


def _only(own: Mapping[str, Sequence[Citation]], places: Container[str], others: Sequence[Container[str]]) -> list[str]:
    """What one version prints at the places, and none of the others anywhere."""
    there = (target for target, found in own.items() if any(each.evidence.paragraph in places for each in found))
    return sorted(target for target in there if not any(target in other for other in others))


def _differs(  # noqa: PLR0913, PLR0917  # what differs, where, and from what
    check: str, key: str, language: str, citation: Citation, odd: Sequence[str], others: Sequence[str]
) -> Finding:
    evidence = citation.evidence
    return Finding(
        check=check, document=key, language=language, paragraph=evidence.paragraph, cited=citation.target,
        instead=", ".join(odd), quote=evidence.quote, others=tuple(others),
    )  # fmt: skip


def _printed(references: Iterable[Reference]) -> dict[str, list[Citation]]:
    """References whose number or symbol is printed, by target; names are left out: a version may paraphrase them."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for each in references:
        if isinstance(each, Citation) and each.kind in _NUMBERED and each.evidence.certainty == "explicit":
            found[each.target].append(each)
    return found


def _places(
    key: str, language: str, references: Iterable[Reference], network: "nx.MultiDiGraph[str]"
) -> Iterator[Finding]:
    """Single places that cannot be right as they stand, or that could not be read."""
    own = str(network.nodes[key].get("date") or "") if key in network else ""
    for each in references:
        evidence = each.evidence
        target = each.target if isinstance(each, Citation) else ""

        def finding(check: str, instead: str, each: Reference = each, target: str = target) -> Finding:
            return Finding(
                check=check, document=key, language=language, paragraph=each.evidence.paragraph, cited=target,
                instead=instead, quote=each.evidence.quote,
            )  # fmt: skip

        if isinstance(each, Unresolved):
            yield finding("unresolved", each.reason)
        if evidence.linked:
            yield finding("links", evidence.linked)
        known = str(network.nodes[target].get("date") or "") if target in network else ""
        if network.nodes[target].get("read") if target in network else False:
            if evidence.date and known and evidence.date != known:
                yield finding("dates", known)
            if own and known > own:
                yield finding("younger", known)


def _superseded(network: "nx.MultiDiGraph[str]") -> dict[str, list[str]]:
    """The texts that say of a text that they supersede it."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for citing, cited, data in network.edges(data=True):
        if data.get("relation") == "supersedes" and citing not in said[cited]:
            said[cited].append(citing)
    return said


def _outdated(  # noqa: PLR0913, PLR0917  # what is looked at, and in what
    key: str,
    language: str,
    references: Iterable[Reference],
    network: "nx.MultiDiGraph[str]",
    later: Mapping[str, str],
    superseded: Mapping[str, Sequence[str]],
) -> Iterator[Finding]:
    """Texts cited although another has superseded them, or a later one of their series stood when they were cited."""
    citations = [each for each in references if isinstance(each, Citation)]
    cited = {each.target for each in citations}
    own = str(network.nodes[key].get("date") or "") if key in network else ""
    seen: set[tuple[str, str]] = set()
    for each in citations:
        newer = [("superseded", text) for text in superseded.get(each.target, ()) if text not in {key, *cited}]
        chain = list(_chain(each.target, later))
        standing = [text for text in chain if own and "" < str(network.nodes[text].get("date") or "") < own]
        if standing and key not in chain and not cited.intersection(chain):
            newer.append(("stale", standing[-1]))
        for check, text in newer:
            date = str(network.nodes[text].get("date") or "")
            if (check, each.target) in seen or (own and date > own):
                continue
            seen.add((check, each.target))
            yield Finding(
                check=check, document=key, language=language, paragraph=each.evidence.paragraph, cited=each.target,
                instead=text, quote=each.evidence.quote,
            )  # fmt: skip


def _chain(key: str, later: Mapping[str, str]) -> Iterator[str]:
    """The texts that continue a text, one after the other."""
    seen = {key}
    while (key := later.get(key, "")) and key not in seen:
        seen.add(key)
        yield key
