"""The texts that the rows' offsets point into, one file each: what `recalling extract --text-dir` writes."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import regex

from graph import files
from graph.pipeline.reading import Reading

_UNSAFE: Final = regex.compile(r'[\p{C}/\\:*?"<>|]|\A[.\s]+|[.\s]+\Z')  # in the name of a file, on any system
_SUFFIX: Final = ".txt"
_LONGEST: Final = 120  # code points; file systems take 255 bytes, and a character takes up to four
_LONGEST_BYTES: Final = 200


def write_texts(folder: Path, readings: Iterable[Reading]) -> list[str]:
    """Write the text of each document as UTF-8, its line breaks as they are, so that every offset of a row holds.

    A text is named as its row's `file`, with `.txt` appended; if several would have the same name, the later ones
    are numbered (`a.2.txt`). Documents whose text is not available, such as those of an earlier run, have none.

    Args:
        folder: created if missing; files with other names in it are kept.
        readings: in the order in which equal names are numbered.

    Returns:
        The names of the files.

    Raises:
        UnwritableError: the folder cannot be made or a file cannot be written.
    """
    make_folder(folder)
    names = []
    for reading, stem in file_names(readings):
        files.write_chunks(folder / f"{stem}{_SUFFIX}", [(reading.text or "").encode("utf-8", "replace")])
        names.append(f"{stem}{_SUFFIX}")
    return names


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it is in.

    Raises:
        UnwritableError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.UnwritableError(str(folder), error.strerror or str(error)) from error


def file_names(readings: Iterable[Reading], ending: str = "") -> Iterator[tuple[Reading, str]]:
    """Yield each reading that has its text, and the name of its file without extension.

    Args:
        readings: in the order in which names are given.
        ending: an extension that the names are without, besides `.txt`.
    """
    taken: set[str] = set()
    for reading in readings:
        if reading.text is not None:
            yield reading, _free(_stem(reading.record.file.removesuffix(ending)), taken).removesuffix(_SUFFIX)


def _stem(file: str) -> str:
    """Return a file name that is safe in any folder and on any system, without the extension `.txt`."""
    name = _UNSAFE.sub("_", file.removesuffix(_SUFFIX)[:_LONGEST])
    return name.encode()[:_LONGEST_BYTES].decode(errors="ignore") or "_"


def _free(stem: str, taken: set[str]) -> str:
    """Return the first free name, also on file systems that ignore case and forms of accents."""
    name, number = f"{stem}{_SUFFIX}", 1
    while (key := unicodedata.normalize("NFC", name).casefold()) in taken:
        number += 1
        name = f"{stem}.{number}{_SUFFIX}"
    taken.add(key)
    return name
