"""The frame of a document: what enacting formulas, adoption lines, meetings, annexes and dates look like.

The words are data, `data/LANGUAGE/structure.toml`, one file a language; this module only knows what the keys mean.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import regex

from extract.model.errors import DataError
from extract.text.flow import plain

_FILE: Final[str] = "structure.toml"
_LISTS: Final[tuple[str, ...]] = (
    "codes", "function_words", "dates", "resolution_titles", "adopted", "meetings", "annexes", "masthead",
    "drafts", "reports", "correspondence",
    "letters", "numerals", "parts",
)  # fmt: skip
_TABLES: Final[tuple[str, ...]] = ("organs", "formulas")
_MONTHS: Final[int] = 12
_COMMAS: Final[str] = " ,،，:"
_VARIABLES: Final[dict[str, str]] = {
    r"\{day\}": r"(?P<day>\d{1,2})",
    r"\{year\}": r"(?P<year>\d{4})",
    r"\{number\}": r"(?P<number>\d{1,5})",
}


@dataclass(frozen=True, slots=True)
class Structure:
    """What frames a document in one language.

    Attributes:
        language: ISO 639-1 code.
        codes: its codes in ISO 639-2, which metadata use.
        function_words: frequent small words that tell the language.
        alphabet: its letters beyond ASCII, small ones, as they stand in a character class.
        months: number of a month, by its names in lower case.
        dates: patterns with groups `day`, `month`, `year`.
        resolution_titles: patterns with groups `number` and, where the form has it, `year`.
        organs: adopting body in English, by its names in lower case.
        formulas: the same by the words that a resolution is enacted with, as they are written and in capitals.
        adopted: pattern of the beginning of a line that says who adopted the text and when.
        meeting: pattern of the word that names a meeting.
        draft: pattern of the words that name a draft, behind its sponsors.
        report: pattern of the line that says what a report is and whose.
        correspondence: pattern of the line that says of a letter or note when it was written and by whom.
        annex: pattern of an annex's heading, whole line, its number in group `number`.
        masthead: pattern of words that stand in a masthead.
        letters: letters of sub-paragraphs in their order; a place lists all signs that may stand there.
        numerals: numerals of sub-sub-paragraphs in their order.
        parts: names of a resolution's parts, A, B…, in their order.
    """

    language: str
    codes: frozenset[str]
    function_words: frozenset[str]
    alphabet: str
    months: dict[str, int]
    dates: tuple["regex.Pattern[str]", ...]
    resolution_titles: tuple["regex.Pattern[str]", ...]
    organs: dict[str, str]
    formulas: dict[str, str]
    adopted: "regex.Pattern[str]"
    meeting: "regex.Pattern[str]"
    draft: "regex.Pattern[str]"
    report: "regex.Pattern[str]"
    correspondence: "regex.Pattern[str]"
    annex: "regex.Pattern[str]"
    masthead: "regex.Pattern[str]"
    letters: tuple[str, ...]
    numerals: tuple[str, ...]
    parts: tuple[str, ...]

    def enacting(self, text: str) -> str | None:
        """The body that the line, if it is an enacting formula and nothing else, makes speak."""
        if len(text) > _LONGEST_FORMULA:
            return None
        line = text.strip()
        words = line.rstrip(_COMMAS)
        organ = self.formulas.get(words)
        # where the formula is the body's bare name, only the comma tells it from a masthead
        return None if organ and words == line and words.casefold() in self.organs else organ

    def find_dates(self, text: str) -> Iterator[str]:
        """ISO dates that the text writes, in order of the forms, then of place; impossible days are passed over."""
        for pattern in self.dates:
            for found in pattern.finditer(text):
                month, day = self.months[found["month"].casefold()], int(found["day"])
                if 1 <= day <= _DAYS[month - 1]:
                    yield f"{found['year']}-{month:02}-{day:02}"

    def is_date(self, text: str) -> bool:
        """Whether the text is a date and nothing else."""
        return any(pattern.fullmatch(text) for pattern in self.dates)


_LONGEST_FORMULA: Final[int] = 80
_DAYS: Final[tuple[int, ...]] = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def load_structures() -> dict[str, Structure]:
    """Load the frames of all languages, by ISO 639-1 code, in order of the code.

    Raises:
        DataError: a file misses a key, has an unknown one, or a value of the wrong shape; all offences are named.
    """
    folders = sorted((resources.files("extract.language") / "data").iterdir(), key=lambda folder: folder.name)
    return {
        folder.name: read_structure(f"{folder.name}.toml", (folder / _FILE).read_text(encoding="utf-8"))
        for folder in folders
    }


def read_structure(file: str, source: str) -> Structure:
    """Read one language's frame; the language is the file's name without its ending.

    Raises:
        DataError: the source is no TOML, or breaks the shape; all offences are named.
    """
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, [f"not TOML: {error}"]) from error
    if offences := list(_offences(data)):
        raise DataError(file, offences)
    months = {_fold(name): number for number, names in enumerate(data["months"], 1) for name in names}
    return Structure(
        language=file.removesuffix(".toml"),
        codes=frozenset(data["codes"]),
        function_words=frozenset(map(_fold, data["function_words"])),
        alphabet=data["alphabet"],
        months=months,
        dates=tuple(_compile(form, months) for form in data["dates"]),
        resolution_titles=tuple(
            regex.compile(rf"\A{_template(form, months)}", regex.IGNORECASE) for form in data["resolution_titles"]
        ),
        organs=_by_name(data["organs"]),
        formulas={
            shape(plain(form)): organ
            for organ, forms in data["formulas"].items()
            for form in forms
            for shape in (str, str.upper)
        },
        adopted=regex.compile(rf"\A(?:{_any(data['adopted'])})", regex.IGNORECASE),
        meeting=regex.compile(_any(data["meetings"]), regex.IGNORECASE),
        draft=regex.compile(_any(data["drafts"]), regex.IGNORECASE),
        report=regex.compile(_bound(data["reports"]), regex.IGNORECASE),
        correspondence=regex.compile(_bound(data["correspondence"]), regex.IGNORECASE),
        annex=regex.compile(rf"\A(?:{_any(data['annexes'])})(?:\s?(?P<number>[\w\-]{{1,12}}))?\*?\Z", regex.IGNORECASE),
        masthead=regex.compile(_any(data["masthead"]), regex.IGNORECASE),
        letters=tuple(map(_fold, data["letters"])),
        numerals=tuple(map(_fold, data["numerals"])),
        parts=tuple(data["parts"]),
    )


def _offences(data: dict[str, Any]) -> Iterator[str]:
    known = {*_LISTS, *_TABLES, "months", "alphabet"}
    yield from (f"missing key {key!r}" for key in sorted(known - set(data)))
    yield from (f"unknown key {key!r}" for key in sorted(set(data) - known))
    yield from (
        f"{key!r} must be a list of texts, not empty" for key in _LISTS if key in data and not _is_texts(data[key])
    )
    if not isinstance(data.get("alphabet", ""), str) or not data.get("alphabet", "-"):
        yield "'alphabet' must be a text, not empty"
    months = data.get("months", [["-"]] * _MONTHS)
    if not isinstance(months, list) or len(months) != _MONTHS or not all(map(_is_texts, months)):
        yield "'months' must be twelve lists of texts"
    for key in _TABLES:
        table = data.get(key, {})
        if not isinstance(table, dict):
            yield f"{key!r} must be a table"
        else:
            yield from (
                f"{key}.{name} must be a list of texts, not empty"
                for name, forms in table.items()
                if not _is_texts(forms)
            )
    if _is_texts(data.get("dates")):
        variables = ("{day}", "{month}", "{year}")
        yield from (
            f"date form {form!r} needs {part}" for form in data["dates"] for part in variables if part not in form
        )


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) and item for item in value)


def _fold(name: str) -> str:
    return plain(name).casefold()


def _any(forms: list[str]) -> str:
    return "|".join(_literal(form) for form in sorted(forms, key=len, reverse=True))


def _bound(forms: list[str]) -> str:
    """Forms that a line begins with, or ends with where they begin with an ellipsis."""
    begin = [form for form in forms if form[0] != _ELLIPSIS]
    end = [form.lstrip(_ELLIPSIS) for form in forms if form[0] == _ELLIPSIS]
    return "|".join(
        part
        for part in (rf"\A(?:{_any(begin)})" if begin else "", rf"(?:{_any(end)})[\s*]{{0,6}}\Z" if end else "")
        if part
    )


_ELLIPSIS: Final[str] = "…"


def _literal(form: str) -> str:
    return regex.escape(plain(form), special_only=True).replace(r"\ ", " ").replace(" ", r"\s?")


def _template(form: str, months: dict[str, int]) -> str:
    pattern = _literal(form)
    for variable, group in _VARIABLES.items():
        pattern = pattern.replace(variable, group)
    return pattern.replace(r"\{month\}", f"(?P<month>{_any(list(months))})")


def _compile(form: str, months: dict[str, int]) -> "regex.Pattern[str]":
    ends = r"(?!\d)" if form.endswith("}") else ""  # where a word ends the date, a number may touch it
    return regex.compile(rf"(?<!\d){_template(form, months)}{ends}", regex.IGNORECASE)


def _by_name(table: dict[str, list[str]]) -> dict[str, str]:
    return {_fold(form): organ for organ, forms in table.items() for form in forms}
