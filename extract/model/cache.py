"""`compiled`, `parsed`: patterns and tables kept between runs, since making them takes longer than reading a text.

Compiling the patterns of one language takes half a second, of seven languages three; loading them takes a twentieth of
that. They stand in one file in the user's folder of caches, under the text they were made from, so that none is ever
out of date. It holds data as Python's own `.pyc` files do, for one version of Python and of the library. Processes add
to its end; what is torn or damaged is made anew. Without a folder that can be written, everything is made anew.
"""

import copyreg
import functools
import hashlib
import marshal
import os
import stat
import struct
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, cast

import regex

FOLDER: Final = "RECALLING_CACHE"
"""The variable of the environment that says where the file is; empty: nowhere."""

_MOST: Final = 32 * 2**20  # bytes; a larger file has grown by versions of tables that are gone, and is begun anew
_HEAD: Final = struct.Struct(">16s16sI")  # key, checksum and length of what follows
_BYTES: Final = 16  # of a key and of a checksum
_NAME: Final = f"patterns-{regex.__version__}-{sys.implementation.cache_tag}"


@functools.cache
def compiled(pattern: str, flags: int = 0) -> "regex.Pattern[str]":
    """Return what `regex.compile` does; one that was compiled in an earlier run is loaded.

    Args:
        pattern: made of code and tables alone: what stands in a document is not to be kept in another place.
        flags: of `regex`.
    """
    key = f"pattern {int(flags)} {pattern}"
    with suppress(ValueError, TypeError, RuntimeError):  # what another version of the library wrote under the same name
        if (made := _file().get(key)) is not None:
            again: regex.Pattern[str] = _rebuild(*made)
            return again
    new = regex.compile(pattern, flags)
    _file().put(key, _reduced(new)[1])
    return new


def parsed(text: str, parse: Callable[[str], Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return what a text means, as it was parsed in an earlier run or is now.

    Args:
        text: of a table.
        parse: what makes strings, numbers, lists and mappings of it.
    """
    key = f"table {text}"
    if isinstance(made := _file().get(key), dict):
        return made
    new = parse(text)
    with suppress(ValueError):  # dates cannot be kept
        _file().put(key, new)
    return new


class CacheFile:
    """A file of values, to which many processes may add at the same time."""

    def __init__(self, path: Path | None) -> None:
        """Open it.

        Args:
            path: where it is, or is to be made; None for nowhere.
        """
        self._path = path
        self._found: dict[bytes, tuple[bytes, bytes]] | None = None

    def get(self, key: str) -> Any:  # noqa: ANN401  # whatever was put
        """Return the value of a key; None where there is none, or a damaged one."""
        if self._found is None:
            self._found = self._read()
        checksum, content = self._found.get(_digest(key.encode("utf-8", "surrogatepass")), (b"", b""))
        if not content or _digest(content) != checksum:
            return None
        return marshal.loads(content)  # noqa: S302  # our own, as a .pyc file is

    def put(self, key: str, value: Any) -> None:  # noqa: ANN401  # as above
        """Add a value to the file, where that can be done.

        Raises:
            ValueError: it holds what is no plain data.
        """
        if self._path is None:
            return
        content = marshal.dumps(value)
        head = _HEAD.pack(_digest(key.encode("utf-8", "surrogatepass")), _digest(content), len(content))
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, head + content)  # at once, so that records of several processes do not mix
            finally:
                os.close(descriptor)

    def _read(self) -> dict[bytes, tuple[bytes, bytes]]:
        """Return checksums and contents by key; a file with a torn record, or too large a one, is removed."""
        if self._path is None:
            return {}
        try:
            with self._path.open("rb") as file:
                state = os.fstat(file.fileno())
                if not _is_ours(state):
                    self._path = None
                    return {}
                data = file.read() if state.st_size <= _MOST else b""
        except OSError:
            return {}
        found: dict[bytes, tuple[bytes, bytes]] = {}
        place = 0
        while place + _HEAD.size <= len(data):
            key, checksum, length = _HEAD.unpack_from(data, place)
            place += _HEAD.size + length
            found[key] = checksum, data[place - length : place]
        if place != len(data) or not data:
            with suppress(OSError):
                self._path.unlink()
        return found


def _is_ours(state: os.stat_result) -> bool:
    """Return whether nobody else can have written a file: what the library loads as compiled it does not check."""
    if not hasattr(os, "geteuid"):  # Windows, where a folder of caches is the user's own
        return True
    return state.st_uid in {0, os.geteuid()} and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_BYTES).digest()


def cache_path() -> Path | None:
    """Return where the file is, or would be; None if the environment says that there is none, or no home."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named, _NAME) if named else None
    try:
        caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return Path(caches, "recalling", _NAME)


_files: Final[dict[Path | None, CacheFile]] = {}


def _file() -> CacheFile:
    """Return the file that the environment names now."""
    path = cache_path()
    if path not in _files:
        _files[path] = CacheFile(path)
    return _files[path]


def _reduced(pattern: "regex.Pattern[str]") -> tuple[Callable[..., "regex.Pattern[str]"], tuple[Any, ...]]:
    """Return what `pickle` makes of a pattern: what makes it again, and from which plain data."""
    make, data = cast("tuple[Any, Any]", copyreg.dispatch_table[type(pattern)](pattern))
    return make, data


_rebuild: Final = _reduced(regex.compile(""))[0]
