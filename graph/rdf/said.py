"""`Said`: what is said of a subject, kept together: a build makes a million statements, most of them in such groups."""

from collections.abc import Iterable, Iterator, Sequence

from graph.rdf.literal import Triple

Said = tuple[str, Sequence[str], Sequence[str]]
"""A subject, properties, and an object of each; the properties are a tuple where nothing else is said of it."""


def by_subject(triples: Iterable[Triple]) -> Iterator[Said]:
    """Yield triples, those of a subject that follow each other together."""
    last, properties, objects = "", list[str](), list[str]()
    for subject, predicate, value in triples:
        if subject != last:
            if properties:
                yield last, properties, objects
            last, properties, objects = subject, [], []
        properties.append(predicate)
        objects.append(value)
    if properties:
        yield last, properties, objects


def as_triples(said: Iterable[Said]) -> Iterator[Triple]:
    """Yield what is said as triples."""
    for subject, properties, objects in said:
        for predicate, value in zip(properties, objects, strict=True):
            yield subject, predicate, value


def in_turn(subject: str, said: Sequence[str]) -> Said:
    """Return all that is said of a subject, from its properties and their objects in turn."""
    return subject, tuple(said[::2]), said[1::2]
