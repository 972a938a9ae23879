"""`Folding`: a text as a row of folded words: case, endings, particles, articles and years do not hide a title."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import regex

from extract.model.errors import DataError

_LONGEST: Final = 40  # a longer word is no word of a title; it is kept whole so that hostile text costs nothing
_BREAKS: Final = ".;:!?。；：！？…"
_YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_ANY_YEAR: Final = regex.compile(r"(?:1[6-9]|20)\d\d(?!\d)")
_WORD: Final = r"\p{L}[\p{L}\p{M}]{0,200}+|\d++"
_CHARACTER: Final = r"\p{Han}|[\p{L}--\p{Han}][[\p{L}\p{M}]--\p{Han}]{0,200}+|\d++"
_KEYS: Final[Mapping[str, type]] = {
    "unit": str, "optional": list, "same": dict, "letters": dict, "prefixes": list, "endings": list,
    "singular": list, "plural": list, "stem": int, "insertions": list, "dates": list,
    "thereto": list, "pairs": list, "sole": list, "group": list,
}  # fmt: skip
_TABLES: Final = frozenset({"same", "letters"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
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


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's words as a row.

    Attributes:
        words: the folded words; breaks of a sentence are words of their own, articles and dates are left out.
        starts: where each word starts in the text.
        ends: one past where it ends.
        years: the dates left out: how many words stand before, start of the year, start of the date, its end, the year.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    years: list[tuple[int, int, int, str]]


class Folding:
    """Folds the texts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile what the lexicon says."""
        self.lexicon = lexicon
        optional = [word.casefold() for word in lexicon.optional]
        unit = _WORD if lexicon.unit == "word" else _CHARACTER
        strings = [regex.escape(word) for word in (*optional, *lexicon.same) if len(word) > 1]
        strings = sorted(strings, key=len, reverse=True) if lexicon.unit == "character" else []
        dates = [pattern.replace("{year}", _YEAR) for pattern in (*lexicon.dates, "{year}")]
        dates = [rf"(?<!\d){pattern}" for pattern in dates]
        skipped = [rf"(?P<skipped>{pattern})" for pattern in lexicon.insertions]
        others = [*strings, unit, f"[{_BREAKS}]"]
        self._tokens = regex.compile("|".join([*skipped, *dates, *others]), regex.V1)
        self._dateless = regex.compile("|".join([*skipped, *others]), regex.V1)
        self._fold = lru_cache(maxsize=1 << 14)(_folder(lexicon, frozenset(optional)))
        self._numbers = {ending: number for number in ("singular", "plural") for ending in getattr(lexicon, number)}
        self._endings = sorted({*lexicon.endings, *self._numbers}, key=len, reverse=True)

    def fold(self, text: str) -> Folded:
        """Fold a text; every word keeps its place."""
        folded = Folded([], [], [], [])
        words, starts, ends, fold = folded.words, folded.starts, folded.ends, self._fold
        for match in (self._tokens if _ANY_YEAR.search(text) else self._dateless).finditer(text):
            if match.lastgroup == "skipped":
                continue
            if match.lastgroup:
                folded.years.append((len(words), match.start("year"), match.end(), match["year"]))
            elif word := fold(match[0]):
                words.append(word)
                starts.append(match.start())
                ends.append(match.end())
        return folded

    def numbers(self, text: str, folded: Folded, first: int = 0, last: int | None = None) -> tuple[str, ...]:
        """Give the grammatical number of folded words: `singular`, `plural`, or empty where the ending may be both."""
        if not self._numbers:
            return ()
        places = zip(folded.starts[first:last], folded.ends[first:last], strict=True)
        return tuple(self._number(text[start:end].casefold()) for start, end in places)

    def _number(self, word: str) -> str:
        longest = next((ending for ending in self._endings if word.endswith(ending)), "")
        return self._numbers.get(longest, "")


@cache
def load_lexicon(language: str) -> Lexicon:
    """Read the names lexicon of a language that ships; cached.

    Args:
        language: ISO 639-1 code.

    Raises:
        DataError: there is none for that language, or it breaks the rules; every offence is named.
    """
    path = files("extract.language") / "data" / language / "titles.toml"
    if not (language.isascii() and language.isalpha() and path.is_file()):
        raise DataError("language/data", [f"no names lexicon for language {language!r}"])
    return read_lexicon(path.read_text(encoding="utf-8"), file=f"language/data/{language}/titles.toml")


def read_lexicon(content: str, *, file: str) -> Lexicon:
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
    return Lexicon(**row | lists | tables, groups=groups)


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


def _folder(lexicon: Lexicon, optional: frozenset[str]) -> Callable[[str], str]:
    """The function that folds one word; an optional word becomes the empty text."""
    letters = {ord(letter): value for letter, value in lexicon.letters.items()}
    same = {word.casefold(): other.casefold() for word, other in lexicon.same.items()}
    prefixes = tuple(sorted((_spell(prefix, letters) for prefix in lexicon.prefixes), key=len, reverse=True))
    endings = tuple(sorted((_spell(ending, letters) for ending in lexicon.endings), key=len, reverse=True))
    least = lexicon.stem

    def stem(word: str) -> str:
        plain = word.casefold()
        plain = same.get(plain, plain).translate(letters)
        if len(plain) > _LONGEST:
            return plain
        while prefix := next((p for p in prefixes if plain.startswith(p) and len(plain) - len(p) >= least), ""):
            plain = plain[len(prefix) :]
        ending = next((e for e in endings if plain.endswith(e) and len(plain) - len(e) >= least), "")
        return plain[: len(plain) - len(ending)]

    left_out = {"", *map(stem, optional)}
    return lambda word: "" if (folded := stem(word)) in left_out else folded


def _spell(text: str, letters: Mapping[int, str]) -> str:
    """An affix in the letters of folded words."""
    return text.casefold().translate(letters)
