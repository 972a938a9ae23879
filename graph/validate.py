"""Checking a graph against the shapes that ship (`shapes.ttl`) with pySHACL."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from graph.iri import work_key


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One offence against a shape.

    Attributes:
        focus: IRI of the node that offends.
        message: the rule that it breaks, a sentence.
        path: IRI of the property in question; empty when the node as a whole offends.
        value: the offending value; empty when something is missing.
    """

    focus: str
    message: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        """One line for a person."""
        about = f" (found {self.value})" if self.value else ""
        return f"{work_key(self.focus) or self.focus}: {self.message}{about}"


@dataclass(frozen=True, slots=True)
class Report:
    """What checking found.

    Attributes:
        findings: every offence, sorted; none when the graph conforms.
    """

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether the graph breaks no rule."""
        return not self.findings


def validate(graph: rdflib.Graph) -> Report:
    """Check a graph against the shapes that ship."""
    plain = rdflib.Graph()  # pySHACL asks for many single triples, which rdflib's own store answers fastest
    for triple in graph:
        plain.add(triple)
    _, report, _ = pyshacl.validate(plain, shacl_graph=_shapes(), inference="none", advanced=False)
    return Report(tuple(sorted(_finding(report, result) for result in report.subjects(RDF.type, SH.ValidationResult))))


def _finding(report: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    """One result of a SHACL report."""
    focus, message, path, value = (
        _plain(report.value(result, name)) for name in (SH.focusNode, SH.resultMessage, SH.resultPath, SH.value)
    )
    return Finding(focus, message, path, "" if value == focus else value)


def _plain(said: rdflib.term.Node | None) -> str:
    """A term as text; a sequence of properties, which is a blank node with another name each time, as none."""
    return "" if said is None or isinstance(said, rdflib.BNode) else str(said)


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    """The shapes that ship."""
    return rdflib.Graph().parse(data=(files("graph") / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")
