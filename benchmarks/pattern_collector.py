"""Every pattern of code and tables, compiled for each language: also those that are compiled when first needed."""

import gc
import importlib
import inspect
import os
import pkgutil
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import regex

ROOT: Final = Path(__file__).parent.parent
_LEXICONS: Final = frozenset({"References", "Verbs"})
_KEEPER: Final = str(ROOT / "extract" / "model" / "cache.py")
"""Compiles for others."""


class Collector:
    """Notes what is compiled from now on.

    Attributes:
        patterns: text, flags and named lists of a pattern to what was compiled, of `regex` or `re`, and where.
    """

    def __init__(self) -> None:
        """Stand in for the functions that compile; import nothing of the program before."""
        self.patterns: dict[tuple[Any, ...], tuple[Any, str]] = {}
        os.environ["RECALLING_CACHE"] = ""  # what an earlier run compiled would not be seen
        for module in (regex, re):
            module.compile = self._noting(module.compile)  # type: ignore[attr-defined]  # a stand-in

    def _noting(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def noting(pattern: Any, flags: int = 0, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401  # as the library's own
            made = original(pattern, flags, *arguments, **options)
            lists = {name: value for name, value in options.items() if isinstance(value, (set, frozenset, list, tuple))}
            frame = inspect.currentframe()
            caller = frame.f_back if frame else None
            while caller and caller.f_code.co_filename == _KEEPER:
                caller = caller.f_back
            if caller and ROOT.as_posix() in caller.f_code.co_filename:
                place = f"{Path(caller.f_code.co_filename).relative_to(ROOT)}:{caller.f_lineno}"
                self.patterns.setdefault((type(made), made.pattern, made.flags, repr(sorted(lists))), (made, place))
            return made

        return noting

    def collect(self) -> None:
        """Compile all that there is: of every module, for every language, and what waits for its first use."""
        modules = [importlib.import_module(name) for name in _modules()]
        references = importlib.import_module("extract.language.references")
        verbs = importlib.import_module("extract.language.verbs")
        for language in sorted(references.languages()):
            lexicons = {
                "References": references.load_references(language),
                "Verbs": verbs.load_verbs(language),
                "str": language,
            }
            for function, kind in _by_lexicon(modules):
                function(lexicons[kind])
            self._read(language)
        self._waiting()

    def _read(self, language: str) -> None:
        """Read small texts of a language in two forms."""
        find = importlib.import_module("extract.find")
        readers = importlib.import_module("extract.reading.readers")
        for name in ("html", "txt"):
            text = f"A/RES/76/901\n\nresolution 61/74, Convention, note 1, ibid. ({language})\n\n1 A/75/1.\n"
            body = f"<html lang='{language}'><body><p>{text}</p></body></html>" if name == "html" else text
            find.find_citations(readers.read_document(body.encode(), file=f"A_RES_76_901.{language}.{name}"))

    def _waiting(self) -> None:
        """Compute the cached properties that give patterns, of every object there is, until none is new."""
        seen: set[int] = set()
        while True:
            waiting = [each for each in gc.get_objects() if id(each) not in seen and _ours(each)]
            if not waiting:
                return
            for each in waiting:
                seen.add(id(each))
                for name in _lazy(type(each)):
                    getattr(each, name)


def unseen(patterns: Iterator[str]) -> list[str]:
    """Return the patterns of the tables (keys ending in `_pattern`) that stand in no pattern that was compiled."""
    whole = list(patterns)
    written = (
        value
        for path in sorted((ROOT / "extract").rglob("*.toml"))
        for value in _values(tomllib.loads(path.read_text(encoding="utf-8")))
    )
    return [each for each in dict.fromkeys(written) if not any(each in pattern for pattern in whole)]


def _values(table: Any) -> Iterator[str]:  # noqa: ANN401  # what TOML holds
    """Yield the patterns in a table."""
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if isinstance(value, str) and str(key).endswith("pattern"):
            yield value
        elif isinstance(value, (dict, list)):
            yield from _values(value)


def _modules() -> Iterator[str]:
    """Yield the names of the modules of the program, programs apart."""
    for package in ("extract", "graph"):
        yield from (
            found.name
            for found in pkgutil.walk_packages([str(ROOT / package)], f"{package}.")
            if not found.name.endswith("__main__")
        )


def _by_lexicon(modules: list[Any]) -> list[tuple[Callable[..., Any], str]]:
    """Return the cached functions of one argument that is a lexicon or a language, with the kind."""
    found: dict[int, tuple[Callable[..., Any], str]] = {}
    for module in modules:
        for function in vars(module).values():
            if hasattr(function, "cache_info") and hasattr(function, "__wrapped__"):
                parameters = list(inspect.signature(function).parameters.values())
                needed = [each for each in parameters if each.default is inspect.Parameter.empty]
                kind = str(getattr(needed[0].annotation, "__name__", needed[0].annotation)) if len(needed) == 1 else ""
                if kind in _LEXICONS or (kind == "str" and needed[0].name == "language"):
                    found[id(function)] = function, kind
    return list(found.values())


def _ours(each: object) -> bool:
    return str(type(each).__module__).partition(".")[0] in {"extract", "graph"} and bool(_lazy(type(each)))


def _lazy(kind: type) -> list[str]:
    """Return the names of the cached properties of a class that give patterns."""
    return [
        name
        for base in kind.__mro__
        for name, value in vars(base).items()
        if isinstance(value, cached_property)
        and any(word in str(value.func.__annotations__.get("return", "")) for word in ("Pattern", "Anchored"))
    ]
