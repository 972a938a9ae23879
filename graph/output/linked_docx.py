"""A Word file with hyperlinks at its citations: a copy of the file that was read, its own runs, notes and tables kept.

Office Open XML (ECMA-376): a run (`w:r`) is split at the ends of a citation, and the middle stands in a `w:hyperlink`
whose address is a relationship of the part. Only words are linked that no link of the file covers. A copy whose text,
as read again, is another is not given.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from lxml import etree

from extract.model.errors import UnreadableError
from extract.reading.containers.zip import check_size
from extract.reading.word.docx import Main, read_docx
from extract.reading.word.package import Package
from extract.reading.word.placed import Place, PlacedText
from graph.output import linked_runs as runs

Span = tuple[int, int, str]
"""Start and end of a piece of text, and the address of what it cites."""

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK: Final = f"{_OFFICE}/hyperlink"
_MOST_COPIED: Final = 256 * 2**20  # bytes of all parts
_UNCOPIED: Final = ("vbaProject.bin", "_xmlsignatures/")
"""In the names of parts with macros, which a .docx may not have, and with a signature, which a change breaks."""


def linked_docx(data: bytes, text: str, spans: Sequence[Span]) -> bytes | None:
    """Return a copy of a Word file in which pieces of its text are hyperlinks; None where there can be no such copy.

    Args:
        data: the file.
        text: as it was read.
        spans: the pieces, in the order of the text, none over another.
    """
    try:
        copied = _copied(data, text, spans)
        same = copied is not None and read_docx(copied, file="").text == text
    except (UnreadableError, zipfile.BadZipFile, ValueError):
        return None
    return copied if same else None


def _copied(data: bytes, text: str, spans: Sequence[Span]) -> bytes | None:
    package = Package(data, file="")
    main = Main(package, file="")
    names = {main.name: main.root}
    names |= {name: main.parts[kind] for kind, name in main.related.values() if kind in {"footnotes", "endnotes"}}
    written = main.write(PlacedText)
    read, _, _ = written.writer.finish(marked=written.has_notes)
    if read != text or package.repaired or any(map(package.is_strict, names)):
        return None
    stories = {root: _Story(package, name, root) for name, root in names.items() if root is not None}
    for start, end, address, places in reversed(list(_found(written.places(text), spans))):
        _link(stories, (start, end, address), places)
    return _packed(data, dict(chain.from_iterable(story.parts() for story in stories.values() if story.addresses)))


class _Story:
    """A part with text, and the addresses that its new hyperlinks lead to."""

    def __init__(self, package: Package, name: str, root: etree._Element) -> None:
        folder, _, base = name.rpartition("/")
        self._name, self._relations = name, f"{folder}/_rels/{base}.rels".removeprefix("/")
        self._root = root
        known = package.part(self._relations)
        empty = f'<Relationships xmlns="{_RELATIONS}"/>'
        self._known = etree.fromstring(empty) if known is None else known
        self._taken = {each.get("Id") for each in self._known}
        self.addresses: dict[str, str] = {}
        self.numbers = runs.Numbers(root)

    def key(self, address: str) -> str:
        """Return the identifier of the relationship that leads to an address."""
        if address not in self.addresses:
            number = len(self.addresses) + 1
            while (key := f"rIdLink{number}") in self._taken:
                number += 1
            self._taken.add(key)
            self.addresses[address] = key
        return self.addresses[address]

    def parts(self) -> Iterable[tuple[str, bytes]]:
        """Yield the part and its relationships."""
        for address, key in self.addresses.items():
            said = {"Id": key, "Type": _LINK, "Target": address, "TargetMode": "External"}
            etree.SubElement(self._known, f"{{{_RELATIONS}}}Relationship", said)
        for name, root in ((self._name, self._root), (self._relations, self._known)):
            yield name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _found(places: Iterable[Place], spans: Sequence[Span]) -> Iterable[tuple[int, int, str, list[Place]]]:
    """Yield the pieces, each with the places that its words stand in; both come in the order of the text."""
    waiting = sorted(places, key=lambda place: place.start)
    first = 0
    for start, end, address in spans:
        while first < len(waiting) and waiting[first].end <= start:
            first += 1
        last = first
        while last < len(waiting) and waiting[last].start < end:
            last += 1
        yield start, end, address, waiting[first:last]


def _link(stories: dict[etree._Element, _Story], span: Span, places: Sequence[Place]) -> None:
    """Link the words of a piece, from the last to the first, so that indexes into what is before stay true."""
    start, end, address = span
    follower: etree._Element | None = None
    for place in reversed(places):
        story = stories.get(place.element.getroottree().getroot())
        first = place.first + max(0, start - place.start)
        last = place.first + min(end, place.end) - place.start
        if story is None or not (place.element.text or "")[first:last].strip():
            continue
        words = runs.cut_out(place.element, first, last, story.numbers)
        follower = None if words is None else runs.link(words, f"{{{_OFFICE}}}id", story.key(address), follower)


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes | None:
    """Return the file with other contents of some parts; None where it must not be copied."""
    packed, left = io.BytesIO(), _MOST_COPIED
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        infos = {info.filename: info for info in source.infolist()}
        if not all(_is_plain(name) for name in infos):
            return None
        for name, info in infos.items():
            check_size("", name, info.file_size, info.compress_size)
            left -= info.file_size
            if left < 0:
                return None
            entry = zipfile.ZipInfo(name, info.date_time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with source.open(info) as opened:
                target.writestr(entry, changed.pop(name, b"") or opened.read(info.file_size + 1))
        for name, content in changed.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _is_plain(name: str) -> bool:
    """Return whether a name is one that a copy may have: it leads out of no folder and names no macros."""
    is_inside = not name.startswith(("/", "\\")) and ".." not in name and "\\" not in name and ":" not in name
    return is_inside and not any(each in name for each in _UNCOPIED)
