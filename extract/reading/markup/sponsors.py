"""The sponsors that the metadata of an Akoma Ntoso document list in one string, taken apart into names."""

from collections.abc import Iterator
from importlib import resources
from typing import Final

import regex
from pydantic import Field

from extract.model.tables import Table, Text, Texts, load_table


class _Sponsors(Table):
    """Shape of `sponsors.toml`.

    Attributes:
        submitted: what precedes an officer or a body that submitted the draft.
        conjunction: `and`, what joins the last two names.
        article: what may precede a name.
        with_and: states whose names have an "and" of their own.
    """

    submitted: Text
    conjunction: Text = Field(alias="and")
    article: Text
    with_and: Texts


_WORDS: Final = load_table(
    _Sponsors, resources.files("extract.reading.markup") / "sponsors.toml", name="reading/markup/sponsors.toml"
)
_WITH_AND: Final = frozenset(_WORDS.with_and)
_JOINT: Final = f" {_WORDS.conjunction} "
_SUBMITTED: Final = regex.compile(rf"{_WORDS.submitted} (?:{_WORDS.article} )?", regex.IGNORECASE)
_NEXT: Final = regex.compile(r",\s*+(?![^()]{0,400}\))")
_AND: Final = regex.compile(rf"\s++{_WORDS.conjunction}\s++(?![^()]{{0,400}}\))")


def sponsor_names(text: str) -> Iterator[str]:
    """The names in a list of sponsors: "Angola, Bosnia and Herzegovina and the Republic of Moldova" has three."""
    if submitted := _SUBMITTED.match(text):
        yield " ".join(text[submitted.end() :].split())
        return
    *firsts, last = _NEXT.split(text) if _brackets_hold_comma(text) else text.split(",")
    for name in (*firsts, *_joined(last)):
        shown = " ".join(name.split()).removeprefix(f"{_WORDS.conjunction} ").removeprefix(f"{_WORDS.article} ")
        if shown:
            yield shown


def _brackets_hold_comma(text: str) -> bool:
    """Whether a comma stands inside brackets; looking ahead from every comma would take long."""
    return ")" in text and any("," in before.rpartition("(")[2] for before in text.split(")")[:-1])


def _joined(text: str) -> Iterator[str]:
    """The names that "and" joins; those with an "and" of their own stay whole."""
    words = _AND.split(text)
    while words:
        sizes = range(len(words), 1, -1)
        size = next((size for size in sizes if _JOINT.join(words[:size]).strip() in _WITH_AND), 1)
        yield _JOINT.join(words[:size])
        del words[:size]
