"""The words of one language around a reference: loaded (`data/LANGUAGE/references.toml`), checked, compiled once."""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

import regex

from extract.language.number_pattern import letter_pattern, number_pattern
from extract.model.errors import DataError

HEADS: Final = ("treaty", "convention", "covenant", "charter", "statute", "protocol", "agreement", "constitution")


SCHEMA: Final[Mapping[str, tuple[str, ...]]] = {
    "nouns": ("resolution", "decision", "own_resolution", "own_decision"),
    "present": ("words",),
    "possessives": ("words", "in"),
    "links": ("words", "sessions", "adopting"),
    "dates": ("months", "patterns", "side", "links", "shared", "adopted", "force"),
    "joints": ("words", "range"),
    "light": ("words",),
    "pinpoints": ("articles", "units", "alone", "units_after", "within", "ordinals", "of", "especially"),
    "series": ("names", "league", "volume", "number", "supplement", "corrected"),
    "ibid": ("words",),
    "anaphors": (
        "before", "continues", "years", "several", "protocols_of", "body_before", "body_behind",
        "treaty", "convention", "covenant", "charter", "statute", "protocol", "agreement", "constitution",
    ),
    "heads": ("treaty", "convention", "covenant", "charter", "statute", "protocol", "agreement", "constitution"),
    "parts": ("behind", "article", "paragraph", "section", "chapter", "annex", "part", "volume", "ordinals"),
    "titles": ("connectors", "small", "capitals", "drafts", "documents", "generic"),
    "numbers": ("special", "emergency", "roman_open", "letters", "lead", "tail", "not_before",
                "conference", "paris", "kyoto", "health"),
}  # fmt: skip
"""Section -> keys; every lexicon holds exactly these, and those of `_OPEN` with keys of their own."""
_OPEN: Final = ("bodies", "shorts", "conventions")

_HAN: Final = regex.compile(r"\p{Han}")
_PUNCTUATION: Final = r"[,،，、\s():\"'“”«»《》\-–—]"
_DASH: Final = regex.compile(r"\s?[-–—]\s?")


@dataclass(frozen=True, slots=True, eq=False)  # compared and hashed by identity: there is one a language
class Lexicon:
    """One language's words and the patterns made of them.

    Attributes:
        language: ISO 639-1 code, for messages and records only.
        noun_before: whether the noun stands before its number ("resolution 61/74").
        noun: pattern of nouns; the group that matched names the meaning (`resolution`, `decision`, `own_resolution` …).
        present: pattern of what means the document itself.
        possessive: pattern of "its".
        in_its: pattern of "in", behind which "its" is the body just named, not the adopting one.
        body: pattern of full and short names of bodies.
        bodies, inflected: form, folded -> body; pattern of a form with any endings, and its body.
        conventions: pattern of the titles of treaties; the group that matched is the body of their parties.
        sessions: what may stand between a body and "adopted" where a date stands before (第七十二届会议).
        shorts: short form -> the bodies it may mean.
        date: pattern of dates with groups `day`, `month`, `year`.
        day: the same of dates without their year; none where the year stands first.
        months: month as written -> 1 to 12.
        date_before: whether a date stands before what it dates.
        dated: what stands between a date and the title behind it ("signed", 核准的).
        adoption: nouns whose date is that of the text adopted ("adoption").
        date_link, body_link, shared: what may stand between a number and its date, its body, a date shared by several.
        joint, joined: pattern of what joins the members of a list; of the words and commas alone.
        light: pattern of words that may stand between a noun, a body and a number.
        number: pattern of every numbering, see `extract.designator`.
        number_tail: what closes a number (号).
        letter_more: pattern of a further letter behind a number; the group `range` tells "A to E" from "A and B".
        letters, barred: letter as written -> Latin one; pattern of words behind which a number is no resolution's.
        table: the lexicon as it stands in its file, for the modules that compile patterns of their own from it.
        particles: letters of the one-letter words that the script writes onto the next word.
    """

    language: str
    noun_before: bool
    noun: regex.Pattern[str]
    present: regex.Pattern[str]
    possessive: regex.Pattern[str]
    in_its: regex.Pattern[str]
    body: regex.Pattern[str]
    bodies: Mapping[str, str]
    inflected: tuple[tuple[regex.Pattern[str], str], ...]
    conventions: regex.Pattern[str]
    sessions: regex.Pattern[str]
    shorts: Mapping[str, tuple[str, ...]]
    date: regex.Pattern[str]
    day: regex.Pattern[str]
    months: Mapping[str, int]
    date_before: bool
    date_link: regex.Pattern[str]
    dated: regex.Pattern[str]
    adoption: regex.Pattern[str]
    body_link: regex.Pattern[str]
    shared: regex.Pattern[str]
    joint: regex.Pattern[str]
    joined: regex.Pattern[str]
    light: regex.Pattern[str]
    number: regex.Pattern[str]
    number_tail: regex.Pattern[str]
    letter_more: regex.Pattern[str]
    letters: Mapping[str, str]
    barred: regex.Pattern[str]
    table: Mapping[str, Any]
    particles: str

    def full(self, form: str) -> str | None:
        """The body of a full name as written; None for a short form."""
        known = self.bodies.get(fold(form))
        return known or next((body for pattern, body in self.inflected if pattern.fullmatch(fold(form))), None)


