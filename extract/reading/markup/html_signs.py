"""The signs of notes in a web page: numbers, letters and other characters, and what pages call notes."""

import itertools
from dataclasses import dataclass, field
from typing import Final

import regex
from lxml import etree

SIGNS: Final = r"\d{1,3}|[*\u2020\u2021\u00a7]{1,4}|[\p{Ll}\p{Lo}]|[ivxlc]{2,6}"
"""What may be the sign of a note, as a pattern."""
BLOCKS: Final = frozenset(["aside", "li", "p", "div", "td", "tr", "dd"])
"""Elements that may be a note."""
NEAR: Final = 12
"""Most elements from a link's target, or a sign, up to the note around it."""
MANY: Final = 200
"""Elements that are looked at to see what one holds, or what stands before it."""
MOST: Final = 20_000
"""Signs of a page that are looked at."""
_SIGN: Final = regex.compile(rf"[\[(]?\s?(?P<sign>{SIGNS})\s?[\])]?")
_CALLED: Final = regex.compile(r"(?:foot|end)-?note|note-?ref|doc-note|\bnotes?\b|^references?\b", regex.IGNORECASE)
_PIECES: Final = 12  # of text that show what an element holds


@dataclass(frozen=True, slots=True)
class Anchors:
    """Notes and their marks.

    Attributes:
        marks: elements that are marks -> name of the note.
        notes: elements that are notes -> their name, in the order of their marks.
        inner: signs after a line break, at which a note begins that has no element of its own -> its name.
    """

    marks: dict[etree._Element, str] = field(default_factory=dict)
    notes: dict[etree._Element, str] = field(default_factory=dict)
    inner: dict[etree._Element, str] = field(default_factory=dict)


def sign_of(element: etree._Element) -> str | None:
    """The number, letter or sign that an element shows, in brackets or not; None where it shows more, or nothing."""
    found = _SIGN.fullmatch(beginning(element).strip())
    return str(found["sign"]) if found else None


def number_of(element: etree._Element) -> str | None:
    """The number that an element shows, in brackets or not; None where it shows anything else as well."""
    sign = sign_of(element)
    return sign if sign and sign.isdecimal() else None


def beginning(element: etree._Element) -> str:
    """The first words of an element: enough to see what it begins with, however much it holds."""
    pieces = itertools.islice(element.itertext(), _PIECES)
    return "".join(piece[:80] for piece in pieces if isinstance(piece, str))


def is_called(element: etree._Element) -> bool:
    """Whether the page calls an element a note, notes, or a mark."""
    said = (element.get(name, "") for name in ("class", "role", "epub:type", "type"))
    return any(each and _CALLED.search(each[:MANY]) for each in said)
