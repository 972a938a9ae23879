"""The citing verbs of a language: loaded from `data/LANGUAGE/verbs.toml`, checked, and compiled once."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Generic, TypeVar

import regex

from extract.model.citation import RELATIONS, Relation
from extract.model.errors import DataError
from extract.text.characters import TATWEEL

T = TypeVar("T")
Meaning = tuple[str, Relation]
"""The table a form stands in, and what it does to the text it governs."""

_LISTS: Final[tuple[str, ...]] = (
    "before", "within", "after", "coordinators", "clitics", "particles", "circumstances", "subjects", "openers",
    "barred", "nouns", "followers",
)  # fmt: skip
_TABLES: Final[tuple[str, ...]] = ("participle", "finite", "leading", "postposed", "phrase")
_STOP: Final[str] = r"[,;:.،؛，；：。、(（—–]"
# A paragraph may still carry its number or letter: "12. ", "(a) ", "3 - ".
_LABEL: Final[str] = r"\s*+(?:\d{1,3}+\s*+[.．、–-]\s*+|[(（]?\w{1,4}+[)）]\s*+)?+"
# What may stand between a preposition and what it governs: no stop, but for the commas of a list of numbered texts.
_GAP: Final[str] = r"(?:[^,;:.،؛，；：。—]|[.,،](?=\s*+(?:\p{L}{1,3}\s++){0,2}(?:\d|$))){0,800}+"
# Where a preposition may stand that governs: anywhere, set off by a stop, or only at the head of the paragraph.
_PLACES: Final[Mapping[str, str]] = {
    "anywhere": r"(?<![\w-])",
    "stop": rf"^{_LABEL}|{_STOP}\s*+",
    "head": f"^{_LABEL}",
}
_MARKS: Final = regex.compile(rf"[\p{{Mn}}{TATWEEL}]++")
_WORD: Final = regex.compile(r"[\w\p{Mn}]++(?:-[\w\p{Mn}]++)*+['’]?+")
_LONGEST_KEPT: Final = 200  # code points of a word whose folded form is kept
_COMMAS: Final = frozenset(",，،")
_SLOTS: Final = 4  # so many adverbs and adjectives stand between two words of a form at most


@dataclass(frozen=True, slots=True, eq=False)
class Phrasebook(Generic[T]):
    """Forms of one or more words, found by their first word (or character), the longest first.

    Attributes:
        spaced: whether blanks part the words.
        pages: first word or character, folded, to the forms that begin so, word by word, and what each means.
        slots: what may stand, up to four, before every word of a form but its first.
    """

    spaced: bool
    pages: Mapping[str, Sequence[tuple[Sequence[str], T]]]
    slots: "Phrasebook[None] | None" = None

    @classmethod
    def of(
        cls, entries: Iterable[tuple[str, T]], *, spaced: bool, slots: "Phrasebook[None] | None" = None
    ) -> "Phrasebook[T]":
        """Index forms; a blank inside a form parts its words."""
        pages: defaultdict[str, list[tuple[Sequence[str], T]]] = defaultdict(list)
        for form, meaning in sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])):
            words = [_fold(word) for word in (_WORD.findall(form) if spaced else form.split(" "))]
            pages[words[0] if spaced else words[0][0]].append((words, meaning))
        return cls(spaced, pages, slots)

    def places(self, text: str) -> Iterator[int]:
        """Where a form may stand, in order: at every place where blanks part words, else where one's first sign is."""
        if self.pages:
            yield from (at for at, sign in enumerate(text) if self.spaced or sign in self.pages)

    def match(self, text: str, position: int) -> tuple[int, T] | None:
        """The end and the meaning of the form that stands at a position; None when none does."""
        first, behind = self._read(text, position)
        for words, meaning in self.pages.get(first, ()):
            end = behind if self.spaced else self._after(text, position, words[0])
            for word in words[1:]:
                end = self._behind(text, end, word) if end >= 0 else end
            if end >= 0:
                return end, meaning
        return None

    def skip(self, text: str, position: int, *, times: int) -> int:
        """The position behind up to so many forms, each with the comma and the blanks behind it."""
        for _ in range(times):
            found = self.match(text, position)
            if found is None:
                break
            position = found[0] + (text[found[0] : found[0] + 1] in _COMMAS)
            position = blanks(text, position)
        return position

    def _read(self, text: str, position: int) -> tuple[str, int]:
        """The folded word (or the character) at a position, and its end."""
        if not self.spaced:
            return text[position : position + 1], position + 1
        found = _WORD.match(text, position)
        return (_fold(found[0]), found.end()) if found else ("", -1)

    def _after(self, text: str, position: int, word: str) -> int:
        """The end of a word that stands at a position; -1 when it does not."""
        if not self.spaced:
            return position + len(word) if text.startswith(word, position) else -1
        read, end = self._read(text, position)
        return end if read == word else -1

    def _behind(self, text: str, position: int, word: str) -> int:
        """The end of the next word of a form, behind what may fill the slot before it; -1 when it is missing."""
        for _ in range(_SLOTS + 1):
            position = blanks(text, position)
            end = self._after(text, position, word)
            filling = self.slots.match(text, position) if end < 0 and self.slots else None
            if filling is None:
                return end
            position = filling[0]
        return -1


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """The citing verbs of one language, ready to search.

    Attributes:
        language: ISO 639-1 code.
        opening: where a main clause may open: the head of the paragraph (group `lead`), a stop, a conjunction.
        verbs: the verbs that open a clause.
        moods: whether those of a preamble have a form of their own.
        before: adverbs before a verb.
        after: adverbs behind it.
        joints: conjunctions and circumstances between the opening and the verb.
        subjects: who acts, at the head of a paragraph.
        particles: words before a preambular verb that has the form of an operative one.
        clitics: letters that the script glues to the word behind them.
        postposed: verbs that follow what they govern.
        opener: where what such a verb governs begins.
        phrases: prepositions that govern what stands right behind.
        place: where such a preposition may stand.
        barred: words behind which it is no preposition but a part of a noun.
        nouns: verbs that have the form of a noun too.
        followers: words that tell, behind one of these, that it is a noun.
        gap: all that may stand between such a preposition and its reference.
    """

    language: str
    opening: "regex.Pattern[str]"
    verbs: Phrasebook[Meaning]
    moods: bool
    before: Phrasebook[None]
    after: Phrasebook[None]
    joints: Phrasebook[None]
    subjects: Phrasebook[None]
    particles: Phrasebook[None]
    clitics: tuple[str, ...]
    postposed: Phrasebook[Meaning]
    opener: "regex.Pattern[str]"
    phrases: Phrasebook[Meaning]
    place: "regex.Pattern[str]"
    barred: tuple[str, ...]
    nouns: Phrasebook[None]
    followers: Phrasebook[None]
    gap: "regex.Pattern[str]"


