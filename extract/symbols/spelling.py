"""How symbols are spelled: slips of print mended, and one form where the UN and its readers print several."""

from typing import Final

import regex

from extract.text.numerals import from_roman, to_roman

ROMAN: Final = r"[CLXVI]{1,9}"
"""Pattern of a roman numeral."""

_MENDED: Final = (
    (regex.compile(r"\(SUPP\.?\)"), ""),
    (regex.compile(r"^HRC/(?=(?:RES|DEC|PRST)/)"), "A/HRC/"),
    (regex.compile(r"^PRST/(?=(?:19|20)\d\d/)"), "S/PRST/"),
    (regex.compile(r"^PRST/(?=\d{1,2}/)"), "A/HRC/PRST/"),
    (regex.compile(r"(?<=\d)(?=(?:ADD|CORR|REV)\.\d)"), "/"),  # A/75/457Add.1
    (regex.compile(r"^([ASE]/RES)(?=\d)"), r"\1/"),  # A/RES72/276
    (regex.compile(r"^((?:NPT|BWC|CCW|ENMOD|[AE])/CONF)/(?=(?:\d|[IVX]{1,5}/))"), r"\1."),  # NPT/CONF/2010/50
    (regex.compile(r"^(S/RES/\d{1,4}+)/((?:19|20)\d\d)$"), r"\1(\2)"),
    (regex.compile(r"^([AE]/RES/[^\[]{1,24}+)\[([A-Z](?:-[A-Z])?)\]$"), r"\1\2"),  # as libraries letter resolutions
    (regex.compile(rf"^([AE]/RES/\d{{1,4}}+)(\({ROMAN}\))([A-Z](?:-[A-Z])?)$"), r"\1\3\2"),
)
"""Slips of print and of typing, and what was meant."""
_BIODIVERSITY: Final = regex.compile(rf"^(?:UNEP/)?CBD/COP/DEC/({ROMAN}|\d{{1,2}})(?=/)")
_LAST_ROMAN: Final = 13  # meetings up to the thirteenth number their decisions in roman numerals
_PART: Final = regex.compile(r"PART([A-Z]|\d{1,2}+)")
_PLACE: Final = r"([IVXL]{1,7}+|\d{1,3}+(?:[A-Z](?![A-Z])|[A-Z](?=AND\d))?)"
_PORTION: Final = regex.compile(rf"(PART|VOL|SECT)S?\.?{_PLACE}(?:([^()/]{{1,30}}?){_PLACE})?")
_PRINTED_AS: Final = {
    "ADD": "Add", "AMEND": "Amend", "CORR": "Corr", "REV": "Rev", "SUMMARY": "Summary", "SUB": "Sub", "RES": "Res",
    "DEC": "Dec", "OZL": "OzL", "PRO": "Pro",
}  # fmt: skip
_WORDS_AS: Final = {"AGENDA": "Agenda", "CORRECTED": "Corrected"}
_SECTION_IN_WORDS: Final = regex.compile(r"(?:FOREWORD|PLAN|INTRODUCTION|RESUMPTION).{0,30}")  # of a programme budget
_OPCW: Final = frozenset({"C", "EC", "RC"})  # this organization prints DEC. in capitals
_ADOPTED: Final = regex.compile(
    rf"(?<=/(?:RES|DEC)/)(\d{{1,5}}+)([A-Z](?:-[A-Z])?)?(\((?:(?:E?S-)?{ROMAN}|E?S-\d{{1,2}}|(?:19|20)\d\d)\))"
)
_BRACKET: Final = regex.compile(
    r"\((?P<name>Parts?|Vols?\.|Sects?\.)(?P<first>[IVXL]{1,7}+|\d{1,3}+[A-Z]?)"
    r"(?:(?P<several>and|-)(?P<last>[IVXL]{1,7}+|\d{1,3}+[A-Z]?))?\)"
)


def mended(folded: str) -> str:
    """Mend slips of a folded symbol in capitals, and number the meetings of a conference as it does itself."""
    for pattern, replacement in _MENDED:
        folded = pattern.sub(replacement, folded)
    return of_meeting(folded)


def of_meeting(symbol: str) -> str:
    """A decision on biological diversity with its meeting numbered as the Conference does; other symbols unchanged."""
    return _BIODIVERSITY.sub(_meeting, symbol, count=1)


def _meeting(found: "regex.Match[str]") -> str:
    """The beginning of a decision of the Conference of the Parties to the Convention on Biological Diversity."""
    number = int(found[1]) if found[1].isdigit() else from_roman(found[1])
    if not number:
        return str(found[0])
    return f"CBD/COP/DEC/{to_roman(number) if number <= _LAST_ROMAN else number}"


def canonical(part: str, head: str) -> str:
    """A component in capitals as the UN prints it."""
    name, bracket, inside = part.partition("(")
    if portion := _PART.fullmatch(name):
        return f"Part{portion[1]}"
    *coded, last = name.split(".")
    if coded and not (head in _OPCW and coded[0] == "DEC"):
        coded = [_PRINTED_AS.get(word, word) for word in coded]
    name = ".".join([*coded, _PRINTED_AS.get(last, last) if coded else _WORDS_AS.get(last, last)])
    return name + "".join(f"({_portion(piece.rstrip(')'))})" for piece in inside.split("(") if bracket)


def _portion(inside: str) -> str:
    """What stands in parentheses: `PartI`, `PartsIandII`, `PartsI-IV`, `Vol.I`, `Sect.29A`, `III`, `2006`."""
    found = _PORTION.fullmatch(inside)
    if not found:
        return inside.capitalize() if _SECTION_IN_WORDS.fullmatch(inside) else _WORDS_AS.get(inside, inside)
    name = found[1].capitalize() + ("s" if found[4] else "") + ("" if found[1] == "PART" else ".")
    if not found[4]:
        return name + str(found[2])
    ranged = regex.search(r"[IVX\d-]", found[3]) and not _are_neighbours(str(found[2]), str(found[4]))
    several = "-" if ranged else "and"  # whatever the language's word for "and"
    return f"{name}{found[2]}{several}{found[4]}"


def _are_neighbours(first: str, last: str) -> bool:
    """Whether nothing lies between two parts, so that the range of both is the two of them."""
    numbers = [from_roman(place) or (int(place) if place.isdigit() else None) for place in (first, last)]
    return numbers[0] is not None and numbers[1] is not None and numbers[1] - numbers[0] == 1


def as_printed(symbol: str) -> str:
    """A canonical symbol with the blanks that the UN prints: `A/62/40 (Vol. I)`, `S/RES/1540 (2004)`."""
    adopted = _ADOPTED.sub(lambda found: " ".join(part for part in found.groups() if part), symbol)
    return _BRACKET.sub(_spaced, adopted)


def _spaced(found: "regex.Match[str]") -> str:
    """What names a part of a document, with its blanks."""
    several = " and " if found["several"] == "and" else "-"
    places = several.join(place for place in (found["first"], found["last"]) if place)
    return f" ({found['name']} {places})"
