"""*Treaty Series* references: "Treaty Series, vol. 729, No. 10485" names a treaty by its registration number."""

import functools
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.anchored import Anchored
from extract.language.references import Lexicon, words

_DASHES: Final = frozenset("-–")
_YEAR: Final = r"(?:\s?\((?:19|20)\d\d\))?+"  # "vol. 75 (1950)"
_PAGE: Final = r"pp?\.\s?\d++"
_LONGEST_RANGE: Final = 8
"""Registrations that one range of numbers stands for at most."""


@dataclass(frozen=True, slots=True)
class SeriesMention:
    """A registration as printed; "Nos. 17512 and 17513" are two of one place.

    Attributes:
        start, end: its place in the note.
        volumes: the volumes named, in order.
        number: the registration number; None where an older note gives the page instead.
        league: whether it is the League of Nations' series, whose numbers are its own.
        ibid: whether it says "ibid." instead of naming the series.
    """

    start: int
    end: int
    volumes: tuple[int, ...]
    number: int | None
    league: bool
    ibid: bool


@functools.cache
def _pattern(lexicon: Lexicon) -> Anchored:
    section, ibid = lexicon.table["series"], lexicon.table["ibid"]
    english = ("and", "to")  # notes of any language give the series in English
    joints = words([*lexicon.table["joints"]["words"], *lexicon.table["joints"]["range"], *english])
    glued = rf"|{lexicon.particles[:1]}" if lexicon.particles else ""
    names = words([*section["names"], "Treaty Series"])
    volume, number = words(section["volume"]), words(section["number"])
    league = words(section["league"])
    first = r"(?:\d{1,5}|[IVXLC]{1,9}|[〇一二三四五六七八九十百]{1,7})"
    listed = rf"(?<volumes>{first}(?:\s?(?:[,،、-]|{joints}{glued})\s?(?:\d{{1,5}}))*+)"
    several = rf"\d{{1,6}}+(?:\s?(?:[,،、–-]|{joints}{glued})\s?\d{{1,6}}+)*+"
    if lexicon.date_before:
        volumes = rf"第?{listed}(?:{volume})(?:、第?\d{{1,5}}(?:{volume}))*"
        numbered = rf"第(?<numbers>{several})(?:{number})"
    else:
        volumes = rf"(?:{volume})\s?{listed}"
        numbered = rf"(?:{number})\s?(?<numbers>{several})(?!\d)"
    opens = r"(?<=^|[.;:,(،؛；。：（]\s?|\p{Han})"  # where a publisher's name may begin
    publisher = rf"(?:(?<league>{league})|(?:{opens}\p{{L}}[\p{{L}} ]{{2,40}}?))"
    head = rf"(?:{publisher}[\s,،，(《«“\"]{{1,4}}+)?(?:{names})[\s,،，)》»”\"]{{0,4}}+"
    again = rf"(?<ibid>{words(ibid['words'])})[\s,.،，]{{0,3}}+"
    place = rf"(?:{volumes}){_YEAR}[\s,،，.]{{0,3}}+(?:{numbered}|{_PAGE})"
    same = rf"{again}(?={number}\s?\d{{3}}|第\d{{3}}){numbered}"  # "ibid., No. 5476": of the same volume
    pattern = regex.compile(rf"(?:{head}|{again}){place}|{same}", regex.V1 | regex.IGNORECASE)
    return Anchored(pattern, [*section["names"], "Treaty Series", *ibid["words"]], begins=False)


def find_series(text: str, lexicon: Lexicon) -> tuple[SeriesMention, ...]:
    """Find every *Treaty Series* reference of a note, in order."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        volumes = tuple(int(v) for v in regex.findall(r"\d+", match["volumes"] or ""))
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found += [
            SeriesMention(start, match.end(), volumes, number, bool(match["league"]), bool(match["ibid"]))
            for number in (_numbers(match["numbers"]) if match["numbers"] else [None])
        ]
    return tuple(found)


def _numbers(text: str) -> list[int]:
    """The numbers of a list; a short range gives every number in it."""
    found: list[int] = []
    last, behind = 0, 0
    for match in regex.finditer(r"\d++", text):
        number = int(match[0])
        first = last + 1 if text[behind : match.start()].strip() in _DASHES else number
        found += range(first, number + 1) if 0 <= number - first < _LONGEST_RANGE else [number]
        last, behind = number, match.end()
    return found
