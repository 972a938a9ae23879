"""What a graph says of itself: its size, vocabularies, licence, sources and files, in the terms of VoID and DCAT.

https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/. The
description stands beside the graph, not in it, so that it does not count itself. Addresses of files are relative:
wherever the folder is served, they lead to its files.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from types import MappingProxyType
from typing import Final

from graph.rdf import serialization
from graph.rdf import vocabulary as v
from graph.rdf.figures import Figures
from graph.rdf.literal import Triple, ntriples, number, text

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


def dataset_turtle(figures: Figures, files: Sequence[str]) -> bytes:
    """Return the description of a graph as Turtle.

    Args:
        figures: of the graph.
        files: names of the files beside it in which it can be had.
    """
    lines = sorted(ntriples(_description(figures, files)).split(b"\n")[:-1])
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _PREFIXES.items()).encode()
    return head + b"".join(serialization.turtle(serialization.described(dict.fromkeys(lines)))).replace(
        f"<{_HERE}".encode(), b"<"
    )


def _description(figures: Figures, files: Sequence[str]) -> Iterator[Triple]:
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
    for example in figures.examples:
        yield v.GRAPH, VOID + "exampleResource", example
    yield from _counts(figures)
    for name in files:
        yield from _distribution(name)


def _counts(figures: Figures) -> Iterator[Triple]:
    """Yield the counts: triples, subjects, objects, and the triples of each property and the nodes of each class."""
    properties, classes = figures.properties, figures.classes
    yield v.GRAPH, VOID + "triples", number(sum(properties.values()))
    yield v.GRAPH, VOID + "properties", number(len(properties))
    yield v.GRAPH, VOID + "classes", number(len(classes))
    yield v.GRAPH, VOID + "distinctSubjects", number(figures.subjects)
    yield v.GRAPH, VOID + "distinctObjects", number(figures.objects)
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
