"""Rows of JSON-lines files: read as objects, validated against a type, and that type published as a JSON Schema."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, TypeVar, get_args, get_type_hints

from pydantic import Field, TypeAdapter, ValidationError

from extract.model.errors import DataError
from extract.model.tables import schema_text

Whole = Annotated[int, Field(strict=True)]
"""A whole number; neither `true` nor `"3"` is one."""
Count = Annotated[int, Field(strict=True, ge=0)]
"""A whole number that is not negative."""
Truth = Annotated[bool, Field(strict=True)]
"""`true` or `false`, not a word for it."""

T = TypeVar("T")

_KINDS: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "greater_than_equal": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dataclass_type": "an object",
    "model_type": "an object",
}


def validated(adapter: TypeAdapter[T], row: Mapping[str, Any], *, known_as: str) -> T:
    """Validate a row; unknown keys are ignored so that later versions can add some.

    Args:
        adapter: of the type that the row must have.
        row: as read from JSON.
        known_as: what the error calls the row where its file and line are not known.

    Raises:
        DataError: a key is missing or holds a wrong value; every problem is listed with its key.
    """
    try:
        return adapter.validate_python(row)
    except ValidationError as error:
        raise DataError(known_as, list(_problems(error, adapter))) from error


def load_rows(
    adapter: TypeAdapter[T], lines: Iterable[str], *, file: str
) -> Iterator[tuple[str, T | Mapping[str, Any]]]:
    """Read the rows of a JSON-lines file, each with its place; blank lines are skipped.

    Yields:
        What the adapter makes of a line, in half the time of `load_objects` and `validated`; the object where it does
        not take it, so that `validated` can say what is wrong or take it.

    Raises:
        DataError: as for `load_objects`.
    """
    for number, line in enumerate(lines, 1):
        try:
            yield f"{file}:{number}", adapter.validate_json(line)
        except ValidationError:
            yield from load_objects((line,), file=file, first=number)


def json_schema(adapter: TypeAdapter[Any]) -> str:
    """The JSON Schema of a row as the text of a file."""
    return schema_text(adapter.json_schema(mode="validation"))


def load_objects(lines: Iterable[str], *, file: str, first: int = 1) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read the objects of a JSON-lines file, each with its place (`file:line`); blank lines are skipped.

    Args:
        lines: with or without line ends.
        file: what the place is in.
        first: number of the first line.

    Raises:
        DataError: a line is not JSON or not an object; `file` and the line number are named.
    """
    for number, line in enumerate(lines, first):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"{file}:{number}", [f"not JSON: {error}"]) from error
        if not isinstance(row, dict):
            raise DataError(f"{file}:{number}", ["not a JSON object"])
        yield f"{file}:{number}", row


def _problems(error: ValidationError, adapter: TypeAdapter[Any]) -> Iterator[str]:
    """What pydantic found, in the order of the keys."""
    hints = get_type_hints(adapter._type)  # noqa: SLF001  # pydantic has no public name for it
    nullable = {key for key, hint in hints.items() if type(None) in get_args(hint)}
    for detail in error.errors(include_url=False):
        key = _written(detail["loc"])
        if detail["type"] == "missing":
            yield f"missing {key!r}"
        elif detail["type"] == "literal_error":
            yield f"{key} {detail['input']!r} is not of the contract"
        elif detail["type"] in _KINDS:
            yield f"{key} must be {_KINDS[detail['type']]}{' or null' if key in nullable else ''}"
        else:
            yield f"{key}: {detail['msg']}" if key else detail["msg"]


def _written(path: tuple[int | str, ...]) -> str:
    """A path into a row in the usual notation: `subjects[0].label`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
