"""`Script`: the traits of the writing system of a language (`data/LANGUAGE/script.toml`).

The engine asks for the trait it needs (are words separated by spaces? which letter precedes a number?) and never
concludes one trait from another or from the language's code.

To add a trait: add a field to `Script` with a line in its docstring, and the key to the six `script.toml` files; the
loader names every file that misses it. Words that only one part of the engine needs go to the file of that part
(`references.toml`, `verbs.toml`, …); characters that all languages share go to `extract/text`.
"""

import functools
from importlib import resources
from typing import Literal

from extract.model.tables import Table, Text, load_table


class Script(Table):
    """Traits of a writing system.

    Attributes:
        spaced: whether spaces separate words.
        cased: whether letters have upper and lower case.
        direction: direction of a line of text.
        particles: letters of one-letter words that are written together with the next word (Arabic "and", "in").
        conjunctions: those of them that mean "and".
        before_number: what directly precedes a number and makes it an ordinal.
        units_after_number: characters that directly follow a number and count or rank something (Chinese: year, item).
        han_numerals: whether numbers are also written in Chinese numerals.
    """

    spaced: bool
    cased: bool
    direction: Literal["ltr", "rtl"]
    particles: tuple[Text, ...]
    conjunctions: tuple[Text, ...]
    before_number: tuple[Text, ...]
    units_after_number: tuple[Text, ...]
    han_numerals: bool

    @property
    def bounded(self) -> bool:
        """Whether a word begins behind what is no letter: spaces part words, and none is written onto the next one."""
        return self.spaced and not self.particles


@functools.cache
def load_script(language: str) -> Script:
    """The traits of a language's writing system, read once per process.

    Raises:
        DataError: the file is missing or does not fit `Script`; every problem is listed.
    """
    file = resources.files("extract.language") / "data" / language / "script.toml"
    return load_table(Script, file, name=f"language/data/{language}/script.toml")
