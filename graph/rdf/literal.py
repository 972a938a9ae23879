"""Terms of the graph: IRIs and literals that every RDF tool reads back as they were written."""

from datetime import date
from functools import lru_cache
from typing import Final

import pyoxigraph as ox
import regex

from graph.rdf import values
from graph.rdf import vocabulary as v
from graph.rdf.iri import clean

Triple = tuple[str, str, str | ox.Literal]
"""Subject, predicate, object; an object that is text is an IRI."""

_LANGUAGE_TAG: Final = regex.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}+")
_YEAR: Final = regex.compile(r"[1-9][0-9]{3}")
_MONTH: Final = regex.compile(r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])")
_ISO_DATE: Final = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=1 << 16)
def node(name: str) -> ox.NamedNode:
    """Return an IRI as a term."""
    return ox.NamedNode(name)


def text(value: str, language: str | None = None) -> ox.Literal:
    """Return a literal, with its language if that is a well-formed tag."""
    if language and _LANGUAGE_TAG.fullmatch(language):
        return ox.Literal(clean(value), language=language.lower())
    return ox.Literal(clean(value))


def day(value: str) -> ox.Literal:
    """Return a date literal; text that is not an ISO date stays a plain literal."""
    return ox.Literal(value, datatype=node(v.XSD + "date")) if is_day(value) else text(value)


def stated(value: str) -> tuple[str, ox.Literal]:
    """Return the property and the literal of a date that a text gives; days, months and years share no property."""
    for precision, predicate in ((_MONTH, v.STATED_MONTH), (_YEAR, v.STATED_YEAR)):
        if precision.fullmatch(value):
            return predicate, ox.Literal(value, datatype=node(values.PRECISIONS[predicate]))
    return v.STATED_DATE, day(value)


def is_day(value: str) -> bool:
    """Return whether text is an ISO date that exists in the calendar."""
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:  # 30 February, in a text or in a row that someone wrote
        return False
    return True


def number(value: int) -> ox.Literal:
    """Return an integer literal."""
    return ox.Literal(str(int(value)), datatype=node(v.XSD + "integer"))


def boolean(value: bool) -> ox.Literal:  # noqa: FBT001  # the one argument is the value itself
    """Return a Boolean literal."""
    return ox.Literal(value)
