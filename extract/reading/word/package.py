"""`Package`: the parts of an Office file, read in memory and within bounds, and what they say of one another."""

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from extract.model.errors import UnreadableError
from extract.reading.containers.zip import check_size
from extract.reading.markup.tree import parse_xml

_MOST_PARTS: Final = 20_000
_MOST_UNPACKED: Final = 128 * 2**20  # bytes of all parts that are read
_ENCRYPTED: Final = 0x1
_HEAD: Final = 2**16  # bytes in which the root of a part has its names
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_STRICT: Final = (  # the names of Office's "strict" files, and those that all others have
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of an Office file by name; only those that are asked for are unpacked.

    Attributes:
        repaired: what had to be repaired in the parts that were read, for a person.
    """

    def __init__(self, data: bytes, *, file: str) -> None:
        """Read the directory.

        Args:
            data: the file's bytes.
            file: base name of the file, for messages.

        Raises:
            UnreadableError: it is broken.
        """
        self._file, self._left = file, _MOST_UNPACKED
        self.repaired: list[str] = []
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError(file, "is a broken or cut DOCX file; get it again, or save it anew") from error
        self._infos = {info.filename: info for info in self._zip.infolist()[:_MOST_PARTS]}

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._infos

    def part(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is none.

        Raises:
            UnreadableError: it is encrypted, broken, too large, or no XML.
        """
        info = self._infos.get(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError(self._file, "is a DOCX file with a password; save it without first")
        check_size(self._file, name, info.file_size, info.compress_size)
        self._left -= info.file_size
        if self._left < 0:
            raise UnreadableError(self._file, f"unpacks to more than {_MOST_UNPACKED // 2**20} MiB; split it")
        try:
            with self._zip.open(info) as opened:
                data = opened.read(info.file_size + 1)
        except _BROKEN as error:
            raise UnreadableError(self._file, f"is a broken DOCX file: {name} cannot be unpacked") from error
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        root, repaired = parse_xml(data, file=self._file)
        if repaired:
            self.repaired.append(f"{name}: {repaired}")
        return root

    def is_strict(self, name: str) -> bool:
        """Whether a part bears the names of Office's "strict" files, which `part` replaces by the usual ones."""
        info = self._infos.get(name)
        if info is None:
            return False
        with self._zip.open(info) as opened:
            return _STRICT[0][0] in opened.read(_HEAD)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part relates to, by identifier: the last word of the kind, and the name or address of what it is.

        The file itself is the part with the empty name.
        """
        folder, _, base = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found: dict[str, tuple[str, str]] = {}
        for each in root.iter(_RELATION) if root is not None else ():
            kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = _resolved(folder, target)
            found[each.get("Id", "")] = (kind, target)
        return found


def _resolved(folder: str, target: str) -> str:
    """The name of a part that another names in its own folder; names are keys, never paths."""
    parts = [] if target.startswith("/") else folder.split("/") if folder else []
    for piece in target.split("/"):
        if piece == "..":
            parts = parts[:-1]
        elif piece not in {"", "."}:
            parts = [*parts, piece]
    return "/".join(parts)
