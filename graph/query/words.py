"""`Words`: what the named queries are called in the languages of the pages, a file a language in `words/`.

A query or a column without words in a language is shown in English or by its name; the tests name what lacks words.
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from extract.model.errors import DataError
from graph.query.named import named_queries

ENGLISH: Final = "en"
_PARTS: Final = ("columns", "parameters", "queries")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        columns: name of a column → heading.
        parameters: English description of a parameter → description.
        titles: name of a query → its title.
        questions: name of a query → its question.
    """

    columns: Mapping[str, str]
    parameters: Mapping[str, str]
    titles: Mapping[str, str]
    questions: Mapping[str, str]


@functools.cache
def load_words() -> Mapping[str, Words]:
    """Return the words by language code, English first, the others in the order of their codes.

    Raises:
        DataError: a file has a table that none of this is, or something that is not text.
    """
    found = {each.name.removesuffix(".toml"): each for each in (files("graph.query") / "words").iterdir()}
    codes = sorted(found, key=lambda code: (code != ENGLISH, code))
    loaded = {code: parse_words(tomllib.loads(found[code].read_text(encoding="utf-8")), file=code) for code in codes}
    loaded[ENGLISH] = _english(loaded[ENGLISH].columns)
    return MappingProxyType(loaded)


def parse_words(table: Mapping[str, Mapping[str, object]], *, file: str) -> Words:
    """Check a table of words.

    Raises:
        DataError: see `load_words`; all problems are named.
    """
    problems = [f"unknown {key!r}" for key in table if key not in _PARTS]
    columns, parameters = (_texts(table.get(part, {}), part, problems) for part in _PARTS[:2])
    queries = table.get("queries", {})
    titles, questions = (
        _texts({name: _field(said, key) for name, said in queries.items()}, key, problems)
        for key in ("title", "question")
    )
    if problems:
        raise DataError(f"words/{file}.toml", problems)
    return Words(columns, parameters, titles, questions)


def _field(said: object, key: str) -> object:
    return said.get(key) if isinstance(said, Mapping) else None


def _texts(table: Mapping[str, object], part: str, problems: list[str]) -> dict[str, str]:
    problems += [f"{part}: {key!r} must be text" for key, words in table.items() if not isinstance(words, str)]
    return {key: words for key, words in table.items() if isinstance(words, str)}


def _english(columns: Mapping[str, str]) -> Words:
    """The English words, which stand in the queries themselves."""
    queries = named_queries()
    parameters = {each.description: each.description for query in queries.values() for each in query.parameters}
    titles = {name: query.title for name, query in queries.items()}
    return Words(columns, parameters, titles, {name: query.question for name, query in queries.items()})
