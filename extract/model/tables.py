"""Reading the project's tables: those in TOML have a typed model, and loading a file validates it.

A model derives from `Table`, holds strings, numbers, truth values, tuples, mappings and further tables, and says in its
docstring what each key means. `read_table` accepts exactly its keys, converts nothing (a string is no list of
characters), and reports every problem of a file at once, each with its key and line.
"""

import csv
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Final, TypeVar

import regex
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from extract.model.cache import parsed
from extract.model.errors import DataError

Path = tuple[str | int, ...]
"""Keys from the top of a file to a value; an integer is the index in a list."""
Problem = tuple[Path, str]
"""Where something is wrong, and what."""


class Table(BaseModel):
    """A table of a TOML file: immutable, no unknown keys, no conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    def problems(self) -> Iterator["Problem"]:
        """What is wrong with a table whose keys and types are right; called once, on the table for the whole file."""
        yield from ()


Text = Annotated[str, StringConstraints(min_length=1)]
"""A string that is not empty."""
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
"""A list of at least one string, none of them empty."""

T = TypeVar("T", bound=Table)

_HEADER: Final = regex.compile(r"\s*+\[(?<array>\[)?(?<keys>[^\]]++)\]")
_KEY: Final = regex.compile(r"""\s*+(?<keys>(?:"[^"]*+"|'[^']*+'|[\w.-]++)++)\s*+=""")
_PART: Final = regex.compile(r""""([^"]*+)"|'([^']*+)'|([\w-]++)""")
_EXPECTED: Final = {
    "missing": "missing key",
    "extra_forbidden": "unknown key",
    "string_too_short": "must not be empty",
}
_KINDS: Final = {
    "tuple_type": "a list",
    "string_type": "a string",
    "int_type": "an integer",
    "bool_type": "true or false",
    "dict_type": "a table",
    "mapping_type": "a table",
    "model_type": "a table",
}
_NAMES: Final = {tuple: "a list", str: "a string", int: "an integer", bool: "true or false", dict: "a table"}


def load_table(model: type[T], file: Traversable, *, name: str) -> T:
    """Read and validate a TOML file.

    Args:
        model: what the file must hold.
        file: where it is.
        name: what error messages call it (`language/data/en/verbs.toml`).

    Raises:
        DataError: the file is missing, is not UTF-8 or TOML, or does not fit the model; every problem is listed.
    """
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(name, [f"cannot be read: {error}"]) from error
    return read_table(model, source, name=name)


def read_table(model: type[T], source: str, *, name: str) -> T:
    """Validate the text of a TOML file.

    Args:
        model: what the file must hold.
        source: the text.
        name: what error messages call the file.

    Raises:
        DataError: the text is not TOML or does not fit the model; every problem is listed.
    """
    try:
        data = parsed(source, tomllib.loads)
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, [f"not TOML: {error}"]) from error
    return check_table(model, data, name=name, source=source)


def check_table(model: type[T], data: Mapping[str, Any], *, name: str, source: str = "") -> T:
    """Validate what a TOML file holds.

    Args:
        model: what it must be.
        data: the file as `tomllib` returns it.
        name: what error messages call the file.
        source: its text, for the numbers of lines.

    Raises:
        DataError: the data does not fit the model; every problem is listed.
    """
    try:
        table = model.model_validate(_immutable(data))
    except ValidationError as error:
        raise DataError(name, _listed(_problems(error), source)) from error
    if found := [*table.problems()]:
        raise DataError(name, _listed(found, source))
    return table


def read_remarked(file: Traversable) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table of tab-separated values by the names of its columns; lines that begin with # are none.

    Args:
        file: in UTF-8; a quotation mark is a character like any other.
    """
    lines = (line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def json_schema(model: type[Table]) -> str:
    """The JSON Schema of a model as the text of a file, for editors that complete and check TOML."""
    return schema_text(model.model_json_schema())


def schema_text(schema: Mapping[str, Any]) -> str:
    """A JSON Schema with its dialect, as the text of a file."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps({"$schema": dialect, **schema}, indent=2, ensure_ascii=False) + "\n"


def _immutable(value: Any) -> Any:  # noqa: ANN401  # whatever TOML may hold
    """TOML's lists as tuples, which the models hold."""
    if isinstance(value, dict):
        return {key: _immutable(item) for key, item in value.items()}
    return tuple(map(_immutable, value)) if isinstance(value, list) else value


def _problems(error: ValidationError) -> Iterator[Problem]:
    """What pydantic found, in the order of the model's keys."""
    details = error.errors(include_url=False)
    faulty = {detail["loc"][:size] for detail in details for size in range(len(detail["loc"]))}
    for detail in details:
        # pydantic counts the valid items of a list, so one with a faulty item is "too short" as well
        if detail["type"] != "too_short" or detail["loc"] not in faulty:
            yield tuple(part for part in detail["loc"] if part != "[key]"), _complaint(detail)


def _listed(problems: Iterable[Problem], source: str) -> list[str]:
    """Problems as text: the key, its line where that is known, and what is wrong."""
    lines = dict(_lines(source))
    listed = []
    for path, complaint in problems:
        line = next((lines[path[:size]] for size in range(len(path), 0, -1) if path[:size] in lines), None)
        place = _written(path) + (f" (line {line})" if line else "")
        listed.append(f"{place}: {complaint}" if place else complaint)
    return listed


def _complaint(detail: Any) -> str:  # noqa: ANN401  # pydantic's own description of an error
    kind: str = detail["type"]
    if kind in _KINDS:
        given = type(detail["input"])
        return f"must be {_KINDS[kind]}, not {_NAMES.get(given, given.__name__)}"
    if kind in {"too_short", "too_long"}:
        least, most = detail["ctx"].get("min_length"), detail["ctx"].get("max_length")
        count = f"at least {least}" if kind == "too_short" else f"at most {most}"
        return "must not be empty" if least == 1 else f"must have {count} items"
    if kind == "literal_error":
        return f"must be {detail['ctx']['expected']}"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    message: str = detail["msg"]
    return _EXPECTED.get(kind, message)


def _written(path: Sequence[str | int]) -> str:
    """A path in the usual notation: `treaty[3].titles.en[0]`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _lines(source: str) -> Iterator[tuple[Path, int]]:
    """The line of every table header and every key that begins a line; deeper keys are not located."""
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(source.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _header_path(_keys(header["keys"]), counts, array=bool(header["array"]))
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_keys(key["keys"])), number


def _header_path(keys: Sequence[str], counts: dict[Path, int], *, array: bool) -> Path:
    """The path of a table; `counts` holds how many members each array of tables has so far."""
    path: Path = ()
    for at, key in enumerate(keys, 1):
        path = (*path, key)
        if array and at == len(keys):
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
    return path


def _keys(written: str) -> tuple[str, ...]:
    return tuple("".join(part) for part in _PART.findall(written))
