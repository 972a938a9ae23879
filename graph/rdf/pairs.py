"""Citations as CiTO has them: one for each citing and cited work, however often and in whichever language it is made.

https://sparontologies.github.io/cito/current/cito.html, and OpenCitations, whose model has the annotations of a text
lead to the citation as their body (`oa:hasBody`).
"""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from extract.model.citation import Evidence
from extract.model.relations import load_acts
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, is_day, typed
from graph.rdf.said import Said, in_turn

_CITO: Final = "cito:"
_RELATIONS: Final = frozenset(v.RELATION_PROPERTIES.values())
_BY_BASIS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("pursuant", "acting-under"), v.CITO + "citesAsAuthority")
)
"""Basis of a reference to the property of CiTO that says the same, whatever the act of its clause."""


class Pairs:
    """The citations of a graph: `cite` each reference, then take what is `said` once the dates of works are known."""

    def __init__(self) -> None:
        """Start without citations."""
        self._named: dict[tuple[str, str], set[str]] = {}

    def cite(self, citing: str, cited: str, evidence: Evidence, expression: str) -> None:
        """Note what a reference adds to the citation between two works.

        Args:
            citing: key of the citing work.
            cited: key of the cited work.
            evidence: of the reference.
            expression: IRI of the language version that it stands in.
        """
        named = self._named.get((citing, cited))
        if named is None:
            named = self._named[citing, cited] = set()
        named.add(expression)
        named.update(_characters(evidence.relation, evidence.basis))

    def __contains__(self, pair: tuple[str, str]) -> bool:
        """Return whether a work cites another, by their keys."""
        return pair in self._named

    def said(self, dates: Mapping[str, str]) -> Iterator[Said]:
        """Yield the citations, and the direct edges between the works.

        A citation says when it was made, and how much time lies between the two works where both are dated. A text that
        cites a later one gets no time: rdflib cannot read a duration that is negative.

        Args:
            dates: ISO date by the IRI of a work.
        """
        for (citing, cited), named in self._named.items():
            one, other = iri.work_iri(citing), iri.work_iri(cited)
            edges = [v.CITES, *(name for name in named if name in _RELATIONS)]
            yield one, edges, [other] * len(edges)
            said = [v.TYPE, v.CITATION_CLASS, v.HAS_CITING, one, v.HAS_CITED, other]
            for name in sorted(named):
                said += v.CHARACTERISED if name in _RELATIONS or name.startswith(v.CITO) else v.DERIVED_FROM, name
            yield in_turn(iri.citation_iri(citing, cited), said + _time(dates.get(one), dates.get(other)))


def _time(made: str | None, of: str | None) -> list[str]:
    """Return when a citation was made and the time that it spans, as far as they are known: properties and objects."""
    if made is None:
        return []
    said = [v.CITED_ON, typed(made, v.XSD + "date")]
    return [*said, v.TIME_SPAN, typed(span(of, made), v.XSD + "duration")] if of is not None and of <= made else said


def span(earlier: str, later: str) -> str:
    """Return the time from one date to another as a duration of XML Schema: `P3Y2M5D`.

    Args:
        earlier: ISO date of the cited work.
        later: ISO date of the citing work; not before the other.
    """
    begin, end = date.fromisoformat(earlier), date.fromisoformat(later)
    if begin == end:
        return "PT0S"
    months = (end.year - begin.year) * 12 + end.month - begin.month
    if _after(begin, months) > end:
        months -= 1
    days = (end - _after(begin, months)).days
    parts = ((months // 12, "Y"), (months % 12, "M"), (days, "D"))
    return "P" + "".join(f"{count}{unit}" for count, unit in parts if count)


def _after(begin: date, months: int) -> date:
    """Return a date some months later, the last day of a month that is too short."""
    year, month = divmod(begin.month - 1 + months, 12)
    last = calendar.monthrange(begin.year + year, month + 1)[1]
    return date(begin.year + year, month + 1, min(begin.day, last))


@lru_cache(maxsize=256)
def _characters(relation: str, basis: str | None) -> tuple[str, ...]:
    """Return the property of an act, and that of CiTO that a reference amounts to, if one says the same.

    What is the object of "reaffirms" is confirmed; what "reaffirms its commitment pursuant to" names is an authority.
    """
    own = v.RELATION_PROPERTIES[relation]
    if known := _BY_BASIS.get(basis or ""):
        return own, known
    matches = load_acts()[relation].matches or ""
    is_object = basis == "object" and matches.startswith(_CITO)
    return (own, v.CITO + matches.removeprefix(_CITO)) if is_object else (own,)


def dated(triple: Triple) -> Iterator[tuple[str, str]]:
    """Yield the work and the date that a triple of `dcterms:issued` gives it, if it is one of the calendar."""
    subject, _, said = triple
    written = said[1:11]
    if is_day(written):
        yield subject, written