def fold(form: str) -> str:
    """A body's name as it is looked up: letters folded, dashes as hyphens without blanks."""
    return _DASH.sub("-", form).casefold()


def words(forms: Iterable[str], *, prefixes: str = "") -> str:
    """Alternation of forms, longest first, each bounded as a word unless it is written in Chinese characters.

    Args:
        forms: the forms; empty ones are left out. A `~` stands for any ending of an inflected word.
        prefixes: characters of one-letter words that the script glues to the next (Arabic و ف ب ل ك).
    """
    chosen = sorted({form for form in forms if form.strip("~")}, key=lambda form: (-len(form), form))
    if not chosen:
        return r"(?!)"
    glued = rf"(?:(?<![\p{{L}}\d])[{prefixes}]{{1,2}}+)?+" if prefixes else ""
    bounded = "|".join(_literal(f) for f in chosen if not _HAN.search(f))
    free = "|".join(_literal(f) for f in chosen if _HAN.search(f))  # also 《…公约》缔约方大会
    late = r"(?:(?<=')|(?![\p{L}\d]))"  # an elided article (l') is written onto its noun
    parts = [rf"(?:{glued}(?<![\p{{L}}\d])(?:{bounded}){late})"] if bounded and not prefixes else []
    parts += (
        [rf"(?:(?:(?<=(?<![\p{{L}}])[{prefixes}]{{1,2}})|(?<![\p{{L}}]))(?:{bounded})(?![\p{{L}}]))"]
        if bounded and prefixes
        else []
    )
    parts += [rf"(?:{free})"] if free else []
    return "(?:" + "|".join(parts) + ")"


def _literal(form: str) -> str:
    return r"\p{L}{0,4}+".join(regex.escape(piece, special_only=True) for piece in form.split("~"))


