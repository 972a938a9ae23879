"""`Finders`: the patterns of a lexicon that are sought in every paragraph, each tried only where its words stand."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.language.anchored import Anchored
from extract.language.forms import dashed
from extract.language.references import References
from extract.text.numerals import ENCLOSED, HAN_DIGITS

_DAY_OR_YEAR: Final = r"\d(?<!\d\d)(?:(?<!/\d)\d?(?!\d)|(?<=[12])[890]\d\d(?!\d))"
"""Where a date may begin; a pattern whose first character is one class is much faster than an alternation."""
_MEETING: Final = "SS."
_SIGN: Final = r"[\dIVX](?:(?<=\d)(?<!\d\d)\d{0,3}(?!\d)|(?<=[IVX])[IVX]{0,6}/)"
"""Where a number may begin: with digits, or with the numeral of a meeting (SS.XII/9, XII/9)."""


@dataclass(frozen=True, slots=True)
class Finders:
    """What is sought: each attribute is the pattern of that name in the lexicon."""

    body: Anchored
    session: Anchored
    noun: Anchored
    present: Anchored
    possessive: Anchored
    conventions: Anchored
    date: Anchored
    number: Anchored


@functools.cache
def finders(references: References) -> Finders:
    """Make the finders of a language, once per process."""
    table, numbers, script = references.table, references.numbers, references.script
    bodies = [*table.shorts, *_forms(table.bodies)]
    anchored = functools.partial(Anchored, of=references)
    return Finders(
        body=anchored(lambda: references.body, [*bodies, *dashed(bodies)]),
        session=anchored(lambda: references.session, script.before_number, bounded=False),
        noun=anchored(lambda: references.noun, references.nouns.forms),
        present=anchored(lambda: references.present, table.present.words),
        possessive=anchored(lambda: references.possessive, references.possessives.words),
        conventions=anchored(lambda: references.conventions, _forms(table.conventions)),
        date=anchored(lambda: references.date, (), also=_DAY_OR_YEAR),
        number=anchored(
            lambda: references.number,
            [*numbers.lead, *numbers.special, *numbers.emergency, _MEETING],
            bounded=False,
            also=rf"{_SIGN}|[{HAN_DIGITS}]" if script.han_numerals else _SIGN,
            holds=rf"[/({ENCLOSED}]",
        ),
    )


def _forms(table: Mapping[str, Sequence[str]]) -> list[str]:
    return [form for forms in table.values() for form in forms]
