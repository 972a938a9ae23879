"""Terms of the graph: IRIs, and literals that every RDF tool reads back as they were written.

A build makes millions of them, so that they are plain text: an IRI as it is, a literal as N-Triples writes it, which
begins with a quotation mark, as no IRI does.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple
from unicodedata import normalize

import pyoxigraph as ox
import regex

from graph.rdf import values
from graph.rdf import vocabulary as v
from graph.rdf.iri import clean

Triple = tuple[str, str, str]
"""Subject, predicate, object: IRIs, or for the object a literal as N-Triples writes it."""

QUOTE: Final = '"'
"""What a literal begins with."""

_LANGUAGE_TAG: Final = regex.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}+")
_YEAR: Final = regex.compile(r"[1-9][0-9]{3}")
_MONTH: Final = regex.compile(r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])")
_ISO_DATE: Final = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ESCAPES: Final = {
    r"\t": "\t", r"\b": "\b", r"\n": "\n", r"\r": "\r", r"\f": "\f", r"\"": '"', r"\'": "'", r"\\": "\\",
}  # fmt: skip
_ESCAPED: Final = regex.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[tbnrf\"'\\])")
_INTEGER: Final = f'"^^<{v.XSD}integer>'


class Value(NamedTuple):
    """What an object says.

    Attributes:
        value: an IRI, or the text of a literal.
        language: of a literal; None where it has none.
    """

    value: str
    language: str | None = None


@lru_cache(maxsize=1 << 16)
def node(name: str) -> ox.NamedNode:
    """Return an IRI as a term of Oxigraph."""
    return ox.NamedNode(name)


def text(value: str, language: str | None = None) -> str:
    """Return a literal, with its language if that is a well-formed tag."""
    return f'"{_escaped(value)}"{_tag(language)}' if language else f'"{_escaped(value)}"'


def typed(value: str, datatype: str) -> str:
    """Return a literal of a datatype."""
    return f'"{_escaped(value)}"^^<{datatype}>'


def day(value: str) -> str:
    """Return a date literal; text that is not an ISO date stays a plain literal."""
    return typed(value, v.XSD + "date") if is_day(value) else text(value)


def stated(value: str) -> tuple[str, str]:
    """Return the property and the literal of a date that a text gives; days, months and years share no property."""
    for precision, predicate in ((_MONTH, v.STATED_MONTH), (_YEAR, v.STATED_YEAR)):
        if precision.fullmatch(value):
            return predicate, typed(value, values.PRECISIONS[predicate])
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


def number(value: int) -> str:
    """Return an integer literal."""
    return f'"{int(value)}{_INTEGER}'


def boolean(value: bool) -> str:  # noqa: FBT001  # the one argument is the value itself
    """Return a Boolean literal."""
    return typed("true" if value else "false", v.XSD + "boolean")


def is_literal(said: str) -> bool:
    """Return whether an object is a literal, and no IRI."""
    return said.startswith(QUOTE)


def value_of(said: str) -> Value:
    """Return what an object says."""
    if not said.startswith(QUOTE):
        return Value(said)
    end = said.rindex(QUOTE)
    return Value(_plain(said[1:end]), said[end + 2 :] if said[end + 1 : end + 2] == "@" else None)


def text_of(said: str) -> str:
    """Return what an object says without its language."""
    return _plain(said[1 : said.rindex(QUOTE)]) if said.startswith(QUOTE) else said


def texts_of(said: Sequence[str]) -> Iterable[str]:
    """Return what `text_of` does for many objects."""
    return map(text_of, said) if QUOTE in map(itemgetter(0), said) else said


def written(said: str) -> str:
    """Return an object as N-Triples writes it."""
    return said if said.startswith(QUOTE) else f"<{said}>"


def ntriples(triples: Iterable[Triple]) -> bytes:
    """Return triples as N-Triples, in their order."""
    return "".join(f"<{subject}> <{predicate}> {written(said)} .\n" for subject, predicate, said in triples).encode()


def _escaped(value: str) -> str:
    """Return a text as it stands between the quotation marks of N-Triples, without lone surrogates.

    It is in Unicode's normal form C, as RDF 1.1 (section 3.3) and Web Annotation want texts to be, and Jena warns of
    others: Arabic is printed with two marks on a letter in either order. Rows keep what is printed.
    """
    value = value if value.isascii() else normalize("NFC", value)
    if value.isprintable() and QUOTE not in value and "\\" not in value:
        return value
    return str(ox.Literal(clean(value)))[1:-1]


def _plain(escaped: str) -> str:
    """Return a text that stands between the quotation marks of N-Triples."""
    return _ESCAPED.sub(_meant, escaped) if "\\" in escaped else escaped


def _meant(escape: "regex.Match[str]") -> str:
    """Return the character that a sequence with a backslash stands for."""
    code = escape[0][2:]
    return chr(int(code, 16)) if code else _ESCAPES[escape[0]]


@lru_cache(maxsize=256)
def _tag(language: str) -> str:
    """Return what follows the text of a literal in a language."""
    return f"@{language.lower()}" if _LANGUAGE_TAG.fullmatch(language) else ""