def _offences(table: Mapping[str, Any]) -> list[str]:
    """What in the table breaks the schema."""
    offences = [f"missing section [{section}]" for section in (*SCHEMA, *_OPEN) if section not in table]
    for section, keys in SCHEMA.items():
        given = table.get(section, {})
        offences += [f"[{section}] misses {key!r}" for key in keys if key not in given]
        offences += [f"[{section}] does not know {key!r}" for key in given if key not in keys]
    known = {"language", "noun_side", *SCHEMA, *_OPEN}
    offences += [f"unknown section or key {key!r}" for key in table if key not in known]
    offences += ["noun_side must be 'before' or 'after'"] if table.get("noun_side") not in {"before", "after"} else []
    if not offences:
        offences += ["[dates] months must be twelve lists"] if len(table["dates"]["months"]) != 12 else []  # noqa: PLR2004  # a year has twelve months
        offences += (
            ["[dates] side must be 'before' or 'after'"] if table["dates"]["side"] not in {"before", "after"} else []
        )
        forms = [form for forms in table["bodies"].values() for form in forms]
        offences += [
            f"[bodies] form {form!r} stands twice" for form in sorted({f for f in forms if forms.count(f) > 1})
        ]
        strangers = [body for body in table["conventions"] if body not in table["bodies"]]
        offences += [f"[conventions] knows no body {body!r}" for body in strangers]
        offences += [
            f"[shorts] {form!r} names unknown body {body!r}"
            for form, bodies in table["shorts"].items()
            for body in bodies
            if body not in table["bodies"]
        ]
    return offences


def _day(section: Mapping[str, Any]) -> str:
    """The pattern of "4 March" where no year follows it."""
    short = {pattern.partition("{month}")[0] for pattern in section["patterns"] if pattern.startswith("{day}")}
    whole = (
        _date({**section, "patterns": [f"{head}{{month}} {{year}}" for head in sorted(short)]}) if short else r"(?!)"
    )
    later = r"(?!\p{L})(?!\s++(?:del?\s++)?(?:1[89]|20)\d\d(?!\d|\s?\())"
    return whole.replace(r"\s++(?<year>(?:1[89]|20)\d\d)(?!\d)", later)


def _date(section: Mapping[str, Any]) -> str:
    months = words(month for forms in section["months"] for month in forms).replace(
        "/", r"/\s?"
    )  # two names of one month
    parts = {"day": r"(?<![\d/])(?<day>[0-3]?\d)", "month": f"(?<month>{months})"}
    parts["year"] = r"(?<year>(?:1[89]|20)\d\d)(?!\d)"
    chosen = []
    for pattern in section["patterns"]:
        text = pattern.replace(" ", r"\s?+" if _HAN.search(pattern) else r"\s++")
        if _HAN.search(pattern):
            parts |= {"month": r"(?<month>1?\d月)", "year": r"(?<![\d])(?<year>(?:1[89]|20)\d\d)"}
            parts |= {"day": r"(?<day>[0-3]?\d)"}
        chosen.append(text.format(**parts))
    return "|".join(f"(?:{c})" for c in chosen)


def dashed(forms: Iterable[str]) -> list[str]:
    """The forms with a hyphen as they are set with a dash."""
    return [form.replace("-", dash) for form in forms if "-" in form for dash in (" – ", " — ", "–", "—")]


def _groups(table: Mapping[str, Any], *, prefixes: str) -> str:
    """Alternation of lists of forms, each in a group with the name of its key (hyphens as underscores)."""
    named = (f"(?<{key.replace('-', '_')}>{words(forms, prefixes=prefixes)})" for key, forms in table.items() if forms)
    return "|".join(named) or r"(?!)"


