"""The concepts that the citations of a graph carry, with their labels: no client needs the ontology to show them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

import pyoxigraph as ox

from extract.model.citation import Evidence
from extract.model.relations import load_acts
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, is_literal, number, text

_NO_CONCEPTS: Final = frozenset({v.RDF + "Property", v.OWL + "Class"})


class Concepts:
    """Relations, bases, degrees of certainty, roles and events: `use` each evidence, then take the `triples`."""

    def __init__(self) -> None:
        """Start without concepts."""
        self._relations: set[str] = set()
        self._others: set[str] = set()

    def use(self, evidence: Evidence) -> None:
        """Note what an evidence says by concepts."""
        self._relations.add(evidence.relation)
        self._others.add(v.CERTAINTY_CONCEPTS[evidence.certainty])
        if evidence.basis:
            self._others.add(v.BASIS_CONCEPTS[evidence.basis])
        if evidence.role:
            self._others.add(v.ROLE_CONCEPTS[evidence.role])
        if evidence.date_of:
            self._others.add(v.DATE_OF_CONCEPTS[evidence.date_of])

    def use_kind(self, kind: str) -> None:
        """Note the kind of a work."""
        self._others.add(kind)

    def triples(self) -> Iterator[Triple]:
        """Yield each concept that was used: its classes, its name in rows, its labels, its scheme."""
        for name in sorted(self._relations):
            relation = v.RELATION_PROPERTIES[name]
            yield relation, v.SUBPROPERTY, v.CITES
            yield relation, v.STANCE, text(load_acts()[name].stance)
            yield relation, v.STRENGTH, number(load_acts()[name].strength)
            yield from _described(relation)
        for concept in sorted(self._others):
            yield from _described(concept)


def _described(name: str) -> Iterator[Triple]:
    """Yield what the ontology says of a concept in the words of SKOS."""
    for predicate, value in _ontology().get(name, ()):
        if predicate in {v.TYPE, v.NOTATION, v.IN_SCHEME} and value not in _NO_CONCEPTS:
            yield name, predicate, value
        elif predicate == v.LABEL:
            yield name, v.PREF_LABEL, value
        if predicate == v.IN_SCHEME and not is_literal(value):
            yield name, v.TOP_CONCEPT_OF, value  # no scheme of ours has concepts below others
            yield value, v.HAS_TOP_CONCEPT, name
            yield from _described(value)


@lru_cache(maxsize=1)
def _ontology() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return what the ontology says: term → (property, object) pairs."""
    source = (files("graph.rdf") / "ontology.ttl").read_bytes()
    said: dict[str, list[tuple[str, str]]] = {}
    for quad in ox.parse(source, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            value = quad.object.value if isinstance(quad.object, ox.NamedNode) else str(quad.object)
            said.setdefault(quad.subject.value, []).append((quad.predicate.value, value))
    return {name: tuple(values) for name, values in said.items()}
