"""Names of files and limits that several subcommands share."""

from typing import Final

GRAPH: Final = "graph.ttl"


CITATIONS: Final = "citations.jsonl"


DOCUMENTS: Final = "documents.jsonl"


GRAPHS: Final = frozenset({".ttl", ".nt", ".nq", ".jsonld"})
"""Extensions of graphs that an earlier run wrote, the keys of `graph.store.FORMATS`."""


FORMATS: Final = ("nt", "jsonld", "nq", "gexf", "csv", "parquet", "bib", "csl")
"""What `build` can write besides Turtle, GraphML and the tables; the keys of `graph.exchange.FILES`."""


TIME_LIMIT: Final = 60.0
"""Seconds that one document may take where nothing else is said."""


QUERY_TIME_LIMIT: Final = 30.0
"""Seconds that a query may take where nothing else is said."""
