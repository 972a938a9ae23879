"""`Descriptions`: all that a graph says of each subject, as N-Triples writes it, sorted and written without a store.

A store indexes every triple three times before anything is asked. A build asks by subject and predicate only, so that
text in memory serves it in a fraction of the time; a store is filled from it where a query or a format needs one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any, Final, NamedTuple

import pyoxigraph as ox
import rdflib

from graph.rdf import vocabulary as v
from graph.rdf.graphs import new_graph
from graph.rdf.literal import Triple
from graph.rdf.statements import Statements

_PLAIN_END: Final = '"'
_BATCH: Final = 50_000
"""Lines that a store takes in at a time."""


class Value(NamedTuple):
    """The object of a statement.

    Attributes:
        value: an IRI, or the text of a literal.
        language: of a literal; None where it has none.
    """

    value: str
    language: str | None = None


class Descriptions:
    """The statements of a graph by subject, each subject an IRI."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Take in triples in any order; one that comes several times is said once."""
        self._said: dict[str, list[str]] = {}
        self.add(triples)

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in further triples."""
        fresh: defaultdict[str, list[str]] = defaultdict(list)
        for subject, predicate, said in triples:
            fresh[subject].append(f"<{predicate}> <{said}>" if isinstance(said, str) else f"<{predicate}> {said}")
        for subject, statements in fresh.items():
            self._said[subject] = sorted({*statements, *self._said.get(subject, ())})

    def __iter__(self) -> Iterator[tuple[str, list[str]]]:
        """Yield subjects in angle brackets with their statements (predicate, blank, object), all as N-Triples sorts."""
        for subject in sorted(self._said, key=lambda subject: f"{subject}>"):
            yield f"<{subject}>", self._said[subject]

    @property
    def lines(self) -> Iterator[bytes]:
        """The triples as sorted lines of N-Triples without line ends."""
        return (f"{subject} {statement} .".encode() for subject, statements in self for statement in statements)

    @cached_property
    def graph(self) -> rdflib.Graph:
        """The same in a store; what is added later is not in it."""
        store, batch = ox.Store(), list[bytes]()
        for line in chain(self.lines, (None,)):
            if line is not None:
                batch.append(line)
            if line is None or len(batch) >= _BATCH:
                store.bulk_load(b"\n".join(batch), format=ox.RdfFormat.N_TRIPLES)
                batch.clear()
        return new_graph(store)

    def statements(self) -> Statements:
        """A reader of the statements."""
        return _Described(self._said)


class _Described(Statements):
    """Statements read from descriptions."""

    def __init__(self, said: dict[str, list[str]]) -> None:
        """Note which subjects have which predicate."""
        super().__init__(ox.Store(), ox.DefaultGraph())
        self._of: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for subject, statements in said.items():
            for statement in statements:
                subjects, objects = self._of[statement[1 : statement.index(">")]]
                subjects.append(subject)
                objects.append(statement)

    def values(self, predicate: str) -> dict[str, list[Any]]:
        """Return the objects of each subject, sorted; no list is empty."""
        if predicate not in self._known:
            found: dict[str, list[Any]] = {}
            begin = len(predicate) + 3
            for subject, statement in zip(*self._of.get(predicate, ((), ())), strict=True):
                value = _value(statement[begin:])
                if subject in found:
                    found[subject].append(value)
                else:
                    found[subject] = [value]
            self._known[predicate] = found
        return self._known[predicate]

    def instances(self, kind: str) -> frozenset[str]:
        """Return the subjects that are stated to be of a class."""
        wanted = f"<{v.TYPE}> <{kind}>"
        pairs = zip(*self._of.get(v.TYPE, ((), ())), strict=True)
        return frozenset(subject for subject, statement in pairs if statement == wanted)


def _value(written: str) -> Value:
    """An object as N-Triples writes it."""
    if written[0] == "<":
        return Value(written[1:-1])
    if "\\" in written:
        quad = next(iter(ox.parse(f"<x:s> <x:p> {written} .", format=ox.RdfFormat.N_TRIPLES)))
        literal: Any = quad.object
        return Value(literal.value, literal.language)
    end = written.rindex(_PLAIN_END)
    return Value(written[1:end], written[end + 2 :] if written[end + 1 : end + 2] == "@" else None)
