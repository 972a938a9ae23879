"""`Figures`: how much a graph holds of what, counted by queries over a store."""

from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from graph.rdf import vocabulary as v

EXAMPLE_CLASSES: Final = (v.CITATION_CLASS, v.EXPRESSION_CLASS)
"""Classes of which a graph's description names the first node."""

_BY_PROPERTY: Final = "SELECT ?of (COUNT(*) AS ?n) { ?s ?of ?o } GROUP BY ?of"
_BY_CLASS: Final = "SELECT ?of (COUNT(DISTINCT ?s) AS ?n) { ?s a ?of } GROUP BY ?of"
_SUBJECTS: Final = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
_OBJECTS: Final = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"
_MOST_CITED: Final = f"SELECT ?x {{ ?citing <{v.CITES}> ?x }} GROUP BY ?x ORDER BY DESC(COUNT(?citing)) ?x LIMIT 1"
_EXAMPLES: Final = (
    _MOST_CITED,
    *(f"SELECT (MIN(?c) AS ?x) {{ ?c a <{kind}> }} HAVING(COUNT(?c) > 0)" for kind in EXAMPLE_CLASSES),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a graph holds.

    Attributes:
        properties: triples of each property.
        classes: nodes of each class.
        subjects: nodes that something is said of.
        objects: nodes and literals that are said of something.
        examples: the text that most others cite, a citation, and a language version, as far as there are any.
    """

    properties: dict[str, int]
    classes: dict[str, int]
    subjects: int
    objects: int
    examples: list[str]


def stored_figures(store: ox.Store) -> Figures:
    """Return the figures of a graph.

    Args:
        store: holds the graph as its default graph.
    """
    return Figures(
        _counted(store, _BY_PROPERTY),
        _counted(store, _BY_CLASS),
        sum(int(solution["n"].value) for solution in _solutions(store, _SUBJECTS)),
        sum(int(solution["n"].value) for solution in _solutions(store, _OBJECTS)),
        [solution["x"].value for example in _EXAMPLES for solution in _solutions(store, example)],
    )


def _counted(store: ox.Store, query: str) -> dict[str, int]:
    """Return how often each property or class occurs."""
    return {solution["of"].value: int(solution["n"].value) for solution in _solutions(store, query)}


def _solutions(store: ox.Store, query: str) -> Any:  # noqa: ANN401  # pyoxigraph has no common base of answers
    """Return the solutions of a SELECT query."""
    return store.query(query)
