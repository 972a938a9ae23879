"""RDF syntaxes written by ourselves, because the order must be the same each time and symbols must survive.

Oxigraph writes each term; we sort and lay out. A local name is used only where it is plain letters, digits, `_`, `-`:
tools disagree on brackets, dots and slashes in prefixed names, and nobody disagrees on `<…>`.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

import pyoxigraph as ox
import regex

from graph import vocabulary as v

_LOCAL: Final = regex.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}+")
_PREFIX_OF: Final = {namespace: prefix for prefix, namespace in v.PREFIXES.items()}
_TYPE: Final = f"<{v.TYPE}>"


def ntriples(triples: Iterable[ox.Triple]) -> Iterator[bytes]:
    """Give sorted N-Triples, a line a piece."""
    return (line + b"\n" for line in _lines(triples))


def nquads(triples: Iterable[ox.Triple], name: str) -> Iterator[bytes]:
    """Give sorted N-Quads in one named graph, a line a piece."""
    tail = f"<{name}> .\n".encode()
    return (line[:-1] + tail for line in _lines(triples))


def turtle(triples: Iterable[ox.Triple]) -> Iterator[bytes]:
    """Give sorted Turtle, a subject a piece, `a` first."""
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in v.PREFIXES.items()).encode()
    statements = (
        line[:-2].decode().split(" ", 2) for line in _lines(triples)
    )  # neither subject nor predicate has blanks
    for subject, group in groupby(statements, key=lambda statement: statement[0]):
        objects: dict[str, list[str]] = {}
        for _, predicate, said in group:
            objects.setdefault(predicate, []).append(said)
        ordered = sorted(objects, key=lambda predicate: (predicate != _TYPE, predicate))
        rows = [
            f"{'a' if predicate == _TYPE else _name(predicate)} {', '.join(map(_term, objects[predicate]))}"
            for predicate in ordered
        ]
        block = " ;\n    ".join(rows)
        yield f"\n{_name(subject)} {block} .\n".encode()


def jsonld(triples: Iterable[ox.Triple]) -> Iterator[bytes]:
    """Give sorted JSON-LD, a node a piece."""
    yield f'{{"@context": {json.dumps(dict(v.PREFIXES))},\n"@graph": ['.encode()
    statements = sorted((_id(triple.subject), triple.predicate.value, str(triple.object), triple) for triple in triples)
    separator = "\n"
    for subject, group in groupby(statements, key=lambda statement: statement[0]):
        row: dict[str, Any] = {"@id": subject}
        for _, predicate, _, triple in group:
            if predicate == v.TYPE:
                row.setdefault("@type", []).append(_id(triple.object))
            else:
                row.setdefault(_compact(predicate), []).append(_value(triple.object))
        yield (separator + json.dumps(row, ensure_ascii=False)).encode()
        separator = ",\n"
    yield b"\n]}\n"


def _lines(triples: Iterable[ox.Triple]) -> list[bytes]:
    """Sorted N-Triples lines; sorting keeps the statements of a subject together."""
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return sorted(data.split(b"\n")[:-1])


def _term(said: str) -> str:
    """An object of N-Triples as Turtle."""
    if said.startswith("<"):
        return _name(said)
    if said.startswith('"') and said.endswith(">"):
        text, _, datatype = said.rpartition("^^")
        return f"{text}^^{_name(datatype)}"
    return said


@lru_cache(maxsize=1 << 14)
def _name(bracketed: str) -> str:
    """An IRI in angle brackets, or its prefixed name where that is plain."""
    iri = bracketed[1:-1]
    name = _compact(iri)
    return bracketed if name is iri else name


def _compact(iri: str) -> str:
    """The prefixed name of an IRI where its local part is plain, else the IRI itself, the same object."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri, cut) else iri


def _id(term: Any) -> str:  # noqa: ANN401  # pyoxigraph has no common base for subjects and objects
    """An IRI or blank node as JSON-LD names it."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _value(term: Any) -> dict[str, str]:  # noqa: ANN401  # as above
    """An object as JSON-LD writes it."""
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == v.XSD + "string":
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}
