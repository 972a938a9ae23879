"""`References`: the words of one language around a reference, and the patterns compiled from them."""

import functools
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import resources
from typing import Final

import regex

from extract.language.date_pattern import NO_YEAR, SPACES, YEAR, date_pattern, figures_pattern
from extract.language.forms import NOTHING, any_of, dashed, fold, literal, named, words
from extract.language.number_pattern import letter_pattern, number_pattern
from extract.language.reference_table import ReferenceTable
from extract.language.script import Script, load_script
from extract.model.cache import compiled
from extract.model.tables import load_table
from extract.text.characters import unmarked

_PUNCTUATION: Final = r"[,،，、\s():\"'“”«»《》\-–—]"
_FLAGS: Final = regex.IGNORECASE | regex.V1
_NUMBER_MAY_TOUCH: Final = r"(?![\p{L}]|\d(?!\d{0,3}+\s?[/(]))"
"""What may stand behind a noun: no letter, and a digit only of a number that lost its space (resolution61/74)."""


class References:
    """One language's words, section by section as in its file, and the patterns made of them.

    A pattern is compiled on first use. There is one object per language; it is compared and hashed by identity.
    """

    def __init__(self, table: ReferenceTable, script: Script) -> None:
        """Take the words and the traits of their script."""
        self.table, self.script = table, script
        self.language = table.language
        self.nouns, self.possessives = table.nouns, table.possessives
        self.links, self.joints = table.links, table.joints
        self.dates, self.numbers = table.dates, table.numbers
        self.pinpoints, self.parts = table.pinpoints, table.parts
        self.series, self.ibid = table.series, table.ibid
        self.anaphors, self.heads, self.titles = table.anaphors, table.heads, table.titles
        self.notes, self.committees, self.cases = table.notes, table.committees, table.cases
        self.particles = "".join(script.particles)
        self._full_names = {form: body for body, names in table.bodies.items() for form in names}

    @property
    def noun_before(self) -> bool:
        """Whether the noun precedes its number ("resolution 61/74")."""
        return self.table.noun_side == "before"

    @property
    def date_before(self) -> bool:
        """Whether a date precedes what it dates."""
        return self.dates.side == "before"

    @cached_property
    def noun(self) -> regex.Pattern[str]:
        """Nouns; the group that matched names the meaning (`resolution`, `decision`, `own_resolution` …)."""
        return compiled(named(dict(self.nouns), prefixes=self.particles, late=_NUMBER_MAY_TOUCH), _FLAGS)

    @cached_property
    def present(self) -> regex.Pattern[str]:
        """What means the document itself."""
        return compiled(words(self.table.present.words, prefixes=self.particles), _FLAGS)

    @cached_property
    def possessive(self) -> regex.Pattern[str]:
        """The words for "its"."""
        return compiled(words(self.possessives.words), _FLAGS)

    @cached_property
    def in_its(self) -> regex.Pattern[str]:
        """A preposition at the end of a text; "its" after it refers to the body just named, not the adopting one."""
        return compiled(words(self.possessives.within) + r"\s*+$", _FLAGS)

    @cached_property
    def body(self) -> regex.Pattern[str]:
        """Full and short names of bodies; acronyms only as they are written (WHO is not "who")."""
        acronyms = [form for form in self._full_names if form.isupper()]
        names = [form for form in self._full_names if not form.isupper()]
        full = words([*names, *dashed(names)], prefixes=self.particles)
        short = words(self.shorts, prefixes=self.particles)
        return compiled(rf"(?:(?i:{full})|{short}|(?<![/.-]){words(acronyms)}(?![/.-]))", regex.V1)

    @cached_property
    def bodies(self) -> Mapping[str, str]:
        """Folded full name to body, inflected names aside."""
        return {fold(form): body for form, body in self._full_names.items() if "~" not in form}

    @cached_property
    def inflected(self) -> tuple[tuple[regex.Pattern[str], str], ...]:
        """Patterns of folded full names with any ending, each with its body."""
        inflected = sorted((form, body) for form, body in self._full_names.items() if "~" in form)
        return tuple((compiled(literal(fold(form)), _FLAGS), body) for form, body in inflected)

    @cached_property
    def shorts(self) -> Mapping[str, tuple[str, ...]]:
        """Short name, with a hyphen or a dash, to the bodies it may mean."""
        return {each: bodies for form, bodies in self.table.shorts.items() for each in (form, *dashed([form]))}

    def may_mean(self, short: str) -> tuple[str, ...]:
        """The bodies that a short name may mean, written with its accents or without, and with any ending ("Rat~")."""
        plain, (exact, stems) = unmarked(short), self._shorts
        return exact.get(plain) or next((bodies for stem, bodies in stems if plain.startswith(stem)), ())

    @cached_property
    def _shorts(self) -> tuple[Mapping[str, tuple[str, ...]], list[tuple[str, tuple[str, ...]]]]:
        plain = {unmarked(form): bodies for form, bodies in self.shorts.items()}
        return plain, [(form.partition("~")[0], bodies) for form, bodies in plain.items() if "~" in form]

    @cached_property
    def conventions(self) -> regex.Pattern[str]:
        """Titles of treaties; the group that matched is the body of their parties."""
        return compiled(named(self.table.conventions, prefixes=self.particles), _FLAGS)

    @cached_property
    def session(self) -> regex.Pattern[str]:
        """The session that may come between a body and "adopted" where a date precedes (第七十二届会议)."""
        ordinal = "".join(self.script.before_number)
        session = rf"[{ordinal}][^{ordinal}，；。]{{1,8}}{words(self.links.sessions)}" if ordinal else NOTHING
        return compiled(session, _FLAGS)

    @cached_property
    def body_link(self) -> regex.Pattern[str]:
        """What may come between a number and its body; where the genitive needs no word, nothing."""
        bare = "|\\s*+" if "" in self.links.words else ""
        return compiled(rf"[\s,،]*+{words(self.links.words)}\s*+{bare}", _FLAGS)

    @cached_property
    def date(self) -> regex.Pattern[str]:
        """Dates, with groups `day`, `month`, `year`."""
        return compiled(f"{self._date(self.dates.patterns)}|{figures_pattern(self.dates.numeric)}", _FLAGS)

    @cached_property
    def day(self) -> regex.Pattern[str]:
        """The same for dates without their year; matches nowhere in languages that write the year first."""
        short = {form.partition("{month}")[0] for form in self.dates.patterns if form.startswith("{day}")}
        dated = self._date([f"{head}{{month}} {{year}}" for head in sorted(short)])
        return compiled(dated.replace(rf"{SPACES}{YEAR}", NO_YEAR) or NOTHING, _FLAGS)

    def _date(self, forms: Sequence[str]) -> str:
        names = [name for names in self.dates.names for name in names]
        return date_pattern(
            forms, months=words(names) if self.script.spaced else any_of(sorted(names, key=len, reverse=True))
        )

    @cached_property
    def period(self) -> regex.Pattern[str]:
        """The word at the end of a text by which the day after it begins or ends a period."""
        return compiled(rf"{words(self.dates.period, prefixes=self.particles)}\s*+$", _FLAGS)

    @cached_property
    def period_end(self) -> regex.Pattern[str]:
        """The word by which the day before it begins or ends a period."""
        return compiled(rf"\s*+{words(self.dates.period_end)}", _FLAGS)

    @cached_property
    def _months(self) -> Mapping[str, int]:
        return {unmarked(form): number for number, names in enumerate(self.dates.names, 1) for form in names}

    def month(self, written: str) -> int:
        """The number of a month, 1–12, from its name in any case or its figures; 0 for anything else."""
        if written.isdecimal():
            return int(written)
        name = unmarked(written.replace("/ ", "/"))
        return next((self._months[n] for n in (name, name.lower(), name.capitalize()) if n in self._months), 0)

    @cached_property
    def date_link(self) -> regex.Pattern[str]:
        """What may come between a number and its date; a missing space ("61/74of 6 December") separates nothing."""
        glued = "|".join(literal(link) for link in sorted(self.dates.links, key=len, reverse=True) if link) or NOTHING
        link = rf"{words(self.dates.links)}|(?<=\d)(?:{glued})(?![\p{{L}}\d])"
        return compiled(rf"[\s,،]*+(?:{link}|[\s,،])?+[\s,،]*+", _FLAGS)

    @cached_property
    def dated(self) -> regex.Pattern[str]:
        """What comes between a date and the title that follows it ("signed", 核准的)."""
        return compiled(rf"(?:[^\d,，;；。、《]{{0,16}}(?:{words(self.dates.adopted)}))?", _FLAGS)

    @cached_property
    def adoption(self) -> regex.Pattern[str]:
        """Nouns whose date is that of the text adopted ("adoption")."""
        return compiled(words(self.dates.adopted), _FLAGS)

    @cached_property
    def month_of_year(self) -> str:
        """The pattern of a month with its year, with groups `month` and `year`."""
        short = (form.partition("{month}") for form in self.dates.patterns if "{month}" in form)
        forms = {f"{month}{tail}" if "{year}" in tail else f"{head}{month}" for head, month, tail in short}
        return f"(?:{self._date(sorted(forms))})"

    @cached_property
    def shared(self) -> regex.Pattern[str]:
        """What comes before a date that several numbers share."""
        return compiled(words(self.dates.shared), _FLAGS)

    @cached_property
    def joint(self) -> regex.Pattern[str]:
        """What joins the members of a list."""
        return compiled(rf"(?:[,、，;；؛،\s]|{self._joints})++", _FLAGS)

    @cached_property
    def joined(self) -> regex.Pattern[str]:
        """One word or comma that joins the members of a list."""
        return compiled(rf"[,،、;；؛]|{self._joints}", _FLAGS)

    @cached_property
    def light(self) -> regex.Pattern[str]:
        """Words that may come between a noun, a body and a number."""
        lead, tail = any_of(self.numbers.lead), any_of(self.numbers.tail)
        return compiled(rf"(?:{_PUNCTUATION}|{words(self.table.light.words)}|{lead}|{tail})++", _FLAGS)

    @cached_property
    def number(self) -> regex.Pattern[str]:
        """Every numbering, see `extract.language.number_pattern`."""
        lead, tail = any_of(self.numbers.lead), any_of(self.numbers.tail)
        further = self._further.replace("(?<range>", "(?:")
        number = number_pattern(self.numbers, self.script, further, glued=words(self.nouns.forms, late=""))
        return compiled(rf"(?:(?<lead>{lead})\s?)?+{number}(?:\s?(?<tail>{tail}))?+", regex.V1)

    @cached_property
    def year_beside(self) -> regex.Pattern[str]:
        """The year that the text gives to a number without its session; at the end of a text where nouns follow."""
        forms = (SPACES.join(regex.escape(word) for word in form.split()) for form in self.numbers.years)
        years = "|".join(form.replace(r"\{year\}", YEAR) for form in forms) or NOTHING
        return compiled(rf",?\s?(?:{years})(?!\p{{L}})" if self.noun_before else rf"(?:{years})\s?$", _FLAGS)

    @cached_property
    def number_tail(self) -> regex.Pattern[str]:
        """What closes a number (号)."""
        return compiled(rf"\s?(?:{any_of(self.numbers.tail)})")

    @cached_property
    def letter_more(self) -> regex.Pattern[str]:
        """A further letter after a number; the group `range` distinguishes "A to E" from "A and B"."""
        return compiled(rf"{self._further}(?<letter>{letter_pattern(self.numbers)})", regex.V1)

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Letter of a resolution as written to the Latin one."""
        return dict(self.numbers.letters)

    @cached_property
    def barred(self) -> regex.Pattern[str]:
        """Words after which a number is not that of a resolution."""
        return compiled(rf"(?:{words(self.numbers.not_before)}\.?|(?<=[\p{{L}}/][A-Za-z]{{1,6}})\.)\s*+$", regex.V1)

    @property
    def _glued(self) -> str:
        """The one-letter "and" that Arabic writes together with the next word."""
        conjunctions = "".join(self.script.conjunctions)
        return rf"(?<!\p{{L}})[{conjunctions}]" if conjunctions else NOTHING

    @property
    def _joints(self) -> str:
        return f"{words([*self.joints.words, *self.joints.range])}|{self._glued}"

    @property
    def _further(self) -> str:
        """The pattern of what comes before a further letter."""
        also, to = words(self.joints.words), words(self.joints.range)
        return rf"\s?(?:(?<range>-|–|{to})|,|、|،|{also}|{self._glued})\s?"

    def full(self, form: str) -> str | None:
        """The body of a full name as written; None for a short name."""
        key = fold(form)
        known = self.bodies.get(key)
        return known or next((body for pattern, body in self.inflected if pattern.fullmatch(key)), None)


@functools.cache
def load_references(language: str) -> References:
    """The words of a language, read once per process.

    Raises:
        DataError: the file does not fit `ReferenceTable`; every problem is listed.
        KeyError: the language is not among `languages()`.
    """
    if language not in languages():
        raise KeyError(language)
    return References(load_reference_table(language), load_script(language))


@functools.cache
def load_reference_table(language: str) -> ReferenceTable:
    """The words of a language as they stand in its file, read once per process.

    Raises:
        DataError: the file is missing or does not fit `ReferenceTable`; every problem is listed.
    """
    file = resources.files("extract.language") / "data" / language / "references.toml"
    return load_table(ReferenceTable, file, name=f"language/data/{language}/references.toml")


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that ship, sorted by code."""
    folder = resources.files("extract.language") / "data"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))
