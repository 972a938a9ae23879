"""Runs of a Word file: split at characters, and put into a hyperlink; every property is kept."""

from collections.abc import Sequence
from copy import copy, deepcopy
from itertools import pairwise
from typing import Final

from lxml import etree

from extract.reading.word.numbering import W

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_COLOUR: Final = "0563C1"
_ID: Final = f"{W}id"
_TRACKED: Final = frozenset([f"{W}ins", f"{W}moveTo"])
"""What holds runs and may hold no hyperlink: it is split as they are, and stands in the hyperlink."""
_AROUND: Final = frozenset(
    f"{W}{name}" for name in ("p", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
"""What may hold a hyperlink (ECMA-376, `EG_PContent`)."""
_BEFORE_COLOUR: Final = frozenset(
    f"{W}{name}" for name in (
        "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike",
        "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    )
)  # fmt: skip
"""What stands before the colour in the properties of a run, in the order that the schema asks for."""
_BEFORE_LINE: Final = _BEFORE_COLOUR | {
    f"{W}{name}" for name in ("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight")
}
"""The same of the line below."""


class Numbers:
    """The numbers of tracked changes in a part; one that is split needs another."""

    def __init__(self, root: etree._Element) -> None:
        """Find the highest."""
        found = (each.get(_ID, "") for each in root.iter(*_TRACKED, f"{W}del", f"{W}bookmarkStart", f"{W}moveFrom"))
        self._last = max((int(each) for each in found if each.isascii() and each.isdecimal()), default=0)

    def next(self) -> str:
        """Return a number that nothing has."""
        self._last += 1
        return str(self._last)


def cut_out(words: etree._Element, first: int, last: int, numbers: Numbers) -> etree._Element | None:
    """Split what some words stand in, so that they stand alone, and return what a hyperlink can take.

    Args:
        words: a `w:t`.
        first: index of the first character.
        last: index behind the last one.
        numbers: for tracked changes.

    Returns:
        A run, or the tracked change around it; None where there may be no hyperlink, and nothing was changed.
    """
    around = _around(words)
    if not around:
        return None
    run = around[0]
    if last < len(words.text or "") or words.getnext() is not None:
        _split_run(run, words, last)
    _part_behind(around, numbers)
    if first > 0 or any(each.tag != f"{W}rPr" for each in words.itersiblings(preceding=True)):
        around[0] = _split_run(run, words, first)
    _part_before(around, numbers)
    return around[-1]


def _around(words: etree._Element) -> list[etree._Element]:
    """Return the run of some words, and the tracked changes around it; nothing where there may be no hyperlink."""
    around = [each for each in (words.getparent(),) if each is not None and each.tag == f"{W}r"]
    while around and (parent := around[-1].getparent()) is not None and parent.tag in _TRACKED:
        around.append(parent)
    place = around[-1].getparent() if around else None
    return around if place is not None and place.tag in _AROUND else []


def link(words: etree._Element, name: str, key: str, follower: etree._Element | None) -> etree._Element:
    """Put what `cut_out` returned into a hyperlink and return that; one that follows at once is taken into it.

    Args:
        words: a run, or the tracked change around it.
        name: of the attribute with the relationship.
        key: identifier of the relationship.
        follower: the hyperlink of the words after these in the same citation.
    """
    made = etree.Element(f"{W}hyperlink", {name: key, f"{W}history": "1"})
    parent = words.getparent()
    assert parent is not None  # noqa: S101  # lxml types a parent as optional
    parent.replace(words, made)
    made.append(words)
    for run in made.iter(f"{W}r"):
        _look(run)
    if follower is not None and made.getnext() is follower:
        made.extend(list(follower))
        parent.remove(follower)
    return made


def _split_run(run: etree._Element, words: etree._Element, index: int) -> etree._Element:
    """Move what stands in a run from a character on into a new run behind it, and return that."""
    after = _empty(run)
    if (properties := run.find(f"{W}rPr")) is not None:
        after.append(deepcopy(properties))
    text, rest = words.text or "", list(words.itersiblings())
    if index == 0:
        rest.insert(0, words)
    elif index < len(text):
        second = etree.SubElement(after, f"{W}t", {_SPACE: "preserve"})
        second.text, words.text = text[index:], text[:index]
        words.set(_SPACE, "preserve")
    after.extend(rest)
    run.addnext(after)
    return after


def _part_behind(around: list[etree._Element], numbers: Numbers) -> None:
    """Split the tracked changes around a run, from inside out, where something stands behind the run in them."""
    for inner, change in pairwise(around):
        if rest := list(inner.itersiblings()):
            change.addnext(_like(change, numbers, rest))


def _part_before(around: list[etree._Element], numbers: Numbers) -> None:
    """Split them where something stands before the run; the new ones, with the run, take their places in the list."""
    for index in range(1, len(around)):
        inner, change = around[index - 1], around[index]
        if inner.getprevious() is not None:
            moved = _like(change, numbers, [inner])
            change.addnext(moved)
            around[index] = moved


def _like(change: etree._Element, numbers: Numbers, content: Sequence[etree._Element]) -> etree._Element:
    """Return a tracked change like another, with a number and content of its own."""
    made = _empty(change)
    made.set(_ID, numbers.next())
    made.extend(content)
    return made


def _empty(element: etree._Element) -> etree._Element:
    """Return an element with the name and the attributes of another."""
    made = copy(element)
    made.tail = None
    for child in list(made):
        made.remove(child)
    return made


def _look(run: etree._Element) -> None:
    """Give a run the look of a link, as far as it has no colour or line of its own."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for name, value, before in (("color", _COLOUR, _BEFORE_COLOUR), ("u", "single", _BEFORE_LINE)):
        if properties.find(f"{W}{name}") is None:
            place = sum(1 for each in properties if each.tag in before)
            properties.insert(place, etree.Element(f"{W}{name}", {f"{W}val": value}))
