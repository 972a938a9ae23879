"""`absent_texts`: why a built-in query has no answer: the text that it asks about is not in the graph."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import networkx as nx

from graph.network.lookup import NotInGraphError, find_key
from graph.query.ask import Value, named_queries, run_query
from graph.rdf.iri import FILE_KEY, TREATY_KEY

if TYPE_CHECKING:
    import pyoxigraph as ox

_IS_KNOWN: Final = "ASK { ?work dcterms:identifier $key }"
_NAMED: Final = """\
SELECT ?key (MIN(STR(?said)) AS ?name) WHERE {
  ?work a rc:Work ; dcterms:identifier ?key .
  OPTIONAL { ?work dcterms:title|dcterms:alternative ?said . FILTER(LANGMATCHES(LANG(?said), "en")) }
}
GROUP BY ?key
ORDER BY ?key"""


def absent_texts(store: "ox.Store", query: str, params: Mapping[str, Value]) -> Iterator[str]:
    """Yield a line for each text that a built-in query asks about and the graph does not have, with what may be meant.

    Args:
        store: of the graph.
        query: name of the query; any other text has no parameters that name a text.
        params: what was given; a parameter that was not has its default.

    Raises:
        QueryTimeoutError: the graph is too large to say in time.
    """
    named = named_queries().get(query)
    for parameter in named.parameters if named else ():
        value = params.get(parameter.name, parameter.default)
        if not parameter.name.startswith("symbol") or not isinstance(value, str) or not value:
            continue
        key = value if value.startswith((TREATY_KEY, FILE_KEY)) else "".join(value.split())
        if run_query(store, _IS_KNOWN, {"key": key}).rows == ((False,),):
            yield str(_absence(store, value))
            if parameter.name not in params:
                yield f"name another text with --param {parameter.name}=SYMBOL"


def _absence(store: "ox.Store", text: str) -> NotInGraphError:
    """Say that a text is not in the graph, and which one may be meant."""
    names: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names.add_nodes_from((str(key), {"name": name or ""}) for key, name in run_query(store, _NAMED).rows)
    try:
        return NotInGraphError(text, (find_key(names, text),))
    except NotInGraphError as error:
        return error
