"""`Finders`: the patterns of a lexicon that are sought in every paragraph, each tried only where its words stand."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.language.anchored import Anchored
from extract.language.date_pattern import date_beginnings
from extract.language.forms import dashed
from extract.language.number_pattern import number_beginnings
from extract.language.references import References


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
    table, numbers = references.table, references.numbers
    bodies = [*table.shorts, *_forms(table.bodies)]
    bounded = references.script.bounded
    return Finders(
        body=Anchored(lambda: references.body, [*bodies, *dashed(bodies)], bounded=bounded, among=references),
        session=Anchored(lambda: references.session, references.script.before_number, among=references),
        noun=Anchored(lambda: references.noun, references.nouns.forms, bounded=bounded, among=references),
        present=Anchored(lambda: references.present, table.present.words, bounded=bounded, among=references),
        possessive=Anchored(
            lambda: references.possessive, references.possessives.words, bounded=bounded, among=references
        ),
        conventions=Anchored(
            lambda: references.conventions, _forms(table.conventions), bounded=bounded, among=references
        ),
        date=Anchored(lambda: references.date, (), also=_dates(references), among=references),
        number=Anchored(
            lambda: references.number,
            [*numbers.lead, *numbers.special, *numbers.emergency],
            also=number_beginnings(numbers, references.script),
            among=references,
        ),
    )


def _forms(table: Mapping[str, Sequence[str]]) -> list[str]:
    return [form for forms in table.values() for form in forms]


def _dates(references: References) -> str:
    """The pattern of where dates may begin."""
    dates = references.dates
    return date_beginnings(dates.patterns, dates.numeric, months=[name for names in dates.names for name in names])
