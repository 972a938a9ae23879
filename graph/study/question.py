"""`fill_in`: the parameters of a question, in which a text may be named in any usual way."""

from collections.abc import Callable, Mapping

import rdflib

from graph.network.lookup import NotInGraphError
from graph.query.ask import Value, named_queries, run_query
from graph.query.sparql import QueryError
from graph.rdf.iri import work_iri

_TEXT = "symbol"
"""How the names of parameters begin that take a text."""


def fill_in(
    graph: rdflib.Graph, query: str, params: Mapping[str, Value], find: Callable[[str], str]
) -> dict[str, Value]:
    """Return the parameters of a built-in query with its texts as the graph has them; those of SPARQL as they are.

    The command line answers about a well-known text where none is named; here that would pass for the answer to
    another question.

    Args:
        graph: that is asked.
        query: name of a built-in query, or SPARQL text.
        params: what was given.
        find: gives the symbol of the text that an expression means.

    Raises:
        QueryError: the query asks about a text, and none is given.
        NotInGraphError: a text is not in the graph.
    """
    named = named_queries().get(query)
    if named is None:
        return dict(params)
    for parameter in named.parameters:
        if parameter.name.startswith(_TEXT) and parameter.default and parameter.name not in params:
            example = f"{parameter.name}={parameter.default!r}"
            raise QueryError(query, f"give {parameter.name}, {parameter.description}, such as {example}")
    return {name: _meant(graph, value, find) if name.startswith(_TEXT) else value for name, value in params.items()}


def _meant(graph: rdflib.Graph, value: Value, find: Callable[[str], str]) -> Value:
    """The text that is meant, as the graph has it, or as given where the query may know more."""
    try:
        return find(value) if isinstance(value, str) and value else value
    except NotInGraphError:
        asked: dict[str, Value] = {"one": rdflib.URIRef(work_iri("".join(str(value).split())))}
        if run_query(graph, "ASK { $one a rc:Work }", asked).rows == ((True,),):
            return value  # a member of a series that no text at hand cites
        raise
