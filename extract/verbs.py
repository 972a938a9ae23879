"""The citing verbs of a language: loaded from `lexicons/verbs/*.toml`, checked, and compiled once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import count
from typing import Any, Final, cast

import regex

from extract.citation import RELATIONS, Relation
from extract.errors import DataError

_LISTS: Final[tuple[str, ...]] = (
    "before", "within", "after", "coordinators", "circumstances", "subjects", "barred_after", "openers", "phrase_after",
)  # fmt: skip
_TABLES: Final[tuple[str, ...]] = ("participle", "finite", "leading", "postposed", "phrase")
_STOPS: Final[str] = r"[,;:.،؛،，；：。、(（—–]"
# A paragraph may still carry its number or letter: "12. ", "(a) ", "3 - ".
_LABEL: Final[str] = r"\s*+(?:\d{1,3}+\s?[.．、–-]\s?+|[(（]\w{1,4}+[)）]\s?+)?+"


@dataclass(frozen=True, slots=True, eq=False)
class VerbLexicon:
    """The citing verbs of one language, ready to search.

    Attributes:
        language: ISO 639-1 code.
        main: boundary of a clause and the verb that opens it.
        postposed: opener, object and the verb behind it.
        phrase: prepositions that govern what stands right behind.
        gap: all that may stand between such a preposition and its reference.
        forms: for each numbered group of the patterns, the table it is from and what it does.
    """

    language: str
    main: "regex.Pattern[str]"
    postposed: "regex.Pattern[str]"
    phrase: "regex.Pattern[str]"
    gap: "regex.Pattern[str]"
    forms: Mapping[str, tuple[str, Relation]]


@lru_cache(maxsize=16)
def load_verbs(language: str) -> VerbLexicon:
    """Load the verbs of a language from `lexicons/verbs/LANGUAGE.toml`.

    Raises:
        DataError: there is no such file, or it breaks its rules; all offences are named.
    """
    name = f"lexicons/verbs/{language}.toml"
    try:
        raw = files("extract").joinpath(name).read_text(encoding="utf-8")
        data = tomllib.loads(raw)
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise DataError(name, [str(error)]) from error
    offences = _offences(data, language)
    if offences:
        raise DataError(name, offences)
    return _compile(data)


def _offences(data: Mapping[str, Any], language: str) -> list[str]:
    """List what breaks the rules of a verb lexicon."""
    known = {"language", "spaced", "pointed", "lists", *_TABLES}
    offences = [f"unknown key {key!r}" for key in data if key not in known]
    offences += [f"missing key {key!r}" for key in sorted(known) if key not in data]
    offences += [f"language must be {language!r}"] if data.get("language") != language else []
    switches = [key for key in ("spaced", "pointed") if not isinstance(data.get(key, True), bool)]
    offences += [f"{key} must be true or false" for key in switches]
    tables = {key: data.get(key, {}) for key in ("lists", *_TABLES)}
    offences += [f"[{key}] must be a table" for key, table in tables.items() if not isinstance(table, dict)]
    if offences:
        return offences
    lists = tables.pop("lists")
    offences += [f"unknown list {key!r}" for key in lists if key not in _LISTS]
    offences += [f"missing list {key!r}" for key in _LISTS if key not in lists]
    meanings = [(key, meaning) for key, table in tables.items() for meaning in table]
    offences += [f"[{key}] {meaning!r} is no relation" for key, meaning in meanings if meaning not in RELATIONS]
    for key, table in {"lists": lists, **tables}.items():
        seen: dict[str, str] = {}
        for meaning, forms in table.items():
            if not isinstance(forms, list) or any(not isinstance(f, str) or f != f.strip() or not f for f in forms):
                offences.append(f"[{key}] {meaning} must be a list of forms without outer blanks")
                continue
            for form in forms:
                twice = key != "lists" and form in seen
                offences += [f"[{key}] {form!r} stands under both {seen[form]!r} and {meaning!r}"] if twice else []
                seen[form] = meaning
    return offences


def _compile(data: Mapping[str, Any]) -> VerbLexicon:
    """Write the patterns of a lexicon that keeps the rules."""
    lists: Mapping[str, list[str]] = data["lists"]
    spaced: bool = data["spaced"]
    blank = r"\s" if spaced else r"\s?+"
    left, right = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")

    def word(form: str) -> str:
        escaped = regex.escape(form, literal_spaces=True).replace("’", "['’]").replace(" ", blank)
        return regex.sub(r"(\p{L})", r"\1\\p{Mn}*+", escaped) if data["pointed"] else escaped

    def any_of(*names: str) -> str:
        forms = sorted({form for name in names for form in lists[name]}, key=lambda form: (-len(form), form))
        if names == ("phrase_after",):  # stops, not words
            return f"(?:{'|'.join(map(word, forms)) or '(?!)'})"
        return f"(?:{left}(?:{'|'.join(word(form) for form in forms) or '(?!)'}){right})"

    inner = f"{blank}(?:{any_of('within', 'after')}{blank}){{0,4}}"
    numbers = count()
    forms: dict[str, tuple[str, Relation]] = {}

    def verbs_of(*tables: str) -> str:
        rows = [(form, table, relation) for table in tables for relation, rows in data[table].items() for form in rows]
        parts = []
        for form, table, relation in sorted(rows, key=lambda row: (-len(row[0]), row[0], row[1])):
            group = f"f{next(numbers)}"
            forms[group] = (table, cast("Relation", relation))
            parts.append(f"(?P<{group}>{inner.join(word(part) for part in form.split(' '))})")
        core = f"{left}(?:{'|'.join(parts) or '(?!)'}){right}"
        return f"(?P<verb>)(?:{any_of('before')}{blank}){{0,3}}?{core}(?:{blank}{any_of('after')}){{0,3}}"

    joint = f"(?:(?:{any_of('coordinators')}|{any_of('circumstances')}{_STOPS}?+){blank}){{0,3}}"
    opening = (
        f"(?:^(?P<lead>{_LABEL}(?:{any_of('subjects')}{_STOPS}?+{blank})?+)|{_STOPS}\\s*+|(?={any_of('coordinators')}))"
    )
    noun = f"(?!{blank}{any_of('barred_after')})" if lists["barred_after"] else ""
    flags = regex.IGNORECASE | regex.VERSION1
    postposed = (
        f"(?P<open>{any_of('openers')})[^;；。]{{1,200}}?{verbs_of('postposed')}" if data["postposed"] else "(?!)"
    )
    return VerbLexicon(
        language=data["language"],
        main=regex.compile(f"{opening}{joint}{verbs_of('participle', 'finite', 'leading')}{noun}", flags),
        postposed=regex.compile(postposed, flags),
        phrase=regex.compile(f"(?:^{_LABEL}|{any_of('phrase_after')}\\s*+{joint}){verbs_of('phrase')}", flags),
        gap=regex.compile(r"[^,;:.،؛，；：。]{0,90}", flags),
        forms=forms,
    )
