"""`Descriptions`: all that a graph says of each subject, in order and without a store.

A store indexes every triple three times before anything is asked. A build asks by property and class only, so that
columns in memory serve it in a fraction of the time; a store is filled from them where a query or a format needs one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, Self

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.rdf.alike import Alike, places_in_order, sorted_subjects
from graph.rdf.figures import EXAMPLE_CLASSES, Figures
from graph.rdf.graphs import new_graph
from graph.rdf.literal import Triple, ntriples, text_of, texts_of, value_of, written
from graph.rdf.said import Said, by_subject
from graph.rdf.serialization import PREFIXES
from graph.rdf.statements import Column, Statements

if TYPE_CHECKING:
    import rdflib

_BATCH: Final = 50_000
"""Triples that a store takes in at a time."""

_PART: Final = 8192
"""Subjects that are written at a time, about."""

_STEP: Final = 64
"""One in so many subjects tells where such a part ends."""


class Descriptions:
    """The statements of a graph, the subject of each an IRI, with what the standards call the same."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        """Take in triples in any order; one that comes several times is said once."""
        self._alike: list[Alike] = []
        self.add(triples)

    @classmethod
    def of(cls, found: Iterable[Said]) -> Self:
        """Make descriptions of what is said, in any order."""
        descriptions = cls()
        descriptions.take(found)
        return descriptions

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in further triples."""
        self.take(by_subject(triples))

    def take(self, found: Iterable[Said]) -> None:
        """Take in more that is said."""
        alone: dict[tuple[str, ...], tuple[list[str], list[Sequence[str]]]] = {}
        said: dict[str, tuple[list[str], list[str]]] = {}
        seen: set[str] = set()
        for subject, properties, objects in found:
            if isinstance(properties, tuple) and subject not in seen and subject not in said:
                seen.add(subject)
                subjects, having = alone.get(properties) or alone.setdefault(properties, ([], []))
                subjects.append(subject)
                having.append(objects)
            elif known := said.get(subject):
                known[0].extend(properties)
                known[1].extend(objects)
            else:
                said[subject] = [*properties], [*objects]
        self._alike += _alike(alone)
        for alike in self._alike:
            alike.release(said)
        self._alike = [*filter(len, self._alike), *_grouped(said)]

    def __iter__(self) -> Iterator[Triple]:
        """Yield the triples, as N-Triples sorts them."""
        for part in self._parts():
            said = dict(chain.from_iterable(alike.statements(where) for alike, where in part))
            for subject in sorted_subjects(said):
                for predicate, values in said[subject]:
                    for value in values:
                        yield subject, predicate, value

    @property
    def lines(self) -> Iterator[bytes]:
        """The triples as sorted lines of N-Triples without line ends."""
        return (f"<{subject}> <{predicate}> {written(value)} .".encode() for subject, predicate, value in self)

    @cached_property
    def graph(self) -> "rdflib.Graph":
        """The same in a store; what is added later is not in it."""
        store, triples = ox.Store(), iter(self)
        while batch := ntriples(islice(triples, _BATCH)):
            store.bulk_load(batch, format=ox.RdfFormat.N_TRIPLES)
        return new_graph(store)

    def turtle(self) -> Iterator[bytes]:
        """Yield what `serialization.turtle` does for the same triples, many subjects at a time."""
        yield PREFIXES
        for part in self._parts():
            blocks = dict(chain.from_iterable(alike.turtle(where) for alike, where in part))
            yield "".join(blocks[subject] for subject in sorted_subjects(blocks)).encode()

    def statements(self) -> Statements:
        """A reader of the statements, until others are added."""
        return _Described(self._alike)

    def figures(self) -> Figures:
        """Return how much there is of what, as `stored_figures` counts it."""
        properties, classes = Counter[str](), Counter[str]()
        objects: set[str] = set()
        for alike in self._alike:
            classes.update(dict.fromkeys(alike.classes, len(alike)))
            for predicate, columns in alike.columns.items():
                properties[predicate] += alike.count(predicate)
                objects.update(*columns)
        return Figures(dict(properties), dict(classes), sum(map(len, self._alike)), len(objects), self._examples())

    def _examples(self) -> list[str]:
        """Return the text that most others cite, a citation, and a language version, as far as there are any."""
        said = self.statements()
        cited = Counter(value for _, value in said.links(v.CITES))
        examples = [min(cited, key=lambda value: (-cited[value], value))] if cited else []
        return examples + [min(found) for kind in EXAMPLE_CLASSES if (found := said.instances(kind))]

    def _parts(self) -> Iterator[list[tuple[Alike, slice]]]:
        """Yield the subjects in order, some thousand at a time: where they are among those that are alike."""
        sample = sorted_subjects(chain.from_iterable(alike.subjects[::_STEP] for alike in self._alike))
        ends = [*sample[_PART // _STEP :: _PART // _STEP], None]
        done = dict.fromkeys(self._alike, 0)
        for end in ends:
            part = [(alike, slice(done[alike], alike.place_of(end))) for alike in done]
            yield [(alike, where) for alike, where in part if where.start < where.stop]
            done = {alike: where.stop for alike, where in part if where.stop < len(alike)}


_Groups = Mapping[tuple[str, ...], tuple[list[str], list[Sequence[str]]]]
"""Properties to the subjects that have them, and the objects of each."""


def _grouped(said: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> Iterator[Alike]:
    """Yield subjects that are alike together.

    Args:
        said: subject to the properties of its statements, and the object of each.
    """
    found: dict[tuple[str, ...], tuple[list[str], list[Sequence[str]]]] = {}
    for subject, (properties, objects) in said.items():
        subjects, having = found.setdefault(tuple(properties), ([], []))
        subjects.append(subject)
        having.append(objects)
    yield from _alike(found)


def _alike(found: _Groups) -> Iterator[Alike]:
    """Yield subjects with the same properties, those of the same classes together."""
    order: Sequence[int] = ()
    for properties, (subjects, objects) in found.items():
        order = places_in_order(subjects, guess=order)
        yield from Alike.of(properties, [subjects[place] for place in order], (objects[place] for place in order))


class _Described(Statements):
    """Statements read from descriptions."""

    def __init__(self, alike: Iterable[Alike]) -> None:
        """Note where to read."""
        super().__init__(ox.Store(), ox.DefaultGraph())
        self._alike = alike

    def values(self, predicate: str) -> dict[str, list[Any]]:
        """Return the objects of each subject, sorted; no list is empty."""
        if predicate not in self._known:
            self._known[predicate] = {
                subject: list(map(value_of, values))
                for alike in self._having(predicate)
                for subject, values in zip(alike.subjects, alike.objects(predicate), strict=True)
            }
        return self._known[predicate]

    def links(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield each subject with each of its objects as text, those of a subject sorted."""
        for alike in self._having(predicate):
            for subject, values in zip(alike.subjects, alike.objects(predicate), strict=True):
                for value in values:
                    yield subject, text_of(value)

    def first(self, predicate: str) -> dict[str, str]:
        """Return the first object of each subject as text."""
        found: dict[str, str] = {}
        for alike in self._having(predicate):
            found.update(zip(alike.subjects, texts_of(alike.first(predicate)), strict=True))
        return found

    def tables(self, having: str, predicates: Sequence[str]) -> Iterator[tuple[Sequence[str], list[Column]]]:
        """Yield the subjects that have a property, many at a time, with a column for each of some properties."""
        for alike in self._having(having):
            nothing = [None] * len(alike)
            yield (
                alike.subjects,
                [
                    list(texts_of(alike.first(predicate))) if predicate in alike.columns else nothing
                    for predicate in predicates
                ],
            )

    def instances(self, kind: str) -> frozenset[str]:
        """Return the subjects that are stated to be of a class."""
        return frozenset(chain.from_iterable(alike.subjects for alike in self._alike if kind in alike.classes))

    def _having(self, predicate: str) -> Iterator[Alike]:
        return (alike for alike in self._alike if predicate in alike.columns)
