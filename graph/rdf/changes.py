"""What changed in the ontology from version to version: `docs/ontology-changes.md`, by `python -m graph.rdf.changes`.

`versions/` has each earlier version as it was. A new one: copy `ontology.ttl` there under its number, raise
`owl:versionInfo`, `owl:versionIRI` and `owl:priorVersion` in it, and run this.
"""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Final

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph.files import write_text
from graph.rdf import vocabulary as v
from graph.rdf.serialization import prefixed

_ONTOLOGY: Final = rdflib.URIRef(v.RECALLING + "ontology")
_SAID: Final = {
    RDFS.comment: "meaning",
    RDFS.subClassOf: "classes above",
    RDFS.subPropertyOf: "properties above",
    RDFS.domain: "domain",
    RDFS.range: "range",
    RDF.type: "type",
    SKOS.inScheme: "scheme",
}
"""What counts as a change of a term; a label in a further language does not."""
_HEAD: Final = """\
# Changes of the graph's vocabulary

*Made by `python -m graph.rdf.changes` from `graph/rdf/ontology.ttl` and the earlier versions; do not edit by hand.*

The version is `owl:versionInfo`; `owl:versionIRI` names it. [The vocabulary](ontology.md) as it is now.
"""


def changes_markdown() -> str:
    """Return the page: for each version, the latest first, the terms that are new, gone and changed."""
    versions = [_read(each) for each in _earlier()] + [_read(files("graph.rdf") / "ontology.ttl")]
    parts = [_HEAD]
    for before, after in reversed(list(pairwise(versions))):
        parts.append(f"\n## {_number(after)}, after {_number(before)}\n")
        parts.extend(_changes(before, after))
    first = versions[0]
    parts.append(f"\n## {_number(first)}\n\nThe first version recorded here: {len(_terms(first))} terms.\n")
    return "".join(parts)


def _earlier() -> list[Traversable]:
    """Return the earlier versions, the oldest first."""
    folder = files("graph.rdf") / "versions"
    found = [each for each in folder.iterdir() if each.name.endswith(".ttl")]
    return sorted(found, key=lambda each: [int(part) for part in each.name.removesuffix(".ttl").split(".")])


def _read(file: Traversable) -> rdflib.Graph:
    return rdflib.Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle")


def _number(ontology: rdflib.Graph) -> str:
    return str(ontology.value(_ONTOLOGY, OWL.versionInfo))


def _terms(ontology: rdflib.Graph) -> set[rdflib.term.Node]:
    return set(ontology.subjects(RDFS.isDefinedBy, _ONTOLOGY))


def _changes(before: rdflib.Graph, after: rdflib.Graph) -> Iterator[str]:
    """Yield the lines on the terms that a version adds, takes away and changes."""
    old, new = _terms(before), _terms(after)
    for title, terms, source in (("New", new - old, after), ("Gone", old - new, before)):
        lines = [f"* `{prefixed(str(term))}`: {source.value(term, RDFS.comment)}\n" for term in sorted(terms, key=str)]
        yield f"\n### {title}\n\n" + ("".join(lines) or "None.\n")
    lines = [line for term in sorted(old & new, key=str) for line in _changed(term, before, after)]
    yield "\n### Changed\n\n" + ("".join(lines) or "None.\n")


def _changed(term: rdflib.term.Node, before: rdflib.Graph, after: rdflib.Graph) -> Iterator[str]:
    """Yield a line for each thing that is said of a term otherwise than before."""
    for predicate, name in _SAID.items():
        then, now = (_shown(graph, term, predicate) for graph in (before, after))
        if then != now:
            yield f"* `{prefixed(str(term))}`, {name}: {now} (was: {then})\n"


def _shown(ontology: rdflib.Graph, term: rdflib.term.Node, predicate: rdflib.URIRef) -> str:
    """Return what is said of a term, as text; "none" if nothing is."""
    return ", ".join(sorted(_named(ontology, each) for each in ontology.objects(term, predicate))) or "none"


def _named(ontology: rdflib.Graph, said: rdflib.term.Node) -> str:
    """Return a term as text; a union of classes, which has no name, as its members."""
    if not isinstance(said, rdflib.BNode):
        return f"`{prefixed(str(said))}`" if isinstance(said, rdflib.URIRef) else str(said)
    members = ontology.value(said, OWL.unionOf)
    named = (_named(ontology, each) for each in (Collection(ontology, members) if members else ()))
    return f"any of {', '.join(sorted(named))}"


def main() -> None:
    """Write the page into `docs/` beside the package."""
    write_text(Path(__file__).parents[2] / "docs" / "ontology-changes.md", changes_markdown())


if __name__ == "__main__":
    main()
