"""Patterns of dates, with the groups `day`, `month` and `year`: with the name of the month, and in figures alone."""

from collections.abc import Iterable
from typing import Final

SPACES: Final = r"\s++"
SPACE: Final = r"\s"
YEAR: Final = r"(?<year>(?:1[89]|20)\d\d)(?!\d)"
NO_YEAR: Final = r"(?!\p{L})(?!\s++(?:del?\s++)?(?:1[89]|20)\d\d(?!\d|\s?\())"
"""What follows a date without its year."""


def date_pattern(forms: Iterable[str], *, months: str) -> str:
    """The alternation of date forms.

    Args:
        forms: patterns with `{day}`, `{month}` and `{year}`.
        months: the pattern of the names of months.
    """
    parts = {"day": r"(?<![\d/])(?<day>[0-3]?\d)", "year": YEAR}
    parts["month"] = f"(?<month>{months})".replace("/", r"/\s?")  # two names of one month
    dated = (rf"(?<!\d){form}" if form.startswith("{year}") else form for form in forms)
    return "|".join(f"(?:{form.replace(' ', SPACES).format(**parts)})" for form in dated)


def figures_pattern(forms: Iterable[str]) -> str:
    """The alternation of date forms in figures, patterns with `{day}`, `{number}` and `{year}`."""
    parts = {"day": r"(?<day>[0-3]?\d)(?!\d)", "number": r"(?<month>1[0-2]|0?[1-9])", "year": YEAR}
    dated = (form.replace(" ", SPACE).format(**parts) for form in forms)
    return "|".join(rf"(?:(?<![\d./-]){form}(?![./-]?\d))" for form in dated)


CENTURIES: Final = ("20", "19", "18")
"""What every year begins with; a text without any of them has no date."""


def date_beginnings(forms: Iterable[str], figures: Iterable[str], *, months: Iterable[str]) -> str:
    """The pattern of where dates may begin, for the module `re`: a year with what follows it, or a day before one.

    Args:
        forms: as `date_pattern` takes them.
        figures: as `figures_pattern` takes them.
        months: the names of months.
    """
    day, year = r"\d{1,2}", r"(?:1[89]|20)\d\d(?!\d)"
    first = {"day": r"\d?", "year": r"(?:(?<=1)[89]|(?<=2)0)\d\d(?!\d)"}  # behind the first digit
    forms, numbered = tuple(forms), any(character.isdigit() for month in months for character in month)
    after = {form.removeprefix("{year}").partition("{")[0] for form in forms if form.startswith("{year}")}
    begins = [f"{first['year']}{head.replace(' ', SPACES)}" for head in sorted(after)]
    if any(not form.startswith("{year}") for form in forms):
        begins.append(rf"\d?\D+(?:{day}\D+)?{year}" if numbered else rf"\d?\D+{year}")
    for form in figures:
        head, _, rest = form.replace(" ", SPACE).removeprefix("{").partition("}")
        begins.append(first[head] + rest.format(day=day, number=day, year=year))
    return rf"\d(?<!\d\d)(?={'|'.join(begins)})"  # a search for a digit is quick
