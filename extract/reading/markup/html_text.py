"""`Hypertext`: what a web page shows, written paragraph by paragraph, the notes that its links lead to behind it."""

from typing import Final

import regex
from lxml import etree

from extract.model.cell import Cell
from extract.reading.markup.grid import find_cells
from extract.reading.markup.html_notes import find_anchors
from extract.reading.markup.html_signs import beginning, number_of, sign_of
from extract.reading.markup.sheet import Sheet
from extract.reading.markup.site import is_furniture
from extract.reading.markup.tree import bare
from extract.reading.markup.writer import Writer
from extract.text.numerals import write_number

_BLOCKS: Final = frozenset([
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
_UNREAD: Final = frozenset([
    "aside", "audio", "button", "canvas", "datalist", "del", "dialog", "footer", "frame", "head", "iframe", "img",
    "input", "link", "map", "math", "menu", "meta", "nav", "noscript", "object", "option", "s", "script", "select",
    "strike", "style", "svg", "template", "textarea", "title", "video",
])  # fmt: skip
_ROLES: Final = frozenset([
    "alert", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar",
])  # fmt: skip
_HIDDEN_CLASSES: Final = frozenset(["sr-only", "visually-hidden", "element-invisible"])
_BACK: Final = regex.compile(r"[\[(]?\s?(?:\d{1,3}|[a-z]|[ivxlc]{2,6}|[\^↑↩⇑▲])[\ufe0e\ufe0f]?\s?[\])]?\.?")
_OWN_SIGN: Final = regex.compile(
    r"[\[(]?(?P<sign>\d{1,3}|[*\u2020\u2021\u00a7]{1,4}|[ivxlc]{2,6}|\p{L})(?:[\])]\.?|\.?(?=\s))\s*+"
)
_SIGNED: Final = regex.compile(r"\s*+[\[(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[\]).]")
_FORMS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE: Final = regex.compile(r"list-style(?:-type)?\s*+:\s*+(?P<case>lower|upper)-(?P<kind>alpha|latin|roman)")
_LISTS: Final = frozenset(["ol", "ul", "dir"])
_CELLS: Final = frozenset(["td", "th"])
_ROWED: Final = _CELLS | {"tr"}
_ROWS: Final = frozenset(["tr", "li"])  # what a number in front belongs to
_SIGN: Final = regex.compile(r"\d{1,3}\s?[.\-–]|\([a-zA-Z\p{L}]{1,5}\)|[a-z]\)")
_LONGEST_SIGN: Final = 16
_PARAGRAPH: Final = 2  # line breaks in a row that end one


class Hypertext:
    """Writes what the elements show.

    Attributes:
        writer: where it is written.
        has_notes: whether links tell what the notes are.
    """

    def __init__(self, main: etree._Element, page: etree._Element) -> None:
        """Write a page, or the main part of one.

        Args:
            main: what is written.
            page: the whole page, which has the style sheets.
        """
        self.writer = Writer()
        self._sheet = Sheet(page)
        self._anchors = find_anchors(main, self._sheet)
        self._numbers = frozenset(self._anchors.notes.values())
        self.has_notes = bool(self._numbers)
        self._lists: list[tuple[str, int]] = []  # form and next number, of the lists that are open
        self._links: list[int] = []  # offsets at which the open links begin
        self._breaks = 0  # line breaks since the last word
        self._note: str | None = None  # the name of the note that is being written
        self._in_place = False  # whether that note begins after a line break, and ends with its block
        self._begins = False  # whether nothing of the note is written yet
        self._line = ""  # what the paragraph begins with
        self._joins = False  # whether the number of a paragraph stands apart, its text in the next block
        self._tables = 0
        self._cells: dict[etree._Element, Cell] = {}
        self._walk(main)
        for block, number in self._anchors.notes.items():
            self.writer.begin_note(number)
            self._note, self._begins = number, True
            self._walk(block)
            self.writer.end(self._note)

    def _walk(self, top: etree._Element) -> None:
        """Write an element; without recursion, however deep pages are nested."""
        walk = etree.iterwalk(top, events=("start", "end"))
        left_out = None
        for event, element in walk:
            name = bare(element.tag)
            if event == "start":
                if self._enter(element, name, is_top=element is top):
                    self._add(element.text)
                else:
                    walk.skip_subtree()
                    left_out = element
                continue
            if element is not left_out:
                self._leave(element, name)
            if element is not top:
                self._add(element.tail)

    def _enter(self, element: etree._Element, name: str, *, is_top: bool) -> bool:
        """Begin an element; whether what it holds is to be written."""
        if not is_top and (
            name in _UNREAD
            or element in self._anchors.notes
            or _is_hidden(element, name)
            or self._sheet.unreads(element)
        ):
            return False
        if element in self._anchors.inner:
            self._begin_inner(self._anchors.inner[element])
            return False
        if self._is_own(element, name) if self._note else self._is_mark(element):
            return False
        if name == "br":
            self._break()
        elif name in _BLOCKS:
            self._end()
            self._open(element, name)
        elif name == "a":
            self._links.append(self.writer.here)
        return True

    def _is_mark(self, element: etree._Element) -> bool:
        """Whether an element is the mark of a note, or raised digits that are no part of a number; it is written."""
        name = self._anchors.marks.get(element)
        if name is None and not (self._sheet.raises(element) and self.writer.is_open):
            return False
        number = number_of(element)
        if name is None and (number is None or self.writer.is_after_unit(number)):
            return False
        self._joins = False
        if name is not None:
            self.writer.mark(name, shown=name.partition(".")[0])
        elif number in self._numbers or not self.has_notes:
            self.writer.mark(number or "")
        else:
            self.writer.lift(number or "")
        return True

    def _begin_inner(self, name: str) -> None:
        """Begin a note in the midst of another, or of a paragraph that stands for several lines."""
        self._in_place = self._in_place or not self._note
        if self._note:
            self.writer.end(self._note)
        self.writer.begin_note(name)
        self._note, self._begins = name, False

    def _is_own(self, element: etree._Element, name: str) -> bool:
        """Whether an element of a note is its sign, or leads back to its mark."""
        sign = (self._note or "").partition(".")[0]
        own = self._begins and self._sheet.raises(element) and sign_of(element) == sign
        leads = (
            name == "a" and "#" in element.get("href", "") and _BACK.fullmatch(beginning(element).strip()) is not None
        )
        self._begins = self._begins and not own and not (leads and sign_of(element) == sign)
        return own or leads

    def _open(self, element: etree._Element, name: str) -> None:
        """Begin a block; an item of a numbered list begins with its number, unless that is written out."""
        if name in _LISTS:
            self._lists.append((_form(element) if name == "ol" else "", _number(element.get("start"), 1)))
        elif name == "table":
            self._tables += 1
            self._cells.update(find_cells(element, self._tables))
        elif name in _CELLS:
            self.writer.cell = self._cells.get(element)
        elif name == "li" and self._lists and not self._note:
            form, number = self._lists[-1]
            number = _number(element.get("value"), number)
            self._lists[-1] = (form, number + 1)
            if form and not _SIGNED.match(beginning(element)):
                shown = write_number(number, form)
                self.writer.add(f"{shown}. " if form == "decimal" else f"({shown}) ")
                self._joins = True

    def _leave(self, element: etree._Element, name: str) -> None:
        if name in _LISTS and self._lists:
            self._lists.pop()
        if name in _CELLS and _SIGN.fullmatch(self._line.strip()):
            self._joins = True
            self.writer.add(" ")
        if name in _ROWS:
            self._joins = False
        if name in _BLOCKS:
            self._end()
            if name in _ROWED and not self._joins:
                self.writer.cell = None
        elif name == "a" and self._links:
            self.writer.link(self._links.pop(), element.get("href"))

    def _end(self) -> None:
        """End the paragraph; the paragraphs of a note are one."""
        self._breaks = 0
        if self._in_place:
            self.writer.end(self._note)
            self._note, self._in_place = None, False
        elif self._note:
            self.writer.add(" ")
        elif not self._joins:
            self.writer.end()
            self._line = ""

    def _break(self) -> None:
        self._breaks += 1
        if self._breaks == _PARAGRAPH:
            self._end()
        else:
            self.writer.add(" ")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self._breaks, self._joins = 0, False
            self._line = (self._line + text)[:_LONGEST_SIGN]
            if self._begins:
                self._begins = False
                text = text.lstrip()
                found = _OWN_SIGN.match(text)
                text = text[found.end() :] if found and found["sign"] == (self._note or "").partition(".")[0] else text
        self.writer.add(text)


def _is_hidden(element: etree._Element, name: str) -> bool:
    """Whether an element is no part of what a reader came for: hidden, navigation, the banner of a site."""
    if name == "header":
        above = element.getparent()
        return above is not None and bare(above.tag) == "body"
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _ROLES
        or not _HIDDEN_CLASSES.isdisjoint(element.get("class", "").split())
        or is_furniture(element, name)
    )


def _form(element: etree._Element) -> str:
    """How a list numbers its items."""
    styled = _STYLE.search(element.get("style", "").lower())
    if not styled:
        return _FORMS.get(element.get("type", "1"), "decimal")
    return styled["case"] + ("Roman" if styled["kind"] == "roman" else "Letter")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= _DIGITS else otherwise


_DIGITS: Final = 4
