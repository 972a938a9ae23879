"""File names and limits that several subcommands share."""

from typing import Final

GRAPH: Final = "graph.ttl"


STORE: Final = "oxigraph"
"""Folder of a graph on disk, which `build --store` writes instead of `GRAPH`."""


STORE_SUMMARY: Final = "store.json"
"""Beside it: the number of its triples, which counting would take long."""


DATASET: Final = "dataset.ttl"


PROVENANCE: Final = "provenance.ttl"


CITATIONS: Final = "citations.jsonl"


DOCUMENTS: Final = "documents.jsonl"


GRAPHS: Final = frozenset({".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"})
"""Extensions of RDF graphs that `build` writes, and that it takes as an earlier run."""


FORMATS: Final = (
    "nt", "jsonld", "nq", "trig", "rdf", "gexf", "csv", "parquet", "xlsx", "bib", "csl", "ris", "annotations",
)  # fmt: skip
"""What `build` can write besides Turtle, GraphML and the tables; the keys of `graph.output.formats.FILES`."""


PROGRAMS: Final = ("fuseki", "graphdb", "qlever", "virtuoso")
"""Triple stores whose commands `load` knows; the keys of `graph.output.stores`."""


MANIFEST: Final = "manifest.json"
"""Written last: a folder is whole where it names every file."""


TIME_LIMIT: Final = 60.0
"""Seconds of processor time that one document may take by default."""


MEMORY_LIMIT: Final = 1024
"""MiB of memory that one document may take by default."""


QUERY_TIME_LIMIT: Final = 30.0
"""Seconds that a query may take by default."""
