"""`NoteNumbers`: the numbers that Word prints at the notes of a DOCX file, as each section has them."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from lxml import etree

from extract.reading.markup.tree import bare
from extract.reading.word.looks import OFF
from extract.reading.word.numbering import W, whole_number
from extract.text.numerals import write_number

NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
"""Elements that stand for marks -> the part that has the notes."""
_PROPERTIES: Final = {"footnotes": f"{W}footnotePr", "endnotes": f"{W}endnotePr"}
_USUAL: Final = {"footnotes": "decimal", "endnotes": "lowerRoman"}
_SECTION: Final = f"{W}sectPr"
_REFERENCES: Final = tuple(f"{W}{name}" for name in NOTES)
_DELETED: Final = frozenset(["del", "moveFrom"])
_NEAR: Final = 12  # most elements from a mark up to the deletion around it
_SIGNS: Final = "*\u2020\u2021\u00a7"

Key = tuple[str, str]
"""A note: its part, and its identifier there."""


class _Form(NamedTuple):
    """How notes of a kind are numbered in a section."""

    form: str
    start: int
    restarts: bool


class NoteNumbers:
    """The number of each note; where two notes would have the same, the later one is marked so: `1.2`.

    Attributes:
        count: number of marks in the body.
        printed: all numbers, as they are printed.
    """

    def __init__(self, body: etree._Element, settings: etree._Element | None) -> None:
        """Count the marks of the body.

        Args:
            body: the body of the main part.
            settings: root of the settings part, which says how notes are numbered where a section does not.
        """
        self._settings = settings
        self._printed: dict[Key, str] = {}
        self._last: Counter[str] = Counter()
        self._begun: set[str] = set()
        self._names: dict[Key, str] = {}
        self._named: Counter[str] = Counter()
        self.count = 0
        section: list[etree._Element] = []
        for element in body.iter(_SECTION, *_REFERENCES):
            if element.tag != _SECTION:
                section.append(element)
                continue
            self._number(section, element)
            section = []
        self._number(section, None)
        self.printed = frozenset(self._printed.values())

    def printed_at(self, key: Key) -> str:
        """The number that is printed at a note."""
        return self._printed.get(key, "")

    def name(self, key: Key, printed: str | None = None) -> str:
        """The name of a note when its mark is met.

        Args:
            key: the note.
            printed: its mark, where that was typed instead of counted.
        """
        if key not in self._names:
            shown = printed or self.printed_at(key)
            self._named[shown] += 1
            again = self._named[shown]
            self._names[key] = f"{shown}.{again}" if again > 1 else shown
        return self._names[key]

    def names(self) -> Mapping[Key, str]:
        """The notes whose marks were met, in the order of the marks."""
        return self._names

    def _number(self, references: list[etree._Element], section: etree._Element | None) -> None:
        forms = {kind: self._form(kind, section) for kind in _PROPERTIES}
        for kind, form in forms.items():
            if form.restarts or kind not in self._begun:
                self._last[kind] = form.start - 1
        for reference in references:
            kind = NOTES[bare(reference.tag)]
            key = kind, reference.get(f"{W}id", "")
            self.count += 1
            self._begun.add(kind)
            own = reference.get(f"{W}customMarkFollows", "0") not in OFF
            if key in self._printed or own or _is_deleted(reference):
                continue
            self._last[kind] += 1
            self._printed[key] = _written(self._last[kind], forms[kind].form)

    def _form(self, kind: str, section: etree._Element | None) -> _Form:
        said = list(self._said(kind, section))
        values = {
            name: next((value for each in said if (value := _value(each, name))), "")
            for name in ("numFmt", "numStart", "numRestart")
        }
        restarts = values["numRestart"] == "eachSect"
        return _Form(values["numFmt"] or _USUAL[kind], whole_number(values["numStart"] or "1"), restarts)

    def _said(self, kind: str, section: etree._Element | None) -> Iterator[etree._Element]:
        """What is said of notes of a kind: by the section, by the file."""
        for holder in (section, self._settings):
            said = holder.find(_PROPERTIES[kind]) if holder is not None else None
            if said is not None:
                yield said


def _value(properties: etree._Element, name: str) -> str:
    found = properties.find(f"{W}{name}")
    return found.get(f"{W}val", "") if found is not None else ""


def _is_deleted(reference: etree._Element) -> bool:
    return any(bare(each.tag) in _DELETED for each in itertools.islice(reference.iterancestors(), _NEAR))


def _written(number: int, form: str) -> str:
    if form == "chicago" and number > 0:
        times, place = divmod(number - 1, len(_SIGNS))
        return _SIGNS[place] * min(times + 1, len(_SIGNS))
    return write_number(number, form)
