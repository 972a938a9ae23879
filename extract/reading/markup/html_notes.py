"""The notes of a web page: what numbers, letters and signs in the text link to, or are repeated in front of."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import regex
from lxml import etree

from extract.reading.markup.html_signs import BLOCKS, MANY, MOST, NEAR, SIGNS, Anchors, beginning, is_called, sign_of
from extract.reading.markup.html_unlinked import Unlinked
from extract.reading.markup.sheet import Sheet
from extract.reading.markup.tree import bare

_BEGINS: Final = regex.compile(rf"[\s\[(]*+(?P<sign>{SIGNS})(?![\p{{L}}\d])")
_HOLDERS: Final = frozenset(["li", "div", "aside"])  # of one note's paragraphs


def find_anchors(root: etree._Element, sheet: Sheet) -> Anchors:
    """Find the signs that link to a later part of the page or are repeated there, raised, in front of a paragraph.

    A link back, from a note to the text, leads to an earlier part and is no mark. Where notes have signs of one kind in
    several places, as below each of several tables, the second note `a` is `a.2`.
    """
    anchors = Anchors()
    targets, links = _targets_and_links(root, sheet)
    wanted = {link.name for link in links}
    goals = {element for name, (_, element) in targets.items() if name in wanted}
    signs: set[str] = set()
    for link in links:
        order, target = targets.get(link.name, (-1, link.element))
        block = _block(target, goals) if order > link.order else None
        if block is None or not _is_note_of(link, block):
            continue
        anchors.marks[_raised(link.element, sheet)] = link.sign
        if link.sign not in signs and block not in anchors.notes:
            signs.add(link.sign)
            anchors.notes[block] = link.sign
    Unlinked(root, sheet, anchors).add()
    return anchors


class _Link(NamedTuple):
    """A link that shows a sign: its place among the elements, the sign, and the name that it leads to."""

    order: int
    element: etree._Element
    sign: str
    name: str


def _targets_and_links(
    root: etree._Element, sheet: Sheet
) -> tuple[Mapping[str, tuple[int, etree._Element]], Sequence[_Link]]:
    """The first element of each name with its place among all, and the links that show a sign."""
    targets: dict[str, tuple[int, etree._Element]] = {}
    links: list[_Link] = []
    for order, element in enumerate(root.iter(etree.Element)):
        for name in (element.get("id"), element.get("name")):
            if name:
                targets.setdefault(name, (order, element))
        address = element.get("href", "") if bare(element.tag) == "a" else ""
        sign = sign_of(element) if "#" in address and len(links) < MOST else None
        if sign and (sign.isdecimal() or _is_marked(element, sheet)):
            links.append(_Link(order, element, sign, address.rpartition("#")[2]))
    return targets, links


def _is_marked(link: etree._Element, sheet: Sheet) -> bool:
    """Whether a link that shows a letter, as those of an alphabet do, is raised, or called a mark."""
    around = (*link.iterchildren(etree.Element), link, *itertools.islice(link.iterancestors(), 1))
    return any(sheet.raises(each) or is_called(each) for each in around)


def _is_note_of(link: _Link, block: etree._Element) -> bool:
    """Whether a link leads to a note, and does not stand inside it."""
    return _is_note(block, link.sign) and block not in itertools.islice(link.element.iterancestors(), NEAR)


def _block(target: etree._Element, goals: set[etree._Element]) -> etree._Element | None:
    """The paragraph around a link's target, or the list item or division around that if it holds no other target."""
    around = itertools.islice(itertools.chain([target], target.iterancestors()), NEAR)
    block = next((each for each in around if bare(each.tag) in BLOCKS), None)
    holder = block.getparent() if block is not None else None
    if holder is not None and bare(holder.tag) in _HOLDERS:
        held = sum(each in goals for each in itertools.islice(holder.iter(etree.Element), MANY))
        if held == 1:
            return holder
    return block


def _is_note(block: etree._Element, sign: str) -> bool:
    """Whether a part of the page reads like a note: called so, signed by its list or in its text, or linking back."""
    found = _BEGINS.match(beginning(block))
    signed = bare(block.tag) in {"li", "aside"} or is_called(block) or (found is not None and found["sign"] == sign)
    linked = (each for each in itertools.islice(block.iter("a"), NEAR) if "#" in each.get("href", ""))
    return signed or next(linked, None) is not None


def _raised(link: etree._Element, sheet: Sheet) -> etree._Element:
    """The link, or the raised element around it that shows nothing else."""
    above = link.getparent()
    return above if above is not None and sheet.raises(above) and sign_of(above) else link
