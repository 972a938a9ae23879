"""Pinpoints taken apart: "article VI, paragraph 4 (a)" is article 6 and of paragraph 4 member a, in every language."""

import functools
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.language.forms import NOTHING, any_of, words
from extract.language.references import References
from extract.mentions.part_numbers import between, letter_of, list_pattern, ordinal_list, token_pattern, value_of
from extract.model.cache import compiled
from extract.model.part import UNITS, Part
from extract.text.characters import TATWEEL

_PARAGRAPH: Final = "paragraph"
_PREAMBULAR: Final = "preambular paragraph"
_UNNUMBERED: Final = frozenset({"annex", "appendix", _PREAMBULAR})
"""Units of which a text may have one without a number."""
_LOWER_NUMERALS: Final = regex.compile(r"[ivx]{1,4}")
_NESTED: Final = regex.compile(r"(?<outer>.*)\((?<inner>[ivx]{1,4})\)")
_BETWEEN_PREAMBLE: Final = r"\s?(?:\p{L}{1,4}[\s'’])?"
"""What links a paragraph to the preamble after it ("du", "de l'")."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of one language.

    Attributes:
        unit: a unit with its numbers as the group `list`; the group that matched names the unit.
        token: one number, member, joint or range of a list.
    """

    unit: regex.Pattern[str]
    token: regex.Pattern[str]


@functools.cache
def _patterns(lexicon: References) -> _Patterns:
    lists = {"listed": list_pattern(lexicon), "ordinals": ordinal_list(lexicon)}
    if lexicon.parts.after:
        lists["behind"] = list_pattern(lexicon, ordinal=False)
    defined = "".join(f"(?<{name}>{pattern})" for name, pattern in lists.items())
    units = [_unit(unit, lexicon) for unit in UNITS if unit != _PREAMBULAR]
    alone = rf"(?<preambular_paragraph>{_preamble(lexicon)})(?!\s?{_forms(_PARAGRAPH, lexicon)})"
    pattern = f"(?(DEFINE){defined})(?:{'|'.join([*units, alone])})"
    return _Patterns(compiled(pattern, regex.V1), token_pattern(lexicon))


def _unit(unit: str, lexicon: References) -> str:
    """One unit before its numbers, behind them where the language writes so, and behind an ordinal.

    Lists are called by their names: they are long, and compiled once for all units.
    """
    form = f"(?<{unit}>{_forms(unit, lexicon)})"
    preamble = _preamble(lexicon)
    lead = rf"(?<in_preamble>{preamble})?\s?" if unit == _PARAGRAPH else ""
    tail = rf"(?:{_BETWEEN_PREAMBLE}(?<in_preamble>{preamble}))?" if unit == _PARAGRAPH else ""
    numbers = "(?<list>(?&listed))"
    if lexicon.parts.after:
        leading = [word for word in lexicon.parts.of(unit) if word in lexicon.pinpoints.units]
        tail = any_of(lexicon.numbers.tail)
        return rf"{lead}{numbers}\s?(?:{tail})?{form}|(?<{unit}>{words(leading)})(?<list>(?&behind))?"
    by_ordinal = rf"(?<list>(?&ordinals))\s{lead}{form}{tail}" if lexicon.parts.ordinals else NOTHING
    return rf"{by_ordinal}|{lead}{form}(?:\s?{numbers})?{tail}"


def _forms(unit: str, lexicon: References) -> str:
    return f"(?i:{words(lexicon.parts.of(unit), prefixes=lexicon.particles)})"


def _preamble(lexicon: References) -> str:
    return f"(?i:{words(lexicon.parts.preamble, prefixes=lexicon.particles)})"


