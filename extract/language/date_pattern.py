"""Patterns of dates, with the groups `day`, `month` and `year`: with the name of the month, and in figures alone."""

from collections.abc import Iterable
from typing import Final

SPACES: Final = r"\s++"
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
    dated = (form.replace(" ", r"\s").format(**parts) for form in forms)
    return "|".join(rf"(?:(?<![\d./-]){form}(?![./-]?\d))" for form in dated)
