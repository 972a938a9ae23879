"""`Finders`: the patterns of a lexicon that are sought in every paragraph, each tried only where its words stand."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.language.anchored import Anchored
from extract.language.references import Lexicon, dashed
from extract.text.numerals import HAN_DIGITS

_DIGIT: Final = r"\d+"  # the first of a run: behind a digit no number begins
_SIGN: Final = r"[\dIVXS]\d*"  # or one that a meeting's number in roman numerals begins with


@dataclass(frozen=True, slots=True)
class Finders:
    """What is sought: each attribute is the pattern of that name in the lexicon."""

    body: Anchored
    noun: Anchored
    present: Anchored
    possessive: Anchored
    conventions: Anchored
    date: Anchored
    number: Anchored


@functools.cache
def finders(lexicon: Lexicon) -> Finders:
    """Make the finders of a lexicon, once a process."""
    table, numbers = lexicon.table, lexicon.table["numbers"]
    written = [form for key in ("lead", "special", "emergency") for form in numbers[key]]
    also = rf"[\dIVXS{HAN_DIGITS}]" if "第" in numbers["lead"] else _SIGN
    bodies = [*table["shorts"], *_forms(table["bodies"])]
    return Finders(
        body=Anchored(lexicon.body, [*bodies, *dashed(bodies)]),
        noun=Anchored(lexicon.noun, _forms(table["nouns"])),
        present=Anchored(lexicon.present, table["present"]["words"]),
        possessive=Anchored(lexicon.possessive, table["possessives"]["words"]),
        conventions=Anchored(lexicon.conventions, _forms(table["conventions"])),
        date=Anchored(lexicon.date, (), also=_DIGIT),
        number=Anchored(lexicon.number, written, also=also),
    )


def _forms(table: Mapping[str, Sequence[str]]) -> list[str]:
    return [form for forms in table.values() for form in forms]
