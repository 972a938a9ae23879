"""A language's words for the Official Records (`data/LANGUAGE/records.toml`)."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from extract.model.errors import DataError

_KEYS: Final = frozenset(
    {"names", "session", "supplement", "council", "year", "meeting", "other"}
    | {"order", "units", "tens", "round", "irregular"}
)


@functools.cache
def load_records(language: str) -> Mapping[str, Any]:
    """A language's words for the Official Records.

    Raises:
        DataError: the file breaks its rules; every offence is listed.
    """
    file = f"language/data/{language}/records.toml"
    table = tomllib.loads((files("extract") / file).read_text(encoding="utf-8"))
    offences = [f"misses {key!r}" for key in sorted(_KEYS - table.keys())]
    offences += [f"does not know {key!r}" for key in sorted(table.keys() - _KEYS)]
    if offences:
        raise DataError(file, offences)
    return table
