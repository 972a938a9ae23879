"""The named queries that ship: `queries/*.rq`, each with its title, its question and its parameters in a header."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

import regex

from extract.model.errors import DataError

_HEADER: Final = regex.compile(r"# (?P<key>title|question|param)(?: (?P<name>[a-z][a-z0-9]*+))?+: (?P<text>[^\n]++)")
_PATH: Final = regex.compile(r"\b[a-z]{1,8}+:\w++\)?[+*]")
_DEFAULT: Final = regex.compile(r"(?P<text>[^\n]*) \(default (?P<value>[^\n]*)\)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a named query.

    Attributes:
        name: the variable that it is bound to; one that begins with `symbol` takes the key of a work.
        description: what it means.
        default: the value if none is given; a number if the parameter is one.
    """

    name: str
    description: str
    default: str | int


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships.

    Attributes:
        name: its file's name without extension.
        title: a few words.
        question: the question that it answers, one sentence.
        parameters: what can be given.
        text: the whole file: SPARQL with its header as comments.
    """

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def transitive(self) -> bool:
        """Whether it follows edges over any number of steps, which takes longer than one step."""
        return _PATH.search(self.text) is not None


@lru_cache(maxsize=1)
def named_queries() -> Mapping[str, NamedQuery]:
    """Return the queries that ship, by name, sorted.

    Raises:
        DataError: a file has no title, no question or a parameter without default.
    """
    folder = files("graph.query") / "queries"
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".rq")), key=lambda path: path.name)
    queries = [read_query(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8")) for path in paths]
    return MappingProxyType({query.name: query for query in queries})


def read_query(name: str, text: str) -> NamedQuery:
    """Read a query file: comment lines `# title:`, `# question:`, `# param NAME: description (default …)`, then SPARQL.

    A default that is a number makes the parameter one, unless it stands in quotation marks; `none` is the empty string.

    Raises:
        DataError: the header breaks these rules; all problems are named.
    """
    said: dict[str, str] = {}
    parameters: list[Parameter] = []
    problems: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header = _HEADER.fullmatch(line)
        if header is None or (header["key"] == "param") != (header["name"] is not None):
            problems.append(f"no header line: {line}")
        elif header["key"] != "param":
            said[header["key"]] = header["text"]
        elif default := _DEFAULT.fullmatch(header["text"]):
            value = default["value"].removeprefix("none")
            known = int(value) if value.isdecimal() else value.removeprefix('"').removesuffix('"')
            parameters.append(Parameter(header["name"], default["text"], known))
        else:
            problems.append(f"param {header['name']} has no (default …)")
    problems += [f"no {key}" for key in ("title", "question") if key not in said]
    if problems:
        raise DataError(f"{name}.rq", problems)
    return NamedQuery(name, said["title"], said["question"], tuple(parameters), text)
