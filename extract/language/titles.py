"""How the titles of a language vary (`data/LANGUAGE/titles.toml`): loaded, checked, compiled once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import regex

from extract.model.errors import DataError

_YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"


_KEYS: Final[Mapping[str, type]] = {
    "unit": str, "optional": list, "same": dict, "letters": dict, "prefixes": list, "endings": list,
    "singular": list, "plural": list, "stem": int, "insertions": list, "dates": list,
    "thereto": list, "pairs": list, "sole": list, "group": list,
}  # fmt: skip


_TABLES: Final = frozenset({"same", "letters"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """How the titles of one language vary: `language/data/LANGUAGE/titles.toml`.

    Attributes:
        unit: `word`, or `character` where a script sets no blanks between words.
        optional: words that may stand in a title or not (articles); in a script of characters, strings.
        same: words that mean another (contractions, spellings) to that other.
        letters: single letters to what they count as; the empty text drops them.
        prefixes: what a script attaches before a word; taken off as long as `stem` letters stay.
        endings: case endings; the longest is taken off, if `stem` letters stay.
        singular: endings that a word in the singular alone has.
        plural: endings that a word in the plural alone has; a title in the one number does not mean the other.
        stem: fewest letters that stay.
        insertions: patterns of phrases within titles that may stand there or not.
        dates: patterns of dates and years within titles; each calls `{year}` where the year stands.
        thereto: phrases that mean the protocols of the treaty named before them.
        pairs: the same for two of them.
        sole: the same in the singular; they mean the protocol of a treaty that has one only.
        groups: phrases that name several texts at once, with the slugs of those.
    """

    unit: str = "word"
    optional: tuple[str, ...] = ()
    same: Mapping[str, str]
    letters: Mapping[str, str]
    prefixes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    singular: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    stem: int = 3
    insertions: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    thereto: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()


@cache
def load_titles(language: str) -> Titles:
    """Read the names lexicon of a language that ships; cached.

    Args:
        language: ISO 639-1 code.

    Raises:
        DataError: there is none for that language, or it breaks the rules; every offence is named.
    """
    path = files("extract.language") / "data" / language / "titles.toml"
    if not (language.isascii() and language.isalpha() and path.is_file()):
        raise DataError("language/data", [f"no names lexicon for language {language!r}"])
    return read_titles(path.read_text(encoding="utf-8"), file=f"language/data/{language}/titles.toml")


def read_titles(content: str, *, file: str) -> Titles:
    """Read a names lexicon from the text of its TOML file.

    Raises:
        DataError: it is no TOML or breaks the rules; every offence is named.
    """
    try:
        row = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, [f"not TOML: {error}"]) from error
    offences = [f"unknown key {key!r}" for key in row if key not in _KEYS]
    offences += [
        f"{key} must be {kind.__name__}" for key, kind in _KEYS.items() if type(row.get(key, kind())) is not kind
    ]
    if not offences:
        offences += _value_offences(row)
    if offences:
        raise DataError(file, offences)
    groups = tuple((form, tuple(group["entries"])) for group in row.pop("group", ()) for form in group["forms"])
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    tables = {key: row.get(key, {}) for key in _TABLES}
    return Titles(**row | lists | tables, groups=groups)


def _value_offences(row: dict[str, Any]) -> list[str]:
    """What is wrong inside the keys of a lexicon."""
    offences = (
        []
        if row.get("unit", "word") in ("word", "character")
        else [f"unit {row['unit']!r} is neither word nor character"]
    )
    for key, value in row.items():
        texts = (
            value if isinstance(value, list) and key != "group" else [*value, *value.values()] if key in _TABLES else ()
        )
        offences += [f"{key} {text!r} must be text" for text in texts if not isinstance(text, str)]
    offences += [f"letter {letter!r} must be one character" for letter in row.get("letters", {}) if len(letter) != 1]
    for group in row.get("group", ()):
        sound = isinstance(group, dict) and group.keys() == {"forms", "entries"}
        if not sound or not all(isinstance(text, str) for table in group.values() for text in table):
            offences.append(f"group {group!r} must have forms and entries, both lists of text")
    for pattern in (*row.get("dates", ()), *row.get("insertions", ())):
        try:
            regex.compile(str(pattern).replace("{year}", _YEAR), regex.V1)
        except regex.error as error:
            offences.append(f"{pattern!r} is no pattern: {error}")
    dates = [str(pattern) for pattern in row.get("dates", ())]
    offences += [f"date {date!r} must hold {{year}} once" for date in dates if date.count("{year}") != 1]
    return offences
