"""`render_query_page`: the page of `recalling serve` for querying the graph."""

from collections.abc import Mapping, Sequence
from typing import Final

from graph.pages.parts.shell import bundle, render_frame
from graph.pages.parts.templates import render
from graph.query.ask import query_text
from graph.query.named import NamedQuery, named_queries
from graph.query.sparql import QueryError

PAGE: Final = "query"
"""Address of the page, relative to the others."""

_NAME: Final = "name"
_FIRST: Final = """\
SELECT ?citing ?cited WHERE {
  ?a cito:cites ?b .
  ?a dcterms:identifier ?citing .
  ?b dcterms:identifier ?cited .
}
LIMIT 20"""


def render_query_page(asked: Mapping[str, str], *, pages: Sequence[str] = ()) -> str:
    """Render the page.

    Args:
        asked: the parameters of the address: `name` of a shipped query and its parameters; or `query`, SPARQL.
        pages: names of the pages beside it to link to.
    """
    named = named_queries().get(asked.get(_NAME, ""))
    text, problem = _text(named, asked)
    body = render(
        "query.html",
        named=named,
        shipped=list(named_queries().values()),
        fields=[(each, asked.get(each.name, str(each.default))) for each in named.parameters] if named else [],
        problem=problem,
        text=text,
        pages=pages,
        page=PAGE,
    )
    scripts = (bundle("query"),)
    return render_frame(title="Recalling", kind="query", body=body, scripts=scripts, sends=True)


def _text(named: NamedQuery | None, asked: Mapping[str, str]) -> tuple[str, str]:
    """Return the initial query, and what is wrong with its parameters (empty if nothing is)."""
    if named is None:
        return asked.get("query", _FIRST), ""
    given = {each.name: asked[each.name] for each in named.parameters if each.name in asked}
    try:
        return _bare(query_text(named.name, given)), ""
    except QueryError as error:
        return _bare(query_text(named.name)), error.reason


def _bare(text: str) -> str:
    """Return a query without its leading comment lines."""
    lines = text.strip().split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return "\n".join(lines)
