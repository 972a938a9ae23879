"""What is known to be right: the gold files that `evaluate` compares with, and when two targets are the same."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import regex

from extract.model.errors import DataError, SymbolError
from extract.symbols.symbol import parse

Row = Mapping[str, Any]

_SUFFIXES: Final = frozenset(
    {".xml", ".pdf", ".txt", ".html", ".htm", ".docx", ".md", ".json", ".jsonl", ".clean", ".layout", ".poppler"}
)
_PORTION: Final = regex.compile(r"\((?:Part|Vol|Sect)[^()]{0,40}+\)")
_LETTER: Final = regex.compile(r"(?<=^\d{1,5})[A-Z]{1,2}(?:-[A-Z])?(?=\(|$)")
_WORD: Final = regex.compile(r"\w+")
_SMALL: Final = frozenset({"the", "of", "on", "and", "for", "to", "in", "a", "an", "de", "la", "le", "el"})
_ALIKE: Final = 0.8  # share of words that two titles of one treaty have in common


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference means, ready to be compared.

    Attributes:
        names: symbols, slugs and registration numbers under which it may be met.
        unts: registration number of a treaty.
        words: words of its English title.
    """

    names: frozenset[str]
    unts: int | None = None
    words: frozenset[str] = frozenset()

    def same(self, other: "Target") -> bool:
        """Whether both mean the same: a name in common, or, where neither is a symbol, nearly the same title."""
        if self.names & other.names:
            return True
        if any(name.startswith("symbol:") for name in self.names | other.names):
            return False
        if self.unts and other.unts:
            return False
        either = self.words | other.words
        return bool(self.words and other.words) and len(self.words & other.words) / len(either) >= _ALIKE


def target_of(row: Row, *, strict: bool) -> Target | None:
    """Give what a row of citations means; None when the row has no target."""
    targets = [target for target in (row.get("target"), *(row.get("alt_targets") or ())) if target]
    if not row.get("target"):
        return None
    names = {target_key(str(target), strict=strict) for target in targets}
    unts = row.get("unts")
    if unts:
        names.add(f"unts:{unts}")
    title = str(row.get("title_en") or row.get("title") or "").casefold()
    return Target(frozenset(names), unts, frozenset(_WORD.findall(title)) - _SMALL)


def target_key(target: str, *, strict: bool) -> str:
    """Give a target in the form in which targets are compared.

    Args:
        target: a symbol, `treaty:SLUG`, or another name with a colon.
        strict: whether the letter of a resolution, a part, a volume, and the second half of a joint symbol count.
    """
    if ":" in target:
        return target.casefold()
    try:
        symbol = parse(target)
    except SymbolError:
        return "symbol:" + "".join(target.split()).upper()
    if strict:
        return f"symbol:{symbol}"
    *leading, last = (_PORTION.sub("", component) for component in symbol.components)
    if {"RES", "DEC"} & set(leading):
        last = _LETTER.sub("", last)
    return "symbol:" + "/".join((*leading, last)).upper()


def document_key(file: str) -> str:
    """Give a file's base name without the extensions that formats and tools add."""
    name = PurePosixPath(file.replace("\\", "/")).name
    while (suffix := PurePosixPath(name).suffix).lower() in _SUFFIXES:
        name = name.removesuffix(suffix)
    return name.casefold()


def load_rows(path: Path) -> list[Row]:
    """Read the JSON objects of a `.jsonl` file, or of all such files of a folder, in the order of their names.

    Raises:
        DataError: a file cannot be read, a line is no JSON object, or there is no row at all.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    rows = [row for file in files for row in _rows(file)]
    if not rows:
        raise DataError(str(path), ["holds no rows"])
    return rows


def _rows(file: Path) -> Iterator[Row]:
    """The rows of one file."""
    try:
        with file.open(encoding="utf-8") as lines:
            yield from _objects(lines, file)
    except OSError as error:
        raise DataError(str(file), [error.strerror or "cannot be read"]) from error
    except UnicodeDecodeError as error:
        raise DataError(str(file), ["is no UTF-8 text"]) from error


def _objects(lines: Iterable[str], file: Path) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DataError(f"{file}:{number}", ["not JSON"]) from error
        if not isinstance(row, dict) or not isinstance(row.get("file"), str):
            raise DataError(f"{file}:{number}", ["not a JSON object with a file"])
        yield row
