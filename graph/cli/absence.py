"""`find_texts`: which text of the graph a built-in query without an answer may have asked about."""

from collections.abc import Mapping
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


def find_texts(store: "ox.Store", query: str, params: Mapping[str, Value]) -> tuple[dict[str, Value], list[str]]:
    """Find the texts that a built-in query asks about and the graph has under another name.

    Args:
        store: of the graph.
        query: name of the query; any other text has no parameters that name a text.
        params: what was given; a parameter that was not has its default.

    Returns:
        The parameters whose text the graph has, with its key; and a line for each text that the graph does not have
        as it was named.

    Raises:
        QueryTimeoutError: the graph is too large to say in time.
    """
    named = named_queries().get(query)
    found: dict[str, Value] = {}
    lines: list[str] = []
    for parameter in named.parameters if named else ():
        value = params.get(parameter.name, parameter.default)
        if not parameter.name.startswith("symbol") or not isinstance(value, str) or not value:
            continue
        key = value if value.startswith((TREATY_KEY, FILE_KEY)) else "".join(value.split())
        if run_query(store, _IS_KNOWN, {"key": key}).rows != ((False,),):
            continue
        try:
            found[parameter.name] = meant = find_key(_names(store), value)
            lines.append(f"{value} is taken to be {meant}")
        except NotInGraphError as error:
            lines.append(str(error))
            if parameter.name not in params:
                lines.append(f"name another text with --param {parameter.name}=SYMBOL")
    return found, lines


def _names(store: "ox.Store") -> "nx.MultiDiGraph[str]":
    """Return the texts of a graph with what they are called, without any citation."""
    names: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, name in run_query(store, _NAMED).rows:
        names.add_node(str(key), name=name or "", label=str(key).removeprefix(FILE_KEY))
    return names
