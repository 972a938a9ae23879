"""Numbers of resolutions and decisions as printed: 61/74, 1718 (2006), 217 A (III), S-10/2, 57/283 A and B."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import regex

from extract.language.anchored import Anchored, Holding
from extract.language.finders import finders
from extract.language.forms import words
from extract.language.references import References
from extract.model.cache import compiled
from extract.model.span import Span
from extract.symbols.bodies import load_bodies
from extract.symbols.number import Designator, Form
from extract.text.characters import TATWEEL, to_latin
from extract.text.numerals import ENCLOSED, from_enclosed, from_han, to_roman

_OWN_SESSION: Final = regex.compile(rf"(?<prefix>[^\x00-\x7f]{{1,4}}?)[-{TATWEEL}–]?(?<session>\d{{1,2}})")

_FIRST_GROUPS: Final = ("prefix", "session", "meeting", "number")
"""Groups of the number pattern of which the first that matched begins the number."""
_LETTER_GROUPS: Final = ("letter", "rletter", "after")
"""Groups of the number pattern that hold its letter."""
_LETTERS_BEFORE_MORE: Final = ("letter", "after")
"""Those after which further letters may follow ("57/283 A and B")."""

_BARE_NUMBER: Final = r"(?<number>[1-9]\d{2,3}+)"  # shorter ones number many other things
_HUNDREDS: Final = re.compile(r"\d{3}")
_WHOLE: Final = rf"(?![\d/\p{{L}}--\p{{Han}}]|[.,]\d|\s?[({ENCLOSED}]|\s?[-–]\s?\d|\s\p{{Lu}}(?!\p{{L}}))"

_FIRST_SPECIAL: Final = {"S-I": "S-1", "S-II": "S-2"}
"""The first two special sessions are the only ones of their time that symbols do not number in roman numerals."""
_NEAR: Final = 12
"""Characters of a year before a number."""
_ANNUAL_FROM: Final = 1946
_FAR: Final = 2100
_LEAST_OF_YEARS: Final = 111
"""No session has so high a number: `1325/2000` is number 1325 of the year 2000."""


def _letter(written: str | None, lexicon: References) -> str:
    if not written:
        return ""
    return lexicon.letters.get(written, to_latin(written))


def _session(match: regex.Match[str], lexicon: References) -> tuple[Form, str, int]:
    """Form, session and number of a match of the number pattern."""
    if match["meeting"]:
        return "meeting", match["meeting"], int(match["item"])
    if match["session"]:
        return _with_slash(match, int(match["session"]), int(match["item"]))
    printed = match["number"]
    number = int(printed) if printed.isdecimal() else from_han(printed) or 0
    if match["year"]:
        return "year", match["year"], number
    return "roman", _in_brackets(match["roman"], lexicon), number


def _with_slash(match: regex.Match[str], session: int, item: int) -> tuple[Form, str, int]:
    """61/74, 2005/20, S-10/2, and 1325/2000, which is number 1325 of the year 2000."""
    if match["emergency"] or match["special"]:
        return "special", f"{'ES-' if match['emergency'] else 'S-'}{session}", item
    if _LEAST_OF_YEARS <= session < _ANNUAL_FROM <= item < _FAR:
        return "year", match["item"], session
    return "annual" if session >= _ANNUAL_FROM else "slash", str(session), item


def _in_brackets(printed: str, lexicon: References) -> str:
    """The session of 217 A (III) in Latin letters: III, S-VI, ES-V, whatever the script."""
    written = to_latin(_numeral(printed).upper()).replace(" ", "")
    own = _OWN_SESSION.fullmatch(written)
    if not own:
        return _FIRST_SPECIAL.get(written, written)
    # The session is in digits after the language's own prefix, as in Arabic.
    kind = next((kind for kind, mark in _marks(lexicon) if mark in own["prefix"]), "")
    numeral = to_roman(int(own["session"]))
    return _FIRST_SPECIAL.get(kind + numeral, kind + numeral)


def _marks(lexicon: References) -> list[tuple[str, str]]:
    """The prefixes of special sessions with the marks of the language, emergency special ones first."""
    return [*zip(("S-", "ES-"), lexicon.numbers.roman_marks, strict=False)][::-1]


def _numeral(written: str) -> str:
    """A session in Latin letters, whether written in roman numerals, in Chinese ones, or as one enclosed character."""
    number = from_han(written) or from_enclosed(written)
    return to_roman(number) if number else unicodedata.normalize("NFKC", written)


def find_designators(text: str, lexicon: References) -> tuple[Designator, ...]:
    """Find every printed number, in order; several letters after one number give one designator each."""
    if not _may_hold(text, lexicon):
        return ()
    found: list[Designator] = []
    for match in finders(lexicon).number.finditer(text):
        form, session, number = _session(match, lexicon)
        if number == 0 or session.lstrip("SE-") in {"0", ""}:
            continue
        group = next((g for g in _LETTER_GROUPS if match[g]), None)
        letter = _letter(match[group] if group else None, lexicon)
        first = Designator(
            *_core(match, text), _outer(match), form, session, number, letter, rare=_is_rare(match["roman"] or "")
        )
        if match["more"]:
            found += _before_session(text, first, match.span("more"), lexicon)
        else:
            found += _letters(text, first, lexicon) if group in _LETTERS_BEFORE_MORE else [first]
    return tuple(found)


def _may_hold(text: str, lexicon: References) -> bool:
    """Whether a text can hold a number: a stroke or a bracket is in each, but for sessions in one Chinese sign."""
    return "/" in text or "(" in text or lexicon.script.han_numerals


def _core(match: regex.Match[str], text: str) -> tuple[int, int]:
    """The place of the number itself, without the words that belong to it."""
    start = next(match.start(group) for group in _FIRST_GROUPS if match[group])
    end = match.start("tail") if match["tail"] else match.end()
    return start, start + len(text[start:end].rstrip())


def _outer(match: regex.Match[str]) -> tuple[int, int]:
    """The place of the number with the words that belong to it."""
    start = match.start("lead") if match["lead"] else match.start()
    return start, match.end("tail") if match["tail"] else match.end()


def _is_rare(session: str) -> bool:
    """Whether the session is written in characters that number other things as well: (xv), parenthesised Han."""
    return bool(session) and not session[-1].isupper() and not session[-1].isdecimal()


def _before_session(text: str, first: Designator, more: tuple[int, int], lexicon: References) -> list[Designator]:
    """The designators of several letters before one session: `3411 A and B (XXX)`, `3419 A to D (XXX)`."""
    start, end = more
    *others, last = _letters(text[:end], replace(first, end=start, outer=(first.outer[0], start)), lexicon)
    return [*others, replace(last, end=first.end, outer=(last.outer[0], first.outer[1]))]


def _letters(text: str, first: Designator, lexicon: References) -> list[Designator]:
    """The designators that letters behind the first one add: `A and B`, `A, B and C`, `A-E`, `A to E`."""
    out = [first]
    at = first.end
    while match := lexicon.letter_more.match(text, at):
        letter = _letter(match["letter"], lexicon)
        last = out[-1]
        tail = lexicon.number_tail.match(text, match.end())
        end = tail.end() if tail else match.end()
        if match["range"]:
            out[-1] = Designator(
                last.start,
                match.end(),
                (last.outer[0], end),
                last.form,
                last.session,
                last.number,
                f"{last.letter}-{letter}",
            )
        else:
            out.append(
                Designator(
                    match.start("letter"),
                    match.end(),
                    (match.start("letter"), end),
                    last.form,
                    last.session,
                    last.number,
                    letter,
                )
            )
        at = match.end()
    return out


@functools.cache
def _bare(lexicon: References) -> Anchored:
    """The pattern of a noun and the list of numbers beside it."""
    joints = lexicon.joints
    glued = rf"|[{lexicon.particles[:1]}]" if lexicon.particles else ""
    also, to = words(joints.words), words(joints.range)
    joint = rf"\s?(?:[,،、]\s?(?:{also}{glued})?|{also}|{to}{glued})\s?"
    section = lexicon.numbers
    year = rf"(?:{lexicon.year_beside.pattern})?+".replace("(?<year>", "(?:")
    number = rf"{_BARE_NUMBER}{_WHOLE}" + (year if lexicon.noun_before else "")
    apart = rf"(?:{words(section.tail)})?{joint}(?:{words(section.lead)})?"
    listed = rf"{number}(?:{apart}{number}){{0,12}}+"
    if not lexicon.noun_before:
        lead, tail = words(section.lead), words(section.tail)
        begin = (
            rf"(?:{lead}|{lexicon.body.pattern})"  # "Council 1701", which press texts write without a word for "No."
        )
        after = compiled(rf"{begin}\s?{listed}\s?{tail}(?i:{lexicon.noun.pattern})", regex.V1)
        return Holding(after, lexicon.nouns.forms, among=lexicon)
    numero = words([*section.numero, *section.not_before])
    of = words(word for word in lexicon.links.words if word)
    named = rf"(?:(?:{of}\s)?(?:{lexicon.body.pattern})\s)?(?:{numero}\.?\s)?"
    between = rf"\s(?:(?=\d)|(?!\d){named})"  # no body begins with a digit
    before = compiled(rf"(?i:{lexicon.noun.pattern}){between}{listed}", regex.V1)
    return Anchored(before, lexicon.nouns.forms, among=lexicon)


def find_bare(text: str, lexicon: References) -> Iterator[Designator]:
    """Find numbers without session beside their noun, with the session or year that the number or the text tells."""
    for match in _bare(lexicon).finditer(text) if _HUNDREDS.search(text) else ():
        for start, end in match.spans("number"):
            outer = _with_words(text, start, end, lexicon)
            found = _with_session(int(text[start:end]), _year_beside(text, outer, lexicon))
            if found is None:
                break
            form, session, bare, told = found
            yield Designator(start, end, _around(outer, told), form, session, int(text[start:end]), bare=bare)


def _with_session(number: int, year: tuple[int, Span] | None) -> tuple[Form, str, bool, Span | None] | None:
    """Form and session of a number without one, whether the text told it, and where; None where nothing tells it."""
    council, assembly = load_bodies()["security-council"], load_bodies()["general-assembly"]
    usual, session = council.usual_year(number), assembly.session_of(number)
    if year:
        printed, place = year
        if usual == printed:
            return "year", str(usual), False, place
        if session and assembly.met_in(session, printed):
            return "roman", session, False, place
    if usual:
        return "year", str(usual), True, year[1] if year else None
    return ("roman", session, True, None) if session else None


def _year_beside(text: str, outer: tuple[int, int], lexicon: References) -> tuple[int, Span] | None:
    """The year that the text gives to a number without session, and its place."""
    if lexicon.noun_before:
        found = lexicon.year_beside.match(text, outer[1])
    else:
        found = lexicon.year_beside.search(text, max(0, outer[0] - _NEAR), outer[0])
    return (int(found["year"]), Span(*found.span())) if found else None


def _around(outer: tuple[int, int], told: Span | None) -> tuple[int, int]:
    """The place of a number with the year beside it."""
    return (min(outer[0], told.start), max(outer[1], told.end)) if told else outer


def _with_words(text: str, start: int, end: int, lexicon: References) -> tuple[int, int]:
    """The place of a bare number with the words that belong to it."""
    section = lexicon.numbers
    lead = next((len(w) for w in section.lead if text.endswith(w, 0, start)), 0)
    tail = next((len(w) for w in section.tail if text.startswith(w, end)), 0)
    return start - lead, end + tail
