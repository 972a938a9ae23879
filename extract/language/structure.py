"""`Structure`: how a language writes enacting formulas, adoption lines, meetings, annexes and the dates of a masthead.

The words are data (`data/LANGUAGE/structure.toml`); this module only knows what the keys mean.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import regex

from extract.language.dates import iso_date
from extract.language.forms import NOTHING
from extract.language.references import languages, load_reference_table
from extract.model.cache import compiled
from extract.model.tables import Problem, Table, Text, Texts, read_table
from extract.text.characters import VOWELS
from extract.text.flow import plain

_COMMAS: Final[str] = " ,،，:"
_ELLIPSIS: Final[str] = "…"
_VOWELS: Final = regex.compile(rf"[{VOWELS}]++")
_LONGEST_FORMULA: Final[int] = 160
_LONGEST_GAP: Final[int] = 40
_ACCOUNT: Final[int] = 200  # code points among which an account of a decision names meeting, date and body
_MEETING: Final[int] = 90
_SHORTEST_ACCOUNT: Final[int] = 30
_WORD: Final[str] = r"[\p{L}\d]{1,20}(?:-\p{L}{1,12})?\s"
"""What may number a report or qualify it: "Thirteenth report of", "Annual report of"."""
_COMMA: Final = regex.compile(r"[,，،]")
_VARIABLES: Final[Mapping[str, str]] = {
    r"\{day\}": r"(?P<day>\d{1,2})",
    r"\{year\}": r"(?P<year>\d{4})",
    r"\{number\}": r"(?P<number>\d{1,5})",
}


class StructureTable(Table):
    """The whole of `structure.toml`; `{day}`, `{month}`, `{year}` and `{number}` stand for what varies in a form.

    Attributes:
        codes: the language's codes in ISO 639-2, which metadata use.
        alphabet: its letters beyond ASCII, in lower case, as they stand in a character class.
        function_words: frequent small words that identify the language.
        dates: forms of a date.
        resolution_titles: titles of resolutions.
        adopted: beginnings of a line that says who adopted the text and when.
        meetings: words that name a meeting.
        annexes: headings of annexes.
        contents: headings of a table of contents.
        masthead: words of a masthead.
        drafts: words that name a draft after its sponsors.
        reports, correspondence: beginnings (with an ellipsis: ends) of the line that describes a report or letter.
        letters: letters of sub-paragraphs in order; each string lists the characters that may stand for one.
        numerals: numerals of the level below, in order.
        sections: words that number sections, in order, where the script does not use Roman numerals for them.
        parts: names of a resolution's parts, in order.
        organs: adopting body in English to its names.
        formulas: the same to the words that a resolution is enacted with; an ellipsis stands for what varies.
    """

    codes: Texts
    alphabet: Text
    function_words: Texts
    dates: Texts
    resolution_titles: Texts
    adopted: Texts
    meetings: Texts
    annexes: Texts
    contents: Texts
    masthead: Texts
    drafts: Texts
    reports: Texts
    correspondence: Texts
    letters: Texts
    numerals: Texts
    sections: Texts
    parts: Texts
    organs: Mapping[Text, Texts]
    formulas: Mapping[Text, Texts]

    def problems(self) -> Iterator[Problem]:
        """Every form of a date has all its parts."""
        for form in self.dates:
            missing = [part for part in ("{day}", "{month}", "{year}") if part not in form]
            yield from ((("dates",), f"{form!r} must contain {part}") for part in missing)


@dataclass(frozen=True, slots=True)
class Structure:
    """What marks the parts of a document in one language; patterns ignore case.

    Attributes:
        language: ISO 639-1 code.
        codes: its codes in ISO 639-2.
        function_words: frequent small words that identify the language.
        alphabet: its letters beyond ASCII, in lower case, as they stand in a character class.
        months: names of months in lower case, to 1–12.
        dates: patterns with groups `day`, `month`, `year`.
        resolution_titles: patterns with groups `number` and, where the form has it, `year`.
        organs: names of adopting bodies in lower case, to the body in English.
        formulas: words that a resolution is enacted with, as written and in capitals, to the body in English.
        adopted: beginning of a line that says who adopted the text and when.
        meeting: word that names a meeting.
        draft: words that name a draft after its sponsors.
        report: line that says what a report is and whose.
        correspondence: line that says when a letter or note was written and by whom.
        annex: heading of an annex, whole line, its number in group `number`.
        titled_annex: beginning of a line that is the heading of an annex with its title.
        contents: heading of a table of contents, whole line.
        masthead: words of a masthead.
        letters: letters of sub-paragraphs in order; each string lists the characters that may stand for one.
        numerals: numerals of the level below, in order.
        sections: words that number sections, in order; empty where Roman numerals do.
        parts: names of a resolution's parts, in order.
        gapped: formulas with words that vary ("The Fifth … Assembly"), each with its body in English.
    """

    language: str
    codes: frozenset[str]
    function_words: frozenset[str]
    alphabet: str
    months: Mapping[str, int]
    dates: tuple["regex.Pattern[str]", ...]
    resolution_titles: tuple["regex.Pattern[str]", ...]
    organs: Mapping[str, str]
    formulas: Mapping[str, str]
    adopted: "regex.Pattern[str]"
    meeting: "regex.Pattern[str]"
    draft: "regex.Pattern[str]"
    report: "regex.Pattern[str]"
    correspondence: "regex.Pattern[str]"
    annex: "regex.Pattern[str]"
    titled_annex: "regex.Pattern[str]"
    contents: "regex.Pattern[str]"
    masthead: "regex.Pattern[str]"
    letters: tuple[str, ...]
    numerals: tuple[str, ...]
    sections: tuple[str, ...]
    parts: tuple[str, ...]
    gapped: tuple[tuple["regex.Pattern[str]", str], ...] = ()

    def enacting(self, text: str) -> str | None:
        """The body that enacts, if the line is an enacting formula and nothing else."""
        if len(text) > _LONGEST_FORMULA:
            return None
        line = text.strip() if text.isascii() else _VOWELS.sub("", text.strip())
        words = line.rstrip(_COMMAS)
        organ = self.formulas.get(words) or self._gapped(words)
        # where the formula is the body's bare name, only the comma distinguishes it from a masthead
        return None if organ and words == line and words.casefold() in self.organs else organ

    def _gapped(self, words: str) -> str | None:
        return next((organ for pattern, organ in self.gapped if pattern.fullmatch(words)), None)

    def opens(self, text: str) -> str | None:
        """The body that enacts, if a paragraph begins with an enacting formula and goes on in the same line."""
        comma = _COMMA.search(text, 0, _LONGEST_FORMULA)
        return self.enacting(text[: comma.end()]) if comma and text[comma.end() :].strip() else None

    def recounts(self, text: str) -> str | None:
        """The body whose decision a paragraph recounts: "At its 5th meeting, on 3 May 2044, the Council noted …"."""
        if len(text) <= _SHORTEST_ACCOUNT or self.meeting.search(text, 0, _MEETING) is None:
            return None
        begins = text[:_ACCOUNT].casefold()
        if next(self.find_dates(begins), None) is None:
            return None
        named = ((at, -len(name), organ) for name, organ in self.organs.items() if (at := begins.find(name)) >= 0)
        return min(named, default=(0, 0, None))[2]

    def find_dates(self, text: str) -> Iterator[str]:
        """ISO dates in the text, by form, then by place; impossible ones are skipped."""
        for pattern in self.dates:
            for found in pattern.finditer(text):
                if date := iso_date(found["day"], self.months[found["month"].casefold()], found["year"]):
                    yield date

    def is_date(self, text: str) -> bool:
        """Whether the text is a date and nothing else."""
        return any(pattern.fullmatch(text) for pattern in self.dates)


@cache
def load_structures() -> Mapping[str, Structure]:
    """The structures of all languages by ISO 639-1 code, sorted by code.

    Raises:
        DataError: a file does not fit its model; every problem is listed.
    """
    folder = resources.files("extract.language") / "data"
    return {
        language: read_structure(language, (folder / language / "structure.toml").read_text(encoding="utf-8"))
        for language in languages()
    }


def read_structure(language: str, source: str) -> Structure:
    """Compile a language's structure from the text of its file; the names of months are those of its references.

    Raises:
        DataError: the text does not fit `StructureTable`; every problem is listed.
    """
    table = read_table(StructureTable, source, name=f"language/data/{language}/structure.toml")
    dates = load_reference_table(language).dates
    months = {
        _fold(name): number
        for lists in (dates.months, dates.months_in_headings)
        for number, names in enumerate(lists, 1)
        for name in names
    }
    return Structure(
        language=language,
        codes=frozenset(table.codes),
        function_words=frozenset(map(_fold, table.function_words)),
        alphabet=table.alphabet,
        months=months,
        dates=tuple(_dated(form, months) for form in table.dates),
        resolution_titles=tuple(_pattern(rf"\A{_template(form, months)}") for form in table.resolution_titles),
        organs={_fold(form): organ for organ, forms in table.organs.items() for form in forms},
        formulas=_formulas(table.formulas),
        adopted=_pattern(rf"\A(?:{_any(table.adopted)})"),
        meeting=_pattern(_any(table.meetings)),
        draft=_pattern(_any(table.drafts)),
        report=_pattern(_bound(table.reports, leading=_WORD)),
        correspondence=_pattern(_bound(table.correspondence)),
        annex=_pattern(rf"\A(?:{_any(table.annexes)})(?:\s?(?P<number>[\w\-]{{1,12}}))?\*?\Z"),
        titled_annex=compiled(
            rf"\A(?i:{_any(table.annexes)})(?:\s?(?:[IVXLC]{{1,6}}|\d{{1,2}}|[A-Z])(?!\p{{L}}))?[.:]?[\s–—-]++(?=[\p{{Lu}}\p{{Lo}}])"
        ),
        contents=_pattern(rf"(?:{_any(table.contents)})[\s*:]{{0,3}}"),
        masthead=_pattern(_any(table.masthead)),
        letters=tuple(map(_fold, table.letters)),
        numerals=tuple(map(_fold, table.numerals)),
        sections=tuple(map(_fold, table.sections)),
        parts=table.parts,
        gapped=tuple(_gapped(table.formulas)),
    )


def _formulas(table: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Enacting words, as written and in capitals, to the body."""
    rows = ((plain(form), organ) for organ, forms in table.items() for form in forms if _ELLIPSIS not in form)
    return {written: organ for form, organ in rows for written in (form, form.upper())}


