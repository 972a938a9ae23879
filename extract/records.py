"""Supplements of the *Official Records* of the General Assembly that are named without their symbol."""

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

import regex

from extract.errors import DataError
from extract.found import Found
from extract.lexicon import Lexicon, words

_KEYS: Final = frozenset({"names", "session", "supplement", "order", "units", "tens", "round", "irregular"})
_FIRST: Final = 31
"""Documents carry the session in their symbol since the thirty-first."""
_LAST: Final = 99
_NEAR: Final = 100
"""Characters (a title, a note of a corrigendum) between a supplement and its symbol in brackets."""


@functools.cache
def _patterns(language: str) -> tuple[regex.Pattern[str], Mapping[str, int]]:
    """The pattern of a supplement, and the sessions by their ordinal as written.

    Raises:
        DataError: the file breaks its rules; every offence is listed.
    """
    file = f"lexicons/records/{language}.toml"
    table = tomllib.loads((files("extract") / file).read_text(encoding="utf-8"))
    offences = [f"misses {key!r}" for key in sorted(_KEYS - table.keys())]
    offences += [f"does not know {key!r}" for key in sorted(table.keys() - _KEYS)]
    if offences:
        raise DataError(file, offences)
    ordinals = {form: number for number in range(_FIRST, _LAST + 1) for form in _ordinals(table, number)}
    session = table["session"].replace("{ordinal}", f"(?<ordinal>{words(ordinals)})")
    stop = r"[\s,،，]{1,3}+"
    pattern = (
        rf"[《«“]?{words(table['names'])}{stop}{session}{stop}{words(table['supplement'])}\s?"
        r"(?<number>\d{1,3}+)(?<letter>[A-Z](?!\p{L}))?号?[》»”]?"
    )
    return regex.compile(pattern, regex.V1 | regex.IGNORECASE), {f.casefold(): n for f, n in ordinals.items()}


def _ordinals(table: Mapping[str, Any], number: int) -> Iterator[str]:
    """How a session is counted: forty-fourth, quarante-quatrième, 四十四."""
    if written := table["irregular"].get(str(number)):
        yield written
        return
    ten, unit = divmod(number, 10)
    if unit == 0:
        yield table["round"][ten - 3]
        return
    for form in table["units"][unit - 1]:
        yield table["order"].format(ten=table["tens"][ten - 3], unit=form)


def find_supplements(text: str, lexicon: Lexicon, symbols: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Give the supplements whose symbol is not printed behind them: Supplement No. 42 of session 54 is A/54/42.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        symbols: the places of printed symbols.
    """
    pattern, sessions = _patterns(lexicon.language)
    for match in pattern.finditer(text):
        end = match.end()
        if any(end <= a <= end + _NEAR and ";" not in text[end:a] for a, _ in symbols):
            continue
        session, letter = sessions[match["ordinal"].casefold()], match["letter"]
        addendum = f"/Add.{ord(letter) - ord('A') + 1}" if letter else ""  # Supplement No. 53A is A/66/53/Add.1
        yield Found(
            start=match.start(),
            end=end,
            kind="document",
            target=f"A/{session}/{match['number']}{addendum}",
            certainty="inferred",
        )