def blanks(text: str, position: int) -> int:
    """The first position at or behind `position` that holds no blank."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _fold(word: str) -> str:
    """A word without vowel marks, case and the shape of its apostrophe."""
    return (_folded if len(word) <= _LONGEST_KEPT else _folded.__wrapped__)(word)


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return _MARKS.sub("", word).replace("’", "'").casefold()


@lru_cache(maxsize=16)
def load_verbs(language: str) -> Verbs:
    """Load the verbs of a language from `data/LANGUAGE/verbs.toml`.

    Raises:
        DataError: there is no such file, or it breaks its rules; all offences are named.
    """
    name = f"language/data/{language}/verbs.toml"
    if not regex.fullmatch(r"[a-z]{2,3}", language):
        raise DataError(name, ["a language is two or three small letters"])
    try:
        data = tomllib.loads(files("extract").joinpath(name).read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise DataError(name, [str(error)]) from error
    offences = _offences(data, language)
    if offences:
        raise DataError(name, offences)
    return _compile(data)


def _offences(data: Mapping[str, Any], language: str) -> list[str]:
    """List what breaks the rules of a verb lexicon."""
    known = {"language", "phrases", "lists", "spaced", *_TABLES}
    offences = [f"unknown key {key!r}" for key in data if key not in known]
    offences += [f"missing key {key!r}" for key in sorted(known) if key not in data]
    offences += [f"language must be {language!r}"] if data.get("language") != language else []
    offences += [] if isinstance(data.get("spaced", True), bool) else ["spaced must be true or false"]
    offences += [f"phrases must be one of {sorted(_PLACES)}"] if data.get("phrases") not in _PLACES else []
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


def _compile(data: Mapping[str, Any]) -> Verbs:
    """Index the forms of a lexicon that keeps the rules."""
    lists: Mapping[str, list[str]] = data["lists"]
    spaced: bool = data["spaced"]

    def book(*names: str) -> Phrasebook[None]:
        return Phrasebook.of({form: None for name in names for form in lists[name]}.items(), spaced=spaced)

    def verbs(*tables: str, slots: Phrasebook[None] | None = None) -> Phrasebook[Meaning]:
        rows = ((form, (table, rel)) for table in tables for rel, forms in data[table].items() for form in forms)
        return Phrasebook.of(rows, spaced=spaced, slots=slots)

    def any_of(forms: Iterable[str]) -> str:
        return "|".join(map(regex.escape, sorted(forms, key=lambda form: (-len(form), form)))) or "(?!)"

    edge, right = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")
    flags = regex.IGNORECASE | regex.VERSION1
    clitics = rf"|(?<=\s)(?={any_of(lists['clitics'])})" if lists["clitics"] else ""
    heads = "".join({form[0] for forms in data["phrase"].values() for form in forms} | set("".join(lists["clitics"])))
    place = _PLACES[data["phrases"]] + (
        f"(?=[{regex.escape(heads)}])" if data["phrases"] == "anywhere" and heads else ""
    )
    places = rf"^(?P<lead>{_LABEL})|{_STOP}\s*+|{edge}(?=(?:{any_of(lists['coordinators'])}){right}){clitics}"
    return Verbs(
        language=data["language"],
        opening=regex.compile(places, flags),
        verbs=verbs("participle", "finite", "leading", slots=book("within", "after")),
        moods=any(data["participle"].values()),
        before=book("before"),
        after=book("after"),
        joints=book("coordinators", "circumstances"),
        subjects=book("subjects"),
        particles=book("particles"),
        clitics=tuple(lists["clitics"]),
        postposed=verbs("postposed", slots=book("within", "after")),
        opener=regex.compile(f"(?:{places})(?:{any_of(lists['coordinators'])})?+(?:{any_of(lists['openers'])})", flags),
        phrases=verbs("phrase"),
        place=regex.compile(place, flags),
        barred=tuple(lists["barred"]),
        nouns=book("nouns"),
        followers=book("followers"),
        gap=regex.compile(_GAP, flags),
    )
