"""What a graph says of itself: its size, vocabularies, licence, sources and files, in the terms of VoID and DCAT.

https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/. The description stands beside the graph, not in it, so
that it does not count itself. Every IRI is absolute, so that strict parsers load the file without a base; those of
files are names until the folder is published.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from graph import __version__
from graph.rdf import serialization
from graph.rdf import vocabulary as v
from graph.rdf.figures import Figures
from graph.rdf.literal import Triple, ntriples, number, text, typed
from graph.rdf.media import MEDIA

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
ONTOLOGY: Final = v.RECALLING + "ontology"
SHAPES: Final = v.RECALLING + "shapes"
LICENCE: Final = "https://spdx.org/licenses/MIT"

_PREFIXES: Final[Mapping[str, str]] = MappingProxyType({"dcat": DCAT, "owl": OWL, "void": VOID})
_TITLE: Final = "Citations of United Nations documents"
_DESCRIPTION: Final = (
    "Which texts cite which, how and with which words, as `recalling build` found it in the documents that it read. No"
    " time of the run is given, so that the same documents make the same files. IRIs under https://w3id.org/recalling/"
    " are names until that redirect is registered; files are named as they stand beside this description."
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
        ".jsonl": "text/plain",
        ".csv": "text/csv",
        ".graphml": "application/xml",
    }
)
"""End of a file's name to its media type; only those that are registered with IANA."""
_FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {".jsonl": "https://jsonlines.org/", ".graphml": "http://graphml.graphdrawing.org/xmlns"}
)
"""End of a file's name to the format whose media type is not registered."""


def dataset_turtle(figures: Figures, run: str, files: Mapping[str, int | None]) -> bytes:
    """Return the description of a graph as Turtle.

    Args:
        figures: of the graph.
        run: IRI of the activity that made it.
        files: names of the files beside it in which it can be had, with their sizes in bytes where they are known.
    """
    lines = sorted(ntriples(_description(figures, run, files)).split(b"\n")[:-1])
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _PREFIXES.items()).encode()
    return head + b"".join(serialization.turtle(serialization.described(dict.fromkeys(lines))))


def _description(figures: Figures, run: str, files: Mapping[str, int | None]) -> Iterator[Triple]:
    """Yield the description of the graph and of the files in which it can be had."""
    yield v.GRAPH, v.TYPE, VOID + "Dataset"
    yield v.GRAPH, v.TYPE, DCAT + "Dataset"
    yield v.GRAPH, v.TITLE, text(_TITLE, "en")
    yield v.GRAPH, v.DESCRIPTION, text(_DESCRIPTION, "en")
    yield v.GRAPH, v.DCTERMS + "license", LICENCE
    yield v.GRAPH, v.RIGHTS, text(_RIGHTS, "en")
    for source in _SOURCES:
        yield v.GRAPH, v.SOURCE, source
    yield v.GRAPH, DCAT + "version", text(__version__)
    software = v.SOFTWARE + __version__
    yield v.GRAPH, v.ATTRIBUTED_TO, software
    yield v.GRAPH, v.GENERATED_BY, run
    yield run, v.TYPE, v.ACTIVITY
    yield run, v.ASSOCIATED_WITH, software
    yield software, v.TYPE, v.SOFTWARE_AGENT
    yield software, v.NAME, text("recalling")
    yield software, v.VERSION, text(__version__)
    for standard in (ONTOLOGY, SHAPES):
        yield v.GRAPH, v.DCTERMS + "conformsTo", standard
    for example in figures.examples:
        yield v.GRAPH, VOID + "exampleResource", example
    yield from _counts(figures)
    for name, size in files.items():
        yield from _distribution(name, size)


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


def _distribution(name: str, size: int | None) -> Iterator[Triple]:
    """Yield a file in which the graph can be had; none of a form that is not listed."""
    suffix = next((each for each in _FORMS if name.endswith(each)), None)
    if suffix is None:
        return
    file = f"{v.GRAPH}/{quote(name)}"
    yield v.GRAPH, DCAT + "distribution", file
    yield file, v.TYPE, DCAT + "Distribution"
    yield file, v.TITLE, text(name)
    yield file, DCAT + "downloadURL", file
    yield file, DCAT + "mediaType", MEDIA + _FORMS[suffix]
    yield file, v.DCTERMS + "license", LICENCE
    if suffix in _FORMATS:
        yield file, v.DCTERMS + "conformsTo", _FORMATS[suffix]
    if size is not None:
        yield file, DCAT + "byteSize", typed(str(size), v.XSD + "nonNegativeInteger")
    if name.startswith("graph.") and suffix not in _FORMATS:
        yield v.GRAPH, VOID + "dataDump", file
