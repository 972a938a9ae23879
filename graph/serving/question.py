"""`Question`: a query for a worker, the limits of its answer, and the media types that are offered."""

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


NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle",),
    "turtle": ("text/turtle",),
    "nt": ("application/n-triples",),
    "rdf": ("application/rdf+xml",),
    "jsonld": ("application/ld+json",),
    "n3": ("text/turtle",),  # this and the next two are what SPARQLWrapper says
    "rdf+xml": ("application/rdf+xml",),
    "json-ld": ("application/ld+json",),
}
"""What `format=` in an address may say, for whoever cannot send headers, and the media types that it stands for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on a single answer.

    Attributes:
        seconds: wall-clock time.
        size: bytes of the answer, which also bounds its rows.
        triples: triples, where the answer is a graph.
        memory: bytes that a worker may use in addition to the graph.
    """

    seconds: float = 30.0
    size: int = 32 * 2**20
    triples: int = 100_000
    memory: int = 2**30


@dataclass(frozen=True, slots=True)
class Question:
    """A query that has been checked.

    Attributes:
        text: SPARQL.
        form: name of the answer's format, a value of `TABLES` or `GRAPHS`.
        graph: whether the answer is a graph.
    """

    text: str
    form: str
    graph: bool


class RefusedError(RecallingError):
    """A request that is refused.

    Attributes:
        status: the HTTP status.
        reason: what is wrong and, where it helps, what to do.
        retry_after: seconds after which the same request may succeed; None where it would not.
    """

    def __init__(self, status: int, reason: str, *, retry_after: float | None = None) -> None:
        """Use the reason as the message."""
        self.status = status
        self.reason = reason
        self.retry_after = retry_after
        super().__init__(reason)
