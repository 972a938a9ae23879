"""What the statements about a citation say, read back from a graph."""

from functools import cached_property
from typing import Any

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.rdf.graphs import GraphName
from graph.rdf.literal import node


class Reader:
    """What one graph of a store says, a property at a time."""

    def __init__(self, store: ox.Store, name: GraphName) -> None:
        """Read from one graph of a store."""
        self._store = store
        self._name = name

    def values(self, predicate: str) -> dict[str, list[Any]]:
        """Objects by subject, sorted; an IRI is a NamedNode."""
        found: dict[str, list[Any]] = {}
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, self._name):
            if isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.subject.value, []).append(quad.object)
        for values in found.values():
            if len(values) > 1:
                values.sort(key=str)
        return found


class Said:
    """What a graph says, a property at a time."""

    def __init__(self, store: ox.Store, name: GraphName) -> None:
        """Ask one graph of a store."""
        self._store, self._name = store, name
        self._known: dict[str, dict[str, list[Any]]] = {}

    def all(self, predicate: str) -> dict[str, list[Any]]:
        """Objects by subject, sorted."""
        if predicate not in self._known:
            found: dict[str, list[Any]] = {}
            for quad in self._store.quads_for_pattern(None, node(predicate), None, self._name):
                if isinstance(quad.subject, ox.NamedNode):
                    found.setdefault(quad.subject.value, []).append(quad.object)
            self._known[predicate] = {subject: sorted(objects, key=str) for subject, objects in found.items()}
        return self._known[predicate]

    def one(self, predicate: str) -> dict[str, str]:
        """The first object of each subject, as text."""
        return {subject: str(objects[0].value) for subject, objects in self.all(predicate).items()}

    def texts(self, subject: str, predicate: str) -> list[str]:
        """All objects of a subject, as texts."""
        return [str(said.value) for said in self.all(predicate).get(subject, ())]

    def text(self, subject: str, predicate: str) -> str | None:
        """The first object of a subject, as text."""
        return next(iter(self.texts(subject, predicate)), None)

    def number(self, subject: str, predicate: str) -> int | None:
        """The first object of a subject, as a whole number; None when it is none."""
        found = self.text(subject, predicate)
        return int(found) if found and found.removeprefix("-").isdecimal() else None

    @cached_property
    def keys(self) -> dict[str, str]:
        """Key of each work."""
        return self.one(v.IDENTIFIER)
