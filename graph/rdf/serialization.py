"""RDF syntaxes with our own writers, because the order must be reproducible and symbols must survive.

Oxigraph writes each term; we sort and lay out. The input is sorted N-Triples (`graph.store.lines`), in which all
statements of a subject stand together; JSON-LD takes triples in batches by subject (`graph.store.batches`). A local
name is used only where it is plain letters, digits, `_`, `-`: tools disagree on brackets, dots and slashes in prefixed
names, but not on `<…>`.
"""

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, BinaryIO, Final

import pyoxigraph as ox
import regex

from graph.rdf import values
from graph.rdf import vocabulary as v

Batches = Iterable[Iterable[ox.Triple]]
"""Triples, all of a subject in one batch, the batches by subject."""

_LONGEST: Final = 100  # characters of a local name
_NO_XML: Final = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OFTEN: Final = 2  # times that an object occurs on the average, from which it is written once
_SAMPLE: Final = 64  # objects that tell how often one occurs
_LOCAL: Final = regex.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}+")
PREFIXES: Final = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in v.PREFIXES.items()).encode()
"""What a file in Turtle begins with."""

_PREFIX_OF: Final = {namespace: prefix for prefix, namespace in v.PREFIXES.items()}
_TYPE: Final = f"<{v.TYPE}>"
_COERCED: Final[Mapping[str, str]] = {
    **dict.fromkeys(values.LINKS, "@id"),
    **dict.fromkeys(values.WHOLE_NUMBERS, v.XSD + "integer"),
    **values.PRECISIONS,
}
"""Property to what its objects are: IRIs, whole numbers, dates."""
_TERMS: Final[Mapping[str, str]] = {
    predicate: predicate.rpartition("#")[2].rpartition("/")[2]
    for predicate in (*values.LINKS, *values.WHOLE_NUMBERS, *values.PRECISIONS, *values.TEXTS)
}
"""Property to its short name in JSON-LD."""


