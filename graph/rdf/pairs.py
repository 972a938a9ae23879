"""Citations as CiTO has them: one for each citing and cited work, however often and in whichever language it is made.

https://sparontologies.github.io/cito/current/cito.html, and OpenCitations, whose model has the annotations of a text
lead to the citation as their body (`oa:hasBody`).
"""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from extract.model.citation import Evidence
from extract.model.relations import load_acts
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, is_day, typed

_CITO: Final = "cito:"
_BY_BASIS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("pursuant", "acting-under"), v.CITO + "citesAsAuthority")
)
"""Basis of a reference to the property of CiTO that says the same, whatever the act of its clause."""


class Pairs:
    """The citations of a graph: `cite` each reference, then take the `spans` once the dates of works are known."""

    def __init__(self) -> None:
        """Start without citations."""
        self._said: dict[tuple[str, str], set[str]] = {}

    def cite(self, citing: str, cited: str, evidence: Evidence, expression: str) -> Iterator[Triple]:
        """Yield what a reference adds to the citation between two works, and the direct edges between them.

        Args:
            citing: key of the citing work.
            cited: key of the cited work.
            evidence: of the reference.
            expression: IRI of the language version that it stands in.
        """
        said = self._said.setdefault((citing, cited), set())
        relation = v.RELATION_PROPERTIES[evidence.relation]
        characters = [name for name in (relation, _character(evidence)) if name and name not in said]
        is_new = not said
        if not is_new and not characters and expression in said:
            return
        citation, one, other = iri.citation_iri(citing, cited), iri.work_iri(citing), iri.work_iri(cited)
        if is_new:
            yield one, v.CITES, other
            yield citation, v.TYPE, v.CITATION_CLASS
            yield citation, v.HAS_CITING, one
            yield citation, v.HAS_CITED, other
        for name in characters:
            yield citation, v.CHARACTERISED, name
        if relation not in said:
            yield one, relation, other
        if expression not in said:
            yield citation, v.DERIVED_FROM, expression
        said.update((*characters, expression))

    def __contains__(self, pair: tuple[str, str]) -> bool:
        """Return whether a work cites another, by their keys."""
        return pair in self._said

    def spans(self, dates: Mapping[str, str]) -> Iterator[Triple]:
        """Yield when each citation was made, and how much time lies between the two works where both are dated.

        A text that cites a later one gets no time: rdflib cannot read a duration that is negative.

        Args:
            dates: ISO date by the IRI of a work.
        """
        for citing, cited in self._said:
            made, of = dates.get(iri.work_iri(citing)), dates.get(iri.work_iri(cited))
            if made is None:
                continue
            citation = iri.citation_iri(citing, cited)
            yield citation, v.CITED_ON, typed(made, v.XSD + "date")
            if of is not None and of <= made:
                yield citation, v.TIME_SPAN, typed(span(of, made), v.XSD + "duration")


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


def _character(evidence: Evidence) -> str | None:
    """Return the property of CiTO that a reference amounts to; None where none says the same.

    What is the object of "reaffirms" is confirmed; what "reaffirms its commitment pursuant to" names is an authority.
    """
    if known := _BY_BASIS.get(evidence.basis or ""):
        return known
    matches = load_acts()[evidence.relation].matches or ""
    is_object = evidence.basis == "object" and matches.startswith(_CITO)
    return v.CITO + matches.removeprefix(_CITO) if is_object else None


def dated(triple: Triple) -> Iterator[tuple[str, str]]:
    """Yield the work and the date that a triple of `dcterms:issued` gives it, if it is one of the calendar."""
    subject, _, said = triple
    written = said[1:11]
    if is_day(written):
        yield subject, written
