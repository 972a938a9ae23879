"""Parts of *Official Records* named without their symbol: the Assembly's supplements, the Council's meetings."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import regex

from extract.language.anchored import Holding
from extract.language.forms import any_of, words
from extract.language.records import load_records
from extract.language.references import References
from extract.mentions.candidate import Resolved
from extract.model.cache import compiled
from extract.model.span import Span
from extract.symbols.symbol import SESSION_ZERO

_FIRST: Final = 31
"""The first session that is part of the symbols of its documents."""
_LAST: Final = 99
_NEAR: Final = 100
"""Characters (a title, a note of a corrigendum) between a supplement and its symbol in brackets."""


@functools.cache
def _supplements(lexicon: References) -> tuple[Holding, Mapping[str, int]]:
    """The pattern of a supplement, and the sessions by their ordinal as written."""
    table = load_records(lexicon.language)
    ordinals = {form: number for number in range(_FIRST, _LAST + 1) for form in table.ordinals(number)}
    session = table.session.replace("{ordinal}", f"(?<ordinal>{words(ordinals)})")
    stop = r"[\s,،，《]{1,3}+"
    names = words([*table.names, *lexicon.ibid.words])
    pattern = (
        rf"[《«“]?{names}{stop}{session}{stop}{words(table.supplement)}\s?"
        rf"(?<number>\d{{1,3}}+)(?<letter>[A-Z](?!\p{{L}}))?(?:{any_of(lexicon.numbers.tail)})?[》»”]?"
    )
    found = Holding(lambda: compiled(pattern, regex.V1 | regex.IGNORECASE), table.supplement, among=lexicon)
    return found, {form.casefold(): number for form, number in ordinals.items()}


@functools.cache
def _meetings(lexicon: References) -> Holding:
    """The pattern of a meeting of the Security Council in its records, or in the same records of another year."""
    table = load_records(lexicon.language)
    forms = [*table.council, *lexicon.ibid.words]
    names, year = words(forms), words([table.year])
    apart = r"[^;；؛()\n]"
    pattern = rf"[《«“]?{names}(?={apart}{{0,50}}{year}){apart}{{0,70}}?(?<!\d){table.meeting}(?!\p{{L}})"
    return Holding(lambda: compiled(pattern, regex.V1 | regex.IGNORECASE), forms, among=lexicon)


@functools.cache
def another_part(lexicon: References) -> regex.Pattern[str]:
    """The pattern of another part of the same Official Records after "ibid.": "Fourth Year, Supplement"."""
    return compiled(rf"[^;；؛()\n]{{0,40}}?{words(load_records(lexicon.language).other)}", regex.V1 | regex.IGNORECASE)


def find_records(
    text: str, lexicon: References, symbols: Sequence[Span], *, until: int | None = None
) -> Iterator[Resolved]:
    """Find the parts of Official Records whose symbol is not printed after them.

    Supplement No. 42 of session 54 of the Assembly is A/54/42, the 564th meeting of the Council S/PV.564; other
    supplements of the Council have no symbol.

    Args:
        text: the paragraph.
        lexicon: the words of its language.
        symbols: the places of printed symbols.
        until: the year of the document, which cites no later session; None when not known.
    """

    def printed(end: int) -> bool:
        """Whether the symbol follows."""
        return any(end <= a <= end + _NEAR and ";" not in text[end:a] for a, _ in symbols)

    pattern, sessions = _supplements(lexicon)
    for match in pattern.finditer(text):
        session, letter = sessions[match["ordinal"].casefold()], match["letter"]
        if printed(match.end()) or (until and SESSION_ZERO + session > until):
            continue
        addendum = f"/Add.{ord(letter) - ord('A') + 1}" if letter else ""  # Supplement No. 53A is A/66/53/Add.1
        yield _found(match, f"A/{session}/{match['number']}{addendum}")
    for match in _meetings(lexicon).finditer(text):
        if not printed(match.end()):
            yield _found(match, f"S/PV.{int(match['number'])}")


def _found(match: regex.Match[str], target: str) -> Resolved:
    return Resolved(start=match.start(), end=match.end(), kind="document", target=target, certainty="inferred")
