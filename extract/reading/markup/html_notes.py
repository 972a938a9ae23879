"""The notes of a web page: elements that numbers in the text link to."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import regex
from lxml import etree

from extract.reading.markup.tree import bare

_NUMBER: Final = regex.compile(r"[\[(]?\s?(?P<number>\d{1,3})\s?[\])]?")
_BEGINS: Final = regex.compile(r"[\s\[(]*+(?P<number>\d{1,3})(?!\d)")
_BLOCKS: Final = frozenset(["li", "p", "div", "td", "tr", "dd"])
_HOLDERS: Final = frozenset(["li", "div"])  # of one note's paragraphs
_PIECES: Final = 12  # of text that are looked at to tell what an element holds
_NEAR: Final = 12  # elements from a link's target up to the note that it stands in
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Anchors:
    """Notes and what marks them.

    Attributes:
        marks: elements that are marks, with the note's number.
        notes: elements that hold a note, with its number, in the order of their marks.
    """

    marks: Mapping[etree._Element, str]
    notes: Mapping[etree._Element, str]


def find_anchors(root: etree._Element) -> Anchors:
    """Find numbers that link to a later part of the page, and the parts that they link to.

    A link back, from a note to the text, leads to an earlier part and makes none.
    """
    targets: dict[str, tuple[int, etree._Element]] = {}
    links: list[tuple[int, etree._Element, str, str]] = []
    for order, element in enumerate(root.iter(etree.Element)):
        for name in (element.get("id"), element.get("name")):
            if name:
                targets.setdefault(name, (order, element))
        found = number_of(element) if bare(element.tag) == "a" and "#" in element.get("href", "") else None
        if found and len(links) < _MOST:
            links.append((order, element, found, element.get("href", "").rpartition("#")[2]))
    wanted = {name for *_, name in links}
    goals = {element for name, (_, element) in targets.items() if name in wanted}
    marks: dict[etree._Element, str] = {}
    notes: dict[etree._Element, str] = {}
    numbers: set[str] = set()
    for order, element, number, name in links:
        place, target = targets.get(name, (-1, element))
        block = _block(target, goals) if place > order else None
        if block is None or not _is_note(block, number) or block in itertools.islice(element.iterancestors(), _NEAR):
            continue
        marks[_raised(element)] = number
        if number not in numbers and block not in notes:
            numbers.add(number)
            notes[block] = number
    return Anchors(marks, notes)


def number_of(element: etree._Element) -> str | None:
    """The number that an element shows, in brackets or not, and nothing besides; None where it shows anything else."""
    found = _NUMBER.fullmatch(beginning(element).strip())
    return str(found["number"]) if found else None


def beginning(element: etree._Element) -> str:
    """The first words of an element; enough to tell what it begins with, whatever it holds."""
    pieces = itertools.islice(element.itertext(), _PIECES)
    return "".join(piece[:80] for piece in pieces if isinstance(piece, str))


def _block(target: etree._Element, goals: set[etree._Element]) -> etree._Element | None:
    """The paragraph, item or division that a link's target stands in: all of it where it holds no other's."""
    around = itertools.islice(itertools.chain([target], target.iterancestors()), _NEAR)
    block = next((each for each in around if bare(each.tag) in _BLOCKS), None)
    holder = block.getparent() if block is not None else None
    if holder is not None and bare(holder.tag) in _HOLDERS:
        held = sum(each in goals for each in itertools.islice(holder.iter(etree.Element), _MANY))
        if held == 1:
            return holder
    return block


_MANY: Final = 200


def _is_note(block: etree._Element, number: str) -> bool:
    """Whether a part of the page reads as a note: numbered by its list or by itself, or with a link back."""
    found = _BEGINS.match(beginning(block))
    numbered = bare(block.tag) == "li" or (found is not None and found["number"] == number)
    linked = (each for each in itertools.islice(block.iter("a"), _NEAR) if "#" in each.get("href", ""))
    return numbered or next(linked, None) is not None


def _raised(link: etree._Element) -> etree._Element:
    """The link, or the raised element around it that shows nothing besides."""
    above = link.getparent()
    return above if above is not None and bare(above.tag) == "sup" and number_of(above) else link
