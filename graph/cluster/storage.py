"""Places by address, on any file system that fsspec knows: local paths, `s3://`, `hdfs://`, `https://`."""

import gzip
import json
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from extract.model.errors import RecallingError
from extract.reading.containers.files import is_document
from graph.files import write_bytes

_LIST: Final = "@"
_LOCAL: Final = frozenset({"file", "local"})


class ClusterError(RecallingError):
    """The cluster, or a place, cannot be used.

    Attributes:
        reason: what is wrong and what to do.
    """

    def __init__(self, reason: str) -> None:
        """Keep the message as it is."""
        self.reason = reason
        super().__init__(reason)


def list_addresses(inputs: Iterable[str]) -> list[str]:
    """Return the addresses of all documents, sorted, each once.

    Args:
        inputs: addresses of files and folders; `@ADDRESS` is a list of addresses, one per line.

    Raises:
        ClusterError: a place cannot be reached.
    """
    found: set[str] = set()
    for each in inputs:
        if each.startswith(_LIST):
            lines = read(each.removeprefix(_LIST)).decode("utf-8", "replace").splitlines()
            found.update(line.strip() for line in lines if line.strip())
        else:
            found.update(_documents(each))
    return sorted(found)


def base_name(address: str) -> str:
    """Return the base name of the file at an address."""
    parts = urlsplit(address)
    return posixpath.basename(unquote(parts.path) if parts.scheme in {"http", "https"} else address) or "unnamed"


def read(address: str) -> bytes:
    """Return the bytes at an address.

    Raises:
        ClusterError: there are none, or they cannot be reached.
    """
    try:
        fs, path = _opened(address)
        data: bytes = fs.cat_file(path)
    except FileNotFoundError as error:
        raise ClusterError(f"{address}: is not there") from error  # the library says no more than the address
    except (OSError, ValueError, ImportError) as error:
        raise ClusterError(f"{address}: cannot be read: {error}") from error
    return data


def write(folder: str, name: str, data: bytes) -> None:
    """Write a file into a folder at an address; whoever looks sees all of it or nothing.

    Raises:
        ClusterError: it cannot be written.
        UnwritableError: the same, of a local file.
    """
    fs, path = _opened(folder)
    place = posixpath.join(path, name)
    try:
        fs.makedirs(posixpath.dirname(place), exist_ok=True)
        if _is_local(fs):
            write_bytes(Path(place), data)
        else:
            fs.pipe_file(place, data)  # object stores show an object when it is complete
    except (OSError, ValueError) as error:
        raise ClusterError(f"{folder}/{name}: cannot be written: {error}") from error


def remove(folder: str, name: str) -> None:
    """Remove a folder in a folder at an address, if it is there."""
    fs, path = _opened(folder)
    place = posixpath.join(path, name)
    if fs.exists(place):
        fs.rm(place, recursive=True)


def pack_rows(rows: Iterable[Any]) -> bytes:
    """Return rows as compressed JSON lines, always the same bytes."""
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    return gzip.compress(lines.encode(), compresslevel=1, mtime=0)


def unpack_rows(data: bytes) -> Iterator[Any]:
    """Yield the rows that `pack_rows` packed."""
    return map(json.loads, gzip.decompress(data).decode().splitlines())


def _documents(address: str) -> Iterator[str]:
    """Yield the addresses of the documents in a folder, or that of a file."""
    try:
        fs, path = _opened(address)
        if not fs.isdir(path):
            yield address
            return
        for place in fs.find(path):
            inside = posixpath.relpath(place, path).split("/")
            if is_document(inside[-1]) and not any(part.startswith(".") for part in inside):
                yield place if _is_local(fs) else fs.unstrip_protocol(place)
    except (OSError, ValueError, ImportError) as error:
        raise ClusterError(f"{address}: cannot be listed: {error}") from error


def _is_local(fs: Any) -> bool:  # noqa: ANN401  # a file system of fsspec, which has no types
    names = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    return not _LOCAL.isdisjoint(names)


def _opened(address: str) -> tuple[Any, str]:
    """Return the file system of an address and the path in it."""
    try:
        import fsspec  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise ClusterError("--scheduler needs Dask and fsspec: pip install 'recalling[dask]'") from error
    fs, path = fsspec.core.url_to_fs(address)
    return fs, path
