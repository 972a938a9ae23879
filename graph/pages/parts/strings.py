"""The words of the pages in all their languages: `strings.toml`, checked when it is loaded, and the labels of acts."""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

from extract.model.errors import DataError
from extract.model.relations import load_acts

FILE: Final = "strings.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of the pages.

    Attributes:
        code: BCP 47 code, as in a `lang` attribute.
        name: the language's own name for itself.
        direction: `ltr` or `rtl`.
        text: key → words; `{name}` is a placeholder for a value.
    """

    code: str
    name: str
    direction: str
    text: dict[str, str]


@functools.cache
def languages() -> tuple[Language, ...]:
    """Read the table; the first language is the one a page shows before its script runs.

    Raises:
        DataError: a language lacks a key, has one too many, or lacks its name or direction; every problem is listed.
    """
    table = tomllib.loads(resources.files("graph.pages.parts").joinpath(FILE).read_text(encoding="utf-8"))
    for code, entry in table.items():
        entry["text"] |= {f"relation.{name}": act.label[code] for name, act in load_acts().items()}
    return parse_languages(table, file=FILE)


def parse_languages(table: dict[str, Any], *, file: str) -> tuple[Language, ...]:
    """Check a table of strings and return its languages in the table's order.

    Raises:
        DataError: see `languages`.
    """
    problems: list[str] = [] if table else ["no language"]
    first: dict[str, Any] = next(iter(table.values()), {})
    reference = set(first.get("text", {}))
    for code, entry in table.items():
        text = entry.get("text", {})
        problems += [f"{code}: missing {key!r}" for key in sorted(reference - set(text))]
        problems += [f"{code}: unknown {key!r}" for key in sorted(set(text) - reference)]
        problems += [f"{code}: {key!r} must be text" for key, words in text.items() if not isinstance(words, str)]
        problems += [f"{code}: missing name"] if not isinstance(entry.get("name"), str) else []
        problems += [f"{code}: direction must be ltr or rtl"] if entry.get("direction") not in ("ltr", "rtl") else []
    if problems:
        raise DataError(file, problems)
    return tuple(
        Language(code=code, name=entry["name"], direction=entry["direction"], text=dict(entry["text"]))
        for code, entry in table.items()
    )
