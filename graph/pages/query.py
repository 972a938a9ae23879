"""`render_query_page`: the page that `recalling serve` shows for asking the graph."""

from collections.abc import Mapping, Sequence
from typing import Final

from graph.pages.parts.escape import escape_text
from graph.pages.parts.shell import bundle, language_switch, render_frame, spoken, ways, word
from graph.query.ask import query_text
from graph.query.named import NamedQuery, named_queries
from graph.query.sparql import QueryError

PAGE: Final = "query"
"""Where the page stands beside the others."""

_NAME: Final = "name"
_FIRST: Final = """\
SELECT ?citing ?cited WHERE {
  ?a cito:cites ?b .
  ?a dcterms:identifier ?citing .
  ?b dcterms:identifier ?cited .
}
LIMIT 20"""


def render_query_page(asked: Mapping[str, str], *, pages: Sequence[str] = ()) -> str:
    """Give the page.

    Args:
        asked: what the address says: `name` of a query that ships and its parameters; or `query`, SPARQL.
        pages: names of the pages beside it to link to.
    """
    named = named_queries().get(asked.get(_NAME, ""))
    text, fault = _text(named, asked)
    body = (
        f"<header>{spoken('query.title', tag='h1')}"
        f'<div class="tools">{ways(pages, current=PAGE)}{language_switch()}</div></header>\n'
        f"<main>{spoken('query.lead', tag='p', attributes=_QUIET)}\n"
        f"{_shipped(named)}{_parameters(named, asked, fault) if named else ''}"
        '<form id="ask" action="sparql" method="get">'
        f'<textarea id="sparql" name="query" spellcheck="false" dir="ltr" data-t-label="query.text" '
        f'aria-label="{word("query.text")}">\n{escape_text(text)}</textarea>'
        f"{spoken('query.ask', tag='button', attributes=_GO)}"
        f"{spoken('query.csv', tag='button', attributes=_CSV)}</form>\n"
        '<p id="told" role="status"></p>\n<div id="answer" class="table"></div>\n</main>'
    )
    return render_frame(
        title="Recalling",
        kind="query",
        body=body,
        scripts=(bundle(("language.js", "query.js")),),
        sends=True,
    )


_QUIET: Final = 'class="quiet"'
_GO: Final = 'class="go" type="submit"'
_CSV: Final = 'id="csv" type="button"'


def _text(named: NamedQuery | None, asked: Mapping[str, str]) -> tuple[str, str]:
    """The query to begin with, and what is wrong with its parameters."""
    if named is None:
        return asked.get("query", _FIRST), ""
    given = {each.name: asked[each.name] for each in named.parameters if each.name in asked}
    try:
        return _bare(query_text(named.name, given)), ""
    except QueryError as error:
        return _bare(query_text(named.name)), error.reason


def _bare(text: str) -> str:
    """A query without the header that says what it answers."""
    lines = text.strip().split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return "\n".join(lines)


def _shipped(named: NamedQuery | None) -> str:
    """The list of the queries that ship; it is open until one is chosen."""
    rows = "".join(
        f'<li><a href="query?name={escape_text(each.name)}">{escape_text(each.title)}</a> '
        f'<span class="quiet">{escape_text(each.question)}</span></li>\n'
        for each in named_queries().values()
    )
    shown = "" if named else " open"
    return f'<details{shown}>{spoken("query.shipped", tag="summary")}\n<ul class="files">\n{rows}</ul></details>\n'


def _parameters(named: NamedQuery, asked: Mapping[str, str], fault: str) -> str:
    """The chosen query's question, with a field for each of its parameters."""
    fields = "".join(
        f'<label>{escape_text(each.description)}<input name="{escape_text(each.name)}" dir="auto" '
        f'value="{escape_text(asked.get(each.name, str(each.default)))}"></label>'
        for each in named.parameters
    )
    head = f"<section><h2>{escape_text(named.title)}</h2><p>{escape_text(named.question)}</p>"
    if not fields:
        return head + "</section>\n"
    wrong = f'<p class="wrong" role="alert">{escape_text(fault)}</p>' if fault else ""
    return (
        f'{head}<form action="query" method="get"><input type="hidden" name="name" value="{escape_text(named.name)}">'
        f"{fields}{spoken('query.fill', tag='button', attributes=_SUBMIT)}</form>{wrong}</section>\n"
    )


_SUBMIT: Final = 'type="submit"'
