"""States as the United Nations names them, with their codes: sponsors and voters are one agent each, however written.

Source of the codes: ISO 3166-1, whose numeric codes are those of the M49 standard of the United Nations Statistics
Division. Former names of a state that goes on under another (Turkey, Swaziland) are names of the same state; states
that ended (the USSR, Yugoslavia, Czechoslovakia) have no row, and keep the name that a text gives.
"""

import csv
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

import regex

_APOSTROPHES: Final = dict.fromkeys(map(ord, "'\u2018\u2019\u0060\u00b4"))
_SPEAKS: Final = regex.compile(r".{0,80}\brepresentative of (?:the )?(?<state>.{2,80}+)", regex.IGNORECASE)


class State(NamedTuple):
    """A state.

    Attributes:
        name: as the United Nations writes it in English today.
        m49: numeric code, three digits; that of ISO 3166-1 as well.
        iso2: ISO 3166-1 alpha-2 code.
        iso3: ISO 3166-1 alpha-3 code.
    """

    name: str
    m49: str
    iso2: str
    iso3: str


def state_of(name: str) -> State | None:
    """Return the state that a name is of, whatever its case, accents and apostrophes; None for a group or an office."""
    return _by_name().get(_folded(name))


def states_in(name: str) -> list[str]:
    """Return the names of states in what metadata write in the place of one; the text itself where it has none.

    "introduced in the Committee by the representative of Romania" names Romania; "Belgium Botswana", which lacks its
    comma, names two.
    """
    if state := state_of(name):
        return [state.name]
    if (found := _SPEAKS.fullmatch(name)) and (state := state_of(found["state"])):
        return [state.name]
    words = name.split()
    for cut in range(1, len(words)):
        first, second = state_of(" ".join(words[:cut])), state_of(" ".join(words[cut:]))
        if first and second:
            return [first.name, second.name]
    return [name]


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, State]:
    """Return the states by each of their names."""
    text = (files("graph.rdf") / "states.tsv").read_text(encoding="utf-8")
    found: dict[str, State] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        state = State(row["name"], row["m49"], row["iso2"], row["iso3"])
        for name in (state.name, *row["also"].split("; ")):
            if name:
                found[_folded(name)] = state
    return found


def _folded(name: str) -> str:
    """Return a name without case, accents, apostrophes and doubled blanks."""
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).casefold()
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
