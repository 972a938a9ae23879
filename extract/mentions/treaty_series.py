"""*Treaty Series* references: "Treaty Series, vol. 729, No. 10485" names a treaty by its registration number."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.anchored import Anchored
from extract.language.forms import any_of, words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Resolved, of_entry
from extract.model.citation import Certainty
from extract.registry.registry import Registry, Treaty
from extract.text.numerals import HAN_SIMPLE

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
def _pattern(lexicon: References) -> Anchored:
    section, ibid = lexicon.series, lexicon.ibid
    english = ("and", "to")  # notes of any language give the series in English
    joints = words([*lexicon.joints.words, *lexicon.joints.range, *english])
    glued = rf"|{lexicon.particles[:1]}" if lexicon.particles else ""
    names = words([*section.names, "Treaty Series"])
    volume, number = words(section.volume), words(section.number)
    league = words(section.league)
    lead = any_of(lexicon.script.before_number)
    first = rf"(?:\d{{1,5}}|[IVXLC]{{1,9}}|[{HAN_SIMPLE}]{{1,7}})"
    listed = rf"(?<volumes>{first}(?:\s?(?:[,،、-]|{joints}{glued})\s?(?:\d{{1,5}}))*+)"
    several = rf"\d{{1,6}}+(?:\s?(?:[,،、–-]|{joints}{glued})\s?\d{{1,6}}+)*+"
    if section.after:
        volumes = rf"(?:{lead})?{listed}(?:{volume})(?:、(?:{lead})?\d{{1,5}}(?:{volume}))*"
        numbered = rf"(?:{lead})(?<numbers>{several})(?:{number})"
    else:
        volumes = rf"(?:{volume})\s?{listed}"
        numbered = rf"(?:{number})\s?(?<numbers>{several})(?!\d)"
    opens = r"(?<=^|[.;:,(،؛；。：（]\s?|\p{Han})"  # where a publisher's name may begin
    publisher = rf"(?:(?<league>{league})|(?:{opens}\p{{L}}[\p{{L}} ]{{2,40}}?))"
    head = rf"(?:{publisher}[\s,،，(《«“\"]{{1,4}}+)?(?:{names})[\s,،，)》»”\"]{{0,4}}+"
    again = rf"(?<ibid>{words(ibid.words)})[\s,.،，]{{0,3}}+"
    place = rf"(?:{volumes}){_YEAR}[\s,،，.]{{0,3}}+(?:{numbered}|{_PAGE})"
    same = rf"{again}(?={number}\s?\d{{3}}|(?:{lead})\d{{3}}){numbered}"  # "ibid., No. 5476": of the same volume
    pattern = regex.compile(rf"(?:{head}|{again}){place}|{same}", regex.V1 | regex.IGNORECASE)
    return Anchored(pattern, [*section.names, "Treaty Series", *ibid.words], begins=False)


def find_series(text: str, lexicon: References) -> tuple[SeriesMention, ...]:
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


def registered(mention: SeriesMention, hinted: Sequence[Treaty], registry: Registry) -> list[Candidate]:
    """Give a registration as references to the treaties it means.

    Args:
        mention: the registration as printed.
        hinted: treaties that the text names beside it; they decide where several share a number, and alone tell what is
            meant where the number is missing or is of the League of Nations.
        registry: the treaties by registration.

    Returns:
        One reference a treaty; a number that the registry does not know is a treaty by its number alone; a page that
        no title explains is none.
    """
    if mention.league:
        return [of_entry(t, mention.start, mention.end, certainty="explicit") for t in hinted[:1]] or [
            Open(
                start=mention.start,
                end=mention.end,
                kind="treaty",
                reason="League of Nations treaty that the registry does not know",
            )
        ]
    certainty: Certainty = "inferred" if mention.ibid else "explicit"
    if mention.number is None:
        told = [t for t in hinted if any(volume in mention.volumes for _, volume in t.registrations)]
        return [of_entry(t, mention.start, mention.end, certainty=certainty) for t in told]
    found: list[Treaty] = []
    for volume in mention.volumes or (None,):
        may = registry.by_registration(mention.number, volume) or registry.by_registration(mention.number)[:1]
        chosen = [t for t in may if t in hinted] or list(may[:1])
        found += [t for t in chosen if t not in found]
    if found:
        rows = [of_entry(t, mention.start, mention.end, certainty=certainty) for t in found]
        return [replace(row, unts=mention.number) for row in rows]
    return [
        Resolved(
            start=mention.start,
            end=mention.end,
            kind="treaty",
            target=f"treaty:unts-{mention.number}",
            unts=mention.number,
            certainty=certainty,
        )
    ]
