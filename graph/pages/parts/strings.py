"""The words of the pages: a file a language in `strings/`, checked when they are loaded, and the labels of acts."""

import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

import regex

from extract.model.errors import DataError
from extract.model.relations import load_acts

FOLDER: Final = "strings"
FIRST: Final = "en"
"""The language that a page shows before its script runs; its keys are those that every language needs."""

_IN_MARKUP: Final = regex.compile(r'data-t(?:-label|-hint)?="([^"]++)"')
_IN_SCRIPT: Final = regex.compile(r"""["'`]([a-z][\w-]*+(?:\.[\w-]++)*+\.?+)(?=["'`]|\$\{)""")


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
    """Read the files, that of `FIRST` first, then in the order of their codes.

    Raises:
        DataError: a language lacks a key, has one too many, or lacks its name or direction; every problem is listed.
    """
    folder = resources.files("graph.pages.parts").joinpath(FOLDER)
    files = [each for each in folder.iterdir() if each.name.endswith(".toml")]
    loaded = {each.name.removesuffix(".toml"): tomllib.loads(each.read_text(encoding="utf-8")) for each in files}
    table = {code: loaded[code] for code in sorted(loaded, key=lambda code: (code != FIRST, code))}
    for code, entry in table.items():
        entry["text"] |= {f"relation.{name}": act.label[code] for name, act in load_acts().items() if code in act.label}
    return parse_languages(table, file=FOLDER)


def used_keys(markup: str, scripts: Iterable[str]) -> list[str]:
    """Return the keys whose words a page needs, in the order of the files, so that no page carries those of others.

    Args:
        markup: of the page; an element names its key in `data-t`, `data-t-label` or `data-t-hint`.
        scripts: of the page; they name a key whole (`"close"`), or its beginning up to a full stop (`"kind." + …`).
    """
    named = set(_IN_MARKUP.findall(markup)).union(*map(_named_in, scripts))
    beginnings = tuple(name for name in named if name.endswith("."))
    return [key for key in languages()[0].text if key in named or key.startswith(beginnings)]


@functools.lru_cache(maxsize=32)
def _named_in(script: str) -> frozenset[str]:
    return frozenset(_IN_SCRIPT.findall(script))


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