def _gapped(table: Mapping[str, Sequence[str]]) -> Iterator[tuple["regex.Pattern[str]", str]]:
    """Patterns of the enacting words that vary, with the body."""
    for organ, forms in table.items():
        for form in forms:
            if _ELLIPSIS in form:
                yield _pattern(rf".{{1,{_LONGEST_GAP}}}".join(map(_literal, form.split(_ELLIPSIS)))), organ


def _fold(name: str) -> str:
    return plain(name).casefold()


def _pattern(source: str) -> "regex.Pattern[str]":
    return compiled(source, regex.IGNORECASE)


def _any(forms: Iterable[str]) -> str:
    return "|".join(_literal(form) for form in sorted(forms, key=len, reverse=True))


def _bound(forms: Sequence[str], *, leading: str = NOTHING) -> str:
    """Forms that a line begins with, after what may lead to them, or, where they begin with an ellipsis, ends with."""
    begin = [form for form in forms if not form.startswith(_ELLIPSIS)]
    end = [form.lstrip(_ELLIPSIS) for form in forms if form.startswith(_ELLIPSIS)]
    parts = [rf"\A(?:{leading})?(?:{_any(begin)})"] if begin else []
    parts += [rf"(?:{_any(end)})[\s*]{{0,6}}\Z"] if end else []
    return "|".join(parts) or NOTHING


def _literal(form: str) -> str:
    return regex.escape(plain(form), special_only=True).replace(r"\ ", " ").replace(" ", r"\s?")


def _template(form: str, months: Iterable[str]) -> str:
    pattern = _literal(form)
    for variable, group in _VARIABLES.items():
        pattern = pattern.replace(variable, group)
    return pattern.replace(r"\{month\}", f"(?P<month>{_any(months)})")


def _dated(form: str, months: Iterable[str]) -> "regex.Pattern[str]":
    ends = r"(?!\d)" if form.endswith("}") else ""  # where a word ends the date, a number may follow directly
    return _pattern(rf"(?<!\d){_template(form, months)}{ends}")
