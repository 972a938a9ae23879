"""`Alike`: subjects of the same classes and with the same properties; the objects of a property are a column."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from operator import lt
from typing import Final, Self

from graph.rdf import vocabulary as v
from graph.rdf.literal import is_literal
from graph.rdf.serialization import fresh_name, names, term, terms
from graph.rdf.standard import SUPERCLASSES, SUPERPROPERTIES

Column = Sequence[str]
"""One object of each subject."""

_EVERYTHING: Final = slice(None)
_PLACE: Final = "\0"
"""What stands in a pattern for an object; no name has it."""


class Alike:
    """Subjects of the same classes and with the same properties.

    Attributes:
        subjects: in the order of N-Triples.
        classes: those that they are of, in the same order.
        columns: property to the columns of its objects, several where a subject may have several; in the same order.
    """

    def __init__(self, subjects: list[str], classes: Iterable[str], columns: Iterable[tuple[str, Column]]) -> None:
        """Keep what is said, and beside it what the standards call the same.

        Args:
            subjects: sorted by `key_of`.
            classes: those that they are of, in any order.
            columns: properties with a column of objects, in any order, several times where there are several objects.
        """
        named = {kind for each in classes for kind in (each, *SUPERCLASSES.get(each, ()))}
        self.subjects = subjects
        self.classes = in_order(named)
        found: dict[str, list[Column]] = {v.TYPE: [[kind] * len(subjects) for kind in self.classes]} if named else {}
        for predicate, column in columns:
            for each in (predicate, *SUPERPROPERTIES.get(predicate, ())):
                found.setdefault(each, []).append(column)
        self._ordered = {predicate for predicate, several in found.items() if len(several) == 1} | {v.TYPE}
        for predicate in found.keys() - self._ordered:
            if ordered := _in_rows(found[predicate]):
                found[predicate] = ordered
                self._ordered.add(predicate)
        self.columns = {predicate: found[predicate] for predicate in in_order(found)}

    @classmethod
    def of(cls, properties: Sequence[str], subjects: list[str], objects: Iterable[Sequence[str]]) -> Iterator[Self]:
        """Yield those of some subjects that are of the same classes together.

        Args:
            properties: of each of the subjects, one for each object.
            subjects: sorted by `key_of`.
            objects: of each of the subjects, in the order of the properties.
        """
        columns = list(zip(properties, zip(*objects, strict=True), strict=True))
        kinds = [column for predicate, column in columns if predicate == v.TYPE]
        others = [(predicate, column) for predicate, column in columns if predicate != v.TYPE]
        members: dict[tuple[str, ...], list[int]] = {}
        for place, classes in enumerate(zip(*kinds, strict=True) if kinds else repeat((), len(subjects))):
            members.setdefault(classes, []).append(place)
        if len(members) == 1:
            yield cls(subjects, next(iter(members)), others)
            return
        for classes, places in members.items():
            yield cls(
                [subjects[place] for place in places],
                classes,
                [(predicate, [column[place] for place in places]) for predicate, column in others],
            )

    def __len__(self) -> int:
        """Return the number of subjects."""
        return len(self.subjects)

    def objects(self, predicate: str, where: slice = _EVERYTHING) -> Iterator[Sequence[str]]:
        """Yield the objects of each subject, each once, as N-Triples sorts them."""
        rows = zip(*(column[where] for column in self.columns[predicate]), strict=True)
        return rows if predicate in self._ordered else map(in_order, rows)

    def count(self, predicate: str) -> int:
        """Return how many statements there are of a property."""
        if predicate in self._ordered:
            return len(self) * len(self.columns[predicate])
        return sum(map(len, self.objects(predicate)))

    def first(self, predicate: str) -> Column:
        """Return the first object of each subject."""
        if predicate in self._ordered:
            return self.columns[predicate][0]
        return [values[0] for values in self.objects(predicate)]

    def statements(self, where: slice) -> Iterator[tuple[str, list[tuple[str, Sequence[str]]]]]:
        """Yield each subject with its properties and their objects, as N-Triples sorts them."""
        rows = zip(*(self.objects(predicate, where) for predicate in self.columns), strict=True)
        for subject, row in zip(self.subjects[where], rows, strict=True):
            yield subject, list(zip(self.columns, row, strict=True))

    def turtle(self, where: slice) -> Iterator[tuple[str, str]]:
        """Yield each subject with what Turtle says of it, its classes first."""
        subjects = self.subjects[where]
        heads = [f"a {', '.join(map(term, self.classes))}"] if self.classes else []
        said: list[Iterable[str]] = [names(subjects)]
        for predicate, columns in self.columns.items():
            if predicate == v.TYPE:
                continue
            if predicate in self._ordered:
                heads.append(f"{fresh_name(predicate)} {', '.join([_PLACE] * len(columns))}")
                said += (terms(column[where]) for column in columns)
            else:
                heads.append(f"{fresh_name(predicate)} {_PLACE}")
                said.append([", ".join(map(term, values)) for values in self.objects(predicate, where)])
        form = " ;\n    ".join(heads).replace("%", "%%").replace(_PLACE, "%s")
        rows = zip(*said, strict=True)
        return zip(subjects, map(f"\n%s {form} .\n".__mod__, rows), strict=True)

    def place_of(self, subject: str | None) -> int:
        """Return how many of the subjects stand before one; all where there is none."""
        return len(self) if subject is None else bisect_left(self.subjects, key_of(subject), key=key_of)

    def release(self, others: Mapping[str, tuple[list[str], list[str]]]) -> None:
        """Give up the subjects of which more is said elsewhere, with their statements.

        Args:
            others: subject to properties and the object of each, to which those known here are added.
        """
        gone = [subject in others for subject in self.subjects]
        if not any(gone):
            return
        for subject, statements in self.statements(_EVERYTHING):
            if subject in others:
                properties, objects = others[subject]
                for name, values in statements:
                    properties += [name] * len(values)
                    objects += values
        self.subjects = _without(gone, self.subjects)
        for columns in self.columns.values():
            columns[:] = [_without(gone, column) for column in columns]


def _without(gone: Sequence[bool], column: Column) -> list[str]:
    """Return what is not marked as gone."""
    return [value for value, is_gone in zip(column, gone, strict=True) if not is_gone]


def _in_rows(columns: Sequence[Column]) -> list[Column] | None:
    """Return columns such that the objects of each subject stand in order; None where a subject has one twice."""
    first = in_order(column[0] for column in columns)
    if len(first) == len(columns):
        ranked = sorted(columns, key=lambda column: first.index(column[0]))
        if all(all(map(lt, one, two)) and not any(map(str.startswith, two, one)) for one, two in pairwise(ranked)):
            return ranked
    rows = [in_order(values) for values in zip(*columns, strict=True)]
    return list(zip(*rows, strict=True)) if all(len(row) == len(columns) for row in rows) else None


def sorted_subjects(subjects: Iterable[str]) -> list[str]:
    """Return IRIs as N-Triples sorts them."""
    found = sorted(subjects)
    if any(map(str.startswith, found[1:], found)):  # else the angle bracket behind them makes no difference
        found.sort(key=key_of)
    return found


def places_in_order(subjects: Sequence[str], guess: Sequence[int] = ()) -> Sequence[int]:
    """Return the place of each of some IRIs, as N-Triples sorts these.

    Args:
        subjects: the IRIs.
        guess: what it may be, such as the order of other IRIs that end in the same hashes.
    """
    if len(guess) == len(subjects):
        found = [subjects[place] for place in guess]
        if all(map(lt, found, found[1:])) and not any(map(str.startswith, found[1:], found)):
            return guess
    order = sorted(range(len(subjects)), key=subjects.__getitem__)
    found = [subjects[place] for place in order]
    if any(map(str.startswith, found[1:], found)):
        order.sort(key=lambda place: key_of(subjects[place]))
    return order


def key_of(subject: str) -> str:
    """Return what N-Triples sorts an IRI by."""
    return f"{subject}>"


def in_order(values: Iterable[str]) -> list[str]:
    """Return objects, each once, as N-Triples sorts them."""
    found = sorted(set(values))
    if any(after.startswith(before) for before, after in pairwise(found)):  # else the angle bracket makes no difference
        found.sort(key=lambda value: value if is_literal(value) else key_of(value))
    return found
