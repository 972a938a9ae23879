"""Notes of a web page that no link joins with their marks: raised signs, repeated in front of a paragraph."""

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Final

import regex
from lxml import etree

from extract.reading.markup.html_signs import BLOCKS, MANY, MOST, NEAR, Anchors, beginning, is_called, sign_of
from extract.reading.markup.sheet import Sheet
from extract.reading.markup.tree import bare
from extract.text.raised import makes_power

_CELLS: Final = frozenset(["td", "th"])
_TURNS: Final = frozenset(["br", "hr"])
_LISTS: Final = frozenset(["ol"])
_WORDS: Final = regex.compile(r"\p{L}{2}|\p{Lo}|\p{L}/\w")


class Unlinked:
    """Raised signs that no link joins: those in front of a paragraph begin a note of the same signs before."""

    def __init__(self, root: etree._Element, sheet: Sheet, anchors: Anchors) -> None:
        """Take a page, its styles, and the notes that links join, to which the others are added."""
        self._root, self._sheet, self._anchors = root, sheet, anchors
        self._open: dict[str, list[etree._Element]] = {}  # sign -> its marks so far that no note follows
        self._named = Counter(anchors.notes.values())

    def add(self) -> None:
        """Add the marks and notes to those that links join; numbers only if all of them have their notes."""
        found = Anchors()
        linked = bool(self._anchors.notes)
        taken = {each for mark in self._anchors.marks for each in mark.iter(etree.Element)}
        for sign, element in self._signs():
            if element in taken or any(each in self._anchors.notes for each in _around(element)):
                continue
            self._take(sign, element, found)
        self._take_lists(found)
        left = any(sign.isdecimal() for sign in self._open)
        for name in ("marks", "notes", "inner"):
            kept = getattr(self._anchors, name)
            for element, sign in getattr(found, name).items():
                if linked or not left or not sign.partition(".")[0].isdecimal():
                    kept[element] = sign

    def _signs(self) -> Iterator[tuple[str, etree._Element]]:
        """The raised elements that show a sign and nothing else; of two around one another the outer."""
        last = None
        for element in itertools.islice(self._raised(), MOST):
            if last is not None and last in itertools.islice(element.iterancestors(), NEAR):
                continue
            sign = sign_of(element)
            if sign and not makes_power(sign, _text_before(element)):
                last = element
                yield sign, element

    def _raised(self) -> Iterator[etree._Element]:
        return (element for element in self._root.iter(etree.Element) if self._sheet.raises(element))

    def _take(self, sign: str, element: etree._Element, found: Anchors) -> None:
        """Take a sign as the beginning of a note, if it begins a paragraph and a mark of the same went before."""
        begun = _begun(element) if sign in self._open else None
        if begun is None:
            self._open.setdefault(sign, []).append(element)
            return
        turned = bare(begun.tag) in _TURNS
        if not turned and any(each in found.notes for each in _around(element)):
            return  # the sign is in the midst of a note
        name = self._name(sign)
        found.marks.update(dict.fromkeys(self._open.pop(sign), name))
        if turned:
            found.inner[element] = name
        else:
            found.notes[begun] = name

    def _take_lists(self, found: Anchors) -> None:
        """Take the items of lists that are called notes, or stand below a rule, as notes of the signs before."""
        for each in self._root.iter(*_LISTS):
            if not self._open or not _is_list_of_notes(each):
                continue
            items = list(itertools.islice(each.iterchildren("li"), MOST))
            first = each.get("start", "")
            start = int(first) if first.isascii() and first.isdecimal() and len(first) <= len(str(MANY)) else 1
            for number, item in enumerate(items, start):
                if str(number) in self._open and item not in self._anchors.notes:
                    name = self._name(str(number))
                    found.marks.update(dict.fromkeys(self._open.pop(str(number)), name))
                    found.notes[item] = name

    def _name(self, sign: str) -> str:
        self._named[sign] += 1
        return sign if self._named[sign] == 1 else f"{sign}.{self._named[sign]}"


def _is_list_of_notes(listed: etree._Element) -> bool:
    if any(is_called(each) for each in (listed, *itertools.islice(listed.iterancestors(), 2))):
        return True
    before = listed.getprevious()
    return before is not None and bare(before.tag) == "hr"


def _text_before(element: etree._Element) -> str:
    """The words right before an element."""
    before, above = element.getprevious(), element.getparent()
    text = before.tail if before is not None else above.text if above is not None else ""
    return text or ""


def _around(element: etree._Element) -> Iterator[etree._Element]:
    return itertools.islice(element.iterancestors(), NEAR)


def _begun(sign: etree._Element) -> etree._Element | None:
    """What a sign begins: the block around it, or the line break before it; None where other words go before."""
    each = sign
    for _ in range(NEAR):
        before, above = _shown_before(each), each.getparent()
        if before is not None:
            turned = not isinstance(before, str) and bare(before.tag) in _TURNS
            return before if turned and not isinstance(before, str) and _goes_on(sign, sign) else None
        if above is None:
            return None
        if bare(above.tag) in BLOCKS:
            return _whole(above, sign)
        each = above
    return None


def _shown_before(element: etree._Element) -> etree._Element | str | None:
    """What stands before an element in its parent: words, a line break, or an element that shows something."""
    for before in itertools.islice(element.itersiblings(preceding=True), MANY):
        if words := (before.tail or "").strip():
            return words
        if bare(before.tag) in _TURNS or beginning(before).strip():
            return before
    above = element.getparent()
    return ((above.text or "").strip() or None) if above is not None else None


def _whole(block: etree._Element, sign: etree._Element) -> etree._Element | None:
    """The block that a sign begins, if words follow in it; the row where that is its first cell."""
    row = block.getparent() if bare(block.tag) in _CELLS else None
    if row is None:
        return block if _goes_on(block, sign) else None
    first = next(row.iterchildren(*_CELLS), None) is block
    return row if first and _goes_on(row, sign) else None


def _goes_on(block: etree._Element, sign: etree._Element) -> bool:
    """Whether words follow a sign."""
    if block is sign:
        following = sign.getnext()
        return _WORDS.search((sign.tail or "") + (beginning(following) if following is not None else "")) is not None
    return _WORDS.search(beginning(block).strip()[len(beginning(sign).strip()) :]) is not None
