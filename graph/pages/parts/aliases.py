"""`known_names`: the names by which well-known texts are called besides their title, for the search of the pages."""

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Final

from extract.registry.registry import Instrument, Treaty, load_registry

FILE: Final = "aliases.toml"
"""Names that only the search knows: they are too loose to tell a citation by."""

_MOST: Final = 12  # names of one text: one with more has variants of its title, which the search finds by their words


@functools.cache
def known_names() -> Mapping[str, list[str]]:
    """Return the short names of treaties and named instruments in every language, by the key of the text.

    An instrument that is only a part of its text (an annex) gives its names to the whole.
    """
    registry = load_registry()
    names: dict[str, dict[str, None]] = {}
    entries: list[Treaty | Instrument] = [*registry.treaties.values(), *registry.instruments.values()]
    for entry in entries:
        for name in _names(entry):
            names.setdefault(entry.target, {})[name] = None
    loose = tomllib.loads(resources.files("graph.pages.parts").joinpath(FILE).read_text(encoding="utf-8"))
    for key in loose:
        names.setdefault(key, {})
    return {key: [*loose.get(key, ()), *given][:_MOST] for key, given in names.items()}


def _names(entry: Treaty | Instrument) -> list[str]:
    short = [name for given in entry.short.values() for name in given]
    return [entry.title, *short] if isinstance(entry, Instrument) else short
