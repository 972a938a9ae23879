"""The shape of a row in the gazetteer's TOML files: its keys, its texts, its date, its tables of titles."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

import regex

_TEXT: Final = "text without outer blanks, line breaks, no-break spaces or quotation marks"
_SLUG: Final[regex.Pattern[str]] = regex.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+")
_LANGUAGE: Final[regex.Pattern[str]] = regex.compile(r"[a-z]{2}")
_SYMBOL: Final[regex.Pattern[str]] = regex.compile(r"[A-Z][A-Za-z0-9()./,\[\]_-]++")
_UNCLEAN: Final[regex.Pattern[str]] = regex.compile(r"[\p{C}\p{Zl}\p{Zp}《》«»“”\"\xa0\u202f]|\A\s|\s\Z|\s\s")


def row_offences(row: Mapping[str, Any], keys: Mapping[str, type], needed: tuple[str, ...]) -> Iterator[str]:
    """Give what is wrong with a row's keys, texts, date and titles, a sentence each.

    Args:
        row: the table as TOML gives it.
        keys: every key a row may have, with the type of its value.
        needed: the keys it must have.
    """
    yield from (f"unknown key {key!r}" for key in row if key not in keys)
    yield from (f"missing key {key!r}" for key in needed if key not in row)
    for key, value in row.items():
        if key in keys and type(value) is not keys[key]:
            yield f"{key} must be {keys[key].__name__}"
        elif isinstance(value, str) and not is_clean(value):
            yield f"{key} {value!r} must be {_TEXT}"
    if not _matches(_SLUG, row.get("slug", "x")):
        yield "slug must be lower-case words joined by hyphens"
    if "date" in row and not is_date(row["date"]):
        yield f"date {row['date']!r} must be an ISO date"
    for key in ("titles", "short"):
        table = row.get(key, {})
        yield from _table_offences(key, table) if isinstance(table, dict) else ()
    titles = row.get("titles")
    firsts = (
        [texts[0] for texts in titles.values() if isinstance(texts, list) and texts] if isinstance(titles, dict) else []
    )
    if row.get("title") not in firsts:
        yield "title must be the first title of a language"


def is_symbol(value: object) -> bool:
    """Tell whether a value looks like a UN symbol in canonical form, without blanks."""
    return _matches(_SYMBOL, value)


def is_date(value: object) -> bool:
    """Tell whether a value is an ISO date with hyphens."""
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_clean(value: object) -> bool:
    """Tell whether a value is text as a title must be: no outer or double blanks, no control characters, no quotes."""
    return isinstance(value, str) and value != "" and _UNCLEAN.search(value) is None


def _table_offences(key: str, table: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a table of titles by language."""
    for language, texts in table.items():
        if not _matches(_LANGUAGE, language):
            yield f"{key}.{language} must be a language code of two letters"
        if isinstance(texts, list) and texts:
            yield from (f"{key}.{language} {text!r} must be {_TEXT}" for text in texts if not is_clean(text))
        else:
            yield f"{key}.{language} must be a list of titles"


def _matches(pattern: regex.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