def ntriples(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield N-Triples from sorted lines, one line at a time."""
    return (line + b"\n" for line in lines)


def nquads(lines: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Yield N-Quads from sorted lines, all in one named graph, one line at a time."""
    tail = f"<{name}> .\n".encode()
    return (line[:-1] + tail for line in lines)


def described(lines: Iterable[bytes]) -> Iterator[tuple[str, list[str]]]:
    """Yield subjects with their statements (predicate, blank, object), from sorted lines of N-Triples."""
    statements = (line[:-2].decode().split(" ", 1) for line in lines)
    for subject, group in groupby(statements, key=lambda statement: statement[0]):
        yield subject, [statement for _, statement in group]


def turtle(descriptions: Iterable[tuple[str, Iterable[str]]]) -> Iterator[bytes]:
    """Yield Turtle from subjects and their statements, as `described` has them, one subject at a time, `a` first."""
    yield PREFIXES
    yield from _blocks(descriptions)


def trig(graphs: Mapping[str, Iterable[bytes]]) -> Iterator[bytes]:
    """Yield TriG from the sorted lines of each named graph, one subject at a time."""
    yield PREFIXES
    for graph, lines in graphs.items():
        yield f"\n<{graph}> {{\n".encode()
        yield from _blocks(described(lines))
        yield b"}\n"


class XmlOutput(io.RawIOBase):
    """A file that Oxigraph writes XML to, with each carriage return as a reference.

    Oxigraph writes them as they are, and whoever reads XML takes such a one for a line feed.
    """

    def __init__(self, file: BinaryIO) -> None:
        """Write on to a file."""
        self._file = file

    def writable(self) -> bool:
        """Return that it is."""
        return True

    def write(self, piece: Any) -> int:  # noqa: ANN401  # bytes, as `IO` declares them
        """Write a piece and return its length."""
        self._file.write(bytes(piece).replace(b"\r", b"&#13;"))
        return len(piece)


def for_xml(batches: Batches) -> Iterator[ox.Triple]:
    """Yield triples sorted, with U+FFFD for each character of a literal that XML 1.0 forbids."""
    for batch in batches:
        for triple in sorted(batch, key=str):
            said = triple.object
            if isinstance(said, ox.Literal) and _NO_XML.search(said.value):
                value = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", said.value)
                kind = {"language": said.language} if said.language else {"datatype": said.datatype}
                yield ox.Triple(triple.subject, triple.predicate, ox.Literal(value, **kind))
            else:
                yield triple


def _blocks(descriptions: Iterable[tuple[str, Iterable[str]]]) -> Iterator[bytes]:
    """Yield the statements of each subject in Turtle."""
    for subject, statements in descriptions:
        rows, last, kind = list[str](), "", -1
        for statement in statements:  # sorted, so that those of a predicate stand together
            predicate, _, said = statement.partition(" ")  # no predicate has spaces
            value = term(_bare(said))
            if predicate == last:
                rows[-1] += f", {value}"
            else:
                kind = len(rows) if predicate == _TYPE else kind
                rows.append(f"{'a' if predicate == _TYPE else name(_bare(predicate))} {value}")
                last = predicate
        if kind > 0:
            rows.insert(0, rows.pop(kind))
        block = " ;\n    ".join(rows)
        yield f"\n{name(_bare(subject))} {block} .\n".encode()


def jsonld(batches: Batches) -> Iterator[bytes]:
    """Yield sorted JSON-LD, one node at a time; its context defines short names of properties and types of objects."""
    yield f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": ['.encode()
    separator = "\n"
    for batch in batches:
        statements = sorted(
            (_id(triple.subject), triple.predicate.value, str(triple.object), triple) for triple in batch
        )
        for subject, group in groupby(statements, key=lambda statement: statement[0]):
            row: dict[str, Any] = {"@id": subject}
            for _, predicate, _, triple in group:
                if predicate == v.TYPE and not isinstance(triple.object, ox.Literal):
                    row.setdefault("@type", []).append(_id(triple.object))
                else:
                    name = _TERMS.get(predicate) or prefixed(predicate)
                    row.setdefault(name, []).append(_value(triple.object, _COERCED.get(predicate)))
            yield (separator + json.dumps(row, ensure_ascii=False)).encode()
            separator = ",\n"
    yield b"\n]}\n"


def context() -> dict[str, Any]:
    """Return the context of the JSON-LD files: the prefixes, and a short name for each property that the graph uses."""
    terms: dict[str, Any] = dict(v.PREFIXES)
    for predicate, name in _TERMS.items():
        kind = _COERCED.get(predicate)
        terms[name] = {"@id": predicate, "@type": kind} if kind else predicate
    return terms


def term(said: str) -> str:
    """Return an object as Turtle: an IRI, or what N-Triples writes for anything else."""
    if said[0] != '"':
        return name(said)
    if said[-1] != ">":
        return said
    text, _, datatype = said.rpartition("^^")
    return f"{text}^^{name(datatype[1:-1])}"


def fresh_name(iri: str) -> str:
    """Return an IRI in angle brackets, or its prefixed name if that is plain; a blank node as it is."""
    short = prefixed(iri)
    return short if short is not iri or iri.startswith("_:") else f"<{iri}>"


name: Final = lru_cache(maxsize=1 << 15)(fresh_name)
"""The same for IRIs that occur often."""


def names(iris: Sequence[str]) -> list[str]:
    """Return what `fresh_name` does for many IRIs; those of one namespace are looked at together."""
    space = iris[0][: max(iris[0].rfind("/"), iris[0].rfind("#")) + 1] if iris else ""
    if prefix := _PREFIX_OF.get(space):
        together, before = "\n".join(("", *iris)), f"\n{space}"  # no IRI has a line feed
        found = together.replace(before, f"\n{prefix}:").split("\n")[1:]
        local = together.replace(before, "")
        longest = max(map(len, found)) - len(prefix) - 1
        if local.isascii() and local.isalnum() and longest <= _LONGEST and f"{prefix}:" not in found:
            return found
    return list(map(fresh_name, iris))


def terms(said: Sequence[str]) -> Iterable[str]:
    """Return what `term` does for many objects; what occurs often is written once."""
    sample = said[:_SAMPLE]
    if len(set(sample)) * _OFTEN > len(sample):
        return _distinct_terms(said)
    known = {value: term(value) for value in set(said)}
    return map(known.__getitem__, said)


def _distinct_terms(said: Sequence[str]) -> Iterable[str]:
    """Return what `term` does for many objects; those of one kind are looked at together."""
    begins = set(map(itemgetter(0), said))
    if '"' not in begins:
        return names(said)
    if len(begins) == 1 and ">" not in map(itemgetter(-1), said):
        return said
    datatype = said[0][said[0].rfind('"') :]
    if datatype.endswith(">") and all(each.endswith(datatype) for each in said):
        cut, short = -len(datatype), f'"^^{name(datatype[4:-1])}'
        return [each[:cut] + short for each in said]
    return map(term, said)


def prefixed(iri: str) -> str:
    """Return the prefixed name of an IRI if its local part is plain, else the IRI itself, the same object."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    if prefix is None:
        return iri
    local = iri[cut:]
    is_plain = len(local) <= _LONGEST and local.isascii() and local.isalnum()  # quicker, and true of most
    return f"{prefix}:{local}" if is_plain or _LOCAL.fullmatch(local) else iri


def _bare(written: str) -> str:
    """Return a term of N-Triples, an IRI without its angle brackets."""
    return written[1:-1] if written[0] == "<" else written


def _id(term: Any) -> str:  # noqa: ANN401  # pyoxigraph has no common base for subjects and objects
    """Return the name of an IRI or blank node in JSON-LD."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _value(term: Any, coerced: str | None) -> Any:  # noqa: ANN401  # as above; text or an object of JSON
    """Return an object in JSON-LD; a plain string if the context defines what kind of object it is."""
    if not isinstance(term, ox.Literal):
        return _id(term) if coerced == "@id" else {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind == coerced:
        return term.value
    plain = kind == v.XSD + "string"
    if plain and coerced is None:
        return term.value
    return {"@value": term.value} if plain else {"@value": term.value, "@type": kind}
