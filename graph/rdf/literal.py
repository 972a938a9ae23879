"""Terms of the graph: IRIs and literals that every RDF tool reads back as they were written."""

from datetime import date
from functools import lru_cache
from typing import Final

import pyoxigraph as ox
import regex

from graph.rdf import vocabulary as v
from graph.rdf.iri import clean

Triple = tuple[str, str, str | ox.Literal]
"""Subject, predicate, object; an object that is text is an IRI."""

_LANGUAGE_TAG: Final = regex.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}+")
_ISO_DATE: Final = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=1 << 16)
def node(name: str) -> ox.NamedNode:
    """The IRI as a term."""
    return ox.NamedNode(name)


def text(value: str, language: str | None = None) -> ox.Literal:
    """A literal, with its language where that is a well-formed tag."""
    if language and _LANGUAGE_TAG.fullmatch(language):
        return ox.Literal(clean(value), language=language.lower())
    return ox.Literal(clean(value))


def day(value: str) -> ox.Literal:
    """A date; what is no ISO date stays the text that it is."""
    return ox.Literal(value, datatype=node(v.XSD + "date")) if is_day(value) else text(value)


def is_day(value: str) -> bool:
    """Whether text is an ISO date that a calendar has."""
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:  # the thirtieth of February, in a text or in a row someone wrote
        return False
    return True


def number(value: int) -> ox.Literal:
    """A whole number."""
    return ox.Literal(str(int(value)), datatype=node(v.XSD + "integer"))


def boolean(value: bool) -> ox.Literal:  # noqa: FBT001  # the one argument is the value itself
    """True or false."""
    return ox.Literal(value)
