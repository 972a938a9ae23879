"""`Descriptions`: all that a graph says of each subject, in order and without a store.

A store indexes every triple three times before anything is asked. A build asks by subject and property only, so that
lists in memory serve it in a fraction of the time; a store is filled from them where a query or a format needs one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.rdf import vocabulary as v
from graph.rdf.figures import EXAMPLE_CLASSES, Figures
from graph.rdf.graphs import new_graph
from graph.rdf.literal import Triple, is_literal, ntriples, value_of, written
from graph.rdf.serialization import PREFIXES, fresh_name, name, term
from graph.rdf.statements import Statements

if TYPE_CHECKING:
    import rdflib

_BATCH: Final = 50_000
"""Triples that a store takes in at a time."""


class _Form:
    """Where the objects of each property stand in what is said of alike subjects.

    Attributes:
        subjects: those of this form.
        places: property to the places of its objects, as N-Triples sorts properties.
        heads: what Turtle writes before the objects of a property, and their places, `a` first.
    """

    __slots__ = ("heads", "places", "subjects")

    def __init__(self, properties: Sequence[str]) -> None:
        """Note the places of each property.

        Args:
            properties: of each statement, in the order in which they were made.
        """
        self.subjects: list[str] = []
        places: dict[str, list[int]] = {}
        for number, each in enumerate(properties):
            places.setdefault(each, []).append(2 * number + 1)
        self.places = dict(sorted(places.items(), key=lambda item: f"{item[0]}>"))
        heads = [(f"{name(each)} ", where) for each, where in self.places.items() if each != v.TYPE]
        self.heads = [("a ", self.places[v.TYPE]), *heads] if v.TYPE in self.places else heads


class Descriptions:
    """The statements of a graph, the subject of each an IRI."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Take in triples in any order; one that comes several times is said once."""
        self._said: dict[str, list[str]] = {}
        self.add(triples)

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in further triples."""
        self.__dict__.pop("_forms", None)
        last, statements = None, list[str]()
        for subject, predicate, value in triples:
            if subject is not last:
                statements = self._said.setdefault(subject, [])
                last = subject
            statements += (predicate, value)

    def __iter__(self) -> Iterator[Triple]:
        """Yield the triples, as N-Triples sorts them."""
        for subject in self._subjects():
            statements = self._said[subject]
            for predicate, places in self._form(statements).places.items():
                for value in _objects(statements, places):
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
        """Yield what `serialization.turtle` does for the same triples, one subject at a time."""
        yield PREFIXES
        for subject in self._subjects():
            statements = self._said[subject]
            rows = [
                head + term(statements[places[0]])
                if len(places) == 1
                else head + ", ".join(map(term, _objects(statements, places)))
                for head, places in self._form(statements).heads
            ]
            block = " ;\n    ".join(rows)
            yield f"\n{fresh_name(subject)} {block} .\n".encode()

    def statements(self) -> Statements:
        """A reader of the statements, until others are added."""
        return _Described(self._said, self._forms)

    def figures(self) -> Figures:
        """Return how much there is of what, as `stored_figures` counts it."""
        said = self.statements()
        properties: Counter[str] = Counter()
        for form in self._forms.values():
            for predicate, places in form.places.items():
                properties[predicate] += (
                    len(form.subjects)
                    if len(places) == 1
                    else sum(len(_objects(self._said[subject], places)) for subject in form.subjects)
                )
        cited = Counter(value for _, value in said.links(v.CITES))
        examples = [min(cited, key=lambda value: (-cited[value], value))] if cited else []
        examples += [min(found) for kind in EXAMPLE_CLASSES if (found := said.instances(kind))]
        classes = Counter(value for _, value in said.links(v.TYPE))
        objects = {value for statements in self._said.values() for value in statements[1::2]}
        return Figures(dict(properties), dict(classes), len(self._said), len(objects), examples)

    @cached_property
    def _forms(self) -> dict[tuple[str, ...], _Form]:
        """The subjects by what properties they have; there are a few hundred such forms."""
        forms: dict[tuple[str, ...], _Form] = {}
        for subject, statements in self._said.items():
            properties = tuple(statements[::2])
            form = forms.get(properties)
            if form is None:
                form = forms[properties] = _Form(properties)
            form.subjects.append(subject)
        return forms

    def _form(self, statements: list[str]) -> _Form:
        return self._forms[tuple(statements[::2])]

    def _subjects(self) -> list[str]:
        """The subjects as N-Triples sorts them."""
        return sorted(self._said, key=lambda subject: f"{subject}>")


class _Described(Statements):
    """Statements read from descriptions."""

    def __init__(self, said: dict[str, list[str]], forms: dict[tuple[str, ...], _Form]) -> None:
        """Note where to read."""
        super().__init__(ox.Store(), ox.DefaultGraph())
        self._said, self._forms = said, forms

    def values(self, predicate: str) -> dict[str, list[Any]]:
        """Return the objects of each subject, sorted; no list is empty."""
        if predicate not in self._known:
            self._known[predicate] = {
                subject: [value_of(value) for value in _objects(self._said[subject], places)]
                for places, subjects in self._places(predicate)
                for subject in subjects
            }
        return self._known[predicate]

    def links(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield each subject with each of its objects as text, those of a subject sorted."""
        for places, subjects in self._places(predicate):
            for subject in subjects:
                for value in _objects(self._said[subject], places):
                    yield subject, value_of(value).value if is_literal(value) else value

    def first(self, predicate: str) -> dict[str, str]:
        """Return the first object of each subject as text."""
        found = {
            subject: self._said[subject][places[0]] if len(places) == 1 else _objects(self._said[subject], places)[0]
            for places, subjects in self._places(predicate)
            for subject in subjects
        }
        for subject, value in found.items():
            if is_literal(value):
                found[subject] = value_of(value).value
        return found

    def instances(self, kind: str) -> frozenset[str]:
        """Return the subjects that are stated to be of a class."""
        return frozenset(self._instances.get(kind, ()))

    @cached_property
    def _instances(self) -> dict[str, list[str]]:
        """Class to its subjects, some of them more than once."""
        found: dict[str, list[str]] = {}
        for places, subjects in self._places(v.TYPE):
            for subject in subjects:
                statements = self._said[subject]
                for place in places:
                    found.setdefault(statements[place], []).append(subject)
        return found

    def _places(self, predicate: str) -> Iterator[tuple[list[int], list[str]]]:
        """Yield where the objects of a property stand, and the subjects that have it there."""
        for form in self._forms.values():
            if places := form.places.get(predicate):
                yield places, form.subjects


def _objects(statements: list[str], places: list[int]) -> list[str]:
    """Return the objects at some places, each once, as N-Triples sorts them."""
    if len(places) == 1:
        return [statements[places[0]]]
    found = sorted({statements[place] for place in places})
    if any(after.startswith(before) for before, after in pairwise(found)):  # else the angle bracket makes no difference
        found.sort(key=lambda value: value if is_literal(value) else f"{value}>")
    return found
