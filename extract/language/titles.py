"""`Titles`: how the titles of a language vary in running text (`data/LANGUAGE/titles.toml`)."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal

import regex
from pydantic import Field, StringConstraints

from extract.model.errors import DataError
from extract.model.tables import Problem, Table, Text, Texts, load_table

YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
"""A year of a title, in group `year`."""
Forms = tuple[Text, ...]


class Group(Table):
    """Phrases that name several texts at once, and the slugs of those."""

    forms: Texts
    entries: Texts


class Stated(Table):
    """How a text says what bears a number: its title, or what it contains.

    Attributes:
        entitled: words between a number and its title in quotation marks; `~` is any ending.
        containing: words between a number and the name of what that text contains or adopts.
        joined: words that join a quoted title to the number after it.
    """

    entitled: Texts
    containing: Texts
    joined: Forms


class Called(Table):
    """How a text says beside a number what the text of that number is on.

    Attributes:
        after: words behind a number and its date that begin what it is on ("on", "relative à"); `~` is any ending.
        before: words before a number that do, in a language that puts it first (关于).
        until: words that end it ("which", "as well as").
        never: words with which it does not begin ("its", "behalf").
    """

    after: Forms
    before: Forms
    until: Forms
    never: Forms


class Coordinated(Table):
    """How one title is given several years ("the 2000 and 2010 Review Conferences").

    Attributes:
        joints: words that join the years.
        singular: words of a title that has several years (plural nouns), to those of a title with one; the empty string
            drops one.
    """

    joints: Forms
    singular: Mapping[Text, str]


class Titles(Table):
    """How the titles of one language vary.

    Attributes:
        unit: `word`, or `character` where a script puts no spaces between words.
        optional: words that a title may have or lack (articles); in a script of characters, strings.
        same: words that count as another (contractions, spellings), to that other.
        letters: single letters to what they count as; the empty string drops them.
        prefixes: what a script attaches to the front of a word; removed as long as `stem` letters remain.
        endings: case endings; the longest is removed if `stem` letters remain.
        singular, plural: endings of one number only; a title in one number does not mean the other.
        stem: fewest letters that remain.
        insertions: patterns of phrases that a title may have or lack.
        dates: patterns of dates within titles, with `{year}` for the year.
        thereto: phrases that mean the protocols of the treaty named before them; `pairs`: two of them; `sole`: the
            protocol of a treaty that has only one.
        other: words before a title by which it names another text ("New").
        group: phrases that name several texts at once.
        stated: how a text says what bears a number.
        called: how it says what the text of a number is on.
        coordinated: how one title is given several years.
    """

    unit: Literal["word", "character"]
    optional: Forms
    same: Mapping[Text, Text]
    letters: Mapping[Annotated[str, StringConstraints(min_length=1, max_length=1)], str]
    prefixes: Forms
    endings: Forms
    singular: Forms
    plural: Forms
    stem: Annotated[int, Field(ge=1)]
    insertions: Forms
    dates: Forms
    thereto: Forms
    pairs: Forms
    sole: Forms
    other: Forms
    group: tuple[Group, ...]
    stated: Stated
    called: Called
    coordinated: Coordinated

    @property
    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each phrase of a group with the slugs of what it names."""
        return tuple((form, group.entries) for group in self.group for form in group.forms)

    def problems(self) -> Iterator[Problem]:
        """Patterns compile, and every date has its year."""
        for key, patterns in (("dates", self.dates), ("insertions", self.insertions)):
            for place, pattern in enumerate(patterns):
                if fault := _fault(pattern):
                    yield (key, place), f"{pattern!r} is not a regular expression: {fault}"
        for place, date in enumerate(self.dates):
            if date.count("{year}") != 1:
                yield ("dates", place), f"{date!r} must contain {{year}} once"


def _fault(pattern: str) -> str | None:
    """Why a pattern does not compile; None if it does."""
    try:
        regex.compile(pattern.replace("{year}", YEAR), regex.V1)
    except regex.error as error:
        return str(error)
    return None


@cache
def load_titles(language: str) -> Titles:
    """How the titles of a language vary, read once per process.

    Args:
        language: ISO 639-1 code.

    Raises:
        DataError: there is no file for the language, or it does not fit `Titles`; every problem is listed.
    """
    name = f"language/data/{language}/titles.toml"
    path = files("extract") / name
    if not (language.isascii() and language.isalpha() and path.is_file()):
        raise DataError("language/data", [f"no titles for language {language!r}"])
    return load_table(Titles, path, name=name)
