"""Statements of one graph in a store, read one predicate at a time."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.rdf.graphs import GraphName
from graph.rdf.literal import node

Column = Sequence[str | None]
"""A text for each of some subjects, None for one that has none."""


class Statements:
    """The statements of one graph whose subject is an IRI.

    Each predicate is read from the store once and kept as long as this reader exists.
    """

    def __init__(self, store: ox.Store, name: GraphName) -> None:
        """Make a reader; statements are read when they are asked for.

        Args:
            store: holds the graph.
            name: of the graph in the store.
        """
        self._store, self._name = store, name
        self._known: dict[str, dict[str, list[Any]]] = {}

    def values(self, predicate: str) -> dict[str, list[Any]]:
        """Return the objects of each subject as pyoxigraph terms, sorted; no list is empty."""
        if predicate not in self._known:
            found: dict[str, list[Any]] = {}
            for quad in self._store.quads_for_pattern(None, node(predicate), None, self._name):
                if isinstance(quad.subject, ox.NamedNode):
                    found.setdefault(quad.subject.value, []).append(quad.object)
            for objects in found.values():
                if len(objects) > 1:
                    objects.sort(key=str)
            self._known[predicate] = found
        return self._known[predicate]

    def instances(self, kind: str) -> frozenset[str]:
        """Return the subjects that are stated to be of a class."""
        quads = self._store.quads_for_pattern(None, node(v.TYPE), node(kind), self._name)
        return frozenset(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))

    def first(self, predicate: str) -> dict[str, str]:
        """Return the first object of each subject as text."""
        return {subject: str(objects[0].value) for subject, objects in self.values(predicate).items()}

    def through(self, first: str, then: str) -> dict[str, str]:
        """Return the first object of the first object of each subject, for subjects that have both."""
        further = self.first(then)
        return {subject: further[node] for subject, node in self.first(first).items() if node in further}

    def tables(self, having: str, predicates: Sequence[str]) -> Iterator[tuple[Sequence[str], list[Column]]]:
        """Yield the subjects that have a property, many at a time, with a column for each of some properties.

        A column has the first object of each subject as text, None where it has none.
        """
        subjects = list(self.values(having))
        yield subjects, [list(map(self.first(predicate).get, subjects)) for predicate in predicates]

    def texts(self, subject: str, predicate: str) -> list[str]:
        """Return the objects of a subject as text, sorted."""
        return [str(term.value) for term in self.values(predicate).get(subject, ())]

    def links(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield each subject with each of its objects as text, those of a subject sorted."""
        for subject, objects in self.values(predicate).items():
            for term in objects:
                yield subject, str(term.value)

    def text(self, subject: str, predicate: str) -> str | None:
        """Return the first object of a subject as text; None if it has none."""
        objects = self.values(predicate).get(subject)
        return str(objects[0].value) if objects else None

    def text_or_empty(self, subject: str, predicate: str) -> str:
        """Return the first object of a subject as text; an empty string if it has none."""
        return self.text(subject, predicate) or ""

    def number(self, subject: str, predicate: str) -> int | None:
        """Return the first object of a subject as a whole number; None if it is not one."""
        found = self.text(subject, predicate)
        return int(found) if found and found.removeprefix("-").isdecimal() else None

    @cached_property
    def keys(self) -> dict[str, str]:
        """The key of each work by its IRI."""
        return self.first(v.IDENTIFIER)
