"""TODO."""

import functools
from collections.abc import Iterator
from typing import Final

import regex

from extract.language.anchored import Anchored
from extract.language.forms import words
from extract.language.references import References
from extract.symbols.bodies import load_bodies
from extract.symbols.number import Designator
from extract.text.numerals import ENCLOSED

_NUMBER: Final = r"(?<number>[1-9]\d{2,3}+)"  # shorter ones are numbers of many things


_WHOLE: Final = rf"(?![\d/\p{{L}}--\p{{Han}}]|[.,]\d|\s?[({ENCLOSED}]|\s?[-–]\s?\d|\s\p{{Lu}}(?!\p{{L}}))"


@functools.cache
def _pattern(lexicon: References) -> Anchored:
    """The pattern of a noun and the numbers that are listed right at it."""
    joints = lexicon.joints
    glued = rf"|[{lexicon.particles[:1]}]" if lexicon.particles else ""
    also, to = words(joints.words), words(joints.range)
    joint = rf"\s?(?:[,،、]\s?(?:{also}{glued})?|{also}|{to}{glued})\s?"
    section = lexicon.numbers
    listed = rf"{_NUMBER}{_WHOLE}(?:{joint}(?:{words(section.lead)})?{_NUMBER}{_WHOLE}){{0,12}}+"
    if not lexicon.noun_before:
        lead, tail = words(section.lead), words(section.tail)
        behind = regex.compile(rf"{lead}\s?{listed}\s?{tail}(?i:{lexicon.noun.pattern})", regex.V1)
        return Anchored(behind, section.lead)
    numero = words(["No", "Nos", "№", "رقم", "n°", "núm", *section.not_before])
    between = rf"\s(?:(?:{lexicon.body.pattern})\s)?(?:{numero}\.?\s)?"
    before = regex.compile(rf"(?i:{lexicon.noun.pattern}){between}{listed}", regex.V1)
    return Anchored(before, lexicon.nouns.forms)


def find_bare(text: str, lexicon: References) -> Iterator[Designator]:
    """Give the numbers that stand right at their noun, each with the year in which the Security Council came to it."""
    council = load_bodies()["security-council"]
    for match in _pattern(lexicon).finditer(text):
        for start, end in match.spans("number"):
            year = council.usual_year(int(text[start:end]))
            if year is None:
                break
            outer = _outer(text, start, end, lexicon)
            yield Designator(start, end, outer, "year", str(year), int(text[start:end]), bare=True)


def _outer(text: str, start: int, end: int, lexicon: References) -> tuple[int, int]:
    """The place of a number with the words that belong to it (第 … 号)."""
    section = lexicon.numbers
    lead = next((len(w) for w in section.lead if text.endswith(w, 0, start)), 0)
    tail = next((len(w) for w in section.tail if text.startswith(w, end)), 0)
    return start - lead, end + tail
