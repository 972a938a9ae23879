"""What a graph says of itself: its size, vocabularies, licence, sources and files, in the terms of VoID and DCAT.

https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/. Every count is a query's answer over the graph. The
description stands beside the graph, not in it, so that it does not count itself. Addresses of files are relative:
wherever the folder is served, they lead to its files.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from types import MappingProxyType
from typing import Any, Final

import pyoxigraph as ox

from graph.rdf import serialization
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, node, number, text

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
MEDIA: Final = "https://www.iana.org/assignments/media-types/"
ONTOLOGY: Final = v.RECALLING + "ontology"
SHAPES: Final = v.RECALLING + "shapes"
LICENCE: Final = "https://spdx.org/licenses/MIT"

_HERE: Final = "x-here:"  # stands before a relative address until it is written; no address of the graph begins so
_PREFIXES: Final[Mapping[str, str]] = MappingProxyType({"dcat": DCAT, "owl": OWL, "void": VOID})
_TITLE: Final = "Citations of United Nations documents"
_DESCRIPTION: Final = (
    "Which texts cite which, how and with which words, as `recalling build` found it in the documents that it read."
)
_RIGHTS: Final = (
    "The statements are under the licence given. Quotes and titles are of documents of the United Nations and of other"
    " bodies, whose own terms apply; facts of the catalogue and the registry name their sources with their terms."
)
_SOURCES: Final = ("https://documents.un.org/", "https://digitallibrary.un.org/", "https://treaties.un.org/")
_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".ttl": "text/turtle",
        ".nt": "application/n-triples",
        ".nq": "application/n-quads",
        ".jsonld": "application/ld+json",
        ".jsonl": "application/jsonl",
        ".csv": "text/csv",
        ".graphml": "application/graphml+xml",
    }
)
_BY_PROPERTY: Final = "SELECT ?of (COUNT(*) AS ?n) { ?s ?of ?o } GROUP BY ?of"
_BY_CLASS: Final = "SELECT ?of (COUNT(DISTINCT ?s) AS ?n) { ?s a ?of } GROUP BY ?of"
_SUBJECTS: Final = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
_OBJECTS: Final = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"
_EXAMPLES: Final = (
    f"SELECT ?x {{ ?citing <{v.CITES}> ?x }} GROUP BY ?x ORDER BY DESC(COUNT(?citing)) ?x LIMIT 1",
    f"SELECT (MIN(?c) AS ?x) {{ ?c a <{v.CITATION_CLASS}> }} HAVING(COUNT(?c) > 0)",
    f"SELECT (MIN(?e) AS ?x) {{ ?e a <{v.EXPRESSION_CLASS}> }} HAVING(COUNT(?e) > 0)",
)
"""Queries for the text that most others cite, a citation, and a language version."""


def dataset_turtle(store: ox.Store, files: Sequence[str]) -> bytes:
    """Return the description of a graph as Turtle.

    Args:
        store: holds the graph as its default graph.
        files: names of the files beside it in which it can be had.
    """
    said = [
        ox.Triple(node(subject), node(predicate), node(value) if isinstance(value, str) else value)
        for subject, predicate, value in _description(store, files)
    ]
    lines = sorted((ox.serialize(said, format=ox.RdfFormat.N_TRIPLES) or b"").split(b"\n")[:-1])
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _PREFIXES.items()).encode()
    return head + b"".join(serialization.turtle(serialization.described(dict.fromkeys(lines)))).replace(
        f"<{_HERE}".encode(), b"<"
    )


def _description(store: ox.Store, files: Sequence[str]) -> Iterator[Triple]:
    """Yield the description of the graph and of the files in which it can be had."""
    yield v.GRAPH, v.TYPE, VOID + "Dataset"
    yield v.GRAPH, v.TYPE, DCAT + "Dataset"
    yield v.GRAPH, v.TITLE, text(_TITLE, "en")
    yield v.GRAPH, v.DESCRIPTION, text(_DESCRIPTION, "en")
    yield v.GRAPH, v.DCTERMS + "license", LICENCE
    yield v.GRAPH, v.RIGHTS, text(_RIGHTS, "en")
    for source in _SOURCES:
        yield v.GRAPH, v.SOURCE, source
    yield v.GRAPH, DCAT + "version", text(version("recalling"))
    yield v.GRAPH, v.GENERATED_BY, v.SOFTWARE + version("recalling")
    for standard in (ONTOLOGY, SHAPES):
        yield v.GRAPH, v.DCTERMS + "conformsTo", standard
    for example in _EXAMPLES:
        for solution in _solutions(store, example):
            yield v.GRAPH, VOID + "exampleResource", solution["x"].value
    yield from _counts(store)
    for name in files:
        yield from _distribution(name)


def _counts(store: ox.Store) -> Iterator[Triple]:
    """Yield the counts: triples, subjects, objects, and the triples of each property and the nodes of each class."""
    properties, classes = _counted(store, _BY_PROPERTY), _counted(store, _BY_CLASS)
    yield v.GRAPH, VOID + "triples", number(sum(properties.values()))
    yield v.GRAPH, VOID + "properties", number(len(properties))
    yield v.GRAPH, VOID + "classes", number(len(classes))
    for predicate, query in (("distinctSubjects", _SUBJECTS), ("distinctObjects", _OBJECTS)):
        for solution in _solutions(store, query):
            yield v.GRAPH, VOID + predicate, number(int(solution["n"].value))
    for what, counts, counted in (("property", properties, "triples"), ("class", classes, "entities")):
        for of, count in counts.items():
            part = f"{v.GRAPH}#{what}={of.replace('#', '%23')}"
            yield v.GRAPH, f"{VOID}{what}Partition", part
            yield part, VOID + what, of
            yield part, VOID + counted, number(count)
    for namespace in {name[: max(name.rfind("/"), name.rfind("#")) + 1] for name in (*properties, *classes)}:
        yield v.GRAPH, VOID + "vocabulary", namespace


def _distribution(name: str) -> Iterator[Triple]:
    """Yield a file in which the graph can be had; none of a form that is not listed."""
    form = next((media for suffix, media in _FORMS.items() if name.endswith(suffix)), None)
    if form is None:
        return
    here = f"{_HERE}#{name}"
    yield v.GRAPH, DCAT + "distribution", here
    yield here, v.TYPE, DCAT + "Distribution"
    yield here, v.TITLE, text(name)
    yield here, DCAT + "downloadURL", _HERE + name
    yield here, DCAT + "mediaType", MEDIA + form
    if name.startswith("graph.") and form != _FORMS[".graphml"]:
        yield v.GRAPH, VOID + "dataDump", _HERE + name


def _counted(store: ox.Store, query: str) -> dict[str, int]:
    """Return how often each property or class occurs."""
    return {solution["of"].value: int(solution["n"].value) for solution in _solutions(store, query)}


def _solutions(store: ox.Store, query: str) -> Any:  # noqa: ANN401  # pyoxigraph has no common base of answers
    """Return the solutions of a SELECT query."""
    return store.query(query)