@functools.lru_cache(maxsize=8192)
def parts_of(pinpoint: str, lexicon: References) -> tuple[Part, ...]:
    """Take a pinpoint apart.

    Args:
        pinpoint: as written.
        lexicon: the words of its language.

    Returns:
        Its parts in the order of `UNITS`, every number of a short range among them.
    """
    patterns = _patterns(lexicon)
    found: list[Part] = []
    single: list[Part] = []
    for match in patterns.unit.finditer(pinpoint.replace(TATWEEL, "")):
        unit = _named(match)
        numbers = _Numbers(unit, lexicon)
        for token in patterns.token.finditer(match["list"] or ""):
            numbers.take(token)
        found += numbers.found
        single += numbers.found if len(numbers.found) == 1 else []
        if not numbers.found and unit in _UNNUMBERED:
            found.append(Part(unit))
    whole = _with_owners(found, list(filter(_is_loose, single)))
    return tuple(sorted(dict.fromkeys(whole), key=lambda part: UNITS.index(part.unit)))


def _named(match: regex.Match[str]) -> str:
    """The unit that matched."""
    groups = match.groupdict()
    unit = next(unit for unit in UNITS if groups.get(unit.replace(" ", "_")) is not None)
    return _PREAMBULAR if unit == _PARAGRAPH and groups.get("in_preamble") else unit


def _with_owners(found: list[Part], nested: list[Part]) -> list[Part]:
    """Members named by themselves ("subparagraphs (a) and (b) of paragraph 3"), each with the paragraph it is of.

    Args:
        found: the parts.
        nested: the members that are the only one of their unit; where all are, each is one of the next.
    """
    loose = list(filter(_is_loose, found))
    owner = _owner(found) if loose else None
    if owner is None:
        return found
    members = [part.member for part in loose]
    if loose[1:] and loose == nested:
        members = [f"{members[-1]}({members[0]})"]
    kept = [part for part in found if part != owner and not _is_loose(part)]
    return [*(owner._replace(member=member) for member in members), *kept]


def _is_loose(part: Part) -> bool:
    """Whether a part is a member of one that stands elsewhere in the pinpoint."""
    return bool(part.member) and not part.value


def _owner(found: list[Part]) -> Part | None:
    """The only paragraph, or else the only article, whose members may stand apart; None where there are several."""
    for unit in (_PARAGRAPH, "article"):
        whole = [part for part in found if part.unit == unit and part.value and not part.member]
        if whole:
            return whole[0] if len(whole) == 1 else None
    return None


@dataclass(slots=True)
class _State:
    """What the tokens before a token leave behind: whether a joint or a range stands right before it."""

    joined: bool = True
    ranged: bool = False


class _Numbers:
    """The numbers of one unit, taken token by token: "3 (a) to (c), 5 and 7 to 9"."""

    def __init__(self, unit: str, lexicon: References) -> None:
        self._unit, self._lexicon = unit, lexicon
        self._state = _State()
        self.found: list[Part] = []

    def take(self, token: regex.Match[str]) -> None:
        """Take the next token of the list."""
        if token["range"]:
            self._state = replace(self._state, joined=True, ranged=True)
        elif token["joint"]:
            self._state = _State()
        elif token["mark"]:
            self._mark(letter_of(token["mark"], self._lexicon))
            self._state = _State(joined=False)
        else:
            self._value(value_of(token["head"], self._lexicon))
            self._state = _State(joined=False)

    def _value(self, value: str) -> None:
        """A number of the unit, and those between it and the one before where the two are a range."""
        if self._state.ranged and self.found and not self.found[-1].member:
            self.found += [Part(self._unit, each) for each in between(self.found[-1].value, value)]
        self.found.append(Part(self._unit, value))

    def _mark(self, member: str) -> None:
        """A member: of the number right before it, or a further one of the number whose member was named last."""
        last = self.found[-1] if self.found else Part(self._unit)
        if not self._state.joined:
            nested = f"{last.member}({member})" if last.member else member
            self.found[-1] = last._replace(member=nested)
            return
        inside = _NESTED.fullmatch(last.member)
        if inside and _LOWER_NUMERALS.fullmatch(member):
            self.found.append(last._replace(member=f"{inside['outer']}({member})"))
            return
        if self._state.ranged:
            self.found += [last._replace(member=each) for each in between(last.member, member)]
        self.found.append(last._replace(member=member))
