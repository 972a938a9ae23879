"""The notes of a web page: the elements that numbers in the text link to."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import regex
from lxml import etree

from extract.reading.markup.tree import bare

_NUMBER: Final = regex.compile(r"[\[(]?\s?(?P<number>\d{1,3})\s?[\])]?")
_BEGINS: Final = regex.compile(r"[\s\[(]*+(?P<number>\d{1,3})(?!\d)")
_BLOCKS: Final = frozenset(["li", "p", "div", "td", "tr", "dd"])
_HOLDERS: Final = frozenset(["li", "div"])  # of one note's paragraphs
_PIECES: Final = 12  # of text that show what an element holds
_NEAR: Final = 12  # most elements from a link's target up to the note around it
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Anchors:
    """Notes and their marks.

    Attributes:
        marks: elements that are marks -> number of the note.
        notes: elements that are notes -> their number, in the order of their marks.
    """

    marks: Mapping[etree._Element, str]
    notes: Mapping[etree._Element, str]


def find_anchors(root: etree._Element) -> Anchors:
    """Find numbers that link to a later part of the page, and the parts that they link to.

    A link back, from a note to the text, leads to an earlier part and is no mark.
    """
    targets, links = _targets_and_links(root)
    wanted = {link.name for link in links}
    goals = {element for name, (_, element) in targets.items() if name in wanted}
    marks: dict[etree._Element, str] = {}
    notes: dict[etree._Element, str] = {}
    numbers: set[str] = set()
    for link in links:
        order, target = targets.get(link.name, (-1, link.element))
        block = _block(target, goals) if order > link.order else None
        if block is None or not _is_note_of(link, block):
            continue
        marks[_raised(link.element)] = link.number
        if link.number not in numbers and block not in notes:
            numbers.add(link.number)
            notes[block] = link.number
    return Anchors(marks, notes)


class _Link(NamedTuple):
    """A link that shows a number: its place among the elements, the number, and the name that it leads to."""

    order: int
    element: etree._Element
    number: str
    name: str


def _targets_and_links(root: etree._Element) -> tuple[Mapping[str, tuple[int, etree._Element]], Sequence[_Link]]:
    """The first element of each name with its place among all, and the links that show a number."""
    targets: dict[str, tuple[int, etree._Element]] = {}
    links: list[_Link] = []
    for order, element in enumerate(root.iter(etree.Element)):
        for name in (element.get("id"), element.get("name")):
            if name:
                targets.setdefault(name, (order, element))
        address = element.get("href", "") if bare(element.tag) == "a" else ""
        if "#" in address and len(links) < _MOST and (number := number_of(element)):
            links.append(_Link(order, element, number, address.rpartition("#")[2]))
    return targets, links


def _is_note_of(link: _Link, block: etree._Element) -> bool:
    """Whether a link leads to a note, and does not stand inside it."""
    return _is_note(block, link.number) and block not in itertools.islice(link.element.iterancestors(), _NEAR)


def number_of(element: etree._Element) -> str | None:
    """The number that an element shows, in brackets or not; None where it shows anything else as well."""
    found = _NUMBER.fullmatch(beginning(element).strip())
    return str(found["number"]) if found else None


def beginning(element: etree._Element) -> str:
    """The first words of an element: enough to see what it begins with, however much it holds."""
    pieces = itertools.islice(element.itertext(), _PIECES)
    return "".join(piece[:80] for piece in pieces if isinstance(piece, str))


def _block(target: etree._Element, goals: set[etree._Element]) -> etree._Element | None:
    """The paragraph around a link's target, or the list item or division around that if it holds no other target."""
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
    """Whether a part of the page reads like a note: numbered by its list or in its text, or with a link back."""
    found = _BEGINS.match(beginning(block))
    numbered = bare(block.tag) == "li" or (found is not None and found["number"] == number)
    linked = (each for each in itertools.islice(block.iter("a"), _NEAR) if "#" in each.get("href", ""))
    return numbered or next(linked, None) is not None


def _raised(link: etree._Element) -> etree._Element:
    """The link, or the raised element around it that shows nothing else."""
    above = link.getparent()
    return above if above is not None and bare(above.tag) == "sup" and number_of(above) else link
