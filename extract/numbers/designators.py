"""Numbers of resolutions and decisions as printed: 61/74, 1718 (2006), 217 A (III), S-10/2, 57/283 A and B."""

import unicodedata
from dataclasses import replace
from typing import Final

import regex

from extract.language.finders import finders
from extract.language.references import Lexicon
from extract.symbols.number import Designator, Form
from extract.text.characters import TATWEEL, to_latin
from extract.text.numerals import from_enclosed, from_han, to_roman

_OWN_SESSION: Final = regex.compile(rf"(?<prefix>[^\x00-\x7f]{{1,4}}?)[-{TATWEEL}–]?(?<session>\d{{1,2}})")

_ANNUAL_FROM: Final = 1946
_FAR: Final = 2100
_LEAST_OF_YEARS: Final = 111
"""No session has so high a number: `1325/2000` is number 1325 of the year 2000."""


def _letter(written: str | None, lexicon: Lexicon) -> str:
    if not written:
        return ""
    return lexicon.letters.get(written, to_latin(written))


def _session(match: regex.Match[str]) -> tuple[Form, str, int]:
    """Form, session and number of a match of the number pattern."""
    if match["meeting"]:
        return "meeting", match["meeting"], int(match["item"])
    if match["session"]:
        kind = "ES-" if match["emergency"] else "S-" if match["special"] else ""
        session = f"{kind}{int(match['session'])}"
        annual = not kind and int(match["session"]) >= _ANNUAL_FROM
        through = _LEAST_OF_YEARS <= int(match["session"]) < _ANNUAL_FROM <= int(match["item"]) < _FAR
        if through and not kind:
            return "year", match["item"], int(match["session"])  # 1325/2000
        return "special" if kind else "annual" if annual else "slash", session, int(match["item"])
    printed = match["number"]
    number = int(printed) if printed.isdecimal() else from_han(printed) or 0
    if match["year"]:
        return "year", match["year"], number
    written = to_latin(_numeral(match["roman"]).upper()).replace(" ", "")
    own = _OWN_SESSION.fullmatch(written)
    if own:  # the session stands in digits behind the language's own prefix: (د-25)
        emergency, special = "ط" in own["prefix"], "إ" in own["prefix"]
        kind = "ES-" if emergency else "S-" if special else ""
        return "roman", kind + to_roman(int(own["session"])), number
    return "roman", written, number


def _numeral(written: str) -> str:
    """A session in Latin letters, whether written in roman numerals, in Chinese ones, or as one enclosed character."""
    number = from_han(written) or from_enclosed(written)
    return to_roman(number) if number else unicodedata.normalize("NFKC", written)


def find_designators(text: str, lexicon: Lexicon) -> tuple[Designator, ...]:
    """Find every printed number, in order; several letters behind one number give one designator each."""
    found: list[Designator] = []
    for match in finders(lexicon).number.finditer(text):
        form, session, number = _session(match)
        if number == 0 or session.lstrip("SE-") in {"0", ""}:
            continue
        group = next((g for g in ("letter", "rletter", "after") if match[g]), None)
        letter = _letter(match[group] if group else None, lexicon)
        start = match.start("lead") if match["lead"] else match.start()
        core = (
            match.start("prefix")
            if match["prefix"]
            else match.start("session")
            if match["session"]
            else match.start("meeting")
            if match["meeting"]
            else match.start("number")
        )
        end = match.end("tail") if match["tail"] else match.end()
        inner = match.start("tail") if match["tail"] else match.end()
        inner = core + len(text[core:inner].rstrip())
        rare = bool(match["roman"]) and not match["roman"][-1:].isupper() and not match["roman"][-1:].isdecimal()
        first = Designator(core, inner, (start, end), form, session, number, letter, rare=rare)
        if match["more"]:
            found += _before_session(text, first, match.span("more"), lexicon)
        else:
            found += _letters(text, first, lexicon) if letter and group in {"letter", "after"} else [first]
    return tuple(found)


def _before_session(text: str, first: Designator, more: tuple[int, int], lexicon: Lexicon) -> list[Designator]:
    """The designators of several letters before one session: `3411 A and B (XXX)`, `3419 A to D (XXX)`."""
    start, end = more
    *others, last = _letters(text[:end], replace(first, end=start, outer=(first.outer[0], start)), lexicon)
    return [*others, replace(last, end=first.end, outer=(last.outer[0], first.outer[1]))]


def _letters(text: str, first: Designator, lexicon: Lexicon) -> list[Designator]:
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
