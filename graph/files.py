"""Writing files: each appears whole or not at all, in UTF-8."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from extract.model.errors import RecallingError


class UnwritableError(RecallingError):
    """A file that cannot be written.

    Attributes:
        file: the path as the user gave it.
        reason: what is wrong.
    """

    def __init__(self, file: str, reason: str) -> None:
        """Write the message once: `file: reason`."""
        self.file = file
        self.reason = reason
        super().__init__(f"{file}: cannot be written: {reason}")


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write text as UTF-8, line ends as they are, lone surrogates as U+FFFD.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_bytes(path, text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode())


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that whoever looks sees the old content or the new, never a part.

    Raises:
        UnwritableError: the file cannot be written.
    """
    write_chunks(path, (data,))


def write_chunks(path: str | os.PathLike[str], chunks: Iterable[bytes]) -> None:
    """Write a file from pieces, as `write_bytes` does.

    Raises:
        UnwritableError: the file cannot be written.
    """
    with replacing(path) as file:
        file.writelines(chunks)


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a new file beside the path that takes its place when the block ends well, and vanishes when it does not.

    Raises:
        UnwritableError: the file cannot be written.
    """
    target = Path(path)
    fresh = target.with_name(f".recalling-{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as file:  # plain open, so that the user's umask holds
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError as error:
        raise UnwritableError(os.fspath(path), error.strerror or str(error)) from error
    finally:
        with suppress(FileNotFoundError):  # it took its place
            fresh.unlink()
