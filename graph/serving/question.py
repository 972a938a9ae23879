"""`Question`: what a worker is asked, within which limits, and the media types that its answer can come in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extract.model.errors import RecallingError

TABLES: Final[Mapping[str, str]] = {
    "application/sparql-results+json": "JSON",
    "application/json": "JSON",
    "application/sparql-results+xml": "XML",
    "application/xml": "XML",
    "text/xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
}
"""Media types of an answer to SELECT and ASK, and Oxigraph's names of the forms; the first is what anyone gets."""

GRAPHS: Final[Mapping[str, str]] = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON_LD",
    "application/xml": "RDF_XML",
    "application/json": "JSON_LD",
    "text/plain": "N_TRIPLES",
}
"""The same for CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may cost.

    Attributes:
        seconds: time.
        size: bytes of the answer; they bound its rows as well.
        triples: triples of an answer that is a graph.
        memory: bytes that a worker may take besides the graph.
    """

    seconds: float = 30.0
    size: int = 32 * 2**20
    triples: int = 100_000
    memory: int = 2**30


@dataclass(frozen=True, slots=True)
class Question:
    """A query whose form has been checked.

    Attributes:
        text: SPARQL.
        form: name of the form that the answer is to have, a value of `TABLES` or `GRAPHS`.
        graph: whether the answer is a graph.
    """

    text: str
    form: str
    graph: bool


class RefusedError(RecallingError):
    """A request that is not answered.

    Attributes:
        status: the HTTP status that says so.
        reason: what is wrong and, where it helps, what to do.
    """

    def __init__(self, status: int, reason: str) -> None:
        """Keep the reason as the message."""
        self.status = status
        self.reason = reason
        super().__init__(reason)
