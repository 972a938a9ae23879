"""*Treaty Series* references: "Treaty Series, vol. 729, No. 10485" names a treaty by its registration number."""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.anchored import Holding
from extract.language.forms import LETTERWISE, any_of, words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Resolved, of_entry
from extract.model.citation import Certainty
from extract.registry.registry import Registry, Treaty
from extract.text.numerals import HAN_SIMPLE

_DASHES: Final = frozenset("-–")
_YEAR: Final = r"(?:\s?\((?:19|20)\d\d\))?+"  # "vol. 75 (1950)"
_PART: Final = r"(?:(?<part>I{1,2})\s?[-–]\s?)?+"  # "No. II-1240": Part II has numbers of its own
_PAGE: Final = r"pp?\.\s?\d++"
_SECOND: Final = 2
_LONGEST_RANGE: Final = 8
"""Registrations in one range of numbers at most."""


@dataclass(frozen=True, slots=True)
class SeriesMention:
    """A registration as printed; "Nos. 17512 and 17513" are two at one place.

    Attributes:
        start, end: its place in the note.
        volumes: the volumes named, in order.
        number: the registration number; None where an older note has the page instead.
        league: whether it is the series of the League of Nations, which numbered on its own.
        ibid: whether it says "ibid." instead of naming the series.
        part: of the series, where the number says it (II-1240); None where it does not.
    """

    start: int
    end: int
    volumes: tuple[int, ...]
    number: int | None
    league: bool
    ibid: bool
    part: int | None = None


@functools.cache
def _pattern(lexicon: References) -> Holding:
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
        numbered = rf"(?:{lead}){_PART}(?<numbers>{several})(?:{number})"
    else:
        volumes = rf"(?:{volume})\s?{listed}"
        numbered = rf"(?:{number})\s?{_PART}(?<numbers>{several})(?!\d)"
    opens = r"(?<=^|[.;:,(،؛；。：（]\s?|\p{Han})"  # where the name of a publisher may begin
    publisher = rf"(?:(?<league>{league})|(?:{opens}\p{{L}}[\p{{L}} ]{{2,40}}?))"
    head = rf"(?:{publisher}[\s,،，(《«“\"]{{1,4}}+)?(?:{names})[\s,،，)》»”\"]{{0,4}}+"
    again = rf"(?<ibid>{words(ibid.words)})[\s,.،，]{{0,3}}+"
    place = rf"(?:{volumes}){_YEAR}[\s,،，.]{{0,3}}+(?:{numbered}|{_PAGE})"
    same = rf"{again}(?={number}\s?\d{{3}}|(?:{lead})\d{{3}}){numbered}"  # "ibid., No. 5476": of the same volume
    pattern = rf"{LETTERWISE}(?:{head}|{again}){place}|{same}"
    compiled = functools.partial(regex.compile, pattern, regex.V1 | regex.IGNORECASE)
    return Holding(compiled, [*section.names, "Treaty Series", *ibid.words], among=lexicon)


def find_series(text: str, lexicon: References) -> tuple[SeriesMention, ...]:
    """Find every *Treaty Series* reference of a note, in order."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        volumes = tuple(int(v) for v in regex.findall(r"\d+", match["volumes"] or ""))
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        part = len(match["part"]) if match["part"] else None
        found += [
            SeriesMention(start, match.end(), volumes, number, bool(match["league"]), bool(match["ibid"]), part)
            for number in (_numbers(match["numbers"]) if match["numbers"] else [None])
        ]
    return tuple(found)


def _numbers(text: str) -> list[int]:
    """The numbers of a list; a short range stands for every number in it."""
    found: list[int] = []
    last, end = 0, 0
    for match in regex.finditer(r"[1-9]\d?,\d{3}(?!\d)|\d++", text):
        number = int(match[0].replace(",", ""))
        first = last + 1 if text[end : match.start()].strip() in _DASHES else number
        found += range(first, number + 1) if 0 <= number - first < _LONGEST_RANGE else [number]
        last, end = number, match.end()
    return found


def registered(mention: SeriesMention, hinted: Sequence[Treaty], registry: Registry) -> list[Candidate]:
    """Resolve a registration to the treaties it means.

    Args:
        mention: the registration as printed.
        hinted: treaties that the text names beside it; they decide where several share a number, and are the only clue
            where the number is missing or is of the League of Nations.
        registry: the treaties by registration.

    Returns:
        One reference per treaty; a number that the registry does not know is a treaty by its number alone; a page that
        no title explains is none.
    """
    if mention.league:
        return _of_league(mention, hinted)
    certainty: Certainty = "inferred" if mention.ibid else "explicit"
    if mention.number is None:
        named = [treaty for treaty in hinted if _is_in(treaty, mention.volumes)]
        return [of_entry(treaty, mention.start, mention.end, certainty=certainty) for treaty in named]
    rows = [
        of_entry(treaty, mention.start, mention.end, certainty=certainty)
        for treaty in _meant(mention, mention.number, hinted, registry)
    ]
    return [replace(row, unts=mention.number) for row in rows] or [
        Resolved(
            start=mention.start,
            end=mention.end,
            kind="treaty",
            target=f"treaty:unts-{'ii-' if mention.part == _SECOND else ''}{mention.number}",
            unts=mention.number,
            certainty=certainty,
        )
    ]


def _of_league(mention: SeriesMention, hinted: Sequence[Treaty]) -> list[Candidate]:
    """The League of Nations numbered on its own, so that only a title beside the registration explains it."""
    if hinted:
        return [of_entry(hinted[0], mention.start, mention.end, certainty="explicit")]
    reason = "League of Nations treaty that the registry does not know"
    return [Open(start=mention.start, end=mention.end, kind="treaty", reason=reason)]


def _is_in(treaty: Treaty, volumes: Collection[int]) -> bool:
    """Whether a treaty is printed in one of the volumes."""
    return any(volume in volumes for _, volume in treaty.registrations)


def _meant(mention: SeriesMention, number: int, hinted: Sequence[Treaty], registry: Registry) -> list[Treaty]:
    """The treaties of a number, per volume: those that the text names, otherwise the first."""
    found: list[Treaty] = []
    for volume in mention.volumes or (None,):
        possible = _registered_as(mention, number, volume, registry)
        chosen = [treaty for treaty in possible if treaty in hinted] or possible[:1]
        found += [treaty for treaty in chosen if treaty not in found]
    return found


def _registered_as(mention: SeriesMention, number: int, volume: int | None, registry: Registry) -> list[Treaty]:
    """The treaties of a number in a volume, or else the first of the number.

    A volume tells the two parts of the series apart; without a known one, a number without its part is of Part I.
    """
    if volume is not None:
        printed = [t for t in registry.by_registration(number, volume) if mention.part in {None, t.part}]
        if printed:
            return printed
    of_part = [t for t in registry.by_registration(number) if t.part == (mention.part or 1)]
    return of_part if volume is None else of_part[:1]
