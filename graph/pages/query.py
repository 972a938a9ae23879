"""`render_query_page`: the page of `recalling serve` for querying the graph."""

from collections.abc import Mapping, Sequence
from typing import Final

from graph.pages.parts.shell import bundle, data_block, render_frame
from graph.pages.parts.templates import render
from graph.query.ask import query_text
from graph.query.named import NamedQuery, named_queries
from graph.query.sparql import QueryError
from graph.query.words import load_words

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
        shipped=[(name, *_said(name)) for name in named_queries()],
        title=_said(named.name)[0] if named else [],
        question=_said(named.name)[1] if named else [],
        fields=_fields(named, asked) if named else [],
        problem=problem,
        text=text,
        pages=pages,
        page=PAGE,
    )
    blocks = data_block("columns", {code: dict(words.columns) for code, words in load_words().items()})
    return render_frame(
        title="Recalling", kind="query", body=body, blocks=blocks, scripts=(bundle("query"),), sends=True
    )


Versions = list[tuple[str, str]]
"""Code of a language and words in it, English first."""


def _said(name: str) -> tuple[Versions, Versions]:
    """Title and question of a query in every language that has words for it."""
    known = load_words().items()
    titles = [(code, words.titles[name]) for code, words in known if name in words.titles]
    return titles, [(code, words.questions[name]) for code, words in known if name in words.questions]


def _fields(named: NamedQuery, asked: Mapping[str, str]) -> list[tuple[str, Versions, str]]:
    """Name, description and value of each parameter."""
    known = load_words().items()
    return [
        (
            each.name,
            [
                (code, words.parameters[each.description])
                for code, words in known
                if each.description in words.parameters
            ],
            asked.get(each.name, str(each.default)),
        )
        for each in named.parameters
    ]


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
