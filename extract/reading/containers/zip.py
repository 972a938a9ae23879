"""Archives: the members of a zip file, read in memory and within bounds; nothing is ever unpacked to a disk."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Final, Protocol

from extract.model.errors import UnreadableError
from extract.reading.containers.files import HOLDS_NONE, is_document

MOST_BYTES: Final = 64 * 2**20
"""Bytes that a document, also a packed one, may have."""

MOST_UNPACKED: Final = 2 * 2**30
"""Bytes that all members of an archive may have together."""

MOST_RATIO: Final = 250
"""How often larger than the archive its content may be; packed text comes to 10, and 60 with its translations."""

_MOST_MEMBERS: Final = 100_000
_SMALL: Final = 2**20  # bytes below which no ratio matters
_ENCRYPTED: Final = 0x1
_LONGEST_NAME: Final = 1000


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        place: how many stand before it in the archive.
        name: its path in the archive, parts separated by strokes.
    """

    place: int
    name: str

    @property
    def base(self) -> str:
        """The last part of its name."""
        return PurePosixPath(self.name).name


class Archive(Protocol):
    """What is open to be read member by member; the stream is closed with it."""

    def members(self) -> Iterator[Member | UnreadableError]:
        """The members that are to be read, and a fault for each that must not be; go through all before one is read."""

    def read(self, member: Member) -> bytes:
        """Bytes of a member; quickest in the order of `members`.

        Raises:
            UnreadableError: it is too large, encrypted or broken.
        """


class ZipArchive:
    """A zip file; its members come sorted by name."""

    def __init__(self, stream: BinaryIO, *, file: str) -> None:
        """Read the directory.

        Args:
            stream: the archive.
            file: what messages call it.

        Raises:
            UnreadableError: it is broken.
        """
        self._stream, self._file = stream, file
        try:
            self._zip = zipfile.ZipFile(stream)
        except _BROKEN as error:
            raise UnreadableError(file, "is a broken or cut zip archive; get it again") from error
        self._held = self._zip.infolist()

    def members(self) -> Iterator[Member | UnreadableError]:
        """See `Archive`."""
        chosen = Chosen(self._file)
        for place, info in sorted(enumerate(self._held), key=lambda held: (held[1].filename, held[0])):
            kind = stat.S_IFMT(info.external_attr >> 16)
            if info.filename.endswith("/"):  # a folder; the library's own test fails on a name without letters
                continue
            odd = "is a link" if kind == stat.S_IFLNK else "is a device, a pipe or a socket"
            yield from chosen.take(place, info.filename, odd=odd if kind not in {0, stat.S_IFREG} else "")
            if chosen.full:
                return
        yield from chosen.end()

    def read(self, member: Member) -> bytes:
        """See `Archive`."""
        info = self._held[member.place]
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError(self._file, "is encrypted; unpack it with its password first", member.name)
        check_size(self._file, member.name, info.file_size, info.compress_size)
        try:
            with self._zip.open(info) as opened:
                return opened.read(MOST_BYTES)
        except NotImplementedError as error:
            reason = "is packed in a way that is not known here; unpack it first"
            raise UnreadableError(self._file, reason, member.name) from error
        except _BROKEN as error:
            raise UnreadableError(self._file, "is broken in the archive", member.name) from error

    def __del__(self) -> None:
        """Close the stream with it."""
        self._stream.close()


class Chosen:
    """Which members are read: those with a document's name, none that is no plain file or is out of bounds."""

    def __init__(self, file: str) -> None:
        """Begin with an archive that messages call `file`."""
        self._file, self._seen, self._found = file, 0, False
        self.full = False

    def take(self, place: int, name: str, *, odd: str = "") -> Iterator[Member | UnreadableError]:
        """The member with this place and name, or its fault, or nothing where it is no document.

        Args:
            place: how many stand before it.
            name: as the archive writes it.
            odd: what it is where it is no plain file.
        """
        self._seen += 1
        if self._seen > _MOST_MEMBERS:
            self.full = True
            yield UnreadableError(self._file, f"holds more than {_MOST_MEMBERS} members; the rest was not read")
            return
        path = PurePosixPath(name.replace("\\", "/")[:_LONGEST_NAME])
        if any(part.startswith(".") and part != ".." for part in path.parts) or path.parts[:1] == ("__MACOSX",):
            return
        reason = f"{odd}, which is not read" if odd else ""
        if path.is_absolute() or ".." in path.parts:
            reason = "has a name that leads out of the archive; it was not read"
        if reason or is_document(path.name):
            self._found = True
            yield UnreadableError(self._file, reason, str(path)) if reason else Member(place, str(path))

    def end(self) -> Iterator[UnreadableError]:
        """The fault of an archive in which there was nothing."""
        if not self._found:
            yield UnreadableError(self._file, HOLDS_NONE)


def check_size(file: str, name: str, size: int, packed: int | None = None) -> None:
    """Refuse a member that is too large, or so well packed that it can only be meant to fill the memory.

    Raises:
        UnreadableError: it must not be read.
    """
    if size > MOST_BYTES:
        raise UnreadableError(file, f"is larger than {MOST_BYTES // 2**20} MiB; split it", name)
    if packed is not None and size > max(_SMALL, MOST_RATIO * packed):
        raise UnreadableError(file, f"unpacks to more than {MOST_RATIO} times its size, as bombs do", name)


_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, MemoryError)
