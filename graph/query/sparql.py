"""SPARQL text, token by token: what may run, and parameters inserted as terms, never as text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox
import regex

from extract.model.errors import RecallingError

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT")

# The lexical grammar of SPARQL 1.1, section 19.8, as far as it decides what is a word and what only looks like one.
_TOKEN: Final = regex.compile(
    r"""
      (?P<iri> <(?:[^\x00-\x20<>"{}|^`\\] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8})*+> )
    | (?P<string> "{3}(?:[^"\\] | \\. | "{1,2}+(?!"))*+"{3} | '{3}(?:[^'\\] | \\. | '{1,2}+(?!'))*+'{3}
        | "(?:[^"\\\n\r] | \\.)*+" | '(?:[^'\\\n\r] | \\.)*+' )
    | (?P<comment> \#[^\n\r]*+ )
    | (?P<variable> [?$]\w++ )
    | (?P<prefixed> (?:[\w.\-]{1,100}+)?+:(?:[\w.:\-%] | \\[_~.\-!$&'()*+,;=/?\#@%])*+ )
    | (?P<tag> @[A-Za-z0-9\-]++ )
    | (?P<word> \w++ )
    | (?P<blank> \s++ )
    | (?P<stray> [\\"'] )
    | (?P<mark> . )
    """,
    regex.VERBOSE | regex.DOTALL,
)


class QueryError(RecallingError):
    """A query that cannot be answered.

    Attributes:
        query: the name or the text of the query.
        reason: what is wrong and, where it helps, what to do.
    """

    def __init__(self, query: str, reason: str) -> None:
        """Compose the message: the first line of the query and the reason."""
        self.query = query
        self.reason = reason
        first = next((line.strip() for line in query.splitlines() if line.strip()), "")
        super().__init__(f"query {first[:60]!r}: {reason}")


class QueryRefusedError(QueryError):
    """A query that may not run: it would change something or ask another computer."""


def check_form(query: str, *, forms: Sequence[str] = FORMS) -> str:
    """Return the form of a query that only reads this graph, one of `forms`.

    Raises:
        QueryRefusedError: the query has another form, or calls a SERVICE.
        QueryError: the text is not a query.
    """
    words = list(_words(query))
    if "SERVICE" in words:
        raise QueryRefusedError(query, "SERVICE would send a request to another computer; this graph is queried alone")
    form = next((word for word in words if word not in {"PREFIX", "BASE"}), "")
    if form not in forms:
        raise QueryRefusedError(query, f"it starts with {form or 'nothing'}; only {', '.join(forms)} are answered")
    return form


def check_dataset(query: str) -> None:
    """Check that a query names no graph other than the one that it is run on.

    Raises:
        QueryRefusedError: it has FROM, or GRAPH with a name.
        QueryError: the text is not a query.
    """
    before = ""
    for kind, text in _tokens(query):
        if kind in ("blank", "comment"):
            continue
        word = text.upper() if kind == "word" else ""
        if word == "FROM":
            raise QueryRefusedError(query, "FROM names another graph; there is one graph here, and it needs no name")
        if before == "GRAPH" and kind in ("iri", "prefixed"):
            raise QueryRefusedError(query, "GRAPH names another graph; there is one graph here, and it needs no name")
        before = word


def bind(query: str, terms: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """Replace variables with terms as Oxigraph writes them, so that no value can end its own token.

    Raises:
        QueryError: a variable to be bound does not occur in the query.
    """
    pieces, unused = [], set(terms)
    for kind, text in _tokens(query):
        name = text[1:]
        bound = kind == "variable" and name in terms
        pieces.append(str(terms[name]) if bound else text)
        unused -= {name} if bound else set()
    if unused:
        raise QueryError(query, f"it has no parameter {', '.join(sorted(unused))}")
    return "".join(pieces)


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    """Yield the tokens of a query with their kinds; nothing is left out."""
    for found in _TOKEN.finditer(query):
        kind = found.lastgroup or "mark"
        if kind == "stray":
            raise QueryError(query, f"a {found[0]} stands outside a string at character {found.start() + 1}")
        yield kind, found[0]


def _words(query: str) -> Iterator[str]:
    """Yield the keywords of a query, in capitals."""
    return (text.upper() for kind, text in _tokens(query) if kind == "word")
