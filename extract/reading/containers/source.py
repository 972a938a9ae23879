"""`Source`: where a document's bytes stand, a file or a member of an archive; and how they are taken out."""

import functools
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from extract.model.errors import UnreadableError
from extract.reading.containers.form import Form, tell_form
from extract.reading.containers.tar import open_packed
from extract.reading.containers.zip import MOST_BYTES, MOST_UNPACKED, Archive, Member, ZipArchive

ARCHIVES: Final = frozenset[Form]({"zip", "tar", "gzip", "bzip2", "xz"})

_MOST_NESTED: Final = 3  # archives within one another


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document's bytes stand.

    Attributes:
        path: the file.
        member: which of its members, where it is an archive; None for the file itself.
    """

    path: Path
    member: Member | None = None

    def __str__(self) -> str:
        """The path, and the member's name behind a colon."""
        return f"{self.path}: {self.member.name}" if self.member else str(self.path)

    @property
    def base(self) -> str:
        """Base name of the file or of the member."""
        return self.member.base if self.member else self.path.name

    def fault(self, reason: str, inside: str | None = None) -> UnreadableError:
        """What is wrong with it, or with what is `inside` it."""
        names = (self.member.name if self.member else None, inside)
        return UnreadableError(str(self.path), reason, "/".join(name for name in names if name) or None)


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes that were taken out.

    Attributes:
        data: the bytes.
        file: base name of the file that they are.
        inside: its path in an archive that is itself a member of an archive; None elsewhere.
    """

    data: bytes
    file: str
    inside: str | None = None


def take_out(source: Source) -> Iterator[Held | Source | UnreadableError]:
    """Give the bytes at a source.

    Yields:
        Of a file, its bytes; of an archive, its members as sources, to be taken out one by one; of a member, its bytes,
        or the bytes of every document in it where it is an archive again.
    """
    try:
        if source.member:
            data = _opened(source.path, _state(source.path)).read(source.member)
            yield from _unfold(source, Held(data, source.member.base))
            return
        with source.path.open("rb") as stream:
            form = tell_form(stream)
            if form not in ARCHIVES:
                if source.path.stat().st_size > MOST_BYTES:
                    raise UnreadableError(str(source.path), TOO_LARGE)  # noqa: TRY301  # told like every other fault of the archive  # told as other faults are
                yield Held(stream.read(MOST_BYTES), source.path.name)
                return
        for member in _opened(source.path, _state(source.path)).members():
            yield Source(source.path, member) if isinstance(member, Member) else member
    except UnreadableError as error:
        yield error
    except OSError as error:
        yield source.fault(error.strerror or "cannot be read")


TOO_LARGE: Final = f"is larger than {MOST_BYTES // 2**20} MiB; split it"


def _state(path: Path) -> tuple[int, int]:
    """What changes when the file does."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns


@functools.lru_cache(maxsize=1)
def _opened(path: Path, _state: tuple[int, int]) -> Archive:
    """The archive at a path, left open for the next of its members: a packed one can only be read forward."""
    stream = path.open("rb")
    try:
        return _open(stream, tell_form(stream), file=str(path))
    except UnreadableError:
        stream.close()
        raise


def _open(stream: BinaryIO, form: Form, *, file: str) -> Archive:
    return ZipArchive(stream, file=file) if form == "zip" else open_packed(stream, form, file=file)


def _unfold(source: Source, held: Held) -> Iterator[Held | UnreadableError]:
    """What a member of an archive holds: itself, or what stands in it where it is an archive again."""
    total = 0
    for each in _walk(held, 1):
        if isinstance(each, UnreadableError):
            yield source.fault(each.reason, "/".join(name for name in (each.file, each.member) if name))
            continue
        total += len(each.data)
        if total > MOST_UNPACKED:
            yield source.fault(f"unpacks to more than {MOST_UNPACKED // 2**30} GiB; the rest was not read")
            return
        yield each


def _walk(held: Held, depth: int) -> Iterator[Held | UnreadableError]:
    """The documents in something held; in faults `file` is the path inside it."""
    stream, inside = io.BytesIO(held.data), held.inside or ""
    form = tell_form(stream)
    if form not in ARCHIVES:
        yield held
        return
    try:
        if depth >= _MOST_NESTED:
            raise UnreadableError(inside, "is an archive inside too many archives; unpack it first")  # noqa: TRY301  # told like every other fault of the archive
        archive = _open(stream, form, file=inside or held.file)
    except UnreadableError as error:
        yield UnreadableError(inside, error.reason, error.member)
        return
    for member in list(archive.members()):
        try:
            if isinstance(member, UnreadableError):
                raise member  # told as the faults of reading are
            name = str(PurePosixPath(inside, member.name))
            yield from _walk(Held(archive.read(member), member.base, name), depth + 1)
        except UnreadableError as error:
            yield UnreadableError(inside, error.reason, error.member)
