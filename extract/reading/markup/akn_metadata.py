"""The metadata of an Akoma Ntoso document: its adoption, sponsors and subjects."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from typing import Final

from lxml import etree

from extract.language.structure import load_structures
from extract.model.adoption import Subject, Vote
from extract.model.errors import SymbolError
from extract.model.record import DocumentRecord
from extract.reading.markup.sponsors import sponsor_names
from extract.reading.markup.tree import bare, words
from extract.symbols.symbol import parse

_IN_META: Final = (
    "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage", "TLCOrganization", "keyword", "step", "count",
)  # fmt: skip
_IN_TEXT: Final = ("docNumber", "docTitle", "docDate", "inline")
_META_TAGS: Final = tuple(f"{{*}}{name}" for name in _IN_META)
_TEXT_TAGS: Final = tuple(f"{{*}}{name}" for name in _IN_TEXT)
_SIDES: Final = ("inFavour", "against", "abstaining")
_FIRST_YEAR: Final = 1945  # of the UN; earlier dates are placeholders
_SDG: Final = "SDGO"
_GOALS: Final = frozenset(map(str, range(1, 18)))
_SCHEMES: Final = {
    "UNBIS Thesaurus": "UNBIS Thesaurus", "UNBIS": "UNBIS Thesaurus", "EuroVoc": "EuroVoc", "DHLAUTH": "DHLAUTH",
}  # fmt: skip
"""Vocabularies of subject headings, and of names (the UN library's authority file), by what the keywords call them."""
_PASSED: Final = "adopted"
_PROPOSED: Final = ("draftResolution", "draftResolutionAdditionalSponsors")


def read_metadata(root: etree._Element, *, file: str) -> DocumentRecord:
    """Read the metadata of an Akoma Ntoso document.

    Args:
        root: its root element.
        file: base name of the file.

    Returns:
        A record of what the metadata say, and nothing else.
    """
    said = _index(root)
    keywords, steps = said["keyword"], said["step"]
    return DocumentRecord(
        symbol=_symbol(_first(said["docNumber"], "refersTo", "#symbol")),
        file=file,
        language=_language(said["FRBRlanguage"]),
        organ=_organ(said),
        title=_first(said["docTitle"], "refersTo", "#resolutionTitle"),
        date=_adopted(said),
        meeting=_first(said["inline"], "name", "adoptionMeeting"),
        form="akn",
        akn=next((each.get("value") or None for each in said["FRBRuri"]), None),
        draft=next((_symbol(step.get("as")) for step in steps if step.get("outcome") == _PROPOSED[0]), None),
        agenda_item=_first(said["inline"], "name", "agenda item"),
        vote=_vote(said["count"]),
        sponsors=_sponsors(steps),
        subjects=_subjects(keywords),
        sdgs=_sdgs(keywords),
    )


def _index(root: etree._Element) -> Mapping[str, list[etree._Element]]:
    """Elements that say something of the document, by name: those of the first `meta`, which is that of the whole."""
    found: dict[str, list[etree._Element]] = {name: [] for name in (*_IN_META, *_IN_TEXT)}
    whole = next(root.iter("{*}meta"), None)
    if whole is not None:
        for element in whole.iter(_META_TAGS):
            found[bare(element.tag)].append(element)
    for element in root.iter(_TEXT_TAGS):
        found[bare(element.tag)].append(element)
    return found


def _text(element: etree._Element) -> str | None:
    return " ".join(words(element).split()) or None


def _first(elements: list[etree._Element], key: str, value: str) -> str | None:
    """Text of the first element whose attribute has the value."""
    return next((text for each in elements if each.get(key) == value and (text := _text(each))), None)


def _organ(said: Mapping[str, list[etree._Element]]) -> str | None:
    authors = {each.get("href", "").removeprefix("#") for each in said["FRBRauthor"] if each.get("as") == "author"}
    return next((each.get("showAs") for each in said["TLCOrganization"] if each.get("eId") in authors), None)


def _symbol(text: str | None) -> str | None:
    """The symbol that a text is, or begins with before a remark in brackets."""
    try:
        return str(parse(text or ""))
    except SymbolError:
        pass
    try:
        return str(parse((text or "").partition(" (")[0]))
    except SymbolError:
        return None


def _language(given: list[etree._Element]) -> str | None:
    """The language, from its code of two letters or three; None where it is none that is read."""
    codes = {each.get("language", "").casefold() for each in given}
    return next((name for name, frame in load_structures().items() if codes & {name, *frame.codes}), None)


def _adopted(said: Mapping[str, list[etree._Element]]) -> str | None:
    """The date of adoption: the one marked as such in the text is right where that of the metadata is another's.

    Where both are fillers, such as year 1, the step by which the draft was adopted has it.
    """
    marked = [each for each in said["docDate"] if each.get("refersTo", "").removeprefix("#") == "adoptionDate"]
    named = [each for each in said["FRBRdate"] if each.get("name") == "adoption"]
    steps = [each for each in said["step"] if each.get("outcome") == _PASSED]
    return next((date for each in (*marked, *named, *steps) if (date := _date(each))), None)


def _date(element: etree._Element) -> str | None:
    date = element.get("date", "")
    try:
        return date if dt.date.fromisoformat(date).year >= _FIRST_YEAR else None
    except ValueError:
        return None


def _vote(given: list[etree._Element]) -> Vote | None:
    """The recorded vote; None where there was none, or its figures are no numbers."""
    counts: dict[str, int] = {}
    states: dict[str, tuple[str, ...]] = {}
    for count in given:
        side, value = count.get("refersTo", "").removeprefix("#"), count.get("value", "")
        if side in _SIDES and value.isascii() and value.isdecimal() and len(value) <= _LONGEST_COUNT:
            counts[side] = int(value)
            states[side] = tuple(name for each in count.iter("{*}organization") if (name := _text(each)))
    if not sum(counts.values()):
        return None
    numbers = [counts.get(side, 0) for side in _SIDES]
    names = [states.get(side, ()) for side in _SIDES]
    return Vote(
        in_favour=numbers[0], against=numbers[1], abstaining=numbers[2],
        states_in_favour=names[0], states_against=names[1], states_abstaining=names[2],
    )  # fmt: skip


_LONGEST_COUNT: Final = 4


def _sponsors(steps: list[etree._Element]) -> tuple[str, ...]:
    """Sponsors in the order in which they joined, each once."""
    named = [step.get("by", "") for outcome in _PROPOSED for step in steps if step.get("outcome") == outcome]
    return tuple(dict.fromkeys(name for text in named for name in sponsor_names(text)))


def _subjects(keywords: list[etree._Element]) -> tuple[Subject, ...]:
    """Subject headings of the known vocabularies, each once, with its address where one is given."""
    found: dict[tuple[str, str], Subject] = {}
    for keyword in keywords:
        scheme = _SCHEMES.get(keyword.get("dictionary", ""))
        written = keyword.get("showAs") or keyword.get("value") if scheme else None
        if scheme and written:
            subject = _subject(scheme, written, keyword.get("href"))
            key = (scheme, subject.label.casefold())
            if subject.label and (key not in found or (subject.iri and not found[key].iri)):
                found[key] = subject
    return tuple(found.values())


@lru_cache(maxsize=4096)
def _subject(scheme: str, written: str, address: str | None) -> Subject:
    """A subject heading; its label is empty where nothing is written. Documents share many.

    The United Nations' own files escape the label twice ("women&amp;#39;s rights").
    """
    iri = address if address and address.startswith(("http://", "https://")) else None
    return Subject(label=" ".join(unescape(written).replace("_", " ").split()), scheme=scheme, iri=iri)


def _sdgs(keywords: list[etree._Element]) -> tuple[int, ...]:
    """Numbers of the Sustainable Development Goals, in their order."""
    named = (each.get("value", "") for each in keywords if each.get("dictionary") == _SDG)
    return tuple(sorted({int(value) for value in named if value in _GOALS}))
