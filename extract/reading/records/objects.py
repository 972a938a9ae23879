"""JSON: objects line by line, or a list of objects."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from extract.model.errors import UnreadableError
from extract.reading.records.record import Record

_ROW: Final = frozenset({"target", "quote", "paragraph"})
"""Keys of the rows that an earlier run wrote."""
_EARLIER: Final = "holds the citations of an earlier run; name it as an input of its own"
_NO_RECORDS: Final = "is JSON, but neither a list of objects nor one object a line"
_DEPTH: Final = 4


def read_objects(text: str, *, file: str) -> Iterator[Record | UnreadableError]:
    """Read the objects of a JSON file.

    Yields:
        A record per object, its fields as texts, those of objects inside it under `outer.inner`; an error per line that
        is no object.

    Raises:
        UnreadableError: the file holds no objects, or the rows of an earlier run.
    """
    whole = _whole(text)
    if whole is not None:
        if not isinstance(whole, list) or not all(isinstance(each, dict) for each in whole):
            raise UnreadableError(file, _NO_RECORDS)
        objects: Iterator[Any] = iter(whole)
    else:
        objects = _lines(text, file=file)
    for number, each in enumerate(objects, 1):
        if isinstance(each, UnreadableError):
            yield each
            continue
        if number == 1 and each.keys() >= _ROW:
            raise UnreadableError(file, _EARLIER)
        yield Record(number, dict(_fields(each, "", _DEPTH)))


def _whole(text: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    """The value that the whole text is; None where it is JSON line by line, or none."""
    if not text.lstrip().startswith("["):
        try:
            json.loads(text.lstrip().partition("\n")[0])
        except (ValueError, RecursionError):
            pass
        else:
            return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(text: str, *, file: str) -> Iterator[Any]:
    """The objects of the lines; a line that is none as an error."""
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        yield value if isinstance(value, dict) else UnreadableError(file, f"line {place}: is no JSON object")


def _fields(value: Mapping[str, Any], lead: str, depth: int) -> Iterator[tuple[str, str]]:
    """The fields of an object as texts."""
    for key, each in value.items():
        name = _characters(f"{lead}{key}")
        if isinstance(each, str):
            yield name, _characters(each)
        elif isinstance(each, list) and all(isinstance(part, str) for part in each):
            yield name, _characters("\n\n".join(each))
        elif isinstance(each, dict) and depth:
            yield from _fields(each, f"{name}.", depth - 1)
        elif isinstance(each, int | float):
            yield name, str(each)


def _characters(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which JSON can escape and no encoding can write."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
