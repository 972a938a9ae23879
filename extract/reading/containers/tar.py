"""Streams that were packed, and tar archives in them: unpacked in memory, forward only, and within bounds."""

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO, Final, cast

from extract.model.errors import UnreadableError
from extract.reading.containers.form import Form, is_tar
from extract.reading.containers.zip import MOST_BYTES, MOST_RATIO, MOST_UNPACKED, Chosen, Member, check_size

_UNPACKERS: Final[Mapping[Form, Callable[[BinaryIO], io.BufferedIOBase]]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
_BROKEN: Final = (
    tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, MemoryError,
    RecursionError,  # thousands of extended headers one after the other
)  # fmt: skip
_BLOCK: Final = 512
_SMALL: Final = MOST_BYTES  # bytes below which no ratio matters
_STEP: Final = 2**20


class _TooMuchError(Exception):
    """What is unpacked is out of bounds."""


class _Unpacked(io.RawIOBase):
    """What a packed stream holds, to be read forward; more than an honest archive holds is not read."""

    def __init__(self, stream: BinaryIO, form: Form) -> None:
        self._packed = stream
        self._held = _UNPACKERS[form](stream) if form in _UNPACKERS else cast("io.BufferedIOBase", stream)
        self._is_packed = form in _UNPACKERS

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= MOST_BYTES + _BLOCK:
            raise _TooMuchError
        held = self._held.read(size)
        self._check()
        return held

    def tell(self) -> int:
        return self._held.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if not self._is_packed:
            return self._held.seek(offset, whence)
        while (left := offset - self.tell()) > 0:
            if not self.read(min(left, _STEP)):
                break
        return self.tell()

    def _check(self) -> None:
        done = self._held.tell()
        if done > MOST_UNPACKED or (self._is_packed and done > max(_SMALL, MOST_RATIO * self._packed.tell())):
            raise _TooMuchError


def open_packed(stream: BinaryIO, form: Form, *, file: str) -> "TarArchive | PackedFile":
    """Open a tar archive, or what is packed: an archive, or one file.

    Args:
        stream: from its beginning.
        form: `tar`, or how it is packed.
        file: what messages call it.

    Raises:
        UnreadableError: it is broken from the beginning.
    """
    try:
        archive = form == "tar" or is_tar(_Unpacked(stream, form).read(_BLOCK))
        stream.seek(0)
        return (TarArchive if archive else PackedFile)(stream, form, file=file)
    except (*_BROKEN, _TooMuchError) as error:
        raise UnreadableError(file, "is a broken archive; get it again") from error


def _fault(error: Exception) -> str:
    """What ends an archive early."""
    cut = "is broken or cut; what follows was not read; get it again"
    return _TOO_MUCH if isinstance(error, _TooMuchError) else cut


class TarArchive:
    """A tar archive, packed or not; its members come as they stand in it, because it can only be read forward."""

    def __init__(self, stream: BinaryIO, form: Form, *, file: str) -> None:
        """Begin; see `open_packed`."""
        self._stream, self._form, self._file = stream, form, file
        self._begin()

    def members(self) -> Iterator[Member | UnreadableError]:
        """See `Archive`."""
        if self._info:
            self._begin()
        chosen = Chosen(self._file)
        last: list[Member | UnreadableError] = []  # what is whole is known when the stream has gone past it
        try:
            while info := self._next():
                yield from last
                last.clear()
                if not info.isdir():
                    odd = "is a link" if info.issym() or info.islnk() else "is a device or a pipe"
                    last += chosen.take(self._place, info.name, odd="" if info.isreg() else odd)
                    if chosen.full:
                        break
        except (*_BROKEN, _TooMuchError) as error:
            here = next((member.name for member in last if isinstance(member, Member)), None)
            yield UnreadableError(self._file, _fault(error), here)
            return
        yield from last
        try:
            self._check_end()
            yield from chosen.end()
        except (*_BROKEN, _TooMuchError) as error:
            yield UnreadableError(self._file, _fault(error))

    def read(self, member: Member) -> bytes:
        """See `Archive`."""
        try:
            if self._is_behind(member):
                self._begin()
            while self._place < member.place or self._info is None:
                if not self._next():
                    raise EOFError
            check_size(self._file, member.name, self._info.size)
            opened = self._tar.extractfile(self._info)
            return opened.read(MOST_BYTES) if opened else b""
        except _TooMuchError as error:
            raise UnreadableError(self._file, _TOO_MUCH, member.name) from error
        except _BROKEN as error:
            raise UnreadableError(self._file, "is broken or cut in the archive", member.name) from error

    def __del__(self) -> None:
        """Close the stream with it."""
        self._stream.close()

    def _begin(self) -> None:
        self._stream.seek(0)
        self._unpacked = _Unpacked(self._stream, self._form)
        self._tar = tarfile.TarFile(fileobj=cast("BinaryIO", self._unpacked), mode="r")
        self._info: tarfile.TarInfo | None = None
        self._place = -1

    def _next(self) -> tarfile.TarInfo | None:
        """The next member, at which the stream then stands."""
        info = self._tar.next()
        if info:
            self._info = info
            self._place += 1
        return info

    def _is_behind(self, member: Member) -> bool:
        """Whether a member lies behind what has been read, or is what has been read."""
        if self._place == member.place and self._info:
            return self._unpacked.tell() > self._info.offset_data
        return self._place > member.place

    def _check_end(self) -> None:
        """Refuse an archive without its end mark, and go on to the end, where the checksums stand."""
        self._unpacked.seek(self._tar.offset)
        mark = self._unpacked.read(_BLOCK)
        if len(mark) < _BLOCK or any(mark):
            raise EOFError
        while self._unpacked.read(_STEP):
            pass


class PackedFile:
    """One packed file that is no archive: an archive of one member, named as the file is without its ending."""

    def __init__(self, stream: BinaryIO, form: Form, *, file: str) -> None:
        """Begin; see `open_packed`."""
        self._stream, self._form, self._file = stream, form, file

    def members(self) -> Iterator[Member | UnreadableError]:
        """See `Archive`."""
        yield Member(0, PurePath(self._file).stem)

    def read(self, member: Member) -> bytes:
        """See `Archive`."""
        self._stream.seek(0)
        unpacked, held = _Unpacked(self._stream, self._form), bytearray()
        try:
            while piece := unpacked.read(_STEP):
                held += piece
                check_size(self._file, member.name, len(held))
        except _TooMuchError as error:
            raise UnreadableError(self._file, _TOO_MUCH) from error
        except _BROKEN as error:
            raise UnreadableError(self._file, "is broken or cut; get it again") from error
        return bytes(held)

    def __del__(self) -> None:
        """Close the stream with it."""
        self._stream.close()


_TOO_MUCH: Final = f"unpacks to more than {MOST_RATIO} times its size or {MOST_UNPACKED // 2**30} GiB, as bombs do"