def _compile(table: Mapping[str, Any]) -> Lexicon:
    nouns, numbers, dates = table["nouns"], table["numbers"], table["dates"]
    arabic = "وفبلك" if numbers["roman_open"] else ""
    flags = regex.IGNORECASE | regex.V1
    noun = _groups(nouns, prefixes=arabic)
    forms = {form: body for body, names in table["bodies"].items() for form in names}
    acronyms = [form for form in forms if form.isupper()]  # WHO is no "who"
    named = [form for form in forms if not form.isupper()]
    shorts = {spelt: tuple(bodies) for form, bodies in table["shorts"].items() for spelt in (form, *dashed([form]))}
    lead = "|".join(regex.escape(w) for w in numbers["lead"]) or r"(?!)"
    tail = "|".join(regex.escape(w) for w in numbers["tail"]) or r"(?!)"
    glued = r"(?<!\p{L})و" if arabic else r"(?!)"  # the one-letter "and" that Arabic writes onto the next word
    joints = [*table["joints"]["words"], *table["joints"]["range"]]
    bare = "|\\s*+" if "" in table["links"]["words"] else ""  # where the genitive needs no word
    also, to = words(table["joints"]["words"]), words(table["joints"]["range"])
    further = rf"\s?(?:(?<range>-|–|{to})|,|、|،|{also}|{glued})\s?"  # what stands before a further letter
    number = number_pattern(numbers, further.replace("(?<range>", "(?:"))
    return Lexicon(
        language=table["language"],
        noun_before=table["noun_side"] == "before",
        noun=regex.compile(noun, flags),
        present=regex.compile(words(table["present"]["words"], prefixes=arabic), flags),
        possessive=regex.compile(words(table["possessives"]["words"]), flags),
        in_its=regex.compile(words(table["possessives"]["in"]) + r"\s*+$", flags),
        body=regex.compile(
            rf"(?:(?i:{words([*named, *dashed(named)], prefixes=arabic)})|{words(shorts, prefixes=arabic)}"
            rf"|(?<![/.-]){words(acronyms)}(?![/.-]))",
            regex.V1,
        ),
        bodies={fold(form): body for form, body in forms.items() if "~" not in form},
        inflected=tuple(
            (regex.compile(_literal(fold(form)), flags), body) for form, body in sorted(forms.items()) if "~" in form
        ),
        conventions=regex.compile(_groups(table["conventions"], prefixes=arabic), flags),
        sessions=regex.compile(rf"(?:第[^第，；。]{{1,8}}{words(table['links']['sessions'])})?", flags),
        shorts=shorts,
        date=regex.compile(_date(dates), flags),
        day=regex.compile(_day(dates), flags),
        months={form: index for index, names in enumerate(dates["months"], 1) for form in names},
        date_before=dates["side"] == "before",
        date_link=regex.compile(rf"[\s,،]*+(?:{words(dates['links'])}|[\s,،])?+[\s,،]*+", flags),
        dated=regex.compile(rf"(?:[^\d,，;；。、《]{{0,16}}(?:{words(dates['adopted'])}))?", flags),
        adoption=regex.compile(words(dates["adopted"]), flags),
        body_link=regex.compile(rf"[\s,،]*+{words(table['links']['words'])}\s*+{bare}", flags),
        shared=regex.compile(words(dates["shared"]), flags),
        joint=regex.compile(rf"(?:[,、，;؛،\s]|{words(joints)}|{glued})++", flags),
        joined=regex.compile(rf"[,،、;؛]|{words(joints)}|{glued}", flags),
        light=regex.compile(rf"(?:{_PUNCTUATION}|{words(table['light']['words'])}|{lead}|{tail})++", flags),
        number=regex.compile(rf"(?:(?<lead>{lead})\s?)?+{number}(?:\s?(?<tail>{tail}))?+", regex.V1),
        number_tail=regex.compile(rf"\s?(?:{tail})"),
        letter_more=regex.compile(rf"{further}(?<letter>{letter_pattern(numbers)})", regex.V1),
        letters=dict(numbers["letters"]),
        barred=regex.compile(rf"(?:{words(numbers['not_before'])}\.?|(?<=[\p{{L}}/][A-Za-z]{{1,6}})\.)\s*+$", regex.V1),
        table=table,
        particles=arabic,
    )  # fmt: skip


@functools.cache
def load_lexicon(language: str) -> Lexicon:
    """Load and compile the lexicon of a language, once a process.

    Raises:
        DataError: the file is not TOML or breaks the schema; every offence is listed.
        KeyError: no lexicon of that language ships.
    """
    if language not in languages():
        raise KeyError(language)
    file = resources.files("extract.language") / "data" / language / "references.toml"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"language/data/{language}/references.toml", [str(error)]) from error
    offences = _offences(table)
    if offences:
        raise DataError(f"language/data/{language}/references.toml", offences)
    return _compile(table)


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that ship, sorted by code."""
    folder = resources.files("extract.language") / "data"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))
