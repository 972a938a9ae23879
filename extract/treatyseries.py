"""*Treaty Series* references: "United Nations, Treaty Series, vol. 729, No. 10485" names a treaty by registration number."""

import functools
from dataclasses import dataclass

import regex

from extract.lexicon import Lexicon, words


@dataclass(frozen=True, slots=True)
class SeriesMention:
    """A registration as printed.

    Attributes:
        start, end: its place in the note.
        volumes: the volumes named, in order.
        number: the registration number.
        league: whether it is the League of Nations' series, whose numbers are its own.
        ibid: whether it says "ibid." instead of naming the series.
    """

    start: int
    end: int
    volumes: tuple[int, ...]
    number: int
    league: bool
    ibid: bool


@functools.cache
def _pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    section, ibid = lexicon.table["series"], lexicon.table["ibid"]
    joints = words([*lexicon.table["joints"]["words"], *lexicon.table["joints"]["range"]])
    glued = rf"|{lexicon.particles[:1]}" if lexicon.particles else ""
    names = words([*section["names"], "Treaty Series"])
    volume, number = words(section["volume"]), words(section["number"])
    league = words(section["league"])
    listed = rf"(?<volumes>(?:\d{{1,5}}|[IVXLC]{{1,9}}|[〇一二三四五六七八九十百]{{1,7}})(?:\s?(?:[,،、-]|{joints}{glued})\s?(?:\d{{1,5}}))*+)"
    if lexicon.date_before:
        volumes = rf"第?{listed}(?:{volume})(?:、第?\d{{1,5}}(?:{volume}))*"
        numbered = rf"第(?<number>\d{{1,6}})(?:{number})"
    else:
        volumes = rf"(?:{volume})\s?{listed}"
        numbered = rf"(?:{number})\s?(?<number>\d{{1,6}})(?!\d)"
    opens = r"(?<=^|[.;:,(،؛；。：（]\s?|\p{Han})"  # where a publisher's name may begin
    publisher = rf"(?:(?<league>{league})|(?:{opens}\p{{L}}[\p{{L}} ]{{2,40}}?))"
    head = rf"(?:{publisher}[\s,،，(《«“\"]{{1,4}}+)?(?:{names})[\s,،，)》»”\"]{{0,4}}+"
    again = rf"(?<ibid>{words(ibid['words'])})[\s,.،，]{{0,3}}+"
    return regex.compile(rf"(?:{head}|{again})(?:{volumes})[\s,،，]{{0,3}}+(?:{numbered})", regex.V1 | regex.IGNORECASE)


def find_series(text: str, lexicon: Lexicon) -> tuple[SeriesMention, ...]:
    """Find every *Treaty Series* reference of a note, in order."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        volumes = tuple(int(v) for v in regex.findall(r"\d+", match["volumes"]))
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(SeriesMention(start, match.end(), volumes, int(match["number"]), bool(match["league"]), bool(match["ibid"])))
    return tuple(found)
