"""Questions to a graph: SPARQL that only reads, and the named queries that ship."""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from graph.query.ask import QueryTimeoutError, Table, query_text, run_query
    from graph.query.named import NamedQuery, Parameter, named_queries
    from graph.query.sparql import QueryError, QueryRefusedError
else:
    __getattr__ = offer(
        __name__,
        {
            "NamedQuery": "graph.query.named",
            "Parameter": "graph.query.named",
            "QueryError": "graph.query.sparql",
            "QueryRefusedError": "graph.query.sparql",
            "QueryTimeoutError": "graph.query.ask",
            "Table": "graph.query.ask",
            "named_queries": "graph.query.named",
            "query_text": "graph.query.ask",
            "run_query": "graph.query.ask",
        },
    )

__all__ = [
    "NamedQuery", "Parameter", "QueryError", "QueryRefusedError", "QueryTimeoutError", "Table", "named_queries",
    "query_text", "run_query",
]  # fmt: skip


def __dir__() -> list[str]:
    """Name what the package offers, for completion."""
    return [*__all__]
