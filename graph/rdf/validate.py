"""Checking a graph against the shapes that ship (`shapes.ttl`) with pySHACL."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from graph.rdf import vocabulary as v
from graph.rdf.graphs import native
from graph.rdf.iri import work_key


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One violation of a shape.

    Attributes:
        focus: IRI of the node that breaks the rule.
        message: the rule that it breaks, a sentence.
        path: IRI of the property in question; empty if the rule is about the node as a whole.
        value: the value that breaks the rule; empty if something is missing.
    """

    focus: str
    message: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Return the finding as one line of text."""
        about = f" (found {self.value})" if self.value else ""
        return f"{work_key(self.focus) or self.focus}: {self.message}{about}"


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check.

    Attributes:
        findings: every violation, sorted; none if the graph conforms.
    """

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether the graph breaks no rule."""
        return not self.findings


def validate(graph: rdflib.Graph) -> Report:
    """Check a graph against the shapes that ship."""
    _, report, _ = pyshacl.validate(_asked_about(graph), shacl_graph=_shapes(), inference="none", advanced=False)
    return Report(tuple(sorted(_finding(report, result) for result in report.subjects(RDF.type, SH.ValidationResult))))


def _asked_about(graph: rdflib.Graph) -> rdflib.Graph:
    """Return the triples that the shapes ask about, in rdflib's own store.

    pySHACL asks for many single triples, which that store answers fastest. Each term is made once: most stand in many
    triples, and making them costs more than checking them.
    """
    plain = rdflib.Graph()
    store, name = native(graph)
    terms: dict[Any, rdflib.term.Node] = {}

    def term(said: Any) -> rdflib.term.Node:  # noqa: ANN401  # pyoxigraph has no common base of terms
        if (known := terms.get(said)) is None:
            known = terms[said] = _term(said)
        return known

    named = {str(said) for said in _shapes().objects() if isinstance(said, rdflib.URIRef)}
    for predicate in sorted(named | {v.TYPE}):
        quads = store.quads_for_pattern(None, ox.NamedNode(predicate), None, name)
        plain.addN((term(quad.subject), rdflib.URIRef(predicate), term(quad.object), plain) for quad in quads)
    return plain


def _term(said: Any) -> rdflib.term.Node:  # noqa: ANN401  # as above
    """Return a term of rdflib."""
    if isinstance(said, ox.NamedNode):
        return rdflib.URIRef(said.value)
    if isinstance(said, ox.BlankNode):
        return rdflib.BNode(said.value)
    return rdflib.Literal(
        said.value, lang=said.language, datatype=None if said.language else rdflib.URIRef(said.datatype.value)
    )


def _finding(report: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    """Return one result of a SHACL report."""
    focus, message, path, value = (
        _plain(report.value(result, name)) for name in (SH.focusNode, SH.resultMessage, SH.resultPath, SH.value)
    )
    return Finding(focus, message, path, "" if value == focus else value)


def _plain(said: rdflib.term.Node | None) -> str:
    """Return a term as text; empty for a path of properties, a blank node whose name differs each time."""
    return "" if said is None or isinstance(said, rdflib.BNode) else str(said)


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    """Return the shapes that ship."""
    return rdflib.Graph().parse(data=(files("graph.rdf") / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")
