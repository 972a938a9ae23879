"""Versions: what most language versions of a text print and one does not, and what few of them print alone."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.model.citation import Citation
from graph.network.finding import Finding, Version

_NUMBERED: Final = frozenset({"resolution", "decision", "statement", "document", "conference-document"})


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

_Impossible = Mapping[str, Collection[tuple[str, str]]]
"""Language → paragraph and target of each citation of that version whose number no text has."""


def compare_versions(versions: Mapping[str, Version]) -> Iterator[Finding]:
    """Find what most language versions of a text print and one does not, and what few of them print alone.

    A version that prints a number there that no text has outvotes no other: where five print "2140 (2015)" and one the
    right year, the five are told.
    """
    printed = {language: _printed(version.citations) for language, version in versions.items()}
    impossible = {language: version.impossible for language, version in versions.items()}
    lacking: list[Finding] = []
    alone: list[Finding] = []
    for disagreement in _disagreements(printed):
        if _is_impossible(disagreement, printed, impossible):
            continue
        sound = [language for language in disagreement.lacking if not _errs(impossible[language], disagreement.places)]
        if len(disagreement.having) > len(sound):
            lacking += _lacked(disagreement, versions, printed)
        else:
            alone += _printed_alone(disagreement, versions, printed)
    yield from lacking
    told = {(finding.language, each) for finding in lacking for each in finding.instead.split(", ")}
    yield from (finding for finding in alone if (finding.language, finding.cited) not in told)


def _is_impossible(split: _Disagreement, printed: _Printed, impossible: _Impossible) -> bool:
    """Whether no text has the number that some versions print; that is told of each of them."""
    return all(
        (each.evidence.paragraph, split.target) in impossible[language]
        for language in split.having
        for each in printed[language][split.target]
    )


def _errs(impossible: Collection[tuple[str, str]], places: Container[str]) -> bool:
    """Whether a version prints a number that no text has at some of the places."""
    return any(paragraph in places for paragraph, _ in impossible)


def _disagreements(printed: _Printed) -> Iterator[_Disagreement]:
    """Yield the targets that some versions print and others do not, sorted."""
    for target in sorted({target for found in printed.values() for target in found}):
        having = sorted(language for language, found in printed.items() if target in found)
        lacking = sorted(printed.keys() - set(having))
        if lacking:
            places = frozenset(each.evidence.paragraph for language in having for each in printed[language][target])
            yield _Disagreement(target, having, lacking, places)


def _lacked(split: _Disagreement, versions: Mapping[str, Version], printed: _Printed) -> Iterator[Finding]:
    """Yield a finding per version that lacks what most have, with what it alone prints at those places."""
    first = printed[split.having[0]][split.target][0]
    others = [printed[language] for language in split.having]
    for language in split.lacking:
        odd = _only(printed[language], split.places, others)
        yield versions[language].finding("versions", first, ", ".join(odd), split.having)


def _printed_alone(split: _Disagreement, versions: Mapping[str, Version], printed: _Printed) -> Iterator[Finding]:
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
