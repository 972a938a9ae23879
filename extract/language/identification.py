"""The language of a text: told by an enacting formula or by function words, or only likely from a few signs."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.references import load_references
from extract.language.structure import load_structures

FALLBACK: Final = "en"
"""The language that a text of no known language is read in; printed symbols are the same in all."""

_SAMPLE: Final[int] = 20_000
_WORD: Final = regex.compile(r"\p{Han}|[\p{L}']++(?!\.\s?\d)")  # "para." before a number is no Spanish word
_FEWEST_WORDS: Final[int] = 2
_HEAD: Final[int] = 400  # paragraphs among which a formula is looked for
_LEAST_SHARE: Final[float] = 0.03
_LETTER: Final = regex.compile(r"\p{L}")
_SCRIPT_SHARE: Final[float] = 0.3
_SIGN: Final[int] = 2  # how much more than a function word a word of resolutions or the name of a body counts


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language that a text is read in.

    Attributes:
        language: ISO 639-1 code; None where nothing shows it.
        doubt: what a person should know of it, in English; empty where the language is told.
    """

    language: str | None
    doubt: str = ""

    @property
    def read_as(self) -> str:
        """The language whose words the text is read with."""
        return self.language or FALLBACK


def identify_language(text: str, lines: Sequence[str], *, named: str | None = None) -> Tongue:
    """The language of a text.

    Args:
        text: the text as read.
        lines: its paragraphs.
        named: the language that the file's metadata name, for a text that does not show its own.
    """
    if told := tell_language(text, lines) or (named if named in load_structures() else None):
        return Tongue(told)
    if likely := _likely_language(text[:_SAMPLE]):
        return Tongue(likely, f"the language is not certain: too little text; read as {likely}")
    return Tongue(None, f"no language shows: printed symbols and numbers are read as in {FALLBACK}")


def tell_language(text: str, lines: Sequence[str]) -> str | None:
    """The language of the first enacting formula among the lines, or else of most function words of the text.

    None when there is no formula and no language's words make up a fair share of the text.
    """
    formulas = (
        language for line in lines[:_HEAD] for language, frame in load_structures().items() if frame.enacting(line)
    )
    if language := next(formulas, None):
        return language
    words = _words(text[:_SAMPLE])
    if not words:
        return None
    counts = {
        language: sum(word in frame.function_words for word in words) for language, frame in load_structures().items()
    }
    language, count = max(counts.items(), key=lambda item: item[1])
    return language if count >= _FEWEST_WORDS and count > _LEAST_SHARE * len(words) else None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text.replace("’", "'"))]


def _likely_language(text: str) -> str | None:
    """The language of the text's script or, in Latin script, of the most signs; None without any, or where two tie."""
    letters = len(_LETTER.findall(text))
    shares = {language: len(_own_letters(language).findall(text)) for language in load_structures()}
    language, count = max(shares.items(), key=lambda item: item[1])
    if letters and count > _SCRIPT_SHARE * letters:
        return language
    words, folded = _words(text), text.replace("’", "'").casefold()
    signs = {language: _signs(text, words, folded, language) for language in load_structures()}
    best = max(signs.values())
    found = [code for code, count in signs.items() if count == best]
    return found[0] if best and len(found) == 1 else None


@functools.cache
def _own_letters(language: str) -> "regex.Pattern[str]":
    """The letters of a language beyond the Latin script; matches nothing where it is written in that."""
    alphabet = load_structures()[language].alphabet
    return regex.compile(rf"[[{alphabet}]&&[\p{{L}}--\p{{Latin}}]]", regex.V1)


def _signs(text: str, words: Sequence[str], folded: str, language: str) -> int:
    """How much in a text points to a language: function words, words for resolutions, names of bodies."""
    frame, lexicon = load_structures()[language], load_references(language)
    function_words = sum(word in frame.function_words for word in words)
    named = sum(name in folded for name in frame.organs)
    return function_words + _SIGN * (named + len(lexicon.noun.findall(text)))
