"""The ontology and the shapes as files and a page, for whoever follows the address of a term.

`python -m graph.pages.vocabulary FOLDER` writes them for any host of static files: `ontology` and `shapes` with the
extension of each form, the page with an anchor for each term (`ontology.html#recalls`).
"""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.files import write_bytes
from graph.pages.parts.templates import render
from graph.rdf import vocabulary as v
from graph.rdf.ontology import terms

FORMS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/turtle": "ttl",
    "application/rdf+xml": "rdf",
    "application/n-triples": "nt",
}
"""Media type to the extension of the file, the preferred one first."""
NAMES: Final = ("ontology", "shapes")
_SYNTAXES: Final = {"rdf": ox.RdfFormat.RDF_XML, "nt": ox.RdfFormat.N_TRIPLES}


def vocabulary_file(name: str, form: str) -> bytes:
    """Return the ontology or the shapes in one form.

    Args:
        name: one of `NAMES`.
        form: extension of the file, a value of `FORMS`.
    """
    source = (files("graph.rdf") / f"{name}.ttl").read_bytes()
    if form == "ttl":
        return source
    if form in _SYNTAXES:
        triples = [quad.triple for quad in ox.parse(source, format=ox.RdfFormat.TURTLE)]
        return ox.serialize(triples, format=_SYNTAXES[form]) or b""
    return _page(name, source.decode()).encode()


def _page(name: str, source: str) -> str:
    """Return the page: the terms with what they mean, or the shapes as they are written."""
    if name != NAMES[0]:
        return render("vocabulary.html", title="Recalling: shapes", terms=[], source=source, forms=_links(name))
    rows = [
        {
            "anchor": term.iri.removeprefix(v.RC),
            "name": term.name,
            "kind": ", ".join(sorted(term.types - {"Concept"})),
            "labels": sorted(term.labels.items(), key=lambda each: (each[0] != "en", each[0])),
            "comment": term.comment,
            "ties": term.aligned,
        }
        for term in terms()
    ]
    return render("vocabulary.html", title="Recalling: ontology", terms=rows, source="", forms=_links(name))


def _links(name: str) -> list[str]:
    return [f"{name}.{form}" for form in dict.fromkeys(FORMS.values()) if form != "html"]


def main() -> None:
    """Write every file into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        for form in dict.fromkeys(FORMS.values()):
            write_bytes(folder / f"{name}.{form}", vocabulary_file(name, form))


if __name__ == "__main__":
    main()
